//! Whatever is sent: a fault of the client is named, nothing is guessed, and nothing breaks.

use std::io::{Read, Write};
use std::net::TcpStream;

use rights_hub::model::COLLECTIONS;
use rights_hub::query::{Parameter, ParameterKind, Surface, parameters_of};
use serde_json::Value;

use crate::support::server::{Answer, Client, Server};

/// Values that no parameter can take because of how they are written, with the fault that says so.
const UNREADABLE: &[(&str, &str)] = &[
    ("", "empty-value"),
    ("=", "empty-value"),
    ("=%20", "empty-value"),
    ("=+", "empty-value"),
    ("=%FF", "invalid-encoding"),
    ("=%C0%80", "invalid-encoding"),
    ("=%ED%A0%80", "invalid-encoding"),
    ("=%00", "invalid-encoding"),
    ("=a%00", "invalid-encoding"),
    ("=%07", "invalid-encoding"),
    ("=%0D%0AX:1", "invalid-encoding"),
    ("=%7F", "invalid-encoding"),
];

/// Values that can be read and name nothing that there is.
const ODD: &[&str] = &[
    "no-such-word",
    "%27%20OR%201=1%20--",
    "../../etc/passwd",
    "%2e%2e%2f%2e%2e",
    "[]",
    "99999999999999999999999",
    "-1",
    "NaN",
    "null",
    "%2A",
    "a,,b",
    ",",
    "%F0%9F%92%A9",
    "Hra-Article-8",
];

/// Asserts a 400 that names the parameter with this fault.
fn assert_fault(asked: &str, answer: &Answer, parameter: &str, code: &str) {
    assert_eq!(answer.status, 400, "{asked}: {}", answer.text());
    assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{asked}");
    assert_eq!(answer.json()["type"], "/problems/invalid-parameters", "{asked}");
    let faults = answer.faults();
    assert!(faults.contains(&(parameter.to_owned(), code.to_owned())), "{asked}: {faults:?}");
}

fn is_filter(kind: ParameterKind) -> bool {
    use ParameterKind as Kind;
    matches!(
        kind,
        Kind::Any(_)
            | Kind::All(_)
            | Kind::Not(_)
            | Kind::Missing(_)
            | Kind::Exact(_)
            | Kind::Ids
            | Kind::From(_)
            | Kind::To(_)
            | Kind::DateMissing(_)
    )
}

/// A value that can be read is refused by name, or matches nothing and is named as unmatched.
fn assert_not_guessed(asked: &str, answer: &Answer, parameter: &Parameter, everything: &Value) {
    if answer.status == 400 {
        let faults = answer.faults();
        assert!(faults.iter().any(|(name, _)| *name == parameter.name), "{asked}: {faults:?}");
        return;
    }
    assert_eq!(answer.status, 200, "{asked}: {}", answer.text());
    let meta = &answer.json()["meta"];
    if parameter.kind == ParameterKind::Url {
        assert_eq!(meta["total"], 0, "{asked}");
        return;
    }
    if parameter.kind == ParameterKind::Text {
        // Whatever is typed is words.
        return;
    }
    if parameter.kind == ParameterKind::Lang {
        // Three or four letters could be a language, and an asterisk is any.
        assert!(["=NaN", "=null", "=%2A"].iter().any(|tag| asked.ends_with(tag)), "{asked}");
        return;
    }
    assert!(is_filter(parameter.kind), "{asked}: taken as if it said something");
    let named =
        meta["unmatched"].as_array().is_some_and(|all| all.iter().any(|one| one["parameter"] == *parameter.name));
    match parameter.kind {
        // No entry has it, so no entry is left out; it is named all the same.
        ParameterKind::Not(_) => assert!(named && meta["total"] == *everything, "{asked}: {meta}"),
        // -1 is a whole number, and a bound like any other.
        ParameterKind::From(_) | ParameterKind::To(_) => assert!(asked.ends_with("=-1"), "{asked}: {meta}"),
        _ => assert!(named && meta["total"] == 0, "{asked}: {meta}"),
    }
}

