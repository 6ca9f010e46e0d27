//! The card of an entry: an article with what it is, its body, its topics, and whose it is under which licence.

use maud::{Markup, html};
use serde_json::{Map, Value};

use super::bodies::BODIES;
use super::page::Frame;
use crate::model::Collection;
use crate::present::licence::{licence_name, licence_page};
use crate::present::members::Members;
use crate::present::words::Words;
use crate::query::direction;

/// A card on its way.
pub struct Card<'a> {
    /// Where it is shown.
    pub frame: &'a Frame<'a>,
    /// The entry's collection.
    pub collection: &'static Collection,
    /// The entry's document.
    pub members: Members<'a>,
    /// The words around it.
    pub words: &'static Words,
    /// Whether the words are in another language than the entry.
    pub foreign: bool,
    /// The level of its title.
    pub level: u8,
    /// Whether it is one of a list, and goes without prose.
    pub compact: bool,
}

/// The most topics that a card names.
const MOST_TOPICS: usize = 10;

impl<'a> Card<'a> {
    /// The card of a document.
    pub fn of(frame: &'a Frame<'a>, collection: &'static Collection, document: &'a Map<String, Value>) -> Self {
        let members = Members(document);
        let lang = members.text("lang").unwrap_or("en");
        let words = Words::of(lang);
        let foreign = lang.split('-').next() != Some(words.lang);
        Self { frame, collection, members, words, foreign, level: frame.appearance.heading, compact: false }
    }

    /// The same in a list: smaller, its title a level further down.
    #[must_use]
    pub fn in_list(self) -> Self {
        Self { level: (self.level + 1).min(6), compact: true, ..self }
    }

    /// The language of the entry's text.
    pub fn lang(&self) -> &'a str {
        self.members.text("lang").unwrap_or("en")
    }

    /// The entry's page on the site.
    pub fn page(&self) -> &'a str {
        self.members.inside("links").and_then(|links| links.text("html")).unwrap_or_default()
    }

    /// The article.
    pub fn article(&self) -> Markup {
        let own = BODIES.iter().find(|(name, _, _)| *name == self.collection.name);
        let kind = own.and_then(|(_, kind, _)| self.members.text((*kind)?)).map(|kind| self.words.value(kind));
        let kind = kind.filter(|kind| kind != self.words.one(self.collection.name));
        let class = format!("rights-hub rh-{}{}", self.collection.name, if self.compact { " rh-compact" } else { "" });
        html! {
            article class=(class) lang=(self.lang()) dir=(direction(self.lang())) {
                header {
                    p.rh-kind {
                        (self.ours(self.words.one(self.collection.name)))
                        @if let Some(kind) = kind { span.rh-sort { (self.ours(&kind)) } }
                    }
                    (self.title())
                    @if let Some(summary) = self.members.text("summary") { p.rh-summary { bdi { (summary) } } }
                    (self.notice())
                }
                @if let Some((_, _, body)) = own { div.rh-body { (body(self)) } }
                footer {
                    @if !self.compact { (self.topics()) }
                    (self.attribution())
                }
            }
        }
    }

    fn title(&self) -> Markup {
        let level = self.level;
        let title = html! { a href=(self.page()) { bdi { (self.members.text("title").unwrap_or_default()) } } };
        maud::PreEscaped(format!("<h{level} class=\"rh-title\">{}</h{level}>", title.0))
    }

    /// Why what was withdrawn was withdrawn.
    fn notice(&self) -> Markup {
        let notice = self.members.inside("notice");
        html! {
            @if let Some(notice) = notice {
                p.rh-notice {
                    strong { (self.say("withdrawn")) }
                    @if let Some(explanation) = notice.text("explanation") { " " bdi { (explanation) } }
                }
            }
        }
    }

    fn topics(&self) -> Markup {
        let topics: Vec<Members<'_>> = self.members.list("topics").take(MOST_TOPICS).collect();
        html! {
            @if !topics.is_empty() {
                (self.heading(1, &self.say("topics")))
                ul.rh-subjects { @for topic in topics { li { (self.name(topic)) } } }
            }
        }
    }

    /// Whose the entry is, under which licence, and which hub shows it.
    fn attribution(&self) -> Markup {
        let line = self.members.inside("attribution");
        let source = self.members.inside("source");
        let text = line.and_then(|line| line.text("text")).or_else(|| source?.text("publisher"));
        let address = line.and_then(|line| line.text("url")).or_else(|| source?.text("url"));
        let licence = line.and_then(|line| line.text("licence")).or_else(|| self.members.text("licence"));
        html! {
            p.rh-attribution {
                @if let Some(text) = text {
                    @match address {
                        Some(address) => a href=(address) rel="noopener author" { bdi { (text) } },
                        None => bdi { (text) },
                    }
                    span.rh-dot aria-hidden="true" { " · " }
                }
                @if let Some(licence) = licence {
                    (self.say("licence")) ": "
                    @match licence_page(licence) {
                        Some(page) => a href=(page) rel="license noopener" { bdi { (licence_name(licence)) } },
                        None => bdi { (licence) },
                    }
                    span.rh-dot aria-hidden="true" { " · " }
                }
                a href=(self.frame.site.public_url) rel="noopener" { bdi { (self.frame.hub) } }
            }
        }
    }
}
