//! What is remembered of an item, and what can be seen of it before it is published: revisions, differences, checks, the
//! audit, previews.

use std::sync::LazyLock;

use diesel::connection::SimpleConnection as _;
use rights_hub::hub::{Actor, ImportOptions};
use rights_hub::model::collection;
use rights_hub::model::values::Instant;
use rights_hub::store::{self, StoreError};
use serde_json::{Value, json};

use super::{Editor, id_of, is_problem, later, noon, public, topic};
use crate::support::{Database, PUBLISH, import};

#[test]
fn every_revision_is_kept_and_told() {
    for editor in Editor::each() {
        let item = editor.make(&topic("tides", "Tides"), false);
        editor.patch(&item, 1, &json!({ "title": "High tides", "aliases": ["Flood"] }));
        editor.done(&item, "publish", &json!({ "change_note": "Aliases", "update_type": "minor" }));
        editor.patch(&item, 2, &json!({ "aliases": null, "summary": "Water." }));
        let revisions = editor.get(&format!("{item}/revisions")).json()["data"].clone();
        let revisions = revisions.as_array().expect("revisions");
        let numbers: Vec<&Value> = revisions.iter().map(|revision| &revision["rev"]).collect();
        assert_eq!(numbers, [&json!(3), &json!(2), &json!(1)]);
        assert_eq!((&revisions[1]["change_note"], &revisions[1]["update_type"]), (&json!("Aliases"), &json!("minor")));
        assert!(revisions.iter().all(|revision| revision["created_by"] == "A tester"));

        let document = |rev: i64| {
            let answer = editor.get(&format!("{item}/revisions/{rev}"));
            assert_eq!((answer.status, &answer.json()["revision"]["rev"]), (200, &json!(rev)));
            answer.json()["data"].clone()
        };
        for (from, to) in [(1, 2), (1, 3), (2, 3), (3, 1), (2, 2)] {
            let answer = editor.get(&format!("{item}/diff?from={from}&to={to}"));
            assert_eq!(answer.status, 200, "{}", answer.text());
            let patch: json_patch::Patch =
                serde_json::from_value(answer.json()["patch"].clone()).expect("a JSON Patch");
            let mut patched = document(from);
            json_patch::patch(&mut patched, &patch).expect("it applies");
            assert_eq!(patched, document(to), "{from} to {to}");
            assert_eq!(patch.0.is_empty(), from == to);
        }
        for target in ["revisions/4", "revisions/0", "revisions/x", "diff?from=1&to=4"] {
            assert_eq!(editor.get(&format!("{item}/{target}")).status, 404, "{target}");
        }
        assert_eq!(editor.get(&format!("{item}/diff?from=1")).status, 400);

        editor.done(&item, "revert", &json!({ "rev": 1 }));
        assert_eq!(document(4), document(1));
        assert_eq!(editor.server.json(&public(&item))["data"]["title"], "High tides");
    }
}

#[test]
fn checks_name_everything_that_stands_in_the_way_and_do_nothing() {
    for editor in Editor::each() {
        let mut document = topic("tides", "Tides");
        let anchor = editor.server.json("/v1/topics/anchor")["data"]["id"].clone();
        document["related"] = json!([{ "slug": "nobody" }, { "slug": "anchor" }, { "id": anchor }]);
        document["broader"] = json!([{ "slug": "tides" }]);
        let item = editor.make(&document, false);
        let kept = kept(&editor);
        let checks = editor.get(&format!("{item}/checks")).json();
        assert_eq!(checks["publishable"], false);
        let found: Vec<(&str, &str)> = checks["faults"]
            .as_array()
            .expect("faults")
            .iter()
            .map(|fault| (fault["pointer"].as_str().expect("a pointer"), fault["code"].as_str().expect("a code")))
            .collect();
        for expected in [
            ("/related/0", "dangling-reference"),
            ("/related/2", "duplicate-reference"),
            ("/broader/0", "dangling-reference"),
        ] {
            assert!(found.contains(&expected), "{expected:?} is not in {found:?}");
        }
        let refused = editor.post(&format!("{item}/publish"), &json!({}));
        assert_eq!(refused.json()["errors"], checks["faults"], "publishing says the same");
        assert_eq!(self::kept(&editor), kept);

        let good = editor.make(&topic("ebb", "Ebb"), false);
        let checks = editor.get(&format!("{good}/checks")).json();
        assert_eq!(checks, json!({ "publishable": true, "faults": [] }));
        assert_eq!(editor.server.get(&public(&good)).status, 404);
        editor.done(&good, "publish", &json!({}));
        editor.done(&good, "remove", &json!({}));
        assert_eq!(editor.get(&format!("{good}/checks")).json()["publishable"], false);
        assert_eq!(editor.get(&item.replace(id_of(&item), "x")).status, 404);
    }
}

