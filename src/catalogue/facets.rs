//! Facets: exact, disjunctive counts. Each is counted under every clause but its own.

use std::cmp::Reverse;

use roaring::RoaringBitmap;
use serde::Serialize;
use uuid::Uuid;

use super::card::Card;
use super::criteria::{Clause, Criteria, Test};
use super::field::{Dictionary, Field, FieldDefinition, FieldSource};
use super::node::Node;
use super::shelf::Shelf;
use super::snapshot::Snapshot;

/// A facet's counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Facet {
    /// The query parameter.
    #[serde(skip)]
    pub name: &'static str,
    /// The values, the selected first, then by count, then by label.
    pub values: Vec<FacetValue>,
    /// How many entries have no value.
    pub missing: u64,
    /// Whether there are more values than these.
    pub more: bool,
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FacetValue {
    /// The value as it stands in a filter: a slug, for entries.
    pub value: String,
    /// The id, for entries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
    /// For people: the title of an entry, words for a value of a closed list, what a language calls itself.
    pub label: String,
    /// How many entries have it.
    pub count: u64,
    /// Whether the query filters by it.
    pub selected: bool,
}

/// How readers are shown what is counted.
pub trait Labels {
    /// The title of an entry.
    fn entry<'c>(&self, card: &'c Card) -> &'c str;
    /// The words for a value of a closed list, or for whether something is so.
    fn value(&self, value: &str) -> String;
    /// The name of a language.
    fn language(&self, tag: &str) -> String;
}

/// Up to this many codes, intersecting bitmaps beats walking over the matches, if these are so many for each code.
const FEW_CODES: u32 = 64;
const DENSE: u64 = 64;

/// To ask how many entries a code has costs as much as to count so many entries.
const LOOKED_UP: u64 = 8;

impl Snapshot {
    /// Counts the field at `place` under all criteria but its own; `labels` says how readers are shown its values.
    pub fn facet(
        &self,
        shelf: &Shelf,
        criteria: &Criteria,
        place: usize,
        limit: usize,
        labels: &dyn Labels,
    ) -> Option<Facet> {
        let field = shelf.fields.get(place)?;
        let matches = criteria.matches(shelf, |clause| clause.facet() == Some(place));
        let selected = selected(criteria, place);
        let counts = self.counts(shelf, field, &matches);

        let mut ranked: Vec<(u32, u64)> =
            (0u32..).zip(counts).filter(|(code, count)| *count > 0 && !selected.contains(code)).collect();
        let free = limit.saturating_sub(selected.len());
        let more = ranked.len() > free;
        let named = cut(&mut ranked, free, |code, count| self.value(field, code, count, false, labels));

        let count_of = |code: u32| self.matching(field, code, &matches);
        let mut values: Vec<FacetValue> =
            selected.iter().map(|code| self.value(field, *code, count_of(*code), true, labels)).collect();
        order(&mut values);
        values.extend(named);
        Some(Facet {
            name: field.definition.parameter,
            values,
            missing: matches.len() - matches.intersection_len(field.present()),
            more,
        })
    }

    /// How many matches hold each code.
    pub(super) fn counts(&self, shelf: &Shelf, field: &Field, matches: &RoaringBitmap) -> Vec<u64> {
        let mut counts = Vec::new();
        self.add_counts(shelf, field, matches, &mut counts);
        counts
    }

    /// Adds to each code's sum how many matches hold it.
    pub(super) fn add_counts(&self, shelf: &Shelf, field: &Field, matches: &RoaringBitmap, sums: &mut Vec<u64>) {
        let (codes, hierarchy) = (field.code_count(), self.hierarchy_of(field));
        let room = hierarchy.map_or(codes as usize, |hierarchy| hierarchy.slot_count());
        if sums.len() < room {
            sums.resize(room, 0);
        }
        if matches.is_empty() {
            return;
        }
        let walk = |slots: &RoaringBitmap, sums: &mut [u64], change: i64| {
            field.each_code(slots, hierarchy, |code| {
                if let Some(sum) = sums.get_mut(code as usize) {
                    *sum = sum.wrapping_add_signed(change);
                }
            });
        };
        if hierarchy.is_some() {
            return walk(matches, sums, 1);
        }
        let add = |sums: &mut [u64], count: &dyn Fn(u32) -> u64| {
            sums.iter_mut().zip(0..codes).for_each(|(sum, code)| *sum += count(code));
        };
        if matches.len() == shelf.live.len() {
            return add(sums, &|code| field.slots(code).len());
        }
        // Few codes with many entries each: bitmaps of them are intersected word by word.
        if codes <= FEW_CODES && u64::from(codes) * DENSE < matches.len() {
            return add(sums, &|code| field.slots(code).intersection_len(matches));
        }
        // Those that do not match may be so few that it pays to look up how many each code has in all.
        if matches.len() > shelf.live.len() - matches.len() + u64::from(codes) * LOOKED_UP {
            add(sums, &|code| field.slots(code).len());
            return walk(&(&shelf.live - matches), sums, -1);
        }
        walk(matches, sums, 1);
    }

