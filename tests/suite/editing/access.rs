//! Who may do what: keys, their scopes, their end, and what becomes of those who guess.

use actix_web::rt::System;
use rights_hub::hub::{Actor, Scope};
use rights_hub::openapi;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpSocket;

use super::{Editor, expiring_key, is_problem, topic};
use crate::support::Database;

const NOBODY: &str = "01890000-0000-7000-8000-000000000000";

/// Every operation with an address that it would take.
fn operations() -> impl Iterator<Item = (&'static str, String, Scope)> {
    openapi::operations().map(|operation| {
        let target = operation
            .path
            .replace("{collection}", "topics")
            .replace("{id}", NOBODY)
            .replace("{key}", NOBODY)
            .replace("{webhook}", NOBODY)
            .replace("{rev}", "1");
        (operation.method, target, operation.scope)
    })
}

#[test]
fn no_operation_answers_without_a_key() {
    let editor = Editor::on(Database::sqlite());
    for (method, target, _) in operations() {
        for headers in [&[][..], &[("Authorization", "Basic dTpw")], &[("Authorization", "Bearer")]] {
            let answer = editor.server.send(method, &target, headers);
            is_problem(&answer, 401, "unauthenticated");
            let challenge = answer.header("www-authenticate").expect("a challenge");
            assert!(challenge.starts_with("Bearer "), "{method} {target}: {challenge}");
            assert_eq!(answer.header("access-control-allow-origin"), None, "{method} {target}");
        }
    }
    assert_eq!(openapi::operations().filter(|operation| !operation.path.starts_with("/v1/manage")).count(), 0);
}

#[test]
fn a_key_does_what_its_scopes_allow_and_nothing_else() {
    for editor in Editor::each() {
        for scope in [Scope::Draft, Scope::Publish, Scope::Consent, Scope::Webhooks] {
            let key = editor.key_for(&[scope]);
            for (method, target, needed) in operations() {
                let answer = editor.send_as(&key, method, &target, &[], None);
                if needed == scope {
                    assert!(![401, 403].contains(&answer.status), "{scope:?} {method} {target}: {}", answer.text());
                } else {
                    is_problem(&answer, 403, "forbidden");
                    assert_eq!(answer.json()["scope"], needed.as_str(), "{method} {target}");
                }
            }
        }
        for (method, target, _) in operations() {
            let answer = editor.send(method, &target, &[], None);
            assert!(![401, 403].contains(&answer.status), "admin {method} {target}: {}", answer.text());
        }
        let key = editor.key_for(&[Scope::Draft]);
        let refused = editor.send_as(&key, "POST", "/v1/manage/topics?publish=true", &[], Some(&topic("bold", "Bold")));
        is_problem(&refused, 403, "forbidden");
        assert_eq!(editor.get("/v1/manage/topics?q=bold").json()["meta"]["total"], 0);
    }
}

#[test]
fn a_key_in_the_address_is_refused_even_if_it_is_good() {
    let editor = Editor::on(Database::sqlite());
    for name in ["key", "api_key", "apikey", "api-key", "access_token", "token", "Authorization"] {
        for target in ["/v1/manage/topics", "/v1/manage/keys"] {
            let target = format!("{target}?{name}={}", editor.key);
            is_problem(&editor.get(&target), 400, "bad-request");
            is_problem(&editor.server.get(&target), 400, "bad-request");
        }
    }
}

#[test]
fn a_key_ends_when_it_is_revoked_or_expires() {
    for editor in Editor::each() {
        let hub = &editor.server.hub;
        let status = |key: &str| editor.send_as(key, "GET", "/v1/manage/topics", &[], None).status;
        let (last_day, _) = expiring_key(hub, &[Scope::Draft], Some("2025-05-01"));
        let (over, _) = expiring_key(hub, &[Scope::Draft], Some("2025-04-30"));
        assert_eq!((status(&last_day), status(&over)), (200, 401));

        let (key, id) = expiring_key(hub, &[Scope::Draft], None);
        assert_eq!(status(&key), 200);
        assert_eq!(editor.send("DELETE", &format!("/v1/manage/keys/{id}"), &[], None).status, 204);
        assert_eq!(status(&key), 401);
        assert_eq!(editor.post(&format!("/v1/manage/keys/{id}/rotate"), &json!({})).status, 404);

        let answer = editor.send_as(&key, "GET", "/v1/manage/topics", &[], None);
        is_problem(&answer, 401, "unauthenticated");
        assert!(answer.header("www-authenticate").is_some());
    }
}

