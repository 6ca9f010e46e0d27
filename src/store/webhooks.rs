//! Webhooks: who is told of changes, and how far each has been told. What people decide is written with the hub's
//! sequence held; where a cursor stands is written beside it, by the node that holds the endpoint's lease.

use diesel::prelude::*;

use super::deliveries::{Delivery, keep_delivery};
use super::error::StoreError;
use super::handle::Store;
use super::transaction::Transaction;
use crate::database::Connection;
use crate::database::schema::webhooks;
use crate::model::values::{Instant, Json, SigningSecret, closed_list};

closed_list! {
    /// Whether an endpoint is told of changes.
    pub enum WebhookState {
        /// It is.
        Active = "active",
        /// It is not: somebody paused it, or it failed for too long. Its place in the log is kept.
        Paused = "paused",
        /// It is not: it answered that it is gone for good.
        Disabled = "disabled",
    }
}

/// An endpoint that is told of changes.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = webhooks, treat_none_as_default_value = false)]
pub struct Webhook {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Where messages go.
    pub url: String,
    /// The collections that it is told of; all when there are none.
    pub types: Json<Vec<String>>,
    /// Whether it is told.
    pub state: WebhookState,
    /// Why it is not.
    pub reason: Option<String>,
    /// How far in the sequence it has been told.
    pub seq: i64,
    /// The history that this place belongs to.
    pub epoch: String,
    /// How often it was sent back.
    pub replays: i64,
    /// Attempts that failed since the last that did not.
    pub failures: i32,
    /// When the first of them was.
    pub first_failed_at: Option<Instant>,
    /// Before which no other is made.
    pub next_attempt_at: Option<Instant>,
    /// When it was made.
    pub created_at: Instant,
    /// What signs.
    pub secret: SigningSecret,
    /// What signs, too, while its owner changes over.
    pub previous_secret: Option<SigningSecret>,
    /// Until when.
    pub previous_until: Option<Instant>,
    /// The node that delivers.
    pub leased_by: Option<String>,
    /// Until when no other does.
    pub leased_until: Option<Instant>,
}

/// How an attempt moved an endpoint on.
#[derive(Debug, Clone, PartialEq, AsChangeset)]
#[diesel(table_name = webhooks, treat_none_as_null = true)]
pub struct Progress {
    /// How far it has been told.
    pub seq: i64,
    /// In which history.
    pub epoch: String,
    /// Attempts that failed since the last that did not.
    pub failures: i32,
    /// When the first of them was.
    pub first_failed_at: Option<Instant>,
    /// Before which no other is made.
    pub next_attempt_at: Option<Instant>,
    /// Until when this node delivers.
    pub leased_until: Option<Instant>,
}

/// Every endpoint, the oldest first.
///
/// # Errors
/// Whatever the database says.
pub fn all_webhooks(connection: &mut Connection) -> Result<Vec<Webhook>, StoreError> {
    Ok(webhooks::table.order((webhooks::created_at, webhooks::id)).select(Webhook::as_select()).load(connection)?)
}

/// An endpoint by its id.
///
/// # Errors
/// Whatever the database says.
pub fn webhook(connection: &mut Connection, id: &str) -> Result<Option<Webhook>, StoreError> {
    Ok(webhooks::table.find(id).select(Webhook::as_select()).get_result(connection).optional()?)
}

