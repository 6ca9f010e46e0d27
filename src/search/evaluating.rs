//! What matches a plan, and how well: every text that has a word of it, scored after BM25 over all parts of the text
//! together (a word in the title counts as two). The whole set is found each time, because totals and facets are
//! counted over it. How rare a word is is counted over what is public, so that every copy of a hub scores alike.

use super::gathering::{Budget, Gathered};
use super::index::IndexError;
use super::plan::Plan;
use super::view::View;

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

/// Why it is not said what matches.
#[derive(Debug)]
pub enum Unanswered {
    /// The index cannot be read.
    Unreadable(IndexError),
    /// To find it, more would have to be read than one question may.
    TooExpensive,
}

impl From<IndexError> for Unanswered {
    fn from(error: IndexError) -> Self {
        Self::Unreadable(error)
    }
}

/// What is noted of every text while a question is answered. Between two, all of it is zero.
#[derive(Default)]
pub(super) struct Scratch {
    pub gathered: Gathered,
    scores: Vec<f32>,
    covered: Vec<u128>,
    found: Vec<u32>,
}

impl View {
    /// Everything that matches a plan. Scores are made with the statistics given, or with those of now. `budget` is how
    /// many words of texts may be read for it, those counted that are kept from questions before: what one question may
    /// ask does not depend on others.
    ///
    /// # Errors
    /// [`Unanswered`].
    pub fn evaluate(&self, plan: &Plan, pinned: Option<&Statistics>, budget: u64) -> Result<Matches, Unanswered> {
        let texts = self.texts as usize;
        let pinned = pinned.filter(|pinned| pinned.frequencies.len() == plan.concepts.len());
        let (all, average) = match pinned {
            Some(pinned) => (pinned.texts, f32::from_bits(pinned.average).max(f32::MIN_POSITIVE)),
            None => (self.live, self.average.max(f32::MIN_POSITIVE)),
        };
        let mut statistics = Statistics { texts: all, average: average.to_bits(), frequencies: Vec::new() };
        let covering = plan.required != 0 || plan.concepts.iter().any(|concept| concept.instead);
        // Not given back when there is no answer: it may not be zero then.
        let mut scratch = self.scratch.take();
        scratch.scores.resize(texts, 0.0);
        scratch.gathered.room(texts);
        if covering {
            scratch.covered.resize(texts, 0);
        }
        let mut budget = Budget(budget);
        let slope = K1 * B / average;
        for (place, concept) in plan.concepts.iter().enumerate() {
            let met = self.met(concept, &mut scratch.gathered, &mut budget)?;
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
            excluded.extend_from_slice(&self.met(concept, &mut scratch.gathered, &mut budget)?.texts);
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
}

/// What it is worth to have what only so many texts have.
fn rarity(all: u32, frequency: u32) -> f32 {
    let (all, frequency) = (all as f32, frequency.min(all) as f32);
    (1.0 + (all - frequency + 0.5) / (frequency + 0.5)).ln()
}
