//! Webhooks: a hub whose deliverer sends to real little servers, and what comes of it when those misbehave.

mod addresses;
mod certificates;
mod failing;
mod history;
mod keeping;
mod order;
mod receiver;
mod signing;

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rights_hub::hub::{Actor, Deliverer, DeliverySettings, Scope};
use rights_hub::openapi::operations;
use rights_hub::webhooks::{Resolver, Schedule, Targets};
use serde_json::{Value, json};

use self::receiver::eventually;
use crate::support::schemas::assert_documented_as;
use crate::support::server::{Answer, Server};
use crate::support::{Database, publish};

/// Names and their addresses, which a test may change.
#[derive(Default)]
struct Names(Mutex<HashMap<String, Vec<IpAddr>>>);

impl Names {
    fn set(&self, name: &str, addresses: &[&str]) {
        let addresses = addresses.iter().map(|address| address.parse().expect("an address")).collect();
        self.0.lock().expect("no test panics here").insert(name.to_owned(), addresses);
    }
}

impl Resolver for Names {
    fn addresses(&self, name: &str) -> std::io::Result<Vec<IpAddr>> {
        let known = self.0.lock().expect("no test panics here").get(name).cloned();
        known.ok_or_else(|| std::io::Error::other("nobody knows this name"))
    }
}

/// Waits that a test can wait for.
fn swift() -> DeliverySettings {
    DeliverySettings {
        schedule: Schedule {
            first: Duration::from_millis(5),
            factor: 2,
            longest: Duration::from_millis(40),
            ..Schedule::default()
        },
        timeout: Duration::from_secs(120),
        lease: Duration::from_secs(300),
        look_every: Duration::from_millis(50),
        rest: Duration::from_millis(20),
        grace: Duration::from_millis(200),
    }
}

/// A served hub with one topic, `anchor`, in it, a key for webhooks and one for everything, and a deliverer.
struct Post {
    deliverer: Option<Deliverer>,
    server: Server,
    names: Arc<Names>,
    key: String,
    editor: String,
    url: String,
}

impl Post {
    fn on(database: Database) -> Self {
        let mut post = Self::silent(database, true);
        post.start(swift());
        post
    }

    /// One without a deliverer.
    fn silent(database: Database, allow_loopback: bool) -> Self {
        let (names, url) = (Arc::new(Names::default()), database.url.clone());
        let resolver: Arc<dyn Resolver> = Arc::clone(&names) as Arc<dyn Resolver>;
        let hub = Arc::new(database.hub().with_targets(Targets::new(resolver, allow_loopback)));
        publish(&hub, &[json!({ "type": "topics", "slug": "anchor", "title": "Anchor" })]);
        let key = |scope| {
            let (made, _) = hub.make_key(&Actor::hub(), None, "A tester", &[scope], None).expect("the key is made");
            made.body["secret"].as_str().expect("a secret").to_owned()
        };
        let (key, editor) = (key(Scope::Webhooks), key(Scope::Admin));
        Self { deliverer: None, server: Server::over(hub, database), names, key, editor, url }
    }

    fn each() -> impl Iterator<Item = Self> {
        Database::each().into_iter().map(Self::on)
    }

    fn start(&mut self, settings: DeliverySettings) {
        let deliverer = Deliverer::start(Arc::clone(&self.server.hub), settings);
        self.deliverer = Some(deliverer.expect("the deliverer starts"));
    }

    fn stop(&mut self) {
        self.deliverer = None;
    }

    /// A request, whose answer is held to the document.
    fn ask(&self, method: &str, target: &str, more: &[(&str, &str)], body: Value) -> Answer {
        let operation = operations().find(|operation| {
            let own: Vec<&str> = operation.path.split('/').collect();
            let parts: Vec<&str> = target.split('?').next().unwrap_or_default().split('/').collect();
            operation.method == method
                && operation.path.contains("/webhooks")
                && own.len() == parts.len()
                && own.iter().zip(&parts).all(|(own, part)| own == part || own.starts_with('{'))
        });
        let key = if operation.is_some() { &self.key } else { &self.editor };
        let bearer = format!("Bearer {key}");
        let kind = if method == "PATCH" { "application/merge-patch+json" } else { "application/json" };
        let mut headers = vec![("Authorization", bearer.as_str()), ("Content-Type", kind)];
        headers.extend(more);
        let bytes = body.to_string().into_bytes();
        let answer = self.server.send_body(method, target, &headers, (!body.is_null()).then_some(&bytes));
        if let Some(operation) = operation {
            assert_documented_as(&method.to_lowercase(), operation.path, target, &answer);
        }
        answer
    }

    fn done(&self, method: &str, target: &str, body: Value) -> Value {
        let answer = self.ask(method, target, &[], body);
        assert!((200..300).contains(&answer.status), "{method} {target}: {} {}", answer.status, answer.text());
        if answer.body.is_empty() { Value::Null } else { answer.json() }
    }

    /// Makes a webhook; answers its address and secret.
    fn hook(&self, url: &str, more: Value) -> (String, String) {
        let mut asked = json!({ "name": "A partner", "url": url });
        for (name, value) in more.as_object().into_iter().flatten() {
            asked[name.as_str()] = value.clone();
        }
        let made = self.done("POST", "/v1/manage/webhooks", asked);
        let text = |pointer: &str| made.pointer(pointer).and_then(Value::as_str).expect("it is told").to_owned();
        (format!("/v1/manage/webhooks/{}", text("/webhook/id")), text("/secret"))
    }

    /// What there is to know of a webhook.
    fn read(&self, hook: &str) -> Value {
        self.done("GET", hook, Value::Null)["webhook"].clone()
    }

    fn deliveries(&self, hook: &str) -> Vec<Value> {
        let listed = self.done("GET", &format!("{hook}/deliveries?limit=100"), Value::Null);
        listed["data"].as_array().expect("deliveries").clone()
    }

    /// Makes a public topic; answers its id and its place in the sequence.
    fn topic(&self, title: &str) -> (String, i64) {
        self.entry(json!({ "type": "topics", "title": title }))
    }

    fn entry(&self, document: Value) -> (String, i64) {
        let collection = document["type"].as_str().expect("a type").to_owned();
        let made = self.done("POST", &format!("/v1/manage/{collection}?publish=true"), document);
        (made["item"]["id"].as_str().expect("an id").to_owned(), made["seq"].as_i64().expect("a place"))
    }

    fn last_seq(&self) -> i64 {
        self.server.hub.catalogue().seq
    }

    /// Waits until a webhook has been told of everything.
    fn caught_up(&self, hook: &str) {
        let last = self.last_seq();
        eventually("it is told of everything", || self.read(hook)["seq"].as_i64() >= Some(last));
    }
}
