//! What was sent to each endpoint and what came of it: the latest attempts, not all there ever were.

use diesel::prelude::*;

use super::error::StoreError;
use super::transaction::Transaction;
use crate::database::Connection;
use crate::database::schema::webhook_deliveries;
use crate::model::values::{DAY, Instant, closed_list};

/// How many attempts are kept of an endpoint.
const KEPT: i64 = 500;

/// For how long, in milliseconds: thirty days.
const KEPT_FOR: i64 = 30 * DAY;

closed_list! {
    /// What came of an attempt.
    pub enum DeliveryOutcome {
        /// The endpoint has taken the message.
        Delivered = "delivered",
        /// It has not.
        Failed = "failed",
    }
}

/// One attempt to hand over a message.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, serde::Serialize)]
#[diesel(table_name = webhook_deliveries, treat_none_as_default_value = false)]
pub struct Delivery {
    /// Its id, a UUIDv7: later ones are greater.
    pub id: String,
    /// The endpoint.
    #[serde(skip)]
    pub webhook_id: String,
    /// The `webhook-id` of the message.
    #[serde(rename = "webhook_id")]
    pub message_id: String,
    /// What the message says.
    pub message_type: String,
    /// The place in the sequence that it tells of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seq: Option<i64>,
    /// The collection of the entry that it tells of.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub collection: Option<String>,
    /// The entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry_id: Option<String>,
    /// Which attempt it was, from 1.
    pub attempt: i32,
    /// When it was made.
    pub at: Instant,
    /// How long it took.
    pub duration_ms: i64,
    /// What came of it.
    pub outcome: DeliveryOutcome,
    /// The status of the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<i32>,
    /// Why it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// Attempts at an endpoint, the latest first: those with an outcome, or all; before one, at most `limit`.
///
/// # Errors
/// Whatever the database says.
pub fn deliveries_of(
    connection: &mut Connection,
    webhook_id: &str,
    outcome: Option<DeliveryOutcome>,
    before: Option<&str>,
    limit: i64,
) -> Result<Vec<Delivery>, StoreError> {
    let mut query = webhook_deliveries::table
        .filter(webhook_deliveries::webhook_id.eq(webhook_id))
        .order(webhook_deliveries::id.desc())
        .limit(limit)
        .select(Delivery::as_select())
        .into_boxed();
    if let Some(outcome) = outcome {
        query = query.filter(webhook_deliveries::outcome.eq(outcome));
    }
    if let Some(id) = before {
        query = query.filter(webhook_deliveries::id.lt(id));
    }
    Ok(query.load(connection)?)
}

/// Notes an attempt, and forgets those of its endpoint that are too many or too old.
pub(super) fn keep_delivery(connection: &mut Connection, delivery: &Delivery) -> Result<(), StoreError> {
    diesel::insert_into(webhook_deliveries::table).values(delivery).execute(connection)?;
    let of_it = || webhook_deliveries::webhook_id.eq(&delivery.webhook_id);
    let oldest: Option<String> = webhook_deliveries::table
        .filter(of_it())
        .order(webhook_deliveries::id.desc())
        .offset(KEPT)
        .limit(1)
        .select(webhook_deliveries::id)
        .get_result(connection)
        .optional()?;
    let before = Instant::from_millis(delivery.at.millis() - KEPT_FOR);
    let over = webhook_deliveries::id.le(oldest.unwrap_or_default()).or(webhook_deliveries::at.lt(before));
    diesel::delete(webhook_deliveries::table.filter(of_it()).filter(over)).execute(connection)?;
    Ok(())
}

impl Transaction<'_> {
    /// Notes an attempt that somebody asked for.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn note_delivery(&mut self, delivery: &Delivery) -> Result<(), StoreError> {
        keep_delivery(self.connection(), delivery)
    }
}
