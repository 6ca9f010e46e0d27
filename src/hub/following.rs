//! Keeping the catalogue as the change log says: built from the tables at start, then row by row.

use std::collections::HashMap;
use std::time::Duration;

use uuid::Uuid;

use super::{Hub, HubError};
use crate::catalogue::{Gone, LinkWords, Removal, Row, Snapshot};
use crate::database::Connection;
use crate::model::values::Tag;
use crate::model::{COLLECTIONS, Collection, collection};
use crate::store::{self, Change, ChangeOp, Link, StoreError, Stored};

/// Changes taken row by row; whoever is further behind builds the catalogue anew. It is no slower, and a step always has
/// the targets of its links: a part of a longer way might not.
const STEP: i64 = 5000;

/// Ids asked for in one statement.
const IDS: usize = 500;

/// How long a reader waits for a place in the sequence.
const PATIENCE: Duration = Duration::from_secs(2);

impl Hub {
    /// Brings the catalogue to the end of the change log and answers where that is. What was committed before the call
    /// is in the catalogue after it.
    ///
    /// # Errors
    /// Whatever the database says; the catalogue then stays as it was.
    pub fn catch_up(&self) -> Result<i64, StoreError> {
        let _turn = self.following.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        loop {
            let before = self.catalogue();
            let next = self.store.snapshot(|connection| step(connection, &before))?;
            let Some(next) = next else { return Ok(before.seq) };
            let seq = next.seq;
            self.catalogue.store(std::sync::Arc::new(next));
            self.reached.send_replace(seq);
        }
    }

    /// Waits until the catalogue reflects a place in the sequence.
    ///
    /// # Errors
    /// [`HubError::Behind`] when it does not within two seconds.
    pub async fn wait_for(&self, seq: i64) -> Result<(), HubError> {
        let mut reached = self.reached.subscribe();
        let arrived = reached.wait_for(|reached| *reached >= seq);
        match tokio::time::timeout(PATIENCE, arrived).await {
            Ok(Ok(_)) => Ok(()),
            _ => Err(HubError::Behind { at: self.catalogue().seq }),
        }
    }
}

/// The snapshot after `before`; `None` when nothing has happened since.
fn step(connection: &mut Connection, before: &Snapshot) -> Result<Option<Snapshot>, StoreError> {
    let (seq, epoch) = store::position(connection)?;
    if before.epoch.as_ref() != epoch || before.seq > seq {
        return whole(connection, seq, &epoch).map(Some);
    }
    let changes = store::changes_after(connection, before.seq, STEP + 1)?;
    if changes.is_empty() {
        return Ok(None);
    }
    if changes.len() as i64 > STEP {
        return whole(connection, seq, &epoch).map(Some);
    }
    let (upserts, deletes): (Vec<Change>, Vec<Change>) =
        changes.into_iter().partition(|change| change.op == ChangeOp::Upsert);
    let mut rows = Vec::with_capacity(upserts.len());
    for part in upserts.chunks(IDS) {
        rows.extend(load(connection, part)?);
    }
    let ids: Vec<&str> = deletes.iter().map(|change| change.entry_id.as_str()).collect();
    let slugs = by_entry(store::slugs_of(connection, Some(&ids))?, |(_, slug, id)| (id, slug));
    let removals = deletes.iter().filter_map(|change| removal(change, &slugs)).collect();
    Ok(Some(before.apply(rows, removals, seq)))
}

/// The rows of these changes: for each collection one query, and one each for links, translations and slugs.
fn load(connection: &mut Connection, changes: &[Change]) -> Result<Vec<Row>, StoreError> {
    let ids: Vec<&str> = changes.iter().map(|change| change.entry_id.as_str()).collect();
    let mut around = Around {
        links: by_entry(store::links_from(connection, Some(&ids))?, |link| (link.source_id.clone(), link)),
        translations: by_entry(store::translation_titles(connection, Some(&ids))?, |(id, lang, outdated, title)| {
            (id, (lang, outdated, title))
        }),
        slugs: by_entry(store::slugs_of(connection, Some(&ids))?, |(_, slug, id)| (id, slug)),
        changed: changes.iter().map(|change| (change.entry_id.clone(), change.changed_at)).collect(),
    };
    let mut rows = Vec::with_capacity(changes.len());
    for collection in COLLECTIONS.iter() {
        let own: Vec<&str> = changes
            .iter()
            .filter(|change| change.collection == collection.name)
            .map(|change| change.entry_id.as_str())
            .collect();
        if !own.is_empty() {
            rows.extend(
                store::load(connection, collection, &own)?.into_iter().map(|stored| around.row(collection, stored)),
            );
        }
    }
    Ok(rows)
}

