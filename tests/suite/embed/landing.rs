//! The page at `/`, the script, and the files beside them.

use std::io::Write;

use rights_hub::present::embed::{SCRIPT, script_integrity};

use super::between;
use crate::support::eventually;
use crate::support::program::Program;
use crate::support::server::{Client, Server};

#[test]
fn the_landing_page_counts_what_there_is_and_builds_a_card() {
    let server = Server::shared();
    let page = server.get("/").text().to_owned();
    let hub = server.json("/v1");
    for (name, collection) in hub["collections"].as_object().expect("collections") {
        let told = format!("<a href=\"/embed/{name}\"><span class=\"number\">{}</span>", collection["count"]);
        assert!(page.contains(&told), "{told}");
    }
    assert!(!page.contains("<script") && !page.contains("style=\""));
    for link in ["/docs/", "/openapi.json", "/health/ready", "/v1"] {
        assert!(page.contains(&format!("href=\"{link}\"")), "{link}");
    }
    // What a form sends that nobody filled in, but for an entry.
    let built = server.get("/?q=&type=&entry=rights/hra-article-8&theme=dark&accent=&lang=&heading=3");
    assert_eq!(built.status, 200, "{}", built.text());
    let preview = between(built.text(), "<iframe src=\"", "\"").replace("&amp;", "&");
    assert_eq!(server.get(&preview).status, 200, "{preview}");
    let lines = between(built.text(), "<textarea id=\"frame\"", "</textarea>");
    assert!(lines.contains("&lt;iframe src=&quot;https://hub.example/embed/rights/"), "{lines}");
    let element = between(built.text(), "<textarea id=\"element\"", "</textarea>");
    assert!(element.contains(script_integrity()), "{element}");
    let examples = built.text().split("<li>").filter_map(|item| item.split("<a href=\"/v1").nth(1));
    let examples: Vec<String> = examples
        .map(|example| format!("/v1{}", example.split('"').next().unwrap_or_default().replace("&amp;", "&")))
        .collect();
    assert_eq!(examples.len(), 4, "{examples:?}");
    for target in examples {
        eventually(&target, || server.get(&target).status == 200);
    }
}

#[test]
fn a_person_gets_the_page_whatever_the_link_had() {
    let server = Server::shared();
    let page = |query: &str| {
        let answer = server.get(&format!("/?{query}"));
        assert_eq!(answer.status, 200, "{query}: {}", answer.text());
        answer.text().to_owned()
    };
    for quiet in ["utm_source=letter&fbclid=x", "q=&accent=", "", "%FF=x&q="] {
        assert!(!page(quiet).contains("was left out"), "{quiet}");
    }
    let told = page("q=privacy&accent=eeeeee&theme=light&utm_source=letter");
    assert!(told.contains("<strong>accent</strong> was left out"), "{told}");
    assert!(told.contains("value=\"privacy\""), "what was understood holds");
    let hostile = page("type=%3Cscript%3E");
    assert!(hostile.contains("<strong>type</strong> was left out") && !hostile.contains("<script"), "{hostile}");
}

#[test]
fn the_script_is_small_and_its_hash_is_published() {
    let server = Server::shared();
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(5));
    encoder.write_all(SCRIPT.as_bytes()).expect("bytes");
    let size = encoder.finish().expect("bytes").len();
    assert!(size < 4096, "{size} bytes");
    assert_eq!(server.get("/embed.js").text(), SCRIPT);
    assert_eq!(server.json("/v1")["embed"]["integrity"], script_integrity());
    assert!(
        include_str!("../../../docs/EMBEDDING.md").contains(script_integrity()),
        "the docs name {}",
        script_integrity()
    );
}

#[test]
fn the_sitemap_lists_the_pages_of_the_site() {
    let server = Server::shared();
    let sitemap = server.get("/sitemap.xml");
    let total: u64 = server.json("/v1")["collections"]
        .as_object()
        .expect("collections")
        .values()
        .filter_map(|one| one["count"].as_u64())
        .sum();
    assert_eq!(sitemap.text().matches("<loc>https://site.example/").count() as u64, total);
    assert!(sitemap.text().contains("<loc>https://site.example/rights/hra-article-8</loc><lastmod>20"));
    assert_eq!(server.get("/sitemap/1.xml").text(), sitemap.text());
    for none in [
        "/sitemap/2.xml",
        "/sitemap/0.xml",
        "/sitemap/x.xml",
        "/sitemap/99999999999999999999.xml",
        "/sitemap/368934881474192.xml",
    ] {
        assert_eq!(server.get(none).status, 404, "{none}");
    }
    assert!(server.get("/robots.txt").text().contains("Sitemap: https://hub.example/sitemap.xml"));
    assert!(server.get("/favicon.svg").text().starts_with("<svg "));
    assert_eq!(&server.get("/favicon.ico").body[..4], [0, 0, 1, 0]);
}

#[test]
fn a_hub_without_a_site_leads_from_its_pages_to_its_cards() {
    let folder = tempfile::TempDir::new().unwrap();
    let serve = ["serve", "--public-url", "https://hub.example", "--data-dir"];
    let program = Program::start(&[&serve[..], &[folder.path().to_str().unwrap()]].concat());
    let client = Client::to(program.address);
    let entry = &client.json("/v1/topics?limit=1")["data"][0];
    let page = entry["links"]["html"].as_str().and_then(|link| link.strip_prefix("https://hub.example")).unwrap();
    for (page, query) in [(page, ""), (page, "?utm_source=x"), ("/topics", ""), ("/topics", "?ref=y")] {
        let moved = client.get(&format!("{page}{query}"));
        assert_eq!(moved.status, 307, "{page}{query}: {}", moved.text());
        let card = moved.header("location").unwrap();
        assert_eq!(card, format!("/embed{page}"));
        assert_eq!(client.get(card).status, 200, "{card}");
    }
    assert_eq!(client.get("/topics/a/b").status, 404);
    assert_eq!(client.send("POST", page, &[]).status, 405);
    // Where there is a site, its pages are there and nowhere else.
    for method in ["GET", "POST"] {
        let elsewhere = Server::shared().send(method, page, &[]);
        assert_eq!((elsewhere.status, elsewhere.header("location")), (404, None));
        assert!(elsewhere.text().contains("The hub has no path /topics/"), "{}", elsewhere.text());
    }
}
