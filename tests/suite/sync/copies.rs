//! What becomes of copies over time, and of what stands beside them: entries of one's own that name them, purges, redirects,
//! visits that break off.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};

use rights_hub::hub::ImportOptions;
use rights_hub::mirror::{MirrorOptions, Source};
use rights_hub::model::values::Instant;
use rights_hub::store;

use super::mirrors::{Mirror, kinds};
use super::*;
use crate::support::server::Client;

/// The row of an entry in the log of a copy.
fn told(server: &Server, id: &str) -> Value {
    let page = server.json("/v1/changes");
    let rows = page["changes"].as_array().expect("rows");
    rows.iter().find(|row| row["id"] == json!(id)).expect("its row").clone()
}

#[test]
fn entries_of_ones_own_follow_the_copies_that_they_name() {
    for (one, two) in kinds() {
        let hub = serving(one, &[topic("named", &[]), topic("other", &[]), news("theirs", &["named"])]);
        let mirror = Mirror::of(&hub, "", two);
        mirror.visit();
        let here = &mirror.server;
        publish(&here.hub, &[news("own", &["named"]), news("apart", &["other"])]);
        let mut copy = Copy::new();
        let place = follow(here, "type=news", 0, 100, &mut copy);
        let shown = |member: &str| here.json("/v1/news/own")["data"]["topics"][0][member].clone();

        let translated = json!({
            "type": "topics", "slug": "named", "title": "A better name", "translations": [{ "lang": "cy", "title": "Enw" }],
        });
        publish(&hub.hub, std::slice::from_ref(&translated));
        mirror.visit();
        assert_eq!(shown("title"), "A better name");
        let place = follow(here, "type=news", place, 100, &mut copy);
        assert_eq!(copy, export(here, "type=news").0, "who follows the copy is told");

        let mut moved = translated;
        moved["slug"] = json!("better");
        moved["id"] = json!(id(&hub.hub, "topics", "named"));
        publish(&hub.hub, &[moved]);
        mirror.visit();
        assert_eq!(shown("slug"), "better");
        follow(here, "type=news", place, 100, &mut copy);
        assert_eq!(copy, export(here, "type=news").0);
        assert_eq!(digest(&copy), served_digest(here, "type=news")["total"]["digest"]);
        mirror.assert_equal(&hub, "type=topics");
    }
}

#[test]
fn what_is_purged_there_leaves_no_more_behind_here_than_there() {
    for (one, two) in kinds() {
        let others = ["a", "b", "c", "d", "e", "f"].map(|slug| topic(slug, &[]));
        let hub = serving(one, &[&[testimony("jane-doe-story", &["web", "sync"])][..], &others].concat());
        let mirror = Mirror::of(&hub, "", two);
        mirror.visit();
        let here = &mirror.server.hub;
        let told = id(&hub.hub, "testimonies", "jane-doe-story");
        // An entry of one's own that names it by its slug, which tells who she is.
        let mut case = (of("case-studies").example)();
        case["testimonies"] = json!([{ "slug": "jane-doe-story" }]);
        let (drafted, results) =
            crate::support::import(here, &[case], ImportOptions { publish: false, ..crate::support::PUBLISH });
        assert_eq!(drafted.failed, 0, "{results:?}");
        let item = results[0].id.clone().expect("an id");

        hub.hub.withdraw_consent(&Actor::hub(), None, of("testimonies"), &told).expect("consent is withdrawn");
        mirror.visit();
        let again = testimony("jane-doe-story", &["web"]);
        for hub in [&hub.hub, here] {
            let (counts, results) = crate::support::import(hub, std::slice::from_ref(&again), crate::support::PUBLISH);
            assert_eq!(
                (counts.failed, results[0].errors[0].code),
                (1, "slug-taken"),
                "its address leads to nobody else"
            );
        }
        assert_eq!(mirror.server.get("/v1/testimonies/jane-doe-story").status, 410);
        let kept = here.store().look(|transaction| transaction.revision(&item, 1));
        let kept = kept.expect("the database answers").expect("a revision").document;
        assert!(kept.contains(&told) && !kept.contains("jane-doe"), "{kept}");
    }
}

#[test]
fn what_left_the_scope_before_it_was_purged_is_purged_by_all() {
    for (one, two) in kinds() {
        let others = ["a", "b", "c", "d", "e", "f"].map(|slug| news(slug, &["in"]));
        let mut said = testimony("said", &["web", "sync"]);
        said["topics"] = json!([{ "slug": "in" }]);
        let hub = serving(one, &[&[topic("in", &[]), topic("out", &[]), said.clone()][..], &others].concat());
        let mirror = Mirror::of(&hub, "type=testimonies,news&topic=in", two);
        mirror.visit();
        let copied = id(&hub.hub, "testimonies", "said");
        said["topics"] = json!([{ "slug": "out" }]);
        publish(&hub.hub, &[said]);
        mirror.visit();
        let first = told(&mirror.server, &copied);
        assert_eq!(first["reason"], "out_of_scope");
        hub.hub.withdraw_consent(&Actor::hub(), None, of("testimonies"), &copied).expect("consent is withdrawn");
        mirror.visit();
        let row = told(&mirror.server, &copied);
        assert!(row["seq"].as_i64() > first["seq"].as_i64(), "who has read the first row reads this one: {row}");
        assert_eq!((&row["reason"], &row["must_purge"]), (&json!("consent-withdrawn"), &json!(true)));
        assert_eq!(row["purge_by"], told(&hub, &copied)["purge_by"]);
        let done = mirror.server.json("/v1/changes")["last_seq"].clone();
        mirror.visit();
        assert_eq!(mirror.server.json("/v1/changes")["last_seq"], done, "once");
    }
}

