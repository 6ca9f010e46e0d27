//! Cursors: a place between two entries of one query's order, opaque to clients. A cursor holds the values of the entry
//! beside it, not a count, so what is added or removed elsewhere moves nothing.

use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::catalogue::{Boundary, BoundaryKey, SortKey};
use crate::model::values::Interval;

/// On which side of its entry a cursor's page lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CursorSide {
    /// Behind it.
    #[serde(rename = "a")]
    After,
    /// Before it.
    #[serde(rename = "b")]
    Before,
}

/// A cursor, read or about to be sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Cursor {
    /// The side.
    pub side: CursorSide,
    /// The place.
    pub boundary: Boundary,
    /// The place in the change sequence at which the first page was made.
    pub seq: i64,
    /// What the scores of the first page depended on, where the order is by relevance.
    pub pinned: Vec<u32>,
}

/// Why a cursor is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CursorFault {
    /// It is none of ours.
    Malformed,
    /// It belongs to another query.
    Mismatch,
}

/// What stands inside: fingerprint of the query, side, seq, values, id, checksum, what scores depend on.
#[derive(Serialize, Deserialize)]
struct Sealed(u64, CursorSide, i64, Vec<SealedKey>, Uuid, u32, #[serde(default)] Vec<u32>);

#[derive(Serialize, Deserialize)]
enum SealedKey {
    #[serde(rename = "t")]
    Title(String),
    #[serde(rename = "d")]
    Date(Option<(i64, i64)>),
    #[serde(rename = "s")]
    Score(u32),
}

/// The fingerprint of what a cursor is tied to: collection, filters and order.
pub fn fingerprint(query: &str) -> u64 {
    let hash = Sha256::digest(query.as_bytes());
    hash.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

fn checksum(sealed: &Sealed) -> u32 {
    let text =
        serde_json::to_string(&(sealed.0, &sealed.1, sealed.2, &sealed.3, &sealed.4, &sealed.6)).unwrap_or_default();
    (fingerprint(&text) >> 32) as u32
}

impl Cursor {
    /// As it is sent.
    pub fn seal(&self, fingerprint: u64) -> String {
        let keys = self.boundary.keys.iter().map(|key| match key {
            BoundaryKey::Title(title) => SealedKey::Title(title.to_string()),
            BoundaryKey::Date(interval) => SealedKey::Date(interval.map(|interval| (interval.start, interval.end))),
            BoundaryKey::Score(score) => SealedKey::Score(*score),
        });
        let mut sealed =
            Sealed(fingerprint, self.side, self.seq, keys.collect(), self.boundary.id, 0, self.pinned.clone());
        sealed.5 = checksum(&sealed);
        BASE64URL_NOPAD.encode(serde_json::to_string(&sealed).unwrap_or_default().as_bytes())
    }

    /// Reads a cursor for the query with this fingerprint and these sort keys.
    ///
    /// # Errors
    /// [`CursorFault::Malformed`] or [`CursorFault::Mismatch`].
    pub fn open(text: &str, expected: u64, keys: &[SortKey]) -> Result<Self, CursorFault> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| CursorFault::Malformed)?;
        let sealed: Sealed = serde_json::from_slice(&bytes).map_err(|_| CursorFault::Malformed)?;
        if checksum(&sealed) != sealed.5 {
            return Err(CursorFault::Malformed);
        }
        let fits = sealed.3.len() == keys.len()
            && sealed.3.iter().zip(keys).all(|(sealed, key)| {
                matches!(
                    (sealed, key),
                    (SealedKey::Title(_), SortKey::Title)
                        | (SealedKey::Date(_), SortKey::Date(_))
                        | (SealedKey::Score(_), SortKey::Relevance)
                )
            });
        if sealed.0 != expected || !fits {
            return Err(CursorFault::Mismatch);
        }
        let keys = sealed.3.into_iter().map(|key| match key {
            SealedKey::Title(title) => BoundaryKey::Title(title.into()),
            SealedKey::Date(interval) => BoundaryKey::Date(interval.map(|(start, end)| Interval { start, end })),
            SealedKey::Score(score) => BoundaryKey::Score(score),
        });
        Ok(Self {
            side: sealed.1,
            boundary: Boundary { keys: keys.collect(), id: sealed.4 },
            seq: sealed.2,
            pinned: sealed.6,
        })
    }
}
