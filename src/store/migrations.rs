//! The schema's history: one folder a database, with equal names and equal meaning.

use diesel::Connection as _;
use diesel::migration::{MigrationSource, MigrationVersion};
use diesel::prelude::*;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::error::StoreError;
use super::pool::Store;
use crate::database::Connection;
use crate::database::schema::hub;

const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");
const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");

/// Runs what is missing on one back end; answers how many migrations that were.
fn run<DB: diesel::backend::Backend>(
    harness: &mut impl MigrationHarness<DB>,
    source: EmbeddedMigrations,
) -> Result<usize, StoreError> {
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| StoreError::Failed(error.to_string());
    let known: Vec<MigrationVersion<'static>> = MigrationSource::<DB>::migrations(&source)
        .map_err(failed)?
        .iter()
        .map(|migration| migration.name().version().as_owned())
        .collect();
    if let Some(newer) = harness.applied_migrations().map_err(failed)?.iter().find(|version| !known.contains(version)) {
        return Err(StoreError::Newer(format!("it has migration {newer}, which this version does not know")));
    }
    Ok(harness.run_pending_migrations(source).map_err(failed)?.len())
}

impl Store {
    /// Brings the schema up to date and gives a new database its epoch. Answers how many migrations ran.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when a newer version of the hub has migrated the database.
    pub fn migrate(&self) -> Result<usize, StoreError> {
        let count = self.administer(|connection| match connection {
            // Two nodes that start at once take turns.
            Connection::Postgres(postgres) => postgres.transaction(|postgres| {
                diesel::sql_query("SELECT pg_advisory_xact_lock(7220197)").execute(postgres)?;
                run(postgres, POSTGRES)
            }),
            Connection::Sqlite(sqlite) => run(sqlite, SQLITE),
        })?;
        self.administer(|connection| {
            diesel::update(hub::table.filter(hub::epoch.eq("")))
                .set(hub::epoch.eq(uuid::Uuid::now_v7().to_string()))
                .execute(connection)?;
            Ok(())
        })?;
        Ok(count)
    }

    /// Whether any migration ever ran here.
    pub(super) fn has_migrations(&self) -> Result<bool, StoreError> {
        let failed = |error: Box<dyn std::error::Error + Send + Sync>| StoreError::Failed(error.to_string());
        let applied = self.administer(|connection| match connection {
            Connection::Postgres(postgres) => postgres.applied_migrations().map_err(failed),
            Connection::Sqlite(sqlite) => sqlite.applied_migrations().map_err(failed),
        })?;
        Ok(!applied.is_empty())
    }

    /// Takes the whole schema down again, with everything in it. For tests of the migrations.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn revert_all(&self) -> Result<(), StoreError> {
        let failed = |error: Box<dyn std::error::Error + Send + Sync>| StoreError::Failed(error.to_string());
        self.administer(|connection| match connection {
            Connection::Postgres(postgres) => postgres.revert_all_migrations(POSTGRES).map(|_| ()).map_err(failed),
            Connection::Sqlite(sqlite) => sqlite.revert_all_migrations(SQLITE).map(|_| ()).map_err(failed),
        })
    }
}