    /// How many matches a filter by this code would leave.
    fn matching(&self, field: &Field, code: u32, matches: &RoaringBitmap) -> u64 {
        match self.hierarchy_of(field) {
            None => field.slots(code).intersection_len(matches),
            Some(hierarchy) => field.group(hierarchy.at_or_below(code)).intersection_len(matches),
        }
    }

    pub(super) fn value(
        &self,
        field: &Field,
        code: u32,
        count: u64,
        selected: bool,
        labels: &dyn Labels,
    ) -> FacetValue {
        let (value, id, label) = match field.definition.dictionary {
            Dictionary::Closed(values) => {
                let value = values.get(code as usize).copied().unwrap_or_default();
                (value.to_owned(), None, labels.value(value))
            }
            Dictionary::Flag => {
                let value = if code == 0 { "false" } else { "true" };
                (value.to_owned(), None, labels.value(value))
            }
            Dictionary::Words | Dictionary::Years => {
                let word = field.words.as_ref().map_or("", |words| words.word(code)).to_owned();
                let label = label_of(&field.definition, &word, labels);
                (word, None, label)
            }
            Dictionary::Entries(collection) => match self.card(Node::new(collection, code)) {
                Some(card) => (card.slug.to_string(), Some(card.id), labels.entry(card).to_owned()),
                None => (String::new(), None, String::new()),
            },
        };
        FacetValue { value, id, label, count, selected }
    }
}

/// What readers are shown of a word that is written in entries.
pub(super) fn label_of(definition: &FieldDefinition, word: &str, labels: &dyn Labels) -> String {
    match definition.source {
        FieldSource::Languages => labels.language(word),
        _ => word.to_owned(),
    }
}

/// The best `free` of the ranked codes, with their names; ties at the edge are decided by label.
pub(super) fn cut(
    ranked: &mut Vec<(u32, u64)>,
    free: usize,
    value: impl Fn(u32, u64) -> FacetValue,
) -> Vec<FacetValue> {
    if free == 0 {
        return Vec::new();
    }
    if ranked.len() > free {
        ranked.select_nth_unstable_by_key(free - 1, |(_, count)| Reverse(*count));
        let edge = ranked.get(free - 1).map_or(0, |(_, count)| *count);
        ranked.retain(|(_, count)| *count >= edge);
    }
    let mut values: Vec<FacetValue> = ranked.iter().map(|(code, count)| value(*code, *count)).collect();
    order(&mut values);
    values.truncate(free);
    values
}

/// By count, then by label.
pub(super) fn order(values: &mut [FacetValue]) {
    values
        .sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)).then_with(|| a.value.cmp(&b.value)));
}

/// The codes that the query itself names for this facet, in order and once.
pub(super) fn selected(criteria: &Criteria, place: usize) -> Vec<u32> {
    let mut codes = Vec::new();
    for clause in &criteria.clauses {
        let Clause::Field { facet, test: Test::Any(groups) | Test::All(groups), .. } = clause else { continue };
        if *facet == place {
            // The first of a group is the value that was named; the others are what is narrower.
            for code in groups.iter().filter_map(|group| group.first()) {
                if !codes.contains(code) {
                    codes.push(*code);
                }
            }
        }
    }
    codes
}

/// Words of closed lists that people write in capitals.
const ACRONYMS: &[&str] = &["nhs", "un"];

/// A value of a closed list for people: `mental-health-inpatient` → "Mental health inpatient", `nhs-trust` → "NHS trust".
pub fn humanise(value: &str) -> String {
    let capitals = |word: &str| if ACRONYMS.contains(&word) { word.to_uppercase() } else { word.to_owned() };
    let words: Vec<String> = value.split(['-', '_']).map(capitals).collect();
    let mut words = words.join(" ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
