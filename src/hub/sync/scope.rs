//! The part of the hub that a follower asked for, resolved: which entries are in it.

use std::borrow::Cow;
use std::collections::HashMap;

use roaring::RoaringBitmap;

use crate::catalogue::{Card, Node, Snapshot};
use crate::hub::criteria::resolve;
use crate::model::{COLLECTIONS, Channel};
use crate::query::Scope;

/// A scope as of a snapshot.
pub struct Members<'a> {
    snapshot: &'a Snapshot,
    slots: HashMap<usize, Cow<'a, RoaringBitmap>>,
}

impl<'a> Members<'a> {
    /// Resolves a scope.
    pub fn of(snapshot: &'a Snapshot, scope: &Scope) -> Self {
        let slots = scope.parts.iter().filter_map(|(collection, filters)| {
            let shelf = snapshot.shelf(*collection)?;
            let slots = match filters.is_empty() {
                true => Cow::Borrowed(&shelf.live),
                false => resolve(snapshot, shelf, filters).criteria.matches(shelf, |_| false),
            };
            Some((*collection, slots))
        });
        Self { snapshot, slots: slots.collect() }
    }

    /// Whether an entry is in the scope and followers may have it.
    pub fn has(&self, node: Node) -> bool {
        self.slots.get(&node.collection()).is_some_and(|slots| slots.contains(node.slot()))
            && self.snapshot.card(node).is_some_and(|card| shared(card))
    }

    /// Every entry that followers may have in a collection.
    pub fn nodes(&self, collection: usize) -> impl Iterator<Item = Node> {
        let slots = self.slots.get(&collection).into_iter().flat_map(|slots| slots.iter());
        slots.map(move |slot| Node::new(collection, slot)).filter(|node| self.has(*node))
    }
}

/// Whether followers may have an entry.
pub fn shared(card: &Card) -> bool {
    card.channels.allow(Channel::Sync)
}

/// The names of the collections of a scope.
pub fn names(scope: &Scope) -> Vec<&'static str> {
    scope.parts.iter().filter_map(|(index, _)| COLLECTIONS.get(*index)).map(|collection| collection.name).collect()
}
