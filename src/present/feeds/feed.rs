//! What every feed is made of, read from documents once.

use serde_json::{Map, Value};

use super::content::content;
use crate::model::Collection;
use crate::model::values::Instant;
use crate::present::Site;
use crate::present::licence::licence_page;
use crate::present::members::Members;

/// Where a page of a feed is and those around it; all of them absolute.
#[derive(Debug, Clone, Default)]
pub struct FeedLinks {
    /// This page.
    pub own: String,
    /// The first page, by which the feed is known.
    pub first: String,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// The same for people.
    pub home: String,
}

/// A page of a feed.
#[derive(Debug)]
pub struct Feed {
    /// Its title.
    pub title: String,
    /// What it holds.
    pub about: String,
    /// Who publishes it.
    pub publisher: String,
    /// Where it is.
    pub links: FeedLinks,
    /// When any of it last changed.
    pub updated: Instant,
    /// Its language, if all of it has one and the same.
    pub lang: Option<String>,
    /// Its entries, in order.
    pub entries: Vec<FeedEntry>,
}

/// An entry of a feed.
#[derive(Debug)]
pub struct FeedEntry {
    /// `urn:uuid:` and the entry's id: for ever the same, wherever the hub moves.
    pub id: String,
    /// Title, plain text.
    pub title: String,
    /// Summary, plain text.
    pub summary: String,
    /// What it says, sanitised HTML.
    pub content: String,
    /// Its language.
    pub lang: String,
    /// When it was first published.
    pub published: Instant,
    /// When its text last changed.
    pub updated: Instant,
    /// The site's page of it.
    pub url: Option<String>,
    /// Its document.
    pub document: Option<String>,
    /// Who made it.
    pub authors: Vec<String>,
    /// Its topics.
    pub topics: Vec<FeedTopic>,
    /// Where its licence stands.
    pub licence: Option<String>,
    /// Licence and the line that must be shown, in words.
    pub rights: String,
}

/// A topic of an entry.
#[derive(Debug)]
pub struct FeedTopic {
    /// Its slug.
    pub term: String,
    /// Its title.
    pub label: String,
}

impl Feed {
    /// Reads the entries of a page. `updated` is taken as it is when there are none.
    pub fn read(mut self, collection: &Collection, documents: &[Map<String, Value>], site: &Site) -> Self {
        self.entries = documents.iter().map(|document| FeedEntry::read(collection, Members(document), site)).collect();
        if let Some(newest) = self.entries.iter().map(|entry| entry.updated).max() {
            self.updated = newest;
        }
        let mut languages = self.entries.iter().map(|entry| &entry.lang);
        self.lang = languages.next().filter(|first| languages.all(|other| other == *first)).cloned();
        self
    }
}

impl FeedEntry {
    fn read(collection: &Collection, members: Members<'_>, site: &Site) -> Self {
        let text = |name: &str| members.text(name).unwrap_or_default().to_owned();
        let at = |name: &str| members.text(name).and_then(|at| at.parse().ok()).unwrap_or(Instant::from_millis(0));
        let links = members.inside("links");
        let relations = collection.relations.iter().filter(|relation| relation.author && relation.within.is_none());
        let authors = relations.flat_map(|relation| members.list(relation.name));
        let topics = members.list("topics").filter_map(|topic| {
            Some(FeedTopic { term: topic.text("slug")?.to_owned(), label: topic.text("title")?.to_owned() })
        });
        let line = members.inside("attribution").and_then(|line| line.text("text"));
        Self {
            id: format!("urn:uuid:{}", text("id")),
            title: text("title"),
            summary: text("summary"),
            content: content(collection, members),
            lang: text("lang"),
            published: at("published_at"),
            updated: at("updated_at"),
            url: links.and_then(|links| links.text("html")).map(str::to_owned),
            document: links.and_then(|links| links.text("self")).map(|own| format!("{}{own}", site.public_url)),
            authors: authors.filter_map(|author| author.text("title")).map(str::to_owned).collect(),
            topics: topics.collect(),
            licence: members.text("licence").and_then(licence_page),
            rights: [members.text("licence"), line].into_iter().flatten().collect::<Vec<&str>>().join(": "),
        }
    }
}

/// What made the feed.
pub const GENERATOR: &str = concat!("Rights Hub ", env!("CARGO_PKG_VERSION"));
