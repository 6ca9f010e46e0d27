//! Imports that their client named: done once, answered as often as they are sent, and begun anew where they never ended.

use std::io::Write;
use std::net::TcpStream;
use std::sync::Barrier;

use rights_hub::hub::{Actor, Authorship, ImportOptions, Once};
use rights_hub::model::values::Instant;
use rights_hub::store;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::tables::{ask, count, dump};
use super::{Desk, consent, testimony, with};
use crate::support::server::{Answer, noon};
use crate::support::{Database, PUBLISH};

const PATH: &str = "/v1/manage/import";

fn send(desk: &Desk, name: &str, query: &str, text: &str) -> Answer {
    let bearer = format!("Bearer {}", desk.key);
    let headers =
        [("Authorization", bearer.as_str()), ("Content-Type", "application/x-ndjson"), ("Idempotency-Key", name)];
    desk.server.send_body("POST", &format!("{PATH}{query}"), &headers, Some(text.as_bytes()))
}

fn topics(count: usize) -> String {
    let line = |number| json!({ "type": "topics", "slug": format!("topic-{number}"), "title": "T" }).to_string() + "\n";
    (0..count).map(line).collect()
}

fn outcomes(answer: &Answer) -> Vec<Value> {
    assert_eq!(answer.status, 200, "{}", answer.text());
    let mut lines: Vec<Value> =
        answer.text().lines().map(|line| serde_json::from_str(line).expect("a result")).collect();
    lines.sort_by_key(|line| line["line"].as_u64());
    lines.into_iter().map(|line| line["outcome"].clone()).collect()
}

fn replayed(answer: &Answer) -> bool {
    answer.header("idempotency-replayed") == Some("true")
}

fn reused(answer: &Answer) {
    assert_eq!(answer.status, 422, "{}", answer.text());
    assert_eq!(answer.json()["type"], "/problems/idempotency-key-reused");
}

/// Lines of the audit that tell of an import.
fn done(desk: &Desk) -> i64 {
    count(&desk.url, "SELECT count(*) AS number FROM audit WHERE action = 'import'")
}

#[test]
fn the_same_import_is_done_once_and_answered_again() {
    for desk in Desk::each() {
        // More than one part of an answer.
        let text = topics(3000) + "{no json\n";
        for (query, name) in [("?dry_run=true", "dry"), ("?publish=true", "real")] {
            let before = done(&desk);
            let first = send(&desk, name, query, &text);
            assert_eq!(outcomes(&first)[0], "created");
            for _ in 0..2 {
                let again = send(&desk, name, query, &text);
                assert_eq!((again.status, replayed(&again)), (200, true), "{}", again.text());
                assert_eq!(again.header("content-type"), first.header("content-type"));
                assert!(again.body == first.body, "{query}: another answer");
            }
            assert!(!replayed(&first));
            assert_eq!(done(&desk), before + 1);
        }
        let parts = "SELECT count(*) AS number FROM import_answers WHERE part > 0";
        assert!(count(&desk.url, parts) > 0, "it is kept in parts");

        reused(&send(&desk, "real", "?publish=true", &topics(3000)));
        reused(&send(&desk, "real", "", &text));
        reused(&send(&desk, "real", "?on_conflict=nonsense", &text));
        let named = [("Idempotency-Key", "real")];
        let topic = json!({ "type": "topics", "slug": "other", "title": "Other" });
        reused(&desk.ask_as(&desk.key, "POST", "/v1/manage/topics", &named, topic.clone()));
        let other = [("Idempotency-Key", "other")];
        assert_eq!(desk.ask_as(&desk.key, "POST", "/v1/manage/topics", &other, topic).status, 201);
        reused(&send(&desk, "other", "", &text));
        assert_eq!(desk.read("/v1/topics/other").0, 404);
    }
}

#[test]
fn two_equal_imports_at_once_are_one() {
    for desk in Desk::each() {
        for round in 0..4 {
            let text = json!({ "type": "news", "title": format!("News {round}"), "body": "B" }).to_string() + "\n";
            let text = text + &topics(300);
            let (start, name) = (Barrier::new(2), format!("round-{round}"));
            let ask = || {
                start.wait();
                send(&desk, &name, "?publish=true", &text)
            };
            let answers =
                std::thread::scope(|scope| [scope.spawn(ask), scope.spawn(ask)].map(|one| one.join().unwrap()));
            let [one, two] = &answers;
            assert_eq!((one.status, two.status), (200, 200), "{} {}", one.text(), two.text());
            assert_eq!(one.text(), two.text());
            assert_ne!(replayed(one), replayed(two));
            assert_eq!(done(&desk), round + 1);
            assert_eq!(desk.done("GET", &format!("/v1/manage/news?q=News%20{round}"), Value::Null)["meta"]["total"], 1);
        }
        // Another body under the name of one that is under way, or was.
        let (start, texts) = (Barrier::new(2), [topics(400), topics(401)]);
        let ask = |text: &str| {
            start.wait();
            send(&desk, "two-bodies", "", text)
        };
        let mut statuses: Vec<u16> = std::thread::scope(|scope| {
            let [one, two] = texts.each_ref().map(|text| scope.spawn(|| ask(text)));
            vec![one.join().unwrap().status, two.join().unwrap().status]
        });
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 422]);
    }
}

