//! The schemas of what stands around documents in answers.

use serde_json::{Map, Value, json};

use crate::model::COLLECTIONS;

/// A schema of the document, by reference.
pub fn at(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// What NDJSON is: text, and no value of the schema that each of its lines is of.
pub fn lines_of(name: &str) -> Value {
    json!({
        "type": "string", "description": format!("Lines of JSON, each a `{name}`."),
        "contentMediaType": "application/x-ndjson", "contentSchema": at(name),
    })
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
                        "label": { "type": "string", "description": "For people, in the first language asked for that the hub has a word in; a language by what it calls itself.", "examples": ["Mental health"] },
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
