//! What matches a plan, and how well: every text that has a word of it, scored after BM25 over all parts of the text
//! together (a word in the title counts as two). The whole set is found each time, because totals and facets are
//! counted over it. How rare a word is is counted over what is public, so that every copy of a hub scores alike.

use std::sync::Arc;

use super::gathering::Budget;
use super::index::IndexError;
use super::met::{Gathered, Met};
use super::plan::{Concept, Plan};
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
    gathered: Gathered,
    scores: Vec<f32>,
}

/// A concept with the texts that meet it.
type MetConcept<'p> = (&'p Concept, Arc<Met>);

impl View {
    /// Everything that matches a plan. Scores are made with the statistics given, or with those of now. `budget` is how
    /// many words of texts may be read for it, those counted that are kept from questions before: what one question may
    /// ask does not depend on others.
    ///
    /// # Errors
    /// [`Unanswered`].
    pub fn evaluate(&self, plan: &Plan, pinned: Option<&Statistics>, budget: u64) -> Result<Matches, Unanswered> {
        let mut budget = Budget(budget);
        // Not given back when there is no answer: it may not be zero then.
        let mut scratch = self.scratch.take();
        scratch.scores.resize(self.texts as usize, 0.0);
        scratch.gathered.room(self.texts as usize);
        let mut met = |concept| -> Result<MetConcept<'_>, Unanswered> {
            Ok((concept, self.met(concept, &mut scratch.gathered, &mut budget)?))
        };
        let concepts = plan.concepts.iter().map(&mut met).collect::<Result<Vec<_>, _>>()?;
        let excluding = plan.excluded.iter().map(&mut met).collect::<Result<Vec<_>, _>>()?;
        let statistics = match pinned.filter(|pinned| pinned.frequencies.len() == concepts.len()) {
            Some(pinned) => pinned.clone(),
            None => Statistics {
                texts: self.live,
                average: self.average.to_bits(),
                frequencies: concepts.iter().map(|(_, met)| met.count).collect(),
            },
        };
        let mut texts = self.scored(&concepts, &statistics, &mut scratch.scores);
        self.scratch.give(scratch);
        if plan.required != 0 {
            texts.retain(|(text, _)| has_words(*text, plan.required, concepts.iter()));
        }
        if concepts.is_empty() && !excluding.is_empty() {
            texts.extend(self.everything().map(|text| (text, 0.0)));
        }
        let mut excluded = Vec::new();
        excluding.iter().for_each(|(_, met)| met.each(|text, _| excluded.push(text)));
        Ok(Matches { texts, excluded, statistics })
    }

    /// The texts that meet any of these concepts, with their scores. `scores` are zero before and after.
    fn scored(&self, concepts: &[MetConcept<'_>], statistics: &Statistics, scores: &mut [f32]) -> Vec<(u32, f32)> {
        let average = f32::from_bits(statistics.average).max(f32::MIN_POSITIVE);
        // Of how many of a word half is enough: of more in a longer text.
        let (least, slope) = (K1 * (1.0 - B), K1 * B / average);
        let half = |length: f32| least + slope * length;
        let lengths = self.lengths();
        let mut found: Vec<u32> = Vec::new();
        // Whether others have a score than are noted.
        let mut others = false;
        for (place, ((concept, met), frequency)) in concepts.iter().zip(&statistics.frequencies).enumerate() {
            let worth = concept.weight * rarity(statistics.texts, *frequency) * (K1 + 1.0);
            match met.all() {
                Some(often) if !concept.instead => {
                    for ((score, often), length) in scores.iter_mut().zip(often).zip(lengths) {
                        *score += worth * often.saturated(half(*length));
                    }
                    others = true;
                }
                _ => met.each(|text, often| {
                    let at = text as usize;
                    let (Some(score), Some(length)) = (scores.get_mut(at), lengths.get(at)) else { return };
                    if concept.instead && has_words(text, concept.covers, concepts.iter().take(place)) {
                        return;
                    }
                    if *score == 0.0 {
                        found.push(text);
                    }
                    *score += worth * often.saturated(half(*length));
                }),
            }
        }
        if others {
            return with_score(scores);
        }
        let score = |text: &u32| scores.get_mut(*text as usize).map(std::mem::take).unwrap_or_default();
        let scored: Vec<f32> = found.iter().map(score).collect();
        found.into_iter().zip(scored).collect()
    }

    /// Every text that is not out of date.
    fn everything(&self) -> impl Iterator<Item = u32> + '_ {
        self.segments.iter().flat_map(|segment| {
            (0..segment.len()).filter(|doc| !segment.is_deleted(*doc)).map(|doc| segment.base + doc)
        })
    }
}

/// The texts that have a score, with it. `scores` are zero afterwards.
fn with_score(scores: &mut [f32]) -> Vec<(u32, f32)> {
    let mut scored = vec![(0, 0.0); scores.len()];
    let mut found = 0;
    // Each is put where the next one is due, whether it is one or not: whether it is would often be guessed wrong.
    for (text, score) in (0u32..).zip(&*scores) {
        if let Some(due) = scored.get_mut(found) {
            *due = (text, *score);
        }
        found += usize::from(*score > 0.0);
    }
    scores.fill(0.0);
    scored.truncate(found);
    scored
}

/// Whether a text has these words of a query, by the concepts that it meets.
fn has_words<'c>(text: u32, words: u128, mut concepts: impl Iterator<Item = &'c MetConcept<'c>>) -> bool {
    let mut missing = words;
    concepts.any(|(concept, met)| {
        if missing & concept.covers != 0 && met.holds(text) {
            missing &= !concept.covers;
        }
        missing == 0
    })
}

/// What it is worth to have what only so many texts have.
fn rarity(all: u32, frequency: u32) -> f32 {
    let (all, frequency) = (all as f32, frequency.min(all) as f32);
    // Above nothing also for what nearly all of millions have: what has no score does not match.
    ((all - frequency + 0.5) / (frequency + 0.5)).ln_1p()
}
