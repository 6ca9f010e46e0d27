//! What shows the hub as a whole: its description, its front page, what is similar to an entry, and where an outside
//! name leads.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::documents::Reach;
use super::including::{MOST_INCLUDED, Plan};
use super::next_events::fresh_until;
use super::provenance::{Provenance, provenance};
use super::sync::EXPORTS;
use super::{Hub, HubError};
use crate::catalogue::{Node, Page, Reason, Snapshot, fields_of, sorts_of};
use crate::model::values::Instant;
use crate::model::{COLLECTIONS, Collection, DEFAULT_LICENCE, collection};
use crate::present::embed::script_integrity;
use crate::present::{PageEntry, Pieces, Sink, write_entries, write_groups};
use crate::query::{
    Format, ListQuery, MAX_CHANGES, MAX_LIMIT, MAX_WAIT, Shape, Surface, View, default_sorts, includes_of,
    parameters_of,
};

/// How many entries of each kind the front page shows.
const NEWEST: u64 = 3;
const FEATURED: usize = 12;

/// An answer put together from rendered entries.
pub struct Overview {
    /// The answer, as JSON.
    pub body: Pieces,
    /// What it depends on.
    pub provenance: Provenance,
}

/// Entries that a name leads to in one answer, at most; `total` tells how many there are.
const MOST_FOUND: usize = 100;

impl Hub {
    /// What the hub is and holds.
    pub fn describe(&self, openapi: &str) -> Value {
        let snapshot = self.catalogue();
        let collections: Map<String, Value> = COLLECTIONS
            .iter()
            .map(|collection| {
                let count = snapshot.shelf(collection.index).map_or(0, |shelf| shelf.live.len());
                (collection.name.to_owned(), describe(collection, count))
            })
            .collect();
        json!({
            "name": self.identity.name,
            "publisher": self.identity.publisher,
            "licence": DEFAULT_LICENCE,
            "version": env!("CARGO_PKG_VERSION"),
            "openapi": openapi,
            "docs": "/docs",
            "home": "/v1/home",
            "lookup": "/v1/lookup",
            "changes": "/v1/changes",
            "export": "/v1/export",
            "inventory": "/v1/inventory",
            "oai": "/oai",
            "search": "/v1/search",
            "suggest": "/v1/suggest",
            "oembed": "/oembed",
            "embed": { "script": "/embed.js", "integrity": script_integrity(), "style": "/embed.css" },
            "last_seq": snapshot.seq,
            "epoch": &*snapshot.epoch,
            "deleted_record": "persistent",
            "limits": {
                "limit": MAX_LIMIT, "facet_limit": 100, "include_limit": 100, "included": MOST_INCLUDED, "values_per_parameter": 100,
                "parameter_bytes": 12_000, "min_seq_wait_seconds": 2, "changes": MAX_CHANGES,
                "changes_wait_seconds": MAX_WAIT, "exports_at_once": EXPORTS,
            },
            "collections": collections,
        })
    }

