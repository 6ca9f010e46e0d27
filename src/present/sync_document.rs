//! The sync document: an entry as followers get it. The full view in the source language, with the translated fields of
//! every translation, and with where consent lets it appear. It is written straight as text: an export has very many.

use std::io::Write;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::document::Renderer;
use crate::catalogue::{Card, CardLink};
use crate::model::values::Tag;
use crate::model::{COLLECTIONS, Channel, Collection, Entry, Record, Relation};

/// Members that are not part of the proof that two copies are equal: they differ between a hub and its mirror.
const UNPROVEN: &[&str] = &["seq", "links", "lang_fallback"];

/// What a document has at first, in bytes; most have less.
const ROOM: usize = 8 * 1024;

/// An entry as followers get it.
#[derive(Debug, Clone)]
pub struct SyncDocument {
    /// It, as JSON.
    pub json: String,
}

impl SyncDocument {
    /// The hash of it, without what is not proven.
    ///
    /// # Errors
    /// When it cannot be canonical: it has a number that is none.
    pub fn hash(&self) -> serde_json::Result<[u8; 32]> {
        hash(&self.members()?)
    }

    /// Its members.
    ///
    /// # Errors
    /// None that a document could raise.
    pub fn members(&self) -> serde_json::Result<Map<String, Value>> {
        serde_json::from_str(&self.json)
    }

    fn of(text: Vec<u8>) -> serde_json::Result<Self> {
        let json = String::from_utf8(text).map_err(serde::ser::Error::custom)?;
        Ok(Self { json })
    }
}

/// The SHA-256 of a sync document in canonical form (RFC 8785), without what is not proven.
///
/// # Errors
/// When it cannot be canonical: it has a number that is none.
pub fn hash(document: &Map<String, Value>) -> serde_json::Result<[u8; 32]> {
    Ok(Sha256::digest(serde_json_canonicalizer::to_vec(&Proven(document))?).into())
}

/// What a mirror keeps of a sync document, as JSON: what is proven of it.
///
/// # Errors
/// None that a document could raise.
pub fn proven(document: &Map<String, Value>) -> serde_json::Result<String> {
    serde_json::to_string(&Proven(document))
}

/// A document without what is not proven of it.
struct Proven<'a>(&'a Map<String, Value>);

impl serde::Serialize for Proven<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().filter(|(name, _)| !UNPROVEN.contains(&name.as_str())))
    }
}

/// A translation of an entry.
pub struct Translation<'a> {
    /// Its language.
    pub lang: &'a Tag,
    /// Whether the source text changed after it.
    pub outdated: bool,
    /// The title in that language.
    pub title: &'a str,
    /// The other translated fields.
    pub texts: &'a Map<String, Value>,
}

impl Translation<'_> {
    fn write(&self, out: &mut Vec<u8>) -> serde_json::Result<()> {
        let status = if self.outdated { "outdated" } else { "current" };
        serde_json::to_writer(&mut *out, &json!({ "lang": self.lang, "status": status, "title": self.title }))?;
        more_members(out, |out| serde_json::to_writer(out, self.texts))
    }
}

/// Adds the members of another object to the object at the end.
fn more_members(
    out: &mut Vec<u8>,
    write: impl FnOnce(&mut Vec<u8>) -> serde_json::Result<()>,
) -> serde_json::Result<()> {
    out.pop();
    let at = out.len();
    write(out)?;
    // Its opening brace becomes the comma between the two; if it has no member, nothing does.
    if out.len() == at + 2 {
        out.remove(at);
    } else if let Some(brace) = out.get_mut(at) {
        *brace = b',';
    }
    Ok(())
}

/// Begins another member of the object at the end, which is closed again after it.
fn member(
    out: &mut Vec<u8>,
    name: &str,
    write: impl FnOnce(&mut Vec<u8>) -> serde_json::Result<()>,
) -> serde_json::Result<()> {
    out.pop();
    write!(out, ",\"{name}\":").map_err(serde_json::Error::io)?;
    write(out)?;
    out.push(b'}');
    Ok(())
}

/// Writes a list.
fn list<T>(
    out: &mut Vec<u8>,
    elements: impl Iterator<Item = T>,
    mut write: impl FnMut(&mut Vec<u8>, T) -> serde_json::Result<()>,
) -> serde_json::Result<()> {
    out.push(b'[');
    for (place, element) in elements.enumerate() {
        if place > 0 {
            out.push(b',');
        }
        write(out, element)?;
    }
    out.push(b']');
    Ok(())
}

