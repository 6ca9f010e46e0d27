//! Cards in a real browser, on a page of another host whose policy lets nothing else in: nothing is refused, nobody else is
//! asked, nothing is complained of, and everyone can read and use them (axe-core).

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use rights_hub::hub::{TransitionRequest, Verb};
use rights_hub::present::embed::script_integrity;
use serde_json::Value;

use super::chromium::Chromium;
use super::{one_of_each, transition};
use crate::support::server::Server;

const AXE: &str = include_str!("vendor/axe.min.js");

/// A page of another host, served as it is at any path.
struct Host {
    address: String,
    page: Arc<Mutex<(String, String)>>,
}

impl Host {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = format!("http://localhost:{}/", listener.local_addr().expect("an address").port());
        let page: Arc<Mutex<(String, String)>> = Arc::default();
        let served = Arc::clone(&page);
        std::thread::spawn(move || {
            for mut connection in listener.incoming().filter_map(Result::ok) {
                let _ = connection.read(&mut [0; 4096]);
                let (policy, body) = served.lock().expect("nobody panics with it").clone();
                let head = format!(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Security-Policy: {policy}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                    body.len()
                );
                let _ = connection.write_all(head.as_bytes()).and_then(|()| connection.write_all(body.as_bytes()));
            }
        });
        Self { address, page }
    }

    /// Shows these elements, with a policy that lets in the hub's script, what it asks the hub for, and the hub's frames.
    fn show(&self, hub: &str, elements: &str) -> &str {
        let policy = format!(
            "default-src 'none'; script-src '{}'; connect-src {hub}; frame-src {hub}; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types rights-hub",
            script_integrity()
        );
        let page = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>A partner</title><link rel=\"icon\" href=\"data:,\"><script src=\"{hub}/embed.js\" integrity=\"{}\" crossorigin=\"anonymous\" defer></script></head><body><main><h1>A partner's page</h1>{elements}</main></body></html>",
            script_integrity()
        );
        *self.page.lock().expect("nobody panics with it") = (policy, page);
        &self.address
    }
}

/// Whether every element has its content.
const READY: &str = "[...document.querySelectorAll('rights-hub-card, rights-hub-list')].every((one) => one.shadowRoot?.querySelector('article'))";

/// What axe-core finds wrong, in short. `off` names rules that are of the page around, not of what is looked at.
fn violations(browser: &mut Chromium, off: &str) -> Value {
    browser.value(&format!("{AXE}; null"));
    browser.value(&format!(
        "axe.run(document, {{ resultTypes: ['violations'], rules: {{ {off} }} }}).then((found) => found.violations.map((one) => `${{one.id}}: ${{one.nodes.map((node) => node.html.slice(0, 200) + ' ' + node.failureSummary).join(' | ')}}`))"
    ))
}

fn assert_clean(browser: &mut Chromium, allowed: &[&str], what: &str) {
    assert_eq!(browser.complaints(), Vec::<String>::new(), "{what}");
    for asked in browser.asked() {
        let known = asked.starts_with("data:") || allowed.iter().any(|host| asked.starts_with(host));
        assert!(known, "{what} asked {asked}");
    }
}

#[test]
fn cards_stand_on_a_strict_page_in_every_theme_language_and_width() {
    let Some(mut browser) = Chromium::start() else { return };
    let server = Server::shared();
    let hub = format!("http://{}", server.address);
    let host = Host::start();
    let entries = one_of_each(&server);
    for (theme, dark) in [("auto", true), ("light", false), ("dark", false)] {
        for lang in ["en", "fr", "ar"] {
            let look = format!("lang={lang}&amp;theme={theme}&amp;heading=2");
            let mut elements: String = entries
                .iter()
                .map(|(name, slug)| format!("<rights-hub-card src=\"{hub}/embed/{name}/{slug}?{look}\"><a href=\"https://site.example/{name}/{slug}\">{slug}</a></rights-hub-card>\n"))
                .collect();
            elements.push_str(&format!("<rights-hub-list src=\"/embed/rights?limit=2&amp;{look}\"><a href=\"https://site.example/rights\">Rights</a></rights-hub-list>"));
            elements.push_str(&format!("<iframe src=\"{hub}/embed/events/national-learning-events?{look}\" title=\"An event\" width=\"320\" height=\"400\" sandbox=\"allow-popups\"></iframe>"));
            for width in [360, 1000] {
                let what = format!("{theme}-{lang}-{width}");
                browser.see_as(width, dark);
                browser.open(host.show(&hub, &elements));
                browser.wait(READY);
                let shown = browser.value("document.querySelectorAll('rights-hub-card').length");
                assert_eq!(shown, entries.len());
                let styled = browser.value("getComputedStyle(document.querySelector('rights-hub-card').shadowRoot.querySelector('article')).borderTopStyle");
                assert_eq!(styled, "solid", "{what} has its stylesheet");
                let sideways =
                    browser.value("document.querySelector('main').scrollWidth - document.documentElement.clientWidth");
                assert!(sideways.as_i64().is_some_and(|over| over <= 0), "{what} is {sideways} too wide");
                assert_clean(&mut browser, &[&hub, &host.address], &what);
                browser.picture(&what);
                // Only what the test itself brings needs to be let in for this.
                assert_eq!(violations(&mut browser, ""), Value::Array(Vec::new()), "{what}");
            }
        }
    }
}

