//! A little HTTP server that takes messages, and behaves as it is told.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use serde_json::Value;

pub use crate::support::eventually;

/// A message as it arrived.
#[derive(Debug, Clone)]
pub struct Received {
    /// Names in lower case.
    pub headers: HashMap<String, String>,
    /// The body.
    pub body: String,
    /// Whether it was taken.
    pub taken: bool,
}

impl Received {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("a message is JSON")
    }

    /// Its `webhook-id`.
    pub fn id(&self) -> &str {
        &self.headers["webhook-id"]
    }

    /// What it says.
    pub fn kind(&self) -> String {
        self.json()["type"].as_str().expect("a type").to_owned()
    }

    /// The place in the sequence that it tells of.
    pub fn seq(&self) -> i64 {
        self.json()["data"]["seq"].as_i64().expect("a place")
    }
}

/// How a message is answered.
#[derive(Debug, Clone)]
pub enum Reply {
    /// With a status and headers.
    Status(u16, String),
    /// Never.
    Hang,
    /// By closing the connection.
    Close,
    /// With 200, and a body that does not end.
    Endless,
}

impl Reply {
    /// With this status.
    pub fn of(status: u16) -> Self {
        Self::Status(status, String::new())
    }
}

type Answering = Box<dyn FnMut(&Received) -> Reply + Send>;

/// A receiver.
pub struct Receiver {
    /// Where it is.
    pub url: String,
    received: Arc<Mutex<Vec<Received>>>,
    answering: Arc<Mutex<Answering>>,
}

impl Receiver {
    /// One that takes everything.
    pub fn new() -> Self {
        Self::answering(|_| Reply::of(204))
    }

    /// One that answers so.
    pub fn answering(answer: impl FnMut(&Received) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}/hook", listener.local_addr().expect("an address"));
        let received: Arc<Mutex<Vec<Received>>> = Arc::default();
        let answering: Arc<Mutex<Answering>> = Arc::new(Mutex::new(Box::new(answer)));
        let shared = (Arc::clone(&received), Arc::clone(&answering));
        std::thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                let (received, answering) = (Arc::clone(&shared.0), Arc::clone(&shared.1));
                std::thread::spawn(move || serve(connection, &received, &answering));
            }
        });
        Self { url, received, answering }
    }

    /// Answers otherwise from now on.
    pub fn answer(&self, answer: impl FnMut(&Received) -> Reply + Send + 'static) {
        *self.answering.lock().expect("no test panics here") = Box::new(answer);
    }

    /// Everything that arrived, in order.
    pub fn received(&self) -> Vec<Received> {
        self.received.lock().expect("no test panics here").clone()
    }

    /// Everything that was taken, in order.
    pub fn taken(&self) -> Vec<Received> {
        self.received().into_iter().filter(|message| message.taken).collect()
    }

    /// Waits until so many messages have arrived.
    pub fn wait_for(&self, count: usize) -> Vec<Received> {
        eventually("messages arrive", || self.received().len() >= count);
        self.received()
    }
}

fn serve(connection: TcpStream, received: &Mutex<Vec<Received>>, answering: &Mutex<Answering>) {
    let mut connection = BufReader::new(connection);
    while let Some(mut message) = read(&mut connection) {
        let reply = answering.lock().expect("no test panics here")(&message);
        let status = match &reply {
            Reply::Status(status, _) => *status,
            Reply::Endless => 200,
            Reply::Hang | Reply::Close => 0,
        };
        message.taken = (200..300).contains(&status);
        received.lock().expect("no test panics here").push(message);
        let stream = connection.get_mut();
        match reply {
            Reply::Status(204, _) => {
                let _ = stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n");
            }
            Reply::Status(status, headers) => {
                let _ = write!(stream, "HTTP/1.1 {status} So\r\n{headers}Content-Length: 2\r\n\r\n{{}}");
            }
            Reply::Hang => {
                // Until the other side has enough.
                let _ = stream.read(&mut [0; 1]);
                return;
            }
            Reply::Endless => {
                let _ = write!(stream, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                while stream.write_all(b"400\r\n").is_ok()
                    && stream.write_all(&[b'x'; 1024]).is_ok()
                    && stream.write_all(b"\r\n").is_ok()
                {}
                return;
            }
            Reply::Close => return,
        }
    }
}

fn read(connection: &mut BufReader<TcpStream>) -> Option<Received> {
    let mut line = String::new();
    connection.read_line(&mut line).ok().filter(|read| *read > 0)?;
    assert!(line.starts_with("POST /hook") && line.ends_with(" HTTP/1.1\r\n"), "{line:?}");
    let mut headers = HashMap::new();
    loop {
        let mut line = String::new();
        connection.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        let before = headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
        assert_eq!(before, None, "{name} comes twice");
    }
    let length = headers.get("content-length")?.parse().ok()?;
    let mut body = vec![0; length];
    connection.read_exact(&mut body).ok()?;
    Some(Received { headers, body: String::from_utf8(body).expect("UTF-8"), taken: false })
}
