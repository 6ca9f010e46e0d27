//! The real program, with what it writes to standard error.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

/// A running hub; killed when this goes.
pub struct Program {
    /// The process.
    pub child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    log: Arc<Mutex<String>>,
    reader: Option<std::thread::JoinHandle<()>>,
}

/// The program with a command, on the data in a folder.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rights-hub"));
    command
        .args(arguments)
        .arg("--data-dir")
        .arg(folder)
        .env_remove("HUB_DATABASE_URL")
        .env_remove("RUST_LOG")
        .env("HUB_RATE_LIMIT", "off");
    command
}

/// A new key for everything.
pub fn key(folder: &Path) -> String {
    let arguments = ["keys", "create", "--name", "Desk", "--scopes", "draft,publish,consent,admin"];
    let made = command(folder, &arguments).output().expect("the program runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    String::from_utf8(made.stdout).expect("a secret").trim().to_owned()
}

impl Program {
    pub fn serve(folder: &Path, more: &[&str]) -> Self {
        let mut child = command(folder, &["serve", "--listen", "127.0.0.1:0", "--workers", "2"])
            .args(more)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut lines = BufReader::new(child.stderr.take().expect("standard error"));
        let mut text = String::new();
        while !text.contains("Rights Hub serves") || !text.ends_with('\n') {
            assert!(lines.read_line(&mut text).expect("text") > 0, "the program ended: {text}");
        }
        let address = text.trim_end().rsplit("http://").next().and_then(|address| address.parse().ok());
        let log = Arc::new(Mutex::new(text));
        let kept = Arc::clone(&log);
        let reader = std::thread::spawn(move || {
            let mut line = String::new();
            while lines.by_ref().read_line(&mut line).is_ok_and(|read| read > 0) {
                kept.lock().unwrap_or_else(PoisonError::into_inner).push_str(&line);
                line.clear();
            }
        });
        Self { child, address: address.expect("an address"), log, reader: Some(reader) }
    }

    /// `kill -9`, and waits until it is gone.
    pub fn kill(&mut self) {
        self.child.kill().expect("it is killed");
        self.child.wait().expect("it is gone");
    }

    /// Ends it and answers all it said.
    pub fn log(mut self) -> String {
        let stopped = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(stopped.expect("kill runs").success());
        self.child.wait().expect("it ends");
        if let Some(reader) = self.reader.take() {
            reader.join().expect("the log was read");
        }
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
