//! Whole answers to public questions, kept as they were sent. Each knows what it was made of; once the hub has moved on,
//! it is held against the catalogue as it then is before it is given again. So nothing is given that a publish call has
//! changed, and nothing is made anew because something else has.

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use quick_cache::sync::{Cache, DefaultLifecycle, PlaceholderGuard};
use quick_cache::{DefaultHashBuilder, Weighter};
use uuid::Uuid;

use super::Hub;
use super::criteria::{Resolved, field_of, resolve};
use crate::catalogue::{Dictionary, Node, Snapshot};
use crate::model::values::Instant;
use crate::query::FilterClause;

/// What an answer was made of.
#[derive(Debug, Clone)]
pub struct Depends {
    /// The numbering of entries.
    generation: u64,
    /// The place in the sequence of the catalogue that it was made from.
    seq: i64,
    /// The entries in it, each with its place in the sequence.
    entries: Box<[(Node, i64)]>,
    /// The collections of whose whole contents it speaks, each with its last change.
    collections: Box<[(usize, i64)]>,
    /// What its filters name outside these collections.
    named: Option<Box<Named>>,
    /// When the clock makes it another one.
    until: Option<Instant>,
}

/// Filters by entries of other collections, and what came of them: a right that is published later may be the one that
/// a filter named in vain.
#[derive(Debug, Clone)]
struct Named {
    collection: usize,
    filters: Vec<FilterClause>,
    resolved: Resolved,
    targets: Vec<(usize, i64)>,
}

impl Depends {
    /// On these entries, and on all that is in these collections.
    pub(super) fn on(snapshot: &Snapshot, nodes: impl Iterator<Item = Node>, collections: &[usize]) -> Self {
        let of = |collection: &usize| Some((*collection, snapshot.shelf(*collection)?.changed_seq));
        Self {
            generation: snapshot.generation,
            seq: snapshot.seq,
            entries: nodes.filter_map(|node| Some((node, snapshot.card(node)?.seq))).collect(),
            collections: collections.iter().filter_map(of).collect(),
            named: None,
            until: None,
        }
    }

    /// The same, and on its not being this late.
    pub(super) fn until(self, until: Instant) -> Self {
        Self { until: Some(until), ..self }
    }

    /// The same, and on what the filters of a collection's list name.
    pub(super) fn and_named(self, snapshot: &Snapshot, collection: usize, filters: &[FilterClause]) -> Self {
        let Some(shelf) = snapshot.shelf(collection) else { return self };
        let known = |target: &usize| self.collections.iter().any(|(known, _)| known == target);
        let mut targets: Vec<usize> = filters
            .iter()
            .filter_map(field_of)
            .filter_map(|place| match shelf.fields.get(place)?.definition.dictionary {
                Dictionary::Entries(target) => Some(target),
                _ => None,
            })
            .filter(|target| !known(target))
            .collect();
        targets.sort_unstable();
        targets.dedup();
        if targets.is_empty() {
            return self;
        }
        let of = |target: &usize| Some((*target, snapshot.shelf(*target)?.changed_seq));
        let named = Named {
            collection,
            filters: filters.to_vec(),
            resolved: resolve(snapshot, shelf, filters),
            targets: targets.iter().filter_map(of).collect(),
        };
        Self { named: Some(Box::new(named)), ..self }
    }

    /// Whether an answer made of the same things now would be the same.
    fn holds(&self, snapshot: &Snapshot) -> bool {
        let same = |(collection, seq): &(usize, i64)| {
            snapshot.shelf(*collection).is_some_and(|shelf| shelf.changed_seq == *seq)
        };
        self.generation == snapshot.generation
            && self.entries.iter().all(|(node, seq)| snapshot.card(*node).is_some_and(|card| card.seq == *seq))
            && self.collections.iter().all(same)
            && self.named.as_ref().is_none_or(|named| named.targets.iter().all(same) || named.holds(snapshot))
    }

    /// Bytes that it takes in memory.
    fn weight(&self) -> usize {
        let named = self.named.as_ref().map_or(0, |named| 256 + named.filters.len() * 256);
        size_of::<Self>() + self.entries.len() * 16 + self.collections.len() * 16 + named
    }
}

impl Named {
    fn holds(&self, snapshot: &Snapshot) -> bool {
        snapshot.shelf(self.collection).is_some_and(|shelf| resolve(snapshot, shelf, &self.filters) == self.resolved)
    }
}

/// What an answer is to those who send it.
pub trait Keepable: Any + Send + Sync {
    /// Bytes that it takes in memory.
    fn weight(&self) -> usize;
}

/// An answer that is kept.
struct Kept {
    answer: Arc<dyn Any + Send + Sync>,
    weight: u64,
    depends: Depends,
    /// As of which place in the sequence it was last found to hold.
    checked: AtomicI64,
}

#[derive(Clone)]
struct ByBytes;

impl Weighter<String, Arc<Kept>> for ByBytes {
    fn weight(&self, question: &String, kept: &Arc<Kept>) -> u64 {
        kept.weight + question.len() as u64 + 64
    }
}

/// What became of the questions to a cache so far, and what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CacheCounts {
    /// Questions answered with what was kept.
    pub hits: u64,
    /// Those of them for which it was first held against a newer catalogue.
    pub kept_after_check: u64,
    /// Questions for which an answer was made.
    pub misses: u64,
    /// Answers that no longer held.
    pub outdated: u64,
    /// Answers that are kept.
    pub answers: u64,
    /// The bytes that they take.
    pub bytes: u64,
    /// The bytes that they may take.
    pub capacity: u64,
}

