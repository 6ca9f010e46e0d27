//! Lists against a reference that knows nothing of the catalogue: the same totals, orders, counts and pages, whatever is
//! asked, at first and after every change. `PROPTEST_CASES` says how many questions are asked (1024).

mod choices;
mod kinds;
mod question;
mod reference;
mod world;

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use choices::Choices;
use kinds::{Holds, KINDS, Kind};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use question::Question;
use reference::{Answer, Reference};
use rights_hub::hub::{Hub, ListPage};
use rights_hub::model::{COLLECTIONS, collection};
use rights_hub::query::{ListQuery, Surface, parameters_of};
use rights_hub::store;
use serde_json::{Value, json};
use world::World;

use crate::support::{Database, TestHub, hubs, publish};

/// How many worlds the questions are spread over.
const WORLDS: u64 = 8;

struct Case {
    hub: TestHub,
    world: World,
    reference: Reference,
}

impl Case {
    fn new(seed: u64, database: Database) -> Self {
        let world = World::new(&mut Choices::Seed(seed));
        let hub = TestHub { hub: database.hub(), database };
        publish(&hub, &world.documents);
        let reference = Reference::of(&world, &updated(&hub));
        Self { hub, world, reference }
    }
}

/// When each public entry last changed, from the tables.
fn updated(hub: &Hub) -> HashMap<String, i64> {
    let mut updated = HashMap::new();
    let read = hub.store().read(|connection| {
        for collection in COLLECTIONS.iter() {
            store::scan(connection, collection, |stored| {
                updated.insert(stored.entry.id.clone(), stored.entry.updated_at.millis());
            })?;
        }
        Ok(())
    });
    read.expect("the tables can be read");
    updated
}

fn page(hub: &Hub, kind: &'static str, query: &str) -> ListPage {
    let read = ListQuery::read(Surface::List(kind), query, None);
    let read = read.unwrap_or_else(|faults| panic!("{kind}?{query} is refused: {faults:?}"));
    hub.list(collection(kind).expect("a collection"), &read).expect("the list is answered")
}

fn ids(page: &ListPage) -> Vec<String> {
    page.data.iter().map(|entry| entry.id.clone()).collect()
}

/// The query string of a link, if the page has it.
fn link(page: &ListPage, name: &str) -> Option<String> {
    let (_, href) = page.links.iter().find(|link| link.0 == name)?;
    Some(href.split_once('?').map(|parts| parts.1.to_owned()).unwrap_or_default())
}

/// Asks a question in every way and compares with the reference.
fn check(hub: &Hub, reference: &Reference, question: &Question) -> Result<(), TestCaseError> {
    let query = question.query();
    let expected = reference.answer(question);
    let total = expected.ids.len();
    let first = page(hub, question.kind, &query);
    let head: Vec<String> = expected.ids.iter().take(question.limit).cloned().collect();
    let found = Answer {
        ids: ids(&first),
        facets: first.facets.clone().unwrap_or_default(),
        unmatched: first.meta["unmatched"].as_array().cloned().unwrap_or_default(),
    };
    prop_assert_eq!(&first.meta["total"], &json!(total), "total of {}?{}", question.kind, query);
    let expected_first = Answer { ids: head, facets: expected.facets, unmatched: expected.unmatched };
    prop_assert_eq!(found, expected_first, "{}?{}", question.kind, query);
    prop_assert_eq!(first.facets.is_some(), !question.facets.is_empty());
    shown(&first, reference, question)?;
    by_cursor(hub, question, &query, first, &expected.ids)?;
    by_number(hub, question, &query, &expected.ids)
}

