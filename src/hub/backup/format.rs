//! The lines of a backup, and what proves it whole.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::hub::sync::Digest;
use crate::store::StoreError;

/// The version of the format. A reader takes no other.
pub const FORMAT: u32 = 1;

/// The longest line that is read, in bytes.
pub const LONGEST_LINE: u64 = 256 << 20;

/// A line that is no row.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Line {
    /// The first line.
    Header(Header),
    /// What the rows behind it belong to.
    Table {
        /// Its name.
        name: String,
        /// Its columns, in the order in which rows have their values.
        columns: Vec<String>,
    },
    /// The last line.
    Trailer(Trailer),
}

/// What a backup says of itself.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Header {
    /// The version of the format.
    pub format: u32,
    /// The version of the program that wrote it.
    pub version: String,
    /// The migrations that had run: the schema of its tables.
    pub migrations: Vec<String>,
    /// The place in the sequence that it is as of.
    pub seq: i64,
    /// The history that this place belongs to.
    pub epoch: String,
    /// When it was made.
    pub made_at: String,
}

/// What proves a backup whole. A file without it is the beginning of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trailer {
    /// The rows of each table.
    pub tables: BTreeMap<String, TableDigest>,
    /// The SHA-256 over every byte before the trailer, in hex digits.
    pub sha256: String,
}

/// What proves a table whole, in whatever order its rows stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableDigest {
    /// How many rows.
    pub rows: u64,
    /// The sum of their hashes modulo 2^128, in hex digits.
    pub digest: String,
}

/// Why there is no backup, or nothing was restored from one.
#[derive(Debug)]
pub enum BackupError {
    /// The file cannot be read or written.
    File(std::io::Error),
    /// The file is not a backup, or not a whole one.
    Damaged(String),
    /// The target cannot take it in.
    Target(String),
    /// The database failed.
    Store(StoreError),
}

impl std::fmt::Display for BackupError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(error) => write!(f, "{error}"),
            Self::Damaged(reason) => write!(f, "this is no whole backup: {reason}"),
            Self::Target(reason) => f.write_str(reason),
            Self::Store(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for BackupError {}

impl From<std::io::Error> for BackupError {
    fn from(error: std::io::Error) -> Self {
        Self::File(error)
    }
}

impl From<StoreError> for BackupError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl BackupError {
    /// The error of a file that is not what it should be.
    pub fn damaged(reason: impl Into<String>) -> Self {
        Self::Damaged(reason.into())
    }
}

/// The sum of a table as its rows go by.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tally(Digest);

impl Tally {
    /// With one more row.
    pub fn add(&mut self, line: &str) {
        self.0.add(crate::hub::sync::beginning(&Sha256::digest(line.as_bytes())));
    }

    /// What is said of the table.
    pub fn told(self) -> TableDigest {
        TableDigest { rows: self.0.count, digest: self.0.hex() }
    }
}
