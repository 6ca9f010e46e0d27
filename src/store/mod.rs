//! Everything that is kept: connections, migrations, transactions, and the loading and saving of rows. It knows no
//! business rule and no status code; SQL stands here and nowhere else.
//!
//! A row is asked for by its key with `get_result`, not with `first`: that adds `LIMIT ?`, for which SQLite plans the
//! statement anew at every use.

mod answers;
mod audit;
mod changes;
mod checking;
mod connecting;
mod consents;
mod deliveries;
mod dump;
mod entries;
mod erasing;
mod error;
mod handle;
mod harvest;
mod import_answers;
mod item_lists;
mod items;
mod keys;
mod links;
mod migrations;
mod mirrors;
mod pool;
mod previews;
mod receipts;
mod removals;
mod tables;
mod together;
mod transaction;

mod webhooks;
mod writing;

pub use answers::KeptAnswer;
pub use audit::{AuditEntry, audit_entries};
pub use changes::{Change, ChangeOp, change_of, changes_after, count_shared_after, position, shared_changes_after};
pub use checking::disagreements;
pub use consents::{Withdrawal, consent_of, ending_consents};
pub use deliveries::{Delivery, DeliveryOutcome, deliveries_of};
pub use dump::{Column, DUMPED, columns, each_row};
pub use entries::{
    Stored, TranslationRow, load, load_after, scan, slugs_of, titles_of, translation_titles, translations_of,
};
pub use erasing::Erased;
pub use error::StoreError;
pub use handle::Store;
pub use harvest::{ChangeRange, changes_within, count_within, earliest_change};
pub use import_answers::{AnswerPart, IMPORT};
pub use item_lists::{ItemFilter, ItemIds, ItemOrder, ItemPlace, items_not_as_public, items_where, latest_documents};
pub use items::{Item, ItemState, Revision, UpdateType, due_ids, is_empty, item, published_revision};
pub use keys::{Key, KeySecret, all_keys, key_of_prefix};
pub use links::{Link, each_link, targets_of};
pub use migrations::migrations_known;
pub use mirrors::{Mirror, Quarantined, copies_of, mirror_of, mirrored_documents, quarantined};
pub use pool::PoolState;
pub use previews::PreviewLink;
pub use receipts::{Receipt, all_receipts};
pub use removals::each_severed_link;
pub use tables::{TABLES, Table};
pub use transaction::Transaction;
pub use webhooks::{Progress, Webhook, WebhookState, all_webhooks, webhook};
