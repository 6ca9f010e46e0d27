//! Copies of another hub's entries: taken in as that hub sends them, word for word, with its ids and revisions; forgotten
//! when it says so. What cannot be taken in is put into quarantine and holds nothing else up.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::sync::hex;
use super::{EditError, Hub, HubError, WriteError};
use crate::model::values::{Instant, Json};
use crate::model::{
    Channel, Channels, Collection, Entry, Fault, Notice, WrittenDocument, collection, members, title_key,
};
use crate::present;
use crate::store::{self, Item, ItemState, Link, Mirror, Quarantined, StoreError, Transaction, TranslationRow};

/// One thing that another hub asks of a copy.
#[derive(Debug, Clone)]
pub enum Order {
    /// Keep this document.
    Keep(Map<String, Value>),
    /// Forget an entry.
    Forget {
        /// Which.
        id: String,
        /// Why.
        reason: String,
        /// By when every trace of it is to be gone.
        purge_by: Option<Instant>,
        /// What stands in its place now.
        redirect_to: Option<String>,
    },
}

/// What became of orders.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct CopyCounts {
    /// Entries kept, new or changed.
    pub kept: u64,
    /// Entries that were here as they are.
    pub unchanged: u64,
    /// Entries forgotten.
    pub forgotten: u64,
    /// Entries in quarantine.
    pub quarantined: u64,
}

impl CopyCounts {
    /// Adds what became of more orders.
    pub fn add(&mut self, more: Self) {
        self.kept += more.kept;
        self.unchanged += more.unchanged;
        self.forgotten += more.forgotten;
        self.quarantined += more.quarantined;
    }
}

/// A document as it was read for taking in.
struct Received {
    collection: &'static Collection,
    entry: Entry,
    document: WrittenDocument,
    kept: String,
}

impl Hub {
    /// Does what another hub asks, in order, and notes how far it was followed: all in one transaction.
    ///
    /// # Errors
    /// Whatever the database says; nothing of it then happened.
    pub fn follow_orders(&self, orders: &[Order], mirror: &Mirror) -> Result<CopyCounts, HubError> {
        let together = self.store.write(|transaction| {
            let counts = self.obey(transaction, orders, mirror, false)?;
            transaction.put_mirror(mirror)?;
            Ok::<_, WriteError>(counts)
        });
        let counts = match together {
            // One of them breaks a rule of the database, such as a slug that is taken: each has a savepoint then.
            Err(WriteError::Store(StoreError::Constraint(_))) => self.store.write(|transaction| {
                let counts = self.obey(transaction, orders, mirror, true)?;
                transaction.put_mirror(mirror)?;
                Ok::<_, WriteError>(counts)
            }),
            outcome => outcome,
        }
        .map_err(unexpected)?;
        if counts.forgotten > 0 {
            self.overwriting.store(true, std::sync::atomic::Ordering::Relaxed);
        }
        self.catch_up()?;
        Ok(counts)
    }

    fn obey(
        &self,
        transaction: &mut Transaction<'_>,
        orders: &[Order],
        mirror: &Mirror,
        apart: bool,
    ) -> Result<CopyCounts, WriteError> {
        // Quarantine refers to the hub that is copied.
        if store_has(transaction, mirror)?.is_none() {
            transaction.put_mirror(&Mirror { seq: 0, ..mirror.clone() })?;
        }
        let mut counts = CopyCounts::default();
        let read: Vec<Result<Option<Received>, Vec<Fault>>> = orders.iter().map(receive).collect();
        let mut coming: HashSet<String> = HashSet::new();
        if !apart {
            coming.extend(read.iter().flatten().flatten().map(|received| received.entry.id.clone()));
        }
        let mut arrived: Vec<String> = Vec::new();
        for (order, read) in orders.iter().zip(read) {
            match (order, read) {
                (Order::Forget { id, reason, purge_by, redirect_to }, _) => {
                    let done =
                        self.forget(transaction, &mirror.source, id, reason, *purge_by, redirect_to.as_deref())?;
                    counts.forgotten += u64::from(done);
                }
                (Order::Keep(_), Ok(None)) => {}
                (Order::Keep(document), Ok(Some(received))) => {
                    let id = received.entry.id.clone();
                    let outcome = match apart {
                        true => transaction.part(|part| self.keep_copy(part, &mirror.source, received, &coming)),
                        false => self.keep_copy(transaction, &mirror.source, received, &coming),
                    };
                    match outcome {
                        Ok(true) => {
                            counts.kept += 1;
                            arrived.push(id);
                        }
                        Ok(false) => counts.unchanged += 1,
                        Err(WriteError::Faults(faults)) => {
                            self.refuse(transaction, &mirror.source, document, &faults)?;
                            counts.quarantined += 1;
                        }
                        Err(WriteError::Store(StoreError::Constraint(reason))) if apart => {
                            let fault = Fault { pointer: String::new(), code: "conflict", detail: reason };
                            self.refuse(transaction, &mirror.source, document, &[fault])?;
                            counts.quarantined += 1;
                        }
                        Err(error) => return Err(error),
                    }
                }
                (Order::Keep(document), Err(faults)) => {
                    self.refuse(transaction, &mirror.source, document, &faults)?;
                    counts.quarantined += 1;
                }
            }
        }
        let arrived: Vec<&str> = arrived.iter().map(String::as_str).collect();
        let mended = transaction.mend_copies(&arrived)?;
        self.touch_all(transaction, mended)?;
        Ok(counts)
    }

