//! The text of an entry for feeds: its prose, in the order of the model, as one piece of HTML.

use url::Url;

use crate::model::{Collection, TextKind};
use crate::present::members::Members;
use crate::present::xml::html_of;

/// What an entry says, as HTML; its summary, if it has no prose. Prose in the document is sanitised HTML already.
pub fn content(collection: &Collection, members: Members<'_>) -> String {
    let mut html = String::new();
    for text in collection.texts {
        match text.kind {
            TextKind::Plain => {}
            TextKind::Prose => html.push_str(members.text(text.field).unwrap_or_default()),
            TextKind::Parts(prose) => members.list(text.field).for_each(|part| push_part(part, prose, &mut html)),
        }
    }
    match members.text("summary") {
        Some(summary) if html.is_empty() => format!("<p>{}</p>", html_of(summary)),
        _ => html,
    }
}

/// An element of a list: its title, which may lead somewhere, and its prose.
fn push_part(part: Members<'_>, prose: &[&str], html: &mut String) {
    let heading = if prose.is_empty() { "p" } else { "h3" };
    if let Some(title) = part.text("title") {
        let title = html_of(title);
        let title = match part.text("url").and_then(web) {
            Some(url) => format!("<a href=\"{}\" rel=\"noopener noreferrer\">{title}</a>", html_of(&url)),
            None => title,
        };
        html.push_str(&format!("<{heading}>{title}</{heading}>"));
    }
    prose.iter().filter_map(|name| part.text(name)).for_each(|text| html.push_str(text));
}

/// An address that is safe to follow.
fn web(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    ["http", "https"].contains(&url.scheme()).then(|| url.to_string())
}
