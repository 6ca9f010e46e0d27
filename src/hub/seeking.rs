//! What was sought, in the catalogue's terms: which entries match, how well, and where their words stand. Whatever the
//! catalogue does not have as it was indexed is not among them.

use std::cmp::Ordering;
use std::sync::Arc;

use roaring::RoaringBitmap;
use serde_json::{Value, json};

use super::documents::{Fetched, variant};
use super::indexing::{shown, texts_of};
use super::{Hub, HubError};
use crate::catalogue::{Boundary, BoundaryKey, Node, Page, Snapshot};
use crate::model::COLLECTIONS;
use crate::present::PageEntry;
use crate::query::{ListQuery, Start, TextQuery};
use crate::search::{Highlighter, Matches, Plan, Reading, Statistics, View, read};

/// What stands for an entry that does not match.
const NO: f32 = -1.0;

/// An entry with similar text has at least so much of what the text itself would score.
const SIMILAR: f32 = 0.22;

/// Entries with similar text, at most.
const MOST_SIMILAR: usize = 100;

/// The entries that match.
pub(super) struct Sought {
    view: Arc<View>,
    plan: Plan,
    statistics: Statistics,
    /// By collection, then by slot.
    scores: Vec<Vec<f32>>,
    /// By collection.
    matches: Vec<RoaringBitmap>,
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
        let matches = view.evaluate(&plan, pinned.as_ref()).map_err(unreadable)?;
        let mut sought = Sought::new(snapshot, view, plan, matches)?;
        // What is called just so is what was meant, however often others name it.
        for id in self.search.suggestions().map(|suggestions| suggestions.named(text)).unwrap_or_default() {
            if let Some((node, _)) = snapshot.find_id(id) {
                sought.raise(node);
            }
        }
        Ok(Some(sought))
    }

    /// The entries whose text is like that of one, each with how like it is, up to 1. None while search is being built.
    pub(super) fn similar(&self, snapshot: &Snapshot, node: Node) -> Result<Vec<(Node, f64)>, HubError> {
        let view = match self.searchable() {
            Ok(view) => view,
            Err(HubError::Preparing) => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let (Some(of), Some(card)) = (COLLECTIONS.get(node.collection()), snapshot.card(node)) else {
            return Ok(Vec::new());
        };
        let id = card.id.to_string();
        let texts = self.store.read(|connection| texts_of(connection, snapshot, of, &id))?;
        let plan = view.like(&texts);
        let matches = view.evaluate(&plan, None).map_err(unreadable)?;
        let Ok(sought) = Sought::new(snapshot, view, plan, matches) else { return Ok(Vec::new()) };
        let whole = sought.score(node);
        if whole <= 0.0 {
            return Ok(Vec::new());
        }
        let mut found: Vec<Scored> = (0..COLLECTIONS.len())
            .flat_map(|collection| sought.scored(collection, sought.in_collection(collection)))
            .filter(|(score, other)| *other != node && *score / whole >= SIMILAR)
            .collect();
        found.sort_by(|a, b| compare(snapshot, a, b));
        found.truncate(MOST_SIMILAR);
        Ok(found.into_iter().map(|(score, other)| (other, f64::from((score / whole).min(1.0)))).collect())
    }

    /// Adds to the entries of a page how well each fits and, where it is asked for, where its words stand. `false` when
    /// the tables are ahead of the snapshot.
    pub(super) fn explain(
        &self,
        snapshot: &Snapshot,
        sought: &Sought,
        nodes: &[Node],
        data: &mut [PageEntry],
        query: &ListQuery,
    ) -> Result<bool, HubError> {
        for (entry, node) in data.iter_mut().zip(nodes) {
            let score = f64::from(sought.score(*node));
            entry.extra.push(("score", json!((score * 10_000.0).round() / 10_000.0)));
        }
        if !query.highlight {
            return Ok(true);
        }
        // Prose is marked as text, whatever form it is sent in.
        let wanted: Vec<_> = nodes
            .iter()
            .filter_map(|node| Some((*node, variant(snapshot.card(*node)?, &query.languages, false))))
            .collect();
        let Fetched::Documents(documents) = self.documents(snapshot, &wanted)? else { return Ok(false) };
        let highlighter = Highlighter::new(&sought.plan, &sought.statistics);
        for (entry, (node, variant)) in data.iter_mut().zip(&wanted) {
            let (Some(document), Some(card)) = (documents.get(node), snapshot.card(*node)) else { continue };
            let languages = card.languages();
            let lang = languages.get(usize::from(variant.language)).copied().unwrap_or("en");
            let parts = shown(entry.collection, |name| document.member(entry.collection, name));
            let marked = parts.iter().filter_map(|(name, field, text)| {
                let found = highlighter.mark(*field, text, lang)?;
                Some(json!({ "field": name, "text": found.text, "ranges": found.ranges, "html": found.html }))
            });
            entry.extra.push(("highlights", Value::Array(marked.collect())));
        }
        Ok(true)
    }
}

