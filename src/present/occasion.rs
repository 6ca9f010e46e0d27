//! When an entry takes place, read from `starts_at`, `ends_at`, `time_zone` and `all_day` of its document, for the forms that
//! speak of days and hours.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, Zoned};
use serde_json::json;

use super::members::Members;
use crate::model::values::built_in_zone;

/// When something takes place, in the zone in which its times are meant.
#[derive(Debug, Clone)]
pub struct Occasion {
    /// When it begins; of what recurs, the first time.
    pub starts: Zoned,
    /// When it ends, later than it begins.
    pub ends: Option<Zoned>,
    /// Whether only the days count.
    pub all_day: bool,
}

impl Occasion {
    /// What a document says of it; `None` when it takes place at no time.
    pub fn of(members: Members<'_>) -> Option<Self> {
        let zone = built_in_zone(members.text("time_zone")?)?;
        let at = |field: &str| members.text(field).and_then(|text| text.parse::<Timestamp>().ok());
        let starts = at("starts_at")?;
        let ends = at("ends_at").filter(|ends| *ends > starts);
        Some(Self {
            starts: starts.to_zoned(zone.clone()),
            ends: ends.map(|ends| ends.to_zoned(zone)),
            all_day: members.0.get("all_day") == Some(&json!(true)),
        })
    }

    /// The first of its days.
    pub fn first_day(&self) -> Date {
        self.starts.date()
    }

    /// The last of its days. Midnight belongs to the day that it ends.
    pub fn last_day(&self) -> Option<Date> {
        let ends = self.ends.as_ref()?;
        ends.checked_sub(SignedDuration::from_millis(1)).ok().map(|last| last.date())
    }

    /// Its beginning by ISO 8601: a day, or an instant with the offset of its zone.
    pub fn begin(&self) -> String {
        if self.all_day { self.first_day().to_string() } else { instant(&self.starts) }
    }

    /// Its end by ISO 8601, if it has one.
    pub fn end(&self) -> Option<String> {
        match self.all_day {
            true => self.last_day().map(|day| day.to_string()),
            false => self.ends.as_ref().map(instant),
        }
    }
}

fn instant(at: &Zoned) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Occasion;
    use crate::present::members::Members;

    fn days(document: &Value) -> (String, Option<String>) {
        let occasion = Occasion::of(Members(document.as_object().unwrap())).unwrap();
        (occasion.begin(), occasion.end())
    }

    #[test]
    fn days_are_those_of_the_zone_and_midnight_ends_the_day_before() {
        let event = |starts: &str, ends: Option<&str>, zone: &str, all_day: bool| {
            days(&json!({ "starts_at": starts, "ends_at": ends, "time_zone": zone, "all_day": all_day }))
        };
        let whole = event("2019-06-18T23:00:00.000Z", Some("2019-06-19T23:00:00.000Z"), "Europe/London", true);
        assert_eq!(whole, ("2019-06-19".to_owned(), Some("2019-06-19".to_owned())));
        let long = event("2006-01-01T00:00:00.000Z", Some("2008-06-10T22:59:59.000Z"), "Europe/London", true);
        assert_eq!(long, ("2006-01-01".to_owned(), Some("2008-06-10".to_owned())));
        let timed = event("2019-06-24T08:00:00.000Z", None, "Europe/Zurich", false);
        assert_eq!(timed, ("2019-06-24T10:00:00+02:00".to_owned(), None));
    }
}
