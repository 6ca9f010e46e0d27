//! Addresses that a reader may follow.

use serde::{Deserialize, Deserializer, Serialize, de};

/// A URL of scheme `http`, `https`, `mailto` or `tel`; no other is ever stored or shown.
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, Serialize, diesel::expression::AsExpression, diesel::deserialize::FromSqlRow,
)]
#[serde(transparent)]
#[diesel(sql_type = diesel::sql_types::Text)]
pub struct Url(String);

/// What a URL of the hub looks like, as an ECMA 262 pattern.
const PATTERN: &str = r#"^([hH][tT][tT][pP][sS]?://[^\s/?#<>"\\]+[^\s<>"\\]*|[mM][aA][iI][lL][tT][oO]:[^\s<>"\\]+|[tT][eE][lL]:[0-9+().\-]+)$"#;

/// The longest URL taken, in bytes.
const MAX_LENGTH: usize = 2000;

/// Text that is no such URL.
#[derive(Debug)]
pub struct InvalidUrl;

impl std::fmt::Display for InvalidUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a URL must begin with http://, https://, mailto: or tel: and have no spaces")
    }
}

impl std::error::Error for InvalidUrl {}

impl Url {
    /// The URL as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn from_stored(text: String) -> Result<Self, InvalidUrl> {
        Ok(Self(text))
    }
}

impl std::str::FromStr for Url {
    type Err = InvalidUrl;

    fn from_str(text: &str) -> Result<Self, InvalidUrl> {
        let rest = ["https://", "http://", "mailto:", "tel:"]
            .iter()
            .find(|scheme| text.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme)))
            .and_then(|scheme| text.get(scheme.len()..));
        let clean = |rest: &str| {
            !rest.is_empty()
                && rest.chars().all(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '"' | '\\'))
        };
        match rest {
            Some(rest) if clean(rest) && text.len() <= MAX_LENGTH => Ok(Self(text.to_owned())),
            _ => Err(InvalidUrl),
        }
    }
}

impl<'de> Deserialize<'de> for Url {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl utoipa::PartialSchema for Url {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .format(Some(utoipa::openapi::SchemaFormat::Custom("uri".to_owned())))
            .pattern(Some(PATTERN))
            .max_length(Some(MAX_LENGTH))
            .description(Some("URL of scheme http, https, mailto or tel."))
            .examples([serde_json::json!("https://www.bihr.org.uk/")])
            .into()
    }
}

impl utoipa::ToSchema for Url {}

crate::database::text_column!(Url);
