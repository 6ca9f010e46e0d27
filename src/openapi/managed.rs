//! The schemas of what is sent and answered in editing.

use serde_json::{Map, Value, json};

use super::answers::at;
use crate::hub::Scope;
use crate::model::values::ClosedList;
use crate::model::{COLLECTIONS, schema};
use crate::store::ItemState;

/// The schemas of what is sent and answered in editing.
pub fn schemas() -> Map<String, Value> {
    let mut all = Map::new();
    let mut written = Vec::new();
    for collection in COLLECTIONS.iter() {
        let mut document = schema::written(collection);
        if let Some(members) = document.as_object_mut() {
            members.remove("components");
            members.insert(
                "description".to_owned(),
                json!(format!("A document of {} as it is written.", collection.label.to_lowercase())),
            );
        }
        let name = format!("Written{}", collection.schema_name);
        written.push(at(&name));
        all.insert(name, document);
    }
    let text = |about: &str| json!({ "type": "string", "description": about });
    let time = |about: &str| json!({ "type": "string", "format": "date-time", "description": about });
    let count = |about: &str| json!({ "type": "integer", "minimum": 0, "description": about });
    let uuid = |about: &str| json!({ "type": "string", "format": "uuid", "description": about });
    let states = json!({ "type": "string", "enum": ItemState::VALUES, "description": "Its state." });
    let list = |of: Value| json!({ "type": "array", "items": of });
    let object = |about: &str, required: &[&str], properties: Value| json!({ "type": "object", "description": about, "required": required, "properties": properties });
    let scopes = json!({ "type": "array", "minItems": 1, "maxItems": 5, "items": { "type": "string", "enum": Scope::VALUES },
        "description": "What the key may do; `admin` stands for everything." });
    let transition = json!({
        "change_note": { "type": "string", "maxLength": 2000, "description": "What editors say of it; kept with the revision and in the audit." },
        "update_type": { "type": "string", "enum": ["major", "minor"], "description": "How much it changes for readers." },
        "publish_at": time("When it is to become public; `schedule` needs it."),
        "explanation": { "type": "string", "maxLength": 2000, "description": "What readers are told; `withdraw` needs it." },
        "to": { "type": "object", "additionalProperties": false, "description": "The entry that stands in its place; `redirect` needs it.",
            "properties": { "id": uuid("Its id."), "slug": text("Its slug.") } },
        "rev": { "type": "integer", "minimum": 1, "description": "The revision that becomes the draft; `revert` needs it." },
    });
    let described = json!({
        "type": text("The collection."), "id": uuid("The item, and the entry that it becomes."), "slug": text("The slug of the latest revision."),
        "title": text("The title of the latest revision."), "state": states, "rev": count("The latest revision."),
        "published_rev": count("The revision that is public, or was last."),
        "unpublished_changes": { "type": "boolean", "description": "Whether the latest revision is not the one that is public." },
        "created_at": time("When the item was made."), "modified_at": time("When the latest revision was made."),
        "review_by": text("The day by which editors look at it again."), "publish_at": time("When it becomes public by itself."),
        "redirect_to": uuid("The entry that stands in its place."),
        "origin": text("The hub from which it is a copy; it is edited there."),
        "links": { "type": "object", "additionalProperties": { "type": "string" }, "description": "Where the item is, and the public entry." },
    });
    let revision = json!({
        "rev": count("Its number, from 1."), "created_at": time("When it was made."), "created_by": text("The name of the key that wrote it."),
        "change_note": text("What editors say of it."), "update_type": text("How much it changes for readers."),
    });
    let key = json!({
        "id": uuid("The key."), "name": text("Whose it is."), "scopes": scopes, "created_at": time("When it was made."),
        "expires_on": text("The last day on which it holds."), "revoked_at": time("When it was revoked."),
        "last_used_at": time("When it was last used, to the minute."),
        "prefixes": { "type": "array", "items": { "type": "string" }, "description": "How its live secrets begin; two while it is rotated." },
    });
    let audit = json!({
        "id": uuid("The line; later ones are greater."), "at": time("When."), "key_id": uuid("The key that did it."), "key_name": text("The name of that key."),
        "request_id": uuid("The request, as in its `Request-Id`."), "action": text("What was done."), "type": text("The item's collection."),
        "item_id": uuid("The item."), "rev": count("Its latest revision then."), "seq": count("Where in the change sequence it became visible."), "note": text("What was said of it."),
    });
    let receipt = json!({
        "key_id": uuid("The key."), "name": text("Its name."), "up_to": count("How far it has followed the change log."),
        "received_at": time("When it said so."), "complete": { "type": "boolean", "description": "Whether that is the end of the log." },
    });
    let schemas = [
        (
            "ReceiptRequest",
            json!({ "type": "object", "additionalProperties": false, "required": ["up_to"], "description": "A receipt.",
                "properties": { "up_to": count("The place in the change sequence up to which everything is applied.") } }),
        ),
        (
            "Receipt",
            object(
                "The receipt as it is kept.",
                &["up_to", "received_at"],
                json!({ "up_to": count("How far the key has followed."), "received_at": time("When it said so.") }),
            ),
        ),
        (
            "Receipts",
            object(
                "Who has followed the change log how far.",
                &["data", "last_seq"],
                json!({ "data": list(object("A receipt.", &["key_id", "name", "up_to", "received_at", "complete"], receipt)), "last_seq": count("The end of the log.") }),
            ),
        ),
        (
            "WrittenDocument",
            json!({ "description": "A document of the collection in the path, in the shape in which it is read.", "anyOf": written }),
        ),
        (
            "ManagedItem",
            object(
                "What there is to know of an item beside its document.",
                &[
                    "type",
                    "id",
                    "slug",
                    "title",
                    "state",
                    "rev",
                    "unpublished_changes",
                    "created_at",
                    "modified_at",
                    "links",
                ],
                described,
            ),
        ),
        (
            "Managed",
            object(
                "An item with its latest document.",
                &["data", "item"],
                json!({
                    "data": { "type": "object", "description": "The document as it was written." }, "item": at("ManagedItem"), "seq": count("Where in the change sequence it was published, if it was."),
                    "consent": at("Consent"),
                }),
            ),
        ),
        (
            "ManagedList",
            object(
                "A page of items.",
                &["data", "meta"],
                json!({
                    "data": list(at("ManagedItem")), "meta": { "type": "object", "required": ["total", "limit", "unmatched"], "properties": { "total": count("All items like this."), "limit": count("Items on a page."), "next_cursor": text("The next page; absent on the last."), "unmatched": { "type": "array", "items": { "type": "object", "required": ["parameter", "value"], "properties": { "parameter": text("The filter."), "value": text("The value.") } }, "description": "Filter values that no entry has." } } },
                }),
            ),
        ),
        (
            "TransitionRequest",
            json!({ "type": "object", "additionalProperties": false, "description": "What a transition is told.", "properties": transition }),
        ),
        (
            "Transitioned",
            object(
                "The item after a transition.",
                &["state", "rev", "seq"],
                json!({ "state": states, "rev": count("The latest revision."), "seq": count("The place in the change sequence that shows it.") }),
            ),
        ),
        (
            "Fault",
            object(
                "One thing that is wrong with a document.",
                &["pointer", "code", "detail"],
                json!({
                    "pointer": text("Where, as a JSON Pointer (RFC 6901)."), "code": text("A stable word for the kind of fault."), "detail": text("What is wrong, in a sentence."),
                }),
            ),
        ),
        (
            "Checks",
            object(
                "What stands in the way of publishing.",
                &["publishable", "faults"],
                json!({ "publishable": { "type": "boolean" }, "faults": list(at("Fault")) }),
            ),
        ),
        ("Revision", object("A revision without its document.", &["rev", "created_at"], revision)),
        ("Revisions", object("Every revision, the latest first.", &["data"], json!({ "data": list(at("Revision")) }))),
        (
            "RevisionItem",
            object(
                "A revision.",
                &["data", "revision"],
                json!({ "data": { "type": "object" }, "revision": at("Revision") }),
            ),
        ),
        (
            "Difference",
            object(
                "What leads from one revision to another.",
                &["from", "to", "patch"],
                json!({
                    "from": count("The older."), "to": count("The newer."), "patch": { "type": "array", "items": { "type": "object" }, "description": "A JSON Patch (RFC 6902)." },
                }),
            ),
        ),
        (
            "Preview",
            object(
                "The draft as the public would see it.",
                &["faults"],
                json!({
                    "data": { "type": "object", "description": "The document in the public shape; absent when there is nothing that could be shown." }, "faults": list(at("Fault")),
                }),
            ),
        ),
        (
            "PreviewLinkRequest",
            json!({ "type": "object", "additionalProperties": false, "required": ["expires_in"], "description": "How long a link holds.",
            "properties": { "expires_in": { "type": "integer", "minimum": 1, "maximum": 2_592_000, "description": "Seconds." } } }),
        ),
        (
            "PreviewLink",
            object(
                "A link to a draft.",
                &["expires_at"],
                json!({ "href": text("The link; only whoever has it sees the draft. Absent when the answer is repeated: it is kept nowhere."), "expires_at": time("When it ends.") }),
            ),
        ),
        (
            "ConsentAnswer",
            object(
                "The consent on record and what follows.",
                &["consent", "state", "rev", "seq"],
                json!({
                    "consent": at("Consent"), "state": states, "rev": count("The latest revision."), "seq": count("The place in the change sequence that shows it."),
                }),
            ),
        ),
        (
            "WithdrawalReport",
            object(
                "What a withdrawal of consent did.",
                &["id", "withdrawn_at", "steps", "mirrors"],
                json!({
                    "id": uuid("The item."), "withdrawn_at": time("When."), "seq": count("Where in the change sequence the entry was removed."), "purge_by": time("By when copies must be gone."),
                    "steps": { "type": "object", "description": "Each step with what it did." },
                    "mirrors": { "type": "array", "description": "Everybody who follows with a key, and whether they have confirmed.",
                        "items": { "type": "object", "required": ["name", "up_to", "confirmed"], "properties": {
                            "name": text("The name of the key."), "up_to": count("How far it has followed."),
                            "confirmed": { "type": "boolean", "description": "Whether that is behind the withdrawal." }, "received_at": time("When it said so."),
                        } } },
                }),
            ),
        ),
        (
            "ImportResult",
            object(
                "What became of a line.",
                &["line", "outcome"],
                json!({
                    "line": count("The line, from 1."), "outcome": { "type": "string", "enum": ["created", "updated", "unchanged", "skipped", "failed"] },
                    "type": text("The entry's collection."), "id": uuid("The entry."), "errors": list(at("Fault")),
                }),
            ),
        ),
        ("ManagedKey", object("A key, without its secret.", &["key"], json!({ "key": at("Key") }))),
        ("Key", object("A key.", &["id", "name", "scopes", "created_at", "prefixes"], key)),
        ("Keys", object("Every key.", &["data"], json!({ "data": list(at("Key")) }))),
        (
            "KeyRequest",
            json!({ "type": "object", "additionalProperties": false, "required": ["name", "scopes"], "description": "The key to be made.", "properties": {
            "name": { "type": "string", "minLength": 1, "maxLength": 200, "description": "Whose it is." }, "scopes": scopes, "expires_on": { "type": "string", "description": "The last day on which it holds." },
        } }),
        ),
        (
            "NewKey",
            object(
                "A key with its new secret.",
                &["key"],
                json!({ "key": at("Key"), "secret": text("The secret: shown now and never again; absent when the answer is repeated.") }),
            ),
        ),
        ("AuditLine", object("Something that was done.", &["id", "at", "key_name", "action"], audit)),
        (
            "Audit",
            object(
                "What was done, the latest first.",
                &["data", "meta"],
                json!({
                    "data": list(at("AuditLine")), "meta": { "type": "object", "required": ["limit"], "properties": { "limit": count("Lines on a page."), "next_before": uuid("`before` of the next page.") } },
                }),
            ),
        ),
    ];
    all.extend(schemas.into_iter().map(|(name, schema)| (name.to_owned(), schema)));
    all
}
