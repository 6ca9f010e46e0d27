//! What becomes public and what does not: the domain's rules, references, consent, and the order of the sequence.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};

use rights_hub::hub::{
    Actor, Conflict, Hub, HubError, ImportOptions, ItemWrite, LineOutcome, LineResult, TransitionRequest, Verb,
};
use rights_hub::model::{COLLECTIONS, collection};
use rights_hub::query::{ListQuery, Surface};
use rights_hub::store;
use serde_json::{Value, json};

use crate::support::{Database, PUBLISH, hubs, import, import_lines, publish};

/// The public document of an entry, whole.
fn document(hub: &Hub, name: &'static str, key: &str) -> Result<Value, HubError> {
    let query = ListQuery::read(Surface::Item(name), "", None).expect("a good query");
    let page = hub.item(collection(name).expect("a collection"), key, &query)?;
    let mut text = String::from("{");
    page.data[0].document.write(page.data[0].collection, &query.shape, &mut text);
    text.push('}');
    Ok(serde_json::from_str(&text).expect("a document is JSON"))
}

fn total(hub: &Hub, name: &'static str, query: &str) -> Value {
    let query = ListQuery::read(Surface::List(name), query, None).expect("a good query");
    hub.list(collection(name).expect("a collection"), &query).expect("the list is answered").meta["total"].clone()
}

/// Slug → seq of every public entry, from the change log and the tables, which must agree.
fn seqs(hub: &Hub) -> BTreeMap<String, i64> {
    let read = hub.store().snapshot(|connection| {
        let mut seqs = BTreeMap::new();
        let mut logged = BTreeMap::new();
        for collection in COLLECTIONS.iter() {
            store::scan(connection, collection, |stored| {
                logged.insert(stored.entry.id.clone(), stored.entry.seq);
                seqs.insert(format!("{}/{}", collection.name, stored.entry.slug), stored.entry.seq);
            })?;
        }
        let changes = store::changes_after(connection, 0, i64::MAX)?;
        let changes: BTreeMap<String, i64> = changes.into_iter().map(|change| (change.entry_id, change.seq)).collect();
        assert_eq!(logged, changes, "entries and change log name the same places");
        Ok(seqs)
    });
    read.expect("the tables can be read")
}

fn position(hub: &Hub) -> i64 {
    hub.store().read(store::position).expect("the position can be read").0
}

fn faults(result: &LineResult) -> BTreeSet<(String, &'static str)> {
    result.errors.iter().map(|fault| (fault.pointer.clone(), fault.code)).collect()
}

fn topic(slug: &str, title: &str) -> Value {
    json!({ "type": "topics", "slug": slug, "title": title })
}

/// A hub with the starter content: the examples name nothing else, so that they can be tried on any fresh hub.
fn prepare(hub: &Hub) {
    hub.load_starter_content().unwrap();
    hub.catch_up().unwrap();
}

#[test]
fn every_example_can_be_published() {
    for hub in hubs() {
        prepare(&hub);
        for collection in COLLECTIONS.iter() {
            let example = (collection.example)();
            publish(&hub, std::slice::from_ref(&example));
            let public = document(&hub, collection.name, example["slug"].as_str().unwrap()).unwrap();
            for member in ["type", "slug", "title", "summary"] {
                assert_eq!(public[member], example[member], "{}", collection.name);
            }
            assert_eq!(public["consent"], Value::Null, "consent is never public");
        }
        let checked = hub.check_stored().unwrap();
        assert!(checked.entries > 100 && checked.faults.is_empty(), "{:?}", checked.faults);
    }
}

