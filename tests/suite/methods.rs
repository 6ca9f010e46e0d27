//! What every path does alike: HEAD, OPTIONS, methods it does not take, addresses that are none, types it does not have.

use rights_hub::http::PATHS;
use rights_hub::model::COLLECTIONS;
use rights_hub::query::Format;

use crate::support::server::{Answer, Server};

/// Every path of the server, each with an entry or a code that there is, and some that answer with a problem.
fn targets(server: &Server) -> Vec<String> {
    let mut targets: Vec<String> = PATHS
        .iter()
        .map(|path| path.replace("{code}", "gone").replace("lookup", "lookup?url=https://nobody.example"))
        .map(|path| path.replace("{file}", "1").replace("/oembed", "/oembed?url=/v1/rights/hra-article-8"))
        .collect();
    for collection in COLLECTIONS.iter() {
        let list = format!("/v1/{}", collection.name);
        let first = server.json(&format!("{list}?limit=1"))["data"][0]["slug"].as_str().expect("an entry").to_owned();
        let formats = Format::of(collection).map(|format| format.path(collection.name));
        targets.extend(formats.chain([format!("{list}/{first}?format=jsonld")]));

        let cards = format!("/embed/{}", collection.name);
        targets.extend([format!("{cards}/{first}"), format!("{cards}/no-such-entry"), cards]);
        targets.extend([format!("{list}/{first}"), format!("{list}/{first}/related"), list]);
    }
    targets
}

/// What a path takes: nothing changes in public, and only the protocol of harvesters wants POST for reading.
fn methods_of(target: &str) -> &'static str {
    if target == "/oai" { "GET, HEAD, POST, OPTIONS" } else { "GET, HEAD, OPTIONS" }
}

fn is_problem(answer: &Answer, status: u16, code: &str) -> bool {
    let problem = answer.json();
    let instance = format!("urn:uuid:{}", answer.header("request-id").unwrap_or_default());
    answer.status == status
        && answer.header("content-type") == Some("application/problem+json")
        && answer.header("cache-control") == Some("no-store")
        && problem["type"] == format!("/problems/{code}")
        && problem["status"] == status
        && problem["instance"] == instance
        && problem["title"].is_string()
        && problem["detail"].is_string()
}

#[test]
fn head_is_get_without_the_body() {
    let server = Server::shared();
    let mut targets = targets(&server);
    targets.extend(
        ["/v1/rights?facet=topic&limit=3", "/v1/rights?nonsense=1", "/v1/rights/nobody", "/nowhere"].map(str::to_owned),
    );
    for target in targets {
        for headers in [&[][..], &[("Accept-Encoding", "br")], &[("Accept", "image/png")]] {
            let (get, head) = (server.send("GET", &target, headers), server.send("HEAD", &target, headers));
            let lasting = |answer: &Answer| -> Vec<(String, String)> {
                // What is measured grows with every question.
                let grows = |name: &str| target == "/metrics" && name == "content-length";
                let passing = |name: &str| name == "date" || name == "request-id" || grows(name);
                let mut headers: Vec<_> = answer.headers.iter().filter(|(name, _)| !passing(name)).cloned().collect();
                headers.sort();
                headers
            };
            assert_eq!(head.status, get.status, "{target}");
            assert_eq!(lasting(&head), lasting(&get), "{target}");
        }
    }
}

#[test]
fn options_tell_the_methods_to_anyone() {
    let server = Server::shared();
    let preflight = [("Origin", "https://site.example"), ("Access-Control-Request-Method", "GET")];
    for target in targets(&server) {
        let answer = server.send("OPTIONS", &target, &preflight);
        assert_eq!(answer.status, 204, "{target}");
        assert_eq!(answer.header("allow"), Some(methods_of(&target)), "{target}");
        assert_eq!(answer.header("access-control-allow-methods"), Some(methods_of(&target)), "{target}");
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"), "{target}");
        assert!(answer.header("access-control-allow-headers").is_some_and(|names| names.contains("If-None-Match")));
    }
}

