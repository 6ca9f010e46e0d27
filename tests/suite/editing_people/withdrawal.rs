//! The end of a consent, for good: what is taken away, what followers are told, what stays, and what is refused later.

use std::sync::Arc;
use std::time::Duration;

use rights_hub::model::{COLLECTIONS, collection};
use rights_hub::store::{self, ChangeOp, Store};
use serde_json::{Value, json};

use super::tables::{ask, count};
use super::{Desk, consent, id_of, testimony, with};
use crate::support::Database;
use crate::support::server::Server;

const CASE: &str = "case-told";

/// A testimony with a past: two public slugs, translations, notes, and a case study that names it.
fn told(desk: &Desk) -> String {
    let translated =
        json!([{ "lang": "fr", "title": "Ce qui aida", "body": "On m'écouta.", "attribution_line": "Jeanne" }]);
    let item = desk.publish(with(testimony("told", consent("role")), &[("translations", translated)]));
    desk.rewrite(
        &item,
        with(testimony("told-again", consent("named")), &[("body", json!("They did."))]),
        "?publish=true",
    );
    desk.done("POST", &format!("{item}/publish"), json!({ "change_note": "Jane asked for it." }));
    let mut case = (collection("case-studies").unwrap().example)();
    let first = desk.read("/v1/testimonies?limit=100").1["data"][0]["id"].clone();
    case["slug"] = json!(CASE);
    case["testimonies"] = json!([{ "slug": "told-again" }]);
    if first != id_of(&item) {
        case["testimonies"].as_array_mut().unwrap().push(json!({ "id": first }));
    }
    desk.publish(case);
    item
}

fn counts(desk: &Desk) -> Vec<(&'static str, i64)> {
    let hub = desk.read("/v1").1;
    COLLECTIONS.iter().map(|one| (one.name, hub["collections"][one.name]["count"].as_i64().unwrap())).collect()
}

#[test]
fn a_withdrawal_takes_everything_away_at_once() {
    for desk in Desk::each() {
        let item = told(&desk);
        let id = id_of(&item);
        let (before, named) = (counts(&desk), desk.read(&format!("/v1/case-studies/{CASE}")).1);
        let report = desk.done("POST", &format!("{item}/consent/withdraw"), json!({}));

        for key in ["told", "told-again", id] {
            for below in ["", "/related", "?include=topics", "?lang=fr"] {
                let target = format!("/v1/testimonies/{key}{below}");
                let (status, problem) = desk.read(&target);
                assert_eq!(status, 410, "{target}: {problem}");
                assert!(problem.get("removed_at").is_some() || below == "/related", "{target}: {problem}");
            }
        }
        let change = desk.server.hub.store().read(|connection| store::change_of(connection, id)).unwrap().unwrap();
        assert_eq!(
            (change.op, change.must_purge, change.reason.as_deref()),
            (ChangeOp::Delete, true, Some("consent-withdrawn"))
        );
        assert_eq!(json!(change.purge_by), report["purge_by"]);
        assert_eq!(json!(change.seq), report["seq"]);

        let case = desk.read(&format!("/v1/case-studies/{CASE}")).1;
        let left = named["data"]["testimonies"].as_array().unwrap().len() - 1;
        assert_eq!(case["data"]["testimonies"].as_array().unwrap().len(), left, "it stays, without the testimony");
        assert!(case["data"]["seq"].as_i64() > named["data"]["seq"].as_i64(), "followers get it anew");
        for ((name, was), (_, is)) in before.into_iter().zip(counts(&desk)) {
            assert_eq!(is, was - i64::from(name == "testimonies"), "{name}");
        }
        assert!(desk.server.hub.check_stored().unwrap().faults.is_empty());
    }
}

