//! Lines that are saved, many in a transaction, and published at once where all that they name is public.

use std::collections::HashSet;
use std::time::Duration;

use super::lines::{Content, Line};
use super::waiting::Waiting;
use super::{Conflict, Import, LineOutcome, conflict, refusal};
use crate::hub::editing::{Verb, next};
use crate::hub::publishing::{Name, Targets, WriteError};
use crate::hub::saving::{Saved, find};
use crate::model::{Fault, WrittenDocument};
use crate::store::{Item, StoreError, Transaction};

/// How long an import stands back between two transactions.
const TURN: Duration = Duration::from_millis(2);

/// Items that one statement marks as published.
const MARKED: usize = 500;

/// What became of a line when it was saved.
pub(super) struct SavedLine {
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

impl Import<'_> {
    /// Saves lines in a transaction of their own. None of them has a savepoint at first: they cost as much as the lines.
    /// When a row is refused, which is rare, the transaction is given up and made again with a savepoint for each line.
    pub(super) fn save(&mut self, batch: Vec<Line>) -> Result<(), StoreError> {
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

    pub(super) fn save_singly(
        &self,
        transaction: &mut Transaction<'_>,
        batch: Vec<Line>,
    ) -> Result<Vec<SavedLine>, StoreError> {
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
        let Saved { item, created, unchanged, .. } =
            match self.hub.save(transaction, &mut document, text, &self.authorship) {
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
    pub(super) fn settle(&mut self, saved: Vec<SavedLine>) {
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

    fn exists(&self, transaction: &mut Transaction<'_>, document: &WrittenDocument) -> Result<bool, StoreError> {
        match find(transaction, document) {
            Ok(found) => Ok(found.is_some()),
            Err(WriteError::Faults(_)) => Ok(true),
            Err(WriteError::Store(error)) => Err(error),
        }
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
