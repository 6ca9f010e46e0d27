//! Editing where people are concerned: consent and its end, what must never be readable, imports, and what a crash leaves.

mod consent;
mod crawl;
mod importing;
mod importing_again;
mod kills;
mod leaks;
mod log;
mod program;
pub mod tables;
mod withdrawal;

use rights_hub::hub::{Actor, Scope};
use serde_json::{Value, json};

use crate::support::Database;
use crate::support::server::{Answer, Server};

/// A server with the starter content, its database, and a key for everything.
struct Desk {
    server: Server,
    url: String,
    key: String,
}

/// Everything that an editor may do.
const ALL: &[Scope] = &[Scope::Draft, Scope::Publish, Scope::Consent, Scope::Admin];

impl Desk {
    fn at(database: Database) -> Self {
        let url = database.url.clone();
        let server = Server::start(database);
        let key = new_key(&server, ALL);
        Self { server, url, key }
    }

    /// One on each database that this machine has.
    fn each() -> Vec<Self> {
        Database::each().into_iter().map(Self::at).collect()
    }

    fn ask(&self, method: &str, target: &str, body: Value) -> Answer {
        self.ask_as(&self.key, method, target, &[], body)
    }

    fn ask_as(&self, key: &str, method: &str, target: &str, more: &[(&str, &str)], body: Value) -> Answer {
        let bearer = format!("Bearer {key}");
        let kind = if method == "PATCH" { "application/merge-patch+json" } else { "application/json" };
        let mut headers = vec![("Authorization", bearer.as_str()), ("Content-Type", kind)];
        headers.extend(more);
        let bytes = body.to_string().into_bytes();
        self.server.send_body(method, target, &headers, (!body.is_null()).then_some(&bytes))
    }

    /// What a successful write answers.
    fn done(&self, method: &str, target: &str, body: Value) -> Value {
        let answer = self.ask(method, target, body);
        assert!((200..300).contains(&answer.status), "{method} {target}: {} {}", answer.status, answer.text());
        if answer.body.is_empty() { Value::Null } else { answer.json() }
    }

    /// Makes an item and answers its path under `/v1/manage`.
    fn draft(&self, document: Value) -> String {
        self.make(document, "")
    }

    /// Makes a public item and answers its path under `/v1/manage`.
    fn publish(&self, document: Value) -> String {
        self.make(document, "?publish=true")
    }

    fn make(&self, document: Value, query: &str) -> String {
        let collection = document["type"].as_str().expect("a collection").to_owned();
        let made = self.done("POST", &format!("/v1/manage/{collection}{query}"), document);
        format!("/v1/manage/{collection}/{}", made["item"]["id"].as_str().expect("an id"))
    }

    /// Writes an item anew whatever its latest revision is.
    fn rewrite(&self, item: &str, document: Value, query: &str) -> Value {
        let rev = self.done("GET", item, Value::Null)["item"]["rev"].clone();
        let target = format!("{item}{query}");
        let answer = self.ask_as(&self.key, "PUT", &target, &[("If-Match", &format!("\"rev-{rev}\""))], document);
        assert_eq!(answer.status, 200, "{target}: {}", answer.text());
        answer.json()
    }

    /// The status of a public path, and its body where there is one.
    fn read(&self, target: &str) -> (u16, Value) {
        let answer = self.server.get(target);
        let json = serde_json::from_slice(&answer.body).unwrap_or_default();
        (answer.status, json)
    }
}

fn new_key(server: &Server, scopes: &[Scope]) -> String {
    let (answer, _) = server.hub.make_key(&Actor::hub(), None, "Desk", scopes, None).expect("a key is made");
    answer.body["secret"].as_str().expect("a secret").to_owned()
}

/// The last part of an item's path.
fn id_of(item: &str) -> &str {
    item.rsplit('/').next().unwrap_or_default()
}

fn consent(attribution: &str) -> Value {
    json!({
        "basis": "written", "attribution": attribution, "channels": ["web", "embed", "sync"],
        "evidence_ref": "Form 7, blue folder",
    })
}

fn pseudonym(name: &str) -> Value {
    with(consent("pseudonym"), &[("pseudonym", json!(name))])
}

/// A testimony of Jane under this consent.
fn testimony(slug: &str, consent: Value) -> Value {
    json!({
        "type": "testimonies", "slug": slug, "title": "What helped", "kind": "testimony",
        "attribution_line": "Jane Roe, cook", "role_at_the_time": "Cook", "body": "They listened.",
        "topics": [{ "slug": "privacy" }], "consent": consent,
    })
}

fn news(slug: &str, title: &str) -> Value {
    json!({ "type": "news", "slug": slug, "title": title, "body": "Said and done." })
}

/// The same object with other members.
fn with(mut object: Value, members: &[(&str, Value)]) -> Value {
    for (name, value) in members {
        object[*name] = value.clone();
    }
    object
}
