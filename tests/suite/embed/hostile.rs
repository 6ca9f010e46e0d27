//! Whatever stands in an entry, it comes out as text.

use std::collections::BTreeMap;
use std::sync::Arc;

use rights_hub::model::{COLLECTIONS, WrittenDocument, collection};
use serde_json::{Value, json};

use super::{between, data_of};
use crate::support::server::Server;
use crate::support::{Database, PUBLISH, import, publish};

/// What could end a text, begin a script, or turn a line round.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script><!--",
    "]]><img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)\" x=\"",
    "' autofocus onfocus='alert(1)",
    "\u{202e}reversed\u{202c} \u{2066}isolated",
    "[a](javascript:alert(1)) ![b](https://evil.example/x.png)",
    "=1+1 @SUM(A1) -2+3",
];

/// Puts a text wherever an example has one that people write.
fn poisoned(mut value: Value, text: &str) -> Value {
    fn fill(value: &mut Value, key: &str, text: &str) {
        const FREE: &[&str] = &[
            "title",
            "summary",
            "body",
            "description",
            "explanation",
            "restriction_test",
            "in_practice",
            "situation",
            "approach",
            "impact",
            "before",
            "after",
            "text",
            "locator",
            "limitations",
            "method",
            "abstract",
            "note",
            "biography",
            "aims",
            "outcomes",
            "attribution_line",
            "citation",
        ];
        match value {
            Value::Object(members) => members.iter_mut().for_each(|(key, value)| fill(value, key, text)),
            Value::Array(values) => values.iter_mut().for_each(|value| fill(value, key, text)),
            Value::String(old) if FREE.contains(&key) => {
                let most = match key {
                    "title" | "locator" | "attribution_line" | "text" => 200,
                    "summary" => 2_000,
                    _ => 10_000,
                };
                *old = text.chars().take(most).collect();
            }
            _ => {}
        }
    }
    fill(&mut value, "", text);
    value
}

fn documents(text: &str) -> Vec<Value> {
    let topic = json!({ "type": "topics", "slug": "t", "title": text, "description": text, "aliases": ["a"] });
    let said = json!({
        "type": "testimonies", "slug": "said", "title": "x", "kind": "testimony", "body": "x", "attribution_line": "x",
        "locator": "x", "summary": "x", "topics": [{ "slug": "t" }],
        "consent": { "basis": "written", "attribution": "named", "channels": ["web", "embed"], "evidence_ref": "f" },
    });
    let event = json!({
        "type": "events", "slug": "met", "title": "x", "kind": "conference", "status": "cancelled", "attendance": "online",
        "starts_at": "2026-01-01T10:00:00Z", "time_zone": "Europe/London", "description": "x", "summary": "x", "venue": "x",
    });
    let news = json!({
        "type": "news", "slug": "told", "title": "x", "body": "x", "summary": "x",
        "further_reading": [{ "title": "x", "url": "https://a.example/?a=%22%3E", "kind": "report" }],
        "attribution": { "text": "x", "licence": "CC-BY-4.0" }, "topics": [{ "slug": "t" }],
    });
    [topic, said, event, news].into_iter().map(|document| poisoned(document, text)).collect()
}

#[test]
fn hostile_text_comes_out_inert() {
    let long = "x".repeat(10_000);
    for text in HOSTILE.iter().copied().chain([long.as_str()]) {
        let database = Database::sqlite();
        let hub = Arc::new(database.hub());
        publish(&hub, &documents(text));
        let server = Server::over(hub, database);
        for target in ["topics/t", "testimonies/said", "events/met", "news/told"] {
            let answer = server.get(&format!("/embed/{target}"));
            assert_eq!(answer.status, 200, "{target} {text}: {}", answer.text());
            let page = answer.text();
            assert_eq!(page.matches("<script").count(), 1, "{target} {text}");
            assert!(page.contains("<script type=\"application/ld+json\">"), "{target} {text}");
            assert_eq!(page.matches("</script>").count(), 1, "{target} {text}");
            let said: String = text.chars().take(200).collect();
            assert!(
                data_of(page)["name"].as_str().is_some_and(|name| said.starts_with(name) || name.starts_with(&said)),
                "{target} {text}"
            );
            tags_are_ours(page, text);
            let list = server.get(&format!("/embed/{}", target.split('/').next().unwrap_or_default()));
            assert_eq!(list.status, 200);
            tags_are_ours(list.text(), text);
            let url = format!("https://site.example/{target}");
            let oembed = server.json(&format!("/oembed?url={url}"));
            let frame = oembed["html"].as_str().expect("a frame");
            assert_eq!((frame.matches('<').count(), frame.matches('>').count()), (2, 2), "{frame}");
            assert!(!between(frame, "title=\"", "\"").contains('\u{202e}'), "{frame}");
        }
        assert_eq!(server.get("/?entry=news/told").status, 200);
        tags_are_ours(server.get("/?entry=news/told").text(), text);
    }
}

