//! `/v1/organisations`: the bodies that provide, oversee, fund, study or campaign. One that was merged or closed stays,
//! with the end of its activity and its successors.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::collection::Model;
use super::document::WrittenLink;
use super::fault::Faults;
use super::filter::{Filter, FilterKind, Indexed};
use super::relation::Relation;
use super::schema_org::{ADDRESS, GEO, Object, Said, SchemaOrg};
use super::text::Text;
use super::values::{Country, Edtf, Json, Line, Place, Url, closed_list};
use crate::database::schema::organisations;

closed_list! {
    /// What sort of organisation it is.
    pub enum OrganisationKind {
        /// A trust of the National Health Service, or another NHS body that provides or buys care.
        NhsTrust = "nhs-trust",
        /// A department of a government.
        GovernmentDepartment = "government-department",
        /// A council or another local authority.
        LocalAuthority = "local-authority",
        /// A body that inspects or licenses.
        Regulator = "regulator",
        /// A charity or other voluntary organisation.
        Charity = "charity",
        /// A housing association.
        HousingAssociation = "housing-association",
        /// A single service, ward or centre.
        Service = "service",
        /// A network or a group of people.
        Network = "network",
        /// A body of the United Nations.
        UnBody = "un-body",
        /// An agency that does research.
        ResearchAgency = "research-agency",
        /// A body of a profession.
        ProfessionalBody = "professional-body",
    }
}

/// An organisation, from a department of state to a single ward.
#[skip_serializing_none]
#[derive(
    Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, diesel::Queryable, diesel::Selectable, diesel::Insertable,
)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = organisations, treat_none_as_default_value = false)]
pub struct Organisation {
    /// What sort of organisation it is.
    pub kind: OrganisationKind,
    /// Country of its seat, ISO 3166-1 alpha-2.
    pub country: Option<Country>,
    /// Town or region, as people call it.
    #[schema(max_length = 200, example = "Liverpool")]
    pub locality: Option<String>,
    /// When it began to work: EDTF, `2001-04-01`, `2001-04` or `2001`.
    pub active_from: Option<Edtf>,
    /// When it was closed or merged: EDTF, not before `active_from`. Absent while it is at work.
    pub active_to: Option<Edtf>,
    /// Where it is on the globe.
    #[schema(value_type = Option<Place>)]
    pub location: Option<Json<Place>>,
    /// Its own site.
    pub website: Option<Url>,
    /// Short forms, former and other names; search treats them as its title.
    #[serde(default)]
    #[schema(value_type = Vec<Line>, max_items = 100)]
    pub aliases: Json<Vec<Line>>,
    /// What it is and does. Markdown.
    #[schema(max_length = 50_000)]
    pub description: Option<String>,
}

impl Model for Organisation {
    const NAME: &'static str = "organisations";
    const SINGULAR: &'static str = "organisation";
    const LABEL: &'static str = "Organisations";
    const ABOUT: &'static str =
        "Who provides, oversees, funds, studies or campaigns; closed and merged bodies stay on record.";
    const RELATIONS: &'static [Relation] = &[
        Relation::one("parent", "organisations", "The organisation of which it is a part."),
        Relation::many("successors", "successor", "organisations", "Who took over its work when it closed or merged."),
        Relation::many("member_of", "member_of", "organisations", "Networks and bodies to which it belongs."),
    ];
    const FILTERS: &'static [Filter<Self>] = &[
        Filter::closed::<OrganisationKind>("kind", |organisation| Indexed::value(organisation.kind)),
        Filter::of(FilterKind::Country, "country", |organisation| {
            Indexed::word(organisation.country.as_ref().map(Country::as_str))
        }),
        Filter::of(FilterKind::Period, "active", |organisation| {
            Indexed::period(organisation.active_from.as_ref(), organisation.active_to.as_ref())
        }),
    ];
    const TEXTS: &'static [Text] = &[Text::plain("aliases"), Text::prose("description")];
    const SORT: &'static str = "title";
    const SCHEMA_ORG: SchemaOrg = SchemaOrg::thing(
        "Organization",
        &[
            ("alternateName", Said::Text("aliases")),
            ("sameAs", Said::Address("website")),
            ("foundingDate", Said::Day("active_from")),
            ("dissolutionDate", Said::Day("active_to")),
            ADDRESS,
            ("location", Said::Object(Object::new("Place", &[GEO]))),
            ("parentOrganization", Said::Named(&["parent"])),
            ("memberOf", Said::Named(&["member_of"])),
        ],
    );

    fn check(&self, _links: &[WrittenLink], faults: &mut Faults) {
        faults.unless_in_order(self.active_from.as_ref(), self.active_to.as_ref(), "/active_to");
    }

    fn example() -> Value {
        json!({
            "type": "organisations",
            "slug": "mersey-care-nhs-trust",
            "title": "Mersey Care NHS Trust",
            "summary": "Mental health and learning disability services in and around Liverpool.",
            "kind": "nhs-trust",
            "country": "GB",
            "locality": "Liverpool",
            "location": { "lat": 53.4084, "lon": -2.9916 },
            "website": "https://www.merseycare.nhs.uk/",
            "active_from": "2001-04",
            "aliases": ["Mersey Care"],
            "description": "One of the five trusts of the first project; it went on to **lead** the work in the NHS.",
            "member_of": []
        })
    }
}
