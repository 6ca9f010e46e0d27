//! What was sought, in the catalogue's terms: which entries match, how well, and where their words stand. Whatever the
//! catalogue does not have as it was indexed is not among them.

use std::cmp::Ordering;
use std::sync::Arc;

use roaring::RoaringBitmap;

use super::indexing::texts_of;
use super::{Hub, HubError};
use crate::catalogue::{Boundary, BoundaryKey, Card, Node, Page, Snapshot, foremost};
use crate::model::COLLECTIONS;
use crate::query::{ListQuery, Start, TextQuery};
use crate::search::{Highlighter, Matches, Plan, Reading, Reused, Statistics, Unanswered, View, read};

/// How well an entry fits, and which of its texts fits best.
type Fit = (f32, u32);

/// What stands for an entry that does not match.
const NO: Fit = (0.0, 0);

/// An entry with similar text has at least so much of what the text itself would score.
const SIMILAR: f32 = 0.22;

/// Entries with similar text, at most.
const MOST_SIMILAR: usize = 100;

/// The entries that match.
pub(super) struct Sought {
    view: Arc<View>,
    plan: Plan,
    statistics: Statistics,
    fits: Fits,
    /// Where they are given back to.
    reused: Arc<Reused<Fits>>,
    /// By collection.
    matches: Vec<RoaringBitmap>,
}

impl Drop for Sought {
    fn drop(&mut self) {
        let mut fits = std::mem::take(&mut self.fits);
        fits.clear();
        self.reused.give(fits);
    }
}

/// How well each entry fits, by collection and slot.
#[derive(Default)]
pub(super) struct Fits {
    fits: Vec<Vec<Fit>>,
    /// One bit for each slot that has a fit.
    bits: Vec<Vec<u8>>,
}

impl Fits {
    /// Makes room for every slot.
    fn room(&mut self, snapshot: &Snapshot) {
        self.fits.resize_with(COLLECTIONS.len(), Vec::new);
        self.bits.resize_with(COLLECTIONS.len(), Vec::new);
        for ((fits, bits), shelf) in self.fits.iter_mut().zip(&mut self.bits).zip(snapshot.shelves()) {
            // Never shorter: a newer catalogue may have been asked before.
            let slots = fits.len().max(shelf.slot_count() as usize);
            fits.resize(slots, NO);
            bits.resize(slots.div_ceil(8), 0);
        }
    }

    /// Keeps the better fit of an entry.
    fn put(&mut self, node: Node, score: f32, text: u32) {
        let (collection, slot) = (node.collection(), node.slot() as usize);
        let fit = self.fits.get_mut(collection).and_then(|of| of.get_mut(slot));
        let byte = self.bits.get_mut(collection).and_then(|of| of.get_mut(slot / 8));
        let (Some(fit), Some(byte)) = (fit, byte) else { return };
        if score > fit.0 || *byte & 1 << (slot % 8) == 0 {
            *fit = (score, text);
        }
        *byte |= 1 << (slot % 8);
    }

    /// Forgets all of them.
    fn clear(&mut self) {
        for (fits, bits) in self.fits.iter_mut().zip(&mut self.bits) {
            for (fits, bits) in fits.chunks_mut(8).zip(bits).filter(|(_, bits)| **bits != 0) {
                fits.fill(NO);
                *bits = 0;
            }
        }
    }
}

/// Entries with text like that of another.
#[derive(Default)]
pub(super) struct Similar {
    /// Each with how like it is, up to 1.
    pub entries: Vec<(Node, f64)>,
    /// The place that the index had reached, if it could be asked.
    pub seq: Option<i64>,
}

/// An entry with its score.
pub(super) type Scored = (f32, Node);

impl Hub {
    /// Everything that matches what is sought, wherever it is.
    pub(super) fn seek(&self, snapshot: &Snapshot, query: &ListQuery) -> Result<Option<Sought>, HubError> {
        let Some(text) = &query.text else { return Ok(None) };
        let view = self.searchable()?;
        let TextQuery { text, all, typos } = text;
        let plan = Plan::make(&view, &read(text), Reading { all: *all, typos: *typos });
        let pinned = match &query.start {
            Start::Cursor(cursor) => unpinned(&cursor.pinned),
            Start::Page(_) => None,
        };
        let matches = view.evaluate(&plan, pinned.as_ref(), self.search_budget)?;
        let mut sought = Sought::new(snapshot, view, plan, matches, &self.fits)?;
        // What is called just so is what was meant, however often others name it.
        for id in self.search.suggestions().map(|suggestions| suggestions.named(text)).unwrap_or_default() {
            if let Some((node, _)) = snapshot.find_id(id) {
                sought.raise(node);
            }
        }
        Ok(Some(sought))
    }

