//! `/v1/guides`: ways to go, step by step, each step with what it needs.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::collection::Model;
use super::filter::{Filter, FilterKind, Indexed};
use super::relation::Relation;
use super::schema_org::{ABOUT, AUDIENCE, Object, Said, SchemaOrg};
use super::text::Text;
use super::values::{Json, Word};
use crate::database::schema::guides;

/// One step of a guide. The `resources` it needs are references.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What to do, plain text.
    #[schema(min_length = 1, max_length = 300, example = "Name the problem")]
    pub title: String,
    /// How to do it. Markdown.
    #[schema(min_length = 1, max_length = 20_000)]
    pub body: String,
}

/// A guide: an ordered way from a problem to a change.
#[derive(
    Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, diesel::Queryable, diesel::Selectable, diesel::Insertable,
)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = guides, treat_none_as_default_value = false)]
pub struct Guide {
    /// For whom it is: words of an open vocabulary, such as `health-workers` or `carers`.
    #[serde(default)]
    #[schema(value_type = Vec<Word>, max_items = 30)]
    pub audience: Json<Vec<Word>>,
    /// The steps, in order; at least one.
    #[schema(value_type = Vec<Step>, min_items = 1, max_items = 100)]
    pub steps: Json<Vec<Step>>,
}

impl Model for Guide {
    const NAME: &'static str = "guides";
    const SINGULAR: &'static str = "guide";
    const LABEL: &'static str = "Guides";
    const ABOUT: &'static str = "Steps for change: how to use human rights on problems in one's own institution.";
    const RELATIONS: &'static [Relation] = &[
        Relation::many("rights", "right", "rights", "The rights it puts to use."),
        Relation::many("topics", "topic", "topics", "What it is about."),
        Relation::many("resources", "resource", "resources", "What to read with it."),
        Relation::many("resources", "resource", "resources", "What the step needs.").within("steps"),
    ];
    const FILTERS: &'static [Filter<Self>] =
        &[Filter::of(FilterKind::Keyword, "audience", |guide| Indexed::words(&guide.audience))];
    const TEXTS: &'static [Text] = &[Text::parts("steps", &["body"])];
    const SORT: &'static str = "title";
    const SCHEMA_ORG: SchemaOrg = SchemaOrg::work(
        "HowTo",
        &[
            (
                "step",
                Said::Each(
                    "steps",
                    Object::new("HowToStep", &[("name", Said::Text("title")), ("text", Said::Prose(&["body"]))]),
                ),
            ),
            AUDIENCE,
            ("mentions", Said::Named(&["resources"])),
            ABOUT,
        ],
    );

    fn example() -> Value {
        json!({
            "type": "guides",
            "slug": "steps-for-change",
            "title": "Steps for Change",
            "summary": "How to use human rights on a problem in one's own healthcare institution.",
            "audience": ["health-workers"],
            "steps": [
                { "title": "Name the problem", "body": "Say what happens, to whom, and **how often**." },
                {
                    "title": "Find the right",
                    "body": "Look up which right is touched and whether it may be restricted.",
                    "resources": [{ "slug": "human-rights-for-health-workers-training-manual" }]
                },
                { "title": "Agree on a change", "body": "Propose the least restrictive way, and a day to look at it again." }
            ],
            "rights": [{ "slug": "icescr-article-12" }],
            "topics": [{ "slug": "human-rights-based-approach" }],
            "resources": [{ "slug": "human-rights-in-healthcare-short-introduction" }]
        })
    }
}
