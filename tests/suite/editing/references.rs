//! What becomes of references to an entry that is removed, redirected and restored.

use serde_json::{Value, json};

use super::{Editor, id_of, public, topic};

/// The slugs that an entry names in `related`.
fn named(editor: &Editor, item: &str) -> Vec<String> {
    let data = editor.server.json(&public(item))["data"].clone();
    let related = data["related"].as_array().cloned().unwrap_or_default();
    related.iter().map(|one| one["slug"].as_str().expect("a slug").to_owned()).collect()
}

fn naming(slug: &str, others: &[&str]) -> Value {
    let mut document = topic(slug, slug);
    document["related"] = others.iter().map(|slug| json!({ "slug": slug })).collect();
    document
}

fn to(item: &str) -> Value {
    json!({ "to": { "id": id_of(item) } })
}

#[test]
fn references_to_what_is_removed_vanish_and_come_back() {
    for editor in Editor::each() {
        let [one, two] = ["one", "two"].map(|slug| editor.make(&topic(slug, slug), true));
        let source = editor.make(&naming("source", &["one", "anchor", "two"]), true);
        let seq = |item: &str| editor.server.json(&public(item))["data"]["seq"].as_i64().expect("a number");
        let before = seq(&source);
        editor.done(&one, "remove", &json!({}));
        assert_eq!(named(&editor, &source), ["anchor", "two"]);
        let removed = seq(&source);
        assert!(removed > before, "who follows the log is told");
        assert_eq!(editor.server.json("/v1/topics?related=one&limit=0").get("data"), Some(&json!([])));

        editor.done(&two, "withdraw", &json!({ "explanation": "Not so." }));
        assert_eq!(named(&editor, &source), ["anchor", "two"], "what is withdrawn can be read");
        editor.done(&two, "remove", &json!({}));
        assert_eq!(named(&editor, &source), ["anchor"]);
        editor.done(&one, "restore", &json!({}));
        assert_eq!(named(&editor, &source), ["one", "anchor"]);
        assert!(seq(&source) > removed);
        editor.done(&two, "restore", &json!({}));
        assert_eq!(named(&editor, &source), ["one", "anchor", "two"], "in the order in which they were written");
        editor.check_stored();
    }
}

#[test]
fn references_of_what_is_removed_come_back_with_it() {
    for editor in Editor::each() {
        let one = editor.make(&topic("one", "one"), true);
        let source = editor.make(&naming("source", &["one", "anchor"]), true);
        editor.done(&source, "remove", &json!({}));
        editor.done(&source, "restore", &json!({}));
        assert_eq!(named(&editor, &source), ["one", "anchor"]);

        editor.done(&one, "remove", &json!({}));
        editor.done(&source, "remove", &json!({}));
        let refused = editor.post(&format!("{source}/restore"), &json!({}));
        assert_eq!(super::faults(&refused), [("/related/0".to_owned(), "dangling-reference".to_owned())]);
        assert_eq!(editor.server.get(&public(&source)).status, 410);
        editor.done(&one, "restore", &json!({}));
        editor.done(&source, "restore", &json!({}));
        assert_eq!(named(&editor, &source), ["one", "anchor"]);
        editor.check_stored();
    }
}

#[test]
fn a_successor_takes_the_place_in_references() {
    for editor in Editor::each() {
        let [old, new] = ["old", "new"].map(|slug| editor.make(&topic(slug, slug), true));
        let source = editor.make(&naming("source", &["old", "anchor"]), true);
        let both = editor.make(&naming("both", &["new", "old"]), true);
        editor.done(&old, "redirect", &to(&new));
        assert_eq!(named(&editor, &source), ["new", "anchor"]);
        assert_eq!(named(&editor, &both), ["new"], "nothing is named twice");
        for key in [id_of(&old), "old"] {
            let answer = editor.server.get(&format!("/v1/topics/{key}?fields=title"));
            assert_eq!(answer.status, 308);
            let expected = format!("/v1/topics/{}?fields=title", id_of(&new));
            assert_eq!(answer.header("location"), Some(expected.as_str()));
        }
        editor.check_stored();
        editor.done(&old, "restore", &json!({}));
        assert_eq!(named(&editor, &source), ["old", "anchor"]);
        assert_eq!(named(&editor, &both), ["new", "old"]);
        editor.check_stored();
    }
}

#[test]
fn a_successor_may_be_redirected_or_removed_itself() {
    for editor in Editor::each() {
        let [first, second, third] = ["first", "second", "third"].map(|slug| editor.make(&topic(slug, slug), true));
        let source = editor.make(&naming("source", &["first", "anchor"]), true);
        editor.done(&first, "redirect", &to(&second));
        editor.done(&second, "redirect", &to(&third));
        assert_eq!(named(&editor, &source), ["third", "anchor"]);
        editor.done(&third, "remove", &json!({}));
        assert_eq!(named(&editor, &source), ["anchor"]);
        editor.done(&third, "restore", &json!({}));
        assert_eq!(named(&editor, &source), ["third", "anchor"]);
        editor.done(&second, "restore", &json!({}));
        assert_eq!(named(&editor, &source), ["second", "anchor"]);
        editor.done(&first, "restore", &json!({}));
        assert_eq!(named(&editor, &source), ["first", "anchor"]);
        editor.check_stored();
    }
}

#[test]
fn a_redirect_may_come_after_a_removal_and_end_in_one() {
    for editor in Editor::each() {
        let [old, new, newer] = ["old", "new", "newer"].map(|slug| editor.make(&topic(slug, slug), true));
        let source = editor.make(&naming("source", &["old", "anchor"]), true);
        editor.done(&old, "remove", &json!({}));
        assert_eq!(named(&editor, &source), ["anchor"]);
        editor.done(&old, "redirect", &to(&new));
        assert_eq!(named(&editor, &source), ["new", "anchor"]);
        editor.done(&old, "redirect", &to(&newer));
        assert_eq!(named(&editor, &source), ["newer", "anchor"]);
        editor.done(&old, "remove", &json!({}));
        assert_eq!(named(&editor, &source), ["anchor"]);
        editor.done(&old, "restore", &json!({}));
        assert_eq!(named(&editor, &source), ["old", "anchor"]);
        editor.check_stored();
    }
}
