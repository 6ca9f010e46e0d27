//! The change log as followers read it: for each entry that changed, what to do about it.

use std::collections::HashMap;
use std::sync::Arc;

use quick_cache::Weighter;
use quick_cache::sync::Cache;
use serde_json::{Map, Value, json};

use super::beyond::{Beyond, LogPage};
use super::scope::{Members, names};
use super::told::Told;
use crate::catalogue::Node;
use crate::hub::{Hub, HubError};
use crate::query::SyncQuery;
use crate::store::{self, Change, ChangeOp};

/// One row of a feed.
#[derive(Debug, Clone)]
pub struct FeedRow {
    /// Its place in the sequence.
    pub seq: i64,
    /// `upsert` or `delete`.
    pub op: ChangeOp,
    /// It, as JSON.
    pub json: String,
}

/// What changed after a place in the sequence.
#[derive(Debug, Clone)]
pub struct Feed {
    /// The rows, in the order of the sequence.
    pub rows: Vec<FeedRow>,
    /// How far a client has followed that has applied them.
    pub last_seq: i64,
    /// How many changes there are beyond.
    pub pending: i64,
    /// The place in the sequence at which this was read.
    pub seq: i64,
    /// The history.
    pub epoch: Arc<str>,
}

/// What a feed was asked for: history and place in the sequence at which it is read, scope, from where, how many, whether
/// with documents.
pub type FeedKey = (Arc<str>, i64, u64, i64, u64, bool);

/// Weighs feeds by their bytes.
#[derive(Debug, Clone)]
pub struct ByBytes;

impl Weighter<FeedKey, Arc<Feed>> for ByBytes {
    fn weight(&self, _key: &FeedKey, feed: &Arc<Feed>) -> u64 {
        feed.rows.iter().map(|row| row.json.len() as u64 + 64).sum::<u64>() + 256
    }
}

/// What is kept for followers who ask the same, and for whoever goes on where a page ended.
pub struct Feeds {
    answers: Cache<FeedKey, Arc<Feed>, ByBytes>,
    /// For those who follow by changes and those who harvest.
    pub(super) beyond: Beyond,
}

impl Feeds {
    /// Keeps answers of at most so many bytes together.
    pub fn new(bytes: u64) -> Self {
        Self { answers: Cache::with_weighter(64, bytes, ByBytes), beyond: Beyond::default() }
    }
}

impl Hub {
    /// What changed after the place that the follower has reached. Followers who ask the same share one answer.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn feed(&self, query: &SyncQuery) -> Result<Arc<Feed>, HubError> {
        let now = self.catalogue();
        let key: FeedKey =
            (Arc::clone(&now.epoch), now.seq, query.scope.fingerprint, query.since, query.limit, query.docs);
        self.feeds.answers.get_or_insert_with(&key, || self.read_feed(query).map(Arc::new))
    }

    fn read_feed(&self, query: &SyncQuery) -> Result<Feed, HubError> {
        let collections = names(&query.scope);
        let limit = query.limit as i64;
        self.at_one_place(|connection, snapshot| {
            let mut log = store::shared_changes_after(connection, query.since, &collections, limit + 1)?;
            let more = log.len() as i64 > limit;
            log.truncate(limit as usize);
            let last_seq = match (more, log.last()) {
                (true, Some(last)) => last.seq,
                (true, None) => query.since,
                (false, _) => snapshot.seq,
            };
            let (scope, after, changes) = (query.scope.fingerprint, query.since, log.len());
            let page = LogPage { snapshot, scope, after, last: last_seq, changes, more };
            let pending =
                self.feeds.beyond.of(&page, || store::count_shared_after(connection, last_seq, &collections))?;
            let members = Members::of(snapshot, &query.scope);
            let told: Vec<Told<'_>> =
                log.iter().map(|change| Told::of(snapshot, change, |node| members.has(node))).collect();
            let mut documents = match query.docs {
                true => {
                    let wanted: Vec<Node> = told.iter().filter_map(|told| told.node).collect();
                    self.sync_documents(connection, snapshot, &wanted)?
                }
                false => HashMap::new(),
            };
            let mut rows = Vec::with_capacity(log.len());
            for (change, told) in log.iter().zip(told) {
                let document = told.node.and_then(|node| documents.remove(&node)).map(|document| document.json);
                rows.push(row(change, &told, document));
            }
            Ok(Feed { rows, last_seq, pending, seq: snapshot.seq, epoch: Arc::clone(&snapshot.epoch) })
        })
    }
}

fn row(change: &Change, told: &Told<'_>, document: Option<String>) -> FeedRow {
    let op = told.op();
    let mut members = Map::new();
    members.insert("seq".to_owned(), json!(change.seq));
    members.insert("op".to_owned(), json!(op));
    members.insert("type".to_owned(), json!(change.collection));
    members.insert("id".to_owned(), json!(change.entry_id));
    members.insert("rev".to_owned(), json!(change.rev));
    members.insert("changed_at".to_owned(), json!(change.changed_at));
    told.explain(&mut members);
    let mut json = Value::Object(members).to_string();
    if let Some(document) = document {
        // The document is JSON already: it is put in, not parsed and written again.
        json.pop();
        json.push_str(",\"doc\":");
        json.push_str(&document);
        json.push('}');
    }
    FeedRow { seq: change.seq, op, json }
}

impl Feed {
    /// As it is answered; `next` is where the next changes are.
    pub fn body(&self, next: &str) -> String {
        let rows: Vec<&str> = self.rows.iter().map(|row| row.json.as_str()).collect();
        format!(
            "{{\"changes\":[{}],\"last_seq\":{},\"pending\":{},\"epoch\":{},\"links\":{}}}",
            rows.join(","),
            self.last_seq,
            self.pending,
            json!(&*self.epoch),
            json!({ "next": next }),
        )
    }
}
