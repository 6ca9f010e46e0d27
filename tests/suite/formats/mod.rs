//! Lists and entries in other forms than JSON, read back by libraries that others wrote.

mod asking;
mod calendars;
mod clients;
mod columns;
mod consent;
mod feeds;
mod hostile;
mod linked_data;
mod rows;

use std::sync::Arc;

use rights_hub::hub::Hub;
use rights_hub::model::values::Instant;
use serde_json::Value;

use crate::support::Database;
use crate::support::schemas::assert_documented;
use crate::support::server::{Answer, Server, noon};

/// A good answer, as the OpenAPI document has it.
fn get(server: &Server, target: &str) -> Answer {
    let answer = server.get(target);
    assert_eq!(answer.status, 200, "{target}: {}", answer.text());
    let path = target.split('?').next().unwrap_or_default();
    let (list, _) = path.split_once('.').expect("a suffix");
    assert_documented(&format!("{list}.{{format}}"), target, &answer);
    answer
}

/// A list of JSON objects by a member.
fn texts(entries: &Value, member: &str) -> Vec<String> {
    entries
        .as_array()
        .expect("a list")
        .iter()
        .map(|entry| entry[member].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// The entries of a list of JSON.
fn listed(server: &Server, collection: &str, query: &str) -> Value {
    server.json(&format!("/v1/{collection}?limit=100&{query}"))["data"].clone()
}

/// The target of a link of an answer's `Link` header.
fn link(answer: &Answer, relation: &str) -> Option<String> {
    let links = answer.header("link")?.split(", ");
    let mut named = links.filter(|link| link.ends_with(&format!("rel=\"{relation}\"")));
    named.next().and_then(|link| link.strip_prefix('<')?.split_once('>')).map(|(target, _)| target.to_owned())
}

/// A server of an empty hub with a clock of its own.
fn served(database: Database, clock: fn() -> Instant) -> Server {
    let hub: Hub = database.hub().with_clock(clock);
    Server::over(Arc::new(hub), database)
}

/// Empty servers on every database that this machine has.
fn servers() -> impl Iterator<Item = Server> {
    Database::each().into_iter().map(|database| served(database, noon))
}
