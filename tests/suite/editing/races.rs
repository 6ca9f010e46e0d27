//! Many at once: no write is lost, none is done twice, and a request that comes again is answered as it was.

use std::collections::BTreeSet;
use std::panic::AssertUnwindSafe;
use std::sync::Barrier;

use serde_json::{Value, json};

use super::{Editor, expiring_key, topic};
use crate::support::Database;
use crate::support::server::{Server, noon};
use rights_hub::hub::Scope;
use rights_hub::store::{AuditEntry, StoreError, audit_entries, position};

const THREADS: usize = 16;
const WINS: usize = 3;

#[test]
fn each_revision_is_won_once_and_no_write_is_lost() {
    for editor in Editor::each() {
        let item = editor.make(&topic("tides", "Tides"), true);
        let keys = [editor.key_for(&[Scope::Draft]), editor.key_for(&[Scope::Draft, Scope::Publish])];
        let start = Barrier::new(THREADS);
        let work = |thread: usize| {
            let (mut won, mut lost) = (Vec::new(), 0);
            let key = &keys[thread % 2];
            start.wait();
            while won.len() < WINS {
                let read = editor.send_as(key, "GET", &item, &[], None);
                let tag = read.header("etag").expect("a revision").to_owned();
                let mut aliases = read.json()["data"]["aliases"].as_array().cloned().unwrap_or_default();
                aliases.push(json!(format!("{thread}-{}", won.len())));
                let written =
                    editor.send_as(key, "PATCH", &item, &[("If-Match", &tag)], Some(&json!({ "aliases": aliases })));
                match written.status {
                    200 => won.push(written.json()["item"]["rev"].as_i64().expect("a revision")),
                    412 => lost += 1,
                    status => panic!("{status}: {}", written.text()),
                }
            }
            (won, lost)
        };
        let outcomes: Vec<(Vec<i64>, u32)> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..THREADS).map(|thread| scope.spawn(move || work(thread))).collect();
            threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
        });
        let last = 1 + (THREADS * WINS) as i64;
        let mut won: Vec<i64> = outcomes.iter().flat_map(|(won, _)| won.clone()).collect();
        won.sort_unstable();
        assert_eq!(won, (2..=last).collect::<Vec<i64>>());
        assert!(outcomes.iter().any(|(_, lost)| *lost > 0), "nobody was in anybody's way");
        let aliases: BTreeSet<String> =
            serde_json::from_value(editor.get(&item).json()["data"]["aliases"].clone()).expect("aliases");
        assert_eq!(aliases.len(), THREADS * WINS);
        let revisions = editor.get(&format!("{item}/revisions")).json()["data"].as_array().expect("revisions").len();
        assert_eq!(revisions as i64, last);
        editor.check_stored();
    }
}

#[test]
fn verbs_at_once_agree_on_one_outcome() {
    for editor in Editor::each() {
        for round in 0..4 {
            let item = editor.make(&topic(&format!("tides-{round}"), "Tides"), true);
            let start = Barrier::new(THREADS);
            let work = |thread: usize| {
                let verb = ["remove", "withdraw", "publish", "redirect"][thread % 4];
                let body = match verb {
                    "withdraw" => json!({ "explanation": "Not so." }),
                    "redirect" => json!({ "to": { "slug": "anchor" } }),
                    _ => json!({}),
                };
                start.wait();
                let answer = editor.post(&format!("{item}/{verb}"), &body);
                assert!([200, 409].contains(&answer.status), "{verb}: {} {}", answer.status, answer.text());
                answer.json()["seq"].as_i64()
            };
            let seqs: Vec<i64> = std::thread::scope(|scope| {
                let threads: Vec<_> = (0..THREADS).map(|thread| scope.spawn(move || work(thread))).collect();
                threads.into_iter().filter_map(|thread| thread.join().expect("no panic")).collect()
            });
            let unique: BTreeSet<i64> = seqs.iter().copied().collect();
            assert_eq!(unique.len(), seqs.len(), "each change has a place of its own");
            editor.check_stored();
        }
    }
}

#[test]
fn a_request_that_is_sent_twice_is_done_once() {
    for editor in Editor::each() {
        for round in 0..8 {
            let start = Barrier::new(2);
            let name = format!("request-{round}");
            let body = json!({ "type": "topics", "title": format!("Tides {round}") });
            let send = || {
                start.wait();
                editor.send("POST", "/v1/manage/topics?publish=true", &[("Idempotency-Key", &name)], Some(&body))
            };
            let (one, two) = std::thread::scope(|scope| {
                let (one, two) = (scope.spawn(send), scope.spawn(send));
                (one.join().expect("no panic"), two.join().expect("no panic"))
            });
            assert_eq!((one.status, two.status), (201, 201), "{} {}", one.text(), two.text());
            assert_eq!(one.json(), two.json());
            for header in ["location", "etag"] {
                assert!(one.header(header).is_some() && one.header(header) == two.header(header), "{header}");
            }
            let replayed = [&one, &two].map(|answer| answer.header("idempotency-replayed"));
            assert!(replayed.contains(&Some("true")) && replayed.contains(&None), "{replayed:?}");
            let listed = editor.get(&format!("/v1/manage/topics?q=Tides%20{round}")).json();
            assert_eq!(listed["meta"]["total"], 1);
        }
    }
}

