//! Receipts: how far each key says that it has followed the log, and forgotten what was to be forgotten.

use diesel::prelude::*;

use super::error::StoreError;
use super::transaction::Transaction;
use crate::database::schema::{keys, receipts};
use crate::database::{Connection, on};
use crate::model::values::Instant;

/// A receipt with the name of its key.
#[derive(Debug, Clone, PartialEq, Queryable)]
pub struct Receipt {
    /// The key.
    pub key_id: String,
    /// Whose it is.
    pub name: String,
    /// How far it has followed.
    pub up_to: i64,
    /// When it said so.
    pub received_at: Instant,
}

/// Every receipt, in the order of names.
///
/// # Errors
/// Whatever the database says.
pub fn all_receipts(connection: &mut Connection) -> Result<Vec<Receipt>, StoreError> {
    Ok(receipts::table
        .inner_join(keys::table)
        .order((keys::name, keys::id))
        .select((receipts::key_id, keys::name, receipts::up_to, receipts::received_at))
        .load(connection)?)
}

impl Transaction<'_> {
    /// Puts the receipt of a key in the place of the one before. It never goes back.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn put_receipt(&mut self, key_id: &str, up_to: i64, at: Instant) -> Result<i64, StoreError> {
        let before: Option<i64> =
            receipts::table.find(key_id).select(receipts::up_to).get_result(self.connection()).optional()?;
        let up_to = up_to.max(before.unwrap_or(0));
        let row = (receipts::key_id.eq(key_id), receipts::up_to.eq(up_to), receipts::received_at.eq(at));
        match before {
            Some(_) => {
                diesel::update(receipts::table.find(key_id))
                    .set((receipts::up_to.eq(up_to), receipts::received_at.eq(at)))
                    .execute(self.connection())?;
            }
            None => {
                on!(self.connection(), own => diesel::insert_into(receipts::table).values(row).execute(own))?;
            }
        }
        Ok(up_to)
    }
}
