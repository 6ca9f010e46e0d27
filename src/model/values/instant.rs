//! Instants: RFC 3339 in JSON, always UTC with milliseconds; whole milliseconds since 1970 in the column, so that both
//! databases order them alike and neither rounds them.

use std::fmt;
use std::str::FromStr;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql};
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::BigInt;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::database::MultiBackend;

/// A day, in milliseconds.
pub const DAY: i64 = 24 * 60 * 60 * 1000;

/// A point in time, UTC, to the millisecond.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    diesel::expression::AsExpression,
    diesel::deserialize::FromSqlRow,
)]
#[diesel(sql_type = BigInt)]
pub struct Instant(i64);

impl Instant {
    /// Now, truncated to the millisecond.
    pub fn now() -> Self {
        Self(jiff::Timestamp::now().as_millisecond())
    }

    /// From milliseconds since 1970-01-01T00:00:00Z.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Its UTC day, `2019-06-25`.
    pub fn date(self) -> String {
        self.to_string().get(..10).unwrap_or_default().to_owned()
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let timestamp = jiff::Timestamp::from_millisecond(self.0).map_err(|_| fmt::Error)?;
        write!(f, "{timestamp:.3}")
    }
}

impl FromStr for Instant {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        text.parse::<jiff::Timestamp>()
            .map(|timestamp| Self(timestamp.as_millisecond()))
            .map_err(|_| format!("`{text}` is not an RFC 3339 instant such as 2019-06-25T09:30:00Z"))
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

impl utoipa::PartialSchema for Instant {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .format(Some(utoipa::openapi::SchemaFormat::KnownFormat(utoipa::openapi::KnownFormat::DateTime)))
            .description(Some("RFC 3339 instant, answered in UTC with milliseconds."))
            .examples([serde_json::json!("2019-06-25T09:30:00.000Z")])
            .into()
    }
}

impl utoipa::ToSchema for Instant {}

impl<DB: Backend> FromSql<BigInt, DB> for Instant
where
    i64: FromSql<BigInt, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        i64::from_sql(bytes).map(Self)
    }
}

impl ToSql<BigInt, diesel::sqlite::Sqlite> for Instant {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, diesel::sqlite::Sqlite>) -> serialize::Result {
        out.set_value(self.0);
        Ok(IsNull::No)
    }
}

impl ToSql<BigInt, diesel::pg::Pg> for Instant {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, diesel::pg::Pg>) -> serialize::Result {
        <i64 as ToSql<BigInt, diesel::pg::Pg>>::to_sql(&self.0, out)
    }
}

impl ToSql<BigInt, MultiBackend> for Instant {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> serialize::Result {
        out.set_value((BigInt, &self.0));
        Ok(IsNull::No)
    }
}

#[cfg(test)]
mod tests {
    use super::Instant;

    #[test]
    fn offsets_become_utc_and_finer_digits_are_cut() {
        let instant: Instant = "2019-06-25T10:30:00.123999+01:00".parse().unwrap();
        assert_eq!(instant.to_string(), "2019-06-25T09:30:00.123Z");
        assert_eq!(instant.date(), "2019-06-25");
        assert!("25 June 2019".parse::<Instant>().is_err());
    }
}
