//! The handlers of section 3 of the contract: changes, export, inventory and digest.

use std::time::Duration;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use tokio::time::Instant;

use super::events;
use super::negotiation::{accepts, prefers};
use super::problem::Problem;
use super::reading::ask;
use super::representation::{HUB_SEQ, Representation, not_modified};
use super::streams::{NDJSON, lines};
use crate::hub::{Feed, Hub};
use crate::query::{Surface, SyncQuery};

const JSON: &str = "application/json";

/// How caches keep what followers poll: not without asking.
const ASK: &str = "public, no-cache";

/// `GET /v1/changes`: a page of the change log, waited for if asked, or a stream of events.
///
/// # Errors
/// 400 for a query that is not understood, 410 for a place in another history, 503.
pub async fn changes(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    accepts(&request, &[JSON, events::MEDIA_TYPE])?;
    let mut query = SyncQuery::read(Surface::Changes, request.query_string())?;
    if prefers(&request, events::MEDIA_TYPE, JSON) {
        query.since = events::last_event_id(&request)?.unwrap_or(query.since);
        hub.reach(&query).await?;
        return Ok(events::follow(&request, hub, query));
    }
    hub.reach(&query).await?;
    let until = Instant::now() + Duration::from_secs(query.wait);
    let (feed, query) = loop {
        let at = hub.catalogue().seq;
        let unchanged = not_modified(&request, &validator(at), None);
        if !unchanged {
            let (feed, asked) = page(&hub, query).await?;
            query = asked;
            if !feed.rows.is_empty() || query.limit == 0 {
                break (feed, query);
            }
            if Instant::now() >= until || !hub.beyond(feed.seq, until - Instant::now()).await {
                break (feed, query);
            }
        } else if Instant::now() >= until || !hub.beyond(at, until - Instant::now()).await {
            return Ok(HttpResponse::NotModified()
                .insert_header((header::ETAG, validator(at)))
                .insert_header((header::CACHE_CONTROL, ASK))
                .insert_header(("Hub-Seq", at.to_string()))
                .finish());
        }
    };
    let next = format!("/v1/changes?{}", query.pairs.rebuilt(&["since"], &[("since", &feed.last_seq.to_string())]));
    let representation = Representation {
        body: feed.body(&next).into(),
        media_type: JSON,
        cache_control: ASK,
        provenance: None,
        links: vec![("next", next)],
        validator: Some(validator(feed.seq)),
        policy: None,
    };
    let mut response = representation.answer(&request).await;
    response.headers_mut().insert(HUB_SEQ, header::HeaderValue::from(feed.seq));
    Ok(response)
}

/// A page of the feed, and the query again.
async fn page(hub: &web::Data<Hub>, query: SyncQuery) -> Result<(std::sync::Arc<Feed>, SyncQuery), Problem> {
    Ok(ask(hub, move |hub| hub.feed(&query).map(|feed| (feed, query))).await?)
}

fn validator(seq: i64) -> String {
    format!("\"seq-{seq}\"")
}

/// `GET /v1/export`.
///
/// # Errors
/// 400 for a query that is not understood, 410 for another history, 503 when as many exports as are served are under way.
pub async fn export(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    let query = part(&request, &hub, NDJSON).await?;
    let admitted = hub.admit_export()?;
    lines(&request, move |out| {
        let _admitted = admitted;
        hub.export(&query, out)
    })
    .await
}

/// `GET /v1/inventory`.
///
/// # Errors
/// As [`export`].
pub async fn inventory(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    let query = part(&request, &hub, NDJSON).await?;
    let admitted = hub.admit_export()?;
    lines(&request, move |out| {
        let _admitted = admitted;
        hub.inventory(&query, out)
    })
    .await
}

/// `GET /v1/inventory/digest`.
///
/// # Errors
/// 400 for a query that is not understood, 410 for another history, 503.
pub async fn digest(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    let query = part(&request, &hub, JSON).await?;
    let (seq, answer) = ask(&hub, move |hub| hub.digest_answer(&query)).await?;
    let body = Representation { cache_control: ASK, ..Representation::of_program(answer.to_string(), JSON) };
    let mut response = body.answer(&request).await;
    response.headers_mut().insert(HUB_SEQ, header::HeaderValue::from(seq));
    Ok(response)
}

async fn part(request: &HttpRequest, hub: &Hub, media_type: &str) -> Result<SyncQuery, Problem> {
    accepts(request, &[media_type])?;
    let query = SyncQuery::read(Surface::Part, request.query_string())?;
    hub.reach(&query).await?;
    Ok(query)
}
