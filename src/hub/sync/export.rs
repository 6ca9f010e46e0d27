//! The export: every entry of a scope at one place in the sequence, line by line, in constant memory. One thread reads
//! rows ahead of the one that renders them.

use std::sync::Arc;
use std::sync::mpsc::sync_channel;

use serde_json::json;
use tokio::sync::OwnedSemaphorePermit;

use super::documents::{Rows, live};
use super::fingerprints::{Digest, term_of};
use super::scope::Members;
use super::{Lines, Opening};
use crate::catalogue::{Node, Snapshot};
use crate::database::Connection;
use crate::hub::{Hub, HubError};
use crate::model::COLLECTIONS;
use crate::present::SyncDocument;
use crate::query::SyncQuery;
use crate::store::{self, StoreError};

/// Exports that a node serves at once; each holds a connection.
pub const EXPORTS: usize = 4;

/// Rows that are read in one statement.
pub(super) const CHUNK: i64 = 250;

/// Chunks that are read ahead.
const AHEAD: usize = 2;

impl Hub {
    /// Leave to serve an export, or [`HubError::Crowded`].
    ///
    /// # Errors
    /// See there.
    pub fn admit_export(&self) -> Result<OwnedSemaphorePermit, HubError> {
        Arc::clone(&self.exports).try_acquire_owned().map_err(|_| HubError::Crowded)
    }

    /// Writes an export line by line: a header, a line for each entry, a trailer. Whoever sees no trailer has not seen all
    /// of it. Ends early, without one, when no more is wanted.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn export(&self, query: &SyncQuery, out: &mut dyn Lines) -> Result<(), HubError> {
        self.at_one_place(|connection, snapshot| {
            let members = Members::of(snapshot, &query.scope);
            let scope = query.scope_query();
            let header = json!({
                "kind": "header", "as_of": snapshot.seq, "epoch": &*snapshot.epoch, "scope": scope,
                "publisher": self.identity.publisher, "generated_at": self.now(),
            });
            out.begin(Opening { seq: snapshot.seq, kept: None });
            if !out.line(&header.to_string()) {
                return Ok(());
            }
            let mut digest = Digest::default();
            let mut text = String::new();
            let complete =
                self.each_document(connection, snapshot, &|node| members.has(node), &mut |node, document| {
                    digest.add(match self.known_term(snapshot, node) {
                        Some(term) => term,
                        None => term_of(snapshot, node, &document.hash()?),
                    });
                    text.clear();
                    text.push_str("{\"kind\":\"entry\",\"doc\":");
                    text.push_str(&document.json);
                    text.push('}');
                    Ok(out.line(&text))
                })?;
            if complete {
                let trailer = json!({
                    "kind": "trailer", "count": digest.count, "digest": digest.hex(), "as_of": snapshot.seq,
                });
                out.line(&trailer.to_string());
            }
            Ok(())
        })
    }

    /// Shows every document that is wanted to `each`, collection by collection, in the order of ids, until it wants no
    /// more. Answers whether it saw all of them.
    pub(super) fn each_document(
        &self,
        connection: &mut Connection,
        snapshot: &Snapshot,
        wanted: &(dyn Fn(Node) -> bool + Sync),
        each: &mut dyn FnMut(Node, SyncDocument) -> Result<bool, HubError>,
    ) -> Result<bool, HubError> {
        let renderer = self.renderer(snapshot);
        std::thread::scope(|scope| {
            let (send, receive) = sync_channel::<Result<Rows, StoreError>>(AHEAD);
            scope.spawn(move || {
                let outcome = read_rows(connection, snapshot, wanted, &mut |rows| send.send(Ok(rows)).is_ok());
                if let Err(error) = outcome {
                    // Nobody listens any more when the reading was given up.
                    let _ = send.send(Err(error));
                }
            });
            for rows in receive {
                for (node, document) in rows?.render(&renderer)? {
                    if !each(node, document)? {
                        return Ok(false);
                    }
                }
            }
            Ok(true)
        })
    }
}

/// Reads rows of every collection until `take` wants no more.
fn read_rows(
    connection: &mut Connection,
    snapshot: &Snapshot,
    wanted: &(dyn Fn(Node) -> bool + Sync),
    take: &mut dyn FnMut(Rows) -> bool,
) -> Result<(), StoreError> {
    for collection in COLLECTIONS.iter() {
        let mut after = String::new();
        loop {
            let mut stored = store::load_after(connection, collection, &after, CHUNK)?;
            let complete = (stored.len() as i64) < CHUNK;
            if let Some(last) = stored.last() {
                after.clone_from(&last.entry.id);
            }
            stored.retain(|stored| live(snapshot, &stored.entry.id).is_some_and(|(node, _)| wanted(node)));
            if !stored.is_empty() && !take(Rows::around(connection, snapshot, collection, stored)?) {
                return Ok(());
            }
            if complete {
                break;
            }
        }
    }
    Ok(())
}
