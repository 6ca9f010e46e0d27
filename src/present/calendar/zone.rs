//! A time zone as a `VTIMEZONE`: its changes of offset from a moment on, read from the zone itself. Changes that follow a yearly
//! rule are written as one, so that a recurrence without end is right too; changes that follow none are listed.

use jiff::civil::{DateTime, Weekday};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use super::lines::Lines;

/// Changes are looked at up to this year; those that go on as they did until then are taken to go on for ever.
const HORIZON: i16 = 2100;

/// A change of offset.
#[derive(Debug, Clone)]
struct Change {
    at: Timestamp,
    /// By the clock before the change.
    local: DateTime,
    kind: Kind,
}

/// What changes of one observance have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Kind {
    from: Offset,
    to: Offset,
    name: String,
    summer: bool,
}

/// Changes of one kind, year after year on a weekday in the same week of the same month, at the same time.
#[derive(Debug)]
struct Run {
    changes: Vec<Change>,
    first_day: i8,
    last_day: i8,
}

/// Writes a zone, good for every instant from `since` on.
pub fn write(lines: &mut Lines, name: &str, zone: &TimeZone, since: Timestamp) {
    lines.component("VTIMEZONE", |lines| {
        lines.value("TZID", name);
        let (runs, single): (Vec<Run>, Vec<Run>) =
            runs(changes(zone, since)).into_iter().partition(|run| run.changes.len() > 1);
        for run in &runs {
            observance(lines, &run.changes, run.rule().as_deref());
        }
        let mut listed: Vec<Vec<Change>> = Vec::new();
        for change in single.into_iter().flat_map(|run| run.changes) {
            match listed.iter_mut().find(|alike| alike.first().is_some_and(|first| first.kind == change.kind)) {
                Some(alike) => alike.push(change),
                None => listed.push(vec![change]),
            }
        }
        listed.iter().for_each(|changes| observance(lines, changes, None));
    });
}

/// The change before an instant, and those after it.
fn changes(zone: &TimeZone, since: Timestamp) -> Vec<Change> {
    let just_after = since.checked_add(SignedDuration::from_secs(1)).unwrap_or(since);
    let before = zone.preceding(just_after).next();
    let change = |transition: jiff::tz::TimeZoneTransition<'_>| {
        let at = transition.timestamp();
        let from = zone.to_offset(at.checked_sub(SignedDuration::from_secs(1)).unwrap_or(at));
        let name = transition.abbreviation().to_owned();
        let kind = Kind { from, to: transition.offset(), name, summer: transition.dst().is_dst() };
        Change { at, local: from.to_datetime(at), kind }
    };
    let after = zone
        .following(since)
        .take_while(|transition| transition.offset().to_datetime(transition.timestamp()).year() < HORIZON);
    let begin = match before {
        Some(transition) => change(transition),
        None => {
            let info = zone.to_offset_info(since);
            let (offset, summer) = (info.offset(), info.dst().is_dst());
            let kind = Kind { from: offset, to: offset, name: info.abbreviation().to_owned(), summer };
            let local = offset.to_datetime(since).date().first_of_year().at(0, 0, 0, 0);
            Change { at: since, local, kind }
        }
    };
    std::iter::once(begin).chain(after.map(change)).collect()
}

/// Puts changes into runs, as long as they are alike.
fn runs(changes: Vec<Change>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for change in changes {
        match runs.iter_mut().rev().find(|run| run.goes_on(&change)) {
            Some(run) => run.take(change),
            None => {
                let day = change.local.day();
                runs.push(Run { changes: vec![change], first_day: day, last_day: day });
            }
        }
    }
    runs
}

impl Run {
    fn goes_on(&self, change: &Change) -> bool {
        let alike = |last: &Change| {
            last.kind == change.kind
                && last.local.year() + 1 == change.local.year()
                && last.local.month() == change.local.month()
                && last.local.weekday() == change.local.weekday()
                && last.local.time() == change.local.time()
        };
        let (first, last) = (self.first_day.min(change.local.day()), self.last_day.max(change.local.day()));
        self.changes.last().is_some_and(alike) && last - first < 7
    }

    fn take(&mut self, change: Change) {
        self.first_day = self.first_day.min(change.local.day());
        self.last_day = self.last_day.max(change.local.day());
        self.changes.push(change);
    }

