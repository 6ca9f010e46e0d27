//! `rights-hub migrate`.

use clap::Args;

use super::{Failure, Storage};
use crate::store::Store;

/// Bring the database's schema up to date.
#[derive(Debug, Args)]
pub struct Migrate {
    #[command(flatten)]
    storage: Storage,
}

impl Migrate {
    /// Runs the missing migrations and says how many there were.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn run(self) -> Result<(), Failure> {
        let count = Store::open(&self.storage.url())?.migrate()?;
        println!("{count} migrations run");
        Ok(())
    }
}
