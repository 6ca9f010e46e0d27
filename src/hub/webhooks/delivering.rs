//! One endpoint's turn: everything that it is yet to be told, in the order of the log, each message taken before the next
//! is sent. Only what the catalogue of this node shows is told of, and only by the node that holds the lease.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::Semaphore;

use super::deliverer::DeliverySettings;
use super::messages::{Telling, epoch_changed, telling};
use super::pinging::{delivery_of, live_secrets};
use crate::hub::Hub;
use crate::hub::editing::{Actor, Answer, Done, EditError};
use crate::model::values::Instant;
use crate::store::{self, Change, Delivery, Progress, StoreError, Webhook, WebhookState};
use crate::webhooks::{Attempt, Sender};

/// Changes that are read at once.
const BATCH: usize = 100;

/// How far the place that is kept may lie behind the one that was looked at without anything to tell.
const FAR: i64 = 1000;

/// What a lease must still have beyond an attempt, to write down what came of it.
const MARGIN: Duration = Duration::from_secs(5);

/// How an endpoint's turn ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Turn {
    /// It was told of everything up to this place, after so many replays, in this history.
    Told(i64, i64, String),
    /// It is to be tried again when its row says so.
    Later,
    /// Nothing could be done just now.
    Stuck,
}

/// What the turns of all endpoints share.
pub struct Courier {
    pub(super) hub: Arc<Hub>,
    pub(super) settings: DeliverySettings,
    pub(super) sender: Sender,
    /// The name of this deliverer in leases.
    pub(super) node: String,
    pub(super) stopping: AtomicBool,
    /// Bounds the threads that wait for the database, so that readers of the API always find a connection.
    pub(super) asking: Arc<Semaphore>,
}

/// What stands in the log behind a cursor.
enum Ahead {
    /// These changes, all of which the catalogue shows, and the place that it shows.
    Changes(Vec<Change>, i64),
    /// Another history, which ends here.
    Epoch(i64, String),
    /// More than the catalogue shows: it is about to follow.
    NotYet,
}

