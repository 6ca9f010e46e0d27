//! The commands, and the example script, against a served hub.

use std::process::{Command, Output};

use tempfile::TempDir;

use super::*;

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

    for arguments in [
        &["export", "tpoic=x", "--data-dir", &data][..],
        &["mirror", "--from", "ftp://x", "--data-dir", &data],
        &["mirror", "--from", &address, "type=nothing", "--data-dir", &data],
        &["mirror", "--from", &address, "--every", "soon", "--data-dir", &data],
        &["mirror", "--from", "http://127.0.0.1:1", "--data-dir", &data],
    ] {
        let refused = hub_command(arguments);
        assert_eq!(refused.status.code(), Some(1), "{arguments:?}");
        assert!(!refused.stderr.is_empty() && refused.stdout.is_empty(), "{arguments:?}");
    }
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
