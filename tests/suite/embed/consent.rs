//! What consent keeps from other sites is not in what they are given: not listed, not counted, not found, not named.

use std::sync::Arc;

use rights_hub::hub::{Actor, Hub, HubError};
use rights_hub::model::{Channel, collection};
use rights_hub::query::{ListQuery, Surface};
use serde_json::{Map, Value, json};

use crate::support::server::Server;
use crate::support::{TestHub, hubs, publish};

fn consent(channels: &[&str]) -> Value {
    json!({ "basis": "written", "attribution": "named", "channels": channels, "evidence_ref": "file 1" })
}

fn testimony(slug: &str, channels: &[&str], cites: &str) -> Value {
    json!({
        "type": "testimonies", "slug": slug, "title": format!("Said by {slug}"), "kind": "testimony", "body": "They listened.",
        "attribution_line": "A cook", "cites": [{ "type": "resources", "slug": cites }], "consent": consent(channels),
    })
}

/// A meeting with two speakers, of whom Jane may not be named on other sites, and a report that Jane wrote.
fn filled() -> impl Iterator<Item = TestHub> {
    let person = |slug: &str, name: &str, channels: &[&str]| json!({ "type": "people", "slug": slug, "title": name, "consent": consent(channels) });
    let documents = [
        person("jane", "Jane Roe", &["web", "sync"]),
        person("john", "John Doe", &["web", "embed"]),
        json!({ "type": "resources", "slug": "report", "title": "The report", "kind": "report", "authors": [{ "slug": "jane" }] }),
        json!({
            "type": "events", "slug": "meeting", "title": "The meeting", "kind": "conference", "status": "scheduled",
            "attendance": "online", "starts_at": "2026-01-01T10:00:00Z", "time_zone": "Europe/London",
            "speakers": [{ "slug": "jane" }, { "slug": "john" }], "resources": [{ "slug": "report" }],
        }),
        testimony("open", &["web", "embed", "sync"], "report"),
        testimony("kept", &["web", "sync"], "report"),
        json!({
            "type": "guides", "slug": "steps", "title": "The steps",
            "steps": [{ "title": "Read", "body": "Read it.", "resources": [{ "slug": "report" }] }],
        }),
    ];
    hubs().into_iter().inspect(move |hub| publish(hub, &documents))
}

fn query(surface: Surface, text: &str, channel: Channel) -> ListQuery {
    ListQuery { channel, ..ListQuery::read(surface, text, None).expect("a query") }
}

/// The slugs of a list, and its total.
fn listed(hub: &Hub, name: &'static str, text: &str, channel: Channel) -> (Vec<String>, Value) {
    let collection = collection(name).expect("a collection");
    let page = hub.list(collection, &query(Surface::List(name), text, channel)).expect("a page");
    let slugs =
        page.data.iter().map(|entry| entry.value().expect("a document")["slug"].as_str().unwrap_or("").to_owned());
    (slugs.collect(), page.meta["total"].clone())
}

fn read(
    hub: &Hub,
    name: &'static str,
    slug: &str,
    text: &str,
    channel: Channel,
) -> Result<Map<String, Value>, HubError> {
    let page = hub.item(collection(name).expect("a collection"), slug, &query(Surface::Item(name), text, channel))?;
    let mut value = page.data[0].value().expect("a document");
    value.insert("extra".to_owned(), json!(page.data[0].extra));
    value.insert(
        "included".to_owned(),
        json!(page.included.iter().flatten().map(|entry| &entry.id).collect::<Vec<_>>()),
    );
    Ok(value)
}

fn slugs(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(|one| one["slug"].as_str()).collect()
}

