//! `/v1/pages`: the hub's own words: its home page and the sections why, who, how and what.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::collection::Model;
use super::filter::{Filter, FilterKind, Indexed};
use super::relation::{Relation, Target};
use super::schema_org::{Said, SchemaOrg};
use super::text::Text;
use super::values::closed_list;
use crate::database::schema::pages;

closed_list! {
    /// To which part of the hub a page belongs.
    pub enum PageSection {
        /// The front page.
        Home = "home",
        /// Why human rights in health and care.
        Why = "why",
        /// With whom.
        Who = "who",
        /// How it is done.
        How = "how",
        /// What was achieved.
        What = "what",
    }
}

/// A page of the hub itself.
#[derive(
    Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, diesel::Queryable, diesel::Selectable, diesel::Insertable,
)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = pages, treat_none_as_default_value = false)]
pub struct Page {
    /// To which part of the hub it belongs.
    pub section: PageSection,
    /// Its place among the pages, the smallest first.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 1_000_000, example = 1)]
    pub position: i32,
    /// What it says. Markdown.
    #[schema(min_length = 1, max_length = 100_000)]
    pub body: String,
}

impl Model for Page {
    const NAME: &'static str = "pages";
    const SINGULAR: &'static str = "page";
    /// `page` is the number of a page of a list.
    const FILTER: &'static str = "hub_page";
    const LABEL: &'static str = "Pages";
    const ABOUT: &'static str = "The hub's own sections: home, why, who, how and what.";
    const RELATIONS: &'static [Relation] =
        &[Relation::many("features", "feature", "pages", "The entries that it puts forward, in order.")
            .to(Target::Any)];
    const FILTERS: &'static [Filter<Self>] = &[
        Filter::closed::<PageSection>("section", |page| Indexed::value(page.section)),
        Filter::of(FilterKind::Number, "position", |page| Indexed::number(Some(i64::from(page.position)))),
    ];
    const TEXTS: &'static [Text] = &[Text::prose("body")];
    const SORT: &'static str = "position";
    const SCHEMA_ORG: SchemaOrg =
        SchemaOrg::work("WebPage", &[("text", Said::Prose(&["body"])), ("mentions", Said::Named(&["features"]))]);

    fn example() -> Value {
        json!({
            "type": "pages",
            "slug": "how",
            "title": "How we work",
            "summary": "Rights become useful when they guide daily decisions.",
            "section": "how",
            "position": 3,
            "body": "Rights leave the legal department and enter **daily work**: plans, rounds, rules and complaints.",
            "features": [
                { "type": "projects", "slug": "human-rights-in-healthcare" },
                { "type": "guides", "slug": "steps-for-change" }
            ]
        })
    }
}
