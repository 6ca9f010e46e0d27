//! The domain: one file per collection and the registry of them, the envelope, relations, filters, faults and schemas.
//! It knows neither HTTP nor queries; Diesel's derives stand on its structs.

pub mod collection;
pub mod consent;
pub mod document;
pub mod entry;
pub mod fault;
pub mod filter;
pub mod parts;
pub mod registry;
pub mod relation;
pub mod schema;
pub mod schema_org;
mod shape;
pub mod text;
pub mod values;
mod writing;

pub mod case_studies;
pub mod courses;
pub mod evaluations;
pub mod events;
pub mod guides;
pub mod instruments;
pub mod news;
pub mod organisations;
pub mod pages;
pub mod people;
pub mod projects;
pub mod resources;
pub mod rights;
pub mod testimonies;
pub mod topics;

pub use collection::{Collection, Model, OwnFilter, Record, Unreadable};
pub use consent::{Channel, Channels, Consent, ConsentAttribution, ConsentBasis, ConsentRow};
pub use document::{Key, WrittenDocument, WrittenLink, WrittenTranslation, collection_of};
pub use entry::{Attribution, DEFAULT_LICENCE, Entry, Identifier, Notice, Source};
pub use fault::{Fault, Faults, pointer};
pub use filter::{Filter, FilterKind, Indexed};
pub use registry::{COLLECTIONS, collection};
pub use relation::{Relation, Target};
pub use schema::members;
pub use shape::{CompiledSchema, consent_faults};
pub use text::{Text, TextKind};
pub use writing::{age_translations, erased_slug, normalised, title_key, with_id_for_slug};

pub use case_studies::CaseStudy;
pub use courses::Course;
pub use evaluations::Evaluation;
pub use events::Event;
pub use guides::Guide;
pub use instruments::Instrument;
pub use news::News;
pub use organisations::Organisation;
pub use pages::Page;
pub use people::Person;
pub use projects::Project;
pub use resources::Resource;
pub use rights::Right;
pub use testimonies::Testimony;
pub use topics::Topic;
