//! A public entry rendered once: its members as JSON, end to end in one text, so that any view or choice of fields is
//! put together from slices without parsing or serialising again.

use std::sync::LazyLock;

use bytestring::ByteString;
use serde_json::{Map, Value};

use super::pieces::Sink;
use crate::model::parts::{Ends, Parts};
use crate::model::{self, COLLECTIONS, Channel, Collection};
use crate::query::{Shape, View};

/// Where the hub and the site it feeds are on the web; both without a slash at the end.
#[derive(Debug, Clone)]
pub struct Site {
    /// The hub's own address, for links that must be absolute.
    pub public_url: String,
    /// The site whose pages show the entries.
    pub site_url: String,
}

impl Site {
    /// Whether there is no other site than the hub itself.
    pub fn is_hub(&self) -> bool {
        self.site_url == self.public_url
    }

    /// The entry that an address is of, whichever of its addresses it is (in the API, as an embed, on the site): its
    /// collection, its id or slug, and the query of an embed.
    pub fn entry_at(&self, url: &str) -> Option<(&'static Collection, String, String)> {
        let plain = url.split('#').next().unwrap_or(url);
        let (plain, query) = plain.split_once('?').unwrap_or((plain, ""));
        let bases = [
            (format!("{}/v1/", self.public_url), false),
            (format!("{}/embed/", self.public_url), true),
            (format!("{}/", self.site_url), false),
            ("/v1/".to_owned(), false),
            ("/embed/".to_owned(), true),
        ];
        bases.iter().find_map(|(base, embed)| {
            let (name, key) = plain.strip_prefix(base.as_str())?.trim_end_matches('/').split_once('/')?;
            let collection = model::collection(name).filter(|_| !key.is_empty() && !key.contains('/'))?;
            Some((collection, key.to_owned(), if *embed { query.to_owned() } else { String::new() }))
        })
    }
}

/// Which rendering of an entry: language and form of prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Variant {
    /// The language, by its place among the entry's languages; 0 is the source.
    pub language: u8,
    /// Whether none of the languages that were asked for exists.
    pub fallback: bool,
    /// Prose as HTML.
    pub html: bool,
    /// Where it is shown: what may not appear there is not named in it.
    pub channel: Channel,
}

/// An entry, rendered.
#[derive(Debug)]
pub struct Document {
    /// The place in the sequence as of which it is.
    pub seq: i64,
    /// `"name":value` for every member, with commas between.
    text: ByteString,
    /// The place of each member in [`model::members`], and where it ends.
    ends: Ends,
    /// What a card shows of the text.
    card: Box<[Run]>,
}

/// Members that stand side by side in a document: where they begin and end.
type Run = (u32, u32);

/// Which of its members a card of each collection has.
static CARDS: LazyLock<Vec<Vec<bool>>> = LazyLock::new(|| {
    let card =
        |collection: &&Collection| model::members(collection).iter().map(|name| !is_long(collection, name)).collect();
    COLLECTIONS.iter().map(|collection| card(&collection)).collect()
});

/// Members that stay whatever `fields` says.
const KEPT: &[&str] = &["type", "id", "slug", "links"];

impl Document {
    /// Writes the members that a shape asks for, without the braces around them.
    pub fn write(&self, collection: &Collection, shape: &Shape, out: &mut impl Sink) {
        match (&shape.fields, shape.view) {
            (None, View::Full) => out.share(&self.text, &self.text),
            (None, View::Card) => self.write_runs(&self.card, out),
            (Some(_), _) => {
                let members = model::members(collection);
                let shown = |place: usize| is_shown(collection, shape, members.get(place).map_or("", String::as_str));
                self.write_runs(&runs(&self.ends, shown), out);
            }
        }
    }

    fn write_runs(&self, runs: &[Run], out: &mut impl Sink) {
        for (place, (from, to)) in runs.iter().enumerate() {
            if place > 0 {
                out.push_str(",");
            }
            out.share(&self.text, self.text.get(*from as usize..*to as usize).unwrap_or_default());
        }
    }

