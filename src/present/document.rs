//! A public entry rendered once: its members as JSON, end to end in one text, so that any view or choice of fields is
//! put together from slices without parsing or serialising again.

use std::sync::LazyLock;

use bytestring::ByteString;
use serde_json::{Map, Value, json};

use super::markdown::to_html;
use super::pieces::Sink;
use crate::catalogue::{Card, CardLink, Snapshot};
use crate::model::{self, COLLECTIONS, Channel, Collection, Entry, Record, TextKind};
use crate::query::{Shape, View, encode};

/// Where the hub and the site it feeds are on the web; both without a slash at the end.
#[derive(Debug, Clone)]
pub struct Site {
    /// The hub's own address, for links that must be absolute.
    pub public_url: String,
    /// The site whose pages show the entries.
    pub site_url: String,
}

impl Site {
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
    ends: Box<[(u8, u32)]>,
}

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
        if shape.fields.is_none() && shape.view == View::Full {
            return out.share(&self.text, &self.text);
        }
        let members = model::members(collection);
        let card = shape.fields.is_none().then(|| CARDS.get(collection.index)).flatten();
        // What is shown and stands side by side is one piece.
        let (mut first, mut start, mut run) = (true, 0, None);
        for (member, end) in &self.ends {
            let place = usize::from(*member);
            let shown = match card {
                Some(card) => card.get(place).copied().unwrap_or_default(),
                None => is_shown(collection, shape, members.get(place).map_or("", String::as_str)),
            };
            match (shown, run) {
                (true, None) => run = Some((start, *end)),
                (true, Some((from, _))) => run = Some((from, *end)),
                (false, Some(run)) => self.write_run(run, &mut first, out),
                (false, None) => {}
            }
            if !shown {
                run = None;
            }
            start = *end + 1;
        }
        if let Some(run) = run {
            self.write_run(run, &mut first, out);
        }
    }

    fn write_run(&self, (from, to): (u32, u32), first: &mut bool, out: &mut impl Sink) {
        if !std::mem::take(first) {
            out.push_str(",");
        }
        out.share(&self.text, self.text.get(from as usize..to as usize).unwrap_or_default());
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
        (self.text.len() + self.ends.len() * 8 + 128) as u64
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

/// What rendering needs beside the entry itself.
pub struct Renderer<'a> {
    /// For the references.
    pub snapshot: &'a Snapshot,
    /// For the links.
    pub site: &'a Site,
}

