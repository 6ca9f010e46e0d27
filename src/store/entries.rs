//! What is public: envelopes, own fields, translations and the slugs that lead to them.

use diesel::dsl::exists;
use diesel::prelude::*;
use serde_json::{Map, Value};

use super::error::StoreError;
use super::links::Link;
use super::tables::{TABLES, Table};
use super::transaction::Transaction;
use crate::database::schema::{entries, items, slugs, translations};
use crate::database::{Connection, among, on};
use crate::model::values::{Json, Tag};
use crate::model::{Collection, Entry, Record, erased_slug};

/// A translation of a public entry.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = translations, treat_none_as_default_value = false)]
pub struct TranslationRow {
    /// The entry.
    pub entry_id: String,
    /// The language.
    pub lang: Tag,
    /// Whether the source text changed after it.
    pub outdated: bool,
    /// The title in that language.
    pub title: String,
    /// The other translated fields.
    pub texts: Json<Map<String, Value>>,
}

/// A public entry as it is kept.
pub struct Stored {
    /// The envelope.
    pub entry: Entry,
    /// The collection's own fields.
    pub record: Box<dyn Record>,
}

fn table(collection: &Collection) -> Result<&'static Table, StoreError> {
    TABLES
        .get(collection.index)
        .filter(|table| table.collection == collection.name)
        .ok_or_else(|| StoreError::Failed(format!("no table for {}", collection.name)))
}

/// Public entries of a collection by id, in no order: one query.
///
/// # Errors
/// Whatever the database says.
pub fn load(connection: &mut Connection, collection: &Collection, ids: &[&str]) -> Result<Vec<Stored>, StoreError> {
    let rows = (table(collection)?.load)(connection, ids)?;
    Ok(rows.into_iter().map(|(entry, record)| Stored { entry, record }).collect())
}

/// The next public entries of a collection after an id, in the order of ids: one query.
///
/// # Errors
/// Whatever the database says.
pub fn load_after(
    connection: &mut Connection,
    collection: &Collection,
    after: &str,
    limit: i64,
) -> Result<Vec<Stored>, StoreError> {
    let rows = (table(collection)?.after)(connection, after, limit)?;
    Ok(rows.into_iter().map(|(entry, record)| Stored { entry, record }).collect())
}

/// Shows every public entry of a collection to `each`, in the order of ids, without holding them all.
///
/// # Errors
/// Whatever the database says.
pub fn scan(
    connection: &mut Connection,
    collection: &Collection,
    mut each: impl FnMut(Stored),
) -> Result<(), StoreError> {
    const CHUNK: i64 = 1000;
    let mut after = String::new();
    loop {
        let rows = load_after(connection, collection, &after, CHUNK)?;
        let complete = (rows.len() as i64) < CHUNK;
        for stored in rows {
            after.clone_from(&stored.entry.id);
            each(stored);
        }
        if complete {
            return Ok(());
        }
    }
}

/// The translations of these entries.
///
/// # Errors
/// Whatever the database says.
pub fn translations_of(connection: &mut Connection, ids: &[&str]) -> Result<Vec<TranslationRow>, StoreError> {
    Ok(on!(connection, own => translations::table
        .filter(among(translations::entry_id, ids))
        .order((translations::entry_id, translations::lang))
        .select(TranslationRow::as_select())
        .load(own)?))
}

/// Entry, language, whether outdated, and title of every translation, or of those of these entries.
///
/// # Errors
/// Whatever the database says.
pub fn translation_titles(
    connection: &mut Connection,
    of: Option<&[&str]>,
) -> Result<Vec<(String, Tag, bool, String)>, StoreError> {
    let columns = (translations::entry_id, translations::lang, translations::outdated, translations::title);
    let query = translations::table.order((translations::entry_id, translations::lang)).select(columns);
    Ok(match of {
        Some(ids) => on!(connection, own => query.filter(among(translations::entry_id, ids)).load(own)?),
        None => query.load(connection)?,
    })
}

/// Entry and title, in the source language, of these entries.
///
/// # Errors
/// Whatever the database says.
pub fn titles_of(connection: &mut Connection, ids: &[&str]) -> Result<Vec<(String, String)>, StoreError> {
    let of = among(entries::id, ids);
    Ok(on!(connection, own => entries::table.filter(of).select((entries::id, entries::title)).load(own)?))
}

/// Collection, slug and entry of every slug that ever led anywhere, or to these entries.
///
/// # Errors
/// Whatever the database says.
pub fn slugs_of(connection: &mut Connection, of: Option<&[&str]>) -> Result<Vec<(String, String, String)>, StoreError> {
    Ok(match of {
        Some(ids) => on!(connection, own => slugs::table.filter(among(slugs::entry_id, ids)).load(own)?),
        None => slugs::table.load(connection)?,
    })
}

