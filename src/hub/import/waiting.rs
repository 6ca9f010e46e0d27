//! Lines that name entries which were not public when they were read. They are saved as drafts, and published together
//! once all lines are in: chains and circles of names are then the same to the database, which holds foreign keys to
//! account at the commit.

use std::collections::{HashMap, HashSet};
use std::thread::scope;

use super::lines::{stopped, worker};
use super::{Import, LineOutcome, refusal};
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
    /// What it names that was not public.
    pub missing: Vec<Name>,
}

/// Who waits for whom, and who cannot come along.
#[derive(Default)]
struct Hopes<'a> {
    /// By the entry that is named.
    named_by: HashMap<String, Vec<&'a str>>,
    given_up: HashSet<&'a str>,
}

impl<'a> Hopes<'a> {
    /// Gives up an entry, and with it whoever names it.
    fn give_up(&mut self, id: &'a str) {
        let mut next = vec![id];
        while let Some(id) = next.pop() {
            if self.given_up.insert(id) {
                next.extend(self.named_by.get(id).into_iter().flatten());
            }
        }
    }
}

impl Import<'_> {
    /// Publishes what waited, all that can be. What names something that is not public even so, or waits for such an
    /// entry, is reported and stays a draft.
    pub(super) fn publish_waiting(&mut self, transaction: &mut Transaction<'_>) -> Result<(), StoreError> {
        let waiting = std::mem::take(&mut self.waiting);
        let mut hopes = self.hopes(transaction, &waiting)?;
        loop {
            let (left, ready): (Vec<&Waiting>, Vec<&Waiting>) =
                waiting.iter().partition(|waiting| hopes.given_up.contains(waiting.item.id.as_str()));
            match transaction.part(|part| self.publish_together(part, &ready)) {
                Ok(()) => {
                    ready.iter().for_each(|waiting| self.finish(waiting));
                    return left.iter().try_for_each(|waiting| self.publish_alone(transaction, waiting));
                }
                Err(Refused { error: WriteError::Store(error), .. }) if !matches!(error, StoreError::Constraint(_)) => {
                    return Err(error);
                }
                Err(refused) => match waiting.iter().find(|waiting| waiting.item.id == refused.id) {
                    Some(waiting) => hopes.give_up(&waiting.item.id),
                    None => return Err(StoreError::Failed("an import could not give up a line".to_owned())),
                },
            }
        }
    }

    /// Finds who could be published if all were, and gives up the others.
    fn hopes<'a>(&self, transaction: &mut Transaction<'_>, waiting: &'a [Waiting]) -> Result<Hopes<'a>, StoreError> {
        let group: HashSet<&str> = waiting.iter().map(|waiting| waiting.item.id.as_str()).collect();
        let mut targets = Targets::together(waiting.iter().map(|waiting| &waiting.item));
        let (mut hopes, mut hopeless) = (Hopes::default(), Vec::new());
        for Waiting { item, missing, .. } in waiting {
            for name in missing {
                match targets.resolve(transaction, name)? {
                    Some(id) if group.contains(id.as_str()) => hopes.named_by.entry(id).or_default().push(&item.id),
                    Some(_) => {}
                    None => hopeless.push(item.id.as_str()),
                }
            }
        }
        hopeless.into_iter().for_each(|id| hopes.give_up(id));
        Ok(hopes)
    }

    /// Publishes all of a group or nothing. Another thread reads the documents ahead.
    fn publish_together(&self, transaction: &mut Transaction<'_>, ready: &[&Waiting]) -> Result<(), Refused> {
        let mut targets = Targets::together(ready.iter().map(|waiting| &waiting.item));
        scope(|scope| {
            let (texts, documents) = worker(scope, |texts: Vec<Text>| texts.into_iter().map(read).collect())?;
            let mut ahead = ready.chunks(CHUNK);
            let mut send = |transaction: &mut Transaction<'_>| match ahead.next() {
                Some(chunk) => {
                    let found: Result<Vec<Text>, StoreError> =
                        chunk.iter().map(|waiting| text(transaction, &waiting.item)).collect();
                    texts.send(found?).map_err(|_| stopped())
                }
                None => Ok(()),
            };
            send(transaction)?;
            for chunk in ready.chunks(CHUNK) {
                send(transaction)?;
                let read: Vec<Result<WrittenDocument, WriteError>> = documents.recv().map_err(|_| stopped())?;
                for (waiting, document) in chunk.iter().zip(read) {
                    let item = &waiting.item;
                    document
                        .and_then(|document| self.hub.make_public(transaction, &mut targets, item, document))
                        .map_err(|error| Refused { id: item.id.clone(), error })?;
                }
                let ids: Vec<&str> = chunk.iter().map(|waiting| waiting.item.id.as_str()).collect();
                transaction.mark_published(&ids)?;
            }
            Ok(())
        })
    }

    /// The last attempt for a line, which names its faults.
    fn publish_alone(&mut self, transaction: &mut Transaction<'_>, waiting: &Waiting) -> Result<(), StoreError> {
        let attempt = transaction.part(|part| self.publish_latest(part, &mut Targets::default(), &waiting.item));
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
        item: &Item,
    ) -> Result<i64, WriteError> {
        let document = read(text(transaction, item)?)?;
        self.hub.publish(transaction, targets, item, document)
    }

    fn finish(&mut self, waiting: &Waiting) {
        self.counts.published += 1;
        self.done(waiting.line, waiting.outcome, Some(&waiting.item));
    }
}

/// The text of a document and its collection.
type Text = (Option<&'static Collection>, String);

fn text(transaction: &mut Transaction<'_>, item: &Item) -> Result<Text, StoreError> {
    let text = transaction.revision(&item.id, item.rev)?.map(|revision| revision.document).unwrap_or_default();
    Ok((collection(&item.collection), text))
}

fn read((collection, text): Text) -> Result<WrittenDocument, WriteError> {
    collection.map_or(Err(WriteError::Faults(Vec::new())), |collection| reread(collection, &text))
}

/// The first of a group that was refused, for which the whole group was undone.
struct Refused {
    id: String,
    error: WriteError,
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self { id: String::new(), error: WriteError::Store(error) }
    }
}
