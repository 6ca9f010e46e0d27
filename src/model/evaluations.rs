//! `/v1/evaluations`: what independent eyes found, each finding with the place where it can be checked.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::collection::Model;
use super::document::WrittenLink;
use super::fault::Faults;
use super::filter::{Filter, FilterKind, Indexed};
use super::relation::Relation;
use super::schema_org::{ABOUT, Said, SchemaOrg};
use super::text::Text;
use super::values::{Edtf, Json};
use crate::database::schema::evaluations;

/// One thing that an evaluation found.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// What was found. Markdown.
    #[schema(min_length = 1, max_length = 10_000)]
    pub text: String,
    /// Where it stands in the report: a page, table or paragraph.
    #[schema(min_length = 1, max_length = 200, example = "p. 34")]
    pub locator: String,
    /// What was measured, plain text.
    #[schema(max_length = 300, example = "Staff who feel able to question a care decision")]
    pub measure: Option<String>,
    /// The number that was measured, in `unit`.
    #[schema(example = 72.5)]
    pub value: Option<f64>,
    /// Unit of `value`, plain text.
    #[schema(max_length = 50, example = "%")]
    pub unit: Option<String>,
}

/// An evaluation: how a project was looked at, and what was found.
#[skip_serializing_none]
#[derive(
    Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, diesel::Queryable, diesel::Selectable, diesel::Insertable,
)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = evaluations, treat_none_as_default_value = false)]
pub struct Evaluation {
    /// When it began: EDTF, `2006`, `2006-09` or `2006-09-01`.
    pub starts_on: Option<Edtf>,
    /// When it ended: EDTF, not before `starts_on`.
    pub ends_on: Option<Edtf>,
    /// Who or what was looked at, and how many, plain text.
    #[schema(max_length = 1000, example = "Five NHS trusts")]
    pub sample: Option<String>,
    /// How it was done. Markdown.
    #[schema(max_length = 50_000)]
    pub method: Option<String>,
    /// What was found; at least one finding, each with its locator.
    #[schema(value_type = Vec<Finding>, min_items = 1, max_items = 200)]
    pub findings: Json<Vec<Finding>>,
    /// What it cannot tell. Markdown.
    #[schema(max_length = 50_000)]
    pub limitations: Option<String>,
}

impl Model for Evaluation {
    const NAME: &'static str = "evaluations";
    const SINGULAR: &'static str = "evaluation";
    const LABEL: &'static str = "Evaluations";
    const ABOUT: &'static str = "Independent evaluations, finding by finding, with page references.";
    const RELATIONS: &'static [Relation] = &[
        Relation::many("projects", "project", "projects", "The projects that were evaluated."),
        Relation::many("evaluators", "evaluator", "organisations", "Who evaluated.").author(),
        Relation::one("report", "resources", "The report in which the findings stand."),
        Relation::many("rights", "right", "rights", "The rights that the findings touch."),
        Relation::many("topics", "topic", "topics", "What it is about."),
    ];
    const FILTERS: &'static [Filter<Self>] = &[
        Filter::of(FilterKind::Date, "starts_on", |evaluation| Indexed::date(evaluation.starts_on.as_ref())),
        Filter::of(FilterKind::Date, "ends_on", |evaluation| Indexed::date(evaluation.ends_on.as_ref())),
    ];
    const TEXTS: &'static [Text] =
        &[Text::plain("sample"), Text::prose("method"), Text::parts("findings", &["text"]), Text::prose("limitations")];
    const SCHEMA_ORG: SchemaOrg = SchemaOrg::work(
        "Report",
        &[
            ("author", Said::Named(&["evaluators"])),
            ("about", Said::Named(&["projects"])),
            ABOUT,
            ("citation", Said::Named(&["report"])),
            ("text", Said::Parts("findings", "text")),
        ],
    );

    fn check(&self, _links: &[WrittenLink], faults: &mut Faults) {
        faults.unless(!self.findings.is_empty(), "/findings", "required", "An evaluation has at least one finding.");
        for (index, finding) in self.findings.iter().enumerate() {
            faults.unless(
                !finding.locator.trim().is_empty(),
                &format!("/findings/{index}/locator"),
                "required",
                "A finding says in `locator` where it stands in the report.",
            );
        }
        faults.unless_in_order(self.starts_on.as_ref(), self.ends_on.as_ref(), "/ends_on");
    }

    fn example() -> Value {
        json!({
            "type": "evaluations",
            "slug": "evaluation-of-the-five-trusts-2008",
            "title": "Independent evaluation of the five trusts, 2008",
            "summary": "Ipsos MORI followed the work of five NHS trusts with human rights.",
            "starts_on": "2006",
            "ends_on": "2008",
            "sample": "Five NHS trusts",
            "method": "Independent evaluation alongside the project.",
            "findings": [{
                "text": "Working with rights adds to good practice: care improves, and staff **question** decisions.",
                "locator": "p. 34"
            }],
            "limitations": "It tells of five trusts in England, over the length of one project.",
            "projects": [{ "slug": "human-rights-in-healthcare" }],
            "evaluators": [{ "slug": "ipsos-mori" }],
            "report": { "slug": "ipsos-mori-evaluation-2008" },
            "rights": [{ "slug": "hra-article-8" }],
            "topics": [{ "slug": "human-rights-based-approach" }]
        })
    }
}
