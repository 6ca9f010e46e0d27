//! Calendars: events as calendar programs read them.

use std::str::FromStr;

use icalendar::{Calendar, CalendarComponent, Component};
use rights_hub::model::values::Instant;
use serde_json::{Value, json};

use super::{get, link, listed, served, servers, texts};
use crate::support::server::{Server, noon};
use crate::support::{Database, publish};

fn read(text: &str) -> Calendar {
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "lines end with CRLF alone");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "no line is longer than 75 octets");
    Calendar::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn calendar(server: &Server, query: &str) -> Calendar {
    read(get(server, &format!("/v1/events.ics?{query}")).text())
}

/// A property of the event with this title.
fn property(calendar: &Calendar, title: &str, name: &str) -> Option<String> {
    let event =
        calendar.events().find(|event| event.get_summary() == Some(title)).unwrap_or_else(|| panic!("no {title}"));
    event.property_value(name).map(str::to_owned)
}

fn event(slug: &str, more: Value) -> Value {
    let mut event = json!({
        "type": "events", "slug": slug, "title": slug, "kind": "conference", "starts_at": "2025-06-24T08:00:00Z",
        "ends_at": "2025-06-24T15:30:00Z", "time_zone": "Europe/London",
    });
    let members = event.as_object_mut().expect("an object");
    members.extend(more.as_object().expect("an object").clone());
    event
}

#[test]
fn every_event_is_in_the_calendar() {
    let server = Server::shared();
    let calendar = calendar(&server, "");
    let ids: Vec<&str> = calendar.events().map(|event| event.get_uid().expect("an id")).collect();
    assert_eq!(ids, texts(&listed(&server, "events", ""), "id"));
    assert_eq!(calendar.get_name(), Some("Test hub: Events"));
    assert_eq!(calendar.property_value("REFRESH-INTERVAL"), Some("PT1H"));
    assert_eq!(calendar.property_value("METHOD"), None);
}

#[test]
fn times_are_told_in_their_zone_and_days_as_days() {
    for server in servers() {
        publish(
            &server.hub,
            &[
                event("talk", json!({ "recurrence": "BYDAY=TU;FREQ=WEEKLY;UNTIL=20251231" })),
                event(
                    "call",
                    json!({ "time_zone": "UTC", "attendance": "online", "venue": "Nowhere", "registration_url": "https://a.example/join" }),
                ),
                event(
                    "day",
                    json!({
                        "starts_at": "2015-06-18T23:00:00Z", "ends_at": "2015-06-19T23:00:00Z", "all_day": true,
                        "recurrence": "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=19;BYHOUR=9;UNTIL=20300619T120000Z",
                    }),
                ),
                event(
                    "moment",
                    json!({ "ends_at": "2025-06-24T08:00:00Z", "time_zone": "America/New_York", "venue": "Room 1; upstairs, left", "location": { "lat": 53.4084, "lon": -2.9916 } }),
                ),
            ],
        );
        let text = get(&server, "/v1/events.ics").text().to_owned();
        let read = read(&text);
        let of = |title: &str, name: &str| property(&read, title, name);
        assert!(text.contains("DTSTART;TZID=Europe/London:20250624T090000\r\n"), "{text}");
        assert!(text.contains("DTEND;TZID=Europe/London:20250624T163000\r\n"));
        // The last day counts whole: it is over an hour before midnight in UTC.
        assert_eq!(of("talk", "RRULE").as_deref(), Some("FREQ=WEEKLY;BYDAY=TU;UNTIL=20251231T235959Z"));
        assert_eq!(of("call", "DTSTART").as_deref(), Some("20250624T080000Z"));
        assert_eq!((of("call", "LOCATION"), of("day", "DTSTART").as_deref()), (None, Some("20150619")));
        assert_eq!(of("day", "DTEND").as_deref(), Some("20150620"));
        assert_eq!(of("day", "RRULE").as_deref(), Some("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=19;UNTIL=20300619"));
        assert_eq!(
            (of("day", "TRANSP").as_deref(), of("talk", "TRANSP").as_deref()),
            (Some("TRANSPARENT"), Some("OPAQUE"))
        );
        assert_eq!((of("moment", "DTSTART").as_deref(), of("moment", "DTEND")), (Some("20250624T040000"), None));
        assert_eq!(of("moment", "LOCATION").as_deref(), Some("Room 1; upstairs, left"));
        assert_eq!(of("moment", "GEO").as_deref(), Some("53.408400;-2.991600"));

        let mut zones: Vec<&str> = read
            .iter()
            .filter_map(|component| match component {
                CalendarComponent::Other(zone) => zone.property_value("TZID"),
                _ => None,
            })
            .collect();
        zones.sort_unstable();
        assert_eq!(zones, ["America/New_York", "Europe/London"], "those that are told, once each");
    }
}

