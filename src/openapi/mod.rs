//! The OpenAPI 3.1 document, built from the registry, the parameters and the models' schemas; never edited by hand.

mod answers;
mod embedding;
mod examples;
mod failures;
mod harvesting;
mod hub_answers;
mod manage;
mod managed;
mod managing;
mod operation;
mod operations;
mod parameters;
mod schemas;
mod syncing;
mod webhooks;
mod wording;

use std::collections::HashMap;

use serde_json::{Value, json};

pub use manage::{ManageOperation, Sent, operations};
pub use managing::{MAX_BODY, schema_sent};

use crate::model::COLLECTIONS;

/// The document.
pub fn document() -> Value {
    let tags: Vec<Value> = std::iter::once(json!({ "name": "hub", "description": "The hub as a whole." }))
        .chain(COLLECTIONS.iter().map(|collection| json!({ "name": collection.name, "description": collection.about })))
        .chain([
            json!({ "name": "sync", "description": "For those who keep a copy: what changed, everything at once, and what proves a copy complete." }),
            json!({ "name": "embed", "description": "For pages of others, and for people: cards, lists of them, oEmbed." }),
            json!({ "name": "reference", "description": "This document, and what its problems mean." }),
            json!({ "name": "manage", "description": "Editing: with a key, for those who keep the hub. What is written here is public when it is published, and not before." }),
            json!({ "name": "running", "description": "For whatever starts, watches and balances the hub." }),
        ])
        .collect();
    let mut paths = operations::paths();
    let parameters = parameters::share(&mut paths);
    paths.extend(managing::paths());
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Rights Hub",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Knowledge about human rights in health and care, as a JSON API.",
            "description": INTRODUCTION,
            "contact": { "name": "Whoever publishes this hub: `publisher` of `GET /v1`" },
            "license": { "name": "CC BY 4.0, for content that names no other", "url": "https://creativecommons.org/licenses/by/4.0/" },
        },
        "security": [],
        "servers": [{ "url": "/", "description": "This hub." }],
        "tags": tags,
        "paths": paths,
        "webhooks": webhooks::messages(),
        "components": { "schemas": schemas::components(), "parameters": parameters, "responses": failures::responses(), "headers": operation::headers(),
            "securitySchemes": { "key": { "type": "http", "scheme": "bearer", "description": "A key made with `rights-hub keys create`, in the header `Authorization: Bearer <key>`; never in the address." } } },
    });
    spell_out(&mut document);
    name_lists(&mut document);
    document
}

/// Refers to a closed list by its name wherever it stands, so that generated clients have one type for it and not one for
/// each parameter and member.
fn name_lists(document: &mut Value) {
    let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) else { return };
    let lists: HashMap<String, String> =
        schemas.iter().filter_map(|(name, schema)| Some((schema.get("enum")?.to_string(), name.clone()))).collect();
    for schema in schemas.values_mut().filter(|schema| schema.get("enum").is_none()) {
        refer(schema, &lists);
    }
    for part in ["/paths", "/webhooks", "/components/parameters"] {
        document.pointer_mut(part).into_iter().for_each(|part| refer(part, &lists));
    }
}

fn refer(part: &mut Value, lists: &HashMap<String, String>) {
    match part {
        Value::Object(members) => {
            if let Some(name) = members.get("enum").and_then(|values| lists.get(&values.to_string())) {
                members.retain(|member, _| member != "type" && member != "enum");
                members.insert("$ref".to_owned(), json!(format!("#/components/schemas/{name}")));
            }
            members.values_mut().for_each(|member| refer(member, lists));
        }
        Value::Array(parts) => parts.iter_mut().for_each(|part| refer(part, lists)),
        _ => {}
    }
}

/// Spells out what generators would else guess wrongly: objects of whose members nothing is said may have any, whole
/// numbers have 64 bits, and a list of one value is that value.
fn spell_out(part: &mut Value) {
    const SAYING: &[&str] = &["properties", "additionalProperties", "allOf", "anyOf", "oneOf"];
    match part {
        Value::Object(members) => {
            let kind = members.get("type");
            let object = kind.is_some_and(|kind| kind == "object");
            let integer = kind.is_some_and(|kind| {
                kind == "integer" || kind.as_array().is_some_and(|kinds| kinds.contains(&json!("integer")))
            });
            if object && !SAYING.iter().any(|name| members.contains_key(*name)) {
                members.insert("additionalProperties".to_owned(), json!(true));
            }
            if integer {
                members.insert("format".to_owned(), json!("int64"));
            }
            if let Some([only]) = members.get("enum").and_then(Value::as_array).map(Vec::as_slice) {
                let only = only.clone();
                members.retain(|name, _| name != "enum");
                members.insert("const".to_owned(), only);
            }
            members.values_mut().for_each(spell_out);
        }
        Value::Array(parts) => parts.iter_mut().for_each(spell_out),
        _ => {}
    }
}

/// The document as the committed file holds it.
pub fn as_json() -> String {
    serde_json::to_string_pretty(&document()).unwrap_or_default()
}

/// The document as YAML.
///
/// # Errors
/// When it cannot be written as YAML.
pub fn as_yaml() -> Result<String, String> {
    yaml_serde::to_string(&document()).map_err(|error| error.to_string())
}

const INTRODUCTION: &str = "\
Which rights exist, who works with them, in which projects, what changed in practice, how it was evaluated, and what one \
can read, use or attend.\n\n\
**Start** with `GET /v1`: it lists the collections with their filters, sorts, facets and includes. Every list takes the \
same grammar: a comma is OR inside a filter, different filters are joined by AND, and `_all`, `_not` and `_missing` behind \
a filter's name change what it asks. Values are slugs or ids.\n\n\
**Other forms**: every list is also a table (`.csv`, `.ndjson`), a feed (`.atom`, `.rss`, `.jsonfeed`), and of events a calendar \
(`.ics`); every entry is JSON-LD by `?format=jsonld`.\n\n\
**Errors** are problem documents (RFC 9457). A misspelt parameter is a 400 that names it, never an unfiltered list.\n\n\
**Open lists**: values may be added to closed lists, and members to objects; tolerate those that you do not know.\n\n\
**Copies** begin with `GET /v1/export` and follow `GET /v1/changes`; `GET /v1/inventory/digest` proves them complete.\n\n\
**Caching**: answers carry a strong `ETag` and `Last-Modified`; `Hub-Seq` tells the place in the hub's change sequence \
that an answer reflects, and `min_seq` waits for one.";
