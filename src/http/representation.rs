//! From a body to an answer: validators, conditional requests, compression and the headers of caches.

use std::borrow::Cow;
use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::web::{self, Bytes};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, ResponseError as _};
use xxhash_rust::xxh3::Xxh3Default;

use super::negotiation::{Coding, coding, header_text};
use super::problem::Problem;
use super::shared_body::SharedBody;
use crate::hub::{HubError, Keepable, Provenance};
use crate::model::values::Instant;
use crate::present::Pieces;

/// Bodies shorter than this are sent as they are.
pub const WORTH_COMPRESSING: usize = 1024;

/// From so many bytes on, a body is compressed on a thread of its own.
const WORTH_A_THREAD: usize = 64 * 1024;

/// Most bytes of `Cache-Tag`; a page that depends on more is tagged by its collections alone.
const MAX_TAGS: usize = 8000;

/// A body with what its headers need.
pub struct Representation {
    /// The body.
    pub body: Pieces,
    /// Its media type.
    pub media_type: &'static str,
    /// `Cache-Control`.
    pub cache_control: &'static str,
    /// What it depends on, if it is made of entries.
    pub provenance: Option<Provenance>,
    /// Links for the `Link` header.
    pub links: Vec<(&'static str, String)>,
    /// Its validator, if it is not to be made from the body.
    pub validator: Option<String>,
    /// What a page may load, for `Content-Security-Policy`.
    pub policy: Option<&'static str>,
}

/// How caches keep what is public.
pub const PUBLIC: &str = "public, max-age=60, stale-while-revalidate=300, stale-if-error=86400";
/// How they keep what is public under somebody's consent: briefly, and never when we cannot be asked.
pub const CONSENTED: &str = "public, max-age=30";

impl Representation {
    /// JSON made of entries.
    pub fn of_entries(body: impl Into<Pieces>, provenance: Provenance) -> Self {
        let cache_control = if provenance.consented { CONSENTED } else { PUBLIC };
        Self {
            body: body.into(),
            media_type: "application/json",
            cache_control,
            provenance: Some(provenance),
            links: Vec::new(),
            validator: None,
            policy: None,
        }
    }

    /// A document of the program itself.
    pub fn of_program(body: String, media_type: &'static str) -> Self {
        Self {
            body: body.into(),
            media_type,
            cache_control: PUBLIC,
            provenance: None,
            links: Vec::new(),
            validator: None,
            policy: None,
        }
    }

    /// The answer to a request: 304 when the client has it already.
    pub async fn answer(self, request: &HttpRequest) -> HttpResponse {
        let seq = self.provenance.as_ref().map(|provenance| provenance.seq);
        match self.ready(request).await {
            Ok(ready) => ready.answer(request, seq),
            Err(error) => Problem::from(error).error_response(),
        }
    }

    /// As it is sent to all who ask as this request does.
    ///
    /// # Errors
    /// When the server is about to end.
    pub async fn ready(self, request: &HttpRequest) -> Result<Ready, HubError> {
        let (coding, route) = (coding(request), request.match_pattern().unwrap_or_default().into());
        // To hash is a matter of microseconds.
        if coding == Coding::Identity || self.body.len() < WORTH_A_THREAD {
            return Ok(self.coded(coding, route));
        }
        // Whoever is answered by this thread would wait for it.
        let coded = web::block(move || self.coded(coding, route)).await;
        coded.map_err(|error| HubError::Rendering(error.to_string()))
    }

    /// As it is sent in a coding.
    pub fn coded(self, coding: Coding, route: Arc<str>) -> Ready {
        let coding = if self.body.len() < WORTH_COMPRESSING { Coding::Identity } else { coding };
        let (mut head, modified) = self.fields();
        let parts = self.body.into_parts();
        let etag = self.validator.unwrap_or_else(|| etag(&parts, coding));
        head.extend(HeaderValue::from_str(&etag).ok().map(|etag| (header::ETAG, etag)));
        head.push((header::CONTENT_TYPE, HeaderValue::from_static(self.media_type)));
        let body = match compress(&parts, coding) {
            Some(compressed) => {
                head.push((header::CONTENT_ENCODING, HeaderValue::from_static(coding.name())));
                Box::new([Bytes::from(compressed.into_boxed_slice())])
            }
            None => parts,
        };
        Ready { body: SharedBody::of(body), etag, modified, head, route }
    }

