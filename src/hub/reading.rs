//! Reading a list or an entry: the catalogue says which, the documents say what.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::criteria::resolve;
use super::documents::{Fetched, title, variant};
use super::including::Plan;
use super::{Hub, HubError};
use crate::catalogue::{Boundary, Facet, Found, Node, Shelf, Snapshot, Title, boundary_at};
use crate::model::values::Instant;
use crate::model::{COLLECTIONS, Collection};
use crate::present::{Document, Included, PageEntry, Variant};
use crate::query::{CursorSide, ListQuery, Start};

/// How often a read begins again when the tables run ahead of the catalogue.
const ATTEMPTS: usize = 5;

/// The entries asked for, and what is sent along when something was.
pub type Entries = (Vec<PageEntry>, Option<Included>);

/// What an answer depends on, for its headers.
#[derive(Debug, Clone)]
pub struct Provenance {
    /// The place in the sequence that it reflects.
    pub seq: i64,
    /// When anything that it depends on last changed.
    pub changed_at: Instant,
    /// Whether anything in it is public under somebody's consent.
    pub consented: bool,
    /// Collections and ids that it depends on.
    pub tags: Vec<String>,
    /// The languages of the entries asked for.
    pub languages: Vec<String>,
}

/// A page of a list.
pub struct ListPage {
    /// The entries.
    pub data: Vec<PageEntry>,
    /// What is sent along, when something was asked for.
    pub included: Option<Included>,
    /// Counts, when some were asked for.
    pub facets: Option<Vec<Facet>>,
    /// Total, limits, cursors, the query as understood.
    pub meta: Value,
    /// Where this page and those around it are.
    pub links: Vec<(&'static str, String)>,
    /// What it depends on.
    pub provenance: Provenance,
}

/// One entry.
pub struct ItemPage {
    /// The entry; always one.
    pub data: Vec<PageEntry>,
    /// What is sent along, when something was asked for.
    pub included: Option<Included>,
    /// What it depends on.
    pub provenance: Provenance,
}

impl Hub {
    /// A page of a collection.
    ///
    /// # Errors
    /// [`HubError::Store`] when the database fails.
    pub fn list(&self, collection: &'static Collection, query: &ListQuery) -> Result<ListPage, HubError> {
        self.steadily(|snapshot| self.list_at(snapshot, collection, query))
    }

    /// One entry by id or slug.
    ///
    /// # Errors
    /// [`HubError::NotFound`], [`HubError::Gone`] or [`HubError::Moved`] when there is no such public entry here.
    pub fn item(&self, collection: &'static Collection, key: &str, query: &ListQuery) -> Result<ItemPage, HubError> {
        self.steadily(|snapshot| {
            let node = self.find(snapshot, collection, key)?;
            let plan = Plan::make(snapshot, &[node], query);
            let Some((data, included)) = self.fetch(snapshot, &plan, query)? else { return Ok(None) };
            let provenance = provenance(snapshot, &plan, &[], query);
            Ok(Some(ItemPage { data, included, provenance }))
        })
    }

    /// Where a key of a collection leads.
    pub(super) fn find(&self, snapshot: &Snapshot, collection: &Collection, key: &str) -> Result<Node, HubError> {
        let found = match Uuid::parse_str(key) {
            Ok(id) if key.len() == 36 => {
                snapshot.find_id(id).filter(|(node, _)| node.collection() == collection.index).map(|(_, found)| found)
            }
            _ => snapshot.shelf(collection.index).and_then(|shelf| shelf.find_slug(key)),
        };
        match found {
            Some(Found::Live(node)) => Ok(node),
            Some(Found::Renamed(node)) => {
                Err(snapshot.card(node).map_or(HubError::NotFound, |card| HubError::Moved(card.slug.to_string())))
            }
            Some(Found::Gone(gone)) => match gone.redirect_to {
                Some(id) => Err(HubError::Moved(id.to_string())),
                None => Err(HubError::Gone(gone)),
            },
            None => Err(HubError::NotFound),
        }
    }

