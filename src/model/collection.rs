//! What a collection says about itself, once: a typed struct with its relations, filters, texts and checks. The type is
//! erased at registration into a plain [`Collection`], over which everything else loops.

use std::any::Any;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use utoipa::openapi::{RefOr, Schema};

use super::consent::ConsentAttribution;
use super::document::WrittenLink;
use super::entry::Entry;
use super::fault::Faults;
use super::filter::{Filter, FilterKind, Indexed};
use super::parts::Parts;
use super::relation::Relation;
use super::schema_org::SchemaOrg;
use super::text::Text;

/// The typed face of a collection: its own fields are the struct's.
pub trait Model: Serialize + DeserializeOwned + ToSchema + Send + Sync + 'static {
    /// The collection, as it stands in URLs (`case-studies`).
    const NAME: &'static str;
    /// One entry of it, as it stands in filters and operation ids (`case_study`).
    const SINGULAR: &'static str;
    /// The filter by its entries that other collections have; the singular, unless a parameter has that name already.
    const FILTER: &'static str = Self::SINGULAR;
    /// Its name for people (`Case studies`).
    const LABEL: &'static str;
    /// What it holds, in a sentence.
    const ABOUT: &'static str;
    /// Its relations.
    const RELATIONS: &'static [Relation] = &[];
    /// Filters over its own fields.
    const FILTERS: &'static [Filter<Self>] = &[];
    /// Its translated fields.
    const TEXTS: &'static [Text] = &[];
    /// Its translated fields that tell who a person is.
    const PERSONAL: &'static [&'static str] = &[];
    /// The relation by which its entries stand under broader ones; a filter by an entry then finds what is narrower too.
    const HIERARCHY: Option<&'static str> = None;
    /// The order of its list when none is asked for.
    const SORT: &'static str = "-published_at";
    /// What its entries are in the vocabulary of schema.org.
    const SCHEMA_ORG: SchemaOrg;
    /// Whether its entries take place, from `starts_at` to `ends_at` in `time_zone`: then they are a calendar too.
    const TAKES_PLACE: bool = false;

    /// The rules that the domain keeps for this collection beyond the schema.
    fn check(&self, _links: &[WrittenLink], _faults: &mut Faults) {}

    /// Whether it may only be published with consent on record.
    fn needs_consent(&self) -> bool {
        false
    }

    /// When it next takes place, in milliseconds: the first occurrence that has not ended by `after`.
    fn next_occurrence(&self, _after: i64) -> Option<i64> {
        None
    }

    /// Takes out of the entry what tells who a person is, because consent does not allow the name; `shown` is the
    /// pseudonym to show instead, with that attribution.
    fn depersonalise(
        &mut self,
        _entry: &mut Entry,
        _attribution: ConsentAttribution,
        _shown: Option<&str>,
        _faults: &mut Faults,
    ) {
    }

    /// A real entry in the written shape.
    fn example() -> Value;
}

/// An entry's own fields with their type erased.
pub trait Record: Any + Send + Sync {
    /// The own fields as JSON.
    fn members(&self) -> serde_json::Result<Map<String, Value>>;
    /// Writes each of the own fields.
    fn write(&self, parts: &mut Parts) -> serde_json::Result<()>;
    /// What the catalogue indexes of it, in the order of [`Collection::filters`].
    fn indexed(&self) -> Vec<Indexed>;
    /// See [`Model::check`].
    fn check(&self, links: &[WrittenLink], faults: &mut Faults);
    /// See [`Model::needs_consent`].
    fn needs_consent(&self) -> bool;
    /// See [`Model::next_occurrence`].
    fn next_occurrence(&self, after: i64) -> Option<i64>;
    /// See [`Model::depersonalise`].
    fn depersonalise(
        &mut self,
        entry: &mut Entry,
        attribution: ConsentAttribution,
        shown: Option<&str>,
        faults: &mut Faults,
    );
    /// For the store, which knows the type again.
    fn as_any(&self) -> &dyn Any;
}

impl<T: Model> Record for T {
    fn members(&self) -> serde_json::Result<Map<String, Value>> {
        match serde_json::to_value(self)? {
            Value::Object(members) => Ok(members),
            _ => Ok(Map::new()),
        }
    }

