//! `/v1/projects`: work with a beginning, partners and results.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::collection::Model;
use super::document::WrittenLink;
use super::fault::Faults;
use super::filter::{Filter, FilterKind, Indexed};
use super::relation::Relation;
use super::schema_org::{Said, SchemaOrg};
use super::text::Text;
use super::values::{Edtf, closed_list};
use crate::database::schema::projects;

closed_list! {
    /// With whom a project works.
    pub enum ProjectStrand {
        /// Public bodies and the services they run.
        PublicSector = "public-sector",
        /// Voluntary and community organisations.
        VoluntarySector = "voluntary-sector",
        /// Health and care professionals.
        Professional = "professional",
        /// Across borders.
        International = "international",
    }
}

/// A project: what was set out to do, how it was done, and what came of it.
#[skip_serializing_none]
#[derive(
    Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, diesel::Queryable, diesel::Selectable, diesel::Insertable,
)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = projects, treat_none_as_default_value = false)]
pub struct Project {
    /// With whom it works.
    pub strand: ProjectStrand,
    /// When it began: EDTF, `2010`, `2010-04` or `2010-04-01`.
    pub starts_on: Option<Edtf>,
    /// When it ended: EDTF, not before `starts_on`. Absent while it goes on.
    pub ends_on: Option<Edtf>,
    /// What it set out to do. Markdown.
    #[schema(max_length = 50_000)]
    pub aims: Option<String>,
    /// How it went about it. Markdown.
    #[schema(max_length = 50_000)]
    pub approach: Option<String>,
    /// What came of it. Markdown.
    #[schema(max_length = 50_000)]
    pub outcomes: Option<String>,
}

impl Model for Project {
    const NAME: &'static str = "projects";
    const SINGULAR: &'static str = "project";
    const LABEL: &'static str = "Projects";
    const ABOUT: &'static str = "Work that puts human rights into health and care: who, why, how, and what came of it.";
    const RELATIONS: &'static [Relation] = &[
        Relation::one("lead", "organisations", "Who leads it.").author(),
        Relation::many("partners", "partner", "organisations", "Who takes part; `role` says as what.").with_role(),
        Relation::many("funders", "funder", "organisations", "Who pays for it."),
        Relation::one("predecessor", "projects", "The project on which it builds."),
        Relation::many("rights", "right", "rights", "The rights it works with."),
        Relation::many("topics", "topic", "topics", "What it is about."),
        Relation::many("outputs", "output", "resources", "What it produced."),
    ];
    const FILTERS: &'static [Filter<Self>] = &[
        Filter::closed::<ProjectStrand>("strand", |project| Indexed::value(project.strand)),
        Filter::of(FilterKind::Date, "starts_on", |project| Indexed::date(project.starts_on.as_ref())),
        Filter::of(FilterKind::Date, "ends_on", |project| Indexed::date(project.ends_on.as_ref())),
    ];
    const TEXTS: &'static [Text] = &[Text::prose("aims"), Text::prose("approach"), Text::prose("outcomes")];
    const SCHEMA_ORG: SchemaOrg = SchemaOrg::thing(
        "Project",
        &[
            ("foundingDate", Said::Day("starts_on")),
            ("dissolutionDate", Said::Day("ends_on")),
            ("parentOrganization", Said::Named(&["lead"])),
            ("member", Said::Named(&["partners"])),
            ("funder", Said::Named(&["funders"])),
            ("knowsAbout", Said::Named(&["rights", "topics"])),
        ],
    );

    fn check(&self, _links: &[WrittenLink], faults: &mut Faults) {
        faults.unless_in_order(self.starts_on.as_ref(), self.ends_on.as_ref(), "/ends_on");
    }

    fn example() -> Value {
        json!({
            "type": "projects",
            "slug": "human-rights-in-healthcare",
            "title": "Human Rights in Healthcare",
            "summary": "Five NHS trusts, the Department of Health and BIHR brought rights into the running of services.",
            "strand": "public-sector",
            "starts_on": "2006",
            "aims": "Bring rights from the legal department into the **daily running** of NHS organisations.",
            "approach": "Each trust developed its own trainings, questionnaires and assessments, and all shared what they learnt.",
            "outcomes": "A framework with practical lessons, and one trust that leads the work in the NHS.",
            "lead": { "slug": "british-institute-of-human-rights" },
            "partners": [{ "slug": "mersey-care-nhs-trust", "role": "Pilot trust; later leads the work" }],
            "funders": [{ "slug": "department-of-health" }],
            "rights": [{ "slug": "hra-article-8" }],
            "topics": [{ "slug": "human-rights-based-approach" }],
            "outputs": [{ "slug": "human-rights-in-healthcare-framework" }]
        })
    }
}
