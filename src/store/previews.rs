//! Links by which somebody without a key sees a draft, for a while.

use diesel::prelude::*;

use super::error::StoreError;
use super::transaction::Transaction;
use crate::database::schema::preview_links;
use crate::model::values::Instant;

/// A link to a draft.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = preview_links, treat_none_as_default_value = false)]
pub struct PreviewLink {
    /// SHA-256 of its token, in lower-case hex.
    pub token_hash: String,
    /// The item it shows.
    pub item_id: String,
    /// When it was made.
    pub created_at: Instant,
    /// When it ends.
    pub expires_at: Instant,
}

impl Transaction<'_> {
    /// Keeps a link, and forgets those that ended.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn insert_preview_link(&mut self, link: &PreviewLink) -> Result<(), StoreError> {
        diesel::delete(preview_links::table.filter(preview_links::expires_at.lt(link.created_at)))
            .execute(self.connection())?;
        diesel::insert_into(preview_links::table).values(link).execute(self.connection())?;
        Ok(())
    }

    /// The link of a token.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn preview_link(&mut self, token_hash: &str) -> Result<Option<PreviewLink>, StoreError> {
        Ok(preview_links::table
            .find(token_hash)
            .select(PreviewLink::as_select())
            .get_result(self.connection())
            .optional()?)
    }
}
