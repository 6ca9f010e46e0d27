//! What this hub holds of others.

use crate::hub::Hub;
use crate::store::{self, Mirror, Quarantined, StoreError};

impl Hub {
    /// The hub of this address, if it was copied before.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn mirror(&self, source: &str) -> Result<Option<Mirror>, StoreError> {
        self.store.read(|connection| store::mirror_of(connection, source))
    }

    /// What of another hub could not be taken in.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn quarantined(&self, source: &str) -> Result<Vec<Quarantined>, StoreError> {
        self.store.read(|connection| store::quarantined(connection, source))
    }

    /// The public entries that are copies from a hub: id and collection.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn copies(&self, source: &str) -> Result<Vec<(String, String)>, StoreError> {
        self.store.read(|connection| store::copies_of(connection, source))
    }
}
