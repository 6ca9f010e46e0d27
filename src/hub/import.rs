//! Importing documents, one a line. Every line stands for itself: what is wrong with one is reported and stops no other.
//! Relations may point forward: a line whose targets are not public yet waits as a draft until the others are in.

use std::collections::HashSet;
use std::io::BufRead;

use serde::Serialize;
use serde_json::Value;

use super::Hub;
use super::publishing::{Saved, Targets, WriteError, reread};
use crate::model::{Fault, WrittenDocument, collection, collection_of};
use crate::store::{Item, StoreError, Transaction};

/// Lines that share a transaction.
const BATCH: usize = 500;

/// The longest line, in bytes.
pub const MAX_LINE: usize = 4 * 1024 * 1024;

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

/// A line that is saved and waits for its targets.
struct Waiting {
    line: u64,
    item: Item,
    outcome: LineOutcome,
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
                while let Some(batch) = import.next_batch(input)? {
                    import.save_batch(transaction, batch)?;
                }
                import.publish_waiting(transaction)?;
                let keep = !options.dry_run && import.counts.failed == 0;
                if keep { Ok(()) } else { Err(Stop::Rollback) }
            });
            match kept {
                Ok(()) | Err(Stop::Rollback) => {}
                Err(Stop::Store(error)) => return Err(error),
            }
        } else {
            while let Some(batch) = import.next_batch(input)? {
                self.store.write(|transaction| import.save_batch(transaction, batch))?;
            }
            self.store.write(|transaction| import.publish_waiting(transaction))?;
        }
        Ok(import.counts)
    }
}

type Line = (u64, Vec<u8>);

