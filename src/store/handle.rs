//! The database of a hub: its connections for readers, for writers (one on SQLite, several on PostgreSQL) and to a
//! replica, and what is read by them. Writing is in `writing.rs`.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use diesel::Connection as _;
use diesel::connection::SimpleConnection;

use super::changes::position;
use super::connecting::{Counts, Location};
use super::error::StoreError;
use super::pool::{Connections, Health, PoolState};
use super::together::Turns;
use super::transaction::Transaction;
use crate::database::Connection;

/// How long a replica may take to get what the database has when a hub starts.
pub const REPLICA_PATIENCE: Duration = Duration::from_secs(30);

/// Readers on SQLite; more would only share two or four cores.
const SQLITE_READERS: u32 = 8;

/// Connections of each kind on PostgreSQL.
const POSTGRES_CONNECTIONS: u32 = 10;

/// The database of a hub.
pub struct Store {
    location: Location,
    readers: Connections,
    pub(super) writers: Connections,
    /// Where what is public is read instead, if it is.
    replica: Option<Connections>,
    /// Whose turn it is to write, among those who share commits.
    pub(super) turns: Turns,
    counts: Arc<Counts>,
}

impl Store {
    /// Opens the database at `sqlite://PATH` (made, with its folder, when it is not there) or `postgres://…`.
    ///
    /// # Errors
    /// [`StoreError::Url`] for any other URL, [`StoreError::Unavailable`] when it cannot be opened.
    pub fn open(url: &str) -> Result<Self, StoreError> {
        let location = Location::parse(url)?;
        let (readers, writers) = match &location {
            Location::Postgres(_) => (POSTGRES_CONNECTIONS, POSTGRES_CONNECTIONS),
            Location::Sqlite(path) => {
                if let Some(folder) = path.parent().filter(|folder| *folder != Path::new("")) {
                    std::fs::create_dir_all(folder)
                        .map_err(|error| StoreError::Unavailable(format!("{}: {error}", folder.display())))?;
                }
                (SQLITE_READERS, 1)
            }
        };
        let health = Health::default();
        Ok(Self {
            readers: Connections::open(&location, readers, false, &health)?,
            writers: Connections::open(&location, writers, true, &health)?,
            replica: None,
            turns: Turns::default(),
            counts: health.counts,
            location,
        })
    }

    /// The same, with what is public read from a replica (a hot standby of PostgreSQL). It must have, by now or soon, all
    /// that the database has.
    ///
    /// # Errors
    /// [`StoreError::Url`] when either is not of PostgreSQL, [`StoreError::Unavailable`] when the replica cannot be
    /// reached or lacks something for longer than [`REPLICA_PATIENCE`].
    pub fn with_replica(self, url: &str) -> Result<Self, StoreError> {
        let location = Location::parse(url)?;
        let (Location::Postgres(_), Location::Postgres(_)) = (&self.location, &location) else {
            return Err(StoreError::Url("a replica is read beside a database, both of PostgreSQL".to_owned()));
        };
        let health = Health { counts: Arc::clone(&self.counts), ..Health::default() };
        let replica = Connections::open(&location, POSTGRES_CONNECTIONS, false, &health)?;
        let store = Self { replica: Some(replica), ..self };
        let (seq, epoch) = store.read(position)?;
        let began = Instant::now();
        loop {
            // Before the schema has come over there is nothing to read.
            match store.read_public(position) {
                Ok((reached, of)) if reached >= seq && of == epoch => return Ok(store),
                answer if began.elapsed() > REPLICA_PATIENCE => {
                    let why = answer
                        .map_or_else(|error| error.to_string(), |(reached, of)| format!("it is at {reached} of {of}"));
                    return Err(StoreError::Unavailable(format!(
                        "the replica lacks what is at {seq} of {epoch}: {why}"
                    )));
                }
                _ => std::thread::sleep(Duration::from_millis(100)),
            }
        }
    }

    /// The connections to what is public.
    fn public(&self) -> &Connections {
        self.replica.as_ref().unwrap_or(&self.readers)
    }

