//! What named imports answered: result lines in parts, under the row of the request's name, with which they go.

use diesel::prelude::*;

use super::error::StoreError;
use super::handle::Store;
use super::transaction::Transaction;
use crate::database::schema::{idempotency, import_answers};

/// What the fingerprint of an import begins with, so that no other request ever has the same.
pub const IMPORT: &str = "import:";

/// A part of what an import answered.
#[derive(Debug, Clone, PartialEq, Insertable)]
#[diesel(table_name = import_answers, treat_none_as_default_value = false)]
pub struct AnswerPart {
    /// The attempt that it belongs to.
    pub run: String,
    /// Its number, from 0.
    pub part: i32,
    /// The key that asked.
    pub key_id: String,
    /// What it called the request.
    pub idempotency_key: String,
    /// Result lines, each with its end.
    pub lines: String,
}

impl Transaction<'_> {
    /// Puts another answer in the place of the one kept under a name.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn replace_answer(&mut self, key_id: &str, name: &str, answer: &str) -> Result<(), StoreError> {
        diesel::update(idempotency::table.find((key_id, name)))
            .set(idempotency::answer.eq(answer))
            .execute(self.connection())?;
        Ok(())
    }

    /// Forgets the answer kept under a name, with its parts.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn forget_answer(&mut self, key_id: &str, name: &str) -> Result<(), StoreError> {
        diesel::delete(idempotency::table.find((key_id, name))).execute(self.connection())?;
        Ok(())
    }

    /// A part of what an import answered.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn answer_part(&mut self, run: &str, part: i32) -> Result<Option<String>, StoreError> {
        let lines = import_answers::table.find((run, part)).select(import_answers::lines);
        Ok(lines.get_result(self.connection()).optional()?)
    }

    /// Forgets what imports answered that told of an item, that named any fault (a fault may quote what was sent, under
    /// whatever name), or that are still to end. Answers how many they were.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn forget_import_answers(&mut self, id: &str) -> Result<i32, StoreError> {
        let imports = idempotency::fingerprint.like(format!("{IMPORT}%"));
        let telling = import_answers::table
            .filter(import_answers::key_id.eq(idempotency::key_id))
            .filter(import_answers::idempotency_key.eq(idempotency::idempotency_key))
            .filter(import_answers::lines.like(format!("%{id}%")).or(import_answers::lines.like("%\"errors\":%")));
        let under_way = idempotency::answer.like("%\"Running\":%");
        let names: Vec<(String, String)> = idempotency::table
            .filter(imports.and(under_way.or(diesel::dsl::exists(telling))))
            .select((idempotency::key_id, idempotency::idempotency_key))
            .load(self.connection())?;
        for (key_id, name) in &names {
            self.forget_answer(key_id, name)?;
        }
        Ok(names.len() as i32)
    }
}

impl Store {
    /// Says of an import under way, if it is still this attempt, that it goes on. No editor is waited for.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn renew_answer(&self, key_id: &str, name: &str, run: &str, answer: &str) -> Result<(), StoreError> {
        self.beside(|connection| {
            let ours = idempotency::table.find((key_id, name)).filter(idempotency::answer.like(format!("%{run}%")));
            diesel::update(ours).set(idempotency::answer.eq(answer)).execute(connection)?;
            Ok(())
        })
    }

    /// Keeps a part of what an import answers. No editor waits for it.
    ///
    /// # Errors
    /// [`StoreError::Constraint`] when the answer is not to be kept any more.
    pub fn keep_answer_part(&self, part: &AnswerPart) -> Result<(), StoreError> {
        self.beside(|connection| {
            diesel::insert_into(import_answers::table).values(part).execute(connection)?;
            Ok(())
        })
    }
}
