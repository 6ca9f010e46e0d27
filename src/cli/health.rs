//! `rights-hub health`, for containers whose image has no other client.

use std::net::ToSocketAddrs;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use reqwest::StatusCode;
use reqwest::blocking::Client;

use super::Failure;
use super::settings::from_here;

/// How long the hub may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Ask a hub on this machine whether it is ready.
#[derive(Debug, Args)]
pub struct Health {
    /// Where it listens.
    #[arg(long, env = "HUB_LISTEN", default_value = "127.0.0.1:8080")]
    listen: String,
    /// That it serves HTTPS; the file is not read.
    #[arg(long, env = "HUB_TLS_CERT")]
    tls_cert: Option<PathBuf>,
}

impl Health {
    /// Asks `/health/ready`.
    ///
    /// # Errors
    /// When the answer is not 200.
    pub fn run(self) -> Result<(), Failure> {
        let address = from_here(self.listen.to_socket_addrs()?.next().ok_or("no such address")?);
        let scheme = if self.tls_cert.is_some() { "https" } else { "http" };
        // The certificate is for the name by which the world knows this machine.
        let client = Client::builder().timeout(PATIENCE).no_proxy().danger_accept_invalid_certs(true).build()?;
        match client.get(format!("{scheme}://{address}/health/ready")).send()?.status() {
            StatusCode::OK => Ok(()),
            status => Err(format!("not ready: {status}").into()),
        }
    }
}
