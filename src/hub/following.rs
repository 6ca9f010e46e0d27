//! Keeping the catalogue as the change log says: built from the tables at start, then row by row.

use std::mem::take;
use std::sync::Arc;
use std::time::Duration;

use uuid::Uuid;

use super::answers::Forgotten;
use super::gathering::{Whole, removals, rows_and_removals, whole};
use super::{Hub, HubError};
use crate::catalogue::Snapshot;
use crate::database::Connection;
use crate::store::{self, StoreError};

/// Changes taken row by row, or as many as there are entries, if that is more; whoever is further behind builds the
/// catalogue anew, which is then no slower. A step always has the targets of its links: a part of a longer way might not.
const STEP: i64 = 5000;

/// How long a reader waits for a place in the sequence.
const PATIENCE: Duration = Duration::from_secs(2);

impl Hub {
    /// Brings the catalogue to the end of the change log and answers where that is. What was committed before the call
    /// is in the catalogue after it.
    ///
    /// # Errors
    /// Whatever the database says; the catalogue then stays as it was.
    pub fn catch_up(&self) -> Result<i64, StoreError> {
        self.catch_up_to(None)
    }

    /// The same, unless the catalogue has reached this place by the time that nobody else brings it on.
    fn catch_up_to(&self, enough: Option<i64>) -> Result<i64, StoreError> {
        let _turn = self.following.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let (mut next, mut ahead, mut forgotten) = (self.catalogue(), 0, Forgotten::default());
        if enough.is_some_and(|seq| next.seq >= seq) {
            return Ok(next.seq);
        }
        loop {
            match self.store.snapshot_public(|connection| step(connection, &next, ahead > next.seq))? {
                Step::None => return Ok(next.seq),
                Step::Next(following, erased) => {
                    next = Arc::new(following);
                    forgotten.erased.extend(erased);
                }
                Step::Far => {
                    forgotten.all = true;
                    let whole = whole(&self.store)?;
                    ahead = whole.ahead;
                    next = Arc::new(built(whole));
                }
            }
            if next.seq >= ahead {
                self.catalogue.store(Arc::clone(&next));
                // Only now: what is made from now on is made without what was erased.
                self.forget_kept(&take(&mut forgotten));
                self.reached.send_replace(next.seq);
            }
        }
    }

    /// Shows what was just committed, up to a place in the sequence or else all of it: of those who share a commit, the
    /// first does so for all. Where it fails nothing is wrong with what was written: it is shown as soon as the log can be
    /// followed again.
    pub fn show_committed(&self, seq: Option<i64>) {
        if let Err(error) = self.catch_up_to(seq) {
            log::warn!("what was committed is not shown yet: {error}");
        }
    }

    /// Waits until the catalogue reflects a place in the sequence.
    ///
    /// # Errors
    /// [`HubError::Behind`] when it does not within two seconds.
    pub async fn wait_for(&self, seq: i64) -> Result<(), HubError> {
        let mut reached = self.reached.subscribe();
        let arrived = reached.wait_for(|reached| *reached >= seq);
        match tokio::time::timeout(PATIENCE, arrived).await {
            Ok(Ok(_)) => Ok(()),
            _ => Err(HubError::Behind { at: self.catalogue().seq }),
        }
    }
}

/// What follows a snapshot.
enum Step {
    /// Nothing: it is at the end of the log.
    None,
    /// This one; of these entries nothing may be kept.
    Next(Snapshot, Vec<Uuid>),
    /// One so far away that it is to be built anew.
    Far,
}

/// What follows a snapshot, however far that is if it `must` be taken row by row.
fn step(connection: &mut Connection, before: &Snapshot, must: bool) -> Result<Step, StoreError> {
    let (seq, epoch) = store::position(connection)?;
    if before.epoch.as_ref() != epoch || before.seq > seq {
        return Ok(Step::Far);
    }
    if before.seq == seq {
        return Ok(Step::None);
    }
    let most = if must { i64::MAX - 1 } else { STEP.max(before.count() as i64) };
    let changes = store::changes_after(connection, before.seq, most + 1)?;
    if changes.is_empty() {
        return Ok(Step::None);
    }
    if changes.len() as i64 > most {
        return Ok(Step::Far);
    }
    let erased = changes.iter().filter(|change| change.must_purge);
    let erased = erased.filter_map(|change| Uuid::parse_str(&change.entry_id).ok()).collect();
    let (rows, removals) = rows_and_removals(connection, changes)?;
    Ok(Step::Next(before.apply(rows, removals, seq), erased))
}

/// The snapshot of everything.
fn built(whole: Whole) -> Snapshot {
    let Whole { seq, epoch, rows, changes, slugs, .. } = whole;
    Snapshot::empty(&epoch).apply(rows, removals(&changes, &slugs), seq)
}
