//! Editing over HTTP: what a key may do to items, and what the public sees of it.

mod access;
mod bodies;
mod history;
mod items;
mod lists;
mod names;
mod races;
mod references;
mod repeats;
mod schedules;
mod states;

use rights_hub::hub::{Actor, Hub, Scope};
use rights_hub::model::values::{Edtf, Instant};
use rights_hub::openapi::{ManageOperation, operations};
use rights_hub::store;
use serde_json::{Value, json};

use crate::support::schemas::assert_documented_as;
use crate::support::server::{Answer, Server, noon};
use crate::support::{Database, publish};

/// A server, and somebody with a key to it.
struct Editor {
    server: Server,
    key: String,
}

impl Editor {
    /// A hub with nothing in it but one topic, `anchor`, and a key that may do everything.
    fn on(database: Database) -> Self {
        publish(&database.hub().with_clock(noon), &[topic("anchor", "Anchor")]);
        let server = Server::start(database);
        let key = key(&server.hub, &[Scope::Admin]);
        Self { server, key }
    }

    /// One on each kind of database.
    fn each() -> impl Iterator<Item = Self> {
        Database::each().into_iter().map(Self::on)
    }

    /// A key with these scopes alone.
    fn key_for(&self, scopes: &[Scope]) -> String {
        key(&self.server.hub, scopes)
    }

    fn get(&self, target: &str) -> Answer {
        self.send("GET", target, &[], None)
    }

    fn post(&self, target: &str, body: &Value) -> Answer {
        self.send("POST", target, &[], Some(body))
    }

    fn put(&self, target: &str, rev: i64, body: &Value) -> Answer {
        self.send("PUT", target, &[("If-Match", &etag(rev))], Some(body))
    }

    fn patch(&self, target: &str, rev: i64, body: &Value) -> Answer {
        self.send("PATCH", target, &[("If-Match", &etag(rev))], Some(body))
    }

    fn delete(&self, target: &str, rev: i64) -> Answer {
        self.send("DELETE", target, &[("If-Match", &etag(rev))], None)
    }

    /// A request with the key, and with the type that its method takes.
    fn send(&self, method: &str, target: &str, headers: &[(&str, &str)], body: Option<&Value>) -> Answer {
        self.send_as(&self.key, method, target, headers, body)
    }

    fn send_as(&self, key: &str, method: &str, target: &str, headers: &[(&str, &str)], body: Option<&Value>) -> Answer {
        let bearer = format!("Bearer {key}");
        let kind = if method == "PATCH" { "application/merge-patch+json" } else { "application/json" };
        let mut all = vec![("Authorization", bearer.as_str())];
        all.extend(headers);
        if body.is_some() {
            all.push(("Content-Type", kind));
        }
        let body = body.map(Value::to_string);
        let answer = self.server.send_body(method, target, &all, body.as_deref().map(str::as_bytes));
        if let Some(operation) = operation_at(method, target) {
            assert_documented_as(&method.to_lowercase(), operation.path, target, &answer);
        }
        answer
    }

    /// Makes an item, and answers its address for editors.
    fn make(&self, document: &Value, publish: bool) -> String {
        let collection = document["type"].as_str().expect("a type");
        let made = self.post(&format!("/v1/manage/{collection}?publish={publish}"), document);
        assert_eq!(made.status, 201, "{}", made.text());
        made.header("location").expect("an address").to_owned()
    }

    /// An item's latest revision.
    fn rev(&self, item: &str) -> i64 {
        let read = self.get(item);
        assert_eq!(read.status, 200, "{item}: {}", read.text());
        read.json()["item"]["rev"].as_i64().expect("a revision")
    }

    /// Does a transition that must succeed.
    fn done(&self, item: &str, verb: &str, body: &Value) -> Value {
        let answer = self.post(&format!("{item}/{verb}"), body);
        assert_eq!(answer.status, 200, "{verb} {item}: {}", answer.text());
        answer.json()
    }

