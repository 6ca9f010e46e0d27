//! The snapshot: every shelf as of one place in the change sequence, and how the next one is made from it.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use roaring::RoaringBitmap;
use uuid::Uuid;

use super::bits::BitSet;
use super::card::{Card, CardLink, CardTranslation};
use super::field::{Dictionary, Field};
use super::hierarchy::Hierarchy;
use super::node::Node;
use super::order::{SortKey, dates_of, sorts_of};
use super::row::{Removal, Row, codes, interval};
use super::sharded::Sharded;
use super::shelf::{Found, Shelf};
use crate::model::values::Interval;
use crate::model::{COLLECTIONS, Channel, Channels, title_key};

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
    pub fn hierarchy_of(&self, field: &Field) -> Option<&Hierarchy> {
        let Dictionary::Entries(target) = field.definition.dictionary else { return None };
        if field.definition.rolled_up { self.hierarchies.get(target)?.as_deref() } else { None }
    }

    /// The snapshot that follows: with these entries new or changed, and these removed.
    pub fn apply(&self, rows: Vec<Row>, removals: Vec<Removal>, seq: i64) -> Self {
        let mut next = self.clone();
        next.seq = seq;
        let mut touched: HashMap<usize, Touched> = HashMap::new();

        for row in &rows {
            let Ok(id) = Uuid::parse_str(&row.entry.id) else { continue };
            let node = next.node(row.collection, id);
            let touched = touched.entry(row.collection).or_default();
            touched.upserts.push(node.slot());
            touched.leaving.extend(next.card(node).map(|_| node.slot()));
        }
        for removal in removals {
            let node = next.node(removal.collection, removal.id);
            let touched = touched.entry(removal.collection).or_default();
            touched.leaving.extend(next.card(node).map(|_| node.slot()));
            next.remove(node, removal);
        }
        for row in rows {
            next.put(row);
        }
        for (collection, touched) in touched {
            next.reorder(collection, touched);
            next.update_hierarchy(collection);
        }
        next
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

    fn put(&mut self, row: Row) {
        let Some(node) = Uuid::parse_str(&row.entry.id).ok().and_then(|id| self.nodes.get(&id).copied()) else {
            return;
        };
        let slot = node.slot();
        let card = self.card_of(&row);
        let names = card.names.clone();
        let old = self.card(node).map(|old| old.names.clone()).unwrap_or_default();
        self.rename(node, &old, &names);
        let Some(shelf) = self.shelves.get_mut(row.collection).map(Arc::make_mut) else { return };
        shelf.changed_at = shelf.changed_at.max(row.changed_at);
        shelf.changed_seq = shelf.changed_seq.max(row.entry.seq);
        for slug in &row.slugs {
            shelf.slugs.insert(slug.as_str().into(), slot);
        }
        if shelf.gone.contains_key(&slot) {
            Arc::make_mut(&mut shelf.gone).remove(&slot);
        }
        shelf.live.insert(slot);
        shelf.open(slot, card.channels);
        let Some(collection) = COLLECTIONS.get(row.collection) else { return };
        for (place, date) in dates_of(collection).iter().enumerate() {
            if let Some(column) = shelf.dates.get_mut(place) {
                column.set(slot, interval(&row, date.source));
            }
        }
        let dates: Vec<Option<Interval>> =
            shelf.dates.iter().map(|column| column.get(slot).copied().flatten()).collect();
        for field in &mut shelf.fields {
            let mut codes = codes(field, &row, &card, &dates);
            codes.sort_unstable();
            codes.dedup();
            field.set(slot, &codes);
        }
        shelf.cards.set(slot, Some(Arc::new(card)));
    }

    fn card_of(&self, row: &Row) -> Card {
        let entry = &row.entry;
        let links = row.links.iter().filter_map(|(relation, part, target, words)| {
            Some(CardLink {
                relation: *relation,
                part: *part,
                target: *self.nodes.get(target)?,
                words: words.clone().map(Box::new),
            })
        });
        let translations = row.translations.iter().map(|(lang, outdated, title)| CardTranslation {
            lang: lang.clone(),
            title: title.as_str().into(),
            outdated: *outdated,
        });
        let identifiers = entry
            .identifiers
            .iter()
            .map(|identifier| format!("{}:{}", identifier.scheme, identifier.value).into_boxed_str());
        let is_url = |value: &&str| value.starts_with("http://") || value.starts_with("https://");
        let urls = entry.identifiers.iter().map(|identifier| identifier.value.as_str()).filter(is_url).map(Box::from);
        let url = entry.source.as_ref().and_then(|source| source.url.as_ref()).map(|url| url.as_str().into());
        let title_key = title_key(&entry.title);
        Card {
            id: Uuid::parse_str(&entry.id).unwrap_or_default(),
            slug: entry.slug.as_str().into(),
            title: entry.title.as_str().into(),
            title_key: title_key.into(),
            lang: entry.lang.clone(),
            translations: translations.collect(),
            seq: entry.seq,
            rev: entry.rev,
            changed_at: row.changed_at,
            consented: entry.consented,
            channels: Channels::from_bits(entry.channels),
            featured: entry.featured.then(|| entry.featured_position.unwrap_or(i32::MAX)),
            links: links.collect(),
            names: identifiers.chain(urls).chain(url).collect(),
            slugs: row.slugs.iter().map(|slug| slug.as_str().into()).collect(),
        }
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

    /// Brings a shelf's orders up to date.
    fn reorder(&mut self, collection: usize, touched: Touched) {
        let Some(shelf) = self.shelves.get_mut(collection).map(Arc::make_mut) else { return };
        // What is new stood in no order before.
        let leaving = (!touched.leaving.is_empty()).then(|| BitSet::of(&touched.leaving, shelf.slot_count()));
        let mut orders = std::mem::take(&mut shelf.orders);
        let Some(definition) = COLLECTIONS.get(collection) else { return };
        for (order, sort) in orders.iter_mut().zip(sorts_of(definition)) {
            let has = |slot: &u32| match sort.key {
                SortKey::Title | SortKey::Relevance => true,
                SortKey::Date(place) => shelf.date(place, *slot).is_some(),
            };
            let (present, absent): (Vec<u32>, Vec<u32>) = touched.upserts.iter().copied().partition(has);
            let id = |slot: &u32| shelf.card(*slot).map(|card| card.id);
            let title = |slot: &u32| shelf.card(*slot).map(|card| &card.title_key);
            let compare = |a: &u32, b: &u32| match sort.key {
                SortKey::Title => title(a).cmp(&title(b)),
                SortKey::Date(place) => shelf.date(place, *a).cmp(&shelf.date(place, *b)),
                SortKey::Relevance => std::cmp::Ordering::Equal,
            };
            let by_id = |a: &u32, b: &u32| id(a).cmp(&id(b));
            order.replace(leaving.as_ref(), present, absent, |a, b| compare(a, b).then_with(|| by_id(a, b)), by_id);
        }
        shelf.orders = orders;
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

/// The slots of one shelf that a step changed.
#[derive(Default)]
struct Touched {
    upserts: Vec<u32>,
    /// Those of them, and of what is removed, that stood in its orders before.
    leaving: RoaringBitmap,
}
