//! Atom, with the links between pages of RFC 5005 and the one to the licence of RFC 4946.

use super::feed::{Feed, FeedEntry, GENERATOR};
use crate::present::xml::Xml;

const NAMESPACE: &str = "http://www.w3.org/2005/Atom";

impl Feed {
    /// As Atom.
    pub fn atom(&self) -> String {
        let mut xml = Xml::default();
        let mut attributes = vec![("xmlns", NAMESPACE)];
        attributes.extend(self.lang.iter().map(|lang| ("xml:lang", lang.as_str())));
        xml.element("feed", &attributes, |xml| {
            xml.text("id", &[], &self.links.first);
            xml.text("title", &[("type", "text")], &self.title);
            xml.text("subtitle", &[("type", "text")], &self.about);
            xml.text("updated", &[], &self.updated.to_string());
            xml.element("author", &[], |xml| xml.text("name", &[], &self.publisher));
            xml.text("generator", &[], GENERATOR);
            link(xml, "self", "application/atom+xml", &self.links.own);
            link(xml, "alternate", "text/html", &self.links.home);
            link(xml, "first", "application/atom+xml", &self.links.first);
            for (relation, page) in [("previous", &self.links.previous), ("next", &self.links.next)] {
                page.iter().for_each(|page| link(xml, relation, "application/atom+xml", page));
            }
            self.entries.iter().for_each(|entry| write(xml, entry));
        });
        xml.finish()
    }
}

fn link(xml: &mut Xml, relation: &str, media_type: &str, address: &str) {
    xml.element("link", &[("rel", relation), ("type", media_type), ("href", address)], |_| {});
}

fn write(xml: &mut Xml, entry: &FeedEntry) {
    xml.element("entry", &[("xml:lang", entry.lang.as_str())], |xml| {
        xml.text("id", &[], &entry.id);
        xml.text("title", &[("type", "text")], &entry.title);
        xml.text("published", &[], &entry.published.to_string());
        xml.text("updated", &[], &entry.updated.to_string());
        for author in &entry.authors {
            xml.element("author", &[], |xml| xml.text("name", &[], author));
        }
        for topic in &entry.topics {
            xml.element("category", &[("term", &topic.term), ("label", &topic.label)], |_| {});
        }
        entry.url.iter().for_each(|url| link(xml, "alternate", "text/html", url));
        entry.document.iter().for_each(|document| link(xml, "related", "application/json", document));
        if let Some(licence) = &entry.licence {
            xml.element("link", &[("rel", "license"), ("href", licence)], |_| {});
        }
        xml.text("rights", &[("type", "text")], &entry.rights);
        if !entry.summary.is_empty() {
            xml.text("summary", &[("type", "text")], &entry.summary);
        }
        xml.text("content", &[("type", "html")], &entry.content);
    });
}
