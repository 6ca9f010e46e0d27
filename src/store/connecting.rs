//! Connecting: what a URL says, and what every connection is told before it is used.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use diesel::Connection as _;
use diesel::connection::{InstrumentationEvent, SimpleConnection};
use diesel::r2d2::{HandleError, ManageConnection, R2D2Connection};

use super::error::StoreError;
use crate::database::Connection;

/// What libpq is told unless the URL says otherwise: a server that does not answer is given up, and a connection that
/// nothing comes through any more is, too.
const POSTGRES_PATIENCE: &[(&str, &str)] =
    &[("connect_timeout", "5"), ("keepalives_idle", "10"), ("keepalives_interval", "5"), ("tcp_user_timeout", "15000")];

/// What PostgreSQL is told of each session: one whose node has gone without a word ends within half a minute, and what it
/// held is free again; and nobody waits for others without end.
const POSTGRES_SETTINGS: &str = "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; \
     SET lock_timeout = '10s';";

/// How long a statement on SQLite waits for others, in milliseconds; the settings below say the same.
pub(super) const BUSY_TIMEOUT: u32 = 5000;

/// What every SQLite connection is told: nothing acknowledged is lost on power failure, foreign keys hold, readers never
/// block the writer, and deleted text is overwritten. The system's cache stands behind the small one of each connection;
/// mapped memory would count once for every connection.
const SQLITE_SETTINGS: &str = "PRAGMA busy_timeout = 5000; PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
     PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; \
     PRAGMA cache_size = -2048;";

/// What the writer is told besides: it keeps the pages of a long transaction at hand, and moves what is committed into
/// the main file in larger steps (16,000 pages are 125 MiB).
const SQLITE_WRITER_SETTINGS: &str = "PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 16000;";

/// What it is told when it is alone and has very much to write: pages that are changed again and again are written once in a
/// while (131,072 are 1 GiB), and half a GiB of them is at hand.
pub(super) const SQLITE_BULK_SETTINGS: &str = "PRAGMA cache_size = -524288; PRAGMA wal_autocheckpoint = 131072;";

/// The database by its URL.
#[derive(Debug, Clone)]
pub(super) enum Location {
    /// What libpq is given.
    Postgres(String),
    /// The file.
    Sqlite(PathBuf),
}

impl Location {
    /// What `sqlite://PATH` or `postgres://…` names.
    pub fn parse(url: &str) -> Result<Self, StoreError> {
        match url.split_once("://") {
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres(patient(url))),
            Some(("sqlite", path)) if !path.is_empty() => Ok(Self::Sqlite(PathBuf::from(path))),
            _ => Err(StoreError::Url("it must be sqlite://PATH or postgres://USER@HOST/NAME".to_owned())),
        }
    }
}

/// A URL for libpq that says how long to wait.
fn patient(url: &str) -> String {
    let mut url = url.to_owned();
    for (name, value) in POSTGRES_PATIENCE {
        if !url.contains(&format!("{name}=")) {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(&format!("{name}={value}"));
        }
    }
    url
}

/// What is counted of a database.
#[derive(Debug, Default)]
pub(super) struct Counts {
    /// Statements that were sent.
    pub statements: AtomicU64,
    /// Statements that failed, and connections that could not be made.
    pub errors: AtomicU64,
}

/// Opens connections for a pool.
#[derive(Debug)]
pub(super) struct Opener {
    /// Where the database is.
    pub location: Location,
    /// Whether they are for a writer.
    pub writes: bool,
    /// Where their statements are counted.
    pub counts: Arc<Counts>,
}

/// Counts connections that could not be made, and says why.
#[derive(Debug)]
pub(super) struct Failures(pub Arc<Counts>);

impl HandleError<diesel::r2d2::Error> for Failures {
    fn handle_error(&self, error: diesel::r2d2::Error) {
        self.0.errors.fetch_add(1, Ordering::Relaxed);
        log::error!("a connection to the database: {error}");
    }
}

impl Opener {
    /// Counts the statements of a connection.
    fn counted(&self, mut connection: Connection) -> Connection {
        let counts = Arc::clone(&self.counts);
        connection.set_instrumentation(move |event: InstrumentationEvent<'_>| match event {
            InstrumentationEvent::StartQuery { .. } => drop(counts.statements.fetch_add(1, Ordering::Relaxed)),
            InstrumentationEvent::FinishQuery { error: Some(_), .. } => {
                counts.errors.fetch_add(1, Ordering::Relaxed);
            }
            _ => {}
        });
        connection
    }
}

impl ManageConnection for Opener {
    type Connection = Connection;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<Connection, Self::Error> {
        let failed = diesel::r2d2::Error::ConnectionError;
        match &self.location {
            Location::Postgres(url) => {
                let mut connection = diesel::PgConnection::establish(url).map_err(failed)?;
                connection.batch_execute(POSTGRES_SETTINGS).map_err(diesel::r2d2::Error::QueryError)?;
                Ok(self.counted(Connection::Postgres(connection)))
            }
            Location::Sqlite(path) => {
                let mut connection = diesel::SqliteConnection::establish(&path.to_string_lossy()).map_err(failed)?;
                connection.batch_execute(SQLITE_SETTINGS).map_err(diesel::r2d2::Error::QueryError)?;
                if self.writes {
                    connection.batch_execute(SQLITE_WRITER_SETTINGS).map_err(diesel::r2d2::Error::QueryError)?;
                }
                Ok(self.counted(Connection::Sqlite(connection)))
            }
        }
    }

    fn is_valid(&self, connection: &mut Connection) -> Result<(), Self::Error> {
        connection.ping().map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, connection: &mut Connection) -> bool {
        connection.is_broken()
    }
}