/// The whole catalogue, from the tables.
fn whole(connection: &mut Connection, seq: i64, epoch: &str) -> Result<Snapshot, StoreError> {
    let changes = store::changes_after(connection, 0, i64::MAX)?;
    let mut around = Around {
        links: by_entry(store::links_from(connection, None)?, |link| (link.source_id.clone(), link)),
        translations: by_entry(store::translation_titles(connection, None)?, |(id, lang, outdated, title)| {
            (id, (lang, outdated, title))
        }),
        slugs: by_entry(store::slugs_of(connection, None)?, |(_, slug, id)| (id, slug)),
        changed: changes.iter().map(|change| (change.entry_id.clone(), change.changed_at)).collect(),
    };
    let mut rows = Vec::with_capacity(changes.len());
    for collection in COLLECTIONS.iter() {
        store::scan(connection, collection, |stored| rows.push(around.row(collection, stored)))?;
    }
    let removals = changes
        .iter()
        .filter(|change| change.op == ChangeOp::Delete)
        .filter_map(|change| removal(change, &around.slugs))
        .collect();
    Ok(Snapshot::empty(epoch).apply(rows, removals, seq))
}

fn removal(change: &Change, slugs: &HashMap<String, Vec<String>>) -> Option<Removal> {
    Some(Removal {
        collection: collection(&change.collection)?.index,
        id: Uuid::parse_str(&change.entry_id).ok()?,
        seq: change.seq,
        gone: Gone {
            removed_at: change.changed_at,
            redirect_to: change.redirect_to.as_deref().and_then(|id| Uuid::parse_str(id).ok()),
        },
        slugs: slugs.get(&change.entry_id).cloned().unwrap_or_default(),
    })
}

/// What belongs to entries and stands in other tables, by entry.
struct Around {
    links: HashMap<String, Vec<Link>>,
    translations: HashMap<String, Vec<(Tag, bool, String)>>,
    slugs: HashMap<String, Vec<String>>,
    changed: HashMap<String, crate::model::values::Instant>,
}

impl Around {
    fn row(&mut self, collection: &Collection, stored: Stored) -> Row {
        let id = &stored.entry.id;
        let keys: Vec<String> = collection.relations.iter().map(crate::model::Relation::key).collect();
        let mut links: Vec<(u8, Link)> = self
            .links
            .remove(id)
            .unwrap_or_default()
            .into_iter()
            .filter_map(|link| Some((keys.iter().position(|key| *key == link.relation)? as u8, link)))
            .collect();
        links.sort_by_key(|(relation, link)| (*relation, link.part, link.position));
        let links = links.into_iter().filter_map(|(relation, link)| {
            let words =
                (link.role.is_some() || link.note.is_some()).then_some(LinkWords { role: link.role, note: link.note });
            Some((relation, link.part as u16, Uuid::parse_str(&link.target_id).ok()?, words))
        });
        Row {
            collection: collection.index,
            indexed: stored.record.indexed(),
            links: links.collect(),
            translations: self.translations.remove(id).unwrap_or_default(),
            slugs: self.slugs.remove(id).unwrap_or_default(),
            changed_at: self.changed.get(id).copied().unwrap_or(stored.entry.updated_at),
            entry: stored.entry,
        }
    }
}

fn by_entry<R, V>(rows: Vec<R>, key: impl Fn(R) -> (String, V)) -> HashMap<String, Vec<V>> {
    let mut by: HashMap<String, Vec<V>> = HashMap::new();
    for (id, value) in rows.into_iter().map(key) {
        by.entry(id).or_default().push(value);
    }
    by
}
