//! Harvesting by OAI-PMH: the six verbs, the errors of the protocol, lists that miss nothing and repeat nothing.

mod client;
mod dates;
mod errors;
mod following;
mod metadata;
mod verbs;
mod xml;

use std::collections::BTreeMap;

use rights_hub::hub::Hub;
use rights_hub::query::encode;

use self::xml::Element;

/// What a hub answers to arguments, as they stand in an address.
fn ask(hub: &Hub, form: &str) -> Element {
    let root = Element::read(&hub.harvest(form.as_bytes()).expect("the hub answers"));
    assert_eq!(root.name, "OAI-PMH");
    let names: Vec<&str> = root.inside.iter().map(|element| element.name.as_str()).collect();
    assert_eq!(names[..2], ["responseDate", "request"], "{form}");
    assert!(names.len() == 3 || names[2..].iter().all(|name| *name == "error"), "{form}: {names:?}");
    assert_eq!(root.inside[1].text, "https://hub.example/oai", "{form}");
    root
}

/// The codes of the errors in an answer.
fn codes(root: &Element) -> Vec<&str> {
    root.all("error").map(|error| error.attribute("code").expect("a code")).collect()
}

/// What stands in an answer that is no error.
fn good(hub: &Hub, form: &str) -> Element {
    let root = ask(hub, form);
    assert_eq!(codes(&root), Vec::<&str>::new(), "{form}: {:?}", root.texts("error"));
    root.inside[2].clone()
}

/// A header: what it says of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Header {
    name: String,
    datestamp: String,
    set: String,
    deleted: bool,
}

impl Header {
    fn of(element: &Element) -> Self {
        let text = |name: &str| element.get(name).expect("a member of the header").text.clone();
        let deleted = element.attribute("status").inspect(|status| assert_eq!(*status, "deleted")).is_some();
        Self { name: text("identifier"), datestamp: text("datestamp"), set: text("setSpec"), deleted }
    }
}

/// Reads a list to its end, and answers its headers in order. Checks what pages say of themselves.
fn harvest(hub: &Hub, form: &str) -> Vec<Header> {
    let (headers, token) = page(hub, form, 0);
    resume(hub, form, headers, token)
}

/// Reads the rest of a list.
fn resume(hub: &Hub, form: &str, mut headers: Vec<Header>, mut token: Option<String>) -> Vec<Header> {
    let verb = form.split('&').next().expect("a verb");
    while let Some(next) = token {
        let (more, after) = page(hub, &format!("{verb}&resumptionToken={}", encode(&next)), headers.len());
        headers.extend(more);
        token = after;
    }
    headers
}

/// A page of a list, and the token of the next; `before` records came earlier.
fn page(hub: &Hub, form: &str, before: usize) -> (Vec<Header>, Option<String>) {
    let list = good(hub, form);
    let headers: Vec<Header> = match list.name.as_str() {
        "ListIdentifiers" => list.all("header").map(Header::of).collect(),
        _ => {
            let records = list.all("record").map(|record| {
                let header = Header::of(record.get("header").expect("a header"));
                assert_eq!(record.get("metadata").is_some(), !header.deleted, "{header:?}");
                header
            });
            records.collect()
        }
    };
    assert!((1..=100).contains(&headers.len()), "{form}: {}", headers.len());
    let resumption = list.get("resumptionToken");
    let token = resumption.map(|resumption| resumption.text.clone()).filter(|token| !token.is_empty());
    match resumption {
        None => assert_eq!(before, 0, "the last page of many has an empty token"),
        Some(resumption) => {
            assert_eq!(resumption.attribute("cursor"), Some(before.to_string().as_str()));
            let complete: usize = resumption.attribute("completeListSize").expect("a size").parse().expect("a number");
            assert_eq!(complete > before + headers.len(), token.is_some(), "{form}");
        }
    }
    (headers, token)
}

/// What one holds who has applied a list: names with whether they are there.
fn applied(held: &mut BTreeMap<String, String>, headers: &[Header]) {
    for header in headers {
        match header.deleted {
            true => drop(held.remove(&header.name)),
            false => drop(held.insert(header.name.clone(), header.datestamp.clone())),
        }
    }
}