    /// Keeps a copy; answers whether it was not here as it is.
    fn keep_copy(
        &self,
        transaction: &mut Transaction<'_>,
        source: &str,
        received: Received,
        coming: &HashSet<String>,
    ) -> Result<bool, WriteError> {
        let Received { collection, mut entry, document, kept } = received;
        let known = transaction.item(&entry.id)?;
        if known.as_ref().is_some_and(|item| item.origin.as_deref() != Some(source)) {
            return Err(WriteError::Faults(fault("/id", "conflict", "This hub has an entry of its own with this id.")));
        }
        let before = transaction.entry(&entry.id)?;
        if before.as_ref().is_some_and(|before| before.rev == entry.rev) {
            let as_before = transaction.revision(&entry.id, entry.rev)?;
            if as_before.is_some_and(|revision| revision.document == kept) {
                transaction.release(source, &entry.id)?;
                return Ok(false);
            }
        }
        let now = self.now();
        let item = Item {
            id: entry.id.clone(),
            collection: collection.name.to_owned(),
            slug: entry.slug.clone(),
            state: if entry.notice.is_some() { ItemState::Withdrawn } else { ItemState::Published },
            rev: entry.rev,
            published_rev: Some(entry.rev),
            created_at: known.as_ref().map_or(now, |item| item.created_at),
            modified_at: now,
            title: entry.title.clone(),
            title_key: title_key(&entry.title),
            review_by: entry.review_by.clone(),
            publish_at: None,
            redirect_to: None,
            origin: Some(source.to_owned()),
        };
        match &known {
            Some(_) => transaction.update_item(&item)?,
            None => transaction.insert_item(&item)?,
        }
        transaction.keep_document(&item, &kept)?;
        let (links, severed) = resolve(transaction, &item, &document, coming)?;
        let mut touched = Vec::new();
        if self.stands_elsewhere(transaction, &item, &links)? {
            touched = self.classified_under(transaction, &item)?;
        }
        entry.seq = transaction.next_seq();
        let translations: Vec<TranslationRow> = super::publishing::translation_rows(&item, &document);
        let record = document.record.as_ref();
        transaction.put_entry(collection, before.as_ref(), &entry, record, &links, &translations)?;
        transaction.keep_severed(&severed)?;
        transaction.log_upsert(&entry, now, known.is_some())?;
        transaction.release(source, &entry.id)?;
        self.touch_all(transaction, touched)?;
        Ok(true)
    }

    /// Forgets a copy; answers whether there was one.
    fn forget(
        &self,
        transaction: &mut Transaction<'_>,
        source: &str,
        id: &str,
        reason: &str,
        purge_by: Option<Instant>,
        redirect_to: Option<&str>,
    ) -> Result<bool, WriteError> {
        transaction.release(source, id)?;
        let Some(item) = transaction.item(id)?.filter(|item| item.origin.as_deref() == Some(source)) else {
            return Ok(false);
        };
        if !item.state.is_public() && purge_by.is_none() {
            return Ok(false);
        }
        let successor = match redirect_to {
            Some(to) if to != id && transaction.is_public(&item.collection, to)? => Some(to),
            _ => None,
        };
        if item.state.is_public() {
            self.take_away(transaction, &item, reason, successor).map_err(|error| match error {
                EditError::Store(error) => error,
                other => StoreError::Failed(format!("{other:?}")),
            })?;
        }
        let mut state = if successor.is_some() { ItemState::Redirected } else { ItemState::Removed };
        match purge_by {
            Some(by) => {
                transaction.log_purge(id, by)?;
                transaction.erase_item(id)?;
                state = ItemState::Erased;
            }
            None => transaction.forget_documents(id)?,
        }
        let erased = state == ItemState::Erased;
        transaction.update_item(&Item {
            state,
            redirect_to: successor.map(str::to_owned),
            slug: if erased { crate::model::erased_slug(id) } else { item.slug.clone() },
            title: if erased { String::new() } else { item.title.clone() },
            title_key: if erased { String::new() } else { item.title_key.clone() },
            review_by: None,
            ..item
        })?;
        Ok(true)
    }

    /// Puts a document into quarantine. What was here of the entry before is taken away: it may be what was to be changed.
    fn refuse(
        &self,
        transaction: &mut Transaction<'_>,
        source: &str,
        document: &Map<String, Value>,
        faults: &[Fault],
    ) -> Result<(), WriteError> {
        let text = |name: &str| document.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let id = text("id").to_ascii_lowercase();
        self.forget(transaction, source, &id, "quarantined", None, None)?;
        let hash = present::hash(document);
        transaction.quarantine(&Quarantined {
            source: source.to_owned(),
            entry_id: id,
            collection: text("type"),
            rev: document.get("rev").and_then(Value::as_i64).unwrap_or_default(),
            hash: hash.map(|hash| hex(&hash)).unwrap_or_default(),
            faults: json!(faults).to_string(),
            since: self.now(),
        })?;
        Ok(())
    }

