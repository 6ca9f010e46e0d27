//! Restoring a backup into an empty database: all of it, or nothing.

use std::io::BufRead;

use super::format::{BackupError, Tally, Trailer};
use super::reading::{Backup, Taker};
use super::writing::json;
use crate::store::{self, Column, DUMPED, Store, Transaction};

/// Rows are put in when their text has this many bytes.
const BATCH: usize = 1 << 20;

/// What a restored hub may do.
#[derive(Debug, Clone, Copy, Default)]
pub struct RestoreOptions {
    /// Whether webhooks stay paused, so that a hub which is only tried tells nobody.
    pub pause_webhooks: bool,
}

/// What was restored.
#[derive(Debug)]
pub struct Restored {
    /// The place in the sequence that the hub is at.
    pub seq: i64,
    /// The name of its history from now on.
    pub epoch: String,
    /// How many rows it has.
    pub rows: u64,
    /// How many webhooks were paused.
    pub webhooks_paused: usize,
}

/// Puts a backup into an empty database, of either kind, and brings its schema up to date. What was put in is read again
/// and must have the backup's digests before it is kept. The hub has a new epoch.
///
/// # Errors
/// [`BackupError::Target`] when the database is not empty or newer than the backup; [`BackupError::Damaged`]. Nothing is
/// then in the database but its schema.
pub fn restore(store: &Store, input: impl BufRead, options: RestoreOptions) -> Result<Restored, BackupError> {
    let backup = Backup::open(input)?;
    let seq = backup.header.seq;
    if !store.is_void()? {
        return Err(BackupError::Target(
            "the database is not empty: a backup is restored into an empty one".to_owned(),
        ));
    }
    store.migrate_to(&backup.header.migrations)?;
    let epoch = uuid::Uuid::now_v7().to_string();
    let (trailer, webhooks_paused) = store.write(|transaction| {
        let mut rows = Rows { transaction, table: None, batch: String::new() };
        let trailer = backup.take(&mut rows)?;
        rows.put()?;
        compare(transaction, &trailer)?;
        let paused = match options.pause_webhooks {
            true => transaction.pause_webhooks("the hub was restored from a backup")?,
            false => 0,
        };
        transaction.rename_history(&epoch)?;
        Ok::<_, BackupError>((trailer, paused))
    })?;
    store.migrate()?;
    let rows = trailer.tables.values().map(|table| table.rows).sum();
    Ok(Restored { seq, epoch, rows, webhooks_paused })
}

/// Makes sure that the tables have what the backup says.
fn compare(transaction: &mut Transaction<'_>, trailer: &Trailer) -> Result<(), BackupError> {
    for (table, told) in &trailer.tables {
        let mut tally = Tally::default();
        transaction.see_rows(table, |row| {
            tally.add(&json(&row)?);
            Ok::<_, BackupError>(())
        })?;
        if tally.told() != *told {
            return Err(BackupError::Target(format!("{table} does not hold what was put into it")));
        }
    }
    Ok(())
}

/// Rows on their way into tables.
struct Rows<'a, 'b> {
    transaction: &'a mut Transaction<'b>,
    table: Option<(String, Vec<Column>)>,
    batch: String,
}

impl Rows<'_, '_> {
    /// Puts in what was gathered.
    fn put(&mut self) -> Result<(), BackupError> {
        if self.batch.is_empty() {
            return Ok(());
        }
        self.batch.push(']');
        if let Some((table, columns)) = &self.table {
            self.transaction.put_rows(table, columns, &self.batch)?;
        }
        self.batch.clear();
        Ok(())
    }
}

impl Taker for Rows<'_, '_> {
    fn table(&mut self, name: &str, columns: &[String]) -> Result<(), BackupError> {
        self.put()?;
        // Names go into statements: only those that the database itself has.
        let known = match DUMPED.contains(&name) {
            true => self.transaction.see(|connection| store::columns(connection, name))?,
            false => Vec::new(),
        };
        if known.is_empty() || !known.iter().map(|column| &column.name).eq(columns) {
            return Err(BackupError::Target(format!("the database has no table `{name}` with the backup's columns")));
        }
        if name == "hub" {
            self.transaction.forget_history()?;
        }
        self.table = Some((name.to_owned(), known));
        Ok(())
    }

    fn row(&mut self, row: &str) -> Result<(), BackupError> {
        self.batch.push(if self.batch.is_empty() { '[' } else { ',' });
        self.batch.push_str(row);
        if self.batch.len() >= BATCH { self.put() } else { Ok(()) }
    }
}
