//! `rights-hub migrate`.

use clap::Args;

use super::{Failure, Storage};
use crate::store::{Store, migrations_known};

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
        let url = self.storage.url();
        if !self.dry_run {
            println!("{} migrations run", Store::open(&url)?.migrate()?);
            return Ok(());
        }
        let missing = match Store::to_be_made(&url)? {
            Some(_) => migrations_known()?,
            None => Store::open(&url)?.migrations_missing()?,
        };
        missing.iter().for_each(|name| println!("{name}"));
        Ok(())
    }
}
