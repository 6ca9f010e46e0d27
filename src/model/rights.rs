//! `/v1/rights`: provisions of an instrument, such as Article 8 of the Human Rights Act.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::collection::Model;
use super::document::WrittenLink;
use super::fault::Faults;
use super::filter::{Filter, Indexed};
use super::relation::Relation;
use super::schema_org::{Said, SchemaOrg};
use super::text::Text;
use super::values::{Json, closed_list};
use crate::database::schema::rights;

closed_list! {
    /// Whether and how a right may be restricted.
    pub enum RightKind {
        /// May never be restricted.
        Absolute = "absolute",
        /// May be restricted only in the cases that the provision itself lists.
        Limited = "limited",
        /// May be restricted when that is lawful, for a legitimate aim and proportionate.
        Qualified = "qualified",
        /// To be realised step by step, to the maximum of available resources.
        Progressive = "progressive",
    }
}

closed_list! {
    /// The FREDA principles, which put rights in words for practice.
    pub enum Freda {
        /// Fairness.
        Fairness = "fairness",
        /// Respect.
        Respect = "respect",
        /// Equality.
        Equality = "equality",
        /// Dignity.
        Dignity = "dignity",
        /// Autonomy.
        Autonomy = "autonomy",
    }
}

/// A right: one provision of an instrument, explained for health and care.
#[skip_serializing_none]
#[derive(
    Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, diesel::Queryable, diesel::Selectable, diesel::Insertable,
)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = rights, treat_none_as_default_value = false)]
pub struct Right {
    /// Whether and how it may be restricted.
    pub kind: RightKind,
    /// The FREDA principles that it carries into practice.
    #[serde(default)]
    #[schema(value_type = Vec<Freda>, max_items = 5)]
    pub freda: Json<Vec<Freda>>,
    /// How the provision is cited in short: "Article 8".
    #[schema(min_length = 1, max_length = 100, example = "Article 8")]
    pub label: String,
    /// When a restriction is allowed. Markdown. A qualified or limited right has one, an absolute right never.
    #[schema(max_length = 20_000)]
    pub restriction_test: Option<String>,
    /// What the right says, in plain words. Markdown.
    #[schema(min_length = 1, max_length = 50_000)]
    pub explanation: String,
    /// What it looks like on a ward, in a home, at a desk. Markdown.
    #[schema(max_length = 50_000)]
    pub in_practice: Option<String>,
}

impl Model for Right {
    const NAME: &'static str = "rights";
    const SINGULAR: &'static str = "right";
    const LABEL: &'static str = "Rights";
    const ABOUT: &'static str = "Provisions of laws and treaties, explained for health and care.";
    const RELATIONS: &'static [Relation] = &[
        Relation::one("instrument", "instruments", "The instrument that contains the provision.").required(),
        Relation::many("corresponds_to", "corresponds_to", "rights", "Provisions elsewhere that protect the same."),
        Relation::many("topics", "topic", "topics", "What it is about."),
    ];
    const FILTERS: &'static [Filter<Self>] = &[
        Filter::closed::<RightKind>("kind", |right| Indexed::value(right.kind)),
        Filter::closed::<Freda>("freda", |right| Indexed::values(&right.freda)),
    ];
    const TEXTS: &'static [Text] = &[
        Text::plain("label"),
        Text::prose("restriction_test"),
        Text::prose("explanation"),
        Text::prose("in_practice"),
    ];
    const SORT: &'static str = "title";
    const SCHEMA_ORG: SchemaOrg = SchemaOrg::work(
        "Legislation",
        &[
            ("legislationIdentifier", Said::Identifiers(&["legislation-uri"])),
            ("legislationIdentifier", Said::Text("label")),
            ("text", Said::Prose(&["explanation"])),
            ("isPartOf", Said::Within("instrument")),
            ("mentions", Said::Named(&["corresponds_to"])),
            ("about", Said::Named(&["topics"])),
        ],
    );

    fn check(&self, _links: &[WrittenLink], faults: &mut Faults) {
        let tested = self.restriction_test.as_deref().is_some_and(|test| !test.trim().is_empty());
        match self.kind {
            RightKind::Qualified | RightKind::Limited => faults.unless(
                tested,
                "/restriction_test",
                "required",
                "A qualified or limited right says in `restriction_test` when it may be restricted.",
            ),
            RightKind::Absolute => faults.unless(
                self.restriction_test.is_none(),
                "/restriction_test",
                "not-allowed",
                "An absolute right may never be restricted, so it has no `restriction_test`.",
            ),
            RightKind::Progressive => {}
        }
    }

    fn example() -> Value {
        json!({
            "type": "rights",
            "slug": "hra-article-8",
            "title": "Right to respect for private and family life, home and correspondence",
            "summary": "Private life, family ties, home and letters deserve respect, also in care.",
            "label": "Article 8",
            "kind": "qualified",
            "freda": ["respect", "autonomy", "dignity"],
            "explanation": "It protects how people live, whom they are close to, and what they keep to themselves.",
            "restriction_test": "A restriction must be **lawful**, serve a legitimate aim and be no wider than that aim needs.",
            "in_practice": "Rules about visitors, phones and room searches are weighed person by person.",
            "instrument": { "slug": "human-rights-act-1998" },
            "corresponds_to": [{ "slug": "echr-article-8" }],
            "topics": [{ "slug": "privacy" }]
        })
    }
}
