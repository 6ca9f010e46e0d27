//! A network of a test's own, which can be cut: what is sent is then lost without a word, as when a cable is pulled.

use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// A program's own network, and the way from it to this machine. Its addresses are of those that are kept for
/// measurements (RFC 2544).
pub struct Network {
    name: String,
    number: u32,
}

impl Network {
    /// Makes one; `None` where that is not allowed.
    pub fn make() -> Option<Self> {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let number = (std::process::id() * 7 + MADE.fetch_add(1, Ordering::Relaxed)) % 250;
        let name = format!("hub{number}");
        let made = Command::new("ip").args(["netns", "add", &name]).output().ok()?;
        if !made.status.success() {
            return None;
        }
        let network = Self { name, number };
        let (name, here, there) = (&network.name, network.end('a'), network.end('b'));
        for step in [
            format!("link add {here} type veth peer name {there}"),
            format!("link set {there} netns {name}"),
            format!("address add {}/24 dev {here}", network.near()),
            format!("link set {here} up"),
            format!("-netns {name} address add {}/24 dev {there}", network.inside()),
            format!("-netns {name} link set {there} up"),
            format!("-netns {name} link set lo up"),
            format!("-netns {name} route add {}/32 via {}", network.far(), network.near()),
        ] {
            ip(&step);
        }
        network.mend();
        Some(network)
    }

    /// The address of whoever is inside.
    pub fn inside(&self) -> String {
        format!("198.18.{}.2", self.number)
    }

    /// The address by which this machine is reached from inside, until the network is cut.
    pub fn far(&self) -> String {
        format!("198.19.{}.1", self.number)
    }

    /// A command that runs inside.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new("ip");
        command.args(["netns", "exec", &self.name, program]);
        command
    }

    /// Loses what is sent to [`Network::far`]. Whoever is inside can still be asked from here.
    pub fn cut(&self) {
        ip(&format!("address del {}/32 dev {}", self.far(), self.end('a')));
    }

    /// Undoes a cut.
    pub fn mend(&self) {
        ip(&format!("address add {}/32 dev {}", self.far(), self.end('a')));
    }

    fn near(&self) -> String {
        format!("198.18.{}.1", self.number)
    }

    fn end(&self, which: char) -> String {
        format!("{}{which}", self.name)
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        let _ = Command::new("ip").args(["link", "del", &self.end('a')]).output();
        let _ = Command::new("ip").args(["netns", "del", &self.name]).output();
    }
}

fn ip(step: &str) {
    let done = Command::new("ip").args(step.split(' ')).output().expect("ip runs");
    assert!(done.status.success(), "ip {step}: {}", String::from_utf8_lossy(&done.stderr));
}
