//! `check`: whether what is stored agrees with itself.

use super::{Hub, copies};
use crate::model::{COLLECTIONS, WrittenDocument};
use crate::store::{self, StoreError};

/// What a check found.
#[derive(Debug, Default)]
pub struct Checked {
    /// Public entries looked at.
    pub entries: u64,
    /// A sentence for each fault.
    pub faults: Vec<String>,
}

impl Hub {
    /// Reads every public entry and the revision that it was made from, and compares them, the change log and the slugs.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn check_stored(&self) -> Result<Checked, StoreError> {
        self.store.snapshot(|connection| {
            let mut checked = Checked::default();
            for collection in COLLECTIONS.iter() {
                let mut entries = Vec::new();
                store::scan(connection, collection, |stored| {
                    entries.push((stored.entry, stored.record.needs_consent()))
                })?;
                for (entry, needs_consent) in entries {
                    checked.entries += 1;
                    let mut fault = |sentence: &str| {
                        checked.faults.push(format!("{}/{} ({}): {sentence}", collection.name, entry.slug, entry.id));
                    };
                    if needs_consent && !entry.consented {
                        fault("it is public without consent");
                    }
                    match store::change_of(connection, &entry.id)? {
                        None => fault("it is not in the change log"),
                        Some(change) if change.seq != entry.seq || change.rev != entry.rev => {
                            fault("the change log has another seq or rev of it");
                        }
                        Some(_) => {}
                    }
                    let slugs = store::slugs_of(connection, Some(&[entry.id.as_str()]))?;
                    if !slugs.iter().any(|(_, slug, _)| *slug == entry.slug) {
                        fault("its slug does not lead to it");
                    }
                    match store::published_revision(connection, &entry.id)? {
                        None => fault("it has no published revision"),
                        Some(revision) if revision.rev != entry.rev => fault("another revision is public"),
                        Some(revision) => {
                            let copied = !store::mirrored_documents(connection, &[&entry.id])?.is_empty();
                            let document = serde_json::from_str(&revision.document);
                            match document.map(|document| match copied {
                                true => copies::read(collection, document),
                                false => WrittenDocument::read(collection, document),
                            }) {
                                Err(_) => fault("its revision is not JSON"),
                                Ok(Err(faults)) => {
                                    let codes: Vec<String> = faults
                                        .iter()
                                        .map(|fault| format!("{} {}", fault.pointer, fault.code))
                                        .collect();
                                    fault(&format!("its revision breaks its model: {}", codes.join(", ")));
                                }
                                Ok(Ok(document)) if document.entry.title != entry.title => {
                                    fault("its title is not its revision's");
                                }
                                Ok(Ok(_)) => {}
                            }
                        }
                    }
                }
            }
            Ok(checked)
        })
    }
}