    /// Reads on one snapshot, again on a newer one when the tables were ahead of it.
    pub(super) fn steadily<T>(&self, read: impl Fn(&Snapshot) -> Result<Option<T>, HubError>) -> Result<T, HubError> {
        for _ in 0..ATTEMPTS {
            let snapshot = self.catalogue();
            if let Some(value) = read(&snapshot)? {
                return Ok(value);
            }
            self.catch_up()?;
        }
        Err(HubError::Behind { at: self.catalogue().seq })
    }

    fn list_at(
        &self,
        snapshot: &Snapshot,
        collection: &'static Collection,
        query: &ListQuery,
    ) -> Result<Option<ListPage>, HubError> {
        let Some(shelf) = snapshot.shelf(collection.index) else { return Err(HubError::NotFound) };
        let resolved = resolve(snapshot, shelf, &query.filters);
        let matches = resolved.criteria.matches(shelf, |_| false);
        let (before, slots) = shelf.page(&matches, &query.sorts, &query.page(), query.limit);
        let nodes: Vec<Node> = slots.iter().map(|slot| Node::new(collection.index, *slot)).collect();
        let plan = Plan::make(snapshot, &nodes, query);
        let Some((data, included)) = self.fetch(snapshot, &plan, query)? else { return Ok(None) };

        let facets = (!query.facets.is_empty()).then(|| {
            let facet = |place: &usize| {
                let title: Title<'_> = &|card| title(card, &query.languages);
                snapshot.facet(shelf, &resolved.criteria, *place, query.facet_limit, title)
            };
            query.facets.iter().filter_map(facet).collect()
        });
        let around = Around { shelf, collection, query, total: matches.len(), before, slots: &slots };
        let mut counted: Vec<usize> = query.facets.iter().filter_map(|place| target_of(shelf, *place)).collect();
        counted.push(collection.index);
        Ok(Some(ListPage {
            data,
            included,
            facets,
            meta: around.meta(resolved.unmatched),
            links: around.links(),
            provenance: provenance(snapshot, &plan, &counted, query),
        }))
    }

    /// The documents of a plan, put in place; `None` when the tables are ahead of the snapshot.
    pub(super) fn fetch(
        &self,
        snapshot: &Snapshot,
        plan: &Plan,
        query: &ListQuery,
    ) -> Result<Option<Entries>, HubError> {
        let wanted: Vec<(Node, Variant)> = plan
            .nodes()
            .filter_map(|node| Some((node, variant(snapshot.card(node)?, &query.languages, query.shape.html))))
            .collect();
        let Fetched::Documents(documents) = self.documents(snapshot, &wanted)? else { return Ok(None) };
        let primary = plan.primary.iter().filter_map(|node| page_entry(snapshot, plan, *node, &documents)).collect();
        let included = plan
            .asked
            .then(|| plan.included.iter().filter_map(|node| page_entry(snapshot, plan, *node, &documents)).collect());
        Ok(Some((primary, included)))
    }
}

fn page_entry(
    snapshot: &Snapshot,
    plan: &Plan,
    node: Node,
    documents: &HashMap<Node, Arc<Document>>,
) -> Option<PageEntry> {
    Some(PageEntry {
        collection: COLLECTIONS.get(node.collection())?,
        id: snapshot.card(node)?.id.to_string(),
        document: Arc::clone(documents.get(&node)?),
        extra: plan.extra(snapshot, node),
    })
}

fn target_of(shelf: &Shelf, place: usize) -> Option<usize> {
    match shelf.fields.get(place)?.definition.dictionary {
        crate::catalogue::Dictionary::Entries(target) => Some(target),
        _ => None,
    }
}

/// What the entries of a plan, and everything in these collections, depend on.
pub(super) fn provenance(snapshot: &Snapshot, plan: &Plan, collections: &[usize], query: &ListQuery) -> Provenance {
    let mut whole: Vec<usize> = collections.iter().chain(&plan.whole).copied().collect();
    whole.sort_unstable();
    whole.dedup();
    let shelves = || whole.iter().filter_map(|collection| snapshot.shelf(*collection));
    let cards = || plan.nodes().filter_map(|node| snapshot.card(node));
    let changed_at = shelves().map(|shelf| shelf.changed_at).chain(cards().map(|card| card.changed_at)).max();
    let names =
        whole.iter().filter_map(|collection| COLLECTIONS.get(*collection)).map(|collection| collection.name.to_owned());
    let mut languages: Vec<String> = plan
        .primary
        .iter()
        .filter_map(|node| snapshot.card(*node))
        .filter_map(|card| {
            let variant = variant(card, &query.languages, false);
            card.languages().get(usize::from(variant.language)).map(|lang| (*lang).to_owned())
        })
        .collect();
    languages.sort_unstable();
    languages.dedup();
    Provenance {
        seq: snapshot.seq,
        changed_at: changed_at.unwrap_or(Instant::from_millis(0)),
        consented: cards().any(|card| card.consented),
        tags: names.chain(cards().map(|card| card.id.to_string())).collect(),
        languages,
    }
}

/// A page and what is around it.
struct Around<'a> {
    shelf: &'a Shelf,
    collection: &'static Collection,
    query: &'a ListQuery,
    total: u64,
    before: u64,
    slots: &'a [u32],
}

