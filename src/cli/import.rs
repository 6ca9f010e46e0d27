//! `rights-hub import`.

use std::io::{BufRead, BufReader, IsTerminal};
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use indicatif::ProgressBar;

use super::{Failure, Storage};
use crate::hub::{Conflict, ImportOptions, LineOutcome, LineResult};

/// Lines between two steps of the progress bar.
const SHOWN_EVERY: u64 = 100;

/// Import NDJSON documents, one a line.
#[derive(Debug, Args)]
pub struct Import {
    #[command(flatten)]
    storage: Storage,
    /// The file; `-` is standard input.
    file: PathBuf,
    /// Publish what is imported.
    #[arg(long)]
    publish: bool,
    /// What to do with entries that are there already.
    #[arg(long, value_enum, default_value = "update")]
    on_conflict: Conflict,
    /// Check everything, keep nothing.
    #[arg(long)]
    dry_run: bool,
    /// Keep nothing unless every line is good.
    #[arg(long)]
    all_or_nothing: bool,
}

impl Import {
    /// Imports, and brings the search index of the data folder along; names every bad line on standard error and prints the
    /// counts as one JSON line.
    ///
    /// # Errors
    /// When a line failed, the file cannot be read or the database fails.
    pub fn run(self) -> Result<(), Failure> {
        let hub = self.storage.writing_hub()?.with_search_folder(self.storage.search_folder());
        hub.store().expect_bulk()?;
        let mut input: Box<dyn BufRead> = if self.file.as_os_str() == "-" {
            Box::new(BufReader::new(std::io::stdin()))
        } else {
            let file = std::fs::File::open(&self.file).map_err(|error| format!("{}: {error}", self.file.display()))?;
            Box::new(BufReader::with_capacity(1 << 20, file))
        };
        let progress = if std::io::stderr().is_terminal() { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
        progress.enable_steady_tick(Duration::from_millis(200));
        let options = ImportOptions {
            publish: self.publish,
            on_conflict: self.on_conflict,
            dry_run: self.dry_run,
            all_or_nothing: self.all_or_nothing,
        };
        let mut lines: u64 = 0;
        let mut report = |result: LineResult| {
            lines += 1;
            if lines.is_multiple_of(SHOWN_EVERY) {
                progress.set_message(format!("{lines} lines"));
            }
            if result.outcome == LineOutcome::Failed {
                for fault in &result.errors {
                    progress.suspend(|| {
                        eprintln!("line {}: {} ({}): {}", result.line, fault.pointer, fault.code, fault.detail);
                    });
                }
            }
        };
        let mut import = || hub.import(&mut input, options, &mut report);
        // Where there is no data folder yet, there is nobody whose search it would be.
        let (counts, search) = match self.publish && !self.dry_run && self.storage.data_dir.is_dir() {
            true => hub.with_search_beside(import),
            false => (import(), Ok(())),
        };
        progress.finish_and_clear();
        let counts = counts?;
        if let Err(error) = search {
            eprintln!("the search index is left to the server: {error}");
        }
        println!("{}", serde_json::to_string(&counts)?);
        if counts.failed > 0 { Err(format!("{} lines failed", counts.failed).into()) } else { Ok(()) }
    }
}
