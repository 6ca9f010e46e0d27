//! The hub over HTTP: routes from the registry, conditional requests, problems, limits. It holds no rule of the domain.

mod capacity;
mod clients;
mod documents;
mod embed;
mod events;
mod finish;
mod formats;
mod headers;
mod health;
mod keeping;
mod landing;
mod manage;
mod measuring;
mod negotiation;
mod oai;
mod panics;
mod problem;
mod rates;
mod reading;
mod readings;
mod representation;
mod routes;
mod server;
mod settings;
mod slow;
mod streams;
mod sync;
mod tls;

pub use clients::TrustedProxies;
pub use problem::Problem;
pub use rates::{Rate, RateLimit};
pub use routes::{PATHS, configure};
pub use server::{run, run_with};
pub use settings::ServerSettings;
pub use slow::LEAST as LEAST_SLOW;
pub use tls::Certificate;
