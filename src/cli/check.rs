//! `rights-hub check`.

use clap::Args;

use super::{Failure, Storage};

/// Check settings, database and every stored document.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    storage: Storage,
}

impl Check {
    /// Names every fault found, one a line.
    ///
    /// # Errors
    /// When there are any.
    pub fn run(self) -> Result<(), Failure> {
        let hub = self.storage.existing_hub()?;
        let found = hub.check_stored()?;
        for fault in &found.faults {
            println!("{fault}");
        }
        println!("{}", serde_json::json!({ "entries": found.entries, "faults": found.faults.len() }));
        if found.faults.is_empty() { Ok(()) } else { Err(format!("{} faults found", found.faults.len()).into()) }
    }
}
