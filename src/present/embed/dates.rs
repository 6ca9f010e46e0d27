//! Dates and times in the words of a language, each with its machine-readable form beside it.

use jiff::Zoned;
use maud::{Markup, html};

use crate::present::occasion::Occasion;
use crate::present::words::{Words, filled};

/// A date of any precision, as people say it; as it is, if it is none.
fn said(words: &Words, date: &str) -> String {
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let month = month.and_then(|month| month.parse::<usize>().ok()).and_then(|month| month.checked_sub(1));
    let Some(month) = month.and_then(|month| words.months.get(month)) else { return date.to_owned() };
    match day.and_then(|day| day.parse::<u8>().ok()) {
        Some(day) => filled(&words.day, &[("day", &day.to_string()), ("month", month), ("year", year)]),
        None => filled(&words.month, &[("month", month), ("year", year)]),
    }
}

/// A date of any precision.
pub fn date(words: &Words, date: &str) -> Markup {
    html! { time datetime=(date) { (said(words, date)) } }
}

/// From one date to another, of which either may be missing.
pub fn period(words: &Words, from: Option<&str>, to: Option<&str>) -> Option<Markup> {
    let pattern = match (from, to) {
        (None, None) => return None,
        (Some(from), Some(to)) if from == to => return Some(date(words, from)),
        (Some(_), Some(_)) => &words.period,
        (Some(_), None) => &words.since,
        (None, Some(_)) => &words.until,
    };
    let shown = |known: Option<&str>| known.map(|known| date(words, known).into_string()).unwrap_or_default();
    let (from, to) = (shown(from), shown(to));
    Some(maud::PreEscaped(filled(pattern, &[("from", &from), ("to", &to)])))
}

/// When an event takes place, in its own time zone, which is named.
pub fn occasion(words: &Words, occasion: &Occasion, zone: &str) -> Markup {
    if occasion.all_day {
        let (from, to) = (occasion.begin(), occasion.end());
        let to = to.as_deref().unwrap_or(&from);
        return period(words, Some(&from), Some(to)).unwrap_or_default();
    }
    let (start, end) = (&occasion.starts, occasion.ends.as_ref());
    let day = |at: &Zoned| at.strftime("%Y-%m-%d").to_string();
    let clock = |at: &Zoned| at.strftime("%H:%M").to_string();
    let whole = |at: &Zoned| filled(&words.at, &[("date", &said(words, &day(at))), ("time", &clock(at))]);
    html! {
        time datetime=(occasion.begin()) { (whole(start)) }
        @if let (Some(end), Some(exact)) = (end, occasion.end()) {
            " – "
            time datetime=(exact) { (if day(end) == day(start) { clock(end) } else { whole(end) }) }
        }
        " " span.rh-zone { "(" bdi { (zone.replace('_', " ")) ", UTC" (start.strftime("%:z")) } ")" }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::present::members::Members;

    #[test]
    fn dates_are_said_as_each_language_says_them() {
        let said = |lang: &str, date: &str| said(Words::of(lang), date);
        assert_eq!(said("en", "2008-06-10"), "10 June 2008");
        assert_eq!(said("fr-CA", "2019-08"), "août 2019");
        assert_eq!(said("es", "2008-06-10"), "10 de junio de 2008");
        assert_eq!(said("ar", "2019-06"), "يونيو 2019");
        assert_eq!(said("en", "2008"), "2008");
        assert_eq!(said("en", "no-date"), "no-date");
    }

    #[test]
    fn an_event_is_told_in_its_own_zone() {
        let told = |starts: &str, ends: Option<&str>, all_day: bool| {
            let zone = "Europe/London";
            let event = json!({ "starts_at": starts, "ends_at": ends, "time_zone": zone, "all_day": all_day });
            let of = Occasion::of(Members(event.as_object().unwrap())).unwrap();
            occasion(Words::of("en"), &of, zone).into_string()
        };
        assert_eq!(
            told("2019-06-24T13:00:00.000Z", Some("2019-06-24T15:30:00.000Z"), false),
            "<time datetime=\"2019-06-24T14:00:00+01:00\">24 June 2019, 14:00</time> – <time datetime=\"2019-06-24T16:30:00+01:00\">16:30</time> <span class=\"rh-zone\">(<bdi>Europe/London, UTC+01:00</bdi>)</span>"
        );
        let day = "<time datetime=\"2019-06-19\">19 June 2019</time>";
        assert_eq!(told("2019-06-18T23:00:00.000Z", None, true), day);
        assert_eq!(told("2019-06-18T23:00:00.000Z", Some("2019-06-19T23:00:00.000Z"), true), day, "midnight ends it");
    }
}
