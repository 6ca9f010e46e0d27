//! Compression by `Accept-Encoding`: another validator for each coding, the same bytes behind it.

use std::collections::BTreeSet;
use std::io::Read;

use crate::support::server::{Answer, Server};

const LONG: &str = "/v1/rights?view=full&limit=50";

fn decoded(answer: &Answer) -> Vec<u8> {
    let mut out = Vec::new();
    match answer.header("content-encoding") {
        None => out.clone_from(&answer.body),
        Some("gzip") => drop(flate2::read::GzDecoder::new(&answer.body[..]).read_to_end(&mut out).expect("gzip")),
        Some("br") => drop(brotli::Decompressor::new(&answer.body[..], 4096).read_to_end(&mut out).expect("brotli")),
        Some("zstd") => zstd::stream::copy_decode(&answer.body[..], &mut out).expect("zstd"),
        Some(other) => panic!("{other}"),
    }
    out
}

#[test]
fn each_coding_has_its_validator_and_the_same_bytes() {
    let server = Server::shared();
    let plain = server.get(LONG);
    assert_eq!(plain.header("content-encoding"), None);
    let mut etags = BTreeSet::from([plain.header("etag").expect("a validator").to_owned()]);
    for coding in ["gzip", "br", "zstd"] {
        let answer = server.get_with(LONG, &[("Accept-Encoding", coding)]);
        assert_eq!(answer.header("content-encoding"), Some(coding));
        assert!(answer.body.len() < plain.body.len() / 2, "{coding}: {} bytes", answer.body.len());
        assert!(decoded(&answer) == plain.body, "{coding}");
        let etag = answer.header("etag").expect("a validator");
        assert!(etags.insert(etag.to_owned()), "{coding} shares the validator of another coding");
        let again = [("Accept-Encoding", coding), ("If-None-Match", etag)];
        assert_eq!(server.get_with(LONG, &again).status, 304, "{coding}");
        assert_eq!(
            server.get_with(LONG, &[("If-None-Match", etag)]).status,
            200,
            "{coding} is not what identity asks for"
        );
    }
}

#[test]
fn the_coding_is_the_one_the_client_likes_best() {
    let server = Server::shared();
    for (accepted, expected) in [
        ("", None),
        ("identity", None),
        ("gzip", Some("gzip")),
        ("GZIP", Some("gzip")),
        ("gzip, deflate, br, zstd", Some("br")),
        ("gzip, deflate", Some("gzip")),
        ("gzip;q=0.9, zstd;q=1.0, br;q=0.1", Some("zstd")),
        ("br;q=0, gzip", Some("gzip")),
        ("gzip;q=0", None),
        ("br;q=0.0, *;q=0", None),
        ("*", Some("br")),
        ("br;q=0, *", Some("zstd")),
        ("deflate", None),
        ("identity;q=1, gzip;q=0.5", None),
        ("identity;q=0.5, gzip", Some("gzip")),
    ] {
        let answer = server.get_with(LONG, &[("Accept-Encoding", accepted)]);
        assert_eq!(answer.header("content-encoding"), expected, "{accepted}");
        assert_eq!(answer.header("vary"), Some("Accept, Accept-Encoding, Accept-Language"), "{accepted}");
    }
}

#[test]
fn what_is_short_is_sent_as_it_is() {
    let server = Server::shared();
    for target in ["/v1/rights?limit=0", "/v1/rights/nobody", "/health/live"] {
        let answer = server.get_with(target, &[("Accept-Encoding", "gzip, br")]);
        assert_eq!(answer.header("content-encoding"), None, "{target}");
        assert!(!answer.body.is_empty(), "{target}");
    }
}
