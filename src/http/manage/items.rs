//! Items over HTTP: each handler reads a request, asks the hub, and writes the answer.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;
use serde_json::Value;

use super::bodies::Body;
use super::requests::{Request, ask, pairs, written};
use crate::http::problem::Problem;
use crate::hub::{Answer, Hub, ItemQuery, ItemWrite, Scope, TransitionRequest, Verb};
use crate::model::title_key;
use crate::model::values::{ClosedList, Edtf, Instant};
use crate::openapi::Sent;
use crate::query::{ItemCursor, ParameterFault, read_item_filters};
use crate::store::{ItemFilter, ItemOrder, ItemPlace, ItemState};

fn item_path(answer: &Answer) -> Option<String> {
    answer.item.as_ref().map(|(collection, id)| format!("/v1/manage/{collection}/{id}"))
}

/// `GET /v1/manage/{collection}`.
pub async fn list(request: Request) -> Result<HttpResponse, Problem> {
    let collection = request.collection()?;
    let own: Vec<&str> = request.operation().parameters.iter().map(|(name, _, _)| *name).collect();
    let filters = read_item_filters(collection, request.pairs(), &own)?;
    let limit = request.number("limit", 0, 100, 20)?;
    let page = request.number("page", 1, 1_000_000, 1)?;
    let (order, descending) = match request.parameter("sort") {
        None => (ItemOrder::ModifiedAt, true),
        Some(sort) => {
            let name = sort.trim_start_matches('-');
            let order = closed("sort", name)?;
            (order, sort.starts_with('-'))
        }
    };
    let mut states = Vec::new();
    for word in request.parameter("state").into_iter().flat_map(|states| states.split(',')) {
        states.push(closed::<ItemState>("state", word.trim())?);
    }
    let instant = |name: &str, end: bool| bound(request.parameter(name), name, end);
    let tie = format!("{}?{}", collection.name, request.pairs().rebuilt(&["cursor", "page", "limit"], &[]));
    let behind = request.parameter("cursor").map(|sealed| ItemCursor::open(sealed, &tie)).transpose();
    let behind = behind.map_err(|fault| Problem::faults(&[fault]))?;
    let filter = ItemFilter {
        states,
        text: request.parameter("q").map(title_key),
        review_due: request.flag("review_due")?.then(|| Instant::now().date()),
        modified_from: instant("modified_from", false)?,
        modified_to: instant("modified_to", true)?,
        unpublished_changes: request.parsed("unpublished_changes", "`true` or `false`")?,
        ids: None,
        behind: behind.map(ItemPlace::from),
        order: Some(order),
        descending,
    };
    let query = ItemQuery { filter, filters, limit, offset: (page - 1) * limit, tie };
    let answer = request.ask(move |hub| hub.list_items(collection, &query)).await?;
    Ok(HttpResponse::Ok().json(answer))
}

/// A value of a closed list.
pub(super) fn closed<T: ClosedList + for<'de> Deserialize<'de>>(name: &str, word: &str) -> Result<T, Problem> {
    serde_json::from_value(Value::from(word)).map_err(|_| {
        Problem::faults(&[ParameterFault::unknown(name, "unknown-value", word, T::VALUES.iter().copied())])
    })
}

/// One end of a range of time: an instant, or the beginning or end of a day, month or year.
fn bound(value: Option<&str>, name: &str, end: bool) -> Result<Option<Instant>, Problem> {
    let Some(value) = value else { return Ok(None) };
    if let Ok(at) = value.parse::<Instant>() {
        return Ok(Some(at));
    }
    let interval = value.parse::<Edtf>().map(|date| date.interval()).map_err(|_| {
        Problem::faults(&[ParameterFault::new(name, "invalid-value", "A year, month, day or instant is expected.")])
    })?;
    Ok(Some(Instant::from_millis(if end { interval.end } else { interval.start })))
}

/// `POST /v1/manage/{collection}`.
pub async fn create(request: Request, body: Body) -> Result<HttpResponse, Problem> {
    let (collection, publish, once) = (request.collection()?, request.publish()?, request.once(&body)?);
    let (actor, may_consent) = (request.actor(), request.may(Scope::Consent));
    let made =
        request.ask(move |hub| hub.create(&actor, once.as_ref(), collection, body.json, publish, may_consent)).await?;
    Ok(written(made, item_path))
}

/// `GET /v1/manage/{collection}/{id}`.
pub async fn read(request: Request) -> Result<HttpResponse, Problem> {
    let (collection, id, with_consent) = (request.collection()?, request.part("id"), request.may(Scope::Consent));
    let (item, body) = request.ask(move |hub| hub.read_item(collection, &id, with_consent)).await?;
    Ok(HttpResponse::Ok().insert_header((header::ETAG, format!("\"rev-{}\"", item.rev))).json(body))
}

