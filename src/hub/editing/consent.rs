//! Consent: put on record, and what follows for what is public. Its withdrawal is in `erasing`.

use serde_json::{Value, json};

use super::{Actor, Answer, Done, EditError, Once, document_of, own_item_of, read_stored};
use crate::hub::Hub;
use crate::hub::publishing::Targets;
use crate::model::{Collection, Consent, Fault, consent_faults};
use crate::store::{Item, ItemState, Transaction};

impl Hub {
    /// Puts a consent on record in place of the one before. What is public is projected anew at once, or taken away when
    /// the consent does not allow it any more.
    ///
    /// # Errors
    /// [`EditError::Faults`]; [`EditError::State`] when consent was withdrawn before: that is for good.
    pub fn put_consent(
        &self,
        actor: &Actor,
        once: Option<&Once>,
        collection: &'static Collection,
        id: &str,
        consent: Value,
    ) -> Result<(Answer, bool), EditError> {
        let faults = consent_faults(&consent);
        if !faults.is_empty() {
            return Err(EditError::Faults(faults));
        }
        let consent: Consent = serde_json::from_value(consent)
            .map_err(|error| EditError::fault("", "invalid-value", error.to_string()))?;
        self.perform(actor, once, |transaction| {
            let item = own_item_of(transaction, collection, id)?;
            if item.state == ItemState::Erased {
                return Err(EditError::State { state: item.state, verb: "consent".to_owned(), allowed: Vec::new() });
            }
            transaction.put_consent(&item.id, &consent)?;
            let (item, seq) = match item.state.is_public() {
                true => self.project_again(transaction, item)?,
                false => (item, None),
            };
            Ok(Done {
                action: "consent",
                seq,
                note: None,
                answer: Answer {
                    created: false,
                    item: Some((item.collection.clone(), item.id.clone())),
                    rev: Some(item.rev),
                    body: json!({
                        "consent": consent, "state": item.state, "rev": item.rev,
                        "seq": seq.unwrap_or_else(|| transaction.last_seq()),
                    }),
                },
            })
        })
    }

    /// Brings what is public of an item in line with the consent on record, or takes it away. Nothing but
    /// the consent itself refuses it: whatever became of the entry or of what it names, nobody stays named for that.
    fn project_again(&self, transaction: &mut Transaction<'_>, item: Item) -> Result<(Item, Option<i64>), EditError> {
        match transaction.part(|part| self.project_published(part, &item)) {
            Ok(seq) => Ok((item, Some(seq))),
            Err(EditError::Faults(faults)) if faults.iter().all(is_of_the_form) => Err(EditError::Faults(faults)),
            Err(EditError::Faults(_)) => {
                let seq = self.take_away(transaction, &item, "consent", None)?;
                let item = Item { state: ItemState::Removed, publish_at: None, ..item };
                transaction.update_item(&item)?;
                Ok((item, Some(seq)))
            }
            Err(error) => Err(error),
        }
    }

    /// Publishes once more what is public, as the consent on record now allows it. Answers its place in the sequence.
    fn project_published(&self, transaction: &mut Transaction<'_>, item: &Item) -> Result<i64, EditError> {
        let rev = item.published_rev.unwrap_or(item.rev);
        let notice = transaction.entry(&item.id)?.and_then(|entry| entry.notice);
        let document = read_stored(item, document_of(transaction, item, rev)?)?;
        let shown = self.as_public(transaction, item, rev, &document)?;
        let seq = self.bring_back(transaction, &mut Targets::severing(), &shown, document)?;
        let Some(notice) = notice else { return Ok(seq) };
        let (seq, now) = (transaction.next_seq(), self.now());
        transaction.put_notice(&item.id, Some(notice.0), seq, now)?;
        transaction.log_touch(&item.id, seq, now)?;
        Ok(seq)
    }
}

/// Whether a consent is refused for this: it is not one that a person can give to such an entry.
fn is_of_the_form(fault: &Fault) -> bool {
    fault.pointer.starts_with("/consent") && !fault.code.starts_with("consent-")
}
