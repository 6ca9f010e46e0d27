//! Facets over several collections: the counts of each shelf, put together value by value.

use std::borrow::Cow;
use std::collections::HashMap;

use roaring::RoaringBitmap;

use super::criteria::{Clause, Criteria};
use super::facets::{Facet, FacetValue, Labels, cut, label_of, order, selected};
use super::field::{Dictionary, FieldDefinition};
use super::shelf::Shelf;
use super::snapshot::Snapshot;

/// A shelf whose entries are counted.
pub struct Counted<'a> {
    /// The shelf.
    pub shelf: &'a Shelf,
    /// What its entries meet.
    pub criteria: &'a Criteria,
    /// Those that do.
    pub matches: &'a RoaringBitmap,
    /// Where it has the field, if it does.
    pub field: Option<usize>,
    /// By what number the criteria know the facet.
    pub facet: usize,
}

impl Snapshot {
    /// Counts a field that collections share under all criteria but its own.
    pub fn facet_across(
        &self,
        definition: &FieldDefinition,
        counted: &[Counted<'_>],
        limit: usize,
        labels: &dyn Labels,
    ) -> Facet {
        let mut counts: Vec<u64> = Vec::new();
        let mut chosen: Vec<u32> = Vec::new();
        let mut words: Vec<&str> = Vec::new();
        let mut places: HashMap<&str, u32> = HashMap::new();
        let (mut missing, mut example) = (0, None);
        for part in counted {
            let own = |clause: &Clause| clause.facet() == Some(part.facet);
            let matches = match part.criteria.clauses.iter().any(own) {
                true => part.criteria.matches(part.shelf, own),
                false => Cow::Borrowed(part.matches),
            };
            missing += matches.len();
            let Some(field) = part.field.and_then(|place| part.shelf.fields.get(place)) else { continue };
            missing -= matches.intersection_len(field.present());
            example.get_or_insert(field);
            let own = field.words.as_ref();
            // Shelves number their words each in their own way; entries and closed lists have one number everywhere.
            let mut common = |code: u32| match own {
                None => code,
                Some(own) => {
                    let word = own.word(code);
                    *places.entry(word).or_insert_with(|| {
                        words.push(word);
                        words.len() as u32 - 1
                    })
                }
            };
            match own {
                None => self.add_counts(part.shelf, field, &matches, &mut counts),
                Some(_) => {
                    let own_counts = self.counts(part.shelf, field, &matches);
                    for (code, count) in (0u32..).zip(own_counts).filter(|(_, count)| *count > 0) {
                        let place = common(code) as usize;
                        if counts.len() <= place {
                            counts.resize(place + 1, 0);
                        }
                        if let Some(sum) = counts.get_mut(place) {
                            *sum += count;
                        }
                    }
                }
            }
            for code in selected(part.criteria, part.facet).into_iter().map(common) {
                if !chosen.contains(&code) {
                    chosen.push(code);
                }
            }
        }
        let worded = matches!(definition.dictionary, Dictionary::Words | Dictionary::Years);
        let value = |code: u32, count: u64, selected: bool| match (worded, example) {
            (false, Some(field)) => self.value(field, code, count, selected, labels),
            _ => {
                let word = words.get(code as usize).copied().unwrap_or_default().to_owned();
                let label = label_of(definition, &word, labels);
                FacetValue { value: word, id: None, label, count, selected }
            }
        };
        let mut ranked: Vec<(u32, u64)> =
            (0u32..).zip(counts.iter().copied()).filter(|(code, count)| *count > 0 && !chosen.contains(code)).collect();
        let free = limit.saturating_sub(chosen.len());
        let more = ranked.len() > free;
        let named = cut(&mut ranked, free, |code, count| value(code, count, false));
        let count_of = |code: u32| counts.get(code as usize).copied().unwrap_or(0);
        let mut values: Vec<FacetValue> = chosen.iter().map(|code| value(*code, count_of(*code), true)).collect();
        order(&mut values);
        values.extend(named);
        Facet { name: definition.parameter, values, missing, more }
    }
}