impl Import<'_> {
    /// The next lines that are not empty; `None` at the end.
    fn next_batch(&mut self, input: &mut dyn BufRead) -> Result<Option<Vec<Line>>, StoreError> {
        let mut batch = Vec::new();
        while batch.len() < BATCH {
            let mut line = Vec::new();
            let mut limited = std::io::Read::take(&mut *input, MAX_LINE as u64 + 1);
            let read = limited.read_until(b'\n', &mut line).map_err(|error| StoreError::Failed(error.to_string()))?;
            if read == 0 {
                break;
            }
            self.counts.lines += 1;
            if read > MAX_LINE {
                skip_line(input)?;
            }
            if !line.trim_ascii().is_empty() {
                batch.push((self.counts.lines, line));
            }
        }
        Ok((!batch.is_empty()).then_some(batch))
    }

    fn save_batch(&mut self, transaction: &mut Transaction<'_>, batch: Vec<Line>) -> Result<(), StoreError> {
        let mut targets = Targets::default();
        for (line, bytes) in batch {
            let result = transaction.part(|part| self.save_line(part, &mut targets, line, &bytes));
            match result {
                Ok(()) => {}
                Err(WriteError::Faults(faults)) => self.fail(line, None, faults),
                Err(WriteError::Store(StoreError::Constraint(reason))) => {
                    let fault = Fault { pointer: String::new(), code: "conflict", detail: reason };
                    self.fail(line, None, vec![fault]);
                }
                Err(WriteError::Store(error)) => return Err(error),
            }
        }
        Ok(())
    }

    fn save_line(
        &mut self,
        transaction: &mut Transaction<'_>,
        targets: &mut Targets,
        line: u64,
        bytes: &[u8],
    ) -> Result<(), WriteError> {
        let fault = |code, detail: String| WriteError::Faults(vec![Fault { pointer: String::new(), code, detail }]);
        if bytes.len() > MAX_LINE {
            return Err(fault("too-long", format!("A line has at most {MAX_LINE} bytes.")));
        }
        let value: Value = serde_json::from_slice(bytes).map_err(|error| fault("malformed-json", error.to_string()))?;
        let collection = collection_of(&value).map_err(|fault| WriteError::Faults(vec![fault]))?;
        let text = value.to_string();
        let document = WrittenDocument::read(collection, value).map_err(WriteError::Faults)?;
        if self.options.on_conflict != Conflict::Update && self.exists(transaction, &document)? {
            return match self.options.on_conflict {
                Conflict::Fail => Err(fault("conflict", "The entry is there already.".to_owned())),
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
        let published = transaction.part(|part| self.hub.publish(part, targets, &item, document));
        match published {
            Ok(_) => {
                targets.retry_missing();
                self.counts.published += 1;
                self.done(line, outcome, Some(&item));
                Ok(())
            }
            Err(WriteError::Faults(faults)) if faults.iter().all(|fault| fault.code == "dangling-reference") => {
                self.waiting.push(Waiting { line, item, outcome });
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

    /// Publishes what waited: first, round by round, whatever has its targets by now; then what is left, which names
    /// one another in circles, together. What still names something that is not public is reported and stays a draft.
    fn publish_waiting(&mut self, transaction: &mut Transaction<'_>) -> Result<(), StoreError> {
        loop {
            let before = self.waiting.len();
            self.publish_ready(transaction, Targets::default())?;
            if self.waiting.len() == before {
                break;
            }
        }
        let mut together: HashSet<String> = self.waiting.iter().map(|waiting| waiting.item.id.clone()).collect();
        // Whoever names something outside the circle cannot come along, nor can those who name it.
        loop {
            let mut hopeless = Vec::new();
            let mut targets = Targets::together(together.clone());
            for waiting in self.waiting.iter().filter(|waiting| together.contains(&waiting.item.id)) {
                let document = self.latest(transaction, &waiting.item);
                match document.and_then(|document| self.hub.check(transaction, &mut targets, &waiting.item, document)) {
                    Ok(_) => {}
                    Err(WriteError::Faults(_)) => hopeless.push(waiting.item.id.clone()),
                    Err(WriteError::Store(error)) => return Err(error),
                }
            }
            if hopeless.is_empty() {
                break;
            }
            together.retain(|id| !hopeless.contains(id));
        }
        self.publish_ready(transaction, Targets::together(together))?;
        for waiting in std::mem::take(&mut self.waiting) {
            let attempt = self.try_publish(transaction, &mut Targets::default(), &waiting.item);
            match attempt {
                Err(WriteError::Faults(faults)) => self.fail(waiting.line, Some(&waiting.item), faults),
                Err(WriteError::Store(error)) => return Err(error),
                Ok(_) => self.finish(&waiting),
            }
        }
        Ok(())
    }

    /// Publishes, of what waits, whatever can be.
    fn publish_ready(&mut self, transaction: &mut Transaction<'_>, mut targets: Targets) -> Result<(), StoreError> {
        for waiting in std::mem::take(&mut self.waiting) {
            match transaction.part(|part| self.try_publish(part, &mut targets, &waiting.item)) {
                Ok(_) => {
                    targets.retry_missing();
                    self.finish(&waiting);
                }
                Err(WriteError::Faults(_)) => self.waiting.push(waiting),
                Err(WriteError::Store(error)) => return Err(error),
            }
        }
        Ok(())
    }

    fn try_publish(
        &self,
        transaction: &mut Transaction<'_>,
        targets: &mut Targets,
        item: &Item,
    ) -> Result<i64, WriteError> {
        let document = self.latest(transaction, item)?;
        self.hub.publish(transaction, targets, item, document)
    }

    fn latest(&self, transaction: &mut Transaction<'_>, item: &Item) -> Result<WrittenDocument, WriteError> {
        let Some(collection) = collection(&item.collection) else { return Err(WriteError::Faults(Vec::new())) };
        let text = transaction.revision(&item.id, item.rev)?.map(|revision| revision.document).unwrap_or_default();
        reread(collection, &text)
    }

    fn finish(&mut self, waiting: &Waiting) {
        self.counts.published += 1;
        self.done(waiting.line, waiting.outcome, Some(&waiting.item));
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

/// Reads on to the end of a line that is too long to be kept.
fn skip_line(input: &mut dyn BufRead) -> Result<(), StoreError> {
    loop {
        let buffer = input.fill_buf().map_err(|error| StoreError::Failed(error.to_string()))?;
        if buffer.is_empty() {
            return Ok(());
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}
