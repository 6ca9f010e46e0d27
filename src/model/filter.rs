//! Filters: what of an entry's own fields the catalogue indexes, as data. Relations and the envelope bring their own.

use super::values::{ClosedList, Edtf, Instant, Interval};

/// What a field looks like to the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub enum Indexed {
    /// Positions in the closed list (or 0 and 1 of a boolean).
    Codes(Vec<u32>),
    /// Words of an open vocabulary, compared as they stand.
    Words(Vec<String>),
    /// What a date, an instant or a number covers; nothing when the field is absent.
    Range(Option<Interval>),
}

impl Indexed {
    /// The one value of a closed list.
    pub fn value<C: ClosedList>(value: C) -> Self {
        Self::Codes(vec![value.position() as u32])
    }

    /// Several values of a closed list.
    pub fn values<C: ClosedList>(values: &[C]) -> Self {
        Self::Codes(values.iter().map(|value| value.position() as u32).collect())
    }

    /// A boolean.
    pub fn flag(value: bool) -> Self {
        Self::Codes(vec![u32::from(value)])
    }

    /// An optional word.
    pub fn word(word: Option<&str>) -> Self {
        Self::Words(word.map(str::to_owned).into_iter().collect())
    }

    /// Several words.
    pub fn words<W: AsRef<str>>(words: &[W]) -> Self {
        Self::Words(words.iter().map(|word| word.as_ref().to_owned()).collect())
    }

    /// An optional date.
    pub fn date(date: Option<&Edtf>) -> Self {
        Self::Range(date.map(Edtf::interval))
    }

    /// An optional instant.
    pub fn instant(instant: Option<Instant>) -> Self {
        Self::Range(instant.map(|at| Interval { start: at.millis(), end: at.millis() }))
    }

    /// The time between two optional dates; an end that is not known is open.
    pub fn period(from: Option<&Edtf>, to: Option<&Edtf>) -> Self {
        let (from, to) = (from.map(Edtf::interval), to.map(Edtf::interval));
        Self::Range((from.is_some() || to.is_some()).then(|| Interval {
            start: from.map_or(i64::MIN, |interval| interval.start),
            end: to.map_or(i64::MAX, |interval| interval.end),
        }))
    }

    /// A whole number.
    pub fn number(number: Option<i64>) -> Self {
        Self::Range(number.map(|number| Interval { start: number, end: number }))
    }
}

/// The kind of a filter: which values it takes and which operators it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilterKind {
    /// Any of the values of a closed list.
    Closed(&'static [&'static str]),
    /// `true` or `false`.
    Flag,
    /// ISO 3166-1 alpha-2 codes.
    Country,
    /// Words of an open vocabulary.
    Keyword,
    /// A date or instant: `_from` and `_to`, a facet by year, an order.
    Date,
    /// A time between two dates: `_from` and `_to` match what overlaps.
    Period,
    /// A whole number: `_from` and `_to`, an order.
    Number,
}

/// A filter over one own field of a collection.
pub struct Filter<T: 'static> {
    /// The field.
    pub name: &'static str,
    /// What it takes.
    pub kind: FilterKind,
    /// How the field is read.
    pub read: fn(&T) -> Indexed,
}

impl<T> Filter<T> {
    /// A filter over a field of a closed list, one value or several.
    pub const fn closed<C: ClosedList>(name: &'static str, read: fn(&T) -> Indexed) -> Self {
        Self { name, kind: FilterKind::Closed(C::VALUES), read }
    }

    /// A filter of another kind.
    pub const fn of(kind: FilterKind, name: &'static str, read: fn(&T) -> Indexed) -> Self {
        Self { name, kind, read }
    }
}
