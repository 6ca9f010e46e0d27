//! What editors work on: items and their revisions.

use std::collections::HashMap;

use diesel::prelude::*;

use super::error::StoreError;
use super::item_lists::latest_documents;
use super::transaction::Transaction;
use crate::database::schema::{item_identifiers, items, revisions};
use crate::database::{among, on};
use crate::model::values::{Edtf, Instant, closed_list};

closed_list! {
    /// The state of an item.
    pub enum ItemState {
        /// Never public yet.
        Draft = "draft",
        /// Never public yet, and becomes so at a set time.
        Scheduled = "scheduled",
        /// Public.
        Published = "published",
        /// Public, under a notice that it should not be relied on.
        Withdrawn = "withdrawn",
        /// Was public; its address answers that it is gone.
        Removed = "removed",
        /// Was public; its address leads to the entry that stands in its place.
        Redirected = "redirected",
        /// Its person withdrew consent: nothing remains of it but its id.
        Erased = "erased",
    }
}

impl ItemState {
    /// Whether the public can read it.
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Published | Self::Withdrawn)
    }

    /// Whether the public could ever read it.
    pub const fn was_public(self) -> bool {
        !matches!(self, Self::Draft | Self::Scheduled)
    }
}

closed_list! {
    /// How much a revision changes for readers.
    pub enum UpdateType {
        /// What is said has changed.
        Major = "major",
        /// A correction that changes nothing of substance.
        Minor = "minor",
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
    /// The revision that is public, or was last.
    pub published_rev: Option<i64>,
    /// When it was made.
    pub created_at: Instant,
    /// When its latest revision was made.
    pub modified_at: Instant,
    /// The title of its latest revision.
    pub title: String,
    /// The same as it is ordered and searched: without case and diacritics.
    pub title_key: String,
    /// The day by which editors look at it again, of its latest revision.
    pub review_by: Option<Edtf>,
    /// When its latest revision becomes public by itself.
    pub publish_at: Option<Instant>,
    /// The entry that stands in its place.
    pub redirect_to: Option<String>,
    /// The hub that it is a copy from; nobody edits it here.
    pub origin: Option<String>,
}

impl Item {
    /// Whether its latest revision is still to be published.
    pub fn is_unpublished(&self) -> bool {
        match self.state {
            ItemState::Draft | ItemState::Scheduled => true,
            ItemState::Published => self.published_rev != Some(self.rev),
            _ => false,
        }
    }
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
    /// How much it changes for readers.
    pub update_type: Option<UpdateType>,
    /// The name of the key that wrote it; nobody's when it came by the command line.
    pub created_by: Option<String>,
}

impl Transaction<'_> {
    /// The item of this id.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn item(&mut self, id: &str) -> Result<Option<Item>, StoreError> {
        item(self.connection(), id)
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

    /// The items of a collection that have any of these outside names (`scheme:value`).
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn items_identified(&mut self, collection: &str, names: &[String]) -> Result<Vec<Item>, StoreError> {
        Ok(on!(self.connection(), own => items::table
            .inner_join(item_identifiers::table)
            .filter(item_identifiers::collection.eq(collection).and(among(item_identifiers::name, names)))
            .select(Item::as_select())
            .distinct()
            .order(items::id)
            .load(own)?))
    }

    /// Puts an item's outside names in the place of those before; `known` if it may have some.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn put_identifiers(&mut self, item: &Item, names: &[String], known: bool) -> Result<(), StoreError> {
        if known {
            diesel::delete(item_identifiers::table.filter(item_identifiers::item_id.eq(&item.id)))
                .execute(self.connection())?;
        }
        for name in names {
            let row = (
                item_identifiers::collection.eq(&item.collection),
                item_identifiers::name.eq(name),
                item_identifiers::item_id.eq(&item.id),
            );
            on!(self.connection(), own => diesel::insert_into(item_identifiers::table).values(row).execute(own))?;
        }
        Ok(())
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
        on!(self.connection(), own => diesel::update(items::table.filter(among(items::id, ids)))
            .set((
                items::state.eq(ItemState::Published),
                items::published_rev.eq(items::rev.nullable()),
                items::publish_at.eq(None::<Instant>),
                items::redirect_to.eq(None::<String>),
            ))
            .execute(own))?;
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

    /// Every revision of an item, the latest first, without their documents.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn revisions(&mut self, item_id: &str) -> Result<Vec<Revision>, StoreError> {
        type Row = (i64, Instant, Option<String>, Option<UpdateType>, Option<String>);
        let rows: Vec<Row> = revisions::table
            .filter(revisions::item_id.eq(item_id))
            .order(revisions::rev.desc())
            .select((
                revisions::rev,
                revisions::created_at,
                revisions::change_note,
                revisions::update_type,
                revisions::created_by,
            ))
            .load(self.connection())?;
        let revision = |(rev, created_at, change_note, update_type, created_by)| Revision {
            item_id: item_id.to_owned(),
            rev,
            created_at,
            change_note,
            document: String::new(),
            update_type,
            created_by,
        };
        Ok(rows.into_iter().map(revision).collect())
    }

    /// Notes what editors say of a revision.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn describe_revision(
        &mut self,
        item_id: &str,
        rev: i64,
        change_note: Option<&str>,
        update_type: Option<UpdateType>,
    ) -> Result<(), StoreError> {
        let of = revisions::table.find((item_id, rev));
        if let Some(note) = change_note {
            diesel::update(of).set(revisions::change_note.eq(note)).execute(self.connection())?;
        }
        if let Some(kind) = update_type {
            diesel::update(of).set(revisions::update_type.eq(kind)).execute(self.connection())?;
        }
        Ok(())
    }

    /// Deletes an item that was never public, with its revisions.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn delete_item(&mut self, id: &str) -> Result<(), StoreError> {
        diesel::delete(items::table.find(id)).execute(self.connection())?;
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

    /// The latest revision of each of these items: its number and document, by the item's id.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn latest_documents(&mut self, ids: &[&str]) -> Result<HashMap<String, (i64, String)>, StoreError> {
        let rows = latest_documents(self.connection(), ids)?;
        Ok(rows.into_iter().map(|(id, rev, document)| (id, (rev, document))).collect())
    }
}

/// The items that are to become public by themselves by this moment, the earliest first.
///
/// # Errors
/// Whatever the database says.
pub fn due_ids(connection: &mut crate::database::Connection, by: Instant) -> Result<Vec<String>, StoreError> {
    Ok(items::table
        .filter(items::publish_at.le(by))
        .order((items::publish_at, items::id))
        .select(items::id)
        .load(connection)?)
}

/// The item of this id.
///
/// # Errors
/// Whatever the database says.
pub fn item(connection: &mut crate::database::Connection, id: &str) -> Result<Option<Item>, StoreError> {
    Ok(items::table.find(id).select(Item::as_select()).get_result(connection).optional()?)
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
