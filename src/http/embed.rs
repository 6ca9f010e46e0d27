//! Cards and lists of cards for other people's pages, the script and styles for them, and oEmbed.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};

use super::finish::ForPeople;
use super::keeping::kept_or_made;
use super::negotiation::{accepts, prefers};
use super::problem::Problem;
use super::reading::{ask, query_of};
use super::representation::{CONSENTED, Representation};
use crate::hub::{Hub, HubError, ItemPage};
use crate::model::Collection;
use crate::present::embed::{Absence, Frame, SCRIPT, card_page, list_page, placeholder, stylesheet};
use crate::present::{Words, oembed};
use crate::problem::{NOT_FOUND, NOT_IMPLEMENTED};
use crate::query::{Appearance, ListQuery, Pairs, Surface};

/// What pages are.
pub const HTML: &str = "text/html; charset=utf-8";

/// What an embed may load, and who may show it in a frame.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors *";

/// What consumers are told to keep an answer for, in seconds.
const KEPT: u64 = 60;
const KEPT_UNDER_CONSENT: u64 = 30;

fn frame(hub: &Hub, appearance: Appearance) -> Frame<'_> {
    Frame { site: &hub.identity().site, hub: &hub.identity().name, appearance }
}

/// A page of the hub under a policy of its own.
pub fn html(body: String, provenance: crate::hub::Provenance, policy: &'static str) -> Representation {
    Representation { media_type: HTML, policy: Some(policy), ..Representation::of_entries(body, provenance) }
}

/// `GET /embed/{collection}/{id-or-slug}`.
///
/// # Errors
/// 400 for a query that is not understood, 503. What is not there is told in a page.
pub async fn card(
    request: HttpRequest,
    hub: web::Data<Hub>,
    collection: &'static Collection,
) -> Result<HttpResponse, Problem> {
    let query = query_of(&request, &hub, Surface::Embed(collection.name), &["text/html"]).await?;
    let made = kept_or_made(&request, &hub, async || {
        let key = request.match_info().get("key").unwrap_or_default().to_owned();
        let query = query.clone();
        ask(&hub, move |hub| {
            let page = hub.item(collection, &key, &query)?;
            let entry = page.data.first().ok_or(HubError::NotFound)?;
            Ok(html(card_page(&frame(hub, query.appearance), entry)?, page.provenance, POLICY))
        })
        .await
    });
    match made.await {
        Ok(card) => Ok(card),
        Err(error) => absent(&request, &hub, collection, &query, error),
    }
}

/// Where an entry is now, or the page that stands in its place; other errors as they are.
fn absent(
    request: &HttpRequest,
    hub: &Hub,
    collection: &Collection,
    query: &ListQuery,
    error: HubError,
) -> Result<HttpResponse, Problem> {
    let (absence, status) = match &error {
        HubError::Moved(key) => {
            let query = query.pairs.rebuilt(&[], &[]);
            let query = if query.is_empty() { query } else { format!("?{query}") };
            return Ok(HttpResponse::PermanentRedirect()
                .insert_header((header::LOCATION, format!("/embed/{}/{key}{query}", collection.name)))
                .insert_header((header::CACHE_CONTROL, CONSENTED))
                .finish());
        }
        HubError::Gone(_) => (Absence::Gone, StatusCode::GONE),
        HubError::NotFound => (Absence::Missing, StatusCode::NOT_FOUND),
        _ => return Err(error.into()),
    };
    if prefers(request, "application/problem+json", "text/html") {
        return Err(error.into());
    }
    let words = Words::for_readers(&query.languages);
    let mut response = HttpResponse::build(status)
        .content_type(HTML)
        .insert_header((header::CACHE_CONTROL, CONSENTED))
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .insert_header((header::CONTENT_LANGUAGE, words.lang))
        .insert_header((header::VARY, "Accept, Accept-Encoding, Accept-Language"))
        .body(placeholder(&frame(hub, query.appearance), words, absence));
    response.extensions_mut().insert(ForPeople);
    Ok(response)
}

/// `GET /embed/{collection}`.
///
/// # Errors
/// 400 for a query that is not understood, 503.
pub async fn list(
    request: HttpRequest,
    hub: web::Data<Hub>,
    collection: &'static Collection,
) -> Result<HttpResponse, Problem> {
    kept_or_made(&request, &hub, async || {
        let mut query = query_of(&request, &hub, Surface::EmbedList(collection.name), &["text/html"]).await?;
        // The pages beside a fragment are whole pages; who puts fragments together asks for theirs in the same way.
        query.pairs = Pairs::decode(&query.pairs.rebuilt(&["fragment"], &[])).0;
        let page = ask(&hub, move |hub| {
            let page = hub.list(collection, &query)?;
            let total = page.meta.get("total").and_then(serde_json::Value::as_u64).unwrap_or_default();
            let (words, frame) = (Words::for_readers(&query.languages), frame(hub, query.appearance));
            let body = list_page(&frame, collection, words, &page.data, (page.before, total), &page.links)?;
            Ok(Representation { links: page.links, ..html(body, page.provenance, POLICY) })
        });
        Ok(page.await?)
    })
    .await
}

