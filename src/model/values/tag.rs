//! Language tags.

use serde::{Deserialize, Deserializer, Serialize, de};

/// A well-formed BCP 47 language tag, in its canonical case (`en-GB`, `zh-Hant`).
#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    diesel::expression::AsExpression,
    diesel::deserialize::FromSqlRow,
)]
#[serde(transparent)]
#[diesel(sql_type = diesel::sql_types::Text)]
pub struct Tag(String);

/// Text that is no language tag.
#[derive(Debug)]
pub struct InvalidTag(String);

impl std::fmt::Display for InvalidTag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}` is not a BCP 47 language tag such as en, fr or zh-Hant", self.0)
    }
}

impl std::error::Error for InvalidTag {}

impl Tag {
    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn from_stored(text: String) -> Result<Self, InvalidTag> {
        Ok(Self(text))
    }
}

impl std::str::FromStr for Tag {
    type Err = InvalidTag;

    fn from_str(text: &str) -> Result<Self, InvalidTag> {
        match oxilangtag::LanguageTag::parse_and_normalize(text) {
            // Longer languages are reserved, and mostly somebody's `english` (RFC 5646, section 2.2.1).
            Ok(tag) if text.len() <= 35 && (2..=3).contains(&tag.primary_language().len()) => {
                Ok(Self(tag.into_inner()))
            }
            _ => Err(InvalidTag(text.chars().take(40).collect())),
        }
    }
}

impl AsRef<str> for Tag {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Default for Tag {
    /// English, the language of the hub's own words.
    fn default() -> Self {
        Self("en".to_owned())
    }
}

impl<'de> Deserialize<'de> for Tag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl utoipa::PartialSchema for Tag {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"))
            .max_length(Some(35))
            .description(Some("BCP 47 language tag."))
            .examples([serde_json::json!("en")])
            .into()
    }
}

impl utoipa::ToSchema for Tag {}

crate::database::text_column!(Tag);
