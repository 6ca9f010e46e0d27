//! What the catalogue knows of one entry: enough to refer to it, to choose its language and to follow its links.

use crate::model::Channels;
use crate::model::values::{Instant, Tag};

use super::node::Node;

/// A public entry in the catalogue.
#[derive(Debug, Clone)]
pub struct Card {
    /// Its UUID.
    pub id: uuid::Uuid,
    /// Its slug.
    pub slug: Box<str>,
    /// Its title in the source language.
    pub title: Box<str>,
    /// What it is ordered by as a title: without case and diacritics.
    pub title_key: Box<str>,
    /// The source language.
    pub lang: Tag,
    /// Its translations, in order of language.
    pub translations: Box<[CardTranslation]>,
    /// Its place in the sequence.
    pub seq: i64,
    /// The public revision.
    pub rev: i64,
    /// When its document last changed, through itself or another entry.
    pub changed_at: Instant,
    /// Whether it is public under somebody's consent.
    pub consented: bool,
    /// Where it may appear.
    pub channels: Channels,
    /// Its place among the featured; `None` when it is not featured.
    pub featured: Option<i32>,
    /// Its links, in the order of relations and positions.
    pub links: Box<[CardLink]>,
    /// What outside names lead to it: `scheme:value`, and URLs.
    pub names: Box<[Box<str>]>,
    /// The slugs that lead to it, its own among them.
    pub slugs: Box<[Box<str>]>,
}

/// A translation in the catalogue.
#[derive(Debug, Clone)]
pub struct CardTranslation {
    /// Its language.
    pub lang: Tag,
    /// The title in that language.
    pub title: Box<str>,
    /// Whether the source text changed after it.
    pub outdated: bool,
}

/// A link in the catalogue.
#[derive(Debug, Clone)]
pub struct CardLink {
    /// The relation, by its place in the collection's [`crate::model::Collection::relations`].
    pub relation: u8,
    /// The element of the inner list that carries it.
    pub part: u16,
    /// The entry that is named.
    pub target: Node,
    /// What the target does here, and how it matters.
    pub words: Option<Box<LinkWords>>,
}

/// The words that a link carries.
#[derive(Debug, Clone)]
pub struct LinkWords {
    /// See [`crate::store::Link::role`].
    pub role: Option<String>,
    /// See [`crate::store::Link::note`].
    pub note: Option<String>,
}

impl Card {
    /// The languages in which the entry exists, the source first.
    pub fn languages(&self) -> Vec<&str> {
        std::iter::once(&self.lang)
            .chain(self.translations.iter().map(|translation| &translation.lang))
            .map(Tag::as_str)
            .collect()
    }

    /// The title in a language, if the entry exists in it; else in the source language.
    pub fn title_in(&self, lang: &str) -> &str {
        self.translations
            .iter()
            .find(|translation| translation.lang.as_str() == lang)
            .map_or(&self.title, |translation| &translation.title)
    }
}
