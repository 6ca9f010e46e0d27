//! The operations for other people's pages: cards, lists of them, oEmbed, and what browsers and search engines look for.

use serde_json::{Value, json};

use super::operation::Operation;
use crate::model::{COLLECTIONS, Collection};
use crate::query::Surface;

const CARDS: &str = "Page by page, with the filters, words and order of the JSON list. Without script, cookie or request to others; may stand in a frame of any page. What consent keeps from other sites is not among them, nor counted.";
const CARD: &str = "A page without script, cookie or request to others, for a frame in any page; in the reader's language where the entry has it. With `fragment=true` only the `<article>`. 404 and 410 are pages, too, unless `Accept` prefers problems.";

/// Every path.
pub fn paths(add: &mut impl FnMut(&str, Value)) {
    for collection in COLLECTIONS.iter() {
        of_collection(collection, add);
    }
    let page = |id: &str, summary: &str| Operation::new(id, "embed", summary);
    add(
        "/oembed",
        page("get_oembed", "An entry for consumers of oEmbed 1.0")
            .about(
                "Of type `rich`; `html` is a frame with the entry's card, no larger than `maxwidth` and `maxheight`.",
            )
            .takes(Surface::Oembed)
            .answers("Oembed")
            .fails(&[400, 404, 406, 410, 500, 501, 503])
            .build(),
    );
    add(
        "/embed.js",
        page("get_embed_script", "The elements `<rights-hub-card>` and `<rights-hub-list>`")
            .about("Each renders what `src` leads to in a shadow root, and so sizes itself; until then, and if it fails, what stands inside it stays. `/v1` has the hash for `integrity`.")
            .media("text/javascript")
            .fails(&[406])
            .build(),
    );
    add(
        "/embed.css",
        page("get_embed_style", "The stylesheet of cards")
            .about("For fragments; pages and elements bring it along.")
            .takes(Surface::EmbedStyle)
            .media("text/css")
            .fails(&[400, 406])
            .build(),
    );
    add(
        "/",
        page("get_landing_page", "The hub for people")
            .about("What it holds, example calls, and a card to choose, see and take along. What is not understood of the query is left out, and the page says so.")
            .takes(Surface::Landing)
            .media("text/html")
            .fails(&[406, 500, 503])
            .build(),
    );
    for (path, id, summary, media_type) in FILES {
        add(path, page(id, summary).about("For browsers and search engines.").media(media_type).fails(&[406]).build());
    }
    let file = json!({
        "name": "file", "in": "path", "required": true, "description": "The number of the file, from 1.",
        "schema": { "type": "integer", "minimum": 1 },
    });
    add(
        "/sitemap/{file}.xml",
        page("get_sitemap_file", "Some of the site's pages")
            .about("Where there are more than 50,000 of them.")
            .in_path(file)
            .media("application/xml")
            .fails(&[404, 406])
            .build(),
    );
    add(
        "/favicon.ico",
        page("get_favicon_as_ico", "The hub's mark, as old browsers want it")
            .about("The same as a bitmap.")
            .media("image/vnd.microsoft.icon")
            .uncached()
            .fails(&[405])
            .build(),
    );
}

/// Files: path, operation, what it is, media type.
const FILES: &[(&str, &str, &str, &str)] = &[
    ("/landing.css", "get_landing_style", "The stylesheet of the page at `/`", "text/css"),
    ("/sitemap.xml", "get_sitemap", "The site's pages, or where the files are that list them", "application/xml"),
    ("/robots.txt", "get_robots", "What robots may read", "text/plain"),
    ("/favicon.svg", "get_favicon", "The hub's mark", "image/svg+xml"),
];

fn of_collection(collection: &Collection, add: &mut impl FnMut(&str, Value)) {
    let (plural, label) = (collection.name.replace('-', "_"), collection.label.to_lowercase());
    let one = collection.singular.replace('_', " ");
    let key = json!({
        "name": "key", "in": "path", "required": true,
        "description": "The id or slug of the entry. A slug that it had before leads to it by 308.",
        "schema": { "type": "string" },
    });
    add(
        &format!("/embed/{}", collection.name),
        Operation::new(format!("list_cards_of_{plural}"), "embed", format!("Cards: {label}"))
            .about(CARDS)
            .takes(Surface::EmbedList(collection.name))
            .media("text/html")
            .fails(&[400, 406, 500, 503])
            .build(),
    );
    add(
        &format!("/embed/{}/{{key}}", collection.name),
        Operation::new(format!("get_card_of_{}", collection.singular), "embed", format!("A card: {one}"))
            .about(CARD)
            .in_path(key)
            .takes(Surface::Embed(collection.name))
            .media("text/html")
            .moves()
            .fails(&[400, 404, 406, 410, 500, 503])
            .told_in_pages(&[404, 410])
            .build(),
    );
}

/// The schema of an oEmbed answer.
pub fn oembed() -> Value {
    let text = |about: &str| json!({ "type": "string", "description": about });
    let pixels = |about: &str| json!({ "type": "integer", "minimum": 1, "description": about });
    json!({
        "type": "object", "description": "An oEmbed 1.0 answer of type `rich`.",
        "required": ["version", "type", "title", "provider_name", "provider_url", "cache_age", "html", "width", "height"],
        "properties": {
            "version": { "type": "string", "const": "1.0", "description": "The version of oEmbed." },
            "type": { "type": "string", "const": "rich", "description": "The type of oEmbed." },
            "title": text("The entry's title, plain text."),
            "author_name": text("Whose it is, plain text."),
            "author_url": text("Where they are."),
            "provider_name": text("The hub's name."),
            "provider_url": text("Where the hub is."),
            "cache_age": { "type": "integer", "minimum": 0, "description": "How long it may be kept, in seconds." },
            "html": text("A frame with the entry's card."),
            "width": pixels("The frame's width, in CSS pixels."),
            "height": pixels("The frame's height, in CSS pixels."),
        },
    })
}
