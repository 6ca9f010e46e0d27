//! The hub that is copied, over HTTP.

use std::io::{BufRead, BufReader, Read};
use std::time::Duration;

use reqwest::blocking::{Client, Response};
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, RETRY_AFTER};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use crate::model::values::Instant;

/// Rows of the log that are asked for at once: as many as a hub gives.
const PAGE: u64 = 1000;

/// How long a connection may take to come about.
const CONNECT: Duration = Duration::from_secs(10);

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// Attempts at a request before it is given up.
const ATTEMPTS: u32 = 5;

/// The most bytes of one page of the log; ten times what a thousand of the longest entries have.
const MAX_PAGE: u64 = 1 << 30;

/// The most bytes of one line of an inventory.
const MAX_LINE: u64 = 1 << 20;

/// A hub that can be copied.
pub struct Source {
    client: Client,
    /// Its address, without a slash at the end.
    pub address: String,
    /// The part of it that is copied, as a query string.
    pub scope: String,
    key: Option<String>,
}

/// Why a hub could not be asked.
#[derive(Debug)]
pub enum SourceError {
    /// Its history is another one now, named here.
    OtherEpoch(String),
    /// It does not answer, or not as a hub does.
    Failed(String),
}

impl std::fmt::Display for SourceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::OtherEpoch(epoch) => write!(f, "the hub has another history now: {epoch}"),
            Self::Failed(reason) => f.write_str(reason),
        }
    }
}

/// A page of a hub's log.
#[derive(Debug, Deserialize)]
pub struct Page {
    /// The rows.
    pub changes: Vec<Row>,
    /// How far they reach.
    pub last_seq: i64,
    /// How many are beyond.
    pub pending: u64,
    /// The history.
    pub epoch: String,
}

/// A row of a hub's log.
#[derive(Debug, Deserialize)]
pub struct Row {
    /// `upsert` or `delete`.
    pub op: String,
    /// The entry.
    pub id: String,
    /// Its document, as it came.
    pub doc: Option<Box<RawValue>>,
    /// Why it is to be forgotten.
    pub reason: Option<String>,
    /// What stands in its place.
    pub redirect_to: Option<String>,
    /// By when every trace of it is to be gone.
    pub purge_by: Option<Instant>,
}

/// What a hub says to prove a copy complete.
#[derive(Debug, Deserialize)]
pub struct Proof {
    /// Its entries altogether.
    pub total: Total,
    /// The history.
    pub epoch: String,
}

/// A number of entries and their sum.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Total {
    /// How many.
    pub count: u64,
    /// The sum, in hex digits.
    pub digest: String,
}

/// A line of an inventory.
#[derive(Debug, Deserialize)]
pub struct Inventoried {
    /// The collection.
    #[serde(rename = "type")]
    pub collection: String,
    /// The entry.
    pub id: String,
    /// Its revision.
    pub rev: i64,
    /// The hash of its document.
    pub hash: String,
}

