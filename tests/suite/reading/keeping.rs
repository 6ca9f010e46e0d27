//! Whole answers are kept: a hub that keeps them answers as one that does not, whatever is published meanwhile, and makes
//! nothing anew that did not change.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use proptest::test_runner::{Config, TestRunner};
use rights_hub::hub::{Actor, TransitionRequest, Verb, starter_documents};
use rights_hub::model::collection;
use rights_hub::model::values::Instant;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::starter;
use crate::support::server::{Answer, Server, noon};
use crate::support::{Database, PUBLISH, eventually, import, publish};

const QUESTIONS: &[&str] = &[
    "/v1/rights/hra-article-8",
    "/v1/rights/hra-article-8?include=case-studies,topics",
    "/v1/rights/hra-article-8?format=jsonld",
    "/v1/rights/hra-article-3?lang=fr&view=full",
    "/v1/rights",
    "/v1/rights?limit=2&page=2&sort=-title",
    "/v1/case-studies?include=rights,organisations&facet=topic,right,organisation",
    "/v1/case-studies?right=named-in-vain",
    "/v1/case-studies?right=hra-article-8&facet=right",
    "/v1/case-studies?topic_missing=true",
    "/v1/case-studies?q=care&facet=topic",
    "/v1/topics?view=full",
    "/v1/organisations?include=case-studies&limit=3",
    "/v1/people",
    "/v1/people/kofi-annan",
    "/v1/search?q=private%20life&facet=type,right&highlight=true",
    "/v1/search?q=named&typo=off",
    "/v1/case-studies/balancing-private-life-in-supported-housing/related?limit=5",
    "/v1/home?lang=fr",
    "/v1/topics.atom",
    "/v1/resources.rss?limit=3",
    "/embed/rights/hra-article-8",
    "/embed/case-studies/balancing-private-life-in-supported-housing?theme=dark",
    "/embed/people/kofi-annan?lang=fr",
    "/embed/topics?limit=2",
    "/embed/case-studies?topic=privacy",
    "/embed.js",
    "/embed.css?theme=dark",
    "/",
    "/?type=rights&entry=rights/hra-article-8",
    "/?q=care",
    "/landing.css",
    "/sitemap.xml",
];

const CODINGS: &[&str] = &["", "gzip", "br"];

/// All of an answer that does not differ from one time to the next.
fn told(answer: &Answer) -> (u16, Vec<(String, String)>, Vec<u8>) {
    let headers = answer.headers.iter().filter(|(name, _)| !matches!(name.as_str(), "date" | "request-id"));
    let mut headers: Vec<(String, String)> = headers.cloned().collect();
    headers.sort();
    // A problem names its request.
    let body = if answer.status < 400 { answer.body.clone() } else { Vec::new() };
    let headers = if answer.status < 400 { headers } else { Vec::new() };
    (answer.status, headers, body)
}

/// One thing that somebody does: what, to which document, and how.
type Step = (u8, usize, usize);

fn act(server: &Server, documents: &[Value], (what, which, how): Step) {
    let mut document = documents[which % documents.len()].clone();
    let name = document["type"].as_str().expect("a type").to_owned();
    let found = server.get(&format!("/v1/{name}/{}", document["slug"].as_str().expect("a slug")));
    match what {
        0 => document["title"] = json!(format!("{} {how}", document["title"].as_str().expect("a title"))),
        1 => document["featured"] = json!(how % 2 == 0),
        2 => {
            let relation = ["rights", "topics", "organisations", "broader"][how % 4];
            document.as_object_mut().expect("an object").remove(relation);
        }
        3 => {
            document = starter("rights", "hra-article-8");
            let members = document.as_object_mut().expect("an object");
            members.remove("id");
            members.insert("slug".to_owned(), json!("named-in-vain"));
            members.insert("title".to_owned(), json!(format!("Named {how}")));
        }
        _ if found.status == 200 => {
            let id = found.json()["data"]["id"].as_str().expect("an id").to_owned();
            let verb = [Verb::Remove, Verb::Withdraw][how % 2];
            let of = collection(&name).expect("a collection");
            // What other entries need cannot go, which is an answer, too.
            let _ = server.hub.transition(&Actor::hub(), None, of, &id, None, verb, &TransitionRequest::default());
            return;
        }
        _ => {}
    }
    // Not everything may be published as it now is.
    import(&server.hub, &[document], PUBLISH);
}

