//! What matches a plan, and how well: every text that has a word of it, scored after BM25 over all parts of the text
//! together (a word in the title counts as two). The whole set is found each time, because totals and facets are
//! counted over it. How rare a word is is counted over what is public, so that every copy of a hub scores alike.

use std::sync::Arc;

use quick_cache::Weighter;
use quick_cache::sync::Cache;
use tantivy::schema::{IndexRecordOption, Term};

use super::index::IndexError;
use super::phrase;
use super::plan::{Alternative, Concept, Plan};
use super::view::{Segment, View};

/// How soon more of the same word stops to matter, and how much the length of a text does.
const K1: f32 = 0.9;
const B: f32 = 0.4;

/// What scores depend on beside an entry's own text. A cursor keeps it, so that what did not change keeps its place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statistics {
    /// How many texts there are.
    pub texts: u32,
    /// How long they are on average: the bits of the number.
    pub average: u32,
    /// How many texts meet each concept.
    pub frequencies: Vec<u32>,
}

/// What matches.
#[derive(Debug)]
pub struct Matches {
    /// The texts, in no order, each with its score.
    pub texts: Vec<(u32, f32)>,
    /// The texts whose entries must not be shown.
    pub excluded: Vec<u32>,
    /// What the scores depend on.
    pub statistics: Statistics,
}

/// The texts that meet a concept, in the order of their numbers, each with how often it does.
pub(super) struct Met {
    texts: Box<[u32]>,
    counts: Box<[f32]>,
}

/// Decodes postings once for many questions: what concepts were met by, by the name of the concept.
pub(super) type MetCache = Cache<String, Arc<Met>, ByBytes>;

#[derive(Clone)]
pub(super) struct ByBytes;

impl Weighter<String, Arc<Met>> for ByBytes {
    fn weight(&self, name: &String, met: &Arc<Met>) -> u64 {
        (name.len() + met.texts.len() * 8 + 128) as u64
    }
}

/// Bytes of decoded postings that are kept.
const MET: u64 = 16 << 20;

/// What a concept is met by on average, for sizing the cache's tables.
const TYPICAL: u64 = 64 << 10;

pub(super) fn met_cache() -> MetCache {
    Cache::with_weighter((MET / TYPICAL) as usize, MET, ByBytes)
}

/// What is noted of every text while a question is answered. Between two, all of it is zero.
#[derive(Default)]
pub(super) struct Scratch {
    counts: Vec<f32>,
    scores: Vec<f32>,
    covered: Vec<u128>,
    met: Vec<u32>,
    found: Vec<u32>,
}

