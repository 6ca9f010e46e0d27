//! Rendered documents that memory has no room for, in files: to read one back costs a small part of what it costs to render
//! it from the tables. The files have no name, so nobody else opens them, and they end with the process. There are two:
//! what is in the old one is found while the young one is filled; then it goes, and the young one is the old one.

use std::collections::HashMap;
use std::fs::{File, create_dir_all};
use std::io::{self, IoSliceMut};
use std::mem::replace;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::documents::{Key, Reach};
use crate::model::Collection;
use crate::present::{Document, MEMBER_BYTES};

/// The files.
pub struct DocumentFiles {
    folder: PathBuf,
    /// Bytes that one of them may have.
    bytes: u64,
    /// The right to write, with the bytes of what is written.
    writing: Mutex<Vec<u8>>,
    files: RwLock<Files>,
}

#[derive(Default)]
struct Files {
    young: Option<Volume>,
    old: Option<Volume>,
    /// How often everything was forgotten.
    era: u64,
    /// Whether the disk failed, and nothing is written any more.
    failed: bool,
}

/// A file that is written from its beginning to its end, and nowhere twice.
struct Volume {
    file: Arc<File>,
    end: u64,
    /// Bytes that it may have.
    bytes: u64,
    places: HashMap<Key, Place, foldhash::fast::RandomState>,
}

/// Where a document stands in a file: its text, then what is known of its members.
#[derive(Clone, Copy)]
struct Place {
    /// The place in the sequence as of which it is.
    seq: i64,
    at: u64,
    text: u32,
    members: u8,
}

impl Volume {
    /// A new file of at most so many bytes. It takes no more than a quarter of what is free: others need the disk, too.
    fn begin(folder: &Path, bytes: u64) -> io::Result<Self> {
        create_dir_all(folder)?;
        let file = tempfile::tempfile_in(folder)?;
        let disk = rustix::fs::fstatvfs(&file)?;
        let bytes = bytes.min(disk.f_bavail.saturating_mul(disk.f_frsize) / 4);
        Ok(Self { file: Arc::new(file), end: 0, bytes, places: HashMap::default() })
    }

    fn has_room(&self, length: u64) -> bool {
        self.end + length <= self.bytes
    }
}

impl Files {
    /// The document of this place in the sequence, if one of the files has it.
    fn find(&self, key: &Key, seq: i64) -> Option<(Arc<File>, Place)> {
        [&self.young, &self.old].into_iter().flatten().find_map(|volume| {
            let place = volume.places.get(key).filter(|place| place.seq == seq)?;
            Some((Arc::clone(&volume.file), *place))
        })
    }
}

impl DocumentFiles {
    /// No files yet; those to come are in this folder, and have at most so many bytes together.
    pub fn new(folder: PathBuf, bytes: u64) -> Self {
        Self { folder, bytes: bytes / 2, writing: Mutex::default(), files: RwLock::default() }
    }

    /// How often everything was forgotten by now.
    pub fn era(&self) -> u64 {
        self.read_lock().era
    }

    /// The bytes that the files have.
    pub fn bytes(&self) -> u64 {
        let files = self.read_lock();
        [&files.young, &files.old].into_iter().flatten().map(|volume| volume.end).sum()
    }

    /// The document of this place in the sequence, if it is in a file and within reach.
    pub fn read(&self, collection: &Collection, key: &Key, seq: i64, reach: Reach) -> Option<Document> {
        let (file, place) = self.read_lock().find(key, seq)?;
        let (mut text, mut members) =
            (vec![0; place.text as usize], vec![0; usize::from(place.members) * MEMBER_BYTES]);
        let read =
            read_at(&file, &mut [IoSliceMut::new(&mut text), IoSliceMut::new(&mut members)], place.at, reach).ok()?;
        (read == text.len() + members.len()).then(|| Document::from_bytes(collection, seq, text, &members))?
    }

    /// Keeps a document that was rendered from what was read in this era: one from before everything was forgotten may tell
    /// what had to be.
    pub fn keep(&self, key: Key, document: &Document, era: u64) {
        if let Err(error) = self.write(key, document, era) {
            log::warn!("documents that memory has no room for are not kept on disk any more: {error}");
            self.begin_anew(|gone| Files { era: gone.era, failed: true, ..Files::default() });
        }
    }

    fn write(&self, key: Key, document: &Document, era: u64) -> io::Result<()> {
        let mut bytes = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        bytes.clear();
        let text = document.write_bytes(&mut bytes);
        let Some((file, at)) = self.room(bytes.len() as u64, era)? else { return Ok(()) };
        file.write_all_at(&bytes, at)?;
        let members = (bytes.len() - text) / MEMBER_BYTES;
        let place = Place { seq: document.seq, at, text: text as u32, members: members as u8 };
        // Unless everything was forgotten meanwhile.
        if let Some(young) = self.write_lock().young.as_mut().filter(|young| Arc::ptr_eq(&young.file, &file)) {
            young.places.insert(key, place);
        }
        Ok(())
    }

    /// Room for so many bytes in the young file, or nowhere.
    fn room(&self, length: u64, era: u64) -> io::Result<Option<(Arc<File>, u64)>> {
        let mut files = self.write_lock();
        if files.era != era || files.failed || length > self.bytes {
            return Ok(None);
        }
        let mut gone = None;
        if !files.young.as_ref().is_some_and(|young| young.has_room(length)) {
            let fresh = Volume::begin(&self.folder, self.bytes)?;
            if !fresh.has_room(length) {
                // What is kept would go for a file that holds nothing.
                return Err(io::ErrorKind::StorageFull.into());
            }
            let young = files.young.replace(fresh);
            gone = replace(&mut files.old, young);
        }
        let room = files.young.as_mut().map(|young| {
            let at = young.end;
            young.end += length;
            (Arc::clone(&young.file), at)
        });
        drop(files);
        drop(gone);
        Ok(room)
    }

