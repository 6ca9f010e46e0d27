//! Reading a list or an entry: the catalogue says which, the documents say what.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value;
use uuid::Uuid;

use super::answers::Depends;
use super::criteria::{Resolved, resolve};
use super::documents::{Fetched, Reach};
use super::including::Plan;
use super::paging::Around;
use super::provenance::{Provenance, provenance};
use super::seeking::{Sought, boundary_of, page_by_score};
use super::variants::{ReadersLabels, channel_of, variant};
use super::{Hub, HubError};
use crate::catalogue::{Boundary, Clause, Facet, Found, Node, Shelf, Snapshot, boundary_at};
use crate::model::{COLLECTIONS, Channel, Collection};
use crate::present::{Document, Included, PageEntry, Variant};
use crate::query::ListQuery;

/// How often a read begins again when the tables run ahead of the catalogue.
const ATTEMPTS: usize = 5;

/// The entries asked for, and what is sent along when something was.
pub type Entries = (Vec<PageEntry>, Option<Included>);

/// A page of a list.
pub struct ListPage {
    /// The entries.
    pub data: Vec<PageEntry>,
    /// How many stand before them.
    pub before: u64,
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
        self.steadily(|snapshot| self.list_at(snapshot, collection, query, Reach::Tables))
    }

    /// The same, if all that it needs is in memory and no words are sought: it never waits. Where the page before did not
    /// find all of its documents there, it is not tried, because what was found by then would be found once more.
    ///
    /// # Errors
    /// As for [`Hub::list`].
    pub fn list_at_once(
        &self,
        collection: &'static Collection,
        query: &ListQuery,
    ) -> Result<Option<ListPage>, HubError> {
        match query.text {
            Some(_) => Ok(None),
            None if !self.documents.is_likely_complete() => Ok(None),
            None => self.list_at(&self.catalogue(), collection, query, Reach::Memory),
        }
    }

    /// One entry by id or slug.
    ///
    /// # Errors
    /// [`HubError::NotFound`], [`HubError::Gone`] or [`HubError::Moved`] when there is no such public entry here.
    pub fn item(&self, collection: &'static Collection, key: &str, query: &ListQuery) -> Result<ItemPage, HubError> {
        self.steadily(|snapshot| self.item_at(snapshot, collection, key, query, Reach::Tables))
    }

    /// The same, if all that it needs is in memory: it never waits.
    ///
    /// # Errors
    /// As for [`Hub::item`].
    pub fn item_at_once(
        &self,
        collection: &'static Collection,
        key: &str,
        query: &ListQuery,
    ) -> Result<Option<ItemPage>, HubError> {
        self.item_at(&self.catalogue(), collection, key, query, Reach::Memory)
    }

    fn item_at(
        &self,
        snapshot: &Snapshot,
        collection: &'static Collection,
        key: &str,
        query: &ListQuery,
        reach: Reach,
    ) -> Result<Option<ItemPage>, HubError> {
        let node = self.find(snapshot, collection, key)?;
        if !snapshot.allows(node, query.channel) {
            return Err(HubError::NotFound);
        }
        let plan = Plan::make(snapshot, &[node], query);
        let Some((data, included)) = self.fetch(snapshot, &plan, query, reach)? else { return Ok(None) };
        let provenance = provenance(snapshot, &plan, &[], query);
        Ok(Some(ItemPage { data, included, provenance }))
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
        reach: Reach,
    ) -> Result<Option<ListPage>, HubError> {
        let Some(shelf) = snapshot.shelf(collection.index) else { return Err(HubError::NotFound) };
        let selection = self.select(snapshot, shelf, query)?;
        let plan = Plan::make(snapshot, &selection.nodes, query);
        let Some((mut data, included)) = self.fetch(snapshot, &plan, query, reach)? else { return Ok(None) };
        if let Some(sought) = &selection.sought
            && !self.explain(snapshot, sought, &selection.nodes, &mut data, query)?
        {
            return Ok(None);
        }

        // The labels of a facet's values name entries; only the web shows facets, and may name all of them.
        let counting = !query.facets.is_empty() && query.channel == Channel::Web;
        let facets = counting.then(|| {
            let labels = ReadersLabels::of(&query.languages);
            let facet =
                |place: &usize| snapshot.facet(shelf, &selection.resolved.criteria, *place, query.facet_limit, &labels);
            query.facets.iter().filter_map(facet).collect()
        });
        let around = selection.around(shelf, query);
        let mut counted: Vec<usize> = query.facets.iter().filter_map(|place| target_of(shelf, *place)).collect();
        counted.push(collection.index);
        let mut provenance = provenance(snapshot, &plan, &counted, query);
        let depends = match selection.sought {
            // How rare a word is is counted over everything.
            Some(_) => Some(Depends::on(snapshot, plan.nodes(), &(0..COLLECTIONS.len()).collect::<Vec<_>>())),
            None => {
                let depends = provenance.depends.take();
                depends.map(|depends| depends.and_named(snapshot, collection.index, &query.filters))
            }
        };
        Ok(Some(ListPage {
            data,
            before: selection.before,
            included,
            facets,
            links: around.links(),
            meta: around.meta(selection.resolved.unmatched),
            provenance: Provenance { at_seq: selection.sought.as_ref().map(Sought::seq), depends, ..provenance }
                .behind(),
        }))
    }

    /// The entries of a page.
    pub(super) fn select(&self, snapshot: &Snapshot, shelf: &Shelf, query: &ListQuery) -> Result<Selection, HubError> {
        let mut resolved = resolve(snapshot, shelf, &query.filters);
        let sought = self.seek(snapshot, query)?;
        if let Some(sought) = &sought {
            resolved.criteria.clauses.push(Clause::Slots(sought.in_collection(shelf.collection).clone()));
        }
        resolved.criteria.clauses.push(Clause::Allowed(query.channel));
        let matches = resolved.criteria.matches(shelf, |_| false);
        let (total, limit) = (matches.len(), query.limit.min(matches.len()));
        let (before, nodes, first, last) = match &sought {
            Some(sought) if query.by_relevance() => {
                let scored = sought.scored(shelf.collection, &matches);
                let (before, scored) = page_by_score(snapshot, scored, &query.page(), limit);
                let (first, last) = (boundary_of(snapshot, scored.first()), boundary_of(snapshot, scored.last()));
                (before, scored.into_iter().map(|(_, node)| node).collect::<Vec<Node>>(), first, last)
            }
            _ => {
                let (before, slots) = shelf.page(&matches, &query.sorts, &query.page(), limit);
                let boundary = |slot: Option<&u32>| boundary_at(shelf, &query.sorts, *slot?);
                let (first, last) = (boundary(slots.first()), boundary(slots.last()));
                (before, slots.iter().map(|slot| Node::new(shelf.collection, *slot)).collect(), first, last)
            }
        };
        drop(matches);
        Ok(Selection { resolved, sought, total, before, nodes, first, last })
    }

    /// The documents of a plan, put in place; `None` when the tables are ahead of the snapshot.
    pub(super) fn fetch(
        &self,
        snapshot: &Snapshot,
        plan: &Plan,
        query: &ListQuery,
        reach: Reach,
    ) -> Result<Option<Entries>, HubError> {
        let wanted: Vec<(Node, Variant)> = plan
            .nodes()
            .filter_map(|node| {
                let card = snapshot.card(node)?;
                let channel = channel_of(snapshot, card, query.channel);
                Some((node, Variant { channel, ..variant(card, &query.languages, query.shape.html) }))
            })
            .collect();
        let Fetched::Documents(documents) = self.documents(snapshot, &wanted, reach)? else { return Ok(None) };
        let primary = plan.primary.iter().filter_map(|node| page_entry(snapshot, plan, *node, &documents)).collect();
        let included = plan
            .asked
            .then(|| plan.included.iter().filter_map(|node| page_entry(snapshot, plan, *node, &documents)).collect());
        Ok(Some((primary, included)))
    }
}

/// The entries of a page, and what is known of the whole that it is a part of.
pub(super) struct Selection {
    resolved: Resolved,
    /// What was found, if anything was sought.
    pub sought: Option<Sought>,
    total: u64,
    before: u64,
    /// The entries, in order.
    pub nodes: Vec<Node>,
    first: Option<Boundary>,
    last: Option<Boundary>,
}

impl Selection {
    /// What is around the page.
    pub fn around<'a>(&self, shelf: &Shelf, query: &'a ListQuery) -> Around<'a> {
        Around {
            path: &query.path,
            query,
            changed_seq: shelf.changed_seq,
            total: self.total,
            before: self.before,
            shown: self.nodes.len() as u64,
            first: self.first.clone(),
            last: self.last.clone(),
            pinned: self.sought.as_ref().filter(|_| query.by_relevance()).map(Sought::pinned).unwrap_or_default(),
        }
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
