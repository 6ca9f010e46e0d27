//! Items are made, read, replaced, patched, listed and deleted, and the public sees nothing of it before it is published.

use serde_json::{Value, json};

use super::{Editor, faults, id_of, is_problem, public, topic};

#[test]
fn an_item_is_made_read_replaced_patched_and_deleted() {
    for editor in Editor::each() {
        let made = editor.post("/v1/manage/topics", &topic("tides", "Tides"));
        assert_eq!((made.status, made.header("etag")), (201, Some("\"rev-1\"")), "{}", made.text());
        let item = made.header("location").expect("an address").to_owned();
        assert_eq!(made.json()["item"]["state"], "draft");
        let read = editor.get(&item);
        assert_eq!((read.status, read.header("etag"), read.json()), (200, Some("\"rev-1\""), made.json()));
        assert_eq!(read.header("cache-control"), Some("private, no-store"));

        let replaced = editor.put(&item, 1, &json!({ "slug": "tides", "title": "High tides", "summary": "Water." }));
        assert_eq!((replaced.status, replaced.header("etag")), (200, Some("\"rev-2\"")), "{}", replaced.text());
        let patched = editor.patch(&item, 2, &json!({ "summary": null, "aliases": ["Ebb"] }));
        assert_eq!((patched.status, patched.header("etag")), (200, Some("\"rev-3\"")), "{}", patched.text());
        let data = editor.get(&item).json()["data"].clone();
        assert_eq!((&data["title"], &data["aliases"]), (&json!("High tides"), &json!(["Ebb"])));
        assert_eq!((&data["summary"], &data["id"]), (&Value::Null, &json!(id_of(&item))));

        let elsewhere = item.replace("topics", "news");
        assert_eq!(editor.get(&elsewhere).status, 404);
        assert_eq!(editor.delete(&elsewhere, 3).status, 404);
        assert_eq!(editor.delete(&item, 3).status, 204);
        assert_eq!((editor.get(&item).status, editor.delete(&item, 3).status), (404, 404));
        // Its slug is free again.
        editor.make(&topic("tides", "Tides again"), false);
    }
}

#[test]
fn a_write_names_the_revision_that_it_was_made_against() {
    for editor in Editor::each() {
        let item = editor.make(&topic("tides", "Tides"), false);
        for (method, body) in [("PUT", Some(topic("tides", "x"))), ("PATCH", Some(json!({}))), ("DELETE", None)] {
            let answer = editor.send(method, &item, &[], body.as_ref());
            is_problem(&answer, 428, "precondition-required");
            for wrong in ["rev-1", "*", "W/\"rev-1\"", "\"rev-x\"", "\"rev-1\", \"rev-2\""] {
                let answer = editor.send(method, &item, &[("If-Match", wrong)], body.as_ref());
                assert_eq!(answer.status, 400, "{method} {wrong}: {}", answer.text());
            }
        }
        assert_eq!(
            editor.patch(&item, 1, &json!({ "title": "Spring tides", "summary": "Twice a month." })).status,
            200
        );
        for answer in [
            editor.patch(&item, 1, &json!({ "title": "Neap tides" })),
            editor.put(&item, 1, &topic("tides", "Neap tides")),
            editor.delete(&item, 1),
            editor.send("POST", &format!("{item}/publish"), &[("If-Match", "\"rev-1\"")], Some(&json!({}))),
        ] {
            is_problem(&answer, 412, "stale");
            assert_eq!(answer.json()["current_rev"], 2);
            let mut fields: Vec<String> =
                serde_json::from_value(answer.json()["changed_fields"].clone()).expect("names");
            fields.sort();
            assert_eq!(fields, ["summary", "title"]);
        }
        is_problem(&editor.patch(&item, 9, &json!({})), 412, "stale");
        assert_eq!(editor.get(&item).json()["data"]["title"], "Spring tides");
    }
}