impl Around<'_> {
    fn has_next(&self) -> bool {
        !self.slots.is_empty() && self.before + (self.slots.len() as u64) < self.total
    }

    fn cursor(&self, side: CursorSide, slot: Option<&u32>) -> Option<String> {
        let boundary: Boundary = boundary_at(self.shelf, &self.query.sorts, *slot?)?;
        Some(self.query.cursor(side, boundary, self.started_at()))
    }

    fn started_at(&self) -> i64 {
        match &self.query.start {
            Start::Cursor(cursor) => cursor.seq,
            // The collection's own place, not the hub's: a body changes only when its content does.
            Start::Page(_) => self.shelf.changed_seq,
        }
    }

    fn meta(&self, unmatched: Vec<Value>) -> Value {
        let mut meta = Map::new();
        meta.insert("total".to_owned(), json!(self.total));
        meta.insert("limit".to_owned(), json!(self.query.limit));
        if let Start::Page(page) = self.query.start {
            meta.insert("page".to_owned(), json!(page));
        }
        if let (true, Some(cursor)) = (self.has_next(), self.cursor(CursorSide::After, self.slots.last())) {
            meta.insert("next_cursor".to_owned(), json!(cursor));
        }
        if let Start::Cursor(cursor) = &self.query.start {
            meta.insert("changed_since_start".to_owned(), json!(self.shelf.changed_seq > cursor.seq));
        }
        meta.insert("query".to_owned(), Value::Object(self.query.understood.clone()));
        meta.insert("unmatched".to_owned(), Value::Array(unmatched));
        Value::Object(meta)
    }

    fn links(&self) -> Vec<(&'static str, String)> {
        const PLACE: &[&str] = &["page", "cursor"];
        let at = |query: String| match query.is_empty() {
            true => format!("/v1/{}", self.collection.name),
            false => format!("/v1/{}?{query}", self.collection.name),
        };
        let pairs = &self.query.pairs;
        let page = |number: u64| at(pairs.rebuilt(PLACE, &[("page", &number.to_string())]));
        let cursor = |cursor: String| at(pairs.rebuilt(PLACE, &[("cursor", &cursor)]));
        let mut links = vec![("self", at(pairs.rebuilt(&[], &[]))), ("first", at(pairs.rebuilt(PLACE, &[])))];
        let next = self.has_next();
        match self.query.start {
            Start::Page(number) if self.query.by_number => {
                links.extend(next.then(|| ("next", page(number + 1))));
                links.extend((number > 1).then(|| ("prev", page(number - 1))));
            }
            _ => {
                let after = || self.cursor(CursorSide::After, self.slots.last());
                let before = || self.cursor(CursorSide::Before, self.slots.first());
                links.extend(next.then(after).flatten().map(|sealed| ("next", cursor(sealed))));
                links.extend((self.before > 0).then(before).flatten().map(|sealed| ("prev", cursor(sealed))));
            }
        }
        links
    }
}
