//! Editing: what people who keep the hub, and their scripts, may do to items. Every write is one transaction with its line
//! in the audit and, where the client named the request, with the answer that is given when it comes again.

mod consent;
mod erasing;
mod graph;
mod history;
mod items;
mod listing;
mod overlay;
mod preview;
mod states;
mod timing;
mod transitions;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::Hub;
use super::publishing::WriteError;
use crate::model::values::{DAY, Instant};
use crate::model::{Collection, Fault, WrittenDocument, collection};
use crate::store::{AuditEntry, Item, ItemState, KeptAnswer, StoreError, Transaction};

pub(super) use erasing::{Erasure, purge_by};
pub use history::AuditQuery;
pub use items::ItemWrite;
pub use listing::ItemQuery;
pub use overlay::MOST_LAID;
pub(super) use overlay::Overlay;
pub(super) use states::next;
pub use states::{TRANSITIONS, Verb};
pub use transitions::{Successor, TransitionRequest};

/// How long an answer is kept for a request that comes again, in milliseconds: a day.
pub(super) const ANSWERS_KEPT: i64 = DAY;

/// Who writes.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The key; nobody's when the hub acts by itself.
    pub key_id: Option<String>,
    /// The name of the key.
    pub name: String,
    /// The request.
    pub request_id: Option<String>,
}

impl Actor {
    /// The hub itself, which keeps time.
    pub fn hub() -> Self {
        Self { key_id: None, name: "the hub".to_owned(), request_id: None }
    }
}

/// A request that its client named, so that it may send it again.
#[derive(Debug, Clone)]
pub struct Once {
    /// The name.
    pub name: String,
    /// SHA-256 of method, path, query and body.
    pub fingerprint: String,
}

/// Why a write was not done, or an item not read.
#[derive(Debug)]
pub enum EditError {
    /// There is no such item.
    NoItem,
    /// The item has another revision than the client knows.
    Stale {
        /// Its latest.
        current_rev: i64,
        /// The members in which the two differ.
        changed_fields: Vec<String>,
    },
    /// The item's state does not allow it.
    State {
        /// The state.
        state: ItemState,
        /// What was asked.
        verb: String,
        /// What it would allow.
        allowed: Vec<&'static str>,
    },
    /// The item is a copy from another hub, and edited there.
    Mirrored {
        /// That hub.
        origin: String,
    },
    /// The document breaks rules; all of them are named.
    Faults(Vec<Fault>),
    /// The name of the request belongs to another one.
    OtherRequest,
    /// More is not public than filters look into.
    TooManyDrafts {
        /// So many at most.
        most: usize,
    },
    /// The request of this name did not come to its end; it may be sent again.
    Unended,
    /// What was answered to the request of this name was too long to be kept.
    AnswerTooLong {
        /// The longest that is kept, in bytes.
        longest: usize,
    },
    /// The database failed.
    Store(StoreError),
}

impl From<StoreError> for EditError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Constraint(_) => Self::Faults(vec![Fault {
                pointer: String::new(),
                code: "conflict",
                detail: "What was written meanwhile is in the way: the slug or id belongs to another entry.".to_owned(),
            }]),
            error => Self::Store(error),
        }
    }
}

impl From<WriteError> for EditError {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Faults(faults) => Self::Faults(faults),
            WriteError::Store(error) => Self::from(error),
        }
    }
}

impl EditError {
    /// One thing that is wrong with what was sent.
    pub fn fault(pointer: &str, code: &'static str, detail: impl Into<String>) -> Self {
        Self::Faults(vec![Fault { pointer: pointer.to_owned(), code, detail: detail.into() }])
    }
}

/// What a write answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// Whether something was made.
    pub created: bool,
    /// The item's collection and id.
    pub item: Option<(String, String)>,
    /// Its latest revision.
    pub rev: Option<i64>,
    /// The answer itself.
    pub body: Value,
}

/// A write that was done, as the audit notes it.
pub(super) struct Done {
    pub action: &'static str,
    pub answer: Answer,
    pub seq: Option<i64>,
    pub note: Option<String>,
}

