//! Webhooks over HTTP: each handler reads a request, asks the hub, and writes the answer.

use actix_web::HttpResponse;
use serde::Deserialize;
use serde_json::{Value, json};

use super::bodies::Body;
use super::items::closed;
use super::requests::{Request, written};
use crate::http::problem::Problem;
use crate::hub::{Answer, DeliveryQuery, EditError, NewWebhook, PingStart, WebhookPatch};

fn webhook_path(answer: &Answer) -> Option<String> {
    let id = answer.body.pointer("/webhook/id").and_then(Value::as_str)?;
    Some(format!("/v1/manage/webhooks/{id}"))
}

/// `GET /v1/manage/webhooks`.
pub async fn list(request: Request) -> Result<HttpResponse, Problem> {
    let webhooks = request.ask(|hub| hub.webhooks().map_err(EditError::Store)).await?;
    Ok(HttpResponse::Ok().json(json!({ "data": webhooks })))
}

/// `POST /v1/manage/webhooks`.
pub async fn create(request: Request, body: Body) -> Result<HttpResponse, Problem> {
    let (once, actor) = (request.once(&body)?, request.actor());
    let asked: NewWebhook = request.object(body)?;
    let made = request.ask(move |hub| hub.make_webhook(&actor, once.as_ref(), &asked)).await?;
    Ok(written(made, webhook_path))
}

/// `GET /v1/manage/webhooks/{webhook}`.
pub async fn read(request: Request) -> Result<HttpResponse, Problem> {
    let id = request.part("webhook");
    let webhook = request.ask(move |hub| hub.webhook(&id)).await?;
    Ok(HttpResponse::Ok().json(json!({ "webhook": webhook })))
}

/// `PATCH /v1/manage/webhooks/{webhook}`.
pub async fn change(request: Request, body: Body) -> Result<HttpResponse, Problem> {
    let (id, actor) = (request.part("webhook"), request.actor());
    let patch: WebhookPatch = request.object(body)?;
    let done = request.ask(move |hub| hub.patch_webhook(&actor, &id, &patch)).await?;
    Ok(written(done, webhook_path))
}

/// `DELETE /v1/manage/webhooks/{webhook}`.
pub async fn delete(request: Request) -> Result<HttpResponse, Problem> {
    let (id, actor) = (request.part("webhook"), request.actor());
    request.ask(move |hub| hub.delete_webhook(&actor, &id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// `POST /v1/manage/webhooks/{webhook}/pause` and `…/resume`.
pub async fn set(request: Request, body: Body) -> Result<HttpResponse, Problem> {
    let (id, once, actor) = (request.part("webhook"), request.once(&body)?, request.actor());
    let active = request.operation().id == "resume_webhook";
    let done = request.ask(move |hub| hub.set_webhook(&actor, once.as_ref(), &id, active)).await?;
    Ok(written(done, webhook_path))
}

#[derive(Deserialize)]
struct Replay {
    from_seq: i64,
}

/// `POST /v1/manage/webhooks/{webhook}/replay`.
pub async fn replay(request: Request, body: Body) -> Result<HttpResponse, Problem> {
    let (id, once, actor) = (request.part("webhook"), request.once(&body)?, request.actor());
    let Replay { from_seq } = request.object(body)?;
    let done = request.ask(move |hub| hub.replay_webhook(&actor, once.as_ref(), &id, from_seq)).await?;
    Ok(written(done, webhook_path))
}

#[derive(Deserialize)]
struct Rotation {
    overlap_seconds: Option<i64>,
}

/// `POST /v1/manage/webhooks/{webhook}/rotate`.
pub async fn rotate(request: Request, body: Body) -> Result<HttpResponse, Problem> {
    let (id, once, actor) = (request.part("webhook"), request.once(&body)?, request.actor());
    let Rotation { overlap_seconds } = request.object(body)?;
    let done = request.ask(move |hub| hub.rotate_webhook(&actor, once.as_ref(), &id, overlap_seconds)).await?;
    Ok(written(done, webhook_path))
}

/// `POST /v1/manage/webhooks/{webhook}/ping`. Nothing in the hub waits while the endpoint takes its time.
pub async fn ping(request: Request, body: Body) -> Result<HttpResponse, Problem> {
    let (id, once, actor) = (request.part("webhook"), request.once(&body)?, request.actor());
    let (asker, named) = (actor.clone(), once.clone());
    let done = match request.ask(move |hub| hub.begin_ping(&asker, named.as_ref(), &id)).await? {
        PingStart::Answered(answer) => (answer, true),
        PingStart::Send(ping) => {
            let attempt = ping.send().await;
            request.ask(move |hub| hub.end_ping(&actor, once.as_ref(), &ping, &attempt)).await?
        }
    };
    Ok(written(done, webhook_path))
}

/// `GET /v1/manage/webhooks/{webhook}/deliveries`.
pub async fn deliveries(request: Request) -> Result<HttpResponse, Problem> {
    let id = request.part("webhook");
    let query = DeliveryQuery {
        outcome: request.parameter("outcome").map(|word| closed("outcome", word)).transpose()?,
        before: request.id("before")?,
        limit: request.number("limit", 1, 100, 20)?,
    };
    let answer = request.ask(move |hub| hub.deliveries(&id, &query)).await?;
    Ok(HttpResponse::Ok().json(answer))
}
