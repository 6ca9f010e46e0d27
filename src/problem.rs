//! The kinds of problem that a client can meet: one table of code, status, title and meaning. The answers, the API
//! reference and the pages under `/problems` are made from it.

/// A kind of problem.
#[derive(Debug, PartialEq, Eq)]
pub struct ProblemKind {
    /// The last part of its `type`, and of the page that explains it.
    pub code: &'static str,
    /// The status.
    pub status: u16,
    /// The title.
    pub title: &'static str,
    /// What it means and what to do, for its page and the API reference.
    pub about: &'static str,
}

macro_rules! problems {
    ($($name:ident: $status:literal $code:literal, $title:literal, $about:literal;)+) => {
        $( #[doc = $about] pub const $name: &ProblemKind = &ProblemKind { code: $code, status: $status, title: $title, about: $about }; )+

        /// Every kind of problem.
        pub const PROBLEMS: &[&ProblemKind] = &[$($name,)+];
    };
}

problems! {
    INVALID_PARAMETERS: 400 "invalid-parameters", "The query is not understood",
        "One or more query parameters are unknown, malformed, repeated or contradict one another. `errors` names each with its code, what is allowed, and what was probably meant. Nothing was searched: a misspelt filter never returns everything.";
    BAD_REQUEST: 400 "bad-request", "The request is not understood",
        "The request itself is malformed. `detail` says how.";
    UNAUTHENTICATED: 401 "unauthenticated", "A key is needed",
        "Editing needs a key in the header `Authorization: Bearer <key>`. The one that was sent, if any, is unknown, revoked or expired. A key in the query is never taken: addresses end up in logs.";
    FORBIDDEN: 403 "forbidden", "The key may not do this",
        "The key is good, but lacks the scope that `scope` names.";
    NOT_FOUND: 404 "not-found", "There is nothing here",
        "No public entry ever had this id or slug, or the path is none of the hub's. Entries that were removed answer 410 instead.";
    METHOD_NOT_ALLOWED: 405 "method-not-allowed", "This method is not served here",
        "Public paths answer GET, HEAD and OPTIONS. The `Allow` header lists what this path takes.";
    NOT_ACCEPTABLE: 406 "not-acceptable", "No representation fits the Accept header",
        "The path has no representation of a type that the `Accept` header takes. Ask for `application/json` or `*/*`.";
    REQUEST_TIMEOUT: 408 "request-timeout", "The request did not come to its end",
        "Nothing more of the body came for half a minute. Nothing was done; send it again.";
    STATE_CONFLICT: 409 "state-conflict", "The item's state does not allow this",
        "The item is in a state from which this does not lead anywhere. `state` names it, and `allowed` what it allows.";
    MIRRORED: 409 "mirrored", "The entry is a copy from another hub",
        "This hub mirrors the entry from `origin`. It is edited there; what changes there arrives here by itself.";
    GONE: 410 "gone", "The entry was removed",
        "The entry was public and has been removed, at `removed_at`. Copies should be deleted; the id is never used again.";
    EPOCH_CHANGED: 410 "epoch-changed", "The hub has another history now",
        "The place that the client has reached belongs to a history that the hub no longer has, because it was restored from a backup. `epoch` names the present one. Begin again with the export at `export`, then follow the changes from its `as_of`.";
    PRECONDITION_FAILED: 412 "stale", "The item was changed meanwhile",
        "`If-Match` names another revision than the item's latest, which is `current_rev`; the two differ in `changed_fields`. Read it again, bring the changes together, and write against the latest.";
    PAYLOAD_TOO_LARGE: 413 "payload-too-large", "The request is too large",
        "The body is larger than this path takes.";
    URI_TOO_LONG: 414 "uri-too-long", "The address is too long",
        "Path and query together may have 16,384 bytes. Fewer values in a filter, or several requests, do the same.";
    UNSUPPORTED_MEDIA_TYPE: 415 "unsupported-media-type", "The body is of another type than this path takes",
        "`Content-Type` is not what this path takes; `detail` says what that is.";
    INVALID_DOCUMENT: 422 "invalid-document", "The document breaks rules",
        "The body was understood, but breaks rules of the domain. `errors` names every fault with a JSON Pointer into the body, its code, and a sentence.";
    KEY_REUSED: 422 "idempotency-key-reused", "The Idempotency-Key belongs to another request",
        "The same `Idempotency-Key` was sent before with another method, path, query or body. Every request needs a key of its own.";
    PRECONDITION_REQUIRED: 428 "precondition-required", "If-Match is missing",
        "A write to an item says against which revision it was made: `If-Match` with the `ETag` that was read, such as `\"rev-3\"`.";
    TOO_MANY_REQUESTS: 429 "too-many-requests", "Too many requests",
        "More requests, or more failed attempts with a key, came from this address than are taken. Try again after `Retry-After`.";
    NOT_IMPLEMENTED: 501 "not-implemented", "This form is not served",
        "What was asked for is part of a standard, but not served here; `detail` says what is.";
    BEHIND: 503 "behind", "This node is not there yet",
        "The node has not reached the `min_seq` that was asked for within two seconds. Try again after `Retry-After`.";
    UNAVAILABLE: 503 "unavailable", "The hub cannot answer just now",
        "The database cannot be reached, the node serves as much as it can, or the search index is still being built. Try again after `Retry-After`.";
    INTERNAL: 500 "internal", "Something went wrong in the hub",
        "A fault of ours. It is in the log under the `instance` of this problem; nothing of it is told here.";
}
