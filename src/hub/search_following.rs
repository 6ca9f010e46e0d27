//! Search follows the change log behind the catalogue, so that whatever the index names is in the catalogue, if it is
//! public. Many changes are read by several threads and committed together; few are committed at once.

use std::sync::Arc;
use std::thread::{available_parallelism, scope};
use std::time::Duration;

use uuid::Uuid;

use super::indexing::{all_names, followed};
use super::{Hub, HubError};
use crate::catalogue::{Found, Snapshot};
use crate::search::{Candidate, Followed, IndexError, Names, Numbering, Place, State, Suggestions, View, Vocabulary};
use crate::store::{self, Change, StoreError};

/// Changes taken in one step.
const STEP: usize = 4000;

/// So few are read by one thread.
const FEW: usize = 200;

/// How long a search waits for a place in the sequence.
const PATIENCE: Duration = Duration::from_secs(2);

/// Why search does not follow.
#[derive(Debug)]
pub enum FollowError {
    /// The database failed.
    Store(StoreError),
    /// The index failed.
    Index(IndexError),
}

impl From<StoreError> for FollowError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<IndexError> for FollowError {
    fn from(error: IndexError) -> Self {
        Self::Index(error)
    }
}

impl std::fmt::Display for FollowError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Store(error) => error.fmt(f),
            Self::Index(error) => error.fmt(f),
        }
    }
}

impl From<FollowError> for HubError {
    fn from(error: FollowError) -> Self {
        match error {
            FollowError::Store(error) => Self::Store(error),
            FollowError::Index(error) => Self::Rendering(error.to_string()),
        }
    }
}

impl Hub {
    /// Brings the search index to the end of the change log; builds it when there is none.
    ///
    /// # Errors
    /// Whatever the database or the index say; the index is opened again with the next call.
    pub fn follow_search(&self) -> Result<(), FollowError> {
        let mut state = self.search.lock();
        let done = self.follow_with(&mut state).and_then(|()| Ok(state.claim()?));
        // What a new index took before a failure is in no commit, and would be in it twice.
        if matches!(done, Err(FollowError::Index(_))) || done.is_err() && state.is_building() {
            state.drop_index();
        }
        done
    }

    fn follow_with(&self, state: &mut State) -> Result<(), FollowError> {
        self.catch_up()?;
        let snapshot = self.catalogue();
        let mut seq = self.search.open(state, &snapshot.epoch)?;
        if seq > snapshot.seq {
            // The log is shorter than what is indexed: another history under the same name.
            self.search.begin(state)?;
            seq = 0;
        }
        if !state.knows_names() {
            let names = self.store.read_public(all_names)?;
            state.take_names(names.into_iter().collect());
        }
        // What was in the index when the hub last stopped can be found while the rest is read.
        if self.search.view().is_none() && !state.is_building() && seq < snapshot.seq {
            self.show(state)?;
        }
        let mut reading = Reading::beginning(state.is_building().then_some(snapshot.seq));
        loop {
            // A stop does not wait for an index that takes minutes: what is not committed is indexed at the next start.
            if self.is_closing() && !self.search.is_lazy() {
                return Ok(());
            }
            let (end, changes) = self.next_changes(seq)?;
            let last = changes.len() < STEP;
            let Some(at) = changes.last().map(|change| if last { end } else { change.seq }) else {
                if state.is_building() {
                    state.commit(Place { seq: end.max(1), epoch: snapshot.epoch.to_string() })?;
                }
                break;
            };
            // What was committed meanwhile must be in the catalogue before it is indexed: the titles of what an entry names
            // are looked up there, and an entry is not indexed again at the same place in the log.
            self.catch_up()?;
            let snapshot = self.catalogue();
            self.take_changes(state, &mut reading, seq, Some(&snapshot), &changes)?;
            seq = at;
            if last || !state.is_building() {
                state.commit(Place { seq, epoch: snapshot.epoch.to_string() })?;
            }
            if last {
                break;
            }
        }
        self.show(state)
    }

