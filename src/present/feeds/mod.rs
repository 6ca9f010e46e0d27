//! Feeds of a list: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, all made of one [`Feed`], so that they say the same.
//! Titles are text and stay text; prose is the sanitised HTML of the documents.

mod atom;
mod content;
mod feed;
mod json_feed;
mod rss;

pub use feed::{Feed, FeedLinks};
