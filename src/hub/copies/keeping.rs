//! Keeping a copy: its document as it came, and beside it the rows that this hub serves.

use super::obeying::Known;
use super::reading::{Received, fault, target};
use crate::hub::touching::Shown;
use crate::hub::{Hub, WriteError, publishing};
use crate::model::title_key;
use crate::store::{Item, ItemState, Link, Transaction};

impl Hub {
    /// Keeps a copy; answers whether it was not here as it is.
    pub(super) fn keep_copy(
        &self,
        transaction: &mut Transaction<'_>,
        known: &Known,
        source: &str,
        received: &Received,
    ) -> Result<bool, WriteError> {
        let Received { collection, entry, document, kept } = received;
        let there = known.items.contains(&entry.id);
        let item = if there { transaction.item(&entry.id)? } else { None };
        if item.as_ref().is_some_and(|item| item.origin.as_deref() != Some(source)) {
            return Err(WriteError::Faults(fault("/id", "conflict", "This hub has an entry of its own with this id.")));
        }
        if known.quarantined.contains(&entry.id) {
            transaction.release(source, &entry.id)?;
        }
        let before = if there { transaction.entry(&entry.id)? } else { None };
        if before.as_ref().is_some_and(|before| before.rev == entry.rev)
            && transaction.revision(&entry.id, entry.rev)?.is_some_and(|revision| revision.document == *kept)
        {
            return Ok(false);
        }
        let now = self.now();
        let created_at = item.as_ref().map_or(now, |item| item.created_at);
        let item = Item {
            id: entry.id.clone(),
            collection: collection.name.to_owned(),
            slug: entry.slug.clone(),
            state: if entry.notice.is_some() { ItemState::Withdrawn } else { ItemState::Published },
            rev: entry.rev,
            published_rev: Some(entry.rev),
            created_at,
            modified_at: now,
            title: entry.title.clone(),
            title_key: title_key(&entry.title),
            review_by: entry.review_by.clone(),
            publish_at: None,
            redirect_to: None,
            origin: Some(source.to_owned()),
        };
        if there {
            transaction.update_item(&item)?;
            transaction.forget_documents(&item.id)?;
        } else {
            transaction.insert_item(&item)?;
        }
        transaction.keep_document(&item, kept)?;
        let (links, severed) = links_of(received, known);
        let mut entry = entry.clone();
        entry.seq = transaction.next_seq();
        let translations = publishing::translation_rows(&item, document);
        let touched = match &before {
            Some(before) => self.touched_by(
                transaction,
                &item,
                before,
                &Shown { entry: &entry, links: &links, translations: &translations },
            )?,
            None => Vec::new(),
        };
        let record = document.record.as_ref();
        transaction.put_entry(collection, before.as_ref(), &entry, record, &links, &translations)?;
        transaction.keep_severed(&severed)?;
        transaction.log_upsert(&entry, now, there)?;
        self.touch_all(transaction, touched)?;
        Ok(true)
    }
}

/// The links of a copy: to what is here or comes with it, and to what is not.
fn links_of(received: &Received, known: &Known) -> (Vec<Link>, Vec<Link>) {
    let links = received.document.links.iter().filter_map(|link| {
        Some(Link {
            source_id: received.id().to_owned(),
            relation: link.relation.key(),
            part: link.part,
            position: link.position,
            target_id: target(link)?.to_owned(),
            role: link.role.clone(),
            note: link.note.clone(),
        })
    });
    links.partition(|link| link.target_id == received.id() || known.public.contains(&link.target_id))
}
