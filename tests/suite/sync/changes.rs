//! The change log by pages: what is kept, forgotten, out of scope, never mentioned; conditions and waiting.

use std::time::Duration;

use super::*;

fn rows(server: &Server, query: &str) -> Vec<(String, String, String)> {
    let answer = server.get(&format!("/v1/changes?{query}"));
    assert_documented("/v1/changes", query, &answer);
    let page = answer.json();
    let slug = |row: &Value| row["doc"]["slug"].as_str().unwrap_or_default().to_owned();
    let reason = |row: &Value| row["reason"].as_str().unwrap_or_default().to_owned();
    page["changes"].as_array().expect("rows").iter().map(|row| (text(row, "op"), slug(row), reason(row))).collect()
}

fn row(op: &str, slug: &str, reason: &str) -> (String, String, String) {
    (op.to_owned(), slug.to_owned(), reason.to_owned())
}

#[test]
fn page_by_page_a_follower_gets_what_an_export_has() {
    let server = Server::shared();
    for filters in
        ["", "type=rights,topics", "topic=privacy", "lang=fr", "type=events&starts_from=2019", "right=hra-article-8"]
    {
        let (whole, header, trailer) = export(&server, filters);
        assert_eq!(trailer["count"], whole.len());
        for limit in [1000, 7] {
            let mut copy = Copy::new();
            let place = follow(&server, filters, 0, limit, &mut copy);
            assert_eq!(header["as_of"], place);
            assert_eq!(copy, whole, "{filters}");
        }
        assert!(!whole.is_empty(), "{filters} finds nothing");
    }
}

#[test]
fn every_page_tells_exactly_how_many_changes_are_beyond() {
    let entries: Vec<Value> = (0..9).map(|number| topic(&format!("t{number}"), &[])).collect();
    for server in servers(&entries) {
        // Of the testimony nobody is told, so it does not count.
        let report = json!({ "type": "resources", "slug": "r", "kind": "report", "title": "R" });
        publish(&server.hub, &[testimony("withheld", &["web"]), report]);
        let page = |filters: &str, since: i64, limit: usize| {
            let page = server.json(&format!("/v1/changes?since={since}&limit={limit}{filters}"));
            let number = |name: &str| page[name].as_i64().expect("a number");
            (page["changes"].as_array().map_or(0, Vec::len), number("pending"), number("last_seq"))
        };
        // From the beginning with pages of several lengths, each going on where one of another length has ended.
        for (filters, all) in [("", 10), ("&type=topics", 9)] {
            for limit in [2, 3, 4, 3] {
                let (mut seen, mut since) = (0, 0);
                loop {
                    let (rows, pending, last_seq) = page(filters, since, limit);
                    seen += rows;
                    assert_eq!(pending, (all - seen) as i64, "{filters} {limit} {since}");
                    since = last_seq;
                    if pending == 0 {
                        break;
                    }
                }
                assert_eq!(seen, all);
            }
        }
        // What is published meanwhile counts, and an entry that changes again is ahead and not behind.
        let (_, pending, last_seq) = page("", 0, 4);
        publish(&server.hub, &[json!({ "type": "topics", "slug": "t0", "title": "Again" }), topic("t9", &[])]);
        assert_eq!((pending, page("", last_seq, 2).1), (6, 6));
    }
}

#[test]
fn an_entry_has_one_row_its_latest() {
    for server in servers(&[topic("one", &[]), topic("two", &[])]) {
        publish(&server.hub, &[json!({ "type": "topics", "slug": "one", "title": "Another title" })]);
        assert_eq!(rows(&server, "since=0&docs=true"), [row("upsert", "two", ""), row("upsert", "one", "")]);
        done(&server.hub, "topics", "one", Verb::Remove, TransitionRequest::default());
        assert_eq!(rows(&server, "since=0&docs=true"), [row("upsert", "two", ""), row("delete", "", "removed")]);
        let two = id(&server.hub, "topics", "two");
        publish(&server.hub, &[topic("three", &[])]);
        let to = TransitionRequest {
            to: Some(Successor { id: Some(id(&server.hub, "topics", "three")), slug: None }),
            ..TransitionRequest::default()
        };
        done(&server.hub, "topics", "two", Verb::Redirect, to);
        let page = server.json("/v1/changes");
        let last = page["changes"].as_array().and_then(|rows| rows.last()).expect("a row").clone();
        assert_eq!((&last["id"], &last["reason"]), (&json!(two), &json!("redirected")));
        assert_eq!(last["redirect_to"], json!(id(&server.hub, "topics", "three")));
        assert_eq!(last.get("doc"), None, "documents come when they are asked for");
    }
}

