//! Copies that are no longer kept: forgotten as their hub says, or put into quarantine.

use serde_json::json;

use super::obeying::Known;
use super::orders::Forget;
use super::reading::Refused;
use crate::hub::editing::Erasure;
use crate::hub::{EditError, Hub, WriteError};
use crate::model::collection;
use crate::store::{Item, ItemState, Quarantined, StoreError, Transaction};

impl Hub {
    /// Forgets a copy; answers whether there was one.
    pub(super) fn forget(
        &self,
        transaction: &mut Transaction<'_>,
        known: &mut Known,
        source: &str,
        order: &Forget,
    ) -> Result<bool, WriteError> {
        let Forget { id, reason, purge_by, redirect_to } = order;
        if known.quarantined.remove(id) {
            transaction.release(source, id)?;
        }
        let item = if known.items.contains(id) { transaction.item(id)? } else { None };
        let Some(item) = item.filter(|item| item.origin.as_deref() == Some(source)) else {
            return Ok(false);
        };
        let successor = match redirect_to.as_deref() {
            Some(to) if to != id && transaction.is_public(&item.collection, to)? => Some(to),
            _ => None,
        };
        let (erased, elsewhere) = (item.state == ItemState::Erased, item.redirect_to.as_deref() != successor);
        let purge_by = purge_by.filter(|_| !erased);
        if !item.state.is_public() && purge_by.is_none() && !elsewhere {
            return Ok(false);
        }
        known.public.remove(id);
        if let Some(purge_by) = purge_by {
            let unknown = || StoreError::Failed(format!("there is no collection {}", item.collection));
            let collection = collection(&item.collection).ok_or_else(unknown)?;
            self.erase(transaction, collection, &item, &Erasure { reason, purge_by, successor }).map_err(failed)?;
            return Ok(true);
        }
        self.take_away(transaction, &item, reason, successor).map_err(failed)?;
        transaction.forget_documents(id)?;
        let state = match successor {
            _ if erased => ItemState::Erased,
            Some(_) => ItemState::Redirected,
            None => ItemState::Removed,
        };
        let redirect_to = successor.map(str::to_owned);
        transaction.update_item(&Item { state, redirect_to, review_by: None, ..item })?;
        Ok(true)
    }

    /// Puts a document into quarantine. What was here of the entry before is taken away: it may be what was to be changed.
    pub(super) fn refuse(
        &self,
        transaction: &mut Transaction<'_>,
        known: &mut Known,
        source: &str,
        refused: &Refused,
    ) -> Result<(), WriteError> {
        let Refused { entry_id, collection, rev, hash, faults } = refused;
        let before = Forget { id: entry_id.clone(), reason: "quarantined".to_owned(), ..Forget::default() };
        self.forget(transaction, known, source, &before)?;
        transaction.quarantine(&Quarantined {
            source: source.to_owned(),
            entry_id: entry_id.clone(),
            collection: collection.clone(),
            rev: *rev,
            hash: hash.clone(),
            faults: json!(faults).to_string(),
            since: self.now(),
        })?;
        known.quarantined.insert(entry_id.clone());
        Ok(())
    }
}

fn failed(error: EditError) -> StoreError {
    match error {
        EditError::Store(error) => error,
        other => StoreError::Failed(format!("{other:?}")),
    }
}