fn earlier() -> Instant {
    Instant::from_millis(noon().millis() - 3_600_000)
}

#[test]
fn an_import_that_a_crash_ended_is_done_anew() {
    for database in Database::each() {
        let desk = Desk::at(database.again());
        let text = topics(40);
        let half: String = text.split_inclusive('\n').take(20).collect();
        let head: String = Sha256::digest(format!("{PATH}\npublish=true\n").as_bytes())
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let once = Once { name: "crashed".to_owned(), fingerprint: format!("import:{head}") };
        let key_id = desk.server.hub.store().read(store::all_keys).unwrap()[0].0.id.clone();
        let actor = Actor { key_id: Some(key_id), ..Actor::hub() };
        // A node that began it an hour ago, committed some of it, and was never heard of again.
        let other = database.hub().with_clock(earlier);
        let mut named = other.begin_import(&actor, &once).expect("the database answers").expect("nobody began it");
        let options: ImportOptions = PUBLISH;
        let counts = other.import_named(&mut named, false, |keep| {
            let told = &mut |result| keep(&format!("{}\n", json!(result)));
            other.import_as(&Authorship::default(), &mut half.as_bytes(), options, told)
        });
        assert_eq!(counts.expect("it is saved").created, 20);
        drop((named, other));

        let answer = send(&desk, "crashed", "?publish=true", &text);
        assert!(!replayed(&answer));
        let told = outcomes(&answer);
        assert_eq!((told.len(), &told[0], &told[39]), (40, &json!("unchanged"), &json!("created")), "{told:?}");
        let again = send(&desk, "crashed", "?publish=true", &text);
        assert!(replayed(&again) && again.body == answer.body);
        for slug in ["topic-0", "topic-39"] {
            assert_eq!(desk.read(&format!("/v1/topics/{slug}")).1["data"]["rev"], 1, "{slug}");
        }
        assert!(desk.server.hub.check_stored().unwrap().faults.is_empty());
    }
}

#[test]
fn an_import_whose_body_breaks_off_keeps_no_name() {
    for desk in Desk::each() {
        let text = topics(10);
        let mut sent = TcpStream::connect(desk.server.address).unwrap();
        write!(
            sent,
            "POST {PATH} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\nIdempotency-Key: broken\r\n\
             Content-Type: application/x-ndjson\r\nContent-Length: {}\r\n\r\n{}",
            desk.server.address,
            desk.key,
            text.len(),
            &text[..text.len() / 2]
        )
        .unwrap();
        let begun = "SELECT count(*) AS number FROM idempotency WHERE idempotency_key = 'broken'";
        while count(&desk.url, begun) == 0 {
            std::thread::yield_now();
        }
        drop(sent);
        let answer = loop {
            let answer = send(&desk, "broken", "", &text);
            if answer.status != 503 {
                break answer;
            }
            assert!(answer.header("retry-after").is_some(), "{}", answer.text());
        };
        assert!(!replayed(&answer));
        assert_eq!(outcomes(&answer).len(), 10);
        assert!(replayed(&send(&desk, "broken", "", &text)));
    }
}

#[test]
fn a_withdrawal_forgets_what_imports_told_of_the_person() {
    for desk in Desk::each() {
        let told = with(testimony("qxslugzj", consent("named")), &[("title", json!("qxtitlezj"))]);
        let naming = json!({ "type": "case-studies", "slug": "qxotherzj", "title": "T", "qxmemberzj": 1 });
        let good = send(&desk, "good", "?publish=true", &format!("{told}\n"));
        assert_eq!(outcomes(&good), ["created"], "{}", good.text());
        let item = format!("/v1/manage/testimonies/{}", good.json()["id"].as_str().expect("an id"));
        assert_eq!(outcomes(&send(&desk, "bad", "", &format!("{naming}\n"))), ["failed"]);
        assert_eq!(outcomes(&send(&desk, "unconcerned", "", &topics(3))).len(), 3);

        let report = desk.done("POST", &format!("{item}/consent/withdraw"), Value::Null);
        assert_eq!(report["steps"]["kept_answers_erased"], 2);
        let names = "SELECT DISTINCT idempotency_key AS text FROM import_answers";
        assert_eq!(ask(&desk.url, names), ["unconcerned"]);
        for (table, text) in dump(&desk.url) {
            for word in ["qxslugzj", "qxtitlezj", "qxotherzj", "qxmemberzj"] {
                assert!(!text.contains(word), "{table}: {word}");
            }
        }
        assert!(replayed(&send(&desk, "unconcerned", "", &topics(3))));
        let again = send(&desk, "good", "?publish=true", &format!("{told}\n"));
        assert_eq!((replayed(&again), outcomes(&again)), (false, vec![json!("failed")]), "{}", again.text());
        assert_eq!(desk.read("/v1/testimonies/qxslugzj").0, 410);
    }
}
