//! Receivers that fail, hang, redirect, are gone or ask for time: each is handled as the standard says, and none of them
//! delays another.

use std::time::Duration;

use rights_hub::hub::DeliverySettings;
use serde_json::{Value, json};

use super::receiver::{Receiver, Reply, eventually};
use super::{Post, swift};
use crate::support::Database;

#[test]
fn a_message_is_sent_again_until_it_is_taken_with_one_id() {
    for post in Post::each() {
        let mut count = 0;
        let receiver = Receiver::answering(move |_| {
            count += 1;
            match count {
                1 => Reply::of(500),
                2 => Reply::Status(302, "Location: /elsewhere\r\n".to_owned()),
                3 => Reply::Close,
                4 => Reply::of(404),
                5 => Reply::Status(308, "Location: http://127.0.0.1:9/\r\n".to_owned()),
                _ => Reply::of(200),
            }
        });
        let (hook, _) = post.hook(&receiver.url, json!({}));
        let (_, seq) = post.topic("Tides");
        post.topic("Waves");
        post.caught_up(&hook);
        let received = receiver.received();
        assert_eq!(received.len(), 7, "{received:#?}");
        assert!(received[..6].iter().all(|message| message.seq() == seq && message.id() == received[0].id()));
        assert!(received[..6].iter().all(|message| message.body == received[0].body), "the same each time");
        assert_ne!(received[6].id(), received[0].id());

        let told = post.deliveries(&hook);
        let tried: Vec<_> = told
            .iter()
            .rev()
            .map(|one| (one["attempt"].as_i64().expect("a number"), one["error"].as_str().unwrap_or("")))
            .collect();
        let tries =
            [(1, "status"), (2, "redirect"), (3, "connection"), (4, "status"), (5, "redirect"), (6, ""), (1, "")];
        assert_eq!(tried, tries);
        assert_eq!(told[1]["webhook_id"], received[5].id());
        let webhook = post.read(&hook);
        assert_eq!((&webhook["failures"], &webhook["next_attempt_at"]), (&json!(0), &Value::Null));

        let page = post.done("GET", &format!("{hook}/deliveries?limit=2&outcome=failed"), Value::Null);
        assert_eq!(page["data"].as_array().expect("deliveries").len(), 2);
        let before = page["meta"]["next_before"].as_str().expect("there are more");
        let rest = post.done("GET", &format!("{hook}/deliveries?outcome=failed&before={before}"), Value::Null);
        assert_eq!(rest["data"].as_array().expect("deliveries").len(), 3);
        assert_eq!(rest["meta"].get("next_before"), None);
    }
}

#[test]
fn who_hangs_delays_nobody() {
    for post in Post::each() {
        let (hanging, good) = (Receiver::answering(|_| Reply::Hang), Receiver::new());
        let (stuck, _) = post.hook(&hanging.url, json!({}));
        let (hook, _) = post.hook(&good.url, json!({}));
        post.topic("First");
        hanging.wait_for(1);
        for number in 0..20 {
            post.topic(&format!("Topic {number}"));
        }
        post.caught_up(&hook);
        assert_eq!(good.taken().len(), 21);
        assert_eq!(hanging.received().len(), 1, "its first attempt is still under way");
        assert_eq!(post.read(&stuck)["failures"], 0);
    }
}

#[test]
fn who_does_not_answer_in_time_has_failed() {
    let mut post = Post::silent(Database::sqlite(), true);
    post.start(DeliverySettings { timeout: Duration::from_millis(100), ..swift() });
    let receiver = Receiver::answering(|_| Reply::Hang);
    let (hook, _) = post.hook(&receiver.url, json!({}));
    post.topic("Tides");
    receiver.wait_for(2);
    receiver.answer(|_| Reply::of(200));
    post.caught_up(&hook);
    let told = post.deliveries(&hook);
    let first = told.last().expect("it was tried");
    assert_eq!((&first["error"], first["status"].is_null()), (&json!("timeout"), true));
}

#[test]
fn an_endless_answer_is_not_read_to_its_end() {
    let post = Post::on(Database::sqlite());
    let receiver = Receiver::answering(|_| Reply::Endless);
    let (hook, _) = post.hook(&receiver.url, json!({}));
    post.topic("Tides");
    post.topic("Waves");
    post.caught_up(&hook);
    assert_eq!(receiver.taken().len(), 2);
}

