//! How much one client may ask: a bucket for each key or address, told of in `RateLimit` and `RateLimit-Policy` (the
//! structured fields of draft-ietf-httpapi-ratelimit-headers).

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::str::FromStr;
use std::time::Duration;

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpMessage as _, web};
use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};
use sha2::{Digest, Sha256};

use super::clients::{TrustedProxies, one_place};
use super::layers::Answered;
use super::problem::Problem;
use crate::problem::TOO_MANY_REQUESTS;

/// What a request costs. One that is answered with 304 costs a single unit.
const COST: NonZeroU32 = NonZeroU32::MIN.saturating_add(9);

/// Paths that nobody is kept from.
const FREE: &[&str] = &["/health/live", "/health/ready", "/metrics"];

/// Requests that a client may send at once, and within which time the same number is given again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// How many.
    pub requests: NonZeroU32,
    /// Within how long.
    pub window: Duration,
}

/// A rate, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimit(pub Option<Rate>);

impl FromStr for RateLimit {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "off" {
            return Ok(Self(None));
        }
        let rate = text.split_once('/').and_then(|(requests, window)| {
            let requests: NonZeroU32 =
                requests.parse().ok().filter(|requests: &NonZeroU32| requests.get() <= 1_000_000)?;
            let seconds: u64 =
                window.strip_suffix('s')?.parse().ok().filter(|seconds| (1..=86400).contains(seconds))?;
            Some(Rate { requests, window: Duration::from_secs(seconds) })
        });
        rate.map(|rate| Self(Some(rate))).ok_or_else(|| "`off`, or requests and seconds as in `600/60s`".to_owned())
    }
}

/// Whose bucket it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Client {
    /// An address, by what stands for its place.
    Address(IpAddr),
    /// A key, by the hash of its secret.
    Key([u8; 32]),
}

type Buckets = RateLimiter<Client, DefaultKeyedStateStore<Client>, DefaultClock, StateInformationMiddleware>;

/// The buckets of all clients of this node.
pub struct Rates {
    limited: Option<(Buckets, Rate)>,
    proxies: TrustedProxies,
}

/// What is left in a bucket, in requests.
struct Left(u32);

impl Rates {
    /// Buckets of this rate; clients behind trusted proxies have their own.
    pub fn new(limit: RateLimit, proxies: TrustedProxies) -> Self {
        let limited = limit.0.and_then(|rate| {
            let units = rate.requests.saturating_mul(COST);
            let quota = Quota::with_period(rate.window / units.get())?.allow_burst(units);
            Some((RateLimiter::keyed(quota).with_middleware::<StateInformationMiddleware>(), rate))
        });
        Self { limited, proxies }
    }

    /// The address that a request came from.
    pub fn address(&self, peer: Option<std::net::SocketAddr>, headers: &HeaderMap) -> Option<IpAddr> {
        peer.map(|peer| self.proxies.client(peer.ip(), headers))
    }

    /// Forgets the buckets that are full again.
    pub fn tidy(&self) {
        if let Some((buckets, _)) = &self.limited {
            buckets.retain_recent();
            buckets.shrink_to_fit();
        }
    }

    /// How many clients have a bucket that is not full.
    pub fn clients(&self) -> usize {
        self.limited.as_ref().map_or(0, |(buckets, _)| buckets.len())
    }

    /// Takes units out of a bucket.
    fn take(&self, (buckets, _): &(Buckets, Rate), client: &Client, units: NonZeroU32) -> Result<Left, Problem> {
        match buckets.check_key_n(client, units) {
            Ok(Ok(state)) => Ok(Left(state.remaining_burst_capacity() / COST)),
            Ok(Err(until)) => {
                let wait = until.wait_time_from(DefaultClock::default().now());
                let detail = "More requests came from this key or address than are taken.";
                Err(Problem::new(TOO_MANY_REQUESTS, detail).after(wait.as_secs() as u32 + 1))
            }
            // The smallest rate is one request, which is what a bucket then holds.
            Err(_) => Err(Problem::new(TOO_MANY_REQUESTS, TOO_MANY_REQUESTS.title).after(1)),
        }
    }
}

