//! Writing: every way in which something is written holds a writer's connection and one transaction.

use diesel::Connection as _;
use diesel::connection::SimpleConnection;
use diesel::r2d2::PooledConnection;

use super::connecting::{BUSY_TIMEOUT, Opener, SQLITE_BULK_SETTINGS};
use super::error::StoreError;
use super::handle::Store;
use super::transaction::Transaction;
use crate::database::Connection;

/// A writer's connection, which goes back to the pool.
pub(super) type Writer = PooledConnection<Opener>;

impl Store {
    /// Works on a writer's connection outside the hub's sequence: migrations and checkpoints, and nothing else.
    pub(super) fn administer<T>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        work(&mut *self.writers.take()?)
    }

    /// Makes ready for writing very much, as an import does that has the machine for itself.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn expect_bulk(&self) -> Result<(), StoreError> {
        self.administer(|connection| match connection {
            Connection::Sqlite(sqlite) => Ok(sqlite.batch_execute(SQLITE_BULK_SETTINGS)?),
            Connection::Postgres(_) => Ok(()),
        })
    }

    /// Writes, in one transaction, what has no part in the history of the hub: it waits for no editor on PostgreSQL, and
    /// none waits for it. The first statement must be a write, or SQLite would take its lock too late.
    ///
    /// # Errors
    /// Whatever the database says.
    pub(super) fn beside<T>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut pooled = self.writers.take()?;
        let connection: &mut Connection = &mut pooled;
        connection.transaction(work)
    }

    /// The same if nobody writes just now; else nothing is done.
    ///
    /// # Errors
    /// As for [`Store::beside`].
    pub(super) fn beside_at_once(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let Some(mut pooled) = self.writers.pool.try_get() else { return Ok(()) };
        let connection: &mut Connection = &mut pooled;
        let waits = |connection: &mut Connection, milliseconds: u32| match connection {
            Connection::Sqlite(sqlite) => sqlite.batch_execute(&format!("PRAGMA busy_timeout = {milliseconds}")),
            Connection::Postgres(_) => Ok(()),
        };
        waits(connection, 0)?;
        let done = connection.transaction(work);
        waits(connection, BUSY_TIMEOUT)?;
        match done {
            Err(StoreError::Busy(_)) => Ok(()),
            done => done,
        }
    }

    /// Does what a write would do, and undoes it: for previews and checks.
    ///
    /// # Errors
    /// What the work answers, or what the database says.
    pub fn rehearse<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut rehearsed = None;
        let undone = self.write(|transaction| {
            rehearsed = Some(work(transaction));
            Err::<(), Undo>(Undo(None))
        });
        match (rehearsed, undone) {
            (Some(outcome), _) => outcome,
            (None, Err(Undo(Some(error)))) => Err(E::from(error)),
            (None, _) => Err(E::from(StoreError::Failed("a rehearsal did not run".to_owned()))),
        }
    }

    /// Writes in one transaction, which holds the hub's sequence from its first statement: transactions commit in the
    /// order of their numbers. All of it happens, or nothing.
    ///
    /// # Errors
    /// What the work answers, or what the database says of the commit.
    pub fn write<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        run(&mut *self.writer()?, work)
    }

    /// A connection that may write.
    pub(super) fn writer(&self) -> Result<Writer, StoreError> {
        self.writers.take()
    }
}

/// Does the work of one write in a transaction of its own, or in a part of one that has begun.
pub(super) fn run<T, E: From<StoreError>>(
    connection: &mut Connection,
    work: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
) -> Result<T, E> {
    connection
        .transaction(|connection| {
            let mut transaction = Transaction::begin(connection).map_err(E::from).map_err(Outcome::Work)?;
            let value = work(&mut transaction).map_err(Outcome::Work)?;
            transaction.finish().map_err(E::from).map_err(Outcome::Work)?;
            Ok(value)
        })
        .map_err(|outcome| match outcome {
            Outcome::Work(error) => error,
            Outcome::Database(error) => E::from(StoreError::from(error)),
        })
}

/// The end of a rehearsal.
struct Undo(Option<StoreError>);

impl From<StoreError> for Undo {
    fn from(error: StoreError) -> Self {
        Self(Some(error))
    }
}

/// Either way in which a transaction ends without a commit.
enum Outcome<E> {
    Work(E),
    Database(diesel::result::Error),
}

impl<E> From<diesel::result::Error> for Outcome<E> {
    fn from(error: diesel::result::Error) -> Self {
        Self::Database(error)
    }
}
