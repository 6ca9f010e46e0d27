//! The sync document: an entry as followers get it. The full view in the source language, with the translated fields of
//! every translation, and with where consent lets it appear. It is written straight as text: an export has very many.

use std::io::Write;

use serde::Serialize;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::document::Variant;
use super::rendering::{Renderer, Subject};
use crate::model::values::Tag;
use crate::model::{Channel, Entry};

/// Members that are not part of the proof that two copies are equal: they differ between a hub and its mirror.
const UNPROVEN: &[&str] = &["seq", "links", "lang_fallback"];

/// What followers get: the source, as it is.
const SOURCE: Variant = Variant { language: 0, fallback: false, html: false, channel: Channel::Sync };

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

impl Serialize for Proven<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().filter(|(name, _)| !UNPROVEN.contains(&name.as_str())))
    }
}

/// A translation of an entry.
#[derive(Serialize)]
pub struct Translation<'a> {
    /// Its language.
    pub lang: &'a Tag,
    /// Whether the source text changed after it.
    #[serde(rename = "status", serialize_with = "status")]
    pub outdated: bool,
    /// The title in that language.
    pub title: &'a str,
    /// The other translated fields.
    #[serde(flatten)]
    pub texts: &'a Map<String, Value>,
}

fn status<S: serde::Serializer>(outdated: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(if *outdated { "outdated" } else { "current" })
}

/// Adds a member to the object at the end.
fn member(out: &mut Vec<u8>, name: &str, value: &impl Serialize) -> serde_json::Result<()> {
    out.pop();
    write!(out, ",\"{name}\":").map_err(serde_json::Error::io)?;
    serde_json::to_writer(&mut *out, value)?;
    out.push(b'}');
    Ok(())
}

impl Renderer<'_> {
    /// Renders an entry for followers. What it names but followers may not have is left out.
    ///
    /// # Errors
    /// When the entry is no JSON.
    pub fn sync_document(
        &self,
        subject: Subject<'_>,
        translations: &[Translation<'_>],
    ) -> serde_json::Result<SyncDocument> {
        let card = subject.card;
        let mut parts = self.parts(subject, SOURCE, None)?;
        parts.put("translations", |out| serde_json::to_writer(out, translations))?;
        let (members, _) = parts.join()?;
        let mut out = Vec::with_capacity(members.len() + 64);
        out.push(b'{');
        out.extend_from_slice(members.as_bytes());
        out.push(b'}');
        if card.consented {
            let allowed: Vec<Channel> =
                Channel::ALL.into_iter().filter(|channel| card.channels.allow(*channel)).collect();
            member(&mut out, "channels", &allowed)?;
        }
        SyncDocument::of(out)
    }

    /// An entry of a mirrored hub for followers of this one: word for word what that hub said of it, as it is kept.
    ///
    /// # Errors
    /// None that what is kept could raise.
    pub fn mirrored_document(&self, entry: &Entry, kept: &str) -> serde_json::Result<SyncDocument> {
        let mut out = Vec::with_capacity(kept.len() + 512);
        out.extend_from_slice(kept.as_bytes());
        member(&mut out, "seq", &entry.seq)?;
        member(&mut out, "lang_fallback", &false)?;
        member(&mut out, "links", &self.links(entry))?;
        SyncDocument::of(out)
    }
}
