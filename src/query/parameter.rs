//! A parameter of a path: its name, what it does, and what its values may be.

use super::patterns::{longest_of, pattern_of};

/// What a parameter does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterKind {
    /// Any of the values, in the field at this place.
    Any(usize),
    /// All of the values.
    All(usize),
    /// None of the values.
    Not(usize),
    /// No value at all.
    Missing(usize),
    /// Any of the values, without what is narrower.
    Exact(usize),
    /// Ids or slugs of the entries themselves.
    Ids,
    /// The date at this place, from.
    From(usize),
    /// The date at this place, to.
    To(usize),
    /// Whether the date at this place is absent.
    DateMissing(usize),
    /// Words to search.
    Text,
    /// Whether every word must be there.
    TextMode,
    /// Whether nearly equal words are taken too.
    Typo,
    /// Whether the words found are shown.
    Highlight,
    /// Which collections.
    Types,
    /// The order.
    Sort,
    /// How many.
    Limit,
    /// Which page, by number.
    Page,
    /// Which page, by cursor.
    Cursor,
    /// What to count.
    Facet,
    /// How many values of each facet.
    FacetLimit,
    /// Card or full.
    View,
    /// Which members.
    Fields,
    /// Markdown or HTML.
    FormatText,
    /// What to send along.
    Include,
    /// How much of it.
    IncludeLimit,
    /// Languages, by preference.
    Lang,
    /// The place in the sequence to wait for.
    MinSeq,
    /// `scheme:value`.
    Identifier,
    /// A URL.
    Url,
    /// Languages in which entries exist.
    Langs,
    /// The place in the sequence that a client has reached.
    Since,
    /// Whether changes carry documents.
    Docs,
    /// How long to wait for a change.
    Wait,
    /// The history that a client follows.
    Epoch,
    /// JSON or JSON-LD.
    Form,
    /// The colours of an embed.
    Theme,
    /// The colour of its links.
    Accent,
    /// The level of its first heading.
    Heading,
    /// Whether it is to be put into another page.
    Fragment,
    /// How wide it may be.
    MaxWidth,
    /// How high it may be.
    MaxHeight,
    /// The form of an oEmbed answer.
    Format,
    /// An entry, as `collection/slug`.
    Entry,
    /// Taken, and nothing comes of it.
    Ignored,
}

impl ParameterKind {
    /// The place of the field that it is about, if it is about one.
    pub const fn field(self) -> Option<usize> {
        match self {
            Self::Any(place) | Self::All(place) | Self::Not(place) | Self::Missing(place) | Self::Exact(place) => {
                Some(place)
            }
            _ => None,
        }
    }

    /// The same about the field at another place.
    #[must_use]
    pub const fn at(self, place: usize) -> Self {
        match self {
            Self::Any(_) => Self::Any(place),
            Self::All(_) => Self::All(place),
            Self::Not(_) => Self::Not(place),
            Self::Missing(_) => Self::Missing(place),
            Self::Exact(_) => Self::Exact(place),
            other => other,
        }
    }
}

/// A parameter of a path.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// What it does.
    pub kind: ParameterKind,
    /// What it does, for the API reference.
    pub about: String,
    /// Its allowed values, where it has a closed list of them.
    pub allowed: Vec<&'static str>,
    /// What each of its values looks like, where they have no closed list: an ECMA 262 pattern.
    pub pattern: Option<&'static str>,
    /// How long each of its values may be, in bytes.
    pub longest: usize,
    /// Its greatest value, where it is a number.
    pub most: u64,
    /// Its value when it is absent, where it is a number.
    pub default: u64,
}

/// A parameter whose values have no closed list and are no number.
pub(super) fn parameter(name: impl Into<String>, kind: ParameterKind, about: impl Into<String>) -> Parameter {
    Parameter {
        name: name.into(),
        kind,
        about: about.into(),
        allowed: Vec::new(),
        pattern: pattern_of(kind),
        longest: longest_of(kind),
        most: 0,
        default: 0,
    }
}
