//! The part of the document about editing, made from the table of operations.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use super::answers::{at, lines_of};
use super::manage::{ManageOperation, Sent, operations};
use super::parameters::parameter as as_parameter;
use super::{failures, managed, webhooks};
use crate::model::{COLLECTIONS, CompiledSchema};
use crate::query::{Parameter, item_filters};

/// The largest body of one document, in bytes.
pub const MAX_BODY: usize = 4 * 1024 * 1024;

/// The longest language tag that is reckoned with (RFC 5646, section 4.4.1), in bytes.
const LONGEST_TAG: usize = 35;

/// Problems that every operation has.
const ALWAYS: &[u16] = &[400, 401, 403, 405, 414, 429, 500, 503];

/// The paths of editing.
pub fn paths() -> Map<String, Value> {
    let mut paths: Map<String, Value> = Map::new();
    for operation in operations() {
        let path = paths.entry(operation.path).or_insert_with(|| json!({}));
        if let Some(methods) = path.as_object_mut() {
            methods.insert(operation.method.to_lowercase(), described(operation));
        }
    }
    let token = json!({
        "name": "token", "in": "path", "required": true, "description": "What the link ends with.",
        "schema": { "type": "string", "maxLength": 200 },
    });
    paths.insert(
        "/v1/preview/{token}".to_owned(),
        json!({ "get": {
            "operationId": "get_preview", "tags": ["manage"], "summary": "See a draft by a link",
            "description": "Without a key, as long as the link holds; with every draft that could be public. Never cached.",
            "parameters": [token],
            "responses": answers((200, "Preview"), &[400, 404, 414, 429, 500, 503]),
        } }),
    );
    paths
}

fn described(operation: &ManageOperation) -> Value {
    let mut parameters: Vec<Value> = Vec::new();
    if operation.path.contains("{collection}") {
        parameters.push(json!({
            "name": "collection", "in": "path", "required": true, "description": "The collection.",
            "schema": { "type": "string", "enum": COLLECTIONS.iter().map(|one| one.name).collect::<Vec<_>>() },
        }));
    }
    for (name, about, kind) in [
        ("id", "The item's id.", json!({ "type": "string", "format": "uuid" })),
        ("rev", "The revision, from 1.", json!({ "type": "integer", "minimum": 1 })),
        ("key", "The key's id.", json!({ "type": "string", "format": "uuid" })),
        ("webhook", "The webhook's id.", json!({ "type": "string", "format": "uuid" })),
    ] {
        if operation.path.contains(&format!("{{{name}}}")) {
            parameters
                .push(json!({ "name": name, "in": "path", "required": true, "description": about, "schema": kind }));
        }
    }
    let own = operation.parameters.iter().map(|(name, kind, about)| {
        let kind: Value = serde_json::from_str(kind).unwrap_or_default();
        let needed = about.ends_with("needed.");
        let mut parameter = json!({ "name": name, "in": "query", "description": about, "schema": kind });
        if let Some(members) = parameter.as_object_mut() {
            if needed {
                members.insert("required".to_owned(), json!(true));
            }
            if kind.get("type") == Some(&json!("array")) {
                members.insert("style".to_owned(), json!("form"));
                members.insert("explode".to_owned(), json!(false));
            }
        }
        parameter
    });
    parameters.extend(own);
    if operation.id == "list_items" {
        parameters.extend(filters());
    }
    let header = |name: &str, required: bool, about: &str| json!({ "name": name, "in": "header", "required": required, "description": about, "schema": { "type": "string", "maxLength": 255 } });
    let verb = operation.body == Sent::Object("TransitionRequest");
    if operation.conditional || verb {
        let about = "The item's `ETag`, such as `\"rev-3\"`: the revision that the write was made against.";
        parameters.push(header("If-Match", operation.conditional, about));
    }
    if operation.method == "POST" {
        let about = "A name for this request: sent again with the same body, it is answered as before (`Idempotency-Replayed: true`) and not done twice. Kept for a day.";
        parameters.push(header("Idempotency-Key", false, about));
    }
    // Every POST reads a body of bounded size in bounded time, and holds its name to it.
    let named: &[u16] = match operation.method {
        "POST" => &[408, 413, 422],
        "PUT" | "PATCH" => &[408],
        _ => &[],
    };
    let mut described = json!({
        "operationId": operation.id,
        "tags": ["manage"],
        "summary": operation.summary,
        "description": format!("{} Needs the scope `{}`.", operation.about, operation.scope.as_str()),
        "security": [{ "key": [] }],
        "parameters": parameters,
        "responses": answers(operation.answers, &[operation.fails, named, ALWAYS].concat()),
    });
    if let (Some(body), Some(members)) = (body(operation), described.as_object_mut()) {
        members.insert("requestBody".to_owned(), body);
    }
    described
}

