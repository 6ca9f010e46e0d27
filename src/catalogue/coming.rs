//! Entries that come onto a shelf, new or changed. Shelves have nothing in common, so each can be filled by a thread of
//! its own.

use std::sync::Arc;

use roaring::RoaringBitmap;
use uuid::Uuid;

use super::bits::BitSet;
use super::card::{Card, CardLink, CardTranslation};
use super::node::Node;
use super::order::{SortKey, dates_of, sorts_of};
use super::row::{Row, codes, interval};
use super::sharded::Sharded;
use super::shelf::Shelf;
use crate::model::values::Interval;
use crate::model::{COLLECTIONS, Channels, title_key};

/// What a step changes on one shelf.
#[derive(Default)]
pub(super) struct Coming {
    /// Rows with their slots.
    pub rows: Vec<(u32, Row)>,
    /// The slots, of these and of what was removed, that stood in its orders before.
    pub leaving: RoaringBitmap,
}

/// An entry with the outside names that it had, and those that it has.
pub(super) type Renamed = (Node, Box<[Box<str>]>, Box<[Box<str>]>);

impl Shelf {
    /// Takes what comes, every entry having its node by now, and answers whose outside names changed.
    pub(super) fn take(&mut self, coming: Coming, nodes: &Sharded<Uuid, Node>) -> Vec<Renamed> {
        let Coming { rows, leaving } = coming;
        let slots: Vec<u32> = rows.iter().map(|(slot, _)| *slot).collect();
        let renamed = rows.into_iter().filter_map(|(slot, row)| self.put(slot, &row, nodes)).collect();
        self.reorder(&slots, &leaving);
        renamed
    }

    fn put(&mut self, slot: u32, row: &Row, nodes: &Sharded<Uuid, Node>) -> Option<Renamed> {
        let card = card_of(row, nodes);
        let old = self.card(slot).map(|old| old.names.clone()).unwrap_or_default();
        let renamed = (old != card.names).then(|| (Node::new(self.collection, slot), old, card.names.clone()));
        self.changed_at = self.changed_at.max(row.changed_at);
        self.changed_seq = self.changed_seq.max(row.entry.seq);
        for slug in &row.slugs {
            self.slugs.insert(slug.as_str().into(), slot);
        }
        if self.gone.contains_key(&slot) {
            Arc::make_mut(&mut self.gone).remove(&slot);
        }
        self.live.insert(slot);
        self.open(slot, card.channels);
        let definitions = COLLECTIONS.get(self.collection).map_or(&[][..], dates_of);
        for (definition, column) in definitions.iter().zip(&mut self.dates) {
            column.set(slot, interval(row, definition.source));
        }
        let dates: Vec<Option<Interval>> =
            self.dates.iter().map(|column| column.get(slot).copied().flatten()).collect();
        for field in &mut self.fields {
            let mut codes = codes(field, row, &card, &dates);
            codes.sort_unstable();
            codes.dedup();
            field.set(slot, &codes);
        }
        self.cards.set(slot, Some(Arc::new(card)));
        renamed
    }

    /// Brings the orders up to date, with these slots in them and those that leave no longer where they were.
    fn reorder(&mut self, upserts: &[u32], leaving: &RoaringBitmap) {
        // What is new stood in no order before.
        let leaving = (!leaving.is_empty()).then(|| BitSet::of(leaving, self.slot_count()));
        let mut orders = std::mem::take(&mut self.orders);
        let Some(definition) = COLLECTIONS.get(self.collection) else { return };
        for (order, sort) in orders.iter_mut().zip(sorts_of(definition)) {
            let has = |slot: &u32| match sort.key {
                SortKey::Title | SortKey::Relevance => true,
                SortKey::Date(place) => self.date(place, *slot).is_some(),
            };
            let (present, absent): (Vec<u32>, Vec<u32>) = upserts.iter().copied().partition(has);
            let id = |slot: &u32| self.card(*slot).map(|card| card.id);
            let title = |slot: &u32| self.card(*slot).map(|card| &card.title_key);
            let compare = |a: &u32, b: &u32| match sort.key {
                SortKey::Title => title(a).cmp(&title(b)),
                SortKey::Date(place) => self.date(place, *a).cmp(&self.date(place, *b)),
                SortKey::Relevance => std::cmp::Ordering::Equal,
            };
            let by_id = |a: &u32, b: &u32| id(a).cmp(&id(b));
            order.replace(leaving.as_ref(), present, absent, |a, b| compare(a, b).then_with(|| by_id(a, b)), by_id);
        }
        self.orders = orders;
    }
}

fn card_of(row: &Row, nodes: &Sharded<Uuid, Node>) -> Card {
    let entry = &row.entry;
    let links = row.links.iter().filter_map(|(relation, part, target, words)| {
        Some(CardLink {
            relation: *relation,
            part: *part,
            target: *nodes.get(target)?,
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
