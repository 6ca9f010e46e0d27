//! How what is public is shown: entries as rendered documents, pages of them as bytes. It fetches nothing.

mod document;
mod json_ld;
mod markdown;
mod members;
pub mod oai;
mod page;
mod sync_document;
mod xml;

pub use document::{Document, Renderer, Site, Variant, reference};
pub use markdown::{to_html, to_text};
pub use page::{Body, Entry as PageEntry, Included, entries, entry_page, list_page};
pub use sync_document::{SyncDocument, Translation, hash, proven};
