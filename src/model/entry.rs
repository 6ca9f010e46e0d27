//! What every entry has, whatever its collection: the envelope. One struct is its row, its JSON and its schema.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::consent::Channels;
use super::values::{Edtf, Instant, Json, Tag, Url};
use crate::database::schema::entries;

/// The licence of what names no other.
pub const DEFAULT_LICENCE: &str = "CC-BY-4.0";

/// Where the facts of an entry come from.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title of the page or document.
    #[schema(min_length = 1, max_length = 500, example = "Human Rights in Healthcare: public sector")]
    pub title: String,
    /// Where it can be read.
    pub url: Option<Url>,
    /// Who published it.
    #[schema(max_length = 300, example = "British Institute of Human Rights")]
    pub publisher: Option<String>,
    /// The day on which it was read.
    pub retrieved_on: Option<Edtf>,
}

/// The line that whoever shows the entry must show with it.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Attribution {
    /// The line itself, plain text.
    #[schema(min_length = 1, max_length = 1000)]
    pub text: String,
    /// Where the line should lead.
    pub url: Option<Url>,
    /// The licence, as in the entry's `licence`.
    #[schema(max_length = 200, example = "CC-BY-4.0")]
    pub licence: Option<String>,
}

/// A name of the entry in somebody else's scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// The scheme: `legislation-uri`, `un-symbol`, `doi`, `isbn`, `org-id`, `ods-code`, `wikidata` or another in lower-kebab.
    #[schema(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", max_length = 50, example = "un-symbol")]
    pub scheme: String,
    /// The name in that scheme, as it is written there.
    #[schema(min_length = 1, max_length = 500, example = "S/RES/2467(2019)")]
    pub value: String,
}

/// Why an entry that can still be read should no longer be relied on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Notice {
    /// The kind of notice; `withdrawn` so far.
    #[schema(example = "withdrawn")]
    pub kind: String,
    /// The editors' explanation, plain text.
    pub explanation: String,
    /// Since when.
    pub at: Instant,
}

/// What every entry has, whatever its collection.
#[skip_serializing_none]
#[derive(
    Debug,
    Clone,
    PartialEq,
    Serialize,
    Deserialize,
    ToSchema,
    diesel::Queryable,
    diesel::Selectable,
    diesel::Insertable,
    diesel::AsChangeset,
)]
#[diesel(table_name = entries, treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct Entry {
    /// The collection.
    #[serde(rename = "type", default)]
    #[schema(read_only, required = true, example = "case-studies")]
    pub collection: String,
    /// UUIDv7, for ever the same.
    #[serde(default)]
    #[schema(format = "uuid", required = true, example = "0197a9a4-5c8e-7d30-9b1f-2f6f1d1c7a10")]
    pub id: String,
    /// Unique in its collection; an old slug leads to the new one (308).
    #[serde(default)]
    #[schema(
        pattern = "^[a-z0-9]+(-[a-z0-9]+)*$",
        max_length = 120,
        required = true,
        example = "phones-and-internet-at-st-aubyn"
    )]
    pub slug: String,
    /// The revision that is public.
    #[serde(default)]
    #[schema(read_only, minimum = 1, required = true, example = 2)]
    pub rev: i64,
    /// Position in the hub's change sequence at which the entry last changed.
    #[serde(default)]
    #[schema(read_only, minimum = 1, required = true, example = 118)]
    pub seq: i64,
    /// Language of the text shown, a BCP 47 tag; on writing, the language of the source text.
    #[serde(default)]
    #[schema(required = true)]
    pub lang: Tag,
    /// Title, plain text.
    #[schema(min_length = 1, max_length = 300)]
    pub title: String,
    /// What the entry says, in a sentence or two of plain text.
    #[serde(default)]
    #[schema(max_length = 2000, required = true)]
    pub summary: String,
    /// When it was first published, here or elsewhere. Defaults to the moment at which it becomes public.
    #[serde(default = "Instant::now")]
    #[schema(required = true)]
    pub published_at: Instant,
    /// When the public text last changed.
    #[serde(default = "Instant::now")]
    #[schema(read_only, required = true)]
    pub updated_at: Instant,
    /// Where the facts come from.
    #[serde(default)]
    #[schema(value_type = Option<Source>)]
    pub source: Option<Json<Source>>,
    /// SPDX identifier or URL of the licence.
    #[serde(default = "default_licence")]
    #[schema(min_length = 1, max_length = 200, required = true, example = "CC-BY-4.0")]
    pub licence: String,
    /// The line a partner must show. Made from source and licence when it is not given.
    #[serde(default)]
    #[schema(value_type = Option<Attribution>)]
    pub attribution: Option<Json<Attribution>>,
    /// Names of the entry in other schemes.
    #[serde(default)]
    #[schema(value_type = Vec<Identifier>, max_items = 50, required = true)]
    pub identifiers: Json<Vec<Identifier>>,
    /// Day by which editors look at it again.
    #[serde(default)]
    pub review_by: Option<Edtf>,
    /// Whether the hub puts it forward.
    #[serde(default)]
    #[schema(required = true)]
    pub featured: bool,
    /// Its place among the featured, from 1.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 10_000)]
    pub featured_position: Option<i32>,
    /// Set when the entry is withdrawn but can still be read.
    #[serde(default)]
    #[schema(value_type = Option<Notice>, read_only)]
    pub notice: Option<Json<Notice>>,
    /// Whether it is public under somebody's consent.
    #[serde(skip)]
    pub consented: bool,
    /// Where it may appear: the bits of [`Channels`].
    #[serde(skip, default = "all_channels")]
    pub channels: i32,
}

fn default_licence() -> String {
    DEFAULT_LICENCE.to_owned()
}

fn all_channels() -> i32 {
    Channels::ALL.bits()
}
