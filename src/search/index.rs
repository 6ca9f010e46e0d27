//! The index on disk, or in memory: opened, written and committed. Each commit says which place in the change sequence
//! it reflects; a folder without that, or of another version, is no index.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tantivy::indexer::{LogMergePolicy, UserOperation};
use tantivy::schema::Term;
use tantivy::{IndexReader, IndexWriter, ReloadPolicy};
use uuid::Uuid;

use super::rewriting::{Rewriting, holding, is_indexed};
use super::schema::{FIELDS, Fields, VERSION};
use super::synonyms::Synonyms;
use super::text::ReadText;
use super::view::View;

/// Memory of one writing thread while a batch is being indexed, in bytes.
const MEMORY: usize = 48 * 1024 * 1024;

/// The same where the index is small and in memory.
const SMALL: usize = 15 * 1024 * 1024;

/// Texts that are given to a writing thread at once.
const TOGETHER: usize = 100;

/// Segments of at most so many texts are merged with one another whatever their size. Above, only like is merged with
/// like: else each text would be written anew with every eighth commit, as long as its segment is small.
const SMALL_SEGMENT: u32 = 100;

/// Why the index does not do what was asked.
#[derive(Debug)]
pub struct IndexError(pub String);

impl std::fmt::Display for IndexError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the search index: {}", self.0)
    }
}

impl std::error::Error for IndexError {}

impl From<tantivy::TantivyError> for IndexError {
    fn from(error: tantivy::TantivyError) -> Self {
        Self(error.to_string())
    }
}

impl From<std::io::Error> for IndexError {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

/// A place in the change sequence, and the history that it belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The place.
    pub seq: i64,
    /// The history.
    pub epoch: String,
}

/// What stands with each commit.
#[derive(Serialize, Deserialize)]
struct Payload {
    version: u32,
    #[serde(flatten)]
    at: Place,
    /// The entries of which texts that are out of date must not remain, and perhaps still do.
    #[serde(default)]
    erased: BTreeSet<Uuid>,
}

/// An index.
pub struct Index {
    index: tantivy::Index,
    reader: IndexReader,
    writer: Option<IndexWriter>,
    fields: Fields,
    at: Place,
    on_disk: bool,
    erased: BTreeSet<Uuid>,
    rewriting: Option<Rewriting>,
}

