//! Words that stand one behind the other.

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::{Field, IndexRecordOption, Term};
use tantivy::{DocSet, InvertedIndexReader, TERMINATED};

use super::index::IndexError;

/// The words of a phrase in a segment, each with its place in the phrase; the rarest first.
pub struct Phrase(Vec<(u32, SegmentPostings)>);

impl Phrase {
    /// A phrase of these terms; `None` when one of them stands nowhere.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn open(index: &InvertedIndexReader, field: Field, terms: &[String]) -> Result<Option<Self>, IndexError> {
        let mut lists = Vec::with_capacity(terms.len());
        for (offset, term) in (0u32..).zip(terms) {
            let term = Term::from_field_text(field, term);
            match index.read_postings(&term, IndexRecordOption::WithFreqsAndPositions)? {
                Some(postings) => lists.push((offset, postings)),
                None => return Ok(None),
            }
        }
        lists.sort_by_key(|(_, postings)| postings.doc_freq());
        Ok(Some(Self(lists)))
    }

    /// In how many texts its words stand, each counted by itself.
    pub fn words(&self) -> u64 {
        self.0.iter().map(|(_, postings)| u64::from(postings.doc_freq())).sum()
    }

    /// Shows every text in which the terms stand one behind the other, with how often they do.
    pub fn each(mut self, show: &mut impl FnMut(u32, u32)) {
        let Some(((first_offset, first), others)) = self.0.split_first_mut() else { return };
        let (mut starts, mut positions) = (Vec::new(), Vec::new());
        let mut doc = first.doc();
        'texts: while doc != TERMINATED {
            for (_, other) in others.iter_mut() {
                let at = if other.doc() < doc { other.seek(doc) } else { other.doc() };
                if at == TERMINATED {
                    return;
                }
                if at > doc {
                    doc = first.seek(at);
                    continue 'texts;
                }
            }
            begin(first, *first_offset, &mut positions, &mut starts);
            for (offset, other) in others.iter_mut() {
                if starts.is_empty() {
                    break;
                }
                other.positions(&mut positions);
                starts.retain(|start| positions.binary_search(&(start + *offset)).is_ok());
            }
            if !starts.is_empty() {
                show(doc, starts.len() as u32);
            }
            doc = first.advance();
        }
    }
}

/// Where a phrase would begin by where one of its words stands.
fn begin(postings: &mut SegmentPostings, offset: u32, positions: &mut Vec<u32>, starts: &mut Vec<u32>) {
    postings.positions(positions);
    starts.clear();
    starts.extend(positions.iter().filter_map(|position| position.checked_sub(offset)));
}
