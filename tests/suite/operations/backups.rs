//! `backup` and `restore`: everything comes back, on either kind of database, or nothing does.

use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rights_hub::store::Store;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{Office, bare, breach, done, everything, faults, refused};
use crate::support::server::Server;
use crate::support::{Database, eventually, publish};

fn json_of(text: &str) -> Value {
    serde_json::from_str(text.trim()).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The lines of a backup.
fn lines(file: &Path) -> Vec<String> {
    let mut text = String::new();
    let file = std::fs::File::open(file).expect("the backup is there");
    zstd::Decoder::new(file).expect("it is compressed").read_to_string(&mut text).expect("it is text");
    text.lines().map(str::to_owned).collect()
}

fn write_lines(file: &Path, lines: &[String]) {
    let mut out = zstd::Encoder::new(std::fs::File::create(file).expect("a file"), 1).expect("an encoder");
    lines.iter().for_each(|line| writeln!(out, "{line}").expect("a line is written"));
    out.finish().expect("the file ends");
}

#[test]
fn everything_comes_back_on_either_database_and_again_on_the_first() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("hub.backup");
    let name = file.to_str().expect("a name");
    for database in Database::each() {
        let again = database.again();
        let office = Office::on(database);
        let before = everything(&office.url);
        let filled = before.iter().filter(|(_, rows)| !rows.is_empty()).count();
        assert!(filled > 25, "the hub has rows in most tables: {filled}");
        let told = json_of(&done(&office.url, folder.path(), &["backup", name]));
        assert_eq!(told["rows"], json!(before.iter().map(|(_, rows)| rows.len()).sum::<usize>()));
        let mode = std::fs::metadata(&file).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);

        // To the other kind, and from there back to the kind that it came from.
        let mut urls = vec![office.url.clone()];
        for kind in Database::each().iter().rev().chain([&again]) {
            let url = bare(kind, folder.path(), &format!("{}.db", uuid::Uuid::now_v7()));
            let restored = json_of(&done(&url, folder.path(), &["restore", name]));
            assert_eq!((&restored["seq"], &restored["rows"]), (&told["seq"], &told["rows"]));
            assert_ne!(restored["epoch"], told["epoch"], "the history has another name");
            for ((table, rows), (_, other)) in before.iter().zip(everything(&url)) {
                assert_eq!(rows, &other, "{table} in {url}");
            }
            assert_eq!(faults(&url), Vec::<String>::new());
            done(&url, folder.path(), &["backup", name]);
            urls.push(url);
        }

        // It serves, lets in who had a key, shows followers the same, and tells those of the old history to begin anew.
        let last = urls.last().expect("a restored hub");
        let restored = Server::start(Database::at(last));
        let bearer = format!("Bearer {}", office.key);
        let items = restored.get_with("/v1/manage/topics?state=draft", &[("Authorization", bearer.as_str())]);
        assert_eq!(items.json()["data"][0]["slug"], "draft", "{}", items.text());
        let digest = "/v1/inventory/digest";
        assert_eq!(restored.json(digest)["collections"], office.server.json(digest)["collections"]);
        assert!(restored.json(digest)["collections"].is_object() || restored.json(digest)["collections"].is_array());
        let old = told["epoch"].as_str().expect("an epoch");
        assert_eq!(restored.get(&format!("/v1/changes?since=1&epoch={old}")).status, 410);
    }
}

#[test]
fn a_backup_beside_writes_is_one_moment_of_the_hub() {
    for database in Database::each() {
        let folder = TempDir::new().expect("a folder");
        let file = folder.path().join("hub.backup");
        let (ended, written) = (AtomicBool::new(false), AtomicUsize::new(0));
        let hub = database.hub();
        let target = bare(&database, folder.path(), "restored.db");
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !ended.load(Ordering::SeqCst) {
                    let number = written.load(Ordering::SeqCst);
                    let related = json!([{ "slug": format!("topic-{}", number.saturating_sub(1)) }]);
                    publish(
                        &hub,
                        &[json!({
                            "type": "topics", "slug": format!("topic-{number}"), "title": format!("Topic {number}"),
                            "related": if number == 0 { json!([]) } else { related },
                        })],
                    );
                    written.store(number + 1, Ordering::SeqCst);
                }
            });
            for round in 0..3 {
                let (before, file) = (written.load(Ordering::SeqCst), file.to_str().expect("a name"));
                eventually("something is written", || written.load(Ordering::SeqCst) > before + 3);
                let least = written.load(Ordering::SeqCst);
                let told = json_of(&done(&database.url, folder.path(), &["backup", file]));
                if round == 2 {
                    ended.store(true, Ordering::SeqCst);
                    assert!(told["seq"].as_u64().expect("a place") as usize >= least);
                    assert_eq!(json_of(&done(&target, folder.path(), &["restore", file]))["seq"], told["seq"]);
                }
            }
        });
        assert_eq!(faults(&target), Vec::<String>::new());
        // Each topic is one change and nothing else was written: the restored hub has the first ones, and all of them.
        let restored = Database::at(&target).hub();
        let count = restored.catalogue().count();
        assert_eq!(count as i64, restored.catalogue().seq);
        assert!(count >= 9 && count <= written.load(Ordering::SeqCst) as u64, "{count}");
    }
}