#[test]
fn every_fault_is_named_at_once() {
    for editor in Editor::each() {
        let wrong = json!({
            "slug": "Not A Slug", "title": "", "summary": "Bell \u{7}", "colour": "red",
            "aliases": ["ok", "tab\u{9}stop", "null\u{0}"], "related": [{ "title": "no key" }], "a/b~c": 1,
        });
        let refused = editor.post("/v1/manage/topics", &wrong);
        let found = faults(&refused);
        for (pointer, code) in [
            ("/title", "too-short"),
            ("/summary", "control-character"),
            ("/colour", "unknown-field"),
            ("/a~1b~0c", "unknown-field"),
            ("/aliases/2", "control-character"),
            ("/related/0", "reference-without-key"),
        ] {
            assert!(found.contains(&(pointer.to_owned(), code.to_owned())), "{pointer} {code} is not in {found:?}");
        }
        assert!(found.iter().any(|(pointer, _)| pointer == "/slug"), "{found:?}");
        assert!(refused.json()["errors"].as_array().expect("faults").iter().all(|fault| fault["detail"].is_string()));

        for (member, value) in [("type", "news"), ("id", "01890000-0000-7000-8000-000000000000")] {
            let item = editor.make(&json!({ "type": "topics", "title": "Tides" }), false);
            let refused = editor.patch(&item, 1, &json!({ member: value }));
            assert_eq!(faults(&refused), [(format!("/{member}"), "contradiction".to_owned())]);
        }
        let taken = editor.post("/v1/manage/topics", &topic("anchor", "Another anchor"));
        assert_eq!(faults(&taken), [("/slug".to_owned(), "slug-taken".to_owned())]);
        assert_eq!(editor.server.json("/v1/topics?limit=0")["meta"]["total"], 1);
    }
}

#[test]
fn a_draft_is_in_no_public_answer() {
    for editor in Editor::each() {
        let anchor = editor.server.json("/v1/topics/anchor")["data"]["id"].as_str().expect("an id").to_owned();
        let draft = json!({
            "type": "topics", "slug": "xylophones", "title": "Xylophones", "aliases": ["Marimbas"],
            "related": [{ "id": anchor }], "identifiers": [{ "scheme": "url", "value": "https://xylophones.example/" }],
        });
        let before = editor.last_seq();
        let item = editor.make(&draft, false);
        let anchor_item = format!("/v1/manage/topics/{anchor}");
        assert_eq!(editor.patch(&anchor_item, 1, &json!({ "title": "Xylophone anchor" })).status, 200);
        let id = id_of(&item);
        for target in
            [format!("/v1/topics/{id}"), "/v1/topics/xylophones".to_owned(), format!("/v1/topics/{id}/related")]
        {
            assert_eq!(editor.server.get(&target).status, 404, "{target}");
        }
        for target in [
            "/v1",
            "/v1/home",
            "/v1/topics",
            "/v1/topics?q=xylophones",
            "/v1/topics?facet=related",
            "/v1/topics/anchor",
            "/v1/topics/anchor?include=related",
            "/v1/topics/anchor/related",
            "/v1/lookup?url=https://xylophones.example/",
        ] {
            let answer = editor.server.get(target);
            // The query itself comes back in links.
            let text = answer.text().replace("q=xylophones", "").replace("\"q\":[\"xylophones\"]", "").to_lowercase();
            let text = text.replace("https://xylophones.example/", "");
            assert!(!text.contains("xylophone") && !text.contains(id), "{target}: {text}");
        }
        assert_eq!(editor.last_seq(), before);
        editor.done(&item, "publish", &json!({}));
        assert_eq!(editor.server.get("/v1/topics/xylophones").status, 200);
        assert_eq!(editor.server.json("/v1/topics/anchor")["data"]["title"], "Anchor");
    }
}

#[test]
fn publishing_with_a_write_is_all_or_nothing() {
    for editor in Editor::each() {
        let dangling =
            json!({ "type": "topics", "slug": "reefs", "title": "Reefs", "related": [{ "slug": "nobody" }] });
        let (seq, lines) = (editor.last_seq(), editor.get("/v1/manage/audit").json());
        let refused = editor.post("/v1/manage/topics?publish=true", &dangling);
        assert_eq!(faults(&refused), [("/related/0".to_owned(), "dangling-reference".to_owned())]);
        assert_eq!(editor.get("/v1/manage/topics?q=Reefs").json()["meta"]["total"], 0);

        let item = editor.make(&topic("reefs", "Reefs"), true);
        assert_eq!(editor.server.json("/v1/topics/reefs")["data"]["rev"], 1);
        let seq = seq + 1;
        assert_eq!(editor.last_seq(), seq);
        for answer in [
            editor.patch(&format!("{item}?publish=true"), 1, &json!({ "related": [{ "slug": "nobody" }] })),
            editor.put(&format!("{item}?publish=true"), 1, &dangling),
        ] {
            assert_eq!(faults(&answer), [("/related/0".to_owned(), "dangling-reference".to_owned())]);
        }
        assert_eq!((editor.rev(&item), editor.last_seq()), (1, seq));
        assert_eq!(editor.audit(&item).len(), 1, "what was not done is not in the audit: {lines}");

        let done = editor.patch(&format!("{item}?publish=true"), 1, &json!({ "related": [{ "slug": "anchor" }] }));
        assert_eq!((done.status, &done.json()["seq"]), (200, &json!(seq + 1)), "{}", done.text());
        assert_eq!(editor.server.json("/v1/topics/reefs")["data"]["related"][0]["slug"], "anchor");
        editor.check_stored();
    }
}

