//! What a harvester asks by OAI-PMH 2.0: arguments, dates and resumption tokens, read whole and checked whole.

mod arguments;
mod dates;
mod request;
mod token;

pub use arguments::OaiFault;
pub use dates::DateRange;
pub use request::{MetadataFormat, OaiQuestion, OaiRefusal, OaiRequest, Selection};
pub use token::{PLACE_OF_START, Place};
