//! Importing documents, one a line. Every line stands for itself: what is wrong with one is reported and stops no other.
//! Relations may point forward: a line whose targets are not public yet waits as a draft until the others are in.

mod lines;
mod waiting;

use std::collections::HashSet;
use std::io::BufRead;
use std::time::Duration;

use serde::Serialize;

use self::lines::{Content, Line};
use self::waiting::{Waiting, WaitingLines};
use super::Hub;
use super::editing::{Verb, next};
use super::publishing::{Name, Targets, WriteError};
use super::saving::{Authorship, Saved, find};
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
    authorship: Authorship,
    options: ImportOptions,
    counts: ImportCounts,
    waiting: WaitingLines,
    /// What the transaction under way has to report once it is committed.
    results: Vec<LineResult>,
    report: &'a mut dyn FnMut(LineResult),
}

/// How long an import stands back between two transactions.
const TURN: Duration = Duration::from_millis(2);

/// Items that one statement marks as published.
const MARKED: usize = 500;

/// What became of a line when it was saved.
struct SavedLine {
    line: u64,
    outcome: LineOutcome,
    item: Option<Item>,
    /// Where it was to be published.
    published: Option<Published>,
}

enum Published {
    Yes,
    /// When these are public.
    Later(HashSet<Name>),
    No(Vec<Fault>),
}

impl SavedLine {
    fn refused(line: u64, faults: Vec<Fault>) -> Self {
        Self { line, outcome: LineOutcome::Failed, item: None, published: Some(Published::No(faults)) }
    }
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
    /// Saves lines in a transaction of their own. None of them has a savepoint at first: they cost as much as the lines.
    /// When a row is refused, which is rare, the transaction is given up and made again with a savepoint for each line.
    fn save(&mut self, batch: Vec<Line>) -> Result<(), StoreError> {
        let again: Vec<Line> = batch.iter().map(Line::again).collect();
        let hub = self.hub;
        let saved = match hub.store.write(|transaction| self.save_together(transaction, batch)) {
            Err(StoreError::Constraint(_)) => hub.store.write(|transaction| self.save_singly(transaction, again))?,
            outcome => outcome?,
        };
        self.settle(saved);
        // Whoever else waits to write has their turn.
        std::thread::sleep(TURN);
        if self.waiting.any_ready() { hub.store.write(|transaction| self.publish_ready(transaction)) } else { Ok(()) }
    }

    fn save_together(&self, transaction: &mut Transaction<'_>, batch: Vec<Line>) -> Result<Vec<SavedLine>, StoreError> {
        let mut targets = Targets::default();
        let mut saved = Vec::with_capacity(batch.len());
        for Line { number, content } in batch {
            saved.push(match content.and_then(Content::read) {
                Ok(content) => self.save_line(transaction, &mut targets, number, content)?,
                Err(faults) => SavedLine::refused(number, faults),
            });
        }
        let published = saved.iter().filter(|line| matches!(line.published, Some(Published::Yes)));
        let ids: Vec<&str> = published.filter_map(|line| line.item.as_ref()).map(|item| item.id.as_str()).collect();
        for ids in ids.chunks(MARKED) {
            transaction.mark_published(ids)?;
        }
        Ok(saved)
    }

    fn save_singly(&self, transaction: &mut Transaction<'_>, batch: Vec<Line>) -> Result<Vec<SavedLine>, StoreError> {
        let mut all = Vec::with_capacity(batch.len());
        for Line { number, content } in batch {
            let saved = match content.and_then(Content::read) {
                Ok(content) => {
                    let attempt = transaction.part(|part| {
                        let saved = self.save_line(part, &mut Targets::default(), number, content)?;
                        if let SavedLine { item: Some(item), published: Some(Published::Yes), .. } = &saved {
                            part.mark_published(&[&item.id])?;
                        }
                        Ok::<_, StoreError>(saved)
                    });
                    match attempt {
                        Ok(saved) => saved,
                        Err(error) => SavedLine::refused(number, vec![refusal(error)?]),
                    }
                }
                Err(faults) => SavedLine::refused(number, faults),
            };
            all.push(saved);
        }
        Ok(all)
    }