impl Index {
    /// An empty index in memory.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn in_memory() -> Result<Self, IndexError> {
        Self::of(tantivy::Index::create_in_ram(FIELDS.schema.clone()), Place::default(), false)
    }

    /// An empty index in an empty folder.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn create(folder: &Path) -> Result<Self, IndexError> {
        std::fs::create_dir_all(folder)?;
        Self::of(tantivy::Index::create_in_dir(folder, FIELDS.schema.clone())?, Place::default(), true)
    }

    /// The index in a folder.
    ///
    /// # Errors
    /// When there is none, or one of another version, or it cannot be read.
    pub fn open(folder: &Path) -> Result<Self, IndexError> {
        let index = tantivy::Index::open_in_dir(folder)?;
        let payload = index.load_metas()?.payload.unwrap_or_default();
        let payload: Payload =
            serde_json::from_str(&payload).map_err(|_| IndexError("it was never finished".to_owned()))?;
        if payload.version != VERSION {
            return Err(IndexError(format!("it is of version {}, not {VERSION}", payload.version)));
        }
        Ok(Self { erased: payload.erased, ..Self::of(index, payload.at, true)? })
    }

    fn of(mut index: tantivy::Index, at: Place, on_disk: bool) -> Result<Self, IndexError> {
        index.set_tokenizers(Fields::tokenizers());
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let fields = FIELDS.clone();
        Ok(Self { index, reader, writer: None, fields, at, on_disk, erased: BTreeSet::new(), rewriting: None })
    }

    /// The place that the last commit reflects.
    pub fn at(&self) -> &Place {
        &self.at
    }

    /// Takes the right to write, and keeps it.
    ///
    /// # Errors
    /// When another process has it.
    pub fn claim(&mut self) -> Result<(), IndexError> {
        if self.writer.is_none() {
            // Each thread asks for its arrays anew with every commit, which costs more than to index what changed since the last.
            let (threads, memory) = match (self.on_disk, self.at.seq) {
                (true, 0) => (std::thread::available_parallelism().map_or(1, usize::from).min(4), MEMORY),
                (true, _) => (1, MEMORY),
                (false, _) => (1, SMALL),
            };
            let writer = self.index.writer_with_num_threads(threads, threads * memory)?;
            let mut merging = LogMergePolicy::default();
            merging.set_min_layer_size(SMALL_SEGMENT);
            writer.set_merge_policy(Box::new(merging));
            self.writer = Some(writer);
        }
        Ok(())
    }

    /// Replaces what is indexed of these entries by these texts. Nothing of it is seen before the commit.
    ///
    /// # Errors
    /// When another process writes the index, or it cannot be written.
    pub fn replace(&mut self, entries: &[Uuid], texts: Vec<ReadText>) -> Result<(), IndexError> {
        self.claim()?;
        let Some(writer) = &self.writer else { return Ok(()) };
        for id in entries {
            writer.delete_term(Term::from_field_bytes(self.fields.id, id.as_bytes()));
        }
        // What is given together lands in one segment: the fewer of them, the less is merged later.
        let mut texts = texts.into_iter().map(|ReadText(text)| UserOperation::Add(text)).peekable();
        while texts.peek().is_some() {
            writer.run(texts.by_ref().take(TOGETHER).collect::<Vec<_>>())?;
        }
        Ok(())
    }

    /// Makes what was replaced visible, as of this place.
    ///
    /// # Errors
    /// When the index cannot be written; it then is as it was after the last commit.
    pub fn commit(&mut self, at: Place) -> Result<(), IndexError> {
        self.claim()?;
        let Some(writer) = &mut self.writer else { return Ok(()) };
        let payload = Payload { version: VERSION, at: at.clone(), erased: self.erased.clone() };
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&serde_json::to_string(&payload).unwrap_or_default());
        commit.commit()?;
        self.reader.reload()?;
        self.at = at;
        Ok(())
    }

    /// Of these entries nothing may remain on disk that is out of date, once they are replaced. It is known with the
    /// next commit, so that whoever opens the index after that goes on with it.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn erase(&mut self, entries: &[Uuid]) -> Result<(), IndexError> {
        if !self.on_disk {
            return Ok(());
        }
        let searcher = self.reader.searcher();
        // Before the first commit nobody sees what the index holds.
        let unseen = self.at.seq == 0;
        for id in entries {
            if unseen || is_indexed(&searcher, &self.fields, *id)? {
                self.erased.insert(*id);
            }
        }
        Ok(())
    }

    /// Whether anything that must not remain on disk may still be there.
    pub fn is_purging(&self) -> bool {
        !self.erased.is_empty()
    }

    /// Goes on writing anew, one after the other, the segments that hold texts of erased entries. It does not wait:
    /// a large one takes seconds, in which others are published. Answers whether one was finished, which a new view is due for.
    ///
    /// # Errors
    /// When the index cannot be read or written.
    pub fn purge(&mut self, folder: &Path) -> Result<bool, IndexError> {
        let mut finished = false;
        if let Some(rewriting) = &mut self.rewriting {
            if !rewriting.is_done() {
                return Ok(false);
            }
            (self.rewriting, finished) = (None, true);
            self.reader.reload()?;
        }
        match holding(&self.reader.searcher(), &self.fields, &self.erased)? {
            Some(segment) => {
                self.claim()?;
                self.rewriting = self.writer.as_mut().map(|writer| Rewriting::begin(writer, segment));
            }
            None => {
                self.claim()?;
                self.sweep()?;
                if !self.has_strays(folder) {
                    self.erased.clear();
                }
            }
        }
        Ok(finished)
    }

    /// Whether a folder has files of segments that are no part of the index any more.
    fn has_strays(&self, folder: &Path) -> bool {
        let Ok(metas) = self.index.searchable_segment_metas() else { return true };
        let kept: Vec<String> = metas.iter().map(|meta| meta.id().uuid_string()).collect();
        let Ok(found) = std::fs::read_dir(folder) else { return false };
        let names = found.filter_map(Result::ok).filter_map(|entry| entry.file_name().into_string().ok());
        let mut segments = names.filter_map(|name| Some(name.split_once('.')?.0.to_owned()));
        segments.any(|name| name.len() == 32 && !kept.contains(&name))
    }

    /// Removes files that nobody reads any more. Those that an answer under way still reads go the next time.
    fn sweep(&self) -> Result<(), IndexError> {
        if let Some(writer) = &self.writer {
            writer.garbage_collect_files().wait()?;
        }
        Ok(())
    }

    /// Ends writing and waits for what is still being merged; the next write begins again.
    ///
    /// # Errors
    /// When merging failed.
    pub fn rest(&mut self) -> Result<(), IndexError> {
        match self.writer.take() {
            Some(writer) => Ok(writer.wait_merging_threads()?),
            None => Ok(()),
        }
    }

    /// What can be searched now.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn view(
        &self,
        before: Option<&View>,
        synonyms: Arc<Synonyms>,
        generation: u64,
        resolve: &dyn Fn(Uuid) -> Option<u32>,
    ) -> Result<View, IndexError> {
        View::new(&self.reader.searcher(), &self.fields, self.at.clone(), before, synonyms, generation, resolve)
    }
}
