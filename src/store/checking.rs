//! Which rows of different tables must agree, and what it means when they do not. The sentences are for operators.

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::error::StoreError;
use crate::database::{Connection, on};
use crate::model::COLLECTIONS;

/// Disagreements of a kind that are named one by one.
const NAMED: usize = 1000;

/// What must never be: a sentence, and the query for those of whom it is true (`name`), on both databases.
const NEVER: &[(&str, &str)] = &[
    (
        "the hub has no history, or several",
        "SELECT 'hub' AS name FROM (SELECT count(*) AS n, min(epoch) AS epoch FROM hub) AS h WHERE n <> 1 OR epoch = ''",
    ),
    (
        "the item is public, and no entry is",
        "SELECT i.id AS name FROM items i LEFT JOIN entries e ON e.id = i.id \
         WHERE i.state IN ('published', 'withdrawn') AND e.id IS NULL",
    ),
    (
        "the entry is public, and its item is not",
        "SELECT e.id AS name FROM entries e LEFT JOIN items i ON i.id = e.id \
         WHERE i.id IS NULL OR i.state NOT IN ('published', 'withdrawn')",
    ),
    (
        "the item and its entry are of different collections",
        "SELECT e.id AS name FROM entries e JOIN items i ON i.id = e.id WHERE i.collection <> e.collection",
    ),
    (
        "its latest revision is missing",
        "SELECT i.id AS name FROM items i LEFT JOIN revisions r ON r.item_id = i.id AND r.rev = i.rev \
         WHERE r.rev IS NULL AND i.origin IS NULL",
    ),
    (
        "a revision is later than the latest",
        "SELECT r.item_id AS name FROM revisions r JOIN items i ON i.id = r.item_id WHERE r.rev > i.rev",
    ),
    (
        "it is scheduled, and for no time",
        "SELECT id AS name FROM items WHERE state = 'scheduled' AND publish_at IS NULL",
    ),
    (
        "it is redirected to nothing",
        "SELECT i.id AS name FROM items i LEFT JOIN items t ON t.id = i.redirect_to \
         WHERE i.state = 'redirected' AND t.id IS NULL",
    ),
    (
        "consent was withdrawn, and texts are kept",
        "SELECT i.id AS name FROM items i JOIN revisions r ON r.item_id = i.id \
         WHERE i.state = 'erased' AND r.document <> '{}'",
    ),
    (
        "consent was withdrawn, and stands on record",
        "SELECT w.item_id AS name FROM withdrawals w JOIN consents c ON c.item_id = w.item_id",
    ),
    (
        "consent was withdrawn, and the item is not erased",
        "SELECT w.item_id AS name FROM withdrawals w JOIN items i ON i.id = w.item_id WHERE i.state <> 'erased' \
         AND i.origin IS NULL",
    ),
    (
        "it is public under a consent that is not on record",
        "SELECT e.id AS name FROM entries e LEFT JOIN consents c ON c.item_id = e.id \
         JOIN items i ON i.id = e.id WHERE e.consented AND c.item_id IS NULL AND i.origin IS NULL",
    ),
    (
        "it is public in channels that its consent does not name",
        "SELECT e.id AS name FROM entries e JOIN consents c ON c.item_id = e.id JOIN items i ON i.id = e.id \
         WHERE (e.channels & ~c.channels) <> 0 AND i.origin IS NULL",
    ),
    (
        "it is public, and not in the change log",
        "SELECT e.id AS name FROM entries e LEFT JOIN changes c ON c.entry_id = e.id WHERE c.entry_id IS NULL",
    ),
    (
        "the change log has another seq, rev or collection of it",
        "SELECT e.id AS name FROM entries e JOIN changes c ON c.entry_id = e.id \
         WHERE c.seq <> e.seq OR c.rev <> e.rev OR c.collection <> e.collection",
    ),
    (
        "the change log says that it is gone, and it is public",
        "SELECT e.id AS name FROM entries e JOIN changes c ON c.entry_id = e.id WHERE c.op <> 'upsert'",
    ),
    (
        "the change log says that it is public, and it is not",
        "SELECT c.entry_id AS name FROM changes c LEFT JOIN entries e ON e.id = c.entry_id \
         WHERE c.op = 'upsert' AND e.id IS NULL",
    ),
    (
        "it was public once, and the change log does not know",
        "SELECT i.id AS name FROM items i LEFT JOIN changes c ON c.entry_id = i.id \
         WHERE i.state IN ('removed', 'redirected') AND c.entry_id IS NULL",
    ),
    (
        "the change log has it beyond the end of the sequence",
        "SELECT c.entry_id AS name FROM changes c, hub h WHERE c.seq > h.seq OR c.first_public_seq > c.seq",
    ),
    (
        "a slug leads to it, and it never was",
        "SELECT s.entry_id AS name FROM slugs s LEFT JOIN items i ON i.id = s.entry_id \
         LEFT JOIN changes c ON c.entry_id = s.entry_id WHERE i.id IS NULL AND c.entry_id IS NULL",
    ),
    (
        "a slug of another collection leads to it",
        "SELECT s.entry_id AS name FROM slugs s JOIN items i ON i.id = s.entry_id WHERE i.collection <> s.collection",
    ),
    (
        "it names an entry that is not public, or is none itself",
        "SELECT l.source_id AS name FROM links l LEFT JOIN entries s ON s.id = l.source_id \
         LEFT JOIN entries t ON t.id = l.target_id WHERE s.id IS NULL OR t.id IS NULL",
    ),
    (
        "a link to what is public is severed",
        "SELECT l.source_id AS name FROM severed_links l JOIN entries s ON s.id = l.source_id \
         JOIN entries t ON t.id = l.target_id",
    ),
    (
        "it has a translation into its own language",
        "SELECT t.entry_id AS name FROM translations t JOIN entries e ON e.id = t.entry_id WHERE t.lang = e.lang",
    ),
    (
        "a webhook was told more than has happened",
        "SELECT w.id AS name FROM webhooks w JOIN hub h ON h.epoch = w.epoch WHERE w.seq > h.seq",
    ),
    (
        "a secret belongs to no key",
        "SELECT s.prefix AS name FROM key_secrets s LEFT JOIN keys k ON k.id = s.key_id WHERE k.id IS NULL",
    ),
];

