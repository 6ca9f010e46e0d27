//! What bodies of cards are built of: prose, facts, names of other entries, links.

use maud::{Markup, PreEscaped, html};

use super::card::Card;
use super::dates;
use super::excerpt::excerpt;
use crate::present::members::Members;
use crate::present::words::autonym;
use crate::query::direction;

/// What a card shows of a long text, in characters.
const LONG: usize = 700;
/// What it shows of one of several.
const SHORT: usize = 320;
/// The most members of a list inside a card.
const MOST: usize = 12;

/// A fact: its label and what it says; nothing, where the entry does not say it.
pub type Fact = Option<(&'static str, Markup)>;

impl Card<'_> {
    /// A label; marked as English, where the card's language has no words.
    pub fn say(&self, key: &str) -> Markup {
        self.ours(self.words.label(key))
    }

    /// Words of the interface.
    pub fn ours(&self, text: &str) -> Markup {
        match self.foreign {
            true => html! { span lang=(self.words.lang) dir="ltr" { (text) } },
            false => html! { (text) },
        }
    }

    /// A heading below the title, one level down for each `depth`.
    pub fn heading(&self, depth: u8, inner: &Markup) -> Markup {
        let level = (self.level + depth).min(6);
        PreEscaped(format!("<h{level} class=\"rh-label\">{}</h{level}>", inner.0))
    }

    /// Prose under its label; without a label, only the prose. A card in a list goes without it.
    pub fn prose(&self, label: &str, field: &str) -> Markup {
        let Some(text) = self.members.text(field).filter(|_| !self.compact) else { return html! {} };
        html! {
            @if label.is_empty() {
                div.rh-prose { (self.excerpt(text, LONG)) }
            } @else {
                section.rh-prose { (self.heading(1, &self.say(label))) (self.excerpt(text, LONG)) }
            }
        }
    }

    /// The beginning of a text; what follows it is on the entry's page.
    pub fn excerpt(&self, text: &str, most: usize) -> Markup {
        let (html, more) = excerpt(text, most);
        html! {
            (PreEscaped(html))
            @if more { p.rh-more { a href=(self.page()) { (self.say("more")) } } }
        }
    }

    /// The prose of a member of a list.
    pub fn short(&self, member: Members<'_>, field: &str) -> Markup {
        let text = member.text(field).map(|text| excerpt(text, SHORT).0);
        html! { @if let Some(text) = text { (PreEscaped(text)) } }
    }

    /// Facts side by side.
    pub fn facts(&self, facts: impl IntoIterator<Item = Fact>) -> Markup {
        let facts: Vec<(&str, Markup)> = facts.into_iter().flatten().collect();
        html! {
            @if !facts.is_empty() {
                dl.rh-facts {
                    @for (label, value) in &facts {
                        div { dt { (self.say(label)) } dd { (value) } }
                    }
                }
            }
        }
    }

    /// A line of text.
    pub fn line(&self, label: &'static str, field: &str) -> Fact {
        self.members.text(field).map(|text| (label, html! { bdi { (text) } }))
    }

    /// A value of a closed list.
    pub fn value(&self, label: &'static str, field: &str) -> Fact {
        self.members.text(field).map(|value| (label, self.ours(&self.words.value(value))))
    }

    /// Values of a list, closed or open.
    pub fn values(&self, label: &'static str, field: &str) -> Fact {
        let values: Vec<String> = self.members.words(field).map(|value| self.words.value(value)).collect();
        (!values.is_empty()).then(|| (label, self.ours(&values.join(&self.words.list))))
    }

    /// Words as they are.
    pub fn words(&self, label: &'static str, field: &str) -> Fact {
        let words: Vec<Markup> = self.members.words(field).take(MOST).map(|word| html! { bdi { (word) } }).collect();
        (!words.is_empty()).then(|| (label, self.joined(&words)))
    }

    /// A date.
    pub fn date(&self, label: &'static str, field: &str) -> Fact {
        self.members.day(field).map(|day| (label, dates::date(self.words, day)))
    }

    /// A period.
    pub fn period(&self, label: &'static str, from: &str, to: &str) -> Fact {
        let period = dates::period(self.words, self.members.day(from), self.members.day(to));
        period.map(|period| (label, period))
    }

    /// Languages, by their own names.
    pub fn languages(&self, label: &'static str, field: &str) -> Fact {
        let names: Vec<Markup> = self.members.words(field).map(language).collect();
        (!names.is_empty()).then(|| (label, self.joined(&names)))
    }

    /// A link, shown by its host.
    pub fn link(&self, label: &'static str, field: &str) -> Fact {
        let address = self.members.text(field)?;
        Some((label, html! { a href=(address) rel="noopener" { (host(address)) } }))
    }

    /// The entries that a relation names.
    pub fn names(&self, label: &'static str, relation: &str) -> Fact {
        let names: Vec<Markup> = self.members.list(relation).take(MOST).map(|named| self.name(named)).collect();
        (!names.is_empty()).then(|| (label, self.joined(&names)))
    }

    /// An entry by its title, and what it does here.
    pub fn name(&self, named: Members<'_>) -> Markup {
        let (kind, slug) = (named.text("type").unwrap_or_default(), named.text("slug").unwrap_or_default());
        html! {
            a href=(format!("{}/{kind}/{slug}", self.frame.site.site_url)) { bdi { (named.text("title").unwrap_or(slug)) } }
            @if let Some(role) = named.text("role") { " (" bdi { (role) } ")" }
        }
    }

    /// The rights that an entry names, each with how it matters.
    pub fn rights(&self, label: &str) -> Markup {
        let rights: Vec<Members<'_>> = self.members.list("rights").take(MOST).collect();
        html! {
            @if !rights.is_empty() {
                section.rh-engaged {
                    (self.heading(1, &self.say(label)))
                    ul {
                        @for right in rights {
                            li {
                                (self.name(right))
                                @if let Some(note) = right.text("note").filter(|_| !self.compact) {
                                    span.rh-note { bdi { (note) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn joined(&self, parts: &[Markup]) -> Markup {
        let parts: Vec<&str> = parts.iter().map(|part| part.0.as_str()).collect();
        PreEscaped(parts.join(&self.words.list))
    }
}

/// A language by its own name.
pub fn language(tag: &str) -> Markup {
    html! { span lang=(tag) dir=(direction(tag)) { (autonym(tag)) } }
}

/// The host of an address; all of it, where there is none.
pub fn host(address: &str) -> String {
    let host = url::Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned));
    host.map_or_else(|| address.to_owned(), |host| host.trim_start_matches("www.").to_owned())
}
