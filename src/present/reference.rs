//! The short form in which an entry is named in others.

use serde::Serialize;
use uuid::Uuid;

use crate::catalogue::{CardLink, Node, Snapshot};
use crate::model::COLLECTIONS;

/// An entry as others name it.
#[derive(Debug, Serialize)]
pub struct Reference<'a> {
    #[serde(rename = "type")]
    collection: &'static str,
    id: Uuid,
    slug: &'a str,
    title: &'a str,
    href: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

impl<'a> Reference<'a> {
    /// An entry, with its title in `lang` where it has one.
    pub fn to(snapshot: &'a Snapshot, node: Node, lang: &str) -> Option<Self> {
        let card = snapshot.card(node)?;
        let collection = COLLECTIONS.get(node.collection())?.name;
        let href = format!("/v1/{collection}/{}", card.id);
        Some(Self {
            collection,
            id: card.id,
            slug: &card.slug,
            title: card.title_in(lang),
            href,
            role: None,
            note: None,
        })
    }

    /// The target of a link, with what it does there and how it matters.
    pub fn of(snapshot: &'a Snapshot, link: &'a CardLink, lang: &str) -> Option<Self> {
        let words = link.words.as_ref();
        let (role, note) =
            (words.and_then(|words| words.role.as_deref()), words.and_then(|words| words.note.as_deref()));
        Some(Self { role, note, ..Self::to(snapshot, link.target, lang)? })
    }
}
