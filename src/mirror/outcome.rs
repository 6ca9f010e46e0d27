//! What a visit is asked for, and what it comes to.

use super::source::SourceError;
use crate::hub::{CopyCounts, HubError};
use crate::store::StoreError;

/// How much smaller than the copy the hub may have become, in per cent, before that must be allowed.
pub(super) const SHRINK: u64 = 20;

/// How a copy is kept.
#[derive(Debug, Clone, Copy, Default)]
pub struct MirrorOptions {
    /// Whether the copy may shrink by more than a fifth.
    pub allow_shrink: bool,
}

/// What a visit came to.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Report {
    /// The hub.
    pub source: String,
    /// How far its log was followed.
    pub seq: i64,
    /// What became of what it asked.
    #[serde(flatten)]
    pub counts: CopyCounts,
    /// Entries of its in quarantine.
    pub in_quarantine: usize,
    /// Entries that were asked for again because the digests differed.
    pub repaired: u64,
    /// Its entries, as it says and as the copy has them.
    pub entries: u64,
    /// The digest that both have.
    pub digest: String,
    /// Whether the copy is proved complete, but for what is in quarantine.
    pub complete: bool,
    /// Whether the hub has taken the receipt.
    pub confirmed: bool,
}

/// Why a visit failed.
#[derive(Debug)]
pub enum MirrorFailure {
    /// The hub could not be asked.
    Source(SourceError),
    /// It has become much smaller: entries here, entries there.
    Shrunk(u64, u64),
    /// The copy is of another part of it.
    OtherScope(String),
    /// The copy cannot be written.
    Hub(HubError),
}

impl std::fmt::Display for MirrorFailure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Source(error) => error.fmt(f),
            Self::Shrunk(here, there) => write!(
                f,
                "the hub has {there} entries and this copy {here}: more than {SHRINK} % would go; look whether that is meant, \
                 then allow it with --allow-shrink"
            ),
            Self::OtherScope(scope) => write!(f, "this copy is of `{scope}`; keep another part in another database"),
            Self::Hub(error) => write!(f, "{error:?}"),
        }
    }
}

impl std::error::Error for MirrorFailure {}

impl From<SourceError> for MirrorFailure {
    fn from(error: SourceError) -> Self {
        Self::Source(error)
    }
}

impl From<HubError> for MirrorFailure {
    fn from(error: HubError) -> Self {
        Self::Hub(error)
    }
}

impl From<StoreError> for MirrorFailure {
    fn from(error: StoreError) -> Self {
        Self::Hub(HubError::Store(error))
    }
}
