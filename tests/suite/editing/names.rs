//! By which names an entry is found: its identifiers, and those of an entry that was merged into it.

use rights_hub::hub::{ImportOptions, LineOutcome};
use rights_hub::store;
use serde_json::{Value, json};

use super::{Editor, faults, id_of, public, topic};
use crate::support::{PUBLISH, import};

fn organisation(title: &str, names: &[&str]) -> Value {
    let identifiers: Vec<Value> = names.iter().map(|name| json!({ "scheme": "ods-code", "value": name })).collect();
    json!({ "type": "organisations", "title": title, "kind": "charity", "identifiers": identifiers })
}

#[test]
fn a_line_without_id_and_slug_is_about_whoever_has_its_identifier() {
    for editor in Editor::each() {
        let hub = &editor.server.hub;
        let told = |document: Value, options: ImportOptions| {
            let (_, mut results) = import(hub, &[document], options);
            results.pop().expect("a result")
        };
        let first = told(organisation("A trust", &["RX1"]), PUBLISH);
        assert_eq!(first.outcome, LineOutcome::Created);
        let again = told(organisation("The same trust", &["RX2", "RX1"]), PUBLISH);
        assert_eq!((again.outcome, &again.id), (LineOutcome::Updated, &first.id));
        let other = told(organisation("Another trust", &["RX3"]), PUBLISH);
        assert_eq!(other.outcome, LineOutcome::Created);
        let skipping = ImportOptions { on_conflict: rights_hub::hub::Conflict::Skip, ..PUBLISH };
        assert_eq!(told(organisation("A third", &["RX3"]), skipping).outcome, LineOutcome::Skipped);
        let both = told(organisation("Which one?", &["RX2", "RX3"]), PUBLISH);
        assert_eq!(both.errors.iter().map(|fault| fault.code).collect::<Vec<_>>(), ["ambiguous"]);
        // Drafts have names, too, and lose those that they do not have any more.
        let draft = editor.make(&organisation("A draft", &["RX4"]), false);
        editor.put(&draft, 1, &organisation("A draft", &["RX5"]));
        assert_eq!(told(organisation("New", &["RX4"]), PUBLISH).outcome, LineOutcome::Created);
        let known = told(organisation("The draft, published", &["RX5"]), PUBLISH);
        assert_eq!((known.outcome, known.id.as_deref()), (LineOutcome::Updated, Some(id_of(&draft))));
        editor.check_stored();
    }
}

#[test]
fn a_document_that_names_a_merged_entry_names_its_successor() {
    for editor in Editor::each() {
        let [old, new] = ["old", "new"].map(|slug| editor.make(&topic(slug, slug), true));
        editor.done(&old, "redirect", &json!({ "to": { "id": id_of(&new) } }));
        let named = |item: &str| {
            let related = editor.server.json(&public(item))["data"]["related"].clone();
            related.as_array().expect("a list").iter().map(|one| one["slug"].clone()).collect::<Vec<_>>()
        };
        for (slug, related) in [
            ("by-slug", json!([{ "slug": "old" }])),
            ("by-id", json!([{ "id": id_of(&old) }])),
            ("both", json!([{ "slug": "old" }, { "slug": "new" }])),
            ("both-turned", json!([{ "slug": "new" }, { "id": id_of(&old) }])),
        ] {
            let mut document = topic(slug, slug);
            document["related"] = related;
            let item = editor.make(&document, true);
            assert_eq!(named(&item), ["new"], "{slug}");
        }
        let mut twice = topic("twice", "twice");
        twice["related"] = json!([{ "slug": "new" }, { "id": id_of(&new) }]);
        let refused = editor.post("/v1/manage/topics?publish=true", &twice);
        assert_eq!(faults(&refused), [("/related/1".to_owned(), "duplicate-reference".to_owned())]);
        editor.done(&new, "remove", &json!({}));
        let mut dangling = topic("dangling", "dangling");
        dangling["related"] = json!([{ "slug": "old" }]);
        let refused = editor.post("/v1/manage/topics?publish=true", &dangling);
        assert_eq!(faults(&refused), [("/related/0".to_owned(), "dangling-reference".to_owned())]);
        editor.check_stored();
    }
}

