//! Order and completeness: whatever is published and however often deliverers and receivers fail, every endpoint is told
//! of everything, in the order of the log, and what it was told last of an entry is how the entry is.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use rights_hub::hub::{Deliverer, DeliverySettings};
use rights_hub::model::values::Instant;
use rights_hub::store;
use serde_json::json;

use super::receiver::{Received, Receiver, Reply, eventually};
use super::{Post, swift};
use crate::support::Database;

/// Numbers that look random and are the same in each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// Messages that were taken, without those that were taken once more because their sender never learnt of it.
fn once(messages: Vec<Received>) -> Vec<Received> {
    let mut seen = std::collections::HashSet::new();
    messages.into_iter().filter(|message| seen.insert(message.id().to_owned())).collect()
}

/// Holds what an endpoint took to the change log.
fn is_complete(post: &Post, receiver: &Receiver, after: i64) {
    let messages = once(receiver.taken());
    assert!(messages.is_sorted_by(|one, next| one.seq() < next.seq()), "in the order of the log");
    let mut last: HashMap<String, (i64, String)> = HashMap::new();
    for message in messages {
        let body = message.json();
        let text = |name: &str| body["data"][name].as_str().expect("a word").to_owned();
        last.insert(text("id"), (message.seq(), text("op")));
    }
    let changes = post.server.hub.store().read(|connection| store::changes_after(connection, after, i64::MAX));
    let changes = changes.expect("the database answers");
    assert!(!changes.is_empty());
    assert_eq!(last.len(), changes.len(), "nothing is missing and nothing is extra");
    for change in changes {
        assert_eq!(last[&change.entry_id], (change.seq, change.op.as_str().to_owned()));
    }
}

fn rename(post: &Post, id: &str, step: i32) {
    let item = format!("/v1/manage/topics/{id}");
    let rev = post.done("GET", &item, json!(null))["item"]["rev"].clone();
    let (target, rev) = (format!("{item}?publish=true"), format!("\"rev-{rev}\""));
    let answer = post.ask("PATCH", &target, &[("If-Match", &rev)], json!({ "title": format!("Topic {step}") }));
    assert_eq!(answer.status, 200, "{}", answer.text());
}

#[test]
fn everything_is_told_in_order_across_failures_and_restarts() {
    for mut post in Post::each() {
        let mut chance = Chance(0x1234_5678_9abc_def1);
        let mut wayward = Chance(0xfeed_5678_9abc_def1);
        let receiver = Receiver::answering(move |_| match wayward.below(10) {
            0 => Reply::of(500),
            1 => Reply::Close,
            2 => Reply::Status(429, "Retry-After: 0\r\n".to_owned()),
            _ => Reply::of(200),
        });
        let good = Receiver::new();
        let began = post.last_seq();
        let (hook, _) = post.hook(&receiver.url, json!({}));
        let (other, _) = post.hook(&good.url, json!({}));
        let mut topics: Vec<(String, bool)> = Vec::new();
        let anchor = post.server.json("/v1/topics/anchor")["data"]["id"].clone();
        let anchor = anchor.as_str().expect("an id");
        for step in 0..80 {
            let pick = chance.below(topics.len().max(1) as u64) as usize;
            match chance.below(4) {
                0 | 1 if topics.len() < 12 => {
                    let broader = json!([{ "slug": "anchor" }]);
                    let document = json!({ "type": "topics", "title": format!("Topic {step}"), "broader": broader });
                    topics.push((post.entry(document).0, true));
                }
                0 | 1 if topics[pick].1 => rename(&post, &topics[pick].0, step),
                2 if !topics.is_empty() => {
                    let (id, public) = &mut topics[pick];
                    let verb = if *public { "remove" } else { "restore" };
                    *public = !*public;
                    let target = format!("/v1/manage/topics/{id}/{verb}");
                    post.done("POST", &target, json!({}));
                }
                // What names it changes with it.
                3 if step % 5 == 1 => rename(&post, anchor, step),
                3 if step % 5 == 0 => {
                    post.stop();
                    post.start(DeliverySettings { grace: Duration::ZERO, ..swift() });
                }
                _ => {}
            }
        }
        for (hook, receiver) in [(&hook, &receiver), (&other, &good)] {
            post.caught_up(hook);
            is_complete(&post, receiver, began);
        }
    }
}

#[test]
fn two_nodes_send_each_message_once() {
    for database in Database::each() {
        let mut post = Post::silent(database, true);
        post.start(swift());
        let resolver: Arc<dyn rights_hub::webhooks::Resolver> = Arc::new(super::Names::default());
        let site = || post.server.hub.identity().clone();
        let open = || store::Store::open(&post.url).expect("the database opens");
        let second = rights_hub::hub::Hub::open(open(), site(), 1 << 20).expect("the hub opens");
        let second = Arc::new(second.with_targets(rights_hub::webhooks::Targets::new(resolver, true)));
        let other = Deliverer::start(Arc::clone(&second), swift()).expect("the deliverer starts");
        let began = post.last_seq();
        let receivers = [Receiver::new(), Receiver::new(), Receiver::new()];
        let hooks: Vec<String> = receivers.iter().map(|receiver| post.hook(&receiver.url, json!({})).0).collect();
        for number in 0..30 {
            post.topic(&format!("Topic {number}"));
            second.catch_up().expect("the other node follows");
        }
        for (hook, receiver) in hooks.iter().zip(&receivers) {
            post.caught_up(hook);
            is_complete(&post, receiver, began);
            assert_eq!(receiver.received().len(), 30, "each message once");
        }
        drop(other);
    }
}

#[test]
fn a_node_that_dies_lets_go() {
    for database in Database::each() {
        let mut post = Post::silent(database, true);
        let receiver = Receiver::new();
        let (hook, _) = post.hook(&receiver.url, json!({}));
        let id = hook.rsplit('/').next().expect("an id");
        let now = Instant::now();
        let until = Instant::from_millis(now.millis() + 700);
        let leased = post.server.hub.store().lease_webhook(id, "a node that died", now, until);
        assert!(leased.expect("the database answers").is_some());
        post.topic("Tides");
        post.start(swift());
        let messages = receiver.wait_for(1);
        let sent = Instant::now().millis();
        assert!(sent > until.millis(), "not while the lease held");
        assert_eq!(messages.len(), 1);
        post.caught_up(&hook);
        post.stop();
        let mine = post.server.hub.store().lease_webhook(id, "another", Instant::now(), Instant::now());
        assert!(mine.expect("the database answers").is_some(), "a deliverer that stops lets go at once");
    }
}

#[test]
fn what_is_passed_over_does_not_hold_an_endpoint_back() {
    let post = Post::on(Database::sqlite());
    let receiver = Receiver::new();
    let (hook, _) = post.hook(&receiver.url, json!({ "types": ["news"] }));
    let topics: Vec<_> = (0..1500)
        .map(|number| json!({ "type": "topics", "slug": format!("t{number}"), "title": format!("Topic {number}") }))
        .collect();
    crate::support::publish(&post.server.hub, &topics);
    eventually("its place moves on", || post.read(&hook)["seq"].as_i64() > Some(1000));
    let (news, _) = post.entry(json!({ "type": "news", "title": "Said", "body": "Done." }));
    post.caught_up(&hook);
    let received = receiver.received();
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].json()["data"]["id"], news);
}
