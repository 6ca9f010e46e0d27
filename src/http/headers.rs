//! Headers that keep browsers from doing with an answer what nobody meant, and that say what is left to a client and when
//! the node has lost its database.

use actix_web::dev::ServiceRequest;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{HttpMessage as _, web};

use super::layers::Answered;
use super::rates::Told;
use crate::hub::Hub;

/// Cards are made to be framed by others, whatever they say.
const FRAMED: &str = "/embed";

/// A year, once a browser has seen the hub by TLS.
const SECURE: &str = "max-age=31536000";

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
    let mut add = |name: &'static str, value: &'static str| {
        let name = HeaderName::from_static(name);
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    if !framed {
        add("content-security-policy", "frame-ancestors 'none'");
    }
    add("referrer-policy", "strict-origin-when-cross-origin");
    if secure {
        add("strict-transport-security", SECURE);
    }
    if away {
        add("hub-database", "away");
    }
    Ok(response)
}
