//! Why the hub does not answer what was asked.

use crate::catalogue::Gone;
use crate::store::StoreError;

/// Why the hub does not answer what was asked.
#[derive(Debug)]
pub enum HubError {
    /// There never was such an entry.
    NotFound,
    /// The entry was removed.
    Gone(Gone),
    /// The entry is to be read elsewhere: collection and slug or id.
    Moved(String),
    /// This node has not reached the place that was asked for.
    Behind {
        /// Where it is.
        at: i64,
    },
    /// The client follows another history of the hub than this one.
    OtherEpoch {
        /// The hub's own.
        epoch: String,
    },
    /// Too many are being served already.
    Crowded,
    /// The search index is still being built.
    Preparing,
    /// To answer a question in words, more would have to be read than one question may.
    TooExpensive,
    /// The database failed.
    Store(StoreError),
    /// A stored document could not be rendered.
    Rendering(String),
}

impl From<StoreError> for HubError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<serde_json::Error> for HubError {
    fn from(error: serde_json::Error) -> Self {
        Self::Rendering(error.to_string())
    }
}
