//! Everything that is stored, looked at once.

use std::collections::HashMap;

use super::derived::differences;
use crate::database::Connection;
use crate::hub::{Hub, consent_is_over, copies};
use crate::model::{COLLECTIONS, Collection, WrittenDocument};
use crate::store::{self, Item, Link, StoreError, Stored, TranslationRow};

/// What a check found.
#[derive(Debug, Default)]
pub struct Checked {
    /// Public entries looked at.
    pub entries: u64,
    /// A sentence for each fault.
    pub faults: Vec<String>,
}

/// Entries whose rows are read together.
const CHUNK: i64 = 500;

impl Hub {
    /// Holds rows of all tables against each other, and every public entry against the revision that it was made from
    /// and the consent on record.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn check_stored(&self) -> Result<Checked, StoreError> {
        let today = self.now().date();
        self.store.snapshot(|connection| {
            let mut checked = Checked { entries: 0, faults: store::disagreements(connection)? };
            for (id, last) in store::ending_consents(connection, &today)? {
                if consent_is_over(&last, &today) {
                    checked.faults.push(format!("{id}: it is public, and its consent ended with {last}"));
                }
            }
            for collection in COLLECTIONS.iter() {
                let mut after = String::new();
                loop {
                    let chunk = store::load_after(connection, collection, &after, CHUNK)?;
                    let Some(last) = chunk.last() else { break };
                    after.clone_from(&last.entry.id);
                    checked.entries += chunk.len() as u64;
                    checked.faults.extend(check_chunk(connection, collection, &chunk, &today)?);
                }
            }
            Ok(checked)
        })
    }
}

/// The faults of some entries of a collection.
fn check_chunk(
    connection: &mut Connection,
    collection: &'static Collection,
    chunk: &[Stored],
    today: &str,
) -> Result<Vec<String>, StoreError> {
    let ids: Vec<&str> = chunk.iter().map(|stored| stored.entry.id.as_str()).collect();
    let mut links: HashMap<String, Vec<Link>> = HashMap::new();
    store::each_link(connection, Some(&ids), |link| links.entry(link.source_id.clone()).or_default().push(link))?;
    store::each_severed_link(connection, &ids, |link| links.entry(link.source_id.clone()).or_default().push(link))?;
    let mut translations: HashMap<String, Vec<TranslationRow>> = HashMap::new();
    for row in store::translations_of(connection, &ids)? {
        translations.entry(row.entry_id.clone()).or_default().push(row);
    }
    let slugs = store::slugs_of(connection, Some(&ids))?;
    let mut faults = Vec::new();
    for stored in chunk {
        let entry = &stored.entry;
        let mut fault = |sentence: &str| {
            faults.push(format!("{}/{} ({}): {sentence}", collection.name, entry.slug, entry.id));
        };
        if stored.record.needs_consent() && !entry.consented {
            fault("it is public without consent");
        }
        if !slugs.iter().any(|(of, slug, id)| of == collection.name && *slug == entry.slug && *id == entry.id) {
            fault("its slug does not lead to it");
        }
        let Some(revision) = store::published_revision(connection, &entry.id)? else {
            fault("it has no published revision");
            continue;
        };
        if revision.rev != entry.rev {
            fault("another revision is public");
            continue;
        }
        let Ok(document) = serde_json::from_str(&revision.document) else {
            fault("its revision is not JSON");
            continue;
        };
        let item: Option<Item> = store::item(connection, &entry.id)?;
        let copied = item.as_ref().is_some_and(|item| item.origin.is_some());
        let read = match copied {
            true => copies::read(collection, document),
            false => WrittenDocument::read(collection, document),
        };
        match (read, item) {
            (Err(broken), _) => {
                let codes: Vec<String> =
                    broken.iter().map(|fault| format!("{} {}", fault.pointer, fault.code)).collect();
                fault(&format!("its revision breaks its model: {}", codes.join(", ")));
            }
            (Ok(document), Some(item)) if !copied => {
                let consent = store::consent_of(connection, &entry.id)?;
                let rows = (
                    links.get(&entry.id).map_or(&[][..], Vec::as_slice),
                    translations.get(&entry.id).map_or(&[][..], Vec::as_slice),
                );
                differences(stored, rows, &item, document, consent.as_ref(), today).iter().for_each(|told| fault(told));
            }
            (Ok(document), _) if document.entry.title != entry.title => fault("its title is not its revision's"),
            (Ok(_), _) => {}
        }
    }
    Ok(faults)
}
