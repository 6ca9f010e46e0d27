//! The JSON Schemas of documents, put together from the envelope, a collection's own fields and its relations: as it is
//! written (the one source of limits, enforced by [`super::document`]) and as it is read (for the OpenAPI document).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value, json};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::collection::Collection;
use super::consent::Consent;
use super::entry::Entry;
use super::registry::COLLECTIONS;
use super::relation::{Relation, Target};

/// The most references that one relation may hold.
pub const MAX_REFERENCES: usize = 200;

/// Members that a reader sees and a writer need not send: they are the hub's to say.
pub const READ_ONLY: &[&str] =
    &["type", "rev", "seq", "updated_at", "notice", "lang_fallback", "links", "referenced_by", "channels"];

/// A schema as JSON, `{}` if it could not be written.
fn json_of(schema: &RefOr<Schema>) -> Value {
    serde_json::to_value(schema).unwrap_or_else(|_| json!({}))
}

/// The properties of an object schema.
fn properties(schema: &RefOr<Schema>) -> Map<String, Value> {
    match json_of(schema).get_mut("properties").map(Value::take) {
        Some(Value::Object(properties)) => properties,
        _ => Map::new(),
    }
}

/// The required properties of an object schema.
fn required(schema: &RefOr<Schema>) -> Vec<String> {
    json_of(schema)
        .get("required")
        .and_then(Value::as_array)
        .map(|names| names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect())
        .unwrap_or_default()
}

/// The envelope's properties.
pub fn envelope() -> Map<String, Value> {
    properties(&Entry::schema())
}

/// A collection's own properties.
pub fn own(collection: &Collection) -> Map<String, Value> {
    properties(&(collection.schema)())
}

/// The own properties that must be given.
pub fn own_required(collection: &Collection) -> Vec<String> {
    required(&(collection.schema)())
}

/// Every schema that documents refer to, by name.
pub fn components() -> BTreeMap<String, Value> {
    let mut found = Vec::new();
    Entry::schemas(&mut found);
    Consent::schemas(&mut found);
    for collection in COLLECTIONS.iter() {
        (collection.schemas)(&mut found);
    }
    found.push((Consent::name().into_owned(), Consent::schema()));
    found.into_iter().map(|(name, schema)| (name, json_of(&schema))).collect()
}

/// A reference as it is written.
fn written_reference(relation: &Relation) -> Value {
    let mut properties = json!({
        "id": { "type": "string", "maxLength": 36 },
        "slug": { "type": "string", "maxLength": 120 },
        "type": { "type": "string", "enum": target_names(relation.target) },
        "title": {}, "href": {},
    });
    for (has, name) in [(relation.role, "role"), (relation.note, "note")] {
        if has && let Some(properties) = properties.as_object_mut() {
            properties.insert(name.to_owned(), json!({ "type": "string", "minLength": 1, "maxLength": 2000 }));
        }
    }
    json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "anyOf": [{ "required": ["id"] }, { "required": ["slug"] }],
    })
}

fn target_names(target: Target) -> Vec<&'static str> {
    COLLECTIONS.iter().map(|collection| collection.name).filter(|name| target.admits(name)).collect()
}

/// The envelope's members that stand before a collection's own; the others stand behind its relations.
const LEADING: &[&str] = &["type", "id", "slug", "rev", "seq", "lang", "lang_fallback", "title", "summary"];

static MEMBERS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| COLLECTIONS.iter().map(order_members).collect());

/// The members of a public document of the collection, in the order in which they are written.
pub fn members(collection: &Collection) -> &'static [String] {
    MEMBERS.get(collection.index).map_or(&[], Vec::as_slice)
}

fn order_members(collection: &Collection) -> Vec<String> {
    let leading = LEADING.iter().map(|name| (*name).to_owned());
    let own = own(collection).into_iter().map(|(name, _)| name);
    let relations = collection
        .relations
        .iter()
        .filter(|relation| relation.within.is_none())
        .map(|relation| relation.name.to_owned());
    let trailing = envelope().into_iter().map(|(name, _)| name).filter(|name| !LEADING.contains(&name.as_str()));
    let last = ["translations", "links"].map(str::to_owned);
    leading.chain(own).chain(relations).chain(trailing).chain(last).collect()
}

/// The schema of a relation's field: a reference or a list of them.
pub fn relation(relation: &Relation, reference: Value) -> Value {
    if relation.many {
        json!({
            "type": "array", "items": reference, "maxItems": MAX_REFERENCES,
            "description": relation.about,
        })
    } else {
        let mut reference = reference;
        if let Some(schema) = reference.as_object_mut().filter(|schema| !schema.contains_key("$ref")) {
            schema.insert("description".to_owned(), json!(relation.about));
        }
        reference
    }
}

/// The translated members of a collection, as their schemas.
pub fn translated(collection: &Collection) -> Map<String, Value> {
    let (envelope, own) = (envelope(), own(collection));
    let mut members = Map::new();
    for name in ["lang", "title", "summary"] {
        if let Some(schema) = envelope.get(name) {
            members.insert(name.to_owned(), schema.clone());
        }
    }
    for text in collection.texts {
        if let Some(schema) = own.get(text.field) {
            members.insert(text.field.to_owned(), schema.clone());
        }
    }
    members
}

/// The whole schema of a document as it is written, with everything it refers to inside.
pub fn written(collection: &Collection) -> Value {
    let mut properties = envelope();
    for name in READ_ONLY {
        properties.insert((*name).to_owned(), json!({}));
    }
    properties.insert("type".to_owned(), json!({ "const": collection.name }));
    properties.insert("id".to_owned(), json!({ "type": "string", "format": "uuid", "maxLength": 36 }));
    properties.extend(own(collection));
    for each in collection.relations {
        let schema = relation(each, written_reference(each));
        match each.within {
            None => {
                properties.insert(each.name.to_owned(), schema);
            }
            Some(list) => nest(&mut properties, list, each.name, schema),
        }
    }
    let mut translation = translated(collection);
    translation.insert("status".to_owned(), json!({ "type": "string", "enum": ["current", "outdated"] }));
    properties.insert(
        "translations".to_owned(),
        json!({
            "type": "array", "maxItems": 100,
            "items": {
                "type": "object", "properties": translation,
                "required": ["lang", "title"], "additionalProperties": false,
            },
        }),
    );
    properties.insert("consent".to_owned(), json!({ "$ref": "#/components/schemas/Consent" }));

    let mut required = own_required(collection);
    required.push("title".to_owned());
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
        "components": { "schemas": components() },
    })
}

/// Gives each element of an inner list the member of a relation that stands inside it.
pub fn nest(properties: &mut Map<String, Value>, list: &str, member: &str, schema: Value) {
    let components = components();
    let Some(items) = properties.get_mut(list).and_then(|list| list.get_mut("items")) else { return };
    let name = items.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next());
    if let Some(inner) = name.and_then(|name| components.get(name)) {
        *items = inner.clone();
    }
    if let Some(inner) = items.get_mut("properties").and_then(Value::as_object_mut) {
        inner.insert(member.to_owned(), schema);
    }
}
