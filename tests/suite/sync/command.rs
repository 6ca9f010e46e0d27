//! The commands, and the example script, against a served hub.

use std::process::{Command, Output};

use tempfile::TempDir;

use super::*;
use crate::support::eventually;
use crate::support::program::Program;
use crate::support::server::Client;

fn hub_command(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rights-hub"));
    command.args(arguments).env_clear().output().expect("the program runs")
}

fn told(output: &Output) -> Value {
    let text = String::from_utf8_lossy(&output.stdout);
    serde_json::from_str(text.trim()).unwrap_or_else(|error| {
        panic!("{error}: {text}\n{}", String::from_utf8_lossy(&output.stderr));
    })
}

#[test]
fn a_copy_is_made_and_exported_from_the_command_line() {
    let server = serving(Database::sqlite(), &[topic("one", &[]), news("names", &["one"])]);
    let folder = TempDir::new().expect("a folder");
    let data = folder.path().join("data").display().to_string();
    let address = format!("http://{}", server.address);
    let visit = || hub_command(&["mirror", "--from", &address, "--data-dir", &data]);
    let first = visit();
    assert!(first.status.success());
    assert_eq!((&told(&first)["kept"], &told(&first)["complete"]), (&json!(2), &json!(true)));
    publish(&server.hub, &[topic("two", &[])]);
    assert_eq!(told(&visit())["kept"], 1, "it goes on where it was");

    let file = folder.path().join("export.ndjson");
    let written = hub_command(&["export", "type=topics", "-o", &file.display().to_string(), "--data-dir", &data]);
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    let text = std::fs::read_to_string(&file).expect("the export");
    let trailer: Value = serde_json::from_str(text.lines().last().expect("a trailer")).expect("JSON");
    assert_eq!(trailer["digest"], served_digest(&server, "type=topics")["total"]["digest"]);
    let printed = hub_command(&["export", "type=topics", "--data-dir", &data]);
    assert_eq!(String::from_utf8_lossy(&printed.stdout).lines().count(), 4);
}

#[test]
fn wrong_usage_and_failure_are_told_apart() {
    let folder = TempDir::new().expect("a folder");
    let data = folder.path().join("data").display().to_string();
    let here = ["mirror", "--data-dir", &data, "--from", "http://127.0.0.1:1"];
    for (arguments, status, told) in [
        (&["export", "tpoic=x"][..], 2, "tpoic"),
        (&["export", "type=nothing", "lang=!"], 2, "nothing"),
        (&["mirror", "--from", "ftp://x"], 2, "ftp://x"),
        (&["mirror", "--from", "here"], 2, "here"),
        (&[&here[..], &["type=nothing"]].concat(), 2, "nothing"),
        (&[&here[..], &["--every", "soon"]].concat(), 2, "soon"),
        (&[&here[..], &["--every", "0s"]].concat(), 2, "0s"),
        (&[&here[..], &["--every", "60s", "--public-url", "hub.example"]].concat(), 2, "hub.example"),
        (&["serve", "--listen", "nonsense", "--data-dir", &data], 2, "nonsense"),
        (&here, 1, "refused"),
    ] {
        let refused = hub_command(arguments);
        let error = String::from_utf8_lossy(&refused.stderr);
        assert_eq!(refused.status.code(), Some(status), "{arguments:?}: {error}");
        assert!(error.contains(told) && refused.stdout.is_empty(), "{arguments:?}: {error}");
    }
}

#[test]
fn what_only_looks_makes_no_hub() {
    let folder = TempDir::new().expect("a folder");
    let data = folder.path().join("data").display().to_string();
    for arguments in [&["export"][..], &["check"], &["reindex"], &["keys", "list"], &["keys", "revoke", "x"]] {
        let refused = hub_command(&[arguments, &["--data-dir", &data]].concat());
        let error = String::from_utf8_lossy(&refused.stderr);
        assert_eq!(refused.status.code(), Some(1), "{arguments:?}: {error}");
        assert!(error.contains("there is no hub") && refused.stdout.is_empty(), "{arguments:?}: {error}");
        assert!(!folder.path().join("data").exists(), "{arguments:?}");
    }
}

#[test]
fn a_copy_that_is_kept_is_served_with_its_search_index() {
    let server = serving(Database::sqlite(), &[topic("one", &[]), news("names", &["one"])]);
    let folder = TempDir::new().expect("a folder");
    let data = folder.path().join("data").display().to_string();
    let from = format!("http://{}", server.address);
    let program = Program::start(&["mirror", "--from", &from, "--every", "1s", "--data-dir", &data]);
    let copy = Client::to(program.address);
    let found = || copy.get("/v1/search?q=names").json()["meta"]["total"].clone();
    eventually("the copy is searched", || found() == json!(1));
    assert!(folder.path().join("data/search/CURRENT").exists(), "the index is kept");
    publish(&server.hub, &[news("more", &["one"])]);
    eventually("the copy follows", || copy.json("/v1/news")["meta"]["total"] == json!(2));
    assert_eq!(copy.json("/v1/inventory/digest")["total"], served_digest(&server, "")["total"]);
}

#[test]
fn the_example_script_keeps_a_folder_and_proves_it() {
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("skipped: there is no python3 here");
        return;
    }
    let server = Server::own();
    let folder = TempDir::new().expect("a folder");
    let copy = folder.path().join("copy");
    let run = |filters: &[&str]| {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/sync.py");
        let output = Command::new("python3")
            .arg(script)
            .arg(format!("http://{}", server.address))
            .arg(&copy)
            .args(filters)
            .output()
            .expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        told(&output)
    };
    let total = || served_digest(&server, "")["total"].clone();
    let equal = |told: &Value| assert_eq!((&told["count"], &told["digest"]), (&total()["count"], &total()["digest"]));
    equal(&run(&[]));
    let slug = text(&server.json("/v1/news?limit=1")["data"][0], "slug");
    done(&server.hub, "news", &slug, Verb::Remove, TransitionRequest::default());
    publish(&server.hub, &[json!({ "type": "topics", "slug": "new", "title": "Nouveau – “neu” \u{1F600}" })]);
    equal(&run(&[]));
    // A file that was lost is found missing, and fetched again.
    let rights = std::fs::read_dir(copy.join("rights")).expect("a folder").next().expect("a file").expect("a file");
    std::fs::remove_file(rights.path()).expect("it is removed");
    equal(&run(&[]));
}

#[test]
fn the_example_script_says_in_a_line_why_it_failed() {
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("skipped: there is no python3 here");
        return;
    }
    let server = Server::shared();
    let folder = TempDir::new().expect("a folder");
    let here = format!("http://{}", server.address);
    for (hub, filter, told) in [
        (here.as_str(), "tpoic=x", "tpoic"),
        (here.as_str(), "topic", "name=value"),
        ("http://127.0.0.1:1", "type=rights", "refused"),
    ] {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/sync.py");
        let output =
            Command::new("python3").args([script, hub]).arg(folder.path()).arg(filter).output().expect("it runs");
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{error}");
        assert!(error.contains(told) && error.trim_end().lines().count() == 1, "{error}");
    }
}
