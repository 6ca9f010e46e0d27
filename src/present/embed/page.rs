//! The pages that are shown in frames: a card, a list of cards, or what stands in the place of what is not there.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::{Map, Value};

use super::card::Card;
use super::style::stylesheet_address;
use crate::model::Collection;
use crate::present::json_ld::json_ld;
use crate::present::words::{Words, filled};
use crate::present::{PageEntry, Site};
use crate::query::{Appearance, direction, encode};

/// Where an embed is shown and how it looks.
pub struct Frame<'a> {
    /// Where the hub and its site are.
    pub site: &'a Site,
    /// The hub's name.
    pub hub: &'a str,
    /// How it looks.
    pub appearance: Appearance,
}

/// Why there is no card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// What was public is removed.
    Gone,
    /// Nothing is, or may be shown, at this address.
    Missing,
}

/// The card of an entry, in a page of its own unless only the fragment is asked for.
///
/// # Errors
/// None that a document could raise.
pub fn card_page(frame: &Frame<'_>, entry: &PageEntry) -> serde_json::Result<String> {
    let document = entry.value()?;
    let card = Card::of(frame, entry.collection, &document);
    if frame.appearance.fragment {
        return Ok(card.article().into_string());
    }
    let title = card.members.text("title").unwrap_or_default();
    let head = html! {
        link rel="canonical" href=(card.page());
        link rel="alternate" type="application/json+oembed" title=(title) href=(format!("{}/oembed?url={}", frame.site.public_url, encode(card.page())));
        (data(&[json_ld(entry.collection, &document, frame.site)]))
    };
    Ok(page(frame, card.lang(), title, &head, &card.article()))
}

/// A list of cards.
///
/// # Errors
/// As for [`card_page`].
pub fn list_page(
    frame: &Frame<'_>,
    collection: &'static Collection,
    words: &'static Words,
    entries: &[PageEntry],
    (before, total): (u64, u64),
    links: &[(&'static str, String)],
) -> serde_json::Result<String> {
    let documents: Vec<Map<String, Value>> = entries.iter().map(PageEntry::value).collect::<Result<_, _>>()?;
    let title = words.many(collection.name);
    let level = frame.appearance.heading;
    let (from, to) = ((before + 1).to_string(), (before + documents.len() as u64).to_string());
    let beside = |wanted: &str| links.iter().find(|(relation, _)| *relation == wanted).map(|(_, target)| target);
    // A fragment stands on a page of another host.
    let base = if frame.appearance.fragment { frame.site.public_url.as_str() } else { "" };
    let section = html! {
        section.rights-hub-list lang=(words.lang) dir=(direction(words.lang)) aria-label=(title) {
            header {
                (PreEscaped(format!("<h{level} class=\"rh-title\" tabindex=\"-1\">")))
                (title)
                (PreEscaped(format!("</h{level}>")))
                @if documents.is_empty() {
                    p.rh-range { (words.label("none")) }
                } @else {
                    p.rh-range { (filled(&words.range, &[("from", &from), ("to", &to), ("total", &total.to_string())])) }
                }
            }
            @if !documents.is_empty() {
                ul {
                    @for document in &documents { li { (Card::of(frame, collection, document).in_list().article()) } }
                }
            }
            @if beside("prev").is_some() || beside("next").is_some() {
                nav aria-label=(words.label("pages")) {
                    @for (relation, label) in [("prev", "prev"), ("next", "next")] {
                        @if let Some(target) = beside(relation) {
                            a rel=(relation) target="_self" href=(format!("{base}{target}")) { (words.label(label)) }
                        }
                    }
                }
            }
        }
    };
    if frame.appearance.fragment {
        return Ok(section.into_string());
    }
    let described: Vec<Value> = documents.iter().map(|document| json_ld(collection, document, frame.site)).collect();
    Ok(page(frame, words.lang, title, &data(&described), &section))
}

/// What stands in the place of a card that is not there.
pub fn placeholder(frame: &Frame<'_>, words: &'static Words, absence: Absence) -> String {
    let (title, text) = match absence {
        Absence::Gone => ("gone", "gone_text"),
        Absence::Missing => ("missing", "missing_text"),
    };
    let level = frame.appearance.heading;
    let article = html! {
        article.rights-hub.rh-absent lang=(words.lang) dir=(direction(words.lang)) {
            (PreEscaped(format!("<h{level} class=\"rh-title\">")))
            (words.label(title))
            (PreEscaped(format!("</h{level}>")))
            p { (filled(words.label(text), &[("hub", frame.hub)])) }
            p.rh-attribution { a href=(frame.site.public_url) { bdi { (frame.hub) } } }
        }
    };
    if frame.appearance.fragment {
        return article.into_string();
    }
    let robots = html! { meta name="robots" content="noindex"; };
    page(frame, words.lang, words.label(title), &robots, &article)
}

/// Data for machines. A browser runs no data block, whatever its policy.
fn data(described: &[Value]) -> Markup {
    let one = match described {
        [] => return html! {},
        [one] => one.to_string(),
        many => Value::from(many).to_string(),
    };
    // Inside `script` nothing is unescaped; these characters could end it, or begin a comment.
    let safe = one.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    html! { script type="application/ld+json" { (PreEscaped(safe)) } }
}

fn page(frame: &Frame<'_>, lang: &str, title: &str, head: &Markup, body: &Markup) -> String {
    let markup = html! {
        (DOCTYPE)
        html lang=(lang) dir=(direction(lang)) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " – " (frame.hub) }
                // Links lead out of the frame; those to other pages of a list say that they do not.
                base target="_top";
                link rel="icon" href="/favicon.svg" type="image/svg+xml";
                link rel="stylesheet" href=(stylesheet_address(&frame.appearance));
                (head)
            }
            body.rights-hub-page { main { (body) } }
        }
    };
    markup.into_string()
}