fn try_everything(server: &Client, path: &str, parameters: &[Parameter], always: &str) {
    let everything = &server.json(&format!("{path}?{always}"))["meta"]["total"];
    let ask = |query: &str| (format!("{path}?{query}"), server.get(&format!("{path}?{query}")));
    // Faults that need no parameter's own rules: of many parameters at once, and each is named.
    for some in parameters.chunks(60) {
        let all = |fault: &dyn Fn(&str) -> (String, String, &'static str)| {
            let sent: Vec<_> = some.iter().map(|parameter| fault(&parameter.name)).collect();
            let pairs: Vec<&str> = sent.iter().map(|(pair, ..)| pair.as_str()).collect();
            let (asked, answer) = ask(&pairs.join("&"));
            sent.iter().for_each(|(_, name, code)| assert_fault(&asked, &answer, name, code));
        };
        for &(value, code) in UNREADABLE {
            all(&|name| (format!("{name}{value}"), name.to_owned(), code));
        }
        all(&|name| (format!("{name}=true&{name}=true"), name.to_owned(), "repeated-parameter"));
        let misspelt: [fn(&str) -> String; 4] =
            [|name| format!("{name}x"), |name| format!("x{name}"), |name| format!("{name}[]"), str::to_uppercase];
        for wrong in misspelt {
            all(&|name| (format!("{}=true", wrong(name)), wrong(name), "unknown-parameter"));
        }
        all(&|name| (format!("{name}%00=true"), String::new(), "invalid-encoding"));
        all(&|name| (format!("%FF{name}=true"), String::new(), "invalid-encoding"));
    }
    for parameter in parameters {
        let name = &parameter.name;
        let (asked, answer) = ask(&format!("{name}={}", "a".repeat(10_000)));
        assert_fault(&asked, &answer, name, "too-long");
        for value in ODD {
            // The lookup wants to know what is looked up, whatever else is asked.
            let names_it = matches!(parameter.kind, ParameterKind::Identifier | ParameterKind::Url);
            let beside = match path {
                "/v1/lookup" if !names_it => "url=https://nobody.example&",
                // A search wants to know what is sought.
                "/v1/search" | "/v1/suggest" if parameter.kind != ParameterKind::Text => "q=care&",
                _ => "",
            };
            let (asked, answer) = ask(&format!("{beside}{name}={value}"));
            assert_not_guessed(&asked, &answer, parameter, everything);
        }
    }
}

#[test]
fn no_list_guesses_what_was_meant() {
    let server = Server::shared();
    for collection in COLLECTIONS.iter() {
        let parameters = parameters_of(Surface::List(collection.name));
        try_everything(&server, &format!("/v1/{}", collection.name), parameters, "limit=0");
    }
}

#[test]
fn no_other_path_guesses_either() {
    let server = Server::shared();
    for collection in COLLECTIONS.iter() {
        let path = format!("/v1/{}", collection.name);
        let first = server.json(&format!("{path}?limit=1"))["data"][0]["slug"].as_str().expect("an entry").to_owned();
        try_everything(&server, &format!("{path}/{first}"), parameters_of(Surface::Item(collection.name)), "");
    }
    try_everything(&server, "/v1/rights/hra-article-8/related", parameters_of(Surface::Related), "");
    try_everything(&server, "/v1", parameters_of(Surface::Hub), "");
    try_everything(&server, "/v1/home", parameters_of(Surface::Hub), "");
    try_everything(&server, "/v1/search", parameters_of(Surface::Search), "q=care&limit=0");
    try_everything(&server, "/v1/suggest", parameters_of(Surface::Suggest), "q=care");
    try_everything(&server, "/v1/lookup", parameters_of(Surface::Lookup), "url=https://nobody.example");
}

#[test]
fn every_fault_is_told_at_once_with_what_was_probably_meant() {
    let server = Server::shared();
    let answer =
        server.get("/v1/case-studies?settng=community&category=changing-lifes&limit=101&page=1&cursor=x&q=care");
    assert_eq!(answer.status, 400);
    let faults = answer.faults();
    for (parameter, code) in [
        ("settng", "unknown-parameter"),
        ("category", "unknown-value"),
        ("limit", "invalid-value"),
        ("cursor", "conflicting-parameters"),
    ] {
        assert!(faults.contains(&(parameter.to_owned(), code.to_owned())), "{parameter}: {faults:?}");
    }
    let errors = &answer.json()["errors"];
    let of = |name: &str| {
        errors.as_array().into_iter().flatten().find(|error| error["parameter"] == name).cloned().unwrap_or_default()
    };
    assert_eq!(of("settng")["did_you_mean"], "setting");
    assert_eq!(of("category")["did_you_mean"], "changing-lives");
    assert_eq!(of("category")["allowed"], serde_json::json!(["changing-organisations", "changing-lives"]));
}

