//! Cards and lists of them over HTTP: what they say, their headers, and what is told when there is none.

use rights_hub::hub::{TransitionRequest, Verb};

use super::{data_of, one_of_each, transition};
use crate::support::server::Server;

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors *";

#[test]
fn every_collection_has_a_card_with_all_that_a_page_needs() {
    let server = Server::shared();
    for (name, slug) in one_of_each(&server) {
        let target = format!("/embed/{name}/{slug}?lang=en");
        let answer = server.get(&target);
        assert_eq!(answer.status, 200, "{target}: {}", answer.text());
        assert_eq!(answer.header("content-security-policy"), Some(POLICY));
        assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
        assert_eq!(answer.header("set-cookie"), None);
        assert!(answer.header("cache-tag").is_some_and(|tags| tags.contains('-')), "{target}");
        let (page, entry) = (answer.text(), server.json(&format!("/v1/{name}/{slug}?lang=en"))["data"].clone());
        let html = entry["links"]["html"].as_str().expect("a page");
        let parts = [
            "<html lang=\"en\" dir=\"ltr\">".to_owned(),
            format!("<link rel=\"canonical\" href=\"{html}\">"),
            "<link rel=\"alternate\" type=\"application/json+oembed\"".to_owned(),
            "rel=\"license noopener\"".to_owned(),
            format!("<article class=\"rights-hub rh-{name}\" lang=\"en\" dir=\"ltr\">"),
        ];
        for part in parts {
            assert!(page.contains(&part), "{target} has no {part}: {page}");
        }
        assert!(data_of(page)["@id"].is_string(), "{target}");
        for never in ["style=", "<style", "javascript:", "<img", "<iframe", "onload", "onerror"] {
            assert!(!page.contains(never), "{target} has {never}");
        }
        let fragment = server.get(&format!("{target}&fragment=true"));
        assert!(fragment.text().starts_with("<article ") && fragment.text().ends_with("</article>"), "{target}");
        assert!(page.contains(fragment.text()), "{target}: the fragment is the page's article");

        let etag = answer.header("etag").expect("a validator");
        assert_eq!(server.get_with(&target, &[("If-None-Match", etag)]).status, 304);
    }
}

#[test]
fn cards_say_what_readers_of_each_kind_look_for() {
    let server = Server::shared();
    let page = |target: &str| server.get(target).text().to_owned();
    let study = page("/embed/case-studies/balancing-private-life-in-supported-housing?lang=en");
    for part in ["Rights engaged", ">Before<", ">After<", "Freedom of assembly", "Supported housing", "CC BY 4.0"] {
        assert!(study.contains(part), "{part}");
    }
    let event = page("/embed/events/national-learning-events?lang=en");
    assert!(
        event.contains("<time datetime=\"2006-01-01\">1 January 2006</time> to <time datetime=\"2008-06-10\">"),
        "{event}"
    );
    let said = page("/embed/testimonies/paul-holden-on-private-life?lang=en");
    assert!(
        said.contains("<blockquote>") && said.contains("<figcaption><bdi>Paul Holden, Operations Manager"),
        "{said}"
    );
    let found = page("/embed/evaluations/ipsos-mori-evaluation-of-five-trusts?lang=en");
    assert!(found.contains("<strong>5 <bdi>NHS trusts</bdi></strong>") && found.contains("p. 34"), "{found}");
    let right = page("/embed/rights/hra-article-8?lang=en");
    assert!(right.contains("When it may be restricted") && right.contains("Article 8 HRA"), "{right}");
    let manual = server.json("/v1/resources?kind=training-manual&view=full")["data"][0].clone();
    let manual = page(&format!("/embed/resources/{}?lang=en", manual["slug"].as_str().expect("a slug")));
    assert!(manual.contains("Get it") && manual.contains("<span lang="), "{manual}");
}

#[test]
fn a_card_is_in_the_readers_language_and_runs_its_way() {
    let server = Server::shared();
    let list = server.json("/v1/rights?lang_all=ar&limit=1");
    let slug = list["data"][0]["slug"].as_str().expect("a right in Arabic");
    let arabic = server.get_with(&format!("/embed/rights/{slug}"), &[("Accept-Language", "ar-EG, en;q=0.5")]);
    assert!(arabic.text().contains("<html lang=\"ar\" dir=\"rtl\">"), "{}", arabic.text());
    assert!(arabic.text().contains("الرخصة"), "the words around it are Arabic, too");
    assert_eq!(arabic.header("content-language"), Some("ar"));
    let nowhere = server.get("/embed/rights/no-such-entry?lang=fr");
    assert_eq!(nowhere.status, 404);
    assert!(nowhere.text().contains("<html lang=\"fr\" dir=\"ltr\">") && nowhere.text().contains("Rien ici"));
    assert_eq!(nowhere.header("content-security-policy"), Some(POLICY));
    let machine = [("Accept", "application/problem+json, text/html;q=0.1")];
    let told = server.get_with("/embed/rights/no-such-entry", &machine);
    assert_eq!((told.status, told.header("content-type")), (404, Some("application/problem+json")));
}

#[test]
fn headings_begin_where_they_are_told_to() {
    let server = Server::shared();
    let page = |heading: u8| {
        let target =
            format!("/embed/case-studies/balancing-private-life-in-supported-housing?fragment=true&heading={heading}");
        server.get(&target).text().to_owned()
    };
    for (heading, title, label, change) in [(2, 2, 3, 4), (4, 4, 5, 6), (6, 6, 6, 6)] {
        let page = page(heading);
        assert!(page.contains(&format!("<h{title} class=\"rh-title\">")), "{heading}");
        assert!(page.contains(&format!("<h{label} class=\"rh-label\">Rights engaged")), "{heading}");
        assert!(page.contains(&format!("<h{change} class=\"rh-label\"><bdi>Room searches")), "{heading}: {page}");
    }
}

