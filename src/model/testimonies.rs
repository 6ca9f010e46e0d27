//! `/v1/testimonies`: what people say: quotations with their source, and testimonies and interviews with their consent.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::collection::Model;
use super::consent::ConsentAttribution;
use super::document::WrittenLink;
use super::entry::Entry;
use super::fault::Faults;
use super::filter::{Filter, FilterKind, Indexed};
use super::relation::{Relation, Target};
use super::schema_org::{ABOUT, Said, SchemaOrg};
use super::text::Text;
use super::values::{Edtf, closed_list};
use crate::database::schema::testimonies;

closed_list! {
    /// How the words came to the hub.
    pub enum TestimonyKind {
        /// From a published text, which it cites.
        Quotation = "quotation",
        /// Told by somebody about their own life or work.
        Testimony = "testimony",
        /// Asked and answered.
        Interview = "interview",
    }
}

/// What somebody said, who said it, and where.
#[skip_serializing_none]
#[derive(
    Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, diesel::Queryable, diesel::Selectable, diesel::Insertable,
)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = testimonies, treat_none_as_default_value = false)]
pub struct Testimony {
    /// How the words came to the hub. A testimony or an interview is public under consent only.
    pub kind: TestimonyKind,
    /// When it was said: EDTF, `2008`, `2008-06` or `2008-06-10`.
    pub said_on: Option<Edtf>,
    /// The line under the words, plain text.
    #[schema(max_length = 300, example = "Operations manager of a housing association")]
    pub attribution_line: Option<String>,
    /// The speaker's role when they said it, plain text.
    #[schema(max_length = 300, example = "Secretary-General of the United Nations")]
    pub role_at_the_time: Option<String>,
    /// Where in the cited text it stands: a page, principle or paragraph. A quotation always has one.
    #[schema(max_length = 200, example = "Principle 1")]
    pub locator: Option<String>,
    /// The words. Markdown.
    #[schema(min_length = 1, max_length = 100_000)]
    pub body: String,
}

impl Model for Testimony {
    const NAME: &'static str = "testimonies";
    const SINGULAR: &'static str = "testimony";
    const LABEL: &'static str = "Testimonies";
    const ABOUT: &'static str =
        "Quotations, testimonies and interviews: voices from services, professions and politics.";
    const RELATIONS: &'static [Relation] = &[
        Relation::one("speaker", "people", "Who says it.").personal().author(),
        Relation::one("organisation", "organisations", "For which organisation, or in which."),
        Relation::one("project", "projects", "The project from which it comes."),
        Relation::one("case_study", "case-studies", "The case study to which it belongs."),
        Relation::many("cites", "cites", "resources", "The text from which it is taken; a quotation has at least one.")
            .to(Target::AnyOf(&["instruments", "resources"])),
        Relation::many("rights", "right", "rights", "The rights of which it speaks."),
        Relation::many("topics", "topic", "topics", "What it is about."),
    ];
    const FILTERS: &'static [Filter<Self>] = &[
        Filter::closed::<TestimonyKind>("kind", |testimony| Indexed::value(testimony.kind)),
        Filter::of(FilterKind::Date, "said_on", |testimony| Indexed::date(testimony.said_on.as_ref())),
    ];
    const TEXTS: &'static [Text] = &[
        Text::plain("attribution_line"),
        Text::plain("role_at_the_time"),
        Text::plain("locator"),
        Text::prose("body"),
    ];
    const SCHEMA_ORG: SchemaOrg = SchemaOrg::work(
        "Quotation",
        &[
            ("text", Said::Prose(&["body"])),
            ("dateCreated", Said::Day("said_on")),
            ("creator", Said::Named(&["speaker"])),
            ("sourceOrganization", Said::Named(&["organisation"])),
            ("isPartOf", Said::Named(&["case_study"])),
            ("citation", Said::Named(&["cites"])),
            ABOUT,
        ],
    );

    fn check(&self, links: &[WrittenLink], faults: &mut Faults) {
        if self.kind != TestimonyKind::Quotation {
            return;
        }
        faults.unless(
            links.iter().any(|link| link.relation.name == "cites"),
            "/cites",
            "required",
            "A quotation names in `cites` the text from which it is taken.",
        );
        faults.unless(
            self.locator.as_deref().is_some_and(|locator| !locator.trim().is_empty()),
            "/locator",
            "required",
            "A quotation says in `locator` where it stands in the cited text.",
        );
    }

    const PERSONAL: &'static [&'static str] = &["attribution_line", "role_at_the_time"];

    fn depersonalise(
        &mut self,
        _entry: &mut Entry,
        attribution: ConsentAttribution,
        shown: Option<&str>,
        _: &mut Faults,
    ) {
        self.attribution_line = shown.map(str::to_owned);
        match attribution {
            ConsentAttribution::Role => self.attribution_line.clone_from(&self.role_at_the_time),
            _ => self.role_at_the_time = None,
        }
    }

    fn needs_consent(&self) -> bool {
        matches!(self.kind, TestimonyKind::Testimony | TestimonyKind::Interview)
    }

    fn example() -> Value {
        json!({
            "type": "testimonies",
            "slug": "room-searches-without-guesswork",
            "title": "Room searches without guesswork",
            "summary": "A manager tells how the right to private life made searches and visits a matter of judgement.",
            "kind": "testimony",
            "attribution_line": "Operations manager of a housing association",
            "role_at_the_time": "Operations manager",
            "body": "Learning that private life can be **weighed** against safety freed staff to plan person by person.",
            "organisation": { "slug": "st-martin-of-tours-housing-association" },
            "project": { "slug": "delivering-compassionate-care" },
            "case_study": { "slug": "balancing-private-life-in-supported-housing" },
            "rights": [{ "slug": "hra-article-8" }],
            "topics": [{ "slug": "privacy" }],
            "consent": {
                "basis": "published-source",
                "attribution": "role",
                "channels": ["web", "embed", "sync"],
                "evidence_ref": "Published by the British Institute of Human Rights"
            }
        })
    }
}
