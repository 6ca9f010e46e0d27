//! The handlers of section 1 of the contract: a query is read, the hub asked, the answer represented.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::{Value, json};

use super::formats::{by_accept, list_as};
use super::keeping::kept_or_made;
use super::negotiation::{accepts, choose, list_header};
use super::problem::Problem;
use super::representation::{CONSENTED, Representation};
use crate::hub::{Hub, HubError, ItemPage, ListPage, Overview};
use crate::model::Collection;
use crate::present::{Body, PageEntry, entry_page, json_ld_with, list_page, told_with};
use crate::problem::INTERNAL;
use crate::query::{IncludePath, ListQuery, Pairs, ParameterFault, Shape, Surface};

const JSON: &[&str] = &["application/json"];

const JSON_LD: &str = "application/ld+json";

/// Reads the query of a request and waits for the place in the sequence that it asks for.
async fn query(request: &HttpRequest, hub: &Hub, surface: Surface) -> Result<ListQuery, Problem> {
    query_of(request, hub, surface, JSON).await
}

/// The same of a request that takes one of these media types.
pub(super) async fn query_of(
    request: &HttpRequest,
    hub: &Hub,
    surface: Surface,
    offered: &[&str],
) -> Result<ListQuery, Problem> {
    accepts(request, offered)?;
    read(request, hub, surface).await
}

/// The same, whatever the request accepts.
pub(super) async fn read(request: &HttpRequest, hub: &Hub, surface: Surface) -> Result<ListQuery, Problem> {
    let query = ListQuery::read(surface, request.query_string(), languages(request).as_deref())?;
    waited(hub, &query).await?;
    Ok(query)
}

/// Reads what can be understood of the query of a person, with the faults of what was left out.
pub(super) async fn read_what_fits(
    request: &HttpRequest,
    hub: &Hub,
    surface: Surface,
) -> Result<(ListQuery, Vec<ParameterFault>), Problem> {
    let languages = languages(request);
    let (query, faults) = ListQuery::read_what_fits(surface, request.query_string(), languages.as_deref());
    waited(hub, &query).await?;
    Ok((query, faults))
}

/// The languages that a request accepts.
fn languages(request: &HttpRequest) -> Option<String> {
    Some(list_header(request, &header::ACCEPT_LANGUAGE)).filter(|languages| !languages.is_empty())
}

/// Waits for the place in the sequence that a query asks for.
async fn waited(hub: &Hub, query: &ListQuery) -> Result<(), Problem> {
    if let Some(seq) = query.min_seq {
        match query.text {
            Some(_) => hub.wait_for_search(seq).await?,
            None => hub.wait_for(seq).await?,
        }
    }
    Ok(())
}

/// Asks the hub, when it admits one more, on a thread that may wait for the database.
pub(super) async fn ask<T: Send + 'static>(
    hub: &web::Data<Hub>,
    question: impl FnOnce(&Hub) -> Result<T, HubError> + Send + 'static,
) -> Result<T, HubError> {
    let hub = hub.clone();
    let admitted = hub.admit_reader().await?;
    // Whoever asked may leave: the leave to work on it ends with the work.
    let answered = web::block(move || {
        let _admitted = admitted;
        question(&hub)
    });
    match answered.await {
        Ok(answer) => answer,
        Err(error) => Err(HubError::Rendering(error.to_string())),
    }
}

/// `GET /v1/{collection}`, in the form that the request accepts.
///
/// # Errors
/// 400 for a query that is not understood, 406, 503 when the database cannot be reached.
pub async fn list(
    request: HttpRequest,
    hub: web::Data<Hub>,
    collection: &'static Collection,
) -> Result<HttpResponse, Problem> {
    if let Some(format) = by_accept(&request, collection)? {
        return list_as(request, hub, collection, format).await;
    }
    kept_or_made(&request, &hub, async || {
        let query = read(&request, &hub, Surface::List(collection.name)).await?;
        // Counting takes its time, and whoever waits for this thread would wait for it too.
        let at_once = if query.facets.is_empty() { hub.list_at_once(collection, &query)? } else { None };
        match at_once {
            Some(page) => Ok(written(page, &query.shape)),
            None => Ok(ask(&hub, move |hub| Ok(written(hub.list(collection, &query)?, &query.shape))).await?),
        }
    })
    .await
}

/// `GET /v1/search`.
///
/// # Errors
/// 400 for a query that is not understood, 503 while the search index is being built.
pub async fn search(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    kept_or_made(&request, &hub, async || {
        let query = query(&request, &hub, Surface::Search).await?;
        Ok(ask(&hub, move |hub| Ok(written(hub.search(&query)?, &query.shape))).await?)
    })
    .await
}

/// `GET /v1/suggest`.
///
/// # Errors
/// As for [`search`].
pub async fn suggest(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    let query = query(&request, &hub, Surface::Suggest).await?;
    Ok(answer(&request, ask(&hub, move |hub| hub.suggestions(&query)).await?).await)
}

/// A page as bytes.
fn written(page: ListPage, shape: &Shape) -> Representation {
    let links: Value = page.links.iter().map(|(name, target)| ((*name).to_owned(), json!(target))).collect();
    let body = Body { shape, data: &page.data, included: page.included.as_ref() };
    let body = list_page(&body, page.facets.as_deref(), &page.meta, &links);
    Representation { links: page.links, ..Representation::of_entries(body, page.provenance) }
}