#[test]
fn a_reference_is_kept_by_its_key_alone() {
    for editor in Editor::each() {
        let written = json!({ "slug": "anchor", "title": "An old title" });
        let document = json!({ "type": "topics", "title": "Reefs", "related": [written] });
        let item = editor.make(&document, false);
        assert_eq!(editor.get(&item).json()["data"]["related"], json!([{ "slug": "anchor" }]));
        editor.done(&item, "publish", &json!({}));
        let shown = editor.server.json(&public(&item))["data"].clone();
        assert_eq!(shown["related"][0]["title"], "Anchor");

        let again = editor.put(&item, 1, &shown);
        assert_eq!(again.status, 200, "what the public reads can be written back: {}", again.text());
        editor.done(&item, "publish", &json!({}));
        let mut now = editor.server.json(&public(&item))["data"].clone();
        let mut before = shown.clone();
        for member in ["rev", "seq"] {
            before[member].take();
            now[member].take();
        }
        assert_eq!(now, before);
    }
}

#[test]
fn a_translation_is_outdated_when_its_source_changed_after_it() {
    for editor in Editor::each() {
        let mut document = topic("tides", "Tides");
        document["translations"] = json!([{ "lang": "fr", "title": "Marées" }, { "lang": "de", "title": "Gezeiten" }]);
        let item = editor.make(&document, true);
        let status = || {
            let data = editor.get(&item).json()["data"].clone();
            let of = |translation: &Value| translation["status"].as_str().unwrap_or("current").to_owned();
            data["translations"].as_array().expect("translations").iter().map(of).collect::<Vec<String>>()
        };
        assert_eq!(editor.patch(&item, 1, &json!({ "featured": true })).status, 200);
        assert_eq!(status(), ["current", "current"], "what is not translated may change");
        let newer = json!({
            "title": "Spring tides",
            "translations": [{ "lang": "fr", "title": "Grandes marées" }, { "lang": "de", "title": "Gezeiten" }],
        });
        assert_eq!(editor.patch(&item, 2, &newer).status, 200);
        assert_eq!(status(), ["current", "outdated"]);
        assert_eq!(editor.patch(&item, 3, &json!({ "summary": "Twice a month." })).status, 200);
        assert_eq!(status(), ["outdated", "outdated"]);
        editor.check_stored();
    }
}

#[test]
fn an_editor_finds_items_in_any_state() {
    for editor in Editor::each() {
        let item = editor.make(&topic("tides", "100% tides"), false);
        let gone = editor.make(&topic("ebb", "Ebb_and flow"), true);
        editor.done(&gone, "remove", &json!({}));
        assert_eq!(editor.patch(&item, 1, &json!({ "review_by": "2020-01-01" })).status, 200);
        let slugs = |query: &str| -> Vec<String> {
            let answer = editor.get(&format!("/v1/manage/topics?{query}"));
            assert_eq!(answer.status, 200, "{query}: {}", answer.text());
            let found = answer.json()["data"].as_array().expect("items").clone();
            found.iter().map(|item| item["slug"].as_str().expect("a slug").to_owned()).collect()
        };
        assert_eq!(slugs("sort=slug"), ["anchor", "ebb", "tides"]);
        assert_eq!(slugs("sort=-title&limit=2"), ["ebb", "anchor"]);
        assert_eq!(slugs("sort=slug&limit=2&page=2"), ["tides"]);
        assert_eq!(slugs("state=draft"), ["tides"]);
        assert_eq!(slugs("state=removed,published&sort=slug"), ["anchor", "ebb"]);
        assert_eq!(slugs("q=100%25"), ["tides"]);
        assert_eq!(slugs("q=b_a"), ["ebb"]);
        assert_eq!(slugs("q=%25_"), Vec::<String>::new());
        assert_eq!(slugs("review_due=true"), ["tides"]);
        assert_eq!(slugs("modified_from=2025-05-02"), Vec::<String>::new());
        assert_eq!(slugs("modified_to=2025-05-01&modified_from=2025-05&sort=slug"), ["anchor", "ebb", "tides"]);
        assert_eq!(editor.get("/v1/manage/topics?state=lost").status, 400);
        assert_eq!(editor.get("/v1/manage/topics?colour=red").status, 400);
        assert_eq!(editor.get("/v1/manage/nothing").status, 404);
    }
}
