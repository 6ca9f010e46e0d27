//! Importing over HTTP: one result for each line, and no line that stops another.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use rights_hub::hub::Scope;
use serde_json::{Value, json};

use super::{Desk, id_of, new_key, tables};
use crate::support::server::Answer;

/// Lines that share a transaction, of which two are read ahead of the first that is saved.
const BATCH: usize = 4000;

fn import(desk: &Desk, key: &str, query: &str, text: &str) -> Answer {
    let bearer = format!("Bearer {key}");
    let headers = [("Authorization", bearer.as_str()), ("Content-Type", "application/x-ndjson")];
    desk.server.send_body("POST", &format!("/v1/manage/import{query}"), &headers, Some(text.as_bytes()))
}

/// Every line with its result.
fn results(answer: &Answer) -> BTreeMap<u64, Value> {
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (200, Some("application/x-ndjson")),
        "{}",
        answer.text()
    );
    let lines: Vec<Value> = answer.text().lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let told: BTreeMap<u64, Value> =
        lines.iter().map(|line| (line["line"].as_u64().expect("a line"), line.clone())).collect();
    assert_eq!(told.len(), lines.len(), "a line has one result: {}", answer.text());
    told
}

/// A result in short: what became of the line, and of its faults the places and codes.
fn short(result: &Value) -> String {
    let errors = result["errors"].as_array().cloned().unwrap_or_default();
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let errors: Vec<String> =
        errors.iter().map(|error| format!(" {} {}", word(&error["pointer"]), word(&error["code"]))).collect();
    word(&result["outcome"]) + &errors.concat()
}

fn topic(slug: &str, title: &str, broader: Option<&str>) -> String {
    let mut topic = json!({ "type": "topics", "slug": slug, "title": title });
    if let Some(broader) = broader {
        topic["broader"] = json!([{ "slug": broader }]);
    }
    topic.to_string()
}

