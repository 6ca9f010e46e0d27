//! Erasing what a person said who withdrew consent, from every table in which it stands.

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;

use super::connecting::BUSY_TIMEOUT;
use super::error::StoreError;
use super::handle::Store;
use super::transaction::Transaction;
use crate::database::Connection;
use crate::database::schema::{
    audit, changes, consents, idempotency, item_identifiers, preview_links, revisions, severed_links, slugs,
};
use crate::model::erased_slug;
use crate::model::values::Instant;

/// How much was erased.
pub struct Erased {
    /// Revisions.
    pub revisions: i32,
    /// Kept answers.
    pub answers: i32,
    /// Notes of the audit.
    pub audit: i32,
}

impl Transaction<'_> {
    /// Erases an item's texts: its revisions, kept answers, audit notes, preview links, consent and slugs.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn erase_item(&mut self, id: &str) -> Result<Erased, StoreError> {
        let revisions = diesel::update(revisions::table.filter(revisions::item_id.eq(id)))
            .set((revisions::document.eq("{}"), revisions::change_note.eq(None::<String>)))
            .execute(self.connection())?;
        let answers =
            diesel::delete(idempotency::table.filter(idempotency::item_id.eq(id))).execute(self.connection())?;
        let audit = diesel::update(audit::table.filter(audit::item_id.eq(id).and(audit::note.is_not_null())))
            .set(audit::note.eq(None::<String>))
            .execute(self.connection())?;
        diesel::delete(preview_links::table.filter(preview_links::item_id.eq(id))).execute(self.connection())?;
        diesel::delete(consents::table.find(id)).execute(self.connection())?;
        diesel::delete(item_identifiers::table.filter(item_identifiers::item_id.eq(id))).execute(self.connection())?;
        diesel::delete(severed_links::table.filter(severed_links::target_id.eq(id))).execute(self.connection())?;
        for slug in self.slugs_to(id)? {
            diesel::update(slugs::table.filter(slugs::entry_id.eq(id).and(slugs::slug.eq(&slug))))
                .set(slugs::slug.eq(erased_slug(&slug)))
                .execute(self.connection())?;
        }
        Ok(Erased { revisions: revisions as i32, answers: answers as i32, audit: audit as i32 })
    }

    /// Every slug that leads to an entry.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn slugs_to(&mut self, id: &str) -> Result<Vec<String>, StoreError> {
        Ok(slugs::table.filter(slugs::entry_id.eq(id)).select(slugs::slug).load(self.connection())?)
    }

    /// The documents of every revision of an item.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn documents_of(&mut self, id: &str) -> Result<Vec<String>, StoreError> {
        Ok(revisions::table.filter(revisions::item_id.eq(id)).select(revisions::document).load(self.connection())?)
    }

    /// Revisions of other items in whose text a word stands: item, revision, document.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn revisions_naming(&mut self, word: &str, but: &str) -> Result<Vec<(String, i64, String)>, StoreError> {
        Ok(revisions::table
            .filter(revisions::item_id.ne(but).and(revisions::document.like(format!("%\"{word}\"%"))))
            .select((revisions::item_id, revisions::rev, revisions::document))
            .load(self.connection())?)
    }

    /// Forgets the answers kept of other items that name an entry by a slug. Answers how many they were.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn forget_answers_naming(&mut self, slug: &str, but: &str) -> Result<i32, StoreError> {
        let others = idempotency::item_id.is_null().or(idempotency::item_id.ne(but));
        let naming = idempotency::answer.like(format!("%\"slug\":\"{slug}\"%"));
        let forgotten = diesel::delete(idempotency::table.filter(naming)).filter(others).execute(self.connection())?;
        Ok(forgotten as i32)
    }

    /// Puts another text in the place of a revision's.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn rewrite_revision(&mut self, item_id: &str, rev: i64, document: &str) -> Result<(), StoreError> {
        diesel::update(revisions::table.find((item_id, rev)))
            .set(revisions::document.eq(document))
            .execute(self.connection())?;
        Ok(())
    }

    /// Says in the log that whoever holds a copy of an entry must forget it.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn log_purge(&mut self, entry_id: &str, by: Instant) -> Result<(), StoreError> {
        diesel::update(changes::table.find(entry_id))
            .set((changes::must_purge.eq(true), changes::purge_by.eq(by)))
            .execute(self.connection())?;
        Ok(())
    }
}

impl Store {
    /// Sees to it that what was deleted is not in the database's files any more, as far as the database is a file: the
    /// journal, which holds old pages, is emptied. Answers whether it could be; a long read may be in the way, for whose
    /// end it waits so many milliseconds. Nobody else writes meanwhile.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn overwrite_deleted(&self, patience: u32) -> Result<bool, StoreError> {
        #[derive(QueryableByName)]
        struct Checkpoint {
            #[diesel(sql_type = diesel::sql_types::Integer)]
            busy: i32,
        }
        self.administer(|connection| match connection {
            Connection::Postgres(_) => Ok(true),
            Connection::Sqlite(sqlite) => {
                let waits = |milliseconds: u32| format!("PRAGMA busy_timeout = {milliseconds}");
                sqlite.batch_execute(&waits(patience))?;
                let done: Result<Checkpoint, _> =
                    diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(sqlite);
                sqlite.batch_execute(&waits(BUSY_TIMEOUT))?;
                match done.map_err(StoreError::from) {
                    Ok(done) => Ok(done.busy == 0),
                    Err(StoreError::Busy(_)) => Ok(false),
                    Err(error) => Err(error),
                }
            }
        })
    }
}