    /// Saves a line and makes it public if it is to be and can be; its item is still to be marked as published.
    fn save_line(
        &self,
        transaction: &mut Transaction<'_>,
        targets: &mut Targets,
        line: u64,
        (mut document, text): (WrittenDocument, String),
    ) -> Result<SavedLine, StoreError> {
        if self.options.on_conflict != Conflict::Update && self.exists(transaction, &document)? {
            return Ok(match self.options.on_conflict {
                Conflict::Fail => SavedLine::refused(line, vec![conflict("The entry is there already.".to_owned())]),
                _ => SavedLine { line, outcome: LineOutcome::Skipped, item: None, published: None },
            });
        }
        let Saved { item, created, unchanged } = match self.hub.save(transaction, &mut document, text, &self.authorship)
        {
            Ok(saved) => saved,
            Err(WriteError::Faults(faults)) => return Ok(SavedLine::refused(line, faults)),
            Err(WriteError::Store(error)) => return Err(error),
        };
        let outcome = match (created, unchanged) {
            (true, _) => LineOutcome::Created,
            (false, true) => LineOutcome::Unchanged,
            (false, false) => LineOutcome::Updated,
        };
        let mut published = None;
        if self.options.publish && item.published_rev != Some(item.rev) {
            targets.take_missing();
            published = Some(
                match may_publish(&item).and_then(|()| self.hub.make_public(transaction, targets, &item, document)) {
                    Ok(_) => Published::Yes,
                    Err(WriteError::Faults(faults))
                        if faults.iter().all(|fault| fault.code == "dangling-reference") =>
                    {
                        Published::Later(targets.take_missing().into_iter().collect())
                    }
                    Err(WriteError::Faults(faults)) => Published::No(faults),
                    Err(WriteError::Store(error)) => return Err(error),
                },
            );
        }
        Ok(SavedLine { line, outcome, item: Some(item), published })
    }

    /// Takes note of what became of lines that are saved.
    fn settle(&mut self, saved: Vec<SavedLine>) {
        saved.into_iter().for_each(|line| self.settle_line(line));
    }

    fn settle_line(&mut self, saved: SavedLine) {
        let SavedLine { line, outcome, item, published } = saved;
        self.counts.lines = line;
        if let Some(earlier) = item.as_ref().and_then(|item| self.waiting.superseded(item)) {
            self.done(earlier.line, earlier.outcome, Some(&earlier.item));
        }
        match (published, item) {
            (Some(Published::Later(missing)), Some(item)) => {
                self.waiting.add(Waiting { line, item, outcome, missing });
            }
            (Some(Published::No(faults)), item) => self.fail(line, item.as_ref(), faults),
            (Some(Published::Yes), Some(item)) => {
                self.counts.published += 1;
                self.waiting.arrived(&item);
                self.done(line, outcome, Some(&item));
            }
            (_, item) => self.done(line, outcome, item.as_ref()),
        }
    }

    /// Reports what is committed.
    fn tell(&mut self) {
        self.results.drain(..).for_each(|result| (self.report)(result));
    }

    fn exists(&self, transaction: &mut Transaction<'_>, document: &WrittenDocument) -> Result<bool, StoreError> {
        match find(transaction, document) {
            Ok(found) => Ok(found.is_some()),
            Err(WriteError::Faults(_)) => Ok(true),
            Err(WriteError::Store(error)) => Err(error),
        }
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

/// Whether an item's state lets it be published: what was removed comes back only when somebody restores it.
fn may_publish(item: &Item) -> Result<(), WriteError> {
    next(item.state, Verb::Publish).map(drop).map_err(|_| {
        WriteError::Faults(vec![conflict(format!(
            "The entry is {}: it is restored before it is published.",
            item.state.as_str()
        ))])
    })
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
