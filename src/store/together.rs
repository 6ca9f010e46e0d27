//! Writes that share a commit. To keep a transaction, a database waits for the disk, which takes longer than most writes
//! themselves. So a transaction that others wait behind is not committed at once: it is handed on, each does its work
//! in it under a savepoint of its own, and the last one commits for all. Nobody is told of success before that.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use diesel::connection::TransactionManager;

use super::error::StoreError;
use super::handle::Store;
use super::transaction::Transaction;
use super::writing::{Writer, run};
use crate::database::Connection;

type Manager = <Connection as diesel::Connection>::TransactionManager;

/// Writes that share a commit, at most: the first of them waits for the last.
const MOST: usize = 64;

/// How long a write waits for its turn.
const WAIT: Duration = Duration::from_secs(5);

/// Whose turn it is to write.
#[derive(Default)]
pub(super) struct Turns {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// How many wait for their turn.
    waiting: usize,
    /// Whether somebody has it.
    taken: bool,
    /// A transaction that is handed on.
    handed: Option<Open>,
}

/// A transaction in which several writes are done.
struct Open {
    connection: Writer,
    group: Arc<Group>,
    writes: usize,
}

/// Those whose writes share a commit.
#[derive(Default)]
struct Group {
    outcome: Mutex<Option<Result<(), StoreError>>>,
    told: Condvar,
}

impl Group {
    fn tell(&self, outcome: Result<(), StoreError>) {
        *lock(&self.outcome) = Some(outcome);
        self.told.notify_all();
    }

    /// Waits for the commit.
    fn wait(&self) -> Result<(), StoreError> {
        let mut outcome = lock(&self.outcome);
        loop {
            match &*outcome {
                Some(outcome) => return outcome.clone(),
                None => outcome = self.told.wait(outcome).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}

/// A turn that was taken. Dropped before it ended, which is when a write panicked, it undoes what its group has done.
struct Turn<'t> {
    turns: &'t Turns,
    open: Option<Open>,
    /// Whether it was handed on to somebody else.
    over: bool,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        if let Some(Open { mut connection, group, .. }) = self.open.take() {
            // Its savepoint, then the transaction around it.
            while Manager::rollback_transaction(&mut *connection).is_ok() {}
            group.tell(Err(StoreError::Failed("a write that shared the commit did not end".to_owned())));
        }
        if !self.over {
            lock(&self.turns.state).taken = false;
            self.turns.changed.notify_one();
        }
    }
}

impl Turns {
    /// Waits for a turn, and for a transaction if one is handed on.
    fn take(&self) -> Result<Turn<'_>, StoreError> {
        let until = Instant::now() + WAIT;
        let mut state = lock(&self.state);
        state.waiting += 1;
        while state.taken && state.handed.is_none() {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                state.waiting -= 1;
                return Err(StoreError::Unavailable("other writes take too long".to_owned()));
            }
            state = self.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        state.waiting -= 1;
        state.taken = true;
        Ok(Turn { turns: self, open: state.handed.take(), over: false })
    }
}

impl Turn<'_> {
    /// Ends the turn: hands the transaction to whoever waits, or commits it when nobody does.
    fn end(mut self) {
        let Some(open) = self.open.take() else { return };
        let mut state = lock(&self.turns.state);
        if state.waiting > 0 && open.writes < MOST {
            state.handed = Some(open);
            self.over = true;
            self.turns.changed.notify_one();
            return;
        }
        drop(state);
        let Open { mut connection, group, writes } = open;
        let outcome = Manager::commit_transaction(&mut *connection).map_err(|error| {
            // A commit that was refused may have left the transaction open.
            drop(Manager::rollback_transaction(&mut *connection));
            match StoreError::from(error) {
                // Whose row it was cannot be told: alone, each of them would know.
                StoreError::Constraint(reason) if writes > 1 => StoreError::Busy(reason),
                error => error,
            }
        });
        drop(connection);
        group.tell(outcome);
    }
}

impl Store {
    /// Writes as [`Store::write`] does, but shares the commit with those who write at the same time: all of each write
    /// happens, or nothing of it, and when this answers it is kept.
    ///
    /// # Errors
    /// What the work answers, or what the database says of the commit.
    pub fn write_together<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut turn = self.turns.take()?;
        if turn.open.is_none() {
            let mut connection = self.writer()?;
            Manager::begin_transaction(&mut *connection).map_err(StoreError::from)?;
            turn.open = Some(Open { connection, group: Arc::default(), writes: 0 });
        }
        let Some(open) = &mut turn.open else {
            return Err(E::from(StoreError::Failed("a turn without a transaction".to_owned())));
        };
        open.writes += 1;
        let group = Arc::clone(&open.group);
        let done = run(&mut open.connection, work);
        turn.end();
        let value = done?;
        group.wait()?;
        Ok(value)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
