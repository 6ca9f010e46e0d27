//! Totals, facets and pages under `q`, held against a reference that looks at every entry.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use super::{encoded, found};
use crate::support::publish;
use crate::support::server::Server;

/// Words that no stemmer touches and that no two letters turn into one another.
const WORDS: &[&str] = &["zabo", "kluf", "mirt", "wonk", "pydu"];
const TOPICS: &[&str] = &["privacy", "dementia", "training"];

/// An entry as the reference knows it.
struct Known {
    name: String,
    words: BTreeSet<&'static str>,
    topics: BTreeSet<&'static str>,
    featured: bool,
}

/// Resources and news with every mix of words and topics.
fn written() -> (Vec<Value>, Vec<Known>) {
    let (mut documents, mut known) = (Vec::new(), Vec::new());
    for number in 0..96usize {
        let chosen = |all: &[&'static str], mix: usize| -> BTreeSet<&'static str> {
            all.iter().enumerate().filter(|(place, _)| mix >> place & 1 == 1).map(|(_, word)| *word).collect()
        };
        let (words, topics) = (chosen(WORDS, number * 7 % 32), chosen(TOPICS, number * 5 % 8));
        let (kind, slug) = (if number % 3 == 0 { "news" } else { "resources" }, format!("entry-{number}"));
        let text: Vec<&str> = words.iter().copied().collect();
        let mut document = json!({
            "type": kind, "slug": slug, "title": format!("Number {number}"), "summary": text.join(" "), "featured": number % 4 == 0,
            "topics": topics.iter().map(|slug| json!({ "slug": slug })).collect::<Vec<_>>(),
        });
        document[if kind == "news" { "body" } else { "abstract" }] = json!("Some text.");
        if kind == "resources" {
            document["kind"] = json!("report");
        }
        documents.push(document);
        known.push(Known { name: format!("{kind}/{slug}"), words, topics, featured: number % 4 == 0 });
    }
    (documents, known)
}

/// A question: words, those that must not be there, whether all must, a topic, whether featured, which collection.
type Question = (Vec<usize>, Option<usize>, bool, Option<usize>, Option<bool>, Option<bool>);

fn question() -> impl Strategy<Value = Question> {
    (
        proptest::collection::vec(0..WORDS.len(), 1..4),
        proptest::option::of(0..WORDS.len()),
        any::<bool>(),
        proptest::option::of(0..TOPICS.len()),
        proptest::option::of(any::<bool>()),
        proptest::option::of(any::<bool>()),
    )
}

fn ask(server: &Server, known: &[Known], question: &Question) {
    let (words, without, all, topic, featured, news) = question;
    let words: Vec<&str> = words.iter().map(|place| WORDS[*place]).collect();
    let without = without.map(|place| WORDS[place]);
    let topic = topic.map(|place| TOPICS[place]);
    let kind = news.map(|news| if news { "news" } else { "resources" });
    let mut q = words.join(" ");
    q.extend(without.map(|word| format!(" -{word}")));
    let mut target = format!("/v1/search?q={}&q_mode={}", encoded(&q), if *all { "all" } else { "any" });
    target.extend(topic.map(|topic| format!("&topic={topic}")));
    target.extend(featured.map(|featured| format!("&featured={featured}")));
    target.extend(kind.map(|kind| format!("&type={kind}")));

    let fits_words = |one: &Known| {
        let some = words.iter().any(|word| one.words.contains(word));
        let every = words.iter().all(|word| one.words.contains(word));
        (if *all { every } else { some }) && without.is_none_or(|word| !one.words.contains(word))
    };
    let fits_topic = |one: &Known| topic.is_none_or(|topic| one.topics.contains(topic));
    let fits_featured = |one: &Known| featured.is_none_or(|featured| one.featured == featured);
    let fits_kind = |one: &Known| kind.is_none_or(|kind| one.name.starts_with(kind));
    let expected: BTreeSet<&str> = known
        .iter()
        .filter(|one| fits_words(one) && fits_topic(one) && fits_featured(one) && fits_kind(one))
        .map(|one| one.name.as_str())
        .collect();

    let page = server.json(&format!("{target}&limit=0&facet=topic,featured,type"));
    assert_eq!(page["meta"]["total"], expected.len(), "{target}");
    let mut topics: BTreeMap<&str, u64> = BTreeMap::new();
    for one in known.iter().filter(|one| fits_words(one) && fits_featured(one) && fits_kind(one)) {
        one.topics.iter().for_each(|topic| *topics.entry(topic).or_default() += 1);
    }
    let mut kinds: BTreeMap<&str, u64> = BTreeMap::new();
    for one in known.iter().filter(|one| fits_words(one) && fits_featured(one) && fits_topic(one)) {
        *kinds.entry(one.name.split('/').next().expect("a kind")).or_default() += 1;
    }
    for (facet, counts) in [("topic", &topics), ("type", &kinds)] {
        let values = page["facets"][facet]["values"].as_array().expect("values");
        let told: BTreeMap<&str, u64> = values
            .iter()
            .map(|value| (value["value"].as_str().expect("a value"), value["count"].as_u64().expect("a count")))
            .filter(|(value, count)| *count > 0 && (facet == "type" || TOPICS.contains(value)))
            .collect();
        assert_eq!(&told, counts, "{target} {facet}");
    }

    // Page by page, by cursor: each once, none lost, in the order of one long page.
    let mut next = Some(format!("{target}&limit=7"));
    let mut seen: Vec<String> = Vec::new();
    while let Some(target) = next {
        let page = server.json(&target);
        seen.extend(found(&page));
        next = page["links"]["next"].as_str().map(str::to_owned);
    }
    assert_eq!(seen.len(), expected.len(), "{target}");
    assert_eq!(seen.iter().map(String::as_str).collect::<BTreeSet<_>>(), expected, "{target}");
    assert_eq!(seen, found(&server.json(&format!("{target}&limit=100"))), "{target}");
    let second = found(&server.json(&format!("{target}&limit=7&page=2")));
    assert_eq!(second, seen.iter().skip(7).take(7).cloned().collect::<Vec<_>>(), "{target}");
    // The same entries in any other order.
    let sorted = found(&server.json(&format!("{target}&limit=100&sort=-title")));
    assert_eq!(sorted.iter().map(String::as_str).collect::<BTreeSet<_>>(), expected, "{target}");
}

#[test]
fn totals_facets_and_pages_are_those_of_a_reference() {
    let server = Server::own();
    let (documents, known) = written();
    publish(&server.hub, &documents);
    let mut runner = TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
    runner
        .run(&question(), |question| {
            ask(&server, &known, &question);
            Ok(())
        })
        .expect("every question is answered as by the reference");
}

#[test]
fn paging_by_cursor_keeps_its_place_while_others_are_published() {
    let server = Server::own();
    let (documents, known) = written();
    publish(&server.hub, &documents);
    let mut next = Some("/v1/search?q=zabo%20kluf&limit=5".to_owned());
    let mut seen: Vec<String> = Vec::new();
    let mut round = 0;
    while let Some(target) = next {
        let page = server.json(&target);
        seen.extend(found(&page));
        next = page["links"]["next"].as_str().map(str::to_owned);
        round += 1;
        // How rare the words are changes with every page.
        let more = json!({ "type": "topics", "slug": format!("more-{round}"), "title": format!("kluf kluf {round}") });
        publish(&server.hub, &[more]);
    }
    let before: BTreeSet<&str> = known
        .iter()
        .filter(|one| one.words.contains("zabo") || one.words.contains("kluf"))
        .map(|one| one.name.as_str())
        .collect();
    let old: Vec<&str> = seen.iter().map(String::as_str).filter(|name| !name.starts_with("topics/")).collect();
    assert_eq!(old.len(), before.len());
    assert_eq!(old.into_iter().collect::<BTreeSet<_>>(), before);
}

#[test]
fn nothing_that_is_typed_breaks_a_search() {
    let server = Server::shared();
    let typed =
        proptest::string::string_regex("(?s)[\\PC\"'():*~^+\\-\\[\\]«» \\\\/&|!?a-z]{1,80}").expect("a pattern");
    let mut runner = TestRunner::new(Config { cases: 120, failure_persistence: None, ..Config::default() });
    let choices = (typed, any::<bool>(), any::<bool>());
    runner
        .run(&choices, |(q, all, suggest)| {
            if q.trim().is_empty() {
                return Ok(());
            }
            let target = match suggest {
                true => format!("/v1/suggest?q={}", encoded(&q)),
                false => {
                    format!("/v1/search?q={}&highlight=true&q_mode={}", encoded(&q), if all { "all" } else { "any" })
                }
            };
            let answer = server.get(&target);
            prop_assert_eq!(answer.status, 200, "{}: {}", target, answer.text());
            Ok(())
        })
        .expect("every query is answered");
}
