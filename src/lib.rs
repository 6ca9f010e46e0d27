//! Rights Hub: an open JSON API for knowledge about human rights in health and care. `docs/ARCHITECTURE.md` is the way in.

pub mod catalogue;
pub mod cli;
pub mod database;
pub mod http;
pub mod hub;
pub mod mirror;
pub mod model;
pub mod openapi;
pub mod present;
pub mod problem;
pub mod query;
pub mod search;
pub mod store;
pub mod webhooks;
