//! Connections of one kind to a database, and whether it can be reached by them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use diesel::r2d2::{Pool, PooledConnection};

use super::connecting::{Counts, Failures, Location, Opener};
use super::error::StoreError;

/// How long a request waits for a connection.
const WAIT: Duration = Duration::from_secs(5);

/// How long it waits when the database was away a moment ago: whoever asks meanwhile is told at once.
const WAIT_WHILE_AWAY: Duration = Duration::from_millis(50);

/// Connections of a kind.
#[derive(Debug, Clone, Copy)]
pub struct PoolState {
    /// What they are for.
    pub name: &'static str,
    /// How many there are.
    pub connections: u32,
    /// How many of them nobody uses.
    pub idle: u32,
}

/// Connections of one kind.
pub(super) struct Connections {
    /// The connections.
    pub pool: Pool<Opener>,
    /// Whether the database could not be reached when it was last asked; all connections to the same one know.
    away: Arc<AtomicBool>,
}

impl Connections {
    /// Opens so many connections at most, to a database of which something is known.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the first cannot be made.
    pub fn open(location: &Location, size: u32, writes: bool, health: &Health) -> Result<Self, StoreError> {
        let pool = Pool::builder()
            .max_size(size)
            .min_idle(Some(1))
            .connection_timeout(WAIT)
            // SQLite checks its own file; a ping per request would only cost.
            .test_on_check_out(matches!(location, Location::Postgres(_)))
            .error_handler(Box::new(Failures(Arc::clone(&health.counts))))
            .build(Opener { location: location.clone(), writes, counts: Arc::clone(&health.counts) })?;
        Ok(Self { pool, away: Arc::clone(&health.away) })
    }

    /// A connection, when one is free.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when none comes free in time.
    pub fn take(&self) -> Result<PooledConnection<Opener>, StoreError> {
        let wait = if self.is_away() { WAIT_WHILE_AWAY } else { WAIT };
        let taken = self.pool.get_timeout(wait);
        // A pool that is empty because others use it says nothing of the database.
        let away = taken.is_err() && self.pool.state().connections == 0;
        self.away.store(away, Ordering::Relaxed);
        Ok(taken?)
    }

    /// Whether the database could not be reached when it was last asked.
    pub fn is_away(&self) -> bool {
        self.away.load(Ordering::Relaxed)
    }

    /// How many connections there are.
    pub fn state(&self, name: &'static str) -> PoolState {
        let state = self.pool.state();
        PoolState { name, connections: state.connections, idle: state.idle_connections }
    }
}

/// How a database fares, told by all connections to it.
#[derive(Default, Clone)]
pub(super) struct Health {
    /// What is counted of it.
    pub counts: Arc<Counts>,
    /// Whether it could not be reached when it was last asked.
    pub away: Arc<AtomicBool>,
}