    /// Every member.
    ///
    /// # Errors
    /// None that a document could raise.
    pub fn members(&self, collection: &Collection) -> serde_json::Result<Map<String, Value>> {
        let full = Shape { view: View::Full, fields: None, html: false };
        let mut text = String::with_capacity(self.text.len() + 64);
        text.push('{');
        self.write(collection, &full, &mut text);
        text.push('}');
        serde_json::from_str(&text)
    }

    /// A member.
    pub fn member(&self, collection: &Collection, name: &str) -> Option<Value> {
        let members = model::members(collection);
        let mut start = 0;
        for (member, end) in &self.ends {
            if members.get(usize::from(*member)).is_some_and(|known| known == name) {
                let slice = self.text.get(start..*end as usize)?;
                return serde_json::from_str(slice.split_once(':')?.1).ok();
            }
            start = *end as usize + 1;
        }
        None
    }

    /// Bytes that it takes in memory.
    pub fn weight(&self) -> u64 {
        (self.text.len() + (self.ends.len() + self.card.len()) * 8 + 144) as u64
    }
}

/// Whether a shape has a member.
pub(super) fn is_shown(collection: &Collection, shape: &Shape, name: &str) -> bool {
    match &shape.fields {
        Some(fields) => fields.contains(&name) || KEPT.contains(&name),
        None => shape.view == View::Full || !is_long(collection, name),
    }
}

/// Whether a card goes without this member.
fn is_long(collection: &Collection, name: &str) -> bool {
    collection.texts.iter().any(|text| text.field == name && text.long())
}

/// Bytes that say which member ends where.
pub const MEMBER_BYTES: usize = 5;

impl Document {
    /// The document of an entry's members as of a place in the sequence.
    pub(super) fn of(collection: &Collection, seq: i64, parts: Parts) -> serde_json::Result<Self> {
        let (text, ends) = parts.join()?;
        // What is kept has no room to spare.
        Ok(Self::cut(collection, seq, text.into_boxed_str().into(), ends))
    }

    fn cut(collection: &Collection, seq: i64, text: ByteString, ends: Ends) -> Self {
        let cards = CARDS.get(collection.index).map(Vec::as_slice).unwrap_or_default();
        let card = runs(&ends, |place| cards.get(place).copied().unwrap_or_default());
        Self { seq, text, ends, card: card.into() }
    }

    /// Writes it as bytes: its text, and [`MEMBER_BYTES`] for each member. Answers how many of them are text.
    pub fn write_bytes(&self, out: &mut Vec<u8>) -> usize {
        out.extend_from_slice(self.text.as_bytes());
        for (member, end) in &self.ends {
            out.push(*member);
            out.extend_from_slice(&end.to_le_bytes());
        }
        self.text.len()
    }

    /// The document of a text and its members, as [`Document::write_bytes`] wrote them; `None` for anything else.
    pub fn from_bytes(collection: &Collection, seq: i64, text: Vec<u8>, members: &[u8]) -> Option<Self> {
        let end = |bytes: &[u8]| match bytes {
            [member, end @ ..] => Some((*member, u32::from_le_bytes(end.try_into().ok()?))),
            [] => None,
        };
        let ends: Option<Ends> = members.chunks(MEMBER_BYTES).map(end).collect();
        Some(Self::cut(collection, seq, ByteString::try_from(text).ok()?, ends?))
    }
}

/// The members that are shown, those that stand side by side in one piece.
fn runs(ends: &[(u8, u32)], shown: impl Fn(usize) -> bool) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut start = 0;
    for (place, end) in ends {
        if shown(usize::from(*place)) {
            match runs.last_mut() {
                Some((_, to)) if *to + 1 == start => *to = *end,
                _ => runs.push((start, *end)),
            }
        }
        start = end + 1;
    }
    runs
}
