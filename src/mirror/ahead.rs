//! The log of a hub, ahead of the one who writes: one thread asks for the next page, another reads the documents of the one
//! before, while a third writes what was read.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::Scope;

use serde_json::{Map, Value};

use super::source::{Page, Row, Source, SourceError};
use crate::hub::{Forget, Order};

/// Pages that wait between two threads.
const WAITING: usize = 1;

/// A page of the log, read.
pub(super) struct Step {
    /// What it asks.
    pub orders: Vec<Order>,
    /// How far it reaches.
    pub last_seq: i64,
    /// How many rows are beyond.
    pub pending: u64,
    /// The history.
    pub epoch: String,
}

/// The log behind a place in it, page by page to its end, or to the first page that fails.
pub(super) fn steps<'scope>(
    scope: &'scope Scope<'scope, '_>,
    source: &'scope Source,
    since: i64,
    epoch: String,
) -> Receiver<Result<Step, SourceError>> {
    let (ask, asked) = sync_channel(WAITING);
    let (read, steps) = sync_channel(WAITING);
    scope.spawn(move || pages(source, since, epoch, &ask));
    scope.spawn(move || {
        for page in asked {
            // Nobody listens any more when the writing was given up.
            if read.send(page.and_then(step)).is_err() {
                return;
            }
        }
    });
    steps
}

fn pages(source: &Source, mut since: i64, mut epoch: String, out: &SyncSender<Result<Page, SourceError>>) {
    loop {
        let page = source.changes(since, &epoch);
        let more = page.as_ref().is_ok_and(|page| page.pending > 0);
        if let Ok(page) = &page {
            since = page.last_seq;
            epoch.clone_from(&page.epoch);
        }
        if out.send(page).is_err() || !more {
            return;
        }
    }
}

fn step(page: Page) -> Result<Step, SourceError> {
    let Page { changes, last_seq, pending, epoch } = page;
    let orders = changes.into_iter().filter_map(|row| order(row).transpose()).collect::<Result<_, _>>()?;
    Ok(Step { orders, last_seq, pending, epoch })
}

/// What a row of the log asks; nothing, if this version does not know what it says.
pub(super) fn order(row: Row) -> Result<Option<Order>, SourceError> {
    let Row { op, id, doc, reason, redirect_to, purge_by } = row;
    match (op.as_str(), doc) {
        ("upsert", Some(document)) => {
            let document: Map<String, Value> = serde_json::from_str(document.get())
                .map_err(|error| SourceError::Failed(format!("the document of {id} is none: {error}")))?;
            Ok(Some(Order::keep(document)))
        }
        ("delete", _) => {
            let reason = reason.unwrap_or_default();
            Ok(Some(Order::Forget(Forget { id, reason, purge_by, redirect_to })))
        }
        _ => Ok(None),
    }
}