impl View {
    /// Everything that matches a plan. Scores are made with the statistics given, or with those of now.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn evaluate(&self, plan: &Plan, pinned: Option<&Statistics>) -> Result<Matches, IndexError> {
        let texts = self.texts as usize;
        let pinned = pinned.filter(|pinned| pinned.frequencies.len() == plan.concepts.len());
        let (all, average) = match pinned {
            Some(pinned) => (pinned.texts, f32::from_bits(pinned.average).max(f32::MIN_POSITIVE)),
            None => (self.live, self.average.max(f32::MIN_POSITIVE)),
        };
        let mut statistics = Statistics { texts: all, average: average.to_bits(), frequencies: Vec::new() };
        let covering = plan.required != 0 || plan.concepts.iter().any(|concept| concept.instead);
        // Not given back when the index cannot be read: it may not be zero then.
        let mut scratch = self.scratch.take();
        scratch.scores.resize(texts, 0.0);
        scratch.counts.resize(texts, 0.0);
        if covering {
            scratch.covered.resize(texts, 0);
        }
        let slope = K1 * B / average;
        for (place, concept) in plan.concepts.iter().enumerate() {
            let met = self.met(concept, &mut scratch)?;
            let frequency = match pinned.and_then(|pinned| pinned.frequencies.get(place)) {
                Some(frequency) => *frequency,
                None => met.texts.len() as u32,
            };
            statistics.frequencies.push(frequency);
            let worth = concept.weight * rarity(all, frequency) * (K1 + 1.0);
            for (text, count) in met.texts.iter().zip(&met.counts) {
                let at = *text as usize;
                let Some(score) = scratch.scores.get_mut(at) else { continue };
                if covering && let Some(covered) = scratch.covered.get_mut(at) {
                    let before = *covered & concept.covers == concept.covers;
                    *covered |= concept.covers;
                    if concept.instead && before {
                        continue;
                    }
                }
                if *score == 0.0 {
                    scratch.found.push(*text);
                }
                *score += worth * count / (count + K1 * (1.0 - B) + slope * self.length(*text));
            }
        }
        let mut found: Vec<(u32, f32)> = Vec::with_capacity(scratch.found.len());
        for text in scratch.found.drain(..) {
            let at = text as usize;
            let score = scratch.scores.get_mut(at).map(std::mem::take).unwrap_or_default();
            let covered =
                if covering { scratch.covered.get_mut(at).map(std::mem::take).unwrap_or_default() } else { 0 };
            if covered & plan.required == plan.required {
                found.push((text, score));
            }
        }
        if plan.concepts.is_empty() && !plan.excluded.is_empty() {
            found.extend(self.everything().map(|text| (text, 0.0)));
        }
        let mut excluded = Vec::new();
        for concept in &plan.excluded {
            excluded.extend_from_slice(&self.met(concept, &mut scratch)?.texts);
        }
        self.scratch.give(scratch);
        Ok(Matches { texts: found, excluded, statistics })
    }

    /// Every text that is not out of date.
    fn everything(&self) -> impl Iterator<Item = u32> + '_ {
        self.segments.iter().flat_map(|segment| {
            (0..segment.len()).filter(|doc| !segment.is_deleted(*doc)).map(|doc| segment.base + doc)
        })
    }

    /// The texts that meet a concept.
    fn met(&self, concept: &Concept, scratch: &mut Scratch) -> Result<Arc<Met>, IndexError> {
        let name = concept.name();
        if let Some(met) = self.met.get(&name) {
            return Ok(met);
        }
        let mut gathered = Gathered { counts: &mut scratch.counts, met: &mut scratch.met };
        self.gather(concept, &mut gathered)?;
        scratch.met.sort_unstable();
        let counts = scratch.met.iter().map(|text| scratch.counts.get_mut(*text as usize).map(std::mem::take));
        let met = Arc::new(Met {
            counts: counts.map(Option::unwrap_or_default).collect(),
            texts: scratch.met.drain(..).collect(),
        });
        self.met.insert(name, Arc::clone(&met));
        Ok(met)
    }

    /// How often each text meets a concept, each part of the text by its weight.
    fn gather(&self, concept: &Concept, gathered: &mut Gathered<'_>) -> Result<(), IndexError> {
        for segment in &self.segments {
            for alternative in &concept.alternatives {
                for field in concept.fields {
                    let weight = alternative.weight * field.weight();
                    match alternative.terms.as_slice() {
                        [term] => self.gather_word(segment, *field, term, weight, gathered)?,
                        _ => self.gather_phrase(segment, *field, alternative, weight, gathered)?,
                    }
                }
            }
        }
        Ok(())
    }

    fn gather_word(
        &self,
        segment: &Segment,
        field: super::text::TextField,
        term: &str,
        weight: f32,
        gathered: &mut Gathered<'_>,
    ) -> Result<(), IndexError> {
        let (Some(of), Some(index)) = (self.fields.texts.get(field.place()), segment.inverted(field)) else {
            return Ok(());
        };
        let term = Term::from_field_text(*of, term);
        let Some(mut postings) = index.read_block_postings(&term, IndexRecordOption::WithFreqs)? else {
            return Ok(());
        };
        let deletes = segment.has_deletes();
        while postings.block_len() > 0 {
            for (doc, frequency) in postings.docs().iter().zip(postings.freqs()) {
                if !deletes || !segment.is_deleted(*doc) {
                    gathered.add(segment.base + doc, weight * *frequency as f32);
                }
            }
            postings.advance();
        }
        Ok(())
    }

    fn gather_phrase(
        &self,
        segment: &Segment,
        field: super::text::TextField,
        phrase: &Alternative,
        weight: f32,
        gathered: &mut Gathered<'_>,
    ) -> Result<(), IndexError> {
        let (Some(of), Some(index)) = (self.fields.texts.get(field.place()), segment.inverted(field)) else {
            return Ok(());
        };
        if field == super::text::TextField::Related {
            return Ok(());
        }
        phrase::each(index, *of, &phrase.terms, &mut |doc, count| {
            if !segment.is_deleted(doc) {
                gathered.add(segment.base + doc, weight * count as f32);
            }
        })
    }
}

/// How often each text meets what is being gathered.
struct Gathered<'s> {
    counts: &'s mut [f32],
    met: &'s mut Vec<u32>,
}

impl Gathered<'_> {
    fn add(&mut self, text: u32, count: f32) {
        if let Some(known) = self.counts.get_mut(text as usize) {
            if *known == 0.0 {
                self.met.push(text);
            }
            *known += count;
        }
    }
}

/// What it is worth to have what only so many texts have.
fn rarity(all: u32, frequency: u32) -> f32 {
    let (all, frequency) = (all as f32, frequency.min(all) as f32);
    (1.0 + (all - frequency + 0.5) / (frequency + 0.5)).ln()
}
