//! Copies of another hub: complete, proved, read-only, and forgetful when they must be.

use diesel::RunQueryDsl;
use rights_hub::hub::{EditError, ItemWrite};
use rights_hub::mirror::{MirrorFailure, MirrorOptions, Report, Source, visit};

use super::*;

/// A copy of a served hub.
pub(super) struct Mirror {
    pub server: Server,
    pub source: Source,
}

impl Mirror {
    pub fn of(server: &Server, scope: &str, database: Database) -> Self {
        let source = Source::new(&format!("http://{}", server.address), scope, None).expect("an address");
        Self { server: serving(database, &[]), source }
    }

    pub fn visit(&self) -> Report {
        let report = self.try_visit(MirrorOptions::default()).expect("the visit succeeds");
        assert!(report.complete, "{report:?}");
        report
    }

    pub fn try_visit(&self, options: MirrorOptions) -> Result<Report, MirrorFailure> {
        visit(&self.server.hub, &self.source, options, &mut |_, _| ())
    }

    /// Holds what the copy serves to what the hub serves.
    pub fn assert_equal(&self, server: &Server, filters: &str) {
        let here = served_digest(&self.server, filters);
        let there = served_digest(server, filters);
        assert_eq!(here["total"], there["total"]);
        assert_eq!(unplaced(export(&self.server, filters).0), unplaced(export(server, filters).0));
        let checked = self.server.hub.check_stored().expect("the database answers");
        assert!(checked.faults.is_empty(), "{:?}", checked.faults);
    }
}

/// Documents without what differs between a hub and its copy.
fn unplaced(mut copy: Copy) -> Copy {
    for document in copy.values_mut().filter_map(Value::as_object_mut) {
        ["seq", "links"].iter().for_each(|name| drop(document.remove(*name)));
    }
    copy
}

pub(super) fn kinds() -> impl Iterator<Item = (Database, Database)> {
    Database::each().into_iter().zip(Database::each())
}

#[test]
fn a_copy_is_the_hub_again_and_so_is_a_copy_of_the_copy() {
    for (one, two) in kinds() {
        let hub = Server::start(one);
        let first = Mirror::of(&hub, "", two);
        let report = first.visit();
        assert_eq!((report.counts.kept, report.entries), (211, 211));
        first.assert_equal(&hub, "");
        let second = Mirror::of(&first.server, "", Database::sqlite());
        second.visit();
        second.assert_equal(&hub, "");
        // It is served as the hub serves it, references and facets too.
        let ask = "/v1/case-studies?facet=topic,right&include=organisations&sort=title&lang=fr";
        let plain = |server: &Server| {
            let mut answer = server.json(ask);
            strip(&mut answer, &["seq", "html", "oembed"]);
            answer
        };
        assert_eq!(plain(&second.server), plain(&hub));
        let again = first.visit();
        assert_eq!((again.counts.kept, again.counts.forgotten, again.repaired), (0, 0, 0));
    }
}

fn strip(value: &mut Value, names: &[&str]) {
    match value {
        Value::Object(members) => {
            names.iter().for_each(|name| drop(members.remove(*name)));
            members.values_mut().for_each(|value| strip(value, names));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| strip(value, names)),
        _ => {}
    }
}

#[test]
fn a_copy_follows_changes_removals_and_redirects() {
    for (one, two) in kinds() {
        let hub = serving(
            one,
            &[topic("a", &[]), topic("b", &["a"]), news("one", &["a"]), news("two", &["b"]), news("three", &["b"])],
        );
        let mirror = Mirror::of(&hub, "", two);
        mirror.visit();
        publish(&hub.hub, &[json!({ "type": "topics", "slug": "a", "title": "Renamed" }), news("four", &["a"])]);
        done(&hub.hub, "news", "two", Verb::Remove, TransitionRequest::default());
        let to = TransitionRequest {
            to: Some(Successor { id: None, slug: Some("one".to_owned()) }),
            ..TransitionRequest::default()
        };
        let three = id(&hub.hub, "news", "three");
        done(&hub.hub, "news", "three", Verb::Redirect, to);
        mirror.visit();
        mirror.assert_equal(&hub, "");
        assert_eq!(mirror.server.get("/v1/news/two").status, 410);
        let moved = mirror.server.get(&format!("/v1/news/{three}"));
        assert_eq!(moved.status, 308, "{}", moved.text());
        hub.hub
            .transition(&Actor::hub(), None, of("news"), &three, None, Verb::Restore, &TransitionRequest::default())
            .expect("it comes back");
        mirror.visit();
        mirror.assert_equal(&hub, "");
        let notice = TransitionRequest { explanation: Some("Not so.".to_owned()), ..TransitionRequest::default() };
        done(&hub.hub, "news", "one", Verb::Withdraw, notice);
        mirror.visit();
        assert_eq!(mirror.server.json("/v1/news/one")["data"]["notice"]["explanation"], "Not so.");
        mirror.assert_equal(&hub, "");
    }
}