/// One of whom a sentence is true.
#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = Text)]
    name: String,
}

/// A sentence for each disagreement.
///
/// # Errors
/// Whatever the database says.
pub fn disagreements(connection: &mut Connection) -> Result<Vec<String>, StoreError> {
    let mut told = Vec::new();
    for (sentence, sql) in NEVER {
        tell(connection, sentence, sql, &mut told)?;
    }
    for collection in COLLECTIONS.iter() {
        let (name, table) = (collection.name, collection.name.replace('-', "_"));
        tell(
            connection,
            &format!("it is one of {name}, and has none of their fields"),
            &format!(
                "SELECT e.id AS name FROM entries e LEFT JOIN {table} o ON o.id = e.id \
                 WHERE e.collection = '{name}' AND o.id IS NULL"
            ),
            &mut told,
        )?;
        tell(
            connection,
            &format!("it has the fields of {name}, and is none of them"),
            &format!(
                "SELECT o.id AS name FROM {table} o LEFT JOIN entries e ON e.id = o.id \
                 WHERE e.id IS NULL OR e.collection <> '{name}'"
            ),
            &mut told,
        )?;
    }
    if let Connection::Sqlite(_) = connection {
        // What the database itself finds: pages that are damaged, indexes that lack rows, references to nothing.
        let sound = "SELECT integrity_check AS name FROM pragma_integrity_check WHERE integrity_check <> 'ok'";
        tell(connection, "the file is damaged", sound, &mut told)?;
        let orphans = "SELECT \"table\" || ' ' || coalesce(rowid, '') AS name FROM pragma_foreign_key_check";
        tell(connection, "a row refers to one that is not there", orphans, &mut told)?;
    }
    Ok(told)
}

fn tell(connection: &mut Connection, sentence: &str, sql: &str, told: &mut Vec<String>) -> Result<(), StoreError> {
    let found: Vec<Named> = on!(connection, own => diesel::sql_query(sql).load(own))?;
    told.extend(found.iter().take(NAMED).map(|one| format!("{}: {sentence}", one.name)));
    if found.len() > NAMED {
        told.push(format!("{} more: {sentence}", found.len() - NAMED));
    }
    Ok(())
}
