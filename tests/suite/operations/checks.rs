//! `check` finds and names what was broken on purpose, and nothing where nothing is.

use rights_hub::database::Connection;
use rights_hub::store::Store;
use tempfile::TempDir;

use super::{Office, breach, done, faults, refused};
use crate::support::Database;

/// What is done to the tables behind the hub's back, and what must be said of it.
const BREACHES: &[(&str, &str)] = &[
    ("DELETE FROM hub", "the hub has no history"),
    ("UPDATE items SET state = 'published' WHERE slug = 'draft'", "the item is public, and no entry is"),
    ("UPDATE items SET state = 'draft' WHERE slug = 'hra-article-2'", "the entry is public, and its item is not"),
    ("UPDATE items SET collection = 'news' WHERE slug = 'hra-article-3'", "are of different collections"),
    (
        "DELETE FROM revisions WHERE item_id = (SELECT id FROM items WHERE slug = 'draft')",
        "its latest revision is missing",
    ),
    ("UPDATE items SET rev = 1 WHERE slug = 'twice'", "a revision is later than the latest"),
    ("UPDATE items SET state = 'scheduled' WHERE slug = 'draft'", "it is scheduled, and for no time"),
    ("UPDATE items SET state = 'redirected' WHERE slug = 'hra-article-5'", "it is redirected to nothing"),
    (
        "UPDATE revisions SET document = '{\"title\": \"June\"}' WHERE document = '{}'",
        "consent was withdrawn, and texts are kept",
    ),
    ("UPDATE items SET state = 'removed' WHERE state = 'erased'", "consent was withdrawn, and the item is not erased"),
    ("DELETE FROM consents", "it is public under a consent that is not on record"),
    ("UPDATE entries SET consented = FALSE WHERE collection = 'testimonies'", "it is public without consent"),
    ("UPDATE consents SET channels = 2", "it is public in channels that its consent does not name"),
    ("UPDATE consents SET channels = 7", "not its revision's: channels"),
    ("UPDATE consents SET expires_on = '2001-01-01'", "its consent ended with 2001-01-01"),
    (
        "DELETE FROM changes WHERE entry_id = (SELECT id FROM entries WHERE slug = 'hra-article-6')",
        "it is public, and not in the change log",
    ),
    (
        "UPDATE changes SET rev = 99 WHERE entry_id = (SELECT id FROM entries WHERE slug = 'hra-article-3')",
        "another seq, rev or collection",
    ),
    (
        "UPDATE changes SET op = 'delete' WHERE entry_id = (SELECT id FROM entries WHERE slug = 'hra-article-9')",
        "says that it is gone, and it is public",
    ),
    (
        "UPDATE changes SET op = 'upsert' WHERE entry_id = (SELECT item_id FROM withdrawals)",
        "says that it is public, and it is not",
    ),
    (
        "DELETE FROM changes WHERE entry_id = (SELECT id FROM items WHERE state = 'removed')",
        "it was public once, and the change log does not know",
    ),
    (
        "UPDATE changes SET seq = 1000000 WHERE entry_id = (SELECT id FROM entries WHERE slug = 'hra-article-3')",
        "beyond the end of the sequence",
    ),
    ("UPDATE slugs SET entry_id = 'nobody' WHERE slug = 'hra-article-10'", "a slug leads to it, and it never was"),
    ("UPDATE slugs SET entry_id = 'nobody' WHERE slug = 'hra-article-10'", "its slug does not lead to it"),
    ("UPDATE slugs SET collection = 'news' WHERE slug = 'hra-article-11'", "a slug of another collection leads to it"),
    (
        "UPDATE links SET target_id = 'nobody' WHERE source_id = (SELECT min(source_id) FROM links)",
        "it names an entry that is not public",
    ),
    (
        "INSERT INTO severed_links SELECT * FROM links WHERE source_id = (SELECT min(source_id) FROM links)",
        "a link to what is public is severed",
    ),
    ("DELETE FROM links WHERE source_id = (SELECT max(source_id) FROM links)", "what its revision does"),
    (
        "UPDATE links SET position = position + 70 WHERE source_id = (SELECT id FROM entries WHERE slug = 'hra-article-8')",
        "and its revision does not",
    ),
    ("UPDATE links SET note = 'Another' WHERE source_id = (SELECT max(source_id) FROM links)", "role or note"),
    ("UPDATE translations SET title = 'Autre' WHERE lang = 'fr'", "its translations are not its revision's"),
    ("UPDATE translations SET lang = 'en' WHERE lang = 'fr'", "it has a translation into its own language"),
    ("UPDATE webhooks SET seq = 1000000, epoch = (SELECT epoch FROM hub)", "a webhook was told more than has happened"),
    ("UPDATE key_secrets SET key_id = 'nobody'", "a secret belongs to no key"),
    (
        "DELETE FROM rights WHERE id = (SELECT id FROM entries WHERE slug = 'hra-article-8')",
        "it is one of rights, and has none of their fields",
    ),
    (
        "INSERT INTO pages (id, section, position, body) SELECT id, 'how', 1, '' FROM entries WHERE slug = 'hra-article-8'",
        "it has the fields of pages, and is none of them",
    ),
    ("UPDATE entries SET title = 'Another' WHERE slug = 'hra-article-8'", "not its revision's: title"),
    (
        "UPDATE entries SET summary = 'Another', licence = 'CC0-1.0' WHERE slug = 'hra-article-8'",
        "not its revision's: summary, licence",
    ),
    ("UPDATE rights SET explanation = 'Another'", "not its revision's: explanation"),
    (
        "UPDATE revisions SET document = '{}' WHERE item_id = (SELECT id FROM items WHERE slug = 'hra-article-8')",
        "its revision breaks its model: ",
    ),
    (
        "UPDATE revisions SET document = 'x' WHERE item_id = (SELECT id FROM items WHERE slug = 'hra-article-8')",
        "its revision is not JSON",
    ),
    ("UPDATE items SET published_rev = NULL WHERE slug = 'hra-article-8'", "it has no published revision"),
    ("UPDATE entries SET rev = 7 WHERE slug = 'hra-article-8'", "another revision is public"),
];

