//! The one way to the public tables: item → revision → checks → entry, links, translations and change row, all in one
//! transaction that holds the hub's sequence.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::touching::Shown;
use super::{Hub, consent};
use crate::model::values::{Instant, Json};
use crate::model::{
    Attribution, COLLECTIONS, Collection, Entry, Fault, Faults, Key, WrittenDocument, WrittenLink, collection,
};
use crate::store::{Item, Link, StoreError, Transaction, TranslationRow};

/// Why a document was not written.
#[derive(Debug)]
pub enum WriteError {
    /// It breaks rules; all of them are named.
    Faults(Vec<Fault>),
    /// The database failed.
    Store(StoreError),
}

impl From<StoreError> for WriteError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// What a link names: a collection by its index, and an entry of it.
pub type Name = (usize, Key);

/// Which entries a transaction found to be public, so that each is found once, and which it did not find.
#[derive(Default)]
pub struct Targets {
    /// Whether what names an entry that is not public is published without that reference, instead of being refused.
    severing: bool,
    known: HashMap<Name, String>,
    /// Names of entries that lead to another one now.
    redirected: HashSet<Name>,
    missing: Vec<Name>,
}

impl Targets {
    /// For items that become public together, in one transaction: each may count on the others.
    pub fn together<'a>(items: impl Iterator<Item = &'a Item>) -> Self {
        let known = items.flat_map(|item| Self::names(item).into_iter().map(|name| (name, item.id.clone()))).collect();
        Self { known, ..Self::default() }
    }

    /// For what must become public whatever became of the entries that it names. References to those that are not public now
    /// are kept as severed links.
    pub fn severing() -> Self {
        Self { severing: true, ..Self::default() }
    }

    /// How links may name an item.
    pub fn names(item: &Item) -> Vec<Name> {
        let of = |collection: &Collection| {
            [Key::Id(item.id.clone()), Key::Slug(item.slug.clone())].map(|key| (collection.index, key)).to_vec()
        };
        collection(&item.collection).map(of).unwrap_or_default()
    }

    /// The id of an entry, if it is public or becomes so together with the source; of its successor, if it is redirected.
    pub fn resolve(&mut self, transaction: &mut Transaction<'_>, name: &Name) -> Result<Option<String>, StoreError> {
        if let Some(known) = self.known.get(name) {
            return Ok(Some(known.clone()));
        }
        let Some(collection) = COLLECTIONS.get(name.0) else { return Ok(None) };
        let mut public = match &name.1 {
            Key::Id(id) => transaction.is_public(collection.name, id)?.then(|| id.clone()),
            Key::Slug(slug) => transaction.public_of_slug(collection.name, slug)?,
        };
        if public.is_none()
            && let Some(id) = once_named(transaction, name)?
        {
            public = transaction.successor_of(collection.name, &id)?;
            self.redirected.extend(public.is_some().then(|| name.clone()));
        }
        match &public {
            Some(id) => {
                self.known.insert(name.clone(), id.clone());
            }
            None => self.missing.push(name.clone()),
        }
        Ok(public)
    }

    /// What was not found since this was last asked.
    pub fn take_missing(&mut self) -> Vec<Name> {
        std::mem::take(&mut self.missing)
    }
}

impl Hub {
    /// Makes the latest revision of an item public. Answers its place in the sequence.
    ///
    /// # Errors
    /// [`WriteError::Faults`] with everything that stands in the way; nothing is then written.
    pub(super) fn publish(
        &self,
        transaction: &mut Transaction<'_>,
        targets: &mut Targets,
        item: &Item,
        document: WrittenDocument,
    ) -> Result<i64, WriteError> {
        let seq = self.make_public(transaction, targets, item, document)?;
        transaction.mark_published(&[&item.id])?;
        Ok(seq)
    }

    /// The same, but that the item does not know of it yet: for many at once, which are marked as published together.
    ///
    /// # Errors
    /// As [`Hub::publish`].
    pub(super) fn make_public(
        &self,
        transaction: &mut Transaction<'_>,
        targets: &mut Targets,
        item: &Item,
        document: WrittenDocument,
    ) -> Result<i64, WriteError> {
        let (document, Links { links, severed }) = self.check(transaction, targets, item, document)?;
        let now = self.now();
        // A draft was never public: nothing of it is in the public tables or in the log.
        let known = item.state.was_public();
        let before = if known { transaction.entry(&item.id)? } else { None };
        let seq = transaction.next_seq();
        let entry = envelope(item, &document, before.as_ref(), seq, now);
        let translations = translation_rows(item, &document);
        let touched = match &before {
            Some(before) => self.touched_by(
                transaction,
                item,
                before,
                &Shown { entry: &entry, links: &links, translations: &translations },
            )?,
            None => Vec::new(),
        };
        let record = document.record.as_ref();
        transaction.put_entry(document.collection, before.as_ref(), &entry, record, &links, &translations)?;
        transaction.keep_severed(&severed)?;
        transaction.log_upsert(&entry, now, known)?;
        self.touch_all(transaction, touched)?;
        Ok(seq)
    }