impl Renderer<'_> {
    /// Renders an entry for followers. What it names but followers may not have is left out.
    ///
    /// # Errors
    /// When the entry is no JSON.
    pub fn sync_document(
        &self,
        collection: &Collection,
        entry: &Entry,
        record: &dyn Record,
        card: &Card,
        translations: &[Translation<'_>],
    ) -> serde_json::Result<SyncDocument> {
        let lang = entry.lang.as_str();
        let mut out = Vec::with_capacity(ROOM);
        serde_json::to_writer(&mut out, entry)?;
        if collection.relations.iter().any(|relation| relation.within.is_some()) {
            let mut own = record.members()?;
            self.inner_relations(collection, card, lang, &mut own)?;
            more_members(&mut out, |out| serde_json::to_writer(out, &own))?;
        } else {
            more_members(&mut out, |out| record.write(out))?;
        }
        member(&mut out, "lang_fallback", |out| serde_json::to_writer(out, &false))?;
        member(&mut out, "translations", |out| list(out, translations.iter(), |out, one| one.write(out)))?;
        member(&mut out, "links", |out| serde_json::to_writer(out, &self.links(entry)))?;
        if card.consented {
            let allowed: Vec<Channel> =
                Channel::ALL.into_iter().filter(|channel| card.channels.allow(*channel)).collect();
            member(&mut out, "channels", |out| serde_json::to_writer(out, &allowed))?;
        }
        for (place, relation) in (0u8..).zip(collection.relations).filter(|(_, relation)| relation.within.is_none()) {
            let mut links = self.shared_links(card, place, None);
            if relation.many {
                member(&mut out, relation.name, |out| {
                    list(out, links, |out, link| self.write_reference(out, link, lang))
                })?;
            } else if let Some(link) = links.next() {
                member(&mut out, relation.name, |out| self.write_reference(out, link, lang))?;
            }
        }
        SyncDocument::of(out)
    }

    /// The links of a relation to what followers may have.
    fn shared_links<'c>(
        &'c self,
        card: &'c Card,
        relation: u8,
        part: Option<usize>,
    ) -> impl Iterator<Item = &'c CardLink> + 'c {
        let own = card.links.iter().filter(move |link| link.relation == relation);
        let own = own.filter(move |link| part.is_none_or(|part| usize::from(link.part) == part));
        own.filter(|link| self.snapshot.allows(link.target, Channel::Sync))
    }

    /// Puts the references that elements of inner lists carry.
    fn inner_relations(
        &self,
        collection: &Collection,
        card: &Card,
        lang: &str,
        own: &mut Map<String, Value>,
    ) -> serde_json::Result<()> {
        let inner = |(place, relation): (u8, &'static Relation)| Some((place, relation, relation.within?));
        for (place, relation, within) in (0u8..).zip(collection.relations).filter_map(inner) {
            let Some(Value::Array(parts)) = own.get_mut(within) else { continue };
            for (part, element) in parts.iter_mut().enumerate() {
                let mut text = Vec::new();
                list(&mut text, self.shared_links(card, place, Some(part)), |out, link| {
                    self.write_reference(out, link, lang)
                })?;
                if let Some(element) = element.as_object_mut() {
                    element.insert(relation.name.to_owned(), serde_json::from_slice(&text)?);
                }
            }
        }
        Ok(())
    }

    fn write_reference(&self, out: &mut Vec<u8>, link: &CardLink, lang: &str) -> serde_json::Result<()> {
        let (Some(card), Some(collection)) =
            (self.snapshot.card(link.target), COLLECTIONS.get(link.target.collection()))
        else {
            return Ok(());
        };
        let (name, id, slug) = (collection.name, card.id, &card.slug);
        write!(out, "{{\"type\":\"{name}\",\"id\":\"{id}\",\"slug\":\"{slug}\",\"title\":")
            .map_err(serde_json::Error::io)?;
        serde_json::to_writer(&mut *out, card.title_in(lang))?;
        write!(out, ",\"href\":\"/v1/{name}/{id}\"}}").map_err(serde_json::Error::io)?;
        if let Some(words) = &link.words {
            for (name, word) in [("role", &words.role), ("note", &words.note)] {
                if let Some(word) = word {
                    member(out, name, |out| serde_json::to_writer(out, word))?;
                }
            }
        }
        Ok(())
    }

    /// An entry of a mirrored hub for followers of this one: word for word what that hub said of it, as it is kept.
    ///
    /// # Errors
    /// None that what is kept could raise.
    pub fn mirrored_document(&self, entry: &Entry, kept: &str) -> serde_json::Result<SyncDocument> {
        let mut out = Vec::with_capacity(kept.len() + 512);
        out.extend_from_slice(kept.as_bytes());
        member(&mut out, "seq", |out| serde_json::to_writer(out, &entry.seq))?;
        member(&mut out, "lang_fallback", |out| serde_json::to_writer(out, &false))?;
        member(&mut out, "links", |out| serde_json::to_writer(out, &self.links(entry)))?;
        SyncDocument::of(out)
    }
}
