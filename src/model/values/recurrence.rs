//! Events that come again: RFC 5545 recurrence rules, IANA time zones, and when an event takes place next.
//! Refuses rules that repeat by the hour or faster, and rules that no day ever meets. The calendar runs on local
//! wall-clock time and the zone is applied last, so that 10:00 stays 10:00 through summer time.

use std::fmt::Write;

use jiff::{
    SignedDuration, Span, Timestamp, ToSpan, Unit,
    civil::{Date, DateTime},
    tz::{TimeZone, TimeZoneDatabase},
};
use rrule::RRuleSet;

/// The longest rule taken, in bytes.
const MAX_LENGTH: usize = 500;
/// The largest `INTERVAL`.
const MAX_INTERVAL: u32 = 1_000;
/// The largest `COUNT`: five years of daily events.
const MAX_COUNT: u32 = 2_000;
/// How many times a day `BYHOUR`, `BYMINUTE` and `BYSECOND` together may name.
const MAX_TIMES_A_DAY: usize = 24;
/// How many occurrences are looked at when there is no `COUNT`: more than two years can have.
const MAX_STEPS: usize = 20_000;

const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// Checks the value of an `RRULE` property, without `RRULE:` and `DTSTART`: `FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=19`.
///
/// # Errors
/// A sentence that names the part which is wrong. Beyond the grammar, a rule is refused when it is longer than
/// 500 bytes, repeats more often than daily or more than 24 times a day, counts beyond 2000, or can never happen.
pub fn check_recurrence(rule: &str) -> Result<(), String> {
    let rule = Rule { interval: 1, ..Rule::parse(rule)? };
    let any_start = Date::constant(2000, 1, 1).at(0, 0, 0, 0);
    match rule.expand(any_start, any_start)?.next() {
        Some(_) => Ok(()),
        None => Err("no day ever meets this recurrence rule".to_owned()),
    }
}

/// Checks the name of a time zone in the IANA database that is built into the program, such as `Europe/London`.
///
/// # Errors
/// A sentence that says that the name is unknown, or how it is spelt.
pub fn check_time_zone(name: &str) -> Result<(), String> {
    match built_in_zone(name).as_ref().and_then(TimeZone::iana_name) {
        Some(known) if known == name => Ok(()),
        Some(known) => Err(format!("the time zone is spelt `{known}`")),
        None => Err("not an IANA time zone such as `Europe/London`".to_owned()),
    }
}

/// The start of the first occurrence that has not ended by `after_ms`, or `None` when all are over.
///
/// All times are milliseconds since 1970-01-01T00:00:00Z. Every occurrence lasts as long as the first, in elapsed time,
/// and has ended once its end is reached; one without an end is over in the millisecond after its start.
/// The start of the event is its first occurrence even if the rule does not name it, and counts towards `COUNT`. Where
/// a clock change skips the local time, the occurrence moves later by the length of the gap.
/// Without a zone the rule runs in UTC. A rule or zone that the checks above refuse is treated as absent.
/// Looks at most 400 years ahead.
pub fn next_occurrence(
    starts_at_ms: i64,
    ends_at_ms: Option<i64>,
    time_zone: Option<&str>,
    recurrence: Option<&str>,
    after_ms: i64,
) -> Option<i64> {
    let lasts = ends_at_ms.map_or(0, |ends_at_ms| ends_at_ms.saturating_sub(starts_at_ms).max(0));
    let is_ahead = |start: i64| start >= after_ms || start.saturating_add(lasts) > after_ms;
    if is_ahead(starts_at_ms) {
        return Some(starts_at_ms);
    }
    let rule = Rule::parse(recurrence?).ok()?;
    let zone = time_zone.and_then(built_in_zone).unwrap_or(TimeZone::UTC);
    let local = |ms: i64| Some(zone.to_datetime(Timestamp::from_millisecond(ms).ok()?));

    let start = local(starts_at_ms)?;
    let (from, remaining) = match rule.count {
        Some(count) => (start, usize::try_from(count).ok()?.saturating_sub(1)),
        // A day early, because a clock change can put the local order of two times against their true order.
        None => (local(after_ms.saturating_sub(lasts))?.checked_sub(1.day()).ok()?, MAX_STEPS),
    };
    let last = rule.until.map_or(i64::MAX, |until| until.in_zone(&zone));
    rule.expand(start, from)
        .ok()?
        .map_while(|occurrence| Some(zone.to_timestamp(occurrence).ok()?.as_millisecond()))
        .filter(|occurrence| *occurrence > starts_at_ms)
        .take(remaining)
        .take_while(|occurrence| *occurrence <= last)
        .find(|occurrence| is_ahead(*occurrence))
}

