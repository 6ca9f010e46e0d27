//! The format `schema_org`: an entry's JSON-LD as the text of one XML element, and the schema of that element.

use serde_json::{Map, Value};

use crate::model::Collection;
use crate::present::Site;
use crate::present::json_ld::json_ld;
use crate::present::xml::Xml;

/// The namespace of the element: the same for every hub, so that who harvests many of them knows it again.
pub const NAMESPACE: &str = "urn:x-rights-hub:schema-org:1";

/// Where the schema is, below the hub's address.
pub const SCHEMA_PATH: &str = "/oai/schema_org.xsd";

/// The schema.
pub const SCHEMA_ORG_SCHEMA: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x-rights-hub:schema-org:1" elementFormDefault="qualified">
  <xs:element name="jsonld" type="xs:string">
    <xs:annotation>
      <xs:documentation>One JSON-LD object in the vocabulary of https://schema.org, as text.</xs:documentation>
    </xs:annotation>
  </xs:element>
</xs:schema>
"#;

/// Where the schema of this hub is.
pub fn schema_location(site: &Site) -> String {
    format!("{}{SCHEMA_PATH}", site.public_url)
}

/// Writes the metadata of an entry.
pub fn write(xml: &mut Xml, collection: &Collection, document: &Map<String, Value>, site: &Site) {
    let schema = format!("{NAMESPACE} {}", schema_location(site));
    let attributes = [("xmlns:schema_org", NAMESPACE), ("xsi:schemaLocation", schema.as_str())];
    let value = json_ld(collection, document, site);
    xml.text("schema_org:jsonld", &attributes, &value.to_string());
}
