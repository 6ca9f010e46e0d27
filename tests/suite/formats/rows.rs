//! CSV and NDJSON: all that matches, in the order of the list, in one answer.

use csv::StringRecord;
use rights_hub::model::COLLECTIONS;
use serde_json::{Value, json};

use super::{get, link, listed, servers, texts};
use crate::support::publish;
use crate::support::server::{Answer, Server};

/// A table, read by a library: the names of its columns, and its rows.
pub fn table(answer: &Answer) -> (Vec<String>, Vec<StringRecord>) {
    let mut reader = csv::ReaderBuilder::new().terminator(csv::Terminator::CRLF).from_reader(&answer.body[..]);
    let names = reader.headers().expect("a first row").iter().map(str::to_owned).collect();
    (names, reader.records().map(|row| row.expect("a row as long as the first")).collect())
}

pub fn cells(answer: &Answer, column: &str) -> Vec<String> {
    let (names, rows) = table(answer);
    let place = names.iter().position(|name| name == column).unwrap_or_else(|| panic!("no column {column}"));
    rows.iter().map(|row| row[place].to_owned()).collect()
}

fn lines(answer: &Answer) -> Value {
    answer.text().lines().map(|line| serde_json::from_str::<Value>(line).expect("a line of JSON")).collect()
}

#[test]
fn every_list_is_a_table_of_the_same_entries() {
    let server = Server::shared();
    for collection in COLLECTIONS.iter() {
        for query in
            ["", "view=card", "lang=fr,ar", "format_text=html", "sort=title", "featured=true", "fields=title,summary"]
        {
            let view = if query.starts_with("view") { "" } else { "&view=full" };
            let list = listed(&server, collection.name, &format!("{query}{view}"));
            let answer = get(&server, &format!("/v1/{}.ndjson?{query}", collection.name));
            assert_eq!(lines(&answer), list, "{} {query}", collection.name);
            let answer = get(&server, &format!("/v1/{}.csv?{query}", collection.name));
            assert_eq!(cells(&answer, "id"), texts(&list, "id"), "{} {query}", collection.name);
            assert_eq!(answer.header("content-type"), Some("text/csv; charset=utf-8; header=present"));
            let name = format!("attachment; filename=\"{}.csv\"", collection.name);
            assert_eq!(answer.header("content-disposition"), Some(name.as_str()));
        }
    }
}

#[test]
fn cells_are_what_the_members_are() {
    for server in servers() {
        publish(
            &server.hub,
            &[
                json!({ "type": "topics", "slug": "privacy", "title": "Privacy" }),
                json!({ "type": "topics", "slug": "consent", "title": "Consent", "aliases": ["Agreement", "One|two \\ three"] }),
                json!({
                    "type": "events", "slug": "talk", "title": "A \"talk\",\nin two lines; or =three", "kind": "conference",
                    "starts_at": "2025-06-24T08:00:00Z", "time_zone": "Europe/London", "location": { "lat": 53.5, "lon": -2.5 },
                    "topics": [{ "slug": "privacy" }, { "slug": "consent" }], "source": { "title": "+44 pages" },
                }),
                json!({ "type": "pages", "slug": "home", "title": "Home", "section": "home", "position": 1, "body": "Text.", "features": [{ "type": "events", "slug": "talk" }] }),
            ],
        );
        let of = |collection: &str, slug: &str, column: &str| -> String {
            let answer = get(&server, &format!("/v1/{collection}.csv?id={slug}"));
            cells(&answer, column).remove(0)
        };
        assert_eq!(of("events", "talk", "title"), "A \"talk\",\nin two lines; or =three");
        assert_eq!(
            (of("events", "talk", "location.lat"), of("events", "talk", "location.lon")),
            ("53.5".to_owned(), "-2.5".to_owned())
        );
        assert_eq!(
            (of("events", "talk", "topics"), of("events", "talk", "all_day")),
            ("privacy|consent".to_owned(), "false".to_owned())
        );
        assert_eq!(
            (of("events", "talk", "source.title"), of("events", "talk", "source.url")),
            ("'+44 pages".to_owned(), String::new())
        );
        assert_eq!(of("topics", "consent", "aliases"), "Agreement|One\\|two \\\\ three");
        assert_eq!(of("pages", "home", "features"), "talk");
        assert!(of("events", "talk", "links.html").ends_with("/events/talk"));
    }
}

