//! What every answer gets, whoever made it: an id, a problem document if it is an error, and the headers of CORS and of the
//! hub's position.

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::{HttpMessage, HttpResponse, web};

use super::layers::Answered;
use super::problem::Problem;
use super::representation::{Field, HUB_SEQ};
use super::routes::nearest;
use crate::hub::Hub;
use crate::problem::{METHOD_NOT_ALLOWED, NOT_FOUND, URI_TOO_LONG};

/// The longest path with query, in bytes.
const MAX_URI: usize = 16 * 1024;

/// What scripts of other sites may do with what is public. Made when the program is compiled, as what follows: each answer
/// would else look at these texts byte by byte.
const TO_ALL: [Field; 2] = [
    (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
    (
        header::ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static(
            "ETag, Link, Hub-Seq, Hub-Epoch, Content-Language, Retry-After, RateLimit, RateLimit-Policy, Hub-Database",
        ),
    ),
];

/// What says that an answer is for the one who asked.
const TO_EDITORS: [Field; 2] = [
    (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex")),
];

/// Media types are what they are said to be.
const NO_SNIFFING: HeaderValue = HeaderValue::from_static("nosniff");

/// The id of the request.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");

/// The history that places in the sequence belong to.
const HUB_EPOCH: HeaderName = HeaderName::from_static("hub-epoch");

/// What public paths take.
pub const PUBLIC: &str = "GET, HEAD, OPTIONS";

/// What the one of harvesters takes: its protocol wants POST, which changes nothing there either.
pub const HARVESTING: &str = "GET, HEAD, POST, OPTIONS";

/// The paths of editing, which browsers of other sites have no business with.
const MANAGE: &str = "/v1/manage";

/// The id of a request, for those who note what it did.
#[derive(Debug, Clone, Copy)]
pub struct RequestId(pub uuid::Uuid);

/// Marks an error that is told in a page: it stays as it is.
#[derive(Debug, Clone, Copy)]
pub struct ForPeople;

/// Finishes an answer.
///
/// # Errors
/// None: errors of inner services become problems here.
pub async fn finish(request: ServiceRequest, next: impl AsyncFnOnce(ServiceRequest) -> Answered) -> Answered {
    let mut written = uuid::Uuid::encode_buffer();
    let request_id = uuid::Uuid::now_v7();
    let id: &str = request_id.hyphenated().encode_lower(&mut written);
    let managing = is_managing(request.path());
    let hub = request.app_data::<web::Data<Hub>>().cloned();
    let too_long = request.uri().path_and_query().is_some_and(|address| address.as_str().len() > MAX_URI);

    let mut response = if too_long {
        let problem = Problem::new(URI_TOO_LONG, format!("Path and query may have {MAX_URI} bytes."));
        request.into_response(problem.response(id)).map_into_boxed_body()
    } else {
        request.extensions_mut().insert(RequestId(request_id));
        explain(next(request).await?, id)
    };
    let headers = response.headers_mut();
    put_common(headers, managing, id);
    if let Some(hub) = hub {
        let snapshot = hub.catalogue();
        if let Ok(epoch) = HeaderValue::from_str(&snapshot.epoch) {
            headers.insert(HUB_EPOCH, epoch);
        }
        if !headers.contains_key(HUB_SEQ) {
            headers.insert(HUB_SEQ, HeaderValue::from(snapshot.seq));
        }
    }
    Ok(response)
}

/// Whether a path is one of editing.
pub fn is_managing(path: &str) -> bool {
    path.starts_with(MANAGE)
}

/// Puts what every answer has, to whoever it goes, into its head.
pub fn put_common(headers: &mut HeaderMap, managing: bool, id: &str) {
    for (name, value) in if managing { TO_EDITORS } else { TO_ALL } {
        headers.insert(name, value);
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, NO_SNIFFING);
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(REQUEST_ID, id);
    }
}

/// Turns an error of whatever origin into a problem document.
fn explain(response: ServiceResponse<BoxBody>, id: &str) -> ServiceResponse<BoxBody> {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let is_problem = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/problem+json"));
    if is_problem || response.response().extensions().get::<ForPeople>().is_some() {
        return response;
    }
    let allow = response.headers().get(header::ALLOW).cloned();
    let raised = response.response().error().and_then(|error| error.as_error::<Problem>());
    if let Some(cause) = raised.and_then(Problem::cause) {
        log::error!(target: "request", "{id} {cause}");
    }
    let mut answer = match (raised, status) {
        (Some(problem), _) => problem.response(id),
        (None, StatusCode::NOT_FOUND) => {
            let path = response.request().path();
            let meant = nearest(path).map_or(String::new(), |nearest| format!(" Nearest: {nearest}."));
            let detail = format!("The hub has no path {}; GET /v1 lists what it has.{meant}", short(path));
            Problem::new(NOT_FOUND, detail).response(id)
        }
        (None, StatusCode::METHOD_NOT_ALLOWED) => {
            let methods = allow.as_ref().and_then(|allow| allow.to_str().ok()).unwrap_or(PUBLIC);
            Problem::new(METHOD_NOT_ALLOWED, format!("This path answers {methods}.")).response(id)
        }
        (None, status) => {
            if status.is_server_error() {
                log::error!(target: "request", "{id} {status} on {}", short(response.request().path()));
            }
            Problem::of_status(status).response(id)
        }
    };
    if let Some(allow) = allow {
        answer.headers_mut().insert(header::ALLOW, allow);
    }
    response.into_response(answer)
}

fn short(path: &str) -> String {
    path.chars().filter(|c| !c.is_control()).take(100).collect()
}

/// Answers OPTIONS, preflight or not.
pub async fn options() -> HttpResponse {
    options_of(PUBLIC).await
}

/// Answers OPTIONS of a path that takes these methods.
pub async fn options_of(methods: &'static str) -> HttpResponse {
    HttpResponse::NoContent()
        .insert_header((header::ALLOW, methods))
        .insert_header(("Access-Control-Allow-Methods", methods))
        .insert_header((
            "Access-Control-Allow-Headers",
            "Accept, Accept-Language, If-None-Match, If-Modified-Since, Content-Type",
        ))
        .insert_header(("Access-Control-Max-Age", "86400"))
        .finish()
}

/// Answers a method that a public path does not take.
pub async fn method_not_allowed() -> HttpResponse {
    not_among(PUBLIC).await
}

/// Answers a method that is not one of these.
pub async fn not_among(methods: &'static str) -> HttpResponse {
    HttpResponse::MethodNotAllowed().insert_header((header::ALLOW, methods)).finish()
}
