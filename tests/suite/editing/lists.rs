//! The editor's list: every filter of the public one over what is public and what is not, and pages by cursor.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Editor, is_problem, topic};

/// The slugs that a list answers, all on one page.
fn slugs(editor: &Editor, query: &str) -> BTreeSet<String> {
    let answer = editor.get(&format!("/v1/manage/topics?limit=100&{query}"));
    assert_eq!(answer.status, 200, "{query}: {}", answer.text());
    let found = answer.json();
    let slugs: BTreeSet<String> = found["data"]
        .as_array()
        .expect("items")
        .iter()
        .map(|item| item["slug"].as_str().expect("one").to_owned())
        .collect();
    assert_eq!(found["meta"]["total"], slugs.len(), "{query}");
    slugs
}

fn with(mut document: Value, members: Value) -> Value {
    for (name, value) in members.as_object().expect("members") {
        document[name.as_str()] = value.clone();
    }
    document
}

#[test]
fn filters_find_drafts_and_what_is_public() {
    for editor in Editor::each() {
        let related = |slug: &str| json!({ "related": [{ "slug": slug }] });
        editor.make(&with(topic("public", "Public"), related("anchor")), true);
        let changed = editor.make(&with(topic("changed", "Changed"), related("anchor")), true);
        editor.patch(&changed, 1, &json!({ "related": [], "featured": true, "lang": "fr" }));
        editor.make(&with(topic("draft", "Draft"), related("anchor")), false);
        editor.make(
            &with(topic("of-draft", "Of a draft"), json!({ "related": [{ "slug": "draft" }, { "slug": "anchor" }] })),
            false,
        );
        editor.make(&with(topic("dangling", "Dangling"), related("nobody")), false);
        editor.make(
            &with(topic("dated", "Dated"), json!({ "published_at": "2019-06-01T00:00:00Z", "review_by": "2020-01" })),
            false,
        );
        editor.make(&with(topic("narrower", "Narrower"), json!({ "broader": [{ "slug": "draft" }] })), false);
        let removed = editor.make(&with(topic("removed", "Removed"), related("anchor")), true);
        editor.done(&removed, "remove", &json!({}));
        let erased = editor.make(&with(topic("erased", "Erased"), related("anchor")), true);
        editor.done(&erased, "consent/withdraw", &json!({}));

        let all = slugs(&editor, "state=draft,published,removed");
        assert_eq!(all.len(), 9, "{all:?}");
        for (query, expected) in [
            ("related=anchor", vec!["draft", "of-draft", "public", "removed"]),
            ("related=anchor&state=draft", vec!["draft", "of-draft"]),
            ("related_all=anchor,draft", vec!["of-draft"]),
            ("related=draft", vec!["of-draft"]),
            ("related_not=anchor&state=draft", vec!["dangling", "dated", "narrower"]),
            ("related_not=anchor", vec!["anchor", "changed", "dangling", "dated", "narrower"]),
            ("related_missing=false&q=dra", vec!["draft", "of-draft"]),
            ("featured=true", vec!["changed"]),
            ("lang=fr", vec!["changed"]),
            ("lang_not=en", vec!["changed"]),
            ("published_from=2019&published_to=2019-06-01", vec!["dated"]),
            ("published_missing=true", vec!["dangling", "draft", "narrower", "of-draft", "removed"]),
            ("review_by_to=2020-02", vec!["dated"]),
            ("broader=draft", vec!["narrower"]),
            ("id=draft,public&unpublished_changes=false", vec!["draft", "public"]),
            ("related=nobody", vec![]),
        ] {
            let expected: BTreeSet<String> = expected.into_iter().map(str::to_owned).collect();
            assert_eq!(slugs(&editor, query), expected, "{query}");
        }
        let unmatched = editor.get("/v1/manage/topics?related=nobody,anchor").json();
        assert_eq!(unmatched["meta"]["unmatched"], json!([{ "parameter": "related", "value": "nobody" }]));
        assert_eq!(unmatched["meta"]["total"], 4);

        // What is written meanwhile is found as it then is.
        editor.patch(&changed, 2, &related("draft"));
        assert_eq!(slugs(&editor, "related=draft"), BTreeSet::from(["changed".to_owned(), "of-draft".to_owned()]));
    }
}

#[test]
fn what_is_misspelt_is_refused() {
    let editor = Editor::on(crate::support::Database::sqlite());
    let bad = |query: &str| {
        let answer = editor.get(&format!("/v1/manage/topics?{query}"));
        is_problem(&answer, 400, "invalid-parameters");
        answer.faults()
    };
    let fault = |parameter: &str, code: &str| vec![(parameter.to_owned(), code.to_owned())];
    assert_eq!(bad("relatd=anchor"), fault("relatd", "unknown-parameter"));
    assert_eq!(bad("featured=yes"), fault("featured", "unknown-value"));
    assert_eq!(bad("published_from=soon"), fault("published_from", "invalid-value"));
    assert_eq!(bad("facet=related"), fault("facet", "unknown-parameter"));
    assert_eq!(bad("related=a,,b"), fault("related", "empty-value"));
    assert_eq!(bad("lang=%2d"), fault("lang", "invalid-value"));
    assert_eq!(bad("cursor=abc"), fault("cursor", "malformed-cursor"));
    for slug in ["one", "two", "three"] {
        editor.make(&topic(slug, slug), false);
    }
    let cursor =
        editor.get("/v1/manage/topics?limit=2").json()["meta"]["next_cursor"].as_str().expect("more").to_owned();
    assert_eq!(bad(&format!("sort=slug&cursor={cursor}")), fault("cursor", "cursor-mismatch"));
    assert_eq!(bad(&format!("page=2&cursor={cursor}")), fault("cursor", "conflicting-parameters"));
}

#[test]
fn pages_by_cursor_repeat_and_skip_nothing() {
    for editor in Editor::each() {
        for number in 0..11 {
            let mut document = topic(&format!("topic-{number}"), ["Same", "Other"][number % 2]);
            if number % 3 == 0 {
                document["review_by"] = json!(["2030-01", "2031"][number % 2]);
            }
            let item = editor.make(&document, number % 4 == 0);
            if number % 5 == 1 {
                let at = super::later(3600 * number as i64);
                editor.done(&item, "schedule", &json!({ "publish_at": at }));
            }
        }
        for sort in ["modified_at", "created_at", "title", "slug", "review_by", "publish_at"] {
            for sort in [sort.to_owned(), format!("-{sort}")] {
                for filter in ["", "&lang=en"] {
                    let ids = |answer: &Value| -> Vec<Value> {
                        answer["data"].as_array().expect("items").iter().map(|item| item["id"].clone()).collect()
                    };
                    let list = format!("/v1/manage/topics?sort={sort}{filter}");
                    let whole = ids(&editor.get(&format!("{list}&limit=100")).json());
                    assert_eq!(whole.len(), 12);
                    let (mut paged, mut cursor) = (Vec::new(), String::new());
                    loop {
                        let page = editor.get(&format!("{list}&limit=5{cursor}")).json();
                        assert_eq!(page["meta"]["total"], 12);
                        paged.extend(ids(&page));
                        match page["meta"]["next_cursor"].as_str() {
                            Some(next) => cursor = format!("&cursor={next}"),
                            None => break,
                        }
                    }
                    assert_eq!(paged, whole, "{list}");
                }
            }
        }
    }
}
