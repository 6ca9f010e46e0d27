//! Webhooks as those who keep them see them: made, changed, paused, sent back, given another secret. A secret is in the
//! answer that makes it and in no other.

use serde_json::{Value, json};
use uuid::Uuid;

use super::described::{DeliveryQuery, NewWebhook, WebhookFacts, WebhookPatch, checked_name, checked_types};
use crate::hub::Hub;
use crate::hub::editing::{Actor, Answer, Done, EditError, Once, with_secret};
use crate::hub::keys::random;
use crate::model::values::{Instant, Json, SigningSecret};
use crate::model::{Fault, Faults};
use crate::store::{self, StoreError, Transaction, Webhook, WebhookState};

/// How many endpoints a hub has at most.
pub const MAX_WEBHOOKS: usize = 50;

/// For how long the secret before a rotation signs, too, if it is not said: a day, in seconds.
const OVERLAP: i64 = 24 * 60 * 60;

/// The longest that it does: a week.
const LONGEST_OVERLAP: i64 = 7 * OVERLAP;

impl Hub {
    /// Makes an endpoint, and answers it with its secret, which is never shown again: not even for a request that comes
    /// again.
    ///
    /// # Errors
    /// [`EditError::Faults`] when its address is not taken, or there are too many already.
    pub fn make_webhook(
        &self,
        actor: &Actor,
        once: Option<&Once>,
        asked: &NewWebhook,
    ) -> Result<(Answer, bool), EditError> {
        let mut faults = Faults::default();
        let name = checked_name(&asked.name, &mut faults);
        let url = self.checked_url(&asked.url, &mut faults);
        let types = checked_types(asked.types.as_deref().unwrap_or_default(), &mut faults);
        let not_negative = asked.from_seq.is_none_or(|from| from >= 0);
        faults.unless(not_negative, "/from_seq", "invalid-value", "A place in the sequence is 0 or more.");
        faults.or(()).map_err(EditError::Faults)?;
        let (secret, now) = (SigningSecret::of(&random()?), self.now());
        let shown = secret.as_str().to_owned();
        let outcome = self.perform(actor, once, |transaction| {
            let mut faults = Faults::default();
            let count = transaction.see(store::all_webhooks)?.len();
            faults.unless(count < MAX_WEBHOOKS, "", "too-many-webhooks", "A hub has 50 webhooks at most.");
            let (last_seq, epoch) = transaction.see(store::position)?;
            let from = asked.from_seq.unwrap_or(last_seq + 1);
            faults.unless(from <= last_seq + 1, "/from_seq", "not-reached", "The hub has not come so far.");
            faults.or(()).map_err(EditError::Faults)?;
            let webhook = Webhook {
                id: Uuid::now_v7().to_string(),
                name,
                url,
                types: Json(types),
                state: WebhookState::Active,
                reason: None,
                seq: (from - 1).max(0),
                epoch,
                replays: 0,
                failures: 0,
                first_failed_at: None,
                next_attempt_at: None,
                created_at: now,
                secret,
                previous_secret: None,
                previous_until: None,
                leased_by: None,
                leased_until: None,
            };
            transaction.insert_webhook(&webhook)?;
            Ok(self.webhook_done("webhook-create", true, webhook, None))
        })?;
        self.webhooks_changed.send_replace(());
        Ok(with_secret(outcome, "secret", shown))
    }

