//! A document of another hub, read as the domain has it.

use data_encoding::HEXLOWER;
use serde_json::{Map, Value};

use crate::model::values::{Instant, Json};
use crate::model::{
    Channel, Channels, Collection, Entry, Fault, Key, Notice, WrittenDocument, WrittenLink, collection, members,
};
use crate::present;

/// A document that can be kept.
pub struct Received {
    pub(super) collection: &'static Collection,
    pub(super) entry: Entry,
    pub(super) document: WrittenDocument,
    /// What is proven of it, word for word.
    pub(super) kept: String,
}

/// A document that cannot be kept, and why.
#[derive(Debug)]
pub struct Refused {
    pub(super) entry_id: String,
    pub(super) collection: String,
    pub(super) rev: i64,
    /// Its hash, for the digest; empty when it has none.
    pub(super) hash: String,
    pub(super) faults: Vec<Fault>,
}

impl Received {
    pub(super) fn id(&self) -> &str {
        &self.entry.id
    }

    /// The entries that it names. A sync document names them by id.
    pub(super) fn targets(&self) -> impl Iterator<Item = &str> {
        self.document.links.iter().filter_map(target)
    }

    /// The same, when a rule of this hub or of its database stands in the way.
    pub(super) fn refused(&self, faults: Vec<Fault>) -> Refused {
        let document: Map<String, Value> = serde_json::from_str(&self.kept).unwrap_or_default();
        Refused::of(&document, faults)
    }
}

impl Refused {
    fn of(document: &Map<String, Value>, faults: Vec<Fault>) -> Self {
        let text = |name: &str| document.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        Self {
            entry_id: text("id").to_ascii_lowercase(),
            collection: text("type"),
            rev: document.get("rev").and_then(Value::as_i64).unwrap_or_default(),
            hash: present::hash(document).map(|hash| HEXLOWER.encode(&hash)).unwrap_or_default(),
            faults,
        }
    }
}

/// The id that a link names.
pub(super) fn target(link: &WrittenLink) -> Option<&str> {
    match &link.key {
        Key::Id(id) => Some(id),
        Key::Slug(_) => None,
    }
}

pub(super) fn fault(pointer: &str, code: &'static str, detail: &str) -> Vec<Fault> {
    vec![Fault { pointer: pointer.to_owned(), code, detail: detail.to_owned() }]
}

/// Reads the document of a copy. Members that this version does not know are passed over: another may.
pub fn read(collection: &'static Collection, mut document: Value) -> Result<WrittenDocument, Vec<Fault>> {
    if let Some(own) = document.as_object_mut() {
        own.retain(|name, _| members(collection).iter().any(|member| member == name));
    }
    WrittenDocument::read(collection, document)
}

/// Reads what is to be kept.
pub(super) fn receive(document: Map<String, Value>) -> Result<Received, Refused> {
    let head = Head::of(&document).map_err(|faults| Refused::of(&document, faults))?;
    let kept = present::proven(&document)
        .map_err(|error| Refused::of(&document, fault("", "invalid-value", &error.to_string())))?;
    let refused = |faults| {
        let document: Map<String, Value> = serde_json::from_str(&kept).unwrap_or_default();
        Refused::of(&document, faults)
    };
    let read = read(head.collection, Value::Object(document)).map_err(refused)?;
    if read.entry.id.is_empty() || read.entry.slug.is_empty() {
        return Err(refused(fault("/id", "required", "A copy has an id and a slug.")));
    }
    let mut entry = read.entry.clone();
    entry.rev = head.rev;
    entry.notice = head.notice.map(Json);
    entry.updated_at = head.updated_at.unwrap_or(entry.updated_at);
    entry.consented = head.channels.is_some();
    entry.channels = head.channels.map_or(Channels::ALL, |channels| Channels::of(&channels)).bits();
    Ok(Received { collection: head.collection, entry, document: read, kept })
}

/// What a copy says that nobody writes: these members are the hub's.
struct Head {
    collection: &'static Collection,
    rev: i64,
    notice: Option<Notice>,
    updated_at: Option<Instant>,
    channels: Option<Vec<Channel>>,
}

impl Head {
    fn of(document: &Map<String, Value>) -> Result<Self, Vec<Fault>> {
        let name = document.get("type").and_then(Value::as_str).unwrap_or_default();
        let collection = collection(name)
            .ok_or_else(|| fault("/type", "unknown-collection", "This version has no such collection."))?;
        let Some(rev) = document.get("rev").and_then(Value::as_i64).filter(|rev| *rev >= 1) else {
            return Err(fault("/rev", "required", "A copy has the revision that it is of."));
        };
        let notice = typed(document, "notice")?;
        let updated_at = typed(document, "updated_at")?;
        let channels = typed(document, "channels")?;
        Ok(Self { collection, rev, notice, updated_at, channels })
    }
}

fn typed<T: serde::de::DeserializeOwned>(document: &Map<String, Value>, name: &str) -> Result<Option<T>, Vec<Fault>> {
    let Some(value) = document.get(name) else { return Ok(None) };
    T::deserialize(value).map(Some).map_err(|error| fault(&format!("/{name}"), "invalid-value", &error.to_string()))
}
