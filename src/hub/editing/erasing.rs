//! The withdrawal of consent: one transaction after which nothing of what the person said remains, and the report of it.

use std::sync::atomic::Ordering;

use serde_json::{Value, json};

use super::{Actor, Answer, Done, EditError, Once, item_of, own_item_of};
use crate::hub::Hub;
use crate::model::values::{DAY, Instant};
use crate::model::{Collection, erased_slug, with_id_for_slug};
use crate::store::{Item, ItemState, StoreError, Transaction, Withdrawal};

/// How long whoever holds a copy has to forget it, in milliseconds: thirty days.
const PURGE_WITHIN: i64 = 30 * DAY;

/// How long a withdrawal waits for reads that are in the way of emptying the journal, in milliseconds.
const PATIENCE: u32 = 2000;

/// By when copies of what is removed now must be gone.
pub fn purge_by(now: Instant) -> Instant {
    Instant::from_millis(now.millis() + PURGE_WITHIN)
}

/// What is said of an entry that is erased.
pub(in crate::hub) struct Erasure<'e> {
    /// Why.
    pub reason: &'e str,
    /// By when whoever holds a copy must have forgotten it.
    pub purge_by: Instant,
    /// The entry that stands in its place.
    pub successor: Option<&'e str>,
}

impl Hub {
    /// Withdraws consent: the entry is gone everywhere, its text is erased from every table. A second withdrawal is an
    /// objection; it is recorded, and the first report answered.
    ///
    /// # Errors
    /// [`EditError::NoItem`].
    pub fn withdraw_consent(
        &self,
        actor: &Actor,
        once: Option<&Once>,
        collection: &'static Collection,
        id: &str,
    ) -> Result<(Answer, bool), EditError> {
        let answer = self.perform(actor, once, |transaction| {
            let item = own_item_of(transaction, collection, id)?;
            let (action, withdrawal) = match transaction.withdrawal(&item.id)? {
                Some(before) => ("consent-objection", before),
                None => {
                    let purge_by = purge_by(self.now());
                    let erasure = Erasure { reason: "consent-withdrawn", purge_by, successor: None };
                    ("consent-withdraw", self.erase(transaction, collection, &item, &erasure)?)
                }
            };
            Ok(Done {
                action,
                seq: withdrawal.seq,
                note: None,
                answer: Answer {
                    created: false,
                    item: Some((item.collection.clone(), item.id.clone())),
                    rev: Some(item.rev),
                    body: report(&withdrawal),
                },
            })
        })?;
        self.overwriting.store(true, Ordering::Relaxed);
        // The withdrawal itself is done, whatever becomes of this: it is tried again with the time.
        if let Err(error) = self.overwrite_erased(PATIENCE) {
            log::warn!("the journal could not be emptied yet: {error}");
        }
        Ok(answer)
    }

    /// Empties the database's journal, if it may still hold what was erased. When a long read is in the way, it is done
    /// with the next call.
    pub(super) fn overwrite_erased(&self, patience: u32) -> Result<(), StoreError> {
        if !self.overwriting.swap(false, Ordering::Relaxed) {
            return Ok(());
        }
        let done = self.store.overwrite_deleted(patience);
        if !matches!(done, Ok(true)) {
            self.overwriting.store(true, Ordering::Relaxed);
        }
        done.map(drop)
    }

    /// What a withdrawal did, and who has confirmed it. Of a copy, that is for the hub to say from which it is.
    ///
    /// # Errors
    /// [`EditError::NoItem`] when there is no such item, or consent was not withdrawn.
    pub fn withdrawal(&self, collection: &'static Collection, id: &str) -> Result<Value, EditError> {
        let withdrawal = self.store.look(|transaction| {
            let item = item_of(transaction, collection, id)?;
            transaction.withdrawal(&item.id)?.filter(|_| item.origin.is_none()).ok_or(EditError::NoItem)
        })?;
        let mut report = report(&withdrawal);
        if let (Some(seq), Some(members)) = (withdrawal.seq, report.as_object_mut()) {
            members.insert("mirrors".to_owned(), Value::Array(self.confirmations(seq)?));
        }
        Ok(report)
    }

    /// Erases an entry, a copy too: it is gone, its text and its slugs with it, from every table in which they stand.
    pub(in crate::hub) fn erase(
        &self,
        transaction: &mut Transaction<'_>,
        collection: &'static Collection,
        item: &Item,
        erasure: &Erasure<'_>,
    ) -> Result<Withdrawal, EditError> {
        let Erasure { reason, purge_by, successor } = *erasure;
        let mut slugs = transaction.slugs_to(&item.id)?;
        slugs.push(item.slug.clone());
        // Other drafts may name it by a slug that it had as a draft only.
        for document in transaction.documents_of(&item.id)? {
            let document: Value = serde_json::from_str(&document).unwrap_or_default();
            slugs.extend(document.get("slug").and_then(Value::as_str).map(str::to_owned));
        }
        let seq = if item.state.was_public() {
            let seq = self.take_away(transaction, item, reason, successor)?;
            transaction.log_purge(&item.id, purge_by)?;
            Some(seq)
        } else {
            None
        };
        slugs.sort_unstable();
        slugs.dedup();
        let (mut references_rewritten, mut answers_naming) = (0, transaction.forget_import_answers(&item.id)?);
        for slug in &slugs {
            answers_naming += transaction.forget_answers_naming(slug, &item.id)?;
            for (item_id, rev, document) in transaction.revisions_naming(slug, &item.id)? {
                if let Some(rewritten) = with_id_for_slug(&document, collection, slug, &item.id) {
                    transaction.rewrite_revision(&item_id, rev, &rewritten)?;
                    references_rewritten += 1;
                }
            }
        }
        let erased = transaction.erase_item(&item.id)?;
        transaction.update_item(&Item {
            state: ItemState::Erased,
            slug: erased_slug(&item.id),
            title: String::new(),
            title_key: String::new(),
            review_by: None,
            publish_at: None,
            redirect_to: successor.map(str::to_owned),
            ..item.clone()
        })?;
        let withdrawal = Withdrawal {
            item_id: item.id.clone(),
            withdrawn_at: self.now(),
            seq,
            revisions_erased: erased.revisions,
            answers_erased: erased.answers + answers_naming,
            audit_erased: erased.audit,
            references_rewritten,
        };
        transaction.put_withdrawal(&withdrawal)?;
        Ok(withdrawal)
    }
}

/// The report of a withdrawal.
fn report(withdrawal: &Withdrawal) -> Value {
    let mut report = json!({
        "id": withdrawal.item_id,
        "withdrawn_at": withdrawal.withdrawn_at,
        "steps": {
            "public_entry_removed": withdrawal.seq.is_some(),
            "revisions_erased": withdrawal.revisions_erased,
            "kept_answers_erased": withdrawal.answers_erased,
            "audit_notes_erased": withdrawal.audit_erased,
            "references_rewritten": withdrawal.references_rewritten,
        },
        "mirrors": [],
    });
    if let (Some(seq), Some(members)) = (withdrawal.seq, report.as_object_mut()) {
        members.insert("seq".to_owned(), json!(seq));
        members.insert("purge_by".to_owned(), json!(purge_by(withdrawal.withdrawn_at)));
    }
    report
}
