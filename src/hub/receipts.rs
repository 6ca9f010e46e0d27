//! Receipts: who has followed the log how far, and so has forgotten what was to be forgotten by then.

use serde_json::{Value, json};

use super::editing::Done;
use super::{Actor, Answer, EditError, Hub, Once};
use crate::store::{self, Receipt, StoreError};

impl Hub {
    /// Notes how far a key has followed the log. A receipt never goes back.
    ///
    /// # Errors
    /// [`EditError::Faults`] for a place that the log has not reached.
    pub fn receive(&self, actor: &Actor, once: Option<&Once>, up_to: i64) -> Result<(Answer, bool), EditError> {
        let key = actor.key_id.clone().unwrap_or_default();
        self.perform(actor, once, |transaction| {
            if !(0..=transaction.last_seq()).contains(&up_to) {
                let detail = format!("The log reaches from 0 to {}.", transaction.last_seq());
                return Err(EditError::fault("/up_to", "invalid-value", detail));
            }
            let now = self.now();
            let up_to = transaction.put_receipt(&key, up_to, now)?;
            let body = json!({ "up_to": up_to, "received_at": now });
            Ok(Done {
                action: "receipt",
                seq: None,
                note: None,
                answer: Answer { created: false, item: None, rev: None, body },
            })
        })
    }

    /// Every receipt, with how many entries each is behind.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn receipts(&self) -> Result<Value, StoreError> {
        let (receipts, last) =
            self.store.read(|connection| Ok((store::all_receipts(connection)?, store::position(connection)?.0)))?;
        let receipt = |receipt: Receipt| {
            json!({
                "key_id": receipt.key_id, "name": receipt.name, "up_to": receipt.up_to,
                "received_at": receipt.received_at, "complete": receipt.up_to == last,
            })
        };
        Ok(json!({ "data": receipts.into_iter().map(receipt).collect::<Vec<_>>(), "last_seq": last }))
    }

    /// Who follows the log with a key, and whether they have passed this place in it.
    pub(super) fn confirmations(&self, seq: i64) -> Result<Vec<Value>, StoreError> {
        let receipts = self.store.read(store::all_receipts)?;
        let confirmation = |receipt: Receipt| {
            let confirmed = receipt.up_to >= seq;
            let mut value = json!({ "name": receipt.name, "up_to": receipt.up_to, "confirmed": confirmed });
            if let (true, Some(members)) = (confirmed, value.as_object_mut()) {
                members.insert("received_at".to_owned(), json!(receipt.received_at));
            }
            value
        };
        Ok(receipts.into_iter().map(confirmation).collect())
    }
}