    /// The head of the answer, and whether it is a 304.
    pub fn head(&self, request: &HttpRequest, etag: String) -> (HttpResponseBuilder, bool) {
        let (fields, modified) = self.fields();
        let modified = modified.filter(|(at, _)| is_settled(*at));
        let fresh = not_modified(request, &etag, modified.as_ref().map(|(at, _)| *at));

        let mut response = if fresh { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        response.insert_header((header::ETAG, etag));
        for field in fields {
            response.insert_header(field);
        }
        if let Some((_, modified)) = modified {
            response.insert_header((header::LAST_MODIFIED, modified));
        }
        if let Some(provenance) = &self.provenance {
            response.insert_header((HUB_SEQ, HeaderValue::from(provenance.seq)));
        }
        if !fresh {
            response.content_type(self.media_type);
        }
        (response, fresh)
    }

    /// The fields of the head that are the same for all who ask alike, and when what is told last changed.
    fn fields(&self) -> (Vec<Field>, Option<(SystemTime, HeaderValue)>) {
        let mut fields = vec![
            (header::CACHE_CONTROL, HeaderValue::from_static(self.cache_control)),
            (header::VARY, HeaderValue::from_static("Accept, Accept-Encoding, Accept-Language")),
        ];
        let mut put =
            |name: HeaderName, value: &str| fields.extend(HeaderValue::from_str(value).ok().map(|value| (name, value)));
        if let Some(policy) = self.policy {
            put(header::CONTENT_SECURITY_POLICY, policy);
        }
        if let Some(provenance) = &self.provenance {
            put(HeaderName::from_static("cache-tag"), &tags(&provenance.tags));
            if !provenance.languages.is_empty() {
                put(header::CONTENT_LANGUAGE, &provenance.languages.join(", "));
            }
        }
        let around = self.links.iter().filter(|(relation, _)| *relation != "self");
        let links: Vec<String> = around.map(|(relation, target)| format!("<{target}>; rel=\"{relation}\"")).collect();
        if !links.is_empty() {
            put(header::LINK, &links.join(", "));
        }
        let modified = self.provenance.as_ref().and_then(|provenance| second(provenance.changed_at));
        let written = |at: SystemTime| Some((at, HeaderValue::from_str(&httpdate::fmt_http_date(at)).ok()?));
        (fields, modified.and_then(written))
    }
}

/// A field of the head of an answer.
pub type Field = (HeaderName, HeaderValue);

/// The place in the sequence that an answer reflects.
pub const HUB_SEQ: HeaderName = HeaderName::from_static("hub-seq");

/// A representation as it is sent, but for what differs from one answer to the next.
pub struct Ready {
    body: SharedBody,
    etag: String,
    modified: Option<(SystemTime, HeaderValue)>,
    head: Vec<Field>,
    /// The pattern of the route that it answers, for the log.
    pub route: Arc<str>,
}

impl Keepable for Ready {
    fn weight(&self) -> usize {
        let head: usize = self.head.iter().map(|(_, value)| value.len() + size_of::<Field>()).sum();
        self.body.weight() + self.etag.len() + self.route.len() + head + size_of::<Self>()
    }
}

impl Ready {
    /// The answer to a request, as of a place in the sequence: 304 when the client has it already.
    pub fn answer(&self, request: &HttpRequest, seq: Option<i64>) -> HttpResponse {
        let modified = self.modified.as_ref().filter(|(at, _)| is_settled(*at));
        let fresh = not_modified(request, &self.etag, modified.map(|(at, _)| *at));
        let mut response = match fresh {
            true => HttpResponse::new(StatusCode::NOT_MODIFIED),
            false => HttpResponse::with_body(StatusCode::OK, self.body.clone()).map_into_boxed_body(),
        };
        let headers = response.headers_mut();
        for (name, value) in &self.head {
            if !(fresh && (name == header::CONTENT_TYPE || name == header::CONTENT_ENCODING)) {
                headers.insert(name.clone(), value.clone());
            }
        }
        if let Some((_, modified)) = modified {
            headers.insert(header::LAST_MODIFIED, modified.clone());
        }
        if let Some(seq) = seq {
            headers.insert(HUB_SEQ, HeaderValue::from(seq));
        }
        response
    }
}

/// A strong validator: the hash of the body, told apart by coding.
fn etag(parts: &[Bytes], coding: Coding) -> String {
    let mut hash = Xxh3Default::new();
    parts.iter().for_each(|part| hash.update(part));
    validator(&format!("{:032x}", hash.digest128()), coding)
}

/// A strong validator of what a name stands for, told apart by coding.
pub fn validator(hex: &str, coding: Coding) -> String {
    match coding {
        Coding::Identity => format!("\"{hex}\""),
        coding => format!("\"{hex}-{}\"", coding.name()),
    }
}

/// When a thing last changed, in whole seconds.
fn second(at: Instant) -> Option<SystemTime> {
    Some(UNIX_EPOCH + Duration::from_secs(u64::try_from(at.millis() / 1000).ok()?))
}

/// Whether a second is over: in the present one, another change could still follow.
fn is_settled(second: SystemTime) -> bool {
    second + Duration::from_secs(1) <= SystemTime::now()
}

/// Whether the client's copy is still good (RFC 9110, section 13).
pub fn not_modified(request: &HttpRequest, etag: &str, modified: Option<SystemTime>) -> bool {
    let headers: &HeaderMap = request.headers();
    if headers.contains_key(header::IF_NONE_MATCH) {
        let known = headers.get_all(header::IF_NONE_MATCH).filter_map(|value| value.to_str().ok());
        return known
            .flat_map(|value| value.split(','))
            .map(str::trim)
            .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == etag);
    }
    let since = httpdate::parse_http_date(header_text(request, &header::IF_MODIFIED_SINCE)).ok();
    matches!((modified, since), (Some(modified), Some(since)) if modified <= since)
}

fn tags(tags: &[String]) -> String {
    let all = tags.join(",");
    if all.len() <= MAX_TAGS {
        return all;
    }
    tags.iter().filter(|tag| uuid::Uuid::parse_str(tag).is_err()).cloned().collect::<Vec<_>>().join(",")
}

/// A body in a coding; `None` for the body as it is.
pub fn compress(parts: &[Bytes], coding: Coding) -> Option<Vec<u8>> {
    let joined = || match parts {
        [only] => Cow::Borrowed(only.as_ref()),
        _ => Cow::Owned(parts.concat()),
    };
    match coding {
        Coding::Identity => None,
        Coding::Zstd => zstd::bulk::compress(&joined(), 3).ok(),
        Coding::Gzip => {
            let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(5));
            parts.iter().try_for_each(|part| encoder.write_all(part)).ok()?;
            encoder.finish().ok()
        }
        Coding::Brotli => {
            let mut out = Vec::new();
            let mut encoder = brotli::CompressorWriter::new(&mut out, 16 * 1024, 4, 20);
            parts.iter().try_for_each(|part| encoder.write_all(part)).ok()?;
            drop(encoder);
            Some(out)
        }
    }
}
