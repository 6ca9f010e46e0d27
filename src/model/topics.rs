//! `/v1/topics`: what entries are about: a small thesaurus of broader and related subjects, after SKOS.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::collection::Model;
use super::relation::Relation;
use super::schema_org::{Said, SchemaOrg};
use super::text::Text;
use super::values::{Json, Line};
use crate::database::schema::topics;

/// A topic: a subject under which entries are found.
#[skip_serializing_none]
#[derive(
    Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, diesel::Queryable, diesel::Selectable, diesel::Insertable,
)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = topics, treat_none_as_default_value = false)]
pub struct Topic {
    /// Other words for the same subject; search treats them as its title.
    #[serde(default)]
    #[schema(value_type = Vec<Line>, max_items = 100)]
    pub aliases: Json<Vec<Line>>,
    /// What belongs under it. Markdown.
    #[schema(max_length = 50_000)]
    pub description: Option<String>,
}

impl Model for Topic {
    const NAME: &'static str = "topics";
    const SINGULAR: &'static str = "topic";
    const LABEL: &'static str = "Topics";
    const ABOUT: &'static str = "Subjects, from the broad to the narrow, under which everything in the hub is found.";
    const RELATIONS: &'static [Relation] = &[
        Relation::many("broader", "broader", "topics", "Wider subjects of which it is a part."),
        Relation::many("related", "related", "topics", "Neighbouring subjects, neither wider nor narrower."),
    ];
    const TEXTS: &'static [Text] = &[Text::plain("aliases"), Text::prose("description")];
    const SORT: &'static str = "title";
    const HIERARCHY: Option<&'static str> = Some("broader");
    const SCHEMA_ORG: SchemaOrg = SchemaOrg::thing(
        "DefinedTerm",
        &[
            ("alternateName", Said::Text("aliases")),
            ("termCode", Said::Text("slug")),
            ("description", Said::Prose(&["summary", "description"])),
        ],
    );

    fn example() -> Value {
        json!({
            "type": "topics",
            "slug": "survivor-centred-care",
            "title": "Survivor-centred care",
            "summary": "Health care after sexual violence that begins with what the survivor needs and decides.",
            "aliases": ["Survivor-centred approach"],
            "description": "Prevention, justice and care **centred on survivors**.",
            "broader": [{ "slug": "sexual-violence-in-conflict" }],
            "related": [{ "slug": "sexual-and-reproductive-health" }]
        })
    }
}
