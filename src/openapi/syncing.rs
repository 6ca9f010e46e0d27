//! The operations of sync, and the schemas of what they answer.

use serde_json::{Value, json};

use super::answers::{at, lines_of};
use super::operation::Operation;
use crate::model::COLLECTIONS;
use crate::query::Surface;

const NDJSON: &str = "application/x-ndjson";

/// The paths of sync.
pub fn paths(add: &mut impl FnMut(&str, Value)) {
    add(
        "/v1/changes",
        Operation::new("list_changes", "sync", "What changed since a place in the sequence")
            .about("The latest change of each entry behind `since`, in the order of the sequence, which is the order of commits: whoever has applied all up to `last_seq` has missed nothing at or below it. Go on at `links.next` until `pending` is 0; then ask again with `wait`, or with `If-None-Match: \"seq-N\"`. An `upsert` is kept, a `delete` is forgotten; both by `type` and `id`, and twice does no harm. What leaves the scope that was asked for is a `delete` with the reason `out_of_scope`. With `Accept: text/event-stream` the same rows come as events, whose ids are places in the sequence; `Last-Event-ID` goes on behind one.")
            .takes(Surface::Changes)
            .in_header("Last-Event-ID", "The id of the last event that the client had; only for event streams.", json!({ "type": "string", "pattern": "^[0-9]{1,19}$" }))
            .answers("ChangePage")
            .also("text/event-stream", json!({ "type": "string", "description": "Events `ready`, `upsert`, `delete` and `epoch-changed`." }))
            .fails(&[400, 406, 410, 500, 503])
            .build(),
    );
    add(
        "/v1/export",
        Operation::new("get_export", "sync", "Everything, as of one place in the sequence")
            .about("A header, a line for each entry, and a trailer with their count and digest. A download without a trailer is broken. `changes` with `since` at the header's `as_of` then misses nothing. A node serves four exports at once.")
            .takes(Surface::Part)
            .ok(json!({ NDJSON: { "schema": lines_of("ExportLine") } }))
            .uncached()
            .fails(&[400, 406, 410, 500, 503])
            .build(),
    );
    add(
        "/v1/inventory",
        Operation::new("list_inventory", "sync", "What there is, and the hash of each")
            .about("A line for each entry, in the order of types and ids. `hash` is the SHA-256 of its sync document in RFC 8785 form without `seq`, `links` and `lang_fallback`.")
            .takes(Surface::Part)
            .ok(json!({ NDJSON: { "schema": lines_of("InventoryLine") } }))
            .uncached()
            .fails(&[400, 406, 410, 500, 503])
            .build(),
    );
    add(
        "/v1/inventory/digest",
        Operation::new("get_digest", "sync", "What proves a copy complete")
            .about("For each collection, how many entries there are and the sum modulo 2^128 of the first 16 bytes (big-endian) of the SHA-256 over `type|id|rev|hash` of each, in 32 hex digits. `Hub-Seq` says as of which place in the sequence.")
            .takes(Surface::Part)
            .answers("Digests")
            .fails(&[400, 406, 410, 500, 503])
            .build(),
    );
}

fn any_sync_document() -> Value {
    json!({
        "$ref": "#/components/schemas/Entry",
        "description": "The sync document: every field in the source language, with the translated fields of its translations.",
    })
}

