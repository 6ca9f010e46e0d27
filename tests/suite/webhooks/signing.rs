//! Signatures, verified by a computation of one's own: HMAC as RFC 2104 writes it, over a hash alone.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Command, Stdio};

use data_encoding::BASE64;
use rights_hub::model::values::Instant;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::Post;
use super::receiver::{Received, Receiver};
use crate::support::Database;
use crate::support::schemas::assert_valid;
use crate::support::server::Client;

/// What a secret makes of a message.
fn signature(secret: &str, message: &Received) -> String {
    let mut key = BASE64.decode(secret.strip_prefix("whsec_").expect("the mark").as_bytes()).expect("base64");
    assert_eq!(key.len(), 32);
    key.resize(64, 0);
    let signed = format!("{}.{}.{}", message.id(), message.headers["webhook-timestamp"], message.body);
    let masked = |mask: u8| key.iter().map(|byte| byte ^ mask).collect::<Vec<u8>>();
    let inner = Sha256::digest([masked(0x36), signed.into_bytes()].concat());
    format!("v1,{}", BASE64.encode(&Sha256::digest([masked(0x5c), inner.to_vec()].concat())))
}

fn signatures(message: &Received) -> Vec<&str> {
    message.headers["webhook-signature"].split(' ').collect()
}

#[test]
fn every_message_is_signed_and_says_what_changed() {
    for post in Post::each() {
        let receiver = Receiver::new();
        let (hook, secret) = post.hook(&receiver.url, json!({}));
        let (id, seq) = post.topic("Tides");
        post.caught_up(&hook);
        let message = receiver.received().remove(0);
        assert_eq!(signatures(&message), [signature(&secret, &message)]);
        assert!(message.headers["webhook-id"].starts_with("msg_"));
        assert_eq!(message.headers["content-type"], "application/json");
        let sent: i64 = message.headers["webhook-timestamp"].parse().expect("seconds");
        assert!((Instant::now().millis() / 1000 - sent).abs() < 300);
        for name in ["cookie", "authorization", "referer", "accept-encoding"] {
            assert_eq!(message.headers.get(name), None, "{name}");
        }
        let body = message.json();
        assert_valid("#/components/schemas/EntryMessage", "a message", &body);
        let data = &body["data"];
        assert_eq!(body["type"], "entry.published");
        assert_eq!((&data["op"], &data["type"], &data["rev"]), (&json!("upsert"), &json!("topics"), &json!(1)));
        assert_eq!((data["id"].as_str(), data["seq"].as_i64()), (Some(id.as_str()), Some(seq)));
        assert_eq!(data["href"], format!("https://hub.example/v1/topics/{id}?min_seq={seq}"));
        let read = post
            .server
            .json(data["href"].as_str().and_then(|href| href.strip_prefix("https://hub.example")).expect("an address"));
        assert_eq!((&read["data"]["seq"], &read["data"]["rev"]), (&data["seq"], &data["rev"]));
        assert!(!message.body.contains("Tides"), "no text leaves by this way");
    }
}

#[test]
fn two_secrets_sign_while_they_are_rotated() {
    for post in Post::each() {
        let receiver = Receiver::new();
        let (hook, first) = post.hook(&receiver.url, json!({}));
        let ping = |count: usize| {
            post.done("POST", &format!("{hook}/ping"), json!({}));
            receiver.wait_for(count).remove(count - 1)
        };
        let rotate = |body: Value| {
            let answer = post.ask("POST", &format!("{hook}/rotate"), &[], body);
            assert_eq!(answer.status, 201);
            answer.json()["secret"].as_str().expect("a secret").to_owned()
        };
        let second = rotate(json!({}));
        assert!(post.read(&hook)["rotating_until"].is_string());
        let message = ping(1);
        assert_valid("#/components/schemas/PingMessage", "a ping", &message.json());
        assert_eq!(signatures(&message), [signature(&second, &message), signature(&first, &message)]);
        let third = rotate(json!({ "overlap_seconds": 3600 }));
        let message = ping(2);
        assert_eq!(signatures(&message), [signature(&third, &message), signature(&second, &message)]);
        let fourth = rotate(json!({ "overlap_seconds": 0 }));
        let message = ping(3);
        assert_eq!(signatures(&message), [signature(&fourth, &message)], "a secret that leaked ends at once");
        assert_eq!(post.read(&hook).get("rotating_until"), None);
        post.topic("Tides");
        post.caught_up(&hook);
        let message = receiver.wait_for(4).remove(3);
        assert_eq!(signatures(&message), [signature(&fourth, &message)]);
    }
}

/// The library of those who wrote the standard, for Python: `pip install standardwebhooks`.
#[test]
fn the_standards_own_library_takes_the_signatures() {
    let has = Command::new("python3").args(["-c", "import standardwebhooks"]).output();
    if !has.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: there is no standardwebhooks for Python here");
        return;
    }
    let post = Post::on(Database::sqlite());
    let receiver = Receiver::new();
    let (hook, first) = post.hook(&receiver.url, json!({}));
    let second =
        post.done("POST", &format!("{hook}/rotate"), json!({}))["secret"].as_str().expect("a secret").to_owned();
    post.topic("Tides – “Gezeiten” \u{1F30A}");
    post.caught_up(&hook);
    let message = receiver.received().remove(0);
    let verify = |secret: &str, body: &str| {
        let script = "import sys, json, standardwebhooks as s\n\
            s.Webhook(sys.argv[1]).verify(sys.argv[3], json.loads(sys.argv[2]))";
        let headers = json!(message.headers).to_string();
        let output = Command::new("python3").args(["-c", script, secret, &headers, body]).output().expect("it runs");
        (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    for secret in [&first, &second] {
        let (good, error) = verify(secret, &message.body);
        assert!(good, "{error}");
    }
    let (good, error) = verify(&first, &message.body.replace("topics", "rights"));
    assert!(!good && error.contains("WebhookVerificationError"), "{error}");
}

#[test]
fn the_example_receiver_believes_what_the_hub_signed_and_nothing_else() {
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("skipped: there is no python3 here");
        return;
    }
    let post = Post::on(Database::sqlite());
    let address = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port");
    let (_, secret) = post.hook(&format!("http://{address}/hook"), json!({}));
    let mut receiver = Command::new("python3")
        .args(["examples/webhook_receiver.py", &address.port().to_string()])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("WEBHOOK_SECRET", secret)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the receiver starts");
    let mut lines = BufReader::new(receiver.stdout.take().expect("its output")).lines();
    let (id, _) = post.topic("Tides");
    assert_eq!(lines.next().expect("a line").expect("text"), format!("upsert topics {id}"));
    let forged = Client::to(address).send_body(
        "POST",
        "/hook",
        &[
            ("Connection", "close"),
            ("webhook-id", "msg_1"),
            ("webhook-timestamp", &(Instant::now().millis() / 1000).to_string()),
            ("webhook-signature", "v1,AAAA"),
        ],
        Some(b"{}"),
    );
    receiver.kill().and_then(|()| receiver.wait()).expect("the receiver ends");
    assert_eq!(forged.status, 401);
    assert!(lines.next().is_none(), "what is forged does nothing");
}
