//! Keys and the audit over HTTP.

use actix_web::HttpResponse;
use serde::Deserialize;
use serde_json::{Value, json};

use super::bodies::Body;
use super::requests::{Request, written};
use crate::http::problem::Problem;
use crate::hub::{Answer, AuditQuery, EditError, Scope};
use crate::model::values::Edtf;

/// `GET /v1/manage/keys`.
pub async fn list(request: Request) -> Result<HttpResponse, Problem> {
    let keys = request.ask(|hub| hub.keys().map_err(EditError::Store)).await?;
    Ok(HttpResponse::Ok().json(json!({ "data": keys })))
}

#[derive(Deserialize)]
struct KeyRequest {
    name: String,
    scopes: Vec<Scope>,
    expires_on: Option<Edtf>,
}

/// `POST /v1/manage/keys`.
pub async fn create(request: Request, body: Body) -> Result<HttpResponse, Problem> {
    let (once, actor) = (request.once(&body)?, request.actor());
    let asked: KeyRequest = request.object(body)?;
    let made = request
        .ask(move |hub| hub.make_key(&actor, once.as_ref(), &asked.name, &asked.scopes, asked.expires_on))
        .await?;
    Ok(written(made, key_path))
}

/// `POST /v1/manage/keys/{key}/rotate` and `…/retire`.
pub async fn rotate(request: Request, body: Body) -> Result<HttpResponse, Problem> {
    let (id, once, actor) = (request.part("key"), request.once(&body)?, request.actor());
    let begin = request.operation().id == "rotate_key";
    let done = request
        .ask(move |hub| match begin {
            true => hub.rotate_key(&actor, once.as_ref(), &id),
            false => hub.retire_secret(&actor, once.as_ref(), &id),
        })
        .await?;
    Ok(written(done, key_path))
}

/// `DELETE /v1/manage/keys/{key}`.
pub async fn revoke(request: Request) -> Result<HttpResponse, Problem> {
    let (id, actor) = (request.part("key"), request.actor());
    request.ask(move |hub| hub.revoke_key(&actor, &id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// `GET /v1/manage/audit`.
pub async fn audit(request: Request) -> Result<HttpResponse, Problem> {
    let text = |name: &str| request.parameter(name).map(str::to_owned);
    let query = AuditQuery {
        item: text("item"),
        key: text("key"),
        before: request.id("before")?,
        limit: request.number("limit", 1, 100, 20)?,
    };
    let answer = request.ask(move |hub| hub.audit(&query)).await?;
    Ok(HttpResponse::Ok().json(answer))
}

#[derive(Deserialize)]
struct ReceiptRequest {
    up_to: i64,
}

/// `POST /v1/manage/receipts`.
pub async fn receive(request: Request, body: Body) -> Result<HttpResponse, Problem> {
    let (once, actor) = (request.once(&body)?, request.actor());
    let asked: ReceiptRequest = request.object(body)?;
    let received = request.ask(move |hub| hub.receive(&actor, once.as_ref(), asked.up_to)).await?;
    Ok(written(received, |_| None))
}

/// `GET /v1/manage/receipts`.
pub async fn receipts(request: Request) -> Result<HttpResponse, Problem> {
    let receipts = request.ask(|hub| hub.receipts().map_err(EditError::Store)).await?;
    Ok(HttpResponse::Ok().json(receipts))
}

fn key_path(answer: &Answer) -> Option<String> {
    let id = answer.body.pointer("/key/id").and_then(Value::as_str)?;
    Some(format!("/v1/manage/keys/{id}"))
}
