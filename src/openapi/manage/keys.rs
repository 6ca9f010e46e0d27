//! Keys, and the audit of what was done with them.

use super::{BASE, ManageOperation, Sent};
use crate::hub::Scope;

pub(super) static ROWS: &[ManageOperation] = &[
    ManageOperation {
        id: "list_keys",
        path: "/v1/manage/keys",
        scope: Scope::Admin,
        summary: "List keys",
        about: "Never their secrets.",
        answers: (200, "Keys"),
        fails: &[],
        ..BASE
    },
    ManageOperation {
        id: "create_key",
        method: "POST",
        path: "/v1/manage/keys",
        scope: Scope::Admin,
        summary: "Make a key",
        about: "Its secret is in this answer and never shown again; therefore this answer is not repeated for an `Idempotency-Key`.",
        body: Sent::Object("KeyRequest"),
        answers: (201, "NewKey"),
        fails: &[413, 415, 422],
        ..BASE
    },
    ManageOperation {
        id: "rotate_key",
        method: "POST",
        path: "/v1/manage/keys/{key}/rotate",
        scope: Scope::Admin,
        summary: "Give a key a second secret",
        about: "The one before stays good until the rotation is ended or another begins: two live secrets at most.",
        answers: (201, "NewKey"),
        ..BASE
    },
    ManageOperation {
        id: "end_key_rotation",
        method: "POST",
        path: "/v1/manage/keys/{key}/retire",
        scope: Scope::Admin,
        summary: "End a rotation",
        about: "Only the newest secret stays good.",
        answers: (200, "ManagedKey"),
        ..BASE
    },
    ManageOperation {
        id: "revoke_key",
        method: "DELETE",
        path: "/v1/manage/keys/{key}",
        scope: Scope::Admin,
        summary: "Revoke a key",
        about: "At once, on every node, for good.",
        answers: (204, ""),
        ..BASE
    },
    ManageOperation {
        id: "list_audit",
        path: "/v1/manage/audit",
        scope: Scope::Admin,
        summary: "Read what was done",
        about: "Who did what, when, with which key, in which request; the latest first.",
        answers: (200, "Audit"),
        fails: &[],
        parameters: &[
            ("item", r#"{"type":"string","format":"uuid"}"#, "Of one item."),
            ("key", r#"{"type":"string","format":"uuid"}"#, "By one key."),
            (
                "before",
                r#"{"type":"string","format":"uuid"}"#,
                "Older than this line: `meta.next_before` of the page before.",
            ),
            ("limit", r#"{"type":"integer","minimum":1,"maximum":100}"#, "Lines on a page; 20 if it is not said."),
        ],
        ..BASE
    },
];
