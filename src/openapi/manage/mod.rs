//! The operations of editing, as one table: routes, the scope that each needs, the OpenAPI document and the test that no
//! operation answers without a key are all made from it.

mod consents;
mod items;
mod keys;
mod lines;
mod transitions;
mod webhooks;

use crate::hub::Scope;

/// Every operation of editing.
pub fn operations() -> impl Iterator<Item = &'static ManageOperation> {
    [items::ROWS, transitions::ROWS, consents::ROWS, lines::ROWS, keys::ROWS, webhooks::ROWS].into_iter().flatten()
}

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

impl Sent {
    /// The name of its schema, if it has one of its own.
    pub fn schema(self) -> Option<&'static str> {
        match self {
            Self::PatchOf(name) | Self::Object(name) => Some(name),
            Self::Nothing | Self::Document | Self::Patch | Self::Lines => None,
        }
    }
}

/// What most operations have in common.
const BASE: ManageOperation = ManageOperation {
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

/// Of the operations that can publish at once.
const PUBLISH: (&str, &str, &str) = (
    "publish",
    r#"{"type":"boolean"}"#,
    "Publish in the same transaction: all of it happens, or nothing. Needs the scope `publish`.",
);
