//! Lines that name entries which are not public yet. They are saved as drafts, and published as soon as all that they
//! name is public or can be published together with them: chains and circles of names are then the same to the
//! database, which holds foreign keys to account at the commit.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::thread::scope;

use super::lines::{stopped, worker};
use super::{Import, LineOutcome, conflict, refusal};
use crate::hub::publishing::{Name, Targets, WriteError, reread};
use crate::model::{Collection, WrittenDocument, collection};
use crate::store::{Item, StoreError, Transaction};

/// Documents that are read ahead at once.
const CHUNK: usize = 200;

/// A line that is saved and waits for its targets.
pub(super) struct Waiting {
    pub line: u64,
    pub item: Item,
    pub outcome: LineOutcome,
    /// What it names that is not public.
    pub missing: HashSet<Name>,
}

/// Who waits, and for whom.
#[derive(Default)]
pub(super) struct WaitingLines {
    lines: BTreeMap<u64, Waiting>,
    /// The waiting line of an entry, by each name of the entry.
    named: HashMap<Name, u64>,
    /// The lines that wait for a name.
    awaited: HashMap<Name, Vec<u64>>,
}

impl WaitingLines {
    pub fn add(&mut self, waiting: Waiting) {
        let line = waiting.line;
        self.named.extend(Targets::names(&waiting.item).into_iter().map(|name| (name, line)));
        for name in &waiting.missing {
            self.awaited.entry(name.clone()).or_default().push(line);
        }
        self.lines.insert(line, waiting);
    }

    /// Nobody waits for this entry any more: it is public.
    pub fn arrived(&mut self, item: &Item) {
        for name in Targets::names(item) {
            self.found(&name);
        }
    }

    fn found(&mut self, name: &Name) {
        for line in self.awaited.remove(name).unwrap_or_default() {
            if let Some(waiting) = self.lines.get_mut(&line) {
                waiting.missing.remove(name);
            }
        }
    }

    /// Takes out the line of an item that a later line wrote anew.
    pub fn superseded(&mut self, item: &Item) -> Option<Waiting> {
        let line = Targets::names(item).iter().find_map(|name| self.named.get(name).copied())?;
        self.take(line).filter(|waiting| waiting.item.id == item.id)
    }

    fn take(&mut self, line: u64) -> Option<Waiting> {
        let waiting = self.lines.remove(&line)?;
        for name in Targets::names(&waiting.item) {
            self.named.remove(&name);
        }
        Some(waiting)
    }

    /// Whether any line need not wait any longer.
    pub fn any_ready(&self) -> bool {
        !self.ready(&HashSet::new()).is_empty()
    }

    /// The lines that can be published together: whatever one misses is another of them.
    fn ready(&self, refused: &HashSet<u64>) -> Vec<u64> {
        let mut given_up: HashSet<u64> = refused.clone();
        let hopeless = |waiting: &&Waiting| waiting.missing.iter().any(|name| !self.named.contains_key(name));
        let mut next: Vec<u64> = self.lines.values().filter(hopeless).map(|waiting| waiting.line).collect();
        next.extend(refused);
        given_up.extend(&next);
        // Whoever names one that is given up is given up with it.
        while let Some(line) = next.pop() {
            let names = self.lines.get(&line).map(|waiting| Targets::names(&waiting.item)).into_iter().flatten();
            let waiters = names.filter_map(|name| self.awaited.get(&name)).flatten();
            next.extend(waiters.copied().filter(|line| given_up.insert(*line)).collect::<Vec<_>>());
        }
        self.lines.keys().copied().filter(|line| !given_up.contains(line)).collect()
    }
}