#[test]
fn a_part_is_copied_whole_too() {
    for (one, two) in kinds() {
        let hub =
            serving(one, &[topic("in", &[]), topic("out", &[]), news("one", &["in", "out"]), news("two", &["out"])]);
        let mirror = Mirror::of(&hub, "type=news&topic=in", two);
        let report = mirror.visit();
        assert_eq!(report.entries, 1);
        // What the entry names is not here, and yet is in what followers of the copy get.
        assert_eq!(mirror.server.json("/v1/news/one")["data"]["topics"], json!([]));
        assert_eq!(export(&mirror.server, "").0.values().next().expect("one")["topics"][0]["slug"], "in");
        publish(&hub.hub, &[news("two", &["in"]), news("one", &["out"])]);
        mirror.visit();
        let slugs: Vec<Value> =
            export(&mirror.server, "").0.values().map(|document| document["slug"].clone()).collect();
        assert_eq!(slugs, ["two"]);
        let other = Source::new(&mirror.source.address, "type=news", None).expect("an address");
        let refused = visit(&mirror.server.hub, &other, MirrorOptions::default(), &mut |_, _| ());
        assert!(matches!(refused, Err(MirrorFailure::OtherScope(_))), "{refused:?}");
    }
}

#[test]
fn what_was_purged_there_is_erased_here() {
    for (one, two) in kinds() {
        let mut said = testimony("said", &["web", "sync"]);
        said["body"] = json!("Quixotically spoken.");
        let others = ["a", "b", "c", "d", "e"].map(|slug| topic(slug, &[]));
        let hub = serving(one, &[&[said][..], &others].concat());
        let mirror = Mirror::of(&hub, "", two);
        mirror.visit();
        let id = id(&mirror.server.hub, "testimonies", "said");
        hub.hub.withdraw_consent(&Actor::hub(), None, of("testimonies"), &id).expect("consent is withdrawn");
        mirror.visit();
        mirror.assert_equal(&hub, "");
        assert_eq!(mirror.server.get(&format!("/v1/testimonies/{id}")).status, 410);
        assert_eq!(mirror.server.get("/v1/testimonies/said").status, 410);
        let row = mirror.server.json("/v1/changes")["changes"]
            .as_array()
            .expect("rows")
            .iter()
            .find(|row| row["id"] == json!(id))
            .cloned();
        assert_eq!(row.expect("a tombstone")["must_purge"], true, "a copy of the copy is told");
        let kept = mirror.server.hub.store().look(|transaction| transaction.revisions(&id));
        assert!(kept.expect("the database answers").iter().all(|revision| revision.document.is_empty()));
        mirror.server.hub.keep_time().expect("the database answers");
        if let Some(path) = mirror.server.hub.store().path() {
            for file in [path.clone(), path.with_extension("db-wal")] {
                let bytes = std::fs::read(&file).unwrap_or_default();
                let found = bytes.windows(14).any(|window| window == b"Quixotically s");
                assert!(!found, "{}", file.display());
            }
        }
    }
}

#[test]
fn nobody_edits_a_copy() {
    let hub = serving(Database::sqlite(), &[topic("one", &[])]);
    let mirror = Mirror::of(&hub, "", Database::sqlite());
    mirror.visit();
    let own = &mirror.server.hub;
    let id = id(own, "topics", "one");
    let refused =
        own.transition(&Actor::hub(), None, of("topics"), &id, None, Verb::Remove, &TransitionRequest::default());
    assert!(matches!(refused, Err(EditError::Mirrored { .. })), "{refused:?}");
    let write = ItemWrite::Merge(json!({ "title": "Mine" }));
    let refused = own.write_item(&Actor::hub(), of("topics"), &id, 1, write, true, true);
    assert!(matches!(refused, Err(EditError::Mirrored { .. })), "{refused:?}");
    let (counts, results) = crate::support::import(
        own,
        &[json!({ "type": "topics", "slug": "one", "title": "Mine" })],
        crate::support::PUBLISH,
    );
    assert_eq!((counts.failed, results[0].errors[0].code), (1, "mirrored"));
    publish(own, &[topic("own", &["one"])]);
    assert_eq!(mirror.server.json("/v1/topics")["meta"]["total"], 2, "entries of its own stand beside it");
    assert!(mirror.visit().complete);
}

