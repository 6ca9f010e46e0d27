//! The schemas: documents as they are read, and the envelopes around them.

use serde_json::{Map, Value, json};
use utoipa::PartialSchema;

use super::answers;
use super::answers::at;
use super::examples::public_example;
use super::hub_answers;
use super::{managed, syncing, webhooks, wording};
use crate::hub::Scope;
use crate::model::values::ClosedList;
use crate::model::{COLLECTIONS, Collection, Target, members, schema};
use crate::query::ParameterFault;
use crate::store::{DeliveryOutcome, ItemState};

/// Every schema of the document, by name.
pub fn components() -> Map<String, Value> {
    let mut all: Map<String, Value> = schema::components().into_iter().collect();
    for collection in COLLECTIONS.iter() {
        let name = &collection.schema_name;
        all.insert(name.clone(), document(collection));
        all.insert(format!("{name}Item"), answers::item(name));
        all.insert(format!("{name}List"), answers::list(name));
    }
    // The parts of documents are never null inside either.
    for schema in all.values_mut() {
        schema
            .get_mut("properties")
            .and_then(Value::as_object_mut)
            .into_iter()
            .flatten()
            .for_each(|(_, member)| without_null(member));
    }
    all.insert("Reference".to_owned(), answers::reference());
    all.insert("Translation".to_owned(), answers::translation());
    all.insert("Links".to_owned(), answers::links());
    all.insert("Included".to_owned(), answers::included());
    all.insert("IncludedMore".to_owned(), json!({
        "type": "object", "required": ["next"], "description": "The rest of a relation that was cut off.",
        "properties": { "next": { "type": "string", "description": "Where the rest of the relation can be read." } },
    }));
    all.insert("Oembed".to_owned(), super::embedding::oembed());
    all.insert("Facet".to_owned(), answers::facet());
    all.insert("ListMeta".to_owned(), answers::meta());
    all.insert("ListLinks".to_owned(), answers::list_links());
    all.insert("ReferencedBy".to_owned(), answers::referenced_by());
    all.insert("Entry".to_owned(), hub_answers::entry());
    all.insert("Hub".to_owned(), hub_answers::hub());
    all.insert("SearchResults".to_owned(), hub_answers::search_results());
    all.insert("Suggestions".to_owned(), hub_answers::suggestions());
    all.insert("Highlight".to_owned(), hub_answers::highlight());
    all.insert("Home".to_owned(), hub_answers::home());
    all.insert("Related".to_owned(), hub_answers::related());
    all.insert("Found".to_owned(), hub_answers::found());
    all.insert("Problem".to_owned(), answers::problem());
    all.insert("ParameterFault".to_owned(), serde_json::to_value(ParameterFault::schema()).unwrap_or_default());
    all.insert("Live".to_owned(), hub_answers::status("live", &[]));
    all.insert("Ready".to_owned(), hub_answers::ready());
    all.extend(syncing::schemas().into_iter().map(|(name, schema)| (name.to_owned(), schema)));
    let managed = managed::schemas();
    // A list whose elements carry relations has its elements written out, and their bare schema serves nobody.
    let text = serde_json::to_string(&(&all, &managed)).unwrap_or_default();
    all.retain(|name, _| is_answer(name) || text.contains(&format!("\"#/components/schemas/{name}\"")));
    all.extend(managed);
    all.extend(webhooks::schemas());
    all.extend(lists());
    for (name, about) in
        [("JsonFeed", "https://jsonfeed.org/version/1.1"), ("LinkedData", "The entry in the vocabulary of schema.org.")]
    {
        all.insert(name.to_owned(), json!({ "type": "object", "description": about }));
    }
    wording::complete(&mut all);
    all.sort_keys();
    all
}

/// Closed lists that several schemas and parameters share, beside those of the models.
fn lists() -> impl Iterator<Item = (String, Value)> {
    let collections: Vec<&str> = COLLECTIONS.iter().map(|collection| collection.name).collect();
    let list = |name: &str, values: &[&str], about: &str| {
        (name.to_owned(), json!({ "type": "string", "enum": values, "description": about }))
    };
    [
        list("CollectionName", &collections, "A collection."),
        list("ChangeKind", &["upsert", "delete"], "Whether an entry is to be kept or forgotten."),
        list("DeliveryOutcome", DeliveryOutcome::VALUES, "What came of an attempt."),
        list("ItemState", ItemState::VALUES, "The state of an item."),
        list("Scope", Scope::VALUES, "What a key may do."),
        list("TranslationStatus", &["current", "outdated"], "`outdated` when the source text changed after it."),
    ]
    .into_iter()
}

/// Schemas to which operations refer.
fn is_answer(name: &str) -> bool {
    ["Hub", "Home", "Related", "Found", "SearchResults", "Suggestions", "Problem", "Live", "Ready", "Oembed"]
        .contains(&name)
        || name.ends_with("Item")
        || name.ends_with("List")
        || name.ends_with("Line")
        || ["ChangePage", "Digests"].contains(&name)
}

