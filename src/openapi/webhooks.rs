//! What webhooks are told, and the schemas of what is sent and answered in keeping them.

use serde_json::{Map, Value, json};

use super::answers::at;
use crate::model::COLLECTIONS;
use crate::model::values::ClosedList;
use crate::store::{DeliveryOutcome, WebhookState};
use crate::webhooks::{MAX_URL, SendError};

/// The messages that the hub sends, by what they say.
pub fn messages() -> Value {
    let header = |name: &str, about: &str| json!({ "name": name, "in": "header", "required": true, "description": about, "schema": { "type": "string" } });
    let message = |id: &str, summary: &str, about: &str, schema: &str| {
        json!({ "post": {
            "operationId": id, "tags": ["manage"], "summary": summary, "description": about,
            "parameters": [
                header("webhook-id", "The message. Equal each time that it is sent: what was worked on already is known by it."),
                header("webhook-timestamp", "When this attempt was made, in seconds since 1970. Refuse what is older than five minutes."),
                header("webhook-signature", "`v1,` and the base64 HMAC-SHA256 of `<id>.<timestamp>.<body>` under the decoded secret; several are separated by spaces while secrets are rotated."),
            ],
            "requestBody": { "required": true, "content": { "application/json": { "schema": at(schema) } } },
            "responses": {
                "2XX": { "description": "Taken. The body is ignored." },
                "410": { "description": "Gone for good: the webhook is disabled at once." },
                "429": { "description": "Too much: `Retry-After` is respected, as with 503, up to a day." },
                "default": { "description": "Anything else, a redirect included, or no answer within fifteen seconds: sent again, ever more rarely, for three days; then the webhook is paused." },
            },
        } })
    };
    json!({
        "entry.published": message("entry_published", "An entry is public as it now is", "It is new, or its document has changed. Read it at `href`.", "EntryMessage"),
        "entry.deleted": message("entry_deleted", "An entry is to be forgotten", "It is no longer public, or its consent does not allow copies (`out_of_scope`). It may never have been announced. With `must_purge`, whatever is left of it must be gone by `purge_by`.", "EntryMessage"),
        "hub.epoch_changed": message("epoch_changed", "The hub has another history", "As after a restore from backup: places in the sequence that are known mean nothing any more. Copy the hub anew from `href`; messages go on from here.", "EpochMessage"),
        "hub.ping": message("ping", "Somebody wants to know whether the endpoint answers", "Nothing has changed.", "PingMessage"),
    })
}

