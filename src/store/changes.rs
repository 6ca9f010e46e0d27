//! The change log: one row an entry, at the place in the sequence at which what the public sees of it last changed.

use diesel::dsl::not;
use diesel::prelude::*;

use super::error::StoreError;
use super::transaction::Transaction;
use crate::database::schema::{changes, hub};
use crate::database::{Connection, on};
use crate::model::values::{Instant, closed_list};
use crate::model::{COLLECTIONS, Channel, Channels, Entry};

closed_list! {
    /// What a change asks of a follower.
    pub enum ChangeOp {
        /// Keep the entry as it now is.
        Upsert = "upsert",
        /// Forget it.
        Delete = "delete",
    }
}

/// The latest change of an entry.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = changes, treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct Change {
    /// The entry.
    pub entry_id: String,
    /// Its collection.
    pub collection: String,
    /// Its place in the sequence.
    pub seq: i64,
    /// The revision that was made public, or was when it was removed.
    pub rev: i64,
    /// What a follower does.
    pub op: ChangeOp,
    /// Why it was removed.
    pub reason: Option<String>,
    /// When.
    pub changed_at: Instant,
    /// Where in the sequence the entry was first public.
    pub first_public_seq: i64,
    /// The entry that stands in its place now.
    pub redirect_to: Option<String>,
    /// Whether whoever holds a copy must forget it.
    pub must_purge: bool,
    /// By when.
    pub purge_by: Option<Instant>,
    /// Whether consent ever let followers have it.
    pub shared: bool,
}

/// The last number of the sequence that is committed, and the epoch of this history.
///
/// # Errors
/// Whatever the database says.
pub fn position(connection: &mut Connection) -> Result<(i64, String), StoreError> {
    Ok(hub::table.find(1).select((hub::seq, hub::epoch)).get_result(connection)?)
}

/// The changes after a place in the sequence, in order, at most `limit`.
///
/// # Errors
/// Whatever the database says.
pub fn changes_after(connection: &mut Connection, seq: i64, limit: i64) -> Result<Vec<Change>, StoreError> {
    Ok(changes::table
        .filter(changes::seq.gt(seq))
        .order(changes::seq)
        .limit(limit)
        .select(Change::as_select())
        .load(connection)?)
}

/// The changes after a place in the sequence that followers are told of, in these collections, in order, at most `limit`.
///
/// # Errors
/// Whatever the database says.
pub fn shared_changes_after(
    connection: &mut Connection,
    seq: i64,
    collections: &[&str],
    limit: i64,
) -> Result<Vec<Change>, StoreError> {
    Ok(changes::table
        .filter(changes::seq.gt(seq).and(changes::shared.eq(true)).and(changes::collection.eq_any(collections)))
        .order(changes::seq)
        .limit(limit)
        .select(Change::as_select())
        .load(connection)?)
}

/// How many changes after a place in the sequence followers are told of, in these collections.
///
/// # Errors
/// Whatever the database says.
pub fn count_shared_after(connection: &mut Connection, seq: i64, collections: &[&str]) -> Result<i64, StoreError> {
    let after = changes::table.filter(changes::seq.gt(seq));
    if collections.len() < COLLECTIONS.len() {
        let told = after.filter(changes::shared.eq(true).and(changes::collection.eq_any(collections)));
        return Ok(told.count().get_result(connection)?);
    }
    // Both are counted in an index, without reading a row: a twentieth of the time.
    let all: i64 = after.count().get_result(connection)?;
    let withheld: i64 = after.filter(not(changes::shared)).count().get_result(connection)?;
    Ok(all - withheld)
}

/// The latest change of an entry.
///
/// # Errors
/// Whatever the database says.
pub fn change_of(connection: &mut Connection, entry_id: &str) -> Result<Option<Change>, StoreError> {
    Ok(changes::table.find(entry_id).select(Change::as_select()).get_result(connection).optional()?)
}

impl Transaction<'_> {
    /// Notes in the log that this entry is public, as of its `seq`; `known` if the log may have a row of it.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn log_upsert(&mut self, entry: &Entry, at: Instant, known: bool) -> Result<(), StoreError> {
        let row = changes::table.find(&entry.id);
        let before: Option<(i64, bool)> = match known {
            true => {
                row.select((changes::first_public_seq, changes::shared)).get_result(self.connection()).optional()?
            }
            false => None,
        };
        let (first, shared) = before.unwrap_or((entry.seq, false));
        let change = Change {
            entry_id: entry.id.clone(),
            collection: entry.collection.clone(),
            seq: entry.seq,
            rev: entry.rev,
            op: ChangeOp::Upsert,
            reason: None,
            changed_at: at,
            first_public_seq: first,
            redirect_to: None,
            must_purge: false,
            purge_by: None,
            shared: shared || Channels::from_bits(entry.channels).allow(Channel::Sync),
        };
        match before {
            Some(_) => diesel::update(row).set(&change).execute(self.connection())?,
            None => on!(self.connection(), own => diesel::insert_into(changes::table).values(&change).execute(own))?,
        };
        Ok(())
    }

    /// Notes in the log that an entry is gone; with `purge_by`, that whoever holds a copy must forget it by then. What must
    /// be forgotten stays so until the entry is public again.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn log_delete(
        &mut self,
        entry_id: &str,
        seq: i64,
        at: Instant,
        reason: &str,
        redirect_to: Option<&str>,
        purge_by: Option<Instant>,
    ) -> Result<(), StoreError> {
        diesel::update(changes::table.find(entry_id))
            .set((
                changes::seq.eq(seq),
                changes::op.eq(ChangeOp::Delete),
                changes::reason.eq(reason),
                changes::changed_at.eq(at),
                changes::redirect_to.eq(redirect_to),
                purge_by.map(|by| (changes::must_purge.eq(true), changes::purge_by.eq(by))),
            ))
            .execute(self.connection())?;
        Ok(())
    }

    /// Moves an entry's row in the log: its document changed through another entry.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn log_touch(&mut self, entry_id: &str, seq: i64, at: Instant) -> Result<(), StoreError> {
        diesel::update(changes::table.find(entry_id))
            .set((changes::seq.eq(seq), changes::changed_at.eq(at)))
            .execute(self.connection())?;
        Ok(())
    }
}