impl Transaction<'_> {
    /// Keeps a new endpoint.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn insert_webhook(&mut self, webhook: &Webhook) -> Result<(), StoreError> {
        diesel::insert_into(webhooks::table).values(webhook).execute(self.connection())?;
        Ok(())
    }

    /// Gives an endpoint another name, address and scope. Its cursor stays where the deliverer has it.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn describe_webhook(&mut self, id: &str, name: &str, url: &str, types: &[String]) -> Result<(), StoreError> {
        diesel::update(webhooks::table.find(id))
            .set((webhooks::name.eq(name), webhooks::url.eq(url), webhooks::types.eq(Json(types.to_vec()))))
            .execute(self.connection())?;
        Ok(())
    }

    /// Lets an endpoint be told, or not, and forgets how often it failed when it is.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn set_webhook_state(&mut self, id: &str, state: WebhookState, reason: Option<&str>) -> Result<(), StoreError> {
        let row = webhooks::table.find(id);
        diesel::update(row).set((webhooks::state.eq(state), webhooks::reason.eq(reason))).execute(self.connection())?;
        if state == WebhookState::Active {
            self.forget_failures(id)?;
        }
        Ok(())
    }

    /// Has the next attempt made at once, as if none had failed.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn forget_failures(&mut self, id: &str) -> Result<(), StoreError> {
        diesel::update(webhooks::table.find(id))
            .set((
                webhooks::failures.eq(0),
                webhooks::first_failed_at.eq(None::<Instant>),
                webhooks::next_attempt_at.eq(None::<Instant>),
            ))
            .execute(self.connection())?;
        Ok(())
    }

    /// Gives an endpoint a new secret; the one before signs, too, until a moment.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn rotate_webhook(
        &mut self,
        id: &str,
        before: &SigningSecret,
        secret: &SigningSecret,
        until: Instant,
    ) -> Result<(), StoreError> {
        diesel::update(webhooks::table.find(id))
            .set((
                webhooks::secret.eq(secret),
                webhooks::previous_secret.eq(Some(before)),
                webhooks::previous_until.eq(Some(until)),
            ))
            .execute(self.connection())?;
        Ok(())
    }

    /// Sends an endpoint back to a place in the sequence, unless it has not come so far. Answers whether it was.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn replay_webhook(&mut self, id: &str, seq: i64) -> Result<bool, StoreError> {
        let moved = diesel::update(webhooks::table.find(id).filter(webhooks::seq.ge(seq)))
            .set((webhooks::seq.eq(seq), webhooks::replays.eq(webhooks::replays + 1)))
            .execute(self.connection())?;
        Ok(moved > 0)
    }

    /// Forgets an endpoint and what was sent to it. Answers whether it was there.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn delete_webhook(&mut self, id: &str) -> Result<bool, StoreError> {
        Ok(diesel::delete(webhooks::table.find(id)).execute(self.connection())? > 0)
    }
}

impl Store {
    /// Takes an active endpoint for a node until a moment, unless another node has it. Answers the endpoint as it then is.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn lease_webhook(
        &self,
        id: &str,
        node: &str,
        now: Instant,
        until: Instant,
    ) -> Result<Option<Webhook>, StoreError> {
        self.beside(|connection| {
            let free = webhooks::leased_by
                .is_null()
                .or(webhooks::leased_by.eq(node))
                .or(webhooks::leased_until.is_null())
                .or(webhooks::leased_until.lt(now));
            let row = webhooks::table.filter(webhooks::id.eq(id)).filter(webhooks::state.eq(WebhookState::Active));
            let taken = diesel::update(row.filter(free))
                .set((webhooks::leased_by.eq(Some(node)), webhooks::leased_until.eq(Some(until))))
                .execute(connection)?;
            if taken == 0 { Ok(None) } else { webhook(connection, id) }
        })
    }

    /// Moves an endpoint on after an attempt, and notes the attempt, if there was one. Answers the endpoint as it then
    /// is; nothing when another node has it, or it was sent back meanwhile, so that this attempt says nothing of it any
    /// more.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn move_webhook(
        &self,
        before: &Webhook,
        progress: &Progress,
        delivery: Option<&Delivery>,
    ) -> Result<Option<Webhook>, StoreError> {
        self.beside(|connection| {
            let moved = diesel::update(
                webhooks::table
                    .filter(webhooks::id.eq(&before.id))
                    .filter(webhooks::leased_by.eq(before.leased_by.as_deref()))
                    .filter(webhooks::replays.eq(before.replays)),
            )
            .set(progress)
            .execute(connection)?;
            if moved == 0 {
                return Ok(None);
            }
            if let Some(delivery) = delivery {
                keep_delivery(connection, delivery)?;
            }
            webhook(connection, &before.id)
        })
    }

    /// Lets go of every endpoint that a node has.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn release_webhooks(&self, node: &str) -> Result<(), StoreError> {
        self.beside(|connection| {
            diesel::update(webhooks::table.filter(webhooks::leased_by.eq(node)))
                .set((webhooks::leased_by.eq(None::<String>), webhooks::leased_until.eq(None::<Instant>)))
                .execute(connection)?;
            Ok(())
        })
    }
}
