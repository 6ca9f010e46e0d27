//! The operations of OAI-PMH.

use serde_json::{Map, Value, json};

use super::operation::Operation;
use crate::query::MetadataFormat;

/// The name of an argument, what it says, and its schema.
fn arguments() -> Vec<(&'static str, &'static str, Value)> {
    let verbs = ["Identify", "ListMetadataFormats", "ListSets", "ListIdentifiers", "ListRecords", "GetRecord"];
    let formats: Vec<&str> = MetadataFormat::ALL.iter().map(|format| format.prefix()).collect();
    let text = |most: u32| json!({ "type": "string", "minLength": 1, "maxLength": most });
    let date = || json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$" });
    vec![
        ("verb", "What is asked.", json!({ "type": "string", "enum": verbs })),
        ("identifier", "The name of a record, `oai:<host>:<collection>/<id>`.", text(2000)),
        ("metadataPrefix", "The form of records.", json!({ "type": "string", "enum": formats })),
        ("from", "Records that changed on this day or in this second, or later.", date()),
        (
            "until",
            "Records that changed on this day or in this second, or earlier; of the same granularity as `from`.",
            date(),
        ),
        ("set", "Records of one collection.", text(2000)),
        ("resumptionToken", "What the page before gave; it stands alone with the verb.", text(2000)),
    ]
}

fn told(schema: Value, about: &str) -> Value {
    with(schema, "description", json!(about))
}

/// An object with one more member.
fn with(mut object: Value, name: &str, value: Value) -> Value {
    if let Some(members) = object.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
    object
}

/// An operation at `/oai`, whichever way the arguments come.
fn oai(id: &str, about: &str) -> Operation {
    let answer = json!({ "text/xml": { "schema": { "type": "string", "description": "An OAI-PMH document." } } });
    Operation::new(id, "sync", "Harvest by OAI-PMH 2.0").about(about).ok(answer).uncached()
}

/// The paths of OAI-PMH, each with its operations by method.
pub fn paths() -> Vec<(&'static str, Value)> {
    let about = "For libraries and their catalogues. Sets are collections; deleted records are kept for ever; a page has 100 records in the order of the change sequence, and a resumption token never expires. What is wrong with the arguments is told in the document, with status 200.";
    let get = arguments()
        .into_iter()
        .fold(oai("get_oai", about), |operation, (name, about, schema)| operation.in_query(name, about, schema));
    let properties: Map<String, Value> =
        arguments().into_iter().map(|(name, about, schema)| (name.to_owned(), told(schema, about))).collect();
    let form = json!({
        "required": true,
        "content": { "application/x-www-form-urlencoded": { "schema": { "type": "object", "required": ["verb"], "properties": properties } } },
    });
    let post = oai("get_oai_by_form", "The same, with the arguments in the body, for those too long for an address.")
        .fails(&[413, 415, 500, 503])
        .build();
    let schema = Operation::new("get_oai_schema", "sync", "The schema of the format `schema_org`")
        .about("One element, whose text is JSON-LD in the vocabulary of schema.org.")
        .ok(json!({ "text/xml": { "schema": { "type": "string" } } }))
        .build();
    vec![
        ("/oai", json!({ "get": get.fails(&[500, 503]).build(), "post": with(post, "requestBody", form) })),
        ("/oai/schema_org.xsd", json!({ "get": schema })),
    ]
}
