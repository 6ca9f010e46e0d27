//! What endpoints are told of: what consent allows, of the collections that they asked for, from the place where they
//! stand, in the history that there is.

use rights_hub::database::Connection;
use rights_hub::store::StoreError;
use serde_json::{Value, json};

use super::Post;
use super::receiver::{Received, Receiver, Reply, eventually};
use crate::support::schemas::assert_valid;

fn testimony(channels: Value) -> Value {
    json!({
        "type": "testimonies", "title": "What helped", "kind": "testimony", "attribution_line": "Jane Roe, cook",
        "role_at_the_time": "Cook", "body": "They listened.", "topics": [{ "slug": "anchor" }],
        "consent": { "basis": "written", "attribution": "named", "channels": channels, "evidence_ref": "Form 7" },
    })
}

/// What messages say: kind, entry, reason.
fn told(messages: &[Received]) -> Vec<(String, String, String)> {
    let word = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let one = |message: &Received| {
        let body = message.json();
        assert_valid("#/components/schemas/EntryMessage", "a message", &body);
        assert_eq!(body["data"]["op"] == "delete", body["type"] == "entry.deleted");
        (word(&body["type"]), word(&body["data"]["id"]), word(&body["data"]["reason"]))
    };
    messages.iter().map(one).collect()
}

#[test]
fn what_consent_keeps_from_copies_is_never_announced_but_as_gone() {
    for post in Post::each() {
        let receiver = Receiver::new();
        let (hook, _) = post.hook(&receiver.url, json!({}));
        // Nobody is told of it, then or ever.
        post.entry(testimony(json!(["web"])));
        let (shared, _) = post.entry(testimony(json!(["web", "sync"])));
        post.caught_up(&hook);
        let consent = testimony(json!(["web", "embed"]))["consent"].clone();
        post.done("PUT", &format!("/v1/manage/testimonies/{shared}/consent"), consent);
        post.caught_up(&hook);
        post.done("POST", &format!("/v1/manage/testimonies/{shared}/consent/withdraw"), json!({}));
        post.caught_up(&hook);
        let deleted = "entry.deleted".to_owned();
        let out = "out_of_scope".to_owned();
        assert_eq!(
            told(&receiver.taken()),
            [
                ("entry.published".to_owned(), shared.clone(), String::new()),
                (deleted.clone(), shared.clone(), out),
                (deleted, shared, "consent-withdrawn".to_owned()),
            ]
        );
        let last = receiver.taken().pop().expect("a message").json();
        assert_eq!(last["data"]["must_purge"], true);
        assert!(last["data"]["purge_by"].is_string());
        assert!(
            receiver
                .received()
                .iter()
                .all(|message| !message.body.contains("Jane") && !message.body.contains("helped"))
        );
    }
}

/// Who keeps copies by messages forgets what who follows the log forgets.
#[test]
fn a_message_says_of_a_change_what_the_log_says() {
    for post in Post::each() {
        let receiver = Receiver::new();
        let (hook, _) = post.hook(&receiver.url, json!({}));
        let (shared, _) = post.entry(testimony(json!(["web", "sync"])));
        let (merged, _) = post.topic("Tides");
        let (successor, _) = post.topic("Waves");
        let consent = testimony(json!(["web", "embed"]))["consent"].clone();
        let steps = [
            ("PUT", format!("testimonies/{shared}/consent"), consent, &shared),
            ("POST", format!("topics/{merged}/redirect"), json!({ "to": { "id": successor } }), &merged),
            ("POST", format!("topics/{merged}/restore"), json!({}), &merged),
            ("POST", format!("testimonies/{shared}/remove"), json!({}), &shared),
        ];
        for (method, path, body, entry) in steps {
            post.done(method, &format!("/v1/manage/{path}"), body);
            post.caught_up(&hook);
            let log = post.server.json("/v1/changes");
            let row = log["changes"].as_array().expect("rows").iter().find(|row| row["id"] == json!(entry)).cloned();
            let row = row.expect("its row");
            let message = receiver.taken().pop().expect("a message").json();
            for member in ["id", "seq", "op", "reason", "redirect_to", "must_purge", "purge_by"] {
                assert_eq!(message["data"].get(member), row.get(member), "{member} after {path}: {message}");
            }
            assert_eq!(row["must_purge"] == true, path.contains("testimonies"), "{path}: {row}");
        }
    }
}

