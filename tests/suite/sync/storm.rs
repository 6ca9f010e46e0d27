//! Eight writers at once, with transactions of random length, while followers of different kinds follow and mirrors run: at the
//! end each has what a fresh export has. `HUB_STORM` is the number of writes, 10,000 for the long run.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rights_hub::mirror::{MirrorOptions, Source, visit};

use super::*;

const WRITERS: u64 = 8;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

fn writes() -> u64 {
    std::env::var("HUB_STORM").ok().and_then(|writes| writes.parse().ok()).unwrap_or(320)
}

fn slug(dice: &mut Dice) -> String {
    format!("n{}", dice.roll(60))
}

/// One write of any kind; whatever stands in its way is part of the storm.
fn write(hub: &Hub, dice: &mut Dice) {
    let topics = [format!("t{}", dice.roll(6)), format!("t{}", 6 + dice.roll(6))];
    let topics: Vec<&str> = topics.iter().take(1 + dice.roll(2) as usize).map(String::as_str).collect();
    let actor = Actor::hub();
    let transition = |name: &str, slug: &str, verb: Verb, request: TransitionRequest| {
        let found = hub.catalogue().shelf(of(name).index).and_then(|shelf| shelf.find_slug(slug));
        if let Some(rights_hub::catalogue::Found::Live(node)) = found
            && let Some(id) = hub.catalogue().card(node).map(|card| card.id.to_string())
        {
            let _ = hub.transition(&actor, None, of(name), &id, None, verb, &request);
        }
    };
    match dice.roll(10) {
        0..=3 => {
            // A transaction of several entries, held open for a while by their number.
            let many = 1 + dice.roll(12);
            let documents: Vec<Value> = (0..many).map(|_| news(&slug(dice), &topics)).collect();
            let lines: Vec<String> = documents.iter().map(Value::to_string).collect();
            let _ = hub.import(&mut lines.join("\n").as_bytes(), crate::support::PUBLISH, &mut |_| ());
            let _ = hub.catch_up();
        }
        4 => transition("news", &slug(dice), Verb::Remove, TransitionRequest::default()),
        5 => {
            let number = dice.roll(12);
            let broader = format!("t{}", dice.roll(number.max(1)));
            let broader: &[&str] = if number > 0 && dice.roll(2) == 0 { &[&broader] } else { &[] };
            let mut moved = topic(&format!("t{number}"), broader);
            moved["title"] = json!(format!("Topic {}", dice.roll(1000)));
            let _ = hub.import(&mut moved.to_string().as_bytes(), crate::support::PUBLISH, &mut |_| ());
            let _ = hub.catch_up();
        }
        6 => {
            let to = Successor { id: None, slug: Some(slug(dice)) };
            let request = TransitionRequest { to: Some(to), ..TransitionRequest::default() };
            transition("news", &slug(dice), Verb::Redirect, request);
        }
        7 => {
            let request = TransitionRequest { explanation: Some("No.".to_owned()), ..TransitionRequest::default() };
            transition("news", &slug(dice), Verb::Withdraw, request);
        }
        8 => {
            let channels: &[&str] = if dice.roll(2) == 0 { &["web", "sync"] } else { &["web"] };
            let said = testimony(&format!("s{}", dice.roll(40)), channels);
            let _ = hub.import(&mut said.to_string().as_bytes(), crate::support::PUBLISH, &mut |_| ());
            let _ = hub.catch_up();
        }
        _ => {
            let slug = format!("s{}", dice.roll(40));
            let found = hub.catalogue().shelf(of("testimonies").index).and_then(|shelf| shelf.find_slug(&slug));
            if let Some(rights_hub::catalogue::Found::Live(node)) = found
                && let Some(id) = hub.catalogue().card(node).map(|card| card.id.to_string())
            {
                let _ = hub.withdraw_consent(&actor, None, of("testimonies"), &id);
            }
        }
    }
}

