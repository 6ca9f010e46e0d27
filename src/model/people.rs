//! `/v1/people`: those who speak, write and work for rights in health and care. Nobody is public without consent.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::collection::Model;
use super::consent::ConsentAttribution;
use super::entry::Entry;
use super::fault::Faults;
use super::filter::{Filter, FilterKind, Indexed};
use super::relation::Relation;
use super::schema_org::{Said, SchemaOrg};
use super::text::Text;
use super::values::Country;
use crate::database::schema::people;

/// A person; the title is the name under which the consent allows them to appear.
#[skip_serializing_none]
#[derive(
    Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, diesel::Queryable, diesel::Selectable, diesel::Insertable,
)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = people, treat_none_as_default_value = false)]
pub struct Person {
    /// Country in which they work, ISO 3166-1 alpha-2.
    pub country: Option<Country>,
    /// What they are known for, plain text. The role in one organisation stands on the reference to it.
    #[schema(max_length = 300, example = "UN Special Rapporteur on the right to health")]
    pub role: Option<String>,
    /// Who they are. Markdown.
    #[schema(max_length = 50_000)]
    pub biography: Option<String>,
}

impl Model for Person {
    const NAME: &'static str = "people";
    const SINGULAR: &'static str = "person";
    const LABEL: &'static str = "People";
    const ABOUT: &'static str =
        "Those who speak, write and work for rights in health and care, each with consent on record.";
    const RELATIONS: &'static [Relation] =
        &[Relation::many("organisations", "organisation", "organisations", "Where they work; `role` says as what.")
            .with_role()];
    const FILTERS: &'static [Filter<Self>] = &[Filter::of(FilterKind::Country, "country", |person| {
        Indexed::word(person.country.as_ref().map(Country::as_str))
    })];
    const TEXTS: &'static [Text] = &[Text::plain("role"), Text::prose("biography")];
    const SORT: &'static str = "title";
    const SCHEMA_ORG: SchemaOrg = SchemaOrg::thing(
        "Person",
        &[
            ("jobTitle", Said::Text("role")),
            ("affiliation", Said::Named(&["organisations"])),
            ("description", Said::Prose(&["summary", "biography"])),
        ],
    );

    fn depersonalise(&mut self, _: &mut Entry, _: ConsentAttribution, _: Option<&str>, faults: &mut Faults) {
        faults.add(
            "/consent/attribution",
            "not-allowed",
            "An entry of `people` is about a named person: it is published with attribution `named`, or not at all.",
        );
    }

    fn needs_consent(&self) -> bool {
        true
    }

    fn example() -> Value {
        json!({
            "type": "people",
            "slug": "dainius-puras",
            "title": "Dainius Pūras",
            "summary": "Psychiatrist; United Nations Special Rapporteur on the right to health from 2014 to 2020.",
            "country": "LT",
            "role": "UN Special Rapporteur on the right to health",
            "biography": "His reports treat **mental health** as a matter of rights and of relationships.",
            "organisations": [{ "slug": "un-human-rights-council", "role": "Special Rapporteur, 2014 to 2020" }],
            "consent": {
                "basis": "public-role",
                "attribution": "named",
                "channels": ["web", "embed", "sync"],
                "evidence_ref": "Public mandate of the Human Rights Council"
            }
        })
    }
}
