//! The change log as server-sent events: an event for each change, with its place in the sequence as its id, so that a client
//! that comes back goes on where it was. A follower that waits costs no thread and asks the database nothing.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use actix_web::http::header;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};
use futures_util::stream::{empty, unfold};
use serde_json::json;

use super::problem::Problem;
use super::reading::ask;
use crate::hub::{Feed, Hub};
use crate::problem::BAD_REQUEST;
use crate::query::SyncQuery;

/// Server-sent events.
pub const MEDIA_TYPE: &str = "text/event-stream";

/// How often a silent stream says that it is there.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// The place that a client which comes back has reached.
///
/// # Errors
/// 400 for an id that is none of the hub's.
pub fn last_event_id(request: &HttpRequest) -> Result<Option<i64>, Problem> {
    let Some(value) = request.headers().get("last-event-id") else { return Ok(None) };
    let place = value.to_str().ok().map(str::trim).filter(|text| !text.is_empty() && text.len() < 20);
    let place = place.filter(|text| text.bytes().all(|byte| byte.is_ascii_digit())).and_then(|text| text.parse().ok());
    match place {
        Some(place) => Ok(Some(place)),
        None => Err(Problem::new(BAD_REQUEST, "`Last-Event-ID` is the id of an event of this stream.")),
    }
}

/// Where a stream is.
struct Follower {
    hub: web::Data<Hub>,
    query: SyncQuery,
    epoch: Arc<str>,
    ready: VecDeque<Bytes>,
    ended: bool,
}

/// Streams what changed since the place that the client has reached, and then what changes.
pub fn follow(request: &HttpRequest, hub: web::Data<Hub>, query: SyncQuery) -> HttpResponse {
    let snapshot = hub.catalogue();
    let mut response = HttpResponse::Ok();
    response
        .content_type(MEDIA_TYPE)
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::VARY, "Accept"))
        .insert_header(("Hub-Seq", snapshot.seq.to_string()))
        .insert_header(("X-Accel-Buffering", "no"));
    if request.method() == actix_web::http::Method::HEAD {
        return response.streaming(empty::<Result<Bytes, std::io::Error>>());
    }
    let ready = json!({ "epoch": &*snapshot.epoch, "since": query.since });
    let first = Bytes::from(format!("retry: 3000\nevent: ready\ndata: {ready}\n\n"));
    let follower =
        Follower { hub, query, epoch: Arc::clone(&snapshot.epoch), ready: VecDeque::from([first]), ended: false };
    response.streaming(unfold(follower, |mut follower| async move {
        let bytes = follower.next().await?;
        Some((Ok::<_, std::io::Error>(bytes), follower))
    }))
}

impl Follower {
    /// The next bytes: events that are there, or a sign of life.
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            if let Some(bytes) = self.ready.pop_front() {
                return Some(bytes);
            }
            if self.ended || self.hub.is_closing() {
                return None;
            }
            let at = self.hub.catalogue();
            if at.epoch != self.epoch {
                self.ended = true;
                let data = json!({ "epoch": &*at.epoch, "export": "/v1/export" });
                return Some(Bytes::from(format!("event: epoch-changed\ndata: {data}\n\n")));
            }
            if at.seq <= self.query.since && !self.hub.beyond(self.query.since, HEARTBEAT).await {
                return Some(Bytes::from_static(b": waiting\n\n"));
            }
            let query = self.query.clone();
            match ask(&self.hub, move |hub| hub.feed(&query)).await {
                Ok(feed) => self.take(&feed),
                Err(error) => {
                    // The client comes back by itself, with the id of the last event that it had.
                    log::error!(target: "request", "a stream of events ended: {error:?}");
                    self.ended = true;
                }
            }
        }
    }

    fn take(&mut self, feed: &Feed) {
        let mut events = String::new();
        for row in &feed.rows {
            events.push_str(&format!("id: {}\nevent: {}\ndata: {}\n\n", row.seq, row.op.as_str(), row.json));
        }
        // Whoever comes back need not read again what was not theirs.
        if feed.rows.last().is_none_or(|last| last.seq < feed.last_seq) {
            events.push_str(&format!("id: {}\n\n", feed.last_seq));
        }
        self.query.since = self.query.since.max(feed.last_seq);
        self.ready.push_back(events.into());
    }
}
