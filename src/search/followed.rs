//! What is told to whoever follows the change log for search.

use uuid::Uuid;

use super::synonyms::Names;
use super::text::ReadText;

/// What changed in some entries.
#[derive(Default)]
pub struct Followed {
    /// Every entry that changed or is gone.
    pub entries: Vec<Uuid>,
    /// Those of them of which a new index may hold something already: they have changed again since it was begun.
    pub again: Vec<Uuid>,
    /// The texts of those that are public.
    pub texts: Vec<ReadText>,
    /// Their other names, where they are of a collection whose entries have some.
    pub names: Vec<(Uuid, Vec<Names>)>,
    /// Whether nothing of what was there of these entries before may remain on disk.
    pub purge: bool,
}

/// How the catalogue numbers entries.
pub struct Numbering<'a> {
    /// Which numbering it is; places of another one mean nothing.
    pub generation: u64,
    /// The number of an entry.
    pub resolve: &'a dyn Fn(Uuid) -> Option<u32>,
}
