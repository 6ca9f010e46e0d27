//! A writing transaction. Its first statement takes the row of the hub's sequence, so that on both databases the order
//! of commits is the order of numbers, and SQLite takes its write lock before it reads.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::error::StoreError;
use crate::database::Connection;
use crate::database::schema::{hub, withdrawals};

/// A writing transaction that holds the hub's sequence.
pub struct Transaction<'a> {
    connection: &'a mut Connection,
    began_at: i64,
    seq: i64,
    /// Whether any entry's slugs were erased; asked once.
    erasures: Option<bool>,
}

impl<'a> Transaction<'a> {
    pub(super) fn begin(connection: &'a mut Connection) -> Result<Self, StoreError> {
        let (_, seq, _): (i32, i64, String) = diesel::update(hub::table)
            .set(hub::seq.eq(hub::seq + 0))
            .returning(hub::all_columns)
            .get_result(connection)?;
        Ok(Self { connection, began_at: seq, seq, erasures: None })
    }

    /// For reading alone: it holds nothing, and whatever it took would never be kept.
    pub(super) fn looking(connection: &'a mut Connection) -> Result<Self, StoreError> {
        let (seq, _) = super::changes::position(connection)?;
        Ok(Self { connection, began_at: seq, seq, erasures: None })
    }

    /// The next number of the sequence, this transaction's own once it commits.
    pub fn next_seq(&mut self) -> i64 {
        self.seq += 1;
        self.seq
    }

    /// The last number taken, in this transaction or before it.
    pub fn last_seq(&self) -> i64 {
        self.seq
    }

    /// Whether there are slugs of which only a hash is kept. Withdrawals are rare, and a lookup by hash costs.
    pub(super) fn has_erasures(&mut self) -> Result<bool, StoreError> {
        if let Some(known) = self.erasures {
            return Ok(known);
        }
        let count: i64 = withdrawals::table.count().get_result(self.connection)?;
        self.erasures = Some(count > 0);
        Ok(count > 0)
    }

    /// Notes that slugs were erased, whatever was answered before.
    pub(super) fn has_erased(&mut self) {
        self.erasures = Some(true);
    }

    /// Whether it took any number: whether anything that the public sees has changed.
    pub fn is_public_change(&self) -> bool {
        self.seq != self.began_at
    }

    /// Runs a part of the work that may be given up alone.
    ///
    /// # Errors
    /// What the part answers; its rows are then as if it had not run.
    pub fn part<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let (began_at, before) = (self.began_at, self.seq);
        self.tell("SAVEPOINT part")?;
        let mut inner = Transaction { connection: self.connection, began_at, seq: before, erasures: self.erasures };
        match work(&mut inner) {
            Ok(value) => {
                (self.seq, self.erasures) = (inner.seq, inner.erasures);
                self.tell("RELEASE SAVEPOINT part")?;
                Ok(value)
            }
            Err(error) => {
                // Going back to a savepoint leaves it standing, and every row written under many of them costs dearly.
                self.tell("ROLLBACK TO SAVEPOINT part; RELEASE SAVEPOINT part")?;
                Err(error)
            }
        }
    }

    fn tell(&mut self, sql: &str) -> Result<(), StoreError> {
        Ok(self.connection.batch_execute(sql)?)
    }

    /// Reads what this transaction would leave behind.
    ///
    /// # Errors
    /// What the work answers.
    pub fn see<T>(&mut self, work: impl FnOnce(&mut Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        work(self.connection)
    }

    /// The connection, for the store's own rows.
    pub(super) fn connection(&mut self) -> &mut Connection {
        self.connection
    }

    pub(super) fn finish(self) -> Result<(), StoreError> {
        if self.seq != self.began_at {
            diesel::update(hub::table).set(hub::seq.eq(self.seq)).execute(self.connection)?;
        }
        Ok(())
    }
}
