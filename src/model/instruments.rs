//! `/v1/instruments`: the laws, treaties, resolutions and constitutions in which rights are written down.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::collection::Model;
use super::filter::{Filter, FilterKind, Indexed};
use super::relation::Relation;
use super::schema_org::{ABOUT, Object, Said, SchemaOrg};
use super::text::Text;
use super::values::{Edtf, Url, closed_list};
use crate::database::schema::instruments;

closed_list! {
    /// What sort of instrument it is.
    pub enum InstrumentKind {
        /// An act or regulation of one state.
        Law = "law",
        /// An agreement that binds the states which join it.
        Treaty = "treaty",
        /// A decision of an international body.
        Resolution = "resolution",
        /// The founding rules of a state or of a service.
        Constitution = "constitution",
        /// A solemn statement of principles, not binding by itself.
        Declaration = "declaration",
    }
}

/// An instrument: a text that sets out rights or duties.
#[skip_serializing_none]
#[derive(
    Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, diesel::Queryable, diesel::Selectable, diesel::Insertable,
)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = instruments, treat_none_as_default_value = false)]
pub struct Instrument {
    /// What sort of instrument it is.
    pub kind: InstrumentKind,
    /// When it was adopted or received assent: EDTF, `2019-04-23`, `2019-04` or `2019`.
    pub adopted_on: Option<Edtf>,
    /// When it began to apply: EDTF.
    pub in_force_on: Option<Edtf>,
    /// Where it applies, plain text.
    #[schema(max_length = 200, example = "United Kingdom")]
    pub jurisdiction: Option<String>,
    /// Who adopted it, plain text.
    #[schema(max_length = 300, example = "United Nations Security Council")]
    pub body: Option<String>,
    /// How lawyers cite it, plain text.
    #[schema(max_length = 500, example = "1998 c. 42")]
    pub citation: Option<String>,
    /// Where its text can be read.
    pub url: Option<Url>,
    /// What it is and why it matters in health and care. Markdown.
    #[schema(max_length = 50_000)]
    pub description: Option<String>,
}

impl Model for Instrument {
    const NAME: &'static str = "instruments";
    const SINGULAR: &'static str = "instrument";
    const LABEL: &'static str = "Instruments";
    const ABOUT: &'static str = "Laws, treaties, resolutions, constitutions and declarations that set out rights.";
    const RELATIONS: &'static [Relation] = &[Relation::many("topics", "topic", "topics", "What it is about.")];
    const FILTERS: &'static [Filter<Self>] = &[
        Filter::closed::<InstrumentKind>("kind", |instrument| Indexed::value(instrument.kind)),
        Filter::of(FilterKind::Date, "adopted_on", |instrument| Indexed::date(instrument.adopted_on.as_ref())),
        Filter::of(FilterKind::Date, "in_force_on", |instrument| Indexed::date(instrument.in_force_on.as_ref())),
    ];
    const TEXTS: &'static [Text] =
        &[Text::plain("jurisdiction"), Text::plain("body"), Text::plain("citation"), Text::prose("description")];
    const SORT: &'static str = "title";
    const SCHEMA_ORG: SchemaOrg = SchemaOrg::work(
        "Legislation",
        &[
            ("legislationIdentifier", Said::Identifiers(&["legislation-uri", "un-symbol"])),
            ("legislationIdentifier", Said::Text("citation")),
            ("legislationType", Said::Text("kind")),
            ("legislationDate", Said::Day("adopted_on")),
            ("legislationDateOfApplicability", Said::Day("in_force_on")),
            ("legislationJurisdiction", Said::Text("jurisdiction")),
            ("legislationPassedBy", Said::Object(Object::new("Organization", &[("name", Said::Text("body"))]))),
            ("sameAs", Said::Address("url")),
            ("abstract", Said::Prose(&["description"])),
            ABOUT,
        ],
    );

    fn example() -> Value {
        json!({
            "type": "instruments",
            "slug": "human-rights-act-1998",
            "title": "Human Rights Act 1998",
            "summary": "Brings the rights of the European Convention into the law of the United Kingdom.",
            "kind": "law",
            "adopted_on": "1998-11-09",
            "in_force_on": "2000-10-02",
            "jurisdiction": "United Kingdom",
            "body": "Parliament of the United Kingdom",
            "citation": "1998 c. 42",
            "url": "https://www.legislation.gov.uk/ukpga/1998/42/contents",
            "description": "Public authorities, the NHS among them, must act **compatibly** with the rights it lists.",
            "identifiers": [{ "scheme": "legislation-uri", "value": "http://www.legislation.gov.uk/id/ukpga/1998/42" }],
            "topics": [{ "slug": "human-rights-based-approach" }]
        })
    }
}
