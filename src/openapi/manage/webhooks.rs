//! Webhooks: who is told of changes, and what became of it.

use super::{BASE, ManageOperation, Sent};
use crate::hub::Scope;

const OF_WEBHOOKS: ManageOperation = ManageOperation { scope: Scope::Webhooks, ..BASE };
const POSTS: &[u16] = &[404, 413, 415, 422];

pub(super) static ROWS: &[ManageOperation] = &[
    ManageOperation {
        id: "list_webhooks",
        path: "/v1/manage/webhooks",
        summary: "List webhooks",
        about: "Every endpoint with its state and its place in the change sequence, the oldest first; never their secrets.",
        answers: (200, "Webhooks"),
        fails: &[],
        ..OF_WEBHOOKS
    },
    ManageOperation {
        id: "create_webhook",
        method: "POST",
        path: "/v1/manage/webhooks",
        summary: "Make a webhook",
        about: "An endpoint that is told of every change as a message of the Standard Webhooks 1.0, in order, each once it has taken the one before; what it is told is under `webhooks` in this document. It is told of what comes next, or of everything from `from_seq` on. HTTPS addresses of the public internet are taken. The secret that signs is in this answer and never shown again; therefore this answer is not repeated for an `Idempotency-Key`. A hub has 50 webhooks at most.",
        body: Sent::Object("WebhookRequest"),
        answers: (201, "NewWebhook"),
        fails: &[413, 415, 422],
        ..OF_WEBHOOKS
    },
    ManageOperation {
        id: "get_webhook",
        path: "/v1/manage/webhooks/{webhook}",
        summary: "Read a webhook",
        about: "With its state and its place in the change sequence.",
        answers: (200, "ManagedWebhook"),
        ..OF_WEBHOOKS
    },
    ManageOperation {
        id: "change_webhook",
        method: "PATCH",
        path: "/v1/manage/webhooks/{webhook}",
        summary: "Change a webhook",
        about: "Its name, its address, or the collections that it is told of (`null` for all). Its place stays. Another address is tried at once.",
        body: Sent::PatchOf("WebhookPatch"),
        answers: (200, "ManagedWebhook"),
        fails: POSTS,
        ..OF_WEBHOOKS
    },
    ManageOperation {
        id: "delete_webhook",
        method: "DELETE",
        path: "/v1/manage/webhooks/{webhook}",
        summary: "Delete a webhook",
        about: "With the record of what was sent to it. A message under way may still arrive.",
        answers: (204, ""),
        ..OF_WEBHOOKS
    },
    ManageOperation {
        id: "ping_webhook",
        method: "POST",
        path: "/v1/manage/webhooks/{webhook}/ping",
        summary: "Send a message to see whether the endpoint answers",
        about: "A `hub.ping`, at once, whatever the webhook's state, which stays as it is. The answer says what came of it, after fifteen seconds at most.",
        answers: (200, "Pinged"),
        fails: POSTS,
        ..OF_WEBHOOKS
    },
    ManageOperation {
        id: "list_deliveries",
        path: "/v1/manage/webhooks/{webhook}/deliveries",
        summary: "List what was sent",
        about: "Every attempt with what came of it, the latest first; the last five hundred of thirty days are kept.",
        answers: (200, "Deliveries"),
        parameters: &[
            ("outcome", r#"{"type":"string","enum":["delivered","failed"]}"#, "Attempts that ended so."),
            (
                "before",
                r#"{"type":"string","format":"uuid"}"#,
                "Older than this attempt: `meta.next_before` of the page before.",
            ),
            ("limit", r#"{"type":"integer","minimum":1,"maximum":100}"#, "Attempts on a page; 20 if it is not said."),
        ],
        ..OF_WEBHOOKS
    },
    ManageOperation {
        id: "replay_webhook",
        method: "POST",
        path: "/v1/manage/webhooks/{webhook}/replay",
        summary: "Send the endpoint back",
        about: "It is told once more of everything from `from_seq` on, that place included, as new messages with new ids. Of an entry the log has the latest change only. It is never sent forward; a paused endpoint stays paused.",
        body: Sent::Object("ReplayRequest"),
        answers: (200, "ManagedWebhook"),
        fails: POSTS,
        ..OF_WEBHOOKS
    },
    ManageOperation {
        id: "rotate_webhook",
        method: "POST",
        path: "/v1/manage/webhooks/{webhook}/rotate",
        summary: "Give a webhook a new secret",
        about: "The secret before signs, too, for `overlap_seconds`, a day if it is not said; `0` ends it at once, as for one that leaked. Messages carry two signatures meanwhile. Two secrets live at most. The new one is in this answer and never shown again.",
        body: Sent::Object("WebhookRotation"),
        answers: (201, "NewWebhook"),
        fails: POSTS,
        ..OF_WEBHOOKS
    },
    ManageOperation {
        id: "pause_webhook",
        method: "POST",
        path: "/v1/manage/webhooks/{webhook}/pause",
        summary: "Pause a webhook",
        about: "Nothing is sent until it is resumed; its place in the change sequence is kept.",
        answers: (200, "ManagedWebhook"),
        fails: POSTS,
        ..OF_WEBHOOKS
    },
    ManageOperation {
        id: "resume_webhook",
        method: "POST",
        path: "/v1/manage/webhooks/{webhook}/resume",
        summary: "Resume a webhook",
        about: "One that was paused, by hand or after three days without success, or disabled by a 410: it is told on from where it stands. One that waits after a failure is tried at once.",
        answers: (200, "ManagedWebhook"),
        fails: POSTS,
        ..OF_WEBHOOKS
    },
];