    /// The audit's lines about an item, the latest first.
    fn audit(&self, item: &str) -> Vec<Value> {
        let answer = self.get(&format!("/v1/manage/audit?limit=100&item={}", id_of(item)));
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json()["data"].as_array().expect("lines").clone()
    }

    /// Holds what is stored to its own rules, and the change log to its order. Answers the place in the sequence.
    fn check_stored(&self) -> i64 {
        let checked = self.server.hub.check_stored().expect("the database answers");
        assert!(checked.faults.is_empty(), "{:?}", checked.faults);
        let changes = self.server.hub.store().read(|connection| store::changes_after(connection, 0, i64::MAX));
        let changes = changes.expect("the database answers");
        assert!(changes.is_sorted_by(|one, next| one.seq < next.seq), "{changes:#?}");
        let mut entries: Vec<&str> = changes.iter().map(|change| change.entry_id.as_str()).collect();
        entries.sort_unstable();
        assert!(entries.is_sorted_by(|one, next| one < next), "an entry has two rows: {changes:#?}");
        let last = changes.last().map_or(0, |change| change.seq);
        let position = self.last_seq();
        assert!(last <= position, "the log goes to {last}, beyond {position}");
        position
    }

    /// The place in the sequence that the public is told.
    fn last_seq(&self) -> i64 {
        self.server.json("/v1")["last_seq"].as_i64().expect("a number")
    }
}

/// The operation that a request asks for; none if it asks for something that is not documented.
fn operation_at(method: &str, target: &str) -> Option<&'static ManageOperation> {
    let parts: Vec<&str> = target.split('?').next().unwrap_or_default().split('/').collect();
    let fits = |path: &str| {
        let own: Vec<&str> = path.split('/').collect();
        own.len() == parts.len() && own.iter().zip(&parts).all(|(own, part)| own == part || own.starts_with('{'))
    };
    let here = || operations().filter(|operation| operation.method == method && fits(operation.path));
    here().min_by_key(|operation| operation.path.matches('{').count())
}

fn etag(rev: i64) -> String {
    format!("\"rev-{rev}\"")
}

fn id_of(item: &str) -> &str {
    item.rsplit('/').next().expect("an address")
}

/// Where the public finds what an editor finds there.
fn public(item: &str) -> String {
    item.replace("/manage", "")
}

fn topic(slug: &str, title: &str) -> Value {
    json!({ "type": "topics", "slug": slug, "title": title })
}

fn key(hub: &Hub, scopes: &[Scope]) -> String {
    expiring_key(hub, scopes, None).0
}

/// A key's secret and its id.
fn expiring_key(hub: &Hub, scopes: &[Scope], expires_on: Option<&str>) -> (String, String) {
    let expires_on = expires_on.map(|day| day.parse::<Edtf>().expect("a day"));
    let (made, _) = hub.make_key(&Actor::hub(), None, "A tester", scopes, expires_on).expect("the key is made");
    let text = |pointer: &str| made.body.pointer(pointer).and_then(Value::as_str).expect("it is told").to_owned();
    (text("/secret"), text("/key/id"))
}

fn later(seconds: i64) -> Instant {
    Instant::from_millis(noon().millis() + seconds * 1000)
}

/// Pointers and codes of the faults of a refused document.
fn faults(answer: &Answer) -> Vec<(String, String)> {
    assert_eq!(answer.status, 422, "{}", answer.text());
    let problem = answer.json();
    let word = |value: &Value| value.as_str().expect("a word").to_owned();
    let errors = problem["errors"].as_array().unwrap_or_else(|| panic!("no faults: {problem}"));
    errors.iter().map(|error| (word(&error["pointer"]), word(&error["code"]))).collect()
}

fn is_problem(answer: &Answer, status: u16, code: &str) {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    assert_eq!(answer.json()["type"], format!("/problems/{code}"), "{}", answer.text());
    assert_eq!(answer.json()["status"], status);
}
