//! What the writers of the storm do: one write of any kind at a time, by numbers that look random.

use rights_hub::catalogue::Found;
use rights_hub::hub::ItemWrite;

use super::super::*;
use crate::support::PUBLISH;

/// Numbers that look random and are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }

    /// One of few, so that writers meet.
    fn news(&mut self) -> String {
        format!("n{}", self.roll(60 + writes() / 50))
    }

    /// One of more: consent that is withdrawn is not given again.
    fn testimony(&mut self) -> String {
        format!("s{}", self.roll(40 + writes() / 10))
    }

    /// One or two topics.
    fn topics(&mut self) -> Vec<String> {
        let topics = [format!("t{}", self.roll(6)), format!("t{}", 6 + self.roll(6))];
        topics.into_iter().take(1 + self.roll(2) as usize).collect()
    }
}

/// How many writes there are to be.
pub fn writes() -> u64 {
    std::env::var("HUB_STORM").ok().and_then(|writes| writes.parse().ok()).unwrap_or(320)
}

/// Writes once; whatever stands in its way is part of the storm.
pub fn write(hub: &Hub, dice: &mut Dice) {
    match dice.roll(16) {
        0..=2 => several(hub, dice),
        3 | 4 => create(hub, dice),
        5 => edit(hub, dice),
        6 => rename(hub, dice),
        7 => retopic(hub, dice),
        8 => transition(hub, "news", &dice.news(), Verb::Remove, TransitionRequest::default()),
        9 => {
            let to = Some(Successor { id: None, slug: Some(dice.news()) });
            let request = TransitionRequest { to, ..TransitionRequest::default() };
            transition(hub, "news", &dice.news(), Verb::Redirect, request);
        }
        10 => {
            let request = TransitionRequest { explanation: Some("No.".to_owned()), ..TransitionRequest::default() };
            transition(hub, "news", &dice.news(), Verb::Withdraw, request);
        }
        11 => topic_moves(hub, dice),
        12 | 13 => {
            let channels: &[&str] = if dice.roll(2) == 0 { &["web", "sync"] } else { &["web"] };
            import(hub, &[testimony(&dice.testimony(), channels)]);
        }
        _ => {
            if let Some((id, _)) = found(hub, "testimonies", &dice.testimony()) {
                let _ = hub.withdraw_consent(&Actor::hub(), None, of("testimonies"), &id);
            }
        }
    }
}

/// A transaction of several entries, held open for a while by their number.
fn several(hub: &Hub, dice: &mut Dice) {
    let many = 1 + dice.roll(12);
    let documents: Vec<Value> = (0..many).map(|_| some_news(dice)).collect();
    import(hub, &documents);
}

fn some_news(dice: &mut Dice) -> Value {
    let (slug, topics) = (dice.news(), dice.topics());
    news(&slug, &topics.iter().map(String::as_str).collect::<Vec<_>>())
}

fn import(hub: &Hub, documents: &[Value]) {
    let lines: Vec<String> = documents.iter().map(Value::to_string).collect();
    let _ = hub.import(&mut lines.join("\n").as_bytes(), PUBLISH, &mut |_| ());
    let _ = hub.catch_up();
}

/// An entry by hand: it is public at once, or a draft that another write may publish.
fn create(hub: &Hub, dice: &mut Dice) {
    let document = some_news(dice);
    let publish = dice.roll(4) > 0;
    let _ = hub.create(&Actor::hub(), None, of("news"), document, publish, true);
}

/// A draft first, and then what was drafted becomes public.
fn edit(hub: &Hub, dice: &mut Dice) {
    let slug = dice.news();
    patch(hub, &slug, json!({ "body": format!("Said {} times.", dice.roll(1000)) }), false);
    transition(hub, "news", &slug, Verb::Publish, TransitionRequest::default());
}

fn rename(hub: &Hub, dice: &mut Dice) {
    let (slug, other) = (dice.news(), dice.news());
    patch(hub, &slug, json!({ "slug": other, "title": format!("Renamed {}", dice.roll(1000)) }), true);
}

fn retopic(hub: &Hub, dice: &mut Dice) {
    let topics: Vec<Value> = dice.topics().iter().map(|slug| json!({ "slug": slug })).collect();
    let topics = if dice.roll(4) == 0 { Vec::new() } else { topics };
    patch(hub, &dice.news(), json!({ "topics": topics }), true);
}

/// A topic gets another name and another place, and all that is filed below it moves along.
fn topic_moves(hub: &Hub, dice: &mut Dice) {
    let number = dice.roll(12);
    let broader = format!("t{}", dice.roll(number.max(1)));
    let broader: &[&str] = if number > 0 && dice.roll(2) == 0 { &[&broader] } else { &[] };
    let mut moved = topic(&format!("t{number}"), broader);
    moved["title"] = json!(format!("Topic {}", dice.roll(1000)));
    import(hub, &[moved]);
}

fn patch(hub: &Hub, slug: &str, patch: Value, publish: bool) {
    if let Some((id, rev)) = found(hub, "news", slug) {
        let _ = hub.write_item(&Actor::hub(), of("news"), &id, rev, ItemWrite::Merge(patch), publish, true);
    }
}

fn transition(hub: &Hub, name: &str, slug: &str, verb: Verb, request: TransitionRequest) {
    if let Some((id, _)) = found(hub, name, slug) {
        let _ = hub.transition(&Actor::hub(), None, of(name), &id, None, verb, &request);
    }
}

/// The id and revision of what is public under a slug.
fn found(hub: &Hub, name: &str, slug: &str) -> Option<(String, i64)> {
    let snapshot = hub.catalogue();
    let Some(Found::Live(node)) = snapshot.shelf(of(name).index)?.find_slug(slug) else { return None };
    snapshot.card(node).map(|card| (card.id.to_string(), card.rev))
}
