//! Webhooks as those who keep them see them: made, changed, listed, rotated, deleted, and never told by their secrets.

use serde_json::{Value, json};

use super::Post;
use super::receiver::Receiver;
use crate::support::Database;

const HOOKS: &str = "/v1/manage/webhooks";
const NOBODY: &str = "/v1/manage/webhooks/01890000-0000-7000-8000-000000000000";

fn faults(post: &Post, method: &str, target: &str, body: Value) -> Vec<(String, String)> {
    let answer = post.ask(method, target, &[], body);
    assert_eq!(answer.status, 422, "{}", answer.text());
    let word = |value: &Value| value.as_str().expect("a word").to_owned();
    let problem = answer.json();
    let errors = problem["errors"].as_array().expect("faults");
    errors.iter().map(|error| (word(&error["pointer"]), word(&error["code"]))).collect()
}

#[test]
fn a_webhook_is_made_read_changed_and_deleted() {
    for database in Database::each() {
        let post = Post::silent(database, true);
        let last = post.last_seq();
        let asked =
            json!({ "name": " A partner ", "url": "http://127.0.0.1:9/a?b=c", "types": ["topics", "news", "topics"] });
        let made = post.ask("POST", HOOKS, &[], asked);
        assert_eq!(made.status, 201, "{}", made.text());
        let hook = made.header("location").expect("an address").to_owned();
        let told = made.json();
        assert!(told["secret"].as_str().expect("a secret").starts_with("whsec_"));
        assert_eq!(told["webhook"], post.read(&hook));
        let webhook = &told["webhook"];
        assert_eq!((&webhook["name"], &webhook["types"]), (&json!("A partner"), &json!(["topics", "news"])));
        assert_eq!((&webhook["state"], &webhook["seq"]), (&json!("active"), &json!(last)), "it begins at the end");
        assert_eq!(post.done("GET", HOOKS, Value::Null)["data"], json!([webhook]));

        let patched = post.done("PATCH", &hook, json!({ "name": "Another", "types": null }));
        assert_eq!(patched["webhook"]["name"], "Another");
        assert_eq!(patched["webhook"].get("types"), None);
        assert_eq!(patched["webhook"]["url"], webhook["url"]);

        assert_eq!(post.ask("DELETE", &hook, &[], Value::Null).status, 204);
        for (method, target) in
            [("GET", ""), ("DELETE", ""), ("GET", "/deliveries"), ("POST", "/ping"), ("POST", "/resume")]
        {
            for hook in [hook.as_str(), NOBODY, "/v1/manage/webhooks/nobody"] {
                let answer = post.ask(method, &format!("{hook}{target}"), &[], Value::Null);
                assert_eq!(answer.status, 404, "{method} {hook}{target}: {}", answer.text());
            }
        }
        assert_eq!(post.ask("PATCH", NOBODY, &[], json!({})).status, 404);
        assert_eq!(post.ask("POST", &format!("{NOBODY}/replay"), &[], json!({ "from_seq": 0 })).status, 404);
        assert_eq!(post.ask("POST", &format!("{NOBODY}/rotate"), &[], Value::Null).status, 404);
    }
}

#[test]
fn what_is_wrong_is_named() {
    let post = Post::silent(Database::sqlite(), false);
    let (long, last) = ("x".repeat(201), post.last_seq());
    let good = "https://93.184.215.14/";
    for (body, wrong) in [
        (
            json!({ "name": " ", "url": "https://10.0.0.1/" }),
            vec![("/name", "required"), ("/url", "address-not-allowed")],
        ),
        (json!({ "name": "", "url": good }), vec![("/name", "too-short")]),
        (json!({ "name": long, "url": good }), vec![("/name", "too-long")]),
        (json!({ "name": "A", "url": good, "types": ["news", "nobody"] }), vec![("/types/1", "unknown-value")]),
        (json!({ "name": "A", "url": good, "from_seq": -1 }), vec![("/from_seq", "invalid-value")]),
        (json!({ "name": "A", "url": good, "from_seq": last + 2 }), vec![("/from_seq", "not-reached")]),
        (json!({ "name": "A", "url": good, "from_seq": i64::MIN }), vec![("/from_seq", "invalid-value")]),
        (json!({ "name": "A", "url": good, "from_seq": i64::MAX }), vec![("/from_seq", "not-reached")]),
        (json!({ "name": "A", "url": good, "secret": "mine" }), vec![("/secret", "unknown-field")]),
        (json!({ "name": "A" }), vec![("/url", "required")]),
        (json!([]), vec![("", "wrong-type")]),
        (Value::Null, vec![("/name", "required"), ("/url", "required")]),
    ] {
        let wrong: Vec<(String, String)> = wrong.iter().map(|(at, code)| ((*at).into(), (*code).into())).collect();
        let found = faults(&post, "POST", HOOKS, body.clone());
        assert_eq!(found, wrong, "{body}");
    }
    let (hook, _) = post.hook(good, json!({}));
    assert_eq!(faults(&post, "PATCH", &hook, json!({ "name": null })), [("/name".into(), "wrong-type".into())]);
    assert_eq!(
        faults(&post, "PATCH", &hook, json!({ "url": "https://[::1]/" })),
        [("/url".into(), "address-not-allowed".into())]
    );
    for (verb, body) in [
        ("replay", json!({ "from_seq": last + 2 })),
        ("replay", json!({ "from_seq": -1 })),
        ("replay", json!({ "from_seq": i64::MIN })),
        ("replay", json!({})),
        ("rotate", json!({ "overlap_seconds": -1 })),
        ("rotate", json!({ "overlap_seconds": 604_801 })),
        ("rotate", json!({ "overlap_seconds": i64::MAX })),
    ] {
        assert_eq!(post.ask("POST", &format!("{hook}/{verb}"), &[], body.clone()).status, 422, "{verb} {body}");
    }
    for query in ["before=null", "limit=0", "limit=101", "limit=x", "outcome=lost", "nonsense=1"] {
        assert_eq!(post.ask("GET", &format!("{hook}/deliveries?{query}"), &[], Value::Null).status, 400, "{query}");
    }
}

