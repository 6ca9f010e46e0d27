//! The OpenAPI document as a judge of answers: a status that is not documented, a body that its schema does not admit
//! and a member that no schema names all fail.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};

use jsonschema::Validator;
use rights_hub::openapi;
use serde_json::{Value, json};

use super::server::Answer;

static DOCUMENT: LazyLock<Value> = LazyLock::new(openapi::document);
static STRICT: LazyLock<Value> = LazyLock::new(|| {
    let mut components = DOCUMENT["components"].clone();
    close(&mut components["schemas"]);
    components
});

/// The document.
pub fn document() -> &'static Value {
    &DOCUMENT
}

/// Every operation of the document with its path.
pub fn operations() -> impl Iterator<Item = (&'static str, &'static Value)> {
    let paths = DOCUMENT["paths"].as_object().expect("paths");
    let of = |operations: &'static Value| operations.as_object().expect("operations").values();
    paths.iter().flat_map(move |(path, operations)| of(operations).map(|operation| (path.as_str(), operation)))
}

/// What a part of the document refers to, or itself.
pub fn resolved(part: &'static Value) -> &'static Value {
    let place = part["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'));
    place.map_or(part, |place| DOCUMENT.pointer(place).expect("what it refers to"))
}

/// Asserts that GET at `path`, as the document writes it, may answer so.
pub fn assert_documented(path: &str, asked: &str, answer: &Answer) {
    assert_documented_as("get", path, asked, answer);
}

/// The same for any method, in lower case.
pub fn assert_documented_as(method: &str, path: &str, asked: &str, answer: &Answer) {
    let response = resolved(&DOCUMENT["paths"][path][method]["responses"][answer.status.to_string()]);
    assert!(response.is_object(), "{asked}: status {} is not documented: {}", answer.status, answer.text());
    let Some(content) = response["content"].as_object() else {
        assert!(answer.body.is_empty(), "{asked}: a body where the document has none");
        return;
    };
    let media_type = answer.header("content-type").unwrap_or_default().split(';').next().unwrap_or_default();
    let schema = content.get(media_type).unwrap_or_else(|| panic!("{asked}: {media_type} is not documented"));
    let named = |place: &str| schema.pointer(place).and_then(Value::as_str);
    match (named("/schema/$ref"), named("/schema/contentSchema/$ref")) {
        (Some(name), _) => assert_valid(name, asked, &answer.json()),
        (None, Some(name)) => {
            let lines = answer.text().lines().map(|line| serde_json::from_str(line).expect("a line of JSON"));
            lines.for_each(|line| assert_valid(name, asked, &line));
        }
        (None, None) => assert!(["object", "string"].contains(&schema["schema"]["type"].as_str().unwrap_or_default())),
    }
}

/// Asserts that a value is what the schema says, and no more.
pub fn assert_valid(reference: &str, asked: &str, value: &Value) {
    static VALIDATORS: LazyLock<Mutex<HashMap<String, Arc<Validator>>>> = LazyLock::new(Mutex::default);
    let validator = {
        let mut validators = VALIDATORS.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        Arc::clone(validators.entry(reference.to_owned()).or_insert_with(|| Arc::new(validator(reference))))
    };
    let errors: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    let told: String = errors.join("\n").chars().take(2000).collect();
    assert!(errors.is_empty(), "{asked} is not what {reference} says:\n{told}");
}

fn validator(reference: &str) -> Validator {
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": reference,
        "components": *STRICT,
    });
    jsonschema::options().should_validate_formats(true).build(&schema).expect("the document's schemas are schemas")
}

/// Forbids members that a schema does not name, wherever it names some.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if members.contains_key("properties") && members.get("type") == Some(&json!("object")) {
                members.entry("additionalProperties").or_insert(json!(false));
            }
            let inner =
                members.iter_mut().filter(|(name, _)| !["examples", "default", "const"].contains(&name.as_str()));
            inner.for_each(|(_, value)| close(value));
        }
        Value::Array(values) => values.iter_mut().for_each(close),
        _ => {}
    }
}