    /// Every endpoint.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn webhooks(&self) -> Result<Vec<WebhookFacts>, StoreError> {
        let found = self.store.read(store::all_webhooks)?;
        Ok(found.into_iter().map(|webhook| WebhookFacts::of(webhook, self.now())).collect())
    }

    /// One endpoint.
    ///
    /// # Errors
    /// [`EditError::NoItem`].
    pub fn webhook(&self, id: &str) -> Result<WebhookFacts, EditError> {
        let found = self.store.read(|connection| store::webhook(connection, id))?;
        found.map(|webhook| WebhookFacts::of(webhook, self.now())).ok_or(EditError::NoItem)
    }

    /// Changes an endpoint. Another address is tried at once, however often the one before failed.
    ///
    /// # Errors
    /// [`EditError::NoItem`], [`EditError::Faults`].
    pub fn patch_webhook(&self, actor: &Actor, id: &str, patch: &WebhookPatch) -> Result<(Answer, bool), EditError> {
        let mut faults = Faults::default();
        let needed = |pointer: &str, faults: &mut Faults| {
            faults.add(pointer, "required", "This cannot be taken away.");
            String::new()
        };
        let name = patch.name.as_ref().map(|name| match name {
            Some(name) => checked_name(name, &mut faults),
            None => needed("/name", &mut faults),
        });
        let url = patch.url.as_ref().map(|url| match url {
            Some(url) => self.checked_url(url, &mut faults),
            None => needed("/url", &mut faults),
        });
        let types = patch.types.as_ref().map(|types| checked_types(types.as_deref().unwrap_or_default(), &mut faults));
        faults.or(()).map_err(EditError::Faults)?;
        let outcome = self.perform(actor, None, |transaction| {
            let before = known(transaction, id)?;
            let moved = url.as_ref().is_some_and(|url| *url != before.url);
            let changed: Vec<&str> = [("name", name.is_some()), ("url", moved), ("types", types.is_some())]
                .into_iter()
                .filter_map(|(member, changed)| changed.then_some(member))
                .collect();
            transaction.describe_webhook(
                id,
                name.as_ref().unwrap_or(&before.name),
                url.as_ref().unwrap_or(&before.url),
                types.as_ref().unwrap_or(&before.types),
            )?;
            if moved {
                transaction.forget_failures(id)?;
            }
            let after = known(transaction, id)?;
            Ok(self.webhook_done("webhook-change", false, after, Some(&changed.join(", "))))
        })?;
        self.webhooks_changed.send_replace(());
        Ok(outcome)
    }

    /// Forgets an endpoint and what was sent to it.
    ///
    /// # Errors
    /// [`EditError::NoItem`].
    pub fn delete_webhook(&self, actor: &Actor, id: &str) -> Result<(), EditError> {
        self.perform(actor, None, |transaction| {
            if !transaction.delete_webhook(id)? {
                return Err(EditError::NoItem);
            }
            let answer = Answer { created: false, item: None, rev: None, body: Value::Null };
            Ok(Done { action: "webhook-delete", answer, seq: None, note: Some(id.to_owned()) })
        })?;
        Ok(())
    }

    /// Pauses an endpoint, or lets it be told again from where it stands, at once, however often it failed.
    ///
    /// # Errors
    /// [`EditError::NoItem`].
    pub fn set_webhook(
        &self,
        actor: &Actor,
        once: Option<&Once>,
        id: &str,
        active: bool,
    ) -> Result<(Answer, bool), EditError> {
        let (action, state, reason) = match active {
            true => ("webhook-resume", WebhookState::Active, None),
            false => ("webhook-pause", WebhookState::Paused, Some("paused by hand")),
        };
        let outcome = self.perform(actor, once, |transaction| {
            known(transaction, id)?;
            transaction.set_webhook_state(id, state, reason)?;
            let after = known(transaction, id)?;
            Ok(self.webhook_done(action, false, after, None))
        })?;
        self.webhooks_changed.send_replace(());
        Ok(outcome)
    }

    /// Sends an endpoint back: it is told once more of everything from a place in the sequence on.
    ///
    /// # Errors
    /// [`EditError::NoItem`]; [`EditError::Faults`] when it has not come so far, or stands in another history.
    pub fn replay_webhook(
        &self,
        actor: &Actor,
        once: Option<&Once>,
        id: &str,
        from_seq: i64,
    ) -> Result<(Answer, bool), EditError> {
        let refused = |code, detail: &str| {
            EditError::Faults(vec![Fault { pointer: "/from_seq".to_owned(), code, detail: detail.to_owned() }])
        };
        let outcome = self.perform(actor, once, |transaction| {
            let before = known(transaction, id)?;
            let (_, epoch) = transaction.see(store::position)?;
            if before.epoch != epoch {
                return Err(refused(
                    "epoch-changed",
                    "The endpoint is still to be told that the hub has another history; send it back after that.",
                ));
            }
            if from_seq < 0 {
                return Err(refused("invalid-value", "A place in the sequence is 0 or more."));
            }
            if !transaction.replay_webhook(id, (from_seq - 1).max(0))? {
                return Err(refused("not-reached", "The endpoint has not come so far; it is only ever sent back."));
            }
            let after = known(transaction, id)?;
            Ok(self.webhook_done("webhook-replay", false, after, Some(&format!("from {from_seq}"))))
        })?;
        self.webhooks_changed.send_replace(());
        Ok(outcome)
    }

    /// Gives an endpoint a new secret. The one before signs, too, for some seconds, so that its owner can change over.
    ///
    /// # Errors
    /// [`EditError::NoItem`]; [`EditError::Faults`] when that is too long.
    pub fn rotate_webhook(
        &self,
        actor: &Actor,
        once: Option<&Once>,
        id: &str,
        overlap: Option<i64>,
    ) -> Result<(Answer, bool), EditError> {
        let overlap = overlap.unwrap_or(OVERLAP);
        let mut faults = Faults::default();
        let sound = (0..=LONGEST_OVERLAP).contains(&overlap);
        faults.unless(sound, "/overlap_seconds", "invalid-value", "From 0 to 604,800 seconds are taken.");
        faults.or(()).map_err(EditError::Faults)?;
        let (secret, until) = (SigningSecret::of(&random()?), self.now().millis() + overlap * 1000);
        let outcome = self.perform(actor, once, |transaction| {
            let before = known(transaction, id)?;
            transaction.rotate_webhook(id, &before.secret, &secret, Instant::from_millis(until))?;
            let after = known(transaction, id)?;
            Ok(self.webhook_done("webhook-rotate", true, after, None))
        })?;
        Ok(with_secret(outcome, "secret", secret.as_str().to_owned()))
    }

    /// What was sent to an endpoint lately, the latest first.
    ///
    /// # Errors
    /// [`EditError::NoItem`].
    pub fn deliveries(&self, id: &str, query: &DeliveryQuery) -> Result<Value, EditError> {
        let found = self.store.snapshot(|connection| {
            let known = store::webhook(connection, id)?.is_some();
            let (before, limit) = (query.before.as_deref(), query.limit + 1);
            Ok(known.then_some(store::deliveries_of(connection, id, query.outcome, before, limit)?))
        })?;
        let found = found.ok_or(EditError::NoItem)?;
        let more = found.len() as i64 > query.limit;
        let page: Vec<_> = found.into_iter().take(query.limit as usize).collect();
        let mut meta = json!({ "limit": query.limit });
        let next = page.last().filter(|_| more).map(|delivery| json!(delivery.id));
        if let (Some(next), Some(meta)) = (next, meta.as_object_mut()) {
            meta.insert("next_before".to_owned(), next);
        }
        Ok(json!({ "data": page, "meta": meta }))
    }

    fn checked_url(&self, text: &str, faults: &mut Faults) -> String {
        match self.targets.register(text) {
            Ok(url) => url.into(),
            Err(why) => {
                let (code, detail) = why.told();
                faults.add("/url", code, detail);
                String::new()
            }
        }
    }

    /// A write that was done, as the audit notes it: with the endpoint's id, and never with its address or secret.
    fn webhook_done(&self, action: &'static str, created: bool, webhook: Webhook, about: Option<&str>) -> Done {
        let note = match about.filter(|about| !about.is_empty()) {
            Some(about) => format!("{}: {about}", webhook.id),
            None => webhook.id.clone(),
        };
        let body = json!({ "webhook": WebhookFacts::of(webhook, self.now()) });
        Done { action, answer: Answer { created, item: None, rev: None, body }, seq: None, note: Some(note) }
    }
}

/// The endpoint of an id, inside a transaction.
pub(super) fn known(transaction: &mut Transaction<'_>, id: &str) -> Result<Webhook, EditError> {
    transaction.see(|connection| store::webhook(connection, id))?.ok_or(EditError::NoItem)
}
