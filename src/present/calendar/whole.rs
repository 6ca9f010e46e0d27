//! A whole calendar: what it is called, how often to ask for it, the zones it needs and its events.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};

use super::event::{self, zone_name};
use super::lines::Lines;
use super::zone;
use crate::model::values::{DAY, Instant};
use crate::present::members::Members;
use crate::present::occasion::Occasion;

/// How long a cancelled event is told of, in milliseconds from when it last changed: ninety days.
const CANCELLED_FOR: i64 = 90 * DAY;

/// How often it is asked for again.
const REFRESH: &str = "PT1H";

/// What a calendar is made of.
pub struct Calendar<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it holds.
    pub about: &'a str,
    /// Where it is, absolute.
    pub address: &'a str,
    /// Where people read of the same, absolute.
    pub home: &'a str,
    /// The documents of its entries, in order.
    pub documents: &'a [Map<String, Value>],
    /// Now, by which it is decided what was cancelled long ago.
    pub now: Instant,
}

impl Calendar<'_> {
    /// Writes it.
    pub fn write(&self) -> String {
        let events: Vec<(Members<'_>, Occasion)> = self
            .documents
            .iter()
            .map(Members)
            .filter(|members| !self.is_forgotten(*members))
            .filter_map(|members| Some((members, Occasion::of(members)?)))
            .collect();
        let mut lines = Lines::default();
        lines.component("VCALENDAR", |lines| {
            lines.value("VERSION", "2.0");
            lines.value("PRODID", &format!("-//Rights Hub//rights-hub {}//EN", env!("CARGO_PKG_VERSION")));
            lines.value("CALSCALE", "GREGORIAN");
            for (name, text) in [
                ("NAME", self.name),
                ("X-WR-CALNAME", self.name),
                ("DESCRIPTION", self.about),
                ("X-WR-CALDESC", self.about),
            ] {
                lines.text(name, text);
            }
            lines.address("URL;VALUE=URI", self.home);
            lines.address("SOURCE;VALUE=URI", self.address);
            lines.value("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
            lines.value("X-PUBLISHED-TTL", REFRESH);
            for (name, (zone, since)) in zones(&events) {
                zone::write(lines, &name, &zone, since);
            }
            events.iter().for_each(|(members, occasion)| event::write(lines, *members, occasion));
        });
        lines.finish()
    }

    fn is_forgotten(&self, members: Members<'_>) -> bool {
        let changed = members.text("updated_at").and_then(|at| at.parse::<Instant>().ok());
        members.text("status") == Some("cancelled")
            && changed.is_some_and(|at| at.millis().saturating_add(CANCELLED_FOR) < self.now.millis())
    }
}

/// The zones in which times are told, each with the first of those times. A calendar has at least one component, so one
/// without events has the zone of none.
fn zones(events: &[(Members<'_>, Occasion)]) -> BTreeMap<String, (TimeZone, Timestamp)> {
    let mut zones: BTreeMap<String, (TimeZone, Timestamp)> = BTreeMap::new();
    if events.is_empty() {
        zones.insert("UTC".to_owned(), (TimeZone::UTC, Timestamp::UNIX_EPOCH));
    }
    for (_, occasion) in events.iter().filter(|(_, occasion)| !occasion.all_day) {
        let (Some(name), at) = (zone_name(&occasion.starts), occasion.starts.timestamp()) else { continue };
        let known = zones.entry(name.to_owned()).or_insert_with(|| (occasion.starts.time_zone().clone(), at));
        known.1 = known.1.min(at);
    }
    zones
}