/// A file with some of everything, and what becomes of its lines when they are published.
fn mixture() -> (String, BTreeMap<u64, &'static str>) {
    let translated = json!({
        "type": "news", "slug": "in-two-languages", "title": "Two", "body": "B",
        "translations": [{ "lang": "fr", "title": "Deux", "body": "B" }],
    });
    let long = json!({ "type": "news", "slug": "long", "title": "Long", "body": "b".repeat(5 << 20) });
    let lines = [
        (topic("first", "First", None), "created"),
        (String::new(), ""),
        ("{no json".to_owned(), "failed  malformed-json"),
        (json!({ "type": "gossip", "title": "T" }).to_string(), "failed /type unknown-collection"),
        (json!({ "type": "topics", "slug": "untitled" }).to_string(), "failed /title required"),
        (topic("points-forward", "Forward", Some("last")), "created"),
        (topic("circle-one", "One", Some("circle-two")), "created"),
        (topic("circle-two", "Two", Some("circle-one")), "created"),
        (topic("points-nowhere", "Nowhere", Some("nothing")), "failed /broader/0 dangling-reference"),
        (translated.to_string(), "created"),
        (topic("first", "First again", None), "updated"),
        (topic("first", "First again", None), "unchanged"),
        (r#"{"title":"First again","slug":"first","type":"topics"}"#.to_owned(), "unchanged"),
        (" \t ".to_owned(), ""),
        (long.to_string(), "failed  too-long"),
        ("[1]".to_owned(), "failed /type required"),
        (topic("written-twice", "Waits", Some("later")), "created"),
        (topic("written-twice", "Does not wait", None), "updated"),
        (topic("hangs-on-nowhere", "Hangs", Some("points-nowhere")), "failed /broader/0 dangling-reference"),
        (topic("later", "Later", None), "created"),
        ("\u{1}\u{0}".to_owned(), "failed  malformed-json"),
        (topic("last", "Last", None), "created"),
    ];
    let expected =
        lines.iter().zip(1..).filter(|((_, told), _)| !told.is_empty()).map(|((_, told), line)| (line, *told));
    (lines.iter().map(|(line, _)| line.as_str()).collect::<Vec<_>>().join("\n"), expected.collect())
}

#[test]
fn every_line_has_its_result_and_stops_no_other() {
    let mut answers: Vec<BTreeMap<u64, Value>> = Vec::new();
    for desk in Desk::each() {
        let (text, expected) = mixture();
        let mut told = results(&import(&desk, &desk.key, "?publish=true", &text));
        let shorter: BTreeMap<u64, String> = told.iter().map(|(line, result)| (*line, short(result))).collect();
        assert_eq!(shorter, expected.into_iter().map(|(line, told)| (line, told.to_owned())).collect());
        for slug in ["points-forward", "circle-one", "circle-two", "last", "later"] {
            assert_eq!(desk.read(&format!("/v1/topics/{slug}")).0, 200, "{slug}");
        }
        assert_eq!(desk.read("/v1/topics/first").1["data"]["title"], "First again");
        assert_eq!(desk.read("/v1/topics/written-twice").1["data"]["title"], "Does not wait");
        assert_eq!(desk.read("/v1/news/in-two-languages?lang=fr").1["data"]["title"], "Deux");
        for slug in ["points-nowhere", "hangs-on-nowhere", "untitled"] {
            assert_eq!(desk.read(&format!("/v1/topics/{slug}")).0, 404, "{slug}");
        }
        assert!(desk.server.hub.check_stored().unwrap().faults.is_empty());

        // The ids are new in each database.
        told.values_mut().filter(|result| result["id"].is_string()).for_each(|result| result["id"] = json!("new"));
        answers.push(told);
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:#?}");
}

#[test]
fn a_dry_run_tells_the_same_and_keeps_nothing() {
    for desk in Desk::each() {
        let rows = || {
            let all = tables::dump(&desk.url).into_iter();
            all.filter(|(table, _)| !["audit", "keys"].contains(&table.as_str())).collect::<Vec<_>>()
        };
        let (text, expected) = mixture();
        let before = rows();
        let told = results(&import(&desk, &desk.key, "?publish=true&dry_run=true", &text));
        let told: BTreeMap<u64, String> = told.iter().map(|(line, result)| (*line, short(result))).collect();
        assert_eq!(told, expected.into_iter().map(|(line, told)| (line, told.to_owned())).collect());
        assert!(rows() == before, "a row was kept");
    }
}

#[test]
fn what_is_there_is_updated_skipped_or_a_fault() {
    for desk in Desk::each() {
        let item = desk.publish(json!({ "type": "topics", "slug": "there", "title": "There" }));
        let by_id = json!({ "type": "topics", "id": id_of(&item), "title": "By id" }).to_string();
        let lines = |number: u8| {
            format!("{}\n{by_id}\n{}", topic("there", "Changed", None), topic(&format!("new-{number}"), "New", None))
        };
        let told = |query: &str, number: u8| -> Vec<String> {
            results(&import(&desk, &desk.key, query, &lines(number))).values().map(short).collect()
        };
        let title = || desk.read("/v1/topics/there").1["data"]["title"].clone();
        assert_eq!(told("?on_conflict=skip&publish=true", 1), ["skipped", "skipped", "created"]);
        assert_eq!(told("?on_conflict=fail&publish=true", 2), ["failed  conflict", "failed  conflict", "created"]);
        assert_eq!(title(), "There");
        assert_eq!(told("?on_conflict=update", 3), ["updated", "updated", "created"]);
        assert_eq!((title(), desk.read("/v1/topics/new-3").0), (json!("There"), 404), "drafts are not public");
        assert_eq!(told("?publish=true", 4), ["updated", "updated", "created"]);
        assert_eq!(title(), "By id");
        for number in [1, 2, 4] {
            assert_eq!(desk.read(&format!("/v1/topics/new-{number}")).0, 200, "{number}");
        }
        assert_eq!(import(&desk, &desk.key, "?on_conflict=merge", "").status, 400);
        assert_eq!(results(&import(&desk, &desk.key, "", "\n\n")), BTreeMap::new());
    }
}

#[test]
fn publishing_needs_the_scope() {
    for desk in Desk::each() {
        let key = new_key(&desk.server, &[Scope::Draft]);
        let line = topic("there", "There", None);
        let refused = import(&desk, &key, "?publish=true", &line);
        assert_eq!((refused.status, &refused.json()["scope"]), (403, &json!("publish")));
        assert_eq!(short(&results(&import(&desk, &key, "", &line))[&1]), "created");
        assert_eq!(desk.read("/v1/topics/there").0, 404);
        let none = new_key(&desk.server, &[Scope::Consent]);
        assert_eq!(import(&desk, &none, "", &line).status, 403);
    }
}

/// As an earlier version could leave them: drafts under slugs that lead to other entries. Only the rows of those say so.
#[test]
fn a_row_that_the_database_refuses_costs_no_other_line() {
    let mut answers = Vec::new();
    for desk in Desk::each() {
        let at_once = desk.publish(json!({ "type": "topics", "slug": "at-once", "title": "At once" }));
        let waits = desk.publish(json!({ "type": "topics", "slug": "waits", "title": "Waits" }));
        for (slug, thief) in [("taken", &at_once), ("taken-too", &waits)] {
            let owner = desk.publish(json!({ "type": "topics", "slug": slug, "title": "Owner" }));
            let drafted = format!("drafted-{slug}");
            desk.rewrite(&owner, json!({ "type": "topics", "slug": drafted, "title": "Owner" }), "");
            let id = id_of(thief);
            let set = format!("UPDATE items SET slug = '{slug}' WHERE id = '{id}' RETURNING slug AS text");
            assert_eq!(tables::ask(&desk.url, &set), [slug]);
        }
        let takes = |item: &str, slug: &str, broader: Value| {
            json!({ "type": "topics", "id": id_of(item), "slug": slug, "title": "Thief", "broader": broader })
                .to_string()
        };
        let file = [
            topic("one", "One", Some("three")),
            takes(&at_once, "taken", json!([])),
            topic("two", "Two", None),
            takes(&waits, "taken-too", json!([{ "slug": "three" }])),
            topic("three", "Three", None),
            topic("four", "Four", Some("one")),
        ];
        let told = results(&import(&desk, &desk.key, "?publish=true", &file.join("\n")));
        let shorter: Vec<String> = told.values().map(short).collect();
        assert_eq!(
            shorter,
            ["created", "failed  conflict", "created", "failed  conflict", "created", "created"],
            "{told:#?}"
        );
        for slug in ["one", "two", "three", "four", "at-once", "waits"] {
            assert_eq!(desk.read(&format!("/v1/topics/{slug}")).0, 200, "{slug}");
        }
        for slug in ["taken", "taken-too"] {
            assert_eq!(desk.read(&format!("/v1/topics/{slug}")).1["data"]["title"], "Owner");
        }
        assert!(desk.server.hub.check_stored().unwrap().faults.is_empty());
        answers.push(told.into_values().map(|result| result["errors"].clone()).collect::<Vec<_>>());
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:#?}");
}

#[test]
fn results_come_while_the_request_goes_on() {
    for desk in Desk::each() {
        let mut sent = TcpStream::connect(desk.server.address).unwrap();
        sent.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let mut received = BufReader::new(sent.try_clone().unwrap());
        let chunk = |text: &str| format!("{:x}\r\n{text}\r\n", text.len());
        write!(
            sent,
            "POST /v1/manage/import?publish=true HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\n\
             Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n",
            desk.server.address, desk.key
        )
        .unwrap();
        let good = topic("early", "Early", None) + "\n";
        sent.write_all(chunk(&(good + &"x\n".repeat(2 * BATCH - 1))).as_bytes()).unwrap();
        let mut next_result = || -> Option<Value> {
            loop {
                let mut line = String::new();
                received.read_line(&mut line).expect("the answer goes on");
                match line.trim() {
                    line if line.starts_with('{') => return Some(serde_json::from_str(line).expect("JSON")),
                    "0" => return None,
                    _ => {}
                }
            }
        };
        let first: Vec<Value> = (0..BATCH).filter_map(|_| next_result()).collect();
        assert_eq!((first.len(), short(&first[0]).as_str()), (BATCH, "created"));
        desk.server.hub.catch_up().unwrap();
        assert_eq!(desk.read("/v1/topics/early").0, 200, "what is told is kept");

        let rest = topic("late", "Late", Some("early")) + "\n";
        sent.write_all((chunk(&rest) + "0\r\n\r\n").as_bytes()).unwrap();
        let others: Vec<Value> = std::iter::from_fn(&mut next_result).collect();
        assert_eq!((others.len(), short(&others[BATCH]).as_str()), (BATCH + 1, "created"));
        assert_eq!(desk.read("/v1/topics/late").0, 200);
    }
}

/// A dry run is one transaction, for which all writers wait: it begins when its body is there.
#[test]
fn nobody_waits_for_the_body_of_a_dry_run() {
    for desk in Desk::each() {
        let mut sent = TcpStream::connect(desk.server.address).unwrap();
        sent.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let chunk = |text: &str| format!("{:x}\r\n{text}\r\n", text.len());
        write!(
            sent,
            "POST /v1/manage/import?dry_run=true HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\n\
             Connection: close\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n",
            desk.server.address, desk.key
        )
        .unwrap();
        let lines = (0..2 * BATCH + 1).map(|number| topic(&format!("dry-{number}"), "Dry", None) + "\n");
        sent.write_all(chunk(&lines.collect::<String>()).as_bytes()).unwrap();
        for number in 0..3 {
            desk.publish(json!({ "type": "topics", "slug": format!("wet-{number}"), "title": "Wet" }));
        }
        sent.write_all(b"0\r\n\r\n").unwrap();
        let answer = std::io::read_to_string(&sent).expect("an answer");
        assert_eq!(answer.matches("\"outcome\":\"created\"").count(), 2 * BATCH + 1);
        assert_eq!(desk.read("/v1/topics/dry-0").0, 404);
    }
}