impl Import<'_> {
    /// Publishes, together, all that waited and need not wait any longer.
    pub(super) fn publish_ready(&mut self, transaction: &mut Transaction<'_>) -> Result<(), StoreError> {
        let mut refused = HashSet::new();
        loop {
            let lines = self.waiting.ready(&refused);
            if lines.is_empty() {
                return Ok(());
            }
            let ready: Vec<&Waiting> = lines.iter().filter_map(|line| self.waiting.lines.get(line)).collect();
            match transaction.part(|part| self.publish_together(part, &ready)) {
                Ok(()) => {
                    for line in lines {
                        if let Some(waiting) = self.waiting.take(line) {
                            self.waiting.arrived(&waiting.item);
                            self.finish(&waiting);
                        }
                    }
                    return Ok(());
                }
                Err(Refused {
                    line: Some(line),
                    error: WriteError::Faults(_) | WriteError::Store(StoreError::Constraint(_)),
                }) => {
                    refused.insert(line);
                }
                Err(Refused { error: WriteError::Store(error), .. }) => return Err(error),
                Err(_) => return Err(StoreError::Failed("an import could not give up a line".to_owned())),
            }
        }
    }

    /// Ends the waiting, when all lines are in. What names something that is not public even so, or waits for such an
    /// entry, is reported and stays a draft.
    pub(super) fn end_waiting(&mut self, transaction: &mut Transaction<'_>) -> Result<(), StoreError> {
        // What others made public meanwhile.
        let awaited: Vec<Name> = self.waiting.awaited.keys().cloned().collect();
        let mut targets = Targets::default();
        for name in awaited {
            if !self.waiting.named.contains_key(&name) && targets.resolve(transaction, &name)?.is_some() {
                self.waiting.found(&name);
            }
        }
        self.publish_ready(transaction)?;
        for waiting in std::mem::take(&mut self.waiting).lines.into_values() {
            self.publish_alone(transaction, &waiting)?;
        }
        Ok(())
    }

    /// Publishes all of a group or nothing. Another thread reads the documents ahead.
    fn publish_together(&self, transaction: &mut Transaction<'_>, ready: &[&Waiting]) -> Result<(), Refused> {
        let mut targets = Targets::together(ready.iter().map(|waiting| &waiting.item));
        scope(|scope| {
            let (texts, documents) = worker(scope, |texts: Vec<Text>| texts.into_iter().map(read).collect())?;
            let mut ahead = ready.chunks(CHUNK);
            let mut send = |transaction: &mut Transaction<'_>| match ahead.next() {
                Some(chunk) => texts.send(latest(transaction, chunk)?).map_err(|_| stopped()),
                None => Ok(()),
            };
            send(transaction)?;
            for chunk in ready.chunks(CHUNK) {
                send(transaction)?;
                let read: Vec<Result<WrittenDocument, WriteError>> = documents.recv().map_err(|_| stopped())?;
                for (waiting, document) in chunk.iter().zip(read) {
                    document
                        .and_then(|document| self.hub.make_public(transaction, &mut targets, &waiting.item, document))
                        .map_err(|error| Refused { line: Some(waiting.line), error })?;
                }
                let ids: Vec<&str> = chunk.iter().map(|waiting| waiting.item.id.as_str()).collect();
                transaction.mark_published(&ids)?;
            }
            Ok(())
        })
    }

    /// The last attempt for a line, which names its faults.
    fn publish_alone(&mut self, transaction: &mut Transaction<'_>, waiting: &Waiting) -> Result<(), StoreError> {
        let attempt = transaction.part(|part| self.publish_latest(part, &mut Targets::default(), waiting));
        match attempt {
            Ok(_) => self.finish(waiting),
            Err(WriteError::Faults(faults)) => self.fail(waiting.line, Some(&waiting.item), faults),
            Err(WriteError::Store(error)) => self.fail(waiting.line, Some(&waiting.item), vec![refusal(error)?]),
        }
        Ok(())
    }

    fn publish_latest(
        &self,
        transaction: &mut Transaction<'_>,
        targets: &mut Targets,
        waiting: &Waiting,
    ) -> Result<i64, WriteError> {
        let text = latest(transaction, &[waiting])?.pop().ok_or(StoreError::Failed("no line was read".to_owned()))?;
        self.hub.publish(transaction, targets, &waiting.item, read(text)?)
    }

    fn finish(&mut self, waiting: &Waiting) {
        self.counts.published += 1;
        self.done(waiting.line, waiting.outcome, Some(&waiting.item));
    }
}

/// The text of a document, unless somebody else wrote the item meanwhile.
type Text = Result<(&'static Collection, String), WriteError>;

/// The texts of lines that wait, in their order.
fn latest(transaction: &mut Transaction<'_>, lines: &[&Waiting]) -> Result<Vec<Text>, StoreError> {
    let ids: Vec<&str> = lines.iter().map(|waiting| waiting.item.id.as_str()).collect();
    let mut documents = transaction.latest_documents(&ids)?;
    let text = |waiting: &&Waiting| match (collection(&waiting.item.collection), documents.remove(&waiting.item.id)) {
        (Some(collection), Some((rev, document))) if rev == waiting.item.rev => Ok((collection, document)),
        _ => Err(WriteError::Faults(vec![conflict(
            "Somebody else wrote the entry while this line waited for what it names.".to_owned(),
        )])),
    };
    Ok(lines.iter().map(text).collect())
}

fn read(text: Text) -> Result<WrittenDocument, WriteError> {
    text.and_then(|(collection, text)| reread(collection, &text))
}

/// The first of a group that was refused, for which the whole group was undone.
struct Refused {
    line: Option<u64>,
    error: WriteError,
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self { line: None, error: WriteError::Store(error) }
    }
}
