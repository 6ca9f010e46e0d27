//! `/health/live` and `/health/ready`, for whatever starts, watches and balances the hub.

use actix_web::{HttpResponse, web};
use serde_json::json;

use super::problem::Problem;
use crate::hub::{Hub, HubError};
use crate::problem::UNAVAILABLE;
use crate::store::position;

/// `GET /health/live`: the process answers.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().insert_header(("Cache-Control", "no-store")).json(json!({ "status": "live" }))
}

/// `GET /health/ready`: the database can be reached and the catalogue is built; whether search is too, which is no
/// reason to keep readers away.
///
/// # Errors
/// 503 when the node is about to stop, or the database cannot be reached: reads are then answered from what the node has.
pub async fn ready(hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    // Balancers look elsewhere first; then the node takes no more connections.
    if hub.is_closing() {
        return Err(Problem::new(UNAVAILABLE, "This node is about to stop.").after(5));
    }
    let checked = hub.clone();
    let committed = web::block(move || checked.store().read_public(position))
        .await
        .map_err(|error| HubError::Rendering(error.to_string()))?
        .map_err(|error| {
            let seq = hub.catalogue().seq;
            Problem::from(HubError::Store(error)).after(1).with("database", "away").with("seq", seq)
        })?;
    Ok(HttpResponse::Ok().insert_header(("Cache-Control", "no-store")).json(json!({
        "status": "ready", "seq": hub.catalogue().seq, "committed_seq": committed.0,
        "search": if hub.search_is_ready() { "ready" } else { "building" },
        "search_seq": hub.search_seq().unwrap_or(0),
    })))
}
