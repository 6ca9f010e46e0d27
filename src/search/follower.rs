//! What follows the change log for search: the index that is written, the view of it that everybody reads, and the
//! titles that are suggested. It is told what changed; it asks nothing itself.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use arc_swap::ArcSwapOption;
use tokio::sync::watch;
use uuid::Uuid;

use super::followed::{Followed, Numbering};
use super::home::Home;
use super::index::{Index, IndexError, Place};
use super::suggest::Suggestions;
use super::synonyms::{Names, Synonyms};
use super::view::View;

/// The follower.
pub struct Follower {
    home: Option<Home>,
    state: Mutex<State>,
    view: ArcSwapOption<View>,
    suggestions: ArcSwapOption<Suggestions>,
    reached: watch::Sender<i64>,
}

/// What only the one who follows touches.
#[derive(Default)]
pub struct State {
    index: Option<Index>,
    folder: Option<PathBuf>,
    /// The index is new and not yet in use.
    building: bool,
    names: HashMap<Uuid, Vec<Names>>,
    named: bool,
    synonyms: Arc<Synonyms>,
    tidied: bool,
    /// Entries that were indexed and are not yet suggested by their present names.
    pub renamed: Vec<Uuid>,
}

impl Follower {
    /// A follower whose index is kept in a folder, or in memory and made when it is first asked for.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self {
            home: folder.map(Home::new),
            state: Mutex::default(),
            view: ArcSwapOption::empty(),
            suggestions: ArcSwapOption::empty(),
            reached: watch::Sender::new(-1),
        }
    }

    /// Whether the index is made when it is first asked for.
    pub fn is_lazy(&self) -> bool {
        self.home.is_none()
    }

    /// Whether an index is in use, whoever made it.
    pub fn is_made(&self) -> bool {
        self.home.as_ref().is_some_and(|home| home.current().is_some())
    }

    /// What can be searched, if the index is built.
    pub fn view(&self) -> Option<Arc<View>> {
        self.view.load_full()
    }

    /// What can be suggested, if it is built.
    pub fn suggestions(&self) -> Option<Arc<Suggestions>> {
        self.suggestions.load_full()
    }

    /// Puts other suggestions in place.
    pub fn suggest(&self, suggestions: Suggestions) {
        self.suggestions.store(Some(Arc::new(suggestions)));
    }

    /// The places that are reached, as they are.
    pub fn reached(&self) -> watch::Receiver<i64> {
        self.reached.subscribe()
    }

    /// Whether somebody waits for it to reach a place: nobody else holds a receiver.
    pub fn is_awaited(&self) -> bool {
        self.reached.receiver_count() > 0
    }

    /// The right to follow; nobody else has it meanwhile.
    pub fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens the index of this history, or begins a new one; answers the place from which to follow.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn open(&self, state: &mut State, epoch: &str) -> Result<i64, IndexError> {
        let Some(home) = &self.home else {
            if state.index.as_ref().is_none_or(|index| index.at().seq > 0 && index.at().epoch != epoch) {
                state.begin(Index::in_memory()?, None);
            }
            return Ok(state.seq());
        };
        // Somebody may have built another one meanwhile.
        if !state.building && home.current() != state.folder {
            state.forget();
        }
        if state.index.as_ref().is_some_and(|index| !state.building && index.at().epoch != epoch) {
            state.forget();
            self.view.store(None);
        }
        if state.index.is_none() {
            match home.current().map(|folder| (Index::open(&folder), folder)) {
                Some((Ok(index), folder)) if index.at().epoch == epoch => {
                    state.index = Some(index);
                    state.folder = Some(folder);
                    return Ok(state.seq());
                }
                Some((Err(error), _)) => log::warn!("{error}; it is built anew"),
                _ => {}
            }
            let folder = home.begin();
            state.begin(Index::create(&folder)?, Some(folder));
        }
        Ok(state.seq())
    }

    /// Begins a new index, whatever there is.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn begin(&self, state: &mut State) -> Result<(), IndexError> {
        match &self.home {
            Some(home) => {
                let folder = home.begin();
                state.begin(Index::create(&folder)?, Some(folder));
            }
            None => state.begin(Index::in_memory()?, None),
        }
        Ok(())
    }

    /// Opens the index of this history for somebody who writes it and shows it to nobody, or begins one where there is none;
    /// answers the place from which to follow. `None` where the index is another's to write, or more than so many changes
    /// behind the end of the log.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn take_over(&self, state: &mut State, end: &Place, behind: i64) -> Result<Option<i64>, IndexError> {
        let Some(home) = &self.home else { return Ok(None) };
        let Some(folder) = home.current() else {
            let near = end.seq <= behind;
            return if near { self.begin(state).map(|()| Some(0)) } else { Ok(None) };
        };
        // One that is of no use is for the next server to build anew.
        let is_near = |index: &Index| index.at().epoch == end.epoch && end.seq - index.at().seq <= behind;
        let Some(mut index) = Index::open(&folder).ok().filter(is_near) else { return Ok(None) };
        if index.claim().is_err() {
            return Ok(None);
        }
        (state.index, state.folder) = (Some(index), Some(folder));
        Ok(Some(state.seq()))
    }

    /// Leaves the index to whoever comes, a new one in use unless there is another by now.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn leave(&self, state: &mut State) -> Result<(), IndexError> {
        if let Some(mut index) = state.index.take() {
            index.rest()?;
        }
        if let (Some(home), true, Some(built)) = (&self.home, state.building, &state.folder) {
            match home.current() {
                None => drop(home.install(built)?),
                Some(_) => std::fs::remove_dir_all(built)?,
            }
        }
        state.forget();
        Ok(())
    }

    /// Puts into use what has been built, makes it what everybody reads, and removes what must not remain.
    ///
    /// # Errors
    /// When the index cannot be read or written.
    pub fn show(&self, state: &mut State, numbering: &Numbering<'_>) -> Result<(), IndexError> {
        if let (Some(home), true, Some(built)) = (&self.home, state.building, &state.folder) {
            if let Some(mut index) = state.index.take() {
                index.rest()?;
            }
            let folder = home.install(built)?;
            state.index = Some(Index::open(&folder)?);
            state.folder = Some(folder);
            state.tidied = false;
        }
        state.building = false;
        let Some(index) = &state.index else { return Ok(()) };
        let before = self.view();
        let unchanged = before
            .as_ref()
            .is_some_and(|view| view.at == *index.at() && view.generation == numbering.generation && state.tidied);
        if !unchanged {
            self.refresh(state, before.as_deref(), numbering)?;
        }
        drop(before);
        self.purge(state, numbering)?;
        if let (Some(home), Some(folder), false) = (&self.home, &state.folder, state.tidied) {
            home.tidy(folder);
        }
        state.tidied = true;
        Ok(())
    }

    fn refresh(&self, state: &State, before: Option<&View>, numbering: &Numbering<'_>) -> Result<(), IndexError> {
        let Some(index) = &state.index else { return Ok(()) };
        let view = index.view(before, Arc::clone(&state.synonyms), numbering.generation, numbering.resolve)?;
        let seq = view.at.seq;
        self.view.store(Some(Arc::new(view)));
        self.reached.send_replace(seq);
        Ok(())
    }

    /// Goes on with removing from disk what must not remain there.
    fn purge(&self, state: &mut State, numbering: &Numbering<'_>) -> Result<(), IndexError> {
        let (Some(index), Some(folder)) = (&mut state.index, &state.folder) else { return Ok(()) };
        if index.is_purging() && index.purge(folder)? {
            let before = self.view();
            self.refresh(state, before.as_deref(), numbering)?;
        }
        Ok(())
    }

    /// Whether something that must not remain on disk may still be there.
    pub fn is_purging(&self) -> bool {
        self.home.is_some() && self.lock().index.as_ref().is_some_and(Index::is_purging)
    }

    /// Whether another index was put into use than the one that is read.
    pub fn is_replaced(&self) -> bool {
        self.home.as_ref().is_some_and(|home| {
            let state = self.lock();
            !state.building && home.current() != state.folder
        })
    }
}

