//! What else changes with an entry. Whatever changes a document as a follower gets it, or whether the follower's filter
//! finds it, gives the entry a new place in the sequence.

use super::Hub;
use crate::model::collection;
use crate::store::{Item, Link, StoreError, Transaction};

impl Hub {
    /// Gives each of these public entries a new place in the sequence.
    pub(super) fn touch_all(&self, transaction: &mut Transaction<'_>, mut ids: Vec<String>) -> Result<(), StoreError> {
        ids.sort_unstable();
        ids.dedup();
        let now = self.now();
        for id in ids {
            let seq = transaction.next_seq();
            transaction.touch_entry(&id, seq)?;
            transaction.log_touch(&id, seq, now)?;
        }
        Ok(())
    }

    /// Whether an entry that is public stands below others than it did, with these links.
    pub(super) fn stands_elsewhere(
        &self,
        transaction: &mut Transaction<'_>,
        item: &Item,
        links: &[Link],
    ) -> Result<bool, StoreError> {
        let Some(relation) = hierarchy(item) else { return Ok(false) };
        let mut now: Vec<&str> =
            links.iter().filter(|link| link.relation == relation).map(|link| link.target_id.as_str()).collect();
        let mut before = transaction.targets(&item.id, relation)?;
        now.sort_unstable();
        before.sort_unstable();
        Ok(now != before)
    }

    /// The entries that a filter by what is broader than this one finds through it: those that name it, or anything
    /// below it. None, unless its collection has a hierarchy.
    pub(super) fn classified_under(
        &self,
        transaction: &mut Transaction<'_>,
        item: &Item,
    ) -> Result<Vec<String>, StoreError> {
        let Some(relation) = hierarchy(item) else { return Ok(Vec::new()) };
        let mut below = vec![item.id.clone()];
        let mut next = 0;
        while let Some(id) = below.get(next).cloned() {
            for narrower in transaction.sources(&id, relation)? {
                if !below.contains(&narrower) {
                    below.push(narrower);
                }
            }
            next += 1;
        }
        let mut found = Vec::new();
        for id in below {
            found.extend(transaction.referrers(&id)?);
        }
        found.retain(|id| *id != item.id);
        Ok(found)
    }
}

fn hierarchy(item: &Item) -> Option<&'static str> {
    collection(&item.collection).and_then(|collection| collection.hierarchy)
}
