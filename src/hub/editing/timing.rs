//! What happens by itself when its time comes: scheduled publishing, and the end of consents. Any node may do it; the
//! transaction that holds the hub's sequence looks again, so it is done once.

use serde_json::Value;

use super::{Actor, Answer, Done, EditError};
use crate::hub::{Hub, consent_is_over};
use crate::store::{self, Item, ItemState, StoreError};

/// How long a further attempt to empty the journal keeps writers waiting, in milliseconds.
const PATIENCE: u32 = 20;

impl Hub {
    /// Does what is due. Answers how much it was.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn keep_time(&self) -> Result<usize, StoreError> {
        let mut done = 0;
        for id in self.store.read(|connection| store::due_ids(connection, self.now()))? {
            done += usize::from(self.at_its_time(&id, Self::publish_due)?);
        }
        let today = self.now().date();
        for (id, last) in self.store.read(|connection| store::ending_consents(connection, &today))? {
            if consent_is_over(&last, &today) {
                done += usize::from(self.at_its_time(&id, Self::end_consent)?);
            }
        }
        self.overwrite_erased(PATIENCE)?;
        Ok(done)
    }

    /// Does one thing, if it still is to be done.
    fn at_its_time(
        &self,
        id: &str,
        work: fn(&Self, &mut store::Transaction<'_>, Item) -> Result<Option<Done>, EditError>,
    ) -> Result<bool, StoreError> {
        let outcome = self.store.write(|transaction| {
            let Some(item) = transaction.item(id)? else { return Ok(false) };
            match work(self, transaction, item)? {
                Some(done) => self.note(transaction, &Actor::hub(), &done).map(|()| true).map_err(EditError::Store),
                None => Ok(false),
            }
        });
        match outcome {
            Ok(done) => {
                self.show_committed(None);
                Ok(done)
            }
            Err(EditError::Store(error)) => Err(error),
            Err(EditError::Faults(faults)) => {
                let places: Vec<String> =
                    faults.iter().map(|fault| format!("{} {}", fault.pointer, fault.code)).collect();
                self.give_up_schedule(id, &places.join(", "))?;
                Ok(false)
            }
            Err(_) => {
                self.give_up_schedule(id, "its state does not allow it")?;
                Ok(false)
            }
        }
    }

    fn publish_due(&self, transaction: &mut store::Transaction<'_>, item: Item) -> Result<Option<Done>, EditError> {
        if item.publish_at.is_none_or(|at| at > self.now()) {
            return Ok(None);
        }
        let (item, seq) = self.publish_item(transaction, item)?;
        Ok(Some(done("publish-scheduled", &item, Some(seq), None)))
    }

    fn end_consent(&self, transaction: &mut store::Transaction<'_>, item: Item) -> Result<Option<Done>, EditError> {
        let last = transaction.consent(&item.id)?.and_then(|consent| consent.expires_on);
        let over = last.is_some_and(|last| consent_is_over(last.as_str(), &self.now().date()));
        if !over || !item.state.is_public() {
            return Ok(None);
        }
        let seq = self.take_away(transaction, &item, "consent-expired", None)?;
        let item = Item { state: ItemState::Removed, publish_at: None, ..item };
        transaction.update_item(&item)?;
        Ok(Some(done("consent-expired", &item, Some(seq), None)))
    }

    /// What was due and cannot be published waits for an editor.
    fn give_up_schedule(&self, id: &str, why: &str) -> Result<(), StoreError> {
        self.store.write(|transaction| {
            let Some(item) = transaction.item(id)?.filter(|item| item.publish_at.is_some()) else { return Ok(()) };
            let state = if item.state == ItemState::Scheduled { ItemState::Draft } else { item.state };
            let item = Item { state, publish_at: None, ..item };
            transaction.update_item(&item)?;
            self.note(transaction, &Actor::hub(), &done("schedule-failed", &item, None, Some(why.to_owned())))
        })
    }
}

fn done(action: &'static str, item: &Item, seq: Option<i64>, note: Option<String>) -> Done {
    let answer = Answer {
        created: false,
        item: Some((item.collection.clone(), item.id.clone())),
        rev: Some(item.rev),
        body: Value::Null,
    };
    Done { action, answer, seq, note }
}
