//! The folder in which indexes are kept: one in use, named by a file that is replaced at once, and perhaps one being
//! built beside it. Whoever finishes one puts its name into that file; a server that runs meanwhile takes it up.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use uuid::Uuid;

use super::index::IndexError;

/// The file that names the index in use.
const CURRENT: &str = "CURRENT";

/// What an index is called while it is being built.
const BUILDING: &str = "building";

/// A folder that nobody has touched for so long was left behind.
const FORGOTTEN: Duration = Duration::from_secs(60 * 60);

/// The folder of all indexes.
#[derive(Debug, Clone)]
pub struct Home(PathBuf);

impl Home {
    /// The folder, which need not exist.
    pub fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// The index in use.
    pub fn current(&self) -> Option<PathBuf> {
        let name = std::fs::read_to_string(self.0.join(CURRENT)).ok()?;
        let id = Uuid::parse_str(name.trim()).ok()?;
        Some(self.0.join(id.to_string()))
    }

    /// A place for a new index.
    pub fn begin(&self) -> PathBuf {
        self.0.join(Uuid::now_v7().to_string()).with_extension(BUILDING)
    }

    /// Puts a finished index into use, and answers where it is from now on.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn install(&self, built: &Path) -> Result<PathBuf, IndexError> {
        let path = built.with_extension("");
        std::fs::rename(built, &path)?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let new = self.0.join(format!("{CURRENT}.new"));
        std::fs::write(&new, name)?;
        std::fs::rename(new, self.0.join(CURRENT))?;
        Ok(path)
    }

    /// Removes every index but this one, and what was begun long ago and never finished.
    pub fn tidy(&self, kept: &Path) {
        let Ok(found) = std::fs::read_dir(&self.0) else { return };
        for path in found.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| path.is_dir()) {
            let building = path.extension().is_some_and(|extension| extension == BUILDING);
            if path != kept && (!building || is_forgotten(&path)) {
                let _ = std::fs::remove_dir_all(&path);
            }
        }
    }
}

fn is_forgotten(path: &Path) -> bool {
    let touched = std::fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    touched.and_then(|touched| SystemTime::now().duration_since(touched).ok()).is_some_and(|age| age > FORGOTTEN)
}
