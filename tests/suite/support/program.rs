//! The real program, as it is started from the command line.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

/// The program while it serves; killed when this goes.
pub struct Program {
    /// Its process.
    pub child: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Program {
    /// Starts a command that serves, on a free port, and waits until it does.
    pub fn start(arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rights-hub"));
        command.args(arguments);
        Self::run(command)
    }

    /// The same for a command that runs the program as it wants it.
    pub fn run(command: Command) -> Self {
        Self::run_at(command, "127.0.0.1:0")
    }

    /// The same at another address and port.
    pub fn run_at(mut command: Command, place: &str) -> Self {
        let mut child = command
            .args(["--listen", place, "--workers", "1"])
            .env_remove("HUB_DATABASE_URL")
            .env("HUB_RATE_LIMIT", "off")
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut lines = BufReader::new(child.stderr.take().expect("standard error")).lines();
        let told = lines.by_ref().map_while(Result::ok).find(|line| line.starts_with("Rights Hub serves"));
        // Read on, so that the program never waits for a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        let told = told.expect("the program says where it serves");
        let address = told.rsplit("://").next().and_then(|address| address.parse().ok());
        Self { child, address: address.expect("an address") }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