#[test]
fn what_is_kept_is_what_would_be_answered_now() {
    for database in Database::each() {
        let keeping = Server::start(database.again());
        let plain = Server::over(Arc::new(database.hub_keeping(0).with_clock(noon)), database.again());
        // Memory for next to nothing: what it keeps is on disk.
        let folder = TempDir::new().expect("a folder");
        let small = database.hub_keeping(64 << 10).with_document_files(folder.path().to_owned(), 1 << 20);
        let small = Server::over(Arc::new(small.with_clock(noon)), database.again());
        let documents: Vec<Value> = starter_documents()
            .expect("the starter content")
            .into_iter()
            .filter(|document| {
                let of = document["type"].as_str().expect("a type");
                ["rights", "topics", "organisations", "case-studies", "people", "resources"].contains(&of)
            })
            .collect();
        let compare = |step: &dyn std::fmt::Debug| {
            for server in [&keeping, &plain, &small] {
                server.hub.catch_up().expect("the catalogue follows");
                let seq = server.hub.catalogue().seq;
                eventually("search follows", || {
                    // Without a folder, the index is made when something is first sought.
                    server.get("/v1/search?q=care&limit=0");
                    server.hub.search_seq().is_some_and(|at| at >= seq)
                });
            }
            for (place, question) in QUESTIONS.iter().enumerate() {
                let headers = [("Accept-Encoding", CODINGS[place % CODINGS.len()])];
                let expected = told(&plain.get_with(question, &headers));
                for (server, time) in [(&keeping, "first"), (&keeping, "second"), (&small, "first"), (&small, "second")]
                {
                    let answer = told(&server.get_with(question, &headers));
                    assert!(answer == expected, "{question} after {step:?}, {time}: {answer:?} is not {expected:?}");
                }
            }
        };
        compare(&"the start");
        let mut runner = TestRunner::new(Config { cases: 6, failure_persistence: None, ..Config::default() });
        let steps = proptest::collection::vec((0..5u8, 0..1000usize, 0..1000usize), 4..8);
        let outcome = runner.run(&steps, |steps| {
            for step in steps {
                act(&keeping, &documents, step);
                compare(&step);
            }
            Ok(())
        });
        outcome.unwrap_or_else(|error| panic!("{error}"));
        let counts = keeping.hub.answer_counts();
        assert!(counts.hits > 0 && counts.kept_after_check > 0 && counts.outdated > 0, "{counts:?}");
        assert_eq!(plain.hub.answer_counts().hits, 0, "this one keeps nothing");
        let counts = small.hub.document_counts();
        assert!(counts.read_back > 100 && counts.disk_bytes > 0 && counts.bytes <= 32 << 10, "{counts:?}");
        assert_eq!(plain.hub.document_counts().disk_bytes, 0);
    }
}

#[test]
fn what_did_not_change_is_not_made_anew() {
    let server = Server::own();
    let asked = [
        "/v1/rights/hra-article-8",
        "/v1/topics?limit=3",
        "/v1/case-studies?right=hra-article-8",
        "/v1/topics.atom",
        "/embed/rights/hra-article-8",
        "/embed/topics",
        "/embed.css",
    ];
    let ask = || asked.map(|question| told(&server.get(question)).2);
    let before = ask();
    let made = server.hub.answer_counts().misses;

    let mut other = starter("people", "kofi-annan");
    other["role"] = "Once Secretary-General".into();
    publish(&server.hub, &[other]);
    // A right that a filter could have named, but did not.
    let mut right = starter("rights", "hra-article-3");
    right["summary"] = "In other words".into();
    publish(&server.hub, &[right]);
    assert_eq!(ask(), before);
    let counts = server.hub.answer_counts();
    assert_eq!((counts.misses, counts.outdated), (made, 0), "{counts:?}");
    assert!(counts.kept_after_check >= asked.len() as u64, "{counts:?}");
}

#[test]
fn those_who_ask_the_same_at_once_share_one_answer() {
    let server = Server::own();
    let before = server.hub.answer_counts().misses;
    std::thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| assert_eq!(server.get("/v1/rights?view=full&facet=topic").status, 200));
        }
    });
    let counts = server.hub.answer_counts();
    assert_eq!((counts.misses - before, counts.hits), (1, 15), "{counts:?}");
}

#[test]
fn the_front_page_is_kept_for_as_long_as_its_events_are_the_next_ones() {
    static LATER: AtomicI64 = AtomicI64::new(0);
    fn clock() -> Instant {
        Instant::from_millis(noon().millis() + LATER.load(Ordering::SeqCst))
    }
    let database = Database::sqlite();
    let server = Server::over(Arc::new(database.hub().with_clock(clock)), database);
    let soon = Instant::from_millis(noon().millis() + 30_000).to_string();
    let event = json!({ "type": "events", "slug": "soon", "title": "Soon", "kind": "hearing", "starts_at": soon, "time_zone": "UTC" });
    publish(&server.hub, &[event]);
    let next = || server.json("/v1/home")["data"]["next_events"].as_array().expect("events").len();
    assert_eq!((next(), next()), (1, 1));
    assert_eq!(server.hub.answer_counts().hits, 1);
    LATER.store(90_000, Ordering::SeqCst);
    assert_eq!((next(), next()), (0, 0));
    let counts = server.hub.answer_counts();
    assert_eq!((counts.hits, counts.outdated), (2, 1), "{counts:?}");
}
