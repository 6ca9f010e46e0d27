//! What goes to and fro in bulk: imports, and the receipts of those who follow.

use super::{BASE, ManageOperation, PUBLISH, Sent};
use crate::hub::Scope;

pub(super) static ROWS: &[ManageOperation] = &[
    ManageOperation {
        id: "import_documents",
        method: "POST",
        path: "/v1/manage/import",
        summary: "Import documents, one a line",
        about: "Each names its collection in `type`, and is matched by `id`, else by `slug`, else by an identifier. One result comes back for each line, with its number, as soon as it is committed; a bad line stops no other. Relations may point forward. A body that pauses for 30 seconds is not waited for: what was committed stays. Under an `Idempotency-Key` the answer is kept, up to 64 MiB of it; the same request sent again gets it once the first has ended, and 413 if it was longer. If the hub stopped before the end, the request is done anew when it is sent again (503 says so to one that waited), and lines that were kept by then are `unchanged`. When somebody's consent is withdrawn, kept answers that tell of the entry or name any fault are forgotten.",
        body: Sent::Lines,
        answers: (200, "ImportResult"),
        fails: &[413, 415],
        parameters: &[
            ("dry_run", r#"{"type":"boolean"}"#, "Check everything, keep nothing."),
            (
                "on_conflict",
                r#"{"type":"string","enum":["update","skip","fail"]}"#,
                "What to do with what is there already; `update` if it is not said.",
            ),
            PUBLISH,
        ],
        ..BASE
    },
    ManageOperation {
        id: "send_receipt",
        method: "POST",
        path: "/v1/manage/receipts",
        scope: Scope::Webhooks,
        summary: "Confirm how far the change log was followed",
        about: "For keyed mirrors: everything up to this place is applied, and what had to be purged is gone. A receipt never goes back.",
        body: Sent::Object("ReceiptRequest"),
        answers: (200, "Receipt"),
        fails: &[413, 415, 422],
        ..BASE
    },
    ManageOperation {
        id: "list_receipts",
        path: "/v1/manage/receipts",
        scope: Scope::Draft,
        summary: "Read who has followed the change log how far",
        about: "The receipt of every key that sent one.",
        answers: (200, "Receipts"),
        fails: &[],
        ..BASE
    },
];
