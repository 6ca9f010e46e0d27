//! Eight writers at once, with transactions of random length, while followers of different kinds follow and mirrors run: at the
//! end each has what a fresh export has. `HUB_STORM` is the number of writes, 10,000 for the long run.

mod following;
mod writing;

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use rights_hub::mirror::{MirrorOptions, Source, visit};

use self::following::{Manner, follow};
use self::writing::{Dice, write, writes};
use super::*;

const WRITERS: u64 = 8;

/// What the four follow, and how.
const FOLLOWERS: [(&str, Manner); 4] = [
    ("", Manner::Stream),
    ("type=news&topic=t0", Manner::LongPoll),
    ("topic=t1,t7", Manner::Stream),
    ("type=testimonies", Manner::Poll),
];

#[test]
fn everybody_ends_with_what_an_export_has() {
    for database in Database::each() {
        let topics: Vec<Value> = (0..12).map(|number| topic(&format!("t{number}"), &[])).collect();
        let server = serving(database, &topics);
        let left = AtomicU64::new(writes());
        let end = AtomicI64::new(i64::MAX);
        let mirrors: Vec<(Server, Source)> = ["", "topic=t0&type=news"]
            .into_iter()
            .map(|scope| {
                let source = Source::new(&format!("http://{}", server.address), scope, None).expect("an address");
                (serving(Database::sqlite(), &[]), source)
            })
            .collect();
        let take = || left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok();
        let options = MirrorOptions { allow_shrink: true };
        let copies = std::thread::scope(|scope| {
            let (server, end, take) = (&server, &end, &take);
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
                        while end.load(Ordering::SeqCst) == i64::MAX {
                            visit(&copy.hub, source, options, &mut |_, _| ()).expect("the visit succeeds");
                        }
                    })
                })
                .collect();
            let followers: Vec<_> = (7..)
                .zip(FOLLOWERS)
                .map(|(seed, (filters, manner))| scope.spawn(move || follow(server, filters, manner, end, Dice(seed))))
                .collect();
            writers.into_iter().for_each(|writer| writer.join().expect("a writer ends"));
            // Said before it is written, so that nobody waits for more once it is read.
            end.store(server.hub.catalogue().seq + 1, Ordering::SeqCst);
            publish(&server.hub, &[topic("last", &[])]);
            mirroring.into_iter().for_each(|mirror| mirror.join().expect("a mirror ends"));
            followers.into_iter().map(|follower| follower.join().expect("a follower ends")).collect::<Vec<Copy>>()
        });
        for ((filters, _), copy) in FOLLOWERS.iter().zip(copies) {
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
