//! Following the hub: what a copy gets, by page, by wait and by stream, and what proves it complete.

mod changes;
mod command;
mod copies;
mod events;
mod mirrors;
mod proof;
mod receipts;
mod storm;
mod streams;

use std::collections::BTreeMap;
use std::sync::Arc;

use rights_hub::hub::{Actor, Hub, Successor, TransitionRequest, Verb};
use rights_hub::model::{Collection, collection};
use rights_hub::query::encode;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::support::schemas::assert_documented;
use crate::support::server::{Client, Server};
use crate::support::{Database, publish};

/// A follower's copy: documents by collection and id.
pub type Copy = BTreeMap<(String, String), Value>;

/// Does what a row of the log asks.
fn apply(copy: &mut Copy, row: &Value) {
    let key = (text(row, "type"), text(row, "id"));
    match row["op"].as_str() {
        Some("upsert") => drop(copy.insert(key, row["doc"].clone())),
        Some("delete") => drop(copy.remove(&key)),
        other => panic!("{other:?}: {row}"),
    }
}

/// Follows the log from a place to its end, page by page; answers the place that it reaches.
pub fn follow(server: &Client, filters: &str, mut since: i64, limit: u64, copy: &mut Copy) -> i64 {
    loop {
        let target = format!("/v1/changes?docs=true&since={since}&limit={limit}{}", and(filters));
        let answer = server.get(&target);
        assert_eq!(answer.status, 200, "{target}: {}", answer.text());
        assert_documented("/v1/changes", &target, &answer);
        let page = answer.json();
        let rows = page["changes"].as_array().expect("rows");
        assert!(rows.is_sorted_by(|one, next| one["seq"].as_i64() < next["seq"].as_i64()), "{page}");
        rows.iter().for_each(|row| apply(copy, row));
        since = page["last_seq"].as_i64().expect("a place");
        if page["pending"] == 0 {
            return since;
        }
    }
}

/// An export as a copy, with its header and trailer.
fn export(server: &Server, filters: &str) -> (Copy, Value, Value) {
    let target = format!("/v1/export?{filters}");
    let answer = server.get(&target);
    assert_eq!(answer.status, 200, "{target}: {}", answer.text());
    assert_documented("/v1/export", &target, &answer);
    let lines: Vec<Value> = answer.text().lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let [header, entries @ .., trailer] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!((&header["kind"], &trailer["kind"]), (&json!("header"), &json!("trailer")));
    let keyed = |line: &Value| ((text(&line["doc"], "type"), text(&line["doc"], "id")), line["doc"].clone());
    (entries.iter().map(keyed).collect(), header.clone(), trailer.clone())
}

/// The sum of a copy, computed from nothing but the contract's words.
pub fn digest(copy: &Copy) -> String {
    let sum = copy.iter().fold(0u128, |sum, ((collection, id), document)| {
        let line = format!("{collection}|{id}|{}|{}", document["rev"], hash(document));
        let term = Sha256::digest(line.as_bytes());
        sum.wrapping_add(u128::from_be_bytes(term[..16].try_into().expect("16 bytes")))
    });
    format!("{sum:032x}")
}

/// The hash of a sync document, computed from nothing but the contract's words.
fn hash(document: &Value) -> String {
    let mut document = document.as_object().expect("an object").clone();
    for name in ["seq", "links", "lang_fallback"] {
        document.remove(name);
    }
    hex(&Sha256::digest(canonical(&Value::Object(document)).as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// RFC 8785: members in the order of their names in UTF-16, and no space. Numbers here are those of which every writer has
/// the same idea.
fn canonical(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let mut members: Vec<(&String, &Value)> = members.iter().collect();
            members.sort_by_key(|(name, _)| name.encode_utf16().collect::<Vec<u16>>());
            let members = members.iter().map(|(name, value)| format!("{}:{}", json!(name), canonical(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Value::Array(values) => format!("[{}]", values.iter().map(canonical).collect::<Vec<_>>().join(",")),
        Value::Number(number) if number.is_f64() => {
            let number = number.as_f64().expect("a float");
            if number.fract() == 0.0 { format!("{number:.0}") } else { format!("{number}") }
        }
        other => other.to_string(),
    }
}

/// The digest that the hub serves for a part of it.
fn served_digest(server: &Server, filters: &str) -> Value {
    let answer = server.get(&format!("/v1/inventory/digest?{filters}"));
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_documented("/v1/inventory/digest", filters, &answer);
    answer.json()
}

fn and(filters: &str) -> String {
    if filters.is_empty() { String::new() } else { format!("&{filters}") }
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_else(|| panic!("{name} in {value}")).to_owned()
}

fn of(name: &str) -> &'static Collection {
    collection(name).expect("a collection")
}

/// The id of a public entry.
fn id(hub: &Hub, name: &str, slug: &str) -> String {
    let snapshot = hub.catalogue();
    let shelf = snapshot.shelf(of(name).index).expect("a shelf");
    let node = match shelf.find_slug(slug) {
        Some(rights_hub::catalogue::Found::Live(node)) => node,
        _ => panic!("{slug} is not public"),
    };
    snapshot.card(node).expect("a card").id.to_string()
}

/// Does a transition that must succeed.
fn done(hub: &Hub, name: &str, slug: &str, verb: Verb, request: TransitionRequest) {
    let id = id(hub, name, slug);
    hub.transition(&Actor::hub(), None, of(name), &id, None, verb, &request).expect("the transition is made");
}

fn topic(slug: &str, broader: &[&str]) -> Value {
    let broader: Vec<Value> = broader.iter().map(|slug| json!({ "slug": slug })).collect();
    json!({ "type": "topics", "slug": slug, "title": format!("Topic {slug}"), "broader": broader })
}

fn news(slug: &str, topics: &[&str]) -> Value {
    let topics: Vec<Value> = topics.iter().map(|slug| json!({ "slug": slug })).collect();
    json!({ "type": "news", "slug": slug, "title": format!("News {slug}"), "body": "Said and done.", "topics": topics })
}

/// A testimony under a consent for these channels.
fn testimony(slug: &str, channels: &[&str]) -> Value {
    json!({
        "type": "testimonies", "slug": slug, "title": format!("Said by {slug}"), "kind": "testimony",
        "attribution_line": "Jane Roe, cook", "body": "They listened.",
        "consent": { "basis": "written", "attribution": "named", "channels": channels, "evidence_ref": "file 1" },
    })
}

/// An empty hub that is served, with nothing in it but these.
fn serving(database: Database, documents: &[Value]) -> Server {
    let hub = Arc::new(database.hub());
    publish(&hub, documents);
    Server::over(hub, database)
}

fn servers(documents: &[Value]) -> impl Iterator<Item = Server> {
    Database::each().into_iter().map(|database| serving(database, documents))
}