#[test]
fn a_rotation_has_two_live_secrets_until_it_is_ended() {
    for editor in Editor::each() {
        let status = |key: &str| editor.send_as(key, "GET", "/v1/manage/topics", &[], None).status;
        let made = editor.post("/v1/manage/keys", &json!({ "name": "A script", "scopes": ["draft"] }));
        assert_eq!(made.status, 201, "{}", made.text());
        let path = made.header("location").expect("an address").to_owned();
        let secret = |answer: &crate::support::server::Answer| {
            assert_eq!(answer.status, 201, "{}", answer.text());
            answer.json()["secret"].as_str().expect("a secret").to_owned()
        };
        let first = secret(&made);
        let second = secret(&editor.post(&format!("{path}/rotate"), &json!({})));
        assert_eq!((status(&first), status(&second)), (200, 200));
        let third = secret(&editor.post(&format!("{path}/rotate"), &json!({})));
        assert_eq!((status(&first), status(&second), status(&third)), (401, 200, 200));

        let listed = editor.get("/v1/manage/keys");
        let id = path.rsplit('/').next().expect("an id");
        let ours = listed.json()["data"].as_array().expect("keys").iter().find(|key| key["id"] == id).cloned();
        let prefixes = ours.expect("the key is listed")["prefixes"].clone();
        assert_eq!(prefixes, json!([&second[..13], &third[..13]]), "the oldest first");
        for secret in [&first, &second, &third] {
            assert!(!listed.text().contains(secret.as_str()));
        }

        assert_eq!(editor.post(&format!("{path}/retire"), &json!({})).status, 200);
        assert_eq!((status(&second), status(&third)), (401, 200));
        assert_eq!(editor.post(&format!("{path}/retire"), &json!({})).status, 200);
        assert_eq!(status(&third), 200, "the last secret is never retired");
    }
}

#[test]
fn a_secret_is_told_once() {
    let editor = Editor::on(Database::sqlite());
    let body = json!({ "name": "A script", "scopes": ["draft"] });
    let once = [("Idempotency-Key", "one")];
    let first = editor.send("POST", "/v1/manage/keys", &once, Some(&body));
    let second = editor.send("POST", "/v1/manage/keys", &once, Some(&body));
    assert!(first.json()["secret"].is_string());
    assert_eq!(second.json()["secret"], json!(null));
    assert_eq!(second.json()["key"], first.json()["key"]);
    assert_eq!(second.header("idempotency-replayed"), Some("true"));
    for wrong in [json!({ "name": " ", "scopes": ["draft"] }), json!({ "name": "x", "scopes": [] }), json!({})] {
        assert_eq!(editor.post("/v1/manage/keys", &wrong).status, 422, "{wrong}");
    }
}

#[test]
fn who_guesses_keys_is_made_to_wait() {
    let editor = Editor::on(Database::sqlite());
    // Another address of this machine: the count is of the address, and other tests come from the first.
    let ask = |key: &str| {
        let request = format!(
            "GET /v1/manage/topics HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {key}\r\nConnection: close\r\n\r\n"
        );
        System::new().block_on(async {
            let socket = TcpSocket::new_v4().expect("a socket");
            socket.bind("127.0.0.9:0".parse().expect("an address")).expect("an address of this machine");
            let mut connection = socket.connect(editor.server.address).await.expect("the server listens");
            connection.write_all(request.as_bytes()).await.expect("it is sent");
            let mut answer = String::new();
            connection.read_to_string(&mut answer).await.expect("an answer");
            answer
        })
    };
    let answers: Vec<String> = (0..40).map(|number| ask(&format!("rhub_0000{number:04}_wrong"))).collect();
    let held = answers.iter().position(|answer| answer.starts_with("HTTP/1.1 429 ")).expect("one is held off");
    assert!((5..=30).contains(&held), "after {held}");
    assert!(answers[..held].iter().all(|answer| answer.starts_with("HTTP/1.1 401 ")));
    let wait = answers[held].to_ascii_lowercase();
    let (_, wait) = wait.split_once("retry-after: ").expect("it is told how long");
    let wait: u32 = wait.lines().next().and_then(|seconds| seconds.parse().ok()).expect("seconds");
    assert!((1..=60).contains(&wait), "{wait}");
    assert!(ask(&editor.key).starts_with("HTTP/1.1 200 "), "a good key is not held off");
    assert_eq!(editor.get("/v1/manage/topics").status, 200, "another address is not held off");
}

#[test]
fn keys_are_of_one_hub_and_have_an_audit() {
    let (here, there) = (Editor::on(Database::sqlite()), Editor::on(Database::sqlite()));
    assert_eq!(there.send_as(&here.key, "GET", "/v1/manage/topics", &[], None).status, 401);
    let (_, id) = expiring_key(&here.server.hub, &[Scope::Draft], None);
    here.server.hub.revoke_key(&Actor::hub(), &id).expect("it is revoked");
    let lines = here.get("/v1/manage/audit?limit=2").json()["data"].clone();
    let told: Vec<_> = lines.as_array().expect("lines").iter().map(|line| (&line["action"], &line["note"])).collect();
    assert_eq!(told, [(&json!("key-revoke"), &json!(id)), (&json!("key-create"), &json!(id))]);
}