#[test]
fn a_hub_has_fifty_webhooks_at_most() {
    let post = Post::silent(Database::sqlite(), true);
    for _ in 0..rights_hub::hub::MAX_WEBHOOKS {
        post.hook("http://127.0.0.1:9/", json!({}));
    }
    let more = json!({ "name": "One more", "url": "http://127.0.0.1:9/" });
    assert_eq!(faults(&post, "POST", HOOKS, more), [(String::new(), "too-many-webhooks".to_owned())]);
}

#[test]
fn a_request_that_comes_again_is_done_once_and_tells_no_secret() {
    for post in Post::each() {
        let receiver = Receiver::new();
        let asked = json!({ "name": "A partner", "url": receiver.url });
        let once = [("Idempotency-Key", "first")];
        let (first, again) =
            (post.ask("POST", HOOKS, &once, asked.clone()), post.ask("POST", HOOKS, &once, asked.clone()));
        assert_eq!((first.status, again.status), (201, 201));
        assert_eq!(again.header("idempotency-replayed"), Some("true"));
        assert_eq!(again.json(), json!({ "webhook": first.json()["webhook"] }));
        assert_eq!(post.done("GET", HOOKS, Value::Null)["data"].as_array().expect("webhooks").len(), 1);
        let other = json!({ "name": "Another", "url": receiver.url });
        assert_eq!(post.ask("POST", HOOKS, &once, other).status, 422);

        let hook = first.header("location").expect("an address").to_owned();
        for _ in 0..2 {
            let pinged = post.ask("POST", &format!("{hook}/ping"), &[("Idempotency-Key", "ping")], json!({}));
            assert_eq!(pinged.json()["delivery"]["outcome"], "delivered", "{}", pinged.text());
        }
        assert_eq!(receiver.received().len(), 1, "the ping was sent once");
        let rotate = || post.ask("POST", &format!("{hook}/rotate"), &[("Idempotency-Key", "rotate")], Value::Null);
        assert!(rotate().json()["secret"].is_string());
        assert_eq!(rotate().json().get("secret"), None);
    }
}

#[test]
fn secrets_and_addresses_are_in_no_list_and_no_audit() {
    for post in Post::each() {
        let receiver = Receiver::new();
        let (hook, first) = post.hook(&format!("{}?token=capability", receiver.url), json!({}));
        let second = post.done("POST", &format!("{hook}/rotate"), json!({}))["secret"].clone();
        let second = second.as_str().expect("a secret");
        post.done("POST", &format!("{hook}/ping"), json!({}));
        post.done("PATCH", &hook, json!({ "url": receiver.url }));
        post.done("POST", &format!("{hook}/pause"), json!({}));
        post.done("POST", &format!("{hook}/resume"), json!({}));
        post.done("POST", &format!("{hook}/replay"), json!({ "from_seq": 0 }));
        let audit = post.ask("GET", "/v1/manage/audit?limit=100", &[], Value::Null);
        for target in [HOOKS, &hook, &format!("{hook}/deliveries")] {
            let text = post.ask("GET", target, &[], Value::Null).text().to_owned();
            assert!(!text.contains(&first) && !text.contains(second) && !text.contains("whsec_"), "{target}");
        }
        assert!(!audit.text().contains("whsec_") && !audit.text().contains("capability"), "{}", audit.text());
        assert!(!audit.text().contains(&receiver.url));
        post.ask("DELETE", &hook, &[], Value::Null);
        let audit = post.ask("GET", "/v1/manage/audit?limit=100", &[], Value::Null).json();
        let actions: Vec<&str> =
            audit["data"].as_array().expect("lines").iter().filter_map(|line| line["action"].as_str()).collect();
        let done = ["delete", "replay", "resume", "pause", "change", "ping", "rotate", "create"];
        let done: Vec<String> = done.iter().map(|verb| format!("webhook-{verb}")).collect();
        assert_eq!(actions[..8], done, "{audit}");
        let id = hook.rsplit('/').next().expect("an id");
        let notes = audit["data"].as_array().expect("lines").iter().take(8);
        assert!(notes.clone().all(|line| line["note"].as_str().is_some_and(|note| note.starts_with(id))), "{audit}");
    }
}