impl Renderer<'_> {
    /// Renders an entry. `translated` are the translated members of the variant's language, unless that is the source.
    pub fn render(
        &self,
        collection: &Collection,
        entry: &Entry,
        record: &dyn Record,
        card: &Card,
        variant: Variant,
        translated: Option<(&str, &Map<String, Value>)>,
    ) -> serde_json::Result<Document> {
        let Value::Object(mut members) = serde_json::to_value(entry)? else { return Ok(Document::empty()) };
        members.append(&mut record.members()?);
        if let Some((title, texts)) = translated {
            members.insert("title".to_owned(), json!(title));
            for (name, text) in texts {
                members.insert(name.clone(), text.clone());
            }
        }
        let languages = card.languages();
        let lang = languages.get(usize::from(variant.language)).copied().unwrap_or_default();
        members.insert("lang".to_owned(), json!(lang));
        members.insert("lang_fallback".to_owned(), json!(variant.fallback));
        members.insert("translations".to_owned(), translations(card));
        members.insert("links".to_owned(), self.links(entry));
        self.relations(collection, card, lang, variant.channel, &mut members);
        if variant.html {
            prose_to_html(collection, &mut members);
        }
        Document::pack(collection, entry.seq, &members)
    }

    pub(super) fn links(&self, entry: &Entry) -> Value {
        let (collection, id, slug) = (&entry.collection, &entry.id, &entry.slug);
        let html = format!("{}/{collection}/{slug}", self.site.site_url);
        json!({
            "self": format!("/v1/{collection}/{id}"),
            "html": html,
            "embed": format!("/embed/{collection}/{id}"),
            "oembed": format!("/oembed?url={}", encode(&html)),
        })
    }

    /// Puts the references of every relation where the model has them, to what may appear in the channel.
    fn relations(
        &self,
        collection: &Collection,
        card: &Card,
        lang: &str,
        channel: Channel,
        members: &mut Map<String, Value>,
    ) {
        let shown: Vec<&CardLink> =
            card.links.iter().filter(|link| self.snapshot.allows(link.target, channel)).collect();
        for (place, relation) in (0u8..).zip(collection.relations) {
            let links = || shown.iter().copied().filter(move |link| link.relation == place);
            match relation.within {
                None if relation.many => {
                    let references = links().filter_map(|link| self.reference(link, lang)).collect();
                    members.insert(relation.name.to_owned(), Value::Array(references));
                }
                None => {
                    if let Some(reference) = links().find_map(|link| self.reference(link, lang)) {
                        members.insert(relation.name.to_owned(), reference);
                    }
                }
                Some(list) => {
                    let Some(Value::Array(parts)) = members.get_mut(list) else { continue };
                    for (part, element) in parts.iter_mut().enumerate() {
                        let inside = links().filter(|link| usize::from(link.part) == part);
                        let references = inside.filter_map(|link| self.reference(link, lang)).collect();
                        if let Some(element) = element.as_object_mut() {
                            element.insert(relation.name.to_owned(), Value::Array(references));
                        }
                    }
                }
            }
        }
    }

    fn reference(&self, link: &CardLink, lang: &str) -> Option<Value> {
        let mut reference = reference(self.snapshot, link.target, lang)?;
        if let (Some(words), Some(members)) = (&link.words, reference.as_object_mut()) {
            for (name, word) in [("role", &words.role), ("note", &words.note)] {
                if let Some(word) = word {
                    members.insert(name.to_owned(), json!(word));
                }
            }
        }
        Some(reference)
    }
}

/// The short form in which an entry is named, with its title in `lang` where it has one.
pub fn reference(snapshot: &Snapshot, node: crate::catalogue::Node, lang: &str) -> Option<Value> {
    let card = snapshot.card(node)?;
    let collection = COLLECTIONS.get(node.collection())?.name;
    Some(json!({
        "type": collection,
        "id": card.id,
        "slug": card.slug,
        "title": card.title_in(lang),
        "href": format!("/v1/{collection}/{}", card.id),
    }))
}

/// The languages in which an entry exists beside its source.
fn translations(card: &Card) -> Value {
    let languages = card.translations.iter().map(|translation| {
        json!({ "lang": translation.lang, "status": if translation.outdated { "outdated" } else { "current" } })
    });
    Value::Array(languages.collect())
}

fn prose_to_html(collection: &Collection, members: &mut Map<String, Value>) {
    let convert = |value: &mut Value| {
        if let Value::String(markdown) = value {
            *markdown = to_html(markdown);
        }
    };
    for text in collection.texts {
        let Some(value) = members.get_mut(text.field) else { continue };
        match (text.kind, value) {
            (TextKind::Prose, value) => convert(value),
            (TextKind::Parts(prose), Value::Array(parts)) => {
                for element in parts.iter_mut().filter_map(Value::as_object_mut) {
                    for name in prose {
                        element.get_mut(*name).into_iter().for_each(convert);
                    }
                }
            }
            _ => {}
        }
    }
}

impl Document {
    fn empty() -> Self {
        Self { seq: 0, text: ByteString::new(), ends: Box::default() }
    }

    fn pack(collection: &Collection, seq: i64, members: &Map<String, Value>) -> serde_json::Result<Self> {
        let mut text = String::with_capacity(4096);
        let mut ends = Vec::with_capacity(members.len());
        for (place, name) in (0u8..).zip(model::members(collection)) {
            if let Some(value) = members.get(name.as_str()) {
                if !text.is_empty() {
                    text.push(',');
                }
                text.push_str(&serde_json::to_string(name)?);
                text.push(':');
                text.push_str(&serde_json::to_string(value)?);
                ends.push((place, text.len() as u32));
            }
        }
        // What is kept has no room to spare.
        Ok(Self { seq, text: text.into_boxed_str().into(), ends: ends.into() })
    }
}
