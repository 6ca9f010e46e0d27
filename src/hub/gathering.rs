//! Entries on their way into the catalogue: read from the tables with what belongs to them and stands elsewhere. Those
//! of a few changes are read on one connection; all of them are shared out among threads, each with a connection of its
//! own.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{available_parallelism, scope};

use foldhash::fast::RandomState;
use uuid::Uuid;

use crate::catalogue::{Gone, LinkWords, Removal, Row};
use crate::database::Connection;
use crate::model::values::{Instant, Tag};
use crate::model::{COLLECTIONS, Collection, Entry, Indexed, Relation, collection};
use crate::store::{self, Change, ChangeOp, Link, Store, StoreError, Transaction};

/// Ids asked for in one statement.
const IDS: usize = 500;

/// What belongs to entries. They are looked up once each, so that an expensive hash would be most of what it costs.
type ById<T> = HashMap<Uuid, T, RandomState>;

/// The rows of these changes: for each collection one query, and one each for links, translations and slugs.
fn rows_of(connection: &mut Connection, changes: &[Change]) -> Result<Vec<Row>, StoreError> {
    let ids: Vec<&str> = changes.iter().map(|change| change.entry_id.as_str()).collect();
    let mut around = Around { changed: changed(changes), ..Around::default() };
    around.read_links(connection, Some(&ids))?;
    around.read_translations(connection, Some(&ids))?;
    around.read_slugs(connection, Some(&ids))?;
    let mut rows = Vec::with_capacity(changes.len());
    for collection in COLLECTIONS.iter() {
        let own: Vec<&str> = changes
            .iter()
            .filter(|change| change.collection == collection.name)
            .map(|change| change.entry_id.as_str())
            .collect();
        if own.is_empty() {
            continue;
        }
        let places = around.places(collection);
        for stored in store::load(connection, collection, &own)? {
            let indexed = stored.record.indexed();
            rows.extend(around.row(collection, &places, stored.entry, indexed));
        }
    }
    Ok(rows)
}

/// What a transaction under way changed behind a place in the sequence: rows and removals.
pub(super) fn rows_since(transaction: &mut Transaction<'_>, seq: i64) -> Result<(Vec<Row>, Vec<Removal>), StoreError> {
    transaction.see(|connection| {
        let changes = store::changes_after(connection, seq, i64::MAX)?;
        rows_and_removals(connection, changes)
    })
}

/// What these changes ask of a catalogue.
pub(super) fn rows_and_removals(
    connection: &mut Connection,
    changes: Vec<Change>,
) -> Result<(Vec<Row>, Vec<Removal>), StoreError> {
    let (upserts, deletes): (Vec<Change>, Vec<Change>) =
        changes.into_iter().partition(|change| change.op == ChangeOp::Upsert);
    let mut rows = Vec::with_capacity(upserts.len());
    for part in upserts.chunks(IDS) {
        rows.extend(rows_of(connection, part)?);
    }
    Ok((rows, removals(&deletes, &slugs_of(connection, &deletes)?)))
}

/// The removals among these changes, each with the slugs that led to the entry.
pub(super) fn removals(changes: &[Change], slugs: &ById<Vec<String>>) -> Vec<Removal> {
    let removal = |change: &Change| {
        let id = uuid(&change.entry_id)?;
        Some(Removal {
            collection: collection(&change.collection)?.index,
            id,
            seq: change.seq,
            gone: Gone { removed_at: change.changed_at, redirect_to: change.redirect_to.as_deref().and_then(uuid) },
            slugs: slugs.get(&id).cloned().unwrap_or_default(),
        })
    };
    changes.iter().filter(|change| change.op == ChangeOp::Delete).filter_map(removal).collect()
}

/// Every slug that leads to what was changed, by entry.
fn slugs_of(connection: &mut Connection, changes: &[Change]) -> Result<ById<Vec<String>>, StoreError> {
    let mut around = Around::default();
    for part in changes.chunks(IDS) {
        let ids: Vec<&str> = part.iter().map(|change| change.entry_id.as_str()).collect();
        around.read_slugs(connection, Some(&ids))?;
    }
    Ok(around.slugs)
}

/// Everything that is public, as it is read from the tables.
pub(super) struct Whole {
    /// The place in the sequence that all of it has reached; some of it may be ahead.
    pub seq: i64,
    /// How far the part that is furthest ahead is.
    pub ahead: i64,
    /// The history that the sequence belongs to.
    pub epoch: String,
    /// The entries.
    pub rows: Vec<Row>,
    /// The log.
    pub changes: Vec<Change>,
    /// Every slug that leads to an entry, by entry.
    pub slugs: ById<Vec<String>>,
}

/// Reads the tables whole. Threads see states of their own, as the database was when each began: whatever differs
/// between two of them stands in the log after the earlier one, which is the `seq` of the whole.
pub(super) fn whole(store: &Store) -> Result<Whole, StoreError> {
    let next = AtomicUsize::new(0);
    let threads = available_parallelism().map_or(1, usize::from).min(4);
    let parts: Vec<Result<Part, StoreError>> = scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(|| part(store, &next))).collect();
        let mut parts = vec![part(store, &next)];
        for other in others {
            parts.push(other.join().unwrap_or_else(|_| Err(StoreError::Failed("a reader stopped".to_owned()))));
        }
        parts
    });
    let mut whole = Part::default();
    let (mut seq, mut ahead) = (i64::MAX, 0);
    for part in parts {
        let part = part?;
        (seq, ahead) = (seq.min(part.seq), ahead.max(part.seq));
        whole.epoch = part.epoch;
        whole.entries.extend(part.entries);
        whole.changes.extend(part.changes);
        whole.around.join(part.around);
    }
    let Part { epoch, entries, changes, mut around, .. } = whole;
    around.changed = changed(&changes);
    let mut rows = Vec::with_capacity(entries.iter().map(|(_, entries)| entries.len()).sum());
    for (collection, entries) in entries {
        let places = around.places(collection);
        rows.extend(entries.into_iter().filter_map(|(entry, own)| around.row(collection, &places, entry, own)));
    }
    Ok(Whole { seq, ahead, epoch, rows, changes, slugs: around.slugs })
}