#[test]
fn all_that_matches_comes_in_one_answer_and_a_page_when_one_is_asked_for() {
    for server in servers() {
        let topics: Vec<Value> = (0..450)
            .map(|number| {
                json!({
                    "type": "topics", "slug": format!("topic-{number:03}"), "title": format!("Topic {number:03}"),
                    "translations": [{ "lang": "fr", "title": format!("Sujet {number:03}") }],
                })
            })
            .collect();
        publish(&server.hub, &topics);
        let titles: Vec<String> = (0..450).rev().map(|number| format!("Sujet {number:03}")).collect();
        let answer = get(&server, "/v1/topics.csv?sort=-title&lang=fr");
        assert_eq!((cells(&answer, "title"), link(&answer, "next")), (titles.clone(), None));
        let answer = get(&server, "/v1/topics.ndjson?sort=-title&lang=fr");
        assert_eq!(texts(&lines(&answer), "title"), titles);

        let (mut target, mut seen) = ("/v1/topics.csv?sort=-title&lang=fr&limit=200".to_owned(), Vec::new());
        loop {
            let answer = get(&server, &target);
            seen.extend(cells(&answer, "title"));
            match link(&answer, "next") {
                Some(next) => target = next,
                None => break,
            }
        }
        assert_eq!(seen, titles);
        let answer = get(&server, "/v1/topics.csv?limit=100&page=5&sort=title");
        assert_eq!(cells(&answer, "title").len(), 50);
        assert_eq!(cells(&get(&server, "/v1/topics.csv?limit=0"), "title").len(), 0);
        let found = get(&server, "/v1/topics.csv?q=Topic+017&q_mode=all");
        assert_eq!(cells(&found, "title"), ["Topic 017"]);
    }
}

#[test]
fn a_table_is_kept_until_anything_in_it_changes() {
    for server in servers() {
        let topic = |slug: &str, title: &str| json!({ "type": "topics", "slug": slug, "title": title });
        let page = |title: &str| json!({ "type": "guides", "slug": "steps", "title": title, "steps": [{ "title": "One", "body": "Do. ".repeat(500) }], "topics": [{ "slug": "privacy" }] });
        publish(&server.hub, &[topic("privacy", "Privacy"), page("Steps")]);
        let tag = |target: &str| get(&server, target).header("etag").expect("a validator").to_owned();
        for form in ["csv", "ndjson", "atom", "rss", "jsonfeed"] {
            let target = format!("/v1/guides.{form}");
            let before = tag(&target);
            let known = server.get_with(&target, &[("If-None-Match", before.as_str())]);
            assert_eq!((known.status, known.body.len()), (304, 0), "{form}");
            let packed = server.get_with(&target, &[("Accept-Encoding", "gzip")]);
            assert_eq!(packed.header("content-encoding"), Some("gzip"), "{form}");
            assert_ne!(packed.header("etag"), Some(before.as_str()), "{form}");
            assert_ne!(tag(&format!("{target}?limit=0")), before, "{form}");
            assert_ne!(tag(&format!("{target}?lang=fr")), before, "{form}");
            let cache = get(&server, &target);
            assert!(cache.header("cache-control").is_some_and(|value| value.contains("max-age=60")), "{form}");
            assert!(
                cache.header("last-modified").is_some()
                    && cache.header("cache-tag").is_some_and(|tags| tags.contains("guides")),
                "{form}"
            );
        }
        let targets = ["csv", "ndjson", "atom", "rss", "jsonfeed"].map(|form| format!("/v1/guides.{form}"));
        let before = targets.each_ref().map(|target| tag(target));
        // The title of what an entry names is in it.
        publish(&server.hub, &[topic("privacy", "Private life")]);
        for (target, before) in targets.iter().zip(before) {
            let answer = server.get_with(target, &[("If-None-Match", before.as_str())]);
            assert_eq!(answer.status, 200, "{target}");
        }
    }
}