    /// Shows what is committed.
    fn show(&self, state: &mut State) -> Result<(), FollowError> {
        // The catalogue first: whatever the index has is then in it.
        self.catch_up()?;
        let snapshot = self.catalogue();
        let resolve = |id: Uuid| snapshot.find_id(id).map(|(node, _)| node.number());
        // Whoever waits for an entry waits for the index; all names are sorted anew from time to time, which takes longer.
        let first = self.search.view().is_none();
        if first {
            self.suggest(state, &snapshot);
        }
        self.search.show(state, &Numbering { generation: snapshot.generation, resolve: &resolve })?;
        if !first {
            self.suggest(state, &snapshot);
        }
        Ok(())
    }

    /// The end of the log, and the changes that come after a place.
    pub(super) fn next_changes(&self, seq: i64) -> Result<(i64, Vec<Change>), StoreError> {
        self.store.snapshot_public(|connection| {
            let (end, _) = store::position(connection)?;
            Ok((end, store::changes_after(connection, seq, STEP as i64)?))
        })
    }

    /// Takes the changes that come after a place into the index.
    pub(super) fn take_changes(
        &self,
        state: &mut State,
        reading: &mut Reading,
        seq: i64,
        snapshot: Option<&Snapshot>,
        changes: &[Change],
    ) -> Result<(), FollowError> {
        let mut parts = self.read_changes(snapshot, changes, &mut reading.vocabularies)?;
        // What must go may have been named in any of the entries that changed with it.
        let purge = parts.iter().any(|part| part.purge);
        if let Some(first) = parts.first_mut() {
            first.again = reading.again(seq, changes);
        }
        for part in parts {
            state.renamed.extend(&part.entries);
            state.take(Followed { purge, ..part })?;
        }
        Ok(())
    }

    /// What changes mean for search, read by as many threads as pay.
    fn read_changes(
        &self,
        snapshot: Option<&Snapshot>,
        changes: &[Change],
        vocabularies: &mut [Vocabulary],
    ) -> Result<Vec<Followed>, StoreError> {
        let threads = if changes.len() <= FEW { 1 } else { vocabularies.len() };
        let length = changes.len().div_ceil(threads);
        scope(|scope| {
            let read = |(part, vocabulary)| {
                move || self.store.read_public(|connection| followed(connection, snapshot, part, vocabulary))
            };
            let parts = changes.chunks(length).zip(vocabularies);
            let parts: Vec<_> = parts.map(|part| scope.spawn(read(part))).collect();
            let stopped = || Err(StoreError::Failed("a reader stopped".to_owned()));
            parts.into_iter().map(|part| part.join().unwrap_or_else(|_| stopped())).collect()
        })
    }

    /// Brings what is suggested up to date.
    fn suggest(&self, state: &mut State, snapshot: &Snapshot) {
        // Kept until now by the state: a round that failed in between has not suggested what the one before it committed.
        let changed = std::mem::take(&mut state.renamed);
        let before = self.search.suggestions();
        if before.is_some() && changed.is_empty() {
            return;
        }
        let of = |id: Uuid| candidates(snapshot, id, state.names().get(&id).map_or(&[][..], Vec::as_slice));
        let some = before.and_then(|before| before.with(changed.iter().flat_map(|id| of(*id))));
        let all = || {
            let shelves = snapshot.shelves().flat_map(|shelf| shelf.live.iter().filter_map(|slot| shelf.card(slot)));
            Suggestions::new(shelves.flat_map(|card| of(card.id)))
        };
        self.search.suggest(some.unwrap_or_else(all));
    }

    /// Builds a new index and puts it into use, whatever state the present one is in.
    ///
    /// # Errors
    /// Whatever the database or the index say.
    pub fn rebuild_search(&self) -> Result<(), FollowError> {
        let mut state = self.search.lock();
        self.search.begin(&mut state)?;
        self.follow_with(&mut state)
    }

