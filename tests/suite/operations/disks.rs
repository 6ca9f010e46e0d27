//! What breaks underneath: a disk is full, takes no writes any more, or loses what it is given.

use std::process::Command;

use tempfile::TempDir;

use super::faults;
use super::outages::{key, publish, serve};
use crate::support::disk::FaultyDisk;
use crate::support::program::Program;
use crate::support::server::Client;
use crate::support::{Database, eventually};

/// The program under a limit to the size of its files, which stands for a disk that is full.
fn confined(url: &str, folder: &TempDir, kibibytes: u64) -> Program {
    let binary = env!("CARGO_BIN_EXE_rights-hub");
    // Whoever writes beyond is told so, instead of being ended by a signal.
    let script = format!("trap '' XFSZ; ulimit -S -f {}; exec {binary} \"$@\"", kibibytes * 2);
    let data = folder.path().join("node").display().to_string();
    let mut command = Command::new("sh");
    command.args(["-c", &script, "sh", "serve", "--database-url", url, "--data-dir", &data]);
    Program::run(command)
}

#[test]
fn a_full_disk_keeps_writers_out_and_readers_served_until_it_has_room() {
    let database = Database::sqlite();
    let folder = TempDir::new().expect("a folder");
    drop(serve(&database.url, &folder, "node"));
    let key = key(&database.url, &folder);
    let file = database.url.strip_prefix("sqlite://").expect("a file");
    let size = std::fs::metadata(file)
        .expect("a file")
        .len()
        .max(std::fs::metadata(format!("{file}-wal")).map_or(0, |wal| wal.len()));
    let program = confined(&database.url, &folder, size / 1024 + 200);
    let client = Client::to(program.address);
    let mut acknowledged = Vec::new();
    let refused = loop {
        let slug = format!("topic-{}", acknowledged.len());
        let answer = publish(&client, &key, &slug);
        match answer.status {
            201 => acknowledged.push(slug),
            _ => break answer,
        }
        assert!(acknowledged.len() < 2000, "the disk is never full");
    };
    assert_eq!(refused.status, 503, "{}", refused.text());
    assert_eq!(refused.header("retry-after"), Some("30"));
    assert!(!refused.text().contains("disk") && !refused.text().contains("hub.db"), "{}", refused.text());
    for _ in 0..5 {
        assert_eq!(publish(&client, &key, "another").status, 503);
        assert_eq!(client.get("/v1/rights/hra-article-8").status, 200);
        assert_eq!(client.get("/v1/topics?limit=100").status, 200);
        assert_eq!(client.get("/health/ready").status, 200);
    }
    let pid = i32::try_from(program.child.id()).expect("a number");
    let unlimited = (rlimit::INFINITY, rlimit::INFINITY);
    rlimit::prlimit(pid, rlimit::Resource::FSIZE, Some(unlimited), None).expect("the disk has room again");
    assert_eq!(publish(&client, &key, "room-again").status, 201);
    acknowledged.push("room-again".to_owned());
    for slug in &acknowledged {
        assert_eq!(client.get(&format!("/v1/topics/{slug}")).status, 200, "{slug}");
    }
    assert_eq!(client.get("/v1/topics/another").status, 404);
    drop(program);
    assert_eq!(faults(&database.url), Vec::<String>::new());
}

/// A hub whose files are all in one folder, on a disk that can fail.
fn on_faulty_disk(folder: &TempDir) -> (FaultyDisk, Program, String, String) {
    let data = folder.path().display().to_string();
    let url = format!("sqlite://{data}/hub.db");
    let disk = FaultyDisk::of(folder.path());
    let mut command = disk.command(env!("CARGO_BIN_EXE_rights-hub"));
    command.args(["serve", "--database-url", &url, "--data-dir", &data]);
    let program = Program::run(command);
    let client = Client::to(program.address);
    eventually("search is ready", || client.get("/v1/search?q=life").status == 200);
    let key = key(&url, folder);
    (disk, program, url, key)
}

/// Readers are served as ever.
fn all_is_read(client: &Client) {
    for target in ["/v1/rights/hra-article-8", "/v1/topics?limit=100", "/v1/search?q=private%20life", "/health/ready"] {
        assert_eq!(client.get(target).status, 200, "{target}");
    }
}

#[test]
fn a_disk_that_takes_no_writes_keeps_writers_out_and_readers_served() {
    let folder = TempDir::new().expect("a folder");
    let (disk, program, url, key) = on_faulty_disk(&folder);
    let client = Client::to(program.address);
    assert_eq!(publish(&client, &key, "before").status, 201);
    disk.read_only(|| {
        for _ in 0..3 {
            let refused = publish(&client, &key, "meanwhile");
            assert_eq!(refused.status, 503, "{}", refused.text());
            assert!(refused.header("retry-after").is_some());
            all_is_read(&client);
        }
    });
    assert_eq!(publish(&client, &key, "after").status, 201);
    all_is_read(&client);
    assert_eq!(client.get("/v1/topics/before").status, 200);
    assert_eq!(client.get("/v1/topics/meanwhile").status, 404);
    drop(program);
    assert_eq!(faults(&url), Vec::<String>::new());
}

#[test]
fn what_does_not_reach_the_disk_is_not_acknowledged() {
    let folder = TempDir::new().expect("a folder");
    let (disk, program, url, key) = on_faulty_disk(&folder);
    let client = Client::to(program.address);
    disk.not_syncing(|| {
        for round in 0..3 {
            let refused = publish(&client, &key, &format!("lost-{round}"));
            assert_eq!(refused.status, 503, "{}", refused.text());
            assert_eq!(client.get(&format!("/v1/topics/lost-{round}")).status, 404);
            all_is_read(&client);
        }
    });
    assert_eq!(publish(&client, &key, "kept").status, 201);
    drop(program);
    let again = serve(&url, &folder, "again");
    let client = Client::to(again.address);
    assert_eq!(client.get("/v1/topics/kept").status, 200);
    assert!((0..3).all(|round| client.get(&format!("/v1/topics/lost-{round}")).status == 404));
    drop(again);
    assert_eq!(faults(&url), Vec::<String>::new());
}
