//! Everything that is kept: connections, migrations, transactions, and the loading and saving of rows. It knows no
//! business rule and no status code; SQL stands here and nowhere else.
//!
//! A row is asked for by its key with `get_result`, not with `first`: that adds `LIMIT ?`, for which SQLite plans the
//! statement anew at every use.

mod changes;
mod entries;
mod error;
mod items;
mod links;
mod migrations;
mod pool;
mod tables;
mod transaction;

pub use changes::{Change, ChangeOp, change_of, changes_after, position};
pub use entries::{Stored, TranslationRow, load, scan, slugs_of, translation_titles, translations_of};
pub use error::StoreError;
pub use items::{Item, ItemState, Revision, is_empty, published_revision};
pub use links::{Link, links_from};
pub use pool::Store;
pub use tables::{TABLES, Table};
pub use transaction::Transaction;
