//! Sync documents, made from rows of the tables and the catalogue at the same place in the sequence.

use std::collections::HashMap;

use uuid::Uuid;

use crate::catalogue::{Found, Node, Snapshot};
use crate::database::Connection;
use crate::hub::{Hub, HubError};
use crate::model::{COLLECTIONS, Collection};
use crate::present::{Renderer, Subject, SyncDocument, Translation};
use crate::store::{self, Stored, TranslationRow};

/// Entries of one collection with what their documents are made of.
pub struct Rows {
    pub collection: &'static Collection,
    pub stored: Vec<Stored>,
    translations: HashMap<String, Vec<TranslationRow>>,
    /// The documents of those that are copies from other hubs.
    kept: HashMap<String, String>,
}

impl Rows {
    /// What belongs to these entries.
    pub fn around(
        connection: &mut Connection,
        snapshot: &Snapshot,
        collection: &'static Collection,
        stored: Vec<Stored>,
    ) -> Result<Self, store::StoreError> {
        let ids: Vec<&str> = stored.iter().map(|stored| stored.entry.id.as_str()).collect();
        let translated: Vec<&str> = ids
            .iter()
            .copied()
            .filter(|id| live(snapshot, id).is_some_and(|(_, card)| !card.translations.is_empty()))
            .collect();
        let mut translations: HashMap<String, Vec<TranslationRow>> = HashMap::new();
        if !translated.is_empty() {
            for row in store::translations_of(connection, &translated)? {
                translations.entry(row.entry_id.clone()).or_default().push(row);
            }
        }
        let kept = store::mirrored_documents(connection, &ids)?;
        Ok(Self { collection, stored, translations, kept })
    }

    /// The documents, in the order of the rows.
    pub fn render(&self, renderer: &Renderer<'_>) -> Result<Vec<(Node, SyncDocument)>, HubError> {
        let mut rendered = Vec::with_capacity(self.stored.len());
        for Stored { entry, record } in &self.stored {
            let Some((node, card)) = live(renderer.snapshot, &entry.id) else { continue };
            let document = match self.kept.get(&entry.id) {
                Some(kept) => renderer.mirrored_document(entry, kept)?,
                None => {
                    let rows = self.translations.get(&entry.id).map(Vec::as_slice).unwrap_or_default();
                    let translations: Vec<Translation<'_>> = rows.iter().map(translation).collect();
                    let subject = Subject { collection: self.collection, entry, record: record.as_ref(), card };
                    renderer.sync_document(subject, &translations)?
                }
            };
            rendered.push((node, document));
        }
        Ok(rendered)
    }
}

fn translation(row: &TranslationRow) -> Translation<'_> {
    Translation { lang: &row.lang, outdated: row.outdated, title: &row.title, texts: &row.texts.0 }
}

/// The public entry of an id.
pub fn live<'s>(snapshot: &'s Snapshot, id: &str) -> Option<(Node, &'s crate::catalogue::Card)> {
    let (node, found) = snapshot.find_id(Uuid::parse_str(id).ok()?)?;
    match found {
        Found::Live(_) => Some((node, snapshot.card(node)?)),
        _ => None,
    }
}

impl Hub {
    /// What renders at a snapshot.
    pub(super) fn renderer<'s>(&'s self, snapshot: &'s Snapshot) -> Renderer<'s> {
        Renderer { snapshot, site: &self.identity.site }
    }

    /// The documents of these entries, by entry.
    pub(super) fn sync_documents(
        &self,
        connection: &mut Connection,
        snapshot: &Snapshot,
        nodes: &[Node],
    ) -> Result<HashMap<Node, SyncDocument>, HubError> {
        let mut found = HashMap::with_capacity(nodes.len());
        for collection in COLLECTIONS.iter() {
            let of = nodes.iter().filter(|node| node.collection() == collection.index);
            let ids: Vec<String> = of.filter_map(|node| Some(snapshot.card(*node)?.id.to_string())).collect();
            for ids in ids.chunks(super::export::CHUNK as usize) {
                let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
                let stored = store::load(connection, collection, &ids)?;
                let rows = Rows::around(connection, snapshot, collection, stored)?;
                found.extend(rows.render(&self.renderer(snapshot))?);
            }
        }
        match nodes.iter().find(|node| !found.contains_key(node)) {
            Some(node) => Err(HubError::Rendering(format!("an entry in the catalogue is not in its table: {node:?}"))),
            None => Ok(found),
        }
    }
}
