//! Feeds are what a reader of feeds takes them for, in each of the three forms alike.

use feed_rs::model::{Entry, Feed};
use rights_hub::model::COLLECTIONS;
use serde_json::json;

use super::{get, link, listed, servers, texts};
use crate::support::publish;
use crate::support::server::{Answer, Server};

const FORMS: [&str; 3] = ["atom", "rss", "jsonfeed"];

fn read(answer: &Answer) -> Feed {
    feed_rs::parser::parse(&answer.body[..]).unwrap_or_else(|error| panic!("{error}: {}", answer.text()))
}

fn feed(server: &Server, collection: &str, form: &str, query: &str) -> Feed {
    read(&get(server, &format!("/v1/{collection}.{form}?{query}")))
}

fn ids(feed: &Feed) -> Vec<String> {
    feed.entries.iter().map(|entry| entry.id.strip_prefix("urn:uuid:").expect("a stable id").to_owned()).collect()
}

fn title(entry: &Entry) -> &str {
    entry.title.as_ref().map_or("", |title| title.content.as_str())
}

/// The path of an absolute address of the hub.
fn path(address: &str) -> String {
    address.strip_prefix("https://hub.example").expect("an absolute address").to_owned()
}

#[test]
fn every_list_is_a_feed_of_the_same_entries() {
    let server = Server::shared();
    for collection in COLLECTIONS.iter() {
        let list = listed(&server, collection.name, "sort=-published_at&view=full");
        for form in FORMS {
            let feed = feed(&server, collection.name, form, "limit=100");
            assert_eq!(ids(&feed), texts(&list, "id"), "{} {form}", collection.name);
            for (entry, document) in feed.entries.iter().zip(list.as_array().expect("a list")) {
                assert_eq!(title(entry), document["title"], "{form}");
                let published = entry.published.expect("a date").timestamp_millis();
                let expected: jiff::Timestamp =
                    document["published_at"].as_str().expect("a date").parse().expect("a date");
                let expected = expected.as_millisecond();
                // RSS has whole seconds.
                assert_eq!(published, if form == "rss" { expected / 1000 * 1000 } else { expected }, "{form}");
                assert!(entry.links.iter().any(|link| link.href == document["links"]["html"]), "{form}");
                let content = entry.content.as_ref().and_then(|content| content.body.as_deref()).unwrap_or_default();
                assert!(!content.is_empty() || document["summary"] == "", "{form} {}", document["slug"]);
                let topics: Vec<String> =
                    texts(&document["topics"].as_array().cloned().unwrap_or_default().into(), "title");
                let labels: Vec<String> =
                    entry.categories.iter().map(|one| one.label.clone().unwrap_or(one.term.clone())).collect();
                assert_eq!(labels, topics, "{form}");
            }
        }
    }
}

#[test]
fn the_newest_comes_first_and_pages_lead_on() {
    let server = Server::shared();
    let all = texts(&listed(&server, "rights", "sort=-published_at"), "id");
    for form in FORMS {
        let mut target = format!("/v1/rights.{form}?limit=7");
        let mut seen = Vec::new();
        loop {
            let answer = get(&server, &target);
            let feed = read(&answer);
            seen.extend(ids(&feed));
            let next = feed.links.iter().find(|link| link.rel.as_deref() == Some("next")).map(|link| path(&link.href));
            let next = match form {
                "jsonfeed" => answer.json()["next_url"].as_str().map(path),
                _ => next,
            };
            assert_eq!(next, link(&answer, "next"), "{form}");
            match next {
                Some(next) => target = next,
                None => break,
            }
        }
        assert_eq!(seen, all, "{form}");
    }
}

#[test]
fn filters_words_and_languages_are_those_of_the_list() {
    let server = Server::shared();
    for query in [
        "topic=privacy",
        "q=private+life",
        "topic_missing=true",
        "lang=fr,ar&kind=qualified",
        "limit=0",
        "id=no-such-entry",
    ] {
        let list = server.json(&format!("/v1/rights?limit=20&sort=-title&{}", query.trim_start_matches("limit=0")));
        let expected = if query == "limit=0" { Vec::new() } else { texts(&list["data"], "title") };
        for form in FORMS {
            let feed = feed(&server, "rights", form, &format!("sort=-title&{query}"));
            let titles: Vec<&str> = feed.entries.iter().map(title).collect();
            assert_eq!(titles, expected, "{form} {query}");
        }
    }
}

#[test]
fn an_entry_says_who_made_it_when_and_under_which_licence() {
    for server in servers() {
        publish(
            &server.hub,
            &[
                json!({ "type": "organisations", "slug": "bihr", "title": "The Institute", "kind": "charity" }),
                json!({ "type": "topics", "slug": "privacy", "title": "Privacy" }),
                json!({
                    "type": "evaluations", "slug": "first", "title": "The <b>first</b> & last", "summary": "What <i>came</i> of it.",
                    "method": "We *asked*.", "findings": [{ "text": "It **helped**.", "locator": "p. 3" }],
                    "evaluators": [{ "slug": "bihr" }], "topics": [{ "slug": "privacy" }],
                    "published_at": "2024-06-25T09:30:00Z", "licence": "CC-BY-SA-4.0", "attribution": { "text": "By us" },
                }),
            ],
        );
        for form in FORMS {
            let answer = get(&server, &format!("/v1/evaluations.{form}"));
            let feed = read(&answer);
            let entry = &feed.entries[0];
            assert_eq!(feed.title.as_ref().expect("a title").content, "Test hub: Evaluations");
            assert_eq!(title(entry), "The <b>first</b> & last", "{form}");
            assert_eq!(entry.published.expect("a date").to_rfc3339(), "2024-06-25T09:30:00+00:00");
            let authors: Vec<&str> =
                entry.authors.iter().map(|author| author.name.as_deref().unwrap_or_default()).collect();
            assert_eq!(authors, ["The Institute"], "{form}");
            let content = entry.content.as_ref().and_then(|content| content.body.as_deref()).expect("content");
            assert_eq!(
                content.replace('\n', ""),
                "<p>We <em>asked</em>.</p><p>It <strong>helped</strong>.</p>",
                "{form}"
            );
            assert!(answer.text().contains("CC-BY-SA-4.0: By us"), "{form}");
            if form != "rss" {
                assert_eq!(feed.language.as_deref(), Some("en"), "{form}");
            }
        }
    }
}

#[test]
fn a_feed_without_entries_is_one_too() {
    for server in servers() {
        for form in FORMS {
            assert_eq!(feed(&server, "news", form, "").entries.len(), 0, "{form}");
        }
    }
}
