//! Items: making, reading, writing and comparing them.

use super::{BASE, ManageOperation, PUBLISH, Sent};

const WRITES: &[u16] = &[404, 409, 412, 413, 415, 422, 428];

pub(super) static ROWS: &[ManageOperation] = &[
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
            "Whether the drafts that it names, and those that they name, are taken to be public if they can be, those that name each other together. Of more than 1,000, the nearest to it.",
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
];
