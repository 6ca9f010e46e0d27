//! Search follows what is public: what is published is found, what is removed is not, and nothing of what must be
//! forgotten stays on disk.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use rights_hub::catalogue::Found;
use rights_hub::hub::Hub;
use rights_hub::query::{ListQuery, Surface};
use serde_json::{Value, json};

use super::encoded;
use crate::support::server::Server;
use crate::support::{Database, PUBLISH, hubs, import, publish};

pub(super) fn resource(slug: &str, title: &str) -> Value {
    json!({ "type": "resources", "slug": slug, "title": title, "kind": "report" })
}

/// The slugs that a hub finds.
pub(super) fn slugs(hub: &Hub, q: &str) -> Vec<String> {
    scores(hub, q).into_iter().map(|(slug, _)| slug).collect()
}

/// The slugs that a hub finds, each with how well it fits.
fn scores(hub: &Hub, q: &str) -> Vec<(String, Value)> {
    let query = ListQuery::read(Surface::Search, &format!("q={}", encoded(q)), None).expect("a good query");
    let page = hub.search(&query).expect("an answer");
    let (snapshot, entries) = (hub.catalogue(), page.data.iter());
    entries
        .map(|entry| {
            let (node, _) = snapshot.find_id(entry.id.parse().expect("an id")).expect("an entry");
            let (_, score) = entry.extra.iter().find(|(name, _)| *name == "score").expect("a score");
            (snapshot.card(node).expect("a card").slug.to_string(), score.clone())
        })
        .collect()
}

#[test]
fn what_is_published_is_found_and_what_changes_is_found_anew() {
    for hub in hubs() {
        publish(&hub, &[resource("one", "Quokkas and dignity"), resource("two", "Wombats")]);
        assert_eq!(slugs(&hub, "quokka"), ["one"]);
        publish(&hub, &[resource("one", "Numbats and dignity")]);
        assert_eq!(slugs(&hub, "quokka"), Vec::<String>::new());
        assert_eq!(slugs(&hub, "numbat"), ["one"]);
    }
}

#[test]
fn the_same_is_found_on_both_databases_and_after_any_history() {
    let hubs = hubs();
    for (place, hub) in hubs.iter().enumerate() {
        // The same content by different ways: the number of earlier revisions must not matter.
        for _ in 0..place {
            publish(hub, &[resource("two", "Dignity in many words that are not there any more")]);
        }
        publish(
            hub,
            &[resource("one", "Dignity and care"), resource("two", "Dignity"), resource("three", "Care homes")],
        );
    }
    for hub in &hubs {
        assert_eq!(slugs(hub, "dignity care"), slugs(&hubs[0], "dignity care"));
        assert_eq!(slugs(hub, "dignity care")[0], "one");
    }
}

#[test]
fn names_of_topics_and_organisations_stand_for_one_another() {
    for hub in hubs() {
        publish(
            &hub,
            &[
                json!({ "type": "topics", "slug": "tb", "title": "Tuberculosis", "aliases": ["consumption", "TB"] }),
                resource("one", "Consumption in the nineteenth century"),
                resource("two", "A sanatorium for tuberculosis"),
                resource("three", "Nothing of the kind"),
            ],
        );
        let found = slugs(&hub, "tuberculosis");
        assert!(found.contains(&"one".to_owned()) && found.contains(&"two".to_owned()), "{found:?}");
        let found = slugs(&hub, "TB");
        assert!(found.contains(&"one".to_owned()) && found.contains(&"two".to_owned()), "{found:?}");
        assert!(!found.contains(&"three".to_owned()), "{found:?}");
    }
}

#[test]
fn another_name_counts_only_where_the_one_that_was_typed_is_not() {
    for hub in hubs() {
        publish(
            &hub,
            &[
                json!({ "type": "topics", "slug": "tb", "title": "Tuberculosis", "aliases": ["consumption"] }),
                resource("both", "Tuberculosis consumption"),
                resource("one", "Tuberculosis sanatorium"),
                resource("other", "Consumption sanatorium"),
            ],
        );
        let scores = scores(&hub, "tuberculosis");
        let score = |slug: &str| {
            let found = scores.iter().find(|(known, _)| known == slug);
            found.unwrap_or_else(|| panic!("{slug}: {scores:?}")).1.as_f64().expect("a number")
        };
        assert_eq!(score("both"), score("one"));
        assert!(score("other") < score("one"), "{scores:?}");
    }
}

