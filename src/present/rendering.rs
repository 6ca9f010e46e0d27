//! Rendering an entry: what stands in its row, in the catalogue and in the languages it has, as one document.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::document::{Document, Site, Variant};
use super::markdown::to_html;
use super::reference::Reference;
use crate::catalogue::{Card, CardLink, Snapshot};
use crate::model::parts::Parts;
use crate::model::{Collection, Entry, Record, TextKind};
use crate::query::encode;

/// What rendering needs beside the entry itself.
pub struct Renderer<'a> {
    /// For the references.
    pub snapshot: &'a Snapshot,
    /// For the links.
    pub site: &'a Site,
}

/// What is rendered: an entry as the tables and the catalogue have it.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// Its collection.
    pub collection: &'a Collection,
    /// Its envelope.
    pub entry: &'a Entry,
    /// Its own fields.
    pub record: &'a dyn Record,
    /// Its card.
    pub card: &'a Card,
}

/// The translated members of an entry in one language: title and others.
pub type Translated<'a> = (&'a str, &'a Map<String, Value>);

/// Where an entry is found.
#[derive(Serialize)]
struct Links {
    #[serde(rename = "self")]
    own: String,
    html: String,
    embed: String,
    oembed: String,
}

impl Renderer<'_> {
    /// Renders an entry. `translated` is there unless the variant's language is the source.
    ///
    /// # Errors
    /// When the entry is no JSON.
    pub fn render(
        &self,
        subject: Subject<'_>,
        variant: Variant,
        translated: Option<Translated<'_>>,
    ) -> serde_json::Result<Document> {
        let mut parts = self.parts(subject, variant, translated)?;
        let translations: Vec<Value> = subject
            .card
            .translations
            .iter()
            .map(|one| json!({ "lang": one.lang, "status": if one.outdated { "outdated" } else { "current" } }))
            .collect();
        parts.put("translations", |out| serde_json::to_writer(out, &translations))?;
        Document::of(subject.collection, subject.entry.seq, parts)
    }

    /// The members of an entry, but for its translations.
    pub(super) fn parts(
        &self,
        Subject { collection, entry, record, card }: Subject<'_>,
        variant: Variant,
        translated: Option<Translated<'_>>,
    ) -> serde_json::Result<Parts> {
        let mut parts = Parts::of(collection);
        parts.write(entry)?;
        record.write(&mut parts)?;
        if let Some((title, texts)) = translated {
            parts.put("title", |out| serde_json::to_writer(out, title))?;
            parts.write(texts)?;
        }
        let languages = card.languages();
        let lang = languages.get(usize::from(variant.language)).copied().unwrap_or_default();
        parts.put("lang", |out| serde_json::to_writer(out, lang))?;
        parts.put("lang_fallback", |out| serde_json::to_writer(out, &variant.fallback))?;
        parts.put("links", |out| serde_json::to_writer(out, &self.links(entry)))?;
        let shown: Vec<&CardLink> =
            card.links.iter().filter(|link| self.snapshot.allows(link.target, variant.channel)).collect();
        self.relations(collection, &shown, lang, &mut parts)?;
        if variant.html {
            prose_to_html(collection, &mut parts)?;
        }
        Ok(parts)
    }

    /// The addresses of an entry.
    pub(super) fn links(&self, entry: &Entry) -> impl Serialize {
        let Entry { collection, id, slug, .. } = entry;
        let html = format!("{}/{collection}/{slug}", self.site.site_url);
        Links {
            own: format!("/v1/{collection}/{id}"),
            embed: format!("/embed/{collection}/{id}"),
            oembed: format!("/oembed?url={}", encode(&html)),
            html,
        }
    }

    /// Puts the references of every relation where the model has them.
    fn relations(
        &self,
        collection: &Collection,
        shown: &[&CardLink],
        lang: &str,
        parts: &mut Parts,
    ) -> serde_json::Result<()> {
        for (place, relation) in (0u8..).zip(collection.relations) {
            let links = || shown.iter().copied().filter(move |link| link.relation == place);
            match relation.within {
                None if relation.many => {
                    let references: Vec<_> =
                        links().filter_map(|link| Reference::of(self.snapshot, link, lang)).collect();
                    parts.put(relation.name, |out| serde_json::to_writer(out, &references))?;
                }
                None => {
                    if let Some(reference) = links().find_map(|link| Reference::of(self.snapshot, link, lang)) {
                        parts.put(relation.name, |out| serde_json::to_writer(out, &reference))?;
                    }
                }
                Some(list) => change_elements(parts, list, |part, element| {
                    let inside = links().filter(|link| usize::from(link.part) == part);
                    let references: Vec<_> =
                        inside.filter_map(|link| Reference::of(self.snapshot, link, lang)).collect();
                    element.insert(relation.name.to_owned(), json!(references));
                })?,
            }
        }
        Ok(())
    }
}

fn prose_to_html(collection: &Collection, parts: &mut Parts) -> serde_json::Result<()> {
    for text in collection.texts {
        match text.kind {
            TextKind::Plain => {}
            TextKind::Prose => {
                let Some(markdown) = parts.get(text.field) else { continue };
                let html = to_html(&serde_json::from_slice::<String>(markdown)?);
                parts.put(text.field, |out| serde_json::to_writer(out, &html))?;
            }
            TextKind::Parts(prose) => change_elements(parts, text.field, |_, element| {
                for name in prose {
                    if let Some(Value::String(markdown)) = element.get_mut(*name) {
                        *markdown = to_html(markdown);
                    }
                }
            })?,
        }
    }
    Ok(())
}

/// Shows each element of a list of objects, with its place, to `change`.
fn change_elements(
    parts: &mut Parts,
    list: &str,
    mut change: impl FnMut(usize, &mut Map<String, Value>),
) -> serde_json::Result<()> {
    let Some(written) = parts.get(list) else { return Ok(()) };
    let mut elements: Vec<Map<String, Value>> = serde_json::from_slice(written)?;
    elements.iter_mut().enumerate().for_each(|(place, element)| change(place, element));
    parts.put(list, |out| serde_json::to_writer(out, &elements))
}