    /// Whether search has anything to follow, to put into use or to remove.
    pub fn search_is_due(&self) -> bool {
        match self.search.view() {
            None => !self.search.is_lazy(),
            Some(view) => {
                let snapshot = self.catalogue();
                view.at.seq < snapshot.seq
                    || view.generation != snapshot.generation
                    || view.at.epoch != *snapshot.epoch
                    || self.search.is_purging()
                    || self.search.is_replaced()
            }
        }
    }

    /// Where search stands, if it is built.
    pub fn search_seq(&self) -> Option<i64> {
        self.search.view().map(|view| view.at.seq)
    }

    /// Whether search answers, or would if it was asked.
    pub fn search_is_ready(&self) -> bool {
        self.search.is_lazy() || self.search.view().is_some()
    }

    /// Whether somebody waits for search to reach a place in the sequence.
    pub fn search_is_awaited(&self) -> bool {
        self.search.is_awaited()
    }

    /// What can be searched. An index in memory is brought up to date first.
    pub(super) fn searchable(&self) -> Result<Arc<View>, HubError> {
        if self.search.is_lazy() {
            let snapshot = self.catalogue();
            let view = self.search.view();
            let fresh = |view: &Arc<View>| {
                view.at.seq >= snapshot.seq
                    && view.generation == snapshot.generation
                    && view.at.epoch == *snapshot.epoch
            };
            match view.filter(fresh) {
                Some(view) => return Ok(view),
                None => self.follow_search()?,
            }
        }
        self.search.view().ok_or(HubError::Preparing)
    }

    /// Waits until search reflects a place in the sequence.
    ///
    /// # Errors
    /// [`HubError::Behind`] when it does not within two seconds.
    pub async fn wait_for_search(&self, seq: i64) -> Result<(), HubError> {
        self.wait_for(seq).await?;
        if self.search.is_lazy() {
            return Ok(());
        }
        let mut reached = self.search.reached();
        let arrived = reached.wait_for(|reached| *reached >= seq);
        match tokio::time::timeout(PATIENCE, arrived).await {
            Ok(Ok(_)) => Ok(()),
            _ => Err(HubError::Behind { at: self.search_seq().unwrap_or(0) }),
        }
    }
}

/// The log as it is read into an index, by several threads when there is much of it.
pub(super) struct Reading {
    vocabularies: Vec<Vocabulary>,
    /// Where the log ended when a new index was begun.
    began: Option<i64>,
}

impl Reading {
    /// Begins; `began` is the end of the log where the index is a new one.
    pub fn beginning(began: Option<i64>) -> Self {
        let threads = available_parallelism().map_or(1, usize::from).min(4);
        Self { vocabularies: (0..threads).map(|_| Vocabulary::default()).collect(), began }
    }

    /// The entries among the changes after a place that were in the log before it, too, when it was read.
    fn again(&self, seq: i64, changes: &[Change]) -> Vec<Uuid> {
        let Some(began) = self.began else { return Vec::new() };
        let again = changes.iter().filter(|change| change.seq > began && change.first_public_seq <= seq);
        again.filter_map(|change| Uuid::parse_str(&change.entry_id).ok()).collect()
    }
}

/// What can be suggested of an entry: its titles and its other names, in every language.
fn candidates(snapshot: &Snapshot, id: Uuid, names: &[Names]) -> Vec<Candidate> {
    let Some((node, Found::Live(_))) = snapshot.find_id(id) else { return Vec::new() };
    let Some(card) = snapshot.card(node) else { return Vec::new() };
    let candidate = |lang: &str, text: &str, alias: bool| Candidate {
        id,
        seq: card.seq,
        lang: lang.into(),
        text: text.into(),
        alias,
    };
    let mut all = vec![candidate(card.lang.as_str(), &card.title, false)];
    all.extend(
        card.translations.iter().map(|translation| candidate(translation.lang.as_str(), &translation.title, false)),
    );
    for names in names {
        all.extend(names.names.iter().skip(1).map(|name| candidate(&names.lang, name, true)));
    }
    all
}
