//! Writing a backup: every table of one state of the database, while the hub goes on writing.

use std::collections::BTreeMap;
use std::io::Write;

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::format::{BackupError, FORMAT, Header, Line, Tally, Trailer};
use crate::database::Connection;
use crate::model::values::Instant;
use crate::store::{self, DUMPED, Store};

/// Writes everything that is kept. Answers what proves it whole; the file ends with the same.
///
/// # Errors
/// When the database or the file fails: what was written is then no backup.
pub fn back_up(store: &Store, out: impl Write) -> Result<(Header, Trailer), BackupError> {
    let migrations = store.migrations_run()?;
    let lines = HashedLines { out, hash: Sha256::new() };
    store.snapshot(|connection| Ok(write(connection, migrations, lines)))?
}

/// Writes what a connection sees.
fn write(
    connection: &mut Connection,
    migrations: Vec<String>,
    mut lines: HashedLines<impl Write>,
) -> Result<(Header, Trailer), BackupError> {
    let (seq, epoch) = store::position(connection)?;
    let header = Header {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        migrations,
        seq,
        epoch,
        made_at: Instant::now().to_string(),
    };
    lines.put(&json(&Line::Header(header.clone()))?)?;
    let mut tables = BTreeMap::new();
    for table in DUMPED {
        let columns = store::columns(connection, table)?;
        let names = columns.iter().map(|column| column.name.clone()).collect();
        lines.put(&json(&Line::Table { name: (*table).to_owned(), columns: names })?)?;
        let mut tally = Tally::default();
        store::each_row::<BackupError>(connection, table, &columns, |row| {
            let line = json(&row)?;
            tally.add(&line);
            Ok(lines.put(&line)?)
        })?;
        tables.insert((*table).to_owned(), tally.told());
    }
    let trailer = Trailer { tables, sha256: HEXLOWER.encode(&lines.hash.clone().finalize()) };
    lines.put(&json(&Line::Trailer(trailer.clone()))?)?;
    lines.out.flush()?;
    Ok((header, trailer))
}

/// A line as text.
pub fn json(value: &impl serde::Serialize) -> Result<String, BackupError> {
    serde_json::to_string(value).map_err(|error| BackupError::damaged(error.to_string()))
}

/// Lines that are hashed on their way.
struct HashedLines<W: Write> {
    out: W,
    hash: Sha256,
}

impl<W: Write> HashedLines<W> {
    fn put(&mut self, line: &str) -> std::io::Result<()> {
        self.hash.update(line.as_bytes());
        self.hash.update(b"\n");
        self.out.write_all(line.as_bytes())?;
        self.out.write_all(b"\n")
    }
}