/// The schemas.
pub fn schemas() -> Map<String, Value> {
    let text = |about: &str| json!({ "type": "string", "description": about });
    let time = |about: &str| json!({ "type": "string", "format": "date-time", "description": about });
    let count = |about: &str| json!({ "type": "integer", "minimum": 0, "description": about });
    let uuid = |about: &str| json!({ "type": "string", "format": "uuid", "description": about });
    let one_of = |values: &[&str], about: &str| json!({ "type": "string", "enum": values, "description": about });
    let object = |about: &str, required: &[&str], properties: Value| json!({ "type": "object", "description": about, "required": required, "properties": properties });
    let strict = |about: &str, required: &[&str], properties: Value| json!({ "type": "object", "additionalProperties": false, "description": about, "required": required, "properties": properties });
    let names: Vec<&str> = COLLECTIONS.iter().map(|collection| collection.name).collect();
    let types = |kind: Value, about: &str| json!({ "type": kind, "items": { "type": "string", "enum": names }, "maxItems": 100, "description": about });
    let name = json!({ "type": "string", "minLength": 1, "maxLength": 200, "description": "What it is called." });
    let url = json!({ "type": "string", "format": "uri", "maxLength": MAX_URL, "description": "Where messages go: HTTPS, on the public internet, without user name, password and fragment." });
    let webhook = json!({
        "id": uuid("The webhook."), "name": name, "url": url,
        "types": types(json!("array"), "The collections that it is told of; all of them when this is absent."),
        "state": one_of(WebhookState::VALUES, "Whether it is told: `paused` by hand or after three days without success, `disabled` by a 410."),
        "reason": text("Why it is not."),
        "seq": count("How far in the change sequence it has been told."), "epoch": text("The history that this place belongs to."),
        "failures": count("Attempts that failed since the last that did not."), "first_failed_at": time("When the first of them was."),
        "next_attempt_at": time("Before which no other is made."), "created_at": time("When it was made."),
        "rotating_until": time("Until when the secret before signs, too."),
    });
    let delivery = json!({
        "id": uuid("The attempt; later ones are greater."), "webhook_id": text("The `webhook-id` of the message, equal over its attempts."),
        "message_type": text("What the message says."), "seq": count("The place in the change sequence that it tells of."),
        "type": text("The collection of the entry that it tells of."), "entry_id": uuid("The entry."),
        "attempt": { "type": "integer", "minimum": 1, "description": "Which attempt it was." }, "at": time("When it was made."),
        "duration_ms": count("How long it took."), "outcome": one_of(DeliveryOutcome::VALUES, "What came of it."),
        "status": { "type": "integer", "description": "The status of the answer, if one came." },
        "error": one_of(SendError::VALUES, "Why it failed."),
    });
    let message = |kinds: &[&str], data: Value| {
        object(
            "A message to a webhook.",
            &["type", "timestamp", "data"],
            json!({ "type": one_of(kinds, "What it says."), "timestamp": time("When that happened."), "data": data }),
        )
    };
    let entry = object(
        "The change, and where to read the entry.",
        &["seq", "type", "id", "rev", "op", "href", "epoch"],
        json!({
            "seq": count("Its place in the change sequence. Messages come in this order; numbers may be left out."),
            "type": text("The entry's collection."), "id": uuid("The entry."), "rev": count("Its public revision."),
            "op": one_of(&["upsert", "delete"], "What a follower does."),
            "href": text("Where the entry is, at least as new as this change on whichever node answers."),
            "reason": text("Why it is to be forgotten."), "redirect_to": uuid("The entry that stands in its place."),
            "must_purge": { "type": "boolean", "description": "Whether every copy must go." }, "purge_by": time("By when."),
            "epoch": text("The history that the sequence belongs to."),
        }),
    );
    let epoch = object(
        "The histories.",
        &["epoch", "previous_epoch", "href"],
        json!({ "epoch": text("The present one."), "previous_epoch": text("The one that the webhook stood in."), "href": text("Where the hub can be copied anew.") }),
    );
    let ping = object(
        "Who is asked.",
        &["webhook", "seq", "epoch"],
        json!({ "webhook": uuid("The webhook."), "seq": count("How far it has been told."), "epoch": text("The history that this place belongs to.") }),
    );
    let schemas = [
        (
            "Webhook",
            object(
                "A webhook, without its secret.",
                &["id", "name", "url", "state", "seq", "epoch", "failures", "created_at"],
                webhook,
            ),
        ),
        (
            "Webhooks",
            object("Every webhook.", &["data"], json!({ "data": { "type": "array", "items": at("Webhook") } })),
        ),
        ("ManagedWebhook", object("A webhook, without its secret.", &["webhook"], json!({ "webhook": at("Webhook") }))),
        (
            "NewWebhook",
            object(
                "A webhook with its new secret.",
                &["webhook"],
                json!({ "webhook": at("Webhook"), "secret": text("The secret that signs, `whsec_…`: shown now and never again; absent when the answer is repeated.") }),
            ),
        ),
        (
            "WebhookRequest",
            strict(
                "The webhook to be made.",
                &["name", "url"],
                json!({
                    "name": name, "url": url, "types": types(json!(["array", "null"]), "The collections that it is told of; all of them if it is not said."),
                    "from_seq": { "type": ["integer", "null"], "minimum": 0, "description": "The first place in the change sequence that it is told of; what comes next if it is not said." },
                }),
            ),
        ),
        (
            "WebhookPatch",
            strict(
                "What is to be changed.",
                &[],
                json!({ "name": name, "url": url, "types": types(json!(["array", "null"]), "The collections that it is told of; `null` for all of them.") }),
            ),
        ),
        (
            "ReplayRequest",
            strict(
                "How far back.",
                &["from_seq"],
                json!({ "from_seq": count("The first place in the change sequence that is told once more.") }),
            ),
        ),
        (
            "WebhookRotation",
            strict(
                "How secrets change over.",
                &[],
                json!({ "overlap_seconds": { "type": ["integer", "null"], "minimum": 0, "maximum": 604_800, "description": "For how long the secret before signs, too; a day if it is not said." } }),
            ),
        ),
        ("Pinged", object("What came of a ping.", &["delivery"], json!({ "delivery": at("Delivery") }))),
        (
            "Delivery",
            object(
                "An attempt to hand over a message.",
                &["id", "webhook_id", "message_type", "attempt", "at", "duration_ms", "outcome"],
                delivery,
            ),
        ),
        (
            "Deliveries",
            object(
                "What was sent, the latest first.",
                &["data", "meta"],
                json!({
                    "data": { "type": "array", "items": at("Delivery") }, "meta": { "type": "object", "required": ["limit"], "properties": { "limit": count("Attempts on a page."), "next_before": uuid("`before` of the next page.") } },
                }),
            ),
        ),
        ("EntryMessage", message(&["entry.published", "entry.deleted"], entry)),
        ("EpochMessage", message(&["hub.epoch_changed"], epoch)),
        ("PingMessage", message(&["hub.ping"], ping)),
    ];
    schemas.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect()
}
