//! The starter content: what a fresh hub serves. It goes the way of any import.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{Conflict, Hub, ImportCounts, ImportOptions, LineResult};
use crate::store::StoreError;

/// The files of `content/`, one a collection.
const FILES: &[(&str, &str)] = &[
    ("topics", include_str!("../../content/topics.json")),
    ("instruments", include_str!("../../content/instruments.json")),
    ("rights", include_str!("../../content/rights.json")),
    ("organisations", include_str!("../../content/organisations.json")),
    ("people", include_str!("../../content/people.json")),
    ("projects", include_str!("../../content/projects.json")),
    ("resources", include_str!("../../content/resources.json")),
    ("case-studies", include_str!("../../content/case-studies.json")),
    ("testimonies", include_str!("../../content/testimonies.json")),
    ("evaluations", include_str!("../../content/evaluations.json")),
    ("courses", include_str!("../../content/courses.json")),
    ("events", include_str!("../../content/events.json")),
    ("news", include_str!("../../content/news.json")),
    ("guides", include_str!("../../content/guides.json")),
    ("pages", include_str!("../../content/pages.json")),
];

/// 2026-08-01T00:00:00Z: the moment in the ids of starter entries.
const ID_MILLIS: u64 = 1_785_542_400_000;

/// Every starter document, each with an id that is the same in every hub.
///
/// # Errors
/// When a file is not a JSON array of objects.
pub fn starter_documents() -> Result<Vec<Value>, StoreError> {
    let mut documents = Vec::new();
    for (collection, text) in FILES {
        let file: Vec<Value> = serde_json::from_str(text)
            .map_err(|error| StoreError::Failed(format!("content/{collection}.json: {error}")))?;
        for mut document in file {
            let slug = document.get("slug").and_then(Value::as_str).unwrap_or_default().to_owned();
            if let Some(members) = document.as_object_mut().filter(|members| !members.contains_key("id")) {
                members.insert("id".to_owned(), json!(id_of(collection, &slug)));
            }
            documents.push(document);
        }
    }
    Ok(documents)
}

/// A UUIDv7 whose random bits are a hash of collection and slug.
fn id_of(collection: &str, slug: &str) -> uuid::Uuid {
    let hash = Sha256::digest(format!("{collection}/{slug}").as_bytes());
    let mut random = [0u8; 10];
    random.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    uuid::Builder::from_unix_timestamp_millis(ID_MILLIS, &random).into_uuid()
}

impl Hub {
    /// Whether nothing was ever written here.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        self.store.read(crate::store::is_empty)
    }

    /// Publishes the starter content, all of it or nothing.
    ///
    /// # Errors
    /// The first fault, when an entry is not good; whatever the database says.
    pub fn load_starter_content(&self) -> Result<ImportCounts, StoreError> {
        let lines: Vec<String> = starter_documents()?.iter().map(Value::to_string).collect();
        let options =
            ImportOptions { publish: true, on_conflict: Conflict::Skip, dry_run: false, all_or_nothing: true };
        let mut first: Option<LineResult> = None;
        let counts = self.import(&mut lines.join("\n").as_bytes(), options, &mut |result| {
            if !result.errors.is_empty() && first.is_none() {
                first = Some(result);
            }
        })?;
        match first {
            Some(fault) => Err(StoreError::Failed(format!("starter content: {}", json!(fault)))),
            None => Ok(counts),
        }
    }
}
