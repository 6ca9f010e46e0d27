//! The deliverer: a thread beside the server that gives every endpoint with something to be told a turn of its own, so
//! that none waits for another. It wakes when the catalogue has followed the log, when an endpoint was changed, when one
//! is due, and now and then for what other nodes did.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use uuid::Uuid;

use super::delivering::{Courier, Turn};
use crate::hub::Hub;
use crate::model::values::Instant;
use crate::store::{self, Webhook, WebhookState};
use crate::webhooks::{Schedule, Sender};

/// Threads that wait for the database at once.
const ASKING: u32 = 2;

/// How long at least it is from one look at the endpoints to the next: what is published in a row wakes the deliverer once.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// How the deliverer goes about it.
#[derive(Debug, Clone, Copy)]
pub struct DeliverySettings {
    /// When what failed is tried again.
    pub schedule: Schedule,
    /// How long an endpoint has to answer.
    pub timeout: Duration,
    /// How long an endpoint stays with a node that says no more.
    pub lease: Duration,
    /// How often the endpoints are looked at when nothing wakes the deliverer.
    pub look_every: Duration,
    /// How long an endpoint rests for which nothing could be done.
    pub rest: Duration,
    /// How long attempts under way may take when the deliverer is to stop.
    pub grace: Duration,
}

impl Default for DeliverySettings {
    fn default() -> Self {
        Self {
            schedule: Schedule::default(),
            timeout: Duration::from_secs(15),
            lease: Duration::from_secs(60),
            look_every: Duration::from_secs(5),
            rest: Duration::from_secs(1),
            grace: Duration::from_secs(5),
        }
    }
}

/// A deliverer that runs; it stops when this goes.
#[derive(Debug)]
pub struct Deliverer {
    stop: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
}

impl Deliverer {
    /// Begins to deliver what a hub's endpoints are yet to be told.
    ///
    /// # Errors
    /// When the machine gives no thread, or has no way to make TLS connections.
    pub fn start(hub: Arc<Hub>, settings: DeliverySettings) -> std::io::Result<Self> {
        let sender = Sender::new(hub.targets.clone(), settings.timeout, true).map_err(std::io::Error::other)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (stop, stopped) = watch::channel(false);
        let courier = Arc::new(Courier {
            hub,
            settings,
            sender,
            node: Uuid::now_v7().to_string(),
            stopping: AtomicBool::new(false),
            asking: Arc::new(Semaphore::new(ASKING as usize)),
        });
        let thread = std::thread::Builder::new().name("webhooks".to_owned()).spawn(move || {
            runtime.block_on(run(courier, stopped));
            // A name server that never answers holds a thread; it does not hold the program.
            runtime.shutdown_timeout(Duration::from_secs(1));
        })?;
        Ok(Self { stop, thread: Some(thread) })
    }

    /// Stops: attempts under way may end within the grace, and no other begins.
    pub fn stop(self) {}
}

impl Drop for Deliverer {
    fn drop(&mut self) {
        self.stop.send_replace(true);
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            log::error!("the deliverer of webhooks ended with a panic");
        }
    }
}

/// What is known of an endpoint beyond its row.
#[derive(Default)]
struct Known {
    /// The place up to which nothing is left to tell, after so many replays, in this history.
    told: Option<(i64, i64, String)>,
    /// It rests until then.
    rests_until: Option<Instant>,
    /// How often in a row nothing could be done.
    stuck: u32,
}

impl Known {
    /// The place behind which there may be something to tell.
    fn place(&self, webhook: &Webhook) -> i64 {
        let told =
            self.told.as_ref().filter(|(_, replays, epoch)| *replays == webhook.replays && *epoch == webhook.epoch);
        told.map_or(webhook.seq, |(place, _, _)| webhook.seq.max(*place))
    }
}

