//! The schemas of what the hub answers as a whole: what it is, its front page, what was found, how it is.

use serde_json::{Map, Value, json};

use super::answers::{at, list};
use crate::model::COLLECTIONS;

/// The hub as a whole.
pub fn hub() -> Value {
    let collections = json!({
        "type": "object",
        "additionalProperties": {
            "type": "object",
            "required": ["href", "label", "about", "count", "filters", "sorts", "default_sort", "facets", "includes", "formats"],
            "properties": {
                "href": { "type": "string" }, "label": { "type": "string" }, "about": { "type": "string" },
                "count": { "type": "integer", "description": "How many entries it has." },
                "filters": { "type": "array", "items": { "type": "string" } },
                "sorts": { "type": "array", "items": { "type": "string" } },
                "default_sort": { "type": "string" },
                "facets": { "type": "array", "items": { "type": "string" } },
                "includes": { "type": "array", "items": { "type": "string" } },
                "formats": { "type": "object", "additionalProperties": { "type": "string" }, "description": "Where the list is in other forms, by suffix." },
            },
        },
    });
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
            "changes": { "type": "string", "description": "Where the change log is read." },
            "export": { "type": "string", "description": "Where everything is read at once." },
            "inventory": { "type": "string", "description": "What proves a copy complete." },
            "oai": { "type": "string", "description": "Where libraries harvest by OAI-PMH." },
            "search": { "type": "string" }, "suggest": { "type": "string" },
            "oembed": { "type": "string", "description": "Where oEmbed is answered." },
            "embed": {
                "type": "object", "description": "What pages of others load to show cards.",
                "required": ["script", "integrity", "style"],
                "properties": {
                    "script": { "type": "string", "description": "The script that defines the elements." },
                    "integrity": { "type": "string", "pattern": "^sha384-[A-Za-z0-9+/]{64}$", "description": "Its hash, for the attribute `integrity`." },
                    "style": { "type": "string", "description": "The stylesheet of cards." },
                },
            },
            "last_seq": { "type": "integer", "description": "The last place in the change sequence." },
            "epoch": { "type": "string", "description": "The name of this history of the hub." },
            "deleted_record": { "type": "string", "const": "persistent", "description": "Removed entries are remembered for ever." },
            "limits": { "type": "object", "additionalProperties": { "type": "integer" } },
            "collections": collections,
        },
    })
}

/// An entry of any collection, which its `type` names. That is a constant in each, which is enough to tell them apart; a
/// `discriminator` would have generators in Rust take it away from where it is needed.
pub fn entry() -> Value {
    json!({
        "description": "An entry of any collection, which its `type` names.",
        "oneOf": COLLECTIONS.iter().map(|collection| at(&collection.schema_name)).collect::<Vec<_>>(),
    })
}

/// The front page.
pub fn home() -> Value {
    json!({
        "type": "object", "required": ["data"],
        "description": "The front page in one answer.",
        "properties": { "data": {
            "type": "object", "required": ["sections", "featured", "newest", "next_events"],
            "properties": {
                "sections": { "type": "array", "items": at("Page"), "description": "The hub's own pages in order, whole." },
                "featured": { "type": "array", "items": at("Entry"), "description": "What the hub puts forward, in order." },
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
            let entries = json!({ "type": "array", "items": at(&collection.schema_name), "description": format!("{}.", collection.label) });
            (collection.name.to_owned(), entries)
        })
        .collect();
    json!({ "type": "object", "properties": properties, "description": about })
}

/// Similar entries.
pub fn related() -> Value {
    json!({
        "type": "object", "required": ["data"],
        "description": "Similar entries, each with its `reasons`.",
        "properties": { "data": by_collection("Similar entries, by collection, the most similar first.") },
    })
}

/// What a name leads to.
pub fn found() -> Value {
    json!({
        "type": "object", "required": ["data", "meta"],
        "description": "The entries to which an outside name leads; often one, sometimes none, the first hundred of many.",
        "properties": {
            "data": { "type": "array", "items": at("Entry"), "maxItems": 100 },
            "meta": { "type": "object", "required": ["total"], "properties": { "total": { "type": "integer" } } },
        },
    })
}

/// What was found in all collections.
pub fn search_results() -> Value {
    let mut results = list("SearchResults");
    if let Some(data) = results.pointer_mut("/properties/data/items") {
        *data = at("Entry");
    }
    results
}

/// Where words stand in a text.
pub fn highlight() -> Value {
    json!({
        "type": "object", "required": ["field", "lang", "text", "ranges", "html"],
        "description": "A passage of an entry with the words that were sought.",
        "properties": {
            "field": { "type": "string", "description": "The member that it is from.", "examples": ["summary"] },
            "lang": { "type": "string", "description": "The language of the passage. It is another than the entry's `lang` when nothing of what was sought stands in the text as it is shown: the entry was found by its text in this one." },
            "text": { "type": "string", "description": "The passage, plain text; an ellipsis where it was cut." },
            "ranges": {
                "type": "array", "description": "What was found: beginning and end, in characters (Unicode code points) of `text`.",
                "items": { "type": "array", "items": { "type": "integer", "minimum": 0 }, "minItems": 2, "maxItems": 2 },
                "examples": [[[5, 12]]],
            },
            "html": { "type": "string", "description": "The passage as HTML: escaped, what was found inside `mark`.", "examples": ["From <mark>private</mark> life"] },
        },
    })
}

/// What completes a text.
pub fn suggestions() -> Value {
    json!({
        "type": "object", "required": ["data"],
        "description": "Titles and other names that complete what was typed, best first.",
        "properties": { "data": { "type": "array", "maxItems": 50, "items": {
            "type": "object", "required": ["type", "id", "slug", "title", "href", "text", "lang", "kind"],
            "properties": {
                "type": { "type": "string", "description": "The collection of the entry." },
                "id": { "type": "string", "format": "uuid", "description": "Its id." },
                "slug": { "type": "string", "description": "Its slug." },
                "title": { "type": "string", "description": "Its title, in the language of `text` where it has one." },
                "href": { "type": "string", "description": "Where it is read." },
                "text": { "type": "string", "description": "What completes the text: the title, or another name.", "examples": ["Article 8"] },
                "lang": { "type": "string", "description": "The language of `text`." },
                "kind": { "type": "string", "enum": ["title", "alias"], "description": "Whether `text` is the title." },
            },
        } } },
    })
}

/// Whether the hub can serve.
pub fn ready() -> Value {
    let mut ready = status("ready", &["seq", "committed_seq", "search_seq"]);
    let search =
        json!({ "type": "string", "enum": ["ready", "building"], "description": "Whether searches are answered." });
    if let Some(properties) = ready.get_mut("properties").and_then(Value::as_object_mut) {
        properties.insert("search".to_owned(), search);
    }
    if let Some(required) = ready.get_mut("required").and_then(Value::as_array_mut) {
        required.push(json!("search"));
    }
    ready
}

/// A state of health.
pub fn status(word: &str, numbers: &[&str]) -> Value {
    let mut properties = Map::from_iter([("status".to_owned(), json!({ "type": "string", "const": word }))]);
    properties.extend(numbers.iter().map(|name| ((*name).to_owned(), json!({ "type": "integer" }))));
    json!({
        "type": "object", "required": properties.keys().collect::<Vec<_>>(), "properties": properties,
        "description": "How the process is.",
    })
}
