//! `/v1/events`: what one can attend or mark in the calendar.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::collection::Model;
use super::document::WrittenLink;
use super::fault::Faults;
use super::filter::{Filter, FilterKind, Indexed};
use super::relation::Relation;
use super::schema_org::{ABOUT, ADDRESS, GEO, Object, Said, SchemaOrg};
use super::text::Text;
use super::values::{
    Country, DAY, Instant, Json, Place, Url, check_recurrence, check_time_zone, closed_list, next_occurrence,
};
use crate::database::schema::events;

closed_list! {
    /// What kind of event it is.
    pub enum EventKind {
        /// A meeting to share what was learnt.
        LearningEvent = "learning-event",
        /// A training session.
        TrainingSession = "training-session",
        /// A conference.
        Conference = "conference",
        /// A hearing or the presentation of a report.
        Hearing = "hearing",
        /// A consultation.
        Consultation = "consultation",
        /// A day that the world marks every year.
        InternationalDay = "international-day",
    }
}

closed_list! {
    /// Whether it takes place as planned.
    pub enum EventStatus {
        /// As planned.
        Scheduled = "scheduled",
        /// Put off.
        Postponed = "postponed",
        /// Called off.
        Cancelled = "cancelled",
    }
}

closed_list! {
    /// How one attends.
    pub enum Attendance {
        /// In a room.
        InPerson = "in-person",
        /// Online.
        Online = "online",
        /// Either way.
        Mixed = "mixed",
    }
}

/// An event, once or recurring.
#[skip_serializing_none]
#[derive(
    Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, diesel::Queryable, diesel::Selectable, diesel::Insertable,
)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = events, treat_none_as_default_value = false)]
pub struct Event {
    /// What kind of event it is.
    pub kind: EventKind,
    /// Whether it takes place as planned.
    #[serde(default = "scheduled")]
    pub status: EventStatus,
    /// How one attends.
    #[serde(default = "in_person")]
    pub attendance: Attendance,
    /// When it begins; of a recurring event, the first time.
    pub starts_at: Instant,
    /// When it ends, not before it begins.
    pub ends_at: Option<Instant>,
    /// IANA time zone in which its times are meant.
    #[schema(min_length = 1, max_length = 64, example = "Europe/London")]
    pub time_zone: String,
    /// Whether only the days count, not the hours.
    #[serde(default)]
    pub all_day: bool,
    /// How it recurs: an RFC 5545 RRULE without its name.
    #[schema(max_length = 500, example = "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=19")]
    pub recurrence: Option<String>,
    /// Country, ISO 3166-1 alpha-2.
    pub country: Option<Country>,
    /// Where it takes place, plain text.
    #[schema(max_length = 500, example = "Palais des Nations, Geneva")]
    pub venue: Option<String>,
    /// Where that is on the globe.
    #[schema(value_type = Option<Place>)]
    pub location: Option<Json<Place>>,
    /// Where one registers.
    pub registration_url: Option<Url>,
    /// What happens there. Markdown.
    #[schema(max_length = 50_000)]
    pub description: Option<String>,
}

fn scheduled() -> EventStatus {
    EventStatus::Scheduled
}

fn in_person() -> Attendance {
    Attendance::InPerson
}

