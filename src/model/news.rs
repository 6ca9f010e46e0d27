//! `/v1/news`: what happened, and where to read on.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::collection::Model;
use super::filter::{Filter, FilterKind, Indexed};
use super::relation::Relation;
use super::schema_org::{ABOUT, Object, Said, SchemaOrg};
use super::text::Text;
use super::values::{Edtf, Json, Url, Word};
use crate::database::schema::news;

/// Something to read on elsewhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FurtherReading {
    /// Its title, plain text.
    #[schema(min_length = 1, max_length = 300, example = "Report to the Human Rights Council")]
    pub title: String,
    /// Where it is.
    pub url: Url,
    /// What it is: a word of an open vocabulary, such as `report`, `factsheet`, `article` or `blog-post`.
    pub kind: Word,
}

/// A piece of news.
#[skip_serializing_none]
#[derive(
    Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, diesel::Queryable, diesel::Selectable, diesel::Insertable,
)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = news, treat_none_as_default_value = false)]
pub struct News {
    /// The day under which it first appeared, here or elsewhere: EDTF, `2019-06-25`, `2019-06` or `2019`.
    pub published_on: Option<Edtf>,
    /// Where to read on.
    #[serde(default)]
    #[schema(value_type = Vec<FurtherReading>, max_items = 50)]
    pub further_reading: Json<Vec<FurtherReading>>,
    /// The news. Markdown.
    #[schema(min_length = 1, max_length = 100_000)]
    pub body: String,
}

impl Model for News {
    const NAME: &'static str = "news";
    const SINGULAR: &'static str = "news_item";
    const LABEL: &'static str = "News";
    const ABOUT: &'static str = "What happened in human rights in health and care, with further reading.";
    const RELATIONS: &'static [Relation] = &[
        Relation::many("organisations", "organisation", "organisations", "The organisations of which it tells."),
        Relation::many("people", "person", "people", "The people of whom it tells."),
        Relation::many("events", "event", "events", "The events of which it tells."),
        Relation::many("resources", "resource", "resources", "The publications of which it tells."),
        Relation::many("topics", "topic", "topics", "What it is about."),
    ];
    const FILTERS: &'static [Filter<Self>] =
        &[Filter::of(FilterKind::Date, "published_on", |news| Indexed::date(news.published_on.as_ref()))];
    const TEXTS: &'static [Text] = &[Text::parts("further_reading", &[]), Text::prose("body")];
    const SCHEMA_ORG: SchemaOrg = SchemaOrg::work(
        "NewsArticle",
        &[
            ("articleBody", Said::Prose(&["body"])),
            ("datePublished", Said::Day("published_on")),
            (
                "citation",
                Said::Each(
                    "further_reading",
                    Object::new("CreativeWork", &[("name", Said::Text("title")), ("url", Said::Address("url"))]),
                ),
            ),
            ("mentions", Said::Named(&["organisations", "people", "events", "resources"])),
            ABOUT,
        ],
    );

    fn example() -> Value {
        json!({
            "type": "news",
            "slug": "special-rapporteur-on-mental-health-2019",
            "title": "Special Rapporteur reports on mental health and well-being",
            "summary": "Good relationships and social ties are what mental health rests on, says the report of June 2019.",
            "published_on": "2019-06-25",
            "body": "The report was presented to the Human Rights Council on **24 June 2019**.",
            "further_reading": [{
                "title": "Report to the Human Rights Council",
                "url": "https://undocs.org/A/HRC/41/34",
                "kind": "report"
            }],
            "organisations": [{ "slug": "un-human-rights-council" }],
            "people": [{ "slug": "dainius-puras" }],
            "events": [{ "slug": "special-rapporteur-presents-mental-health-report" }],
            "topics": [{ "slug": "mental-health" }]
        })
    }
}
