//! What editors work on: items, their revisions, and the consents on record.

use diesel::prelude::*;

use super::error::StoreError;
use super::transaction::Transaction;
use crate::database::on;
use crate::database::schema::{consents, items, revisions};
use crate::model::values::{Instant, closed_list};
use crate::model::{Consent, ConsentRow};

closed_list! {
    /// The state of an item.
    pub enum ItemState {
        /// Never public yet.
        Draft = "draft",
        /// Public.
        Published = "published",
    }
}

/// An entry as an editor sees it.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = items, treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct Item {
    /// The id of the item and of the entry that it becomes.
    pub id: String,
    /// Its collection.
    pub collection: String,
    /// Its slug, unique among the collection's items.
    pub slug: String,
    /// Its state.
    pub state: ItemState,
    /// Its latest revision.
    pub rev: i64,
    /// The revision that is public.
    pub published_rev: Option<i64>,
    /// When it was made.
    pub created_at: Instant,
    /// When its latest revision was made.
    pub modified_at: Instant,
}

/// One state of an item's document.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = revisions, treat_none_as_default_value = false)]
pub struct Revision {
    /// The item.
    pub item_id: String,
    /// Its number, from 1.
    pub rev: i64,
    /// When it was made.
    pub created_at: Instant,
    /// What its editor says of it.
    pub change_note: Option<String>,
    /// The document as it was written, as JSON.
    pub document: String,
}

impl Transaction<'_> {
    /// The item of this id.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn item(&mut self, id: &str) -> Result<Option<Item>, StoreError> {
        Ok(items::table.find(id).select(Item::as_select()).get_result(self.connection()).optional()?)
    }

    /// The items that have this id or this slug: none, one, or one of each.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn items_named(&mut self, id: &str, collection: &str, slug: &str) -> Result<Vec<Item>, StoreError> {
        let named = items::id.eq(id).or(items::collection.eq(collection).and(items::slug.eq(slug)));
        Ok(on!(self.connection(), own => items::table.filter(named).select(Item::as_select()).load(own))?)
    }

    /// The item of this slug.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn item_of_slug(&mut self, collection: &str, slug: &str) -> Result<Option<Item>, StoreError> {
        Ok(items::table
            .filter(items::collection.eq(collection))
            .filter(items::slug.eq(slug))
            .select(Item::as_select())
            .get_result(self.connection())
            .optional()?)
    }

    /// Puts a new item.
    ///
    /// # Errors
    /// [`StoreError::Constraint`] when its slug is taken.
    pub fn insert_item(&mut self, item: &Item) -> Result<(), StoreError> {
        on!(self.connection(), own => diesel::insert_into(items::table).values(item).execute(own))?;
        Ok(())
    }

    /// Replaces an item.
    ///
    /// # Errors
    /// [`StoreError::Constraint`] when its slug is taken.
    pub fn update_item(&mut self, item: &Item) -> Result<(), StoreError> {
        diesel::update(items::table.find(&item.id)).set(item).execute(self.connection())?;
        Ok(())
    }

    /// Notes that the latest revision of each of these items is public.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn mark_published(&mut self, ids: &[&str]) -> Result<(), StoreError> {
        diesel::update(items::table.filter(items::id.eq_any(ids)))
            .set((items::state.eq(ItemState::Published), items::published_rev.eq(items::rev.nullable())))
            .execute(self.connection())?;
        Ok(())
    }

    /// Puts a new revision.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn insert_revision(&mut self, revision: &Revision) -> Result<(), StoreError> {
        on!(self.connection(), own => diesel::insert_into(revisions::table).values(revision).execute(own))?;
        Ok(())
    }

    /// A revision of an item.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn revision(&mut self, item_id: &str, rev: i64) -> Result<Option<Revision>, StoreError> {
        let of = revisions::table.find((item_id, rev));
        Ok(on!(self.connection(), own => of.select(Revision::as_select()).get_result(own)).optional()?)
    }

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
}

/// Whether there is no item at all.
///
/// # Errors
/// Whatever the database says.
pub fn is_empty(connection: &mut crate::database::Connection) -> Result<bool, StoreError> {
    let any: Option<String> = items::table.select(items::id).first(connection).optional()?;
    Ok(any.is_none())
}

/// The revision of an item that is public.
///
/// # Errors
/// Whatever the database says.
pub fn published_revision(
    connection: &mut crate::database::Connection,
    item_id: &str,
) -> Result<Option<Revision>, StoreError> {
    let rev: Option<Option<i64>> =
        items::table.find(item_id).select(items::published_rev).get_result(connection).optional()?;
    let Some(Some(rev)) = rev else { return Ok(None) };
    Ok(revisions::table.find((item_id, rev)).select(Revision::as_select()).get_result(connection).optional()?)
}
