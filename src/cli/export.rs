//! `rights-hub export`.

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use clap::Args;

use super::settings::Naming;
use super::usage::part;
use super::whole_file::WholeFile;
use super::{Failure, Storage};
use crate::hub::{Hub, Lines, Opening};
use crate::query::SyncQuery;

/// What is exported is public.
const EVERYBODY_READS: u32 = 0o644;

/// Write everything that is public, or a part of it, as NDJSON.
#[derive(Debug, Args)]
pub struct Export {
    #[command(flatten)]
    storage: Storage,
    #[command(flatten)]
    naming: Naming,
    /// Only this part, as filters: `type=rights topic=dementia`.
    filters: Vec<String>,
    /// The file; standard output when there is none.
    #[arg(short, long)]
    output: Option<PathBuf>,
}

impl Export {
    /// Writes the export; a file is there whole or not at all.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn run(self) -> Result<(), Failure> {
        let query = part("export", &self.filters)?;
        let hub = Hub::open(self.storage.open_existing()?, self.naming.identity("http://localhost"), 0)?;
        let Some(path) = &self.output else {
            return write(&hub, &query, std::io::stdout().lock());
        };
        let file = WholeFile::begin(path, EVERYBODY_READS)?;
        write(&hub, &query, file.partial().0)?;
        file.keep()
    }
}

fn write(hub: &Hub, query: &SyncQuery, out: impl Write) -> Result<(), Failure> {
    let mut file = File { out: BufWriter::with_capacity(1 << 20, out), failure: None };
    hub.export(query, &mut file).map_err(|error| format!("{error:?}"))?;
    match file.failure.or(file.out.flush().err()) {
        Some(error) => Err(error.into()),
        None => Ok(()),
    }
}

struct File<W: Write> {
    out: BufWriter<W>,
    failure: Option<std::io::Error>,
}

impl<W: Write> Lines for File<W> {
    fn begin(&mut self, _opening: Opening) {}

    fn text(&mut self, text: &str) -> bool {
        self.failure = self.out.write_all(text.as_bytes()).err();
        self.failure.is_none()
    }
}
