//! The change log as a stream of events.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::*;

/// A stream of events that is read line by line.
struct Stream {
    lines: BufReader<TcpStream>,
}

/// One event: its kind, its id, its data.
#[derive(Debug, Default, Clone, PartialEq)]
struct Event {
    kind: String,
    id: Option<i64>,
    data: Value,
}

impl Stream {
    fn open(server: &Server, query: &str, last: Option<i64>) -> Self {
        let mut socket = TcpStream::connect(server.address).expect("a connection");
        socket.set_read_timeout(Some(Duration::from_secs(20))).expect("a limit");
        let last = last.map(|id| format!("Last-Event-ID: {id}\r\n")).unwrap_or_default();
        let request =
            format!("GET /v1/changes?{query} HTTP/1.1\r\nHost: hub\r\nAccept: text/event-stream\r\n{last}\r\n");
        socket.write_all(request.as_bytes()).expect("it is sent");
        let mut stream = Self { lines: BufReader::new(socket) };
        assert!(stream.line().contains(" 200 "));
        while !stream.line().is_empty() {}
        stream
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.lines.read_line(&mut line).expect("a line");
        line.trim_end().to_owned()
    }

    /// The next event that says something; the lengths of chunks and signs of life are passed over.
    fn next(&mut self) -> Event {
        let mut event = Event::default();
        loop {
            let line = self.line();
            if let Some(kind) = line.strip_prefix("event: ") {
                event.kind = kind.to_owned();
            } else if let Some(id) = line.strip_prefix("id: ") {
                event.id = id.parse().ok();
            } else if let Some(data) = line.strip_prefix("data: ") {
                event.data = serde_json::from_str(data).expect("JSON");
            } else if line.is_empty() && !event.kind.is_empty() {
                return event;
            }
        }
    }
}

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
fn very_many_wait_without_a_thread_each() {
    const MANY: usize = 300;
    let server = serving(Database::sqlite(), &[topic("one", &[])]);
    // Other tests run in this process too.
    let threads = || std::fs::read_dir("/proc/self/task").map_or(0, Iterator::count);
    let without = threads();
    let mut streams: Vec<Stream> = (0..MANY).map(|_| Stream::open(&server, "since=1", None)).collect();
    streams.iter_mut().for_each(|stream| assert_eq!(stream.next().kind, "ready"));
    let waiting = threads();
    let before = server.hub.store().statements();
    std::thread::sleep(Duration::from_millis(600));
    // The node itself looks four times a second whether another has written, whoever waits.
    assert!(server.hub.store().statements() - before < MANY as u64, "those who wait ask the database");
    publish(&server.hub, &[topic("two", &[])]);
    for stream in &mut streams {
        assert_eq!(stream.next().data["seq"], 2);
    }
    assert!(waiting < without + MANY, "{without} threads before, {waiting} with those who wait");
}

#[test]
fn a_bad_place_to_go_on_from_is_refused() {
    let server = Server::shared();
    for (last, status) in [("x", 400), ("-1", 400), ("", 400), ("99999999", 410)] {
        let headers = [("Accept", "text/event-stream"), ("Last-Event-ID", last)];
        assert_eq!(server.get_with("/v1/changes", &headers).status, status, "{last}");
    }
}
