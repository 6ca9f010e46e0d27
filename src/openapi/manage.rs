//! The operations of editing, as one table: routes, the scope that each needs, the OpenAPI document and the test that no
//! operation answers without a key are all made from it.

use super::manage_webhooks as webhooks;
use crate::hub::{Scope, Verb};

/// Something a key can do.
#[derive(Debug)]
pub struct ManageOperation {
    /// Its operation id.
    pub id: &'static str,
    /// The method.
    pub method: &'static str,
    /// The path; `{collection}` is any collection of the hub, `{id}` an item's UUID.
    pub path: &'static str,
    /// What the key must be allowed.
    pub scope: Scope,
    /// What it does, in a few words.
    pub summary: &'static str,
    /// What there is to know.
    pub about: &'static str,
    /// What is sent.
    pub body: Sent,
    /// What comes back when all is well: status and schema.
    pub answers: (u16, &'static str),
    /// The statuses of its problems, beside those that every operation has (400, 401, 403, 429, 500, 503).
    pub fails: &'static [u16],
    /// Its query parameters: name, schema as JSON, meaning.
    pub parameters: &'static [(&'static str, &'static str, &'static str)],
    /// Whether `If-Match` must be sent.
    pub conditional: bool,
}

/// What a request carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// Nothing.
    Nothing,
    /// A document of the collection.
    Document,
    /// A merge patch of a document.
    Patch,
    /// A merge patch of this schema.
    PatchOf(&'static str),
    /// Documents, one a line.
    Lines,
    /// An object of this schema.
    Object(&'static str),
}

const PUBLISH: (&str, &str, &str) = (
    "publish",
    r#"{"type":"boolean"}"#,
    "Publish in the same transaction: all of it happens, or nothing. Needs the scope `publish`.",
);

const WRITES: &[u16] = &[404, 409, 412, 413, 415, 422, 428];
const VERBS: &[u16] = &[404, 409, 412, 413, 415, 422];

pub(super) const BASE: ManageOperation = ManageOperation {
    id: "",
    method: "GET",
    path: "",
    scope: Scope::Draft,
    summary: "",
    about: "",
    body: Sent::Nothing,
    answers: (200, ""),
    fails: &[404],
    parameters: &[],
    conditional: false,
};

const fn verb(
    verb: Verb,
    id: &'static str,
    path: &'static str,
    summary: &'static str,
    about: &'static str,
) -> ManageOperation {
    let scope = match verb {
        Verb::Revert => Scope::Draft,
        _ => Scope::Publish,
    };
    ManageOperation {
        id,
        method: "POST",
        path,
        scope,
        summary,
        about,
        body: Sent::Object("TransitionRequest"),
        answers: (200, "Transitioned"),
        fails: VERBS,
        ..BASE
    }
}

/// Every operation of editing.
pub static OPERATIONS: &[ManageOperation] = &[
    ManageOperation {
        id: "list_items",
        path: "/v1/manage/{collection}",
        summary: "List items in any state",
        about: "What editors have, drafts and removed items among them; the latest written first. Every filter of the public list is taken, and finds items by their latest revision; what is public as it stands is found as the public finds it. `topic=` and its like find drafts that name drafts, too. Filters look into 20,000 items that are not public; with more of them in the hub they are 400 `not-available`.",
        answers: (200, "ManagedList"),
        parameters: &[
            (
                "state",
                r#"{"type":"array","items":{"type":"string","enum":["draft","scheduled","published","withdrawn","removed","redirected","erased"]}}"#,
                "Items in any of these states.",
            ),
            ("q", r#"{"type":"string","minLength":1,"maxLength":200}"#, "Items with this text in title or slug."),
            ("review_due", r#"{"type":"boolean"}"#, "Items that are to be looked at again by today."),
            (
                "unpublished_changes",
                r#"{"type":"boolean"}"#,
                "Items whose latest revision is not the one that is public, or those where it is.",
            ),
            (
                "modified_from",
                r#"{"type":"string"}"#,
                "Items written at or after this: a day, month or year, or an instant.",
            ),
            ("modified_to", r#"{"type":"string"}"#, "Items written at or before the end of this."),
            (
                "sort",
                r#"{"type":"string","enum":["modified_at","-modified_at","created_at","-created_at","title","-title","slug","-slug","review_by","-review_by","publish_at","-publish_at"]}"#,
                "The order; `-modified_at` if there is none.",
            ),
            ("limit", r#"{"type":"integer","minimum":0,"maximum":100}"#, "Items on a page; 20 if it is not said."),
            (
                "page",
                r#"{"type":"integer","minimum":1,"maximum":1000000}"#,
                "The page, from 1. Never together with `cursor`.",
            ),
            (
                "cursor",
                r#"{"type":"string","maxLength":12000}"#,
                "Page by the `next_cursor` of the page before: repeats and skips nothing that did not change.",
            ),
        ],
        ..BASE
    },
    ManageOperation {
        id: "create_item",
        method: "POST",
        path: "/v1/manage/{collection}",
        summary: "Make an item",
        about: "A draft, of which the public sees nothing, unless `publish=true`.",
        body: Sent::Document,
        answers: (201, "Managed"),
        fails: &[404, 409, 413, 415, 422],
        parameters: &[PUBLISH],
        ..BASE
    },
    ManageOperation {
        id: "get_item",
        path: "/v1/manage/{collection}/{id}",
        summary: "Read an item's latest revision",
        about: "With its state. The consent on record is shown to keys with the scope `consent` only.",
        answers: (200, "Managed"),
        ..BASE
    },
    ManageOperation {
        id: "replace_item",
        method: "PUT",
        path: "/v1/manage/{collection}/{id}",
        summary: "Write an item anew",
        about: "The whole document, as the next revision. What is public stays until it is published.",
        body: Sent::Document,
        answers: (200, "Managed"),
        fails: WRITES,
        parameters: &[PUBLISH],
        conditional: true,
        ..BASE
    },
    ManageOperation {
        id: "patch_item",
        method: "PATCH",
        path: "/v1/manage/{collection}/{id}",
        summary: "Change some of an item",
        about: "A merge patch (RFC 7396) onto the latest revision: `null` takes a member away, lists are replaced whole.",
        body: Sent::Patch,
        answers: (200, "Managed"),
        fails: WRITES,
        parameters: &[PUBLISH],
        conditional: true,
        ..BASE
    },
    ManageOperation {
        id: "delete_item",
        method: "DELETE",
        path: "/v1/manage/{collection}/{id}",
        summary: "Delete an item that was never public",
        about: "With all its revisions. What was ever public is removed or redirected instead.",
        answers: (204, ""),
        fails: &[404, 409, 412, 428],
        conditional: true,
        ..BASE
    },
    verb(
        Verb::Publish,
        "publish_item",
        "/v1/manage/{collection}/{id}/publish",
        "Publish the latest revision",
        "Everything that it names must be public. All faults are named at once.",
    ),
    verb(
        Verb::Schedule,
        "schedule_item",
        "/v1/manage/{collection}/{id}/schedule",
        "Publish at a set time",
        "`publish_at` is needed. What is then the latest revision becomes public; if it cannot, the item waits as a draft and the audit says why.",
    ),
    verb(
        Verb::Unschedule,
        "unschedule_item",
        "/v1/manage/{collection}/{id}/unschedule",
        "Take a schedule back",
        "The item waits for somebody to publish it.",
    ),
    verb(
        Verb::Withdraw,
        "withdraw_item",
        "/v1/manage/{collection}/{id}/withdraw",
        "Withdraw, but leave readable",
        "Readers see a `notice` with the `explanation`, which is needed.",
    ),
    verb(
        Verb::Remove,
        "remove_item",
        "/v1/manage/{collection}/{id}/remove",
        "Remove from the public",
        "Its address answers 410, and entries that named it do so no longer.",
    ),
    verb(
        Verb::Redirect,
        "redirect_item",
        "/v1/manage/{collection}/{id}/redirect",
        "Lead to another entry",
        "Its address answers 308 to the entry in `to`, which takes its place in what named it: the end of duplicates and of merged organisations.",
    ),
    verb(
        Verb::Restore,
        "restore_item",
        "/v1/manage/{collection}/{id}/restore",
        "Bring back what was public last",
        "After withdrawing, removing or redirecting; references to it come back, too.",
    ),
    verb(
        Verb::Revert,
        "revert_item",
        "/v1/manage/{collection}/{id}/revert",
        "Make an old revision the draft",
        "`rev` is needed; the old document becomes the latest revision.",
    ),
    ManageOperation {
        id: "check_item",
        path: "/v1/manage/{collection}/{id}/checks",
        summary: "See what stands in the way of publishing",
        about: "Every fault of the latest revision with its pointer and a sentence; nothing is changed.",
        answers: (200, "Checks"),
        ..BASE
    },
    ManageOperation {
        id: "list_revisions",
        path: "/v1/manage/{collection}/{id}/revisions",
        summary: "List an item's revisions",
        about: "The latest first, without their documents.",
        answers: (200, "Revisions"),
        ..BASE
    },
    ManageOperation {
        id: "get_revision",
        path: "/v1/manage/{collection}/{id}/revisions/{rev}",
        summary: "Read one revision",
        about: "With its document.",
        answers: (200, "RevisionItem"),
        ..BASE
    },
    ManageOperation {
        id: "diff_revisions",
        path: "/v1/manage/{collection}/{id}/diff",
        summary: "Compare two revisions",
        about: "What leads from one to the other, as a JSON Patch (RFC 6902).",
        answers: (200, "Difference"),
        parameters: &[
            ("from", r#"{"type":"integer","minimum":1}"#, "The older revision; needed."),
            ("to", r#"{"type":"integer","minimum":1}"#, "The newer revision; needed."),
        ],
        ..BASE
    },
    ManageOperation {
        id: "preview_item",
        path: "/v1/manage/{collection}/{id}/preview",
        summary: "See the draft as the public would",
        about: "The latest revision in the public shape, with what stands in the way of publishing it. Never cached.",
        answers: (200, "Preview"),
        parameters: &[(
            "drafts",
            r#"{"type":"boolean"}"#,
            "Whether every other draft that could be public is taken to be, those that name each other together: the whole graph as it would be. Of more than 1,000 drafts, those written last.",
        )],
        ..BASE
    },
    ManageOperation {
        id: "make_preview_link",
        method: "POST",
        path: "/v1/manage/{collection}/{id}/preview-links",
        summary: "Make a link to the draft for somebody without a key",
        about: "It holds for `expires_in` seconds, thirty days at most.",
        body: Sent::Object("PreviewLinkRequest"),
        answers: (201, "PreviewLink"),
        fails: &[404, 409, 413, 415, 422],
        ..BASE
    },
    ManageOperation {
        id: "put_consent",
        method: "PUT",
        path: "/v1/manage/{collection}/{id}/consent",
        scope: Scope::Consent,
        summary: "Put a consent on record",
        about: "It decides what becomes public. What is public already is brought in line at once, or taken away.",
        body: Sent::Object("Consent"),
        answers: (200, "ConsentAnswer"),
        fails: &[404, 409, 413, 415, 422],
        ..BASE
    },
    ManageOperation {
        id: "withdraw_consent",
        method: "POST",
        path: "/v1/manage/{collection}/{id}/consent/withdraw",
        scope: Scope::Consent,
        summary: "Withdraw consent, for good",
        about: "In one transaction the entry is gone everywhere, followers are told to forget it, and its text is erased from revisions, kept answers and audit. Later consents are refused; a later withdrawal is recorded as an objection. Nothing is sent; a body is ignored.",
        answers: (200, "WithdrawalReport"),
        fails: &[404, 409],
        ..BASE
    },
    ManageOperation {
        id: "get_withdrawal",
        path: "/v1/manage/{collection}/{id}/withdrawal",
        scope: Scope::Consent,
        summary: "Read the report of a withdrawal",
        about: "Each step, and which mirrors have confirmed.",
        answers: (200, "WithdrawalReport"),
        ..BASE
    },
    ManageOperation {
        id: "import_documents",
        method: "POST",
        path: "/v1/manage/import",
        summary: "Import documents, one a line",
        about: "Each names its collection in `type`, and is matched by `id`, else by `slug`, else by an identifier. One result comes back for each line, with its number, as soon as it is committed; a bad line stops no other. Relations may point forward. Under an `Idempotency-Key` the answer is kept, up to 64 MiB of it; the same request sent again gets it once the first has ended, and 413 if it was longer. If the hub stopped before the end, the request is done anew when it is sent again (503 says so to one that waited), and lines that were kept by then are `unchanged`. When somebody's consent is withdrawn, kept answers that tell of the entry or name any fault are forgotten.",
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
    webhooks::LIST,
    webhooks::CREATE,
    webhooks::READ,
    webhooks::CHANGE,
    webhooks::DELETE,
    webhooks::PING,
    webhooks::DELIVERIES,
    webhooks::REPLAY,
    webhooks::ROTATE,
    webhooks::PAUSE,
    webhooks::RESUME,
];
