//! How a server runs.

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use super::clients::TrustedProxies;
use super::rates::RateLimit;
use super::tls::Certificate;

/// How a server runs.
pub struct ServerSettings {
    /// Where it listens.
    pub listener: TcpListener,
    /// How many threads answer.
    pub workers: usize,
    /// How much one client may ask.
    pub rate_limit: RateLimit,
    /// Proxies that are believed.
    pub trusted_proxies: TrustedProxies,
    /// Requests under way at once; those beyond are told to come back.
    pub max_requests: usize,
    /// Connections at once; those beyond wait to be taken.
    pub max_connections: usize,
    /// How long a client has for the head of a request, and an idle connection until it is closed.
    pub patience: Duration,
    /// How long a node that was told to stop goes on to answer, saying that it is not ready.
    pub farewell: Duration,
    /// From when on a request is noted as slow.
    pub slow: Duration,
    /// What connections are secured with.
    pub certificate: Option<Arc<Certificate>>,
    /// Where `/metrics` is served, if not where everything is.
    pub metrics_listener: Option<TcpListener>,
}

impl ServerSettings {
    /// A server without limits on rates, as tests want it.
    pub fn new(listener: TcpListener, workers: usize) -> Self {
        Self {
            listener,
            workers,
            rate_limit: RateLimit(None),
            trusted_proxies: TrustedProxies::default(),
            max_requests: 1024,
            max_connections: 20_000,
            patience: Duration::from_secs(30),
            farewell: Duration::ZERO,
            slow: Duration::from_secs(1),
            certificate: None,
            metrics_listener: None,
        }
    }
}
