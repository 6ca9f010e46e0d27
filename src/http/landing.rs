//! The page at `/`, and the files that browsers and search engines look for beside it.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};

use super::embed::{follow, html};
use super::keeping::kept_or_made;
use super::negotiation::accepts;
use super::problem::Problem;
use super::reading::{ask, read_what_fits};
use super::representation::Representation;
use crate::hub::{Hub, HubError};
use crate::model::{COLLECTIONS, Collection, collection};
use crate::present::embed::{FAVICON, Frame, snippet};
use crate::present::landing::{Chosen, Landing, STYLE, landing};
use crate::present::sitemap::{MOST_PAGES, robots, sitemap, sitemap_index};
use crate::problem::NOT_FOUND;
use crate::query::{ListQuery, ParameterFault, Surface};

/// The page loads nothing of others, shows its own cards in a frame, and is in nobody's frame itself.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// How large the frame in the line to copy is, in CSS pixels.
const FRAME: (u64, u64) = (640, 520);

/// Which collection is shown when none is asked for.
const FIRST: &str = "case-studies";

/// `GET /`.
///
/// # Errors
/// 406, 503. What is not understood of the query is left out, and the page says so.
pub async fn page(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    accepts(&request, &["text/html"])?;
    let (query, faults) = read_what_fits(&request, &hub, Surface::Landing).await?;
    kept_or_made(&request, &hub, async || {
        let (query, faults) = (query.clone(), faults.clone());
        Ok(ask(&hub, move |hub| shown(hub, &query, &faults)).await?)
    })
    .await
}

/// The page at a query.
fn shown(hub: &Hub, query: &ListQuery, faults: &[ParameterFault]) -> Result<Representation, HubError> {
    // Before anything is read: what changes meanwhile makes it another page.
    let mut provenance = hub.whole_provenance();
    // What was sought is found in an index of its own.
    provenance.depends.take_if(|_| query.text.is_some());
    let (entries, unsearchable) = match choices(hub, query) {
        Err(HubError::Preparing) => (Vec::new(), true),
        found => (found?, false),
    };
    let chosen = query.entry.as_deref().and_then(|entry| entry.split_once('/'));
    let chosen = chosen.and_then(|(name, key)| Some((collection(name)?, key)));
    let chosen = chosen.map(|(collection, key)| choose(hub, collection, key, query)).transpose()?.flatten();
    let identity = hub.identity();
    let shown = Landing {
        frame: &Frame { site: &identity.site, hub: &identity.name, appearance: query.appearance },
        publisher: &identity.publisher,
        counts: &hub.counts(),
        query,
        faults,
        entries: &entries,
        unsearchable,
        chosen: chosen.as_ref(),
    };
    Ok(html(landing(&shown)?, provenance, POLICY))
}

/// Entries to choose from: what fits the words, or the first of a collection.
fn choices(hub: &Hub, query: &ListQuery) -> Result<Vec<crate::present::PageEntry>, HubError> {
    if query.text.is_some() {
        return Ok(hub.search(query)?.data);
    }
    let asked = query.types.first().and_then(|index| COLLECTIONS.get(*index)).or_else(|| collection(FIRST));
    let Some(asked) = asked else { return Ok(Vec::new()) };
    let sorts = crate::query::default_sorts(asked);
    Ok(hub.list(asked, &ListQuery { sorts, types: Vec::new(), ..query.clone() })?.data)
}

