//! The handlers of section 1 of the contract: a query is read, the hub asked, the answer represented.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::{Value, json};

use super::negotiation::{accepts, list_header};
use super::problem::Problem;
use super::representation::Representation;
use crate::hub::{Hub, HubError, ListPage, Overview};
use crate::model::Collection;
use crate::present::{Body, entry_page, list_page};
use crate::problem::INTERNAL;
use crate::query::{ListQuery, Shape, Surface};

const JSON: &[&str] = &["application/json"];

/// Reads the query of a request and waits for the place in the sequence that it asks for.
async fn query(request: &HttpRequest, hub: &Hub, surface: Surface) -> Result<ListQuery, Problem> {
    accepts(request, JSON)?;
    let languages = list_header(request, &header::ACCEPT_LANGUAGE);
    let query =
        ListQuery::read(surface, request.query_string(), (!languages.is_empty()).then_some(languages.as_str()))?;
    if let Some(seq) = query.min_seq {
        match query.text {
            Some(_) => hub.wait_for_search(seq).await?,
            None => hub.wait_for(seq).await?,
        }
    }
    Ok(query)
}

/// Asks the hub on a thread that may wait for the database.
pub(super) async fn ask<T: Send + 'static>(
    hub: &web::Data<Hub>,
    question: impl FnOnce(&Hub) -> Result<T, HubError> + Send + 'static,
) -> Result<T, HubError> {
    let hub = hub.clone();
    match web::block(move || question(&hub)).await {
        Ok(answer) => answer,
        Err(error) => Err(HubError::Rendering(error.to_string())),
    }
}

/// `GET /v1/{collection}`.
///
/// # Errors
/// 400 for a query that is not understood, 503 when the database cannot be reached.
pub async fn list(
    request: HttpRequest,
    hub: web::Data<Hub>,
    collection: &'static Collection,
) -> Result<HttpResponse, Problem> {
    let query = query(&request, &hub, Surface::List(collection.name)).await?;
    let page = ask(&hub, move |hub| Ok(written(hub.list(collection, &query)?, &query.shape))).await?;
    Ok(page.answer(&request))
}

/// `GET /v1/search`.
///
/// # Errors
/// 400 for a query that is not understood, 503 while the search index is being built.
pub async fn search(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    let query = query(&request, &hub, Surface::Search).await?;
    let page = ask(&hub, move |hub| Ok(written(hub.search(&query)?, &query.shape))).await?;
    Ok(page.answer(&request))
}

/// `GET /v1/suggest`.
///
/// # Errors
/// As for [`search`].
pub async fn suggest(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    let query = query(&request, &hub, Surface::Suggest).await?;
    Ok(answer(&request, ask(&hub, move |hub| hub.suggestions(&query)).await?))
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
    let query = query(&request, &hub, Surface::Item(collection.name)).await?;
    let key = request.match_info().get("key").unwrap_or_default().to_owned();
    let answer = ask(&hub, move |hub| {
        let page = hub.item(collection, &key, &query)?;
        let body = Body { shape: &query.shape, data: &page.data, included: page.included.as_ref() };
        Ok((entry_page(&body), page.provenance))
    })
    .await;
    match answer {
        Ok((body, provenance)) => Ok(Representation::of_entries(body, provenance).answer(&request)),
        Err(error) => moved(&request, collection, error, ""),
    }
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
    let query = query(&request, &hub, Surface::Related).await?;
    let key = request.match_info().get("key").unwrap_or_default().to_owned();
    match ask(&hub, move |hub| hub.related(collection, &key, &query)).await {
        Ok(overview) => Ok(answer(&request, overview)),
        Err(error) => moved(&request, collection, error, "/related"),
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
        .insert_header((header::CACHE_CONTROL, super::representation::PUBLIC))
        .finish())
}

/// `GET /v1`.
///
/// # Errors
/// 400 for a query that is not understood.
pub async fn hub(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    query(&request, &hub, Surface::Hub).await?;
    let body = hub.describe("/openapi.json").to_string();
    Ok(Representation::of_program(body, "application/json").answer(&request))
}

/// `GET /v1/home`.
///
/// # Errors
/// 400 for a query that is not understood, 503.
pub async fn home(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    let query = query(&request, &hub, Surface::Hub).await?;
    Ok(answer(&request, ask(&hub, move |hub| hub.home(&query)).await?))
}

/// `GET /v1/lookup`.
///
/// # Errors
/// 400 for a query that is not understood, 503.
pub async fn lookup(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    let query = query(&request, &hub, Surface::Lookup).await?;
    Ok(answer(&request, ask(&hub, move |hub| hub.lookup(&query)).await?))
}

fn answer(request: &HttpRequest, overview: Overview) -> HttpResponse {
    Representation::of_entries(overview.body, overview.provenance).answer(request)
}

/// The problem of an answer that the program could not make of its own parts.
pub fn internal(reason: impl std::fmt::Display) -> Problem {
    log::error!("{reason}");
    Problem::new(INTERNAL, INTERNAL.title)
}
