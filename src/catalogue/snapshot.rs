//! The snapshot: every shelf as of one place in the change sequence, and how the next one is made from it.

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::scope;

use uuid::Uuid;

use super::card::Card;
use super::coming::{Coming, Renamed};
use super::field::{Dictionary, Field};
use super::hierarchy::Hierarchy;
use super::node::Node;
use super::row::{Removal, Row};
use super::sharded::Sharded;
use super::shelf::{Found, Shelf};
use crate::model::{COLLECTIONS, Channel, Channels};

/// So many rows are put on their shelves by one thread.
const FEW: usize = 2000;

/// The whole catalogue as of one place in the sequence.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The place in the sequence.
    pub seq: i64,
    /// The history that the sequence belongs to.
    pub epoch: Arc<str>,
    /// Which numbering of entries this is: a catalogue that is built anew gives them other nodes.
    pub generation: u64,
    shelves: Vec<Arc<Shelf>>,
    hierarchies: Vec<Option<Arc<Hierarchy>>>,
    nodes: Sharded<Uuid, Node>,
    names: Sharded<Box<str>, Vec<Node>>,
}

impl Snapshot {
    /// An empty catalogue.
    pub fn empty(epoch: &str) -> Self {
        static GENERATIONS: AtomicU64 = AtomicU64::new(0);
        Self {
            seq: 0,
            epoch: epoch.into(),
            generation: GENERATIONS.fetch_add(1, Ordering::Relaxed),
            shelves: COLLECTIONS.iter().map(|collection| Arc::new(Shelf::new(collection))).collect(),
            hierarchies: COLLECTIONS.iter().map(|collection| collection.hierarchy.map(|_| Arc::default())).collect(),
            nodes: Sharded::default(),
            names: Sharded::default(),
        }
    }

    /// The shelf of the collection with this index.
    pub fn shelf(&self, collection: usize) -> Option<&Shelf> {
        self.shelves.get(collection).map(Arc::as_ref)
    }

    /// Every shelf.
    pub fn shelves(&self) -> impl Iterator<Item = &Shelf> {
        self.shelves.iter().map(Arc::as_ref)
    }

    /// How many entries are public.
    pub fn count(&self) -> u64 {
        self.shelves().map(|shelf| shelf.live.len()).sum()
    }

    /// The card of an entry.
    pub fn card(&self, node: Node) -> Option<&Arc<Card>> {
        self.shelf(node.collection())?.card(node.slot())
    }

    /// Whether an entry is public and may appear in a channel.
    pub fn allows(&self, node: Node, channel: Channel) -> bool {
        self.card(node).is_some_and(|card| card.channels.allow(channel))
    }

    /// Where an id leads.
    pub fn find_id(&self, id: Uuid) -> Option<(Node, Found)> {
        let node = *self.nodes.get(&id)?;
        Some((node, self.shelf(node.collection())?.find_slot(node.slot())?))
    }

    /// The entries to which an outside name (`scheme:value`, or a URL) leads.
    pub fn find_name(&self, name: &str) -> &[Node] {
        self.names.get(name).map_or(&[], Vec::as_slice)
    }

    /// The hierarchy by which a field rolls up, if it does.
    pub fn hierarchy_of(&self, field: &Field) -> Option<&Arc<Hierarchy>> {
        let Dictionary::Entries(target) = field.definition.dictionary else { return None };
        if field.definition.rolled_up { self.hierarchies.get(target)?.as_ref() } else { None }
    }

