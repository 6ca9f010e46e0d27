//! Rendered documents: a bounded cache in front of the tables, in memory and behind it on disk. A document is fit to be
//! shown when its place in the sequence is the catalogue's: whatever changes a document, a title that it refers to included,
//! gives it a new one.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use quick_cache::Weighter;
use quick_cache::sync::Cache;
use uuid::Uuid;

use super::answers::Forgotten;
use super::document_files::DocumentFiles;
use super::{Hub, HubError};
use crate::catalogue::{Card, Node, Snapshot};
use crate::database::Connection;
use crate::model::{COLLECTIONS, Collection};
use crate::present::{Document, Renderer, Subject, Variant};
use crate::store::{self, StoreError, Stored, TranslationRow};

/// By what a document is known.
pub type Key = (Uuid, Variant);

#[derive(Clone)]
struct ByBytes;

impl Weighter<Key, Arc<Document>> for ByBytes {
    fn weight(&self, _key: &Key, document: &Arc<Document>) -> u64 {
        document.weight()
    }
}

/// The rendered documents that are kept.
pub struct DocumentCache {
    kept: Cache<Key, Arc<Document>, ByBytes>,
    /// Bytes of memory that it may have.
    bytes: u64,
    /// What memory has no room for.
    files: Option<DocumentFiles>,
    /// Whether it leaves most of its memory to others.
    gives_way: AtomicBool,
    /// Whether the last page found all of its documents.
    complete: AtomicBool,
    remembered: AtomicU64,
    read_back: AtomicU64,
    rendered: AtomicU64,
}

/// Where documents were found so far, and what is kept of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentCounts {
    /// Those that were in memory.
    pub remembered: u64,
    /// Those that were read back from disk.
    pub read_back: u64,
    /// Those that were rendered from the tables.
    pub rendered: u64,
    /// The bytes that are kept in memory.
    pub bytes: u64,
    /// The bytes that are kept on disk.
    pub disk_bytes: u64,
}

/// What a document weighs on average, for sizing the cache's tables.
const TYPICAL: u64 = 4096;

/// What part of its memory is left to a cache once files hold more than all of it would. The system has them in its own
/// memory, from where they are read at next to no cost, and which others may have when they need it.
const BESIDE_FILES: u64 = if cfg!(target_os = "linux") { 8 } else { 1 };

impl DocumentCache {
    /// A cache of at most so many bytes of memory.
    pub fn new(bytes: u64) -> Self {
        Self {
            kept: Cache::with_weighter((bytes / TYPICAL) as usize + 16, bytes, ByBytes),
            bytes,
            files: None,
            gives_way: AtomicBool::new(false),
            complete: AtomicBool::new(false),
            remembered: AtomicU64::new(0),
            read_back: AtomicU64::new(0),
            rendered: AtomicU64::new(0),
        }
    }

    /// The same, with files behind it.
    pub fn with_files(self, files: DocumentFiles) -> Self {
        Self { files: Some(files), ..self }
    }

    /// Whether the next page is likely to find all of its documents here: the last one did.
    pub fn is_likely_complete(&self) -> bool {
        self.complete.load(Ordering::Relaxed)
    }

    /// Notes whether all of so many documents were here. An entry by itself says nothing of pages.
    fn note(&self, asked: usize, complete: bool) {
        if asked > 1 && complete != self.is_likely_complete() {
            self.complete.store(complete, Ordering::Relaxed);
        }
    }

    /// The document as of this place in the sequence, if it is kept within reach.
    fn get(&self, collection: &Collection, key: Key, seq: i64, reach: Reach) -> Option<Arc<Document>> {
        if let Some(document) = self.kept.get(&key).filter(|document| document.seq == seq) {
            self.remembered.fetch_add(1, Ordering::Relaxed);
            return Some(document);
        }
        let document = Arc::new(self.files.as_ref()?.read(collection, &key, seq, reach)?);
        self.read_back.fetch_add(1, Ordering::Relaxed);
        self.kept.insert(key, Arc::clone(&document));
        Some(document)
    }