#[test]
fn a_revision_has_the_same_name_and_a_higher_number() {
    for server in servers() {
        publish(&server.hub, &[event("talk", json!({}))]);
        let before = calendar(&server, "");
        publish(&server.hub, &[event("talk", json!({ "status": "postponed" }))]);
        let after = calendar(&server, "");
        let number = |calendar: &Calendar| {
            property(calendar, "talk", "SEQUENCE").expect("a number").parse::<u32>().expect("a number")
        };
        assert_eq!(property(&before, "talk", "UID"), property(&after, "talk", "UID"));
        assert!(number(&after) > number(&before));
        assert_eq!(property(&before, "talk", "STATUS").as_deref(), Some("CONFIRMED"));
        assert_eq!(property(&after, "talk", "STATUS").as_deref(), Some("TENTATIVE"));
    }
}

#[test]
fn what_is_cancelled_is_told_of_for_ninety_days() {
    const DAY: i64 = 24 * 60 * 60 * 1000;
    fn ninety_days_on() -> Instant {
        Instant::from_millis(noon().millis() + 90 * DAY)
    }
    fn later() -> Instant {
        Instant::from_millis(noon().millis() + 90 * DAY + 1)
    }
    for database in Database::each() {
        let (again, once_more) = (database.again(), database.again());
        let server = served(database, noon);
        publish(&server.hub, &[event("talk", json!({ "status": "cancelled" })), event("call", json!({}))]);
        let of = |server: &Server| -> Vec<String> {
            let calendar = calendar(server, "sort=title");
            calendar
                .events()
                .map(|event| {
                    format!(
                        "{} {}",
                        event.get_summary().unwrap_or_default(),
                        event.property_value("STATUS").unwrap_or_default()
                    )
                })
                .collect()
        };
        assert_eq!(of(&server), ["call CONFIRMED", "talk CANCELLED"]);
        assert_eq!(of(&served(again, ninety_days_on)), ["call CONFIRMED", "talk CANCELLED"]);
        assert_eq!(of(&served(once_more, later)), ["call CONFIRMED"]);
    }
}

#[test]
fn a_calendar_has_a_limit_and_may_be_empty() {
    for server in servers() {
        // A calendar without any component would be none.
        assert!(get(&server, "/v1/events.ics").text().contains("BEGIN:VTIMEZONE"));
        let events: Vec<Value> = (0..1003).map(|number| event(&format!("event-{number}"), json!({}))).collect();
        publish(&server.hub, &events);
        let answer = get(&server, "/v1/events.ics?sort=-title");
        let first = read(answer.text());
        assert_eq!(first.events().count(), 1000);
        let rest = get(&server, &link(&answer, "next").expect("a page after it"));
        assert_eq!((read(rest.text()).events().count(), link(&rest, "next")), (3, None));
        assert_eq!(
            server.get("/v1/events.ics?limit=1001").faults(),
            [("limit".to_owned(), "invalid-value".to_owned())]
        );
    }
}

/// The start and end of London's summer time as the zone has them, in a year of the far future too.
#[test]
fn a_zone_tells_its_changes() {
    for server in servers() {
        publish(&server.hub, &[event("talk", json!({ "recurrence": "FREQ=WEEKLY" }))]);
        let text = get(&server, "/v1/events.ics").text().replace("\r\n", "\n");
        let summer = "BEGIN:DAYLIGHT\nTZNAME:BST\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nDTSTART:20250330T010000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\n";
        let winter = "BEGIN:STANDARD\nTZNAME:GMT\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0000\nDTSTART:20251026T020000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\n";
        assert!(text.contains(summer) && text.contains(winter), "{text}");
    }
}
