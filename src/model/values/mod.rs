//! The kinds of value that fields are made of, each with its one spelling in JSON, schema and column.

mod closed;
mod country;
mod edtf;
mod instant;
mod json;
mod place;
mod recurrence;
mod signing;
mod tag;
mod url;
mod words;

pub(crate) use closed::closed_list;
pub use closed::{ClosedList, UnknownValue};
pub use country::{Country, InvalidCountry};
pub use edtf::{Edtf, Interval, InvalidDate, parse_bound};
pub use instant::{DAY, Instant};
pub use json::Json;
pub use place::Place;
pub use recurrence::{built_in_zone, calendar_rule, check_recurrence, check_time_zone, next_occurrence};
pub use signing::{InvalidSecret, SECRET_BYTES, SigningSecret};
pub use tag::{InvalidTag, Tag};
pub use url::{InvalidUrl, Url};
pub use words::{Line, Word};