/// The filters of an editor's list: those of every collection, each with the collections that have it.
fn filters() -> impl Iterator<Item = Value> {
    let mut named: BTreeMap<&str, Vec<(&str, &Parameter)>> = BTreeMap::from([("lang", vec![])]);
    for collection in COLLECTIONS.iter() {
        for parameter in item_filters(collection) {
            named.entry(&parameter.name).or_default().push((collection.name, parameter));
        }
    }
    named.into_iter().map(|(name, takers)| {
        let about = match (name, takers.len()) {
            ("lang", _) => "Items that exist in any of these languages.".to_owned(),
            (_, count) if count == COLLECTIONS.len() => "As in the public list.".to_owned(),
            _ => {
                let collections: Vec<&str> = takers.iter().map(|(collection, _)| *collection).collect();
                format!("As in the public list of {}.", collections.join(", "))
            }
        };
        let mut described: Vec<Value> = takers.iter().map(|(_, parameter)| as_parameter(parameter)).collect();
        described.iter_mut().for_each(|parameter| parameter["description"] = json!(about));
        described.dedup();
        match described.as_slice() {
            [alike] => alike.clone(),
            // Each collection takes other values.
            _ => {
                let longest = takers.iter().map(|(_, parameter)| parameter.longest).max().unwrap_or(LONGEST_TAG);
                json!({
                    "name": name, "in": "query", "description": about, "style": "form", "explode": false,
                    "schema": {
                        "type": "array", "minItems": 1, "maxItems": 100,
                        "items": { "type": "string", "minLength": 1, "maxLength": longest },
                    },
                })
            }
        }
    })
}

/// The schema of what an operation is sent, if that is an object of its own.
pub fn schema_sent(sent: Sent) -> Option<&'static CompiledSchema> {
    static COMPILED: LazyLock<BTreeMap<String, CompiledSchema>> = LazyLock::new(|| {
        let schemas: Map<String, Value> = managed::schemas().into_iter().chain(webhooks::schemas()).collect();
        let named = operations().filter_map(|operation| operation.body.schema());
        named.filter_map(|name| Some((name.to_owned(), CompiledSchema::of(schemas.get(name)?)))).collect()
    });
    COMPILED.get(sent.schema()?)
}

fn body(operation: &ManageOperation) -> Option<Value> {
    let of = |media_type: &str, required: bool, schema: Value| {
        Some(json!({ "required": required, "content": { media_type: { "schema": schema } } }))
    };
    match operation.body {
        Sent::Nothing => None,
        Sent::Document => of("application/json", true, at("WrittenDocument")),
        Sent::Patch => of(
            "application/merge-patch+json",
            true,
            json!({
                "type": "object", "description": "Members of a written document, or `null` for those to be taken away.",
            }),
        ),
        Sent::PatchOf(name) => of("application/merge-patch+json", true, at(name)),
        Sent::Lines => of(
            "application/x-ndjson",
            true,
            json!({
                "type": "string", "description": "Written documents as JSON, one a line of at most 4 MiB.",
            }),
        ),
        Sent::Object(name) => {
            of("application/json", !["TransitionRequest", "WebhookRotation"].contains(&name), at(name))
        }
    }
}

fn answers((status, schema): (u16, &str), fails: &[u16]) -> Value {
    let mut responses = Map::new();
    let mut good = json!({ "description": if status == 204 { "Done." } else { "As asked for." } });
    if let (false, Some(members)) = (schema.is_empty(), good.as_object_mut()) {
        let content = match schema {
            "ImportResult" => json!({ "application/x-ndjson": { "schema": lines_of(schema) } }),
            _ => json!({ "application/json": { "schema": at(schema) } }),
        };
        members.insert("content".to_owned(), content);
        let mut headers = Map::new();
        if ["Managed", "Transitioned"].contains(&schema) {
            headers.insert("ETag".to_owned(), json!({ "$ref": "#/components/headers/ETag" }));
        }
        if status == 201 {
            headers.insert("Location".to_owned(), json!({ "$ref": "#/components/headers/Location" }));
        }
        if !headers.is_empty() {
            members.insert("headers".to_owned(), Value::Object(headers));
        }
    }
    responses.insert(status.to_string(), good);
    responses.extend(fails.iter().map(|status| (status.to_string(), failures::named(*status))));
    responses.sort_keys();
    Value::Object(responses)
}
