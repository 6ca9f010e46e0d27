//! `/`: the hub for people. What it holds, how it is asked, and a card to choose, see and take along. It works without script.

use maud::{DOCTYPE, Markup, html};

use super::embed::{Frame, Snippet};
use super::members::Members;
use super::page::Entry;
use crate::model::{COLLECTIONS, Collection};
use crate::query::{ListQuery, ParameterFault, Theme, encode};

/// The stylesheet of the page.
pub const STYLE: &str = include_str!("landing.css");

/// An entry that was chosen, with the lines for it.
pub struct Chosen {
    /// It.
    pub entry: Entry,
    /// The address of its embed.
    pub address: String,
    /// What to paste.
    pub lines: Snippet,
}

/// What the page shows.
pub struct Landing<'a> {
    /// Where the hub is, and its name.
    pub frame: &'a Frame<'a>,
    /// Who publishes it.
    pub publisher: &'a str,
    /// How many entries each collection has.
    pub counts: &'a [(&'static Collection, u64)],
    /// What was asked.
    pub query: &'a ListQuery,
    /// What was left out of it.
    pub faults: &'a [ParameterFault],
    /// Entries to choose from.
    pub entries: &'a [Entry],
    /// Whether nothing can be sought yet.
    pub unsearchable: bool,
    /// The entry that was chosen.
    pub chosen: Option<&'a Chosen>,
}

/// Example calls: what they answer, and the path.
const CALLS: &[(&str, &str)] = &[
    (
        "Case studies in which Article 8 mattered, with counts by topic",
        "/v1/case-studies?right=hra-article-8&facet=topic",
    ),
    ("Everything about privacy, best first", "/v1/search?q=privacy"),
    ("A right in French, where it has been translated", "/v1/rights/icescr-article-12?lang=fr"),
    ("What changed since the beginning, to keep a copy", "/v1/changes?since=0&limit=10"),
];

/// The page.
///
/// # Errors
/// None that a document could raise.
pub fn landing(page: &Landing<'_>) -> serde_json::Result<String> {
    let name = page.frame.hub;
    let total: u64 = page.counts.iter().map(|(_, count)| count).sum();
    let builder = builder(page)?;
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (name) }
                meta name="description" content="Human rights in health and care, as an open JSON API and as cards for any page.";
                link rel="icon" href="/favicon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/landing.css";
            }
            body {
                header.top {
                    div.inner {
                        p.brand { (name) }
                        nav aria-label="Main" {
                            a href="#card" { "Take a card" }
                            a href="/docs/" { "API reference" }
                            a href="/openapi.json" { "OpenAPI" }
                            a href="/health/ready" { "Health" }
                        }
                    }
                }
                main {
                    section.lead {
                        div.inner {
                            h1 { "Human rights in health and care, for every page that needs them" }
                            p { "Which rights exist, who works with them, what changed in practice and how we know: " strong { (total) " entries" } ", open to read, to embed and to copy." }
                            p.calls { a.button href="#card" { "Embed a card" } a.button.quiet href="/v1" { "Read the API at " code { "/v1" } } }
                        }
                    }
                    section aria-labelledby="holds" {
                        div.inner {
                            h2 #holds { "What is here" }
                            ul.counts {
                                @for (collection, count) in page.counts {
                                    li { a href=(format!("/embed/{}", collection.name)) { span.number { (count) } " " (collection.label) } p { (collection.about) } }
                                }
                            }
                        }
                    }
                    (builder)
                    section aria-labelledby="calls" {
                        div.inner {
                            h2 #calls { "Ask it yourself" }
                            p { "Every answer is JSON. A misspelt filter is an error that names it, never an unfiltered list." }
                            ul.examples { @for (about, path) in CALLS { li { (about) a href=(path) { code { (path) } } } } }
                        }
                    }
                }
                footer.bottom {
                    div.inner {
                        p { "Published by " (page.publisher) ". Text under its entry’s own licence, CC BY 4.0 where none is named." }
                        p { a href="/v1/search?q=care" { "Search" } a href="/v1/changes" { "Changes" } a href="/oai?verb=Identify" { "OAI-PMH" } a href="/sitemap.xml" { "Sitemap" } }
                    }
                }
            }
        }
    };
    Ok(markup.into_string())
}