#[test]
fn the_audit_says_who_did_what_in_which_request() {
    for editor in Editor::each() {
        let made = editor.post("/v1/manage/topics", &topic("tides", "Tides"));
        let item = made.header("location").expect("an address").to_owned();
        let patched = editor.patch(&item, 1, &json!({ "summary": "Water." }));
        let published = editor.post(&format!("{item}/publish"), &json!({ "change_note": "For all" }));
        editor.post(&format!("{item}/restore"), &json!({}));
        editor.patch(&item, 1, &json!({ "summary": "Stale" }));
        let lines = editor.audit(&item);
        let actions: Vec<&Value> = lines.iter().map(|line| &line["action"]).collect();
        assert_eq!(actions, [&json!("publish"), &json!("patch"), &json!("create")], "and nothing that was refused");
        let keys = editor.get("/v1/manage/keys").json();
        for (line, answer) in lines.iter().zip([&published, &patched, &made]) {
            assert_eq!(line["request_id"].as_str(), answer.header("request-id"));
            assert_eq!((&line["key_name"], &line["key_id"]), (&json!("A tester"), &keys["data"][0]["id"]));
            assert_eq!((&line["type"], &line["item_id"]), (&json!("topics"), &json!(id_of(&item))));
        }
        assert_eq!((&lines[0]["note"], &lines[0]["rev"]), (&json!("For all"), &json!(2)));
        assert_eq!((&lines[0]["seq"], &lines[1]["seq"]), (&published.json()["seq"], &Value::Null));

        let page = editor.get("/v1/manage/audit?limit=2").json();
        let before = page["meta"]["next_before"].as_str().expect("there is more").to_owned();
        let next = editor.get(&format!("/v1/manage/audit?limit=100&before={before}")).json();
        let all = editor.get("/v1/manage/audit?limit=100").json()["data"].as_array().expect("lines").clone();
        let pages = [page["data"].clone(), next["data"].clone()];
        let paged: Vec<Value> = pages.iter().flat_map(|page| page.as_array().expect("lines").clone()).collect();
        assert_eq!(paged, all);
    }
}

#[test]
fn the_audit_cannot_be_changed() {
    for editor in Editor::each() {
        let item = editor.make(&topic("tides", "Tides"), true);
        editor.done(&item, "withdraw", &json!({ "explanation": "Not so." }));
        let before = editor.audit(&item);
        for sql in [
            "DELETE FROM audit",
            "UPDATE audit SET key_name = 'nobody'",
            "UPDATE audit SET note = 'otherwise'",
            "UPDATE audit SET action = 'publish', note = NULL",
            "UPDATE audit SET at = 0",
            "UPDATE audit SET item_id = NULL",
            "UPDATE audit SET request_id = NULL",
            "UPDATE audit SET seq = 1",
            "UPDATE audit SET id = '0'",
        ] {
            let outcome = editor.server.hub.store().read(|connection| Ok(connection.batch_execute(sql)));
            let refused = outcome.expect("a connection").expect_err(sql);
            assert!(refused.to_string().contains("the audit only grows"), "{sql}: {refused}");
        }
        assert_eq!(editor.audit(&item), before);
        assert_eq!(editor.delete(&item, 1).status, 409);
    }
}

/// Everything that a preview must not change.
fn kept(editor: &Editor) -> Value {
    let changes = editor.server.hub.store().read(|connection| store::changes_after(connection, 0, i64::MAX));
    json!([
        editor.last_seq(),
        format!("{:?}", changes.expect("the database answers")),
        editor.get("/v1/manage/topics?limit=100&sort=slug").json(),
        editor.get("/v1/manage/audit?limit=100").json(),
        editor.server.json("/v1/topics?limit=100"),
    ])
}

