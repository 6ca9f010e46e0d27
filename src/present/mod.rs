//! How what is public is shown: entries as rendered documents, pages of them as bytes. It fetches nothing.

mod calendar;
mod document;
pub mod embed;
mod feeds;
mod json_ld;
pub mod landing;
mod licence;
mod markdown;
mod members;
pub mod oai;
mod occasion;
pub mod oembed;
mod page;
mod pieces;
mod reference;
mod rendering;
pub mod sitemap;
mod sync_document;
mod table;
mod words;
mod xml;

pub use calendar::Calendar;
pub use document::{Document, MEMBER_BYTES, Site, Variant};
pub use feeds::{Feed, FeedLinks};
pub use json_ld::{json_ld, json_ld_with, told_with};
pub use markdown::{to_html, to_text};
pub use page::{Body, Entry as PageEntry, Included, entry_page, list_page, write_entries, write_groups};
pub use pieces::{Pieces, Sink};
pub use reference::Reference;
pub use rendering::{Renderer, Subject};
pub use sync_document::{SyncDocument, Translation, hash, proven};
pub use table::Table;
pub use words::{Words, language_name};
