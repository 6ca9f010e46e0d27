//! A shelf: the catalogue of one collection.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use roaring::RoaringBitmap;

use super::card::Card;
use super::field::{Field, fields_of};
use super::node::Node;
use super::order::{BoundaryKey, Order, SortKey, dates_of, sorts_of};
use super::paged::Paged;
use super::row::Gone;
use super::sharded::Sharded;
use crate::model::values::{ClosedList, Instant, Interval};
use crate::model::{COLLECTIONS, Channel, Channels, Collection, erased_slug};

/// Where a slug or id leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// To a public entry.
    Live(Node),
    /// To a public entry that has another slug now.
    Renamed(Node),
    /// To an entry that was removed.
    Gone(Gone),
}

/// The catalogue of one collection.
#[derive(Debug, Clone)]
pub struct Shelf {
    /// The collection's index.
    pub collection: usize,
    /// The slots of public entries.
    pub live: RoaringBitmap,
    /// Its fields, as [`fields_of`] lists them.
    pub fields: Vec<Field>,
    /// The last place in the sequence at which one of its entries changed.
    pub changed_seq: i64,
    /// When that was.
    pub changed_at: Instant,
    /// For each channel, the slots of public entries that may not appear in it.
    withheld: [RoaringBitmap; Channel::ALL.len()],
    pub(super) cards: Paged<Option<Arc<Card>>>,
    pub(super) dates: Vec<Paged<Option<Interval>>>,
    pub(super) orders: Vec<Order>,
    pub(super) slugs: Sharded<Box<str>, u32>,
    pub(super) gone: Arc<HashMap<u32, Gone>>,
    pub(super) next_slot: u32,
}

impl Shelf {
    /// An empty shelf.
    pub fn new(collection: &Collection) -> Self {
        Self {
            collection: collection.index,
            live: RoaringBitmap::new(),
            fields: fields_of(collection).iter().map(|definition| Field::new(*definition)).collect(),
            changed_seq: 0,
            changed_at: Instant::from_millis(0),
            withheld: Default::default(),
            cards: Paged::default(),
            dates: dates_of(collection).iter().map(|_| Paged::default()).collect(),
            orders: sorts_of(collection).iter().map(|_| Order::default()).collect(),
            slugs: Sharded::default(),
            gone: Arc::default(),
            next_slot: 0,
        }
    }

    /// The card in a slot.
    pub fn card(&self, slot: u32) -> Option<&Arc<Card>> {
        self.cards.get(slot)?.as_ref()
    }

    /// The cards of all public entries in the order of their publication. Slots are of this node; every other one has this
    /// order, too.
    pub fn by_publication(&self) -> impl Iterator<Item = &Arc<Card>> {
        let sorts = COLLECTIONS.get(self.collection).map(sorts_of).unwrap_or_default();
        let place = sorts.iter().position(|sort| sort.name == "published_at");
        let order = place.and_then(|place| self.orders.get(place));
        let slots = order.into_iter().flat_map(|order| order.present.iter().chain(order.absent.iter()));
        slots.filter_map(|slot| self.card(*slot))
    }

    /// What a date of the entry in a slot covers.
    pub fn date(&self, place: usize, slot: u32) -> Option<Interval> {
        *self.dates.get(place)?.get(slot)?
    }

    /// The slots of public entries that may not appear in a channel; `None` when all may.
    pub fn withheld(&self, channel: Channel) -> Option<&RoaringBitmap> {
        self.withheld.get(channel.position()).filter(|slots| !slots.is_empty())
    }

    /// Those of these slots whose entries may appear in a channel.
    pub fn allowed<'a>(&self, slots: &'a RoaringBitmap, channel: Channel) -> Cow<'a, RoaringBitmap> {
        match self.withheld(channel) {
            Some(withheld) => Cow::Owned(slots - withheld),
            None => Cow::Borrowed(slots),
        }
    }

    /// Notes where the entry in a slot may appear.
    pub(super) fn open(&mut self, slot: u32, channels: Channels) {
        for (channel, withheld) in Channel::ALL.into_iter().zip(&mut self.withheld) {
            match channels.allow(channel) {
                true => withheld.remove(slot),
                false => withheld.insert(slot),
            };
        }
    }

    /// One more than the highest slot in use.
    pub fn slot_count(&self) -> u32 {
        self.next_slot
    }

    /// Where a slug leads.
    pub fn find_slug(&self, slug: &str) -> Option<Found> {
        let slot = *self.slugs.get(slug).or_else(|| self.slugs.get(erased_slug(slug).as_str()))?;
        match self.find_slot(slot)? {
            Found::Live(node) if self.card(slot).is_some_and(|card| &*card.slug != slug) => Some(Found::Renamed(node)),
            found => Some(found),
        }
    }

    pub(super) fn find_slot(&self, slot: u32) -> Option<Found> {
        if self.card(slot).is_some() {
            return Some(Found::Live(Node::new(self.collection, slot)));
        }
        self.gone.get(&slot).cloned().map(Found::Gone)
    }

    /// The value of the entry in a slot under a sort key.
    pub fn sort_value(&self, key: SortKey, slot: u32) -> BoundaryKey {
        match key {
            SortKey::Title => {
                BoundaryKey::Title(self.card(slot).map(|card| card.title_key.clone()).unwrap_or_default())
            }
            SortKey::Date(place) => BoundaryKey::Date(self.date(place, slot)),
            SortKey::Relevance => BoundaryKey::Score(0),
        }
    }
}