async fn run(courier: Arc<Courier>, stopped: watch::Receiver<bool>) {
    let (wake, mut woken) = watch::channel(());
    let wake = Arc::new(wake);
    forward(courier.hub.webhooks_changed.subscribe(), &wake);
    forward(stopped.clone(), &wake);
    let mut turns: JoinSet<()> = JoinSet::new();
    let (ended, mut endings) = tokio::sync::mpsc::unbounded_channel::<(String, Turn)>();
    let mut busy: HashSet<String> = HashSet::new();
    let mut known: HashMap<String, Known> = HashMap::new();
    let mut healthy = true;
    let mut published = courier.hub.reached.subscribe();
    while !*stopped.borrow() {
        let looked = tokio::time::Instant::now();
        published.borrow_and_update();
        while turns.try_join_next().is_some() {}
        while let Ok((id, turn)) = endings.try_recv() {
            busy.remove(&id);
            let one = known.entry(id).or_default();
            match turn {
                Turn::Told(place, replays, epoch) => {
                    *one = Known { told: Some((place, replays, epoch)), ..Known::default() }
                }
                Turn::Later => one.stuck = 0,
                Turn::Stuck => {
                    // What does not come right is tried ever more rarely, up to a minute of rests apart.
                    let rest = courier.settings.rest * 2u32.pow(one.stuck.min(6));
                    one.rests_until = Some(later(courier.hub.now(), rest));
                    one.stuck += 1;
                }
            }
        }
        let webhooks = match courier.ask(|hub| hub.store.read(store::all_webhooks)).await {
            Ok(webhooks) => {
                healthy = true;
                webhooks
            }
            Err(error) => {
                if std::mem::replace(&mut healthy, false) {
                    log::error!("webhooks cannot be read: {error}");
                }
                Vec::new()
            }
        };
        known.retain(|id, _| webhooks.iter().any(|webhook| webhook.id == *id));
        let mut wait = courier.settings.look_every;
        for webhook in &webhooks {
            if busy.contains(&webhook.id) {
                continue;
            }
            let one = known.entry(webhook.id.clone()).or_default();
            let Some(left) = due_in(&courier, webhook, one) else { continue };
            if !left.is_zero() {
                wait = wait.min(left);
                continue;
            }
            let (id, place) = (webhook.id.clone(), one.place(webhook));
            busy.insert(id.clone());
            let (courier, wake, ended) = (Arc::clone(&courier), Arc::clone(&wake), ended.clone());
            turns.spawn(async move {
                let turn = courier.turn(id.clone(), place).await;
                // Nobody hears it once the deliverer has stopped, and nobody needs to.
                let _ = ended.send((id, turn));
                wake.send_replace(());
            });
        }
        // Where nobody is to be told, what is published wakes nobody; who is, is not known while the database is away.
        let awaited = !healthy || webhooks.iter().any(|webhook| webhook.state == WebhookState::Active);
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            _ = woken.changed() => {}
            _ = published.changed(), if awaited => {}
        }
        tokio::time::sleep_until(looked + LOOK_AGAIN).await;
    }
    courier.stopping.store(true, Ordering::Relaxed);
    let all = async { while turns.join_next().await.is_some() {} };
    let in_time = tokio::time::timeout(courier.settings.grace, all).await.is_ok();
    if !in_time {
        log::info!("webhooks: messages under way are given up, and are sent again after the next start");
        turns.shutdown().await;
    }
    // A turn that was given up may still be taking its endpoint: only behind it is nothing left to let go of.
    drop(courier.asking.acquire_many(ASKING).await);
    let node = courier.node.clone();
    if let Err(error) = courier.ask(move |hub| hub.store.release_webhooks(&node)).await {
        log::warn!("the leases of webhooks end by themselves: {error}");
    }
}

/// How long until an endpoint is to have its turn; nothing when it has none.
fn due_in(courier: &Courier, webhook: &Webhook, known: &Known) -> Option<Duration> {
    let (snapshot, now) = (courier.hub.catalogue(), courier.hub.now());
    let news = *snapshot.epoch != *webhook.epoch || known.place(webhook) < snapshot.seq;
    if webhook.state != WebhookState::Active || !news {
        return None;
    }
    let elsewhere = webhook.leased_by.as_ref().is_some_and(|node| *node != courier.node);
    let lease = webhook.leased_until.filter(|_| elsewhere).map(|until| later(until, Duration::from_millis(1)));
    let at = [webhook.next_attempt_at, known.rests_until, lease].into_iter().flatten().max();
    let left = at.map_or(0, |at| at.millis() - now.millis());
    Some(Duration::from_millis(u64::try_from(left).unwrap_or(0)))
}

fn later(at: Instant, by: Duration) -> Instant {
    Instant::from_millis(at.millis().saturating_add(i64::try_from(by.as_millis()).unwrap_or(i64::MAX)))
}

/// Wakes the deliverer whenever something else moves.
fn forward<T: Send + Sync + 'static>(mut from: watch::Receiver<T>, wake: &Arc<watch::Sender<()>>) {
    let wake = Arc::clone(wake);
    tokio::spawn(async move {
        while from.changed().await.is_ok() {
            wake.send_replace(());
        }
    });
}
