//! A list as rows: everything that matches, read at one place in the sequence, written as it is read. What stays in memory is
//! which entries there are and in what order, never their documents.

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::documents::{Loaded, Missing};
use super::including::Plan;
use super::provenance::{Provenance, provenance};
use super::reading::Selection;
use super::seeking::Sought;
use super::sync::{Kept, Lines, Opening};
use super::variants::{channel_of, variant};
use super::{Hub, HubError};
use crate::catalogue::Snapshot;
use crate::model::Collection;
use crate::present::{Document, Renderer, Table, Variant};
use crate::query::{Format, ListQuery};

/// Rows that are read in one statement.
const CHUNK: usize = 200;

impl Hub {
    /// Writes the entries of a list as CSV or NDJSON. Ends early when no more is wanted.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn rows(
        &self,
        collection: &'static Collection,
        query: &ListQuery,
        format: Format,
        out: &mut dyn Lines,
    ) -> Result<(), HubError> {
        self.at_one_place(|connection, snapshot| {
            let Some(shelf) = snapshot.shelf(collection.index) else { return Err(HubError::NotFound) };
            let selection = self.select(snapshot, shelf, query)?;
            let wanted: Vec<Missing<'_>> = selection
                .nodes
                .iter()
                .filter_map(|node| {
                    let card = snapshot.card(*node)?;
                    let channel = channel_of(snapshot, card, query.channel);
                    Some((*node, card, Variant { channel, ..variant(card, &query.languages, query.shape.html) }))
                })
                .collect();
            let kept = Kept {
                provenance: depends_on(snapshot, &selection, collection, query),
                validator: self.validator(snapshot, &wanted, query),
                links: selection.around(shelf, query).links(),
            };
            out.begin(Opening { seq: kept.provenance.seq, kept: Some(kept) });
            let mut rows = Rows::of(collection, query, format);
            if let Some(head) = rows.head()?
                && !out.text(&head)
            {
                return Ok(());
            }
            let renderer = Renderer { snapshot, site: &self.identity.site };
            for wanted in wanted.chunks(CHUNK) {
                let loaded = Loaded::read(connection, collection, wanted)?;
                for (node, card, variant) in wanted {
                    let document = loaded.render(&renderer, collection, card, *variant)?.ok_or_else(|| {
                        HubError::Rendering(format!("an entry in the catalogue is not in its table: {node:?}"))
                    })?;
                    if !out.text(rows.row(&document)?) {
                        return Ok(());
                    }
                }
            }
            Ok(())
        })
    }

    /// What tells these rows from any other: what they are made from, since they are not yet made. Whatever changes a
    /// document gives it a new place in the sequence.
    fn validator(&self, snapshot: &Snapshot, wanted: &[Missing<'_>], query: &ListQuery) -> String {
        let site = &self.identity.site;
        let asked = query.pairs.rebuilt(&[], &[]);
        let mut hash = Sha256::new();
        for part in [env!("CARGO_PKG_VERSION"), &snapshot.epoch, &site.public_url, &site.site_url, &query.path, &asked]
        {
            hash.update(part.len().to_be_bytes());
            hash.update(part);
        }
        for (_, card, variant) in wanted {
            hash.update(card.id.as_bytes());
            hash.update(card.seq.to_be_bytes());
            hash.update([variant.language, u8::from(variant.fallback)]);
        }
        HEXLOWER.encode(hash.finalize().get(..16).unwrap_or_default())
    }
}

fn depends_on(snapshot: &Snapshot, selection: &Selection, collection: &Collection, query: &ListQuery) -> Provenance {
    let plan = Plan::make(snapshot, &selection.nodes, query);
    let at_seq = selection.sought.as_ref().map(Sought::seq);
    Provenance { at_seq, ..provenance(snapshot, &plan, &[collection.index], query) }.behind()
}

/// Documents as the lines of a form.
struct Rows<'a> {
    collection: &'static Collection,
    query: &'a ListQuery,
    table: Option<Table>,
    text: String,
}

impl<'a> Rows<'a> {
    fn of(collection: &'static Collection, query: &'a ListQuery, format: Format) -> Self {
        let table = (format == Format::Csv).then(|| Table::of(collection, &query.shape));
        Self { collection, query, table, text: String::new() }
    }

    fn head(&self) -> Result<Option<String>, HubError> {
        self.table.as_ref().map(Table::head).transpose().map_err(unwritable)
    }

    fn row(&mut self, document: &Document) -> Result<&str, HubError> {
        match &self.table {
            Some(table) => self.text = table.row(&document.members(self.collection)?).map_err(unwritable)?,
            None => {
                self.text.clear();
                self.text.push('{');
                document.write(self.collection, &self.query.shape, &mut self.text);
                self.text.push_str("}\n");
            }
        }
        Ok(&self.text)
    }
}

fn unwritable(error: impl std::fmt::Display) -> HubError {
    HubError::Rendering(error.to_string())
}
