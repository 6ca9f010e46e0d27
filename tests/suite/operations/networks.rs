//! Somebody is not heard of any more: the network between a node and its database is cut, and nothing says so; a client
//! stops in the middle.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Stdio;

use tempfile::TempDir;

use super::faults;
use super::outages::{key, publish, serve};
use crate::support::network::Network;
use crate::support::postgres_server::PostgresServer;
use crate::support::program::Program;
use crate::support::server::Client;
use crate::support::{Database, eventually};

/// A node inside a network, its database outside.
fn serve_in(network: &Network, url: &str, folder: &TempDir) -> Program {
    let data = folder.path().join("inside").display().to_string();
    let mut command = network.command(env!("CARGO_BIN_EXE_rights-hub"));
    command.args(["serve", "--database-url", url, "--data-dir", &data]);
    Program::run_at(command, &format!("{}:0", network.inside()))
}

#[test]
fn an_import_whose_sender_stops_is_ended() {
    let database = Database::sqlite();
    let folder = TempDir::new().expect("a folder");
    let node = serve(&database.url, &folder, "node");
    let key = key(&database.url, &folder);
    let line = "{\"type\":\"topics\",\"slug\":\"half\",\"title\":\"Half\"}\n";
    let mut half = TcpStream::connect(node.address).expect("the node listens");
    write!(
        half,
        "POST /v1/manage/import HTTP/1.1\r\nHost: hub\r\nConnection: close\r\nAuthorization: Bearer {key}\r\n\
         Content-Type: application/x-ndjson\r\nContent-Length: {}\r\n\r\n{line}",
        line.len() * 2
    )
    .expect("the node reads");
    let mut answer = String::new();
    half.read_to_string(&mut answer).expect("the node answers and closes");
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.contains("The import ended here"), "{answer}");
    assert_eq!(publish(&Client::to(node.address), &key, "half").status, 201, "nothing was kept");
}

#[test]
fn a_node_cut_off_from_its_database_acknowledges_nothing_and_serves_what_it_has() {
    let Some(network) = Network::make() else { return };
    let Some(postgres) = PostgresServer::start_for(&network) else { return };
    let folder = TempDir::new().expect("a folder");
    let node = serve_in(&network, &postgres.url_in(&network), &folder);
    let key = key(&postgres.url, &folder);
    let client = Client::to(node.address);
    let known = ["/v1/rights/hra-article-8", "/v1/case-studies?facet=right", "/v1"];
    assert!(known.iter().all(|target| client.get(target).status == 200));
    assert_eq!(publish(&client, &key, "before").status, 201);
    network.cut();
    let ready = client.get("/health/ready");
    assert_eq!((ready.status, &ready.json()["database"]), (503, &"away".into()), "{}", ready.text());
    for target in known {
        assert_eq!(client.get(target).status, 200, "{target}");
    }
    let refused = publish(&client, &key, "meanwhile");
    assert_eq!(refused.status, 503, "{}", refused.text());
    assert!(refused.header("retry-after").is_some());
    network.mend();
    eventually("the node is back", || client.get("/health/ready").status == 200);
    eventually("it takes writes", || publish(&client, &key, "after").status == 201);
    assert_eq!(client.get("/v1/topics/before").status, 200);
    assert_eq!(client.get("/v1/topics/meanwhile").status, 404);
    assert_eq!(faults(&postgres.url), Vec::<String>::new());
}

#[test]
fn whoever_is_cut_off_in_the_middle_of_a_write_does_not_hold_up_the_others() {
    let Some(network) = Network::make() else { return };
    let Some(postgres) = PostgresServer::start_for(&network) else { return };
    let folder = TempDir::new().expect("a folder");
    let node = serve(&postgres.url, &folder, "outside");
    let key = key(&postgres.url, &folder);
    let client = Client::to(node.address);
    assert_eq!(publish(&client, &key, "before").status, 201);
    // A trial import writes in one transaction, which has the sequence to itself until the last line has come.
    let mut import = network.command(env!("CARGO_BIN_EXE_rights-hub"));
    import.args(["import", "-", "--dry-run", "--database-url", &postgres.url_in(&network), "--data-dir"]);
    let mut import = import.arg(folder.path()).stdin(Stdio::piped()).spawn().expect("the program runs");
    let mut number = 0;
    eventually("the sequence is held", || {
        number += 1;
        publish(&client, &key, &format!("meanwhile-{number}")).status == 503
    });
    network.cut();
    eventually("the others write again", || publish(&client, &key, "after").status == 201);
    import.kill().expect("it still waits");
    import.wait().expect("it ends");
    assert_eq!(faults(&postgres.url), Vec::<String>::new());
}