#[test]
fn who_is_gone_is_disabled_at_once_and_can_be_resumed() {
    for post in Post::each() {
        let receiver = Receiver::answering(|_| Reply::of(410));
        let (hook, _) = post.hook(&receiver.url, json!({}));
        let (_, seq) = post.topic("Tides");
        eventually("it is disabled", || post.read(&hook)["state"] == "disabled");
        let webhook = post.read(&hook);
        assert_eq!(webhook["reason"], "the endpoint answered 410 Gone");
        assert_eq!(webhook["seq"], seq - 1, "it has not been told");
        post.topic("Waves");
        assert_eq!(receiver.received().len(), 1);
        let audit = post.done("GET", "/v1/manage/audit?limit=100", Value::Null);
        let lines = audit["data"].as_array().expect("lines");
        assert!(lines.iter().any(|line| line["action"] == "webhook-disabled" && line["key_name"] == "the hub"));

        receiver.answer(|_| Reply::of(200));
        let resumed = post.done("POST", &format!("{hook}/resume"), json!({}))["webhook"].clone();
        assert_eq!((&resumed["state"], &resumed["failures"]), (&json!("active"), &json!(0)));
        assert_eq!(resumed.get("reason"), None);
        post.caught_up(&hook);
        assert_eq!(receiver.taken().iter().map(super::receiver::Received::seq).collect::<Vec<_>>(), [seq, seq + 1]);
    }
}

#[test]
fn after_three_days_without_success_it_is_paused_and_its_place_is_kept() {
    for database in Database::each() {
        let mut post = Post::silent(database, true);
        let settings = swift();
        let schedule = rights_hub::webhooks::Schedule { patience: Duration::from_millis(100), ..settings.schedule };
        post.start(DeliverySettings { schedule, ..settings });
        let receiver = Receiver::answering(|_| Reply::of(500));
        let (hook, _) = post.hook(&receiver.url, json!({}));
        let (_, seq) = post.topic("Tides");
        eventually("it is paused", || post.read(&hook)["state"] == "paused");
        let webhook = post.read(&hook);
        assert_eq!(webhook["seq"], seq - 1);
        assert!(webhook["failures"].as_i64() > Some(1), "{webhook}");
        receiver.answer(|_| Reply::of(200));
        post.topic("Waves");
        assert_eq!(receiver.taken().len(), 0, "nothing is sent while it is paused");
        post.done("POST", &format!("{hook}/resume"), json!({}));
        post.caught_up(&hook);
        assert_eq!(receiver.taken().len(), 2);
    }
}

#[test]
fn who_asks_for_time_gets_it() {
    let post = Post::on(Database::sqlite());
    for (status, wait) in [(429, "3600"), (503, "Sun, 06 Nov 2044 08:49:37 GMT")] {
        let receiver = Receiver::answering(move |_| Reply::Status(status, format!("Retry-After: {wait}\r\n")));
        let (hook, _) = post.hook(&receiver.url, json!({}));
        post.topic("Tides");
        eventually("it has failed", || post.read(&hook)["failures"] == 1);
        let webhook = post.read(&hook);
        let at = |name: &str| webhook[name].as_str().expect("a time").parse::<rights_hub::model::values::Instant>();
        let failed = at("first_failed_at").expect("a time").millis();
        let asked = if status == 429 { 3_600_000 } else { 24 * 3_600_000 };
        assert!(at("next_attempt_at").expect("a time").millis() - failed >= asked, "{webhook}");
        assert_eq!(receiver.received().len(), 1);

        receiver.answer(|_| Reply::of(200));
        post.done("POST", &format!("{hook}/resume"), json!({}));
        post.caught_up(&hook);
    }
}

#[test]
fn another_address_is_tried_at_once() {
    let post = Post::on(Database::sqlite());
    let (old, new) =
        (Receiver::answering(|_| Reply::Status(503, "Retry-After: 80000\r\n".to_owned())), Receiver::new());
    let (hook, _) = post.hook(&old.url, json!({}));
    post.topic("Tides");
    eventually("it has failed", || post.read(&hook)["failures"] == 1);
    post.done("PATCH", &hook, json!({ "url": new.url }));
    post.caught_up(&hook);
    assert_eq!(new.taken().len(), 1);
}
