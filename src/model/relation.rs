//! Relations: the named, directed links from the entries of a collection to others, as data.

/// Where a relation may point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// One collection only; the writer need not name it.
    Collection(&'static str),
    /// Any of these collections; the writer names it by `type`.
    AnyOf(&'static [&'static str]),
    /// Every collection of the hub; the writer names it by `type`.
    Any,
}

impl Target {
    /// Whether an entry of `collection` may stand at the end of the relation.
    pub fn admits(self, collection: &str) -> bool {
        match self {
            Self::Collection(name) => name == collection,
            Self::AnyOf(names) => names.contains(&collection),
            Self::Any => true,
        }
    }

    /// The target when there is only one.
    pub fn single(self) -> Option<&'static str> {
        match self {
            Self::Collection(name) => Some(name),
            _ => None,
        }
    }
}

/// One relation of a collection.
#[derive(Debug, Clone, Copy)]
pub struct Relation {
    /// The field in which the entry names its targets (`organisations`, `lead`).
    pub name: &'static str,
    /// The singular that filters use (`organisation`, `lead`).
    pub singular: &'static str,
    /// Where it may point.
    pub target: Target,
    /// Whether the field is a list of references or a single one.
    pub many: bool,
    /// Whether each reference may carry a `role`.
    pub role: bool,
    /// Whether each reference may carry a `note`.
    pub note: bool,
    /// Whether an entry cannot be published without it.
    pub required: bool,
    /// The list inside the entry whose elements carry this field, if it is not a field of the entry itself
    /// (`steps`: each step of a guide has its own `resources`).
    pub within: Option<&'static str>,
    /// Whether it tells who a person is: it is public only where consent allows the name.
    pub personal: bool,
    /// Whether it names who made the entry.
    pub author: bool,
    /// What the relation says, for the API reference.
    pub about: &'static str,
}

impl Relation {
    /// A relation to any number of entries of one collection.
    pub const fn many(
        name: &'static str,
        singular: &'static str,
        collection: &'static str,
        about: &'static str,
    ) -> Self {
        Self {
            name,
            singular,
            target: Target::Collection(collection),
            many: true,
            role: false,
            note: false,
            required: false,
            within: None,
            personal: false,
            author: false,
            about,
        }
    }

    /// A relation to at most one entry of one collection; its singular is its name.
    pub const fn one(name: &'static str, collection: &'static str, about: &'static str) -> Self {
        Self { many: false, ..Self::many(name, name, collection, about) }
    }

    /// The same relation, to other targets.
    pub const fn to(self, target: Target) -> Self {
        Self { target, ..self }
    }

    /// The same relation with a `role` on each reference.
    pub const fn with_role(self) -> Self {
        Self { role: true, ..self }
    }

    /// The same relation with a `note` on each reference.
    pub const fn with_note(self) -> Self {
        Self { note: true, ..self }
    }

    /// The same relation, without which nothing is published.
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The same relation, which tells who a person is.
    pub const fn personal(self) -> Self {
        Self { personal: true, ..self }
    }

    /// The same relation, which names who made the entry.
    pub const fn author(self) -> Self {
        Self { author: true, ..self }
    }

    /// The same relation, carried by each element of a list of the entry.
    pub const fn within(self, list: &'static str) -> Self {
        Self { within: Some(list), ..self }
    }

    /// The name under which links of this relation are stored: `steps.resources` for one inside a list.
    pub fn key(&self) -> String {
        match self.within {
            Some(list) => format!("{list}.{}", self.name),
            None => self.name.to_owned(),
        }
    }
}
