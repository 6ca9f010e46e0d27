//! The tables, as Diesel sees them on both databases. `migrations/` makes them; a test holds the two together.
//! Long texts stand last in each table: a row is then filtered and ordered without touching its overflow pages.

mod collections;
mod editing;
mod following;
mod public;

pub use collections::*;
pub use editing::*;
pub use following::*;
pub use public::*;

diesel::joinable!(translations -> entries (entry_id));
diesel::joinable!(links -> entries (source_id));
diesel::joinable!(entries -> items (id));
diesel::joinable!(item_identifiers -> items (item_id));
diesel::joinable!(revisions -> items (item_id));
diesel::joinable!(consents -> items (item_id));
diesel::joinable!(withdrawals -> items (item_id));
diesel::joinable!(key_secrets -> keys (key_id));
diesel::joinable!(receipts -> keys (key_id));
diesel::joinable!(webhook_deliveries -> webhooks (webhook_id));
diesel::joinable!(rights -> entries (id));
diesel::joinable!(instruments -> entries (id));
diesel::joinable!(topics -> entries (id));
diesel::joinable!(organisations -> entries (id));
diesel::joinable!(people -> entries (id));
diesel::joinable!(projects -> entries (id));
diesel::joinable!(case_studies -> entries (id));
diesel::joinable!(testimonies -> entries (id));
diesel::joinable!(evaluations -> entries (id));
diesel::joinable!(events -> entries (id));
diesel::joinable!(resources -> entries (id));
diesel::joinable!(courses -> entries (id));
diesel::joinable!(news -> entries (id));
diesel::joinable!(guides -> entries (id));
diesel::joinable!(pages -> entries (id));

diesel::allow_tables_to_appear_in_same_query!(
    hub,
    entries,
    translations,
    links,
    slugs,
    changes,
    items,
    item_identifiers,
    mirrors,
    quarantine,
    receipts,
    webhooks,
    webhook_deliveries,
    revisions,
    consents,
    severed_links,
    withdrawals,
    keys,
    key_secrets,
    audit,
    idempotency,
    import_answers,
    preview_links,
    rights,
    instruments,
    topics,
    organisations,
    people,
    projects,
    case_studies,
    testimonies,
    evaluations,
    events,
    resources,
    courses,
    news,
    guides,
    pages,
);