/// Follows by pages until told to stop and at the end of the log; now and then it is killed in the middle of a page, and goes
/// on from the last place that it had noted.
fn poll(server: &Server, filters: &str, wait: &str, stop: &AtomicBool, seed: u64) -> Copy {
    let (mut copy, mut noted, mut dice) = (Copy::new(), 0, Dice(seed));
    loop {
        let stopping = stop.load(Ordering::SeqCst);
        let limit = 1 + dice.roll(40);
        let page = server.json(&format!("/v1/changes?docs=true&since={noted}&limit={limit}{wait}{}", and(filters)));
        let rows = page["changes"].as_array().expect("rows");
        let killed = dice.roll(5) == 0;
        let done = if killed { dice.roll(rows.len() as u64 + 1) as usize } else { rows.len() };
        rows.iter().take(done).for_each(|row| apply(&mut copy, row));
        if !killed {
            noted = page["last_seq"].as_i64().expect("a place");
            if stopping && page["pending"] == 0 {
                return copy;
            }
        }
    }
}

#[test]
fn everybody_ends_with_what_an_export_has() {
    for database in Database::each() {
        let topics: Vec<Value> = (0..12).map(|number| topic(&format!("t{number}"), &[])).collect();
        let server = serving(database, &topics);
        let left = AtomicU64::new(writes());
        let stop = AtomicBool::new(false);
        let mirrors: Vec<(Server, Source)> = ["", "topic=t0&type=news"]
            .into_iter()
            .map(|scope| {
                let source = Source::new(&format!("http://{}", server.address), scope, None).expect("an address");
                (serving(Database::sqlite(), &[]), source)
            })
            .collect();
        let take = || left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok();
        let options = MirrorOptions { allow_shrink: true };
        let filters =
            [("", ""), ("type=news&topic=t0", "&wait=1"), ("topic=t1,t7", ""), ("type=testimonies", "&wait=1")];
        let copies = std::thread::scope(|scope| {
            let (server, stop, take) = (&server, &stop, &take);
            let writers: Vec<_> = (0..WRITERS)
                .map(|number| {
                    scope.spawn(move || {
                        let mut dice = Dice(0x9E37_79B9_7F4A_7C15 ^ (number + 1));
                        while take() {
                            write(&server.hub, &mut dice);
                        }
                    })
                })
                .collect();
            let mirroring: Vec<_> = mirrors
                .iter()
                .map(|(copy, source)| {
                    scope.spawn(move || {
                        while !stop.load(Ordering::SeqCst) {
                            visit(&copy.hub, source, options, &mut |_, _| ()).expect("the visit succeeds");
                        }
                    })
                })
                .collect();
            let followers: Vec<_> = (7..)
                .zip(filters)
                .map(|(seed, (filters, wait))| scope.spawn(move || poll(server, filters, wait, stop, seed)))
                .collect();
            writers.into_iter().for_each(|writer| writer.join().expect("a writer ends"));
            stop.store(true, Ordering::SeqCst);
            mirroring.into_iter().for_each(|mirror| mirror.join().expect("a mirror ends"));
            followers.into_iter().map(|follower| follower.join().expect("a follower ends")).collect::<Vec<Copy>>()
        });
        for ((filters, _), copy) in filters.iter().zip(copies) {
            let (whole, ..) = export(&server, filters);
            assert_eq!(copy, whole, "{filters}");
            assert_eq!(served_digest(&server, filters)["total"]["digest"], json!(digest(&copy)), "{filters}");
        }
        for (copy, source) in &mirrors {
            let report = visit(&copy.hub, source, options, &mut |_, _| ()).expect("the visit succeeds");
            assert!(report.complete, "{report:?}");
            assert_eq!(report.in_quarantine, 0, "{:?}", copy.hub.quarantined(&source.address));
            assert_eq!(served_digest(copy, "")["total"], served_digest(&server, &source.scope)["total"]);
        }
        let checked = server.hub.check_stored().expect("the database answers");
        assert!(checked.faults.is_empty(), "{:?}", checked.faults);
        assert!(server.hub.catalogue().seq > writes() as i64 / 2, "little happened");
    }
}