#[test]
fn an_endpoint_is_told_of_its_collections_from_where_it_begins() {
    for post in Post::each() {
        let (topic, first) = post.topic("Tides");
        let (news, _) = post.entry(json!({ "type": "news", "title": "Said", "body": "Done." }));
        let (all, some, late) = (Receiver::new(), Receiver::new(), Receiver::new());
        let (every, _) = post.hook(&all.url, json!({ "from_seq": first }));
        let (only, _) = post.hook(&some.url, json!({ "from_seq": 0, "types": ["news"] }));
        let (after, _) = post.hook(&late.url, json!({}));
        let (successor, _) = post.topic("Waves");
        post.done("POST", &format!("/v1/manage/topics/{topic}/redirect"), json!({ "to": { "id": successor } }));
        let (last, _) = post.entry(json!({ "type": "news", "title": "Told", "body": "Done." }));
        for hook in [&every, &after] {
            post.caught_up(hook);
        }
        some.wait_for(2);
        let ids = |receiver: &Receiver| told(&receiver.taken()).into_iter().map(|(_, id, _)| id).collect::<Vec<_>>();
        assert_eq!(ids(&some), [news.clone(), last.clone()]);
        assert_eq!(ids(&late), [successor.clone(), topic.clone(), last.clone()]);
        assert_eq!(*ids(&all).last().expect("messages"), last);
        let merged = late.taken()[1].json();
        assert_eq!(
            (&merged["data"]["reason"], &merged["data"]["redirect_to"]),
            (&json!("redirected"), &json!(successor))
        );
        assert_eq!(post.read(&only)["state"], "active");
    }
}

#[test]
fn who_is_sent_back_is_told_again_as_something_new() {
    for post in Post::each() {
        let receiver = Receiver::new();
        let (hook, _) = post.hook(&receiver.url, json!({}));
        let places: Vec<i64> = (0..3).map(|number| post.topic(&format!("Topic {number}")).1).collect();
        post.caught_up(&hook);
        post.done("POST", &format!("{hook}/replay"), json!({ "from_seq": places[1] }));
        let received = receiver.wait_for(5);
        post.caught_up(&hook);
        let seqs: Vec<i64> = received.iter().map(Received::seq).collect();
        assert_eq!(seqs, [places[0], places[1], places[2], places[1], places[2]]);
        assert_ne!(received[1].id(), received[3].id(), "or it would be taken for what was worked on already");
        let refused = post.ask("POST", &format!("{hook}/replay"), &[], json!({ "from_seq": places[2] + 2 }));
        assert_eq!(refused.json()["errors"][0]["code"], "not-reached");
        // One place on is where it stands: nothing comes of it.
        post.done("POST", &format!("{hook}/replay"), json!({ "from_seq": places[2] + 1 }));
        post.topic("Last");
        post.caught_up(&hook);
        assert_eq!(receiver.received().len(), 6);
    }
}

#[test]
fn another_history_is_told_once_and_messages_go_on_from_its_end() {
    for mut post in Post::each() {
        let receiver = Receiver::new();
        let (hook, _) = post.hook(&receiver.url, json!({}));
        post.topic("Tides");
        post.caught_up(&hook);
        post.stop();
        post.topic("Never told of: it is in the export that is asked for");
        let before = post.read(&hook)["epoch"].as_str().expect("an epoch").to_owned();
        let epoch = uuid::Uuid::now_v7().to_string();
        set_epoch(&post, &epoch);
        eventually("the catalogue follows", || *post.server.hub.catalogue().epoch == *epoch);
        let refused = post.ask("POST", &format!("{hook}/replay"), &[], json!({ "from_seq": 0 }));
        assert_eq!(refused.json()["errors"][0]["code"], "epoch-changed", "{}", refused.text());

        let mut count = 0;
        receiver.answer(move |_| {
            count += 1;
            Reply::of(if count < 3 { 500 } else { 200 })
        });
        post.start(super::swift());
        eventually("it stands in the new history", || post.read(&hook)["epoch"] == epoch.as_str());
        let (_, seq) = post.topic("Waves");
        post.caught_up(&hook);
        let received = receiver.received();
        let kinds: Vec<String> = received.iter().map(Received::kind).collect();
        let changed = "hub.epoch_changed";
        assert_eq!(kinds, ["entry.published", changed, changed, changed, "entry.published"]);
        assert!(
            received[1..4].iter().all(|message| message.id() == received[1].id() && message.body == received[1].body)
        );
        let message = received[1].json();
        assert_valid("#/components/schemas/EpochMessage", "a message", &message);
        assert_eq!((&message["data"]["epoch"], &message["data"]["previous_epoch"]), (&json!(epoch), &json!(before)));
        assert_eq!(received[4].seq(), seq);
        assert_eq!(received[4].json()["data"]["epoch"], epoch.as_str());
    }
}

fn set_epoch(post: &Post, epoch: &str) {
    use diesel::RunQueryDsl as _;
    let statement = format!("UPDATE hub SET epoch = '{epoch}'");
    let store = rights_hub::store::Store::open(&post.url).expect("the database opens");
    let done = store.read(|connection| {
        let query = diesel::sql_query(statement);
        Ok::<_, StoreError>(match connection {
            Connection::Postgres(postgres) => query.execute(postgres)?,
            Connection::Sqlite(sqlite) => query.execute(sqlite)?,
        })
    });
    assert_eq!(done.expect("the database answers"), 1);
}
