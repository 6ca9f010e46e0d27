//! Which segments hold texts that must not remain on disk, and writing them anew without. What is deleted in an index is
//! only marked: its words stay in the segment until that is written again.

use std::collections::BTreeSet;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use tantivy::index::{SegmentId, SegmentMeta};
use tantivy::schema::{IndexRecordOption, Term};
use tantivy::{DocSet, FutureResult, IndexWriter, Searcher, SegmentReader, TERMINATED};
use uuid::Uuid;

use super::index::IndexError;
use super::schema::Fields;

/// A segment that is being written anew, by a thread of the writer.
pub struct Rewriting(Pin<Box<FutureResult<Option<SegmentMeta>>>>);

impl Rewriting {
    /// Begins.
    pub fn begin(writer: &mut IndexWriter, segment: SegmentId) -> Self {
        Self(Box::pin(writer.merge(&[segment])))
    }

    /// Whether it has come to an end, good or bad: whoever looks for what remains finds out which.
    pub fn is_done(&mut self) -> bool {
        match self.0.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => false,
            Poll::Ready(Ok(_)) => true,
            Poll::Ready(Err(error)) => {
                log::warn!("a part of the search index could not be written anew, it is tried again: {error}");
                true
            }
        }
    }
}

/// Whether an entry has any text in the index that is not out of date.
pub fn is_indexed(searcher: &Searcher, fields: &Fields, id: Uuid) -> Result<bool, IndexError> {
    for segment in searcher.segment_readers() {
        if has_text(segment, fields, id, |doc| !segment.is_deleted(doc))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A segment that holds a text of one of these entries that is out of date.
pub fn holding(
    searcher: &Searcher,
    fields: &Fields,
    entries: &BTreeSet<Uuid>,
) -> Result<Option<SegmentId>, IndexError> {
    for segment in searcher.segment_readers().iter().filter(|segment| segment.has_deletes()) {
        for id in entries {
            if has_text(segment, fields, *id, |doc| segment.is_deleted(doc))? {
                return Ok(Some(segment.segment_id()));
            }
        }
    }
    Ok(None)
}

fn has_text(
    segment: &SegmentReader,
    fields: &Fields,
    id: Uuid,
    is_meant: impl Fn(u32) -> bool,
) -> Result<bool, IndexError> {
    let term = Term::from_field_bytes(fields.id, id.as_bytes());
    let ids = segment.inverted_index(fields.id)?;
    let Some(mut texts) = ids.read_postings(&term, IndexRecordOption::Basic)? else { return Ok(false) };
    while texts.doc() != TERMINATED {
        if is_meant(texts.doc()) {
            return Ok(true);
        }
        texts.advance();
    }
    Ok(false)
}
