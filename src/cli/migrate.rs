//! `rights-hub migrate`.

use clap::Args;

use super::{Failure, Storage};
use crate::store::Store;

/// Bring the database's schema up to date.
#[derive(Debug, Args)]
pub struct Migrate {
    #[command(flatten)]
    storage: Storage,
    /// Only name the migrations that would run, one a line.
    #[arg(long)]
    dry_run: bool,
}

impl Migrate {
    /// Runs the missing migrations and says how many there were.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn run(self) -> Result<(), Failure> {
        let store = Store::open(&self.storage.url())?;
        if self.dry_run {
            store.migrations_missing()?.iter().for_each(|name| println!("{name}"));
            return Ok(());
        }
        println!("{} migrations run", store.migrate()?);
        Ok(())
    }
}