/// Every word in the dictionaries of the indexes below a folder, those of texts out of date included. They are packed, so
/// that the bytes of the files alone would not tell; and every file must belong to a segment that is read here.
pub(super) fn words(folder: &Path) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for folder in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if !folder.is_dir() {
            continue;
        }
        let index = tantivy::Index::open_in_dir(&folder).expect("an index");
        let reader = index.reader().expect("a reader").searcher();
        let known: Vec<String> =
            reader.segment_readers().iter().map(|segment| segment.segment_id().uuid_string()).collect();
        for file in std::fs::read_dir(&folder).expect("a folder") {
            let name = file.expect("a file").file_name().into_string().expect("a plain name");
            let own = name.starts_with('.') || name == "meta.json" || known.iter().any(|id| name.starts_with(id));
            assert!(own, "{name} is left over");
        }
        for segment in reader.segment_readers() {
            for (field, entry) in index.schema().fields().filter(|(_, entry)| entry.field_type().is_str()) {
                let inverted =
                    segment.inverted_index(field).unwrap_or_else(|error| panic!("{}: {error}", entry.name()));
                let mut terms = inverted.terms().stream().expect("a stream");
                while terms.advance() {
                    words.insert(String::from_utf8(terms.key().to_vec()).expect("a word"));
                }
            }
        }
    }
    words
}

/// Whether any file below a folder has these bytes.
pub(super) fn holds(folder: &Path, bytes: &[u8]) -> bool {
    std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok).any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return holds(&path, bytes);
        }
        std::fs::read(path).is_ok_and(|text| text.windows(bytes.len()).any(|window| window == bytes))
    })
}

/// Follows until nothing is left to do: what must not remain is written anew beside the following.
pub(super) fn settle(hub: &Hub) {
    let began = Instant::now();
    hub.follow_search().expect("search follows");
    while hub.search_is_due() {
        assert!(began.elapsed() < Duration::from_secs(60), "it never ends");
        std::thread::sleep(Duration::from_millis(5));
        hub.follow_search().expect("search follows");
    }
}

fn withdraw(hub: &Hub, collection: &str, slug: &str) {
    let collection = rights_hub::model::collection(collection).expect("a collection");
    let snapshot = hub.catalogue();
    let Some(Found::Live(node)) = snapshot.shelf(collection.index).and_then(|shelf| shelf.find_slug(slug)) else {
        panic!("{slug} is not public");
    };
    let id = snapshot.card(node).expect("a card").id.to_string();
    let actor = rights_hub::hub::Actor::hub();
    hub.withdraw_consent(&actor, None, collection, &id).expect("it is withdrawn");
    hub.catch_up().expect("the catalogue follows");
}

#[test]
fn nothing_of_a_withdrawn_text_stays_in_the_index() {
    let (database, folder) = (Database::sqlite(), tempfile::TempDir::new().expect("a folder"));
    let hub = database.hub().with_search_folder(folder.path().to_owned());
    let testimony = json!({
        "type": "testimonies", "slug": "said", "title": "Said in zanzibariform confidence", "kind": "testimony", "body": "Xylocarpish words.",
        "consent": { "basis": "written", "attribution": "anonymous", "channels": ["web"], "evidence_ref": "x" },
    });
    let (_, results) = import(&hub, &[testimony, resource("other", "Xylophones")], PUBLISH);
    assert!(results.iter().all(|result| result.errors.is_empty()), "{results:#?}");
    hub.follow_search().expect("search follows");
    let has = |word: &str| words(folder.path()).iter().any(|known| known.contains(word));
    assert!(has("zanzibariform") && has("xylocarp"), "the text is indexed on disk");
    assert_eq!(slugs(&hub, "xylocarpish"), ["said"]);

    withdraw(&hub, "testimonies", "said");
    // Before search follows, the catalogue knows already.
    assert_eq!(slugs(&hub, "xylocarpish"), Vec::<String>::new());
    settle(&hub);
    assert_eq!(slugs(&hub, "xylocarpish"), Vec::<String>::new());
    for word in ["zanzibariform", "xylocarp"] {
        assert!(!has(word), "{word} is still in a dictionary");
        assert!(!holds(folder.path(), word.as_bytes()), "{word} is still in a file");
    }
    assert_eq!(slugs(&hub, "xylophone"), ["other"]);
}

/// The segments of the index below a folder.
fn segments(folder: &Path) -> BTreeSet<String> {
    let mut segments = BTreeSet::new();
    for folder in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if folder.is_dir() {
            let index = tantivy::Index::open_in_dir(&folder).expect("an index");
            let ids = index.searchable_segment_ids().expect("segments");
            segments.extend(ids.iter().map(|id| id.uuid_string()));
        }
    }
    segments
}

