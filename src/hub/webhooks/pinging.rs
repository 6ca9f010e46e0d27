//! A message that somebody asks for, to see whether an endpoint answers. It moves no cursor and changes no state, and
//! paused endpoints are pinged, too.

use std::time::Duration;

use serde_json::json;
use uuid::Uuid;

use super::managing::known;
use super::messages;
use crate::hub::Hub;
use crate::hub::editing::{Actor, Answer, Done, EditError, Once};
use crate::model::values::{Instant, SigningSecret};
use crate::store::{self, Delivery, DeliveryOutcome, StoreError, Webhook};
use crate::webhooks::{Attempt, Message, Sender};

/// How long an endpoint has to answer.
const TIMEOUT: Duration = Duration::from_secs(15);

/// How a ping begins.
#[derive(Debug)]
pub enum PingStart {
    /// It was asked for before, and this came of it.
    Answered(Answer),
    /// It is to be sent.
    Send(Box<Ping>),
}

/// A ping that is to be sent.
#[derive(Debug)]
pub struct Ping {
    webhook: Webhook,
    message: Message,
    secrets: Vec<SigningSecret>,
    at: Instant,
    sender: Sender,
}

impl Ping {
    /// Sends it.
    pub async fn send(&self) -> Attempt {
        self.sender.send(&self.webhook.url, &self.message, &self.secrets, self.at).await
    }
}

/// The secrets that sign just now, the newest first.
pub(super) fn live_secrets(webhook: &Webhook, now: Instant) -> Vec<SigningSecret> {
    let previous = webhook.previous_secret.clone().filter(|_| webhook.previous_until.is_some_and(|until| until > now));
    std::iter::once(webhook.secret.clone()).chain(previous).collect()
}

/// The note of an attempt.
pub(super) fn delivery_of(webhook: &Webhook, message_id: &str, kind: &str, at: Instant, attempt: &Attempt) -> Delivery {
    let outcome = if attempt.error.is_none() { DeliveryOutcome::Delivered } else { DeliveryOutcome::Failed };
    Delivery {
        id: Uuid::now_v7().to_string(),
        webhook_id: webhook.id.clone(),
        message_id: message_id.to_owned(),
        message_type: kind.to_owned(),
        seq: None,
        collection: None,
        entry_id: None,
        attempt: 1,
        at,
        duration_ms: i64::try_from(attempt.duration.as_millis()).unwrap_or(i64::MAX),
        outcome,
        status: attempt.status.map(i32::from),
        error: attempt.error.map(|error| error.as_str().to_owned()),
    }
}

impl Hub {
    /// Makes a ping ready, unless this request was answered before.
    ///
    /// # Errors
    /// [`EditError::NoItem`].
    pub fn begin_ping(&self, actor: &Actor, once: Option<&Once>, id: &str) -> Result<PingStart, EditError> {
        if let Some(answer) = self.answered(actor, once)? {
            return Ok(PingStart::Answered(answer));
        }
        let webhook = self.store.read(|connection| store::webhook(connection, id))?.ok_or(EditError::NoItem)?;
        let at = self.now();
        let sender = Sender::new(self.targets.clone(), TIMEOUT, false).map_err(StoreError::Failed)?;
        let (message, secrets) = (messages::ping(&webhook, at), live_secrets(&webhook, at));
        Ok(PingStart::Send(Box::new(Ping { webhook, message, secrets, at, sender })))
    }

    /// Notes what came of a ping, and answers it.
    ///
    /// # Errors
    /// [`EditError::NoItem`] when the endpoint was deleted meanwhile.
    pub fn end_ping(
        &self,
        actor: &Actor,
        once: Option<&Once>,
        ping: &Ping,
        attempt: &Attempt,
    ) -> Result<(Answer, bool), EditError> {
        let delivery = delivery_of(&ping.webhook, &ping.message.id, "hub.ping", ping.at, attempt);
        self.perform(actor, once, |transaction| {
            known(transaction, &ping.webhook.id)?;
            transaction.note_delivery(&delivery)?;
            let answer = Answer { created: false, item: None, rev: None, body: json!({ "delivery": delivery }) };
            Ok(Done { action: "webhook-ping", answer, seq: None, note: Some(ping.webhook.id.clone()) })
        })
    }
}
