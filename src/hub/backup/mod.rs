//! Everything that a hub keeps as one file that either database takes in: drafts, consents, keys and webhooks as well as
//! what is public. `docs/ARCHITECTURE.md` says what stands in it.

mod format;
mod reading;
mod restoring;
mod writing;

pub use format::BackupError;
pub use reading::verify;
pub use restoring::{RestoreOptions, Restored, restore};
pub use writing::back_up;