#[test]
fn what_leaves_the_scope_is_told() {
    for server in servers(&[topic("old", &[]), topic("new", &[]), news("moves", &["old"]), news("stays", &["old"])]) {
        let mut copy = Copy::new();
        let place = follow(&server, "topic=old&type=news", 0, 100, &mut copy);
        assert_eq!(copy.len(), 2);
        publish(&server.hub, &[news("moves", &["new"])]);
        assert_eq!(
            rows(&server, &format!("since={place}&topic=old&type=news&docs=true")),
            [row("delete", "", "out_of_scope")]
        );
        assert_eq!(
            rows(&server, &format!("since={place}&topic=new&type=news&docs=true")),
            [row("upsert", "moves", "")]
        );
        assert_eq!(rows(&server, &format!("since={place}&type=topics")), [], "no topic has changed");
    }
}

#[test]
fn a_topic_that_moves_takes_what_is_filed_under_it_along() {
    let documents = [
        topic("care", &[]),
        topic("law", &[]),
        topic("dementia", &["care"]),
        topic("early", &["dementia"]),
        news("one", &["early"]),
    ];
    for server in servers(&documents) {
        let (mut care, mut law) = (Copy::new(), Copy::new());
        let filters = ["topic=care&type=news", "topic=law&type=news"];
        let place = follow(&server, filters[0], 0, 100, &mut care);
        follow(&server, filters[1], 0, 100, &mut law);
        assert_eq!((care.len(), law.len()), (1, 0));
        publish(&server.hub, &[topic("dementia", &["law"])]);
        follow(&server, filters[0], place, 100, &mut care);
        let place = follow(&server, filters[1], place, 100, &mut law);
        assert_eq!((care.len(), law.len()), (0, 1), "what stands two steps below has moved with it");
        let dementia = id(&server.hub, "topics", "dementia");
        done(&server.hub, "topics", "dementia", Verb::Remove, TransitionRequest::default());
        let removed = follow(&server, filters[1], place, 100, &mut law);
        assert_eq!(law.len(), 0);
        let back = TransitionRequest::default();
        server
            .hub
            .transition(&Actor::hub(), None, of("topics"), &dementia, None, Verb::Restore, &back)
            .expect("it comes back");
        follow(&server, filters[1], removed, 100, &mut law);
        assert_eq!(law, export(&server, filters[1]).0);
        assert_eq!(law.len(), 1);
    }
}

#[test]
fn a_new_name_is_a_change_of_whoever_shows_it() {
    for server in servers(&[topic("named", &[]), news("names", &["named"])]) {
        let mut copy = Copy::new();
        let place = follow(&server, "type=news", 0, 100, &mut copy);
        publish(&server.hub, &[json!({ "type": "topics", "slug": "named", "title": "A better name" })]);
        follow(&server, "type=news", place, 100, &mut copy);
        let titles: Vec<&Value> = copy.values().map(|document| &document["topics"][0]["title"]).collect();
        assert_eq!(titles, ["A better name"]);
        assert_eq!(copy, export(&server, "type=news").0);
    }
}

