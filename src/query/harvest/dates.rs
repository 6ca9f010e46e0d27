//! Dates of a selective harvest: days or seconds, in UTC, both ends inclusive.

use super::arguments::OaiFault;
use crate::model::values::{Interval, parse_bound};

/// The times that a harvest is about, as they were written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DateRange {
    /// From when on.
    pub from: Option<String>,
    /// Until when.
    pub until: Option<String>,
}

impl DateRange {
    /// Holds the two to their form, to one granularity, and to their order.
    ///
    /// # Errors
    /// `badArgument`, for each thing that is wrong.
    pub fn read(from: Option<&str>, until: Option<&str>) -> Result<Self, Vec<OaiFault>> {
        let mut faults = Vec::new();
        let mut interval = |name: &str, text: Option<&str>| -> Option<Interval> {
            let found = text.and_then(covered);
            if text.is_some() && found.is_none() {
                let detail = format!("`{name}` is a day (2019-06-30) or a second (2019-06-30T12:00:00Z).");
                faults.push(OaiFault::argument(detail));
            }
            found
        };
        let (first, last) = (interval("from", from), interval("until", until));
        if let (Some(first), Some(last)) = (first, last) {
            if from.map(str::len) != until.map(str::len) {
                faults.push(OaiFault::argument("`from` and `until` have the same granularity."));
            } else if first.start > last.end {
                faults.push(OaiFault::argument("`from` is not later than `until`."));
            }
        }
        match faults.is_empty() {
            true => Ok(Self { from: from.map(str::to_owned), until: until.map(str::to_owned) }),
            false => Err(faults),
        }
    }

    /// The first and the last millisecond that it has.
    pub fn bounds(&self) -> (i64, i64) {
        let interval = |text: &Option<String>| text.as_deref().and_then(covered);
        let first = interval(&self.from).map_or(i64::MIN, |interval| interval.start);
        (first, interval(&self.until).map_or(i64::MAX, |interval| interval.end))
    }
}

/// What a day or a second covers, in milliseconds; `None` for what is neither.
fn covered(text: &str) -> Option<Interval> {
    let form = ["0000-00-00", "0000-00-00T00:00:00Z"].into_iter().find(|form| form.len() == text.len())?;
    let fits = form.bytes().zip(text.bytes()).all(|(wanted, byte)| match wanted {
        b'0' => byte.is_ascii_digit(),
        mark => byte == mark,
    });
    // A leap second is no `xs:dateTime`, which the answer must repeat it as.
    if !fits || text.ends_with(":60Z") {
        return None;
    }
    let interval = parse_bound(text).ok()?;
    Some(Interval { end: interval.end.max(interval.start + 999), ..interval })
}

#[cfg(test)]
mod tests {
    use super::DateRange;

    fn range(from: &str, until: &str) -> Option<(i64, i64)> {
        let given = |text: &'static str| (!text.is_empty()).then_some(text);
        let (from, until) = (from.to_owned().leak(), until.to_owned().leak());
        DateRange::read(given(from), given(until)).ok().map(|range| range.bounds())
    }

    #[test]
    fn a_day_covers_the_day_and_a_second_the_second() {
        assert_eq!(range("1970-01-02", "1970-01-02"), Some((86_400_000, 172_799_999)));
        assert_eq!(range("1970-01-01T00:00:01Z", "1970-01-01T00:00:01Z"), Some((1000, 1999)));
        assert_eq!(range("", "1970-01-01"), Some((i64::MIN, 86_399_999)));
        assert_eq!(range("1970-01-01", ""), Some((0, i64::MAX)));
        assert_eq!(range("", ""), Some((i64::MIN, i64::MAX)));
    }

    #[test]
    fn what_is_neither_is_refused() {
        for wrong in [
            "1970",
            "1970-01",
            "1970-1-1",
            "1970-13-01",
            "1970-02-30",
            "0000-01-01",
            "1970-01-01T00:00:00",
            "1970-01-01T00:00Z",
            "1970-01-01t00:00:00z",
            "1970-01-01T00:00:00.0Z",
            "1970-01-01T00:00:00+00:00",
            "1970-01-01T24:00:00Z",
            "1970-01-01T00:00:60Z",
            "1970-01-0é",
            "junk",
            " 1970-01-01",
        ] {
            assert_eq!(range(wrong, ""), None, "{wrong}");
            assert_eq!(range("", wrong), None, "{wrong}");
        }
        assert_eq!(range("1970-01-01", "1970-01-02T00:00:00Z"), None);
        assert_eq!(range("1970-01-02", "1970-01-01"), None);
    }
}