impl Model for Event {
    const NAME: &'static str = "events";
    const SINGULAR: &'static str = "event";
    const LABEL: &'static str = "Events";
    const ABOUT: &'static str =
        "Learning events, trainings, conferences, hearings, consultations and international days.";
    const RELATIONS: &'static [Relation] = &[
        Relation::many("organisers", "organiser", "organisations", "Who holds it.").author(),
        Relation::one("project", "projects", "The project to which it belongs."),
        Relation::one("course", "courses", "The course that is taught."),
        Relation::many("speakers", "speaker", "people", "Who speaks."),
        Relation::many("resources", "resource", "resources", "What to read for it."),
        Relation::many("topics", "topic", "topics", "What it is about."),
    ];
    const FILTERS: &'static [Filter<Self>] = &[
        Filter::closed::<EventKind>("kind", |event| Indexed::value(event.kind)),
        Filter::closed::<EventStatus>("status", |event| Indexed::value(event.status)),
        Filter::closed::<Attendance>("attendance", |event| Indexed::value(event.attendance)),
        Filter::of(FilterKind::Flag, "all_day", |event| Indexed::flag(event.all_day)),
        Filter::of(FilterKind::Flag, "recurring", |event| Indexed::flag(event.recurrence.is_some())),
        Filter::of(FilterKind::Country, "country", |event| Indexed::word(event.country.as_ref().map(Country::as_str))),
        Filter::of(FilterKind::Date, "starts_at", |event| Indexed::instant(Some(event.starts_at))),
        Filter::of(FilterKind::Date, "ends_at", |event| Indexed::instant(event.ends_at)),
    ];
    const TEXTS: &'static [Text] = &[Text::plain("venue"), Text::prose("description")];
    const SORT: &'static str = "-starts_at";
    const TAKES_PLACE: bool = true;
    const SCHEMA_ORG: SchemaOrg = SchemaOrg::thing(
        "Event",
        &[
            ("startDate", Said::Begin),
            ("endDate", Said::End),
            ("inLanguage", Said::Text("lang")),
            (
                "eventStatus",
                Said::Member(
                    "status",
                    &[
                        ("scheduled", "EventScheduled"),
                        ("postponed", "EventPostponed"),
                        ("cancelled", "EventCancelled"),
                    ],
                ),
            ),
            (
                "eventAttendanceMode",
                Said::Member(
                    "attendance",
                    &[
                        ("in-person", "OfflineEventAttendanceMode"),
                        ("online", "OnlineEventAttendanceMode"),
                        ("mixed", "MixedEventAttendanceMode"),
                    ],
                ),
            ),
            (
                "location",
                Said::Object(
                    Object::new("Place", &[("name", Said::Text("venue")), ADDRESS, GEO])
                        .when("attendance", &["in-person", "mixed"]),
                ),
            ),
            (
                "location",
                Said::Object(
                    Object::new("VirtualLocation", &[("url", Said::Address("registration_url"))])
                        .when("attendance", &["online", "mixed"]),
                ),
            ),
            ("organizer", Said::Named(&["organisers"])),
            ("performer", Said::Named(&["speakers"])),
            ABOUT,
        ],
    );

    fn check(&self, _links: &[WrittenLink], faults: &mut Faults) {
        faults.unless(
            self.ends_at.is_none_or(|end| end >= self.starts_at),
            "/ends_at",
            "before-start",
            "An event cannot end before it begins.",
        );
        if let Err(reason) = check_time_zone(&self.time_zone) {
            faults.add("/time_zone", "unknown-time-zone", reason);
        }
        if let Some(Err(reason)) = self.recurrence.as_deref().map(check_recurrence) {
            faults.add("/recurrence", "invalid-recurrence", reason);
        }
    }

    fn next_occurrence(&self, after: i64) -> Option<i64> {
        // A day without an end lasts that day.
        let end = self.ends_at.map(Instant::millis).or_else(|| self.all_day.then(|| self.starts_at.millis() + DAY));
        next_occurrence(self.starts_at.millis(), end, Some(&self.time_zone), self.recurrence.as_deref(), after)
    }

    fn example() -> Value {
        json!({
            "type": "events",
            "slug": "day-against-sexual-violence-in-conflict",
            "title": "International Day for the Elimination of Sexual Violence in Conflict",
            "summary": "Every year on 19 June.",
            "kind": "international-day",
            "starts_at": "2015-06-19T00:00:00.000Z",
            "time_zone": "UTC",
            "all_day": true,
            "recurrence": "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=19",
            "description": "The day honours survivors and those who stand with them.",
            "topics": [{ "slug": "sexual-violence-in-conflict" }]
        })
    }
}