#[test]
fn consent_decides_who_may_have_a_copy() {
    let shared = testimony("shared", &["web", "sync"]);
    let here = testimony("here", &["web", "embed"]);
    for server in servers(&[shared, here]) {
        assert_eq!(
            rows(&server, "docs=true"),
            [row("upsert", "shared", "")],
            "what followers never had is not mentioned"
        );
        assert_eq!(server.json("/v1/testimonies")["meta"]["total"], 2);
        let (copy, ..) = export(&server, "");
        assert_eq!(copy.len(), 1);
        assert_eq!(copy.values().next().expect("one")["channels"], json!(["web", "sync"]));
        assert_eq!(server.get("/v1/inventory").text().lines().count(), 1);

        done(&server.hub, "testimonies", "here", Verb::Remove, TransitionRequest::default());
        assert_eq!(rows(&server, "docs=true"), [row("upsert", "shared", "")], "nor that it is gone");

        let id = id(&server.hub, "testimonies", "shared");
        let narrower =
            json!({ "basis": "written", "attribution": "named", "channels": ["web"], "evidence_ref": "file 1" });
        server
            .hub
            .put_consent(&Actor::hub(), None, of("testimonies"), &id, narrower)
            .expect("consent is put on record");
        assert_eq!(rows(&server, "docs=true"), [row("delete", "", "out_of_scope")]);
        let page = server.json("/v1/changes");
        assert_eq!(page["changes"][0]["must_purge"], true);
        assert!(page["changes"][0]["purge_by"].is_string());
        assert_eq!(export(&server, "").0, Copy::new());

        server.hub.withdraw_consent(&Actor::hub(), None, of("testimonies"), &id).expect("consent is withdrawn");
        let page = server.json("/v1/changes");
        assert_eq!(page["changes"][0]["reason"], "consent-withdrawn");
        assert_eq!(page["changes"][0]["must_purge"], true);
    }
}

/// Who has not read the first row yet is told by the later one.
#[test]
fn what_must_be_purged_stays_so_whatever_becomes_of_its_address() {
    let web = |channels: &[&str]| testimony("", channels)["consent"].clone();
    for server in servers(&[testimony("said", &["web", "sync"]), testimony("other", &["web", "sync"])]) {
        let (said, other) = (id(&server.hub, "testimonies", "said"), id(&server.hub, "testimonies", "other"));
        let does = |verb, request: TransitionRequest| {
            let done = server.hub.transition(&Actor::hub(), None, of("testimonies"), &said, None, verb, &request);
            done.expect("the transition is made");
        };
        let consents = |channels: &[&str]| {
            let done = server.hub.put_consent(&Actor::hub(), None, of("testimonies"), &said, web(channels));
            done.expect("consent is put on record");
        };
        let to = || TransitionRequest {
            to: Some(Successor { id: Some(other.clone()), slug: None }),
            ..TransitionRequest::default()
        };
        let told = || {
            let page = server.json("/v1/changes");
            let rows = page["changes"].as_array().expect("rows");
            rows.iter().find(|row| row["id"] == json!(said)).expect("its row").clone()
        };
        let ends: [(&str, &dyn Fn()); 2] = [
            ("removed", &|| does(Verb::Remove, TransitionRequest::default())),
            ("consent", &|| consents(&["embed", "sync"])),
        ];
        for (reason, end) in ends {
            end();
            let first = told();
            assert_eq!((&first["reason"], &first["must_purge"]), (&json!(reason), &json!(true)));
            let later: [(&str, &dyn Fn()); 2] = [
                ("redirected", &|| does(Verb::Redirect, to())),
                ("removed", &|| does(Verb::Remove, TransitionRequest::default())),
            ];
            for (reason, change) in later {
                change();
                let row = told();
                assert!(row["seq"].as_i64() > first["seq"].as_i64());
                assert_eq!((&row["reason"], &row["must_purge"]), (&json!(reason), &json!(true)), "{row}");
                assert_eq!(row["purge_by"], first["purge_by"], "nobody gains time by it");
            }
            consents(&["web", "sync"]);
            does(Verb::Restore, TransitionRequest::default());
            let back = told();
            assert_eq!((&back["op"], back.get("must_purge")), (&json!("upsert"), None));
        }
    }
}

#[test]
fn what_followers_may_not_have_is_not_named_either() {
    let person = json!({ "type": "people", "slug": "jane", "title": "Jane Roe", "biography": "-",
        "consent": { "basis": "written", "attribution": "named", "channels": ["web"], "evidence_ref": "file 2" } });
    let mut said = testimony("said", &["web", "sync"]);
    said["speaker"] = json!({ "slug": "jane" });
    for server in servers(&[person, said]) {
        assert_eq!(server.json("/v1/testimonies/said")["data"]["speaker"]["slug"], "jane");
        let (copy, ..) = export(&server, "");
        let documents: Vec<&Value> = copy.values().collect();
        assert_eq!(documents.len(), 1);
        assert_eq!(documents[0].get("speaker"), None);
        let place = server.json("/v1/changes")["last_seq"].clone();
        let id = id(&server.hub, "people", "jane");
        let wider = json!({ "basis": "written", "attribution": "named", "channels": ["web", "sync"], "evidence_ref": "file 2" });
        server.hub.put_consent(&Actor::hub(), None, of("people"), &id, wider).expect("consent is put on record");
        let mut now = copy.clone();
        follow(&server, "", place.as_i64().expect("a place"), 100, &mut now);
        assert_eq!(now.len(), 2);
        assert!(now.values().any(|document| document["speaker"]["slug"] == "jane"), "{now:?}");
    }
}

