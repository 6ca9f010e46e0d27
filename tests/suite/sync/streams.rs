//! The change log as a stream of events.

use std::time::Duration;

use super::events::Stream;
use super::*;

#[test]
fn what_changes_comes_as_events_and_goes_on_where_it_was() {
    for server in servers(&[topic("one", &[]), topic("two", &[])]) {
        let mut stream = Stream::open(&server, "since=0&docs=true", None);
        let ready = stream.next();
        assert_eq!((ready.kind.as_str(), &ready.data["since"]), ("ready", &json!(0)));
        assert_eq!(ready.data["epoch"], server.json("/v1/changes")["epoch"]);
        let mut copy = Copy::new();
        for place in 1..=2 {
            let event = stream.next();
            assert_eq!((event.kind.as_str(), event.id), ("upsert", Some(place)));
            apply(&mut copy, &event.data);
        }
        publish(&server.hub, &[topic("three", &[])]);
        apply(&mut copy, &stream.next().data);
        assert_eq!(copy, export(&server, "").0);
        drop(stream);

        done(&server.hub, "topics", "one", Verb::Remove, TransitionRequest::default());
        let mut stream = Stream::open(&server, "docs=true", Some(3));
        assert_eq!(stream.next().kind, "ready");
        let event = stream.next();
        assert_eq!((event.kind.as_str(), event.id), ("delete", Some(4)));
        apply(&mut copy, &event.data);
        assert_eq!(copy, export(&server, "").0);
    }
}

#[test]
fn a_thousand_wait_without_a_thread_each() {
    const MANY: usize = 1000;
    // Both ends of every connection are in this process, and other tests run in it too.
    let open = rlimit::increase_nofile_limit(8 * MANY as u64).expect("the system says");
    assert!(open > 3 * MANY as u64, "this system lets a process have {open} open files; raise `ulimit -Hn`");
    for server in servers(&[topic("one", &[])]) {
        let threads = || std::fs::read_dir("/proc/self/task").map_or(0, Iterator::count);
        let without = threads();
        let mut streams: Vec<Stream> = (0..MANY).map(|_| Stream::open(&server, "since=1", None)).collect();
        streams.iter_mut().for_each(|stream| assert_eq!(stream.next().kind, "ready"));
        let waiting = threads();
        let before = server.hub.store().statements();
        std::thread::sleep(Duration::from_millis(600));
        // The node itself looks four times a second whether another has written, whoever waits.
        let asked = server.hub.store().statements() - before;
        assert!(asked < MANY as u64 / 2, "those who wait ask the database: {asked} statements");
        publish(&server.hub, &[topic("two", &[])]);
        for stream in &mut streams {
            assert_eq!(stream.next().data["seq"], 2);
        }
        assert!(waiting < without + MANY / 2, "{without} threads before, {waiting} with those who wait");
    }
}

#[test]
fn a_bad_place_to_go_on_from_is_refused() {
    let server = Server::shared();
    for (last, status) in [("x", 400), ("-1", 400), ("", 400), ("99999999", 410)] {
        let headers = [("Accept", "text/event-stream"), ("Last-Event-ID", last)];
        assert_eq!(server.get_with("/v1/changes", &headers).status, status, "{last}");
    }
}
