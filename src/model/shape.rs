//! The shape of what is written, documents and the rest: its schema, and the characters that no text may hold.

use std::sync::LazyLock;

use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use jsonschema::{JsonType, ValidationError};
use serde_json::{Value, json};

use super::collection::Collection;
use super::fault::{Fault, Faults, echo, meant};
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

/// Faults of one document that are told, at most.
const MOST: usize = 100;

/// Notes what the schema of a collection refuses.
pub fn shape(collection: &Collection, document: &Value, faults: &mut Faults) {
    match DOCUMENTS.get(collection.index) {
        Some(schema) => schema.note(document, faults),
        None => faults.add("", "internal", "This collection has no schema."),
    }
}

/// A schema that what is written is held to.
#[derive(Debug)]
pub struct CompiledSchema {
    validator: Option<jsonschema::Validator>,
    /// For telling what would be right.
    schema: Value,
}

impl CompiledSchema {
    /// A schema of JSON Schema 2020-12.
    pub fn of(schema: &Value) -> Self {
        let validator = jsonschema::options().should_validate_formats(true).build(schema).ok();
        Self { validator, schema: schema.clone() }
    }

    /// Everything that is wrong with the shape of a value, and with the characters in it.
    pub fn faults(&self, value: &Value) -> Faults {
        let mut faults = Faults::default();
        self.note(value, &mut faults);
        characters(value, &mut String::new(), &mut faults);
        faults
    }

    fn note(&self, value: &Value, faults: &mut Faults) {
        let Some(validator) = &self.validator else {
            return faults.add("", "internal", "The schema of this could not be read.");
        };
        if validator.is_valid(value) {
            return;
        }
        for error in validator.iter_errors(value).take(MOST) {
            self.note_error(&error, faults);
        }
    }

    fn note_error(&self, error: &ValidationError<'_>, faults: &mut Faults) {
        let at = error.instance_path().to_string();
        let (code, detail) = match error.kind() {
            Kind::Required { property } => {
                let name = property.as_str().unwrap_or_default();
                return faults.add(format!("{at}/{}", escape(name)), "required", format!("`{name}` is needed."));
            }
            Kind::AdditionalProperties { unexpected } => {
                let known = self.around(error).and_then(|object| object.get("properties")?.as_object());
                let known: Vec<&String> = known.map(|known| known.keys().collect()).unwrap_or_default();
                for name in unexpected {
                    let detail = format!("`{}` is not a field here.{}", echo(name), meant(name, &known));
                    faults.add(format!("{at}/{}", escape(name)), "unknown-field", detail);
                }
                return;
            }
            Kind::Enum { options } => {
                let options: Vec<&str> = options.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
                let sent = error.instance().as_str().unwrap_or_default();
                let detail = match sent {
                    "" => format!("One of {} is taken here.", options.join(", ")),
                    sent => {
                        format!("`{}` is none of {}.{}", echo(sent), options.join(", "), meant(sent, &options))
                    }
                };
                ("unknown-value", detail)
            }
            // What may be left out is either nothing or what it is for: whoever sends something is told what is wrong in that.
            Kind::OneOfNotValid { context } if let Some(within) = meant_branch(error, context) => {
                return within.iter().for_each(|error| self.note_error(error, faults));
            }
            Kind::AnyOf { .. } => {
                ("reference-without-key", "A reference names its target by `id` or `slug`.".to_owned())
            }
            Kind::Pattern { .. } => {
                let about = self.around(error).and_then(|value| value.get("description")?.as_str());
                let said = brief(&error.masked().to_string());
                ("invalid-value", about.map_or(said.clone(), |about| format!("{said}. What stands here: {about}")))
            }
            kind => (code_of(kind), brief(&error.masked().to_string())),
        };
        faults.add(at, code, detail);
    }

    /// The part of the schema that a value broke.
    fn around(&self, error: &ValidationError<'_>) -> Option<&Value> {
        let path = error.schema_path().to_string();
        self.schema.pointer(path.rsplit_once('/')?.0)
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

/// Of several forms, the one whose type a value has; the one that is not for nothing, if it has the type of none.
fn meant_branch<'e>(
    error: &ValidationError<'_>,
    context: &'e [Vec<ValidationError<'static>>],
) -> Option<&'e [ValidationError<'static>]> {
    let wrong_type = |inner: &ValidationError<'_>| {
        matches!(inner.kind(), Kind::Type { .. }) && inner.instance_path() == error.instance_path()
    };
    let for_nothing =
        |inner: &ValidationError<'_>| matches!(inner.kind(), Kind::Type { kind: TypeKind::Single(JsonType::Null) });
    context
        .iter()
        .find(|errors| !errors.iter().any(wrong_type))
        .or_else(|| context.iter().find(|errors| !errors.iter().any(for_nothing)))
        .map(Vec::as_slice)
}

/// The word for a fault that needs no sentence of ours.
fn code_of(kind: &Kind) -> &'static str {
    match kind {
        Kind::Constant { .. } => "unknown-value",
        Kind::Type { .. } => "wrong-type",
        Kind::MaxLength { .. } | Kind::MaxItems { .. } => "too-long",
        Kind::MinLength { .. } | Kind::MinItems { .. } => "too-short",
        _ => "invalid-value",
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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::shape;
    use crate::model::collection;
    use crate::model::fault::Faults;

    fn told(document: &Value) -> Vec<(String, String)> {
        let mut faults = Faults::default();
        shape(collection("resources").expect("it is one"), document, &mut faults);
        faults.or(()).unwrap_err().into_iter().map(|fault| (fault.pointer, fault.detail)).collect()
    }

    #[test]
    fn what_has_another_type_is_told_which_is_taken() {
        let document = json!({ "type": "resources", "title": "A", "kind": "report", "source": "https://example.org" });
        assert_eq!(told(&document), [("/source".to_owned(), "value is not of type \"object\"".to_owned())]);
    }

    #[test]
    fn what_was_probably_meant_is_named_in_every_part_of_a_document() {
        let document = json!({
            "type": "resources", "titel": "A", "kind": "raport", "lang": "english", "source": { "tilte": "B" },
            "publishers": [{ "slgu": "x", "id": "y" }], "translations": [{ "lang": "fr", "title": "C", "sumary": "D" }],
        });
        let told = told(&document);
        for (pointer, part) in [
            ("/titel", "`titel` is not a field here. Nearest: `title`."),
            ("/kind", "`raport` is none of framework, guide,"),
            ("/kind", "Nearest: `report`."),
            ("/lang", "What stands here: BCP 47 language tag"),
            ("/source/tilte", "Nearest: `title`."),
            ("/publishers/0/slgu", "Nearest: `slug`."),
            ("/translations/0/sumary", "Nearest: `summary`."),
            ("/title", "`title` is needed."),
        ] {
            assert!(told.iter().any(|(at, detail)| at == pointer && detail.contains(part)), "{pointer}: {told:#?}");
        }
    }
}
