//! The clients and the example site, with their own tests, against a served hub. What they need is taken from their
//! package registries into their own folders, the first time.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rights_hub::hub::{Actor, Scope};

use crate::support::server::Server;

/// A program that may not be there. Where `CI` is `true` it has to be.
fn installed(program: &str) -> bool {
    let there = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    let required = std::env::var_os("CI").is_some_and(|value| value == "true");
    assert!(there || !required, "no {program} is installed, and with CI=true its tests may not be skipped");
    if !there {
        eprintln!("skipped: there is no {program} here");
    }
    there
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
    if !installed("npm") {
        return;
    }
    let at = folder("clients/typescript");
    install(&at);
    run(against(&Server::own(), &mut npm(&["test"], &at)));
}

#[test]
fn the_python_client_passes_its_tests() {
    if !installed("python3") {
        return;
    }
    let at = folder("clients/python");
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("python-client");
    let python = home.join("bin/python");
    if !python.exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(&home));
    }
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "httpx>=0.27,<1", "mypy>=1.13"]));
    run(Command::new(&python).args(["scripts/generate.py", "--check"]).current_dir(&at));
    run(Command::new(&python).args(["-m", "mypy"]).current_dir(&at));
    let mut tests = Command::new(&python);
    tests.args(["-m", "unittest", "discover", "-s", "tests"]).env("PYTHONPATH", "src").current_dir(&at);
    run(against(&Server::own(), &mut tests));
}
