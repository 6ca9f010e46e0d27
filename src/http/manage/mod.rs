//! `/v1/manage`: routes from the table of operations. Whoever has no key, or one that may not do it, learns nothing more.

mod access;
mod bodies;
mod import;
mod items;
mod keys;
mod requests;
mod webhooks;

use actix_web::http::Method;
use actix_web::{HttpRequest, HttpResponse, Resource, Scope, web};

pub use self::items::preview_by_link;
use self::requests::Request;
use super::problem::Problem;
use crate::hub::Hub;
use crate::openapi::{ManageOperation, operations};
use crate::problem::NOT_FOUND;

/// Where all of it is.
const BASE: &str = "/v1/manage";

/// Declares the routes of editing, those that begin alike below one scope: the router tries one expression after the other, and
/// passes over the scopes that a path is not in.
pub fn configure(config: &mut web::ServiceConfig) {
    config.app_data(access::Attempts::shared());
    let mut paths: Vec<&'static str> = operations().map(|operation| operation.path).collect();
    // What is spelt out goes before what stands for any collection. In a scope the order is kept.
    paths.sort_by_key(|path| (scope_of(path) == BASE, scope_of(path)));
    paths.dedup();
    for alike in paths.chunk_by(|one, other| scope_of(one) == scope_of(other)) {
        let Some(prefix) = alike.first().map(|path| scope_of(path)) else { continue };
        let resources = alike.iter().map(|path| resource(path, path.strip_prefix(prefix).unwrap_or_default()));
        config.service(resources.fold(web::scope(prefix), Scope::service));
    }
}

/// What a path begins with that is no parameter: where editing is, and what is edited if it is spelt out.
fn scope_of(path: &str) -> &str {
    let below = path.strip_prefix(BASE).and_then(|below| below.strip_prefix('/')).unwrap_or_default();
    let first = below.split('/').next().unwrap_or_default();
    if first.starts_with('{') { BASE } else { path.get(..BASE.len() + 1 + first.len()).unwrap_or(BASE) }
}

/// The operations of a path, which is what is left of it below its scope.
fn resource(path: &'static str, below: &str) -> Resource {
    let here = || operations().filter(move |operation| operation.path == path);
    let mut resource = web::resource(below);
    for operation in here() {
        let method = Method::from_bytes(operation.method.as_bytes()).unwrap_or(Method::GET);
        resource = resource.route(web::method(method).to(
            move |request: HttpRequest, payload: web::Payload, hub: web::Data<Hub>| {
                operate(operation, request, payload, hub)
            },
        ));
    }
    let methods: Vec<&str> = here().map(|operation| operation.method).collect();
    let allow = methods.join(", ");
    resource.default_service(web::to(move || {
        let allow = allow.clone();
        async move { HttpResponse::MethodNotAllowed().insert_header(("Allow", allow)).finish() }
    }))
}

/// Lets a request in, reads it, and does what it asks.
async fn operate(
    operation: &'static ManageOperation,
    request: HttpRequest,
    payload: web::Payload,
    hub: web::Data<Hub>,
) -> Result<HttpResponse, Problem> {
    let caller = access::caller(&request, &hub, operation.scope).await?;
    let request = Request::of(operation, request, hub, caller)?;
    if operation.id == "import_documents" {
        return import::import(request, payload).await;
    }
    let body = request.body(payload).await?;
    match operation.id {
        "list_items" => items::list(request).await,
        "create_item" => items::create(request, body).await,
        "get_item" => items::read(request).await,
        "replace_item" | "patch_item" => items::write(request, body).await,
        "delete_item" => items::delete(request).await,
        "check_item" | "list_revisions" | "get_revision" | "diff_revisions" | "preview_item" | "get_withdrawal" => {
            items::look(request).await
        }
        "make_preview_link" => items::make_preview_link(request, body).await,
        "put_consent" => items::put_consent(request, body).await,
        "withdraw_consent" => items::withdraw_consent(request, body).await,
        "list_keys" => keys::list(request).await,
        "create_key" => keys::create(request, body).await,
        "rotate_key" | "end_key_rotation" => keys::rotate(request, body).await,
        "revoke_key" => keys::revoke(request).await,
        "list_audit" => keys::audit(request).await,
        "send_receipt" => keys::receive(request, body).await,
        "list_receipts" => keys::receipts(request).await,
        "list_webhooks" => webhooks::list(request).await,
        "create_webhook" => webhooks::create(request, body).await,
        "get_webhook" => webhooks::read(request).await,
        "change_webhook" => webhooks::change(request, body).await,
        "delete_webhook" => webhooks::delete(request).await,
        "ping_webhook" => webhooks::ping(request, body).await,
        "list_deliveries" => webhooks::deliveries(request).await,
        "replay_webhook" => webhooks::replay(request, body).await,
        "rotate_webhook" => webhooks::rotate(request, body).await,
        "pause_webhook" | "resume_webhook" => webhooks::set(request, body).await,
        _ => match request.verb() {
            Some(verb) => items::transition(request, verb, body).await,
            None => Err(Problem::new(NOT_FOUND, "There is no such operation.")),
        },
    }
}