impl Source {
    /// A hub by its address; `scope` are filters as a query string, `key` confirms purges.
    ///
    /// # Errors
    /// When the address is none.
    pub fn new(address: &str, scope: &str, key: Option<String>) -> Result<Self, SourceError> {
        let address = Self::address_of(address)?;
        let client = Client::builder()
            .connect_timeout(CONNECT)
            .timeout(PATIENCE)
            .user_agent(concat!("rights-hub/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| failed(chain(&error)))?;
        Ok(Self { client, address, scope: scope.to_owned(), key })
    }

    /// An address as it is kept: without a slash at the end.
    ///
    /// # Errors
    /// When it is none of a hub.
    pub fn address_of(text: &str) -> Result<String, SourceError> {
        let url = reqwest::Url::parse(text).map_err(|error| failed(format!("`{text}` is no address: {error}")))?;
        if !["http", "https"].contains(&url.scheme()) || url.host().is_none() {
            return Err(failed(format!("`{text}` is no http or https address")));
        }
        Ok(text.trim_end_matches('/').to_owned())
    }

    fn url(&self, path: &str, query: &str) -> String {
        let query: Vec<&str> = [query, &self.scope].into_iter().filter(|part| !part.is_empty()).collect();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{path}{mark}{}", self.address, query.join("&"))
    }

    /// Asks, and asks again when the hub is busy or out of reach.
    fn get(&self, url: &str, accept: &str) -> Result<Response, SourceError> {
        let mut pause = Duration::from_millis(500);
        for attempt in 1.. {
            let outcome = self.client.get(url).header(ACCEPT, accept).send();
            let (reason, after) = match outcome {
                Ok(response) if response.status().is_success() => return Ok(response),
                Ok(response) if response.status().is_server_error() || response.status().as_u16() == 429 => {
                    let after = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse().ok());
                    (format!("{url} answers {}", response.status()), after.map(Duration::from_secs))
                }
                Ok(response) => return Err(refusal(url, response)),
                Err(error) => (chain(&error), None),
            };
            if attempt >= ATTEMPTS {
                return Err(failed(reason));
            }
            std::thread::sleep(after.unwrap_or(pause).min(Duration::from_secs(30)));
            pause *= 2;
        }
        Err(failed("nothing was asked".to_owned()))
    }

    fn json<T: serde::de::DeserializeOwned>(&self, url: &str) -> Result<T, SourceError> {
        let response = self.get(url, "application/json")?;
        // Read whole: a parser is several times as fast over bytes that are there.
        let mut body = Vec::new();
        let read = response.take(MAX_PAGE).read_to_end(&mut body);
        read.map_err(|error| failed(format!("{url} breaks off: {}", chain(&error))))?;
        serde_json::from_slice(&body).map_err(|error| failed(format!("{url} does not answer as a hub does: {error}")))
    }

    /// The log behind a place in it, with documents.
    ///
    /// # Errors
    /// [`SourceError::OtherEpoch`] when that place is in another history.
    pub fn changes(&self, since: i64, epoch: &str) -> Result<Page, SourceError> {
        self.json(&self.url("/v1/changes", &format!("since={since}&limit={PAGE}&docs=true&epoch={epoch}")))
    }

    /// What proves a copy complete.
    ///
    /// # Errors
    /// When it does not answer.
    pub fn proof(&self) -> Result<Proof, SourceError> {
        self.json(&self.url("/v1/inventory/digest", ""))
    }

    /// Shows every entry of the inventory to `each`.
    ///
    /// # Errors
    /// When it does not answer, or breaks off.
    pub fn inventory(&self, mut each: impl FnMut(Inventoried)) -> Result<(), SourceError> {
        let url = self.url("/v1/inventory", "");
        let mut lines = BufReader::new(self.get(&url, "application/x-ndjson")?);
        loop {
            let mut line = String::new();
            let read = lines.by_ref().take(MAX_LINE).read_line(&mut line);
            match read.map_err(|error| failed(format!("{url} breaks off: {error}")))? {
                0 => return Ok(()),
                _ => each(serde_json::from_str(&line).map_err(|error| failed(format!("{url}: {error}")))?),
            }
        }
    }

    /// The documents of these entries of a collection.
    ///
    /// # Errors
    /// When it does not answer.
    pub fn documents(&self, collection: &str, ids: &[&str]) -> Result<Vec<Map<String, Value>>, SourceError> {
        let url = format!("{}/v1/export?type={collection}&id={}", self.address, ids.join(","));
        let lines = BufReader::new(self.get(&url, "application/x-ndjson")?);
        let (mut documents, mut whole) = (Vec::new(), false);
        for line in lines.lines() {
            let line = line.map_err(|error| failed(format!("{url} breaks off: {error}")))?;
            let mut line: Map<String, Value> =
                serde_json::from_str(&line).map_err(|error| failed(format!("{url}: {error}")))?;
            whole = line.get("kind").is_some_and(|kind| kind == "trailer");
            if let Some(Value::Object(document)) = line.remove("doc") {
                documents.push(document);
            }
        }
        if whole { Ok(documents) } else { Err(failed(format!("{url} breaks off"))) }
    }

    /// Confirms that everything up to a place in the log is applied, if there is a key to say so with.
    ///
    /// # Errors
    /// When the hub does not take it.
    pub fn confirm(&self, up_to: i64) -> Result<bool, SourceError> {
        let Some(key) = &self.key else { return Ok(false) };
        let url = format!("{}/v1/manage/receipts", self.address);
        let sent = self
            .client
            .post(&url)
            .header(AUTHORIZATION, format!("Bearer {key}"))
            .header(CONTENT_TYPE, "application/json")
            .body(json!({ "up_to": up_to }).to_string())
            .send();
        match sent {
            Ok(response) if response.status().is_success() => Ok(true),
            Ok(response) => Err(failed(format!("{url} answers {}", response.status()))),
            Err(error) => Err(failed(chain(&error))),
        }
    }
}

fn failed(reason: String) -> SourceError {
    SourceError::Failed(reason)
}

/// An error with everything that it came from.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

/// Why a hub refuses a request, from its problem document.
fn refusal(url: &str, response: Response) -> SourceError {
    let status = response.status();
    let mut body = String::new();
    // A problem document is short; whatever else this is, it need not be read.
    let _ = response.take(64 * 1024).read_to_string(&mut body);
    let problem: Value = serde_json::from_str(&body).unwrap_or_default();
    match (problem.get("type").and_then(Value::as_str), problem.get("epoch").and_then(Value::as_str)) {
        (Some("/problems/epoch-changed"), Some(epoch)) => SourceError::OtherEpoch(epoch.to_owned()),
        _ => {
            let detail = problem.get("detail").and_then(Value::as_str).unwrap_or_default();
            failed(format!("{url} answers {status}: {detail}"))
        }
    }
}
