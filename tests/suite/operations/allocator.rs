//! The program that serves gives memory back soon, unless it was told when.
#![cfg(target_os = "linux")]

use std::process::Command;

use tempfile::TempDir;

use crate::support::program::Program;
use crate::support::server::Client;

/// When the program gives memory back, in milliseconds, where its environment says so or does not.
fn purge_delay(set: Option<&str>) -> String {
    const NAME: &str = "MIMALLOC_PURGE_DELAY";
    let folder = TempDir::new().expect("a folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_rights-hub"));
    command.args(["serve", "--no-starter-content", "--data-dir"]).arg(folder.path()).env_remove(NAME);
    command.envs(set.map(|value| (NAME, value)));
    let program = Program::run(command);
    assert_eq!(Client::to(program.address).get("/health/ready").status, 200);
    let environment = std::fs::read(format!("/proc/{}/environ", program.child.id())).expect("its environment");
    let environment = String::from_utf8(environment).expect("text");
    let value = environment.split('\0').find_map(|line| line.strip_prefix(NAME)?.strip_prefix('='));
    value.expect("it is set").to_owned()
}

#[test]
fn memory_is_given_back_soon_or_when_the_operator_says() {
    assert_eq!(purge_delay(None), "10");
    assert_eq!(purge_delay(Some("500")), "500");
}