#[test]
fn a_preview_is_what_the_public_would_see_and_is_not_kept() {
    for editor in Editor::each() {
        let mut document = topic("tides", "Tides");
        document["related"] = json!([{ "slug": "anchor" }]);
        document["description"] = json!("Water **moves**.");
        let item = editor.make(&document, false);
        editor.make(&topic("moon", "Moon"), false);
        let before = kept(&editor);
        let preview = editor.get(&format!("{item}/preview"));
        assert_eq!((preview.status, preview.header("cache-control")), (200, Some("private, no-store")));
        assert_eq!(preview.header("x-robots-tag"), Some("noindex"));
        assert_eq!(preview.json()["faults"], json!([]));
        assert_eq!(kept(&editor), before);
        assert_eq!(editor.server.get(&public(&item)).status, 404);
        editor.done(&item, "publish", &json!({}));
        assert_eq!(preview.json()["data"], editor.server.json(&public(&item))["data"]);

        editor.patch(
            &item,
            1,
            &json!({ "title": "High tides", "related": [{ "slug": "anchor" }, { "slug": "moon" }] }),
        );
        let before = kept(&editor);
        let related = |target: &str| {
            let preview = editor.get(&format!("{item}/{target}")).json();
            assert_eq!(preview["data"]["title"], "High tides", "{preview}");
            let slugs: Vec<Value> = preview["data"]["related"]
                .as_array()
                .expect("references")
                .iter()
                .map(|one| one["slug"].clone())
                .collect();
            (json!(slugs), preview["faults"].as_array().expect("faults").len())
        };
        assert_eq!(related("preview"), (json!(["anchor"]), 1), "without what is not public");
        assert_eq!(related("preview?drafts=true"), (json!(["anchor", "moon"]), 0));
        assert_eq!(kept(&editor), before);
        assert_eq!(editor.server.json(&public(&item))["data"]["title"], "Tides");
        assert_eq!(editor.server.get("/v1/topics/moon").status, 404);
        editor.check_stored();
    }
}

#[test]
fn a_preview_with_drafts_shows_the_whole_graph_as_it_would_be() {
    for editor in Editor::each() {
        let naming = |slug: &str, other: &str| json!({ "type": "topics", "slug": slug, "title": slug, "related": [{ "slug": other }] });
        // Each names one that is written before it or after it.
        let item = editor.make(&naming("one", "two"), false);
        editor.make(&naming("four", "anchor"), false);
        editor.make(&naming("three", "four"), false);
        editor.make(&naming("two", "three"), false);
        editor.make(&naming("stray", "nobody"), false);
        let before = kept(&editor);
        let preview = editor.get(&format!("{item}/preview?drafts=true")).json();
        assert_eq!((&preview["faults"], &preview["data"]["related"][0]["slug"]), (&json!([]), &json!("two")));
        let preview = editor.get(&format!("{item}/preview")).json();
        assert_eq!(preview["faults"][0]["pointer"], "/related/0");
        assert_eq!(kept(&editor), before);
    }
}

#[test]
fn a_preview_with_drafts_shows_drafts_that_name_each_other() {
    for editor in Editor::each() {
        let naming = |slug: &str, others: &[&str]| {
            let related: Vec<Value> = others.iter().map(|slug| json!({ "slug": slug })).collect();
            json!({ "type": "topics", "slug": slug, "title": slug, "related": related })
        };
        let item = editor.make(&naming("one", &["two", "anchor"]), false);
        editor.make(&naming("two", &["three"]), false);
        editor.make(&naming("three", &["one", "two"]), false);
        // A circle that hangs on what is not there costs nobody else.
        let hanging = editor.make(&naming("hanging", &["swinging", "one"]), false);
        editor.make(&naming("swinging", &["hanging", "nobody"]), false);
        let before = kept(&editor);
        let seen = |item: &str| {
            let preview = editor.get(&format!("{item}/preview?drafts=true")).json();
            let related = preview["data"]["related"].as_array().expect("references").iter();
            let slugs: Vec<Value> = related.map(|one| one["slug"].clone()).collect();
            (slugs, preview["faults"].as_array().expect("faults").len())
        };
        assert_eq!(seen(&item), (vec![json!("two"), json!("anchor")], 0));
        assert_eq!(seen(&hanging), (vec![json!("one")], 1));
        assert_eq!(kept(&editor), before);
        editor.check_stored();
    }
}