/// The value of an `RRULE` beside a `DTSTART` in this zone, or beside a day without a time: calendars want `FREQ` first,
/// `UNTIL` as the start is written, and no hours for days. `None` for a rule that is none.
pub fn calendar_rule(rule: &str, zone: &TimeZone, all_day: bool) -> Option<String> {
    let rule = Rule::parse(rule).ok()?;
    let hours = |name: &str| ["BYHOUR", "BYMINUTE", "BYSECOND"].contains(&name);
    let mut calendar: Vec<(String, String)> = rule.calendar;
    calendar.retain(|(name, _)| !(all_day && hours(name)));
    calendar.sort_by_key(|(name, _)| name != "FREQ");
    if rule.interval > 1 {
        calendar.insert(1, ("INTERVAL".to_owned(), rule.interval.to_string()));
    }
    calendar.extend(rule.count.map(|count| ("COUNT".to_owned(), count.to_string())));
    if let Some(until) = rule.until {
        let last = Timestamp::from_millisecond(until.in_zone(zone)).ok()?;
        let text = match all_day {
            true => zone.to_datetime(last).strftime("%Y%m%d").to_string(),
            false => last.strftime("%Y%m%dT%H%M%SZ").to_string(),
        };
        calendar.push(("UNTIL".to_owned(), text));
    }
    let parts: Vec<String> = calendar.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    Some(parts.join(";"))
}

