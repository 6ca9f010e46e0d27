//! Criteria: the checked filters of a query over one collection, and the slots that meet them.

use std::borrow::Cow;

use roaring::{MultiOps, RoaringBitmap};

use super::shelf::Shelf;
use crate::model::Channel;
use crate::model::values::Interval;

/// What a clause asks of its field.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// At least one of the groups: an entry is in a group when it has any of its codes. A topic with all that is narrower
    /// is one group; any other value is a group of one.
    Any(Vec<Vec<u32>>),
    /// Every one of the groups.
    All(Vec<Vec<u32>>),
    /// None of the groups.
    None(Vec<Vec<u32>>),
    /// No value at all (`true`), or some (`false`).
    Missing(bool),
}

/// One condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Clause {
    /// On the field at this place.
    Field {
        /// Its place in [`super::field::fields_of`].
        field: usize,
        /// The facet that this clause belongs to, by its place: `topic_exact` belongs to `topic`.
        facet: usize,
        /// What is asked.
        test: Test,
    },
    /// That the date at this place overlaps an interval.
    Range {
        /// Its place in [`super::order::dates_of`].
        date: usize,
        /// The interval.
        within: Interval,
    },
    /// That the date at this place is absent, or present.
    DateMissing {
        /// Its place in [`super::order::dates_of`].
        date: usize,
        /// Whether absent is asked for.
        missing: bool,
    },
    /// That the entry is one of these slots.
    Slots(RoaringBitmap),
    /// That the entry may appear in this channel.
    Allowed(Channel),
    /// What no entry of the shelf meets, because it lacks the field that this facet counts.
    Never {
        /// The facet, by a number of the asker's.
        facet: usize,
    },
}

impl Clause {
    /// The place of the facet that is counted without this clause.
    pub fn facet(&self) -> Option<usize> {
        match self {
            Self::Field { facet, .. } | Self::Never { facet } => Some(*facet),
            _ => None,
        }
    }
}

/// All conditions of a query; they are joined by AND.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Criteria {
    /// The conditions.
    pub clauses: Vec<Clause>,
}

impl Criteria {
    /// The slots of a shelf that meet every clause but those that `skip` names.
    pub fn matches<'a>(&self, shelf: &'a Shelf, skip: impl Fn(&Clause) -> bool) -> Cow<'a, RoaringBitmap> {
        let mut sets: Vec<Cow<'a, RoaringBitmap>> = Vec::new();
        let mut without: Vec<Cow<'a, RoaringBitmap>> = Vec::new();
        let mut ranges: Vec<&Clause> = Vec::new();
        for clause in self.clauses.iter().filter(|clause| !skip(clause)) {
            match clause {
                Clause::Field { field, test, .. } => {
                    let Some(field) = shelf.fields.get(*field) else { continue };
                    let group = |codes: &Vec<u32>| field.group(codes);
                    match test {
                        Test::Any(groups) => sets.push(union(groups.iter().map(group))),
                        Test::All(groups) => sets.extend(groups.iter().map(group)),
                        Test::None(groups) => without.extend(groups.iter().map(group)),
                        Test::Missing(true) => without.push(Cow::Borrowed(field.present())),
                        Test::Missing(false) => sets.push(Cow::Borrowed(field.present())),
                    }
                }
                Clause::Slots(slots) => sets.push(Cow::Owned(slots.clone())),
                Clause::Allowed(channel) => without.extend(shelf.withheld(*channel).map(Cow::Borrowed)),
                Clause::Never { .. } => sets.push(Cow::Owned(RoaringBitmap::new())),
                Clause::Range { .. } | Clause::DateMissing { .. } => ranges.push(clause),
            }
        }
        sets.sort_by_key(|set| set.len());
        let mut sets = sets.into_iter();
        let mut found = sets.next().unwrap_or(Cow::Borrowed(&shelf.live));
        for set in sets {
            found = Cow::Owned(found.as_ref() & set.as_ref());
        }
        for set in without {
            found = Cow::Owned(found.as_ref() - set.as_ref());
        }
        if !ranges.is_empty() {
            let holds = |slot: u32| ranges.iter().all(|clause| in_range(shelf, clause, slot));
            let kept = found.iter().filter(|slot| holds(*slot));
            found = Cow::Owned(RoaringBitmap::from_sorted_iter(kept).unwrap_or_default());
        }
        found
    }
}

fn in_range(shelf: &Shelf, clause: &Clause, slot: u32) -> bool {
    match clause {
        Clause::Range { date, within } => shelf.date(*date, slot).is_some_and(|covered| covered.overlaps(within)),
        Clause::DateMissing { date, missing } => shelf.date(*date, slot).is_none() == *missing,
        _ => true,
    }
}

fn union<'a>(mut sets: impl ExactSizeIterator<Item = Cow<'a, RoaringBitmap>>) -> Cow<'a, RoaringBitmap> {
    match sets.len() {
        1 => sets.next().unwrap_or_default(),
        _ => Cow::Owned(sets.collect::<Vec<_>>().iter().map(Cow::as_ref).union()),
    }
}