/// Each entry stands in the language that suits the reader best, and says so.
fn shown(page: &ListPage, reference: &Reference, question: &Question) -> Result<(), TestCaseError> {
    let query = ListQuery::read(Surface::List(question.kind), "view=card", None).expect("a good query");
    for entry in &page.data {
        let mut text = String::from("{");
        entry.document.write(entry.collection, &query.shape, &mut text);
        text.push('}');
        let document: Value = serde_json::from_str(&text).expect("a document is JSON");
        let (title, lang, fallback) = reference.shown(&entry.id, &question.languages);
        let found = json!([document["id"], document["title"], document["lang"], document["lang_fallback"]]);
        prop_assert_eq!(found, json!([entry.id, title, lang, fallback]));
    }
    Ok(())
}

/// From the first page to the last by `next`, each page being the `prev` of the one behind it; then back by `prev`.
fn by_cursor(
    hub: &Hub,
    question: &Question,
    query: &str,
    first: ListPage,
    expected: &[String],
) -> Result<(), TestCaseError> {
    prop_assert_eq!(link(&first, "prev"), None, "nothing stands before the first page of {}", query);
    if question.limit == 0 {
        prop_assert_eq!(link(&first, "next"), None);
        return Ok(());
    }
    let mut pages: Vec<Vec<String>> = vec![ids(&first)];
    let mut current = first;
    while let Some(next) = link(&current, "next") {
        let cursor = current.meta["next_cursor"].as_str().map(|cursor| format!("cursor={cursor}"));
        prop_assert!(cursor.is_some_and(|cursor| next.contains(&cursor)), "next_cursor is the cursor of next");
        current = page(hub, question.kind, &next);
        prop_assert_eq!(&current.meta["total"], &json!(expected.len()));
        prop_assert_eq!(&current.meta["changed_since_start"], &json!(false));
        let prev = link(&current, "prev").ok_or_else(|| TestCaseError::fail("a further page without prev"))?;
        prop_assert_eq!(Some(&ids(&page(hub, question.kind, &prev))), pages.last(), "prev of next of {}", query);
        pages.push(ids(&current));
        prop_assert!(pages.len() <= expected.len() + 1, "the pages of {} have no end", query);
    }
    prop_assert_eq!(&pages.concat(), expected, "pages by cursor of {}", query);
    prop_assert_eq!(&current.meta["next_cursor"], &Value::Null);

    let mut back: Vec<Vec<String>> = vec![ids(&current)];
    while let Some(prev) = link(&current, "prev") {
        current = page(hub, question.kind, &prev);
        back.insert(0, ids(&current));
        prop_assert!(back.len() <= expected.len() + 1, "the way back of {} has no end", query);
    }
    prop_assert_eq!(&back.concat(), expected, "pages back by cursor of {}", query);
    Ok(())
}

/// Page by page by number, and one behind the end.
fn by_number(hub: &Hub, question: &Question, query: &str, expected: &[String]) -> Result<(), TestCaseError> {
    let (size, pages) = (question.limit.max(1), expected.len().div_ceil(question.limit.max(1)));
    // Every page of long lists of short pages would only take time.
    let numbers = BTreeSet::from([1, 2, pages / 2 + 1, pages.max(1), pages + 1]);
    for number in numbers {
        let found = page(hub, question.kind, &format!("{query}&page={number}"));
        let slice: Vec<String> = match question.limit {
            0 => Vec::new(),
            _ => expected.iter().skip((number - 1) * size).take(size).cloned().collect(),
        };
        let next = question.limit > 0 && number < pages;
        prop_assert_eq!(ids(&found), slice, "page {} of {}", number, query);
        prop_assert_eq!(link(&found, "next").is_some(), next, "next of page {} of {}", number, query);
        prop_assert_eq!(link(&found, "prev").is_some(), number > 1, "prev of page {} of {}", number, query);
    }
    Ok(())
}

