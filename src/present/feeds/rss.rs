//! RSS 2.0, by the profile of the RSS Advisory Board: authors and rights by Dublin Core, the whole text in
//! `content:encoded`, links between pages by Atom.

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;

use super::feed::{Feed, FeedEntry, GENERATOR};
use crate::model::values::Instant;
use crate::present::xml::Xml;

const NAMESPACES: &[(&str, &str)] = &[
    ("version", "2.0"),
    ("xmlns:atom", "http://www.w3.org/2005/Atom"),
    ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
];

impl Feed {
    /// As RSS.
    pub fn rss(&self) -> String {
        let mut xml = Xml::default();
        xml.element("rss", NAMESPACES, |xml| {
            xml.element("channel", &[], |xml| {
                xml.text("title", &[], &self.title);
                xml.text("link", &[], &self.links.home);
                xml.text("description", &[], &self.about);
                self.lang.iter().for_each(|lang| xml.text("language", &[], lang));
                xml.text("lastBuildDate", &[], &date(self.updated));
                xml.text("generator", &[], GENERATOR);
                xml.text("dc:publisher", &[], &self.publisher);
                let links = &self.links;
                let around =
                    [("self", Some(&links.own)), ("previous", links.previous.as_ref()), ("next", links.next.as_ref())];
                for (relation, page) in around.iter().filter_map(|(relation, page)| Some((relation, (*page)?))) {
                    let attributes = [("rel", *relation), ("type", "application/rss+xml"), ("href", page.as_str())];
                    xml.element("atom:link", &attributes, |_| {});
                }
                self.entries.iter().for_each(|entry| write(xml, entry));
            });
        });
        xml.finish()
    }
}

fn write(xml: &mut Xml, entry: &FeedEntry) {
    xml.element("item", &[], |xml| {
        xml.text("title", &[], &entry.title);
        entry.url.iter().for_each(|url| xml.text("link", &[], url));
        xml.text("guid", &[("isPermaLink", "false")], &entry.id);
        xml.text("pubDate", &[], &date(entry.published));
        entry.authors.iter().for_each(|author| xml.text("dc:creator", &[], author));
        entry.topics.iter().for_each(|topic| xml.text("category", &[], &topic.label));
        xml.text("dc:language", &[], &entry.lang);
        xml.text("dc:rights", &[], &entry.rights);
        if !entry.summary.is_empty() {
            // A description is HTML to those who read it.
            xml.text("description", &[], &crate::present::xml::html_of(&entry.summary));
        }
        xml.text("content:encoded", &[], &entry.content);
    });
}

/// A date of RFC 822, with a year of four digits.
fn date(at: Instant) -> String {
    let at = Timestamp::from_millisecond(at.millis()).unwrap_or_default();
    DateTimePrinter::new().timestamp_to_rfc9110_string(&at).unwrap_or_default()
}