#[test]
fn what_cannot_be_taken_in_holds_nothing_else_up() {
    for (one, two) in kinds() {
        let hub = serving(one, &[topic("taken", &[]), topic("free", &[]), news("names", &["taken", "free"])]);
        let mirror = Mirror::of(&hub, "", two);
        publish(&mirror.server.hub, &[json!({ "type": "topics", "slug": "taken", "title": "The copy's own" })]);
        let report = mirror.visit();
        assert_eq!((report.counts.quarantined, report.counts.kept, report.in_quarantine), (1, 2, 1), "{report:?}");
        let quarantined = mirror.server.hub.quarantined(&mirror.source.address).expect("the database answers");
        assert_eq!(quarantined[0].collection, "topics");
        assert_eq!(mirror.server.json("/v1/news/names")["data"]["topics"][0]["slug"], "free");
        // It is let out when the reason is gone.
        publish(
            &hub.hub,
            &[
                json!({ "type": "topics", "id": id(&hub.hub, "topics", "taken"), "slug": "another", "title": "Another" }),
            ],
        );
        let report = mirror.visit();
        assert_eq!(report.in_quarantine, 0);
        assert_eq!(mirror.server.json("/v1/topics/another")["data"]["title"], "Another");
        assert_eq!(mirror.server.json("/v1/news/names")["data"]["topics"].as_array().map(Vec::len), Some(2));
    }
}

#[test]
fn a_hub_that_shrinks_much_is_not_followed_blindly() {
    let documents: Vec<Value> = (0..10).map(|number| topic(&format!("t{number}"), &[])).collect();
    let hub = serving(Database::sqlite(), &documents);
    let mirror = Mirror::of(&hub, "", Database::sqlite());
    mirror.visit();
    (0..3)
        .for_each(|number| done(&hub.hub, "topics", &format!("t{number}"), Verb::Remove, TransitionRequest::default()));
    let refused = mirror.try_visit(MirrorOptions::default());
    assert!(matches!(refused, Err(MirrorFailure::Shrunk(10, 7))), "{refused:?}");
    assert_eq!(mirror.server.json("/v1/topics")["meta"]["total"], 10);
    let report = mirror.try_visit(MirrorOptions { allow_shrink: true }).expect("it is allowed");
    assert!(report.complete && report.counts.forgotten == 3, "{report:?}");
}

#[test]
fn what_must_be_forgotten_waits_for_no_leave() {
    let topics = ["a", "b"].map(|slug| topic(slug, &[]));
    let hub = serving(Database::sqlite(), &[&[testimony("said", &["web", "sync"])][..], &topics].concat());
    let mirror = Mirror::of(&hub, "", Database::sqlite());
    mirror.visit();
    let said = id(&hub.hub, "testimonies", "said");
    hub.hub.withdraw_consent(&Actor::hub(), None, of("testimonies"), &said).expect("consent is withdrawn");
    done(&hub.hub, "topics", "a", Verb::Remove, TransitionRequest::default());
    let refused = mirror.try_visit(MirrorOptions::default());
    assert!(matches!(refused, Err(MirrorFailure::Shrunk(3, 1))), "{refused:?}");
    assert_eq!(mirror.server.get(&format!("/v1/testimonies/{said}")).status, 410);
    assert_eq!(mirror.server.get("/v1/topics/a").status, 200, "the rest waits");
}

#[test]
fn another_history_is_copied_from_its_beginning() {
    for (one, two) in kinds() {
        let hub = serving(one, &[topic("kept", &[]), topic("lost", &[]), topic("older", &[])]);
        let mirror = Mirror::of(&hub, "", two);
        mirror.visit();
        publish(&hub.hub, &[json!({ "type": "topics", "slug": "older", "title": "Newer" })]);
        mirror.visit();
        // As after a restore from a backup that is older than one of the entries.
        let lost = id(&hub.hub, "topics", "lost");
        restored(&hub.hub, &["DELETE FROM entries WHERE slug = 'lost'", "DELETE FROM slugs WHERE slug = 'lost'"]);
        restored(&hub.hub, &[&format!("DELETE FROM changes WHERE entry_id = '{lost}'")]);
        restored(&hub.hub, &["UPDATE hub SET epoch = '0197a9a4-5c8e-7d30-9b1f-2f6f1d1c7a10'"]);
        hub.hub.catch_up().expect("the catalogue follows");
        let report = mirror.try_visit(MirrorOptions { allow_shrink: true }).expect("it succeeds");
        assert!(report.complete, "{report:?}");
        mirror.assert_equal(&hub, "");
        assert_eq!(mirror.server.get("/v1/topics/lost").status, 410);
    }
}

/// Changes a hub's tables as no hub ever does.
fn restored(hub: &Hub, statements: &[&str]) {
    let done = hub.store().write(|transaction| {
        transaction.see(|connection| {
            statements.iter().try_for_each(|sql| Ok(diesel::sql_query(*sql).execute(connection).map(drop)?))
        })
    });
    done.expect("the database obeys");
}