#[test]
fn the_reference_knows_every_filter_sort_and_facet() {
    for kind in KINDS {
        let mut expected: BTreeSet<String> = BTreeSet::from(["id".to_owned()]);
        for field in kind.fields() {
            let operators: &[&str] = match field.holds {
                Holds::Flag => &[""],
                _ if field.name == "lang" => &["_all", "_not", "_missing"],
                _ if field.rolled_up() => &["", "_all", "_not", "_missing", "_exact"],
                _ => &["", "_all", "_not", "_missing"],
            };
            expected.extend(operators.iter().map(|operator| format!("{}{operator}", field.name)));
        }
        for (_, parameter, _) in kind.all_dates() {
            expected.extend(["_from", "_to", "_missing"].map(|operator| format!("{parameter}{operator}")));
        }
        let parameters = parameters_of(Surface::List(kind.name));
        let shared = [
            "q",
            "q_mode",
            "typo",
            "highlight",
            "sort",
            "limit",
            "page",
            "cursor",
            "facet",
            "facet_limit",
            "view",
            "fields",
            "format_text",
            "include",
            "include_limit",
            "lang",
            "min_seq",
        ];
        let names = parameters.iter().map(|parameter| parameter.name.clone());
        let found: BTreeSet<String> = names.filter(|name| !shared.contains(&name.as_str())).collect();
        assert_eq!(found, expected, "{}", kind.name);

        let allowed = |name: &str| -> BTreeSet<String> {
            let parameter = parameters.iter().find(|parameter| parameter.name == name);
            parameter.into_iter().flat_map(|parameter| &parameter.allowed).map(|name| (*name).to_owned()).collect()
        };
        assert_eq!(allowed("facet"), kind.fields().into_iter().map(|field| field.name).collect(), "{}", kind.name);
        assert_eq!(allowed("sort"), kind.sorts().into_iter().map(str::to_owned).collect(), "{}", kind.name);
    }
}

