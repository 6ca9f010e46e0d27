//! Section 1 of the contract, word by word.

mod caching;
mod compression;
mod including;
mod keeping;
mod languages;
mod overview;
mod paging;
mod position;
mod selecting;
mod statements;

use rights_hub::hub::starter_documents;
use serde_json::Value;

/// A document of the starter content, to be changed and written again.
fn starter(collection: &str, slug: &str) -> Value {
    starter_documents()
        .expect("the starter content")
        .into_iter()
        .find(|document| document["type"] == collection && document["slug"] == slug)
        .unwrap_or_else(|| panic!("no {collection}/{slug}"))
}

/// The slugs of a list of entries or references.
fn slugs(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().map(|entry| entry["slug"].as_str().expect("a slug")).collect()
}