/// An office in which there is something of each kind.
fn office(database: Database) -> Office {
    let office = Office::on(database);
    let twice =
        office.make(&serde_json::json!({ "type": "topics", "slug": "twice", "title": "Once" }), "?publish=true");
    let item = format!("/v1/manage/topics/{twice}");
    let put = serde_json::json!({ "slug": "twice", "title": "Twice" });
    assert_eq!(office.ask_with("PUT", &format!("{item}?publish=true"), Some("\"rev-1\""), &put).status, 200);
    let gone = office.make(&serde_json::json!({ "type": "topics", "slug": "gone", "title": "Gone" }), "?publish=true");
    let removed = office.ask("POST", &format!("/v1/manage/topics/{gone}/remove"), &serde_json::json!({}));
    assert_eq!(removed.status, 200, "{}", removed.text());
    office
}

#[test]
fn nothing_is_said_of_a_hub_that_is_whole() {
    for database in Database::each() {
        let office = office(database);
        assert_eq!(faults(&office.url), Vec::<String>::new());
        let folder = TempDir::new().expect("a folder");
        assert!(done(&office.url, folder.path(), &["check"]).contains("\"faults\":0"));
    }
}

#[test]
fn every_breach_is_found_and_named() {
    let office = office(Database::sqlite());
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("whole.backup");
    done(&office.url, folder.path(), &["backup", file.to_str().expect("a name")]);
    let mut unnamed = Vec::new();
    for (place, (sql, sentence)) in BREACHES.iter().enumerate() {
        for kind in Database::each().iter().take(if place % 4 == 0 { 2 } else { 1 }) {
            let url = super::bare(kind, folder.path(), &format!("{place}.db"));
            let store = Store::open(&url).expect("the database opens");
            let input = std::io::BufReader::new(std::fs::File::open(&file).expect("the backup"));
            let input = std::io::BufReader::new(zstd::Decoder::with_buffer(input).expect("it is compressed"));
            rights_hub::hub::restore(&store, input, Default::default()).expect("it is restored");
            drop(store);
            breach(&url, sql);
            let told = faults_as_they_are(&url);
            if !told.iter().any(|told| told.contains(sentence)) {
                unnamed.push(format!("{sql} on {url}: {told:?} instead of `{sentence}`"));
            }
        }
    }
    assert!(unnamed.is_empty(), "{}", unnamed.join("\n"));
}