    /// The front page: the hub's own sections in order, what is featured, the newest of each collection, the next events.
    ///
    /// # Errors
    /// [`HubError::Store`] when the database fails.
    pub fn home(&self, query: &ListQuery) -> Result<Overview, HubError> {
        self.steadily(|snapshot| {
            let now = self.now();
            let sections = first(snapshot, "pages", "section", u64::MAX);
            let mut featured = featured(snapshot);
            featured.truncate(FEATURED);
            let newest: Vec<(&'static str, Vec<Node>)> =
                COLLECTIONS.iter().map(|collection| (collection.name, newest(snapshot, collection))).collect();
            let events = self.next_events(snapshot)?;
            let event_nodes: Vec<Node> = events.iter().map(|(node, _)| *node).collect();
            let mut all: Vec<Node> = Vec::new();
            for node in
                sections.iter().chain(&featured).chain(newest.iter().flat_map(|(_, nodes)| nodes)).chain(&event_nodes)
            {
                if !all.contains(node) {
                    all.push(*node);
                }
            }
            let plan = Plan::make(snapshot, &all, query);
            let Some((found, _)) = self.fetch(snapshot, &plan, query, Reach::Tables)? else { return Ok(None) };
            let pick = |nodes: &[Node]| -> Vec<PageEntry> {
                let ids = nodes.iter().filter_map(|node| snapshot.card(*node)).map(|card| card.id.to_string());
                ids.filter_map(|id| found.iter().find(|entry| entry.id == id)).map(PageEntry::again).collect()
            };
            let card = &query.shape;
            let full = Shape { view: View::Full, ..query.shape.clone() };
            let mut next_events = pick(&event_nodes);
            for (entry, (_, at)) in next_events.iter_mut().zip(&events) {
                entry.extra.push(("next_occurrence", json!(Instant::from_millis(*at))));
            }
            let mut body = Pieces::default();
            body.push_str("{\"data\":{\"sections\":");
            write_entries(&pick(&sections), &full, &mut body);
            body.push_str(",\"featured\":");
            write_entries(&pick(&featured), card, &mut body);
            body.push_str(",\"newest\":");
            write_groups(&newest.iter().map(|(name, nodes)| (*name, pick(nodes))).collect(), card, &mut body);
            body.push_str(",\"next_events\":");
            write_entries(&next_events, card, &mut body);
            body.push_str("}}");
            let whole: Vec<usize> = (0..COLLECTIONS.len()).collect();
            // What takes place next changes with the clock, too: only the validator tells whether anything did.
            let told = provenance(snapshot, &plan, &whole, query);
            let depends = told.depends.map(|depends| depends.until(fresh_until(now)));
            Ok(Some(Overview { body, provenance: Provenance { changed_at: now, depends, ..told } }))
        })
    }

    /// What is similar to an entry, by collection, each with its reasons.
    ///
    /// # Errors
    /// As for [`Hub::item`].
    pub fn related(&self, of: &'static Collection, key: &str, query: &ListQuery) -> Result<Overview, HubError> {
        self.steadily(|snapshot| {
            let node = self.find(snapshot, of, key)?;
            let similar = self.similar(snapshot, node)?;
            let groups = snapshot.related(node, &similar.entries, query.limit as usize);
            let mut nodes: Vec<Node> = groups.iter().flatten().map(|related| related.node).collect();
            nodes.insert(0, node);
            let plan = Plan::make(snapshot, &nodes, query);
            let Some((mut found, _)) = self.fetch(snapshot, &plan, query, Reach::Tables)? else { return Ok(None) };
            found.remove(0);
            let mut found = found.into_iter();
            let mut data = BTreeMap::new();
            for (collection, group) in COLLECTIONS.iter().zip(&groups) {
                let mut members: Vec<PageEntry> = found.by_ref().take(group.len()).collect();
                for (entry, related) in members.iter_mut().zip(group) {
                    let reasons = told(&related.reasons).filter_map(|reason| sentence(snapshot, reason));
                    entry.extra.push(("reasons", json!(reasons.collect::<Vec<String>>())));
                }
                if !members.is_empty() {
                    data.insert(collection.name, members);
                }
            }
            let whole: Vec<usize> = (0..COLLECTIONS.len()).collect();
            let mut body = Pieces::default();
            body.push_str("{\"data\":");
            write_groups(&data, &query.shape, &mut body);
            body.push_str("}");
            let mut provenance = provenance(snapshot, &plan, &whole, query);
            // An index that is behind will know more, though nothing else changes.
            provenance.depends.take_if(|_| similar.seq.is_none_or(|seq| seq < snapshot.seq));
            Ok(Some(Overview { body, provenance }))
        })
    }

    /// The entries to which an outside identifier or a URL leads.
    ///
    /// # Errors
    /// [`HubError::Store`] when the database fails.
    pub fn lookup(&self, query: &ListQuery) -> Result<Overview, HubError> {
        self.steadily(|snapshot| {
            let mut nodes = match (&query.identifier, &query.url) {
                (Some(identifier), _) => snapshot.find_name(identifier).to_vec(),
                (None, Some(url)) => self.at_url(snapshot, url),
                (None, None) => Vec::new(),
            };
            // By id, not by place in this node's memory: every node of a hub gives the same answer.
            nodes.sort_by_key(|node| (node.collection(), snapshot.card(*node).map(|card| card.id)));
            let total = nodes.len();
            nodes.truncate(MOST_FOUND);
            let plan = Plan::make(snapshot, &nodes, query);
            let Some((found, _)) = self.fetch(snapshot, &plan, query, Reach::Tables)? else { return Ok(None) };
            let mut body = Pieces::default();
            body.push_str("{\"data\":");
            write_entries(&found, &query.shape, &mut body);
            body.push_str(&format!(",\"meta\":{{\"total\":{total}}}}}"));
            let whole: Vec<usize> = (0..COLLECTIONS.len()).collect();
            Ok(Some(Overview { body, provenance: provenance(snapshot, &plan, &whole, query) }))
        })
    }

    /// The entries at a URL: one of the hub's or its site's, the source of an entry, or an identifier that is a URL.
    fn at_url(&self, snapshot: &Snapshot, url: &str) -> Vec<Node> {
        if let Some((collection, key, _)) = self.identity.site.entry_at(url)
            && let Ok(node) = self.find(snapshot, collection, &key)
        {
            return vec![node];
        }
        let plain = url.trim_end_matches('/');
        let mut nodes = snapshot.find_name(plain).to_vec();
        for node in snapshot.find_name(&format!("{plain}/")) {
            if !nodes.contains(node) {
                nodes.push(*node);
            }
        }
        nodes
    }
}

fn describe(collection: &Collection, count: u64) -> Value {
    let parameters = parameters_of(Surface::List(collection.name));
    let filters: Vec<&str> = parameters
        .iter()
        .take_while(|parameter| parameter.kind != crate::query::ParameterKind::Text)
        .map(|parameter| parameter.name.as_str())
        .collect();
    json!({
        "href": format!("/v1/{}", collection.name),
        "label": collection.label,
        "about": collection.about,
        "count": count,
        "filters": filters,
        "sorts": sorts_of(collection).iter().map(|sort| sort.name).collect::<Vec<_>>(),
        "default_sort": collection.sort,
        "facets": fields_of(collection).iter().map(|field| field.parameter).collect::<Vec<_>>(),
        "includes": includes_of(collection),
        "formats": Format::of(collection)
            .map(|format| (format.suffix().to_owned(), json!(format.path(collection.name))))
            .collect::<Map<String, Value>>(),
    })
}

/// The first entries of a collection in its own order.
fn first(snapshot: &Snapshot, name: &str, field: &str, limit: u64) -> Vec<Node> {
    let Some((collection, shelf)) = collection(name).and_then(|known| Some((known, snapshot.shelf(known.index)?)))
    else {
        return Vec::new();
    };
    let present = fields_of(collection).iter().position(|known| known.parameter == field);
    let matches = present.and_then(|place| shelf.fields.get(place)).map_or(&shelf.live, |field| field.present());
    let (_, slots) = shelf.page(matches, &default_sorts(collection), &Page::Offset(0), limit.min(MAX_LIMIT));
    slots.into_iter().map(|slot| Node::new(collection.index, slot)).collect()
}

fn newest(snapshot: &Snapshot, collection: &Collection) -> Vec<Node> {
    let Some(shelf) = snapshot.shelf(collection.index) else { return Vec::new() };
    let newest = sorts_of(collection).iter().position(|sort| sort.name == "published_at");
    let sorts: Vec<_> = newest
        .and_then(|place| sorts_of(collection).get(place).map(|sort| (place, sort.key)))
        .map(|(place, key)| crate::catalogue::Sort { place, key, direction: crate::catalogue::Direction::Descending })
        .into_iter()
        .collect();
    let (_, slots) = shelf.page(&shelf.live, &sorts, &Page::Offset(0), NEWEST);
    slots.into_iter().map(|slot| Node::new(collection.index, slot)).collect()
}

/// Everything that is featured, by position.
fn featured(snapshot: &Snapshot) -> Vec<Node> {
    let mut featured: Vec<(i32, uuid::Uuid, Node)> = Vec::new();
    for shelf in snapshot.shelves() {
        let Some(field) = shelf.fields.iter().find(|field| field.definition.parameter == "featured") else { continue };
        for slot in field.slots(1) {
            if let Some(card) = shelf.card(slot) {
                featured.push((card.featured.unwrap_or(i32::MAX), card.id, Node::new(shelf.collection, slot)));
            }
        }
    }
    featured.sort_unstable();
    featured.into_iter().map(|(_, _, node)| node).collect()
}

/// The reasons that are told: the first few links, and always that the text is similar.
fn told(reasons: &[Reason]) -> impl Iterator<Item = &Reason> {
    let similar = reasons.iter().filter(|reason| **reason == Reason::Similar);
    reasons.iter().filter(|reason| **reason != Reason::Similar).take(4).chain(similar)
}

/// A reason in words.
fn sentence(snapshot: &Snapshot, reason: &Reason) -> Option<String> {
    match reason {
        Reason::Linked => Some("linked".to_owned()),
        Reason::Similar => Some("similar text".to_owned()),
        Reason::Shares(target) => {
            let singular = COLLECTIONS.get(target.collection())?.singular.replace('_', " ");
            let slug = &snapshot.card(*target)?.slug;
            Some(if singular == "project" { "same project".to_owned() } else { format!("shares {singular} {slug}") })
        }
    }
}
