//! What matches a plan, and how well: every text that has a word of it, scored after BM25 over all parts of the text
//! together (a word in the title counts as two). The whole set is found each time, because totals and facets are
//! counted over it. How rare a word is is counted over what is public, so that every copy of a hub scores alike.

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

impl View {
    /// Everything that matches a plan. Scores are made with the statistics given, or with those of now.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn evaluate(&self, plan: &Plan, pinned: Option<&Statistics>) -> Result<Matches, IndexError> {
        let texts = self.texts as usize;
        let mut gathered = Gathered { counts: vec![0.0; texts], met: Vec::new() };
        let pinned = pinned.filter(|pinned| pinned.frequencies.len() == plan.concepts.len());
        let (all, average) = match pinned {
            Some(pinned) => (pinned.texts, f32::from_bits(pinned.average).max(f32::MIN_POSITIVE)),
            None => (self.live, self.average.max(f32::MIN_POSITIVE)),
        };
        let mut statistics = Statistics { texts: all, average: average.to_bits(), frequencies: Vec::new() };
        let mut scores = vec![0f32; texts];
        let mut found: Vec<u32> = Vec::new();
        let covering = plan.required != 0 || plan.concepts.iter().any(|concept| concept.instead);
        let mut covered = vec![0u128; if covering { texts } else { 0 }];
        let slope = K1 * B / average;
        for (place, concept) in plan.concepts.iter().enumerate() {
            self.gather(concept, &mut gathered)?;
            let frequency = match pinned.and_then(|pinned| pinned.frequencies.get(place)) {
                Some(frequency) => *frequency,
                None => gathered.met.len() as u32,
            };
            statistics.frequencies.push(frequency);
            let worth = concept.weight * rarity(all, frequency) * (K1 + 1.0);
            for text in gathered.met.drain(..) {
                let at = text as usize;
                let (Some(count), Some(score)) = (gathered.counts.get_mut(at), scores.get_mut(at)) else { continue };
                let count = std::mem::take(count);
                if let Some(covered) = covered.get_mut(at) {
                    let before = *covered & concept.covers == concept.covers;
                    *covered |= concept.covers;
                    if concept.instead && before {
                        continue;
                    }
                }
                if *score == 0.0 {
                    found.push(text);
                }
                *score += worth * count / (count + K1 * (1.0 - B) + slope * self.length(text));
            }
        }
        if plan.concepts.is_empty() && !plan.excluded.is_empty() {
            found.extend(self.everything());
        }
        if plan.required != 0 {
            found.retain(|text| {
                covered.get(*text as usize).is_some_and(|covered| covered & plan.required == plan.required)
            });
        }
        let mut excluded = Vec::new();
        for concept in &plan.excluded {
            self.gather(concept, &mut gathered)?;
            for text in gathered.met.drain(..) {
                if let Some(count) = gathered.counts.get_mut(text as usize) {
                    *count = 0.0;
                }
                excluded.push(text);
            }
        }
        let score = |text: u32| (text, scores.get(text as usize).copied().unwrap_or(0.0));
        Ok(Matches { texts: found.into_iter().map(score).collect(), excluded, statistics })
    }

    /// Every text that is not out of date.
    fn everything(&self) -> impl Iterator<Item = u32> + '_ {
        self.segments.iter().flat_map(|segment| {
            (0..segment.len()).filter(|doc| !segment.is_deleted(*doc)).map(|doc| segment.base + doc)
        })
    }

    /// How often each text meets a concept, each part of the text by its weight.
    fn gather(&self, concept: &Concept, gathered: &mut Gathered) -> Result<(), IndexError> {
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
        gathered: &mut Gathered,
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
        gathered: &mut Gathered,
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
struct Gathered {
    counts: Vec<f32>,
    met: Vec<u32>,
}

impl Gathered {
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
