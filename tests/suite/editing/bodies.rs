//! What may be sent: type, size and syntax of bodies, what verbs are told, and text that comes back as it went.

use serde_json::json;

use super::{Editor, faults, is_problem, public, topic};
use crate::support::Database;

#[test]
fn a_body_of_the_wrong_type_size_or_syntax_is_refused() {
    let editor = Editor::on(Database::sqlite());
    let item = editor.make(&topic("tides", "Tides"), false);
    let bearer = format!("Bearer {}", editor.key);
    let send = |method: &str, target: &str, kind: &str, body: &[u8]| {
        let mut headers = vec![("Authorization", bearer.as_str()), ("If-Match", "\"rev-1\"")];
        if !kind.is_empty() {
            headers.push(("Content-Type", kind));
        }
        editor.server.send_body(method, target, &headers, Some(body))
    };
    for (method, kind) in
        [("PATCH", "application/json"), ("PUT", "application/merge-patch+json"), ("PUT", ""), ("PUT", "text/plain")]
    {
        is_problem(&send(method, &item, kind, b"{}"), 415, "unsupported-media-type");
    }
    for body in ["{", "{\"title\": \"\\ud800\"}", "{\"title\": NaN}", "{} {}", "{\"title\": \"a\nb\"}"] {
        let answer = send("POST", "/v1/manage/topics", "application/json", body.as_bytes());
        assert!([400, 422].contains(&answer.status), "{body}: {} {}", answer.status, answer.text());
    }
    is_problem(&send("POST", "/v1/manage/topics", "application/json", b"{\"title\": \"\xff\"}"), 400, "bad-request");
    for body in ["[]", "7", "\"text\"", "null"] {
        let answer = send("POST", "/v1/manage/topics", "application/json; charset=utf-8", body.as_bytes());
        assert_eq!(answer.status, 422, "{body}: {}", answer.text());
    }
    let large = json!({ "type": "topics", "title": "x".repeat(4 * 1024 * 1024) }).to_string();
    is_problem(&send("POST", "/v1/manage/topics", "application/json", large.as_bytes()), 413, "payload-too-large");
    let deep = format!("{{\"title\": {}{}}}", "[".repeat(200_000), "]".repeat(200_000));
    is_problem(&send("POST", "/v1/manage/topics", "application/json", deep.as_bytes()), 400, "bad-request");
    assert_eq!(editor.rev(&item), 1);
    assert_eq!(editor.get("/v1/manage/topics").json()["meta"]["total"], 2);
}

#[test]
fn text_comes_back_code_point_by_code_point() {
    let texts = [
        "e\u{301} \u{e9} \u{212b} \u{c5} A\u{30a}",
        "\u{200f}\u{5e2}\u{5d1}\u{5e8}\u{5d9}\u{5ea}\u{200e} \u{202e}abc\u{202c}",
        "\u{1f469}\u{200d}\u{1f52c} \u{1f1fa}\u{1f1e6} \u{10ffff} \u{fffd} \u{feff}",
        "two\u{a0}\u{3000}spaces, a soft\u{ad}hyphen, \u{2028}line\u{2029}",
        "\\u0041 \\n %00 &amp; <b> ' \" $1 ;--",
        "\u{1100}\u{1161}\u{11a8} \u{ac01} \u{fb01} \u{1e9b}\u{323}",
    ];
    for editor in Editor::each() {
        for text in texts {
            let document = json!({ "type": "topics", "title": text, "description": format!("{text}\n\t{text}\n"), "aliases": [text] });
            let item = editor.make(&document, true);
            for read in [editor.get(&item).json(), editor.server.json(&public(&item))] {
                for member in ["title", "description", "aliases"] {
                    assert_eq!(read["data"][member], document[member], "{text:?}");
                }
            }
        }
    }
}

#[test]
fn a_request_that_is_not_understood_changes_nothing() {
    let editor = Editor::on(Database::sqlite());
    let item = editor.make(&topic("tides", "Tides"), true);
    let seq = editor.last_seq();
    for (verb, body) in [
        ("publish", json!({ "colour": "red" })),
        ("publish", json!({ "update_type": "huge" })),
        ("publish", json!([])),
        ("schedule", json!({ "publish_at": "tomorrow" })),
        ("schedule", json!({})),
        ("withdraw", json!({})),
        ("redirect", json!({})),
        ("redirect", json!({ "to": {} })),
        ("redirect", json!({ "to": { "slug": "nobody" } })),
        ("redirect", json!({ "to": { "id": "not-a-uuid" } })),
        ("redirect", json!({ "to": { "slug": "anchor", "type": "topics" } })),
        ("revert", json!({})),
        ("revert", json!({ "rev": 0 })),
        ("revert", json!({ "rev": "1" })),
    ] {
        let answer = editor.post(&format!("{item}/{verb}"), &body);
        assert_eq!(answer.status, 422, "{verb} {body}: {}", answer.text());
    }
    assert_eq!((editor.last_seq(), editor.rev(&item), editor.audit(&item).len()), (seq, 1, 1));
    assert_eq!(editor.post(&format!("{item}/explode"), &json!({})).status, 404);
}

#[test]
fn everything_that_is_wrong_with_an_object_is_named_in_the_words_of_the_contract() {
    let editor = Editor::on(Database::sqlite());
    let item = editor.make(&topic("tides", "Tides"), false);
    let links = format!("{item}/preview-links");
    let redirect = format!("{item}/redirect");
    for (target, body, wrong) in [
        ("/v1/manage/keys", json!({}), vec![("/name", "required"), ("/scopes", "required")]),
        ("/v1/manage/keys", json!([]), vec![("", "wrong-type")]),
        (
            "/v1/manage/keys",
            json!({ "name": "", "scopes": ["root"], "colour": 1 }),
            vec![("/colour", "unknown-field"), ("/name", "too-short"), ("/scopes/0", "unknown-value")],
        ),
        (
            "/v1/manage/keys",
            json!({ "name": "A", "scopes": ["draft"], "expires_on": "soon" }),
            vec![("/expires_on", "invalid-value")],
        ),
        ("/v1/manage/receipts", json!({ "up_to": "9" }), vec![("/up_to", "wrong-type")]),
        ("/v1/manage/receipts", json!({ "up_to": 1e30 }), vec![("/up_to", "invalid-value")]),
        (
            &links,
            json!({ "expires_in": 0, "for": "me" }),
            vec![("/expires_in", "invalid-value"), ("/for", "unknown-field")],
        ),
        (&redirect, json!({ "to": { "name": "anchor" } }), vec![("/to/name", "unknown-field")]),
        (
            &redirect,
            json!({ "to": "anchor", "change_note": "a\u{7}" }),
            vec![("/change_note", "control-character"), ("/to", "wrong-type")],
        ),
    ] {
        let answer = editor.post(target, &body);
        let mut found = faults(&answer);
        found.sort();
        let wrong: Vec<(String, String)> = wrong.iter().map(|(at, code)| ((*at).into(), (*code).into())).collect();
        assert_eq!(found, wrong, "{target} {body}: {}", answer.text());
        assert!(!answer.text().contains("struct"), "{}", answer.text());
    }
}