impl State {
    fn begin(&mut self, index: Index, folder: Option<PathBuf>) {
        self.building = true;
        self.index = Some(index);
        self.folder = folder;
    }

    fn forget(&mut self) {
        (self.index, self.folder, self.building, self.tidied) = (None, None, false, false);
    }

    fn seq(&self) -> i64 {
        self.index.as_ref().map_or(0, |index| index.at().seq)
    }

    /// Keeps the right to write the index, so that no import takes it over between two changes.
    ///
    /// # Errors
    /// When another process has it.
    pub fn claim(&mut self) -> Result<(), IndexError> {
        match &mut self.index {
            Some(index) => index.claim(),
            None => Ok(()),
        }
    }

    /// Whether the index is not yet in use, so that nothing needs to be seen before its end.
    pub fn is_building(&self) -> bool {
        self.building
    }

    /// Whether the other names of entries are known, which no index holds.
    pub fn knows_names(&self) -> bool {
        self.named
    }

    /// Every name that is known.
    pub fn names(&self) -> &HashMap<Uuid, Vec<Names>> {
        &self.names
    }

    /// Takes the other names of all entries.
    pub fn take_names(&mut self, names: HashMap<Uuid, Vec<Names>>) {
        self.names = names;
        self.named = true;
        self.synonyms = Arc::new(Synonyms::new(self.names.iter()));
    }

    /// Takes what changed; it is seen after the commit.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn take(&mut self, followed: Followed) -> Result<(), IndexError> {
        let Some(index) = &mut self.index else { return Ok(()) };
        // A new index holds nothing else that would have to go.
        let before = if self.building { &followed.again } else { &followed.entries };
        if followed.purge {
            index.erase(before)?;
        }
        index.replace(before, followed.texts)?;
        let before = self.names.len();
        let mut changed = !followed.names.is_empty();
        for id in &followed.entries {
            self.names.remove(id);
        }
        changed |= before != self.names.len();
        self.names.extend(followed.names);
        if changed {
            self.synonyms = Arc::new(Synonyms::new(self.names.iter()));
        }
        Ok(())
    }

    /// Makes what was taken part of the index, as of this place.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn commit(&mut self, at: Place) -> Result<(), IndexError> {
        match &mut self.index {
            Some(index) => index.commit(at),
            None => Ok(()),
        }
    }

    /// Drops the index after a failure; it is opened again, or built anew.
    pub fn drop_index(&mut self) {
        self.forget();
    }
}
