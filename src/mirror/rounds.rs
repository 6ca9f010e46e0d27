//! One visit to the hub that is copied: follow its log to the end, then compare.

use std::collections::HashMap;

use super::source::{Inventoried, Page, Row, Source, SourceError, Total};
use crate::hub::{CopyCounts, Hub, HubError, Order, term};
use crate::model::values::Instant;
use crate::store::{Mirror, StoreError};

/// Rows of the log that are asked for at once.
const PAGE: u64 = 500;

/// Entries that are asked for again at once.
const AGAIN: usize = 100;

/// How much smaller than the copy the hub may have become, in per cent, before that must be allowed.
const SHRINK: u64 = 20;

/// How a copy is kept.
#[derive(Debug, Clone, Copy, Default)]
pub struct MirrorOptions {
    /// Whether the copy may shrink by more than a fifth.
    pub allow_shrink: bool,
}

/// What a visit came to.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Report {
    /// The hub.
    pub source: String,
    /// How far its log was followed.
    pub seq: i64,
    /// What became of what it asked.
    #[serde(flatten)]
    pub counts: CopyCounts,
    /// Entries of its in quarantine.
    pub in_quarantine: usize,
    /// Entries that were asked for again because the digests differed.
    pub repaired: u64,
    /// Its entries, as it says and as the copy has them.
    pub entries: u64,
    /// The digest that both have.
    pub digest: String,
    /// Whether the copy is proved complete, but for what is in quarantine.
    pub complete: bool,
    /// Whether the hub has taken the receipt.
    pub confirmed: bool,
}

/// Why a visit failed.
#[derive(Debug)]
pub enum MirrorFailure {
    /// The hub could not be asked.
    Source(SourceError),
    /// It has become much smaller: entries here, entries there.
    Shrunk(u64, u64),
    /// The copy is of another part of it.
    OtherScope(String),
    /// The copy cannot be written.
    Hub(HubError),
}

impl std::fmt::Display for MirrorFailure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Source(error) => error.fmt(f),
            Self::Shrunk(here, there) => write!(
                f,
                "the hub has {there} entries and this copy {here}: more than {SHRINK} % would go; look whether that is meant, \
                 then allow it with --allow-shrink"
            ),
            Self::OtherScope(scope) => write!(f, "this copy is of `{scope}`; keep another part in another database"),
            Self::Hub(error) => write!(f, "{error:?}"),
        }
    }
}

impl std::error::Error for MirrorFailure {}

impl From<SourceError> for MirrorFailure {
    fn from(error: SourceError) -> Self {
        Self::Source(error)
    }
}

impl From<HubError> for MirrorFailure {
    fn from(error: HubError) -> Self {
        Self::Hub(error)
    }
}

impl From<StoreError> for MirrorFailure {
    fn from(error: StoreError) -> Self {
        Self::Hub(HubError::Store(error))
    }
}

/// Told after each page: how far the log was followed, and how many rows are beyond.
pub type Progress<'a> = &'a mut dyn FnMut(i64, u64);

/// Visits the hub once, and brings the copy to where it then is.
///
/// # Errors
/// Why that could not be; whatever was done until then stays, and the next visit goes on from there.
pub fn visit(
    hub: &Hub,
    source: &Source,
    options: MirrorOptions,
    progress: Progress<'_>,
) -> Result<Report, MirrorFailure> {
    let mut report = Report { source: source.address.clone(), ..Report::default() };
    let known = hub.mirror(&source.address)?;
    if let Some(other) = known.as_ref().filter(|known| known.scope != source.scope) {
        return Err(MirrorFailure::OtherScope(other.scope.clone()));
    }
    let proof = source.proof()?;
    let held = hub.copies(&source.address)?.len() as u64;
    // Another history: its log is followed from the beginning. What was copied stays until the comparison shows it gone.
    let mut place = known.filter(|known| known.epoch == proof.epoch).unwrap_or_else(|| Mirror {
        source: source.address.clone(),
        scope: source.scope.clone(),
        epoch: proof.epoch.clone(),
        seq: 0,
        followed_at: Instant::now(),
    });
    if !options.allow_shrink && proof.total.count * 100 < held * (100 - SHRINK) {
        purge(hub, source, &place)?;
        return Err(MirrorFailure::Shrunk(held, proof.total.count));
    }
    follow(hub, source, &mut place, &mut report, progress)?;
    compare(hub, source, &mut place, &mut report, progress)?;
    report.seq = place.seq;
    report.in_quarantine = hub.quarantined(&source.address)?.len();
    report.confirmed = source.confirm(place.seq)?;
    Ok(report)
}