/// What a check says of a database that no hub can be opened over any more.
fn faults_as_they_are(url: &str) -> Vec<String> {
    let folder = TempDir::new().expect("a folder");
    let output = super::command(url, folder.path(), &["check"]).output().expect("the program runs");
    String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect()
}

#[test]
fn a_newer_database_is_refused_by_every_command_that_would_touch_it() {
    for database in Database::each() {
        let folder = TempDir::new().expect("a folder");
        let file = folder.path().join("b");
        let name = file.to_str().expect("a name");
        breach(&database.url, "INSERT INTO __diesel_schema_migrations (version) VALUES ('99991231000001')");
        for arguments in [
            &["serve", "--listen", "127.0.0.1:0"][..],
            &["migrate"],
            &["migrate", "--dry-run"],
            &["check"],
            &["backup", name],
            &["keys", "list"],
        ] {
            let told = refused(&database.url, folder.path(), arguments);
            assert!(
                told.contains("newer than this program") && told.contains("99991231000001"),
                "{arguments:?}: {told}"
            );
        }
    }
}

#[test]
fn a_dry_run_names_what_would_run_and_changes_nothing() {
    for database in Database::each() {
        let folder = TempDir::new().expect("a folder");
        let url = super::bare(&database, folder.path(), "new.db");
        let named = done(&url, folder.path(), &["migrate", "--dry-run"]);
        assert!(named.lines().next().is_some_and(|first| first.ends_with("000001_hub")), "{named}");
        assert_eq!(done(&url, folder.path(), &["migrate", "--dry-run"]), named);
        let count = named.lines().count();
        assert_eq!(done(&url, folder.path(), &["migrate"]), format!("{count} migrations run\n"));
        assert_eq!(done(&url, folder.path(), &["migrate", "--dry-run"]), "");
    }
}

#[test]
fn a_command_that_only_looks_makes_no_database() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("new.db");
    let url = format!("sqlite://{}", file.display());
    let backup = folder.path().join("b");
    let name = backup.to_str().expect("a name");
    assert!(!done(&url, folder.path(), &["migrate", "--dry-run"]).is_empty());
    for arguments in [&["check"][..], &["backup", name], &["export"], &["keys", "list"]] {
        let told = refused(&url, folder.path(), arguments);
        assert!(told.contains("there is no hub at"), "{arguments:?}: {told}");
    }
    let left: Vec<_> = std::fs::read_dir(folder.path()).expect("a folder").collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn wrong_usage_is_told_apart_from_failure() {
    let database = Database::sqlite();
    let folder = TempDir::new().expect("a folder");
    for arguments in [
        &["serve", "--listen", "nonsense"][..],
        &["serve", "--metrics-listen", "nonsense"],
        &["serve", "--rate-limit", "nonsense"],
        &["backup"],
    ] {
        let ended = super::command(&database.url, folder.path(), arguments).output().expect("the program runs");
        assert_eq!(ended.status.code(), Some(2), "{arguments:?}: {}", String::from_utf8_lossy(&ended.stderr));
    }
}

#[test]
fn every_commit_on_sqlite_waits_for_the_disk() {
    let database = Database::sqlite();
    let store = database.store();
    let level = store.write(|transaction| {
        transaction.see(|connection| {
            let Connection::Sqlite(own) = connection else { panic!("a file") };
            use diesel::RunQueryDsl;
            #[derive(diesel::QueryableByName)]
            struct Level {
                #[diesel(sql_type = diesel::sql_types::Integer)]
                synchronous: i32,
            }
            Ok(diesel::sql_query("PRAGMA synchronous").get_result::<Level>(own)?.synchronous)
        })
    });
    // 2 is FULL: in WAL mode, an fsync of the journal at every commit.
    assert_eq!(level.map_err(|error: rights_hub::store::StoreError| error.to_string()), Ok(2));
}
