//! oEmbed 1.0: what a consumer of the standard is told of an entry.

use serde_json::{Value, json};

use super::embed::{Frame, snippet};
use super::members::Members;
use super::page::Entry;
use super::words::Words;

/// How large an embed is unless there is less room, in CSS pixels.
const WIDTH: u64 = 640;
const HEIGHT: u64 = 520;

/// The answer for an entry whose embed is at `address`, in the room that there is; `cache_age` in seconds.
///
/// # Errors
/// None that a document could raise.
pub fn oembed(
    frame: &Frame<'_>,
    entry: &Entry,
    address: &str,
    room: (Option<u64>, Option<u64>),
    cache_age: u64,
) -> serde_json::Result<Value> {
    let document = entry.value()?;
    let members = Members(&document);
    let (width, height) = (WIDTH.min(room.0.unwrap_or(WIDTH)), HEIGHT.min(room.1.unwrap_or(HEIGHT)));
    let page = members.inside("links").and_then(|links| links.text("html")).unwrap_or_default();
    let title = members.text("title").unwrap_or_default();
    let kind = Words::of(members.text("lang").unwrap_or("en")).one(entry.collection.name);
    let lines = snippet(&frame.site.public_url, address, &format!("{kind}: {title}"), page, (width, height));
    let mut answer = json!({
        "version": "1.0", "type": "rich", "title": title, "provider_name": frame.hub,
        "provider_url": frame.site.public_url, "cache_age": cache_age, "html": lines.frame, "width": width, "height": height,
    });
    let whose = members.inside("attribution");
    let told = [("author_name", "text"), ("author_url", "url")];
    for (name, field) in told {
        if let (Some(text), Some(members)) = (whose.and_then(|whose| whose.text(field)), answer.as_object_mut()) {
            members.insert(name.to_owned(), json!(text));
        }
    }
    Ok(answer)
}
