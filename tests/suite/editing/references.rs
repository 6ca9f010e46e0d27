//! What becomes of references to an entry that is removed, redirected and restored.

use std::collections::BTreeSet;

use proptest::test_runner::{Config, TestRunner};
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

/// Where an entry is: `None` for public, or what stands in its place, if anything does.
type Place = Option<Option<usize>>;

fn leads_to(places: &[Place; 4], mut at: usize) -> Option<usize> {
    while let Some(next) = places[at] {
        at = next?;
    }
    Some(at)
}

fn run(editor: &Editor, round: usize, steps: &[(usize, usize, u8)]) {
    let slugs: [String; 4] = std::array::from_fn(|number| format!("t{round}-{number}"));
    let items: [String; 4] = std::array::from_fn(|number| editor.make(&topic(&slugs[number], "T"), true));
    let source = editor.make(&naming(&format!("s{round}"), &slugs.each_ref().map(String::as_str)[..3]), true);
    let mut places: [Place; 4] = [None; 4];
    for (which, other, verb) in steps {
        let (item, place) = (&items[*which], places[*which]);
        let (verb, body, next) = match verb {
            0 => ("remove", json!({}), (place != Some(None)).then_some(Some(None))),
            1 => ("restore", json!({}), place.map(|_| None)),
            _ => {
                let good = which != other && places[*other].is_none();
                ("redirect", to(&items[*other]), good.then_some(Some(Some(*other))))
            }
        };
        let answer = editor.post(&format!("{item}/{verb}"), &body);
        assert_eq!(answer.status == 200, next.is_some(), "{verb} {which} {other} of {steps:?}: {}", answer.text());
        places[*which] = next.unwrap_or(place);
        let expected: BTreeSet<&String> =
            (0..3).filter_map(|number| leads_to(&places, number)).map(|number| &slugs[number]).collect();
        let named = named(editor, &source);
        assert_eq!(named.iter().collect::<BTreeSet<_>>(), expected, "{verb} {which} {other} of {steps:?}");
        assert_eq!(named.len(), expected.len(), "an entry is named twice");
    }
    editor.check_stored();
}

#[test]
fn an_entry_names_what_its_references_lead_to() {
    for (cases, editor) in [40, 8].into_iter().zip(Editor::each()) {
        let round = std::cell::Cell::new(0);
        let steps = proptest::collection::vec((0..4usize, 0..4usize, 0..4u8), 8..16);
        let config = Config { cases, failure_persistence: None, max_shrink_iters: 100, ..Config::default() };
        TestRunner::new(config)
            .run(&steps, |steps| {
                round.set(round.get() + 1);
                run(&editor, round.get(), &steps);
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{error}"));
    }
}
