//! Pages as bytes: documents put side by side, with what is included, counted and linked.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::document::Document;
use super::pieces::{Pieces, Sink};
use crate::catalogue::Facet;
use crate::model::Collection;
use crate::query::Shape;

/// An entry on a page.
pub struct Entry {
    /// Its collection.
    pub collection: &'static Collection,
    /// Its id.
    pub id: String,
    /// It, rendered.
    pub document: Arc<Document>,
    /// What this page says of it beside its own members.
    pub extra: Vec<(&'static str, Value)>,
}

impl Entry {
    /// Its document with every member, whatever shape the page has; all other forms of an entry are made of it.
    ///
    /// # Errors
    /// None that a document could raise.
    pub fn value(&self) -> serde_json::Result<Map<String, Value>> {
        self.document.members(self.collection)
    }

    /// The same entry for another place on the page, without what was said of it here.
    pub fn again(&self) -> Self {
        Self {
            collection: self.collection,
            id: self.id.clone(),
            document: Arc::clone(&self.document),
            extra: Vec::new(),
        }
    }
}

/// What is sent along, once each.
pub type Included = Vec<Entry>;

/// A page to be written.
pub struct Body<'a> {
    /// The shape of the entries asked for; what is included has the same view and every member.
    pub shape: &'a Shape,
    /// The entries.
    pub data: &'a [Entry],
    /// What is sent along, when something was asked for.
    pub included: Option<&'a Included>,
}

/// A list with its counts, as JSON.
pub fn list_page(body: &Body<'_>, facets: Option<&[Facet]>, meta: &Value, links: &Value) -> Pieces {
    let mut out = Pieces::default();
    out.push_str("{\"data\":");
    write_entries(body.data, body.shape, &mut out);
    write_included(body, &mut out);
    if let Some(facets) = facets {
        out.push_str(",\"facets\":");
        out.push_str(&serde_json::to_string(&Facets(facets)).unwrap_or_default());
    }
    out.push_str(",\"meta\":");
    out.push_str(&meta.to_string());
    out.push_str(",\"links\":");
    out.push_str(&links.to_string());
    out.push_str("}");
    out
}

/// One entry, as JSON.
pub fn entry_page(body: &Body<'_>) -> Pieces {
    let mut out = Pieces::default();
    out.push_str("{\"data\":");
    if let Some(entry) = body.data.first() {
        write_entry(entry, body.shape, &mut out);
    }
    write_included(body, &mut out);
    out.push_str("}");
    out
}

fn write_included(body: &Body<'_>, out: &mut impl Sink) {
    let Some(included) = body.included else { return };
    let shape = Shape { fields: None, ..body.shape.clone() };
    let mut collections: Vec<&'static Collection> = Vec::new();
    for entry in included {
        if !collections.iter().any(|known| known.index == entry.collection.index) {
            collections.push(entry.collection);
        }
    }
    collections.sort_by_key(|collection| collection.index);
    out.push_str(",\"included\":{");
    for (place, collection) in collections.iter().enumerate() {
        if place > 0 {
            out.push_str(",");
        }
        out.push_str(&format!("\"{}\":{{", collection.name));
        let members = included.iter().filter(|entry| entry.collection.index == collection.index);
        for (place, entry) in members.enumerate() {
            if place > 0 {
                out.push_str(",");
            }
            out.push_str(&format!("\"{}\":", entry.id));
            write_entry(entry, &shape, out);
        }
        out.push_str("}");
    }
    out.push_str("}");
}

fn write_entry(entry: &Entry, shape: &Shape, out: &mut impl Sink) {
    out.push_str("{");
    entry.document.write(entry.collection, shape, out);
    for (name, value) in &entry.extra {
        out.push_str(&format!(",\"{name}\":{value}"));
    }
    out.push_str("}");
}

/// Entries by the names of their groups, as a JSON object of arrays.
pub fn write_groups(groups: &BTreeMap<&'static str, Vec<Entry>>, shape: &Shape, out: &mut impl Sink) {
    out.push_str("{");
    for (place, (name, entries)) in groups.iter().enumerate() {
        if place > 0 {
            out.push_str(",");
        }
        out.push_str(&format!("\"{name}\":"));
        write_entries(entries, shape, out);
    }
    out.push_str("}");
}

/// Entries as a JSON array.
pub fn write_entries(entries: &[Entry], shape: &Shape, out: &mut impl Sink) {
    out.push_str("[");
    for (place, entry) in entries.iter().enumerate() {
        if place > 0 {
            out.push_str(",");
        }
        write_entry(entry, shape, out);
    }
    out.push_str("]");
}

/// Counts by the parameter that they are of.
struct Facets<'a>(&'a [Facet]);

impl Serialize for Facets<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|facet| (facet.name, facet)))
    }
}