/// The entries of a collection with what the catalogue indexes of each.
type Scanned = (&'static Collection, Vec<(Entry, Vec<Indexed>)>);

/// What one thread read.
#[derive(Default)]
struct Part {
    seq: i64,
    epoch: String,
    entries: Vec<Scanned>,
    changes: Vec<Change>,
    around: Around,
}

/// Reads tables until none is left, the one with the most rows first.
fn part(store: &Store, next: &AtomicUsize) -> Result<Part, StoreError> {
    store.snapshot_public(|connection| {
        let (seq, epoch) = store::position(connection)?;
        let mut part = Part { seq, epoch, ..Part::default() };
        loop {
            match next.fetch_add(1, Ordering::Relaxed) {
                0 => part.around.read_links(connection, None)?,
                1 => part.changes = store::changes_after(connection, 0, i64::MAX)?,
                2 => part.around.read_slugs(connection, None)?,
                3 => part.around.read_translations(connection, None)?,
                more => match COLLECTIONS.get(more - 4) {
                    Some(collection) => {
                        let mut entries = Vec::new();
                        store::scan(connection, collection, |stored| {
                            entries.push((stored.entry, stored.record.indexed()));
                        })?;
                        part.entries.push((collection, entries));
                    }
                    None => return Ok(part),
                },
            }
        }
    })
}

fn changed(changes: &[Change]) -> ById<Instant> {
    changes.iter().filter_map(|change| Some((uuid(&change.entry_id)?, change.changed_at))).collect()
}

fn uuid(id: &str) -> Option<Uuid> {
    Uuid::parse_str(id).ok()
}

/// A link on its way: its relation by place among the names that were met.
struct Named {
    relation: usize,
    part: i32,
    position: i32,
    target: Uuid,
    words: Option<LinkWords>,
}

/// What belongs to entries and stands in other tables, by entry.
#[derive(Default)]
struct Around {
    relations: Vec<String>,
    links: ById<Vec<Named>>,
    translations: ById<Vec<(Tag, bool, String)>>,
    slugs: ById<Vec<String>>,
    changed: ById<Instant>,
}

impl Around {
    fn read_links(&mut self, connection: &mut Connection, of: Option<&[&str]>) -> Result<(), StoreError> {
        store::each_link(connection, of, |link| {
            let Link { source_id, relation, part, position, target_id, role, note } = link;
            let (Some(source), Some(target)) = (uuid(&source_id), uuid(&target_id)) else { return };
            let known = self.relations.iter().position(|name| *name == relation);
            let relation = known.unwrap_or_else(|| {
                self.relations.push(relation);
                self.relations.len() - 1
            });
            let words = (role.is_some() || note.is_some()).then_some(LinkWords { role, note });
            self.links.entry(source).or_default().push(Named { relation, part, position, target, words });
        })
    }

    fn read_translations(&mut self, connection: &mut Connection, of: Option<&[&str]>) -> Result<(), StoreError> {
        for (id, lang, outdated, title) in store::translation_titles(connection, of)? {
            if let Some(id) = uuid(&id) {
                self.translations.entry(id).or_default().push((lang, outdated, title));
            }
        }
        Ok(())
    }

    fn read_slugs(&mut self, connection: &mut Connection, of: Option<&[&str]>) -> Result<(), StoreError> {
        for (_, slug, id) in store::slugs_of(connection, of)? {
            if let Some(id) = uuid(&id) {
                self.slugs.entry(id).or_default().push(slug);
            }
        }
        Ok(())
    }

    /// Takes what another thread read; each kind was read by one thread alone.
    fn join(&mut self, other: Self) {
        if !other.links.is_empty() {
            (self.relations, self.links) = (other.relations, other.links);
        }
        if !other.translations.is_empty() {
            self.translations = other.translations;
        }
        if !other.slugs.is_empty() {
            self.slugs = other.slugs;
        }
    }

    /// For each relation that was met, its place in the collection.
    fn places(&self, collection: &Collection) -> Vec<Option<u8>> {
        let keys: Vec<String> = collection.relations.iter().map(Relation::key).collect();
        self.relations.iter().map(|name| Some(keys.iter().position(|key| key == name)? as u8)).collect()
    }

    fn row(
        &mut self,
        collection: &Collection,
        places: &[Option<u8>],
        entry: Entry,
        indexed: Vec<Indexed>,
    ) -> Option<Row> {
        let id = uuid(&entry.id)?;
        let place = |link: &Named| places.get(link.relation).copied().flatten();
        let mut links = self.links.remove(&id).unwrap_or_default();
        links.sort_by_key(|link| (place(link), link.part, link.position));
        let links =
            links.into_iter().filter_map(|link| Some((place(&link)?, link.part as u16, link.target, link.words)));
        Some(Row {
            collection: collection.index,
            indexed,
            links: links.collect(),
            translations: self.translations.remove(&id).unwrap_or_default(),
            slugs: self.slugs.get(&id).cloned().unwrap_or_default(),
            changed_at: self.changed.get(&id).copied().unwrap_or(entry.updated_at),
            dated: true,
            entry,
        })
    }
}
