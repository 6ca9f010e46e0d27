//! Consents on record, and the withdrawals that end them for good.

use diesel::prelude::*;

use super::error::StoreError;
use super::transaction::Transaction;
use crate::database::schema::{consents, items, withdrawals};
use crate::database::{Connection, on};
use crate::model::values::Instant;
use crate::model::{Consent, ConsentRow};

/// What a withdrawal of consent did.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = withdrawals, treat_none_as_default_value = false)]
pub struct Withdrawal {
    /// The item.
    pub item_id: String,
    /// When.
    pub withdrawn_at: Instant,
    /// Where in the sequence it was removed, if it had been public.
    pub seq: Option<i64>,
    /// Revisions whose text was erased.
    pub revisions_erased: i32,
    /// Kept answers that were erased.
    pub answers_erased: i32,
    /// Notes of the audit that were erased.
    pub audit_erased: i32,
    /// Revisions of other items in which its slug was replaced by its id.
    pub references_rewritten: i32,
}

/// Public items whose consent may have ended by this day, with that end: more than have ended, but never less.
///
/// # Errors
/// Whatever the database says.
pub fn ending_consents(connection: &mut Connection, today: &str) -> Result<Vec<(String, String)>, StoreError> {
    let rows: Vec<(String, Option<crate::model::values::Edtf>)> = consents::table
        .inner_join(items::table)
        .filter(consents::expires_on.lt(today))
        .filter(items::state.eq_any(["published", "withdrawn"]))
        .select((consents::item_id, consents::expires_on))
        .load(connection)?;
    Ok(rows.into_iter().filter_map(|(id, last)| Some((id, last?.as_str().to_owned()))).collect())
}

/// The consent on record for an item.
///
/// # Errors
/// Whatever the database says.
pub fn consent_of(connection: &mut Connection, item_id: &str) -> Result<Option<Consent>, StoreError> {
    let row: Option<ConsentRow> =
        consents::table.find(item_id).select(ConsentRow::as_select()).get_result(connection).optional()?;
    Ok(row.map(ConsentRow::consent))
}

impl Transaction<'_> {
    /// Puts an item's consent in place of the one on record.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn put_consent(&mut self, item_id: &str, consent: &Consent) -> Result<(), StoreError> {
        diesel::delete(consents::table.find(item_id)).execute(self.connection())?;
        diesel::insert_into(consents::table).values(consent.row(item_id)).execute(self.connection())?;
        Ok(())
    }

    /// The consent on record for an item.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn consent(&mut self, item_id: &str) -> Result<Option<ConsentRow>, StoreError> {
        let of = consents::table.find(item_id);
        Ok(on!(self.connection(), own => of.select(ConsentRow::as_select()).get_result(own)).optional()?)
    }

    /// Forgets the consent of an item.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn delete_consent(&mut self, item_id: &str) -> Result<(), StoreError> {
        diesel::delete(consents::table.find(item_id)).execute(self.connection())?;
        Ok(())
    }

    /// Keeps what a withdrawal did, in the place of one before.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn put_withdrawal(&mut self, withdrawal: &Withdrawal) -> Result<(), StoreError> {
        self.has_erased();
        diesel::delete(withdrawals::table.find(&withdrawal.item_id)).execute(self.connection())?;
        diesel::insert_into(withdrawals::table).values(withdrawal).execute(self.connection())?;
        Ok(())
    }

    /// The withdrawal of an item's consent.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn withdrawal(&mut self, item_id: &str) -> Result<Option<Withdrawal>, StoreError> {
        Ok(withdrawals::table.find(item_id).select(Withdrawal::as_select()).get_result(self.connection()).optional()?)
    }
}
