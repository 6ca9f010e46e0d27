//! Which fields of a collection are text that is translated, and which of it is Markdown.

/// A translated field.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    /// The field.
    pub field: &'static str,
    /// What stands in it.
    pub kind: TextKind,
}

/// What a translated field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// A line without markup.
    Plain,
    /// CommonMark prose.
    Prose,
    /// A list of objects, translated as a whole, whose named members are CommonMark prose.
    Parts(&'static [&'static str]),
}

impl Text {
    /// A line without markup.
    pub const fn plain(field: &'static str) -> Self {
        Self { field, kind: TextKind::Plain }
    }

    /// CommonMark prose; left out of cards.
    pub const fn prose(field: &'static str) -> Self {
        Self { field, kind: TextKind::Prose }
    }

    /// A list of objects with these prose members; left out of cards.
    pub const fn parts(field: &'static str, members: &'static [&'static str]) -> Self {
        Self { field, kind: TextKind::Parts(members) }
    }

    /// Whether a card goes without it.
    pub fn long(&self) -> bool {
        self.kind != TextKind::Plain
    }
}
