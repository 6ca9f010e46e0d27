//! The schemas: documents as they are read, and the envelopes around them.

use serde_json::{Map, Value, json};
use utoipa::PartialSchema;

use super::examples::public_example;
use crate::model::{COLLECTIONS, Collection, Target, members, schema};
use crate::query::ParameterFault;

/// Every schema of the document, by name.
pub fn components() -> Map<String, Value> {
    let mut all: Map<String, Value> = schema::components().into_iter().filter(|(name, _)| !is_private(name)).collect();
    for collection in COLLECTIONS.iter() {
        let name = &collection.schema_name;
        all.insert(name.clone(), document(collection));
        all.insert(format!("{name}Item"), item(name));
        all.insert(format!("{name}List"), list(name));
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
    all.insert("Reference".to_owned(), reference());
    all.insert("Translation".to_owned(), translation());
    all.insert("Links".to_owned(), links());
    all.insert("Included".to_owned(), included());
    all.insert("Facet".to_owned(), facet());
    all.insert("ListMeta".to_owned(), meta());
    all.insert("ListLinks".to_owned(), list_links());
    all.insert("ReferencedBy".to_owned(), referenced_by());
    all.insert("Hub".to_owned(), hub());
    all.insert("Home".to_owned(), home());
    all.insert("Related".to_owned(), related());
    all.insert("Found".to_owned(), found());
    all.insert("Problem".to_owned(), problem());
    all.insert("ParameterFault".to_owned(), serde_json::to_value(ParameterFault::schema()).unwrap_or_default());
    all.insert("Live".to_owned(), status("live", &[]));
    all.insert("Ready".to_owned(), status("ready", &["seq", "committed_seq"]));
    // A list whose elements carry relations has its elements written out, and their bare schema serves nobody.
    let text = serde_json::to_string(&all).unwrap_or_default();
    all.retain(|name, _| is_answer(name) || text.contains(&format!("\"#/components/schemas/{name}\"")));
    all.sort_keys();
    all
}

/// Schemas to which operations refer.
fn is_answer(name: &str) -> bool {
    ["Hub", "Home", "Related", "Found", "Problem", "Live", "Ready"].contains(&name)
        || name.ends_with("Item")
        || name.ends_with("List")
}

/// Schemas of what is written and never read by the public.
fn is_private(name: &str) -> bool {
    name.starts_with("Consent") || name == "Channel"
}

fn at(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// A public document: envelope, own fields, relations. `fields` and `view` may leave out all but what is required.
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
    properties.insert("included_more".to_owned(), json!({
        "type": "object",
        "additionalProperties": {
            "type": "object", "required": ["next"],
            "properties": { "next": { "type": "string", "description": "Where the rest of the relation can be read." } },
        },
        "description": "Relations of which `include_limit` cut off some entries.",
    }));
    properties.insert("reasons".to_owned(), json!({
        "type": "array", "items": { "type": "string" }, "examples": [["shares right hra-article-8", "same project"]],
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
        "examples": [public_example(collection)],
    })
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

fn item(name: &str) -> Value {
    json!({
        "type": "object", "required": ["data"],
        "description": "One entry, with what was asked to be sent along.",
        "properties": { "data": at(name), "included": at("Included") },
    })
}

fn list(name: &str) -> Value {
    json!({
        "type": "object", "required": ["data", "meta", "links"],
        "description": "A page of entries, with exact counts.",
        "properties": {
            "data": { "type": "array", "items": at(name), "maxItems": 100 },
            "included": at("Included"),
            "facets": { "type": "object", "additionalProperties": at("Facet"), "description": "Counts, by the name of the filter." },
            "meta": at("ListMeta"),
            "links": at("ListLinks"),
        },
    })
}

fn reference() -> Value {
    json!({
        "type": "object", "required": ["type", "id", "slug", "title", "href"],
        "description": "The short form in which an entry names another; its title is always the current one.",
        "properties": {
            "type": { "type": "string", "description": "The collection of the entry.", "examples": ["rights"] },
            "id": { "type": "string", "format": "uuid", "description": "Its id." },
            "slug": { "type": "string", "description": "Its slug.", "examples": ["hra-article-8"] },
            "title": { "type": "string", "description": "Its title, in the language of the answer where it has one." },
            "href": { "type": "string", "description": "Where it is read.", "examples": ["/v1/rights/0197a9a4-5c8e-7d30-9b1f-2f6f1d1c7a10"] },
            "role": { "type": "string", "description": "What it does here, where the relation has roles." },
            "note": { "type": "string", "description": "How it matters here, where the relation has notes." },
        },
    })
}

fn translation() -> Value {
    json!({
        "type": "object", "required": ["lang", "status"],
        "description": "A language in which an entry exists.",
        "properties": {
            "lang": { "type": "string", "description": "BCP 47 tag.", "examples": ["fr"] },
            "status": { "type": "string", "enum": ["current", "outdated"], "description": "`outdated` when the source text changed after it." },
        },
    })
}

fn links() -> Value {
    let link = |about: &str| json!({ "type": "string", "description": about });
    json!({
        "type": "object", "required": ["self", "html", "embed", "oembed"],
        "description": "Where the entry is to be found.",
        "properties": {
            "self": link("This document."), "html": link("The site's page."),
            "embed": link("The entry as a card for other pages."), "oembed": link("The card as an oEmbed answer."),
        },
    })
}

fn included() -> Value {
    let by_collection: Map<String, Value> = COLLECTIONS
        .iter()
        .map(|collection| {
            let by_id = json!({ "type": "object", "additionalProperties": at(&collection.schema_name) });
            (collection.name.to_owned(), by_id)
        })
        .collect();
    json!({
        "type": "object", "properties": by_collection,
        "description": "Entries sent along, by collection and id, once each.",
    })
}

fn facet() -> Value {
    json!({
        "type": "object", "required": ["values", "missing", "more"],
        "description": "Counts of one filter's values, under every filter of the query but this one.",
        "properties": {
            "values": {
                "type": "array",
                "description": "Selected values first, then by count, then by label.",
                "items": {
                    "type": "object", "required": ["value", "label", "count", "selected"],
                    "properties": {
                        "value": { "type": "string", "description": "As it stands in a filter.", "examples": ["mental-health"] },
                        "id": { "type": "string", "format": "uuid", "description": "The id, where the values are entries." },
                        "label": { "type": "string", "description": "For people.", "examples": ["Mental health"] },
                        "count": { "type": "integer", "minimum": 0, "description": "How many entries have it; exact." },
                        "selected": { "type": "boolean", "description": "Whether the query filters by it." },
                    },
                },
            },
            "missing": { "type": "integer", "minimum": 0, "description": "How many entries have no value." },
            "more": { "type": "boolean", "description": "Whether there are more values than `facet_limit`." },
        },
    })
}

fn meta() -> Value {
    json!({
        "type": "object", "required": ["total", "limit", "query", "unmatched"],
        "description": "What the page is a part of.",
        "properties": {
            "total": { "type": "integer", "minimum": 0, "description": "How many entries match; always exact." },
            "limit": { "type": "integer", "minimum": 0, "maximum": 100, "description": "The length of a page." },
            "page": { "type": "integer", "minimum": 1, "description": "The number of this page, unless it was asked for by cursor." },
            "next_cursor": { "type": "string", "description": "The cursor of the next page, when there is one." },
            "changed_since_start": { "type": "boolean", "description": "Whether the collection changed since the first page; only with a cursor." },
            "query": { "type": "object", "additionalProperties": { "type": "array", "items": { "type": "string" } }, "description": "Filters and order as they were understood." },
            "unmatched": {
                "type": "array", "description": "Values that match nothing because no entry has them.",
                "items": {
                    "type": "object", "required": ["parameter", "value"],
                    "properties": { "parameter": { "type": "string" }, "value": { "type": "string" } },
                },
            },
        },
    })
}

fn list_links() -> Value {
    json!({
        "type": "object", "required": ["self", "first"],
        "description": "This page and those around it; repeated in the `Link` header.",
        "properties": {
            "self": { "type": "string" }, "first": { "type": "string" },
            "next": { "type": "string" }, "prev": { "type": "string" },
        },
    })
}

fn referenced_by() -> Value {
    json!({
        "type": "object", "required": ["total", "data"],
        "description": "The entries of one collection that name an entry.",
        "properties": {
            "total": { "type": "integer", "minimum": 0, "description": "How many there are." },
            "data": { "type": "array", "items": at("Reference"), "description": "The first of them, as many as `include_limit`." },
            "next": { "type": "string", "description": "Where the others can be read." },
        },
    })
}

fn hub() -> Value {
    json!({
        "type": "object",
        "required": ["name", "publisher", "licence", "version", "openapi", "last_seq", "epoch", "deleted_record", "limits", "collections"],
        "description": "What the hub is and holds.",
        "properties": {
            "name": { "type": "string" }, "publisher": { "type": "string" },
            "licence": { "type": "string", "description": "The licence of entries that name no other." },
            "version": { "type": "string", "description": "The version of the program." },
            "openapi": { "type": "string", "description": "Where the OpenAPI document is." },
            "docs": { "type": "string", "description": "Where the interactive reference is." },
            "home": { "type": "string" }, "lookup": { "type": "string" },
            "last_seq": { "type": "integer", "description": "The last place in the change sequence." },
            "epoch": { "type": "string", "description": "The name of this history of the hub." },
            "deleted_record": { "type": "string", "const": "persistent", "description": "Removed entries are remembered for ever." },
            "limits": { "type": "object", "additionalProperties": { "type": "integer" } },
            "collections": {
                "type": "object",
                "additionalProperties": {
                    "type": "object",
                    "required": ["href", "label", "about", "count", "filters", "sorts", "default_sort", "facets", "includes"],
                    "properties": {
                        "href": { "type": "string" }, "label": { "type": "string" }, "about": { "type": "string" },
                        "count": { "type": "integer", "description": "How many entries it has." },
                        "filters": { "type": "array", "items": { "type": "string" } },
                        "sorts": { "type": "array", "items": { "type": "string" } },
                        "default_sort": { "type": "string" },
                        "facets": { "type": "array", "items": { "type": "string" } },
                        "includes": { "type": "array", "items": { "type": "string" } },
                    },
                },
            },
        },
    })
}

fn any_document() -> Value {
    json!({ "anyOf": COLLECTIONS.iter().map(|collection| at(&collection.schema_name)).collect::<Vec<_>>() })
}

fn home() -> Value {
    json!({
        "type": "object", "required": ["data"],
        "description": "The front page in one answer.",
        "properties": { "data": {
            "type": "object", "required": ["sections", "featured", "newest", "next_events"],
            "properties": {
                "sections": { "type": "array", "items": at("Page"), "description": "The hub's own pages in order, whole." },
                "featured": { "type": "array", "items": any_document(), "description": "What the hub puts forward, in order." },
                "newest": by_collection("The newest entries of each collection."),
                "next_events": { "type": "array", "items": at("Event"), "description": "The events that take place next, with `next_occurrence`." },
            },
        } },
    })
}

fn by_collection(about: &str) -> Value {
    let properties: Map<String, Value> = COLLECTIONS
        .iter()
        .map(|collection| {
            (collection.name.to_owned(), json!({ "type": "array", "items": at(&collection.schema_name) }))
        })
        .collect();
    json!({ "type": "object", "properties": properties, "description": about })
}

fn related() -> Value {
    json!({
        "type": "object", "required": ["data"],
        "description": "Similar entries, each with its `reasons`.",
        "properties": { "data": by_collection("Similar entries, by collection, the most similar first.") },
    })
}

fn found() -> Value {
    json!({
        "type": "object", "required": ["data", "meta"],
        "description": "The entries to which an outside name leads; often one, sometimes none.",
        "properties": {
            "data": { "type": "array", "items": any_document() },
            "meta": { "type": "object", "required": ["total"], "properties": { "total": { "type": "integer" } } },
        },
    })
}

fn problem() -> Value {
    json!({
        "type": "object", "required": ["type", "title", "status", "detail", "instance"],
        "description": "What went wrong (RFC 9457).",
        "properties": {
            "type": { "type": "string", "description": "A page that explains this kind of problem.", "examples": ["/problems/invalid-parameters"] },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string", "description": "What is wrong in this case." },
            "instance": { "type": "string", "description": "`urn:uuid:` and the id of the request, which is in the hub's log too." },
            "errors": { "type": "array", "items": at("ParameterFault"), "description": "Every fault of a query." },
            "removed_at": { "type": "string", "format": "date-time", "description": "When the entry was removed (410)." },
            "seq": { "type": "integer", "description": "The place that this node has reached (503 `behind`)." },
        },
    })
}

fn status(word: &str, numbers: &[&str]) -> Value {
    let mut properties = Map::from_iter([("status".to_owned(), json!({ "type": "string", "const": word }))]);
    properties.extend(numbers.iter().map(|name| ((*name).to_owned(), json!({ "type": "integer" }))));
    json!({ "type": "object", "required": properties.keys().collect::<Vec<_>>(), "properties": properties })
}
