//! The answers of OAI-PMH 2.0: what the repository says of itself, headers, records and their metadata as XML.

mod answer;
mod dublin_core;
mod names;
mod records;
mod schema_org;

pub use answer::{OaiAnswer, OaiBody, Repository, render};
pub use names::{OaiNames, host_of};
pub use records::{OaiRecord, Resumption};
pub use schema_org::{SCHEMA_ORG_SCHEMA, SCHEMA_PATH};
