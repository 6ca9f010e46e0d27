//! The sync document: an entry as followers get it. The full view in the source language, with the translated fields of
//! every translation, and with where consent lets it appear.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::document::{Renderer, own_members};
use crate::catalogue::Card;
use crate::model::values::Tag;
use crate::model::{Channel, Collection, Entry, Record};

/// Members that are not part of the proof that two copies are equal: they differ between a hub and its mirror.
const UNPROVEN: &[&str] = &["seq", "links", "lang_fallback"];

/// An entry as followers get it.
#[derive(Debug, Clone)]
pub struct SyncDocument(Map<String, Value>);

impl SyncDocument {
    /// Reads one that another hub sent.
    pub fn received(members: Map<String, Value>) -> Self {
        Self(members)
    }

    /// Its members.
    pub fn members(&self) -> &Map<String, Value> {
        &self.0
    }

    /// It, as JSON.
    ///
    /// # Errors
    /// None that JSON values could raise.
    pub fn json(&self) -> serde_json::Result<String> {
        serde_json::to_string(&self.0)
    }

    /// The SHA-256 of its canonical form (RFC 8785), without what is not proven.
    ///
    /// # Errors
    /// When it cannot be canonical: it has a number that is none.
    pub fn hash(&self) -> serde_json::Result<[u8; 32]> {
        struct Proven<'a>(&'a Map<String, Value>);
        impl serde::Serialize for Proven<'_> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.iter().filter(|(name, _)| !UNPROVEN.contains(&name.as_str())))
            }
        }
        Ok(Sha256::digest(serde_json_canonicalizer::to_vec(&Proven(&self.0))?).into())
    }

    /// What a mirror keeps of it: what is proven.
    #[must_use]
    pub fn kept(mut self) -> Map<String, Value> {
        self.0.retain(|name, _| !UNPROVEN.contains(&name.as_str()));
        self.0
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
    fn value(&self) -> Value {
        let mut members = Map::new();
        members.insert("lang".to_owned(), json!(self.lang));
        members.insert("status".to_owned(), json!(if self.outdated { "outdated" } else { "current" }));
        members.insert("title".to_owned(), json!(self.title));
        members.extend(self.texts.iter().map(|(name, text)| (name.clone(), text.clone())));
        Value::Object(members)
    }
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
        let mut members = own_members(entry, record)?;
        members.insert("lang".to_owned(), json!(entry.lang));
        members.insert("lang_fallback".to_owned(), json!(false));
        members.insert("translations".to_owned(), translations.iter().map(Translation::value).collect());
        members.insert("links".to_owned(), self.links(entry));
        if card.consented {
            let allowed = [Channel::Web, Channel::Embed, Channel::Sync];
            let allowed: Vec<Channel> = allowed.into_iter().filter(|channel| card.channels.allow(*channel)).collect();
            members.insert("channels".to_owned(), json!(allowed));
        }
        let shown = |target: &Card| target.channels.allow(Channel::Sync);
        self.relations(collection, card, entry.lang.as_str(), &shown, &mut members);
        Ok(SyncDocument(members))
    }

    /// An entry of a mirrored hub for followers of this one: word for word what that hub said of it, as it is kept.
    ///
    /// # Errors
    /// When what is kept is no JSON object.
    pub fn mirrored_document(&self, entry: &Entry, kept: &str) -> serde_json::Result<SyncDocument> {
        let mut members: Map<String, Value> = serde_json::from_str(kept)?;
        members.insert("seq".to_owned(), json!(entry.seq));
        members.insert("lang_fallback".to_owned(), json!(false));
        members.insert("links".to_owned(), self.links(entry));
        Ok(SyncDocument(members))
    }
}
