//! Which texts meet a concept, and how often: postings are read once for many questions, and no question reads more than
//! it may.

use std::sync::Arc;

use tantivy::InvertedIndexReader;
use tantivy::schema::{Field, IndexRecordOption, Term};

use super::evaluating::Unanswered;
use super::index::IndexError;
use super::met::{Gathered, Met};
use super::phrase::Phrase;
use super::plan::Concept;
use super::text::TextField;
use super::view::{Segment, View};

/// How many words of texts a question may still read: a word counts once for each text and part of a text that has it,
/// and as [`POSITIONS`] where its places in the text are looked at.
pub(super) struct Budget(pub u64);

impl Budget {
    fn spend(&mut self, words: u64) -> Result<(), Unanswered> {
        self.0 = self.0.checked_sub(words).ok_or(Unanswered::TooExpensive)?;
        Ok(())
    }
}

/// What it costs to read where a word stands, beside reading that it does.
const POSITIONS: u64 = 4;

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
        let met = Arc::new(Met::take(gathered, before - budget.0));
        self.met.insert(name, Arc::clone(&met));
        Ok(met)
    }

    /// How often each text meets a concept, each part of the text by its weight.
    fn gather(&self, concept: &Concept, gathered: &mut Gathered, budget: &mut Budget) -> Result<(), Unanswered> {
        for segment in &self.segments {
            for alternative in &concept.alternatives {
                for field in concept.fields {
                    let Some(part) = self.part(segment, *field) else { continue };
                    let weight = alternative.weight * field.weight();
                    let mut show = |doc, count: u32| gathered.add(segment.base + doc, weight * count as f32);
                    match alternative.terms.as_slice() {
                        [term] => part.each_with_word(term, budget, &mut show)?,
                        // The titles of related entries are not one text.
                        _ if *field == TextField::Related => {}
                        terms => part.each_with_phrase(terms, budget, &mut show)?,
                    }
                }
            }
        }
        Ok(())
    }

    fn part<'s>(&self, segment: &'s Segment, field: TextField) -> Option<Part<'s>> {
        Some(Part { segment, field: *self.fields.texts.get(field.place())?, index: segment.inverted(field)? })
    }
}

/// One part of the texts of a segment.
struct Part<'s> {
    segment: &'s Segment,
    field: Field,
    index: &'s InvertedIndexReader,
}

impl Part<'_> {
    /// Shows every text that has a word, with how often it does.
    fn each_with_word(
        &self,
        term: &str,
        budget: &mut Budget,
        show: &mut impl FnMut(u32, u32),
    ) -> Result<(), Unanswered> {
        let term = Term::from_field_text(self.field, term);
        let postings = self.index.read_block_postings(&term, IndexRecordOption::WithFreqs).map_err(IndexError::from)?;
        let Some(mut postings) = postings else { return Ok(()) };
        budget.spend(postings.doc_freq().into())?;
        let deletes = self.segment.has_deletes();
        while postings.block_len() > 0 {
            for (doc, frequency) in postings.docs().iter().zip(postings.freqs()) {
                if !deletes || !self.segment.is_deleted(*doc) {
                    show(*doc, *frequency);
                }
            }
            postings.advance();
        }
        Ok(())
    }

    /// Shows every text that has these terms one behind the other, with how often it does.
    fn each_with_phrase(
        &self,
        terms: &[String],
        budget: &mut Budget,
        show: &mut impl FnMut(u32, u32),
    ) -> Result<(), Unanswered> {
        let Some(phrase) = Phrase::open(self.index, self.field, terms)? else { return Ok(()) };
        budget.spend(phrase.words() * POSITIONS)?;
        phrase.each(&mut |doc, count| {
            if !self.segment.is_deleted(doc) {
                show(doc, count);
            }
        });
        Ok(())
    }
}
