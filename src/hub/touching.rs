//! What else changes with an entry. Whatever changes a document as a follower gets it, or whether the follower's filter
//! finds it, gives the entry a new place in the sequence.

use super::Hub;
use crate::model::{Entry, collection};
use crate::store::{Item, Link, StoreError, Transaction, TranslationRow};

/// An entry as it becomes public, in so far as others depend on it.
pub(super) struct Shown<'e> {
    pub entry: &'e Entry,
    pub links: &'e [Link],
    pub translations: &'e [TranslationRow],
}

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

    /// The public entries that change when an entry is shown otherwise than `before`: those that name it, if it is called or
    /// shown elsewhere than it was, and those that a filter finds through it, if it stands elsewhere. Of copies, their hub
    /// sends those that name each other anew itself.
    pub(super) fn touched_by(
        &self,
        transaction: &mut Transaction<'_>,
        item: &Item,
        before: &Entry,
        shown: &Shown<'_>,
    ) -> Result<Vec<String>, StoreError> {
        let Shown { entry, links, translations } = shown;
        let named_otherwise = before.title != entry.title
            || before.slug != entry.slug
            || before.channels != entry.channels
            || titles(&transaction.translations(&item.id)?) != titles(translations);
        let mut touched = match (named_otherwise, &item.origin) {
            (false, _) => Vec::new(),
            (true, None) => transaction.referrers(&item.id)?,
            (true, Some(origin)) => transaction.referrers_from_elsewhere(&item.id, origin)?,
        };
        if self.stands_elsewhere(transaction, item, links)? {
            touched.extend(self.classified_under(transaction, item)?);
        }
        Ok(touched)
    }

    /// Whether an entry that is public stands below others than it did, with these links.
    fn stands_elsewhere(
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

fn titles(translations: &[TranslationRow]) -> Vec<(&str, &str)> {
    translations.iter().map(|row| (row.lang.as_str(), row.title.as_str())).collect()
}

fn hierarchy(item: &Item) -> Option<&'static str> {
    collection(&item.collection).and_then(|collection| collection.hierarchy)
}