/// `PUT` and `PATCH /v1/manage/{collection}/{id}`.
pub async fn write(request: Request, body: Body) -> Result<HttpResponse, Problem> {
    let (collection, id, publish) = (request.collection()?, request.part("id"), request.publish()?);
    let expected = request.expected()?;
    let write = match request.operation().body {
        Sent::Patch => ItemWrite::Merge(body.json),
        _ => ItemWrite::Replace(body.json),
    };
    let (actor, may_consent) = (request.actor(), request.may(Scope::Consent));
    let answer =
        request.ask(move |hub| hub.write_item(&actor, collection, &id, expected, write, publish, may_consent)).await?;
    Ok(written((answer, false), item_path))
}

/// `DELETE /v1/manage/{collection}/{id}`.
pub async fn delete(request: Request) -> Result<HttpResponse, Problem> {
    let (collection, id, expected, actor) =
        (request.collection()?, request.part("id"), request.expected()?, request.actor());
    request.ask(move |hub| hub.delete_item(&actor, collection, &id, expected)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// `POST /v1/manage/{collection}/{id}/<verb>`.
pub async fn transition(request: Request, verb: Verb, body: Body) -> Result<HttpResponse, Problem> {
    let (collection, id, expected) = (request.collection()?, request.part("id"), request.if_match()?);
    let (once, actor) = (request.once(&body)?, request.actor());
    let asked: TransitionRequest = request.object(body)?;
    let done =
        request.ask(move |hub| hub.transition(&actor, once.as_ref(), collection, &id, expected, verb, &asked)).await?;
    Ok(written(done, item_path))
}

/// What is only looked at: checks, revisions, differences, previews, reports.
pub async fn look(request: Request) -> Result<HttpResponse, Problem> {
    let (collection, id) = (request.collection()?, request.part("id"));
    let answer = match request.operation().id {
        "check_item" => request.ask(move |hub| hub.checks(collection, &id)).await?,
        "list_revisions" => request.ask(move |hub| hub.revisions(collection, &id)).await?,
        "get_revision" => {
            let rev = request.part("rev").parse().unwrap_or(0);
            request.ask(move |hub| hub.revision(collection, &id, rev)).await?
        }
        "diff_revisions" => {
            let from = request.number("from", 1, i64::MAX, 0)?;
            let to = request.number("to", 1, i64::MAX, 0)?;
            request.ask(move |hub| hub.diff(collection, &id, from, to)).await?
        }
        "preview_item" => {
            let drafts = request.flag("drafts")?;
            request.ask(move |hub| hub.preview(collection, &id, drafts)).await?
        }
        _ => request.ask(move |hub| hub.withdrawal(collection, &id)).await?,
    };
    Ok(HttpResponse::Ok().json(answer))
}

#[derive(Deserialize)]
struct LinkRequest {
    expires_in: i64,
}

/// `POST /v1/manage/{collection}/{id}/preview-links`.
pub async fn make_preview_link(request: Request, body: Body) -> Result<HttpResponse, Problem> {
    let (collection, id, once, actor) =
        (request.collection()?, request.part("id"), request.once(&body)?, request.actor());
    let LinkRequest { expires_in } = request.object(body)?;
    let made =
        request.ask(move |hub| hub.make_preview_link(&actor, once.as_ref(), collection, &id, expires_in)).await?;
    Ok(written(made, |answer| answer.body.get("href").and_then(Value::as_str).map(str::to_owned)))
}

/// `GET /v1/preview/{token}`.
pub async fn preview_by_link(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    pairs(&request, Some(&[]))?;
    let token = request.match_info().get("token").unwrap_or_default().to_owned();
    let answer = ask(&hub, move |hub| hub.preview_by_link(&token)).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .insert_header(("X-Robots-Tag", "noindex"))
        .json(answer))
}

/// `PUT /v1/manage/{collection}/{id}/consent`.
pub async fn put_consent(request: Request, body: Body) -> Result<HttpResponse, Problem> {
    let (collection, id, actor) = (request.collection()?, request.part("id"), request.actor());
    let done = request.ask(move |hub| hub.put_consent(&actor, None, collection, &id, body.json)).await?;
    Ok(written(done, item_path))
}

/// `POST /v1/manage/{collection}/{id}/consent/withdraw`. Whatever is sent along is ignored: no body must stand in the way
/// of somebody's withdrawal.
pub async fn withdraw_consent(request: Request, body: Body) -> Result<HttpResponse, Problem> {
    let (collection, id, once, actor) =
        (request.collection()?, request.part("id"), request.once(&body)?, request.actor());
    let done = request.ask(move |hub| hub.withdraw_consent(&actor, once.as_ref(), collection, &id)).await?;
    Ok(written(done, item_path))
}
