//! The clients and the example site, with their own tests, against a served hub. What they need is taken from their
//! package registries into their own folders, the first time.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use rights_hub::hub::{Actor, Scope};

use crate::support::server::Server;

/// The TypeScript client is built where it stands, by its own tests and by the site's: one after the other.
static BUILDING: Mutex<()> = Mutex::new(());

/// Where a program is, if it is there. Where `CI` is `true` it has to be.
fn installed(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file());
    let required = std::env::var_os("CI").is_some_and(|value| value == "true");
    assert!(found.is_some() || !required, "no {program} is installed, and with CI=true its tests may not be skipped");
    if found.is_none() {
        eprintln!("skipped: there is no {program} here");
    }
    found
}

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn run(command: &mut Command) {
    let output = command.output().expect("the program runs");
    let told = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).join("\n");
    assert!(output.status.success(), "{command:?}: {told}");
}

/// The command, told where the hub is and with which key one writes to it.
fn against<'a>(server: &Server, command: &'a mut Command) -> &'a mut Command {
    let (made, _) = server
        .hub
        .make_key(&Actor::hub(), None, "A client's tests", &[Scope::Draft, Scope::Publish], None)
        .expect("the key is made");
    let secret = made.body["secret"].as_str().expect("the secret is told");
    command.env("HUB_URL", format!("http://{}", server.address)).env("HUB_KEY", secret)
}

fn npm(arguments: &[&str], at: &Path) -> Command {
    let mut command = Command::new("npm");
    command.args(arguments).current_dir(at);
    command
}

/// Has the packages of the lock file in place, and no other.
fn install(at: &Path) {
    run(&mut npm(&["ci", "--no-audit", "--no-fund"], at));
}

#[test]
fn the_typescript_client_passes_its_tests() {
    let (Some(_), Some(chromium)) = (installed("npm"), installed("chromium")) else { return };
    let _alone = BUILDING.lock().unwrap_or_else(PoisonError::into_inner);
    let at = folder("clients/typescript");
    install(&at);
    run(against(&Server::own(), npm(&["test"], &at).env("CHROMIUM", chromium)));
}

#[test]
fn the_python_client_passes_its_tests_as_it_is_installed() {
    let Some(python3) = installed("python3") else { return };
    let at = folder("clients/python");
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("python-client");
    let python = home.join("bin/python");
    if !python.exists() {
        run(Command::new(python3).args(["-m", "venv"]).arg(&home));
    }
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", ".[test]"]).current_dir(&at));
    run(Command::new(&python).args(["scripts/generate.py", "--check"]).current_dir(&at));
    run(Command::new(&python).args(["-m", "mypy"]).current_dir(&at));
    let mut tests = Command::new(&python);
    tests.args(["-m", "unittest", "discover", "-s", "tests"]).current_dir(&at);
    run(against(&Server::own(), &mut tests));
}

#[test]
fn the_example_site_passes_its_tests_in_a_browser() {
    let (Some(_), Some(chromium)) = (installed("npm"), installed("chromium")) else { return };
    let _alone = BUILDING.lock().unwrap_or_else(PoisonError::into_inner);
    let at = folder("examples/site");
    install(&at);
    run(against(&Server::own(), npm(&["test"], &at).env("CHROMIUM", chromium)));
}
