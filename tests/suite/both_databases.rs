//! One script of edits and requests gives the same bytes on SQLite and on PostgreSQL.

use rights_hub::hub::{Conflict, ImportOptions, starter_documents};
use rights_hub::model::COLLECTIONS;
use rights_hub::query::{Family, Format, includes_of};
use serde_json::{Value, json};

use crate::support::server::{Answer, Server};
use crate::support::{Database, PUBLISH, import, import_lines};

/// Headers that the content decides.
const LASTING: &[&str] = &[
    "etag",
    "link",
    "cache-tag",
    "content-language",
    "content-type",
    "hub-seq",
    "vary",
    "cache-control",
    "allow",
    "location",
    "retry-after",
    "access-control-allow-origin",
];

fn changed(collection: &str, slug: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut all = starter_documents().expect("the starter content").into_iter();
    let mut document = all
        .find(|document| document["type"] == collection && document["slug"] == slug)
        .unwrap_or_else(|| panic!("no {slug}"));
    change(&mut document);
    document
}

/// Edits that rename, change, translate, outdate, add, and fail; answers what became of every line.
fn edit(server: &Server) -> Vec<Value> {
    let hub = &server.hub;
    let mut told = Vec::new();
    let mut note = |(counts, results): (rights_hub::hub::ImportCounts, Vec<rights_hub::hub::LineResult>)| {
        told.push(json!(counts));
        told.extend(results.iter().map(|result| json!(result)));
    };
    note(import(
        hub,
        &[
            changed("rights", "hra-article-8", |right| right["title"] = json!("Private life (Article 8)")),
            changed("rights", "hra-article-10", |right| right["slug"] = json!("free-expression")),
            changed("topics", "privacy", |topic| {
                topic["translations"] = json!([{ "lang": "cy", "title": "Preifatrwydd" }])
            }),
            changed("organisations", "ifhhro", |one| {
                one["title"] = json!("Ärzte für Menschenrechte – \u{1F3E5} \"quoted\" \\ <b>")
            }),
            changed("events", "national-learning-events", |event| event["status"] = json!("cancelled")),
        ],
        PUBLISH,
    ));
    let resource = |number: u32, title: &str, published: Option<&str>| {
        json!({
            "type": "resources", "id": format!("0197a9a4-5c8e-7d30-9b1f-2f6f1d1c8{number:03}"), "slug": format!("collation-{number}"),
            "title": title, "kind": "report", "published_on": published, "topics": [{ "slug": "privacy" }],
            "identifiers": [{ "scheme": "doi", "value": format!("10.1000/{number}") }],
        })
    };
    // Titles that two databases could order in two ways, and dates of every precision, and none.
    let titles = ["a b", "a-b", "A b", "ab", "Ab", "áb", "zeta", "Zeta", "_x", "10", "9", "ß", "ss", "Ω", "\u{1F600}"];
    let dates = [Some("2008"), Some("2008-06"), Some("2008-06-10"), None];
    let resources: Vec<Value> =
        titles.iter().zip(0u32..).map(|(title, number)| resource(number, title, dates[number as usize % 4])).collect();
    note(import(hub, &resources, PUBLISH));
    note(import_lines(
        hub,
        &[
            "not json",
            r#"{"type":"nothing","title":"x"}"#,
            r#"{"type":"rights","title":"No kind"}"#,
            r#"{"type":"case-studies","id":"0197a9a4-5c8e-7d30-9b1f-2f6f1d1c9001","slug":"dangling","title":"x","category":"changing-lives","setting":"other","rights":[{"slug":"nobody"}],"organisations":[{"slug":"ifhhro"}]}"#,
            r#"{"type":"topics","title":"a\u0000b"}"#,
            r#"{"type":"topics","id":"0197a9a4-5c8e-7d30-9b1f-2f6f1d1c9002","slug":"privacy","title":"Taken"}"#,
        ]
        .join("\n"),
        PUBLISH,
    ));
    let skip = ImportOptions { on_conflict: Conflict::Skip, ..PUBLISH };
    note(import(hub, &[changed("topics", "hiv", |topic| topic["title"] = json!("Skipped"))], skip));
    let fail = ImportOptions { on_conflict: Conflict::Fail, all_or_nothing: true, ..PUBLISH };
    note(import(hub, &[resource(99, "Never kept", None), resource(0, "There already", None)], fail));
    let dry = ImportOptions { dry_run: true, ..PUBLISH };
    note(import(hub, &[changed("topics", "hiv", |topic| topic["title"] = json!("Dry"))], dry));
    note(import(
        hub,
        &[changed("people", "kofi-annan", |person| person["consent"]["attribution"] = json!("named"))],
        PUBLISH,
    ));
    told
}

