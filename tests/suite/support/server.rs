//! A real server on a real socket, and a client that sends exactly the bytes it is told to: no redirect followed, no
//! header added but `Host`, nothing decoded.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, Weak, mpsc};
use std::thread::JoinHandle;

use actix_web::dev::ServerHandle;
use rights_hub::http::{ServerSettings, run_with};
use rights_hub::hub::Hub;
use rights_hub::model::values::Instant;
use serde_json::Value;

use super::Database;

/// What the clock of every server shows: 2025-05-01T09:30:00.123Z.
pub fn noon() -> Instant {
    Instant::from_millis(1_746_091_800_123)
}

/// A hub with the starter content, served until this goes.
pub struct Server {
    /// The hub behind it, for writing.
    pub hub: Arc<Hub>,
    client: Client,
    handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
    database: Database,
}

impl Server {
    /// Serves the starter content, loading it into the database if that is empty.
    pub fn start(database: Database) -> Self {
        let hub = Arc::new(database.hub().with_clock(noon));
        if hub.is_empty().expect("the database answers") {
            hub.load_starter_content().expect("the starter content is good");
            hub.catch_up().expect("the catalogue follows");
        }
        Self::over(hub, database)
    }

    /// Serves a hub as it is.
    pub fn over(hub: Arc<Hub>, database: Database) -> Self {
        Self::with(hub, database, |_| {})
    }

    /// Serves a hub with other settings.
    pub fn with(hub: Arc<Hub>, database: Database, set: impl FnOnce(&mut ServerSettings)) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let client = Client::to(listener.local_addr().expect("an address"));
        let (tell, started) = mpsc::channel();
        let served = Arc::clone(&hub);
        let mut settings = ServerSettings::new(listener, 2);
        set(&mut settings);
        let thread = std::thread::spawn(move || {
            run_with(served, settings, |handle| tell.send(handle).expect("somebody waits")).expect("the server runs");
        });
        let handle = started.recv().expect("the server starts");
        Self { hub, client, handle, thread: Some(thread), database }
    }

    /// Where it keeps its data.
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// A server of one's own, on SQLite: a copy of a file that is filled once.
    pub fn own() -> Self {
        static FILLED: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
        let filled = FILLED.get_or_init(|| {
            let database = Database::sqlite();
            let hub = database.hub().with_clock(noon);
            hub.load_starter_content().expect("the starter content is good");
            drop(hub);
            let files = std::fs::read_dir(folder_of(&database)).expect("a folder").map(|file| file.expect("a file"));
            files
                .map(|file| (file.file_name().into_string(), std::fs::read(file.path())))
                .map(|(name, bytes)| (name.expect("a plain name"), bytes.expect("a file")))
                .collect()
        });
        let database = Database::sqlite();
        for (name, bytes) in filled {
            std::fs::write(folder_of(&database).join(name), bytes).expect("a file is written");
        }
        Self::start(database)
    }

    /// The server that tests share which only read; it goes when none of them runs.
    pub fn shared() -> Arc<Self> {
        static SHARED: Mutex<Weak<Server>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        shared.upgrade().unwrap_or_else(|| {
            let server = Arc::new(Self::own());
            *shared = Arc::downgrade(&server);
            server
        })
    }
}

fn folder_of(database: &Database) -> &Path {
    let file = database.url.strip_prefix("sqlite://").expect("a database in a file");
    Path::new(file).parent().expect("a folder")
}

impl std::ops::Deref for Server {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Not gracefully: the connections that the client keeps are idle.
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
            && !std::thread::panicking()
        {
            panic!("the server ended with a panic");
        }
    }
}

/// A client of one server; connections are kept and used again.
pub struct Client {
    /// Where the server is.
    pub address: SocketAddr,
    idle: Mutex<Vec<BufReader<TcpStream>>>,
}

/// What a server answered.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Names in lower case, and values, in the order in which they came.
    pub headers: Vec<(String, String)>,
    /// The body as it came, not decoded.
    pub body: Vec<u8>,
}

impl Client {
    /// A client of the server at this address.
    pub fn to(address: SocketAddr) -> Self {
        Self { address, idle: Mutex::default() }
    }

