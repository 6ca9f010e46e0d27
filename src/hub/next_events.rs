//! The events that take place next, for the front page.

use std::sync::PoisonError;

use roaring::RoaringBitmap;

use super::{Hub, HubError};
use crate::catalogue::{Found, Node, Page, Shelf, Snapshot, dates_of, fields_of};
use crate::model::values::{DAY, Instant};
use crate::model::{Collection, collection};
use crate::query::default_sorts;
use crate::store;

/// How many events are shown.
const SHOWN: usize = 5;

/// Recurring events that are looked through, those that began last first.
const RECURRING: u64 = 1000;

/// A minute, in milliseconds.
const MINUTE: i64 = 60 * 1000;

/// The next events of a catalogue in a minute: every rule of every recurring event is read for them, which is too much for
/// each visitor.
pub struct NextEvents {
    of: (u64, i64, i64),
    events: Vec<(Node, i64)>,
}

/// Until when the next events are those of a time.
pub(super) fn fresh_until(at: Instant) -> Instant {
    Instant::from_millis((at.millis().div_euclid(MINUTE) + 1) * MINUTE)
}

impl Hub {
    /// The events that take place next, each with when.
    pub(super) fn next_events(&self, snapshot: &Snapshot) -> Result<Vec<(Node, i64)>, HubError> {
        let now = self.now().millis();
        let of = (snapshot.generation, snapshot.seq, now.div_euclid(MINUTE));
        let kept = self.next_events.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = kept.as_ref().filter(|kept| kept.of == of) {
            return Ok(kept.events.clone());
        }
        drop(kept);
        let events = self.next_events_at(snapshot, now)?;
        *self.next_events.lock().unwrap_or_else(PoisonError::into_inner) =
            Some(NextEvents { of, events: events.clone() });
        Ok(events)
    }

    fn next_events_at(&self, snapshot: &Snapshot, now: i64) -> Result<Vec<(Node, i64)>, HubError> {
        let events = collection("events").and_then(|events| Some((events, snapshot.shelf(events.index)?)));
        let Some((events, shelf)) = events else { return Ok(Vec::new()) };
        let date = |name: &str| dates_of(events).iter().position(|date| date.name == name);
        let (Some(starts), Some(ends)) = (date("starts_at"), date("ends_at")) else { return Ok(Vec::new()) };
        let whole_days = flagged(events, shelf, "all_day");
        let mut next: Vec<(Node, i64)> = shelf
            .live
            .iter()
            .filter_map(|slot| {
                let start = shelf.date(starts, slot)?.start;
                let lasts = if whole_days.is_some_and(|days| days.contains(slot)) { DAY } else { 0 };
                let end = shelf.date(ends, slot).map_or(start + lasts, |end| end.end);
                (end >= now).then_some((Node::new(events.index, slot), start))
            })
            .collect();
        if let Some(recurring) = flagged(events, shelf, "recurring") {
            let (_, slots) = shelf.page(recurring, &default_sorts(events), &Page::Offset(0), RECURRING);
            let ids: Vec<String> =
                slots.iter().filter_map(|slot| shelf.card(*slot)).map(|card| card.id.to_string()).collect();
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            for stored in self.store.read_public(|connection| store::load(connection, events, &ids))? {
                let node = uuid::Uuid::parse_str(&stored.entry.id).ok().and_then(|id| snapshot.find_id(id));
                if let (Some((node, Found::Live(_))), Some(at)) = (node, stored.record.next_occurrence(now)) {
                    next.retain(|(other, _)| *other != node);
                    next.push((node, at));
                }
            }
        }
        next.sort_by_key(|(node, at)| (*at, snapshot.card(*node).map(|card| card.id)));
        next.truncate(SHOWN);
        Ok(next)
    }
}

/// The entries of a collection in which something holds.
fn flagged<'a>(collection: &Collection, shelf: &'a Shelf, parameter: &str) -> Option<&'a RoaringBitmap> {
    let place = fields_of(collection).iter().position(|field| field.parameter == parameter)?;
    shelf.fields.get(place).map(|field| field.slots(1))
}