/// The entry that was chosen, if it is still there.
fn choose(
    hub: &Hub,
    collection: &'static Collection,
    key: &str,
    query: &ListQuery,
) -> Result<Option<Chosen>, HubError> {
    let page = match follow(hub, collection, key, query) {
        Err(HubError::NotFound | HubError::Gone(_) | HubError::Moved(_)) => return Ok(None),
        found => found?,
    };
    let Some(entry) = page.data.into_iter().next() else { return Ok(None) };
    let document = entry.value()?;
    let text = |name: &str| document.get(name).and_then(serde_json::Value::as_str).unwrap_or_default();
    let at = document.get("links").and_then(|links| links.get("html")).and_then(serde_json::Value::as_str);
    let parameters = query.pairs.rebuilt(&["q", "type", "entry", "min_seq"], &[]);
    let parameters = if parameters.is_empty() { parameters } else { format!("?{parameters}") };
    let hub_at = &hub.identity().site.public_url;
    let address = format!("{hub_at}/embed/{}/{}{parameters}", collection.name, entry.id);
    let lines = snippet(hub_at, &address, text("title"), at.unwrap_or_default(), FRAME);
    // The preview is shown from where the page came from, whatever name the hub has elsewhere.
    let address = format!("/embed/{}/{}{parameters}", collection.name, entry.id);
    Ok(Some(Chosen { entry, address, lines }))
}

/// `GET /landing.css`.
///
/// # Errors
/// 406 for who takes no stylesheet.
pub async fn style(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    own(&request, &hub, STYLE, "text/css", "text/css; charset=utf-8").await
}

/// `GET /favicon.svg`.
///
/// # Errors
/// 406 for who takes no SVG.
pub async fn favicon(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    own(&request, &hub, FAVICON, "image/svg+xml", "image/svg+xml").await
}

/// `GET /favicon.ico`: for browsers that ask for it by that name.
pub async fn favicon_ico() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("image/vnd.microsoft.icon")
        .insert_header((header::CACHE_CONTROL, super::representation::PUBLIC))
        .body(&include_bytes!("favicon.ico")[..])
}

/// `GET /robots.txt`.
///
/// # Errors
/// 406 for who takes no text.
pub async fn robots_txt(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    let robots = robots(&hub.identity().site.public_url);
    own(&request, &hub, &robots, "text/plain", "text/plain; charset=utf-8").await
}

async fn own(
    request: &HttpRequest,
    hub: &Hub,
    body: &str,
    kind: &str,
    media_type: &'static str,
) -> Result<HttpResponse, Problem> {
    accepts(request, &[kind])?;
    kept_or_made(request, hub, async || Ok(Representation::of_program(body.to_owned(), media_type))).await
}

/// `GET /sitemap.xml`: the pages, or where the files are that list them.
///
/// # Errors
/// 406 for who takes no XML.
pub async fn sitemap_xml(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    accepts(&request, &[XML])?;
    kept_or_made(&request, &hub, async || {
        let body = ask(&hub, |hub| {
            let (pages, all, provenance) = hub.site_pages(0, MOST_PAGES);
            if all <= MOST_PAGES {
                return Ok((sitemap(&pages), provenance));
            }
            let day = provenance.changed_at.date();
            let at = &hub.identity().site.public_url;
            let files: Vec<(String, String)> =
                (1..=all.div_ceil(MOST_PAGES)).map(|file| (format!("{at}/sitemap/{file}.xml"), day.clone())).collect();
            Ok((sitemap_index(&files), provenance))
        });
        let (body, provenance) = body.await?;
        Ok(Representation { media_type: XML, ..Representation::of_entries(body, provenance) })
    })
    .await
}

const XML: &str = "application/xml";

/// `GET /sitemap/{file}.xml`.
///
/// # Errors
/// 404 for a file that there is not, 406 for who takes no XML.
pub async fn sitemap_file(
    request: HttpRequest,
    hub: web::Data<Hub>,
    file: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    accepts(&request, &[XML])?;
    let file = file.parse::<usize>().ok().and_then(|file| file.checked_sub(1)).unwrap_or(usize::MAX / MOST_PAGES);
    kept_or_made(&request, &hub, async || {
        let (pages, _, provenance) = ask(&hub, move |hub| Ok(hub.site_pages(file, MOST_PAGES))).await?;
        if pages.is_empty() {
            return Err(Problem::new(NOT_FOUND, "There is no such file; /sitemap.xml lists those that there are."));
        }
        Ok(Representation { media_type: XML, ..Representation::of_entries(sitemap(&pages), provenance) })
    })
    .await
}