    /// GET.
    pub fn get(&self, target: &str) -> Answer {
        self.send("GET", target, &[])
    }

    /// GET with headers.
    pub fn get_with(&self, target: &str, headers: &[(&str, &str)]) -> Answer {
        self.send("GET", target, headers)
    }

    /// The body of a successful GET, as JSON.
    pub fn json(&self, target: &str) -> Value {
        let answer = self.get(target);
        assert_eq!(answer.status, 200, "GET {target}: {}", answer.text());
        answer.json()
    }

    /// Sends a request without a body. The target goes out as it is.
    pub fn send(&self, method: &str, target: &str, headers: &[(&str, &str)]) -> Answer {
        self.send_body(method, target, headers, None)
    }

    /// Sends a request with a body, if there is one.
    pub fn send_body(&self, method: &str, target: &str, headers: &[(&str, &str)], body: Option<&[u8]>) -> Answer {
        let mut head = format!("{method} {target} HTTP/1.1\r\nHost: {}\r\n", self.address);
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if let Some(body) = body {
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        head.push_str("\r\n");
        let mut request = head.into_bytes();
        request.extend_from_slice(body.unwrap_or_default());
        let kept = self.idle.lock().expect("no test panics while it holds this").pop();
        // A connection that was idle may have been closed meanwhile: then, and only then, a new one is tried.
        let (answer, connection) = kept
            .and_then(|kept| exchange(kept, &request, method))
            .or_else(|| {
                let fresh = TcpStream::connect(self.address).expect("the server listens");
                fresh.set_nodelay(true).expect("a socket");
                exchange(BufReader::new(fresh), &request, method)
            })
            .unwrap_or_else(|| panic!("{method} {target}: no answer"));
        if answer.header("connection") != Some("close") {
            self.idle.lock().expect("no test panics while it holds this").push(connection);
        }
        answer
    }
}

/// One request and its answer; `None` when the connection was closed before a byte of an answer came.
fn exchange(
    mut connection: BufReader<TcpStream>,
    request: &[u8],
    method: &str,
) -> Option<(Answer, BufReader<TcpStream>)> {
    assert!(connection.buffer().is_empty(), "bytes behind the answer before: a body where none belongs");
    connection.get_mut().write_all(request).ok()?;
    let mut line = String::new();
    if connection.read_line(&mut line).ok()? == 0 {
        return None;
    }
    let mut words = line.split(' ');
    assert_eq!(words.next(), Some("HTTP/1.1"), "{line:?}");
    let status = words.next().and_then(|word| word.parse().ok()).unwrap_or_else(|| panic!("{line:?}"));
    let mut answer = Answer { status, headers: Vec::new(), body: Vec::new() };
    loop {
        let mut line = String::new();
        connection.read_line(&mut line).expect("the head of the answer");
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        answer.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    if method != "HEAD" && status != 204 && status != 304 {
        if answer.header("transfer-encoding") == Some("chunked") {
            loop {
                let mut size = String::new();
                connection.read_line(&mut size).expect("the size of a chunk");
                let size = usize::from_str_radix(size.trim(), 16).expect("a size in hex");
                let start = answer.body.len();
                answer.body.resize(start + size, 0);
                connection.read_exact(&mut answer.body[start..]).expect("a chunk");
                let mut end = String::new();
                connection.read_line(&mut end).expect("the end of a chunk");
                if size == 0 {
                    break;
                }
            }
        } else {
            let length = answer.header("content-length").unwrap_or_else(|| panic!("{status} without a length"));
            answer.body.resize(length.parse().expect("a length"), 0);
            connection.read_exact(&mut answer.body).expect("the body of the answer");
        }
    }
    Some((answer, connection))
}

impl Answer {
    /// The value of a header that comes at most once.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(other, _)| other == name).map(|(_, value)| value.as_str());
        let first = values.next();
        assert_eq!(values.next(), None, "{name} comes twice");
        first
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap_or("(not text)")
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// The codes of the `errors` of a problem, with their parameters.
    pub fn faults(&self) -> Vec<(String, String)> {
        let problem = self.json();
        let errors = problem["errors"].as_array().cloned().unwrap_or_default();
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        errors.iter().map(|error| (word(&error["parameter"]), word(&error["code"]))).collect()
    }
}