impl Transaction<'_> {
    /// The envelope of a public entry.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn entry(&mut self, id: &str) -> Result<Option<Entry>, StoreError> {
        let of = entries::table.find(id);
        Ok(on!(self.connection(), own => of.select(Entry::as_select()).get_result(own)).optional()?)
    }

    /// The translations of a public entry, in order of language.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn translations(&mut self, id: &str) -> Result<Vec<TranslationRow>, StoreError> {
        translations_of(self.connection(), &[id])
    }

    /// Public entries of a collection by id, in no order, as this transaction would have them.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn load_entries(&mut self, collection: &Collection, ids: &[&str]) -> Result<Vec<Stored>, StoreError> {
        load(self.connection(), collection, ids)
    }

    /// The id of the public entry of this slug, or of one that had it before.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn entry_of_slug(&mut self, collection: &str, slug: &str) -> Result<Option<String>, StoreError> {
        if !self.has_erasures()? {
            let id = slugs::table.find((collection, slug)).select(slugs::entry_id);
            return Ok(on!(self.connection(), own => id.get_result(own)).optional()?);
        }
        let erased = erased_slug(slug);
        let id = slugs::table
            .filter(slugs::collection.eq(collection))
            .filter(slugs::slug.eq(slug).or(slugs::slug.eq(erased)))
            .select(slugs::entry_id);
        Ok(on!(self.connection(), own => id.get_result(own)).optional()?)
    }

    /// The same, if that entry is public now.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn public_of_slug(&mut self, collection: &str, slug: &str) -> Result<Option<String>, StoreError> {
        let id = slugs::table
            .inner_join(entries::table.on(entries::id.eq(slugs::entry_id)))
            .filter(slugs::collection.eq(collection).and(slugs::slug.eq(slug)))
            .select(entries::id);
        Ok(on!(self.connection(), own => id.get_result(own)).optional()?)
    }

    /// Whether an item of the collection has a slug, or it leads to an entry.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn is_slug_taken(&mut self, collection: &str, slug: &str) -> Result<bool, StoreError> {
        let drafted = items::table.filter(items::collection.eq(collection).and(items::slug.eq(slug)));
        let of = |slug: &str| slugs::table.find((collection.to_owned(), slug.to_owned()));
        let taken = match self.has_erasures()? {
            true => diesel::select(exists(drafted).or(exists(of(slug))).or(exists(of(&erased_slug(slug)))))
                .get_result(self.connection())?,
            false => diesel::select(exists(drafted).or(exists(of(slug)))).get_result(self.connection())?,
        };
        Ok(taken)
    }

    /// Whether an entry of the collection is public under this id.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn is_public(&mut self, collection: &str, id: &str) -> Result<bool, StoreError> {
        let of = entries::table.find(id).select(entries::collection);
        let found: Option<String> = on!(self.connection(), own => of.get_result(own)).optional()?;
        Ok(found.is_some_and(|found| found == collection))
    }

    /// Makes an entry public, in the place of what is public of it (`before`), if anything is.
    ///
    /// # Errors
    /// [`StoreError::Constraint`] when its slug belongs or belonged to another entry, or a target is not public.
    pub fn put_entry(
        &mut self,
        collection: &Collection,
        before: Option<&Entry>,
        entry: &Entry,
        record: &dyn Record,
        links: &[Link],
        translated: &[TranslationRow],
    ) -> Result<(), StoreError> {
        let table = table(collection)?;
        if before.is_some() {
            diesel::update(entries::table.find(&entry.id)).set(entry).execute(self.connection())?;
            (table.delete)(self.connection(), &entry.id)?;
            diesel::delete(translations::table.filter(translations::entry_id.eq(&entry.id)))
                .execute(self.connection())?;
            self.delete_links_from(&entry.id)?;
            self.forget_severed_from(&entry.id)?;
        } else {
            on!(self.connection(), own => diesel::insert_into(entries::table).values(entry).execute(own))?;
        }
        (table.insert)(self.connection(), &entry.id, record)?;
        for row in translated {
            on!(self.connection(), own => diesel::insert_into(translations::table).values(row).execute(own))?;
        }
        self.insert_links(links)?;
        match before {
            Some(before) if before.slug == entry.slug => Ok(()),
            _ => self.claim_slug(collection.name, &entry.slug, &entry.id),
        }
    }

    /// Gives a public entry a new place in the sequence: its document changed through another entry.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn touch_entry(&mut self, id: &str, seq: i64) -> Result<(), StoreError> {
        diesel::update(entries::table.find(id)).set(entries::seq.eq(seq)).execute(self.connection())?;
        Ok(())
    }

    /// Notes that a slug leads to an entry, for ever.
    fn claim_slug(&mut self, collection: &str, slug: &str, entry_id: &str) -> Result<(), StoreError> {
        let taken = |owner: Option<String>| match owner {
            Some(owner) if owner == entry_id => Ok(()),
            _ => Err(StoreError::Constraint(format!("the slug {slug} leads to another entry"))),
        };
        // What is left of an erased slug is not equal to it: it is looked for. A copy may come back, and has it again.
        if self.has_erasures()?
            && let Some(owner) = self.entry_of_slug(collection, slug)?
        {
            taken(Some(owner))?;
            diesel::delete(slugs::table.find((collection, erased_slug(slug)))).execute(self.connection())?;
        }
        let row = (slugs::collection.eq(collection), slugs::slug.eq(slug), slugs::entry_id.eq(entry_id));
        let new = diesel::insert_into(slugs::table).values(row).on_conflict_do_nothing();
        match on!(self.connection(), own => new.execute(own))? {
            0 => taken(self.entry_of_slug(collection, slug)?),
            _ => Ok(()),
        }
    }
}
