//! From a body to an answer: validators, conditional requests, compression and the headers of caches.

use std::io::Write;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use sha2::{Digest, Sha256};

use super::negotiation::{Coding, coding, header_text};
use crate::hub::Provenance;
use crate::model::values::Instant;

/// Bodies shorter than this are sent as they are.
pub const WORTH_COMPRESSING: usize = 1024;

/// Most bytes of `Cache-Tag`; a page that depends on more is tagged by its collections alone.
const MAX_TAGS: usize = 8000;

/// A body with what its headers need.
pub struct Representation {
    /// The body.
    pub body: String,
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
    pub fn of_entries(body: String, provenance: Provenance) -> Self {
        let cache_control = if provenance.consented { CONSENTED } else { PUBLIC };
        Self {
            body,
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
            body,
            media_type,
            cache_control: PUBLIC,
            provenance: None,
            links: Vec::new(),
            validator: None,
            policy: None,
        }
    }

    /// The answer to a request: 304 when the client has it already.
    pub fn answer(self, request: &HttpRequest) -> HttpResponse {
        let coding = if self.body.len() < WORTH_COMPRESSING { Coding::Identity } else { coding(request) };
        let etag = self.validator.clone().unwrap_or_else(|| etag(self.body.as_bytes(), coding));
        let (mut response, fresh) = self.head(request, etag);
        if fresh {
            return response.finish();
        }
        match compress(self.body.as_bytes(), coding) {
            Some(compressed) => {
                response.insert_header((header::CONTENT_ENCODING, coding.name()));
                response.body(compressed)
            }
            None => response.body(self.body),
        }
    }

    /// The head of the answer, and whether it is a 304.
    pub fn head(&self, request: &HttpRequest, etag: String) -> (HttpResponseBuilder, bool) {
        let modified = self.provenance.as_ref().and_then(|provenance| last_modified(provenance.changed_at));
        let fresh = not_modified(request, &etag, modified);

        let mut response = if fresh { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        response
            .insert_header((header::ETAG, etag))
            .insert_header((header::CACHE_CONTROL, self.cache_control))
            .insert_header((header::VARY, "Accept, Accept-Encoding, Accept-Language"));
        if let Some(policy) = self.policy {
            response.insert_header((header::CONTENT_SECURITY_POLICY, policy));
        }
        if let Some(modified) = modified {
            response.insert_header((header::LAST_MODIFIED, httpdate::fmt_http_date(modified)));
        }
        if let Some(provenance) = &self.provenance {
            response.insert_header(("Hub-Seq", provenance.seq.to_string()));
            response.insert_header(("Cache-Tag", tags(&provenance.tags)));
            if !provenance.languages.is_empty() {
                response.insert_header((header::CONTENT_LANGUAGE, provenance.languages.join(", ")));
            }
        }
        let around = self.links.iter().filter(|(relation, _)| *relation != "self");
        let links: Vec<String> = around.map(|(relation, target)| format!("<{target}>; rel=\"{relation}\"")).collect();
        if !links.is_empty() {
            response.insert_header((header::LINK, links.join(", ")));
        }
        if !fresh {
            response.content_type(self.media_type);
        }
        (response, fresh)
    }
}

/// A strong validator: the hash of the body, told apart by coding.
fn etag(body: &[u8], coding: Coding) -> String {
    let hash = Sha256::digest(body);
    let hex: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    validator(&hex, coding)
}

/// A strong validator of what a name stands for, told apart by coding.
pub fn validator(hex: &str, coding: Coding) -> String {
    match coding {
        Coding::Identity => format!("\"{hex}\""),
        coding => format!("\"{hex}-{}\"", coding.name()),
    }
}

/// When a thing last changed, unless that is within this very second: another change could still follow in it.
fn last_modified(at: Instant) -> Option<SystemTime> {
    let modified = UNIX_EPOCH + Duration::from_secs(u64::try_from(at.millis() / 1000).ok()?);
    (modified + Duration::from_secs(1) <= SystemTime::now()).then_some(modified)
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

fn tags(tags: &[String]) -> HeaderValue {
    let all = tags.join(",");
    let fit = if all.len() <= MAX_TAGS {
        all
    } else {
        tags.iter().filter(|tag| uuid::Uuid::parse_str(tag).is_err()).cloned().collect::<Vec<_>>().join(",")
    };
    HeaderValue::from_str(&fit).unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// The body in a coding; `None` for the body as it is.
pub fn compress(body: &[u8], coding: Coding) -> Option<Vec<u8>> {
    match coding {
        Coding::Identity => None,
        Coding::Zstd => zstd::bulk::compress(body, 3).ok(),
        Coding::Gzip => {
            let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(5));
            encoder.write_all(body).ok()?;
            encoder.finish().ok()
        }
        Coding::Brotli => {
            let mut out = Vec::with_capacity(body.len() / 3);
            let mut encoder = brotli::CompressorWriter::new(&mut out, 16 * 1024, 4, 20);
            encoder.write_all(body).ok()?;
            drop(encoder);
            Some(out)
        }
    }
}