#[test]
fn pages_in_frames_and_the_landing_page_are_clean() {
    let Some(mut browser) = Chromium::start() else { return };
    let server = Server::shared();
    let hub = format!("http://{}", server.address);
    let mut pages: Vec<String> =
        one_of_each(&server).iter().map(|(name, slug)| format!("/embed/{name}/{slug}?lang=fr")).collect();
    pages.extend(
        ["/embed/rights?limit=5&lang=ar", "/", "/?q=privacy&entry=rights/hra-article-8&theme=dark"].map(str::to_owned),
    );
    for (place, page) in pages.iter().enumerate() {
        browser.see_as(390, place % 2 == 1);
        browser.open(&format!("{hub}{page}"));
        assert_clean(&mut browser, &[&hub], page);
        browser.picture(&format!("page-{place}"));
        // A page for a frame leaves the first level of headings to the page around it.
        let off = if page.starts_with("/embed") { "'page-has-heading-one': { enabled: false }" } else { "" };
        assert_eq!(violations(&mut browser, off), Value::Array(Vec::new()), "{page}");
    }
}

#[test]
fn elements_page_by_keyboard_and_fall_back() {
    let Some(mut browser) = Chromium::start() else { return };
    let server = Server::own();
    let hub = format!("http://{}", server.address);
    let host = Host::start();
    let news = server.json("/v1/news?limit=1")["data"][0]["slug"].as_str().expect("news").to_owned();
    let elements = format!(
        "<rights-hub-list src=\"/embed/rights?limit=2&amp;lang=en\"><a href=\"https://site.example/rights\">Rights</a></rights-hub-list>\
         <rights-hub-card id=\"none\" src=\"/embed/rights/no-such-right\"><a href=\"https://site.example/\">Stays</a></rights-hub-card>\
         <rights-hub-card id=\"other\" src=\"https://evil.example/embed/rights/x\"><a href=\"https://site.example/\">Stays</a></rights-hub-card>\
         <rights-hub-card id=\"news\" src=\"/embed/news/{news}?lang=fr\"><a href=\"https://site.example/\">News</a></rights-hub-card>"
    );
    browser.see_as(800, false);
    browser.open(host.show(&hub, &elements));
    let list = "document.querySelector('rights-hub-list').shadowRoot";
    browser.wait(&format!("!!{list}?.querySelector('article') && !!document.querySelector('#news').shadowRoot"));
    let first = browser.value(&format!("{list}.querySelector('h3').textContent"));
    browser.value(&format!("{list}.querySelector('a[rel=next]').focus()"));
    for kind in ["keyDown", "keyUp"] {
        browser.call("Input.dispatchKeyEvent", serde_json::json!({ "type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r" }));
    }
    browser.wait(&format!("{list}.querySelector('h3').textContent !== {first}"));
    assert_eq!(
        browser.value(&format!("{list}.activeElement?.tagName")),
        "H2",
        "readers are at the head of the page that came"
    );
    for id in ["none", "other"] {
        assert_eq!(browser.value(&format!("document.querySelector('#{id}').shadowRoot === null && document.querySelector('#{id} a').checkVisibility()")), true, "{id}");
    }
    assert!(browser.asked().iter().all(|asked| !asked.contains("evil.example")));

    transition(&server, "news", &news, Verb::Remove, &TransitionRequest::default());
    browser.open(host.show(&hub, &elements));
    browser.wait("!!document.querySelector('#news').shadowRoot");
    assert_eq!(
        browser.value("document.querySelector('#news').shadowRoot.querySelector('article').className"),
        "rights-hub rh-absent"
    );
    assert_eq!(browser.value("document.querySelector('#news').shadowRoot.querySelector('article').lang"), "fr");
}
