//! What followers of the hub get: changes, exports, inventories, and what proves a copy complete. All of it is read at one
//! place in the sequence, with the catalogue and the tables at the same one, and only what consent lets followers have.

mod beyond;
mod changes;
mod documents;
mod export;
mod fingerprints;
mod harvest;
mod scope;
mod told;

pub use changes::{Feed, FeedRow, Feeds};
pub(super) use documents::live;
pub use export::EXPORTS;
pub use fingerprints::{Digest, Fingerprints, beginning, term};
pub(super) use told::Told;

use std::sync::atomic::Ordering;

use super::{Hub, HubError, Provenance};
use crate::catalogue::Snapshot;
use crate::database::Connection;
use crate::query::SyncQuery;
use crate::store;

/// How often a read begins again when the tables are ahead of the catalogue.
const ATTEMPTS: usize = 20;

/// What is known of a stream before its first line.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The place in the sequence that it is as of.
    pub seq: i64,
    /// What it depends on, if it is one that caches may keep.
    pub kept: Option<Kept>,
}

/// What caches are told of a stream.
#[derive(Debug, Clone)]
pub struct Kept {
    /// What it depends on.
    pub provenance: Provenance,
    /// What tells it from any other: a hash of what it is made from.
    pub validator: String,
    /// Where this part of the whole and those around it are.
    pub links: Vec<(&'static str, String)>,
}

/// Takes what is written line by line.
pub trait Lines {
    /// What follows is this.
    fn begin(&mut self, opening: Opening);
    /// Takes a text; answers whether more is wanted.
    fn text(&mut self, text: &str) -> bool;
    /// Takes a line, without what ends it; answers whether more is wanted.
    fn line(&mut self, line: &str) -> bool {
        self.text(line) && self.text("\n")
    }
}

impl Hub {
    /// Reads tables and catalogue at the same place in the sequence.
    pub(super) fn at_one_place<T>(
        &self,
        mut read: impl FnMut(&mut Connection, &Snapshot) -> Result<T, HubError>,
    ) -> Result<T, HubError> {
        for _ in 0..ATTEMPTS {
            let snapshot = self.catalogue();
            let read = self.store.snapshot_public(|connection| {
                let (seq, epoch) = store::position(connection)?;
                if seq != snapshot.seq || epoch != *snapshot.epoch {
                    return Ok(None);
                }
                Ok(Some(read(connection, &snapshot)))
            })?;
            match read {
                Some(answer) => return answer,
                None => drop(self.catch_up()?),
            }
        }
        Err(HubError::Behind { at: self.catalogue().seq })
    }

    /// Makes sure that this node has what a follower already has: its history, and the place in it.
    ///
    /// # Errors
    /// [`HubError::OtherEpoch`] when the follower's history, or its place, is none of this hub's;
    /// [`HubError::Behind`] when this node has not reached it.
    pub async fn reach(&self, query: &SyncQuery) -> Result<(), HubError> {
        let snapshot = self.catalogue();
        if query.epoch.as_deref().is_some_and(|epoch| epoch != &*snapshot.epoch) {
            return Err(HubError::OtherEpoch { epoch: snapshot.epoch.to_string() });
        }
        if let Some(seq) = query.min_seq {
            self.wait_for(seq).await?;
        }
        if query.since <= snapshot.seq {
            return Ok(());
        }
        match self.wait_for(query.since).await {
            // A place that the log has not reached is from another history; one that only this node lacks is not.
            Err(HubError::Behind { at }) => {
                let (seq, _) = self.store.read(store::position)?;
                if query.since > seq {
                    return Err(HubError::OtherEpoch { epoch: snapshot.epoch.to_string() });
                }
                Err(HubError::Behind { at })
            }
            reached => reached,
        }
    }

    /// Waits until the catalogue is beyond a place in the sequence; answers whether it is. It does not wait when the hub is
    /// about to stop.
    pub async fn beyond(&self, seq: i64, patience: std::time::Duration) -> bool {
        let mut reached = self.reached.subscribe();
        let beyond = reached.wait_for(|reached| *reached > seq || self.is_closing());
        matches!(tokio::time::timeout(patience, beyond).await, Ok(Ok(reached)) if *reached > seq)
    }

    /// Lets nobody wait any longer: the hub is about to stop.
    pub fn close(&self) {
        self.closing.store(true, Ordering::Relaxed);
        self.reached.send_modify(|_| ());
    }

    /// Whether the hub is about to stop.
    pub fn is_closing(&self) -> bool {
        self.closing.load(Ordering::Relaxed)
    }
}
