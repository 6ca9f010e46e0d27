//! Reading a backup, and proving it whole on the way.

use std::collections::BTreeMap;
use std::io::{BufRead, Read};

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::format::{BackupError, FORMAT, Header, LONGEST_LINE, Line, Tally, Trailer};

/// Takes what a backup has, in its order.
pub trait Taker {
    /// What follows are rows of this table.
    ///
    /// # Errors
    /// When there is no place for them; reading then ends.
    fn table(&mut self, name: &str, columns: &[String]) -> Result<(), BackupError>;
    /// A row, as the text of a JSON array.
    ///
    /// # Errors
    /// As above.
    fn row(&mut self, row: &str) -> Result<(), BackupError>;
}

/// Takes nothing.
struct Nobody;

impl Taker for Nobody {
    fn table(&mut self, _: &str, _: &[String]) -> Result<(), BackupError> {
        Ok(())
    }

    fn row(&mut self, _: &str) -> Result<(), BackupError> {
        Ok(())
    }
}

/// A backup of which the header was read.
pub struct Backup<R: BufRead> {
    lines: HashedLines<R>,
    /// What it says of itself.
    pub header: Header,
}

/// Reads a backup to its end and answers what it is, if it is whole.
///
/// # Errors
/// [`BackupError::Damaged`] when it is not.
pub fn verify(input: impl BufRead) -> Result<(Header, Trailer), BackupError> {
    let backup = Backup::open(input)?;
    let header = backup.header.clone();
    Ok((header, backup.take(&mut Nobody)?))
}

impl<R: BufRead> Backup<R> {
    /// Reads the header.
    ///
    /// # Errors
    /// [`BackupError::Damaged`] when there is none, or one of another format.
    pub fn open(input: R) -> Result<Self, BackupError> {
        let mut lines = HashedLines { input, hash: Sha256::new(), line: String::new() };
        lines.next()?;
        lines.count();
        match serde_json::from_str(&lines.line) {
            Ok(Line::Header(header)) if header.format == FORMAT => Ok(Self { lines, header }),
            Ok(Line::Header(header)) => {
                Err(BackupError::damaged(format!("its format is {}, this program reads {FORMAT}", header.format)))
            }
            _ => Err(BackupError::damaged("it does not begin with a header")),
        }
    }

    /// Gives every row to `taker` and answers what proves that these were all.
    ///
    /// # Errors
    /// What the taker answers, or [`BackupError::Damaged`]: what was taken is then to be given up.
    pub fn take(mut self, taker: &mut impl Taker) -> Result<Trailer, BackupError> {
        let mut tables = BTreeMap::new();
        let mut current: Option<(String, Tally)> = None;
        loop {
            self.lines.next()?;
            if self.lines.line.starts_with('[') {
                let Some((_, tally)) = &mut current else {
                    return Err(BackupError::damaged("a row stands before any table"));
                };
                tally.add(&self.lines.line);
                taker.row(&self.lines.line)?;
                self.lines.count();
                continue;
            }
            if let Some((name, tally)) = current.take() {
                tables.insert(name, tally.told());
            }
            let line = serde_json::from_str(&self.lines.line);
            match line.map_err(|error| BackupError::damaged(error.to_string()))? {
                Line::Header(_) => return Err(BackupError::damaged("it has two headers")),
                Line::Table { name, columns } => {
                    taker.table(&name, &columns)?;
                    current = Some((name, Tally::default()));
                    self.lines.count();
                }
                Line::Trailer(trailer) => {
                    let read = Trailer { tables, sha256: HEXLOWER.encode(&self.lines.hash.finalize()) };
                    return match read == trailer {
                        true => Ok(trailer),
                        false => Err(BackupError::damaged("its digests are not those of its rows")),
                    };
                }
            }
        }
    }
}

/// Lines that are hashed once they were read.
struct HashedLines<R: BufRead> {
    input: R,
    hash: Sha256,
    line: String,
}

impl<R: BufRead> HashedLines<R> {
    /// Reads the next line, without what ends it.
    fn next(&mut self) -> Result<(), BackupError> {
        self.line.clear();
        let read = self.input.by_ref().take(LONGEST_LINE).read_line(&mut self.line);
        read.map_err(|error| BackupError::damaged(error.to_string()))?;
        match self.line.pop() {
            Some('\n') => Ok(()),
            None => Err(BackupError::damaged("it breaks off")),
            Some(_) => Err(BackupError::damaged("it breaks off within a line, or has one that is too long")),
        }
    }

    /// Makes the line part of the hash.
    fn count(&mut self) {
        self.hash.update(self.line.as_bytes());
        self.hash.update(b"\n");
    }
}