#[test]
fn what_may_not_be_embedded_is_neither_listed_nor_counted_nor_found() {
    for hub in filled() {
        let lists = [
            ("testimonies", "", vec!["kept", "open"], vec!["open"]),
            ("people", "", vec!["jane", "john"], vec!["john"]),
        ];
        for (name, text, public, shown) in lists {
            let (mut web, total) = listed(&hub, name, text, Channel::Web);
            web.sort_unstable();
            assert_eq!((web, total), (public.iter().map(|slug| (*slug).to_owned()).collect(), json!(public.len())));
            let (embedded, total) = listed(&hub, name, text, Channel::Embed);
            assert_eq!((embedded, total), (shown.iter().map(|slug| (*slug).to_owned()).collect(), json!(shown.len())));
        }
        let none = (Vec::new(), json!(0));
        assert_eq!(listed(&hub, "testimonies", "id=kept", Channel::Embed), none);
        assert_eq!(listed(&hub, "testimonies", "limit=0&kind=testimony", Channel::Embed), (Vec::new(), json!(1)));
        assert!(read(&hub, "testimonies", "kept", "", Channel::Web).is_ok());
        assert!(matches!(read(&hub, "testimonies", "kept", "", Channel::Embed), Err(HubError::NotFound)));
        assert!(read(&hub, "testimonies", "open", "", Channel::Embed).is_ok());
    }
}

#[test]
fn what_may_not_be_embedded_is_named_nowhere() {
    for hub in filled() {
        let names = |name: &'static str, slug: &str, text: &str| {
            read(&hub, name, slug, text, Channel::Embed).expect("an entry")
        };
        assert_eq!(slugs(&names("events", "meeting", "")["speakers"]), ["john"]);
        assert_eq!(slugs(&names("resources", "report", "")["authors"]), [""; 0]);
        assert_eq!(slugs(&names("guides", "steps", "")["steps"][0]["resources"]), ["report"]);
        let naming = names("resources", "report", "include=testimonies,authors");
        let by = naming["extra"].to_string();
        assert!(by.contains("\"open\"") && !by.contains("kept"), "{by}");
        assert_eq!(naming["included"].as_array().map(Vec::len), Some(1));

        // The web's documents stay whole, whichever was asked for first.
        let web = read(&hub, "events", "meeting", "", Channel::Web).expect("an entry");
        assert_eq!(slugs(&web["speakers"]), ["jane", "john"]);

        // A list has the same documents.
        let page = hub.list(collection("events").expect("events"), &query(Surface::List("events"), "", Channel::Embed));
        let page = page.expect("a page");
        assert_eq!(slugs(&page.data[0].value().expect("a document")["speakers"]), ["john"]);
        assert!(page.provenance.consented, "it names John");
    }
}

/// Over HTTP, each path by its own channel.
#[test]
fn what_may_not_be_embedded_is_on_no_page_for_other_sites() {
    for filled in filled() {
        let TestHub { hub, database } = filled;
        let server = Server::over(Arc::new(hub), database);
        assert_eq!(server.get("/v1/people/jane").status, 200);
        for missing in ["/embed/people/jane", "/oembed?url=/v1/people/jane", "/embed/testimonies/kept"] {
            assert_eq!(server.get(missing).status, 404, "{missing}");
        }
        for page in
            ["/embed/people", "/embed/events/meeting", "/?type=people", "/?entry=people/jane", "/?entry=events/meeting"]
        {
            let answer = server.get(page);
            assert_eq!(answer.status, 200, "{page}");
            assert!(!answer.text().contains("Jane"), "{page}");
        }
        assert!(server.get("/embed/people").text().contains("John Doe"));
        let names = |target: &str| server.json(target)["data"].to_string().contains("Jane");
        assert!(names("/v1/people") && names("/v1/events/meeting"));
        server.hub.follow_search().expect("the index follows");
        assert!(!server.get("/?q=jane").text().contains("Jane Roe") && names("/v1/search?q=jane"));
    }
}

/// Consent that changes takes effect at once, also in documents that are kept.
#[test]
fn a_consent_that_changes_is_followed_at_once() {
    for hub in filled() {
        let speakers = || read(&hub, "events", "meeting", "", Channel::Embed).expect("an entry")["speakers"].clone();
        assert_eq!(slugs(&speakers()), ["john"]);
        let people = collection("people").expect("people");
        for (slug, channels, shown) in [
            ("john", &["web"][..], &[][..]),
            ("jane", &["web", "embed"], &["jane"]),
            ("john", &["web", "embed"], &["jane", "john"]),
        ] {
            let id = read(&hub, "people", slug, "", Channel::Web).expect("a person")["id"].clone();
            hub.put_consent(&Actor::hub(), None, people, id.as_str().expect("an id"), consent(channels))
                .expect("consent");
            assert_eq!(slugs(&speakers()), shown, "{slug} {channels:?}");
        }
    }
}
