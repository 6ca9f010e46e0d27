//! The schema's history: one folder a database, with equal names and equal meaning.

use diesel::Connection as _;
use diesel::connection::SimpleConnection as _;
use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel::prelude::*;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::error::StoreError;
use super::handle::Store;
use crate::database::Connection;
use crate::database::schema::hub;

const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");
const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");

fn failed(error: Box<dyn std::error::Error + Send + Sync>) -> StoreError {
    StoreError::Failed(error.to_string())
}

/// The migrations of this program that a database lacks, in their order.
///
/// # Errors
/// [`StoreError::Newer`] when the database has one that this program does not know.
fn missing<DB: diesel::backend::Backend>(
    harness: &mut impl MigrationHarness<DB>,
    source: EmbeddedMigrations,
) -> Result<Vec<Box<dyn Migration<DB>>>, StoreError> {
    let known = MigrationSource::<DB>::migrations(&source).map_err(failed)?;
    let versions: Vec<MigrationVersion<'static>> =
        known.iter().map(|migration| migration.name().version().as_owned()).collect();
    let run = harness.applied_migrations().map_err(failed)?;
    if let Some(newer) = run.iter().find(|version| !versions.contains(version)) {
        return Err(StoreError::Newer(format!("it has migration {newer}, which this version does not know")));
    }
    let mut missing: Vec<Box<dyn Migration<DB>>> =
        known.into_iter().filter(|migration| !run.contains(&migration.name().version().as_owned())).collect();
    missing.sort_by_key(|migration| migration.name().version().as_owned());
    Ok(missing)
}

/// The names of migrations.
fn names<DB: diesel::backend::Backend>(migrations: &[Box<dyn Migration<DB>>]) -> Vec<String> {
    migrations.iter().map(|migration| migration.name().to_string()).collect()
}

/// The names of all migrations of this program, which are equal for both databases, in their order.
///
/// # Errors
/// [`StoreError::Failed`] when the program was built wrong.
pub fn migrations_known() -> Result<Vec<String>, StoreError> {
    let mut known = names(&MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE).map_err(failed)?);
    known.sort();
    Ok(known)
}

/// Runs those missing migrations that are wanted; answers how many that were.
fn run<DB: diesel::backend::Backend>(
    harness: &mut impl MigrationHarness<DB>,
    source: EmbeddedMigrations,
    wanted: impl Fn(&str) -> bool,
) -> Result<usize, StoreError> {
    let mut missing = missing(harness, source)?;
    missing.retain(|migration| wanted(&migration.name().version().to_string()));
    for migration in &missing {
        harness.run_migration(migration).map_err(failed)?;
    }
    Ok(missing.len())
}

impl Store {
    /// Brings the schema up to date and gives a new database its epoch. Answers how many migrations ran.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when a newer version of the hub has migrated the database.
    pub fn migrate(&self) -> Result<usize, StoreError> {
        let count = self.migrate_some(|_| true)?;
        self.administer(|connection| {
            diesel::update(hub::table.filter(hub::epoch.eq("")))
                .set(hub::epoch.eq(uuid::Uuid::now_v7().to_string()))
                .execute(connection)?;
            Ok(())
        })?;
        Ok(count)
    }

    /// Brings the schema of a new database to where these migrations had run and no others.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when this program does not know one of them; [`StoreError::Failed`] when the database is beyond them.
    pub fn migrate_to(&self, versions: &[String]) -> Result<(), StoreError> {
        self.migrate_some(|version| versions.iter().any(|wanted| wanted == version))?;
        let run = self.migrations_run()?;
        if let Some(newer) = versions.iter().find(|version| !run.contains(version)) {
            return Err(StoreError::Newer(format!("migration {newer} is not known to this version")));
        }
        match run.iter().find(|version| !versions.contains(version)) {
            None => Ok(()),
            Some(beyond) => Err(StoreError::Failed(format!(
                "it has migration {beyond} already; a database without any tables is needed"
            ))),
        }
    }

    fn migrate_some(&self, wanted: impl Fn(&str) -> bool) -> Result<usize, StoreError> {
        self.administer(|connection| match connection {
            // Two nodes that start at once take turns, however long the other's takes.
            Connection::Postgres(postgres) => postgres.transaction(|postgres| {
                postgres.batch_execute("SET LOCAL lock_timeout = 0")?;
                diesel::sql_query("SELECT pg_advisory_xact_lock(7220197)").execute(postgres)?;
                run(postgres, POSTGRES, wanted)
            }),
            Connection::Sqlite(sqlite) => run(sqlite, SQLITE, wanted),
        })
    }

    /// The migrations that have run, in their order.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn migrations_run(&self) -> Result<Vec<String>, StoreError> {
        let mut run: Vec<String> = self.administer(|connection| {
            let run = match connection {
                Connection::Postgres(postgres) => postgres.applied_migrations(),
                Connection::Sqlite(sqlite) => sqlite.applied_migrations(),
            };
            Ok(run.map_err(failed)?.iter().map(ToString::to_string).collect())
        })?;
        run.sort();
        Ok(run)
    }

    /// The names of the migrations that [`Store::migrate`] would run, in their order. Nothing is changed.
    ///
    /// # Errors
    /// As [`Store::migrate`].
    pub fn migrations_missing(&self) -> Result<Vec<String>, StoreError> {
        self.administer(|connection| match connection {
            Connection::Postgres(postgres) => Ok(names(&missing(postgres, POSTGRES)?)),
            Connection::Sqlite(sqlite) => Ok(names(&missing(sqlite, SQLITE)?)),
        })
    }

    /// Takes the whole schema down again, with everything in it. For tests of the migrations.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn revert_all(&self) -> Result<(), StoreError> {
        self.administer(|connection| match connection {
            Connection::Postgres(postgres) => postgres.revert_all_migrations(POSTGRES).map(|_| ()).map_err(failed),
            Connection::Sqlite(sqlite) => sqlite.revert_all_migrations(SQLITE).map(|_| ()).map_err(failed),
        })
    }
}