impl Hub {
    /// Does a write, once: notes it, keeps its answer, and brings the catalogue up to date. Answers whether the answer
    /// is one that was given before.
    pub(super) fn perform(
        &self,
        actor: &Actor,
        once: Option<&Once>,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<Done, EditError>,
    ) -> Result<(Answer, bool), EditError> {
        let mut shown = None;
        let outcome = self.store.write_together(|transaction| {
            if let Some(once) = once
                && let Some(answer) = kept(transaction, actor, once)?
            {
                return Ok::<_, EditError>((answer, true));
            }
            let done = work(transaction)?;
            let now = self.now();
            self.note(transaction, actor, &done)?;
            if let Some(once) = once {
                let kept = KeptAnswer {
                    key_id: actor.key_id.clone().unwrap_or_default(),
                    idempotency_key: once.name.clone(),
                    fingerprint: once.fingerprint.clone(),
                    item_id: done.answer.item.as_ref().map(|(_, id)| id.clone()),
                    created_at: now,
                    answer: json!(done.answer).to_string(),
                };
                transaction.keep_answer(&kept, Instant::from_millis(now.millis() - ANSWERS_KEPT))?;
            }
            shown = transaction.is_public_change().then(|| transaction.last_seq());
            Ok((done.answer, false))
        })?;
        if let Some(seq) = shown {
            self.show_committed(Some(seq));
        }
        Ok(outcome)
    }

    /// The answer that was given to this request before, for work that cannot be done inside a transaction.
    pub(super) fn answered(&self, actor: &Actor, once: Option<&Once>) -> Result<Option<Answer>, EditError> {
        once.map_or(Ok(None), |once| self.store.look(|transaction| kept(transaction, actor, once)))
    }

    /// Refuses the name of a request that belongs to another one.
    ///
    /// # Errors
    /// [`EditError::OtherRequest`].
    pub fn unless_other_request(&self, actor: &Actor, once: &Once) -> Result<(), EditError> {
        self.answered(actor, Some(once)).map(drop)
    }

    pub(super) fn note(&self, transaction: &mut Transaction<'_>, actor: &Actor, done: &Done) -> Result<(), StoreError> {
        let (collection, item_id) = done.answer.item.clone().unzip();
        transaction.note(&AuditEntry {
            id: Uuid::now_v7().to_string(),
            at: self.now(),
            key_id: actor.key_id.clone(),
            key_name: actor.name.clone(),
            request_id: actor.request_id.clone(),
            action: done.action.to_owned(),
            collection,
            item_id,
            rev: done.answer.rev,
            seq: done.seq,
            note: done.note.clone(),
        })
    }
}

/// What is kept under the name that a key gave a request, if it was this request.
pub(super) fn kept<T: DeserializeOwned>(
    transaction: &mut Transaction<'_>,
    actor: &Actor,
    once: &Once,
) -> Result<Option<T>, EditError> {
    let key_id = actor.key_id.as_deref().unwrap_or_default();
    let Some(kept) = transaction.kept_answer(key_id, &once.name)? else { return Ok(None) };
    if kept.fingerprint != once.fingerprint {
        return Err(EditError::OtherRequest);
    }
    let answer = serde_json::from_str(&kept.answer)
        .map_err(|error| StoreError::Failed(format!("a kept answer cannot be read: {error}")))?;
    Ok(Some(answer))
}

/// Adds to an answer what is nowhere kept, unless it is an answer that was given before.
pub(super) fn with_secret((mut answer, replayed): (Answer, bool), name: &str, secret: String) -> (Answer, bool) {
    if let (false, Some(members)) = (replayed, answer.body.as_object_mut()) {
        members.insert(name.to_owned(), json!(secret));
    }
    (answer, replayed)
}

/// The item of a collection by its id.
fn item_of(transaction: &mut Transaction<'_>, collection: &Collection, id: &str) -> Result<Item, EditError> {
    let item = transaction.item(&id.to_ascii_lowercase())?;
    item.filter(|item| item.collection == collection.name).ok_or(EditError::NoItem)
}

/// The same, if it is this hub's to write.
fn own_item_of(transaction: &mut Transaction<'_>, collection: &Collection, id: &str) -> Result<Item, EditError> {
    let item = item_of(transaction, collection, id)?;
    match item.origin {
        Some(origin) => Err(EditError::Mirrored { origin }),
        None => Ok(item),
    }
}

/// The document of a revision, as JSON.
fn document_of(transaction: &mut Transaction<'_>, item: &Item, rev: i64) -> Result<Value, EditError> {
    Ok(stored_json(&transaction.revision(&item.id, rev)?.ok_or(EditError::NoItem)?.document)?)
}

/// The text of a revision, as JSON.
fn stored_json(text: &str) -> Result<Value, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::Failed(format!("a revision cannot be read: {error}")))
}

/// A stored document, read for the domain.
fn read_stored(item: &Item, document: Value) -> Result<WrittenDocument, EditError> {
    let collection = collection(&item.collection).ok_or(EditError::NoItem)?;
    WrittenDocument::read_again(collection, document).map_err(EditError::Faults)
}
