//! The invented hubs that are measured: made by `examples/generate.rs`, imported once, kept under `target/tmp`.

#![allow(dead_code, reason = "each benchmark uses its part")]

use std::fs::{self, File};
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use rights_hub::hub::{Conflict, Hub, Identity, ImportOptions};
use rights_hub::present::Site;
use rights_hub::store::Store;

#[path = "../../examples/generate.rs"]
mod generate;

/// What the program takes memory from: it is a part of what is measured.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many entries: `HUB_BENCH=1000,100000`, which is also the default.
pub fn sizes() -> Vec<u64> {
    let asked = std::env::var("HUB_BENCH").unwrap_or_else(|_| "1000,100000".to_owned());
    asked.split(',').map(|size| size.trim().parse().expect("HUB_BENCH is a list of numbers")).collect()
}

/// A hub of this many entries, opened; `cache` bounds its rendered documents.
pub fn open(entries: u64, cache: u64) -> Hub {
    Hub::open(store(&made(entries)), identity(), cache).expect("the database can be read")
}

/// The database of a hub of this many entries, made when it is not there.
fn made(entries: u64) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("hub-{entries}"));
    if folder.exists() {
        return folder.join("hub.db");
    }
    eprintln!("making a hub of {entries} entries in {}", folder.display());
    let work = folder.with_extension("new");
    let _ = fs::remove_dir_all(&work);
    fs::create_dir_all(&work).expect("target/ can be written");
    let documents = work.join("hub.ndjson");
    let out = BufWriter::new(File::create(&documents).expect("target/ can be written"));
    generate::write_entries(entries, 1, out).expect("target/ can be written");

    let store = store(&work.join("hub.db"));
    store.migrate().expect("the schema can be made");
    let hub = Hub::unread(store, identity(), 0);
    let mut input = BufReader::new(File::open(&documents).expect("it was just written"));
    let options = ImportOptions { publish: true, on_conflict: Conflict::Update, dry_run: false, all_or_nothing: false };
    let counts = hub.import(&mut input, options, &mut |_| {}).expect("the documents can be imported");
    assert_eq!((counts.published, counts.failed), (entries, 0), "{counts:?}");
    drop(hub);
    fs::rename(&work, &folder).expect("target/ can be written");
    folder.join("hub.db")
}

fn store(path: &Path) -> Store {
    Store::open(&format!("sqlite://{}", path.display())).expect("the database can be opened")
}

fn identity() -> Identity {
    let site = "https://hub.example".to_owned();
    Identity {
        name: "Measured Hub".to_owned(),
        publisher: "Nobody".to_owned(),
        admin_email: String::new(),
        site: Site { public_url: site.clone(), site_url: site },
    }
}

/// The memory of this process in use now and at most, in MiB, as Linux tells it.
pub fn memory() -> (u64, u64) {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name))?;
        line.split_whitespace().nth(1)?.parse::<u64>().ok()
    };
    (of("VmRSS:").unwrap_or(0) / 1024, of("VmHWM:").unwrap_or(0) / 1024)
}
