//! `/oai`: OAI-PMH 2.0 for harvesters. Errors of the protocol are answers (200); only those of HTTP are problems.

use std::slice;

use actix_web::http::header;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use futures_util::StreamExt as _;

use super::negotiation::{Coding, coding};
use super::problem::Problem;
use super::reading::ask;
use super::representation::{Representation, WORTH_COMPRESSING, compress};
use crate::hub::Hub;
use crate::present::oai::SCHEMA_ORG_SCHEMA;
use crate::problem::{BAD_REQUEST, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE};

/// The longest body of a POST, as long as an address may be.
const MAX_FORM: usize = 16 * 1024;

const FORM: &str = "application/x-www-form-urlencoded";

/// The protocol knows no other, so `Accept` is not asked.
const XML: &str = "text/xml; charset=utf-8";

/// `GET /oai`.
///
/// # Errors
/// 503 when the database cannot be reached.
pub async fn get(request: HttpRequest, hub: web::Data<Hub>) -> Result<HttpResponse, Problem> {
    let form = request.query_string().as_bytes().to_vec();
    answer(&request, &hub, form).await
}

/// `POST /oai`: the same with the arguments in the body, for those that are too long for an address.
///
/// # Errors
/// 413, 415, 503.
pub async fn post(
    request: HttpRequest,
    hub: web::Data<Hub>,
    mut payload: web::Payload,
) -> Result<HttpResponse, Problem> {
    if !request.content_type().eq_ignore_ascii_case(FORM) {
        return Err(Problem::new(UNSUPPORTED_MEDIA_TYPE, format!("`Content-Type: {FORM}` is taken here.")));
    }
    let mut form = request.query_string().as_bytes().to_vec();
    form.push(b'&');
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|error| Problem::new(BAD_REQUEST, error.to_string()))?;
        if form.len() + chunk.len() > MAX_FORM {
            return Err(Problem::new(PAYLOAD_TOO_LARGE, format!("Arguments have at most {MAX_FORM} bytes.")));
        }
        form.extend_from_slice(&chunk);
    }
    answer(&request, &hub, form.trim_ascii_end().to_vec()).await
}

async fn answer(request: &HttpRequest, hub: &web::Data<Hub>, form: Vec<u8>) -> Result<HttpResponse, Problem> {
    let xml = web::Bytes::from(ask(hub, move |hub| hub.harvest(&form)).await?);
    let coding = if xml.len() < WORTH_COMPRESSING { Coding::Identity } else { coding(request) };
    let mut response = HttpResponse::Ok();
    response
        .content_type(XML)
        // Every answer says when it was made, and a list goes on from where the log now is.
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .insert_header((header::VARY, "Accept-Encoding"));
    Ok(match compress(slice::from_ref(&xml), coding) {
        Some(compressed) => response.insert_header((header::CONTENT_ENCODING, coding.name())).body(compressed),
        None => response.body(xml),
    })
}

/// `GET /oai/schema_org.xsd`: the schema of the format that is ours.
pub async fn schema(request: HttpRequest) -> HttpResponse {
    Representation::of_program(SCHEMA_ORG_SCHEMA.to_owned(), XML).answer(&request).await
}
