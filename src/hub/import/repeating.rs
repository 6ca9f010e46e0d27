//! Imports that their client named. One is begun once; when the same request comes again it is answered from what was
//! kept, and waits for that if the first is still under way. What was begun on a node that then stopped is begun anew: a
//! line that was kept by then is `unchanged`, so the public state comes out the same.

use std::collections::HashSet;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::scope;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use crate::hub::editing::{ANSWERS_KEPT, kept};
use crate::hub::{Actor, EditError, Hub, Once};
use crate::model::values::Instant;
use crate::store::{AnswerPart, KeptAnswer, Store, StoreError, Transaction};

/// The longest answer that is kept, in bytes.
pub const LONGEST_ANSWER: usize = 64 * 1024 * 1024;

/// Bytes of an answer that are kept, and read again, at once.
const PART: usize = 256 * 1024;

/// How long a node may say nothing of an import before others take it to have stopped, in milliseconds.
const LEASE: i64 = 60_000;

/// How often it says something.
const BEAT: Duration = Duration::from_secs(15);

/// The imports that are under way on this node.
pub type UnderWay = Arc<Mutex<HashSet<String>>>;

/// How a named import stands, as it is kept in the place of an answer.
#[derive(Serialize, Deserialize)]
enum Standing {
    Running { run: String, until: i64 },
    Ended { run: String, body: String, parts: Option<i32> },
}

/// A named import that is this request's to do.
pub struct NamedImport {
    key_id: String,
    name: String,
    run: String,
    under_way: UnderWay,
    /// What is not put away yet.
    lines: String,
    bytes: usize,
    parts: i32,
    state: Keeping,
}

enum Keeping {
    Whole,
    /// It is longer than is kept.
    TooLong,
    /// It was to be forgotten meanwhile.
    Forgotten,
    Failed(StoreError),
}

/// Where the answer of an import is kept.
#[derive(Debug, Clone)]
pub struct AnswerParts {
    /// The attempt that it is of.
    pub run: String,
    /// How many parts it has.
    pub count: i32,
}

impl Hub {
    /// Whether an import of this name was begun before and is not to be begun anew.
    ///
    /// # Errors
    /// [`EditError::OtherRequest`] when the name belongs to another request.
    pub fn import_was_begun(&self, actor: &Actor, once: &Once) -> Result<bool, EditError> {
        self.store.look(|transaction| self.is_begun(transaction, actor, once))
    }

    /// Begins a named import; `None` when it was begun before.
    ///
    /// # Errors
    /// [`EditError::OtherRequest`] when the name belongs to another request.
    pub fn begin_import(&self, actor: &Actor, once: &Once) -> Result<Option<NamedImport>, EditError> {
        // Whoever comes second need not wait for a writer.
        if self.import_was_begun(actor, once)? {
            return Ok(None);
        }
        self.store.write(|transaction| {
            if self.is_begun(transaction, actor, once)? {
                return Ok(None);
            }
            let key_id = actor.key_id.clone().unwrap_or_default();
            let (run, now) = (Uuid::now_v7().to_string(), self.now());
            transaction.forget_answer(&key_id, &once.name)?;
            let kept = KeptAnswer {
                key_id: key_id.clone(),
                idempotency_key: once.name.clone(),
                fingerprint: once.fingerprint.clone(),
                item_id: None,
                created_at: now,
                answer: json!(self.running(&run)).to_string(),
            };
            transaction.keep_answer(&kept, Instant::from_millis(now.millis() - ANSWERS_KEPT))?;
            lock(&self.imports).insert(run.clone());
            Ok(Some(NamedImport {
                key_id,
                name: once.name.clone(),
                run,
                under_way: Arc::clone(&self.imports),
                lines: String::new(),
                bytes: 0,
                parts: 0,
                state: Keeping::Whole,
            }))
        })
    }