#[test]
fn what_was_said_is_on_no_disk_that_documents_are_kept_on() {
    for database in Database::each() {
        let desk = Desk::at(database);
        let folder = tempfile::tempdir().unwrap();
        // Another node, which only follows.
        let other = Database::at(&desk.url).hub_keeping(2).with_document_files(folder.path().to_owned(), 1 << 20);
        let other = Server::over(Arc::new(other), Database::at(&desk.url));
        let item = told(&desk);
        other.hub.catch_up().unwrap();
        for path in [format!("/v1/testimonies/{}", id_of(&item)), format!("/v1/case-studies/{CASE}")] {
            assert_eq!(other.get(&path).status, 200, "{path}");
        }
        assert!(other.hub.document_counts().disk_bytes > 0);
        desk.done("POST", &format!("{item}/consent/withdraw"), json!({}));
        other.hub.catch_up().unwrap();
        assert_eq!(other.hub.document_counts().disk_bytes, 0);
        assert_eq!(other.get("/v1/testimonies/told").status, 410);
        assert_eq!(other.get(&format!("/v1/case-studies/{CASE}")).status, 200);
        assert!(other.hub.document_counts().disk_bytes > 0, "what is read from now on is kept again");
    }
}

#[test]
fn nothing_that_was_said_is_kept_beside_the_public_tables() {
    for desk in Desk::each() {
        let item = told(&desk);
        let id = id_of(&item);
        // The answer to a named request would tell it once more.
        let named = [("Idempotency-Key", "once")];
        let answer = desk.ask_as(&desk.key, "POST", &format!("{item}/publish"), &named, json!({}));
        assert_eq!(answer.status, 200, "{}", answer.text());
        let link = desk.done("POST", &format!("{item}/preview-links"), json!({ "expires_in": 3600 }));
        let preview = link["href"].as_str().unwrap().split_once("/v1/").map(|(_, path)| format!("/v1/{path}")).unwrap();
        assert_eq!(desk.read(&preview).0, 200);
        let rows =
            |table: &str| count(&desk.url, &format!("SELECT count(*) AS number FROM {table} WHERE item_id = '{id}'"));
        let notes = || count(&desk.url, &format!("SELECT count(note) AS number FROM audit WHERE item_id = '{id}'"));
        assert_eq!((rows("consents"), rows("idempotency"), rows("preview_links"), notes()), (1, 1, 1, 1));
        let revisions = rows("revisions");

        let report = desk.done("POST", &format!("{item}/consent/withdraw"), json!({}));
        assert_eq!(
            report["steps"],
            json!({
                "public_entry_removed": true, "revisions_erased": revisions, "kept_answers_erased": 1,
                "audit_notes_erased": 1, "references_rewritten": 1,
            })
        );
        assert_eq!((rows("consents"), rows("idempotency"), rows("preview_links"), notes()), (0, 0, 0, 0));
        assert_eq!(
            ask(&desk.url, &format!("SELECT DISTINCT document AS text FROM revisions WHERE item_id = '{id}'")),
            ["{}"]
        );
        let slugs = ask(&desk.url, &format!("SELECT slug AS text FROM slugs WHERE entry_id = '{id}'"));
        assert!(slugs.len() == 2 && slugs.iter().all(|slug| slug.starts_with("erased-")), "{slugs:?}");
        assert_ne!(desk.read(&preview).0, 200, "a link to the draft leads nowhere");
        assert_eq!(desk.done("GET", &format!("{item}/withdrawal"), Value::Null), report);
        let mut seen = desk.done("GET", &item, Value::Null);
        assert_eq!((seen["data"].take(), &seen["item"]["state"]), (json!({}), &json!("erased")));
    }
}

