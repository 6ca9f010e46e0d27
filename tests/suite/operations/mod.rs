//! Running the hub for real: what is kept whatever happens, and what an operator can rely on.

mod allocator;
mod backups;
mod balancer;
mod checks;
mod disks;
mod kills;
mod networks;
mod outages;
mod packaging;
mod properties;
mod replicas;
mod requests;
mod tls;
mod upgrades;

use std::path::Path;
use std::process::{Command, Output};

use diesel::connection::SimpleConnection;
use rights_hub::database::Connection;
use rights_hub::hub::{Actor, Scope};
use rights_hub::store::Store;
use serde_json::{Value, json};

use crate::support::Database;
use crate::support::server::{Answer, Server};

/// The program with a command, on a database, with its other data in a folder.
fn command(url: &str, folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rights-hub"));
    command
        .args(arguments)
        .args(["--database-url", url])
        .arg("--data-dir")
        .arg(folder)
        .env_remove("RUST_LOG")
        .env("HUB_RATE_LIMIT", "off");
    command
}

/// What a command prints that must succeed.
fn done(url: &str, folder: &Path, arguments: &[&str]) -> String {
    let output = command(url, folder, arguments).output().expect("the program runs");
    assert!(output.status.success(), "{arguments:?}: {}", told(&output));
    String::from_utf8(output.stdout).expect("text")
}

/// What a command says on standard error that must fail, with exit status 1.
fn refused(url: &str, folder: &Path, arguments: &[&str]) -> String {
    let output = command(url, folder, arguments).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", told(&output));
    told(&output)
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A new, empty database without any table, of the same kind as another.
fn bare(like: &Database, folder: &Path, name: &str) -> String {
    match like.url.starts_with("sqlite") {
        true => format!("sqlite://{}", folder.join(name).display()),
        false => crate::support::postgres::database().expect("a server is installed"),
    }
}

/// A served hub with something in every table that editors fill, and a key to it.
struct Office {
    server: Server,
    key: String,
    url: String,
    /// A public testimony.
    testimony: String,
}

impl Office {
    fn on(database: Database) -> Self {
        let url = database.url.clone();
        let server = Server::start(database);
        let scopes = [Scope::Draft, Scope::Publish, Scope::Consent, Scope::Webhooks, Scope::Admin];
        let (made, _) = server.hub.make_key(&Actor::hub(), None, "Desk", &scopes, None).expect("a key is made");
        let key = made.body["secret"].as_str().expect("a secret").to_owned();
        let mut office = Self { server, key, url, testimony: String::new() };
        office.make(&json!({ "type": "topics", "slug": "draft", "title": "A draft \u{1F600} \"quoted\"\n" }), "");
        office.testimony = office.told_by("jane");
        let withdrawn = office.told_by("june");
        office.ask("POST", &format!("/v1/manage/testimonies/{withdrawn}/consent/withdraw"), &json!({}));
        let webhook = json!({ "name": "Partner", "url": "https://partner.example/hook" });
        assert_eq!(office.ask("POST", "/v1/manage/webhooks", &webhook).status, 201);
        office
    }

    fn told_by(&self, name: &str) -> String {
        let consent = json!({ "basis": "written", "attribution": "anonymous", "channels": ["web", "sync"], "evidence_ref": "Form 7" });
        let testimony = json!({
            "type": "testimonies", "slug": name, "title": format!("What {name} said"), "kind": "testimony",
            "body": format!("Words of {name}."), "consent": consent,
        });
        self.make(&testimony, "?publish=true")
    }

    fn make(&self, document: &Value, query: &str) -> String {
        let collection = document["type"].as_str().expect("a collection");
        let answer = self.ask("POST", &format!("/v1/manage/{collection}{query}"), document);
        assert_eq!(answer.status, 201, "{}", answer.text());
        answer.json()["item"]["id"].as_str().expect("an id").to_owned()
    }

    fn ask(&self, method: &str, target: &str, body: &Value) -> Answer {
        self.ask_with(method, target, None, body)
    }

    fn ask_with(&self, method: &str, target: &str, rev: Option<&str>, body: &Value) -> Answer {
        let bearer = format!("Bearer {}", self.key);
        let name = uuid::Uuid::now_v7().to_string();
        let mut headers = vec![
            ("Authorization", bearer.as_str()),
            ("Content-Type", "application/json"),
            ("Idempotency-Key", name.as_str()),
        ];
        headers.extend(rev.map(|rev| ("If-Match", rev)));
        self.server.send_body(method, target, &headers, Some(body.to_string().as_bytes()))
    }
}

/// The faults that a check names.
fn faults(url: &str) -> Vec<String> {
    let database = Database::at(url);
    database.hub().check_stored().expect("the database answers").faults
}

/// Tables and rows, as the store tells them, without the name of the history.
fn everything(url: &str) -> Vec<(String, Vec<String>)> {
    let store = Store::open(url).expect("the database opens");
    let read = store.read(|connection| {
        let mut tables = Vec::new();
        for table in rights_hub::store::DUMPED {
            let mut rows = Vec::new();
            let columns = rights_hub::store::columns(connection, table)?;
            rights_hub::store::each_row::<rights_hub::store::StoreError>(connection, table, &columns, |row| {
                let hidden = usize::from(*table == "hub");
                rows.push(json!(row[hidden..]).to_string());
                Ok(())
            })?;
            rows.sort();
            tables.push(((*table).to_owned(), rows));
        }
        Ok(tables)
    });
    read.expect("every table can be read")
}

/// Does what the hub would never do.
fn breach(url: &str, sql: &str) {
    let store = Store::open(url).expect("the database opens");
    let unheld = store.read(|connection| {
        Ok(match connection {
            Connection::Postgres(own) => own.batch_execute(&format!("SET session_replication_role = replica; {sql}")),
            Connection::Sqlite(own) => own.batch_execute(&format!("PRAGMA foreign_keys = OFF; {sql}")),
        }?)
    });
    unheld.unwrap_or_else(|error| panic!("{sql}: {error}"));
}