/// The schemas of answers.
pub fn schemas() -> Vec<(&'static str, Value)> {
    let epoch =
        || json!({ "type": "string", "format": "uuid", "description": "The history that the sequence belongs to." });
    let seq = |about: &str| json!({ "type": "integer", "minimum": 0, "description": about });
    let hash = |about: &str| json!({ "type": "string", "pattern": "^[0-9a-f]{64}$", "description": about });
    let digest = || json!({ "type": "string", "pattern": "^[0-9a-f]{32}$", "description": "The sum, in hex digits." });
    let collection = || json!({ "type": "string", "enum": COLLECTIONS.iter().map(|one| one.name).collect::<Vec<_>>() });
    let change = json!({
        "type": "object", "required": ["seq", "op", "type", "id", "rev", "changed_at"],
        "description": "The latest change of an entry.",
        "properties": {
            "seq": seq("Its place in the sequence."),
            "op": { "type": "string", "enum": ["upsert", "delete"], "description": "Keep the entry, or forget it." },
            "type": collection(),
            "id": { "type": "string", "format": "uuid" },
            "rev": { "type": "integer", "minimum": 1, "description": "Its public revision, or the last that was." },
            "changed_at": { "type": "string", "format": "date-time" },
            "doc": any_sync_document(),
            "reason": { "type": "string", "description": "Why it is to be forgotten: `removed`, `redirected`, `consent`, `consent-withdrawn`, `out_of_scope`." },
            "redirect_to": { "type": "string", "format": "uuid", "description": "The entry that stands in its place now." },
            "must_purge": { "type": "boolean", "description": "Copies, backups and derived data are to be erased, not only hidden." },
            "purge_by": { "type": "string", "format": "date-time", "description": "By when." },
        },
    });
    vec![
        ("LogRow", change),
        (
            "ChangePage",
            json!({
                "type": "object", "required": ["changes", "last_seq", "pending", "epoch", "links"],
                "description": "A page of the change log.",
                "properties": {
                    "changes": { "type": "array", "items": at("LogRow"), "maxItems": 1000, "description": "In the order of the sequence." },
                    "last_seq": seq("How far a client has followed that has applied these changes."),
                    "pending": { "type": "integer", "minimum": 0, "description": "How many changes there are beyond." },
                    "epoch": epoch(),
                    "links": { "type": "object", "required": ["next"], "properties": { "next": { "type": "string", "description": "Where to go on." } } },
                },
            }),
        ),
        (
            "ExportLine",
            json!({
                "description": "A line of an export.",
                "oneOf": [at("ExportHeader"), at("ExportEntry"), at("ExportTrailer")],
            }),
        ),
        (
            "ExportHeader",
            json!({
                "type": "object", "required": ["kind", "as_of", "epoch", "scope"],
                "description": "The first line of an export.",
                "properties": {
                    "kind": { "type": "string", "const": "header" }, "as_of": seq("The place in the sequence as of which the export is."), "epoch": epoch(),
                    "scope": { "type": "string", "description": "The filters, as a query string." },
                    "publisher": { "type": "string" }, "generated_at": { "type": "string", "format": "date-time" },
                },
            }),
        ),
        (
            "ExportEntry",
            json!({
                "type": "object", "required": ["kind", "doc"],
                "description": "An entry of an export.",
                "properties": { "kind": { "type": "string", "const": "entry" }, "doc": any_sync_document() },
            }),
        ),
        (
            "ExportTrailer",
            json!({
                "type": "object", "required": ["kind", "count", "digest", "as_of"],
                "description": "The last line of an export; without it, the download broke off.",
                "properties": {
                    "kind": { "type": "string", "const": "trailer" }, "count": { "type": "integer", "minimum": 0 }, "digest": digest(), "as_of": seq("As in the header."),
                },
            }),
        ),
        (
            "InventoryLine",
            json!({
                "type": "object", "required": ["type", "id", "rev", "hash"],
                "description": "A line of an inventory.",
                "properties": { "type": collection(), "id": { "type": "string", "format": "uuid" }, "rev": { "type": "integer", "minimum": 1 }, "hash": hash("Of its sync document.") },
            }),
        ),
        (
            "Digest",
            json!({
                "type": "object", "required": ["count", "digest"],
                "description": "What proves a set of entries complete.",
                "properties": { "count": { "type": "integer", "minimum": 0 }, "digest": digest() },
            }),
        ),
        (
            "Digests",
            json!({
                "type": "object", "required": ["collections", "total", "epoch"],
                "description": "What proves a copy complete.",
                "properties": {
                    "collections": { "type": "object", "additionalProperties": at("Digest"), "description": "By collection." },
                    "total": at("Digest"), "epoch": epoch(),
                },
            }),
        ),
    ]
}
