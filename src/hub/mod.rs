//! The rules: reading pages, writing and publishing, consent, import. The hub owns the database and what follows its
//! change log; it knows no HTTP and writes no SQL.

mod answers;
mod backup;
mod checking;
mod consent;
mod copies;
mod criteria;
mod document_files;
mod documents;
mod editing;
mod embedding;
mod error;
mod following;
mod gathering;
mod import;
mod including;
mod indexing;
mod keys;
mod marking;
mod naming;
mod next_events;
mod overview;
mod paging;
mod provenance;
mod publishing;
mod readers;
mod reading;
mod receipts;
mod rows;
mod saving;
mod search_beside;
mod search_following;
mod searching;
mod seeking;
mod starter;
mod sync;
mod touching;
mod variants;
mod webhooks;

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use arc_swap::ArcSwap;
use tokio::sync::watch;

use document_files::DocumentFiles;

use crate::catalogue::Snapshot;
use crate::model::values::Instant;
use crate::present::Site;
use crate::search::{self, Follower};
use crate::store::{Store, StoreError};
use crate::webhooks::{SystemResolver, Targets};

pub use answers::{AnswerCache, AsOf, CacheCounts, Depends, Keepable, Place};
pub use backup::{BackupError, RestoreOptions, Restored, back_up, restore, verify};
pub use checking::Checked;
pub(crate) use consent::is_over as consent_is_over;
pub use copies::{CopyCounts, Forget, Order};
pub use documents::{DocumentCache, DocumentCounts};
pub use editing::{
    Actor, Answer, AuditQuery, EditError, ItemQuery, ItemWrite, MOST_LAID, Once, Successor, TRANSITIONS,
    TransitionRequest, Verb,
};
pub use error::HubError;
pub use import::{
    AnswerParts, Conflict, ImportCounts, ImportOptions, LONGEST_ANSWER, LineOutcome, LineResult, NamedImport,
};
pub use keys::{Caller, KeyFacts, Scope, Scopes};
pub use overview::Overview;
pub use provenance::Provenance;
pub use publishing::WriteError;
pub use reading::{ItemPage, ListPage};
pub use saving::{Authorship, Saved};
pub use search_following::FollowError;
pub use starter::starter_documents;
pub use sync::{Digest, Feed, FeedRow, Kept, Lines, Opening, term};
pub use webhooks::{
    Deliverer, DeliveryQuery, DeliverySettings, MAX_WEBHOOKS, NewWebhook, Ping, PingStart, WebhookFacts, WebhookPatch,
};

/// Plain texts that are kept for marking words in them, in bytes.
const TEXTS: u64 = 32 << 20;

/// How many words of texts one search may read unless something else is set: some tenths of a second.
pub const SEARCH_BUDGET: u64 = 50_000_000;

/// Answers to followers that are kept, in bytes.
const FEEDS: u64 = 16 << 20;

/// What a hub says of itself.
#[derive(Debug, Clone)]
pub struct Identity {
    /// Its name.
    pub name: String,
    /// Who publishes it.
    pub publisher: String,
    /// Whom to write to about it.
    pub admin_email: String,
    /// Where it and its site are.
    pub site: Site,
}

/// A hub: one database and everything that follows it.
pub struct Hub {
    store: Store,
    identity: Identity,
    catalogue: ArcSwap<Snapshot>,
    /// Held while the catalogue is brought up to date, so that nobody does it twice.
    following: Mutex<()>,
    reached: watch::Sender<i64>,
    search: Follower,
    /// How many words of texts one search may read.
    search_budget: u64,
    documents: DocumentCache,
    answers: AnswerCache,
    /// What searches note of every entry, used again.
    fits: Arc<search::Reused<seeking::Fits>>,
    /// Plain texts in which words are marked.
    texts: marking::TextCache,
    /// Answers to followers, shared among those who ask the same.
    feeds: sync::Feeds,
    fingerprints: Mutex<sync::Fingerprints>,
    exports: Arc<tokio::sync::Semaphore>,
    /// The named imports that are under way on this node.
    imports: import::UnderWay,
    /// What is not public, laid over the catalogue, as editors last asked for it.
    overlay: Mutex<Option<Arc<editing::Overlay>>>,
    /// Whether the database's journal may still hold what was erased.
    overwriting: AtomicBool,
    /// Admits those who read.
    readers: readers::Readers,
    /// The events that take place next, kept for a minute.
    next_events: Mutex<Option<next_events::NextEvents>>,
    closing: AtomicBool,
    clock: fn() -> Instant,
    /// Where messages to others may go.
    targets: Targets,
    /// Tells the deliverers of this node that an endpoint was changed.
    webhooks_changed: watch::Sender<()>,
}

impl Hub {
    /// A hub over a migrated database, its catalogue built. `cache` bounds what is kept of documents and of whole answers,
    /// half of it each, in bytes.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn open(store: Store, identity: Identity, cache: u64) -> Result<Self, StoreError> {
        let hub = Self::unread(store, identity, cache);
        hub.catch_up()?;
        Ok(hub)
    }

    /// A hub whose catalogue stays empty, for commands that only write.
    pub fn unread(store: Store, identity: Identity, cache: u64) -> Self {
        Self {
            readers: readers::Readers::of(&store),
            store,
            identity,
            catalogue: ArcSwap::from_pointee(Snapshot::empty("")),
            following: Mutex::new(()),
            reached: watch::Sender::new(0),
            search: Follower::new(None),
            search_budget: SEARCH_BUDGET,
            documents: DocumentCache::new(cache / 2),
            answers: AnswerCache::new(cache / 2),
            fits: Arc::default(),
            texts: marking::TextCache::new(TEXTS),
            feeds: sync::Feeds::new(FEEDS),
            fingerprints: Mutex::default(),
            exports: Arc::new(tokio::sync::Semaphore::new(sync::EXPORTS)),
            imports: import::UnderWay::default(),
            next_events: Mutex::default(),
            overlay: Mutex::default(),
            // An earlier process may have ended before it could see to it.
            overwriting: AtomicBool::new(true),
            closing: AtomicBool::new(false),
            clock: Instant::now,
            targets: Targets::new(Arc::new(SystemResolver), false),
            webhooks_changed: watch::Sender::new(()),
        }
    }

    /// The same hub with other rules for where its messages may go.
    #[must_use]
    pub fn with_targets(self, targets: Targets) -> Self {
        Self { targets, ..self }
    }

    /// The same hub with its search index in a folder, instead of in memory.
    #[must_use]
    pub fn with_search_folder(self, folder: PathBuf) -> Self {
        Self { search: Follower::new(Some(folder)), ..self }
    }

    /// The same hub with so many bytes of disk in a folder for the documents that memory has no room for.
    #[must_use]
    pub fn with_document_files(self, folder: PathBuf, bytes: u64) -> Self {
        Self { documents: self.documents.with_files(DocumentFiles::new(folder, bytes)), ..self }
    }

    /// The same hub with another bound for what one search may read, in words of texts.
    #[must_use]
    pub fn with_search_budget(self, words: u64) -> Self {
        Self { search_budget: words, ..self }
    }

    /// The same hub with another clock, for tests that compare answers.
    #[must_use]
    pub fn with_clock(self, clock: fn() -> Instant) -> Self {
        Self { clock, ..self }
    }

    /// The catalogue as it now is.
    pub fn catalogue(&self) -> Arc<Snapshot> {
        self.catalogue.load_full()
    }

    /// The database.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// What the hub says of itself.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Now, by the hub's clock.
    pub fn now(&self) -> Instant {
        (self.clock)()
    }
}
