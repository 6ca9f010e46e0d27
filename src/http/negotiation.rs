//! Accept and Accept-Encoding.

use actix_web::HttpRequest;
use actix_web::http::header;

use super::problem::Problem;
use crate::problem::NOT_ACCEPTABLE;

/// A header as text, empty when it is absent or not text.
pub fn header_text<'a>(request: &'a HttpRequest, name: &header::HeaderName) -> &'a str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// A list header as text: every line of it that is text, as one list.
pub fn list_header(request: &HttpRequest, name: &header::HeaderName) -> String {
    let lines: Vec<&str> = request.headers().get_all(name).filter_map(|value| value.to_str().ok()).collect();
    lines.join(",")
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
    let accept = list_header(request, &header::ACCEPT);
    if accept.is_empty() || offered.iter().any(|offered| weight(&accept, offered) > 0) {
        return Ok(());
    }
    Err(Problem::new(NOT_ACCEPTABLE, format!("This path answers with {}.", offered.join(" or "))))
}

/// The media type that the client likes best: the usual one, or one of the others if the client names it and likes it better.
/// `*/*` never means one of those.
///
/// # Errors
/// 406 when it takes none.
pub fn choose<'o>(request: &HttpRequest, usual: &'o str, others: &[&'o str]) -> Result<&'o str, Problem> {
    let accept = list_header(request, &header::ACCEPT);
    let usual_weight = if accept.is_empty() { 1000 } else { weight(&accept, usual) };
    let mut chosen = (usual_weight, usual);
    for other in others {
        let named = weighted(&accept).filter(|(range, _)| range.eq_ignore_ascii_case(other)).map(|(_, weight)| weight);
        let named = named.max().unwrap_or(0);
        if named > chosen.0 {
            chosen = (named, *other);
        }
    }
    match chosen {
        (0, _) => {
            let detail = format!("This path answers with {usual} or {}.", others.join(" or "));
            Err(Problem::new(NOT_ACCEPTABLE, detail))
        }
        (_, chosen) => Ok(chosen),
    }
}

/// How much the client likes a type. The most specific range that names it decides (RFC 9110, section 12.5.1).
fn weight(accept: &str, offered: &str) -> u32 {
    let ranges = weighted(accept).filter_map(|(range, weight)| {
        let specific = match range.strip_suffix("/*") {
            _ if range.eq_ignore_ascii_case(offered) => 2,
            Some("*") => 0,
            Some(kind) if offered.split('/').next().is_some_and(|own| own.eq_ignore_ascii_case(kind)) => 1,
            _ => return None,
        };
        Some((specific, weight))
    });
    ranges.max().map_or(0, |(_, weight)| weight)
}

/// Whether the client likes one type better than another.
pub fn prefers(request: &HttpRequest, one: &str, other: &str) -> bool {
    let accept = list_header(request, &header::ACCEPT);
    weight(&accept, one) > weight(&accept, other)
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
    /// How many there are.
    pub const COUNT: usize = 4;

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

/// The coding that the client likes best; among equals brotli, then zstd, then gzip, and none only if it says so.
pub fn coding(request: &HttpRequest) -> Coding {
    let header = &list_header(request, &header::ACCEPT_ENCODING);
    let named = |coding: Coding| {
        weighted(header).find(|(name, _)| name.eq_ignore_ascii_case(coding.name())).map(|(_, weight)| weight)
    };
    let any = weighted(header).find(|(name, _)| *name == "*").map(|(_, weight)| weight);
    let identity = named(Coding::Identity).unwrap_or(0);
    [Coding::Gzip, Coding::Zstd, Coding::Brotli]
        .into_iter()
        .map(|coding| (named(coding).or(any).unwrap_or(0), coding))
        .filter(|(weight, _)| *weight > 0 && *weight >= identity)
        .max_by_key(|(weight, _)| *weight)
        .map_or(Coding::Identity, |(_, coding)| coding)
}