    /// The hub of this address, if it was copied before.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn mirror(&self, source: &str) -> Result<Option<Mirror>, StoreError> {
        self.store.read(|connection| store::mirror_of(connection, source))
    }

    /// What of another hub could not be taken in.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn quarantined(&self, source: &str) -> Result<Vec<Quarantined>, StoreError> {
        self.store.read(|connection| store::quarantined(connection, source))
    }

    /// The public entries that are copies from a hub: id and collection.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn copies(&self, source: &str) -> Result<Vec<(String, String)>, StoreError> {
        self.store.read(|connection| store::copies_of(connection, source))
    }
}

fn store_has(transaction: &mut Transaction<'_>, mirror: &Mirror) -> Result<Option<Mirror>, StoreError> {
    transaction.see(|connection| store::mirror_of(connection, &mirror.source))
}

fn unexpected(error: WriteError) -> HubError {
    match error {
        WriteError::Store(error) => HubError::Store(error),
        WriteError::Faults(faults) => HubError::Rendering(format!("{faults:?}")),
    }
}

fn fault(pointer: &str, code: &'static str, detail: &str) -> Vec<Fault> {
    vec![Fault { pointer: pointer.to_owned(), code, detail: detail.to_owned() }]
}

/// Reads the document of a copy. Members that this version does not know are passed over: another may.
pub(super) fn read(collection: &'static Collection, mut document: Value) -> Result<WrittenDocument, Vec<Fault>> {
    if let Some(own) = document.as_object_mut() {
        own.retain(|name, _| members(collection).iter().any(|member| member == name));
    }
    WrittenDocument::read(collection, document)
}

/// Reads what is to be kept, as the domain has it.
fn receive(order: &Order) -> Result<Option<Received>, Vec<Fault>> {
    let Order::Keep(document) = order else { return Ok(None) };
    let name = document.get("type").and_then(Value::as_str).unwrap_or_default();
    let collection =
        collection(name).ok_or_else(|| fault("/type", "unknown-collection", "This version has no such collection."))?;
    let Some(rev) = document.get("rev").and_then(Value::as_i64).filter(|rev| *rev >= 1) else {
        return Err(fault("/rev", "required", "A copy has the revision that it is of."));
    };
    let notice: Option<Notice> = typed(document, "notice")?;
    let updated_at: Option<Instant> = typed(document, "updated_at")?;
    let channels: Option<Vec<Channel>> = typed(document, "channels")?;
    let read = read(collection, Value::Object(document.clone()))?;
    if read.entry.id.is_empty() || read.entry.slug.is_empty() {
        return Err(fault("/id", "required", "A copy has an id and a slug."));
    }
    let mut entry = read.entry.clone();
    entry.rev = rev;
    entry.notice = notice.map(Json);
    entry.updated_at = updated_at.unwrap_or(entry.updated_at);
    entry.consented = channels.is_some();
    entry.channels = channels.map_or(Channels::ALL, |channels| Channels::of(&channels)).bits();
    let kept = present::proven(document.clone());
    Ok(Some(Received { collection, entry, document: read, kept: Value::Object(kept).to_string() }))
}

fn typed<T: serde::de::DeserializeOwned>(document: &Map<String, Value>, name: &str) -> Result<Option<T>, Vec<Fault>> {
    let Some(value) = document.get(name) else { return Ok(None) };
    serde_json::from_value(value.clone())
        .map(Some)
        .map_err(|error| fault(&format!("/{name}"), "invalid-value", &error.to_string()))
}

/// The links of a copy: to what is here or comes with it, and to what is not.
fn resolve(
    transaction: &mut Transaction<'_>,
    item: &Item,
    document: &WrittenDocument,
    coming: &HashSet<String>,
) -> Result<(Vec<Link>, Vec<Link>), WriteError> {
    let id = |link: &crate::model::WrittenLink| match &link.key {
        crate::model::Key::Id(id) => Some(id.clone()),
        crate::model::Key::Slug(_) => None,
    };
    let targets: Vec<String> = document.links.iter().filter_map(id).collect();
    let elsewhere: Vec<&str> = targets.iter().map(String::as_str).filter(|id| !coming.contains(*id)).collect();
    let there: HashSet<String> = transaction.public_among(&elsewhere)?.into_iter().collect();
    let links = document.links.iter().filter_map(|link| {
        Some(Link {
            source_id: item.id.clone(),
            relation: link.relation.key(),
            part: link.part,
            position: link.position,
            target_id: id(link)?,
            role: link.role.clone(),
            note: link.note.clone(),
        })
    });
    let here =
        |link: &Link| link.target_id == item.id || coming.contains(&link.target_id) || there.contains(&link.target_id);
    Ok(links.partition(here))
}
