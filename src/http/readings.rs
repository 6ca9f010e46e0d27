//! The gauges and counters that are read from the hub when `/metrics` is asked for. One more is one more line.

use super::measuring::Node;
use crate::hub::Hub;
use crate::store;

/// Something that can be read.
pub struct Reading<T: ?Sized> {
    /// Its name; a counter's gets `_total`.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Whether it only grows.
    pub counts: bool,
    /// What tells its values apart, if there are several.
    pub label: Option<&'static str>,
    /// Its values, each with that of its label; none when it cannot be read now.
    pub read: fn(&T) -> Vec<(String, f64)>,
}

/// A number that goes up and down.
const fn gauge<T: ?Sized>(name: &'static str, about: &'static str, read: fn(&T) -> Vec<(String, f64)>) -> Reading<T> {
    Reading { name, about, counts: false, label: None, read }
}

/// A number that only grows.
const fn counter<T: ?Sized>(name: &'static str, about: &'static str, read: fn(&T) -> Vec<(String, f64)>) -> Reading<T> {
    Reading { name, about, counts: true, label: None, read }
}

impl<T: ?Sized> Reading<T> {
    /// The same with a value for each value of a label.
    const fn by(self, label: &'static str) -> Self {
        Self { label: Some(label), ..self }
    }
}

/// A single value.
fn one(value: f64) -> Vec<(String, f64)> {
    vec![(String::new(), value)]
}

/// A value for each of some labels.
fn each<const N: usize>(counts: [(&str, u64); N]) -> Vec<(String, f64)> {
    counts.map(|(label, count)| (label.to_owned(), count as f64)).to_vec()
}

/// What a hub tells.
pub const READINGS: &[Reading<Hub>] = &[
    gauge("hub_catalogue_seq", "The place in the sequence that readers see", |hub| one(hub.catalogue().seq as f64)),
    gauge("hub_catalogue_entries", "Public entries", |hub| one(hub.catalogue().count() as f64)),
    gauge("hub_log_lag", "Changes committed that a follower does not show yet", lag).by("follower"),
    gauge("hub_search_ready", "Whether search answers", |hub| one(f64::from(u8::from(hub.search_is_ready())))),
    counter("hub_database_statements", "Statements sent to the database", |hub| one(hub.store().statements() as f64)),
    counter("hub_database_errors", "Statements that failed, and connections that could not be made", |hub| {
        one(hub.store().errors() as f64)
    }),
    gauge("hub_database_connections", "Connections to the database", connections).by("pool"),
    gauge("hub_database_connections_idle", "Connections that nobody uses", idle).by("pool"),
    counter("hub_answers", "Questions to the cache of whole answers, by what became of them", |hub: &Hub| {
        let counts = hub.answer_counts();
        each([("kept", counts.hits), ("made", counts.misses), ("outdated", counts.outdated)])
    })
    .by("outcome"),
    gauge("hub_answers_kept", "Whole answers that are kept", |hub| one(hub.answer_counts().answers as f64)),
    gauge("hub_answers_bytes", "Memory that they take", |hub| one(hub.answer_counts().bytes as f64)),
    counter("hub_documents", "Rendered documents that answers asked for, by where they were", |hub: &Hub| {
        let counts = hub.document_counts();
        each([("memory", counts.remembered), ("disk", counts.read_back), ("tables", counts.rendered)])
    })
    .by("place"),
    gauge("hub_documents_bytes", "Memory that documents take", |hub| one(hub.document_counts().bytes as f64)),
    gauge("hub_documents_disk_bytes", "Disk that documents take", |hub| one(hub.document_counts().disk_bytes as f64)),
    gauge("process_resident_memory_bytes", "Memory that the process has", |_| resident().map_or_else(Vec::new, one)),
    gauge("process_open_fds", "Open files and connections", |_| {
        std::fs::read_dir("/proc/self/fd").map_or_else(|_| Vec::new(), |files| one(files.count() as f64))
    }),
];

/// What the server around it tells.
pub const NODE_READINGS: &[Reading<Node>] = &[
    gauge("hub_requests_under_way", "Requests under way", |node| one(node.capacity.under_way() as f64)),
    counter("hub_requests_refused", "Requests that found no room", |node| one(node.capacity.refused() as f64)),
    gauge("hub_rate_limited_clients", "Clients whose bucket is not full", |node| one(node.rates.clients() as f64)),
];

/// How far each of those who follow the log is behind its end: the catalogue and search of this node, and the webhook that
/// is furthest behind.
fn lag(hub: &Hub) -> Vec<(String, f64)> {
    let shown = hub.catalogue().seq;
    let mut lags = Vec::new();
    if let Some(search) = hub.search_seq() {
        lags.push(("search".to_owned(), (shown - search).max(0) as f64));
    }
    let asked = hub.store().read(|connection| {
        let (seq, _) = store::position(connection)?;
        Ok((seq, store::all_webhooks(connection)?))
    });
    if let Ok((seq, webhooks)) = asked {
        lags.push(("catalogue".to_owned(), (seq - shown).max(0) as f64));
        let active = webhooks.iter().filter(|webhook| webhook.state == store::WebhookState::Active);
        if let Some(told) = active.map(|webhook| webhook.seq).min() {
            lags.push(("webhooks".to_owned(), (seq - told).max(0) as f64));
        }
    }
    lags
}

fn connections(hub: &Hub) -> Vec<(String, f64)> {
    hub.store().pools().iter().map(|pool| (pool.name.to_owned(), f64::from(pool.connections))).collect()
}

fn idle(hub: &Hub) -> Vec<(String, f64)> {
    hub.store().pools().iter().map(|pool| (pool.name.to_owned(), f64::from(pool.idle))).collect()
}

/// The memory of the process in bytes, where the system tells.
fn resident() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024.0)
}