/// `GET /v1/{collection}/{id-or-slug}`.
///
/// # Errors
/// 400, 404 for what was never public, 410 for what was removed, 308 to where it is now, 503.
pub async fn item(
    request: HttpRequest,
    hub: web::Data<Hub>,
    collection: &'static Collection,
) -> Result<HttpResponse, Problem> {
    let linked = wants_json_ld(&request)?;
    let surface = if linked { Surface::Linked(collection.name) } else { Surface::Item(collection.name) };
    let key = request.match_info().get("key").unwrap_or_default();
    let made = kept_or_made(&request, &hub, async || {
        let query = read(&request, &hub, surface).await.map_err(Unmade::Asked)?;
        let at_once = if linked { None } else { hub.item_at_once(collection, key, &query).map_err(Unmade::Read)? };
        if let Some(page) = at_once {
            return Ok(written_item(page, &query.shape));
        }
        let key = key.to_owned();
        let read = ask(&hub, move |hub| match linked {
            true => linked_data(hub, collection, &key, query),
            false => Ok(written_item(hub.item(collection, &key, &query)?, &query.shape)),
        });
        read.await.map_err(Unmade::Read)
    });
    match made.await {
        Ok(response) => Ok(response),
        Err(Unmade::Asked(problem)) => Err(problem),
        Err(Unmade::Read(error)) => moved(&request, collection, error, ""),
    }
}

/// Why there is no answer: what was asked, or what was found.
enum Unmade {
    Asked(Problem),
    Read(HubError),
}

impl From<HubError> for Unmade {
    fn from(error: HubError) -> Self {
        Self::Read(error)
    }
}

/// An entry as bytes.
fn written_item(page: ItemPage, shape: &Shape) -> Representation {
    let body = Body { shape, data: &page.data, included: page.included.as_ref() };
    Representation::of_entries(entry_page(&body), page.provenance)
}

/// Whether a request for an entry asks for JSON-LD: by `format`, else by `Accept`.
fn wants_json_ld(request: &HttpRequest) -> Result<bool, Problem> {
    match Pairs::decode(request.query_string()).0.get("format") {
        Some(format) => Ok(format == "jsonld"),
        None => Ok(choose(request, "application/json", &[JSON_LD])? == JSON_LD),
    }
}

/// An entry as JSON-LD.
fn linked_data(
    hub: &Hub,
    collection: &'static Collection,
    key: &str,
    mut query: ListQuery,
) -> Result<Representation, HubError> {
    query.include = told_with(&collection.schema_org).map(|first| IncludePath { first, second: None }).collect();
    let page = hub.item(collection, key, &query)?;
    let known = page.included.iter().flatten().map(PageEntry::value).collect::<Result<Vec<_>, _>>()?;
    let document = page.data.first().map(PageEntry::value).transpose()?.unwrap_or_default();
    let body = json_ld_with(collection, &document, &known, &hub.identity().site).to_string();
    Ok(Representation { media_type: JSON_LD, ..Representation::of_entries(body, page.provenance) })
}

/// `GET /v1/{collection}/{id-or-slug}/related`.
///
/// # Errors
/// As for [`item`].
pub async fn related(
    request: HttpRequest,
    hub: web::Data<Hub>,
    collection: &'static Collection,
) -> Result<HttpResponse, Problem> {
    let made = kept_or_made(&request, &hub, async || {
        let query = query(&request, &hub, Surface::Related).await.map_err(Unmade::Asked)?;
        let key = request.match_info().get("key").unwrap_or_default().to_owned();
        let overview = ask(&hub, move |hub| hub.related(collection, &key, &query)).await;
        overview.map(represented).map_err(Unmade::Read)
    });
    match made.await {
        Ok(response) => Ok(response),
        Err(Unmade::Asked(problem)) => Err(problem),
        Err(Unmade::Read(error)) => moved(&request, collection, error, "/related"),
    }
}

/// A permanent redirect to the entry's present address, the query kept; any other error as it is.
fn moved(
    request: &HttpRequest,
    collection: &Collection,
    error: HubError,
    below: &str,
) -> Result<HttpResponse, Problem> {
    let HubError::Moved(key) = error else { return Err(error.into()) };
    let query = request.query_string();
    let query = if query.is_empty() { String::new() } else { format!("?{query}") };
    Ok(HttpResponse::PermanentRedirect()
        .insert_header((header::LOCATION, format!("/v1/{}/{key}{below}{query}", collection.name)))
        .insert_header((header::CACHE_CONTROL, CONSENTED))
        .finish())
}

/// `GET /v1`.
///
/// # Errors
/// 400 for a query that is not understood.
pub async fn hub(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    query(&request, &hub, Surface::Hub).await?;
    let body = hub.describe("/openapi.json").to_string();
    Ok(Representation::of_program(body, "application/json").answer(&request).await)
}

/// `GET /v1/home`.
///
/// # Errors
/// 400 for a query that is not understood, 503.
pub async fn home(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    kept_or_made(&request, &hub, async || {
        let query = query(&request, &hub, Surface::Hub).await?;
        Ok(represented(ask(&hub, move |hub| hub.home(&query)).await?))
    })
    .await
}

/// `GET /v1/lookup`.
///
/// # Errors
/// 400 for a query that is not understood, 503.
pub async fn lookup(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    let query = query(&request, &hub, Surface::Lookup).await?;
    Ok(answer(&request, ask(&hub, move |hub| hub.lookup(&query)).await?).await)
}

async fn answer(request: &HttpRequest, overview: Overview) -> HttpResponse {
    represented(overview).answer(request).await
}

fn represented(overview: Overview) -> Representation {
    Representation::of_entries(overview.body, overview.provenance)
}

/// The problem of an answer that the program could not make of its own parts.
pub fn internal(reason: impl std::fmt::Display) -> Problem {
    log::error!("{reason}");
    Problem::new(INTERNAL, INTERNAL.title)
}
