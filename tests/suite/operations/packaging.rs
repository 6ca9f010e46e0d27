//! What is shipped around the program says what the program knows.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::CommandFactory;
use rights_hub::cli::Cli;
use serde_json::Value;

fn root(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn printed(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_rights-hub")).args(arguments).output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

/// The environment variables that any command takes.
fn variables() -> BTreeSet<String> {
    let command = Cli::command();
    let all = command.get_subcommands().chain([&command]).flat_map(|command| command.get_arguments());
    all.filter_map(|argument| argument.get_env()).map(|name| name.to_string_lossy().into_owned()).collect()
}

#[test]
fn every_variable_that_is_set_for_the_hub_is_one_of_its_own() {
    let known = variables();
    assert!(known.contains("HUB_LISTEN") && known.contains("HUB_RATE_LIMIT"));
    for file in [
        "compose.yaml",
        "deploy/rights-hub.service",
        "Dockerfile",
        "README.md",
        "docs/OPERATIONS.md",
        "docs/SECURITY.md",
    ] {
        let text = root(file);
        let named = text.split(|c: char| !(c.is_ascii_uppercase() || c == '_')).filter(|word| word.starts_with("HUB_"));
        for name in named {
            assert!(known.contains(name) || name == "HUB_KILLS", "{file} names {name}, which no command takes");
        }
    }
}

#[test]
fn shells_and_manuals_know_every_command() {
    let commands: Vec<String> = Cli::command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
    assert!(commands.len() > 12);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = printed(&["completions", shell]);
        for command in &commands {
            assert!(script.contains(command.as_str()), "{shell} does not know {command}");
        }
    }
    assert!(printed(&["man"]).starts_with(".ie"), "a page in roff");
    let folder = tempfile::TempDir::new().expect("a folder");
    printed(&["man", folder.path().to_str().expect("a name")]);
    for command in &commands {
        let page = std::fs::read_to_string(folder.path().join(format!("rights-hub-{command}.1"))).expect("a page");
        assert!(page.contains(".SH NAME"), "{command}");
    }
}

/// Every test by the path that it is run by, from the sources.
fn tests_below(folder: &Path, path: &str, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        let name = entry.file_stem().expect("a name").to_string_lossy().into_owned();
        let module =
            if name == "mod" || name == "main" || name == "lib" { path.to_owned() } else { format!("{path}{name}::") };
        if entry.is_dir() {
            tests_below(&entry, &module, found);
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            found.insert(module.trim_end_matches("::").to_owned());
            let source = std::fs::read_to_string(&entry).expect("a file");
            let names = source.lines().filter_map(|line| line.trim().trim_start_matches("async ").strip_prefix("fn "));
            for name in names.filter_map(|line| line.split('(').next()) {
                found.insert(format!("{module}{name}"));
                found.insert(format!("{module}tests::{name}"));
            }
        }
    }
}

#[test]
fn the_page_on_security_names_tests_that_there_are() {
    let mut tests = BTreeSet::new();
    let root_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests_below(&root_folder.join("tests/suite"), "", &mut tests);
    tests_below(&root_folder.join("src"), "", &mut tests);
    let page = root("docs/SECURITY.md");
    let named: Vec<&str> = page.split('`').filter(|word| word.contains("::") && !word.contains(' ')).collect();
    assert!(named.len() > 30, "{named:?}");
    let missing: Vec<&&str> = named.iter().filter(|name| !tests.contains(**name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_two_hubs_of_the_composition_differ_in_nothing_but_their_data() {
    let composed: Value = yaml_serde::from_str(&root("compose.yaml")).expect("YAML");
    let services = composed["services"].as_object().expect("services");
    assert_eq!(services.keys().collect::<Vec<_>>(), ["postgres", "one", "two", "balancer"]);
    assert_eq!(services["one"]["read_only"], true);
    let asked = services["postgres"]["healthcheck"]["test"].as_array().expect("a command");
    assert!(
        asked.contains(&"127.0.0.1".into()),
        "a server that only makes the database answers on the socket: {asked:?}"
    );
    let balancer = root("deploy/haproxy.cfg");
    for hub in ["one:8080", "two:8080"] {
        assert!(balancer.contains(hub));
    }
    assert!(balancer.contains("/health/ready"));
    assert!(balancer.contains("allow-dup-ip"), "without it the second line of a hub gets no address and is never used");
}

#[test]
fn the_balancer_starts_while_no_hub_can_be_found() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy/haproxy.cfg");
    let Ok(output) = Command::new("haproxy").args(["-c", "-f"]).arg(file).output() else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The files that a source has the compiler read, by macros that take a path.
fn included(source: &Path) -> Vec<PathBuf> {
    let text = std::fs::read_to_string(source).expect("a file");
    let mut found = Vec::new();
    for (name, folder) in [
        ("include_str!(", source.parent().expect("a folder")),
        ("include_bytes!(", source.parent().expect("a folder")),
        ("embed_migrations!(", Path::new(env!("CARGO_MANIFEST_DIR"))),
    ] {
        let paths = text.split(name).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next());
        found.extend(paths.map(|path| folder.join(path).canonicalize().expect(path)));
    }
    found
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            sources(&entry, found);
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            found.push(entry);
        }
    }
}

#[test]
fn the_image_is_built_from_everything_that_the_build_reads() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().expect("a folder");
    let ignored = root(".dockerignore");
    let mut rules = ignored.lines().filter(|line| !line.starts_with('#'));
    assert_eq!(rules.next(), Some("*"), "everything else is left out");
    let copied: BTreeSet<&str> = rules.map(|rule| rule.strip_prefix('!').expect("a rule that lets in")).collect();
    let manifest = root("Cargo.toml");
    let targets = manifest.lines().filter_map(|line| line.strip_prefix("path = \"")?.split('/').next());
    let mut read: BTreeSet<&str> = targets.chain([".cargo", "Cargo.toml", "Cargo.lock", "src", "benches"]).collect();
    let mut files = Vec::new();
    sources(&folder.join("src"), &mut files);
    let named: Vec<PathBuf> = files.iter().flat_map(|file| included(file)).collect();
    assert!(named.len() > 20, "{named:?}");
    read.extend(named.iter().map(|path| {
        let inside = path.strip_prefix(&folder).expect("a file of ours");
        inside.iter().next().and_then(|first| first.to_str()).expect("a name")
    }));
    assert_eq!(copied, read);
}
