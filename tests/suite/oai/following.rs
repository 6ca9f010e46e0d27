//! Who harvests again and again holds what the hub holds: after edits, removals, redirects, the end of a consent, and a
//! restart in the midst of a list.

use std::collections::BTreeMap;

use rights_hub::hub::{Actor, Hub, Lines, Opening, Scope};
use rights_hub::model::values::Instant;
use rights_hub::query::{Surface, SyncQuery};
use serde_json::{Value, json};

use super::{applied, ask, codes, harvest, page, resume};
use crate::support::server::{Server, noon};
use crate::support::{Database, publish};

const LIST: &str = "verb=ListRecords&metadataPrefix=oai_dc";

/// The names of everything in an export.
pub fn exported(hub: &Hub) -> Vec<String> {
    struct Names(Vec<String>);
    impl Lines for Names {
        fn begin(&mut self, _: Opening) {}
        fn text(&mut self, _: &str) -> bool {
            true
        }
        fn line(&mut self, line: &str) -> bool {
            let line: Value = serde_json::from_str(line).expect("a line of JSON");
            let text = |member: &str| line["doc"][member].as_str().expect("a text").to_owned();
            if line["kind"] == "entry" {
                self.0.push(format!("oai:hub.example:{}/{}", text("type"), text("id")));
            }
            true
        }
    }
    let mut names = Names(Vec::new());
    let query = SyncQuery::read(Surface::Part, "").expect("a good query");
    hub.export(&query, &mut names).expect("the hub exports");
    names.0
}

/// The starter content, published the day before the server's clock, and a key for everything.
struct Desk {
    server: Server,
    key: String,
}

impl Desk {
    fn each() -> Vec<Self> {
        let at = |database: Database| {
            let day_before = || Instant::from_millis(noon().millis() - 24 * 60 * 60 * 1000);
            database.hub().with_clock(day_before).load_starter_content().expect("the starter content is good");
            let server = Server::start(database);
            let scopes = [Scope::Draft, Scope::Publish, Scope::Consent, Scope::Admin];
            let (answer, _) = server.hub.make_key(&Actor::hub(), None, "Desk", &scopes, None).expect("a key is made");
            let key = answer.body["secret"].as_str().expect("a secret").to_owned();
            Self { server, key }
        };
        Database::each().into_iter().map(at).collect()
    }

    fn done(&self, method: &str, target: &str, body: &Value) -> Value {
        let bearer = format!("Bearer {}", self.key);
        let headers = [("Authorization", bearer.as_str()), ("Content-Type", "application/json")];
        let answer = self.server.send_body(method, target, &headers, Some(body.to_string().as_bytes()));
        assert!((200..300).contains(&answer.status), "{method} {target}: {}", answer.text());
        answer.json()
    }

    /// The id of a public entry.
    fn id(&self, path: &str) -> String {
        self.server.json(&format!("/v1/{path}"))["data"]["id"].as_str().expect("an id").to_owned()
    }

    fn publish(&self, document: Value) -> String {
        let collection = document["type"].as_str().expect("a collection").to_owned();
        let made = self.done("POST", &format!("/v1/manage/{collection}?publish=true"), &document);
        made["item"]["id"].as_str().expect("an id").to_owned()
    }
}

fn testimony(slug: &str, channels: Value) -> Value {
    json!({
        "type": "testimonies", "slug": slug, "title": "What helped", "kind": "testimony", "body": "They listened.",
        "consent": { "basis": "written", "attribution": "role", "channels": channels, "evidence_ref": "Form 7" },
    })
}

fn held_by_all(hub: &Hub) -> BTreeMap<String, String> {
    let mut held = BTreeMap::new();
    applied(&mut held, &harvest(hub, LIST));
    held
}