#[test]
fn the_token_of_a_preview_is_kept_nowhere() {
    for editor in Editor::each() {
        let item = editor.make(&topic("tides", "Tides"), false);
        let links = format!("{item}/preview-links");
        let ask = || editor.send("POST", &links, &[("Idempotency-Key", "one")], Some(&json!({ "expires_in": 60 })));
        let made = ask();
        let href = made.json()["href"].as_str().expect("an address").to_owned();
        let again = ask();
        assert_eq!(again.header("idempotency-replayed"), Some("true"));
        assert_eq!((again.status, again.json().get("href")), (201, None));
        let token = href.rsplit('/').next().expect("a token").to_owned();
        let kept = editor.server.hub.store().look(|transaction| {
            let keys = transaction.see(store::all_keys)?;
            transaction.kept_answer(&keys[0].0.id, "one")
        });
        let kept = kept.expect("the database answers").expect("an answer is kept");
        assert!(!kept.answer.contains(&token), "{}", kept.answer);
    }
}

#[test]
fn a_slug_that_led_to_another_entry_is_refused_when_it_is_written() {
    for editor in Editor::each() {
        let renamed = editor.make(&topic("old", "Renamed"), true);
        editor.put(&renamed, 1, &topic("new", "Renamed"));
        editor.done(&renamed, "publish", &json!({}));
        let taken = [("/slug".to_owned(), "slug-taken".to_owned())];
        for published in [true, false] {
            let item = editor.make(&topic(&format!("other-{published}"), "Other"), published);
            let refused = editor.put(&item, 1, &topic("old", "Other"));
            assert_eq!(faults(&refused), taken);
            assert_eq!(faults(&editor.patch(&item, 1, &json!({ "slug": "old" }))), taken);
            let mut line = topic("old", "Other");
            line["id"] = json!(id_of(&item));
            let (counts, results) = import(&editor.server.hub, &[line, topic("beside", "Beside")], PUBLISH);
            assert_eq!((counts.failed, results[0].errors[0].code), (1, "slug-taken"));
            assert_eq!(editor.rev(&item), 1);
        }
        // One's own is one's own, whichever it was.
        assert_eq!(editor.put(&renamed, 2, &topic("old", "Renamed")).status, 200);
        editor.done(&renamed, "publish", &json!({}));
        assert_eq!(editor.server.get("/v1/topics/new").status, 308);
        editor.check_stored();
    }
}

#[test]
fn a_slug_is_found_without_trying_all_that_are_taken() {
    for editor in Editor::each() {
        let hub = &editor.server.hub;
        let untitled = |count: usize| vec![json!({ "type": "topics", "title": "Same title" }); count];
        let slugs = |results: Vec<rights_hub::hub::LineResult>| {
            let read = |result: &rights_hub::hub::LineResult| {
                let id = result.id.as_deref().expect("an id");
                editor.server.json(&format!("/v1/topics/{id}"))["data"]["slug"].as_str().expect("a slug").to_owned()
            };
            results.iter().map(read).collect::<Vec<_>>()
        };
        let began = hub.store().statements();
        let (_, results) = import(hub, &untitled(40), PUBLISH);
        let first = hub.store().statements() - began;
        let expected: Vec<String> = std::iter::once("same-title".to_owned())
            .chain((2..=40).map(|number| format!("same-title-{number}")))
            .collect();
        assert_eq!(slugs(results), expected);
        import(hub, &untitled(160), PUBLISH);
        let began = hub.store().statements();
        import(hub, &untitled(40), PUBLISH);
        let last = hub.store().statements() - began;
        assert!(last < first * 2, "{first} statements for the first forty, {last} for the last");
        // A number that was free all the time is as good.
        editor.make(&topic("report-2008", "Report 2008"), true);
        let report = json!({ "type": "topics", "title": "Report" });
        let (_, results) = import(hub, &vec![report; 3], PUBLISH);
        assert_eq!(slugs(results), ["report", "report-2", "report-3"]);
        editor.check_stored();
    }
}