/// A rule: the collection, what is changed in its example, and the one fault that this makes.
type Rule = (&'static str, fn(&mut Value), &'static str, &'static str);

fn remove(document: &mut Value, member: &str) {
    document.as_object_mut().expect("an object").shift_remove(member).expect("the example has it");
}

const RULES: &[Rule] = &[
    ("rights", |right| remove(right, "restriction_test"), "/restriction_test", "required"),
    ("rights", |right| right["restriction_test"] = json!("  "), "/restriction_test", "required"),
    ("rights", |right| right["kind"] = json!("absolute"), "/restriction_test", "not-allowed"),
    ("rights", |right| remove(right, "instrument"), "/instrument", "required"),
    ("case-studies", |case| remove(case, "rights"), "/rights", "required"),
    ("case-studies", |case| case["organisations"] = json!([]), "/organisations", "required"),
    ("case-studies", |case| case["setting"] = json!("moon"), "/setting", "unknown-value"),
    ("case-studies", |case| case["changes"][0]["colour"] = json!("red"), "/changes/0/colour", "unknown-field"),
    ("evaluations", |evaluation| evaluation["findings"] = json!([]), "/findings", "too-short"),
    ("evaluations", |evaluation| remove(evaluation, "findings"), "/findings", "required"),
    ("evaluations", |evaluation| evaluation["findings"][0]["locator"] = json!(" "), "/findings/0/locator", "required"),
    ("evaluations", |evaluation| evaluation["ends_on"] = json!("2005"), "/ends_on", "before-start"),
    ("testimonies", |testimony| remove(testimony, "consent"), "/consent", "consent-required"),
    (
        "testimonies",
        |testimony| testimony["consent"]["expires_on"] = json!("2020-01-01"),
        "/consent/expires_on",
        "consent-expired",
    ),
    ("testimonies", |testimony| testimony["consent"]["channels"] = json!([]), "/consent/channels", "too-short"),
    (
        "testimonies",
        |testimony| {
            testimony["kind"] = json!("quotation");
            testimony["locator"] = json!("p. 3");
        },
        "/cites",
        "required",
    ),
    (
        "testimonies",
        |testimony| {
            testimony["kind"] = json!("quotation");
            testimony["cites"] = json!([{ "type": "instruments", "slug": "human-rights-act-1998" }]);
        },
        "/locator",
        "required",
    ),
    ("testimonies", |testimony| testimony["cites"] = json!([{ "slug": "x" }]), "/cites/0/type", "required"),
    ("people", |person| remove(person, "consent"), "/consent", "consent-required"),
    ("people", |person| person["consent"]["attribution"] = json!("role"), "/consent/attribution", "not-allowed"),
    ("events", |event| event["ends_at"] = json!("2015-06-18T23:59:59.999Z"), "/ends_at", "before-start"),
    ("events", |event| event["time_zone"] = json!("Europe/Atlantis"), "/time_zone", "unknown-time-zone"),
    ("events", |event| event["recurrence"] = json!("FREQ=SOMETIMES"), "/recurrence", "invalid-recurrence"),
    ("projects", |project| project["ends_on"] = json!("2005-12"), "/ends_on", "before-start"),
    ("projects", |project| project["starts_on"] = json!("2019-02-30"), "/starts_on", "invalid-value"),
    ("organisations", |organisation| organisation["active_to"] = json!("2001-03"), "/active_to", "before-start"),
    ("news", |news| news["topics"] = json!([{ "slug": "nothing-has-this" }]), "/topics/0", "dangling-reference"),
    (
        "news",
        |news| news["topics"] = json!([{ "type": "rights", "slug": "hra-article-8" }]),
        "/topics/0/type",
        "unknown-value",
    ),
    ("news", |news| news["topics"] = json!([{ "title": "Privacy" }]), "/topics/0", "reference-without-key"),
    (
        "news",
        |news| news["topics"] = json!([{ "slug": "privacy" }, { "slug": "privacy" }]),
        "/topics/1",
        "duplicate-reference",
    ),
    ("news", |news| news["topics"] = json!([{ "slug": "privacy", "note": "x" }]), "/topics/0/note", "unknown-field"),
    ("news", |news| news["colour"] = json!("red"), "/colour", "unknown-field"),
    ("news", |news| news["a/b~c"] = json!("red"), "/a~1b~0c", "unknown-field"),
    ("news", |news| news["title"] = json!("Bell\u{7}"), "/title", "control-character"),
    (
        "news",
        |news| news["further_reading"][0]["title"] = json!("\u{0}"),
        "/further_reading/0/title",
        "control-character",
    ),
    ("news", |news| news["title"] = json!("é".repeat(301)), "/title", "too-long"),
    ("news", |news| news["title"] = json!(""), "/title", "too-short"),
    ("news", |news| news["title"] = json!(7), "/title", "wrong-type"),
    ("news", |news| remove(news, "title"), "/title", "required"),
    ("news", |news| remove(news, "type"), "/type", "required"),
    ("news", |news| news["type"] = json!("gossip"), "/type", "unknown-collection"),
    (
        "news",
        |news| {
            news["translations"] =
                json!([{ "lang": "fr", "title": "Un", "body": "B" }, { "lang": "fr", "title": "Deux", "body": "B" }])
        },
        "/translations/1/lang",
        "duplicate-language",
    ),
];

#[test]
fn what_breaks_a_rule_is_refused_with_its_place_and_is_not_public() {
    for hub in hubs() {
        prepare(&hub);
        let before = (position(&hub), seqs(&hub));
        for (name, (collection_name, change, pointer, code)) in RULES.iter().enumerate() {
            let mut document_written = (collection(collection_name).unwrap().example)();
            let slug = format!("refused-{name}");
            document_written["slug"] = json!(slug);
            change(&mut document_written);
            let (counts, results) = import(&hub, &[document_written], PUBLISH);
            let expected = BTreeSet::from([((*pointer).to_owned(), *code)]);
            assert_eq!(faults(&results[0]), expected, "{collection_name} {name}: {:?}", results[0].errors);
            assert!(results[0].errors.iter().all(|fault| fault.detail.len() > 10 && fault.detail.len() < 400));
            assert_eq!((counts.failed, counts.published), (1, 0));
            assert!(matches!(document(&hub, collection_name, &slug), Err(HubError::NotFound)), "{slug} is public");
        }
        assert_eq!((position(&hub), seqs(&hub)), before, "nothing that is public moved");
    }
}

#[test]
fn a_reference_by_the_id_of_another_collection_is_dangling() {
    for hub in hubs() {
        publish(&hub, &[topic("privacy", "Privacy")]);
        let id = document(&hub, "topics", "privacy").unwrap()["id"].clone();
        let organisation = json!({
            "type": "organisations", "slug": "one", "title": "One", "kind": "charity", "parent": { "id": id },
        });
        let (_, results) = import(&hub, &[organisation], PUBLISH);
        assert_eq!(faults(&results[0]), BTreeSet::from([("/parent".to_owned(), "dangling-reference")]));
    }
}

#[test]
fn every_fault_of_a_document_is_named_at_once() {
    let hub = hubs().remove(0);
    let news = json!({ "type": "news", "title": "", "body": "B\u{1}", "colour": 1, "published_on": "soon" });
    let (_, results) = import(&hub, &[news], PUBLISH);
    let expected = [
        ("/title", "too-short"),
        ("/body", "control-character"),
        ("/colour", "unknown-field"),
        ("/published_on", "invalid-value"),
    ];
    assert_eq!(faults(&results[0]), expected.map(|(pointer, code)| (pointer.to_owned(), code)).into());
}

#[test]
fn a_refused_update_leaves_what_is_public_as_it_was() {
    for hub in hubs() {
        publish(&hub, &[topic("privacy", "Privacy")]);
        let (before, public) = (seqs(&hub), document(&hub, "topics", "privacy").unwrap());
        let mut changed = topic("privacy", "Private life");
        changed["broader"] = json!([{ "slug": "nothing-has-this" }]);
        let (_, results) = import(&hub, &[changed], PUBLISH);
        assert_eq!(faults(&results[0]), BTreeSet::from([("/broader/0".to_owned(), "dangling-reference")]));
        assert_eq!((seqs(&hub), document(&hub, "topics", "privacy").unwrap()), (before, public));
    }
}

#[test]
fn a_new_title_moves_every_entry_that_shows_it() {
    for hub in hubs() {
        let mut narrower = topic("phones", "Phones");
        narrower["broader"] = json!([{ "slug": "privacy" }]);
        let news =
            json!({ "type": "news", "slug": "one", "title": "One", "body": "B", "topics": [{ "slug": "privacy" }] });
        publish(&hub, &[topic("privacy", "Privacy"), topic("other", "Other"), narrower, news]);
        let before = seqs(&hub);

        publish(&hub, &[topic("privacy", "Private life")]);
        let after = seqs(&hub);
        let moved: Vec<&str> =
            after.iter().filter(|(slug, seq)| before[*slug] != **seq).map(|(slug, _)| slug.as_str()).collect();
        assert_eq!(moved, ["news/one", "topics/phones", "topics/privacy"]);
        assert!(moved.iter().all(|slug| after[*slug] > *before.values().max().unwrap()));
        assert!(after["news/one"] > after["topics/privacy"], "what depends on a change comes after it");
        assert_eq!(document(&hub, "news", "one").unwrap()["topics"][0]["title"], "Private life");
        assert_eq!(document(&hub, "topics", "phones").unwrap()["broader"][0]["title"], "Private life");

        // A change that no reference shows moves nothing else.
        let mut summed = topic("privacy", "Private life");
        summed["summary"] = json!("What is nobody else's business.");
        publish(&hub, &[summed]);
        assert_eq!(seqs(&hub)["news/one"], after["news/one"]);
        let id = document(&hub, "topics", "privacy").unwrap()["id"].as_str().unwrap().to_owned();
        let topics = collection("topics").unwrap();
        let summed = ItemWrite::Merge(json!({ "summary": "What is one's own." }));
        hub.write_item(&Actor::hub(), topics, &id, 3, summed, false, false).unwrap();
        let publish_it = TransitionRequest::default();
        hub.transition(&Actor::hub(), None, topics, &id, None, Verb::Publish, &publish_it).unwrap();
        assert_eq!(document(&hub, "topics", "privacy").unwrap()["summary"], "What is one's own.");
        for unmoved in ["news/one", "topics/phones"] {
            assert_eq!(seqs(&hub)[unmoved], after[unmoved], "an editor moves no more than an import");
        }

        // A new slug does; the old one leads on to it.
        let id = document(&hub, "topics", "privacy").unwrap()["id"].clone();
        let mut renamed = topic("private-life", "Private life");
        renamed["id"] = id;
        publish(&hub, &[renamed]);
        assert!(seqs(&hub)["news/one"] > after["news/one"]);
        assert_eq!(document(&hub, "news", "one").unwrap()["topics"][0]["slug"], "private-life");
        match document(&hub, "topics", "privacy") {
            Err(HubError::Moved(to)) => assert_eq!(to, "private-life"),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn references_may_point_forward_and_in_circles() {
    for hub in hubs() {
        let related = |slug: &str, to: &str| {
            let mut document = topic(slug, slug);
            document["related"] = json!([{ "slug": to }]);
            document
        };
        let file = [
            related("waits-for-all", "a"),
            related("a", "b"),
            related("b", "c"),
            related("c", "a"),
            related("forward", "last"),
            // A circle that hangs on something that is not there, and what hangs on it.
            related("x", "y"),
            json!({ "type": "topics", "slug": "y", "title": "y", "related": [{ "slug": "x" }, { "slug": "nowhere" }] }),
            related("z", "x"),
            topic("last", "Last"),
        ];
        let (counts, results) = import(&hub, &file, PUBLISH);
        let public: Vec<String> = seqs(&hub).into_keys().collect();
        assert_eq!(
            public,
            ["a", "b", "c", "forward", "last", "waits-for-all"].map(|slug| format!("topics/{slug}")),
            "{results:?}"
        );
        assert_eq!((counts.lines, counts.published, counts.failed), (9, 6, 3));
        assert_eq!(results.len(), 9, "every line has one result");
        assert!(faults(&results[6]).contains(&("/related/1".to_owned(), "dangling-reference")));
        assert_eq!(document(&hub, "topics", "c").unwrap()["related"][0]["slug"], "a");

        // Once the missing one is there, the same file publishes what was left.
        publish(&hub, &[topic("nowhere", "Nowhere")]);
        let (counts, _) = import(&hub, &file, PUBLISH);
        assert_eq!((counts.published, counts.failed), (3, 0));
        assert_eq!(seqs(&hub).len(), 10);
    }
}

#[test]
fn a_line_that_waits_gives_way_to_whoever_writes_its_entry_meanwhile() {
    for hub in hubs() {
        let mut waiting = topic("waiting", "Waiting");
        waiting["related"] = json!([{ "slug": "late" }]);
        let file = format!("{waiting}\n{}", topic("told-first", "Told first"));
        let mut results = Vec::new();
        let counts = hub.import(&mut file.as_bytes(), PUBLISH, &mut |result| {
            if result.line == 2 {
                let draft = topic("waiting", "Somebody else's draft").to_string();
                let keep = ImportOptions { publish: false, ..PUBLISH };
                hub.import(&mut draft.as_bytes(), keep, &mut |_| ()).expect("the draft is written");
                let late = topic("late", "Late").to_string();
                hub.import(&mut late.as_bytes(), PUBLISH, &mut |_| ()).expect("the target is published");
            }
            results.push(result);
        });
        let counts = counts.expect("the import reaches its end");
        hub.catch_up().expect("the catalogue follows");
        assert_eq!((counts.published, counts.failed), (1, 1), "{results:?}");
        let refused = results.iter().find(|result| result.line == 1).expect("line 1 is reported");
        assert_eq!(refused.errors[0].code, "conflict");
        assert!(matches!(document(&hub, "topics", "waiting"), Err(HubError::NotFound)), "the draft stays a draft");
        let (_, again) = import(&hub, &[topic("waiting", "Somebody else's draft")], PUBLISH);
        assert_eq!(again[0].outcome, LineOutcome::Unchanged, "it is the latest revision");
    }
}

#[test]
fn a_bad_line_stops_no_other() {
    for hub in hubs() {
        let text = format!(
            "{}\n{{\"type\": \n\n[]\n{}\n\u{feff}{{}}\n{}",
            topic("one", "One"),
            json!({ "type": "topics", "title": "" }),
            topic("two", "Two")
        );
        let (counts, results) = import_lines(&hub, &text, PUBLISH);
        let outcomes: Vec<(u64, LineOutcome)> = results.iter().map(|result| (result.line, result.outcome)).collect();
        use LineOutcome::{Created, Failed};
        assert_eq!(outcomes, [(1, Created), (2, Failed), (4, Failed), (5, Failed), (6, Failed), (7, Created)]);
        assert_eq!(results[1].errors[0].code, "malformed-json");
        assert_eq!(results[1].errors[0].detail, "EOF while parsing a value, at column 8");
        assert_eq!((counts.lines, counts.created, counts.published, counts.failed), (7, 2, 2, 4));
        assert_eq!(seqs(&hub).len(), 2);
    }
}

#[test]
fn all_or_nothing_and_a_dry_run_keep_nothing() {
    for hub in hubs() {
        let good = [topic("one", "One"), topic("two", "Two")];
        let bad = [topic("one", "One"), json!({ "type": "topics", "title": "" })];
        let strict = ImportOptions { all_or_nothing: true, ..PUBLISH };
        for (file, options) in [
            (&bad, strict),
            (&good, ImportOptions { dry_run: true, ..PUBLISH }),
            (&bad, ImportOptions { dry_run: true, ..PUBLISH }),
        ] {
            let (counts, _) = import(&hub, file, options);
            assert_eq!(counts.lines, 2);
            assert!(hub.is_empty().unwrap() && position(&hub) == 0 && seqs(&hub).is_empty());
        }
        let (counts, _) = import(&hub, &good, strict);
        assert_eq!((counts.published, seqs(&hub).len()), (2, 2));
    }
}

#[test]
fn what_is_there_already_is_updated_skipped_or_a_fault() {
    for hub in hubs() {
        publish(&hub, &[topic("one", "One")]);
        let before = document(&hub, "topics", "one").unwrap();
        let file = [topic("one", "Other"), topic("two", "Two")];
        let with = |on_conflict| ImportOptions { on_conflict, ..PUBLISH };

        let (counts, results) = import(&hub, &file[..1], with(Conflict::Skip));
        assert_eq!((counts.skipped, results[0].outcome), (1, LineOutcome::Skipped));
        let (counts, results) = import(&hub, &file[..1], with(Conflict::Fail));
        assert_eq!((counts.failed, results[0].errors[0].code), (1, "conflict"));
        assert_eq!(document(&hub, "topics", "one").unwrap(), before);

        let (counts, _) = import(&hub, &file, with(Conflict::Update));
        assert_eq!((counts.updated, counts.created), (1, 1));
        let after = document(&hub, "topics", "one").unwrap();
        assert_eq!((&after["rev"], &after["title"], &after["id"]), (&json!(2), &json!("Other"), &before["id"]));
        assert_eq!(after["published_at"], before["published_at"]);
    }
}

#[test]
fn the_same_file_again_changes_nothing() {
    for hub in hubs() {
        hub.load_starter_content().unwrap();
        let documents = rights_hub::hub::starter_documents().unwrap();
        let (before, at) = (seqs(&hub), position(&hub));
        let (counts, _) = import(&hub, &documents, PUBLISH);
        assert_eq!((counts.unchanged, counts.published, counts.failed), (documents.len() as u64, 0, 0));
        assert_eq!((seqs(&hub), position(&hub)), (before, at));
    }
}

#[test]
fn consent_by_role_leaves_no_speaker_and_no_name() {
    for hub in hubs() {
        prepare(&hub);
        publish(&hub, &[(collection("people").unwrap().example)()]);
        let mut testimony = (collection("testimonies").unwrap().example)();
        testimony["slug"] = json!("under-consent");
        testimony["speaker"] = json!({ "slug": "dainius-puras" });
        testimony["attribution_line"] = json!("Jane Doe, manager");
        testimony["translations"] =
            json!([{ "lang": "fr", "title": "Titre", "attribution_line": "Jane Doe", "body": "Corps" }]);
        let asked = "speaker=dainius-puras&id=under-consent";

        testimony["consent"]["attribution"] = json!("named");
        publish(&hub, std::slice::from_ref(&testimony));
        let named = document(&hub, "testimonies", "under-consent").unwrap();
        assert_eq!(named["speaker"]["slug"], "dainius-puras");
        assert_eq!(named["attribution_line"], "Jane Doe, manager");
        assert_eq!(total(&hub, "testimonies", asked), json!(1));

        let shown = [("role", json!("Operations manager")), ("pseudonym", json!("Maria")), ("anonymous", Value::Null)];
        for (attribution, line) in shown {
            testimony["consent"]["attribution"] = json!(attribution);
            if attribution == "pseudonym" {
                testimony["consent"]["pseudonym"] = json!("Maria");
            }
            publish(&hub, std::slice::from_ref(&testimony));
            let public = document(&hub, "testimonies", "under-consent").unwrap();
            assert_eq!((&public["speaker"], &public["attribution_line"]), (&Value::Null, &line), "{attribution}");
            assert_eq!(total(&hub, "testimonies", asked), json!(0), "{attribution}");
            assert_eq!(total(&hub, "testimonies", "person=dainius-puras&id=under-consent"), json!(0), "{attribution}");
            assert_eq!(total(&hub, "testimonies", "speaker_missing=true&id=under-consent"), json!(1), "{attribution}");
            let id = public["id"].as_str().unwrap();
            let (links, translations) = hub
                .store()
                .read(|connection| {
                    let mut links = Vec::new();
                    store::each_link(connection, Some(&[id]), |link| links.push(link))?;
                    Ok((links, store::translations_of(connection, &[id])?))
                })
                .unwrap();
            assert!(!links.is_empty() && links.iter().all(|link| link.relation != "speaker"), "{links:?}");
            assert_eq!(translations.len(), 1);
            assert!(!format!("{translations:?}").contains("Jane"), "{translations:?}");
            let stored = hub
                .store()
                .read(|connection| store::load(connection, collection("testimonies").unwrap(), &[id]))
                .unwrap();
            assert!(stored[0].entry.consented);
            let members = serde_json::to_string(&stored[0].record.members().unwrap()).unwrap();
            assert!(!members.contains("Jane"), "{members}");
        }

        testimony["consent"]["expires_on"] = json!("2019-12-31");
        let (_, results) = import(&hub, &[testimony], PUBLISH);
        assert_eq!(faults(&results[0]), BTreeSet::from([("/consent/expires_on".to_owned(), "consent-expired")]));
    }
}

#[test]
fn a_consent_holds_to_the_end_of_its_last_day() {
    let hub = hubs().remove(0);
    let person = |slug: &str, expires_on: &str| {
        let mut person = (collection("people").unwrap().example)();
        remove(&mut person, "organisations");
        person["slug"] = json!(slug);
        person["consent"]["expires_on"] = json!(expires_on);
        person
    };
    let now = rights_hub::model::values::Instant::now().date();
    let this = [person("day", &now), person("month", &now[..7]), person("year", &now[..4])];
    publish(&hub, &this);
    let (counts, _) = import(&hub, &[person("gone", "2019"), person("gone-too", "2019-12")], PUBLISH);
    assert_eq!((counts.failed, counts.published), (2, 0));
}

/// Eight threads on two nodes write while a third node follows: whoever has read up to N never misses what is at or
/// below N.
#[test]
fn the_order_of_the_sequence_is_the_order_of_commits() {
    const THREADS: usize = 8;
    const EACH: usize = 12;
    for database in Database::each() {
        let nodes = [database.hub(), database.hub()];
        publish(&nodes[0], &[topic("shared", "Shared")]);
        let follower = database.hub();
        let done = AtomicBool::new(false);
        let start = position(&follower);
        let followed = std::thread::scope(|scope| {
            let writers: Vec<_> = (0..THREADS)
                .map(|thread| {
                    let hub = &nodes[thread % nodes.len()];
                    scope.spawn(move || {
                        for number in 0..EACH {
                            let mut document = topic(&format!("t-{thread}-{number}"), "T");
                            document["broader"] = json!([{ "slug": "shared" }]);
                            publish(hub, &[document]);
                        }
                    })
                })
                .collect();
            let reader = scope.spawn(|| {
                let mut last = start;
                let mut seen: BTreeMap<i64, String> = BTreeMap::new();
                loop {
                    let finished = done.load(Ordering::SeqCst);
                    let read = follower.store().snapshot(|connection| {
                        Ok((store::position(connection)?.0, store::changes_after(connection, last, i64::MAX)?))
                    });
                    let (at, changes) = read.expect("the log can be read");
                    for change in changes {
                        assert!(change.seq > last && change.seq <= at, "{} outside {last}..={at}", change.seq);
                        assert_eq!(seen.insert(change.seq, change.entry_id), None, "a number twice");
                    }
                    last = at;
                    follower.catch_up().expect("the catalogue follows");
                    if finished {
                        return seen;
                    }
                }
            });
            let ended: Vec<_> = writers.into_iter().map(|writer| writer.join()).collect();
            // The follower ends whatever became of the writers.
            done.store(true, Ordering::SeqCst);
            let followed = reader.join().expect("the follower ends well");
            assert!(ended.iter().all(Result::is_ok), "every writer ends well");
            followed
        });
        let ids: BTreeSet<&String> = followed.values().collect();
        assert_eq!((followed.len(), ids.len()), (THREADS * EACH, THREADS * EACH), "each change was seen, once");
        let numbers: Vec<i64> = followed.keys().copied().collect();
        let all: Vec<i64> = (start + 1..=start + (THREADS * EACH) as i64).collect();
        assert_eq!(numbers, all, "no number is left out");
        for hub in [&nodes[0], &nodes[1], &follower] {
            hub.catch_up().unwrap();
            assert_eq!(total(hub, "topics", "broader=shared"), json!(THREADS * EACH));
            assert_eq!(hub.catalogue().seq, start + (THREADS * EACH) as i64);
        }
    }
}