#[test]
fn no_strange_key_finds_an_entry() {
    let server = Server::shared();
    let id = server.json("/v1/rights/hra-article-8")["data"]["id"].as_str().expect("an id").to_owned();
    let keys = [
        "%00",
        "%FF",
        "hra-article-8%00",
        "hra-article-8%20",
        "%20hra-article-8",
        "HRA-ARTICLE-8",
        "hra-article-8%0A",
        "hra_article_8",
        "%27%20OR%201=1%20--",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e",
        "[]",
        "{key}",
        "-1",
        "0",
        "99999999999999999999",
        "%F0%9F%92%A9",
        "%E2%80%AE",
        "null",
        "00000000-0000-0000-0000-000000000000",
        "hra-article-8;jsessionid=1",
        "hra-article-8.json",
    ];
    let long =
        ["a".repeat(10_000), "-".repeat(200), format!("{{{id}}}"), id.replace('-', ""), format!("urn:uuid:{id}")];
    for key in keys.into_iter().chain(long.iter().map(String::as_str)) {
        for below in ["", "/related"] {
            let target = format!("/v1/rights/{key}{below}");
            let answer = server.get(&target);
            assert_eq!(answer.status, 404, "{target}: {}", answer.text());
            assert_eq!(answer.json()["type"], "/problems/not-found", "{target}");
        }
    }
    let elsewhere = server.get(&format!("/v1/topics/{id}"));
    assert_eq!(elsewhere.status, 404, "an id of another collection");
}

#[test]
fn an_address_may_be_long_but_not_endless() {
    let server = Server::shared();
    let fits = format!("/v1/rights?limit=0&topic={}", vec!["privacy"; 100].join(","));
    assert_eq!(server.get(&fits).status, 200);
    for bytes in [16 * 1024 + 1, 60_000] {
        let target = format!("/v1/rights?topic={}", "a".repeat(bytes - "/v1/rights?topic=".len()));
        let answer = server.get(&target);
        assert_eq!(answer.status, 414, "{bytes} bytes");
        assert_eq!(answer.json()["type"], "/problems/uri-too-long");
    }
    let at_most = format!("/v1/rights?topic={}", "a".repeat(16 * 1024 - "/v1/rights?topic=".len()));
    assert_fault("16 KiB", &server.get(&at_most), "topic", "too-long");
}

#[test]
fn nonsense_in_headers_changes_nothing() {
    let server = Server::shared();
    let target = "/v1/rights/hra-article-8";
    let plain = server.get(target);
    let nonsense =
        ["", ",", ";;;", ";q=", "q=1;q=1", "\u{fffd}\u{202e}", "%00", "' OR 1=1 --", "W/", "\"", "=?utf-8?b?", "-1"];
    let long = ["x,".repeat(4000), "\"a\",".repeat(3000), ";q=0.5".repeat(2000)];
    for name in [
        "Accept-Language",
        "If-None-Match",
        "If-Modified-Since",
        "Accept-Encoding",
        "Range",
        "Origin",
        "X-HTTP-Method-Override",
    ] {
        for value in nonsense.into_iter().chain(long.iter().map(String::as_str)) {
            let answer = server.get_with(target, &[(name, value)]);
            assert_eq!(answer.status, 200, "{name}: {value:.40}");
            assert!(answer.body == plain.body, "{name}: {value:.40}");
        }
    }
    for value in nonsense {
        let status = server.get_with(target, &[("Accept", value)]).status;
        assert!([200, 406].contains(&status), "Accept: {value} gives {status}");
    }
}

#[test]
fn what_is_no_http_leaves_the_server_standing() {
    let server = Server::shared();
    let huge = format!("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", "a".repeat(300_000));
    let sent: [&[u8]; 6] = [
        b"\r\n\r\n\r\n",
        b"GET\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET /v1 HTTP/9.9\r\n\r\n",
        b"GET /v1 HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
        huge.as_bytes(),
    ];
    for bytes in sent {
        let mut connection = TcpStream::connect(server.address).expect("the server listens");
        // The server may close before all of it is written.
        let _ = connection.write_all(bytes);
        let _ = connection.shutdown(std::net::Shutdown::Write);
        let mut answer = Vec::new();
        let _ = connection.read_to_end(&mut answer);
        let first = String::from_utf8_lossy(&answer).lines().next().unwrap_or_default().to_owned();
        assert!(!first.contains(" 200 ") && !first.contains(" 500 "), "{first}");
    }
    assert_eq!(server.get("/health/live").status, 200);
}