    /// Keeps a document that was rendered from what was read in an era; on disk too, where memory has no room for all.
    fn keep(&self, key: Key, document: &Arc<Document>, era: u64) {
        self.rendered.fetch_add(1, Ordering::Relaxed);
        self.kept.insert(key, Arc::clone(document));
        if let Some(files) = &self.files
            && self.kept.weight() >= self.kept.capacity() / 8 * 7
        {
            files.keep(key, document, era);
            self.share(files.bytes());
        }
    }

    /// Gives way to what is in files when it is the most, and no longer when it is gone.
    fn share(&self, in_files: u64) {
        let gave = self.gives_way.load(Ordering::Relaxed);
        let gives = in_files > 0 && (gave || in_files > self.bytes);
        if self.gives_way.swap(gives, Ordering::Relaxed) != gives {
            self.kept.set_capacity(if gives { self.bytes / BESIDE_FILES } else { self.bytes });
        }
    }

    /// The era in which what is read now is read.
    fn era(&self) -> u64 {
        self.files.as_ref().map_or(0, DocumentFiles::era)
    }

    /// Forgets the documents of these entries, and whatever is on disk.
    pub fn forget(&self, forgotten: &Forgotten) {
        self.kept.retain(|(id, _), _| !forgotten.has(*id));
        if let Some(files) = &self.files {
            files.forget();
            self.share(0);
        }
    }

    /// Where documents were found so far.
    pub fn counts(&self) -> DocumentCounts {
        DocumentCounts {
            remembered: self.remembered.load(Ordering::Relaxed),
            read_back: self.read_back.load(Ordering::Relaxed),
            rendered: self.rendered.load(Ordering::Relaxed),
            bytes: self.kept.weight(),
            disk_bytes: self.files.as_ref().map_or(0, DocumentFiles::bytes),
        }
    }
}

/// An entry whose document is yet to be rendered.
pub type Missing<'a> = (Node, &'a Arc<Card>, Variant);

/// The rows of entries of one collection, from which documents are rendered.
pub struct Loaded {
    stored: HashMap<String, Stored>,
    translations: Vec<TranslationRow>,
}

impl Loaded {
    /// Reads what these need.
    pub fn read(
        connection: &mut Connection,
        collection: &'static Collection,
        wanted: &[Missing<'_>],
    ) -> Result<Self, StoreError> {
        let ids: Vec<String> = wanted.iter().map(|(_, card, _)| card.id.to_string()).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let translated = wanted.iter().zip(&ids).filter(|((_, _, variant), _)| variant.language > 0);
        let translated: Vec<&str> = translated.map(|(_, id)| *id).collect();
        let translations = match translated.is_empty() {
            true => Vec::new(),
            false => store::translations_of(connection, &translated)?,
        };
        let stored = store::load(connection, collection, &ids)?;
        Ok(Self { stored: stored.into_iter().map(|stored| (stored.entry.id.clone(), stored)).collect(), translations })
    }

    /// The document of one of them; `None` when its row is not the one that the catalogue knows.
    pub fn render(
        &self,
        renderer: &Renderer<'_>,
        collection: &Collection,
        card: &Card,
        variant: Variant,
    ) -> Result<Option<Document>, HubError> {
        let id = card.id.to_string();
        let Some(stored) = self.stored.get(&id).filter(|stored| stored.entry.seq == card.seq) else { return Ok(None) };
        let lang = card.languages().get(usize::from(variant.language)).copied().unwrap_or_default().to_owned();
        let translation = self
            .translations
            .iter()
            .find(|row| row.entry_id == id && row.lang.as_str() == lang && variant.language > 0);
        let translated = translation.map(|row| (row.title.as_str(), &row.texts.0));
        let subject = Subject { collection, entry: &stored.entry, record: stored.record.as_ref(), card };
        Ok(Some(renderer.render(subject, variant, translated)?))
    }
}

/// How far a read may go for documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// To those that are kept, here or in the system's memory: it never waits.
    Memory,
    /// To the tables.
    Tables,
}