#[test]
fn a_damaged_backup_leaves_nothing_behind() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("hub.backup");
    let name = file.to_str().expect("a name");
    let office = Office::on(Database::sqlite());
    done(&office.url, folder.path(), &["backup", name]);
    let whole = lines(&file);
    let row = whole.iter().position(|line| line.contains("Words of jane")).expect("the testimony is in it");
    let with = |place: usize, line: String| {
        let mut lines = whole.clone();
        lines[place] = line;
        lines
    };
    let without = |place: usize| [&whole[..place], &whole[place + 1..]].concat();
    let damaged: Vec<(&str, Vec<String>)> = vec![
        ("another word", with(row, whole[row].replace("Words", "Lies"))),
        ("a row less", without(row)),
        ("no trailer", without(whole.len() - 1)),
        ("no header", without(0)),
        ("another format", with(0, whole[0].replace("\"format\":1", "\"format\":2"))),
        ("two headers", with(1, whole[0].clone())),
        ("a newer schema", with(0, whole[0].replace("\"migrations\":[", "\"migrations\":[\"99990101000000\","))),
        ("an unknown table", with(1, whole[1].replace("\"hub\"", "\"sqlite_master\""))),
        ("a column that is a statement", with(1, whole[1].replace("\"seq\"", "\"seq) SELECT 1; --\""))),
        ("no backup at all", vec!["{}".to_owned()]),
    ];
    for (what, lines) in damaged {
        write_lines(&file, &lines);
        for kind in Database::each() {
            let url = bare(&kind, folder.path(), &format!("{what}.db"));
            refused(&url, folder.path(), &["restore", name]);
            assert!(Store::open(&url).expect("it opens").is_void().expect("it answers"), "{what} left rows in {url}");
        }
    }
    let cut = std::fs::read(&file).expect("a file");
    std::fs::write(&file, &cut[..cut.len() / 2]).expect("a file");
    refused(&bare(&Database::sqlite(), folder.path(), "cut.db"), folder.path(), &["restore", name]);
}

#[test]
fn a_backup_goes_into_no_database_that_holds_something() {
    for database in Database::each() {
        let folder = TempDir::new().expect("a folder");
        let file = folder.path().join("hub.backup");
        let name = file.to_str().expect("a name");
        publish(&database.hub(), &[json!({ "type": "topics", "slug": "kept", "title": "Kept" })]);
        done(&database.url, folder.path(), &["backup", name]);
        let before = everything(&database.url);
        let told = refused(&database.url, folder.path(), &["restore", name]);
        assert!(told.contains("not empty"), "{told}");
        assert_eq!(everything(&database.url), before);
    }
}

#[test]
fn what_was_withdrawn_after_the_backup_does_not_come_back() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("hub.backup");
    let name = file.to_str().expect("a name");
    let office = Office::on(Database::sqlite());
    done(&office.url, folder.path(), &["backup", name]);
    let url = bare(&Database::sqlite(), folder.path(), "restored.db");
    let told = done(&url, folder.path(), &["restore", "--pause-webhooks", "--withdraw", &office.testimony, name]);
    assert_eq!(json_of(&told)["withdrawn"], 1);
    assert_eq!(json_of(&told)["webhooks_paused"], 1);
    let restored = Server::start(Database::at(&url));
    assert_eq!(restored.get("/v1/testimonies/jane").status, 410);
    let kept = everything(&url);
    assert!(!kept.iter().any(|(_, rows)| rows.iter().any(|row| row.contains("Words of jane"))), "her words are there");
    assert_eq!(faults(&url), Vec::<String>::new());
}

#[test]
fn a_backup_that_fails_leaves_the_one_before() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("hub.backup");
    let name = file.to_str().expect("a name");
    let database = Database::sqlite();
    done(&database.url, folder.path(), &["backup", name]);
    let before = std::fs::read(&file).expect("a file");
    // A table that cannot be read is met on the way.
    breach(&database.url, "ALTER TABLE receipts RENAME TO elsewhere");
    refused(&database.url, folder.path(), &["backup", name]);
    assert_eq!(std::fs::read(&file).expect("a file"), before);
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).expect("a folder").flatten().map(|one| one.file_name()).collect();
    assert_eq!(left, ["hub.backup"], "nothing of the other is left");
}
