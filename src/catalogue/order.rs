//! Dates and orders: what can be range-filtered, and by what lists can be sorted. Missing values stand last in either
//! direction; ties are broken by id, ascending.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::{Arc, LazyLock};

use uuid::Uuid;

use super::bits::BitSet;
use crate::model::values::Interval;
use crate::model::{COLLECTIONS, Collection, FilterKind};

/// Where a date comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateSource {
    /// The own filter at this place.
    Own(usize),
    /// `published_at`.
    Published,
    /// `updated_at`.
    Updated,
    /// `review_by`.
    ReviewBy,
    /// `featured_position`.
    FeaturedPosition,
}

/// The definition of a date, a period or a number.
#[derive(Debug, Clone, Copy)]
pub struct DateDefinition {
    /// The field, which is also its name in `sort`.
    pub name: &'static str,
    /// What `_from`, `_to`, `_missing` and `_year` are put behind.
    pub parameter: &'static str,
    /// A date, a period or a number.
    pub kind: FilterKind,
    /// Where it comes from.
    pub source: DateSource,
    /// Whether its years are a field.
    pub yearly: bool,
}

const ENVELOPE: &[DateDefinition] = &[
    DateDefinition {
        name: "published_at",
        parameter: "published",
        kind: FilterKind::Date,
        source: DateSource::Published,
        yearly: true,
    },
    DateDefinition {
        name: "updated_at",
        parameter: "updated",
        kind: FilterKind::Date,
        source: DateSource::Updated,
        yearly: true,
    },
    DateDefinition {
        name: "review_by",
        parameter: "review_by",
        kind: FilterKind::Date,
        source: DateSource::ReviewBy,
        yearly: false,
    },
    DateDefinition {
        name: "featured_position",
        parameter: "featured_position",
        kind: FilterKind::Number,
        source: DateSource::FeaturedPosition,
        yearly: false,
    },
];

static DATES: LazyLock<Vec<Vec<DateDefinition>>> = LazyLock::new(|| COLLECTIONS.iter().map(define).collect());

/// The dates, periods and numbers of a collection: the envelope's, then its own.
pub fn dates_of(collection: &Collection) -> &'static [DateDefinition] {
    DATES.get(collection.index).map_or(&[], Vec::as_slice)
}

fn define(collection: &Collection) -> Vec<DateDefinition> {
    let own = collection.filters.iter().enumerate().filter_map(|(place, filter)| {
        let ranged = matches!(filter.kind, FilterKind::Date | FilterKind::Period | FilterKind::Number);
        ranged.then(|| DateDefinition {
            name: filter.name,
            parameter: parameter(filter.name),
            kind: filter.kind,
            source: DateSource::Own(place),
            yearly: filter.kind == FilterKind::Date,
        })
    });
    ENVELOPE.iter().copied().chain(own).collect()
}

/// `starts_at` is asked for as `starts_from`; `published_on` keeps its name, because `published` is the envelope's.
fn parameter(name: &'static str) -> &'static str {
    let short = name.strip_suffix("_at").or(name.strip_suffix("_on")).unwrap_or(name);
    if ENVELOPE.iter().any(|date| date.parameter == short) { name } else { short }
}

/// By what a list can be sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortKey {
    /// The source title, without case and diacritics.
    Title,
    /// The date at this place in [`dates_of`].
    Date(usize),
    /// How well it fits what was sought, which the catalogue does not know.
    Relevance,
}

/// A name in `sort` and what it stands for.
#[derive(Debug, Clone, Copy)]
pub struct SortField {
    /// The name.
    pub name: &'static str,
    /// The key.
    pub key: SortKey,
}

/// What a collection can be sorted by; the place in this list names the order.
pub fn sorts_of(collection: &Collection) -> Vec<SortField> {
    let dates = dates_of(collection).iter().enumerate();
    std::iter::once(SortField { name: "title", key: SortKey::Title })
        .chain(dates.map(|(place, date)| SortField { name: date.name, key: SortKey::Date(place) }))
        .collect()
}

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Smallest, earliest, first letter first.
    Ascending,
    /// The other way.
    Descending,
}

/// The value of one entry under one sort key; `None` when the field is absent.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum BoundaryKey {
    /// A title key.
    Title(Box<str>),
    /// What a date covers.
    Date(Option<Interval>),
    /// How well it fits what was sought: the bits of a number that is not negative.
    Score(u32),
}

impl BoundaryKey {
    /// Compares two values in a direction, absent ones last.
    pub fn compare(&self, other: &Self, direction: Direction) -> Ordering {
        let order = match (self, other) {
            (Self::Date(None), Self::Date(None)) => return Ordering::Equal,
            (Self::Date(None), Self::Date(Some(_))) => return Ordering::Greater,
            (Self::Date(Some(_)), Self::Date(None)) => return Ordering::Less,
            (a, b) => a.cmp(b),
        };
        match direction {
            Direction::Ascending => order,
            Direction::Descending => order.reverse(),
        }
    }
}

/// A place between two entries of an order: just behind the entry with these values and this id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boundary {
    /// The values, one for each key of the order.
    pub keys: Vec<BoundaryKey>,
    /// The id.
    pub id: Uuid,
}

/// The slots of a shelf in one ascending order.
#[derive(Debug, Clone, Default)]
pub struct Order {
    /// Slots that have the key, by key and id.
    pub present: Arc<Vec<u32>>,
    /// Slots that lack it, by id.
    pub absent: Arc<Vec<u32>>,
}

impl Order {
    /// Takes the slots of `out` from the order and puts those of `present` and `absent` into it, sorting by `compare`.
    pub fn replace(
        &mut self,
        out: Option<&BitSet>,
        mut present: Vec<u32>,
        mut absent: Vec<u32>,
        compare: impl Fn(&u32, &u32) -> Ordering,
        by_id: impl Fn(&u32, &u32) -> Ordering,
    ) {
        present.sort_by(&compare);
        absent.sort_by(&by_id);
        merge(&mut self.present, out, &present, compare);
        merge(&mut self.absent, out, &absent, by_id);
    }
}

/// A sorted array without what leaves and with what comes. What stays is copied in runs: only beside what comes is
/// anything compared, because that reads cards from all over the memory.
fn merge(sorted: &mut Arc<Vec<u32>>, out: Option<&BitSet>, new: &[u32], compare: impl Fn(&u32, &u32) -> Ordering) {
    let stay = match out {
        Some(out) => Cow::Owned(sorted.iter().copied().filter(|slot| !out.holds(*slot)).collect()),
        None => Cow::Borrowed(sorted.as_slice()),
    };
    if new.is_empty() && stay.len() == sorted.len() {
        return;
    }
    let mut merged = Vec::with_capacity(stay.len() + new.len());
    let mut rest = stay.as_ref();
    for slot in new {
        let (before, behind) = rest.split_at(rest.partition_point(|other| compare(other, slot) == Ordering::Less));
        merged.extend_from_slice(before);
        merged.push(*slot);
        rest = behind;
    }
    merged.extend_from_slice(rest);
    *sorted = Arc::new(merged);
}
