//! Entries on their way into the catalogue and out of it, and what is read of them.

use uuid::Uuid;

use super::card::{Card, LinkWords};
use super::field::{Field, FieldSource};
use super::order::DateSource;
use crate::model::values::{Instant, Interval, Tag};
use crate::model::{Entry, Indexed};

/// What remains of an entry that was removed.
#[derive(Debug, Clone, PartialEq)]
pub struct Gone {
    /// When it was removed.
    pub removed_at: Instant,
    /// The entry that stands in its place now.
    pub redirect_to: Option<Uuid>,
}

/// A public entry on its way into the catalogue.
pub struct Row {
    /// The index of its collection.
    pub collection: usize,
    /// The envelope.
    pub entry: Entry,
    /// What its own filters read.
    pub indexed: Vec<Indexed>,
    /// Its links: relation by place, part, target, words.
    pub links: Vec<(u8, u16, Uuid, Option<LinkWords>)>,
    /// Its translations: language, outdated, title.
    pub translations: Vec<(Tag, bool, String)>,
    /// Every slug that leads to it.
    pub slugs: Vec<String>,
    /// When its document last changed, through itself or another entry.
    pub changed_at: Instant,
    /// Whether its date of publication is known: a draft has none yet.
    pub dated: bool,
}

/// An entry on its way out.
pub struct Removal {
    /// The index of its collection.
    pub collection: usize,
    /// The entry.
    pub id: Uuid,
    /// Where in the sequence it was removed.
    pub seq: i64,
    /// What remains.
    pub gone: Gone,
    /// The slugs that led to it.
    pub slugs: Vec<String>,
}

/// What a date of an entry covers.
pub(super) fn interval(row: &Row, source: DateSource) -> Option<Interval> {
    let at = |instant: Instant| Interval { start: instant.millis(), end: instant.millis() };
    match source {
        DateSource::Own(place) => match row.indexed.get(place) {
            Some(Indexed::Range(interval)) => *interval,
            _ => None,
        },
        DateSource::Published => row.dated.then(|| at(row.entry.published_at)),
        DateSource::Updated => Some(at(row.entry.updated_at)),
        DateSource::ReviewBy => row.entry.review_by.as_ref().map(crate::model::values::Edtf::interval),
        DateSource::FeaturedPosition => row.entry.featured_position.map(|position| {
            let position = i64::from(position);
            Interval { start: position, end: position }
        }),
    }
}

/// The codes of an entry in a field; new words become part of its dictionary.
pub(super) fn codes(field: &mut Field, row: &Row, card: &Card, dates: &[Option<Interval>]) -> Vec<u32> {
    match field.definition.source {
        FieldSource::Own(place) => match row.indexed.get(place) {
            Some(Indexed::Codes(codes)) => codes.clone(),
            Some(Indexed::Words(words)) => words.iter().filter_map(|word| field.intern(word)).collect(),
            _ => Vec::new(),
        },
        FieldSource::Year(place) => match dates.get(place) {
            Some(Some(interval)) => field.intern(&format!("{:04}", interval.year())).into_iter().collect(),
            _ => Vec::new(),
        },
        FieldSource::Featured => vec![u32::from(row.entry.featured)],
        FieldSource::Languages => card.languages().iter().filter_map(|lang| field.intern(lang)).collect(),
        FieldSource::Links { relations, target } => card
            .links
            .iter()
            .filter(|link| relations.contains(&link.relation) && link.target.collection() == target)
            .map(|link| link.target.slot())
            .collect(),
    }
}
