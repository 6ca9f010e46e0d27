//! Headers that keep browsers from doing with an answer what nobody meant, and that say what is left to a client and when
//! the node has lost its database.

use actix_web::dev::ServiceRequest;
use actix_web::http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
};
use actix_web::{HttpMessage as _, web};

use super::layers::Answered;
use super::rates::Told;
use crate::hub::Hub;

/// Cards are made to be framed by others, whatever they say.
const FRAMED: &str = "/embed";

/// Who may show an answer in a frame.
const FRAMING: HeaderValue = HeaderValue::from_static("frame-ancestors 'none'");

/// What a link that is followed tells of where it stood.
const REFERRER: HeaderValue = HeaderValue::from_static("strict-origin-when-cross-origin");

/// A year, once a browser has seen the hub by TLS.
const SECURE: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// Whether the node has lost its database.
const DATABASE: HeaderName = HeaderName::from_static("hub-database");

/// Adds what an answer does not say itself.
///
/// # Errors
/// Those of the request.
pub async fn guard(request: ServiceRequest, next: impl AsyncFnOnce(ServiceRequest) -> Answered) -> Answered {
    let framed = request.path().starts_with(FRAMED);
    let secure = request.app_config().secure();
    let away = request.app_data::<web::Data<Hub>>().is_some_and(|hub| hub.store().is_away());
    let mut response = next(request).await?;
    let rates = response.request().extensions_mut().remove::<Told>();
    let headers = response.headers_mut();
    if let Some(rates) = rates {
        rates.put(headers);
    }
    let mut add = |name: HeaderName, value: HeaderValue| {
        if !headers.contains_key(&name) {
            headers.insert(name, value);
        }
    };
    if !framed {
        add(CONTENT_SECURITY_POLICY, FRAMING);
    }
    add(REFERRER_POLICY, REFERRER);
    if secure {
        add(STRICT_TRANSPORT_SECURITY, SECURE);
    }
    if away {
        add(DATABASE, HeaderValue::from_static("away"));
    }
    Ok(response)
}
