//! `rights-hub backup`.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write as _};
use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::whole_file::WholeFile;
use super::{Failure, Storage};
use crate::hub::{back_up, verify};
use crate::store::Store;

/// Whoever has a backup has everybody's drafts and consents, and the secrets of webhooks.
const OWNER_ALONE: u32 = 0o600;

/// How hard the file is compressed: most of what can be gained, at the speed of a disk.
const LEVEL: i32 = 6;

/// Write everything that the hub keeps into one file, while it serves and writes.
///
/// The file holds drafts, consents, hashes of keys and the secrets of webhooks; only its owner can read it. Either kind of
/// database takes it in (`restore`).
#[derive(Debug, Args)]
pub struct Backup {
    #[command(flatten)]
    storage: Storage,
    /// The file. One that is there is replaced once the new one is whole.
    file: PathBuf,
}

impl Backup {
    /// Writes the file, reads it again, and says what is in it. It is there whole or not at all.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn run(self) -> Result<(), Failure> {
        let store = Store::open_existing(&self.storage.url())?;
        if let Some(missing) = store.migrations_missing()?.first() {
            return Err(format!("the database lacks migration {missing}: run `rights-hub migrate` first").into());
        }
        let file = WholeFile::begin(&self.file, OWNER_ALONE)?;
        let told = write(&store, &file).map_err(|failure| format!("{}: {failure}", self.file.display()))?;
        file.keep()?;
        println!("{told}");
        Ok(())
    }
}

fn write(store: &Store, file: &WholeFile) -> Result<serde_json::Value, Failure> {
    let (file, path) = file.partial();
    let mut out = zstd::Encoder::new(BufWriter::with_capacity(1 << 20, file), LEVEL)?;
    out.include_checksum(true)?;
    let (header, trailer) = back_up(store, &mut out)?;
    out.finish()?.flush()?;
    file.sync_all()?;
    // What the disk has, not what was meant.
    let (_, read) = verify(BufReader::new(zstd::Decoder::new(File::open(path)?)?))?;
    if read != trailer {
        return Err("what was written is not what was read back".into());
    }
    let rows: u64 = trailer.tables.values().map(|table| table.rows).sum();
    Ok(json!({
        "seq": header.seq, "epoch": header.epoch, "rows": rows, "bytes": file.metadata()?.len(),
        "sha256": trailer.sha256,
    }))
}
