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

/// How PostgreSQL says that it ends a connection, as the last word on it.
const ENDING: &[&str] = &["terminating connection", "the database system is shutting down"];

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
            DieselError::DatabaseError(
                DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand,
                _,
            )
            | DieselError::BrokenTransactionManager => Self::Unavailable(reason),
            // That there was nothing left to roll back says nothing of why there was nothing to commit.
            DieselError::RollbackErrorOnCommit { commit_error, .. } => Self::from(*commit_error),
            _ if ENDING.iter().any(|sign| reason.contains(sign)) => Self::Unavailable(reason),
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

#[cfg(test)]
mod tests {
    use diesel::result::{DatabaseErrorKind as Kind, Error};

    use super::StoreError;

    #[test]
    fn a_connection_that_goes_in_the_middle_is_a_database_that_is_away() {
        let told = |kind: Kind, words: &str| Error::DatabaseError(kind, Box::new(words.to_owned()));
        let ending = || told(Kind::Unknown, "FATAL:  terminating connection due to administrator command");
        let both = Error::RollbackErrorOnCommit {
            rollback_error: Box::new(told(Kind::Unknown, "no connection to the server")),
            commit_error: Box::new(ending()),
        };
        for error in [told(Kind::UnableToSendCommand, "no connection to the server"), ending(), both] {
            assert!(matches!(StoreError::from(error), StoreError::Unavailable(_)));
        }
        assert!(matches!(StoreError::from(told(Kind::Unknown, "relation does not exist")), StoreError::Failed(_)));
    }
}
