//! An entry that takes place as a `VEVENT`.

use jiff::civil::Date;
use jiff::{Timestamp, Zoned};

use super::lines::Lines;
use crate::model::values::calendar_rule;
use crate::present::members::Members;
use crate::present::occasion::Occasion;

/// How much of the description stands in a calendar, in characters; the whole of it is where `URL` leads.
pub const DESCRIPTION: usize = 4000;

/// Writes an event.
pub fn write(lines: &mut Lines, members: Members<'_>, occasion: &Occasion) {
    let language = match members.text("lang") {
        Some(lang) if lang.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') => {
            format!(";LANGUAGE={lang}")
        }
        _ => String::new(),
    };
    let name = |name: &str| format!("{name}{language}");
    lines.component("VEVENT", |lines| {
        lines.text("UID", members.text("id").unwrap_or_default());
        let revision = members.0.get("rev").and_then(serde_json::Value::as_i64).unwrap_or(1);
        lines.value("SEQUENCE", &(revision - 1).max(0).to_string());
        for (property, member) in
            [("DTSTAMP", "updated_at"), ("CREATED", "published_at"), ("LAST-MODIFIED", "updated_at")]
        {
            if let Some(at) = members.text(member).and_then(|text| text.parse::<Timestamp>().ok()) {
                lines.value(property, &at.strftime("%Y%m%dT%H%M%SZ").to_string());
            }
        }
        times(lines, members, occasion);
        lines.text(&name("SUMMARY"), members.text("title").unwrap_or_default());
        lines.text(&name("DESCRIPTION"), &description(members));
        let venue = members.text("venue").filter(|_| members.text("attendance") != Some("online"));
        venue.into_iter().for_each(|venue| lines.text(&name("LOCATION"), venue));
        if let Some(place) = members.inside("location")
            && let (Some(lat), Some(lon)) = (place.number("lat"), place.number("lon"))
        {
            lines.value("GEO", &format!("{lat:.6};{lon:.6}"));
        }
        lines.value(
            "STATUS",
            match members.text("status") {
                Some("cancelled") => "CANCELLED",
                Some("postponed") => "TENTATIVE",
                _ => "CONFIRMED",
            },
        );
        // A day that the world marks keeps nobody from a meeting.
        lines.value("TRANSP", if occasion.all_day { "TRANSPARENT" } else { "OPAQUE" });
        lines.value("CLASS", "PUBLIC");
        lines.texts(&name("CATEGORIES"), members.list("topics").filter_map(|topic| topic.text("title")));
        for organiser in members.list("organisers").filter_map(|organiser| organiser.text("title")) {
            lines.text(&name("CONTACT"), organiser);
        }
        if let Some(html) = members.inside("links").and_then(|links| links.text("html")) {
            lines.address("URL;VALUE=URI", html);
        }
    });
}

fn times(lines: &mut Lines, members: Members<'_>, occasion: &Occasion) {
    let zone = occasion.starts.time_zone();
    if occasion.all_day {
        lines.value("DTSTART;VALUE=DATE", &day(occasion.first_day()));
        // The first day that it does not take any more.
        if let Some(after) = occasion.last_day().and_then(|last| last.tomorrow().ok()) {
            lines.value("DTEND;VALUE=DATE", &day(after));
        }
    } else {
        timed(lines, "DTSTART", &occasion.starts);
        occasion.ends.iter().for_each(|ends| timed(lines, "DTEND", ends));
    }
    let rule = members.text("recurrence").and_then(|rule| calendar_rule(rule, zone, occasion.all_day));
    rule.into_iter().for_each(|rule| lines.value("RRULE", &rule));
}

fn timed(lines: &mut Lines, property: &str, at: &Zoned) {
    match zone_name(at) {
        Some(zone) => lines.value(&format!("{property};TZID={zone}"), &at.strftime("%Y%m%dT%H%M%S").to_string()),
        None => lines.value(property, &at.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()),
    }
}

/// The zone that an instant is told in, unless that is UTC, which needs no telling.
pub fn zone_name(at: &Zoned) -> Option<&str> {
    at.time_zone().iana_name().filter(|name| !["UTC", "Etc/UTC"].contains(name))
}

fn day(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// Summary, description, where to register, and the line that must be shown.
fn description(members: Members<'_>) -> String {
    let prose = members.prose("description").map(|text| cut(&text));
    let line = members.inside("attribution").and_then(|line| line.text("text"));
    let parts = [
        members.text("summary").map(str::to_owned),
        prose,
        members.text("registration_url").map(str::to_owned),
        line.map(str::to_owned),
    ];
    parts.into_iter().flatten().collect::<Vec<String>>().join("\n\n")
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(DESCRIPTION) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
