//! Answers that are kept: a question is known by its address and by what of its headers decides about the answer.

use std::sync::Arc;

use actix_web::dev::ServiceRequest;
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderName};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};

use super::layers::Answered;
use super::negotiation::{coding, list_header};
use super::representation::{Ready, Representation};
use crate::hub::{AsOf, Hub, HubError};
use crate::query::LanguagePriority;

/// The longest question whose answer is kept, in bytes.
const MAX_QUESTION: usize = 4096;

/// By what an answer is known: coding, what is accepted, languages by preference, path and query. `None` for what is
/// never kept: what waits for a place in the sequence, and whatever is not read from here.
fn question(request: &HttpRequest) -> Option<String> {
    let address = request.uri().path_and_query()?.as_str();
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if !reads || address.len() > MAX_QUESTION || address.contains("min_seq") {
        return None;
    }
    let headers = request.headers();
    let has = |name: &HeaderName| headers.contains_key(name);
    let mut question = String::with_capacity(address.len() + 32);
    if has(&header::ACCEPT_ENCODING) {
        question.push_str(coding(request).name());
    }
    question.push('\n');
    if has(&header::ACCEPT) {
        question.push_str(&list_header(request, &header::ACCEPT));
    }
    question.push('\n');
    if has(&header::ACCEPT_LANGUAGE) {
        let preferred = LanguagePriority::from_accept_language(&list_header(request, &header::ACCEPT_LANGUAGE));
        question.push_str(&preferred.to_string());
    }
    question.push('\n');
    question.push_str(address);
    (question.len() <= MAX_QUESTION).then_some(question)
}

/// Marks a request that was answered with what is kept, before it came to its route.
struct AnsweredBy(Arc<Ready>);

/// Answers with what is kept, if something is and holds.
///
/// # Errors
/// Those of the request.
pub async fn answer_kept(request: ServiceRequest, next: impl AsyncFnOnce(ServiceRequest) -> Answered) -> Answered {
    let hub = request.app_data::<web::Data<Hub>>();
    let kept: Option<AsOf<Ready>> = hub.and_then(|hub| hub.kept_answer(&question(request.request())?));
    let Some((ready, seq)) = kept else { return next(request).await };
    let answer = ready.answer(request.request(), Some(seq));
    request.extensions_mut().insert(AnsweredBy(ready));
    Ok(request.into_response(answer))
}

/// Whether a request was answered with what is kept.
pub fn is_kept(request: &HttpRequest) -> bool {
    request.extensions().contains::<AnsweredBy>()
}

/// The pattern of the route that answers a request, `-` where there is none.
pub fn route_of(request: &HttpRequest) -> Arc<str> {
    // Matching the path costs as much as all else that is done for an answer that is kept: it knows its route.
    let known = request.extensions().get::<AnsweredBy>().map(|by| Arc::clone(&by.0.route));
    known.or_else(|| request.match_pattern().map(Arc::from)).unwrap_or_else(|| Arc::from("-"))
}

/// The answer to a request: the one that is kept, or else the one that is made now, once for all who ask the same
/// meanwhile.
///
/// # Errors
/// What making it answers.
pub async fn kept_or_made<E>(
    request: &HttpRequest,
    hub: &Hub,
    make: impl AsyncFnOnce() -> Result<Representation, E>,
) -> Result<HttpResponse, E>
where
    E: From<HubError>,
{
    let Some(question) = question(request) else { return Ok(make().await?.answer(request).await) };
    let place = match hub.kept_answer_or_place::<Ready>(&question).await {
        Ok((ready, seq)) => return Ok(ready.answer(request, Some(seq))),
        Err(place) => place,
    };
    let mut representation = make().await?;
    let depends = match &mut representation.provenance {
        Some(provenance) => provenance.depends.take(),
        None => Some(hub.unchanging()),
    };
    let seq = representation.provenance.as_ref().map(|provenance| provenance.seq);
    let ready = Arc::new(representation.ready(request).await?);
    if let Some(depends) = depends {
        place.fill(Arc::clone(&ready), depends);
    }
    Ok(ready.answer(request, seq))
}
