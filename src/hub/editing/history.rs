//! What was written and done: revisions, the differences between them, the audit.

use serde_json::{Value, json};

use super::{Actor, Answer, Done, EditError, document_of, item_of};
use crate::hub::{Hub, ImportCounts};
use crate::model::Collection;
use crate::store::{self, Revision, StoreError};

/// Which part of the audit.
#[derive(Debug, Clone, Default)]
pub struct AuditQuery {
    /// Of one item.
    pub item: Option<String>,
    /// Of one key.
    pub key: Option<String>,
    /// Older than this line.
    pub before: Option<String>,
    /// At most so many.
    pub limit: i64,
}

impl Hub {
    /// Every revision of an item without its document, the latest first.
    ///
    /// # Errors
    /// [`EditError::NoItem`].
    pub fn revisions(&self, collection: &'static Collection, id: &str) -> Result<Value, EditError> {
        self.store.look(|transaction| {
            let item = item_of(transaction, collection, id)?;
            let revisions = transaction.revisions(&item.id)?;
            Ok(json!({ "data": revisions.iter().map(facts).collect::<Vec<_>>() }))
        })
    }

    /// One revision with its document.
    ///
    /// # Errors
    /// [`EditError::NoItem`] when there is no such item or revision.
    pub fn revision(&self, collection: &'static Collection, id: &str, rev: i64) -> Result<Value, EditError> {
        self.store.look(|transaction| {
            let item = item_of(transaction, collection, id)?;
            let revision = transaction.revision(&item.id, rev)?.ok_or(EditError::NoItem)?;
            let document = document_of(transaction, &item, rev)?;
            Ok(json!({ "data": document, "revision": facts(&revision) }))
        })
    }

    /// What leads from one revision to another, as a JSON Patch (RFC 6902).
    ///
    /// # Errors
    /// [`EditError::NoItem`] when there is no such item or revision.
    pub fn diff(&self, collection: &'static Collection, id: &str, from: i64, to: i64) -> Result<Value, EditError> {
        self.store.look(|transaction| {
            let item = item_of(transaction, collection, id)?;
            let (old, new) = (document_of(transaction, &item, from)?, document_of(transaction, &item, to)?);
            Ok(json!({ "from": from, "to": to, "patch": json_patch::diff(&old, &new) }))
        })
    }

    /// Notes an import in the audit.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn note_import(&self, actor: &Actor, counts: &ImportCounts) -> Result<(), StoreError> {
        let counts = format!(
            "{} lines: {} created, {} updated, {} unchanged, {} skipped, {} failed, {} published",
            counts.lines,
            counts.created,
            counts.updated,
            counts.unchanged,
            counts.skipped,
            counts.failed,
            counts.published
        );
        let answer = Answer { created: false, item: None, rev: None, body: Value::Null };
        let done = Done { action: "import", answer, seq: None, note: Some(counts) };
        self.store.write(|transaction| self.note(transaction, actor, &done))
    }

    /// What was done, the latest first.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn audit(&self, query: &AuditQuery) -> Result<Value, EditError> {
        let entries = self.store.snapshot(|connection| {
            store::audit_entries(
                connection,
                query.item.as_deref(),
                query.key.as_deref(),
                query.before.as_deref(),
                query.limit + 1,
            )
        })?;
        let more = entries.len() as i64 > query.limit;
        let page: Vec<_> = entries.into_iter().take(query.limit as usize).collect();
        let next = page.last().filter(|_| more).map(|entry| entry.id.clone());
        let mut answer = json!({ "data": page, "meta": { "limit": query.limit } });
        if let (Some(next), Some(meta)) = (next, answer.get_mut("meta").and_then(Value::as_object_mut)) {
            meta.insert("next_before".to_owned(), json!(next));
        }
        Ok(answer)
    }
}

fn facts(revision: &Revision) -> Value {
    let mut facts = json!({ "rev": revision.rev, "created_at": revision.created_at });
    let optional = [
        ("created_by", revision.created_by.as_ref().map(|name| json!(name))),
        ("change_note", revision.change_note.as_ref().map(|note| json!(note))),
        ("update_type", revision.update_type.map(|kind| json!(kind))),
    ];
    if let Some(members) = facts.as_object_mut() {
        members.extend(optional.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    }
    facts
}
