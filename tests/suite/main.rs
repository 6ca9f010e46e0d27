//! The integration tests, in one binary. Every test has a database of its own, and runs on SQLite and, where a server is
//! installed, on PostgreSQL.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test ends at its first surprise; clippy.toml allows this in test functions, but not in what they call"
)]

mod bad_input;
mod both_databases;
mod catalogue;
mod clients;
mod contract;
mod documentation;
mod editing;
mod editing_people;
mod embed;
mod facets;
mod formats;
mod layers;
mod methods;
mod migrations;
mod oai;
mod operations;
mod publishing;
mod reading;
mod recipes;
mod search;
mod starter_content;
mod stopping;
mod support;
mod sync;
mod webhooks;
