//! Which texts meet a concept, and how often: postings are read once for many questions, and no question reads more than
//! it may.

use std::sync::Arc;

use quick_cache::Weighter;
use quick_cache::sync::Cache;
use tantivy::schema::{IndexRecordOption, Term};

use super::evaluating::Unanswered;
use super::index::IndexError;
use super::phrase::Phrase;
use super::plan::{Alternative, Concept};
use super::text::TextField;
use super::view::{Segment, View};

/// The texts that meet a concept, in the order of their numbers, each with how often it does.
pub(super) struct Met {
    pub texts: Box<[u32]>,
    pub counts: Box<[f32]>,
    /// Words that were read to find them.
    read: u64,
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

/// How many words of texts a question may still read: a word counts once for each text and part of a text that has it,
/// and as [`POSITIONS`] where its places in the text are looked at.
pub(super) struct Budget(pub u64);

impl Budget {
    fn spend(&mut self, words: u64) -> Result<(), Unanswered> {
        self.0 = self.0.checked_sub(words).ok_or(Unanswered::TooDear)?;
        Ok(())
    }
}

/// What it costs to read where a word stands, beside reading that it does.
const POSITIONS: u64 = 4;

/// How often each text meets what is being gathered. Between two concepts, all of it is zero.
#[derive(Default)]
pub(super) struct Gathered {
    counts: Vec<f32>,
    met: Vec<u32>,
}

impl Gathered {
    /// Makes room for so many texts.
    pub fn room(&mut self, texts: usize) {
        self.counts.resize(texts, 0.0);
    }

    fn add(&mut self, text: u32, count: f32) {
        if let Some(known) = self.counts.get_mut(text as usize) {
            if *known == 0.0 {
                self.met.push(text);
            }
            *known += count;
        }
    }

    /// What was gathered, which is forgotten here.
    fn take(&mut self, read: u64) -> Met {
        self.met.sort_unstable();
        let counts = self.met.iter().map(|text| self.counts.get_mut(*text as usize).map(std::mem::take));
        let counts = counts.map(Option::unwrap_or_default).collect();
        Met { counts, texts: self.met.drain(..).collect(), read }
    }
}

impl View {
    /// The texts that meet a concept.
    pub(super) fn met(
        &self,
        concept: &Concept,
        gathered: &mut Gathered,
        budget: &mut Budget,
    ) -> Result<Arc<Met>, Unanswered> {
        let name = concept.name();
        if let Some(met) = self.met.get(&name) {
            budget.spend(met.read)?;
            return Ok(met);
        }
        let before = budget.0;
        self.gather(concept, gathered, budget)?;
        let met = Arc::new(gathered.take(before - budget.0));
        self.met.insert(name, Arc::clone(&met));
        Ok(met)
    }

    /// How often each text meets a concept, each part of the text by its weight.
    fn gather(&self, concept: &Concept, gathered: &mut Gathered, budget: &mut Budget) -> Result<(), Unanswered> {
        for segment in &self.segments {
            for alternative in &concept.alternatives {
                for field in concept.fields {
                    let weight = alternative.weight * field.weight();
                    match alternative.terms.as_slice() {
                        [term] => self.gather_word(segment, *field, term, weight, gathered, budget)?,
                        _ => self.gather_phrase(segment, *field, alternative, weight, gathered, budget)?,
                    }
                }
            }
        }
        Ok(())
    }

    fn gather_word(
        &self,
        segment: &Segment,
        field: TextField,
        term: &str,
        weight: f32,
        gathered: &mut Gathered,
        budget: &mut Budget,
    ) -> Result<(), Unanswered> {
        let (Some(of), Some(index)) = (self.fields.texts.get(field.place()), segment.inverted(field)) else {
            return Ok(());
        };
        let term = Term::from_field_text(*of, term);
        let postings = index.read_block_postings(&term, IndexRecordOption::WithFreqs).map_err(IndexError::from)?;
        let Some(mut postings) = postings else { return Ok(()) };
        budget.spend(postings.doc_freq().into())?;
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
        field: TextField,
        phrase: &Alternative,
        weight: f32,
        gathered: &mut Gathered,
        budget: &mut Budget,
    ) -> Result<(), Unanswered> {
        let (Some(of), Some(index)) = (self.fields.texts.get(field.place()), segment.inverted(field)) else {
            return Ok(());
        };
        if field == TextField::Related {
            return Ok(());
        }
        let Some(phrase) = Phrase::open(index, *of, &phrase.terms)? else { return Ok(()) };
        budget.spend(phrase.words() * POSITIONS)?;
        phrase.each(&mut |doc, count| {
            if !segment.is_deleted(doc) {
                gathered.add(segment.base + doc, weight * count as f32);
            }
        });
        Ok(())
    }
}