fn unreadable(error: crate::search::IndexError) -> HubError {
    HubError::Rendering(error.to_string())
}

impl Sought {
    fn new(snapshot: &Snapshot, view: Arc<View>, plan: Plan, matches: Matches) -> Result<Self, HubError> {
        if view.generation != snapshot.generation {
            return Err(HubError::Preparing);
        }
        let mut scores: Vec<Vec<f32>> = snapshot.shelves().map(|shelf| vec![NO; shelf.slot_count() as usize]).collect();
        // An index of the same place has every entry as the catalogue has it; of any other place, each is looked at.
        let certain = view.at.seq == snapshot.seq && *snapshot.epoch == *view.at.epoch;
        let mut slot = |place: u32, change: &dyn Fn(f32) -> f32| {
            let node = Node::of_number(place);
            let of = scores.get_mut(node.collection()).and_then(|of| of.get_mut(node.slot() as usize));
            if let Some(score) = of {
                *score = change(*score);
            }
        };
        for (text, score) in &matches.texts {
            let Some((place, seq)) = view.entry(*text) else { continue };
            if certain || snapshot.card(Node::of_number(place)).is_some_and(|card| card.seq == seq) {
                slot(place, &|known| known.max(*score));
            }
        }
        for text in &matches.excluded {
            if let Some((place, _)) = view.entry(*text) {
                slot(place, &|_| NO);
            }
        }
        let set = |scores: &Vec<f32>| {
            let slots = (0u32..).zip(scores).filter(|(_, score)| **score >= 0.0).map(|(slot, _)| slot);
            RoaringBitmap::from_sorted_iter(slots).unwrap_or_default()
        };
        let matches_of = scores.iter().map(set).collect();
        Ok(Self { view, plan, statistics: matches.statistics, scores, matches: matches_of })
    }

    /// Makes an entry that matches count double.
    fn raise(&mut self, node: Node) {
        let of = self.scores.get_mut(node.collection()).and_then(|of| of.get_mut(node.slot() as usize));
        if let Some(score) = of.filter(|score| **score > 0.0) {
            *score *= 2.0;
        }
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
        self.scores.get(node.collection()).and_then(|of| of.get(node.slot() as usize)).copied().unwrap_or(NO).max(0.0)
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
    mut found: Vec<Scored>,
    page: &Page,
    limit: u64,
) -> (u64, Vec<Scored>) {
    let total = found.len() as u64;
    let before = |boundary: &Boundary, inclusive: bool| {
        let score = match boundary.keys.first() {
            Some(BoundaryKey::Score(bits)) => f32::from_bits(*bits),
            _ => 0.0,
        };
        let here = |(other, node): &&Scored| match other.total_cmp(&score) {
            Ordering::Greater => true,
            Ordering::Less => false,
            Ordering::Equal => {
                snapshot.card(*node).is_some_and(|card| card.id < boundary.id || (inclusive && card.id == boundary.id))
            }
        };
        found.iter().filter(here).count() as u64
    };
    let (start, end) = match page {
        Page::Offset(offset) => (*offset, offset.saturating_add(limit)),
        Page::After(boundary) => {
            let start = before(boundary, true);
            (start, start + limit)
        }
        Page::Before(boundary) => {
            let end = before(boundary, false);
            (end.saturating_sub(limit), end)
        }
    };
    let (start, end) = (start.min(total), end.min(total));
    let order = |a: &Scored, b: &Scored| compare(snapshot, a, b);
    if start > 0 && start < total {
        found.select_nth_unstable_by(start as usize, order);
    }
    found.drain(..start as usize);
    let length = (end - start) as usize;
    if length > 0 && length < found.len() {
        found.select_nth_unstable_by(length, order);
    }
    found.truncate(length);
    found.sort_unstable_by(order);
    (start, found)
}

/// Where an entry stands in the order of scores.
pub(super) fn boundary_of(snapshot: &Snapshot, scored: Option<&Scored>) -> Option<Boundary> {
    let (score, node) = scored?;
    Some(Boundary { keys: vec![BoundaryKey::Score(score.to_bits())], id: snapshot.card(*node)?.id })
}
