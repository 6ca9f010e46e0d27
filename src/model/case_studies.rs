//! `/v1/case-studies`: what organisations or people changed with human rights.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::collection::Model;
use super::filter::{Filter, FilterKind, Indexed};
use super::relation::Relation;
use super::schema_org::{ABOUT, ADDRESS, Object, Said, SchemaOrg};
use super::text::Text;
use super::values::{Country, Json, closed_list};
use crate::database::schema::case_studies;

closed_list! {
    /// What changed.
    pub enum CaseCategory {
        /// How an organisation works: its rules, its culture.
        ChangingOrganisations = "changing-organisations",
        /// What a person's life is like.
        ChangingLives = "changing-lives",
    }
}

closed_list! {
    /// Where it happened.
    pub enum Setting {
        /// Mental health ward.
        MentalHealthInpatient = "mental-health-inpatient",
        /// Mental health service for children and young people.
        ChildAndAdolescentMentalHealth = "child-and-adolescent-mental-health",
        /// Learning disability service.
        LearningDisability = "learning-disability",
        /// Acute hospital.
        AcuteHospital = "acute-hospital",
        /// Care home.
        CareHome = "care-home",
        /// Supported housing.
        SupportedHousing = "supported-housing",
        /// Primary care.
        PrimaryCare = "primary-care",
        /// Care in the community.
        Community = "community",
        /// Public health.
        PublicHealth = "public-health",
        /// Secure service or prison.
        Secure = "secure",
        /// Elsewhere.
        Other = "other",
    }
}

/// One thing that changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// What it is about, plain text.
    #[schema(min_length = 1, max_length = 300, example = "Mobile phones")]
    pub title: String,
    /// How it was. Markdown.
    #[schema(min_length = 1, max_length = 10_000)]
    pub before: String,
    /// How it is now. Markdown.
    #[schema(min_length = 1, max_length = 10_000)]
    pub after: String,
}

/// A case study: a situation, what was done, and what changed.
#[skip_serializing_none]
#[derive(
    Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, diesel::Queryable, diesel::Selectable, diesel::Insertable,
)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = case_studies, treat_none_as_default_value = false)]
pub struct CaseStudy {
    /// What changed.
    pub category: CaseCategory,
    /// Where it happened.
    pub setting: Setting,
    /// Country, ISO 3166-1 alpha-2.
    pub country: Option<Country>,
    /// Town or region, as people call it.
    #[schema(max_length = 200, example = "Essex")]
    pub locality: Option<String>,
    /// How things stood. Markdown.
    #[schema(min_length = 1, max_length = 50_000)]
    pub situation: String,
    /// What was done. Markdown.
    #[schema(max_length = 50_000)]
    pub approach: Option<String>,
    /// What changed, one by one.
    #[serde(default)]
    #[schema(value_type = Vec<Change>, max_items = 50)]
    pub changes: Json<Vec<Change>>,
    /// What came of it. Markdown.
    #[schema(max_length = 50_000)]
    pub impact: Option<String>,
}

impl Model for CaseStudy {
    const NAME: &'static str = "case-studies";
    const SINGULAR: &'static str = "case_study";
    const LABEL: &'static str = "Case studies";
    const ABOUT: &'static str = "What organisations and people changed with human rights, and what came of it.";
    const RELATIONS: &'static [Relation] = &[
        Relation::many("organisations", "organisation", "organisations", "Who made the change.").required(),
        Relation::one("project", "projects", "The project within which it happened."),
        Relation::many("rights", "right", "rights", "The rights engaged; `note` says how.").with_note().required(),
        Relation::many("topics", "topic", "topics", "What it is about."),
        Relation::many("testimonies", "testimony", "testimonies", "What people say of it."),
        Relation::many("resources", "resource", "resources", "What was used, or came of it."),
    ];
    const FILTERS: &'static [Filter<Self>] = &[
        Filter::closed::<CaseCategory>("category", |case| Indexed::value(case.category)),
        Filter::closed::<Setting>("setting", |case| Indexed::value(case.setting)),
        Filter::of(FilterKind::Country, "country", |case| Indexed::word(case.country.as_ref().map(Country::as_str))),
    ];
    const TEXTS: &'static [Text] = &[
        Text::prose("situation"),
        Text::prose("approach"),
        Text::parts("changes", &["before", "after"]),
        Text::prose("impact"),
    ];
    const SCHEMA_ORG: SchemaOrg = SchemaOrg::work(
        "Article",
        &[
            ("articleBody", Said::Prose(&["situation", "approach", "impact"])),
            ("sourceOrganization", Said::Named(&["organisations"])),
            ("contentLocation", Said::Object(Object::new("Place", &[ADDRESS]))),
            ("mentions", Said::Named(&["project", "testimonies", "resources"])),
            ABOUT,
        ],
    );

    fn example() -> Value {
        json!({
            "type": "case-studies",
            "slug": "phones-and-internet-at-st-aubyn",
            "title": "From a phone ban to individual plans on a young people's ward",
            "summary": "A ward for young people replaced its ban on phones with plans made person by person.",
            "category": "changing-organisations",
            "setting": "child-and-adolescent-mental-health",
            "country": "GB",
            "situation": "Young people far from home could not reach family and friends by phone.",
            "approach": "Staff asked which right the ban touched and whether a blanket rule was proportionate.",
            "changes": [{ "title": "Mobile phones", "before": "Nobody had one.", "after": "Everybody may; risks are met one by one." }],
            "impact": "Contact with home became easier, and staff know how to decide.",
            "organisations": [{ "slug": "st-aubyn-centre" }],
            "rights": [{ "slug": "hra-article-8", "note": "Contact with family is part of private and family life." }],
            "topics": [{ "slug": "digital-access" }]
        })
    }
}