/// The requests: every collection in several shapes, and what is particular.
fn script() -> Vec<(String, Vec<(&'static str, &'static str)>)> {
    let mut script: Vec<(String, Vec<(&str, &str)>)> = Vec::new();
    for collection in COLLECTIONS.iter() {
        let path = format!("/v1/{}", collection.name);
        let facets: Vec<&str> =
            rights_hub::catalogue::fields_of(collection).iter().map(|field| field.parameter).collect();
        script.extend(
            [
                format!("{path}?view=full&limit=100"),
                format!("{path}?limit=5&facet={}&sort=title", facets.join(",")),
                format!("{path}?limit=3&include={}&include_limit=2&lang=fr", includes_of(collection).join(",")),
                format!("{path}?limit=2&page=2&sort=-updated_at,title&format_text=html&view=full"),
            ]
            .map(|target| (target, Vec::new())),
        );
        let formats = Format::of(collection).filter(|format| format.family() != Family::Rows);
        script.extend(formats.map(|format| (format!("{}?lang=fr", format.path(collection.name)), Vec::new())));
    }
    let particular = [
        "/v1/home",
        "/v1/home?lang=ar",
        "/openapi.json",
        "/problems/gone",
        "/v1/resources?sort=title&limit=100&fields=title",
        "/v1/resources?sort=-title&limit=100&fields=title",
        "/v1/resources?sort=published_on&limit=100&fields=published_on",
        "/v1/resources?sort=-published_on,title&limit=100",
        "/v1/resources?published_on_from=2008-06&published_on_to=2008-06-30&limit=100",
        "/v1/resources?published_on_missing=true",
        "/v1/resources?published_on_year=2008&facet=published_on_year",
        "/v1/resources?topic=privacy&facet=topic&lang=cy",
        "/v1/rights/hra-article-8",
        "/v1/rights/hra-article-8?include=case-studies,testimonies.speaker",
        "/v1/rights/hra-article-8/related",
        "/v1/rights/hra-article-8?format=jsonld",
        "/v1/projects/human-rights-in-healthcare/related?limit=20",
        "/v1/rights/hra-article-10",
        "/v1/rights/hra-article-10?lang=fr",
        "/v1/rights/free-expression",
        "/v1/rights?right=hra-article-10",
        "/v1/case-studies?right=hra-article-10,free-expression",
        "/v1/topics/privacy",
        "/v1/topics/privacy?lang=cy",
        "/v1/topics?lang_all=cy",
        "/v1/topics/privacy?lang=fr",
        "/v1/organisations/ifhhro",
        "/v1/organisations?sort=title&limit=100",
        "/v1/events?status=cancelled",
        "/v1/people/kofi-annan",
        "/v1/people?limit=100&view=full",
        "/v1/testimonies?consent=1",
        "/v1/case-studies/dangling",
        "/v1/topics/hiv",
        "/v1/lookup?identifier=doi:10.1000/3",
        "/v1/lookup?identifier=doi:10.1000/99",
        "/v1/lookup?url=https://www.bihr.org.uk/book/export/html/202",
        "/v1/lookup?url=https://www.ifhhro.org/",
        "/v1/lookup?url=https://site.example/rights/free-expression",
        "/v1/rights?nonsense=1",
        "/v1/rights?kind=nonsense",
        "/v1/rights?cursor=x",
        "/v1/rights?right=nobody",
        "/v1/search?q=private+life&facet=type,topic,right,lang&highlight=true&limit=100",
        "/v1/search?q=vie+priv%C3%A9e&type=rights,topics&sort=-title&lang=fr",
        "/v1/search?q=%22human+rights%22+-trust+title:care&q_mode=all&limit=3&page=2",
        "/v1/search?q=discriminaton&topic=privacy,dignity&published_from=2000",
        "/v1/search?q=collation&typo=off&highlight=maybe",
        "/v1/suggest?q=human+ri",
        "/v1/case-studies?q=phones&highlight=true&facet=topic",
        "/nowhere",
        "/v1/rights/nobody",
    ];
    script.extend(particular.map(|target| (target.to_owned(), Vec::new())));
    for (target, header) in [
        ("/v1/rights?view=full", ("Accept-Encoding", "br")),
        ("/v1/rights?view=full", ("Accept-Encoding", "gzip")),
        ("/v1/rights?view=full", ("Accept-Encoding", "zstd")),
        ("/v1/topics?limit=100", ("Accept-Language", "es, fr;q=0.5")),
        ("/v1/rights", ("Accept", "text/html")),
        ("/v1/rights", ("If-None-Match", "*")),
    ] {
        script.push((target.to_owned(), vec![header]));
    }
    script
}

