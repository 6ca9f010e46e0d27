//! The parameters of what is shown on other people's pages: cards, lists of them, their colours, oEmbed, and the page on
//! which a card is chosen.

use super::appearance::Theme;
use super::parameter::{Parameter, ParameterKind as Kind, parameter};
use super::search_parameters::{types, words};
use super::shared_parameters::{limit, pages, shared};

/// The widest and highest that an embed can be asked to be, in CSS pixels.
pub(super) const MOST_PIXELS: u64 = 10_000;

fn choice(name: &str, kind: Kind, allowed: &[&'static str], about: &str) -> Parameter {
    Parameter { allowed: allowed.to_vec(), ..parameter(name, kind, about) }
}

/// The colours of an embed.
pub(super) fn colours() -> Vec<Parameter> {
    vec![
        choice(
            "theme",
            Kind::Theme,
            &Theme::NAMES,
            "`light`, `dark`, or `auto` (the default): as the reader's system.",
        ),
        parameter(
            "accent",
            Kind::Accent,
            "Colour of links and marks, six hexadecimal digits. One that cannot be read on the background is 400 `low-contrast`, with the nearest that can; with `auto` it is made lighter where the reader's system is dark.",
        ),
    ]
}

fn heading() -> Parameter {
    let about = "Level of the first heading, 2 to 6; 2 when absent. Those inside are one or two levels further down.";
    Parameter { most: 6, default: 2, ..parameter("heading", Kind::Heading, about) }
}

/// How an embed looks.
fn appearance() -> Vec<Parameter> {
    let mut parameters = colours();
    parameters.extend([
        heading(),
        choice(
            "fragment",
            Kind::Fragment,
            &["true", "false"],
            "`true`: only the `<article>` or, for a list, the `<section>`, to be put into another page as it is.",
        ),
    ]);
    parameters
}

/// Of a card.
pub(super) fn card() -> Vec<Parameter> {
    [appearance(), shared()].concat()
}

/// Of a list of cards: what a list takes, but for what shapes JSON.
pub(super) fn list(filters: Vec<Parameter>, sort: Parameter) -> Vec<Parameter> {
    let mut parameters = filters;
    parameters.extend(words("").into_iter().filter(|parameter| parameter.kind != Kind::Highlight));
    parameters.push(sort);
    let [page, cursor] = pages();
    parameters.extend([limit(5, MOST_CARDS), page, cursor]);
    parameters.extend(card());
    parameters
}

/// The most cards on a page.
const MOST_CARDS: u64 = 50;

/// Of oEmbed.
pub(super) fn oembed() -> Vec<Parameter> {
    let pixels = |name: &str, kind, about: &str| Parameter { most: MOST_PIXELS, ..parameter(name, kind, about) };
    let mut parameters = vec![
        parameter(
            "url",
            Kind::Url,
            "The entry to be embedded, required: its page on the site, its address in this API, or its embed, whose parameters are kept.",
        ),
        pixels("maxwidth", Kind::MaxWidth, "The most pixels that there are from side to side."),
        pixels("maxheight", Kind::MaxHeight, "The most pixels that there are from top to bottom."),
        choice("format", Kind::Format, &["json", "xml"], "`json`; `xml` is 501, as the standard has it."),
        choice(
            "dnt",
            Kind::Ignored,
            &["1", "0", "true", "false"],
            "Sent by some consumers; nobody is tracked here anyway.",
        ),
    ];
    parameters.extend(colours());
    parameters.push(heading());
    parameters.extend(shared());
    parameters
}

/// Of the page on which a card is chosen.
pub(super) fn landing() -> Vec<Parameter> {
    let mut parameters = vec![
        parameter("q", Kind::Text, "Words to search; without any, the newest entries are shown."),
        types(),
        parameter("entry", Kind::Entry, "The entry to be embedded: `collection/slug`."),
    ];
    parameters.extend(colours());
    parameters.push(heading());
    parameters.extend(shared());
    parameters
}
