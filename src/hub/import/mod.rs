//! Importing documents, one a line. Every line stands for itself: what is wrong with one is reported and stops no other.
//! Relations may point forward: a line whose targets are not public yet waits as a draft until the others are in.

mod lines;
mod waiting;

use std::io::BufRead;

use serde::Serialize;

use self::lines::{Content, Line};
use self::waiting::Waiting;
use super::Hub;
use super::publishing::{Targets, WriteError};
use super::saving::Saved;
use crate::model::{Fault, WrittenDocument};
use crate::store::{Item, StoreError, Transaction};

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
    options: ImportOptions,
    counts: ImportCounts,
    waiting: Vec<Waiting>,
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
    /// Imports NDJSON; `report` is told of every line. Memory does not grow with the file.
    ///
    /// # Errors
    /// When the input cannot be read or the database fails; what was committed before stays.
    pub fn import(
        &self,
        input: &mut dyn BufRead,
        options: ImportOptions,
        report: &mut dyn FnMut(LineResult),
    ) -> Result<ImportCounts, StoreError> {
        let mut import = Import { hub: self, options, counts: ImportCounts::default(), waiting: Vec::new(), report };
        if options.dry_run || options.all_or_nothing {
            // All of it is one transaction, which is kept only if it may be.
            let kept = self.store.write(|transaction| {
                lines::each_batch(input, |batch| import.save_batch(transaction, batch).map_err(Stop::Store))?;
                import.publish_waiting(transaction)?;
                let keep = !options.dry_run && import.counts.failed == 0;
                if keep { Ok(()) } else { Err(Stop::Rollback) }
            });
            match kept {
                Ok(()) | Err(Stop::Rollback) => {}
                Err(Stop::Store(error)) => return Err(error),
            }
        } else {
            lines::each_batch(input, |batch| self.store.write(|transaction| import.save_batch(transaction, batch)))?;
            self.store.write(|transaction| import.publish_waiting(transaction))?;
        }
        Ok(import.counts)
    }
}

impl Import<'_> {
    fn save_batch(&mut self, transaction: &mut Transaction<'_>, batch: Vec<Line>) -> Result<(), StoreError> {
        let mut targets = Targets::default();
        for Line { number, content } in batch {
            self.counts.lines = number;
            let content = match content {
                Ok(content) => content,
                Err(faults) => {
                    self.fail(number, None, faults);
                    continue;
                }
            };
            match transaction.part(|part| self.save_line(part, &mut targets, number, content)) {
                Ok(()) => {}
                Err(WriteError::Faults(faults)) => self.fail(number, None, faults),
                Err(WriteError::Store(error)) => self.fail(number, None, vec![refusal(error)?]),
            }
        }
        Ok(())
    }

    fn save_line(
        &mut self,
        transaction: &mut Transaction<'_>,
        targets: &mut Targets,
        line: u64,
        content: Content,
    ) -> Result<(), WriteError> {
        let Content { document, text } = content;
        if self.options.on_conflict != Conflict::Update && self.exists(transaction, &document)? {
            return match self.options.on_conflict {
                Conflict::Fail => Err(WriteError::Faults(vec![conflict("The entry is there already.".to_owned())])),
                _ => {
                    self.done(line, LineOutcome::Skipped, None);
                    Ok(())
                }
            };
        }
        let Saved { item, created, unchanged } = self.hub.save(transaction, &document, text)?;
        let outcome = match (created, unchanged) {
            (true, _) => LineOutcome::Created,
            (false, true) => LineOutcome::Unchanged,
            (false, false) => LineOutcome::Updated,
        };
        if !self.options.publish || item.published_rev == Some(item.rev) {
            self.done(line, outcome, Some(&item));
            return Ok(());
        }
        targets.take_missing();
        match self.hub.publish(transaction, targets, &item, document) {
            Ok(_) => {
                self.counts.published += 1;
                self.done(line, outcome, Some(&item));
                Ok(())
            }
            Err(WriteError::Faults(faults)) if faults.iter().all(|fault| fault.code == "dangling-reference") => {
                self.waiting.push(Waiting { line, item, outcome, missing: targets.take_missing() });
                Ok(())
            }
            Err(WriteError::Faults(faults)) => {
                self.fail(line, Some(&item), faults);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    fn exists(&self, transaction: &mut Transaction<'_>, document: &WrittenDocument) -> Result<bool, StoreError> {
        let (collection, entry) = (document.collection.name, &document.entry);
        if !entry.id.is_empty() && transaction.item(&entry.id)?.is_some() {
            return Ok(true);
        }
        Ok(!entry.slug.is_empty() && transaction.item_of_slug(collection, &entry.slug)?.is_some())
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
        (self.report)(LineResult {
            line,
            outcome,
            collection: item.map(|item| item.collection.clone()),
            id: item.map(|item| item.id.clone()),
            errors,
        });
    }
}

/// The fault of a row that the schema's constraints refuse; any other failure ends the import.
fn refusal(error: StoreError) -> Result<Fault, StoreError> {
    match error {
        StoreError::Constraint(reason) => Ok(conflict(reason)),
        error => Err(error),
    }
}

fn conflict(detail: String) -> Fault {
    Fault { pointer: String::new(), code: "conflict", detail }
}