#[test]
fn nothing_new_is_a_304_and_can_be_waited_for() {
    let server = serving(Database::sqlite(), &[topic("one", &[])]);
    let answer = server.get("/v1/changes?since=1");
    assert_eq!(answer.header("etag"), Some("\"seq-1\""));
    assert_eq!(answer.header("hub-seq"), Some("1"));
    let known = [("If-None-Match", "\"seq-1\"")];
    assert_eq!(server.get_with("/v1/changes?since=1", &known).status, 304);
    assert_eq!(server.get_with("/v1/changes?since=1&wait=1", &known).status, 304);
    let late = std::thread::scope(|scope| {
        let waits = [&known[..], &[]].map(|headers| {
            let server = &server;
            scope.spawn(move || server.get_with("/v1/changes?since=1&wait=60&docs=true", headers))
        });
        std::thread::sleep(Duration::from_millis(300));
        publish(&server.hub, &[topic("two", &[])]);
        waits.map(|wait| wait.join().expect("an answer"))
    });
    for answer in late {
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert_eq!(answer.json()["changes"][0]["doc"]["slug"], "two");
    }
    let empty = server.get("/v1/changes?since=2&wait=1");
    assert_eq!((empty.status, &empty.json()["changes"]), (200, &json!([])));
}

#[test]
fn another_history_is_told_and_not_followed() {
    for server in servers(&[topic("one", &[])]) {
        let epoch = server.json("/v1/changes")["epoch"].clone();
        let epoch = epoch.as_str().expect("a name");
        assert_eq!(server.get(&format!("/v1/changes?epoch={epoch}")).status, 200);
        let other = "0197a9a4-5c8e-7d30-9b1f-2f6f1d1c7a10";
        for path in ["/v1/changes", "/v1/export", "/v1/inventory", "/v1/inventory/digest"] {
            let refused = server.get(&format!("{path}?epoch={other}"));
            assert_eq!(refused.status, 410, "{path}");
            assert_documented(path, path, &refused);
            let problem = refused.json();
            assert_eq!((&problem["type"], &problem["epoch"]), (&json!("/problems/epoch-changed"), &json!(epoch)));
            assert_eq!(problem["export"], "/v1/export");
        }
        // A place that the log has not reached can only be of another history.
        assert_eq!(server.get("/v1/changes?since=99").status, 410);
    }
}

#[test]
fn what_is_asked_for_is_understood_or_refused() {
    let server = Server::shared();
    for (query, parameter, code) in [
        ("tpoic=privacy", "tpoic", "unknown-parameter"),
        ("type=nothing", "type", "unknown-value"),
        ("since=-1", "since", "invalid-value"),
        // No collection has both, and what is wrong is told all the same.
        ("instrument=echr&starts_year=1990,,1991", "starts_year", "empty-value"),
        ("limit=1001", "limit", "invalid-value"),
        ("wait=61", "wait", "invalid-value"),
        ("docs=yes", "docs", "unknown-value"),
        ("epoch=1", "epoch", "invalid-value"),
        ("lang=%C3%A9", "lang", "invalid-value"),
        ("facet=topic", "facet", "unknown-parameter"),
        ("q=words", "q", "unknown-parameter"),
        // Only some collections have it.
        ("freda=dignity", "freda", "unknown-parameter"),
        ("type=rights,news&freda=dignity", "freda", "unknown-parameter"),
        ("since=1&since=2", "since", "repeated-parameter"),
    ] {
        let answer = server.get(&format!("/v1/changes?{query}"));
        assert_eq!(answer.status, 400, "{query}");
        assert_eq!(answer.faults(), [(parameter.to_owned(), code.to_owned())], "{query}");
    }
    assert_eq!(server.get(&format!("/v1/export?topic={}", encode("no such"))).status, 400);
    assert_eq!(export(&server, "topic=no-such-topic").0, Copy::new());
}