#[test]
fn a_licence_is_a_link_only_to_the_web() {
    let server = Server::own();
    let topic = |licence: &str, attributed: &str| {
        json!({
            "type": "topics", "slug": "licensed", "title": "Licensed", "licence": licence,
            "attribution": { "text": "x", "licence": attributed },
        })
    };
    for (licence, attributed, pointer) in [
        ("javascript://x%0aalert(1)", "CC-BY-4.0", "/licence"),
        ("javascript:alert(1)", "CC-BY-4.0", "/licence"),
        ("CC-BY-4.0", "data://x", "/attribution/licence"),
    ] {
        let (_, results) = import(&server.hub, &[topic(licence, attributed)], PUBLISH);
        let faults: Vec<&str> = results[0].errors.iter().map(|fault| fault.pointer.as_str()).collect();
        assert_eq!(faults, [pointer], "{licence}");
    }
    for (licence, link) in [("https://a.example/terms", Some("https://a.example/terms")), ("All rights reserved", None)]
    {
        publish(&server.hub, &[topic(licence, licence)]);
        let card = server.get("/embed/topics/licensed").text().to_owned();
        let expected = link.map(|link| format!("<a href=\"{link}\" rel=\"license noopener\">"));
        assert_eq!(card.contains("rel=\"license noopener\""), link.is_some());
        assert!(expected.is_none_or(|expected| card.contains(&expected)), "{card}");
    }
}

/// One entry of each collection, of those there are the one with the most members, as it can be written back.
fn fullest(server: &Server) -> Vec<Value> {
    let export = server.get("/v1/export");
    let documents =
        export.text().lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()?.get("doc").cloned());
    let mut fullest: BTreeMap<String, Value> = BTreeMap::new();
    for document in documents {
        let kind = document["type"].as_str().expect("a type").to_owned();
        let length = |document: &Value| document.to_string().len();
        if fullest.get(&kind).is_none_or(|other| length(other) < length(&document)) {
            fullest.insert(kind, document);
        }
    }
    fullest.into_values().collect()
}

/// Puts a text at every place of a document that takes it; answers how many there were.
fn poisoned_wherever_taken(document: &mut Value, text: &str) -> usize {
    fn places(value: &Value, at: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(name, value)| places(value, &format!("{at}/{name}"), found))
            }
            Value::Array(values) => {
                values.iter().enumerate().for_each(|(place, value)| places(value, &format!("{at}/{place}"), found))
            }
            Value::String(_) => found.push(at.to_owned()),
            _ => {}
        }
    }
    let mut found = Vec::new();
    places(document, "", &mut found);
    // What says which entry it is, and which others it names, stays; else nothing could be published.
    let stays =
        |place: &str| ["type", "id", "slug", "lang", "href"].contains(&place.rsplit('/').next().unwrap_or_default());
    let collection = collection(document["type"].as_str().expect("a type")).expect("a collection");
    let mut count = 0;
    for place in found.into_iter().filter(|place| !stays(place)) {
        let mut tried = document.clone();
        for length in [usize::MAX, 190, 90] {
            *tried.pointer_mut(&place).expect("its place") = text.chars().take(length).collect::<String>().into();
            if WrittenDocument::read(collection, tried.clone()).is_ok() {
                *document = tried;
                count += 1;
                break;
            }
        }
    }
    count
}

#[test]
fn hostile_text_in_every_place_of_every_collection_comes_out_inert() {
    let server = Server::own();
    let documents = fullest(&server);
    assert_eq!(documents.len(), COLLECTIONS.len());
    for text in HOSTILE {
        let mut poisoned = documents.clone();
        for document in &mut poisoned {
            let places = poisoned_wherever_taken(document, text);
            assert!(places >= 2, "{places} places in {document}");
        }
        let (_, results) = import(&server.hub, &poisoned, PUBLISH);
        let refused: Vec<_> = results.iter().filter(|result| !result.errors.is_empty()).collect();
        assert!(refused.is_empty(), "{refused:?}");
        for document in &poisoned {
            let target = format!(
                "{}/{}",
                document["type"].as_str().expect("a type"),
                document["slug"].as_str().expect("a slug")
            );
            let answer = server.get(&format!("/embed/{target}"));
            // Who is named by consent alone has none here and is no page for other sites.
            assert!([200, 404].contains(&answer.status), "{target}: {}", answer.text());
            tags_are_ours(answer.text(), text);
            addresses_are_of_the_web(answer.text(), text);
            let kind = target.split('/').next().unwrap_or_default();
            for form in ["atom", "rss", "jsonfeed", "csv", "ndjson"] {
                assert_eq!(server.get(&format!("/v1/{kind}.{form}")).status, 200, "{kind}.{form} {text}");
            }
            assert_eq!(server.get(&format!("/v1/{target}?format=jsonld")).status, 200, "{target}");
        }
    }
}

/// Every link of a page leads where a reader may go, and nowhere else.
fn addresses_are_of_the_web(page: &str, text: &str) {
    for address in page.split(" href=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default()) {
        let sound =
            ["https://", "http://", "mailto:", "tel:", "/", "#"].iter().any(|beginning| address.starts_with(beginning));
        assert!(sound, "{address} of {text}");
    }
}

/// Every tag of a page is one that a template or the sanitiser writes, with no attribute that runs anything.
fn tags_are_ours(page: &str, text: &str) {
    for tag in page.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or_default()) {
        let name: String =
            tag.trim_start_matches('/').chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '!').collect();
        assert!(!["img", "svg", "object", "embed", "style", "video"].contains(&name.as_str()), "<{tag}> of {text}");
        let outside: String = tag.split('"').step_by(2).collect();
        assert!(!outside.contains(" on") && !outside.contains("autofocus"), "<{tag}> of {text}");
        assert!(!tag.contains("href=\"javascript:"), "<{tag}>");
    }
}