/// `GET /{collection}` and `GET /{collection}/{id-or-slug}`, where the hub has no site beside it: what its answers name as
/// pages for people are then its cards. For a while, because a site may come; without the query, which is of those who
/// link to pages, and which cards would not understand.
pub async fn site_page(request: HttpRequest) -> HttpResponse {
    HttpResponse::TemporaryRedirect()
        .insert_header((header::LOCATION, format!("/embed{}", request.uri().path())))
        .insert_header((header::CACHE_CONTROL, CONSENTED))
        .finish()
}

/// `GET /embed.css`.
///
/// # Errors
/// 400 for a query that is not understood.
pub async fn style(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    kept_or_made(&request, &hub, async || {
        let query = query_of(&request, &hub, Surface::EmbedStyle, &["text/css"]).await?;
        Ok(Representation::of_program(stylesheet(&query.appearance), "text/css; charset=utf-8"))
    })
    .await
}

/// `GET /embed.js`.
///
/// # Errors
/// 406 for who takes no script.
pub async fn script(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    accepts(&request, &["text/javascript"])?;
    let script = || Representation::of_program(SCRIPT.to_owned(), "text/javascript; charset=utf-8");
    kept_or_made(&request, &hub, async || Ok(script())).await
}

/// `GET /oembed`.
///
/// # Errors
/// 400 for a query that is not understood, 404 and 410 for what is not there, 501 for XML, 503.
pub async fn oembed(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    let query = query_of(&request, &hub, Surface::Oembed, &["application/json"]).await?;
    if query.xml {
        return Err(Problem::new(NOT_IMPLEMENTED, "oEmbed answers are JSON here; ask with format=json."));
    }
    let url = query.url.clone().unwrap_or_default();
    let Some((collection, key, asked)) = hub.identity().site.entry_at(&url) else {
        return Err(Problem::new(NOT_FOUND, "This address is of no entry of the hub or its site."));
    };
    let inner = ListQuery::read(Surface::Embed(collection.name), &asked, None).map_err(|faults| {
        Problem::faults(&faults).with("detail", "The parameters of the embed in `url` are not understood.")
    })?;
    let answer = ask(&hub, move |hub| {
        let own = query.pairs.rebuilt(&["url", "maxwidth", "maxheight", "format", "dnt", "min_seq"], &[]);
        let names: Vec<&str> = query.pairs.iter().map(|(name, _)| name).chain(["fragment", "min_seq"]).collect();
        let kept = inner.pairs.rebuilt(&names, &[]);
        let languages = if query.pairs.get("lang").is_some() { query.languages.clone() } else { inner.languages };
        let asked = ListQuery { languages, ..query.clone() };
        let page = follow(hub, collection, &key, &asked)?;
        let entry = page.data.first().ok_or(HubError::NotFound)?;
        let parameters: Vec<&str> = [kept.as_str(), own.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        let parameters = if parameters.is_empty() { String::new() } else { format!("?{}", parameters.join("&")) };
        let site = &hub.identity().site;
        let address = format!("{}/embed/{}/{}{parameters}", site.public_url, collection.name, entry.id);
        let kept_for = if page.provenance.consented { KEPT_UNDER_CONSENT } else { KEPT };
        let answer = oembed::oembed(&frame(hub, query.appearance), entry, &address, query.room, kept_for)?;
        Ok(Representation::of_entries(answer.to_string(), page.provenance))
    })
    .await?;
    Ok(answer.answer(&request).await)
}

/// How many redirects are followed, one after the other.
const MOST_MOVES: usize = 8;

/// The entry of a key, or of the one that it has now: consumers keep the addresses of pages for years.
pub fn follow(hub: &Hub, collection: &'static Collection, key: &str, query: &ListQuery) -> Result<ItemPage, HubError> {
    let mut found = hub.item(collection, key, query);
    for _ in 0..MOST_MOVES {
        let Err(HubError::Moved(key)) = &found else { break };
        found = hub.item(collection, &key.clone(), query);
    }
    match found {
        Err(HubError::Moved(_)) => Err(HubError::NotFound),
        found => found,
    }
}