/// However much else is drafted: what it names is found from it.
#[test]
fn a_preview_with_drafts_shows_what_it_names() {
    static IN_AN_HOUR: LazyLock<Instant> = LazyLock::new(|| later(3600));
    for database in Database::each() {
        let editor = Editor::on(database.again());
        let naming = |slug: &str, others: &[&str]| {
            let related: Vec<Value> = others.iter().map(|slug| json!({ "slug": slug })).collect();
            json!({ "type": "topics", "slug": slug, "title": slug, "related": related })
        };
        let renamed = editor.make(&topic("renamed", "Renamed"), true);
        editor.make(&naming("three", &["anchor"]), false);
        editor.make(&naming("two", &["three"]), false);
        let item = editor.make(&naming("one", &["two", "renamed"]), false);
        editor.put(&renamed, 1, &topic("renamed-again", "Renamed again"));
        let others: Vec<Value> = (0..1001).map(|number| topic(&format!("t{number}"), "Another draft")).collect();
        let after = database.hub().with_clock(|| *IN_AN_HOUR);
        import(&after, &others, ImportOptions { publish: false, ..PUBLISH });
        let before = kept(&editor);
        let preview = editor.get(&format!("{item}/preview?drafts=true")).json();
        assert_eq!(preview["faults"], json!([]));
        let related: Vec<&Value> =
            preview["data"]["related"].as_array().expect("references").iter().map(|one| &one["slug"]).collect();
        assert_eq!(related, ["two", "renamed-again"]);
        assert_eq!(kept(&editor), before);
        drop(editor);
    }
}

/// Anybody may ask for it, so it must not have to wait for those who write, nor they for it.
#[test]
fn a_link_to_a_preview_that_there_is_not_holds_nobody_up() {
    let editor = Editor::on(Database::sqlite());
    let answered = editor.server.hub.store().write(|_| {
        is_problem(&editor.server.get("/v1/preview/nothing"), 404, "not-found");
        Ok::<_, StoreError>(())
    });
    answered.expect("the database answers");
}

#[test]
fn a_removed_or_withdrawn_item_can_be_previewed() {
    for editor in Editor::each() {
        let item = editor.make(&topic("tides", "Tides"), true);
        for (verb, body) in [
            ("withdraw", json!({ "explanation": "Not so." })),
            ("redirect", json!({ "to": { "slug": "anchor" } })),
            ("remove", json!({})),
        ] {
            editor.done(&item, verb, &body);
            let status = editor.server.get(&public(&item)).status;
            let before = kept(&editor);
            let preview = editor.get(&format!("{item}/preview"));
            assert_eq!(preview.json()["data"]["title"], "Tides", "after {verb}: {}", preview.text());
            assert_eq!((kept(&editor), editor.server.get(&public(&item)).status), (before, status));
        }
    }
}

#[test]
fn a_preview_link_shows_one_item_to_whoever_has_it() {
    for editor in Editor::each() {
        let item = editor.make(&topic("tides", "Tides"), false);
        let links = format!("{item}/preview-links");
        let made = editor.post(&links, &json!({ "expires_in": 60 }));
        assert_eq!(made.status, 201, "{}", made.text());
        assert_eq!(made.json()["expires_at"], json!(later(60)));
        let href = made.json()["href"].as_str().expect("an address").to_owned();
        assert_eq!(made.header("location"), Some(href.as_str()));
        let seen = editor.server.get(&href);
        assert_eq!((seen.status, &seen.json()["data"]["title"]), (200, &json!("Tides")));
        assert_eq!(seen.header("cache-control"), Some("private, no-store"));
        assert_eq!(seen.header("x-robots-tag"), Some("noindex"));
        editor.patch(&item, 1, &json!({ "title": "High tides" }));
        assert_eq!(editor.server.get(&href).json()["data"]["title"], "High tides", "the latest");
        assert_eq!(editor.server.get(&public(&item)).status, 404);

        is_problem(&editor.server.get(&format!("{href}?lang=fr")), 400, "invalid-parameters");
        is_problem(&editor.server.get(&format!("{href}x")), 404, "not-found");
        is_problem(&editor.server.get("/v1/preview/nothing"), 404, "not-found");
        for seconds in [json!(0), json!(-1), json!(30 * 24 * 60 * 60 + 1), json!("60"), Value::Null] {
            assert_eq!(editor.post(&links, &json!({ "expires_in": seconds })).status, 422, "{seconds}");
        }
        assert_eq!(editor.delete(&item, 2).status, 204);
        is_problem(&editor.server.get(&href), 404, "not-found");
    }
}

#[test]
fn a_preview_link_ends() {
    static AN_HOUR_AGO: LazyLock<Instant> = LazyLock::new(|| later(-3600));
    for database in Database::each() {
        let editor = Editor::on(database.again());
        let item = editor.make(&topic("tides", "Tides"), false);
        let before = database.hub().with_clock(|| *AN_HOUR_AGO);
        let status = |seconds| {
            let topics = collection("topics").expect("the collection");
            let made = before.make_preview_link(&Actor::hub(), None, topics, id_of(&item), seconds).expect("a link");
            editor.server.get(made.0.body["href"].as_str().expect("an address")).status
        };
        assert_eq!([3599, 3600, 3601].map(status), [404, 404, 200], "at {:?}", noon());
        drop(editor);
    }
}