#[test]
fn a_withdrawn_name_goes_from_whatever_named_it_and_nothing_else_is_written_anew() {
    let (database, folder) = (Database::sqlite(), tempfile::TempDir::new().expect("a folder"));
    let hub = database.hub().with_search_folder(folder.path().to_owned());
    let many: Vec<Value> = (0..20).map(|number| resource(&format!("number-{number}"), "Quokkas")).collect();
    publish(&hub, &many);
    settle(&hub);
    // Something out of date that nobody withdrew.
    publish(&hub, &[resource("number-3", "Numbats")]);
    settle(&hub);
    let before = segments(folder.path());
    let person = json!({
        "type": "people", "slug": "somebody", "title": "Quibblewick Fennimore",
        "consent": { "basis": "written", "attribution": "named", "channels": ["web"], "evidence_ref": "x" },
    });
    let mut named = resource("named", "A report");
    named["authors"] = json!([{ "slug": "somebody" }]);
    let (_, results) = import(&hub, &[person, named], PUBLISH);
    assert!(results.iter().all(|result| result.errors.is_empty()), "{results:#?}");
    settle(&hub);
    let has = |word: &str| words(folder.path()).iter().any(|known| known.contains(word));
    assert_eq!(slugs(&hub, "quibblewick").len(), 2);
    assert!(has("quibblewick"));

    withdraw(&hub, "people", "somebody");
    settle(&hub);
    assert!(!has("quibblewick") && !has("fennimor"), "the name is still in a dictionary");
    assert!(segments(folder.path()).is_superset(&before), "what is only out of date waits for the next merge");
    assert_eq!(slugs(&hub, "report"), ["named"]);
}

#[test]
fn an_index_on_disk_is_opened_again_and_replaced() {
    let (database, folder) = (Database::sqlite(), tempfile::TempDir::new().expect("a folder"));
    let open = || database.hub().with_search_folder(folder.path().to_owned());
    let names = || {
        let found = std::fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry"));
        let mut names: Vec<_> = found.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name()).collect();
        names.sort();
        names
    };
    {
        let hub = open();
        publish(&hub, &[resource("one", "Quokkas")]);
        assert!(hub.search(&ListQuery::read(Surface::Search, "q=quokkas", None).expect("a query")).is_err());
        hub.follow_search().expect("search follows");
        assert_eq!(slugs(&hub, "quokkas"), ["one"]);
    }
    let first = names();
    assert_eq!(first.len(), 1);
    let hub = open();
    hub.follow_search().expect("search follows");
    assert_eq!((slugs(&hub, "quokkas"), names()), (vec!["one".to_owned()], first.clone()));
    assert!(!hub.search_is_due(), "an index that reflects everything is not opened again and again");

    // Another process builds a new one; this one takes it up.
    open().rebuild_search().expect("it is built");
    assert!(hub.search_is_due());
    hub.follow_search().expect("search follows");
    assert_eq!(slugs(&hub, "quokkas"), ["one"]);
    assert!(names().len() == 1 && names() != first, "{:?}", names());
    publish(&hub, &[resource("two", "Numbats")]);
    hub.follow_search().expect("search follows");
    assert_eq!(slugs(&hub, "numbats"), ["two"]);
    drop(hub);

    // What is broken is built anew.
    for entry in std::fs::read_dir(folder.path().join(&names()[0])).expect("a folder") {
        std::fs::write(entry.expect("an entry").path(), b"broken").expect("a file is written");
    }
    let hub = open();
    hub.follow_search().expect("search follows");
    assert_eq!(slugs(&hub, "numbats"), ["two"]);
}

#[test]
fn a_server_finds_what_was_just_published() {
    let server = Server::own();
    assert_eq!(super::search(&server, "quokkas", "")["meta"]["total"], 0);
    publish(&server.hub, &[resource("quokkas", "Quokkas")]);
    let began = Instant::now();
    while super::search(&server, "quokkas", "")["meta"]["total"] != 1 {
        assert!(began.elapsed() < Duration::from_secs(5), "it is not found");
        std::thread::sleep(Duration::from_millis(5));
    }
    let seq = server.hub.catalogue().seq;
    assert_eq!(super::search(&server, "quokkas", &format!("&min_seq={seq}"))["meta"]["total"], 1);
}

/// What an import commits while the index follows is found by the titles of what it names, as if it had been there before.
#[test]
fn what_is_committed_while_the_index_follows_is_found_by_what_it_names() {
    for hub in hubs() {
        let topic = json!({ "type": "topics", "slug": "quokka-care", "title": "Quokka care" });
        publish(&hub, &[topic]);
        let writer = hub.database.again().hub();
        let of = |part: usize| -> Vec<Value> {
            let news = |number: usize| json!({ "type": "news", "slug": format!("n{part}-{number}"), "title": "Notice", "body": "B", "topics": [{ "slug": "quokka-care" }] });
            (0..40).map(news).collect()
        };
        std::thread::scope(|scope| {
            let writing = scope.spawn(|| (0..25).for_each(|part| drop(import(&writer, &of(part), PUBLISH))));
            while !writing.is_finished() {
                hub.follow_search().expect("the index follows");
            }
        });
        let query = ListQuery::read(Surface::Search, "q=quokka&type=news&limit=0", None).expect("a good query");
        assert_eq!(hub.search(&query).expect("an answer").meta["total"], 1000);
    }
}
