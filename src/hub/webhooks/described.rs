//! Webhooks as they are asked for and answered: what is sent by those who keep them, and what they are shown.

use serde::{Deserialize, Deserializer, Serialize};

use crate::model::values::Instant;
use crate::model::{Faults, collection};
use crate::store::{DeliveryOutcome, Webhook, WebhookState};

/// An endpoint that is to be made.
#[derive(Debug, Clone, Deserialize)]
pub struct NewWebhook {
    /// What it is called.
    pub name: String,
    /// Where messages go.
    pub url: String,
    /// The collections that it is told of; all of them if it is not said.
    pub types: Option<Vec<String>>,
    /// The first place in the sequence that it is told of; what comes next if it is not said.
    pub from_seq: Option<i64>,
}

/// What is to be changed of an endpoint, as a merge patch.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct WebhookPatch {
    /// What it is called.
    #[serde(deserialize_with = "said")]
    pub name: Option<Option<String>>,
    /// Where messages go.
    #[serde(deserialize_with = "said")]
    pub url: Option<Option<String>>,
    /// The collections that it is told of; null for all of them.
    #[serde(deserialize_with = "said")]
    pub types: Option<Option<Vec<String>>>,
}

/// Tells a member that is null from one that is not there.
fn said<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// An endpoint as those who keep it see it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WebhookFacts {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Where messages go.
    pub url: String,
    /// The collections that it is told of; all of them when this is absent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub types: Vec<String>,
    /// Whether it is told.
    pub state: WebhookState,
    /// Why it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// How far in the sequence it has been told.
    pub seq: i64,
    /// The history that this place belongs to.
    pub epoch: String,
    /// Attempts that failed since the last that did not.
    pub failures: i32,
    /// When the first of them was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_failed_at: Option<Instant>,
    /// Before which no other is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_attempt_at: Option<Instant>,
    /// When it was made.
    pub created_at: Instant,
    /// Until when the secret before signs, too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rotating_until: Option<Instant>,
}

/// Which attempts at an endpoint.
#[derive(Debug, Clone, Default)]
pub struct DeliveryQuery {
    /// Those with this outcome.
    pub outcome: Option<DeliveryOutcome>,
    /// Older than this one.
    pub before: Option<String>,
    /// At most so many.
    pub limit: i64,
}

impl WebhookFacts {
    /// What is told of an endpoint at a moment.
    pub(super) fn of(webhook: Webhook, now: Instant) -> Self {
        Self {
            id: webhook.id,
            name: webhook.name,
            url: webhook.url,
            types: webhook.types.0,
            state: webhook.state,
            reason: webhook.reason,
            seq: webhook.seq,
            epoch: webhook.epoch,
            failures: webhook.failures,
            first_failed_at: webhook.first_failed_at,
            next_attempt_at: webhook.next_attempt_at,
            created_at: webhook.created_at,
            rotating_until: webhook.previous_until.filter(|until| *until > now),
        }
    }
}

/// A name, without the spaces around it.
pub(super) fn checked_name(name: &str, faults: &mut Faults) -> String {
    let name = name.trim();
    let sound = (1..=200).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    faults.unless(sound, "/name", "required", "A name of 1 to 200 characters is needed.");
    name.to_owned()
}

/// Collections, each once.
pub(super) fn checked_types(types: &[String], faults: &mut Faults) -> Vec<String> {
    let mut sound: Vec<String> = Vec::new();
    for (place, name) in types.iter().enumerate() {
        match collection(name) {
            Some(_) if sound.contains(name) => {}
            Some(_) => sound.push(name.clone()),
            None => faults.add(format!("/types/{place}"), "unknown-collection", "This is not a collection of the hub."),
        }
    }
    sound
}
