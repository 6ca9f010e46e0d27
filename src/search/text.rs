//! What an entry is found by: its text in one language, sorted by how much a word in it means.

use tantivy::TantivyDocument;
use uuid::Uuid;

use super::schema::FIELDS;
use super::words::Vocabulary;

/// A part of an entry's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextField {
    /// The title.
    Title,
    /// Other names: aliases and labels.
    Names,
    /// The summary.
    Summary,
    /// Everything that is prose.
    Body,
    /// The titles of the entries that it names.
    Related,
}

impl TextField {
    /// Every part, the weightiest first.
    pub const ALL: [Self; 5] = [Self::Title, Self::Names, Self::Summary, Self::Body, Self::Related];

    /// How much one word in it counts, in words of the body.
    pub const fn weight(self) -> f32 {
        match self {
            Self::Title => 2.0,
            Self::Names => 2.0,
            Self::Summary => 1.2,
            Self::Body => 1.0,
            Self::Related => 0.25,
        }
    }

    /// Its name in the index.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Names => "names",
            Self::Summary => "summary",
            Self::Body => "body",
            Self::Related => "related",
        }
    }

    /// Its place in [`TextField::ALL`].
    pub const fn place(self) -> usize {
        self as usize
    }
}

/// A piece of text with the part that it belongs to.
pub type Part = (TextField, String);

/// The text of an entry in one language.
#[derive(Debug, Clone)]
pub struct EntryText {
    /// The entry.
    pub id: Uuid,
    /// Its place in the sequence.
    pub seq: i64,
    /// The language, a BCP 47 tag.
    pub lang: String,
    /// The text, plain.
    pub parts: Vec<Part>,
}

impl EntryText {
    /// The text as the index takes it. Whoever reads many texts does so with one vocabulary.
    pub fn read(&self, vocabulary: &mut Vocabulary) -> ReadText {
        ReadText(FIELDS.document(self, vocabulary))
    }
}

/// A text that was split into the terms of the index.
pub struct ReadText(pub(super) TantivyDocument);
