//! How many changes there are beyond the end of a page of the log. To count them takes as long as there are many, and would be
//! done for every page of who follows the whole log: so it is remembered for whoever goes on where a page ended.

use std::sync::Arc;

use quick_cache::sync::Cache;

use crate::catalogue::Snapshot;

/// Ends of pages that are remembered.
const ENDS: usize = 1000;

/// The end of a page: history and place in the sequence at which it was read, what was asked for, and where it ends.
type End = (Arc<str>, i64, u64, i64);

/// A page of the log.
pub(super) struct LogPage<'a> {
    /// The catalogue with which it was read.
    pub snapshot: &'a Snapshot,
    /// A hash of what was asked for.
    pub scope: u64,
    /// The place in the sequence behind which it begins.
    pub after: i64,
    /// Where it ends.
    pub last: i64,
    /// How many changes are on it.
    pub changes: usize,
    /// Whether there are more.
    pub more: bool,
}

/// What is remembered.
pub(super) struct Beyond(Cache<End, i64>);

impl Default for Beyond {
    fn default() -> Self {
        Self(Cache::new(ENDS))
    }
}

impl Beyond {
    /// How many changes there are beyond a page; counted where nobody had it before, or the page before it.
    pub fn of<E>(&self, page: &LogPage<'_>, count: impl FnOnce() -> Result<i64, E>) -> Result<i64, E> {
        let end = |place| (Arc::clone(&page.snapshot.epoch), page.snapshot.seq, page.scope, place);
        if !page.more {
            return Ok(0);
        }
        if let Some(beyond) = self.0.get(&end(page.last)) {
            return Ok(beyond);
        }
        let beyond = match self.0.get(&end(page.after)) {
            Some(beyond) => beyond - page.changes as i64,
            None => count()?,
        };
        self.0.insert(end(page.last), beyond);
        Ok(beyond)
    }
}