#[test]
fn a_list_takes_the_shared_filters_and_pages() {
    let server = Server::shared();
    let list = "/embed/rights?instrument=human-rights-act-1998&sort=title&limit=4&lang=en&theme=dark";
    let total =
        server.json("/v1/rights?instrument=human-rights-act-1998&limit=0")["meta"]["total"].as_u64().expect("a total");
    let (mut target, mut seen) = (list.to_owned(), Vec::new());
    loop {
        let answer = server.get(&target);
        assert_eq!(answer.status, 200, "{target}: {}", answer.text());
        let page = answer.text();
        assert!(page.contains("/embed.css?theme=dark"), "the look stays from page to page");
        let titles = page
            .split("<h3 class=\"rh-title\"><a href=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned());
        seen.extend(titles);
        let Some(next) = page.split("<a rel=\"next\" target=\"_self\" href=\"").nth(1) else { break };
        target = next.split('"').next().unwrap().replace("&amp;", "&");
        assert!(seen.len() < 200);
    }
    assert_eq!(seen.len() as u64, total);
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len() as u64, total, "nothing comes twice");
    let empty = server.get("/embed/rights?topic=no-such-topic&lang=es").text().to_owned();
    assert!(empty.contains("Nada corresponde"), "{empty}");
    let fragment = server.get("/embed/rights?limit=2&fragment=true&lang=en").text().to_owned();
    assert!(
        fragment.starts_with("<section ") && fragment.contains("href=\"https://hub.example/embed/rights?"),
        "{fragment}"
    );
}

#[test]
fn what_is_not_understood_is_named() {
    let server = Server::shared();
    let faults = |target: &str| {
        let answer = server.get(target);
        assert_eq!((answer.status, answer.header("content-type")), (400, Some("application/problem+json")), "{target}");
        answer.faults().remove(0)
    };
    let card = "/embed/rights/hra-article-8";
    for (target, parameter, code) in [
        (format!("{card}?theme=blue"), "theme", "unknown-value"),
        (format!("{card}?accent=ffff00"), "accent", "low-contrast"),
        (format!("{card}?accent=101010&theme=dark"), "accent", "low-contrast"),
        (format!("{card}?accent=%23005eb8"), "accent", "invalid-value"),
        (format!("{card}?accent=12345"), "accent", "invalid-value"),
        (format!("{card}?heading=1"), "heading", "invalid-value"),
        (format!("{card}?heading=7"), "heading", "invalid-value"),
        (format!("{card}?fragment=yes"), "fragment", "unknown-value"),
        (format!("{card}?include=topics"), "include", "unknown-parameter"),
        ("/embed/rights?topc=privacy".to_owned(), "topc", "unknown-parameter"),
        ("/embed/rights?limit=51".to_owned(), "limit", "invalid-value"),
        ("/embed/rights?facet=topic".to_owned(), "facet", "unknown-parameter"),
        ("/embed.css?accent=eeeeee".to_owned(), "accent", "low-contrast"),
        ("/embed.css?lang=en".to_owned(), "lang", "unknown-parameter"),
    ] {
        assert_eq!(faults(&target), (parameter.to_owned(), code.to_owned()), "{target}");
    }
    let nearest = server.get(&format!("{card}?accent=ffff00")).json()["errors"][0]["did_you_mean"].clone();
    assert_eq!(server.get(&format!("{card}?accent={}", nearest.as_str().expect("a colour"))).status, 200);
    for good in [
        format!("{card}?accent=005eb8"),
        format!("{card}?accent=ffdd00&theme=dark"),
        "/embed.css?accent=005EB8".to_owned(),
    ] {
        assert_eq!(server.get(&good).status, 200, "{good}");
    }
}

/// What was public turns into its placeholder, and what has a new name leads there, with the look kept.
#[test]
fn what_is_gone_is_told_calmly_and_what_moved_is_followed() {
    let server = Server::own();
    for (name, slug) in one_of_each(&server) {
        // Of the others, some are needed by entries that could not stand without them.
        if !["testimonies", "news", "guides", "courses", "pages"].contains(&name) {
            continue;
        }
        let before = server.get(&format!("/embed/{name}/{slug}"));
        assert_eq!(before.status, 200);
        transition(&server, name, &slug, Verb::Remove, &TransitionRequest::default());
        let gone = server.get(&format!("/embed/{name}/{slug}?lang=ar&fragment=true"));
        assert_eq!((gone.status, gone.header("cache-control")), (410, Some("public, max-age=30")), "{name}");
        assert!(
            gone.text().starts_with("<article class=\"rights-hub rh-absent\" lang=\"ar\" dir=\"rtl\">"),
            "{}",
            gone.text()
        );
        assert_eq!(server.get(&format!("/embed/{name}/{slug}?theme=dark")).status, 410);
        assert!(!server.get(&format!("/embed/{name}?limit=50")).text().contains(&format!("/{slug}\"")), "{name}");
    }
    let said = server.get("/embed/organisations/british-institute-of-human-rights");
    assert_eq!(
        said.header("cache-control"),
        Some("public, max-age=60, stale-while-revalidate=300, stale-if-error=86400")
    );
}

#[test]
fn what_is_under_consent_is_kept_briefly() {
    let server = Server::shared();
    let kept = |target: &str| server.get(target).header("cache-control").map(str::to_owned);
    assert_eq!(kept("/embed/testimonies/paul-holden-on-private-life").as_deref(), Some("public, max-age=30"));
    assert_eq!(kept("/embed/people").as_deref(), Some("public, max-age=30"));
}