/// What became of a request for documents.
pub enum Fetched {
    /// Every document, by entry.
    Documents(HashMap<Node, Arc<Document>>),
    /// Some are out of reach, or the tables are ahead of the snapshot: take a newer one and ask again.
    Not,
}

impl Hub {
    /// The documents of these entries in these variants: from the cache, else by one query for each collection that is
    /// involved (and one for translations, where some are asked for).
    ///
    /// # Errors
    /// Whatever the database says.
    pub(super) fn documents(
        &self,
        snapshot: &Snapshot,
        wanted: &[(Node, Variant)],
        reach: Reach,
    ) -> Result<Fetched, HubError> {
        let mut found = HashMap::with_capacity(wanted.len());
        let mut missing: HashMap<usize, Vec<Missing<'_>>> = HashMap::new();
        for (node, variant) in wanted {
            let Some(card) = snapshot.card(*node) else { continue };
            let Some(collection) = COLLECTIONS.get(node.collection()) else { continue };
            match self.documents.get(collection, (card.id, *variant), card.seq, reach) {
                Some(document) => {
                    found.insert(*node, document);
                }
                None if reach == Reach::Memory => {
                    self.documents.note(wanted.len(), false);
                    return Ok(Fetched::Not);
                }
                None => missing.entry(node.collection()).or_default().push((*node, card, *variant)),
            }
        }
        self.documents.note(wanted.len(), missing.is_empty());
        if missing.is_empty() {
            return Ok(Fetched::Documents(found));
        }
        let era = self.documents.era();
        let renderer = Renderer { snapshot, site: &self.identity.site };
        for (collection, wanted) in missing {
            let Some(collection) = COLLECTIONS.get(collection) else { continue };
            let loaded = self.store.read_public(|connection| Loaded::read(connection, collection, &wanted))?;
            for (node, card, variant) in &wanted {
                let Some(document) = loaded.render(&renderer, collection, card, *variant)? else {
                    return Ok(Fetched::Not);
                };
                let document = Arc::new(document);
                self.documents.keep((card.id, *variant), &document, era);
                found.insert(*node, document);
            }
        }
        Ok(Fetched::Documents(found))
    }

    /// Where documents were found so far.
    pub fn document_counts(&self) -> DocumentCounts {
        self.documents.counts()
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;
    use uuid::Uuid;

    use super::{BESIDE_FILES, DocumentCache};
    use crate::hub::answers::Forgotten;
    use crate::hub::document_files::DocumentFiles;
    use crate::model::{COLLECTIONS, Channel};
    use crate::present::{Document, Variant};

    /// Bytes of memory.
    const BYTES: u64 = 1 << 16;

    /// Keeps so many documents of two hundred bytes.
    fn fill(cache: &DocumentCache, count: u128) {
        let variant = Variant { language: 0, fallback: false, html: false, channel: Channel::Web };
        for number in 0..count {
            let text = format!("\"slug\":\"{number:0>191}\"");
            let document =
                Document::from_bytes(&COLLECTIONS[0], 1, text.into(), &[2, 200, 0, 0, 0]).expect("a document");
            cache.keep((Uuid::from_u128(number), variant), &document.into(), cache.era());
        }
    }

    #[test]
    fn what_files_hold_is_left_to_the_system() {
        let folder = TempDir::new().expect("a folder");
        let cache = DocumentCache::new(BYTES).with_files(DocumentFiles::new(folder.path().to_owned(), 64 * BYTES));
        fill(&cache, 400);
        let counts = cache.counts();
        assert!(counts.bytes > BYTES / 2 && counts.disk_bytes < BYTES, "it uses its memory: {counts:?}");
        fill(&cache, 1_000);
        let counts = cache.counts();
        assert!(counts.disk_bytes > BYTES && counts.bytes <= BYTES / BESIDE_FILES, "files hold more: {counts:?}");
        cache.forget(&Forgotten { all: true, ..Forgotten::default() });
        fill(&cache, 300);
        let counts = cache.counts();
        assert!(counts.bytes > BYTES / 2, "they are gone: {counts:?}");
    }
}
