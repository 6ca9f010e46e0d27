//! What breaks outside: PostgreSQL goes and comes back.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{done, faults};
use crate::editing_people::tables::ask;
use crate::support::eventually;
use crate::support::postgres_server::PostgresServer;
use crate::support::program::Program;
use crate::support::server::{Answer, Client};

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

pub fn serve(url: &str, folder: &TempDir, node: &str) -> Program {
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