/// The zone from the built-in database, not the system's: every node of the hub must know the same zones.
pub fn built_in_zone(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok().filter(|zone| !zone.is_unknown())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

#[derive(Debug, Clone, Copy)]
enum Until {
    Day(Date),
    Instant(Timestamp),
}

impl Until {
    /// The last millisecond at which an occurrence may start.
    fn in_zone(&self, zone: &TimeZone) -> i64 {
        match self {
            Until::Instant(instant) => instant.as_millisecond(),
            Until::Day(day) => day
                .tomorrow()
                .and_then(|next| zone.to_timestamp(next.at(0, 0, 0, 0)))
                .map_or(i64::MAX, |midnight| midnight.as_millisecond() - 1),
        }
    }
}

/// A rule taken apart, its form checked.
#[derive(Debug)]
struct Rule {
    frequency: Frequency,
    interval: u32,
    count: Option<u32>,
    until: Option<Until>,
    /// The `FREQ`, `BY…` and `WKST` parts in capitals: what makes up the calendar.
    calendar: Vec<(String, String)>,
}

impl Rule {
    fn parse(text: &str) -> Result<Self, String> {
        if text.len() > MAX_LENGTH {
            return Err(format!("a recurrence rule has at most {MAX_LENGTH} characters"));
        }
        let text = text.to_ascii_uppercase();
        let mut parts: Vec<(&str, &str)> = Vec::new();
        for part in text.split(';') {
            let (name, value) = part.split_once('=').ok_or_else(|| {
                format!("{part:?} is not a part of a recurrence rule such as `FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=19`")
            })?;
            if parts.iter().any(|(known, _)| *known == name) {
                return Err(format!("{name:?} is there twice"));
            }
            parts.push((name, value));
        }
        let frequency = match parts.iter().find(|(name, _)| *name == "FREQ") {
            Some((_, "DAILY")) => Frequency::Daily,
            Some((_, "WEEKLY")) => Frequency::Weekly,
            Some((_, "MONTHLY")) => Frequency::Monthly,
            Some((_, "YEARLY")) => Frequency::Yearly,
            _ => return Err("a recurrence rule needs FREQ as DAILY, WEEKLY, MONTHLY or YEARLY".to_owned()),
        };
        let mut rule = Rule { frequency, interval: 1, count: None, until: None, calendar: Vec::new() };
        for (name, value) in parts {
            match name {
                "INTERVAL" => rule.interval = positive(name, value, MAX_INTERVAL)?,
                "COUNT" => rule.count = Some(positive(name, value, MAX_COUNT)?),
                "UNTIL" => rule.until = Some(until(value)?),
                _ if name == "FREQ" || is_calendar_part(frequency, name, value) => {
                    rule.calendar.push((name.to_owned(), value.to_owned()));
                }
                _ => return Err(format!("{name}={value:?} is not a part of a recurrence rule with this FREQ")),
            }
        }
        rule.check_combinations()?;
        Ok(rule)
    }

    fn check_combinations(&self) -> Result<(), String> {
        if self.count.is_some() && self.until.is_some() {
            return Err("a recurrence rule has COUNT or UNTIL, not both".to_owned());
        }
        if self.has("BYSETPOS") && !self.calendar.iter().any(|(name, _)| name.starts_with("BY") && name != "BYSETPOS") {
            return Err("BYSETPOS needs another BY part to choose from".to_owned());
        }
        if self.has("BYWEEKNO") && self.values("BYDAY").any(|day| day.len() > 2) {
            return Err("BYDAY takes no numbers beside BYWEEKNO".to_owned());
        }
        let times = ["BYHOUR", "BYMINUTE", "BYSECOND"].map(|name| self.values(name).count().max(1));
        if times.iter().product::<usize>() > MAX_TIMES_A_DAY {
            return Err(format!("BYHOUR, BYMINUTE and BYSECOND name more than {MAX_TIMES_A_DAY} times a day"));
        }
        Ok(())
    }

    fn has(&self, name: &str) -> bool {
        self.values(name).next().is_some()
    }

    fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.calendar.iter().filter(move |(known, _)| known == name).flat_map(|(_, value)| value.split(','))
    }

    /// The local times that the rule gives for an event which first starts at `start`, in order, for 400 years or more;
    /// those before `from` are left out where that saves work. `COUNT` and `UNTIL` are the caller's.
    ///
    /// The crate counts up to the year 10000, however long it finds nothing. The Gregorian calendar repeats after
    /// 400 years, so the series is worked out in the last such cycle and moved back.
    fn expand(&self, start: DateTime, from: DateTime) -> Result<impl Iterator<Item = DateTime> + use<>, String> {
        let entry = self.entry(start, from.max(start)).map_err(|error| error.to_string())?;
        let moved = ((9_600 - i64::from(entry.year())).div_euclid(400) * 400).years();
        let entry = entry.checked_add(moved).map_err(|error| error.to_string())?;

        let mut text = format!("DTSTART:{}Z\nRRULE:INTERVAL={}", entry.strftime("%Y%m%dT%H%M%S"), self.interval);
        let stated = self.calendar.iter().map(|(name, value)| (name.as_str(), value.clone()));
        for (name, value) in stated.chain(self.implied(start)) {
            write!(text, ";{name}={value}").map_err(|error| error.to_string())?;
        }
        // Local time goes in as if it were UTC: the crate does the calendar, jiff the time zones.
        let occurrences: RRuleSet = text.parse().map_err(|error| format!("{error}"))?;
        let fraction = SignedDuration::from_nanos(i64::from(start.subsec_nanosecond()));
        let mut occurrences = occurrences.limit().into_iter();
        Ok(std::iter::from_fn(move || {
            let occurrence = Timestamp::from_second(occurrences.next()?.timestamp()).ok()?;
            TimeZone::UTC.to_datetime(occurrence).checked_add(fraction).ok()?.checked_sub(moved).ok()
        }))
    }

    /// Where to enter the series so that `from` is near: `start`, moved on by whole intervals. Months and years differ in
    /// length; these are entered on their first day, which leaves none of their days out.
    fn entry(&self, start: DateTime, from: DateTime) -> Result<DateTime, jiff::Error> {
        type Measure = (Date, Unit, fn(Span) -> i64, fn(i64) -> Span);
        let date = start.date();
        let (origin, unit, count, periods): Measure = match self.frequency {
            Frequency::Daily => (date, Unit::Day, |span| span.get_days().into(), i64::days),
            Frequency::Weekly => (date, Unit::Week, |span| span.get_weeks().into(), i64::weeks),
            Frequency::Monthly => (date.first_of_month(), Unit::Month, |span| span.get_months().into(), i64::months),
            Frequency::Yearly => (date.first_of_year(), Unit::Year, |span| span.get_years().into(), i64::years),
        };
        let passed = count(origin.until((unit, from.date()))?);
        match passed - passed % i64::from(self.interval) {
            0 => Ok(start),
            whole => Ok(origin.checked_add(periods(whole))?.to_datetime(start.time())),
        }
    }

    /// What RFC 5545 takes from the start when the rule does not say it.
    fn implied(&self, start: DateTime) -> Vec<(&'static str, String)> {
        if self.has("BYDAY") || self.has("BYMONTHDAY") || self.has("BYYEARDAY") {
            return Vec::new();
        }
        let days_after_monday = usize::try_from(start.weekday().to_monday_zero_offset()).unwrap_or_default();
        let weekday = ("BYDAY", WEEKDAYS.get(days_after_monday).copied().unwrap_or_default().to_owned());
        let day = ("BYMONTHDAY", start.day().to_string());
        match self.frequency {
            Frequency::Daily => Vec::new(),
            Frequency::Weekly => vec![weekday],
            Frequency::Yearly if self.has("BYWEEKNO") => vec![weekday],
            Frequency::Yearly if !self.has("BYMONTH") => vec![day, ("BYMONTH", start.month().to_string())],
            Frequency::Monthly | Frequency::Yearly => vec![day],
        }
    }
}