impl Courier {
    pub(super) fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }

    /// Asks the hub on a thread that may wait for the database. What is asked is done even if nobody waits for it any more.
    pub(super) async fn ask<T: Send + 'static>(
        self: &Arc<Self>,
        question: impl FnOnce(&Hub) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let failed = |error: String| StoreError::Failed(error);
        let turn = Arc::clone(&self.asking).acquire_owned().await.map_err(|error| failed(error.to_string()))?;
        let hub = Arc::clone(&self.hub);
        let asked = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            question(&hub)
        });
        asked.await.map_err(|error| failed(error.to_string()))?
    }

    /// Tells an endpoint what it is yet to be told, beginning behind a place that is known to hold nothing for it.
    pub(super) async fn turn(self: Arc<Self>, id: String, looked_to: i64) -> Turn {
        match self.tell_all(&id, looked_to).await {
            Ok(turn) => turn,
            Err(error) => {
                log::warn!("webhook {id}: {error}");
                Turn::Stuck
            }
        }
    }

    async fn tell_all(self: &Arc<Self>, id: &str, looked_to: i64) -> Result<Turn, StoreError> {
        let Some(mut webhook) = self.lease(id).await? else { return Ok(Turn::Stuck) };
        let mut place = looked_to.max(webhook.seq);
        loop {
            if self.is_stopping() {
                return Ok(Turn::Later);
            }
            let (cursor, from) = (webhook.clone(), place);
            match self.ask(move |hub| ahead(hub, &cursor, from)).await? {
                Ahead::NotYet => return Ok(Turn::Stuck),
                Ahead::Epoch(seq, epoch) => {
                    let telling = epoch_changed(&self.hub, &webhook, seq, &epoch);
                    let Some(after) = self.tell(&webhook, &telling).await? else { return Ok(Turn::Later) };
                    (place, webhook) = (after.seq, after);
                }
                Ahead::Changes(changes, shown) => {
                    let end = (changes.len() < BATCH).then_some(shown);
                    for change in changes {
                        if self.is_stopping() {
                            return Ok(Turn::Later);
                        }
                        let snapshot = self.hub.catalogue();
                        if *snapshot.epoch != *webhook.epoch {
                            return Ok(Turn::Stuck);
                        }
                        if let Some(telling) = telling(&self.hub, &snapshot, &webhook, &change) {
                            let Some(after) = self.tell(&webhook, &telling).await? else { return Ok(Turn::Later) };
                            webhook = after;
                        }
                        place = change.seq;
                    }
                    // Not every number of the sequence has a change: an entry has only its latest.
                    place = end.map_or(place, |shown| place.max(shown));
                    if place - webhook.seq >= FAR {
                        let progress = Progress { seq: place, ..as_it_is(&webhook) };
                        let Some(after) = self.save(&webhook, progress, None).await? else { return Ok(Turn::Later) };
                        webhook = after;
                    }
                    if end.is_some() {
                        return Ok(Turn::Told(place, webhook.replays, webhook.epoch));
                    }
                }
            }
        }
    }

    async fn lease(self: &Arc<Self>, id: &str) -> Result<Option<Webhook>, StoreError> {
        let (id, node, lease) = (id.to_owned(), self.node.clone(), self.settings.lease);
        self.ask(move |hub| {
            let now = hub.now();
            hub.store.lease_webhook(&id, &node, now, after(now, lease))
        })
        .await
    }

    /// Sends one message. Answers the endpoint as it is when it has taken the message and is to be told more.
    async fn tell(self: &Arc<Self>, webhook: &Webhook, telling: &Telling) -> Result<Option<Webhook>, StoreError> {
        let now = self.hub.now();
        let needed = after(now, self.settings.timeout + MARGIN.min(self.settings.lease / 4));
        let leased = match webhook.leased_until.is_some_and(|until| until >= needed) {
            true => webhook.clone(),
            false => match self.lease(&webhook.id).await? {
                Some(leased) if leased.replays == webhook.replays => leased,
                _ => return Ok(None),
            },
        };
        let secrets = live_secrets(&leased, now);
        let attempt = self.sender.send(&leased.url, &telling.message, &secrets, now).await;
        let delivery = Delivery {
            seq: telling.entry.as_ref().map(|_| telling.seq),
            collection: telling.entry.as_ref().map(|(collection, _)| collection.clone()),
            entry_id: telling.entry.as_ref().map(|(_, id)| id.clone()),
            attempt: leased.failures.saturating_add(1),
            ..delivery_of(&leased, &telling.message.id, telling.kind, now, &attempt)
        };
        let (progress, given_up) = self.judge(&leased, telling, &attempt);
        let moved = self.save(&leased, progress, Some(delivery)).await?;
        if moved.is_some()
            && let Some((state, reason)) = given_up
        {
            self.give_up(&leased, state, reason).await?;
            return Ok(None);
        }
        Ok(moved.filter(|after| attempt.error.is_none() && after.state == WebhookState::Active))
    }

    /// What an attempt means for the endpoint: where it stands, when it is tried again, and whether it is given up.
    fn judge(
        &self,
        webhook: &Webhook,
        telling: &Telling,
        attempt: &Attempt,
    ) -> (Progress, Option<(WebhookState, &'static str)>) {
        let (schedule, now) = (&self.settings.schedule, self.hub.now());
        if attempt.error.is_none() {
            let progress = Progress {
                seq: telling.seq,
                epoch: telling.epoch.clone(),
                failures: 0,
                first_failed_at: None,
                next_attempt_at: None,
                leased_until: Some(after(now, self.settings.lease)),
            };
            return (progress, None);
        }
        let failures = webhook.failures.saturating_add(1);
        let first = webhook.first_failed_at.unwrap_or(now);
        let wait = schedule.wait(u32::try_from(failures).unwrap_or(u32::MAX), attempt.retry_after);
        let given_up = if attempt.is_gone() {
            Some((WebhookState::Disabled, "the endpoint answered 410 Gone"))
        } else if now >= after(first, schedule.patience) {
            Some((WebhookState::Paused, "no message was taken for too long"))
        } else {
            None
        };
        let progress = Progress {
            failures,
            first_failed_at: Some(first),
            next_attempt_at: Some(after(now, wait)),
            ..as_it_is(webhook)
        };
        (progress, given_up)
    }

    /// Writes down what came of an attempt. While the database has no time, it is tried again: the message was sent.
    async fn save(
        self: &Arc<Self>,
        before: &Webhook,
        progress: Progress,
        delivery: Option<Delivery>,
    ) -> Result<Option<Webhook>, StoreError> {
        loop {
            let (row, moved, noted) = (before.clone(), progress.clone(), delivery.clone());
            let saved = self.ask(move |hub| hub.store.move_webhook(&row, &moved, noted.as_ref())).await;
            match saved {
                Err(StoreError::Unavailable(_) | StoreError::Busy(_))
                    if !self.is_stopping() && before.leased_until.is_some_and(|until| until > self.hub.now()) =>
                {
                    tokio::time::sleep(self.settings.rest).await;
                }
                saved => return saved,
            }
        }
    }

    async fn give_up(
        self: &Arc<Self>,
        webhook: &Webhook,
        state: WebhookState,
        reason: &'static str,
    ) -> Result<(), StoreError> {
        let id = webhook.id.clone();
        log::warn!("webhook {id} is {} now: {reason}", state.as_str());
        self.ask(move |hub| {
            let done = hub.store.write(|transaction| {
                let now = transaction.see(|connection| store::webhook(connection, &id))?;
                if now.is_none_or(|now| now.state != WebhookState::Active) {
                    return Ok(());
                }
                transaction.set_webhook_state(&id, state, Some(reason))?;
                let action = if state == WebhookState::Disabled { "webhook-disabled" } else { "webhook-paused" };
                let answer = Answer { created: false, item: None, rev: None, body: serde_json::Value::Null };
                let done = Done { action, answer, seq: None, note: Some(format!("{id}: {reason}")) };
                hub.note(transaction, &Actor::hub(), &done).map_err(EditError::Store)
            });
            match done {
                Ok(()) => Ok(()),
                Err(EditError::Store(error)) => Err(error),
                Err(error) => Err(StoreError::Failed(format!("{error:?}"))),
            }
        })
        .await
    }
}

