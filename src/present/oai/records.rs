//! Headers and records.

use serde_json::{Map, Value};

use super::names::OaiNames;
use super::{dublin_core, schema_org};
use crate::model::Collection;
use crate::model::values::Instant;
use crate::present::Site;
use crate::present::xml::Xml;
use crate::query::MetadataFormat;

/// A record: an entry as it is, or that it is gone.
#[derive(Debug)]
pub struct OaiRecord {
    /// Its collection, which is its set.
    pub collection: &'static Collection,
    /// Its id.
    pub id: String,
    /// When it changed.
    pub changed_at: Instant,
    /// Whether it is gone.
    pub deleted: bool,
    /// What its metadata are made of, if they are asked for.
    pub document: Option<Map<String, Value>>,
}

/// How a list goes on.
#[derive(Debug)]
pub struct Resumption {
    /// What leads to the next page; none at the end.
    pub token: Option<String>,
    /// How many records came before this page.
    pub cursor: u64,
    /// How many the whole list has.
    pub complete: u64,
}

/// What writes records.
pub struct Writing<'a> {
    /// Their names.
    pub names: &'a OaiNames,
    /// For links.
    pub site: &'a Site,
    /// Who publishes what names no other publisher.
    pub publisher: &'a str,
    /// Their form.
    pub format: MetadataFormat,
}

/// An instant in the repository's granularity.
pub fn second(at: Instant) -> String {
    let text = at.to_string();
    format!("{}Z", text.split('.').next().unwrap_or_default().trim_end_matches('Z'))
}

impl OaiRecord {
    /// Writes the header alone.
    pub fn header(&self, xml: &mut Xml, names: &OaiNames) {
        let status: &[(&str, &str)] = if self.deleted { &[("status", "deleted")] } else { &[] };
        xml.element("header", status, |xml| {
            xml.text("identifier", &[], &names.name(self.collection.name, &self.id));
            xml.text("datestamp", &[], &second(self.changed_at));
            xml.text("setSpec", &[], self.collection.name);
        });
    }

    /// Writes header and metadata.
    pub fn record(&self, xml: &mut Xml, writing: &Writing<'_>) {
        xml.element("record", &[], |xml| {
            self.header(xml, writing.names);
            let Some(document) = self.document.as_ref().filter(|_| !self.deleted) else { return };
            xml.element("metadata", &[], |xml| match writing.format {
                MetadataFormat::OaiDc => {
                    dublin_core::write(xml, self.collection, document, writing.site, writing.publisher);
                }
                MetadataFormat::SchemaOrg => {
                    schema_org::write(xml, self.collection, document, writing.site);
                }
            });
        });
    }
}

impl Resumption {
    /// Writes what a harvester goes on with. A list that fits on one page has none.
    pub fn write(&self, xml: &mut Xml) {
        if self.token.is_none() && self.cursor == 0 {
            return;
        }
        let (complete, cursor) = (self.complete.to_string(), self.cursor.to_string());
        let attributes = [("completeListSize", complete.as_str()), ("cursor", cursor.as_str())];
        xml.text("resumptionToken", &attributes, self.token.as_deref().unwrap_or_default());
    }
}
