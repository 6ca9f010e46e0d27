//! Similar entries, by the links that they share.

use roaring::RoaringBitmap;

use super::field::Dictionary;
use super::foremost::foremost;
use super::node::Node;
use super::shelf::Shelf;
use super::snapshot::Snapshot;
use crate::model::COLLECTIONS;

/// Why an entry is similar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Both name this entry.
    Shares(Node),
    /// One names the other.
    Linked,
    /// Their texts have telling words in common.
    Similar,
}

/// A similar entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// The entry.
    pub node: Node,
    /// The reasons, the rarest shared entry first.
    pub reasons: Vec<Reason>,
    /// What a shared link is worth, summed: the fewer entries share it, the more.
    pub score: f64,
}

/// What a direct link is worth, as if a link were shared by these two alone.
const LINKED: f64 = 1.0;

/// What the same text would be worth.
const SIMILAR: f64 = 0.8;

/// The slots of entries that name another, by collection.
type Naming<'a> = Vec<Option<&'a RoaringBitmap>>;

/// An entry that the one in question names.
struct Target<'a> {
    node: Node,
    /// Who names it.
    sharing: Naming<'a>,
    /// How many they are.
    count: u64,
}

/// What is added up for the entries of one collection.
#[derive(Default)]
struct Sums {
    scores: Vec<f64>,
    /// Those that have any.
    found: RoaringBitmap,
}

impl Sums {
    fn add(&mut self, slot: u32, worth: f64) {
        if let Some(score) = self.scores.get_mut(slot as usize) {
            *score += worth;
        }
    }

    fn add_to_all(&mut self, slots: &RoaringBitmap, worth: f64) {
        slots.iter().for_each(|slot| self.add(slot, worth));
        self.found |= slots;
    }

    fn add_to_one(&mut self, slot: u32, worth: f64) {
        self.add(slot, worth);
        self.found.insert(slot);
    }
}

impl Snapshot {
    /// The entries most similar to `node`, best first, at most `limit` of each collection.
    ///
    /// `similar` are entries with similar text, and how similar each is, up to 1.
    pub fn related(&self, node: Node, similar: &[(Node, f64)], limit: usize) -> Vec<Vec<Related>> {
        let referring = self.naming(node);
        let targets = self.targets(node);
        let sums = |shelf: &Shelf| Sums { scores: vec![0.0; shelf.slot_count() as usize], ..Sums::default() };
        let mut sums: Vec<Sums> = self.shelves().map(sums).collect();
        for (sums, referring) in sums.iter_mut().zip(&referring) {
            referring.iter().for_each(|slots| sums.add_to_all(slots, LINKED));
        }
        for target in &targets {
            // Who names and is named is linked once.
            if let Some(sums) = sums.get_mut(target.node.collection()).filter(|_| !holds(&referring, target.node)) {
                sums.add_to_one(target.node.slot(), LINKED);
            }
            let worth = 1.0 / (1.0 + target.count as f64).ln();
            for (sums, sharing) in sums.iter_mut().zip(&target.sharing) {
                sharing.iter().for_each(|slots| sums.add_to_all(slots, worth));
            }
        }
        for (other, similarity) in similar {
            if let Some(sums) = sums.get_mut(other.collection()) {
                sums.add_to_one(other.slot(), SIMILAR * similarity);
            }
        }
        let reasons = |other: Node| {
            let mut reasons: Vec<Reason> = holds(&referring, other).then_some(Reason::Linked).into_iter().collect();
            for target in &targets {
                if target.node == other && !reasons.contains(&Reason::Linked) {
                    reasons.push(Reason::Linked);
                } else if holds(&target.sharing, other) {
                    reasons.push(Reason::Shares(target.node));
                }
            }
            reasons.extend(similar.iter().any(|(like, _)| *like == other).then_some(Reason::Similar));
            reasons
        };
        let best = |(collection, sums): (usize, Sums)| {
            let others = sums.found.iter().map(|slot| Node::new(collection, slot)).filter(|other| *other != node);
            let scored = others.filter_map(|other| Some((*sums.scores.get(other.slot() as usize)?, other)));
            let order =
                |a: &(f64, Node), b: &(f64, Node)| b.0.total_cmp(&a.0).then_with(|| self.id(a.1).cmp(&self.id(b.1)));
            let best = foremost(scored, limit, order).into_iter();
            best.map(|(score, node)| Related { node, reasons: reasons(node), score }).collect()
        };
        sums.into_iter().enumerate().map(best).collect()
    }

    /// What an entry names, what the fewest others name first.
    fn targets(&self, node: Node) -> Vec<Target<'_>> {
        let mut targets: Vec<Node> =
            self.card(node).map(|card| card.links.iter().map(|link| link.target).collect()).unwrap_or_default();
        targets.sort_unstable();
        targets.dedup();
        let mut targets: Vec<Target<'_>> = targets
            .into_iter()
            .map(|node| {
                let sharing = self.naming(node);
                Target { node, count: sharing.iter().flatten().map(|slots| slots.len()).sum(), sharing }
            })
            .collect();
        // By id, not by place: every node of a hub tells the same reasons and adds up the same sums.
        targets.sort_by_key(|target| (target.count, self.id(target.node)));
        targets
    }

    /// Every entry that names `target`.
    fn naming(&self, target: Node) -> Naming<'_> {
        let filter = COLLECTIONS.get(target.collection()).map(|collection| collection.filter);
        let union = |shelf: &'_ Shelf| {
            shelf.fields.iter().position(|field| {
                field.definition.dictionary == Dictionary::Entries(target.collection())
                    && Some(field.definition.parameter) == filter
            })
        };
        self.shelves().map(|shelf| Some(shelf.fields.get(union(shelf)?)?.slots(target.slot()))).collect()
    }

    fn id(&self, node: Node) -> uuid::Uuid {
        self.card(node).map_or(uuid::Uuid::nil(), |card| card.id)
    }
}

fn holds(naming: &Naming<'_>, node: Node) -> bool {
    naming.get(node.collection()).copied().flatten().is_some_and(|slots| slots.contains(node.slot()))
}