/// What stands behind a cursor, as far as the catalogue shows it. The catalogue is taken first: whatever the log says up
/// to its place, it shows, and whatever changed since has a later place.
fn ahead(hub: &Hub, webhook: &Webhook, place: i64) -> Result<Ahead, StoreError> {
    let snapshot = hub.catalogue();
    let ((_, epoch), mut changes) = hub.store.snapshot_public(|connection| {
        Ok((store::position(connection)?, store::changes_after(connection, place, BATCH as i64)?))
    })?;
    if *snapshot.epoch != *epoch {
        return Ok(Ahead::NotYet);
    }
    if webhook.epoch != epoch {
        return Ok(Ahead::Epoch(snapshot.seq, epoch));
    }
    changes.retain(|change| change.seq <= snapshot.seq);
    Ok(Ahead::Changes(changes, snapshot.seq))
}

fn as_it_is(webhook: &Webhook) -> Progress {
    Progress {
        seq: webhook.seq,
        epoch: webhook.epoch.clone(),
        failures: webhook.failures,
        first_failed_at: webhook.first_failed_at,
        next_attempt_at: webhook.next_attempt_at,
        leased_until: webhook.leased_until,
    }
}

fn after(at: Instant, by: Duration) -> Instant {
    Instant::from_millis(at.millis().saturating_add(i64::try_from(by.as_millis()).unwrap_or(i64::MAX)))
}
