//! What breaks outside: PostgreSQL goes and comes back, a disk is full and has room again.

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{done, faults};
use crate::editing_people::tables::ask;
use crate::support::postgres_server::PostgresServer;
use crate::support::program::Program;
use crate::support::server::{Answer, Client};
use crate::support::{Database, eventually};

pub fn key(url: &str, folder: &TempDir) -> String {
    let scopes = "draft,publish,consent,admin";
    done(url, folder.path(), &["keys", "create", "--name", "Desk", "--scopes", scopes]).trim().to_owned()
}

pub fn publish(client: &Client, key: &str, slug: &str) -> Answer {
    let bearer = format!("Bearer {key}");
    let headers = [("Authorization", bearer.as_str()), ("Content-Type", "application/json"), ("Connection", "close")];
    let topic = json!({ "slug": slug, "title": format!("Topic {slug}"), "description": "Words. ".repeat(500) });
    client.send_body("POST", "/v1/manage/topics?publish=true", &headers, Some(topic.to_string().as_bytes()))
}

fn serve(url: &str, folder: &TempDir, node: &str) -> Program {
    let data = folder.path().join(node).display().to_string();
    Program::start(&["serve", "--database-url", url, "--data-dir", &data])
}

#[test]
fn a_node_without_its_database_serves_what_it_has_and_recovers_by_itself() {
    let Some(mut postgres) = PostgresServer::start() else { return };
    let folder = TempDir::new().expect("a folder");
    let program = serve(&postgres.url, &folder, "node");
    let key = key(&postgres.url, &folder);
    let client = Client::to(program.address);
    let known = ["/v1/rights/hra-article-8", "/v1/case-studies?facet=right", "/v1", "/embed/rights/hra-article-8"];
    for target in known {
        assert_eq!(client.get(target).status, 200);
        assert_eq!(client.get(target).header("hub-database"), None);
    }
    for round in 0..2 {
        postgres.down();
        eventually("the node knows", || client.get("/health/ready").status == 503);
        let ready = client.get("/health/ready");
        assert_eq!(ready.json()["database"], "away", "{}", ready.text());
        assert_eq!(client.get("/health/live").status, 200);
        for target in known {
            let answer = client.get(target);
            assert_eq!((answer.status, answer.header("hub-database")), (200, Some("away")), "{target}");
        }
        for refused in [publish(&client, &key, "while-away"), client.get("/v1/changes?docs=true")] {
            assert_eq!(refused.status, 503, "{}", refused.text());
            assert!(refused.header("retry-after").is_some());
        }
        postgres.up();
        eventually("the node is back", || client.get("/health/ready").status == 200);
        eventually("it takes writes", || {
            publish(&client, &key, &format!("after-{round}-{}", uuid::Uuid::now_v7())).status == 201
        });
        assert_eq!(client.get("/v1").header("hub-database"), None);
    }
    assert_eq!(faults(&postgres.url), Vec::<String>::new());
}

#[test]
fn three_nodes_lose_nothing_while_postgres_and_they_themselves_are_restarted() {
    let Some(mut postgres) = PostgresServer::start() else { return };
    let folder = TempDir::new().expect("a folder");
    let url = postgres.url.clone();
    let programs: Vec<Mutex<Program>> =
        ["one", "two", "three"].iter().map(|node| Mutex::new(serve(&url, &folder, node))).collect();
    let key = key(&url, &folder);
    let (ended, told) = (AtomicBool::new(false), AtomicUsize::new(0));
    let acknowledged: Vec<String> = std::thread::scope(|scope| {
        let write = |node: usize| {
            let (programs, key, ended, told) = (&programs, &key, &ended, &told);
            scope.spawn(move || {
                let mut acknowledged = Vec::new();
                for number in 0.. {
                    if ended.load(Ordering::SeqCst) {
                        break;
                    }
                    let address = programs[node].lock().expect("a node").address;
                    let slug = format!("node-{node}-{number}");
                    // A node that is killed gives no answer, which the client takes for a panic.
                    let asked = std::panic::catch_unwind(|| publish(&Client::to(address), key, &slug).status);
                    match asked {
                        Ok(201) => {
                            acknowledged.push(slug);
                            told.fetch_add(1, Ordering::SeqCst);
                        }
                        Ok(503) | Err(_) => std::thread::sleep(Duration::from_millis(50)),
                        Ok(status) => panic!("{status} for {slug}"),
                    }
                }
                acknowledged
            })
        };
        let writers: Vec<_> = (0..3).map(write).collect();
        for round in 0..5 {
            let before = told.load(Ordering::SeqCst);
            eventually("they write", || told.load(Ordering::SeqCst) > before + 5);
            postgres.down();
            postgres.up();
            let before = told.load(Ordering::SeqCst);
            eventually("they write again", || told.load(Ordering::SeqCst) > before + 5);
            let mut node = programs[round % 3].lock().expect("a node");
            node.child.kill().expect("it is killed");
            node.child.wait().expect("it is gone");
            *node = serve(&url, &folder, ["one", "two", "three"][round % 3]);
        }
        ended.store(true, Ordering::SeqCst);
        writers.into_iter().flat_map(|writer| writer.join().expect("the writer ends well")).collect()
    });
    let public: BTreeMap<String, ()> =
        ask(&url, "SELECT slug AS text FROM entries").into_iter().map(|slug| (slug, ())).collect();
    let lost: Vec<&String> = acknowledged.iter().filter(|slug| !public.contains_key(*slug)).collect();
    assert!(lost.is_empty() && acknowledged.len() > 30, "lost of {}: {lost:?}", acknowledged.len());
    let digest = |node: &Mutex<Program>| -> Value {
        let client = Client::to(node.lock().expect("a node").address);
        client.json("/v1/inventory/digest")
    };
    eventually("all nodes have the same", || {
        let [one, two, three] = [&programs[0], &programs[1], &programs[2]].map(digest);
        one == two && two == three
    });
    assert_eq!(faults(&url), Vec::<String>::new());
}

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
