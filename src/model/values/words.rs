//! Short texts inside lists: words of an open vocabulary, which filters compare, and lines, which people read. Their
//! limits stand in the schema.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A word of an open vocabulary, in lower-kebab: `health-workers`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", max_length = 60, example = "health-workers")]
pub struct Word(String);

impl AsRef<str> for Word {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// A line of plain text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(min_length = 1, max_length = 300)]
pub struct Line(String);

impl AsRef<str> for Line {
    fn as_ref(&self) -> &str {
        &self.0
    }
}
