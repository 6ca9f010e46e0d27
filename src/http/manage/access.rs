//! Who asks, and whether they may.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Arc, LazyLock};

use actix_web::http::header;
use actix_web::{HttpMessage, HttpRequest, web};
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::http::clients::one_place;
use crate::http::measuring::KeyPrefix;
use crate::http::negotiation::header_text;
use crate::http::problem::Problem;
use crate::http::rates::Rates;
use crate::hub::{Caller, Hub, HubError, Scope};
use crate::problem::{BAD_REQUEST, FORBIDDEN, TOO_MANY_REQUESTS, UNAUTHENTICATED};
use crate::query::Pairs;

/// Wrong keys that an address may send in a minute.
const WRONG_KEYS: NonZeroU32 = NonZeroU32::MIN.saturating_add(19);

/// From so many addresses on, those that have long been quiet are forgotten.
const MANY_ADDRESSES: usize = 10_000;

/// Names under which keys are sent by mistake.
const KEY_NAMES: &[&str] = &["key", "api_key", "apikey", "api-key", "access_token", "token", "authorization"];

/// The wrong keys that came from each address lately.
pub struct Attempts(DefaultKeyedRateLimiter<IpAddr>);

impl Attempts {
    /// The count that all threads share.
    pub fn shared() -> web::Data<Self> {
        static SHARED: LazyLock<Arc<Attempts>> =
            LazyLock::new(|| Arc::new(Attempts(RateLimiter::keyed(Quota::per_minute(WRONG_KEYS)))));
        web::Data::from(Arc::clone(&SHARED))
    }

    fn note(&self, address: IpAddr) -> Result<(), Problem> {
        if self.0.len() > MANY_ADDRESSES {
            self.0.retain_recent();
        }
        self.0.check_key(&one_place(address)).map_err(|not_until| {
            let wait = not_until.wait_time_from(DefaultClock::default().now());
            Problem::new(TOO_MANY_REQUESTS, "Too many wrong keys came from this address.")
                .after(wait.as_secs() as u32 + 1)
        })
    }
}

/// The key that a request was sent with, if it may do what it asks.
///
/// # Errors
/// 401 without a good key, 403 when it lacks the scope, 429 after too many wrong ones, 400 for a key in the query.
pub async fn caller(request: &HttpRequest, hub: &web::Data<Hub>, scope: Scope) -> Result<Caller, Problem> {
    let (pairs, _) = Pairs::decode(request.query_string());
    let by_mistake = |name: &str| KEY_NAMES.contains(&name.to_ascii_lowercase().as_str());
    let listed = request.path() == "/v1/manage/audit";
    if pairs.iter().any(|(name, _)| by_mistake(name) && !(listed && name == "key")) {
        return Err(Problem::new(BAD_REQUEST, "A key is sent in the `Authorization` header, never in the address."));
    }
    let header = header_text(request, &header::AUTHORIZATION);
    let secret = match header.split_once(' ') {
        Some((scheme, secret)) if scheme.eq_ignore_ascii_case("bearer") => secret.trim().to_owned(),
        _ => return Err(Problem::new(UNAUTHENTICATED, "Send `Authorization: Bearer <key>`.")),
    };
    let asked = hub.clone();
    let caller = web::block(move || asked.caller(&secret))
        .await
        .map_err(|error| HubError::Rendering(error.to_string()))?
        .map_err(HubError::Store)?;
    let Some(caller) = caller else {
        let rates = request.app_data::<web::Data<Rates>>();
        let address = rates.and_then(|rates| rates.address(request.peer_addr(), request.headers()));
        if let (Some(attempts), Some(address)) = (request.app_data::<web::Data<Attempts>>(), address) {
            attempts.note(address)?;
        }
        return Err(Problem::new(UNAUTHENTICATED, "The key is unknown, revoked or expired."));
    };
    request.extensions_mut().insert(KeyPrefix(caller.prefix.clone()));
    if !caller.scopes.allow(scope) {
        return Err(forbidden(scope));
    }
    Ok(caller)
}

/// The problem of a key without a scope.
pub fn forbidden(scope: Scope) -> Problem {
    Problem::new(FORBIDDEN, format!("The key lacks the scope `{}`.", scope.as_str())).with("scope", scope.as_str())
}
