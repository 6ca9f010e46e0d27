//! What every test needs: a hub on a database of its own, and a short way to write to it.

pub mod disk;
pub mod network;
#[allow(dead_code, reason = "an empty database is there for tests of another schema")]
pub mod postgres;
pub mod postgres_server;
pub mod program;
pub mod schemas;
pub mod server;

use std::time::{Duration, Instant};

use rights_hub::hub::{Conflict, Hub, Identity, ImportCounts, ImportOptions, LineResult};
use rights_hub::present::Site;
use rights_hub::store::Store;
use serde_json::Value;
use tempfile::TempDir;

/// How long something is waited for that must happen.
const PATIENCE: Duration = Duration::from_secs(60);

/// An empty, migrated database; it goes when this goes.
pub struct Database {
    /// Its URL.
    pub url: String,
    _folder: Option<TempDir>,
}

impl Database {
    /// A file in a folder of its own.
    pub fn sqlite() -> Self {
        let folder = TempDir::new().expect("a folder for temporary files");
        let url = format!("sqlite://{}", folder.path().join("hub.db").display());
        Self { url, _folder: Some(folder) }.migrated()
    }

    /// A copy of a migrated template; `None` when no PostgreSQL is installed.
    pub fn postgres() -> Option<Self> {
        let url = postgres::database_from(|url| {
            Store::open(url).and_then(|store| store.migrate()).expect("the template is migrated");
        })?;
        Some(Self { url, _folder: None })
    }

    /// A database that somebody else made, and keeps.
    pub fn at(url: &str) -> Self {
        Self { url: url.to_owned(), _folder: None }
    }

    /// One database of each kind that this machine has.
    pub fn each() -> Vec<Self> {
        std::iter::once(Self::sqlite()).chain(Self::postgres()).collect()
    }

    /// A hub over it, its catalogue built from what stands there now.
    pub fn hub(&self) -> Hub {
        self.hub_keeping(8 * 1024 * 1024)
    }

    /// The same, with so many bytes for what it keeps of documents and answers.
    pub fn hub_keeping(&self, cache: u64) -> Hub {
        let site = Site { public_url: "https://hub.example".to_owned(), site_url: "https://site.example".to_owned() };
        let identity = Identity {
            name: "Test hub".to_owned(),
            publisher: "Nobody".to_owned(),
            admin_email: "hub@hub.example".to_owned(),
            site,
        };
        Hub::open(self.store(), identity, cache).expect("the hub opens")
    }

    /// The same database once more, for a hub that runs beside another or after it. This one must outlive it.
    pub fn again(&self) -> Self {
        Self::at(&self.url)
    }

    /// The database itself.
    pub fn store(&self) -> Store {
        Store::open(&self.url).expect("the database opens")
    }

    fn migrated(self) -> Self {
        self.store().migrate().expect("the database is migrated");
        self
    }
}

/// A hub with the database under it.
pub struct TestHub {
    /// The hub.
    pub hub: Hub,
    /// Its database.
    pub database: Database,
}

impl std::ops::Deref for TestHub {
    type Target = Hub;

    fn deref(&self) -> &Hub {
        &self.hub
    }
}

/// An empty hub on SQLite and, when a server is installed, one on PostgreSQL.
pub fn hubs() -> Vec<TestHub> {
    Database::each().into_iter().map(|database| TestHub { hub: database.hub(), database }).collect()
}

/// Publish, update what is there, keep what is good.
pub const PUBLISH: ImportOptions =
    ImportOptions { publish: true, on_conflict: Conflict::Update, dry_run: false, all_or_nothing: false };

/// Imports documents and brings the catalogue up to date; answers the counts and the result of every line, in order.
pub fn import(hub: &Hub, documents: &[Value], options: ImportOptions) -> (ImportCounts, Vec<LineResult>) {
    let lines: Vec<String> = documents.iter().map(Value::to_string).collect();
    import_lines(hub, &lines.join("\n"), options)
}

/// As [`import`], from the text of a file.
pub fn import_lines(hub: &Hub, text: &str, options: ImportOptions) -> (ImportCounts, Vec<LineResult>) {
    let mut results = Vec::new();
    let counts = hub
        .import(&mut text.as_bytes(), options, &mut |result| results.push(result))
        .expect("the import reaches its end");
    hub.catch_up().expect("the catalogue follows");
    results.sort_by_key(|result| result.line);
    (counts, results)
}

/// Publishes documents that are all good.
pub fn publish(hub: &Hub, documents: &[Value]) {
    let (_, results) = import(hub, documents, PUBLISH);
    let refused: Vec<&LineResult> = results.iter().filter(|result| !result.errors.is_empty()).collect();
    assert!(refused.is_empty(), "refused: {refused:#?}");
}

/// Waits until something is so that must become so.
pub fn eventually(what: &str, mut so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !so() {
        assert!(began.elapsed() < PATIENCE, "still waiting: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}
