//! Dates as people write them: a year, a month or a day (EDTF level 0), and the stretch of time that each covers.
//! Refuses what no calendar has (`2019-02-29`), years outside 0001 to 9999, and everything of EDTF above level 0:
//! seasons, unspecified digits (`201X`), uncertainty (`2008?`), ranges (`2008/2010`).

use std::{fmt, str::FromStr};

use jiff::{SignedDuration, civil::Date};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::instant::DAY;

const EPOCH: Date = Date::constant(1970, 1, 1);

const EXPECTED_DATE: &str = "a year (`2008`), a month (`2019-06`) or a day (`2008-06-10`)";
const EXPECTED_BOUND: &str = "a year (`2008`), a month (`2019-06`), a day (`2008-06-10`) \
     or an RFC 3339 instant (`2008-06-10T09:30:00+01:00`)";

/// A stretch of time in milliseconds since 1970-01-01T00:00:00Z; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// The first millisecond.
    pub start: i64,
    /// The last millisecond.
    pub end: i64,
}

impl Interval {
    /// Whether the two share at least one millisecond.
    pub fn overlaps(&self, other: &Interval) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// The calendar year (UTC) in which the interval starts, for facets such as `published_year`.
    pub fn year(&self) -> i16 {
        EPOCH.saturating_add(SignedDuration::from_hours(self.start.div_euclid(DAY) * 24)).year()
    }

    fn of_days(first: Date, last: Date) -> Self {
        Self { start: midnight(first), end: midnight(last) + DAY - 1 }
    }
}

/// A date with the precision that its writer had: `2008`, `2019-06` or `2008-06-10` (EDTF level 0).
///
/// It is kept as it was written: `2008` never turns into `2008-01-01`. For order and range filters it stands for
/// the whole [`Interval`] that it names.
#[derive(Debug, Clone, PartialEq, Eq, Hash, diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
#[diesel(sql_type = diesel::sql_types::Text)]
pub struct Edtf {
    text: String,
    interval: Interval,
}

impl Edtf {
    /// The date as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The time it covers, from the first to the last millisecond in UTC; computed once, so reading it is free.
    pub fn interval(&self) -> Interval {
        self.interval
    }

    /// Takes over the text of a database column without copying it.
    ///
    /// # Errors
    /// [`InvalidDate`] when the text is not an EDTF level 0 date.
    pub(crate) fn from_stored(text: String) -> Result<Self, InvalidDate> {
        let interval = covered(&text).map_err(|why| InvalidDate::new(&text, why, EXPECTED_DATE))?;
        Ok(Self { text, interval })
    }
}

impl FromStr for Edtf {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        Self::from_stored(text.to_owned())
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DateText;
        impl de::Visitor<'_> for DateText {
            type Value = Edtf;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a string with {EXPECTED_DATE}")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Edtf, E> {
                text.parse().map_err(E::custom)
            }

            fn visit_string<E: de::Error>(self, text: String) -> Result<Edtf, E> {
                Edtf::from_stored(text).map_err(E::custom)
            }
        }
        deserializer.deserialize_string(DateText)
    }
}

/// Why a text is not a date; its `Display` is one sentence that says what is wrong and what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidDate {
    /// The beginning of what was written, at most 40 characters, control characters escaped.
    written: String,
    why: &'static str,
    expected: &'static str,
}

impl InvalidDate {
    fn new(text: &str, why: &'static str, expected: &'static str) -> Self {
        let mut written: String = text.chars().take(40).flat_map(char::escape_debug).collect();
        if text.chars().nth(40).is_some() {
            written.push('…');
        }
        Self { written, why, expected }
    }
}

impl fmt::Display for InvalidDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” {}; expected {}", self.written, self.why, self.expected)
    }
}

impl std::error::Error for InvalidDate {}

/// Reads one end of a range filter (`published_from`, `published_to`) as the time it covers.
///
/// A bare year, month or day covers all its milliseconds; an RFC 3339 instant with `Z` or an offset covers one,
/// digits below the millisecond being cut off and a leap second counting as the second before it. The `+` of an
/// offset may arrive as a space, which is what form decoding makes of it.
///
/// # Errors
/// [`InvalidDate`] for everything else, an instant without an offset or without seconds included.
pub fn parse_bound(text: &str) -> Result<Interval, InvalidDate> {
    match text.split_once(['T', 't']) {
        Some((date, time)) => instant(date, time).map(|at| Interval { start: at, end: at }),
        None => covered(text),
    }
    .map_err(|why| InvalidDate::new(text, why, EXPECTED_BOUND))
}