    /// The snapshot that follows: with these entries new or changed, and these removed.
    pub fn apply(&self, rows: Vec<Row>, removals: Vec<Removal>, seq: i64) -> Self {
        let mut next = self.clone();
        next.seq = seq;
        let many = rows.len() > FEW;
        let mut coming: BTreeMap<usize, Coming> = BTreeMap::new();
        for row in rows {
            let Ok(id) = Uuid::parse_str(&row.entry.id) else { continue };
            let node = next.node(row.collection, id);
            let coming = coming.entry(row.collection).or_default();
            coming.leaving.extend(next.card(node).map(|_| node.slot()));
            coming.rows.push((node.slot(), row));
        }
        for removal in removals {
            let node = next.node(removal.collection, removal.id);
            let coming = coming.entry(removal.collection).or_default();
            coming.leaving.extend(next.card(node).map(|_| node.slot()));
            next.remove(node, removal);
        }
        let touched: Vec<usize> = coming.keys().copied().collect();
        for (node, old, new) in next.put(coming, many) {
            next.rename(node, &old, &new);
        }
        for collection in touched {
            next.update_hierarchy(collection);
        }
        next
    }

    /// Puts rows on their shelves, on each by a thread of its own if they are `many`; answers what names changed.
    fn put(&mut self, mut coming: BTreeMap<usize, Coming>, many: bool) -> Vec<Renamed> {
        let nodes = &self.nodes;
        let shelves = self.shelves.iter_mut().enumerate();
        let work = shelves.filter_map(|(place, shelf)| Some((shelf, coming.remove(&place)?)));
        if !many {
            return work.flat_map(|(shelf, coming)| Arc::make_mut(shelf).take(coming, nodes)).collect();
        }
        scope(|scope| {
            let put = |(shelf, coming): (&'_ mut Arc<Shelf>, Coming)| Arc::make_mut(shelf).take(coming, nodes);
            let threads: Vec<_> = work.map(|work| scope.spawn(move || put(work))).collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
        })
    }

    /// The node of an id, a new one when it has none.
    fn node(&mut self, collection: usize, id: Uuid) -> Node {
        if let Some(node) = self.nodes.get(&id) {
            return *node;
        }
        let slot = match self.shelves.get_mut(collection).map(Arc::make_mut) {
            Some(shelf) => {
                shelf.next_slot += 1;
                shelf.next_slot - 1
            }
            None => 0,
        };
        let node = Node::new(collection, slot);
        self.nodes.insert(id, node);
        node
    }

    fn rename(&mut self, node: Node, old: &[Box<str>], new: &[Box<str>]) {
        for name in old.iter().filter(|name| !new.contains(name)) {
            let left: Vec<Node> = self.find_name(name).iter().copied().filter(|other| *other != node).collect();
            if left.is_empty() { self.names.remove(name.as_ref()) } else { self.names.insert(name.clone(), left) }
        }
        for name in new.iter().filter(|name| !old.contains(name)) {
            let mut nodes = self.find_name(name).to_vec();
            if !nodes.contains(&node) {
                nodes.push(node);
                nodes.sort_unstable();
            }
            self.names.insert(name.clone(), nodes);
        }
    }

    fn remove(&mut self, node: Node, removal: Removal) {
        let old = self.card(node).map(|old| old.names.clone()).unwrap_or_default();
        self.rename(node, &old, &[]);
        let slot = node.slot();
        let Some(shelf) = self.shelves.get_mut(node.collection()).map(Arc::make_mut) else { return };
        for slug in &removal.slugs {
            shelf.slugs.insert(slug.as_str().into(), slot);
        }
        shelf.live.remove(slot);
        shelf.open(slot, Channels::ALL);
        shelf.changed_seq = shelf.changed_seq.max(removal.seq);
        shelf.changed_at = shelf.changed_at.max(removal.gone.removed_at);
        for field in &mut shelf.fields {
            field.set(slot, &[]);
        }
        for column in &mut shelf.dates {
            column.set(slot, None);
        }
        shelf.cards.set(slot, None);
        Arc::make_mut(&mut shelf.gone).insert(slot, removal.gone);
    }

    fn update_hierarchy(&mut self, collection: usize) {
        let (Some(definition), Some(shelf)) = (COLLECTIONS.get(collection), self.shelves.get(collection)) else {
            return;
        };
        if let Some(Some(hierarchy)) = self.hierarchies.get_mut(collection) {
            *hierarchy = Arc::new(Hierarchy::of(definition, shelf));
        }
    }
}
