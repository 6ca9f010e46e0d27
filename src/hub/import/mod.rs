//! Importing documents, one a line. Every line stands for itself: what is wrong with one is reported and stops no other.
//! Relations may point forward: a line whose targets are not public yet waits as a draft until the others are in.

mod lines;
mod repeating;
mod saving;
mod waiting;

use std::io::BufRead;

use serde::Serialize;

pub use self::repeating::{AnswerParts, LONGEST_ANSWER, NamedImport, UnderWay};
use self::waiting::WaitingLines;
use super::Hub;
use super::saving::Authorship;
use crate::model::Fault;
use crate::store::{Item, StoreError};

/// What to do with a document whose entry is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Conflict {
    /// Make it the entry's next revision.
    Update,
    /// Leave the entry as it is.
    Skip,
    /// Count it as a fault.
    Fail,
}

/// How to import.
#[derive(Debug, Clone, Copy)]
pub struct ImportOptions {
    /// Whether to publish what is imported.
    pub publish: bool,
    /// What to do with what is there already.
    pub on_conflict: Conflict,
    /// Whether to check everything and keep nothing.
    pub dry_run: bool,
    /// Whether to keep nothing unless every line is good.
    pub all_or_nothing: bool,
}

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineOutcome {
    /// A new entry.
    Created,
    /// A new revision of an entry.
    Updated,
    /// The entry says this already.
    Unchanged,
    /// The entry is there, and was left.
    Skipped,
    /// Refused, for the faults that are named.
    Failed,
}

/// The result of a line.
#[derive(Debug, Clone, Serialize)]
pub struct LineResult {
    /// The line, from 1.
    pub line: u64,
    /// What became of it.
    pub outcome: LineOutcome,
    /// The entry's collection.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub collection: Option<String>,
    /// The entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What is wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Fault>,
}

/// What became of all lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct ImportCounts {
    /// Lines read.
    pub lines: u64,
    /// New entries.
    pub created: u64,
    /// New revisions.
    pub updated: u64,
    /// Entries that said it already.
    pub unchanged: u64,
    /// Entries that were left.
    pub skipped: u64,
    /// Lines refused.
    pub failed: u64,
    /// Entries that were published.
    pub published: u64,
}

/// An import under way.
struct Import<'a> {
    hub: &'a Hub,
    authorship: Authorship,
    options: ImportOptions,
    counts: ImportCounts,
    waiting: WaitingLines,
    /// What the transaction under way has to report once it is committed.
    results: Vec<LineResult>,
    report: &'a mut dyn FnMut(LineResult),
}

/// What ends a transaction without a commit on purpose.
enum Stop {
    Rollback,
    Store(StoreError),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Hub {
    /// Imports NDJSON; `report` is told of every line. Memory grows only with the lines that wait for others. A dry run, and
    /// one of all or nothing, holds the hub's sequence while it reads `input`, which must then not be slow.
    ///
    /// # Errors
    /// When the input cannot be read or the database fails; what was committed before stays.
    pub fn import(
        &self,
        input: &mut dyn BufRead,
        options: ImportOptions,
        report: &mut dyn FnMut(LineResult),
    ) -> Result<ImportCounts, StoreError> {
        self.import_as(&Authorship::default(), input, options, report)
    }

    /// The same in somebody's name.
    ///
    /// # Errors
    /// As [`Hub::import`].
    pub fn import_as(
        &self,
        authorship: &Authorship,
        input: &mut dyn BufRead,
        options: ImportOptions,
        report: &mut dyn FnMut(LineResult),
    ) -> Result<ImportCounts, StoreError> {
        let mut import = Import {
            hub: self,
            authorship: authorship.clone(),
            options,
            counts: ImportCounts::default(),
            waiting: WaitingLines::default(),
            results: Vec::new(),
            report,
        };
        if options.dry_run || options.all_or_nothing {
            // All of it is one transaction, which is kept only if it may be.
            let kept = self.store.write(|transaction| {
                lines::each_batch(input, |batch| {
                    let saved = import.save_singly(transaction, batch)?;
                    import.settle(saved);
                    import.publish_ready(transaction)?;
                    import.tell();
                    Ok::<(), Stop>(())
                })?;
                import.end_waiting(transaction)?;
                import.tell();
                let keep = !options.dry_run && import.counts.failed == 0;
                if keep { Ok(()) } else { Err(Stop::Rollback) }
            });
            match kept {
                Ok(()) | Err(Stop::Rollback) => {}
                Err(Stop::Store(error)) => return Err(error),
            }
        } else {
            lines::each_batch(input, |batch| {
                import.save(batch)?;
                import.tell();
                Ok::<(), StoreError>(())
            })?;
            self.store.write(|transaction| import.end_waiting(transaction))?;
            import.tell();
        }
        Ok(import.counts)
    }
}

impl Import<'_> {
    /// Reports what is committed.
    fn tell(&mut self) {
        self.results.drain(..).for_each(|result| (self.report)(result));
    }

    fn fail(&mut self, line: u64, item: Option<&Item>, errors: Vec<Fault>) {
        self.note(line, LineOutcome::Failed, item, errors);
    }

    fn done(&mut self, line: u64, outcome: LineOutcome, item: Option<&Item>) {
        self.note(line, outcome, item, Vec::new());
    }

    fn note(&mut self, line: u64, outcome: LineOutcome, item: Option<&Item>, errors: Vec<Fault>) {
        let count = match outcome {
            LineOutcome::Created => &mut self.counts.created,
            LineOutcome::Updated => &mut self.counts.updated,
            LineOutcome::Unchanged => &mut self.counts.unchanged,
            LineOutcome::Skipped => &mut self.counts.skipped,
            LineOutcome::Failed => &mut self.counts.failed,
        };
        *count += 1;
        self.results.push(LineResult {
            line,
            outcome,
            collection: item.map(|item| item.collection.clone()),
            id: item.map(|item| item.id.clone()),
            errors,
        });
    }
}

/// The fault of a row that the schema's constraints refuse, told alike on every database; any other failure ends the
/// import.
fn refusal(error: StoreError) -> Result<Fault, StoreError> {
    match error {
        StoreError::Constraint(_) => {
            Ok(conflict("The slug or id belongs to another entry, or what it names is gone.".to_owned()))
        }
        error => Err(error),
    }
}

fn conflict(detail: String) -> Fault {
    Fault { pointer: String::new(), code: "conflict", detail }
}
