//! Entries on other people's pages: a card of each, lists of cards, what stands in the place of what is gone, and the style
//! of them all. It is made of the same documents as the JSON; without script, cookie, inline style or request to others.

mod blocks;
mod bodies;
mod card;
mod dates;
mod excerpt;
mod page;
mod script;
mod snippet;
mod style;

pub use page::{Absence, Frame, card_page, list_page, placeholder};
pub use script::{SCRIPT, script_integrity};
pub use snippet::{Snippet, snippet};
pub use style::{FAVICON, stylesheet, stylesheet_address};