    /// The entries whose text is like that of one. None while search is being built, or when to find them would cost too
    /// much.
    pub(super) fn similar(&self, snapshot: &Snapshot, node: Node) -> Result<Similar, HubError> {
        let view = match self.searchable() {
            Ok(view) => view,
            Err(HubError::Preparing) => return Ok(Similar::default()),
            Err(error) => return Err(error),
        };
        let none = Similar { entries: Vec::new(), seq: Some(view.at.seq) };
        let (Some(of), Some(card)) = (COLLECTIONS.get(node.collection()), snapshot.card(node)) else {
            return Ok(none);
        };
        let id = card.id.to_string();
        let texts = self.store.read_public(|connection| texts_of(connection, snapshot, of, &id))?;
        let plan = view.like(&texts);
        let matches = match view.evaluate(&plan, None, self.search_budget) {
            Err(Unanswered::TooExpensive) => return Ok(none),
            answer => answer?,
        };
        let Ok(sought) = Sought::new(snapshot, view, plan, matches, &self.fits) else { return Ok(Similar::default()) };
        let whole = sought.score(node);
        if whole <= 0.0 {
            return Ok(none);
        }
        let found = (0..COLLECTIONS.len())
            .flat_map(|collection| sought.scored(collection, sought.in_collection(collection)))
            .filter(|(score, other)| *other != node && *score / whole >= SIMILAR);
        let nearest = foremost(found, MOST_SIMILAR, |a, b| compare(snapshot, a, b));
        let entries = nearest.into_iter().map(|(score, other)| (other, f64::from((score / whole).min(1.0)))).collect();
        Ok(Similar { entries, ..none })
    }
}

impl From<Unanswered> for HubError {
    fn from(why: Unanswered) -> Self {
        match why {
            Unanswered::Unreadable(error) => Self::Rendering(error.to_string()),
            Unanswered::TooExpensive => Self::TooExpensive,
        }
    }
}

impl Sought {
    fn new(
        snapshot: &Snapshot,
        view: Arc<View>,
        plan: Plan,
        matches: Matches,
        reused: &Arc<Reused<Fits>>,
    ) -> Result<Self, HubError> {
        if view.generation != snapshot.generation {
            return Err(HubError::Preparing);
        }
        let shelves = || snapshot.shelves();
        let mut fits = reused.take();
        fits.room(snapshot);
        // What has not changed since the index was written is in it as the catalogue has it; of anything else, each
        // entry is looked at.
        let behind = *snapshot.epoch == *view.at.epoch && view.at.seq <= snapshot.seq;
        let certain: Vec<bool> = shelves().map(|shelf| behind && shelf.changed_seq <= view.at.seq).collect();
        for (text, score) in &matches.texts {
            let Some((place, seq)) = view.entry(*text) else { continue };
            let node = Node::of_number(place);
            let certain = certain.get(node.collection()).copied().unwrap_or_default();
            if !certain && snapshot.card(node).is_none_or(|card| card.seq != seq) {
                continue;
            }
            fits.put(node, *score, *text);
        }
        let mut found: Vec<RoaringBitmap> =
            fits.bits.iter().map(|bits| RoaringBitmap::from_lsb0_bytes(0, bits)).collect();
        for text in &matches.excluded {
            let Some((place, _)) = view.entry(*text) else { continue };
            let node = Node::of_number(place);
            if let Some(found) = found.get_mut(node.collection()) {
                found.remove(node.slot());
            }
        }
        let (statistics, reused) = (matches.statistics, Arc::clone(reused));
        Ok(Self { view, plan, statistics, fits, reused, matches: found })
    }

    fn fit(&self, node: Node) -> Fit {
        self.fits.fits.get(node.collection()).and_then(|of| of.get(node.slot() as usize)).copied().unwrap_or(NO)
    }

    /// Makes an entry that matches count double.
    fn raise(&mut self, node: Node) {
        let of = self.fits.fits.get_mut(node.collection()).and_then(|of| of.get_mut(node.slot() as usize));
        // Of one that does not match, there is nothing to double.
        if let Some(fit) = of {
            fit.0 *= 2.0;
        }
    }