#[test]
fn a_list_answers_what_the_reference_answers() {
    static CASES: LazyLock<Vec<Case>> =
        LazyLock::new(|| (0..WORLDS).map(|seed| Case::new(seed, Database::sqlite())).collect());
    let questions = (0..CASES.len(), 0..KINDS.len(), proptest::collection::vec(any::<u16>(), 12..80));
    let mut runner = TestRunner::new(Config { cases: cases(1024), failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&questions, |(case, kind, tape)| {
        let case = &CASES[case];
        let question = Question::about(&case.world, &KINDS[kind], &mut Choices::Tape(&tape));
        check(&case.hub, &case.reference, &question)
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// How many cases: `PROPTEST_CASES`, else so many.
fn cases(otherwise: u32) -> u32 {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => Config::default().cases,
        None => otherwise,
    }
}

#[test]
fn the_catalogue_stays_what_a_fresh_one_would_be() {
    for (number, database) in Database::each().into_iter().chain([Database::sqlite()]).enumerate() {
        let seed = 100 + number as u64;
        let mut choices = Choices::Seed(1000 + seed);
        let mut case = Case::new(seed, database);
        for round in 0..6 {
            let changed = case.world.edit(&mut choices);
            publish(&case.hub, &changed);
            let reference = Reference::of(&case.world, &updated(&case.hub));
            let fresh = case.hub.database.hub();
            for _ in 0..15 {
                let kind: &'static Kind = &KINDS[choices.below(KINDS.len())];
                let question = Question::about(&case.world, kind, &mut choices);
                if let Err(failure) = check(&case.hub, &reference, &question) {
                    panic!("world {seed}, round {round}, {}?{}: {failure}", kind.name, question.query());
                }
                let (followed, opened) =
                    (page(&case.hub, kind.name, &question.query()), page(&fresh, kind.name, &question.query()));
                assert_eq!(ids(&followed), ids(&opened));
                assert_eq!(followed.facets, opened.facets);
                assert_eq!(followed.meta, opened.meta);
                assert_eq!(followed.links, opened.links);
                assert_eq!(documents(&followed), documents(&opened), "{}?{}", kind.name, question.query());
            }
        }
    }
}

/// The full documents of a page, as text.
fn documents(page: &ListPage) -> Vec<String> {
    let query = ListQuery::read(Surface::Item("topics"), "view=full", None).expect("a good query");
    let full = page.data.iter().map(|entry| {
        let mut text = String::new();
        entry.document.write(entry.collection, &query.shape, &mut text);
        text
    });
    full.collect()
}

fn resource(slug: &str, audience: &[&str]) -> Value {
    json!({ "type": "resources", "slug": slug, "title": slug, "kind": "guide", "audience": audience })
}

#[test]
fn a_word_that_no_entry_has_any_more_is_named_as_unmatched() {
    for hub in hubs() {
        publish(&hub, &[resource("one", &["nurses", "doctors"])]);
        publish(&hub, &[resource("one", &["doctors"])]);
        for hub in [&hub.hub, &hub.database.hub()] {
            let found = page(hub, "resources", "audience=nurses&facet=audience");
            assert_eq!(found.meta["unmatched"], json!([{ "parameter": "audience", "value": "nurses" }]));
            assert_eq!(found.facets.unwrap()[0].values.len(), 1, "and is no value of the facet");
        }
    }
}

#[test]
fn languages_are_filtered_without_regard_to_case() {
    let hub = hubs().remove(0);
    let mut document = resource("one", &[]);
    document["lang"] = json!("en-GB");
    publish(&hub, &[document]);
    let found = page(&hub, "resources", "lang_all=EN-gb");
    assert_eq!((found.meta["total"].clone(), found.meta["unmatched"].clone()), (json!(1), json!([])));
}

#[test]
fn a_cursor_knows_whether_its_collection_changed_since() {
    for hub in hubs() {
        publish(&hub, &[resource("one", &[]), resource("two", &[]), resource("three", &[])]);
        let next = link(&page(&hub, "resources", "limit=1"), "next").unwrap();
        // Something else changes; a node that starts afterwards knows that this was not it.
        publish(&hub, &[json!({ "type": "topics", "slug": "privacy", "title": "Privacy" })]);
        for hub in [&hub.hub, &hub.database.hub()] {
            assert_eq!(page(hub, "resources", &next).meta["changed_since_start"], json!(false));
        }
        publish(&hub, &[resource("one", &["nurses"])]);
        for hub in [&hub.hub, &hub.database.hub()] {
            assert_eq!(page(hub, "resources", &next).meta["changed_since_start"], json!(true));
        }
    }
}

#[test]
fn a_facet_says_there_is_more_only_when_something_is_left_out() {
    let hub = hubs().remove(0);
    publish(&hub, &[resource("one", &["a", "b"]), resource("two", &["a"])]);
    let more = |query: &str| page(&hub, "resources", query).facets.unwrap()[0].more;
    assert!(!more("audience=a,b&facet=audience&facet_limit=1"), "what is selected is there whatever the limit");
    assert!(more("audience=a&facet=audience&facet_limit=1"));
    assert!(!more("facet=audience&facet_limit=2"));
    assert!(more("facet=audience&facet_limit=1"));
}

#[test]
fn names_of_entries_are_in_the_language_that_suits_the_reader() {
    for hub in hubs() {
        let mut topic = json!({ "type": "topics", "slug": "soins", "title": "Soins", "lang": "fr" });
        topic["translations"] = json!([{ "lang": "en", "title": "Care" }]);
        let mut resource = resource("one", &[]);
        resource["topics"] = json!([{ "slug": "soins" }]);
        resource["translations"] = json!([{ "lang": "fr", "title": "Un" }]);
        publish(&hub, &[topic, resource]);
        let expected = [("", "Soins", "one"), ("&lang=en-GB", "Care", "one"), ("&lang=fr-CA", "Soins", "Un")];
        for (languages, label, title) in expected {
            let found = page(&hub, "resources", &format!("facet=topic{languages}"));
            assert_eq!(found.facets.unwrap()[0].values[0].label, label, "{languages}");
            let found = page(&hub, "topics", &format!("include=resources{languages}"));
            let referenced = found.data[0].extra.iter().find(|extra| extra.0 == "referenced_by").unwrap();
            assert_eq!(referenced.1["resources"]["data"][0]["title"], title, "{languages}");
        }
    }
}
