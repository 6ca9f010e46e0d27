//! What leads an item from one state to another.

use super::{BASE, ManageOperation, Sent};
use crate::hub::{Scope, Verb};

const VERBS: &[u16] = &[404, 409, 412, 413, 415, 422];

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

pub(super) static ROWS: &[ManageOperation] = &[
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
];