    /// The rule of its changes: the weekday within those seven days of the month in which all of them are.
    fn rule(&self) -> Option<String> {
        let (first, last) = (self.changes.first()?, self.changes.last()?);
        let (month, weekday) = (first.local.month(), weekday(first.local.weekday()));
        let length = if month == 2 { 28 } else { first.local.date().days_in_month() };
        let nth = (1i8..=4).find(|nth| self.first_day > (nth - 1) * 7 && self.last_day <= nth * 7);
        let day = match nth {
            Some(nth) => format!("BYDAY={nth}{weekday}"),
            None if self.first_day > length - 7 => format!("BYDAY=-1{weekday}"),
            None => {
                let days = self.last_day - 6..=self.last_day;
                let days: Vec<String> = days.map(|day| day.to_string()).collect();
                format!("BYMONTHDAY={};BYDAY={weekday}", days.join(","))
            }
        };
        let rule = format!("FREQ=YEARLY;BYMONTH={month};{day}");
        match last.local.year() == HORIZON - 1 {
            true => Some(rule),
            false => Some(format!("{rule};UNTIL={}", last.at.strftime("%Y%m%dT%H%M%SZ"))),
        }
    }
}

/// Writes what holds after some changes of one kind: by their rule, or each of them.
fn observance(lines: &mut Lines, changes: &[Change], rule: Option<&str>) {
    let Some((first, others)) = changes.split_first() else { return };
    let part = if first.kind.summer { "DAYLIGHT" } else { "STANDARD" };
    lines.component(part, |lines| {
        lines.text("TZNAME", &first.kind.name);
        lines.value("TZOFFSETFROM", &offset(first.kind.from));
        lines.value("TZOFFSETTO", &offset(first.kind.to));
        lines.value("DTSTART", &local(first.local));
        match rule {
            Some(rule) => lines.value("RRULE", rule),
            None => others.iter().for_each(|change| lines.value("RDATE", &local(change.local))),
        }
    });
}

fn local(at: DateTime) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}

fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (sign, all) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
    let (hours, minutes, rest) = (all / 3600, all / 60 % 60, all % 60);
    match rest {
        0 => format!("{sign}{hours:02}{minutes:02}"),
        rest => format!("{sign}{hours:02}{minutes:02}{rest:02}"),
    }
}

fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::values::built_in_zone;

    fn written(name: &str, since: &str) -> String {
        let mut lines = Lines::default();
        write(&mut lines, name, &built_in_zone(name).unwrap(), since.parse().unwrap());
        lines.finish().replace("\r\n", "\n")
    }

    #[test]
    fn yearly_changes_are_rules_without_end() {
        let london = written("Europe/London", "2015-06-19T00:00:00Z");
        assert_eq!(london.matches("BEGIN:DAYLIGHT").count(), 1, "{london}");
        assert!(london.contains("TZNAME:BST\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nDTSTART:20150329T010000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\n"));
        assert!(london.contains("DTSTART:20151025T020000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\n"));
        let york = written("America/New_York", "2006-01-01T00:00:00Z");
        assert!(york.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\n"), "{york}");
        assert!(york.contains("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\n"), "{york}");
    }

    #[test]
    fn a_zone_without_changes_has_one_observance() {
        for (name, offset) in [("Asia/Kolkata", "+0530"), ("Africa/Nairobi", "+0300"), ("Asia/Kathmandu", "+0545")] {
            let zone = written(name, "2020-01-01T00:00:00Z");
            assert_eq!(zone.matches("BEGIN:STANDARD").count(), 1, "{zone}");
            assert!(zone.contains(&format!("TZOFFSETTO:{offset}\n")), "{zone}");
        }
    }

    #[test]
    fn changes_that_follow_no_rule_are_listed() {
        let zone = written("Africa/Casablanca", "2024-01-01T00:00:00Z");
        assert!(zone.contains("DTSTART:20230423T020000\nRDATE:20240414T020000\nRDATE:20250406T020000\n"), "{zone}");
        assert!(zone.contains("DTSTART:20240310T030000\nRDATE:20250223T030000\n"), "{zone}");
        assert!(!zone.contains("RRULE"), "{zone}");
    }
}