/// The answers that are kept.
pub struct AnswerCache {
    kept: Cache<String, Arc<Kept>, ByBytes>,
    hits: AtomicU64,
    rechecked: AtomicU64,
    misses: AtomicU64,
    outdated: AtomicU64,
}

/// An answer with the place in the sequence as of which it holds.
pub type AsOf<T> = (Arc<T>, i64);

/// The place for an answer that is yet to be made. Whoever asks the same meanwhile waits until it is filled or dropped.
pub struct Place<'a>(
    PlaceholderGuard<'a, String, Arc<Kept>, ByBytes, DefaultHashBuilder, DefaultLifecycle<String, Arc<Kept>>>,
);

impl Place<'_> {
    /// Keeps an answer.
    pub fn fill<T: Keepable>(self, answer: Arc<T>, depends: Depends) {
        let weight = (answer.weight() + depends.weight() + size_of::<Kept>()) as u64;
        let checked = AtomicI64::new(depends.seq);
        // It is not kept if it was forgotten meanwhile.
        let _ = self.0.insert(Arc::new(Kept { answer, weight, depends, checked }));
    }
}

/// What an answer weighs on average, for sizing the cache's tables.
const TYPICAL: u64 = 8192;

impl AnswerCache {
    /// A cache of at most so many bytes.
    pub fn new(bytes: u64) -> Self {
        Self {
            kept: Cache::with_weighter((bytes / TYPICAL) as usize + 16, bytes, ByBytes),
            hits: AtomicU64::new(0),
            rechecked: AtomicU64::new(0),
            misses: AtomicU64::new(0),
            outdated: AtomicU64::new(0),
        }
    }

    /// An answer, if it still holds; one that does not is forgotten.
    fn held<T: Keepable>(
        &self,
        question: &str,
        kept: &Arc<Kept>,
        snapshot: &Snapshot,
        now: impl Fn() -> Instant,
    ) -> Option<AsOf<T>> {
        let known =
            kept.checked.load(Ordering::Relaxed) == snapshot.seq && kept.depends.generation == snapshot.generation;
        let late = kept.depends.until.is_some_and(|until| now() >= until);
        let holds = !late && (known || kept.depends.holds(snapshot));
        let Some(answer) = holds.then(|| Arc::clone(&kept.answer).downcast().ok()).flatten() else {
            self.outdated.fetch_add(1, Ordering::Relaxed);
            self.kept.remove_if(question, |other| Arc::ptr_eq(other, kept));
            return None;
        };
        if !known {
            self.rechecked.fetch_add(1, Ordering::Relaxed);
            kept.checked.store(snapshot.seq, Ordering::Relaxed);
        }
        self.hits.fetch_add(1, Ordering::Relaxed);
        Some((answer, snapshot.seq))
    }
}

/// What nothing may be kept of any more.
#[derive(Default)]
pub struct Forgotten {
    /// Entries that were erased.
    pub erased: Vec<Uuid>,
    /// Whether it is everything, because the history is another one or too much of it was missed.
    pub all: bool,
}

impl Forgotten {
    /// Whether it is this entry.
    pub fn has(&self, id: Uuid) -> bool {
        self.all || self.erased.contains(&id)
    }
}

impl Hub {
    /// What an answer depends on that is the same as long as the program runs.
    pub fn unchanging(&self) -> Depends {
        Depends::on(&self.catalogue(), std::iter::empty(), &[])
    }

    /// The answer to a question, if one is kept and holds.
    pub fn kept_answer<T: Keepable>(&self, question: &str) -> Option<AsOf<T>> {
        // The catalogue first: what was published before the question is in it.
        let snapshot = self.catalogue();
        let kept = self.answers.kept.get(question)?;
        self.answers.held(question, &kept, &snapshot, || self.now())
    }

    /// The same, or the place for it, which is given to one asker at a time.
    ///
    /// # Errors
    /// The place, when there is no answer that holds.
    pub async fn kept_answer_or_place<T: Keepable>(&self, question: &str) -> Result<AsOf<T>, Place<'_>> {
        loop {
            let snapshot = self.catalogue();
            match self.answers.kept.get_value_or_guard_async(question).await {
                Ok(kept) => {
                    if let Some(held) = self.answers.held(question, &kept, &snapshot, || self.now()) {
                        return Ok(held);
                    }
                }
                Err(guard) => {
                    self.answers.misses.fetch_add(1, Ordering::Relaxed);
                    return Err(Place(guard));
                }
            }
        }
    }

    /// Forgets what must not be kept, and with it every whole answer and every document on disk: others may name it.
    pub(super) fn forget_kept(&self, forgotten: &Forgotten) {
        if !forgotten.all && forgotten.erased.is_empty() {
            return;
        }
        self.documents.forget(forgotten);
        self.texts.forget(forgotten);
        self.answers.kept.clear();
    }

    /// What became of the questions to the cache of whole answers so far.
    pub fn answer_counts(&self) -> CacheCounts {
        let AnswerCache { kept, hits, rechecked, misses, outdated } = &self.answers;
        CacheCounts {
            hits: hits.load(Ordering::Relaxed),
            kept_after_check: rechecked.load(Ordering::Relaxed),
            misses: misses.load(Ordering::Relaxed),
            outdated: outdated.load(Ordering::Relaxed),
            answers: kept.len() as u64,
            bytes: kept.weight(),
            capacity: kept.capacity(),
        }
    }
}