    /// Does the work of a named import, which gives every line of its answer to be kept. When all of the work is one
    /// transaction, lines are put away behind it only.
    pub fn import_named<T>(
        &self,
        named: &mut NamedImport,
        one_transaction: bool,
        work: impl FnOnce(&mut dyn FnMut(&str)) -> T,
    ) -> T {
        scope(|scope| {
            let (ended, wait) = channel::<()>();
            if self.store.is_shared() {
                let (key_id, name, run) = (named.key_id.clone(), named.name.clone(), named.run.clone());
                scope.spawn(move || {
                    while wait.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
                        let running = json!(self.running(&run)).to_string();
                        if let Err(error) = self.store.renew_answer(&key_id, &name, &run, &running) {
                            log::warn!("an import could not say that it goes on: {error}");
                        }
                    }
                });
            }
            let outcome = work(&mut |line| named.keep(&self.store, line, !one_transaction));
            drop(ended);
            outcome
        })
    }

    /// Ends a named import: `body` is the hash of what was sent if all is done; if it is not, the name is free again.
    ///
    /// # Errors
    /// Whatever the database says; the name is then free again, too.
    pub fn end_import(&self, mut named: NamedImport, body: Option<String>) -> Result<(), StoreError> {
        let ended = body.map(|body| named.ended(&self.store, body)).transpose();
        let (standing, outcome) = match ended {
            Ok(standing) => (standing, Ok(())),
            Err(error) => (None, Err(error)),
        };
        let kept = self.store.write(|transaction| {
            let kept = transaction.kept_answer(&named.key_id, &named.name)?;
            let ours = kept.and_then(|kept| serde_json::from_str(&kept.answer).ok());
            match (ours, standing) {
                (Some(Standing::Running { run, .. }), Some(standing)) if run == named.run => {
                    transaction.replace_answer(&named.key_id, &named.name, &json!(standing).to_string())
                }
                (Some(Standing::Running { run, .. }), None) if run == named.run => {
                    transaction.forget_answer(&named.key_id, &named.name)
                }
                _ => Ok(()),
            }
        });
        outcome.and(kept)
    }

    /// Where the answer of a named import is kept, whose body had this hash; `None` while it is under way.
    ///
    /// # Errors
    /// [`EditError::OtherRequest`] when another body was sent under this name, [`EditError::AnswerTooLong`] when the
    /// answer is not kept, [`EditError::Unended`] when the import did not come to its end.
    pub fn import_answer(&self, actor: &Actor, once: &Once, body: &str) -> Result<Option<AnswerParts>, EditError> {
        let standing = self.store.look(|transaction| kept(transaction, actor, once))?;
        match standing {
            Some(Standing::Running { run, until }) if self.goes_on(&run, until) => Ok(None),
            Some(Standing::Ended { body: first, .. }) if first != body => Err(EditError::OtherRequest),
            Some(Standing::Ended { run, parts: Some(count), .. }) => Ok(Some(AnswerParts { run, count })),
            Some(Standing::Ended { parts: None, .. }) => Err(EditError::AnswerTooLong { longest: LONGEST_ANSWER }),
            Some(Standing::Running { .. }) | None => Err(EditError::Unended),
        }
    }

    /// A part of an answer that is kept.
    ///
    /// # Errors
    /// [`EditError::Unended`] when it was forgotten meanwhile.
    pub fn import_answer_part(&self, run: &str, part: i32) -> Result<String, EditError> {
        self.store.look(|transaction| transaction.answer_part(run, part)?.ok_or(EditError::Unended))
    }

    fn is_begun(&self, transaction: &mut Transaction<'_>, actor: &Actor, once: &Once) -> Result<bool, EditError> {
        Ok(match kept(transaction, actor, once)? {
            Some(Standing::Running { run, until }) => self.goes_on(&run, until),
            Some(Standing::Ended { .. }) => true,
            None => false,
        })
    }

    /// Whether an import is under way: on this node, or on another that was heard of lately.
    fn goes_on(&self, run: &str, until: i64) -> bool {
        lock(&self.imports).contains(run) || (self.store.is_shared() && until > self.now().millis())
    }

    fn running(&self, run: &str) -> Standing {
        Standing::Running { run: run.to_owned(), until: self.now().millis() + LEASE }
    }
}

impl NamedImport {
    fn keep(&mut self, store: &Store, line: &str, put_away: bool) {
        if !matches!(self.state, Keeping::Whole) {
            return;
        }
        self.bytes += line.len();
        if self.bytes > LONGEST_ANSWER {
            self.state = Keeping::TooLong;
            self.lines = String::new();
            return;
        }
        self.lines.push_str(line);
        if put_away && self.lines.len() >= PART {
            self.put_away(store);
        }
    }

    /// Keeps what was told so far, in parts that end with a line.
    fn put_away(&mut self, store: &Store) {
        let lines = std::mem::take(&mut self.lines);
        let mut part = String::new();
        for line in lines.split_inclusive('\n') {
            part.push_str(line);
            if part.len() >= PART {
                self.put_part(store, std::mem::take(&mut part));
            }
        }
        if !part.is_empty() {
            self.put_part(store, part);
        }
    }

    fn put_part(&mut self, store: &Store, lines: String) {
        if !matches!(self.state, Keeping::Whole) {
            return;
        }
        let (key_id, idempotency_key) = (self.key_id.clone(), self.name.clone());
        let part = AnswerPart { run: self.run.clone(), part: self.parts, key_id, idempotency_key, lines };
        match store.keep_answer_part(&part) {
            Ok(()) => self.parts += 1,
            // The row of the name is gone: somebody's consent was withdrawn meanwhile.
            Err(StoreError::Constraint(_)) => self.state = Keeping::Forgotten,
            Err(error) => self.state = Keeping::Failed(error),
        }
    }

    /// How it stands when all is done.
    fn ended(&mut self, store: &Store, body: String) -> Result<Standing, StoreError> {
        self.put_away(store);
        let parts = match std::mem::replace(&mut self.state, Keeping::Forgotten) {
            Keeping::Whole => Some(self.parts),
            Keeping::TooLong | Keeping::Forgotten => None,
            Keeping::Failed(error) => return Err(error),
        };
        Ok(Standing::Ended { run: self.run.clone(), body, parts })
    }
}

impl Drop for NamedImport {
    fn drop(&mut self) {
        lock(&self.under_way).remove(&self.run);
    }
}

fn lock(under_way: &UnderWay) -> MutexGuard<'_, HashSet<String>> {
    under_way.lock().unwrap_or_else(PoisonError::into_inner)
}
