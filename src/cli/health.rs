//! `rights-hub health`, for containers whose image has no other client.

use std::io::{Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

use clap::Args;

use super::Failure;

/// How long the hub may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Ask a hub on this machine whether it is ready.
#[derive(Debug, Args)]
pub struct Health {
    /// Where it listens.
    #[arg(long, env = "HUB_LISTEN", default_value = "127.0.0.1:8080")]
    listen: String,
}

impl Health {
    /// Asks `/health/ready`.
    ///
    /// # Errors
    /// When the answer is not 200.
    pub fn run(self) -> Result<(), Failure> {
        let address = self.listen.replace("0.0.0.0:", "127.0.0.1:");
        let address = address.to_socket_addrs()?.next().ok_or("no such address")?;
        let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.write_all(b"GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let status = answer.lines().next().unwrap_or_default().to_owned();
        if status.contains(" 200 ") { Ok(()) } else { Err(format!("not ready: {status}").into()) }
    }
}
