//! One attempt to hand over a message: no redirect followed, no proxy, no cookie, TLS verified, an end after fifteen
//! seconds, and no more of the answer read than a few kilobytes.

use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::header::{CONTENT_TYPE, HeaderMap, RETRY_AFTER};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode};

use super::resolving::{Guard, Refused, Unresolved};
use super::signature::signatures;
use super::target::{Reach, Targets};
use crate::model::values::{Instant as Moment, SigningSecret, closed_list};

/// How much of an answer is read, in bytes: enough to use the connection again after a polite one.
const MAX_ANSWER: usize = 4096;

/// How long the rest of an answer is waited for once its status is known.
const ANSWER_WAIT: Duration = Duration::from_millis(500);

/// How long an idle connection is kept.
const IDLE: Duration = Duration::from_secs(20);

closed_list! {
    /// Why a message was not taken. None of these says anything about what stands inside the hub's network.
    pub enum SendError {
        /// The answer was no 2xx.
        Status = "status",
        /// The answer was a redirect, which is never followed.
        Redirect = "redirect",
        /// The name leads to an address that is not taken.
        Address = "address-not-allowed",
        /// The name has no address.
        Unresolved = "unresolved",
        /// No answer came in time.
        Timeout = "timeout",
        /// The certificate that was shown is not one to trust: not of a known authority, not of this name, or not of this day.
        Certificate = "certificate",
        /// No connection could be made, TLS included, or it ended before an answer.
        Connection = "connection",
    }
}

/// A message to one endpoint.
#[derive(Debug, Clone)]
pub struct Message {
    /// Its `webhook-id`: equal each time that the same message is sent.
    pub id: String,
    /// What it carries, as JSON; equal each time, too.
    pub body: String,
}

/// What came of an attempt.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// The status of the answer, if one came.
    pub status: Option<u16>,
    /// Why it failed; nothing when the message was taken.
    pub error: Option<SendError>,
    /// How long it took.
    pub duration: Duration,
    /// How long the receiver wants to be left alone.
    pub retry_after: Option<Duration>,
}

impl Attempt {
    /// Whether the receiver wants no more messages, ever.
    pub fn is_gone(&self) -> bool {
        self.status == Some(StatusCode::GONE.as_u16())
    }
}

/// Sends messages.
#[derive(Debug, Clone)]
pub struct Sender {
    targets: Targets,
    over_https: Client,
    over_loopback: Client,
    timeout: Duration,
}

impl Sender {
    /// A sender under these rules, each attempt of which ends after `timeout`. It belongs to the runtime that uses it
    /// first, and keeps connections open if it `keeps` them.
    ///
    /// # Errors
    /// When the machine has no way to make TLS connections.
    pub fn new(targets: Targets, timeout: Duration, keeps: bool) -> Result<Self, String> {
        let client = |reach: Reach| {
            Client::builder()
                .user_agent(concat!("rights-hub/", env!("CARGO_PKG_VERSION"), " (webhooks)"))
                .redirect(Policy::none())
                .no_proxy()
                .referer(false)
                .http1_only()
                .https_only(reach == Reach::Allowed)
                .pool_idle_timeout(IDLE)
                .pool_max_idle_per_host(usize::from(keeps))
                .dns_resolver(Arc::new(Guard { targets: targets.clone(), reach }))
                .build()
                .map_err(|error| error.to_string())
        };
        let (over_https, over_loopback) = (client(Reach::Allowed)?, client(Reach::Loopback)?);
        Ok(Self { targets, over_https, over_loopback, timeout })
    }

    /// Sends a message, signed with every secret that is live, as of a moment.
    pub async fn send(&self, url: &str, message: &Message, secrets: &[SigningSecret], now: Moment) -> Attempt {
        let began = Instant::now();
        let failed = |error| Attempt { status: None, error: Some(error), duration: began.elapsed(), retry_after: None };
        // An address in numbers never meets the resolver, and the rules may have changed since it was registered.
        let Ok(url) = self.targets.read(url) else { return failed(SendError::Address) };
        let client = if url.scheme() == "https" { &self.over_https } else { &self.over_loopback };
        let timestamp = now.millis().div_euclid(1000);
        let request = client
            .post(url)
            .header(CONTENT_TYPE, "application/json")
            .header("webhook-id", &message.id)
            .header("webhook-timestamp", timestamp)
            .header("webhook-signature", signatures(secrets, &message.id, timestamp, &message.body))
            .body(message.body.clone());
        let answer = match tokio::time::timeout(self.timeout, request.send()).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(error)) => return failed(reason(&error)),
            Err(_) => return failed(SendError::Timeout),
        };
        let status = answer.status();
        let error = match status {
            _ if status.is_success() => None,
            _ if status.is_redirection() => Some(SendError::Redirect),
            _ => Some(SendError::Status),
        };
        let asks = [StatusCode::TOO_MANY_REQUESTS, StatusCode::SERVICE_UNAVAILABLE].contains(&status);
        let retry_after = if asks { retry_after(answer.headers(), now) } else { None };
        let duration = began.elapsed();
        // What it says does not matter; reading a short answer to its end leaves the connection fit for the next message.
        let _ = tokio::time::timeout(ANSWER_WAIT, read_some(answer)).await;
        Attempt { status: Some(status.as_u16()), error, duration, retry_after }
    }
}

async fn read_some(mut answer: Response) {
    let mut read = 0;
    while let Ok(Some(chunk)) = answer.chunk().await {
        read += chunk.len();
        if read > MAX_ANSWER {
            return;
        }
    }
}

/// `Retry-After`: seconds, or a date.
fn retry_after(headers: &HeaderMap, now: Moment) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let at = httpdate::parse_http_date(text).ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    let now = Duration::from_millis(u64::try_from(now.millis()).unwrap_or(0));
    Some(at.saturating_sub(now))
}

/// Which of the reasons stands behind a client's error.
fn reason(error: &reqwest::Error) -> SendError {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(inner) = cause {
        if inner.is::<Refused>() {
            return SendError::Address;
        }
        if inner.is::<Unresolved>() {
            return SendError::Unresolved;
        }
        if is_about_certificate(inner) {
            return SendError::Certificate;
        }
        cause = inner.source();
    }
    SendError::Connection
}

/// Whether TLS ended because of the other side's certificate. On its way here that is put into errors of the system, one in
/// another, which do not name what is in them as their cause.
fn is_about_certificate(mut error: &(dyn std::error::Error + 'static)) -> bool {
    while let Some(inner) = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref) {
        error = inner;
    }
    matches!(error.downcast_ref(), Some(rustls::Error::InvalidCertificate(_)))
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use rustls::CertificateError;

    use super::is_about_certificate;

    #[test]
    fn a_bad_certificate_is_found_however_deep_it_is_hidden() {
        let bad = rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer);
        assert!(is_about_certificate(&bad));
        let hidden = Error::other(Error::new(ErrorKind::InvalidData, bad));
        assert!(is_about_certificate(&hidden));
        for other in [Error::other(rustls::Error::DecryptError), Error::from(ErrorKind::ConnectionReset)] {
            assert!(!is_about_certificate(&other), "{other}");
        }
    }
}
