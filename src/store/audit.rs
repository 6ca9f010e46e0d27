//! The audit: what was done, by whom. It only grows; the database itself refuses anything else.

use diesel::prelude::*;

use super::error::StoreError;
use super::transaction::Transaction;
use crate::database::Connection;
use crate::database::schema::audit;
use crate::model::values::Instant;

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, serde::Serialize)]
#[diesel(table_name = audit, treat_none_as_default_value = false)]
pub struct AuditEntry {
    /// Its id, a UUIDv7: later ones are greater.
    pub id: String,
    /// When.
    pub at: Instant,
    /// The key that did it; nobody's when the hub did it by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    /// The name of that key.
    pub key_name: String,
    /// The request, as in the `Request-Id` of its answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// What was done.
    pub action: String,
    /// The collection of the item.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub collection: Option<String>,
    /// The item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_id: Option<String>,
    /// Its latest revision then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rev: Option<i64>,
    /// Where in the change sequence it became visible, if it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seq: Option<i64>,
    /// What was said of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What was done, the latest first: of one item or key, or of all; before an entry, at most `limit`.
///
/// # Errors
/// Whatever the database says.
pub fn audit_entries(
    connection: &mut Connection,
    item_id: Option<&str>,
    key_id: Option<&str>,
    before: Option<&str>,
    limit: i64,
) -> Result<Vec<AuditEntry>, StoreError> {
    let mut query = audit::table.order(audit::id.desc()).limit(limit).select(AuditEntry::as_select()).into_boxed();
    if let Some(id) = item_id {
        query = query.filter(audit::item_id.eq(id));
    }
    if let Some(id) = key_id {
        query = query.filter(audit::key_id.eq(id));
    }
    if let Some(id) = before {
        query = query.filter(audit::id.lt(id));
    }
    Ok(query.load(connection)?)
}

impl Transaction<'_> {
    /// Notes what was done.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn note(&mut self, entry: &AuditEntry) -> Result<(), StoreError> {
        diesel::insert_into(audit::table).values(entry).execute(self.connection())?;
        Ok(())
    }
}
