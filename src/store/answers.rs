//! Answers that are kept, to be given once more when the same request comes again.

use diesel::prelude::*;

use super::error::StoreError;
use super::transaction::Transaction;
use crate::database::schema::idempotency;
use crate::model::values::Instant;

/// An answer that is kept.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = idempotency, treat_none_as_default_value = false)]
pub struct KeptAnswer {
    /// The key that asked.
    pub key_id: String,
    /// What it called the request.
    pub idempotency_key: String,
    /// SHA-256 of method, path, query and body.
    pub fingerprint: String,
    /// The item that the answer is about.
    pub item_id: Option<String>,
    /// When.
    pub created_at: Instant,
    /// The answer, as JSON.
    pub answer: String,
}

impl Transaction<'_> {
    /// The answer that was given to a request of this name.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn kept_answer(&mut self, key_id: &str, name: &str) -> Result<Option<KeptAnswer>, StoreError> {
        Ok(idempotency::table
            .find((key_id, name))
            .select(KeptAnswer::as_select())
            .get_result(self.connection())
            .optional()?)
    }

    /// Keeps an answer, and forgets those given before a moment.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn keep_answer(&mut self, answer: &KeptAnswer, forget: Instant) -> Result<(), StoreError> {
        diesel::delete(idempotency::table.filter(idempotency::created_at.lt(forget))).execute(self.connection())?;
        diesel::insert_into(idempotency::table).values(answer).execute(self.connection())?;
        Ok(())
    }
}
