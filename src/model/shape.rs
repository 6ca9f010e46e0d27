//! The shape of what is written, documents and the rest: its schema, and the characters that no text may hold.

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::collection::Collection;
use super::fault::{Fault, Faults};
use super::registry::COLLECTIONS;
use super::schema;

/// The schema of each collection's documents, by [`Collection::index`].
static DOCUMENTS: LazyLock<Vec<CompiledSchema>> =
    LazyLock::new(|| COLLECTIONS.iter().map(|collection| CompiledSchema::of(&schema::written(collection))).collect());

static CONSENT: LazyLock<CompiledSchema> = LazyLock::new(|| {
    CompiledSchema::of(
        &json!({ "$ref": "#/components/schemas/Consent", "components": { "schemas": schema::components() } }),
    )
});

/// Notes what the schema of a collection refuses.
pub fn shape(collection: &Collection, document: &Value, faults: &mut Faults) {
    match DOCUMENTS.get(collection.index) {
        Some(schema) => schema.note(document, faults),
        None => faults.add("", "internal", "This collection has no schema."),
    }
}

/// A schema that what is written is held to.
#[derive(Debug)]
pub struct CompiledSchema(Option<jsonschema::Validator>);

impl CompiledSchema {
    /// A schema of JSON Schema 2020-12.
    pub fn of(schema: &Value) -> Self {
        Self(jsonschema::options().should_validate_formats(true).build(schema).ok())
    }

    /// Everything that is wrong with the shape of a value, and with the characters in it.
    pub fn faults(&self, value: &Value) -> Faults {
        let mut faults = Faults::default();
        self.note(value, &mut faults);
        characters(value, &mut String::new(), &mut faults);
        faults
    }

    fn note(&self, value: &Value, faults: &mut Faults) {
        match &self.0 {
            Some(validator) => note(validator, value, faults),
            None => faults.add("", "internal", "The schema of this could not be read."),
        }
    }
}

/// Everything that is wrong with a consent as it is written.
pub fn consent_faults(consent: &Value) -> Vec<Fault> {
    let mut faults = CONSENT.faults(consent);
    let named = consent.get("pseudonym").and_then(Value::as_str).is_some_and(|name| !name.trim().is_empty());
    faults.unless(
        named || consent.get("attribution").and_then(Value::as_str) != Some("pseudonym"),
        "/pseudonym",
        "required",
        "The attribution `pseudonym` needs the name to show.",
    );
    faults.or(()).err().unwrap_or_default()
}

/// Notes what a schema refuses.
fn note(validator: &jsonschema::Validator, document: &Value, faults: &mut Faults) {
    if validator.is_valid(document) {
        return;
    }
    for error in validator.iter_errors(document).take(100) {
        use jsonschema::error::ValidationErrorKind as Kind;
        let at = error.instance_path().to_string();
        let (pointer, code) = match error.kind() {
            Kind::Required { property } => {
                let name = property.as_str().unwrap_or_default();
                faults.add(format!("{at}/{}", escape(name)), "required", format!("`{name}` is needed."));
                continue;
            }
            Kind::AdditionalProperties { unexpected } => {
                for name in unexpected {
                    faults.add(
                        format!("{at}/{}", escape(name)),
                        "unknown-field",
                        format!("`{name}` is not a field here."),
                    );
                }
                continue;
            }
            Kind::Enum { .. } | Kind::Constant { .. } => (at, "unknown-value"),
            Kind::Type { .. } => (at, "wrong-type"),
            Kind::MaxLength { .. } | Kind::MaxItems { .. } => (at, "too-long"),
            Kind::MinLength { .. } | Kind::MinItems { .. } => (at, "too-short"),
            Kind::AnyOf { .. } => (at, "reference-without-key"),
            _ => (at, "invalid-value"),
        };
        let detail = match code {
            "reference-without-key" => "A reference names its target by `id` or `slug`.".to_owned(),
            _ => brief(&error.masked().to_string()),
        };
        faults.add(pointer, code, detail);
    }
}

/// A sentence of bounded length: a fault never repeats a whole document.
pub fn brief(sentence: &str) -> String {
    sentence.chars().take(300).collect()
}

/// Notes control characters other than newline and tab, which no text may hold.
pub fn characters(value: &Value, pointer: &mut String, faults: &mut Faults) {
    let length = pointer.len();
    match value {
        Value::String(text) if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') => {
            faults.add(
                pointer.clone(),
                "control-character",
                "Text may hold no control characters but newline and tab.",
            );
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointer.push_str(&format!("/{index}"));
                characters(item, pointer, faults);
                pointer.truncate(length);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                pointer.push('/');
                pointer.push_str(&escape(name));
                characters(member, pointer, faults);
                pointer.truncate(length);
            }
        }
        _ => {}
    }
}

/// A member's name inside a JSON Pointer.
fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