/// Whose bucket a request is taken from: its key's, where keys are looked at, else its address's.
fn client_of(request: &ServiceRequest, rates: &Rates) -> Option<Client> {
    let secret = request.headers().get(header::AUTHORIZATION).filter(|_| request.path().starts_with("/v1/manage/"));
    if let Some(secret) = secret {
        return Some(Client::Key(Sha256::digest(secret.as_bytes()).into()));
    }
    rates.address(request.peer_addr(), request.headers()).map(|address| Client::Address(one_place(address)))
}

/// Lets a request in if there is something left for its client.
///
/// # Errors
/// None of its own.
pub async fn limit(request: ServiceRequest, next: impl AsyncFnOnce(ServiceRequest) -> Answered) -> Answered {
    let Some(rates) = request.app_data::<web::Data<Rates>>().cloned() else {
        return next(request).await;
    };
    let Some(limited) = rates.limited.as_ref().filter(|_| !FREE.contains(&request.path())) else {
        return next(request).await;
    };
    let Some(client) = client_of(&request, &rates) else {
        return next(request).await;
    };
    // What only asks whether something has changed pays the rest when it has: the answer is then made, but not given to
    // whoever cannot pay.
    let asks = request.headers().contains_key(header::IF_NONE_MATCH)
        || request.headers().contains_key(header::IF_MODIFIED_SINCE);
    let on_credit = asks && [Method::GET, Method::HEAD].contains(request.method());
    let first = if on_credit { NonZeroU32::MIN } else { COST };
    let mut left = match rates.take(limited, &client, first) {
        Ok(left) => left,
        Err(problem) => return Ok(told(request.error_response(problem), limited, &Left(0))),
    };
    let response = next(request).await?;
    if on_credit && response.status() != StatusCode::NOT_MODIFIED {
        let rest = NonZeroU32::new(COST.get() - first.get()).unwrap_or(NonZeroU32::MIN);
        left = match rates.take(limited, &client, rest) {
            Ok(left) => left,
            Err(problem) => {
                return Ok(told(response.error_response(problem), limited, &Left(0)));
            }
        };
    }
    Ok(told(response, limited, &left))
}

const RATELIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const RATELIMIT: HeaderName = HeaderName::from_static("ratelimit");

/// What a client is told of its bucket. It goes with the request, because an error gets other headers on its way.
#[derive(Debug, Clone)]
pub struct Told {
    policy: HeaderValue,
    left: HeaderValue,
}

impl Told {
    /// Puts it into an answer.
    pub fn put(self, headers: &mut HeaderMap) {
        headers.insert(RATELIMIT_POLICY, self.policy);
        headers.insert(RATELIMIT, self.left);
    }
}

fn told(response: ServiceResponse<BoxBody>, (_, rate): &(Buckets, Rate), left: &Left) -> ServiceResponse<BoxBody> {
    let (requests, seconds) = (u64::from(rate.requests.get()), rate.window.as_secs());
    // When the bucket is full again.
    let reset = (requests.saturating_sub(u64::from(left.0)) * seconds).div_ceil(requests);
    let policy = HeaderValue::from_str(&format!("\"default\";q={requests};w={seconds}"));
    let left = HeaderValue::from_str(&format!("\"default\";r={};t={reset}", left.0));
    if let (Ok(policy), Ok(left)) = (policy, left) {
        response.request().extensions_mut().insert(Told { policy, left });
    }
    response
}

#[cfg(test)]
mod tests {
    use super::RateLimit;

    #[test]
    fn a_rate_is_read_or_refused() {
        let read = |text: &str| {
            text.parse::<RateLimit>().ok().map(|limit| limit.0.map(|rate| (rate.requests.get(), rate.window.as_secs())))
        };
        assert_eq!(read("600/60s"), Some(Some((600, 60))));
        assert_eq!(read("off"), Some(None));
        for wrong in
            ["", "600", "0/60s", "600/0s", "600/60", "-1/60s", "600/60s/1", "9999999/60s", "1/99999999999999999999s"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
