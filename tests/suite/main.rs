//! The integration tests, in one binary. Every test has a database of its own, and runs on SQLite and, where a server is
//! installed, on PostgreSQL.

mod catalogue;
mod layers;
mod migrations;
mod publishing;
mod support;
