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
        Self::by_broader(&(0..shelf.slot_count()).map(broader).collect::<Vec<_>>())
    }

    /// By the slots that each slot stands under itself.
    pub fn by_broader(broader: &[Vec<u32>]) -> Self {
        let slots = 0..broader.len() as u32;
        let step = |slot: u32| broader.get(slot as usize).map_or(&[][..], Vec::as_slice);
        let above: Vec<Vec<u32>> = slots.clone().map(|slot| closure(slot, step)).collect();
        let mut below: Vec<Vec<u32>> = slots.map(|slot| vec![slot]).collect();
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

fn closure<'b>(slot: u32, step: impl Fn(u32) -> &'b [u32]) -> Vec<u32> {
    let mut reached = vec![slot];
    let mut next = 0;
    while let Some(at) = reached.get(next).copied() {
        for further in step(at) {
            if !reached.contains(further) {
                reached.push(*further);
            }
        }
        next += 1;
    }
    reached
}
