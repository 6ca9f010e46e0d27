//! The document that every answer is: when, to what, and what.

use super::dublin_core;
use super::names::OaiNames;
use super::records::{OaiRecord, Resumption, Writing, second};
use super::schema_org;
use crate::model::COLLECTIONS;
use crate::model::values::Instant;
use crate::present::Site;
use crate::present::xml::Xml;
use crate::query::{MetadataFormat, OaiFault};

const NAMESPACE: &str = "http://www.openarchives.org/OAI/2.0/";
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// The content codings in which answers come, beside none.
const COMPRESSIONS: &[&str] = &["gzip", "br", "zstd"];

/// What a repository says of itself.
#[derive(Debug, Clone)]
pub struct Repository<'a> {
    /// Its name.
    pub name: &'a str,
    /// Who publishes it.
    pub publisher: &'a str,
    /// Whom to write to.
    pub admin_email: &'a str,
    /// Where it is.
    pub site: &'a Site,
}

/// What a request is answered with.
#[derive(Debug)]
pub enum OaiBody {
    /// What is wrong with it.
    Errors(Vec<OaiFault>),
    /// What the repository is.
    Identify {
        /// No record changed before.
        earliest: Instant,
        /// A record that there is: collection and id.
        sample: Option<(&'static str, String)>,
    },
    /// The forms of records.
    Formats,
    /// The sets: one a collection.
    Sets,
    /// One record.
    Record {
        /// It.
        record: OaiRecord,
        /// Its form.
        format: MetadataFormat,
    },
    /// A page of a list.
    List {
        /// Whether with metadata, or headers alone.
        records: bool,
        /// Their form.
        format: MetadataFormat,
        /// The page.
        page: Vec<OaiRecord>,
        /// How it goes on.
        resumption: Resumption,
    },
}

/// An answer.
#[derive(Debug)]
pub struct OaiAnswer {
    /// When it was made.
    pub at: Instant,
    /// The arguments that it repeats.
    pub arguments: Vec<(&'static str, String)>,
    /// What it says.
    pub body: OaiBody,
}

/// Writes an answer.
pub fn render(answer: &OaiAnswer, repository: &Repository<'_>) -> String {
    let mut xml = Xml::default();
    let schema = format!("{NAMESPACE} {NAMESPACE}OAI-PMH.xsd");
    let root = [("xmlns", NAMESPACE), ("xmlns:xsi", XSI), ("xsi:schemaLocation", schema.as_str())];
    xml.element("OAI-PMH", &root, |xml| {
        xml.text("responseDate", &[], &second(answer.at));
        let arguments: Vec<(&str, &str)> =
            answer.arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        xml.text("request", &arguments, &base_url(repository.site));
        write_body(xml, &answer.body, repository);
    });
    xml.finish()
}

fn base_url(site: &Site) -> String {
    format!("{}/oai", site.public_url)
}

fn write_body(xml: &mut Xml, body: &OaiBody, repository: &Repository<'_>) {
    let names = OaiNames::of(repository.site);
    let writing = |format| Writing { names: &names, site: repository.site, publisher: repository.publisher, format };
    match body {
        OaiBody::Errors(faults) => {
            for fault in faults {
                xml.text("error", &[("code", fault.code)], &fault.detail);
            }
        }
        OaiBody::Identify { earliest, sample } => {
            identify(xml, repository, &names, *earliest, sample.as_ref());
        }
        OaiBody::Formats => formats(xml, repository.site),
        OaiBody::Sets => sets(xml),
        OaiBody::Record { record, format } => {
            xml.element("GetRecord", &[], |xml| record.record(xml, &writing(*format)));
        }
        OaiBody::List { records, format, page, resumption } => {
            let (name, writing) = (if *records { "ListRecords" } else { "ListIdentifiers" }, writing(*format));
            xml.element(name, &[], |xml| {
                for record in page {
                    match records {
                        true => record.record(xml, &writing),
                        false => record.header(xml, &names),
                    }
                }
                resumption.write(xml);
            });
        }
    }
}

fn identify(
    xml: &mut Xml,
    repository: &Repository<'_>,
    names: &OaiNames,
    earliest: Instant,
    sample: Option<&(&'static str, String)>,
) {
    xml.element("Identify", &[], |xml| {
        xml.text("repositoryName", &[], repository.name);
        xml.text("baseURL", &[], &base_url(repository.site));
        xml.text("protocolVersion", &[], "2.0");
        xml.text("adminEmail", &[], repository.admin_email);
        xml.text("earliestDatestamp", &[], &second(earliest));
        xml.text("deletedRecord", &[], "persistent");
        xml.text("granularity", &[], "YYYY-MM-DDThh:mm:ssZ");
        for compression in COMPRESSIONS {
            xml.text("compression", &[], compression);
        }
        // The scheme knows domains only: a hub without one, as on a developer's machine, goes without its description.
        let Some((collection, id)) = sample.filter(|_| names.is_domain()) else { return };
        let namespace = format!("{NAMESPACE}oai-identifier");
        let schema = format!("{namespace} {namespace}.xsd");
        xml.element("description", &[], |xml| {
            let attributes = [("xmlns", namespace.as_str()), ("xsi:schemaLocation", schema.as_str())];
            xml.element("oai-identifier", &attributes, |xml| {
                xml.text("scheme", &[], "oai");
                xml.text("repositoryIdentifier", &[], names.host());
                xml.text("delimiter", &[], ":");
                xml.text("sampleIdentifier", &[], &names.name(collection, id));
            });
        });
    });
}

fn formats(xml: &mut Xml, site: &Site) {
    xml.element("ListMetadataFormats", &[], |xml| {
        for format in MetadataFormat::ALL {
            let (schema, namespace) = match format {
                MetadataFormat::OaiDc => (dublin_core::SCHEMA.to_owned(), dublin_core::NAMESPACE),
                MetadataFormat::SchemaOrg => (schema_org::schema_location(site), schema_org::NAMESPACE),
            };
            xml.element("metadataFormat", &[], |xml| {
                xml.text("metadataPrefix", &[], format.prefix());
                xml.text("schema", &[], &schema);
                xml.text("metadataNamespace", &[], namespace);
            });
        }
    });
}

fn sets(xml: &mut Xml) {
    xml.element("ListSets", &[], |xml| {
        for collection in COLLECTIONS.iter() {
            xml.element("set", &[], |xml| {
                xml.text("setSpec", &[], collection.name);
                xml.text("setName", &[], collection.label);
                xml.element("setDescription", &[], |xml| dublin_core::describe(xml, collection.about));
            });
        }
    });
}
