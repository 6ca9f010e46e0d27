//! How the followers of the storm follow. Now and then each is killed in the midst of what it does, and goes on from the last
//! place that it had noted.

use std::sync::atomic::{AtomicI64, Ordering};

use super::super::events::Stream;
use super::super::*;
use super::writing::Dice;

/// How a follower asks.
#[derive(Debug, Clone, Copy)]
pub enum Manner {
    /// Page by page.
    Poll,
    /// Page by page, each waited for.
    LongPoll,
    /// By a stream of events.
    Stream,
}

/// Follows until it has reached `end`, the place of the last write of all; answers what it then has.
pub fn follow(server: &Server, filters: &str, manner: Manner, end: &AtomicI64, dice: Dice) -> Copy {
    match manner {
        Manner::Poll => poll(server, filters, "", end, dice),
        Manner::LongPoll => poll(server, filters, "&wait=1", end, dice),
        Manner::Stream => listen(server, filters, end, dice),
    }
}

fn poll(server: &Server, filters: &str, wait: &str, end: &AtomicI64, mut dice: Dice) -> Copy {
    let (mut copy, mut noted) = (Copy::new(), 0);
    loop {
        let limit = 1 + dice.roll(40);
        let page = server.json(&format!("/v1/changes?docs=true&since={noted}&limit={limit}{wait}{}", and(filters)));
        let rows = page["changes"].as_array().expect("rows");
        let killed = dice.roll(5) == 0;
        let done = if killed { dice.roll(rows.len() as u64 + 1) as usize } else { rows.len() };
        rows.iter().take(done).for_each(|row| apply(&mut copy, row));
        if !killed {
            noted = page["last_seq"].as_i64().expect("a place");
            if noted >= end.load(Ordering::SeqCst) {
                return copy;
            }
        }
    }
}

/// The id of an event is noted after what it says is done, and not after every one; a connection lives for some events.
fn listen(server: &Server, filters: &str, end: &AtomicI64, mut dice: Dice) -> Copy {
    let (mut copy, mut noted) = (Copy::new(), None);
    loop {
        let mut stream = Stream::open(server, &format!("docs=true{}", and(filters)), noted);
        for _ in 0..dice.roll(120) {
            let event = stream.step();
            if ["upsert", "delete"].contains(&event.kind.as_str()) {
                apply(&mut copy, &event.data);
            }
            if dice.roll(3) > 0 {
                noted = event.id.or(noted);
            }
            if event.id >= Some(end.load(Ordering::SeqCst)) {
                return copy;
            }
        }
    }
}
