//! Accept and Accept-Encoding.

use actix_web::HttpRequest;
use actix_web::http::header;

use super::problem::Problem;
use crate::problem::NOT_ACCEPTABLE;

/// A header as text, empty when it is absent or not text.
pub fn header_text<'a>(request: &'a HttpRequest, name: &header::HeaderName) -> &'a str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The items of a list header with their weights in thousandths.
fn weighted(header: &str) -> impl Iterator<Item = (&str, u32)> {
    header.split(',').map(|item| {
        let mut parts = item.split(';');
        let name = parts.next().unwrap_or_default().trim();
        let weight = parts
            .filter_map(|part| part.trim().strip_prefix("q="))
            .find_map(|q| q.trim().parse::<f32>().ok())
            .map_or(1000, |q| (q.clamp(0.0, 1.0) * 1000.0) as u32);
        (name, weight)
    })
}

/// Whether one of these media types satisfies the `Accept` header.
///
/// # Errors
/// 406 when none does.
pub fn accepts(request: &HttpRequest, offered: &[&str]) -> Result<(), Problem> {
    let accept = header_text(request, &header::ACCEPT);
    if accept.is_empty() {
        return Ok(());
    }
    let wants = |range: &str| {
        offered.iter().any(|offered| {
            range == "*/*"
                || range.eq_ignore_ascii_case(offered)
                || range.strip_suffix("/*").is_some_and(|kind| offered.split('/').next() == Some(kind))
        })
    };
    if weighted(accept).any(|(range, weight)| weight > 0 && wants(range)) {
        Ok(())
    } else {
        Err(Problem::new(NOT_ACCEPTABLE, format!("This path answers with {}.", offered.join(" or "))))
    }
}

/// A content coding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// As it is.
    Identity,
    /// Zstandard.
    Zstd,
    /// Brotli.
    Brotli,
    /// Gzip.
    Gzip,
}

impl Coding {
    /// Its name in `Content-Encoding`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Zstd => "zstd",
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }
}

/// The coding that the client likes best; among equals brotli, then zstd, then gzip.
pub fn coding(request: &HttpRequest) -> Coding {
    let header = header_text(request, &header::ACCEPT_ENCODING);
    let weight = |coding: Coding| {
        let named = weighted(header).find(|(name, _)| name.eq_ignore_ascii_case(coding.name()));
        let any = || weighted(header).find(|(name, _)| *name == "*");
        named.or_else(any).map_or(0, |(_, weight)| weight)
    };
    [Coding::Gzip, Coding::Zstd, Coding::Brotli]
        .into_iter()
        .map(|coding| (weight(coding), coding))
        .filter(|(weight, _)| *weight > 0)
        .max_by_key(|(weight, _)| *weight)
        .map_or(Coding::Identity, |(_, coding)| coding)
}
