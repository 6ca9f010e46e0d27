//! `rights-hub restore`.

use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::{Failure, Storage};
use crate::hub::{Actor, Hub, RestoreOptions, restore};
use crate::model::collection;
use crate::store::Store;

/// Bring back what a backup holds, into an empty database.
///
/// The hub has a new epoch afterwards, so that whoever follows it begins anew. Withdrawals of consent that came after the
/// backup are not in it: name their items with --withdraw, or what these people took back is public again.
#[derive(Debug, Args)]
pub struct Restore {
    #[command(flatten)]
    storage: Storage,
    /// Leave every webhook paused; for a hub that is only tried.
    #[arg(long)]
    pause_webhooks: bool,
    /// The id of an item whose person withdrew consent after the backup was made; may be repeated.
    #[arg(long, value_name = "ID")]
    withdraw: Vec<String>,
    /// The file.
    file: PathBuf,
}

impl Restore {
    /// Restores the file whole, or nothing of it, and says what is there now.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn run(self) -> Result<(), Failure> {
        let told = |error: &dyn std::fmt::Display| format!("{}: {error}", self.file.display());
        let file = File::open(&self.file).map_err(|error| told(&error))?;
        let input = BufReader::new(zstd::Decoder::new(file).map_err(|error| told(&error))?);
        let store = Store::open(&self.storage.url())?;
        let options = RestoreOptions { pause_webhooks: self.pause_webhooks };
        let done = restore(&store, input, options).map_err(|error| told(&error))?;
        let hub = self.storage.writing_hub()?;
        for id in &self.withdraw {
            withdraw(&hub, id).map_err(|reason| format!("restored, but the consent of {id} stands: {reason}"))?;
        }
        println!(
            "{}",
            json!({
                "seq": done.seq, "epoch": done.epoch, "rows": done.rows, "webhooks_paused": done.webhooks_paused,
                "withdrawn": self.withdraw.len(),
            })
        );
        Ok(())
    }
}

fn withdraw(hub: &Hub, id: &str) -> Result<(), Failure> {
    let item = hub.store().look(|transaction| transaction.item(id))?;
    let Some(collection) = item.and_then(|item| collection(&item.collection)) else {
        return Err("the backup has no such item".into());
    };
    hub.withdraw_consent(&Actor::hub(), None, collection, id).map_err(|error| format!("{error:?}"))?;
    Ok(())
}
