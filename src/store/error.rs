//! What can go wrong with the database, sorted by what a caller can do about it.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// How either database says that another transaction was in the way for too long.
const BUSY: &[&str] = &["database is locked", "due to lock timeout"];

/// How either database says that it cannot write. Diesel tells no code, only these words.
const UNWRITABLE: &[&str] = &[
    "database or disk is full",
    "attempt to write a readonly database",
    "disk I/O error",
    "No space left on device",
    "in a read-only transaction",
    "file size limit",
    "File too large",
];

/// A failure of the database.
#[derive(Debug, Clone)]
pub enum StoreError {
    /// The URL names no database that the hub can use.
    Url(String),
    /// The database cannot be reached, or no connection came free in time.
    Unavailable(String),
    /// Another transaction was in the way; trying again may succeed.
    Busy(String),
    /// The database can be read and not written: its disk is full, or it may not write to it.
    Unwritable(String),
    /// A constraint of the schema refused the row.
    Constraint(String),
    /// The database has migrations that this version of the hub does not know.
    Newer(String),
    /// Anything else.
    Failed(String),
}

impl std::fmt::Display for StoreError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Url(reason) => write!(f, "the database URL cannot be used: {reason}"),
            Self::Unavailable(reason) => write!(f, "the database cannot be reached: {reason}"),
            Self::Busy(reason) => write!(f, "the database is busy: {reason}"),
            Self::Unwritable(reason) => write!(f, "the database cannot be written: {reason}"),
            Self::Constraint(reason) => write!(f, "the database refused a row: {reason}"),
            Self::Newer(reason) => write!(f, "the database is newer than this program: {reason}"),
            Self::Failed(reason) => write!(f, "the database failed: {reason}"),
        }
    }
}

impl std::error::Error for StoreError {}

impl From<DieselError> for StoreError {
    fn from(error: DieselError) -> Self {
        let reason = error.to_string();
        match error {
            DieselError::DatabaseError(
                DatabaseErrorKind::UniqueViolation
                | DatabaseErrorKind::ForeignKeyViolation
                | DatabaseErrorKind::NotNullViolation
                | DatabaseErrorKind::CheckViolation,
                _,
            ) => Self::Constraint(reason),
            DieselError::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => Self::Busy(reason),
            DieselError::DatabaseError(DatabaseErrorKind::ClosedConnection, _)
            | DieselError::BrokenTransactionManager => Self::Unavailable(reason),
            _ if BUSY.iter().any(|sign| reason.contains(sign)) => Self::Busy(reason),
            _ if UNWRITABLE.iter().any(|sign| reason.contains(sign)) => Self::Unwritable(reason),
            _ => Self::Failed(reason),
        }
    }
}

impl From<diesel::r2d2::PoolError> for StoreError {
    fn from(error: diesel::r2d2::PoolError) -> Self {
        Self::Unavailable(error.to_string())
    }
}
