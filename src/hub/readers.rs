//! How many questions are worked on at once. More than a few would only share the processor, each with a thread, its arrays and
//! its part of the allocator; whoever waits until it is admitted needs none of them.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{Hub, HubError};
use crate::store::{Store, StoreError};

/// How long a question waits: as long as it would for a connection.
const PATIENCE: Duration = Duration::from_secs(5);

/// Admits those who read, in the order in which they ask.
pub(super) struct Readers(Arc<Semaphore>);

impl Readers {
    /// As many at once as a store says.
    pub fn of(store: &Store) -> Self {
        Self(Arc::new(Semaphore::new(store.readers_at_once())))
    }
}

impl Hub {
    /// Leave to work on a question, until it is dropped.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when there is none within five seconds.
    pub async fn admit_reader(&self) -> Result<OwnedSemaphorePermit, HubError> {
        let admitted = tokio::time::timeout(PATIENCE, Arc::clone(&self.readers.0).acquire_owned()).await;
        let admitted = admitted.ok().and_then(Result::ok);
        admitted.ok_or_else(|| StoreError::Unavailable("too many questions are being answered".to_owned()).into())
    }
}
