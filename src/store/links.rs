//! The links between public entries.

use diesel::connection::DefaultLoadingMode;
use diesel::prelude::*;

use super::error::StoreError;
use super::transaction::Transaction;
use crate::database::schema::{items, links};
use crate::database::{Connection, among, on};

/// One link of a public entry.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = links, treat_none_as_default_value = false)]
pub struct Link {
    /// The entry that names the other.
    pub source_id: String,
    /// The relation's key ([`crate::model::Relation::key`]).
    pub relation: String,
    /// The element of the inner list that carries it; 0 for a relation of the entry itself.
    pub part: i32,
    /// Its place among the references.
    pub position: i32,
    /// The entry that is named.
    pub target_id: String,
    /// What the target does here.
    pub role: Option<String>,
    /// How the target matters here.
    pub note: Option<String>,
}

/// Shows every link, or those of these sources, to `each`, in their order, without holding them all.
///
/// # Errors
/// Whatever the database says.
pub fn each_link(
    connection: &mut Connection,
    sources: Option<&[&str]>,
    mut each: impl FnMut(Link),
) -> Result<(), StoreError> {
    on!(connection, own => {
        let order = (links::source_id, links::relation, links::part, links::position);
        let query = links::table.order(order).select(Link::as_select());
        match sources {
            Some(ids) => {
                for link in query.filter(among(links::source_id, ids)).load_iter::<Link, DefaultLoadingMode>(own)? {
                    each(link?);
                }
            }
            None => {
                for link in query.load_iter::<Link, DefaultLoadingMode>(own)? {
                    each(link?);
                }
            }
        }
    });
    Ok(())
}

/// Source and target of every link of these sources.
///
/// # Errors
/// Whatever the database says.
pub fn targets_of(connection: &mut Connection, sources: &[&str]) -> Result<Vec<(String, String)>, StoreError> {
    let of = among(links::source_id, sources);
    let ends = (links::source_id, links::target_id);
    Ok(on!(connection, own => links::table.filter(of).select(ends).load(own)?))
}

impl Transaction<'_> {
    /// The entries that name this one.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn referrers(&mut self, target_id: &str) -> Result<Vec<String>, StoreError> {
        Ok(links::table
            .filter(links::target_id.eq(target_id))
            .filter(links::source_id.ne(target_id))
            .select(links::source_id)
            .distinct()
            .order(links::source_id)
            .load(self.connection())?)
    }

    /// The same without those that are copies from this hub.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn referrers_from_elsewhere(&mut self, target_id: &str, origin: &str) -> Result<Vec<String>, StoreError> {
        Ok(links::table
            .inner_join(items::table.on(items::id.eq(links::source_id)))
            .filter(links::target_id.eq(target_id).and(links::source_id.ne(target_id)))
            .filter(items::origin.is_null().or(items::origin.ne(origin)))
            .select(links::source_id)
            .distinct()
            .order(links::source_id)
            .load(self.connection())?)
    }

    /// The entries that an entry names in a relation.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn targets(&mut self, source_id: &str, relation: &str) -> Result<Vec<String>, StoreError> {
        let of = links::source_id.eq(source_id).and(links::relation.eq(relation));
        Ok(links::table.filter(of).select(links::target_id).load(self.connection())?)
    }

    /// The entries that name an entry in a relation.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn sources(&mut self, target_id: &str, relation: &str) -> Result<Vec<String>, StoreError> {
        let of = links::target_id.eq(target_id).and(links::relation.eq(relation));
        Ok(links::table.filter(of).select(links::source_id).load(self.connection())?)
    }

    pub(super) fn insert_links(&mut self, new: &[Link]) -> Result<(), StoreError> {
        match self.connection() {
            // Each statement is a journey to the server.
            Connection::Postgres(postgres) => {
                diesel::insert_into(links::table).values(new).execute(postgres)?;
            }
            Connection::Sqlite(sqlite) => {
                for link in new {
                    diesel::insert_into(links::table).values(link).execute(sqlite)?;
                }
            }
        }
        Ok(())
    }

    pub(super) fn delete_links_from(&mut self, source_id: &str) -> Result<(), StoreError> {
        diesel::delete(links::table.filter(links::source_id.eq(source_id))).execute(self.connection())?;
        Ok(())
    }
}