/// A public document: envelope, own fields, relations. `fields` and `view` may leave out all but what is required;
/// `x-always` lists what every full document has, `x-prose` what a card goes without.
fn document(collection: &Collection) -> Value {
    let mut own = schema::envelope();
    own.extend(schema::own(collection));
    own.insert(
        "type".to_owned(),
        json!({ "type": "string", "const": collection.name, "description": "The collection." }),
    );
    for relation in collection.relations {
        let reference = match relation.target {
            Target::Collection(name) => {
                json!({ "allOf": [at("Reference")], "properties": { "type": { "const": name } } })
            }
            Target::AnyOf(names) => json!({ "allOf": [at("Reference")], "properties": { "type": { "enum": names } } }),
            Target::Any => at("Reference"),
        };
        let schema = schema::relation(relation, reference);
        match relation.within {
            None => {
                own.insert(relation.name.to_owned(), schema);
            }
            Some(list) => schema::nest(&mut own, list, relation.name, schema),
        }
    }
    own.insert("lang_fallback".to_owned(), json!({
        "type": "boolean", "description": "Whether none of the languages asked for exists, so that this is the source text.",
    }));
    own.insert("translations".to_owned(), json!({
        "type": "array", "items": at("Translation"), "description": "The languages in which it exists beside its source.",
    }));
    own.insert("links".to_owned(), at("Links"));
    let always: Vec<&str> = members(collection)
        .iter()
        .map(String::as_str)
        .filter(|name| own.get(*name).is_some_and(|schema| !may_be_null(schema)) && !is_reference(collection, name))
        .collect();
    let prose: Vec<&str> = collection.texts.iter().filter(|text| text.long()).map(|text| text.field).collect();
    let mut properties: Map<String, Value> = members(collection)
        .iter()
        .map(String::as_str)
        .filter_map(|name| Some((name.to_owned(), own.get(name)?.clone())))
        .collect();
    properties.insert(
        "referenced_by".to_owned(),
        json!({
            "type": "object", "additionalProperties": at("ReferencedBy"),
            "description": "Entries that name this one, by collection, where `include` asked for them.",
        }),
    );
    properties.insert(
        "included_more".to_owned(),
        json!({
            "type": "object",
            "additionalProperties": at("IncludedMore"),
            "description": "Relations of which `include_limit` cut off some entries.",
        }),
    );
    properties.insert("channels".to_owned(), json!({
        "type": "array", "items": { "type": "string", "enum": ["web", "embed", "sync"] },
        "description": "Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it.",
    }));
    properties.insert("score".to_owned(), json!({
        "type": "number", "minimum": 0, "description": "How well it fits `q`, to be compared within one answer; only where `q` is given.",
    }));
    properties.insert("highlights".to_owned(), json!({
        "type": "array", "items": at("Highlight"), "description": "Where the words of `q` stand; only with `highlight=true`.",
    }));
    properties.insert("reasons".to_owned(), json!({
        "type": "array", "items": { "type": "string" }, "examples": [["shares right hra-article-8", "same project", "similar text"]],
        "description": "Why it is similar; only under `/related`.",
    }));
    properties.insert(
        "next_occurrence".to_owned(),
        json!({
            "type": "string", "format": "date-time", "description": "When it next takes place; only on the front page.",
        }),
    );
    json!({
        "type": "object",
        "description": collection.about,
        "properties": properties,
        "required": ["type", "id", "slug", "links"],
        // What `required` cannot say, because `fields` and `view` may leave it out: generators of clients read it.
        "x-always": always,
        "x-prose": prose,
        "examples": [public_example(collection)],
    })
}

/// Whether the member names one entry: it is absent when there is none.
fn is_reference(collection: &Collection, name: &str) -> bool {
    collection.relations.iter().any(|relation| relation.name == name && relation.within.is_none() && !relation.many)
}

/// Whether a member may be without value, as the model's own schema says it.
fn may_be_null(schema: &Value) -> bool {
    let null = json!("null");
    let types = schema.get("type").and_then(Value::as_array).is_some_and(|types| types.contains(&null));
    let choices = schema.get("oneOf").and_then(Value::as_array);
    types || choices.is_some_and(|choices| choices.iter().any(|choice| choice.get("type") == Some(&null)))
}

/// What is absent is left out of a public document, never `null`: a member's schema need not speak of it.
fn without_null(schema: &mut Value) {
    let Some(members) = schema.as_object_mut() else { return };
    if let Some(Value::Array(types)) = members.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            members.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(mut choices)) = members.remove("oneOf") {
        choices.retain(|choice| *choice != json!({ "type": "null" }));
        match choices.as_slice() {
            [only] => {
                for (name, value) in only.as_object().into_iter().flatten() {
                    members.entry(name.clone()).or_insert(value.clone());
                }
            }
            _ => {
                members.insert("oneOf".to_owned(), Value::Array(choices));
            }
        }
    }
}