    /// How many questions it pays to work on at once: on SQLite, twice as many as there are processors, so that followers and
    /// exports find a connection, too; on PostgreSQL, where each waits for the network, as many as have connections.
    pub fn readers_at_once(&self) -> usize {
        let connections = self.public().pool.max_size() as usize;
        match &self.location {
            Location::Postgres(_) => connections,
            Location::Sqlite(_) => {
                let processors = std::thread::available_parallelism().map_or(1, usize::from);
                (2 * processors).clamp(connections / 2, connections)
            }
        }
    }

    /// Whether the database that what is public is read from could not be reached when it was last asked.
    pub fn is_away(&self) -> bool {
        self.public().is_away()
    }

    /// How many statements failed so far, and connections could not be made.
    pub fn errors(&self) -> u64 {
        self.counts.errors.load(Ordering::Relaxed)
    }

    /// The connections of each kind.
    pub fn pools(&self) -> Vec<PoolState> {
        let replica = self.replica.iter().map(|connections| connections.state("replica"));
        [self.readers.state("read"), self.writers.state("write")].into_iter().chain(replica).collect()
    }

    /// The file that [`Store::open`] would make, if there is none yet.
    ///
    /// # Errors
    /// [`StoreError::Url`].
    pub fn to_be_made(url: &str) -> Result<Option<PathBuf>, StoreError> {
        match Location::parse(url)? {
            Location::Sqlite(path) if !path.exists() => Ok(Some(path)),
            _ => Ok(None),
        }
    }

    /// Opens a database in which there is a hub.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when there is none, and as for [`Store::open`].
    pub fn open_existing(url: &str) -> Result<Self, StoreError> {
        if let Some(path) = Self::to_be_made(url)? {
            return Err(StoreError::Unavailable(format!("there is no hub at {}", path.display())));
        }
        let store = Self::open(url)?;
        match store.migrations_run()?.is_empty() {
            false => Ok(store),
            true => Err(StoreError::Unavailable("there is no hub in this database".to_owned())),
        }
    }

    /// How many statements were sent to the database so far.
    pub fn statements(&self) -> u64 {
        self.counts.statements.load(Ordering::Relaxed)
    }

    /// The file that the database is, if it is one.
    pub fn path(&self) -> Option<PathBuf> {
        match &self.location {
            Location::Sqlite(path) => Some(path.clone()),
            Location::Postgres(_) => None,
        }
    }

    /// Whether other nodes may write to the same database.
    pub fn is_shared(&self) -> bool {
        matches!(self.location, Location::Postgres(_))
    }

    /// Reads on a connection of its own. Several statements may see different states; [`Store::snapshot`] does not let them.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn read<T>(&self, work: impl FnOnce(&mut Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        work(&mut *self.readers.take()?)
    }

    /// Reads with every statement seeing the same state of the database.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn snapshot<T>(&self, work: impl FnOnce(&mut Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        steadily(&mut *self.readers.take()?, work)
    }

    /// [`Store::read`] for what is public: from the replica, if there is one. What follows the change log, and what is
    /// shown beside it, reads here and nowhere else, or the two would be of different times.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn read_public<T>(&self, work: impl FnOnce(&mut Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        work(&mut *self.public().take()?)
    }

    /// [`Store::snapshot`] for what is public; see [`Store::read_public`].
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn snapshot_public<T>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        steadily(&mut *self.public().take()?, work)
    }

    /// Reads what editors see, on one state of the database.
    ///
    /// # Errors
    /// What the work answers, or what the database says.
    pub fn look<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let seen = self.snapshot(|connection| Ok(work(&mut Transaction::looking(connection)?)));
        seen.map_err(E::from)?
    }
}

/// Reads one state of the database.
fn steadily<T>(
    connection: &mut Connection,
    work: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    connection.transaction(|connection| {
        if let Connection::Postgres(postgres) = connection {
            postgres.batch_execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
        }
        work(connection)
    })
}
