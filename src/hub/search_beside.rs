//! Search is brought along beside an import over the command line, so that a server that starts on the folder finds
//! everything at once. There is no catalogue then: what entries name is looked up in the tables.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{Builder, scope};
use std::time::Duration;

use super::Hub;
use super::search_following::{FollowError, Reading};
use crate::search::{IndexError, Place, State};
use crate::store;

/// An index that is further behind when the import begins is left to a server, or to `reindex`: an import of a few lines
/// would take as long.
const BEHIND: i64 = 20_000;

/// How long to wait for what the import commits next.
const REST: Duration = Duration::from_millis(20);

impl Hub {
    /// Does some work that writes, and follows the change log for search meanwhile and to its end. Where a server writes the
    /// index, it is left to that. What the work answers comes with whatever became of search.
    pub fn with_search_beside<T>(&self, work: impl FnOnce() -> T) -> (T, Result<(), FollowError>) {
        let ended = AtomicBool::new(false);
        scope(|scope| {
            let follow = || {
                let mut state = self.search.lock();
                let done = self.follow_beside(&mut state, &ended);
                state.drop_index();
                done
            };
            let follower = Builder::new().name("search".to_owned()).spawn_scoped(scope, follow);
            let answer = work();
            ended.store(true, Ordering::Release);
            let stopped = || Err(FollowError::Index(IndexError("its thread stopped".to_owned())));
            let done = follower.map_or_else(
                |error| Err(FollowError::Index(error.into())),
                |follower| follower.join().unwrap_or_else(|_| stopped()),
            );
            (answer, done)
        })
    }

    fn follow_beside(&self, state: &mut State, ended: &AtomicBool) -> Result<(), FollowError> {
        let (began, epoch) = self.store.read_public(store::position)?;
        let end = Place { seq: began, epoch: epoch.clone() };
        let Some(mut seq) = self.search.take_over(state, &end, BEHIND)? else { return Ok(()) };
        let mut reading = Reading::beginning(state.is_building().then_some(began));
        let end = loop {
            // A server that was started meanwhile has made its own.
            if state.is_building() && self.search.is_made() {
                return Ok(self.search.leave(state)?);
            }
            // Looked at first: what was committed before the work ended is then seen.
            let last = ended.load(Ordering::Acquire);
            let (end, changes) = self.next_changes(seq)?;
            if let Some(at) = changes.last().map(|change| change.seq) {
                self.take_changes(state, &mut reading, seq, None, &changes)?;
                seq = at;
                if !state.is_building() {
                    state.commit(Place { seq, epoch: epoch.clone() })?;
                }
            } else if last {
                break end;
            } else {
                std::thread::sleep(REST);
            }
        };
        state.commit(Place { seq: end.max(1), epoch })?;
        Ok(self.search.leave(state)?)
    }
}