/// What is removed there under consent is purged here, and may be restored there.
#[test]
fn what_was_purged_comes_back_under_its_name_when_it_is_restored() {
    for (one, two) in kinds() {
        let others = ["a", "b", "c", "d", "e", "f"].map(|slug| topic(slug, &[]));
        let hub = serving(one, &[&[testimony("said", &["web", "sync"])][..], &others].concat());
        let mirror = Mirror::of(&hub, "", two);
        mirror.visit();
        let said = id(&hub.hub, "testimonies", "said");
        for _ in 0..2 {
            for (verb, status) in [(Verb::Remove, 410), (Verb::Restore, 200)] {
                let request = TransitionRequest::default();
                let done = hub.hub.transition(&Actor::hub(), None, of("testimonies"), &said, None, verb, &request);
                done.expect("the transition is made");
                mirror.visit();
                mirror.assert_equal(&hub, "");
                for address in ["/v1/testimonies/said", &format!("/v1/testimonies/{said}")] {
                    assert_eq!(mirror.server.get(address).status, status, "{address}");
                }
            }
        }
        let named = mirror.server.hub.store().look(|transaction| transaction.public_of_slug("testimonies", "said"));
        assert_eq!(named.expect("the database answers"), Some(said), "who names it by its slug finds it");
    }
}

#[test]
fn what_is_redirected_leads_on_when_its_end_comes_back() {
    for (one, two) in kinds() {
        let others = ["a", "b", "c", "d", "e", "f"].map(|slug| topic(slug, &[]));
        let hub = serving(one, &[&[topic("old", &[]), topic("new", &[])][..], &others].concat());
        let mirror = Mirror::of(&hub, "", two);
        mirror.visit();
        publish(&mirror.server.hub, &[news("own", &["old"])]);
        let named = || {
            let topics = mirror.server.json("/v1/news/own")["data"]["topics"].clone();
            topics.as_array().expect("references").iter().map(|topic| text(topic, "slug")).collect::<Vec<_>>()
        };
        let new = id(&hub.hub, "topics", "new");
        let to = TransitionRequest {
            to: Some(Successor { id: Some(new.clone()), slug: None }),
            ..TransitionRequest::default()
        };
        done(&hub.hub, "topics", "old", Verb::Redirect, to);
        mirror.visit();
        assert_eq!(named(), ["new"]);
        for (verb, expected) in [(Verb::Remove, vec![]), (Verb::Restore, vec!["new"])] {
            let request = TransitionRequest::default();
            let done = hub.hub.transition(&Actor::hub(), None, of("topics"), &new, None, verb, &request);
            done.expect("the transition is made");
            mirror.visit();
            assert_eq!(named(), expected, "{verb:?}");
        }
        mirror.assert_equal(&hub, "type=topics");
    }
}

/// A hub that answers this many requests for documents, and then has none, until it is told otherwise.
fn faltering(server: &Server, answers: &Arc<AtomicUsize>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let (hub, answers) = (server.address, Arc::clone(answers));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = BufReader::new(stream.expect("a connection"));
            let mut head = String::new();
            while !head.ends_with("\r\n\r\n") && stream.read_line(&mut head).is_ok_and(|read| read > 0) {}
            let target = head.split(' ').nth(1).expect("a target").to_owned();
            let left = |left: usize| left.checked_sub(1);
            let relaxed = Ordering::Relaxed;
            let falters = target.contains("/v1/export") && answers.fetch_update(relaxed, relaxed, left).is_err();
            let (status, body) = match falters {
                true => (404, Vec::new()),
                false => {
                    let answer = Client::to(hub).get(&target);
                    (answer.status, answer.body)
                }
            };
            let head = format!("HTTP/1.1 {status} -\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", body.len());
            let sent = stream.get_mut().write_all(&[head.as_bytes(), &body].concat());
            sent.expect("somebody reads");
        }
    });
    format!("http://{address}")
}

#[test]
fn a_repair_that_breaks_off_keeps_what_it_repaired() {
    for (one, two) in kinds() {
        let documents: Vec<Value> = (0..250).map(|number| topic(&format!("t{number}"), &[])).collect();
        let hub = serving(one, &documents);
        let answers = Arc::new(AtomicUsize::new(2));
        let source = Source::new(&faltering(&hub, &answers), "", None).expect("an address");
        let mirror = Mirror { server: serving(two, &[]), source };
        // As if the log had been followed, and all of it were lost.
        let followed = store::Mirror {
            source: mirror.source.address.clone(),
            scope: String::new(),
            epoch: hub.hub.catalogue().epoch.to_string(),
            seq: hub.hub.catalogue().seq,
            followed_at: Instant::now(),
        };
        mirror.server.hub.follow_orders(&[], &followed).expect("the database answers");
        let refused = mirror.try_visit(MirrorOptions::default());
        assert!(refused.is_err(), "{refused:?}");
        let here = mirror.server.hub.copies(&mirror.source.address).expect("the database answers");
        assert_eq!(here.len(), 200);
        answers.store(1, Ordering::Relaxed);
        assert_eq!(mirror.visit().repaired, 50, "it goes on where it was");
        mirror.assert_equal(&hub, "");
    }
}
