//! The format `oai_dc`: an entry in the fifteen elements of Dublin Core.

use serde_json::{Map, Value};

use crate::model::Collection;
use crate::present::Site;
use crate::present::members::Members;
use crate::present::xml::Xml;

/// The namespace of the format.
pub const NAMESPACE: &str = "http://www.openarchives.org/OAI/2.0/oai_dc/";
/// Where its schema is.
pub const SCHEMA: &str = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd";
const ELEMENTS: &str = "http://purl.org/dc/elements/1.1/";

/// What a relation is in Dublin Core, by its name or, before that, by collection and name. One that names authors is a
/// `dc:creator`, every other one a `dc:relation`.
const RELATIONS: &[(&str, &str)] = &[
    ("topics", "dc:subject"),
    ("rights", "dc:subject"),
    ("publishers", "dc:publisher"),
    ("partners", "dc:contributor"),
    ("funders", "dc:contributor"),
    ("speakers", "dc:contributor"),
    ("case-studies.organisations", "dc:contributor"),
    ("testimonies.organisation", "dc:contributor"),
    ("news.organisations", "dc:subject"),
    ("news.people", "dc:subject"),
];

/// What entries are in the words of the DCMI, by collection or, before that, by collection and kind; those of other
/// collections are none of them.
const TYPES: &[(&str, &str)] = &[
    ("case-studies", "Text"),
    ("courses", "InteractiveResource"),
    ("evaluations", "Text"),
    ("events", "Event"),
    ("guides", "Text"),
    ("instruments", "Text"),
    ("news", "Text"),
    ("pages", "Text"),
    ("resources", "Text"),
    ("resources.video", "MovingImage"),
    ("rights", "Text"),
    ("testimonies", "Text"),
];

/// Where an entry says when it is from; otherwise it is from when it was published.
const DATES: &[&str] = &["published_on", "said_on", "adopted_on", "starts_on", "starts_at"];

/// Prose that says what an entry is about, beside its summary.
const DESCRIPTIONS: &[&str] = &["abstract", "description", "biography", "explanation"];

/// Closed lists that say of which kind an entry is.
const KINDS: &[&str] = &["kind", "category", "strand", "delivery"];

fn find<'a>(table: &[(&str, &'a str)], key: &str) -> Option<&'a str> {
    table.iter().find(|(name, _)| *name == key).map(|(_, found)| *found)
}

fn dc(xml: &mut Xml, inside: impl FnOnce(&mut Xml)) {
    let schema = format!("{NAMESPACE} {SCHEMA}");
    let attributes = [("xmlns:oai_dc", NAMESPACE), ("xmlns:dc", ELEMENTS), ("xsi:schemaLocation", schema.as_str())];
    xml.element("oai_dc:dc", &attributes, inside);
}

/// Writes a description and nothing else, as sets have it.
pub fn describe(xml: &mut Xml, description: &str) {
    dc(xml, |xml| xml.text("dc:description", &[], description));
}

/// Writes the metadata of an entry.
pub fn write(xml: &mut Xml, collection: &Collection, document: &Map<String, Value>, site: &Site, publisher: &str) {
    let members = Members(document);
    dc(xml, |xml| {
        texts(xml, members);
        let published = relations(xml, collection, members, site);
        if !published {
            xml.text("dc:publisher", &[], publisher);
        }
        if members.0.get("speaker").is_none() {
            put(xml, "dc:creator", members.text("attribution_line"));
        }
        put(xml, "dc:date", DATES.iter().find_map(|name| members.day(name)).or(members.day("published_at")));
        let kind = format!("{}.{}", collection.name, members.text("kind").unwrap_or_default());
        put(xml, "dc:type", find(TYPES, &kind).or(find(TYPES, collection.name)));
        xml.text("dc:type", &[], &collection.singular.replace('_', " "));
        KINDS.iter().for_each(|name| put(xml, "dc:type", members.text(name)));
        let mut formats: Vec<&str> = members.list("formats").filter_map(|format| format.text("media_type")).collect();
        formats.sort_unstable();
        formats.dedup();
        formats.iter().for_each(|format| xml.text("dc:format", &[], format));
        identifiers(xml, members, site);
        put(xml, "dc:language", members.text("lang"));
        members.list("translations").for_each(|translation| put(xml, "dc:language", translation.text("lang")));
        for name in ["country", "locality", "jurisdiction"] {
            put(xml, "dc:coverage", members.text(name));
        }
        put(xml, "dc:rights", members.text("licence"));
        put(xml, "dc:rights", members.inside("attribution").and_then(|line| line.text("text")));
        let source = members.inside("source");
        put(xml, "dc:source", source.and_then(|source| source.text("title")));
        put(xml, "dc:source", source.and_then(|source| source.text("url")));
    });
}

fn put(xml: &mut Xml, element: &str, text: Option<&str>) {
    if let Some(text) = text {
        xml.text(element, &[], text);
    }
}

/// Titles and descriptions, in every language.
fn texts(xml: &mut Xml, members: Members<'_>) {
    let languages = || std::iter::once(members).chain(members.list("translations"));
    for (element, name) in [("dc:title", "title"), ("dc:description", "summary")] {
        for version in languages() {
            if let (Some(lang), Some(text)) = (version.text("lang"), version.text(name)) {
                xml.text(element, &[("xml:lang", lang)], text);
            }
        }
    }
    for version in languages() {
        let lang = version.text("lang").unwrap_or_default();
        for text in DESCRIPTIONS.iter().filter_map(|name| version.prose(name)) {
            xml.text("dc:description", &[("xml:lang", lang)], &text);
        }
    }
}

/// What the entry names; answers whether a publisher was among it.
fn relations(xml: &mut Xml, collection: &Collection, members: Members<'_>, site: &Site) -> bool {
    let mut published = false;
    for relation in collection.relations.iter().filter(|relation| relation.within.is_none()) {
        let own = format!("{}.{}", collection.name, relation.name);
        let element =
            find(RELATIONS, &own).or(find(RELATIONS, relation.name)).or(relation.author.then_some("dc:creator"));
        for reference in members.list(relation.name) {
            match element {
                Some(element) => put(xml, element, reference.text("title")),
                None => {
                    let address = reference.text("href").map(|href| format!("{}{href}", site.public_url));
                    put(xml, "dc:relation", address.as_deref());
                }
            }
            published |= element == Some("dc:publisher");
        }
    }
    published
}

/// Where the entry is, and what others call it.
fn identifiers(xml: &mut Xml, members: Members<'_>, site: &Site) {
    let links = members.inside("links");
    put(xml, "dc:identifier", links.and_then(|links| links.text("html")));
    if let Some(own) = links.and_then(|links| links.text("self")) {
        xml.text("dc:identifier", &[], &format!("{}{own}", site.public_url));
    }
    for identifier in members.list("identifiers") {
        if let (Some(scheme), Some(value)) = (identifier.text("scheme"), identifier.text("value")) {
            match value.contains("://") {
                true => xml.text("dc:identifier", &[], value),
                false => xml.text("dc:identifier", &[], &format!("{scheme}:{value}")),
            }
        }
    }
}
