//! Where messages never go: at registration, when a name changes what it leads to, and whatever an answer asks for.

use std::net::TcpListener;

use serde_json::{Value, json};

use super::receiver::eventually;
use super::{Post, swift};
use crate::support::Database;

/// Addresses that are never taken, as a URL has them.
const FORBIDDEN: &[&str] = &[
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "127.0.0.1.",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "240.0.0.1",
    "[::]",
    "[::1]",
    "[::ffff:10.0.0.1]",
    "[::10.0.0.1]",
    "[64:ff9b::10.0.0.1]",
    "[64:ff9b::a9fe:a9fe]",
    "[64:ff9b:1::1]",
    "[2002:a00:1::]",
    "[2001::1]",
    "[2001:db8::1]",
    "[fc00::1]",
    "[fe80::1]",
    "[ff02::1]",
];

fn refused(post: &Post, url: &str) {
    let answer = post.ask("POST", "/v1/manage/webhooks", &[], json!({ "name": "A", "url": url }));
    assert_eq!(answer.status, 422, "{url}: {}", answer.text());
    let fault = &answer.json()["errors"][0];
    assert_eq!((&fault["pointer"], &fault["code"]), (&json!("/url"), &json!("address-not-allowed")), "{url}");
}

#[test]
fn forbidden_targets_are_not_registered() {
    let post = Post::silent(Database::sqlite(), false);
    for host in FORBIDDEN {
        refused(&post, &format!("https://{host}/hook"));
        let address = host.trim_matches(['[', ']']);
        if let Ok(address) = address.parse::<std::net::IpAddr>() {
            post.names.set("rebound.example", &[&address.to_string()]);
            refused(&post, "https://rebound.example/hook");
            post.names.set("mixed.example", &["93.184.215.14", &address.to_string()]);
            refused(&post, "https://mixed.example/hook");
        }
    }
    assert_eq!(post.done("GET", "/v1/manage/webhooks", Value::Null)["data"], json!([]));
}

#[test]
fn a_name_that_leads_inside_only_at_delivery_is_a_failed_delivery_that_tells_nothing() {
    let mut post = Post::silent(Database::sqlite(), false);
    // Whoever would connect after all would be seen here.
    let inside = TcpListener::bind("127.0.0.1:0").expect("a free port");
    inside.set_nonblocking(true).expect("a socket");
    let port = inside.local_addr().expect("an address").port();
    post.names.set("rebound.example", &["93.184.215.14"]);
    let (hook, _) = post.hook(&format!("https://rebound.example:{port}/hook"), json!({}));
    for address in ["127.0.0.1", "10.1.2.3", "169.254.169.254", "ff02::1", "64:ff9b::7f00:1", "::ffff:127.0.0.1"] {
        post.names.set("rebound.example", &[address]);
        let pinged = post.ask("POST", &format!("{hook}/ping"), &[], json!({}));
        let delivery = &pinged.json()["delivery"];
        assert_eq!((&delivery["outcome"], &delivery["error"]), (&json!("failed"), &json!("address-not-allowed")));
        assert!(!pinged.text().contains(address), "{}", pinged.text());
    }
    post.names.set("rebound.example", &["93.184.215.14", "127.0.0.1"]);
    let pinged = post.done("POST", &format!("{hook}/ping"), json!({}));
    assert_eq!(pinged["delivery"]["error"], "address-not-allowed", "one of several is enough");

    post.start(swift());
    post.topic("Tides");
    let failed = || post.deliveries(&hook).into_iter().filter(|one| one["message_type"] == "entry.published");
    eventually("it is tried again and again", || failed().count() >= 3);
    assert!(failed().all(|delivery| delivery["error"] == "address-not-allowed" && delivery["status"].is_null()));
    assert_eq!(post.read(&hook)["state"], "active", "it may come right");
    assert!(inside.accept().is_err(), "nobody was connected to");
}

#[test]
fn plain_http_goes_to_this_machine_and_nowhere_else() {
    let post = Post::silent(Database::sqlite(), true);
    post.names.set("local.example", &["127.0.0.1"]);
    let (hook, _) = post.hook("http://local.example:9/hook", json!({}));
    for address in ["93.184.215.14", "10.0.0.1", "fd00::1"] {
        post.names.set("local.example", &[address]);
        assert_eq!(post.done("POST", &format!("{hook}/ping"), json!({}))["delivery"]["error"], "address-not-allowed");
        refused(&post, "http://local.example:9/hook");
    }
    post.names.set("local.example", &[]);
    assert_eq!(post.done("POST", &format!("{hook}/ping"), json!({}))["delivery"]["error"], "unresolved");
}

#[test]
fn what_does_not_speak_tls_is_not_spoken_to() {
    let post = Post::silent(Database::sqlite(), true);
    let receiver = super::receiver::Receiver::new();
    let (hook, _) = post.hook(&receiver.url.replace("http://", "https://"), json!({}));
    // The receiver reads what comes as a message, and does not find one.
    let pinged = post.done("POST", &format!("{hook}/ping"), json!({}));
    assert_eq!(pinged["delivery"]["error"], "connection");
    assert!(receiver.received().is_empty());
}

#[test]
fn an_endpoint_of_development_is_not_reached_without_the_flag() {
    let database = Database::sqlite();
    let hook = {
        let post = Post::silent(database.again(), true);
        post.hook("http://127.0.0.1:9/hook", json!({})).0
    };
    let post = Post::silent(database.again(), false);
    assert_eq!(post.done("POST", &format!("{hook}/ping"), json!({}))["delivery"]["error"], "address-not-allowed");
}
