//! `rights-hub reindex`.

use clap::Args;

use super::{Failure, Storage};

/// Build a new search index.
#[derive(Debug, Args)]
pub struct Reindex {
    #[command(flatten)]
    storage: Storage,
}

impl Reindex {
    /// Builds the index beside the one in use and puts it in its place; prints where it stands as one JSON line.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn run(self) -> Result<(), Failure> {
        let hub = self.storage.existing_hub()?.with_search_folder(self.storage.search_folder());
        let began = std::time::Instant::now();
        hub.rebuild_search().map_err(|error| error.to_string())?;
        let seconds = (began.elapsed().as_secs_f64() * 10.0).round() / 10.0;
        println!(
            "{}",
            serde_json::json!({ "seq": hub.search_seq(), "entries": hub.catalogue().count(), "seconds": seconds })
        );
        Ok(())
    }
}
