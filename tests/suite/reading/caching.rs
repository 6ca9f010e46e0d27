//! Conditional requests and what caches are told.

use crate::support::server::Server;

const RIGHT: &str = "/v1/rights/hra-article-8";

#[test]
fn if_none_match_is_weighed_as_the_standard_says() {
    let server = Server::shared();
    let whole = server.get(RIGHT);
    let etag = whole.header("etag").expect("a validator");
    assert!(etag.starts_with('"') && etag.ends_with('"'), "strong: {etag}");
    for fresh in [
        etag.to_owned(),
        format!("\"x\", {etag}"),
        format!("W/{etag}"),
        "*".to_owned(),
        format!("\"x\",W/{etag} , \"y\""),
    ] {
        let answer = server.get_with(RIGHT, &[("If-None-Match", &fresh)]);
        assert_eq!(answer.status, 304, "{fresh}");
        assert!(answer.body.is_empty());
        assert_eq!(answer.header("content-type"), None);
        for kept in
            ["etag", "cache-control", "vary", "last-modified", "hub-seq", "cache-tag", "access-control-allow-origin"]
        {
            assert_eq!(answer.header(kept), whole.header(kept), "{kept}");
        }
    }
    let since = whole.header("last-modified").expect("a date");
    for stale in ["\"x\"", "", etag.trim_matches('"'), "\"x\", \"y\""] {
        assert_eq!(server.get_with(RIGHT, &[("If-None-Match", stale)]).status, 200, "{stale}");
        // The validator wins over the date.
        let both = [("If-None-Match", stale), ("If-Modified-Since", since)];
        assert_eq!(server.get_with(RIGHT, &both).status, 200, "{stale}");
    }
    let two = [("If-None-Match", "\"x\""), ("If-None-Match", etag)];
    assert_eq!(server.get_with(RIGHT, &two).status, 304, "a list over two lines");
    assert_eq!(server.send("HEAD", RIGHT, &[("If-None-Match", etag)]).status, 304);
}

#[test]
fn if_modified_since_compares_seconds() {
    let server = Server::shared();
    let whole = server.get(RIGHT);
    assert_eq!(whole.header("last-modified"), Some("Thu, 01 May 2025 09:30:00 GMT"));
    for (since, status) in [
        ("Thu, 01 May 2025 09:30:00 GMT", 304),
        ("Thu, 01 May 2025 09:30:01 GMT", 304),
        ("Thu, 01 May 2025 09:29:59 GMT", 200),
        ("Thursday, 01-May-25 09:30:00 GMT", 304),
        ("yesterday", 200),
    ] {
        assert_eq!(server.get_with(RIGHT, &[("If-Modified-Since", since)]).status, status, "{since}");
    }
}

#[test]
fn a_body_changes_only_when_its_content_does() {
    let server = Server::own();
    let etag = |target: &str| server.get(target).header("etag").expect("a validator").to_owned();
    let watched = [RIGHT, "/v1/rights?right=hra-article-3", "/v1/case-studies?include=rights", "/v1/topics"];
    let before: Vec<String> = watched.iter().map(|target| etag(target)).collect();
    let seq = server.get(RIGHT).header("hub-seq").map(str::to_owned);

    let mut other = super::starter("people", "kofi-annan");
    other["role"] = "Once Secretary-General".into();
    crate::support::publish(&server.hub, &[other]);
    assert_ne!(server.get(RIGHT).header("hub-seq").map(str::to_owned), seq);
    assert_eq!(watched.map(etag), before[..], "the hub moved on, these did not");

    let mut right = super::starter("rights", "hra-article-8");
    right["title"] = "Article 8, by another name".into();
    crate::support::publish(&server.hub, &[right]);
    let after = watched.map(etag);
    assert_ne!(after[0], before[0]);
    assert_ne!(after[2], before[2], "a title that an entry refers to is a part of it");
    assert_eq!(after[3], before[3]);
}

#[test]
fn caches_keep_what_is_under_consent_briefly() {
    let server = Server::shared();
    let public = "public, max-age=60, stale-while-revalidate=300, stale-if-error=86400";
    let consented = "public, max-age=30";
    for (target, expected) in [
        (RIGHT, public),
        ("/v1/rights?view=full", public),
        ("/v1/case-studies/balancing-private-life-in-supported-housing", public),
        ("/v1", public),
        ("/openapi.json", public),
        ("/v1/testimonies/paul-holden-on-private-life", consented),
        ("/v1/testimonies", consented),
        ("/v1/people/kofi-annan", consented),
        ("/v1/case-studies/balancing-private-life-in-supported-housing?include=testimonies", consented),
        ("/v1/rights/hra-article-8?include=testimonies", consented),
        ("/v1/rights/hra-article-8/related", consented),
        ("/v1/home", consented),
        ("/v1/lookup?identifier=wikidata:Q1254", consented),
        ("/v1/lookup?identifier=ods-code:RW4", public),
    ] {
        let answer = server.get(target);
        assert_eq!(answer.header("cache-control"), Some(expected), "{target}");
        assert_eq!(answer.header("vary"), Some("Accept, Accept-Encoding, Accept-Language"), "{target}");
    }
    for target in ["/v1/rights?nonsense=1", "/v1/rights/nobody", "/nowhere", "/health/ready"] {
        assert_eq!(server.get(target).header("cache-control"), Some("no-store"), "{target}");
    }
}

#[test]
fn cache_tags_name_what_an_answer_depends_on() {
    let server = Server::shared();
    let tags = |target: &str| -> Vec<String> {
        let answer = server.get(target);
        answer.header("cache-tag").unwrap_or_default().split(',').map(str::to_owned).collect()
    };
    let right = server.json(RIGHT)["data"]["id"].as_str().expect("an id").to_owned();
    assert_eq!(tags(RIGHT), [right.as_str()]);
    let list = tags("/v1/rights?limit=3");
    assert!(list.contains(&"rights".to_owned()) && list.len() == 4, "{list:?}");
    let counted = tags("/v1/case-studies?limit=1&facet=topic");
    assert!(["case-studies", "topics"].iter().all(|name| counted.contains(&(*name).to_owned())), "{counted:?}");
    let inverse = tags("/v1/rights/hra-article-8?include=case-studies");
    assert!(inverse.contains(&"case-studies".to_owned()) && inverse.contains(&right), "{inverse:?}");
    assert!(inverse.len() == 6, "four case studies: {inverse:?}");
}

#[test]
fn every_answer_may_be_read_from_any_site() {
    let server = Server::shared();
    for target in
        [RIGHT, "/v1", "/v1/rights?nonsense=1", "/v1/rights/nobody", "/nowhere", "/health/live", "/openapi.json"]
    {
        let answer = server.get_with(target, &[("Origin", "https://site.example")]);
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"), "{target}");
        let exposed = answer.header("access-control-expose-headers").unwrap_or_default();
        for name in ["ETag", "Link", "Hub-Seq", "Content-Language", "Retry-After", "RateLimit", "RateLimit-Policy"] {
            assert!(exposed.split(", ").any(|other| other == name), "{target}: {exposed}");
        }
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{target}");
        assert!(answer.header("hub-seq").is_some() && answer.header("hub-epoch").is_some(), "{target}");
    }
}
