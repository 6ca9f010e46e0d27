//! The two databases as one Diesel type, and the tables they share. Everything here stands below the models, so that a
//! model's derives and a value's column format are written once for both. No query is made here.

mod among;
mod columns;
mod connection;
pub mod schema;

pub use among::among;
pub(crate) use columns::{json_column, text_column};
pub(crate) use connection::on;
pub use connection::{AnyConnection as Connection, MultiBackend};
