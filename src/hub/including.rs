//! Includes: which other entries are sent along with a page, found over the catalogue's links alone.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::variants::variant;
use crate::catalogue::{Dictionary, Field, Node, Page, Shelf, Snapshot};
use crate::model::{COLLECTIONS, Channel, Collection};
use crate::present::Reference;
use crate::query::{LanguagePriority, ListQuery, default_sorts, included_by};

/// The most entries that are sent along with a page. Relations have hundreds of entries, and each of these others: without
/// a bound one question would be answered with the whole hub. What is beyond stands where it is named, with its `href`.
pub const MOST_INCLUDED: usize = 1000;

/// The entries of a page and those sent along.
pub struct Plan {
    /// The entries asked for, in order.
    pub primary: Vec<Node>,
    /// Those sent along: once each, none of them also asked for.
    pub included: Vec<Node>,
    /// Whether anything was to be sent along.
    pub asked: bool,
    /// The collections on whose whole contents the plan depends.
    pub whole: Vec<usize>,
    /// All of them.
    known: HashSet<Node>,
    inverse: HashMap<Node, Vec<Inverse>>,
    more: HashMap<Node, Vec<(&'static str, String)>>,
    languages: LanguagePriority,
    channel: Channel,
}

/// The entries of one collection that name a node.
struct Inverse {
    source: &'static Collection,
    total: u64,
    first: Vec<Node>,
    next: Option<String>,
}

impl Plan {
    /// Plans a page.
    pub fn make(snapshot: &Snapshot, primary: &[Node], query: &ListQuery) -> Self {
        let mut plan = Self {
            primary: primary.to_vec(),
            included: Vec::new(),
            asked: !query.include.is_empty(),
            whole: Vec::new(),
            known: primary.iter().copied().collect(),
            inverse: HashMap::new(),
            more: HashMap::new(),
            languages: query.languages.clone(),
            channel: query.channel,
        };
        for path in &query.include {
            for node in primary {
                for reached in plan.step(snapshot, *node, path.first, query.include_limit) {
                    if let Some(second) = path.second {
                        plan.step(snapshot, reached, second, query.include_limit);
                    }
                }
            }
        }
        plan
    }

    /// Every entry of the plan.
    pub fn nodes(&self) -> impl Iterator<Item = Node> {
        self.primary.iter().chain(&self.included).copied()
    }

    /// Takes one step from an entry and answers where it leads.
    fn step(&mut self, snapshot: &Snapshot, node: Node, step: &'static str, limit: usize) -> Vec<Node> {
        let Some(collection) = COLLECTIONS.get(node.collection()) else { return Vec::new() };
        let reached = match included_by(collection, step) {
            Some(source) => self.backward(snapshot, node, collection, source, limit),
            None => self.forward(snapshot, node, collection, step, limit),
        };
        for node in &reached {
            if self.included.len() < MOST_INCLUDED && self.known.insert(*node) {
                self.included.push(*node);
            }
        }
        reached
    }

    /// Along a relation.
    fn forward(
        &mut self,
        snapshot: &Snapshot,
        node: Node,
        collection: &Collection,
        step: &'static str,
        limit: usize,
    ) -> Vec<Node> {
        let Some(card) = snapshot.card(node) else { return Vec::new() };
        // Names are compared once for each relation, and not for each link.
        let named: Vec<bool> = collection.relations.iter().map(|relation| relation.name == step).collect();
        let mut targets: Vec<Node> = Vec::new();
        for link in card.links.iter().filter(|link| named.get(usize::from(link.relation)) == Some(&true)) {
            if snapshot.allows(link.target, self.channel) && !targets.contains(&link.target) {
                targets.push(link.target);
            }
        }
        if let Some(first) = targets.get(limit).copied() {
            let target = COLLECTIONS.get(first.collection()).map_or("", |target| target.name);
            let rest = targets.iter().skip(limit).filter(|node| node.collection() == first.collection()).take(100);
            let ids: Vec<String> =
                rest.filter_map(|node| snapshot.card(*node)).map(|card| card.id.to_string()).collect();
            let more = self.more.entry(node).or_default();
            if !more.iter().any(|(name, _)| *name == step) {
                more.push((step, format!("/v1/{target}?id={}&limit=100", ids.join(","))));
            }
            targets.truncate(limit);
        }
        targets
    }

    /// To the entries of a collection that name this one.
    fn backward(
        &mut self,
        snapshot: &Snapshot,
        node: Node,
        collection: &Collection,
        source: &'static Collection,
        limit: usize,
    ) -> Vec<Node> {
        if !self.whole.contains(&source.index) {
            self.whole.push(source.index);
        }
        if let Some(known) =
            self.inverse.get(&node).and_then(|all| all.iter().find(|inverse| inverse.source.index == source.index))
        {
            return known.first.clone();
        }
        let Some((shelf, field)) = naming(snapshot, source, collection) else { return Vec::new() };
        let sources = shelf.allowed(field.slots(node.slot()), self.channel);
        let sorts = default_sorts(source);
        let (_, slots) = shelf.page(&sources, &sorts, &Page::Offset(0), limit as u64);
        let first: Vec<Node> = slots.into_iter().map(|slot| Node::new(source.index, slot)).collect();
        let next = (sources.len() > first.len() as u64).then(|| {
            let exact = if field.definition.rolled_up { "_exact" } else { "" };
            let id = snapshot.card(node).map(|card| card.id.to_string()).unwrap_or_default();
            format!("/v1/{}?{}{exact}={id}&limit={limit}&page=2", source.name, collection.filter)
        });
        self.inverse.entry(node).or_default().push(Inverse {
            source,
            total: sources.len(),
            first: first.clone(),
            next,
        });
        first
    }

    /// What the page says of an entry beside its own members: who names it, and where the rest of a cut relation is.
    pub fn extra(&self, snapshot: &Snapshot, node: Node) -> Vec<(&'static str, Value)> {
        let mut extra = Vec::new();
        if let Some(inverse) = self.inverse.get(&node) {
            let by = inverse.iter().map(|inverse| {
                let references = inverse.first.iter().filter_map(|node| self.reference(snapshot, *node));
                let mut value = json!({ "total": inverse.total, "data": references.collect::<Vec<_>>() });
                if let (Some(next), Some(members)) = (&inverse.next, value.as_object_mut()) {
                    members.insert("next".to_owned(), json!(next));
                }
                (inverse.source.name.to_owned(), value)
            });
            extra.push(("referenced_by", Value::Object(by.collect())));
        }
        if let Some(more) = self.more.get(&node) {
            let more = more.iter().map(|(relation, next)| ((*relation).to_owned(), json!({ "next": next })));
            extra.push(("included_more", Value::Object(more.collect())));
        }
        extra
    }
}

impl Plan {
    /// An entry as it is named to these readers.
    fn reference<'s>(&self, snapshot: &'s Snapshot, node: Node) -> Option<Reference<'s>> {
        let card = snapshot.card(node)?;
        let place = usize::from(variant(card, &self.languages, false).language);
        Reference::to(snapshot, node, card.languages().get(place)?)
    }
}

/// The field of a collection's shelf that holds which entries of `target` its entries name.
fn naming<'a>(snapshot: &'a Snapshot, source: &Collection, target: &Collection) -> Option<(&'a Shelf, &'a Field)> {
    let shelf = snapshot.shelf(source.index)?;
    let names = |field: &&Field| {
        field.definition.dictionary == Dictionary::Entries(target.index) && field.definition.parameter == target.filter
    };
    Some((shelf, shelf.fields.iter().find(names)?))
}
