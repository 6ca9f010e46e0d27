//! `check`: whether what is stored agrees with itself. `store` knows which rows of different tables must agree; here is
//! what takes rules to know: what a public entry must be, given the revision that it was made from.

mod derived;
mod stored;

pub use stored::Checked;