#[test]
fn nothing_is_granted_or_written_after_it_and_objections_are_noted() {
    for desk in Desk::each() {
        let item = told(&desk);
        let id = id_of(&item);
        let withdraw = format!("{item}/consent/withdraw");
        let report = desk.done("POST", &withdraw, json!({}));
        let rev = desk.done("GET", &item, Value::Null)["item"]["rev"].clone();
        let if_match = format!("\"rev-{rev}\"");
        let again = with(testimony("told", consent("named")), &[("id", json!(id))]);
        let writes = [
            ("PUT", format!("{item}/consent"), consent("anonymous"), 409),
            ("PUT", item.clone(), testimony("told", consent("named")), 422),
            ("PATCH", item.clone(), json!({ "title": "Again" }), 422),
            ("POST", format!("{item}/publish"), json!({}), 409),
            ("POST", format!("{item}/restore"), json!({}), 409),
            ("POST", format!("{item}/revert"), json!({ "rev": 1 }), 409),
            ("POST", format!("{item}/preview-links"), json!({ "expires_in": 60 }), 409),
            ("POST", "/v1/manage/testimonies?publish=true".to_owned(), again, 422),
            ("POST", "/v1/manage/testimonies?publish=true".to_owned(), testimony("told", consent("named")), 422),
            ("POST", "/v1/manage/testimonies?publish=true".to_owned(), testimony("told-again", consent("named")), 422),
            ("DELETE", item.clone(), Value::Null, 409),
        ];
        for (method, target, body, expected) in writes {
            let answer = desk.ask_as(&desk.key, method, &target, &[("If-Match", &if_match)], body);
            assert_eq!(answer.status, expected, "{method} {target}: {}", answer.text());
        }
        for key in ["told", "told-again", id] {
            assert_eq!(desk.read(&format!("/v1/testimonies/{key}")).0, 410, "{key}");
        }
        assert_eq!(desk.done("POST", &withdraw, json!({})), report, "an objection changes nothing");
        let audit = desk.done("GET", &format!("/v1/manage/audit?item={id}"), Value::Null);
        let actions: Vec<&str> =
            audit["data"].as_array().unwrap().iter().map(|line| line["action"].as_str().unwrap()).collect();
        assert_eq!(actions[..2], ["consent-objection", "consent-withdraw"], "{audit}");
    }
}

#[test]
fn what_was_never_public_is_erased_without_a_word_to_the_public() {
    for desk in Desk::each() {
        let item = desk.draft(testimony("told", consent("role")));
        let other = desk.draft(testimony("another", consent("role")));
        assert_eq!(desk.ask("GET", &format!("{item}/withdrawal"), Value::Null).status, 404);
        let report = desk.done("POST", &format!("{item}/consent/withdraw"), json!({}));
        assert_eq!(report["steps"]["public_entry_removed"], false);
        assert_eq!((&report["seq"], desk.read("/v1/testimonies/told").0), (&Value::Null, 404));
        assert_eq!(desk.read(&format!("/v1/testimonies/{}", id_of(&item))).0, 404);
        assert_eq!(desk.done("GET", &other, Value::Null)["data"]["body"], "They listened.");
    }
}

#[test]
fn a_long_read_delays_the_overwriting_and_does_not_prevent_it() {
    let desk = Desk::at(Database::sqlite());
    let item = desk.publish(with(testimony("told", consent("named")), &[("body", json!("qxlongreadzj said so."))]));
    let file = desk.url.strip_prefix("sqlite://").expect("a file").to_owned();
    let holding = || -> Vec<String> {
        let files = ["", "-wal", "-shm"].map(|end| format!("{file}{end}"));
        let holds = |file: &String| {
            std::fs::read(file).is_ok_and(|bytes| bytes.windows(12).any(|word| word == b"qxlongreadzj"))
        };
        files.into_iter().filter(holds).collect()
    };
    assert!(!holding().is_empty(), "it is written down");
    let reader = Store::open(&desk.url).expect("the database opens");
    let read = reader.snapshot(|connection| {
        store::position(connection)?;
        desk.done("POST", &format!("{item}/consent/withdraw"), Value::Null);
        assert_eq!(desk.read("/v1/testimonies/told").0, 410, "nobody is shown it, whatever is in the files");
        desk.server.hub.keep_time()?;
        assert!(!holding().is_empty(), "the read still sees the page as it was");
        // Whoever writes meanwhile is not kept waiting.
        desk.publish(json!({ "type": "topics", "slug": "meanwhile", "title": "Meanwhile" }));
        Ok(())
    });
    read.expect("the read ends well");
    // The server keeps time, too: whichever of the two comes first does it.
    for _ in 0..100 {
        desk.server.hub.keep_time().expect("the database answers");
        if holding().is_empty() {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("{:?}", holding());
}
