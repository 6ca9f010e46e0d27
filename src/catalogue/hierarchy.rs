//! Which entries of a collection stand under which: the closure of its broader-relation, safe on cycles.

use super::node::Node;
use super::shelf::Shelf;
use crate::model::Collection;

/// The hierarchy of a collection, by slot.
#[derive(Debug, Clone, Default)]
pub struct Hierarchy {
    above: Vec<Vec<u32>>,
    below: Vec<Vec<u32>>,
}

impl Hierarchy {
    /// From the links of a shelf's entries by the collection's hierarchical relation.
    pub fn of(collection: &Collection, shelf: &Shelf) -> Self {
        let place = collection
            .hierarchy
            .and_then(|name| collection.relations.iter().position(|relation| relation.name == name));
        let broader = |slot: u32| -> Vec<u32> {
            let links = shelf.card(slot).map_or(&[][..], |card| &card.links);
            links
                .iter()
                .filter(|link| Some(usize::from(link.relation)) == place)
                .map(|link| link.target)
                .filter(|target: &Node| target.collection() == collection.index)
                .map(Node::slot)
                .collect()
        };
        let above: Vec<Vec<u32>> = (0..shelf.slot_count()).map(|slot| closure(slot, &broader)).collect();
        let mut below: Vec<Vec<u32>> = (0..shelf.slot_count()).map(|slot| vec![slot]).collect();
        for (slot, above) in (0u32..).zip(&above) {
            for broader in above.iter().filter(|broader| **broader != slot) {
                if let Some(below) = below.get_mut(*broader as usize) {
                    below.push(slot);
                }
            }
        }
        Self { above, below }
    }

    /// A slot and all that is broader, itself first.
    pub fn at_or_above(&self, slot: u32) -> &[u32] {
        self.above.get(slot as usize).map_or(&[], Vec::as_slice)
    }

    /// A slot and all that is narrower, itself first.
    pub fn at_or_below(&self, slot: u32) -> &[u32] {
        self.below.get(slot as usize).map_or(&[], Vec::as_slice)
    }

    /// How many slots it knows.
    pub fn slot_count(&self) -> usize {
        self.above.len()
    }
}

fn closure(slot: u32, step: &impl Fn(u32) -> Vec<u32>) -> Vec<u32> {
    let mut reached = vec![slot];
    let mut next = 0;
    while let Some(at) = reached.get(next).copied() {
        for further in step(at) {
            if !reached.contains(&further) {
                reached.push(further);
            }
        }
        next += 1;
    }
    reached
}
