//! What a follower is told of a change, whichever way: by the feed, by a message, by a harvest.

use serde_json::{Map, Value, json};

use super::documents::live;
use super::scope::shared;
use crate::catalogue::{Node, Snapshot};
use crate::hub::editing::purge_by;
use crate::model::values::Instant;
use crate::store::{Change, ChangeOp};

/// What a follower does about a change.
pub struct Told<'c> {
    /// The entry to keep; none if it is to be forgotten.
    pub node: Option<Node>,
    reason: Option<&'c str>,
    redirect_to: Option<&'c str>,
    purge_by: Option<Instant>,
}

impl<'c> Told<'c> {
    /// Of a change, given what the catalogue shows and the entries that the follower asked for. What consent keeps from copies
    /// is forgotten by all, whatever they asked for.
    pub fn of(snapshot: &Snapshot, change: &'c Change, asked: impl Fn(Node) -> bool) -> Self {
        if change.op == ChangeOp::Delete {
            return Self {
                node: None,
                reason: change.reason.as_deref(),
                redirect_to: change.redirect_to.as_deref(),
                purge_by: change.purge_by.filter(|_| change.must_purge),
            };
        }
        let live = live(snapshot, &change.entry_id);
        // Its person took back the consent to copies, though not to the entry.
        let withheld = live.is_some_and(|(_, card)| !shared(card));
        let node = live.map(|(node, _)| node).filter(|node| !withheld && asked(*node));
        Self {
            node,
            reason: node.is_none().then_some("out_of_scope"),
            redirect_to: None,
            purge_by: withheld.then(|| purge_by(change.changed_at)),
        }
    }

    /// Keep it, or forget it.
    pub fn op(&self) -> ChangeOp {
        if self.node.is_some() { ChangeOp::Upsert } else { ChangeOp::Delete }
    }

    /// Says why it is to be forgotten, what stands in its place, and by when every trace of it is to be gone.
    pub fn explain(&self, members: &mut Map<String, Value>) {
        if let Some(reason) = self.reason {
            members.insert("reason".to_owned(), json!(reason));
        }
        if let Some(successor) = self.redirect_to {
            members.insert("redirect_to".to_owned(), json!(successor));
        }
        if let Some(by) = self.purge_by {
            members.insert("must_purge".to_owned(), json!(true));
            members.insert("purge_by".to_owned(), json!(by));
        }
    }
}
