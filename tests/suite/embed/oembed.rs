//! oEmbed as consumers use it: found by discovery, by pattern, or by hand.

use rights_hub::hub::{Successor, TransitionRequest, Verb};
use serde_json::Value;

use super::{between, id_of, one_of_each, transition};
use crate::support::publish;
use crate::support::server::Server;

#[test]
fn every_address_of_an_entry_is_known() {
    let server = Server::shared();
    for (name, slug) in one_of_each(&server) {
        let id = id_of(&server, name, &slug);
        let card = server.get(&format!("/embed/{name}/{slug}"));
        let found = between(card.text(), "type=\"application/json+oembed\"", ">");
        let found = between(found, "href=\"https://hub.example", "\"").replace("&amp;", "&");
        let by_discovery = server.json(&found);
        assert_eq!((&by_discovery["version"], &by_discovery["type"]), (&Value::from("1.0"), &Value::from("rich")));
        for url in [
            format!("https://site.example/{name}/{slug}"),
            format!("https://site.example/{name}/{slug}/?utm_source=x%26y%23z"),
            format!("https://hub.example/v1/{name}/{id}"),
            format!("/v1/{name}/{slug}"),
            format!("https://hub.example/embed/{name}/{slug}"),
        ] {
            let answer = server.json(&format!("/oembed?format=json&dnt=1&url={}", url.replace('&', "%26")));
            assert_eq!(answer, by_discovery, "{url}");
        }
        let frame = by_discovery["html"].as_str().expect("a frame");
        assert!(
            frame.starts_with(&format!("<iframe src=\"https://hub.example/embed/{name}/{id}\" title=\"")),
            "{frame}"
        );
        for attribute in ["loading=\"lazy\"", "sandbox=\"allow-popups", "referrerpolicy=\"no-referrer\""] {
            assert!(frame.contains(attribute), "{frame}");
        }
        // What the entry says of itself leads here.
        let link = server.json(&format!("/v1/{name}/{slug}"))["data"]["links"]["oembed"].clone();
        assert_eq!(server.json(link.as_str().expect("a link")), by_discovery);
    }
}

#[test]
fn the_room_that_there_is_is_respected() {
    let server = Server::shared();
    let url = "/oembed?url=https://site.example/rights/hra-article-8";
    for (room, size) in [
        ("", (640, 520)),
        ("&maxwidth=300", (300, 520)),
        ("&maxwidth=1&maxheight=1", (1, 1)),
        ("&maxwidth=2000&maxheight=2000", (640, 520)),
    ] {
        let answer = server.json(&format!("{url}{room}"));
        assert_eq!((answer["width"].as_u64(), answer["height"].as_u64()), (Some(size.0), Some(size.1)), "{room}");
        let told = format!("width=\"{}\" height=\"{}\"", size.0, size.1);
        assert!(answer["html"].as_str().is_some_and(|html| html.contains(&told)), "{room}");
    }
}

#[test]
fn the_look_is_passed_on() {
    let server = Server::shared();
    let src = |target: &str| {
        let answer = server.json(target);
        between(answer["html"].as_str().expect("a frame"), "src=\"", "\"").replace("&amp;", "&")
    };
    let of_url = src("/oembed?url=https://hub.example/embed/rights/hra-article-8%3Ftheme%3Ddark%26lang%3Dfr");
    assert!(of_url.ends_with("?theme=dark&lang=fr"), "{of_url}");
    let own = src("/oembed?theme=light&url=https://hub.example/embed/rights/hra-article-8%3Ftheme%3Ddark%26lang%3Dfr");
    assert!(own.ends_with("?lang=fr&theme=light"), "{own}");
}

#[test]
fn what_cannot_be_answered_is_told_by_its_status() {
    let server = Server::own();
    let status = |target: &str| server.get(target).status;
    let url = "url=https://site.example/news/";
    let news = server.json("/v1/news?limit=1")["data"][0]["slug"].as_str().expect("news").to_owned();
    for (target, wanted) in [
        ("/oembed".to_owned(), 400),
        (format!("/oembed?{url}{news}&maxwidth=abc"), 400),
        (format!("/oembed?{url}{news}&maxwidth=0"), 400),
        (format!("/oembed?{url}{news}&maxheight=-1"), 400),
        (format!("/oembed?{url}{news}&format=yaml"), 400),
        (format!("/oembed?{url}{news}&format=xml"), 501),
        ("/oembed?url=https://nobody.example/news/x".to_owned(), 404),
        (format!("/oembed?{url}no-such-news"), 404),
        ("/oembed?url=https://hub.example/embed/news/x%3Ftheme%3Dblue".to_owned(), 400),
    ] {
        assert_eq!(status(&target), wanted, "{target}");
    }
    transition(&server, "news", &news, Verb::Remove, &TransitionRequest::default());
    assert_eq!(status(&format!("/oembed?{url}{news}")), 410);
}

#[test]
fn entries_that_moved_more_than_once_are_followed() {
    let server = Server::own();
    let topic = |slug: &str| serde_json::json!({ "type": "topics", "slug": slug, "title": slug });
    publish(&server.hub, &[topic("first"), topic("second"), topic("third")]);
    for (from, to) in [("first", "second"), ("second", "third")] {
        let to = Some(Successor { slug: Some(to.to_owned()), ..Successor::default() });
        transition(&server, "topics", from, Verb::Redirect, &TransitionRequest { to, ..TransitionRequest::default() });
    }
    let answer = server.json("/oembed?url=/v1/topics/first");
    assert_eq!(answer["title"], "third");
    assert!(server.get("/?entry=topics/first").text().contains("id=\"preview\""));
}