    /// Forgets everything.
    pub fn forget(&self) {
        self.begin_anew(|gone| Files { era: gone.era + 1, failed: gone.failed, ..Files::default() });
    }

    /// Lets go of the files.
    fn begin_anew(&self, anew: impl FnOnce(&Files) -> Files) {
        let mut files = self.write_lock();
        let anew = anew(&files);
        let gone = replace(&mut *files, anew);
        drop(files);
        // Nobody waits while the system frees a large file.
        drop(gone);
    }

    fn read_lock(&self) -> RwLockReadGuard<'_, Files> {
        self.files.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write_lock(&self) -> RwLockWriteGuard<'_, Files> {
        self.files.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads from a place of a file on; what is in memory only, where the reader may not wait for the disk.
#[cfg(target_os = "linux")]
fn read_at(file: &File, into: &mut [IoSliceMut<'_>], at: u64, reach: Reach) -> io::Result<usize> {
    use rustix::io::{ReadWriteFlags, preadv2};
    let flags = match reach {
        Reach::Memory => ReadWriteFlags::NOWAIT,
        Reach::Tables => ReadWriteFlags::empty(),
    };
    Ok(preadv2(file, into, at, flags)?)
}

/// The same where the system does not tell what is in memory.
#[cfg(not(target_os = "linux"))]
fn read_at(file: &File, into: &mut [IoSliceMut<'_>], at: u64, reach: Reach) -> io::Result<usize> {
    match reach {
        Reach::Memory => Err(io::ErrorKind::WouldBlock.into()),
        Reach::Tables => Ok(rustix::io::preadv(file, into, at)?),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{DocumentFiles, Key, Reach};
    use crate::model::{COLLECTIONS, Channel};
    use crate::present::{Document, Variant};

    fn key(number: u128) -> Key {
        let variant = Variant { language: 0, fallback: false, html: false, channel: Channel::Web };
        (Uuid::from_u128(number), variant)
    }

    /// A document with one member, of a hundred bytes and five that say where it ends.
    fn document(seq: i64) -> Document {
        let text = format!("\"slug\":\"{seq:0>91}\"");
        Document::from_bytes(&COLLECTIONS[0], seq, text.into(), &[2, 100, 0, 0, 0]).expect("a document")
    }

    fn found(files: &DocumentFiles, number: u128, seq: i64) -> Option<String> {
        let document = files.read(&COLLECTIONS[0], &key(number), seq, Reach::Tables)?;
        let at_once = files.read(&COLLECTIONS[0], &key(number), seq, Reach::Memory);
        assert!(at_once.is_none_or(|other| format!("{other:?}") == format!("{document:?}")));
        assert_eq!(document.seq, seq);
        document.member(&COLLECTIONS[0], "slug")?.as_str().map(|slug| slug.trim_start_matches('0').to_owned())
    }

    #[test]
    fn a_document_is_read_back_as_of_its_place_in_the_sequence() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = DocumentFiles::new(folder.path().join("data"), 4096);
        assert_eq!(found(&files, 1, 7), None);
        files.keep(key(1), &document(7), 0);
        files.keep(key(2), &document(8), 0);
        assert_eq!((found(&files, 1, 7).as_deref(), found(&files, 2, 8).as_deref()), (Some("7"), Some("8")));
        assert_eq!(found(&files, 1, 8), None, "it is older than the entry");
        files.keep(key(1), &document(9), 0);
        assert_eq!((found(&files, 1, 9).as_deref(), found(&files, 1, 7)), (Some("9"), None));
        let names = std::fs::read_dir(folder.path().join("data")).expect("the folder is there");
        assert_eq!(names.count(), 0, "the file has no name");
    }

    #[test]
    fn the_oldest_go_when_there_is_no_room() {
        let folder = tempfile::tempdir().expect("a folder");
        // Three fit into each of the two files.
        let files = DocumentFiles::new(folder.path().to_owned(), 2 * 330);
        for number in 0..20 {
            files.keep(key(number), &document(number as i64 + 1), 0);
            assert!(files.bytes() <= 660);
            assert!(found(&files, number, number as i64 + 1).is_some());
            let before = number.saturating_sub(3);
            assert!(found(&files, before, before as i64 + 1).is_some(), "what was written just before is still there");
        }
        assert_eq!((found(&files, 0, 1), found(&files, 14, 15)), (None, None));
        let none = DocumentFiles::new(folder.path().to_owned(), 0);
        none.keep(key(1), &document(1), 0);
        assert_eq!((none.bytes(), found(&none, 1, 1)), (0, None));
    }

    #[test]
    fn what_was_rendered_before_everything_was_forgotten_is_not_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = DocumentFiles::new(folder.path().to_owned(), 4096);
        let before = files.era();
        files.keep(key(1), &document(1), before);
        files.forget();
        files.keep(key(2), &document(2), before);
        assert_eq!((files.bytes(), found(&files, 1, 1), found(&files, 2, 2)), (0, None, None));
        files.keep(key(3), &document(3), files.era());
        assert_eq!(found(&files, 3, 3).as_deref(), Some("3"));
    }

    #[test]
    fn a_disk_that_fails_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("a-file");
        std::fs::write(&place, "in the way").expect("a file");
        let files = DocumentFiles::new(place.clone(), 4096);
        files.keep(key(1), &document(1), files.era());
        std::fs::remove_file(place).expect("it goes");
        files.keep(key(1), &document(1), files.era());
        assert_eq!((files.bytes(), found(&files, 1, 1)), (0, None));
    }
}
