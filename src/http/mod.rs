//! The hub over HTTP: routes from the registry, conditional requests, problems, limits. It holds no rule of the domain.

mod documents;
mod embed;
mod events;
mod finish;
mod formats;
mod health;
mod keeping;
mod landing;
mod manage;
mod negotiation;
mod oai;
mod problem;
mod reading;
mod representation;
mod routes;
mod server;
mod streams;
mod sync;

pub use problem::Problem;
pub use routes::{PATHS, configure};
pub use server::{ServerSettings, run, run_with};