    fn write(&self, parts: &mut Parts) -> serde_json::Result<()> {
        parts.write(self)
    }

    fn indexed(&self) -> Vec<Indexed> {
        T::FILTERS.iter().map(|filter| (filter.read)(self)).collect()
    }

    fn check(&self, links: &[WrittenLink], faults: &mut Faults) {
        Model::check(self, links, faults);
    }

    fn needs_consent(&self) -> bool {
        Model::needs_consent(self)
    }

    fn next_occurrence(&self, after: i64) -> Option<i64> {
        Model::next_occurrence(self, after)
    }

    fn depersonalise(
        &mut self,
        entry: &mut Entry,
        attribution: ConsentAttribution,
        shown: Option<&str>,
        faults: &mut Faults,
    ) {
        Model::depersonalise(self, entry, attribution, shown, faults);
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// A filter over an own field, its type erased.
#[derive(Debug, Clone, Copy)]
pub struct OwnFilter {
    /// The field.
    pub name: &'static str,
    /// What it takes.
    pub kind: FilterKind,
}

/// Why JSON could not be read as a record: the path inside it and the reason.
pub type Unreadable = serde_path_to_error::Error<serde_json::Error>;

/// One collection of the hub, as data.
#[derive(Debug)]
pub struct Collection {
    /// Its place in the registry.
    pub index: usize,
    /// See [`Model::NAME`].
    pub name: &'static str,
    /// See [`Model::SINGULAR`].
    pub singular: &'static str,
    /// See [`Model::FILTER`].
    pub filter: &'static str,
    /// See [`Model::LABEL`].
    pub label: &'static str,
    /// See [`Model::ABOUT`].
    pub about: &'static str,
    /// See [`Model::RELATIONS`].
    pub relations: &'static [Relation],
    /// See [`Model::FILTERS`].
    pub filters: Vec<OwnFilter>,
    /// See [`Model::TEXTS`].
    pub texts: &'static [Text],
    /// See [`Model::PERSONAL`].
    pub personal: &'static [&'static str],
    /// See [`Model::HIERARCHY`].
    pub hierarchy: Option<&'static str>,
    /// See [`Model::SORT`].
    pub sort: &'static str,
    /// See [`Model::SCHEMA_ORG`].
    pub schema_org: SchemaOrg,
    /// See [`Model::TAKES_PLACE`].
    pub takes_place: bool,
    /// The name of its schema (`CaseStudy`).
    pub schema_name: String,
    /// The schema of its own fields.
    pub schema: fn() -> RefOr<Schema>,
    /// The schemas that [`Collection::schema`] refers to.
    pub schemas: fn(&mut Vec<(String, RefOr<Schema>)>),
    /// See [`Model::example`].
    pub example: fn() -> Value,
    /// Reads own fields from JSON.
    pub read: fn(Value) -> Result<Box<dyn Record>, Unreadable>,
}

impl Collection {
    /// Erases the type of a model.
    pub fn of<T: Model>(index: usize) -> Self {
        Self {
            index,
            name: T::NAME,
            singular: T::SINGULAR,
            filter: T::FILTER,
            label: T::LABEL,
            about: T::ABOUT,
            relations: T::RELATIONS,
            filters: T::FILTERS.iter().map(|filter| OwnFilter { name: filter.name, kind: filter.kind }).collect(),
            texts: T::TEXTS,
            personal: T::PERSONAL,
            hierarchy: T::HIERARCHY,
            sort: T::SORT,
            schema_org: T::SCHEMA_ORG,
            takes_place: T::TAKES_PLACE,
            schema_name: T::name().into_owned(),
            schema: T::schema,
            schemas: T::schemas,
            example: T::example,
            read: |value| {
                serde_path_to_error::deserialize::<_, T>(value).map(|record| Box::new(record) as Box<dyn Record>)
            },
        }
    }

    /// The relation of this field, at the top of the entry.
    pub fn relation(&self, name: &str) -> Option<&'static Relation> {
        self.relations.iter().find(|relation| relation.within.is_none() && relation.name == name)
    }
}