#[test]
fn an_incremental_harvest_brings_everything_in_line() {
    for desk in Desk::each() {
        let hub = &desk.server.hub;
        let told = desk.publish(testimony("told", json!(["web", "embed", "sync"])));
        let kept = desk.publish(testimony("kept", json!(["web", "embed", "sync"])));
        let mut held = held_by_all(hub);

        let retitled = desk.id("topics/privacy");
        publish(hub, &[json!({ "type": "topics", "id": retitled, "slug": "privacy", "title": "Being left alone" })]);
        let fresh = desk.publish(json!({ "type": "news", "slug": "fresh", "title": "Fresh", "body": "Said." }));
        let removed = desk.id("news/fresh");
        desk.done("POST", &format!("/v1/manage/news/{removed}/remove"), &json!({}));
        let (from, to) = (desk.id("topics/safeguarding"), desk.id("topics/social-care"));
        desk.done("POST", &format!("/v1/manage/topics/{from}/redirect"), &json!({ "to": { "id": to } }));
        desk.done("POST", &format!("/v1/manage/testimonies/{told}/consent/withdraw"), &json!({}));
        let narrowed = testimony("kept", json!(["web"]))["consent"].clone();
        desk.done("PUT", &format!("/v1/manage/testimonies/{kept}/consent"), &narrowed);
        let hidden = desk.publish(testimony("hidden", json!(["web", "embed"])));

        let since = harvest(hub, &format!("{LIST}&from=2025-05-01T09:30:00Z"));
        let name = |collection: &str, id: &str| format!("oai:hub.example:{collection}/{id}");
        let found = |wanted: &str| since.iter().find(|header| header.name == wanted).map(|header| header.deleted);
        assert_eq!(found(&name("topics", &retitled)), Some(false));
        assert_eq!(found(&name("news", &fresh)), Some(true));
        assert_eq!(found(&name("topics", &from)), Some(true));
        assert_eq!(found(&name("testimonies", &told)), Some(true));
        assert_eq!(found(&name("testimonies", &kept)), Some(true), "public, but no longer for copies");
        assert_eq!(found(&name("testimonies", &hidden)), None, "what harvesters never had is not mentioned");
        assert!(since.len() < held.len(), "not everything again");

        applied(&mut held, &since);
        assert_eq!(held, held_by_all(hub));
        let mut exported = exported(hub);
        exported.sort();
        assert_eq!(held.keys().cloned().collect::<Vec<_>>(), exported);

        for (collection, id) in [("topics", &from), ("testimonies", &told), ("testimonies", &kept)] {
            let identifier = name(collection, id);
            let one = super::good(hub, &format!("verb=GetRecord&metadataPrefix=oai_dc&identifier={identifier}"));
            let record = one.get("record").unwrap();
            assert_eq!(record.get("header").unwrap().attribute("status"), Some("deleted"));
            assert_eq!(record.get("header").unwrap().texts("setSpec"), [collection]);
            assert!(record.get("metadata").is_none());
            super::good(hub, &format!("verb=ListMetadataFormats&identifier={identifier}"));
        }
        desk.done("POST", &format!("/v1/manage/testimonies/{hidden}/remove"), &json!({}));
        let root =
            ask(hub, &format!("verb=GetRecord&metadataPrefix=oai_dc&identifier={}", name("testimonies", &hidden)));
        assert_eq!(codes(&root), ["idDoesNotExist"]);
    }
}

#[test]
fn a_list_goes_on_after_a_restart() {
    for database in Database::each() {
        let hub = database.hub();
        hub.load_starter_content().unwrap();
        hub.catch_up().unwrap();
        let whole = harvest(&hub, LIST);
        let (headers, token) = page(&hub, LIST, 0);
        drop(hub);
        assert_eq!(resume(&database.hub(), LIST, headers, token), whole);
    }
}

/// What changes while a list is read moves to its end and is seen again there; nothing else is seen twice, and nothing is missed.
#[test]
fn a_change_between_two_pages_is_in_the_list() {
    for desk in Desk::each() {
        let hub = &desk.server.hub;
        let (first, token) = page(hub, LIST, 0);
        let privacy = desk.id("topics/privacy");
        publish(hub, &[json!({ "type": "topics", "id": privacy, "slug": "privacy", "title": "Being left alone" })]);
        let removed = desk.publish(json!({ "type": "news", "slug": "fresh", "title": "Fresh", "body": "Said." }));
        desk.done("POST", &format!("/v1/manage/news/{removed}/remove"), &json!({}));
        let all = resume(hub, LIST, first, token);
        let mut held = BTreeMap::new();
        applied(&mut held, &all);
        assert_eq!(held, held_by_all(hub));
        let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for header in &all {
            *seen.entry((header.name.as_str(), header.datestamp.as_str())).or_default() += 1;
        }
        assert!(seen.values().all(|count| *count == 1), "the same record twice");
    }
}