#[test]
fn the_name_of_a_request_belongs_to_it() {
    for editor in Editor::each() {
        let once = [("Idempotency-Key", "mine")];
        let made = editor.send("POST", "/v1/manage/topics", &once, Some(&topic("tides", "Tides")));
        let item = made.header("location").expect("an address").to_owned();
        let reused = [
            editor.send("POST", "/v1/manage/topics", &once, Some(&topic("tides", "Other tides"))),
            editor.send("POST", "/v1/manage/topics?publish=true", &once, Some(&topic("tides", "Tides"))),
            editor.send("POST", "/v1/manage/news", &once, Some(&json!({ "title": "Tides" }))),
            editor.send("POST", &format!("{item}/publish"), &once, Some(&json!({}))),
        ];
        for answer in reused {
            super::is_problem(&answer, 422, "idempotency-key-reused");
        }
        let (theirs, _) = expiring_key(&editor.server.hub, &[Scope::Draft], None);
        let answer = editor.send_as(&theirs, "POST", "/v1/manage/topics", &once, Some(&topic("ebb", "Ebb")));
        assert_eq!(
            (answer.status, answer.header("idempotency-replayed")),
            (201, None),
            "another key has its own names"
        );

        let refused = editor.send("POST", "/v1/manage/topics", &[("Idempotency-Key", "again")], Some(&json!({})));
        assert_eq!(refused.status, 422);
        let better =
            editor.send("POST", "/v1/manage/topics", &[("Idempotency-Key", "again")], Some(&topic("sea", "Sea")));
        assert_eq!(better.status, 201, "what was not done keeps no name: {}", better.text());
        for wrong in ["", &"x".repeat(256)] {
            let answer =
                editor.send("POST", "/v1/manage/topics", &[("Idempotency-Key", wrong)], Some(&topic("x", "X")));
            assert_eq!(answer.status, 400, "{}", answer.text());
        }
        let verb = || editor.send("POST", &format!("{item}/publish"), &[("Idempotency-Key", "verb")], Some(&json!({})));
        let (first, second) = (verb(), verb());
        assert_eq!(first.json(), second.json());
        assert_eq!(second.header("idempotency-replayed"), Some("true"));
        let actions: Vec<Value> = editor.audit(&item).iter().map(|line| line["action"].clone()).collect();
        assert_eq!(actions, ["publish", "create"], "what is repeated is not done");
    }
}

#[test]
fn an_answer_is_repeated_after_a_restart() {
    for database in Database::each() {
        let mut editor = Editor::on(database.again());
        let body = topic("tides", "Tides");
        let send = |editor: &Editor| {
            editor.send("POST", "/v1/manage/topics?publish=true", &[("Idempotency-Key", "once")], Some(&body))
        };
        let first = send(&editor);
        assert_eq!(first.status, 201, "{}", first.text());
        editor.server = Server::start(database.again());
        let second = send(&editor);
        assert_eq!((second.status, second.header("idempotency-replayed")), (201, Some("true")));
        assert_eq!((second.json(), second.header("location")), (first.json(), first.header("location")));
        assert_eq!(editor.server.get("/v1/topics/tides").status, 200);
        drop(editor);
    }
}

#[test]
fn writes_that_share_a_commit_stay_apart() {
    for database in Database::each() {
        let store = database.store();
        let note = |number: usize| AuditEntry {
            id: uuid::Uuid::now_v7().to_string(),
            at: noon(),
            key_id: None,
            key_name: "A tester".to_owned(),
            request_id: None,
            action: number.to_string(),
            collection: None,
            item_id: None,
            rev: None,
            seq: None,
            note: None,
        };
        let before = store.read(position).expect("a place").0;
        // One of three is given up when all of its work is done. A few panic, which undoes the writes that share their commit.
        let write = |number: usize| {
            store.write_together(|transaction| {
                transaction.note(&note(number))?;
                let seq = transaction.next_seq();
                assert!(number % 80 != 5, "a write panics");
                if number.is_multiple_of(3) { Err(StoreError::Failed("given up".to_owned())) } else { Ok(seq) }
            })
        };
        let start = Barrier::new(THREADS);
        let work = &|thread: usize| {
            start.wait();
            let write = |number| std::panic::catch_unwind(AssertUnwindSafe(|| write(number)));
            let numbers = (0..20).map(|round| thread * 20 + round);
            numbers.filter_map(|number| Some((number, write(number).ok()?.ok()?))).collect::<Vec<_>>()
        };
        let mut done: Vec<(usize, i64)> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..THREADS).map(|thread| scope.spawn(move || work(thread))).collect();
            threads.into_iter().flat_map(|thread| thread.join().expect("no thread panics")).collect()
        });
        let kept = store.read(|connection| audit_entries(connection, None, None, None, 1000)).expect("the audit");
        let mut kept: Vec<usize> = kept.iter().map(|entry| entry.action.parse().expect("a number")).collect();
        kept.sort_unstable();
        done.sort_unstable();
        assert_eq!(kept, done.iter().map(|(number, _)| *number).collect::<Vec<_>>(), "what was told is what was done");
        assert!(done.len() > 100, "{} of them", done.len());
        let mut seqs: Vec<i64> = done.iter().map(|(_, seq)| *seq).collect();
        seqs.sort_unstable();
        let after = store.read(position).expect("a place").0;
        assert_eq!(seqs, (before + 1..=after).collect::<Vec<_>>(), "each place is taken once, and none is left out");
    }
}
