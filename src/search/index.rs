//! The index on disk, or in memory: opened, written and committed. Each commit says which place in the change sequence
//! it reflects; a folder without that, or of another version, is no index.

use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tantivy::indexer::NoMergePolicy;
use tantivy::schema::Term;
use tantivy::{IndexReader, IndexWriter, ReloadPolicy};
use uuid::Uuid;

use super::schema::{Fields, VERSION};
use super::synonyms::Synonyms;
use super::text::EntryText;
use super::view::View;

/// Memory of one writing thread while a batch is being indexed, in bytes.
const MEMORY: usize = 48 * 1024 * 1024;

/// The same where the index is small and in memory.
const SMALL: usize = 15 * 1024 * 1024;

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
}

/// An index.
pub struct Index {
    index: tantivy::Index,
    reader: IndexReader,
    writer: Option<IndexWriter>,
    fields: Fields,
    at: Place,
    on_disk: bool,
}

impl Index {
    /// An empty index in memory.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn in_memory() -> Result<Self, IndexError> {
        Self::of(tantivy::Index::create_in_ram(Fields::new().schema), Place::default(), false)
    }

    /// An empty index in an empty folder.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn create(folder: &Path) -> Result<Self, IndexError> {
        std::fs::create_dir_all(folder)?;
        Self::of(tantivy::Index::create_in_dir(folder, Fields::new().schema)?, Place::default(), true)
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
        Self::of(index, payload.at, true)
    }

    fn of(mut index: tantivy::Index, at: Place, on_disk: bool) -> Result<Self, IndexError> {
        index.set_tokenizers(Fields::tokenizers());
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { index, reader, writer: None, fields: Fields::new(), at, on_disk })
    }

    /// The place that the last commit reflects.
    pub fn at(&self) -> &Place {
        &self.at
    }

    /// Replaces what is indexed of these entries by these texts. Nothing of it is seen before the commit.
    ///
    /// # Errors
    /// When another process writes the index, or it cannot be written.
    pub fn replace(&mut self, entries: &[Uuid], texts: &[EntryText]) -> Result<(), IndexError> {
        self.open_writer()?;
        let Some(writer) = &self.writer else { return Ok(()) };
        for id in entries {
            writer.delete_term(Term::from_field_bytes(self.fields.id, id.as_bytes()));
        }
        for text in texts {
            writer.add_document(self.fields.document(text))?;
        }
        Ok(())
    }

    /// Makes what was replaced visible, as of this place.
    ///
    /// # Errors
    /// When the index cannot be written; it then is as it was after the last commit.
    pub fn commit(&mut self, at: Place) -> Result<(), IndexError> {
        self.open_writer()?;
        let Some(writer) = &mut self.writer else { return Ok(()) };
        let payload = Payload { version: VERSION, at: at.clone() };
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&serde_json::to_string(&payload).unwrap_or_default());
        commit.commit()?;
        self.reader.reload()?;
        self.at = at;
        Ok(())
    }

    /// Writes segments that hold anything out of date anew without it; files that nobody reads any more go with
    /// [`Index::sweep`].
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn purge(&mut self) -> Result<(), IndexError> {
        self.open_writer()?;
        let Some(writer) = &mut self.writer else { return Ok(()) };
        // A merge under way could carry on what it read before; one at a time, here, is easy to reason about.
        let policy = writer.get_merge_policy();
        writer.set_merge_policy(Box::new(NoMergePolicy));
        let mut done = Ok(());
        for meta in self.index.searchable_segment_metas()? {
            if meta.has_deletes() {
                done = writer.merge(&[meta.id()]).wait().map(|_| ());
                if done.is_err() {
                    break;
                }
            }
        }
        writer.set_merge_policy(Box::new(Kept(policy)));
        done?;
        self.reader.reload()?;
        Ok(())
    }

    /// Whether any segment holds anything out of date.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn has_remains(&self) -> Result<bool, IndexError> {
        Ok(self.index.searchable_segment_metas()?.iter().any(tantivy::index::SegmentMeta::has_deletes))
    }

    /// Whether a folder has files of segments that are no part of the index any more.
    pub fn has_strays(&self, folder: &Path) -> bool {
        let Ok(metas) = self.index.searchable_segment_metas() else { return true };
        let kept: Vec<String> = metas.iter().map(|meta| meta.id().uuid_string()).collect();
        let Ok(found) = std::fs::read_dir(folder) else { return false };
        let names = found.filter_map(Result::ok).filter_map(|entry| entry.file_name().into_string().ok());
        let mut segments = names.filter_map(|name| Some(name.split_once('.')?.0.to_owned()));
        segments.any(|name| name.len() == 32 && !kept.contains(&name))
    }

    /// Removes files that nobody reads any more.
    ///
    /// # Errors
    /// When they cannot be removed.
    pub fn sweep(&self) -> Result<(), IndexError> {
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

    fn open_writer(&mut self) -> Result<(), IndexError> {
        if self.writer.is_none() {
            let (threads, memory) = match self.on_disk {
                true => (std::thread::available_parallelism().map_or(1, usize::from).min(4), MEMORY),
                false => (1, SMALL),
            };
            self.writer = Some(self.index.writer_with_num_threads(threads, threads * memory)?);
        }
        Ok(())
    }
}

/// A merge policy that was put aside for a while.
#[derive(Debug)]
struct Kept(Arc<dyn tantivy::indexer::MergePolicy>);

impl tantivy::indexer::MergePolicy for Kept {
    fn compute_merge_candidates(
        &self,
        segments: &[tantivy::index::SegmentMeta],
    ) -> Vec<tantivy::indexer::MergeCandidate> {
        self.0.compute_merge_candidates(segments)
    }
}
