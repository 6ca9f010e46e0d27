//! The schemas of what stands around documents in answers.

use serde_json::{Map, Value, json};

use crate::model::COLLECTIONS;

/// A schema of the document, by reference.
pub fn at(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// One entry with what is sent along.
pub fn item(name: &str) -> Value {
    json!({
        "type": "object", "required": ["data"],
        "description": "One entry, with what was asked to be sent along.",
        "properties": { "data": at(name), "included": at("Included") },
    })
}

/// A page of a list.
pub fn list(name: &str) -> Value {
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

/// The short form of an entry.
pub fn reference() -> Value {
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

/// A language of an entry.
pub fn translation() -> Value {
    json!({
        "type": "object", "required": ["lang", "status"],
        "description": "A language in which an entry exists.",
        "properties": {
            "lang": { "type": "string", "description": "BCP 47 tag.", "examples": ["fr"] },
            "status": { "type": "string", "enum": ["current", "outdated"], "description": "`outdated` when the source text changed after it." },
            "title": { "type": "string", "description": "The title in that language; only in sync documents, as are its other translated fields." },
        },
        "additionalProperties": true,
    })
}

/// Where an entry is found.
pub fn links() -> Value {
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

/// What is sent along.
pub fn included() -> Value {
    let by_collection: Map<String, Value> = COLLECTIONS
        .iter()
        .map(|collection| {
            let by_id = json!({ "type": "object", "additionalProperties": at(&collection.schema_name), "description": format!("{} by id.", collection.label) });
            (collection.name.to_owned(), by_id)
        })
        .collect();
    json!({
        "type": "object", "properties": by_collection,
        "description": "Entries sent along, by collection and id, once each.",
    })
}

/// Counts of a filter.
pub fn facet() -> Value {
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

/// What a page is a part of.
pub fn meta() -> Value {
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

/// The pages around a page.
pub fn list_links() -> Value {
    json!({
        "type": "object", "required": ["self", "first"],
        "description": "This page and those around it; repeated in the `Link` header.",
        "properties": {
            "self": { "type": "string" }, "first": { "type": "string" },
            "next": { "type": "string" }, "prev": { "type": "string" },
        },
    })
}

/// Who names an entry.
pub fn referenced_by() -> Value {
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

fn any_document() -> Value {
    json!({ "anyOf": COLLECTIONS.iter().map(|collection| at(&collection.schema_name)).collect::<Vec<_>>() })
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
            "data": { "type": "array", "items": any_document(), "maxItems": 100 },
            "meta": { "type": "object", "required": ["total"], "properties": { "total": { "type": "integer" } } },
        },
    })
}

/// What was found in all collections.
pub fn search_results() -> Value {
    let mut results = list("SearchResults");
    if let Some(data) = results.pointer_mut("/properties/data/items") {
        *data = any_document();
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

/// A problem document.
pub fn problem() -> Value {
    json!({
        "type": "object", "required": ["type", "title", "status", "detail", "instance"],
        "description": "What went wrong (RFC 9457).",
        "properties": {
            "type": { "type": "string", "description": "A page that explains this kind of problem.", "examples": ["/problems/invalid-parameters"] },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string", "description": "What is wrong in this case." },
            "instance": { "type": "string", "description": "`urn:uuid:` and the id of the request, which is in the hub's log too." },
            "errors": { "type": "array", "items": { "anyOf": [at("ParameterFault"), at("Fault")] }, "description": "Every fault of a query or of a document." },
            "current_rev": { "type": "integer", "description": "The item's latest revision (412)." },
            "changed_fields": { "type": "array", "items": { "type": "string" }, "description": "In what the latest revision differs from the one named (412)." },
            "state": { "type": "string", "description": "The item's state (409)." },
            "allowed": { "type": "array", "items": { "type": "string" }, "description": "What that state allows (409)." },
            "scope": { "type": "string", "description": "The scope that the key lacks (403)." },
            "removed_at": { "type": "string", "format": "date-time", "description": "When the entry was removed (410)." },
            "seq": { "type": "integer", "description": "The place that this node has reached (503 `behind`)." },
            "origin": { "type": "string", "description": "The hub from which the entry is a copy (409 `mirrored`)." },
            "epoch": { "type": "string", "description": "The hub's present history (410 `epoch-changed`)." },
            "export": { "type": "string", "description": "Where to begin again (410 `epoch-changed`)." },
        },
    })
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
