//! Countries.

use serde::{Deserialize, Deserializer, Serialize, de};

/// A country by its ISO 3166-1 alpha-2 code, in upper case. Only the shape is checked: which codes are assigned changes
/// more often than a hub is upgraded.
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, Serialize, diesel::expression::AsExpression, diesel::deserialize::FromSqlRow,
)]
#[serde(transparent)]
#[diesel(sql_type = diesel::sql_types::Text)]
pub struct Country(String);

/// Text that is no country code.
#[derive(Debug)]
pub struct InvalidCountry(String);

impl std::fmt::Display for InvalidCountry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}` is not an ISO 3166-1 alpha-2 country code such as GB", self.0)
    }
}

impl std::error::Error for InvalidCountry {}

impl Country {
    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn from_stored(text: String) -> Result<Self, InvalidCountry> {
        Ok(Self(text))
    }
}

impl std::str::FromStr for Country {
    type Err = InvalidCountry;

    fn from_str(text: &str) -> Result<Self, InvalidCountry> {
        if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidCountry(text.chars().take(20).collect()))
        }
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl utoipa::PartialSchema for Country {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^[A-Z]{2}$"))
            .description(Some("Country, ISO 3166-1 alpha-2."))
            .examples([serde_json::json!("GB")])
            .into()
    }
}

impl utoipa::ToSchema for Country {}

crate::database::text_column!(Country);
