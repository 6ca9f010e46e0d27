//! Section 2 of the contract: what is found, how it is counted, shown and kept up to date.

mod asking;
mod beside;
mod counting;
mod following;
mod relevance;

use serde_json::Value;

use crate::support::server::Server;

/// A text as it stands in a query string.
fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// What a search answers.
fn search(server: &Server, q: &str, rest: &str) -> Value {
    server.json(&format!("/v1/search?q={}{rest}", encoded(q)))
}

/// `collection/slug` of every entry on a page.
fn found(page: &Value) -> Vec<String> {
    let name = |entry: &Value| {
        format!("{}/{}", entry["type"].as_str().expect("a type"), entry["slug"].as_str().expect("a slug"))
    };
    page["data"].as_array().expect("a list").iter().map(name).collect()
}
