//! What is scheduled is published once when its time comes, however many keep time.

use std::sync::atomic::{AtomicI64, Ordering};

use rights_hub::hub::{Actor, AuditQuery, Hub, TransitionRequest, Verb};
use rights_hub::model::values::Instant;
use rights_hub::model::{Collection, collection};
use rights_hub::query::{ListQuery, Surface};
use serde_json::{Value, json};

use super::{later, noon, topic};
use crate::support::{Database, publish};

/// The clock of this module's hubs, in seconds after noon; each test has its own thread of time.
macro_rules! clock {
    ($now:ident, $read:ident) => {
        static $now: AtomicI64 = AtomicI64::new(0);
        fn $read() -> Instant {
            Instant::from_millis(noon().millis() + $now.load(Ordering::SeqCst) * 1000)
        }
    };
}

fn topics() -> &'static Collection {
    collection("topics").expect("the collection")
}

fn make(hub: &Hub, document: Value) -> String {
    let (made, _) = hub.create(&Actor::hub(), None, topics(), document, false, false).expect("it is made");
    made.item.expect("an item").1
}

fn schedule(hub: &Hub, id: &str, seconds: i64) {
    let request = TransitionRequest { publish_at: Some(later(seconds)), ..TransitionRequest::default() };
    hub.transition(&Actor::hub(), None, topics(), id, None, Verb::Schedule, &request).expect("it is scheduled");
}

fn is_public(hub: &Hub, id: &str) -> bool {
    let query = ListQuery::read(Surface::Item("topics"), "", None).expect("a good query");
    hub.item(topics(), id, &query).is_ok()
}

fn state(hub: &Hub, id: &str) -> Value {
    hub.read_item(topics(), id, false).expect("the item").1["item"]["state"].clone()
}

/// Actions and notes of the audit about an item, the latest first.
fn done(hub: &Hub, id: &str) -> Vec<(Value, Value)> {
    let query = AuditQuery { item: Some(id.to_owned()), limit: 50, ..AuditQuery::default() };
    let audit = hub.audit(&query).expect("the audit");
    audit["data"].as_array().expect("lines").iter().map(|line| (line["action"].clone(), line["note"].clone())).collect()
}

#[test]
fn what_is_due_is_published_once() {
    clock!(NOW, clock);
    for database in Database::each() {
        NOW.store(0, Ordering::SeqCst);
        let nodes: Vec<Hub> = (0..4).map(|_| database.hub().with_clock(clock)).collect();
        let hub = &nodes[0];
        let ids: Vec<String> = (0..6).map(|number| make(hub, topic(&format!("t{number}"), "Timed"))).collect();
        for (number, id) in ids.iter().enumerate() {
            schedule(hub, id, if number < 5 { 60 } else { 3600 });
        }
        NOW.store(59, Ordering::SeqCst);
        assert_eq!(hub.keep_time().expect("time is kept"), 0);
        NOW.store(60, Ordering::SeqCst);
        let done_by: usize = std::thread::scope(|scope| {
            let keepers = nodes.iter().flat_map(|node| (0..2).map(move |_| node));
            let keepers: Vec<_> = keepers.map(|node| scope.spawn(|| node.keep_time().expect("time is kept"))).collect();
            keepers.into_iter().map(|keeper| keeper.join().expect("no panic")).sum()
        });
        assert_eq!(done_by, 5);
        for node in &nodes {
            node.catch_up().expect("the catalogue follows");
            assert!(ids[..5].iter().all(|id| is_public(node, id)) && !is_public(node, &ids[5]));
        }
        for id in &ids[..5] {
            assert_eq!(state(hub, id), "published");
            let published = done(hub, id).into_iter().filter(|(action, _)| action == "publish-scheduled").count();
            assert_eq!(published, 1, "{:?}", done(hub, id));
        }
        assert_eq!(state(hub, &ids[5]), "scheduled");
        let checked = hub.check_stored().expect("the database answers");
        assert_eq!((checked.entries, checked.faults), (5, vec![]));
        assert_eq!(hub.keep_time().expect("time is kept"), 0);
    }
}

#[test]
fn what_is_due_is_the_latest_revision() {
    clock!(NOW, clock);
    for database in Database::each() {
        NOW.store(0, Ordering::SeqCst);
        let hub = database.hub().with_clock(clock);
        let id = make(&hub, topic("tides", "Tides"));
        let act = |verb| hub.transition(&Actor::hub(), None, topics(), &id, None, verb, &TransitionRequest::default());
        act(Verb::Publish).expect("it is published");
        let write = rights_hub::hub::ItemWrite::Merge(json!({ "title": "Spring tides" }));
        hub.write_item(&Actor::hub(), topics(), &id, 1, write, false, false).expect("it is written");
        schedule(&hub, &id, 60);
        assert_eq!(state(&hub, &id), "published");
        act(Verb::Unschedule).expect("it is taken back");
        NOW.store(61, Ordering::SeqCst);
        assert_eq!(hub.keep_time().expect("time is kept"), 0);
        schedule(&hub, &id, 120);
        NOW.store(121, Ordering::SeqCst);
        assert_eq!(hub.keep_time().expect("time is kept"), 1);
        let (item, _) = hub.read_item(topics(), &id, false).expect("the item");
        assert_eq!((item.published_rev, item.publish_at), (Some(2), None));
    }
}

#[test]
fn what_cannot_be_published_in_time_waits_as_a_draft() {
    clock!(NOW, clock);
    for database in Database::each() {
        NOW.store(0, Ordering::SeqCst);
        publish(&database.hub().with_clock(clock), &[topic("anchor", "Anchor")]);
        let hub = database.hub().with_clock(clock);
        let dangling = |slug: &str| {
            let mut document = topic(slug, "Dangling");
            document["related"] = json!([{ "slug": "anchor" }, { "slug": "nobody" }]);
            document
        };
        let (bad, good) = (make(&hub, dangling("bad")), make(&hub, topic("good", "Good")));
        let changed = make(&hub, topic("changed", "Changed"));
        let act = |id: &str, verb| {
            hub.transition(&Actor::hub(), None, topics(), id, None, verb, &TransitionRequest::default()).expect("done")
        };
        act(&changed, Verb::Publish);
        let write = rights_hub::hub::ItemWrite::Merge(json!({ "related": [{ "slug": "nobody" }] }));
        hub.write_item(&Actor::hub(), topics(), &changed, 1, write, false, false).expect("it is written");
        for id in [&bad, &good, &changed] {
            schedule(&hub, id, 60);
        }
        NOW.store(100, Ordering::SeqCst);
        assert_eq!(hub.keep_time().expect("time is kept"), 1);
        assert_eq!([&bad, &good, &changed].map(|id| state(&hub, id)), ["draft", "published", "published"]);
        for (id, pointer) in [(&bad, "/related/1"), (&changed, "/related/0")] {
            let (action, note) = done(&hub, id)[0].clone();
            assert_eq!(action, "schedule-failed");
            assert_eq!(note, format!("{pointer} dangling-reference"));
            assert_eq!(hub.read_item(topics(), id, false).expect("the item").0.publish_at, None);
        }
        let lines = done(&hub, &bad).len();
        assert_eq!(hub.keep_time().expect("time is kept"), 0);
        assert_eq!(done(&hub, &bad).len(), lines, "it is tried once");
        assert!(is_public(&hub, &changed) && !is_public(&hub, &bad));
    }
}