/// Status, headers and body, as far as the content decides them.
type Lasting = (u16, Vec<(String, String)>, Vec<u8>);

/// What of an answer the content decides; ids of requests are of the moment.
fn lasting(answer: &Answer) -> Lasting {
    let mut headers: Vec<_> =
        answer.headers.iter().filter(|(name, _)| LASTING.contains(&name.as_str())).cloned().collect();
    headers.sort();
    let request = answer.header("request-id").unwrap_or("-");
    let body = match std::str::from_utf8(&answer.body) {
        Ok(text) => text.replace(request, "(the request)").into_bytes(),
        Err(_) => answer.body.clone(),
    };
    (answer.status, headers, body)
}

fn assert_same(asked: &str, one: &Lasting, other: &Lasting) {
    let differs = one.2.iter().zip(&other.2).position(|(a, b)| a != b);
    let around = |body: &[u8]| {
        let at = differs.unwrap_or(0);
        String::from_utf8_lossy(&body[at.saturating_sub(150)..body.len().min(at + 100)]).into_owned()
    };
    assert!(one.2 == other.2, "{asked}:\n{}\n{}", around(&one.2), around(&other.2));
    assert_eq!((one.0, &one.1), (other.0, &other.1), "{asked}");
}

#[test]
fn the_same_script_gives_the_same_bytes() {
    let Some(postgres) = Database::postgres() else { return };
    let (sqlite, postgres) = (Server::own(), Server::start(postgres));
    let told = edit(&sqlite);
    assert_eq!(told, edit(&postgres));
    let count = |outcome: &str| told.iter().filter(|line| line["outcome"] == outcome).count();
    assert!(count("failed") >= 6 && count("created") >= 15 && count("updated") >= 5, "{told:#?}");

    let script = script();
    assert!(script.len() >= 60);
    let mut statuses = std::collections::BTreeSet::new();
    for (target, headers) in &script {
        let (one, other) = (sqlite.get_with(target, headers), postgres.get_with(target, headers));
        statuses.insert(one.status);
        assert_same(target, &lasting(&one), &lasting(&other));
    }
    assert_eq!(statuses.into_iter().collect::<Vec<_>>(), [200, 304, 308, 400, 404, 406]);

    // Page after page by cursor: the cursors themselves are the same.
    for start in [
        "/v1/resources?limit=4&sort=title",
        "/v1/resources?limit=4&sort=-published_on",
        "/v1/topics?limit=9",
        "/v1/search?q=rights&limit=25",
    ] {
        let mut next = Some(start.to_owned());
        while let Some(target) = next {
            let (one, other) = (sqlite.get(&target), postgres.get(&target));
            assert_same(&target, &lasting(&one), &lasting(&other));
            next = one.json()["links"]["next"].as_str().map(str::to_owned);
        }
    }
    // The validator of rows names the history of each hub, which is its own; all else is the same.
    for collection in COLLECTIONS.iter() {
        for format in Format::of(collection).filter(|format| format.family() == Family::Rows) {
            let target = format!("{}?sort=-title&lang=fr,cy", format.path(collection.name));
            let rows = |server: &Server| {
                let (status, mut headers, body) = lasting(&server.get(&target));
                headers.retain(|(name, _)| name != "etag");
                (status, headers, body)
            };
            assert_same(&target, &rows(&sqlite), &rows(&postgres));
        }
    }
    // `/v1` names the history of each hub, too.
    let described = |server: &Server| {
        let mut hub = server.json("/v1");
        hub["epoch"].take();
        hub
    };
    assert_eq!(described(&sqlite), described(&postgres));
}