/// The builder of embeds: seek, choose, see, copy.
fn builder(page: &Landing<'_>) -> serde_json::Result<Markup> {
    let query = page.query;
    let sought = query.text.as_ref().map_or("", |text| text.text.as_str());
    let collection = query.types.first().copied();
    let results = page.entries.iter().map(|entry| choice(page, entry)).collect::<serde_json::Result<Vec<Markup>>>()?;
    let chosen = page.chosen.map(|chosen| preview(page, chosen)).transpose()?;
    Ok(html! {
        section.builder aria-labelledby="card" {
            div.inner {
                h2 #card { "Take a card to your page" }
                p { "Find an entry, look at its card, copy one line. The card keeps itself up to date, names its source, and asks no cookie of your readers." }
                form action="/#card" method="get" role="search" {
                    div.field.grow {
                        label for="q" { "Words" }
                        input #q type="search" name="q" value=(sought) maxlength="200" autocomplete="off";
                    }
                    div.field {
                        label for="type" { "Collection" }
                        select #type name="type" {
                            option value="" { "All" }
                            @for known in COLLECTIONS.iter() { option value=(known.name) selected[collection == Some(known.index)] { (known.label) } }
                        }
                    }
                    button type="submit" { "Find" }
                }
                @for fault in told(page) {
                    p.fault role="status" { strong { (fault.parameter) } " was left out. " (fault.detail) @if let Some(nearest) = &fault.did_you_mean { " Nearest: " code { (nearest) } "." } }
                }
                @if page.unsearchable {
                    p role="status" { "Search is getting ready; try again in a moment." }
                } @else if results.is_empty() {
                    p role="status" { "Nothing fits these words." }
                } @else {
                    ul.choices { @for result in results { (result) } }
                }
                @if let Some(chosen) = chosen { (chosen) }
            }
        }
    })
}

/// Faults in what a person filled in. A field that was left empty is none, and strangers' parameters are nobody's concern.
fn told<'a>(page: &'a Landing<'_>) -> impl Iterator<Item = &'a ParameterFault> {
    let quiet = ["empty-value", "unknown-parameter", "invalid-encoding"];
    page.faults.iter().filter(move |fault| !quiet.contains(&fault.code))
}

fn choice(page: &Landing<'_>, entry: &Entry) -> serde_json::Result<Markup> {
    let document = entry.value()?;
    let members = Members(&document);
    let key = format!("{}/{}", entry.collection.name, members.text("slug").unwrap_or_default());
    let asked = page.query.pairs.rebuilt(&["entry"], &[("entry", &key)]);
    let current = page.query.entry.as_deref() == Some(key.as_str());
    Ok(html! {
        li {
            a href=(format!("/?{asked}#preview")) aria-current=[current.then_some("true")] {
                bdi lang=[members.text("lang")] { (members.text("title").unwrap_or_default()) }
            }
            " " span.muted { (entry.collection.label) }
        }
    })
}

fn preview(page: &Landing<'_>, chosen: &Chosen) -> serde_json::Result<Markup> {
    let (query, document) = (page.query, chosen.entry.value()?);
    let members = Members(&document);
    let title = members.text("title").unwrap_or_default();
    let look = query.appearance;
    let hidden = ["q", "type", "entry"];
    let accent = look.accent.map(crate::query::Colour::hex).unwrap_or_default();
    let lang = query.pairs.get("lang").unwrap_or_default();
    let languages: Vec<&str> = std::iter::once("")
        .chain(members.text("lang"))
        .chain(members.list("translations").filter_map(|one| one.text("lang")))
        .collect();
    Ok(html! {
        div #preview.preview {
            h3 { bdi { (title) } }
            form action="/#preview" method="get" {
                @for name in hidden { @if let Some(value) = query.pairs.get(name) { input type="hidden" name=(name) value=(value); } }
                div.field {
                    label for="theme" { "Theme" }
                    select #theme name="theme" { @for name in Theme::NAMES { option value=(name) selected[look.theme.name() == name] { (name) } } }
                }
                div.field {
                    label for="accent" { "Accent, as " code { "rrggbb" } }
                    input #accent name="accent" value=(accent) pattern="[0-9A-Fa-f]{6}" maxlength="6" spellcheck="false" autocomplete="off";
                }
                div.field {
                    label for="lang" { "Language" }
                    select #lang name="lang" { @for tag in languages { option value=(tag) selected[lang == tag] { (if tag.is_empty() { "the reader’s" } else { tag }) } } }
                }
                div.field {
                    label for="heading" { "Heading level" }
                    select #heading name="heading" { @for level in 2..=6u8 { option value=(level) selected[look.heading == level] { (level) } } }
                }
                button type="submit" { "Show" }
            }
            iframe src=(chosen.address) title=(format!("Preview: {title}")) loading="lazy" referrerpolicy="no-referrer"
                sandbox="allow-popups allow-popups-to-escape-sandbox" {}
            (lines("frame", "For any page, also where no script may run", &chosen.lines.frame))
            (lines("element", "Sizes itself: where scripts may run", &format!("{}\n{}", chosen.lines.script, chosen.lines.element)))
            p {
                "Or give the entry’s address to a system that knows oEmbed: "
                a href=(format!("/oembed?url={}", encode(&chosen.address))) { code { "/oembed?url=…" } }
            }
        }
    })
}

fn lines(id: &str, label: &str, text: &str) -> Markup {
    html! {
        label for=(id) { (label) }
        textarea id=(id) readonly rows="4" spellcheck="false" { (text) }
    }
}
