//! What goes wrong, as responses that operations name: one for each status.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::answers::at;
use crate::problem::PROBLEMS;

/// Statuses that embeds tell in a page, too.
const IN_PAGES: &[u16] = &[404, 410];

/// The response of a status, by reference.
pub fn named(status: u16) -> Value {
    json!({ "$ref": format!("#/components/responses/Problem{status}") })
}

/// The same where it is told in a page, too, for those who take one.
pub fn named_with_page(status: u16) -> Value {
    json!({ "$ref": format!("#/components/responses/Problem{status}OrPage") })
}

/// Every response that can be named.
pub fn responses() -> Map<String, Value> {
    let statuses: BTreeSet<u16> = PROBLEMS.iter().map(|kind| kind.status).collect();
    let mut all: Map<String, Value> =
        statuses.iter().map(|status| (format!("Problem{status}"), response(*status))).collect();
    for status in IN_PAGES {
        let mut told = response(*status);
        if let Some(content) = told.get_mut("content") {
            content["text/html"] = json!({ "schema": { "type": "string" } });
        }
        all.insert(format!("Problem{status}OrPage"), told);
    }
    all.sort_keys();
    all
}

fn response(status: u16) -> Value {
    let kinds = PROBLEMS.iter().filter(|kind| kind.status == status);
    let sentences: Vec<String> = kinds.map(|kind| format!("`{}`: {}.", kind.code, kind.title)).collect();
    let mut response = json!({
        "description": sentences.join(" "),
        "content": { "application/problem+json": { "schema": at("Problem") } },
    });
    if let (true, Some(members)) = ([429, 503].contains(&status), response.as_object_mut()) {
        members.insert("headers".to_owned(), json!({ "Retry-After": { "$ref": "#/components/headers/Retry-After" } }));
    }
    response
}
