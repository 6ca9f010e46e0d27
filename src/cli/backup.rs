//! `rights-hub backup`.

use std::fs::{File, OpenOptions};
use std::io::{BufReader, BufWriter};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

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
        let store = Store::open(&self.storage.url())?;
        if let Some(missing) = store.migrations_missing()?.first() {
            return Err(format!("the database lacks migration {missing}: run `rights-hub migrate` first").into());
        }
        let partial = beside(&self.file);
        let written = write(&store, &partial).and_then(|told| {
            std::fs::rename(&partial, &self.file)?;
            sync_folder(&self.file)?;
            Ok(told)
        });
        match written {
            Ok(told) => println!("{told}"),
            Err(failure) => {
                // It may hold what nobody else should read, and is of no use.
                drop(std::fs::remove_file(&partial));
                return Err(format!("{}: {failure}", self.file.display()).into());
            }
        }
        Ok(())
    }
}

fn write(store: &Store, path: &Path) -> Result<serde_json::Value, Failure> {
    drop(std::fs::remove_file(path));
    let file = OpenOptions::new().write(true).create_new(true).mode(OWNER_ALONE).open(path)?;
    let mut out = zstd::Encoder::new(BufWriter::with_capacity(1 << 20, file), LEVEL)?;
    out.include_checksum(true)?;
    let (header, trailer) = back_up(store, &mut out)?;
    let file = out.finish()?.into_inner().map_err(std::io::IntoInnerError::into_error)?;
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

fn beside(path: &Path) -> PathBuf {
    let mut partial = path.to_owned().into_os_string();
    partial.push(".partial");
    partial.into()
}

/// Makes a new name last.
fn sync_folder(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}