/// The interval that an EDTF level 0 date covers, or what is wrong with it.
fn covered(text: &str) -> Result<Interval, &'static str> {
    let mut parts = text.splitn(3, '-');
    let year = number(parts.next(), 4)?;
    let month = parts.next().map(|part| number(Some(part), 2)).transpose()?;
    let day = parts.next().map(|part| number(Some(part), 2)).transpose()?;

    if year == 0 {
        return Err("has a year outside 0001 to 9999");
    }
    let first = Date::new(year, month.unwrap_or(1) as i8, 1).map_err(|_| "has a month outside 01 to 12")?;
    Ok(match (month, day) {
        (_, Some(day)) => {
            let date =
                Date::new(year, first.month(), day as i8).map_err(|_| "has a day that its month does not have")?;
            Interval::of_days(date, date)
        }
        (Some(_), None) => Interval::of_days(first, first.last_of_month()),
        (None, None) => Interval::of_days(first, first.last_of_year()),
    })
}

/// An RFC 3339 instant in milliseconds, from what stands before and after its `T`.
fn instant(date: &str, time: &str) -> Result<i64, &'static str> {
    const NO_OFFSET: &str = "has no offset from UTC such as `Z` or `+01:00`";

    if date.len() != 10 {
        return Err("has a time but no complete day");
    }
    let midnight = covered(date)?.start;
    let at = time.find(['Z', 'z', '+', '-', ' ']).ok_or(NO_OFFSET)?;
    let (clock, offset) = time.split_at_checked(at).ok_or(NO_OFFSET)?;
    Ok(midnight + clock_time(clock)? - offset_from_utc(offset)?)
}

/// `09:30:00` or `09:30:00.25` in milliseconds after midnight.
fn clock_time(clock: &str) -> Result<i64, &'static str> {
    let (clock, fraction) = match clock.split_once('.') {
        Some((clock, fraction)) => (clock, Some(fraction)),
        None => (clock, None),
    };
    let mut parts = clock.splitn(3, ':').map(|part| number(Some(part), 2).map(i64::from));
    let (Some(hour), Some(minute), Some(second)) = (parts.next(), parts.next(), parts.next()) else {
        return Err("has a time without hours, minutes and seconds");
    };
    let (hour, minute, second) = (hour?, minute?, second?);
    if hour > 23 || minute > 59 || second > 60 {
        return Err("has a time that no clock shows");
    }

    let digits = fraction.unwrap_or("0");
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err("has a fraction of a second that is not made of digits");
    }
    let milliseconds = digits.bytes().chain(*b"00").take(3).fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    Ok(((hour * 60 + minute) * 60 + second.min(59)) * 1000 + milliseconds)
}

/// `Z`, `+01:00`, ` 01:00` (a `+` after form decoding) or `-05:00` in milliseconds east of UTC.
fn offset_from_utc(offset: &str) -> Result<i64, &'static str> {
    const MALFORMED: &str = "has an offset from UTC that is neither `Z` nor like `+01:00`";

    let (sign, rest) = match offset.split_at_checked(1) {
        Some(("Z" | "z", "")) => return Ok(0),
        Some(("+" | " ", rest)) => (1, rest),
        Some(("-", rest)) => (-1, rest),
        _ => return Err(MALFORMED),
    };
    let (hours, minutes) = rest.split_once(':').ok_or(MALFORMED)?;
    let (hours, minutes) = (number(Some(hours), 2)?, number(Some(minutes), 2)?);
    if hours > 23 || minutes > 59 {
        return Err(MALFORMED);
    }
    Ok(sign * (i64::from(hours) * 60 + i64::from(minutes)) * 60_000)
}

/// Exactly `width` ASCII digits, at most four, as a number.
fn number(part: Option<&str>, width: usize) -> Result<i16, &'static str> {
    part.filter(|part| part.len() == width && part.bytes().all(|digit| digit.is_ascii_digit()))
        .and_then(|part| part.parse().ok())
        .ok_or("is not a date in this form")
}

fn midnight(date: Date) -> i64 {
    date.duration_since(EPOCH).as_secs() * 1000
}

impl utoipa::PartialSchema for Edtf {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))
            .description(Some("Date of reduced precision (EDTF level 0): a year, a month or a day."))
            .examples(["2008", "2019-06", "2008-06-10"])
            .into()
    }
}

impl utoipa::ToSchema for Edtf {}

crate::database::text_column!(Edtf);

#[cfg(test)]
mod tests;
