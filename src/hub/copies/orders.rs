//! What another hub asks of a copy, and what became of it.

use serde_json::{Map, Value};

use super::reading::{Received, Refused, receive};
use crate::model::values::Instant;

/// One thing that another hub asks of a copy.
pub enum Order {
    /// Keep a document.
    Keep(Box<Received>),
    /// Keep a document that cannot be read.
    Refuse(Refused),
    /// Forget an entry.
    Forget(Forget),
}

/// An entry that is to be forgotten.
#[derive(Debug, Default)]
pub struct Forget {
    /// Which.
    pub id: String,
    /// Why.
    pub reason: String,
    /// By when every trace of it is to be gone.
    pub purge_by: Option<Instant>,
    /// What stands in its place now.
    pub redirect_to: Option<String>,
}

impl Order {
    /// Reads a document that is to be kept. That is most of the work with it, and needs no database: it can be done ahead of
    /// the transaction that keeps it.
    pub fn keep(document: Map<String, Value>) -> Self {
        match receive(document) {
            Ok(received) => Self::Keep(Box::new(received)),
            Err(refused) => Self::Refuse(refused),
        }
    }

    /// Forget an entry that the hub does not have, or not in the part that is copied.
    pub fn out_of_scope(id: String) -> Self {
        Self::Forget(Forget { id, reason: "out_of_scope".to_owned(), ..Forget::default() })
    }
}

/// What became of orders.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct CopyCounts {
    /// Entries kept, new or changed.
    pub kept: u64,
    /// Entries that were here as they are.
    pub unchanged: u64,
    /// Entries forgotten.
    pub forgotten: u64,
    /// Entries in quarantine.
    pub quarantined: u64,
}

impl CopyCounts {
    /// Adds what became of more orders.
    pub fn add(&mut self, more: Self) {
        self.kept += more.kept;
        self.unchanged += more.unchanged;
        self.forgotten += more.forgotten;
        self.quarantined += more.quarantined;
    }
}