/// Whether a `BY…` or `WKST` part has the form that RFC 5545 gives it (section 3.3.10). The rrule crate checks the ranges
/// and what goes with which `FREQ`, but not signs, zeros, empty lists and weekdays with a number.
fn is_calendar_part(frequency: Frequency, name: &str, value: &str) -> bool {
    value.split(',').all(|element| {
        let (number, weekday) = element.split_at_checked(element.len().saturating_sub(2)).unwrap_or_default();
        let unsigned = |number: &str| digits(number.strip_prefix(['+', '-']).unwrap_or(number), 3);
        let counts = matches!(frequency, Frequency::Monthly | Frequency::Yearly) && unsigned(number) > Some(0);
        match name {
            "BYHOUR" | "BYMINUTE" | "BYSECOND" | "BYMONTH" => digits(element, 2).is_some(),
            "BYMONTHDAY" | "BYYEARDAY" | "BYWEEKNO" | "BYSETPOS" => unsigned(element) > Some(0),
            "BYDAY" => WEEKDAYS.contains(&weekday) && (number.is_empty() || counts),
            "WKST" => WEEKDAYS.contains(&element),
            _ => false,
        }
    })
}

/// `UNTIL`: a day, the whole of which still counts, or an instant in UTC.
fn until(value: &str) -> Result<Until, String> {
    let day = |value: &str| Date::strptime("%Y%m%d", value).ok();
    let instant = |value: &str| TimeZone::UTC.to_timestamp(DateTime::strptime("%Y%m%dT%H%M%SZ", value).ok()?).ok();
    match value.len() {
        8 => day(value).map(Until::Day),
        16 => instant(value).map(Until::Instant),
        _ => None,
    }
    .ok_or_else(|| format!("UNTIL takes a day (`20301231`) or an instant in UTC (`20301231T235959Z`), not {value:?}"))
}

fn positive(name: &str, value: &str, most: u32) -> Result<u32, String> {
    digits(value, 5)
        .filter(|number| (1..=most).contains(number))
        .ok_or_else(|| format!("{name} takes 1 to {most}, not {value:?}"))
}

/// One to `most` ASCII digits as a number.
fn digits(text: &str, most: usize) -> Option<u32> {
    let plain = text.len() <= most && text.bytes().all(|digit| digit.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests;
