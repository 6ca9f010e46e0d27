//! An import over the command line brings the index of its data folder along, unless that is somebody else's to write.

use std::path::Path;
use std::time::Duration;

use rights_hub::hub::Hub;
use serde_json::{Value, json};

use super::following::{holds, resource, settle, slugs, words};
use crate::support::{Database, PUBLISH, import, publish};

fn in_folder(database: &Database, folder: &Path) -> Hub {
    database.hub().with_search_folder(folder.to_owned())
}

fn current(folder: &Path) -> Option<String> {
    std::fs::read_to_string(folder.join("CURRENT")).ok()
}

fn topic(title: &str) -> Value {
    json!({ "type": "topics", "slug": "care", "title": title, "translations": [{ "lang": "fr", "title": "Soins aux quokkas" }] })
}

fn news(number: usize) -> Value {
    json!({
        "type": "news", "slug": format!("n-{number}"), "title": format!("Notice {number}"), "body": "*Wombats* everywhere",
        "topics": [{ "slug": "care" }], "identifiers": [{ "scheme": "doi", "value": format!("10.5555/{number}") }],
        "translations": [{ "lang": "fr", "title": "Un avis" }, { "lang": "de", "title": "Ein Hinweis" }],
    })
}

#[test]
fn an_import_leaves_an_index_like_one_that_is_built_anew() {
    for database in Database::each() {
        let (beside, anew) =
            (tempfile::TempDir::new().expect("a folder"), tempfile::TempDir::new().expect("another folder"));
        // What is named comes last, so that everything waits for it.
        let documents: Vec<Value> = (0..300).map(news).chain([topic("Quokka care")]).collect();
        let importer = in_folder(&database, beside.path());
        let (_, search) = importer.with_search_beside(|| publish(&importer, &documents));
        search.expect("search is brought along");
        let rebuilt = in_folder(&database, anew.path());
        rebuilt.rebuild_search().expect("it is built");
        assert_eq!(words(beside.path()), words(anew.path()));

        // A second import goes on with the index that is there.
        let before = current(beside.path());
        let (_, search) =
            importer.with_search_beside(|| publish(&importer, &[topic("Bilby care"), resource("r", "Numbats")]));
        search.expect("search is brought along");
        assert!(before.is_some() && current(beside.path()) == before);
        let hub = in_folder(&database, beside.path());
        hub.follow_search().expect("search follows");
        rebuilt.catch_up().expect("the catalogue follows");
        rebuilt.rebuild_search().expect("it is built");
        for question in ["bilby", "quokka", "soins", "wombat", "numbats", "hinweis", "10.5555/7"] {
            assert_eq!(slugs(&hub, question), slugs(&rebuilt, question), "{question}");
        }
        assert_eq!(slugs(&hub, "numbats"), ["r"]);
        assert_eq!(slugs(&hub, "10.5555/7").first().map(String::as_str), Some("n-7"));
        assert!(!slugs(&hub, "bilby").is_empty());
    }
}

#[test]
fn what_is_taken_back_while_a_new_index_is_made_does_not_stay_in_it() {
    let (database, folder) = (Database::sqlite(), tempfile::TempDir::new().expect("a folder"));
    let said = |body: &str| {
        json!({
            "type": "testimonies", "slug": "said", "title": "Said", "kind": "testimony", "body": body,
            "consent": { "basis": "written", "attribution": "anonymous", "channels": ["web"], "evidence_ref": "x" },
        })
    };
    let importer = in_folder(&database, folder.path());
    let (_, search) = importer.with_search_beside(|| {
        for body in ["Xylocarpish words.", "Zanzibariform words.", "Words."] {
            publish(&importer, &[said(body)]);
            // So that it may have been indexed.
            std::thread::sleep(Duration::from_millis(200));
        }
    });
    search.expect("search is brought along");
    let hub = in_folder(&database, folder.path());
    settle(&hub);
    assert_eq!(slugs(&hub, "words"), ["said"]);
    for word in ["xylocarp", "zanzibariform"] {
        assert!(!words(folder.path()).iter().any(|known| known.contains(word)), "{word} is still in a dictionary");
        assert!(!holds(folder.path(), word.as_bytes()), "{word} is still in a file");
    }
}

#[test]
fn an_index_that_is_somebody_elses_is_left_alone() {
    let (database, folder) = (Database::sqlite(), tempfile::TempDir::new().expect("a folder"));
    let server = in_folder(&database, folder.path());
    publish(&server, &[resource("one", "Quokkas")]);
    server.follow_search().expect("search follows");
    let before = current(folder.path());

    let importer = in_folder(&database, folder.path());
    let (_, search) = importer.with_search_beside(|| publish(&importer, &[resource("two", "Quokkas")]));
    search.expect("it is left to the server");
    assert_eq!(current(folder.path()), before);
    server.catch_up().expect("the catalogue follows");
    assert_eq!(slugs(&server, "quokkas"), ["one"]);
    server.follow_search().expect("search follows");
    assert_eq!(slugs(&server, "quokkas").len(), 2);

    // One of another hub.
    let other = Database::sqlite();
    let stranger = in_folder(&other, folder.path());
    let (_, search) = stranger.with_search_beside(|| import(&stranger, &[resource("three", "Quokkas")], PUBLISH));
    search.expect("it is left");
    assert_eq!(current(folder.path()), before);
}