#[test]
fn no_path_takes_another_method() {
    let server = Server::shared();
    for target in targets(&server) {
        let others = ["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"].into_iter();
        for method in others.filter(|method| !methods_of(&target).contains(method)) {
            let answer = server.send(method, &target, &[]);
            assert!(
                is_problem(&answer, 405, "method-not-allowed"),
                "{method} {target}: {} {}",
                answer.status,
                answer.text()
            );
            assert_eq!(answer.header("allow"), Some(methods_of(&target)), "{method} {target}");
        }
    }
    for target in ["/docs", "/docs/", "/docs/index.html"] {
        assert!(is_problem(&server.send("POST", target, &[]), 405, "method-not-allowed"), "{target}");
        assert_eq!(server.send("OPTIONS", target, &[]).status, server.send("OPTIONS", "/v1", &[]).status, "{target}");
        let (got, head) = (server.get(target), server.send("HEAD", target, &[]));
        assert_eq!((head.status, head.body.len()), (got.status, 0), "{target}");
    }
    assert!(server.get("/docs/").text().contains("swagger-ui"));
    assert!(is_problem(&server.get("/docs/no-such-file.js"), 404, "not-found"));
}

#[test]
fn an_unknown_path_is_a_problem_for_every_method() {
    let server = Server::shared();
    let paths = [
        "/v1/",
        "/v2",
        "/V1",
        "/v1/nobody",
        "/v1/rights/",
        "/v1/rights/hra-article-8/",
        "/v1/rights/hra-article-8/nobody",
        "/v1/rights/hra-article-8/related/",
        "/v1/rights//related",
        "//v1",
        "/v1//rights",
        "/v1/Rights",
        "/health",
        "/openapi",
        "/.env",
        "/problems",
        "/problems/",
        "/index.php",
        "/v1/../v1",
        "/%2e%2e/etc/passwd",
        "/v1/%00",
    ];
    for path in paths {
        for method in ["GET", "POST", "DELETE"] {
            let answer = server.send(method, path, &[]);
            assert!(is_problem(&answer, 404, "not-found"), "{method} {path}: {} {}", answer.status, answer.text());
        }
        assert_eq!(server.get(path).header("access-control-allow-origin"), Some("*"), "{path}");
    }
}

#[test]
fn accept_is_weighed() {
    let server = Server::shared();
    let status = |accept: &str| server.get_with("/v1/rights?limit=1", &[("Accept", accept)]).status;
    for accept in [
        "",
        "*/*",
        "application/*",
        "application/json",
        "Application/JSON",
        "application/json; charset=utf-8",
        "text/html, application/json;q=0.1",
        "text/html;q=0.9,*/*;q=0.1",
        "application/json ; q=1.0",
        "text/html, application/xhtml+xml, image/avif, */*;q=0.8",
        "*/*;q=0, application/json",
    ] {
        assert_eq!(status(accept), 200, "{accept}");
    }
    for accept in [
        "text/html",
        "application/json;q=0",
        "application/json; q=0.000",
        "*/*;q=0",
        "image/*",
        "application/xml",
        "application/json;q=0, */*",
        "application/*;q=0, */*;q=0.5",
    ] {
        let answer = server.get_with("/v1/rights?limit=1", &[("Accept", accept)]);
        assert!(is_problem(&answer, 406, "not-acceptable"), "{accept}: {}", answer.status);
    }
    assert_eq!(
        server.get_with("/v1/rights?limit=1", &[("Accept", "text/html"), ("Accept", "application/json")]).status,
        200
    );
}

#[test]
fn every_kind_of_problem_has_its_page() {
    let server = Server::shared();
    for kind in rights_hub::problem::PROBLEMS {
        let answer = server.get_with(&format!("/problems/{}", kind.code), &[("Accept", "text/html")]);
        assert_eq!(answer.status, 200, "{}", kind.code);
        assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
        assert!(answer.text().contains(kind.title), "{}", kind.code);
    }
}
