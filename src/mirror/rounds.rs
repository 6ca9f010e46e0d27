//! One visit to the hub that is copied: follow its log to the end, then compare.

use std::collections::HashMap;

use super::ahead::{Step, order, steps};
use super::outcome::{MirrorFailure, MirrorOptions, Report, SHRINK};
use super::source::{Inventoried, Source, Total};
use crate::hub::{Hub, Order, term};
use crate::model::values::Instant;
use crate::store::Mirror;

/// Entries that are asked for again, or forgotten, at once.
const AGAIN: usize = 100;

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
    let known = hub.mirror(&source.address)?;
    if let Some(other) = known.as_ref().filter(|known| known.scope != source.scope) {
        return Err(MirrorFailure::OtherScope(other.scope.clone()));
    }
    let proof = source.proof()?;
    let held = hub.copies(&source.address)?.len() as u64;
    // Another history: its log is followed from the beginning. What was copied stays until the comparison shows it gone.
    let place = known.filter(|known| known.epoch == proof.epoch).unwrap_or_else(|| Mirror {
        source: source.address.clone(),
        scope: source.scope.clone(),
        epoch: proof.epoch.clone(),
        seq: 0,
        followed_at: Instant::now(),
    });
    let report = Report { source: source.address.clone(), ..Report::default() };
    let mut visit = Visit { hub, source, place, report, progress };
    if !options.allow_shrink && proof.total.count * 100 < held * (100 - SHRINK) {
        visit.purge()?;
        return Err(MirrorFailure::Shrunk(held, proof.total.count));
    }
    visit.follow()?;
    visit.compare()?;
    visit.conclude()
}

/// A visit under way.
struct Visit<'v> {
    hub: &'v Hub,
    source: &'v Source,
    /// How far the log was followed.
    place: Mirror,
    report: Report,
    progress: Progress<'v>,
}

impl Visit<'_> {
    /// Does no more than to forget what must be forgotten: that waits for nobody's leave. The place stays where it is.
    fn purge(&mut self) -> Result<(), MirrorFailure> {
        let mut since = self.place.seq;
        loop {
            let page = self.source.changes(since, &self.place.epoch)?;
            since = page.last_seq;
            let must = page.changes.into_iter().filter(|row| row.purge_by.is_some());
            let orders: Vec<Order> = must.filter_map(|row| order(row).transpose()).collect::<Result<_, _>>()?;
            self.hub.follow_orders(&orders, &self.place)?;
            if page.pending == 0 {
                self.hub.catch_up()?;
                return Ok(());
            }
        }
    }

    /// Follows the log to its end.
    fn follow(&mut self) -> Result<(), MirrorFailure> {
        let (source, since, epoch) = (self.source, self.place.seq, self.place.epoch.clone());
        std::thread::scope(|scope| {
            for step in steps(scope, source, since, epoch) {
                let Step { orders, last_seq, pending, epoch } = step?;
                self.place.epoch = epoch;
                self.place.seq = last_seq;
                self.place.followed_at = Instant::now();
                self.obey(&orders)?;
                (self.progress)(last_seq, pending);
            }
            Ok::<(), MirrorFailure>(())
        })?;
        self.hub.catch_up()?;
        Ok(())
    }

    fn obey(&mut self, orders: &[Order]) -> Result<(), MirrorFailure> {
        self.report.counts.add(self.hub.follow_orders(orders, &self.place)?);
        Ok(())
    }

    /// Compares the digests; when they differ, asks again for what differs, and compares once more.
    fn compare(&mut self) -> Result<(), MirrorFailure> {
        for attempt in 0..3 {
            if self.is_complete()? {
                return Ok(());
            }
            // It may have changed between the last page and the digest.
            let before = self.place.seq;
            self.follow()?;
            if self.place.seq == before && attempt > 0 {
                self.repair()?;
            }
        }
        self.is_complete().map(drop)
    }

    fn is_complete(&mut self) -> Result<bool, MirrorFailure> {
        let there = self.source.proof()?.total;
        self.report.complete = digest(&self.holdings()?) == there;
        self.report.entries = there.count;
        self.report.digest = there.digest;
        Ok(self.report.complete)
    }

    fn holdings(&self) -> Result<Holdings, MirrorFailure> {
        let held = self.hub.held(&self.source.address)?.into_iter();
        let mut held: Holdings =
            held.map(|(collection, id, rev, hash)| (id, (collection.to_owned(), rev, hash))).collect();
        for entry in self.hub.quarantined(&self.source.address)? {
            held.insert(entry.entry_id, (entry.collection, entry.rev, entry.hash));
        }
        Ok(held)
    }

    /// Forgets what the hub's inventory does not have, and asks again for what differs: part by part, so that nothing is lost
    /// when it breaks off, and nobody waits long meanwhile. Links from one part to another are given back as it comes.
    fn repair(&mut self) -> Result<(), MirrorFailure> {
        let mut held = self.holdings()?;
        let mut wanted: HashMap<String, Vec<String>> = HashMap::new();
        self.source.inventory(|Inventoried { collection, id, rev, hash }| {
            let as_there = held.remove(&id).is_some_and(|held| held == (collection.clone(), rev, hash));
            if !as_there {
                wanted.entry(collection).or_default().push(id);
            }
        })?;
        let gone: Vec<Order> = held.into_keys().map(Order::out_of_scope).collect();
        for orders in gone.chunks(AGAIN) {
            self.mend(orders)?;
        }
        for (collection, ids) in &wanted {
            for ids in ids.chunks(AGAIN) {
                let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
                let again = self.source.documents(collection, &ids)?;
                self.mend(&again.into_iter().map(Order::keep).collect::<Vec<_>>())?;
            }
        }
        Ok(())
    }

    fn mend(&mut self, orders: &[Order]) -> Result<(), MirrorFailure> {
        self.report.repaired += orders.len() as u64;
        self.obey(orders)
    }

    fn conclude(mut self) -> Result<Report, MirrorFailure> {
        self.report.seq = self.place.seq;
        self.report.in_quarantine = self.hub.quarantined(&self.source.address)?.len();
        self.report.confirmed = self.source.confirm(self.place.seq)?;
        Ok(self.report)
    }
}

/// What is held of a hub, by id: type, revision and hash. What is in quarantine is held in so far as it is known of.
type Holdings = HashMap<String, (String, i64, String)>;

fn digest(held: &Holdings) -> Total {
    let sum = held
        .iter()
        .fold(0u128, |sum, (id, (collection, rev, hash))| sum.wrapping_add(term(collection, id, *rev, hash)));
    Total { count: held.len() as u64, digest: format!("{sum:032x}") }
}
