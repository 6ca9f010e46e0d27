//! Databases of every schema that was released, kept as backups: each comes up to date on both databases, and is whole.
//! When a migration is added, the present fixture stays, and one of the new schema is written beside it:
//! `cargo test --test suite -- --ignored write_the_fixture_of_the_present_schema`.

use std::io::BufReader;
use std::path::{Path, PathBuf};

use rights_hub::hub::{restore, verify};
use rights_hub::store::Store;
use tempfile::TempDir;

use super::{Office, bare, done, faults};
use crate::support::Database;
use crate::support::server::Server;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/schemas")
}

fn open(file: &Path) -> BufReader<zstd::Decoder<'static, BufReader<std::fs::File>>> {
    BufReader::new(zstd::Decoder::new(std::fs::File::open(file).expect("a fixture")).expect("it is compressed"))
}

fn present() -> String {
    let run = Database::sqlite().store().migrations_run().expect("the database answers");
    run.last().expect("a migration").clone()
}

#[test]
fn every_released_schema_comes_up_to_date_and_is_whole() {
    let files: Vec<PathBuf> =
        std::fs::read_dir(folder()).expect("fixtures").map(|entry| entry.expect("a file").path()).collect();
    assert!(
        files.iter().any(|file| file.file_stem().is_some_and(|stem| *stem == *present())),
        "the present schema has a fixture"
    );
    for file in files {
        let (header, _) = verify(open(&file)).expect("a whole backup");
        for kind in Database::each() {
            let scratch = TempDir::new().expect("a folder");
            let url = bare(&kind, scratch.path(), "old.db");
            let store = Store::open(&url).expect("the database opens");
            // What an old version left behind: its schema, and what it kept.
            let restored = restore(&store, open(&file), Default::default()).expect("it is restored");
            assert_eq!(restored.seq, header.seq);
            assert_eq!(store.migrations_missing().expect("the database answers"), Vec::<String>::new());
            drop(store);
            assert_eq!(faults(&url), Vec::<String>::new(), "{} on {url}", file.display());
            let server = Server::start(Database::at(&url));
            assert_eq!(server.get("/v1/rights/hra-article-8?lang=fr").status, 200);
            assert_eq!(server.get("/v1/testimonies/jane").status, 200);
            assert_eq!(server.get("/v1/testimonies/june").status, 410);
        }
    }
}

#[test]
#[ignore = "it writes a file that is kept"]
fn write_the_fixture_of_the_present_schema() {
    let office = Office::on(Database::sqlite());
    let file = folder().join(format!("{}.backup", present()));
    std::fs::create_dir_all(folder()).expect("a folder");
    let scratch = TempDir::new().expect("a folder");
    done(&office.url, scratch.path(), &["backup", file.to_str().expect("a name")]);
}
