//! What is public is read from a streaming replica, and what editors do from the database itself.

use tempfile::TempDir;

use super::outages::{key, publish};
use super::{faults, refused};
use crate::editing_people::tables::ask;
use crate::support::postgres_server::PostgresServer;
use crate::support::program::Program;
use crate::support::server::Client;
use crate::support::{Database, eventually};

#[test]
fn readers_are_served_from_a_replica_and_editors_from_the_database() {
    let Some(primary) = PostgresServer::start() else { return };
    let folder = TempDir::new().expect("a folder");
    // It begins with nothing, not even the tables.
    let mut replica = primary.replica();
    let data = folder.path().join("reading").display().to_string();
    let reading = ["serve", "--database-url", &primary.url, "--read-database-url", &replica.url, "--data-dir", &data];
    let program = Program::start(&reading);
    let (client, key) = (Client::to(program.address), key(&primary.url, &folder));
    let bearer = format!("Bearer {key}");
    let editor = |target: &str| client.get_with(target, &[("Authorization", bearer.as_str())]);
    let seen = |slug: &str| client.get(&format!("/v1/topics/{slug}"));
    let place = || ask(&primary.url, "SELECT seq::text AS text FROM hub")[0].parse::<i64>().expect("a place");

    assert_eq!(publish(&client, &key, "first").status, 201);
    eventually("the replica has it", || seen("first").status == 200);
    assert_eq!(seen("first").json()["data"]["title"], "Topic first");

    // What the replica has not is not shown, and nobody is told that it was.
    ask(&replica.url, "SELECT pg_wal_replay_pause()::text AS text");
    let before: i64 = client.get("/v1").header("hub-seq").expect("a place").parse().expect("a number");
    assert_eq!(publish(&client, &key, "second").status, 201);
    let listed = editor("/v1/manage/topics?q=second").json();
    assert_eq!(listed["data"][0]["state"], "published", "editors see what they did: {listed}");
    let (now, hidden) = (place(), seen("second"));
    assert!(now > before);
    assert_eq!((hidden.status, client.get("/v1").header("hub-seq")), (404, Some(before.to_string().as_str())));
    let behind = client.get(&format!("/v1/topics?min_seq={now}"));
    assert_eq!((behind.status, behind.json()["type"].as_str()), (503, Some("/problems/behind")));
    let lag = format!("hub_log_lag{{follower=\"catalogue\"}} {}.0", now - before);
    assert!(client.get("/metrics").text().contains(&lag), "{lag}: {}", client.get("/metrics").text());
    ask(&replica.url, "SELECT pg_wal_replay_resume()::text AS text");
    eventually("the replica has that, too", || seen("second").status == 200);
    assert_eq!(client.get(&format!("/v1/topics?min_seq={now}")).status, 200);

    // Readers keep what the node has; editors lose nothing.
    replica.down();
    eventually("the node knows", || client.get("/health/ready").status == 503);
    let kept = seen("first");
    assert_eq!((kept.status, kept.header("hub-database")), (200, Some("away")));
    assert_eq!(publish(&client, &key, "third").status, 201);
    replica.up();
    eventually("the replica has caught up", || seen("third").status == 200);
    assert_eq!(client.get("/health/ready").status, 200);
    assert_eq!(seen("first").header("hub-database"), None);

    let data = folder.path().join("direct").display().to_string();
    let direct = Program::start(&["serve", "--database-url", &primary.url, "--data-dir", &data]);
    let digest = |client: &Client| client.get("/v1/inventory/digest").json();
    assert_eq!(digest(&client), digest(&Client::to(direct.address)));
    assert_eq!(faults(&primary.url), Vec::<String>::new());
}

#[test]
fn only_postgres_has_replicas() {
    let folder = TempDir::new().expect("a folder");
    let database = Database::sqlite();
    let told = refused(&database.url, folder.path(), &["serve", "--read-database-url", "postgres://a@127.0.0.1/b"]);
    assert!(told.contains("both of PostgreSQL"), "{told}");
}
