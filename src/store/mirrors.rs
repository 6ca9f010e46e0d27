//! What this hub holds of others: which hubs, how far they were followed, their documents, and what could not be taken in.

use std::collections::HashMap;

use diesel::prelude::*;

use super::error::StoreError;
use super::items::Item;
use super::transaction::Transaction;
use crate::database::schema::{entries, items, mirrors, quarantine, revisions};
use crate::database::{Connection, among, on};
use crate::model::values::Instant;

/// A hub that is copied.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = mirrors, treat_none_as_default_value = false)]
pub struct Mirror {
    /// Its address.
    pub source: String,
    /// The part of it that is copied, as a query string.
    pub scope: String,
    /// Its history, as of the last visit.
    pub epoch: String,
    /// How far its log was followed.
    pub seq: i64,
    /// When it was last visited.
    pub followed_at: Instant,
}

/// An entry of another hub that could not be taken in.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = quarantine, treat_none_as_default_value = false)]
pub struct Quarantined {
    /// The hub.
    pub source: String,
    /// The entry.
    pub entry_id: String,
    /// The collection that it says it belongs to.
    pub collection: String,
    /// Its revision there.
    pub rev: i64,
    /// The hash of its document there, for the digest.
    pub hash: String,
    /// What is wrong with it, as JSON.
    pub faults: String,
    /// When it was found so.
    pub since: Instant,
}

/// The documents of these entries that are copies from other hubs, by entry, as they are kept.
///
/// # Errors
/// Whatever the database says.
pub fn mirrored_documents(connection: &mut Connection, ids: &[&str]) -> Result<HashMap<String, String>, StoreError> {
    let any: i64 = mirrors::table.count().get_result(connection)?;
    if any == 0 {
        return Ok(HashMap::new());
    }
    let rows: Vec<(String, String)> = on!(connection, own => items::table
        .inner_join(revisions::table)
        .filter(items::origin.is_not_null().and(among(items::id, ids)))
        .filter(items::published_rev.eq(revisions::rev.nullable()))
        .select((items::id, revisions::document))
        .load(own)?);
    Ok(rows.into_iter().collect())
}

/// The hub of this address, if it was copied before.
///
/// # Errors
/// Whatever the database says.
pub fn mirror_of(connection: &mut Connection, source: &str) -> Result<Option<Mirror>, StoreError> {
    Ok(mirrors::table.find(source).select(Mirror::as_select()).get_result(connection).optional()?)
}

/// What of a hub could not be taken in.
///
/// # Errors
/// Whatever the database says.
pub fn quarantined(connection: &mut Connection, source: &str) -> Result<Vec<Quarantined>, StoreError> {
    Ok(quarantine::table
        .filter(quarantine::source.eq(source))
        .order(quarantine::entry_id)
        .select(Quarantined::as_select())
        .load(connection)?)
}

/// The entries that are copies from a hub and public: id and collection.
///
/// # Errors
/// Whatever the database says.
pub fn copies_of(connection: &mut Connection, source: &str) -> Result<Vec<(String, String)>, StoreError> {
    Ok(items::table
        .inner_join(entries::table.on(entries::id.eq(items::id)))
        .filter(items::origin.eq(source))
        .select((items::id, items::collection))
        .order(items::id)
        .load(connection)?)
}

impl Transaction<'_> {
    /// Notes how far a hub was followed.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn put_mirror(&mut self, mirror: &Mirror) -> Result<(), StoreError> {
        let known: i64 = mirrors::table.find(&mirror.source).count().get_result(self.connection())?;
        if known > 0 {
            diesel::update(mirrors::table.find(&mirror.source)).set(mirror).execute(self.connection())?;
        } else {
            on!(self.connection(), own => diesel::insert_into(mirrors::table).values(mirror).execute(own))?;
        }
        Ok(())
    }

    /// Keeps the document of a copy, of which those before are forgotten.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn keep_document(&mut self, item: &Item, document: &str) -> Result<(), StoreError> {
        let row = (
            revisions::item_id.eq(&item.id),
            revisions::rev.eq(item.rev),
            revisions::created_at.eq(item.modified_at),
            revisions::document.eq(document),
        );
        on!(self.connection(), own => diesel::insert_into(revisions::table).values(row).execute(own))?;
        Ok(())
    }

    /// Forgets the documents of a copy.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn forget_documents(&mut self, item_id: &str) -> Result<(), StoreError> {
        diesel::delete(revisions::table.filter(revisions::item_id.eq(item_id))).execute(self.connection())?;
        Ok(())
    }

    /// Which of these entries are public.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn public_among(&mut self, ids: &[&str]) -> Result<Vec<String>, StoreError> {
        let there = entries::table.filter(among(entries::id, ids)).select(entries::id);
        Ok(on!(self.connection(), own => there.load(own)?))
    }

    /// Of which of these entries there are items.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn items_among(&mut self, ids: &[&str]) -> Result<Vec<String>, StoreError> {
        let there = items::table.filter(among(items::id, ids)).select(items::id);
        Ok(on!(self.connection(), own => there.load(own)?))
    }

    /// Which of these entries of a hub are in quarantine.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn quarantined_among(&mut self, source: &str, ids: &[&str]) -> Result<Vec<String>, StoreError> {
        let there = quarantine::table
            .filter(quarantine::source.eq(source).and(among(quarantine::entry_id, ids)))
            .select(quarantine::entry_id);
        Ok(on!(self.connection(), own => there.load(own)?))
    }

    /// Puts an entry into quarantine, in the place of what was said of it before.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn quarantine(&mut self, entry: &Quarantined) -> Result<(), StoreError> {
        self.release(&entry.source, &entry.entry_id)?;
        on!(self.connection(), own => diesel::insert_into(quarantine::table).values(entry).execute(own))?;
        Ok(())
    }

    /// Lets an entry out of quarantine.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn release(&mut self, source: &str, entry_id: &str) -> Result<(), StoreError> {
        diesel::delete(quarantine::table.find((source, entry_id))).execute(self.connection())?;
        Ok(())
    }
}