    /// What marks the words that were sought.
    pub fn highlighter(&self) -> Highlighter {
        Highlighter::new(&self.plan, &self.statistics)
    }

    /// The language of the text of an entry that fits best, by its place among those that the entry has.
    pub fn best_language(&self, node: Node, card: &Card) -> Option<u8> {
        let (_, text) = self.fit(node);
        (0u8..).zip(card.languages()).find(|(_, tag)| self.view.is_in(text, tag)).map(|(place, _)| place)
    }

    /// Where the index stands that was asked.
    pub fn seq(&self) -> i64 {
        self.view.at.seq
    }

    /// The entries of a collection that match.
    pub fn in_collection(&self, collection: usize) -> &RoaringBitmap {
        static NONE: std::sync::LazyLock<RoaringBitmap> = std::sync::LazyLock::new(RoaringBitmap::new);
        self.matches.get(collection).unwrap_or(&NONE)
    }

    /// How well an entry fits.
    pub fn score(&self, node: Node) -> f32 {
        self.fit(node).0
    }

    /// Entries of a collection with their scores.
    pub fn scored<'a>(&'a self, collection: usize, slots: &'a RoaringBitmap) -> impl Iterator<Item = Scored> + 'a {
        slots.iter().map(move |slot| {
            let node = Node::new(collection, slot);
            (self.score(node), node)
        })
    }

    /// What scores depend on, as a cursor keeps it.
    pub fn pinned(&self) -> Vec<u32> {
        let statistics = &self.statistics;
        [statistics.texts, statistics.average].into_iter().chain(statistics.frequencies.iter().copied()).collect()
    }
}

fn unpinned(pinned: &[u32]) -> Option<Statistics> {
    let [texts, average, frequencies @ ..] = pinned else { return None };
    Some(Statistics { texts: *texts, average: *average, frequencies: frequencies.to_vec() })
}

/// The better one first; ties are broken by id.
fn compare(snapshot: &Snapshot, a: &Scored, b: &Scored) -> Ordering {
    let id = |node: Node| snapshot.card(node).map(|card| card.id);
    b.0.total_cmp(&a.0).then_with(|| id(a.1).cmp(&id(b.1)))
}

/// The entries on a page, best first, and how many stand before it.
pub(super) fn page_by_score(
    snapshot: &Snapshot,
    found: impl Iterator<Item = Scored>,
    page: &Page,
    limit: u64,
) -> (u64, Vec<Scored>) {
    let order = |a: &Scored, b: &Scored| compare(snapshot, a, b);
    let limit = limit as usize;
    match page {
        Page::Offset(offset) => {
            let mut first = foremost(found, (*offset as usize).saturating_add(limit), order);
            let before = first.len().min(*offset as usize);
            first.drain(..before);
            (before as u64, first)
        }
        Page::After(boundary) => {
            let mut before = 0;
            let behind = found.filter(|scored| {
                let is_behind = beside(snapshot, scored, boundary).is_gt();
                before += u64::from(!is_behind);
                is_behind
            });
            let next = foremost(behind, limit, order);
            (before, next)
        }
        Page::Before(boundary) => {
            let mut before = 0;
            let ahead = found.filter(|scored| {
                let is_ahead = beside(snapshot, scored, boundary).is_lt();
                before += u64::from(is_ahead);
                is_ahead
            });
            let mut last = foremost(ahead, limit, |a, b| order(b, a));
            last.reverse();
            (before - last.len() as u64, last)
        }
    }
}

/// Where an entry stands, seen from the edge of a page.
fn beside(snapshot: &Snapshot, scored: &Scored, edge: &Boundary) -> Ordering {
    let score = match edge.keys.first() {
        Some(BoundaryKey::Score(bits)) => f32::from_bits(*bits),
        _ => 0.0,
    };
    score.total_cmp(&scored.0).then_with(|| snapshot.card(scored.1).map(|card| card.id).cmp(&Some(edge.id)))
}

/// Where an entry stands in the order of scores.
pub(super) fn boundary_of(snapshot: &Snapshot, scored: Option<&Scored>) -> Option<Boundary> {
    let (score, node) = scored?;
    Some(Boundary { keys: vec![BoundaryKey::Score(score.to_bits())], id: snapshot.card(*node)?.id })
}
