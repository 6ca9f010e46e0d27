//! Similar entries, by the links that they share.

use std::collections::HashMap;

use super::field::Dictionary;
use super::node::Node;
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

impl Snapshot {
    /// The entries most similar to `node`, best first, at most `limit` of each collection.
    ///
    /// `similar` are entries with similar text, and how similar each is, up to 1.
    pub fn related(&self, node: Node, similar: &[(Node, f64)], limit: usize) -> Vec<Vec<Related>> {
        let mut found: HashMap<Node, Related> = HashMap::new();
        let mut add = |other: Node, reason: Reason, worth: f64| {
            if other != node {
                let related = found.entry(other).or_insert(Related { node: other, reasons: Vec::new(), score: 0.0 });
                if !related.reasons.contains(&reason) {
                    related.reasons.push(reason);
                    related.score += worth;
                }
            }
        };
        for referrer in self.referrers(node) {
            add(referrer, Reason::Linked, LINKED);
        }
        let mut targets: Vec<Node> =
            self.card(node).map(|card| card.links.iter().map(|link| link.target).collect()).unwrap_or_default();
        targets.sort_unstable();
        targets.dedup();
        let mut shared: Vec<(usize, Node, Vec<Node>)> = targets
            .iter()
            .map(|target| {
                let sharing = self.referrers(*target);
                (sharing.len(), *target, sharing)
            })
            .collect();
        // By id, not by place: every node of a hub tells the same reasons and adds up the same sums.
        shared.sort_by_key(|(count, target, _)| (*count, self.id(*target)));
        for (count, target, sharing) in shared {
            add(target, Reason::Linked, LINKED);
            for other in sharing {
                add(other, Reason::Shares(target), 1.0 / (1.0 + count as f64).ln());
            }
        }
        for (other, similarity) in similar {
            add(*other, Reason::Similar, SIMILAR * similarity);
        }
        let mut groups: Vec<Vec<Related>> = COLLECTIONS.iter().map(|_| Vec::new()).collect();
        for related in found.into_values() {
            if let Some(group) = groups.get_mut(related.node.collection()) {
                group.push(related);
            }
        }
        for group in &mut groups {
            group.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| self.id(a.node).cmp(&self.id(b.node))));
            group.truncate(limit);
        }
        groups
    }

    /// Every entry that names `target`.
    pub fn referrers(&self, target: Node) -> Vec<Node> {
        let mut referrers = Vec::new();
        for shelf in self.shelves() {
            let filter = COLLECTIONS.get(target.collection()).map(|collection| collection.filter);
            let union = shelf.fields.iter().find(|field| {
                field.definition.dictionary == Dictionary::Entries(target.collection())
                    && Some(field.definition.parameter) == filter
            });
            if let Some(field) = union {
                referrers.extend(field.slots(target.slot()).iter().map(|slot| Node::new(shelf.collection, slot)));
            }
        }
        referrers
    }

    fn id(&self, node: Node) -> uuid::Uuid {
        self.card(node).map_or(uuid::Uuid::nil(), |card| card.id)
    }
}
