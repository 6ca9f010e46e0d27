//! A stream of events as a client reads it, line by line.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::*;

/// How long something must be heard within; a silent stream says every fifteen seconds that it is there.
const PATIENCE: Duration = Duration::from_secs(60);

/// A stream that is open.
pub struct Stream {
    lines: BufReader<TcpStream>,
}

/// One event: its kind, its id, its data. One without a kind only says how far the stream has come.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Event {
    pub kind: String,
    pub id: Option<i64>,
    pub data: Value,
}

impl Stream {
    /// Asks for a stream; `last` is the id of the last event that was had before.
    pub fn open(server: &Server, query: &str, last: Option<i64>) -> Self {
        let mut socket = TcpStream::connect(server.address).expect("a connection");
        socket.set_read_timeout(Some(PATIENCE)).expect("a limit");
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

    /// The next event that says something.
    pub fn next(&mut self) -> Event {
        std::iter::repeat_with(|| self.step()).find(|event| !event.kind.is_empty()).expect("an event")
    }

    /// The next event of any kind; the lengths of chunks and signs of life are passed over.
    pub fn step(&mut self) -> Event {
        let mut event = Event::default();
        loop {
            let line = self.line();
            if let Some(kind) = line.strip_prefix("event: ") {
                event.kind = kind.to_owned();
            } else if let Some(id) = line.strip_prefix("id: ") {
                event.id = id.parse().ok();
            } else if let Some(data) = line.strip_prefix("data: ") {
                event.data = serde_json::from_str(data).expect("JSON");
            } else if line.is_empty() && event != Event::default() {
                return event;
            }
        }
    }
}
