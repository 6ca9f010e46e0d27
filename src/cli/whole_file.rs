//! A file that is there whole or not at all: it gets its name once the disk has it.

use std::fs::{File, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::Failure;

/// A file that is being written beside the one that it will replace. Dropped before it is kept, it is gone.
pub struct WholeFile {
    partial: NamedTempFile,
    path: PathBuf,
}

impl WholeFile {
    /// Begins a file that only those may read whom `mode` lets, as far as the process's mask does.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub fn begin(path: &Path, mode: u32) -> Result<Self, Failure> {
        let folder = folder_of(path);
        let partial = tempfile::Builder::new()
            .prefix(&path.file_name().unwrap_or_default())
            .suffix(".partial")
            .permissions(Permissions::from_mode(mode))
            .tempfile_in(folder);
        let partial = partial.map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self { partial, path: path.to_owned() })
    }

    /// Where it is until it is kept.
    pub fn partial(&self) -> (&File, &Path) {
        (self.partial.as_file(), self.partial.path())
    }

    /// Gives the file its name, for good.
    ///
    /// # Errors
    /// What stands in the way; the file that had the name is then as it was.
    pub fn keep(self) -> Result<(), Failure> {
        let Self { partial, path } = self;
        let failed = |error: std::io::Error| format!("{}: {error}", path.display());
        partial.as_file().sync_all().map_err(failed)?;
        partial.persist(&path).map_err(|error| failed(error.error))?;
        // The name is the folder's.
        Ok(File::open(folder_of(&path)).and_then(|folder| folder.sync_all()).map_err(failed)?)
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."))
}