/// Does no more than to forget what must be forgotten: that waits for nobody's leave. The place stays where it is.
fn purge(hub: &Hub, source: &Source, place: &Mirror) -> Result<(), MirrorFailure> {
    let mut since = place.seq;
    loop {
        let page = source.changes(since, Some(&place.epoch), PAGE)?;
        since = page.last_seq;
        let must = page.changes.into_iter().filter(|row| row.purge_by.is_some());
        let orders: Vec<Order> = must.filter_map(order).collect();
        hub.follow_orders(&orders, place)?;
        if page.pending == 0 {
            return Ok(());
        }
    }
}

/// Follows the log to its end.
fn follow(
    hub: &Hub,
    source: &Source,
    place: &mut Mirror,
    report: &mut Report,
    progress: Progress<'_>,
) -> Result<(), MirrorFailure> {
    let ask = |seq: i64, epoch: &str| source.changes(seq, Some(epoch), PAGE);
    std::thread::scope(|scope| {
        let mut page = ask(place.seq, &place.epoch)?;
        loop {
            let Page { changes, last_seq, pending, epoch } = page;
            // The next page is on its way while this one is written.
            let next = (pending > 0).then(|| {
                let epoch = epoch.clone();
                scope.spawn(move || ask(last_seq, &epoch))
            });
            *place = Mirror { epoch, seq: last_seq, followed_at: Instant::now(), ..place.clone() };
            let orders: Vec<Order> = changes.into_iter().filter_map(order).collect();
            report.counts.add(hub.follow_orders(&orders, place)?);
            progress(last_seq, pending);
            let Some(next) = next else { return Ok(()) };
            page = next.join().unwrap_or_else(|_| Err(SourceError::Failed("a reader stopped".to_owned())))?;
        }
    })
}

fn order(row: Row) -> Option<Order> {
    let Row { op, id, doc, reason, redirect_to, purge_by } = row;
    match (op.as_str(), doc) {
        ("upsert", Some(document)) => Some(Order::Keep(document)),
        ("delete", _) => Some(Order::Forget { id, reason: reason.unwrap_or_default(), purge_by, redirect_to }),
        _ => None,
    }
}

/// Compares the digests; when they differ, asks again for what differs, and compares once more.
fn compare(
    hub: &Hub,
    source: &Source,
    place: &mut Mirror,
    report: &mut Report,
    progress: Progress<'_>,
) -> Result<(), MirrorFailure> {
    for attempt in 0..3 {
        let proof = source.proof()?;
        let here = digest(&holdings(hub, source)?);
        report.entries = proof.total.count;
        report.digest = proof.total.digest.clone();
        report.complete = here == proof.total;
        if report.complete {
            return Ok(());
        }
        // It may have changed between the last page and the digest.
        let before = place.seq;
        follow(hub, source, place, report, progress)?;
        if place.seq == before && attempt > 0 {
            report.repaired += repair(hub, source, place, report)?;
        }
    }
    let proof = source.proof()?;
    report.complete = digest(&holdings(hub, source)?) == proof.total;
    Ok(())
}

/// What is held of a hub, by id: type, revision and hash. What is in quarantine is held in so far as it is known of.
type Holdings = HashMap<String, (String, i64, String)>;

fn holdings(hub: &Hub, source: &Source) -> Result<Holdings, MirrorFailure> {
    let mut held: Holdings = hub
        .held(&source.address)?
        .into_iter()
        .map(|(collection, id, rev, hash)| (id, (collection.to_owned(), rev, hash)))
        .collect();
    for entry in hub.quarantined(&source.address)? {
        held.insert(entry.entry_id, (entry.collection, entry.rev, entry.hash));
    }
    Ok(held)
}

fn digest(held: &Holdings) -> Total {
    let sum = held
        .iter()
        .fold(0u128, |sum, (id, (collection, rev, hash))| sum.wrapping_add(term(collection, id, *rev, hash)));
    Total { count: held.len() as u64, digest: format!("{sum:032x}") }
}

/// Asks again for what differs from the hub's inventory, and forgets what it does not have.
fn repair(hub: &Hub, source: &Source, place: &Mirror, report: &mut Report) -> Result<u64, MirrorFailure> {
    let mut held = holdings(hub, source)?;
    let mut wanted: HashMap<String, Vec<String>> = HashMap::new();
    source.inventory(|Inventoried { collection, id, rev, hash }| {
        let as_there = held.remove(&id).is_some_and(|held| held == (collection.clone(), rev, hash));
        if !as_there {
            wanted.entry(collection).or_default().push(id);
        }
    })?;
    let mut orders: Vec<Order> = held
        .into_keys()
        .map(|id| Order::Forget { id, reason: "out_of_scope".to_owned(), purge_by: None, redirect_to: None })
        .collect();
    for (collection, ids) in &wanted {
        for ids in ids.chunks(AGAIN) {
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            orders.extend(source.documents(collection, &ids)?.into_iter().map(Order::Keep));
        }
    }
    let repaired = orders.len() as u64;
    report.counts.add(hub.follow_orders(&orders, place)?);
    Ok(repaired)
}