    /// What would become public of a document: what its consent allows, with links to targets that are public.
    ///
    /// # Errors
    /// [`WriteError::Faults`] with everything that stands in the way: targets that are not public, consent that is
    /// missing or expired.
    pub(super) fn check(
        &self,
        transaction: &mut Transaction<'_>,
        targets: &mut Targets,
        item: &Item,
        mut document: WrittenDocument,
    ) -> Result<(WrittenDocument, Links), WriteError> {
        let mut faults = Faults::default();
        let consent = match document.consent.take() {
            Some(consent) => Some(consent),
            None => transaction.consent(&item.id)?.map(|row| row.consent()),
        };
        consent::project(&mut document, consent.as_ref(), &self.now().date(), &mut faults);
        let links = resolve(transaction, targets, item, &document.links, &mut faults)?;
        faults.or((document, links)).map_err(WriteError::Faults)
    }
}

pub(super) fn translation_rows(item: &Item, document: &WrittenDocument) -> Vec<TranslationRow> {
    let rows = document.translations.iter().map(|translation| TranslationRow {
        entry_id: item.id.clone(),
        lang: translation.lang.clone(),
        outdated: translation.outdated,
        title: translation.title.clone(),
        texts: Json(translation.texts.clone()),
    });
    rows.collect()
}

/// The links of an entry as it becomes public.
#[derive(Default)]
pub(super) struct Links {
    /// To targets that are public or become so now.
    links: Vec<Link>,
    /// To targets that are not public now and were once.
    severed: Vec<Link>,
}

/// The entry that a link named when it was published, whatever became of it.
fn once_named(transaction: &mut Transaction<'_>, (collection, key): &Name) -> Result<Option<String>, StoreError> {
    match (key, COLLECTIONS.get(*collection)) {
        (Key::Id(id), _) => Ok(Some(id.clone())),
        (Key::Slug(slug), Some(collection)) => transaction.entry_of_slug(collection.name, slug),
        (Key::Slug(_), None) => Ok(None),
    }
}

/// Finds the targets of an entry's links.
fn resolve(
    transaction: &mut Transaction<'_>,
    targets: &mut Targets,
    item: &Item,
    written: &[WrittenLink],
    faults: &mut Faults,
) -> Result<Links, StoreError> {
    let Links { mut links, mut severed } = Links::default();
    let mut merged: HashSet<String> = HashSet::new();
    for written in written {
        let name = (written.target.index, written.key.clone());
        let link = |target_id: String| Link {
            source_id: item.id.clone(),
            relation: written.relation.key(),
            part: written.part,
            position: written.position,
            target_id,
            role: written.role.clone(),
            note: written.note.clone(),
        };
        let public = targets.resolve(transaction, &name)?;
        let redirected = targets.redirected.contains(&name);
        if targets.severing && (public.is_none() || redirected) {
            severed.extend(once_named(transaction, &name)?.map(link));
        }
        let Some(target_id) = public else {
            if !targets.severing {
                let (Key::Id(named) | Key::Slug(named)) = &written.key;
                let detail = format!("`{named}` is no public entry of {}.", written.target.name);
                faults.add(written.pointer.clone(), "dangling-reference", detail);
            }
            continue;
        };
        if redirected {
            merged.insert(target_id.clone());
        }
        let link = link(target_id);
        let same = |other: &Link| {
            other.relation == link.relation && other.part == link.part && other.target_id == link.target_id
        };
        if !links.iter().any(same) {
            links.push(link);
        } else if !redirected && !merged.contains(&link.target_id) {
            // Entries that were merged are one now, and named once.
            let detail = "The same entry is named twice in this relation.";
            faults.add(written.pointer.clone(), "duplicate-reference", detail);
        }
    }
    Ok(Links { links, severed })
}

/// The envelope as it becomes public.
pub(super) fn envelope(
    item: &Item,
    document: &WrittenDocument,
    before: Option<&Entry>,
    seq: i64,
    now: Instant,
) -> Entry {
    let mut entry = document.entry.clone();
    entry.id.clone_from(&item.id);
    entry.slug.clone_from(&item.slug);
    entry.rev = item.rev;
    entry.seq = seq;
    entry.updated_at = now;
    if !document.dated {
        entry.published_at = before.map_or(now, |before| before.published_at);
    }
    if entry.attribution.is_none() {
        entry.attribution = Some(Json(attribution(&entry)));
    }
    entry
}

/// The attribution of what names none: title and publisher of the source; the licence stands beside it.
fn attribution(entry: &Entry) -> Attribution {
    let source = entry.source.as_ref();
    let publisher = source.and_then(|source| source.publisher.as_deref());
    let text = match publisher {
        Some(publisher) => format!("“{}”, from facts published by {publisher}", entry.title),
        None => format!("“{}”", entry.title),
    };
    Attribution { text, url: source.and_then(|source| source.url.clone()), licence: Some(entry.licence.clone()) }
}

/// Reads a revision's document again.
pub(super) fn reread(collection: &'static Collection, text: &str) -> Result<WrittenDocument, WriteError> {
    let value: Value =
        serde_json::from_str(text).map_err(|error| WriteError::Store(StoreError::Failed(error.to_string())))?;
    WrittenDocument::read_again(collection, value).map_err(WriteError::Faults)
}
