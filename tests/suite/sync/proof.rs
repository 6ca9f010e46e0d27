//! What proves a copy complete: the sums that the hub serves are those that anybody computes from an export.

use rights_hub::hub::ImportOptions;

use super::*;
use crate::support::PUBLISH;

#[test]
fn anybody_computes_the_same_digest_from_an_export() {
    for database in Database::each() {
        let server = Server::start(database);
        for filters in ["", "type=rights", "lang=ar", "topic=dementia"] {
            let (copy, _, trailer) = export(&server, filters);
            let served = served_digest(&server, filters);
            assert_eq!(trailer["digest"], json!(digest(&copy)), "{filters}");
            assert_eq!(served["total"], json!({ "count": copy.len(), "digest": digest(&copy) }), "{filters}");
            for (name, one) in served["collections"].as_object().expect("collections") {
                let part: Copy = copy
                    .iter()
                    .filter(|((own, _), _)| own == name)
                    .map(|(key, doc)| (key.clone(), doc.clone()))
                    .collect();
                assert_eq!(*one, json!({ "count": part.len(), "digest": digest(&part) }), "{name}");
            }
        }
    }
}

#[test]
fn the_inventory_has_the_hash_of_every_document() {
    let server = Server::shared();
    let (copy, ..) = export(&server, "");
    let answer = server.get("/v1/inventory");
    assert_documented("/v1/inventory", "inventory", &answer);
    let lines: Vec<Value> = answer.text().lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), copy.len());
    for line in lines {
        let document = &copy[&(text(&line, "type"), text(&line, "id"))];
        assert_eq!(line["hash"], json!(hash(document)), "{line}");
        assert_eq!(line["rev"], document["rev"]);
    }
}

#[test]
fn the_digest_follows_every_change() {
    for server in servers(&[topic("one", &[]), news("names", &["one"])]) {
        let mut seen = vec![served_digest(&server, "")["total"].clone()];
        let mut changed = |server: &Server| {
            let total = served_digest(server, "")["total"].clone();
            let (copy, ..) = export(server, "");
            assert_eq!(total["digest"], json!(digest(&copy)));
            assert!(!seen.contains(&total), "{total} was there before");
            seen.push(total);
        };
        publish(&server.hub, &[json!({ "type": "topics", "slug": "one", "title": "Another" })]);
        changed(&server);
        publish(&server.hub, &[topic("two", &[])]);
        changed(&server);
        done(&server.hub, "topics", "one", Verb::Remove, TransitionRequest::default());
        changed(&server);
        let notice = TransitionRequest { explanation: Some("Not so.".to_owned()), ..TransitionRequest::default() };
        done(&server.hub, "topics", "two", Verb::Withdraw, notice);
        changed(&server);
    }
}

#[test]
fn a_place_in_the_sequence_and_links_prove_nothing() {
    let mut one = Map::from_iter([
        ("type".to_owned(), json!("news")),
        ("number".to_owned(), json!(1.5)),
        ("z".to_owned(), json!({ "é": [true, null] })),
    ]);
    let before = rights_hub::present::hash(&one).expect("it is JSON");
    assert_eq!(hex(&before), hash(&Value::Object(one.clone())));
    for (name, value) in [("seq", json!(9)), ("links", json!({ "self": "/" })), ("lang_fallback", json!(true))] {
        one.insert(name.to_owned(), value);
    }
    assert_eq!(rights_hub::present::hash(&one).expect("it is JSON"), before);
    one.insert("rev".to_owned(), json!(2));
    assert_ne!(rights_hub::present::hash(&one).expect("it is JSON"), before);
}

#[test]
fn an_export_is_compressed_when_it_is_asked_for() {
    let server = Server::shared();
    let plain = server.get("/v1/export");
    for (coding, read) in [
        (
            "gzip",
            (|bytes| std::io::read_to_string(flate2::read::GzDecoder::new(bytes)))
                as fn(&[u8]) -> std::io::Result<String>,
        ),
        ("zstd", |bytes| std::io::read_to_string(zstd::Decoder::new(bytes)?)),
        ("br", |bytes| std::io::read_to_string(brotli::Decompressor::new(bytes, 4096))),
    ] {
        let packed = server.get_with("/v1/export", &[("Accept-Encoding", coding)]);
        assert_eq!(packed.header("content-encoding"), Some(coding));
        assert!(packed.body.len() * 3 < plain.body.len(), "{coding}");
        assert_eq!(read(&packed.body).expect("it unpacks"), plain.text(), "{coding}");
    }
}

/// A catalogue that was built anew numbers its entries otherwise; what was hashed before must not stand for others.
#[test]
fn the_digest_is_whole_after_the_catalogue_was_built_anew() {
    let titled = |slug: String| json!({ "type": "news", "slug": slug, "title": "Notice", "body": "B" });
    for server in servers(&[topic("one", &[]), topic("two", &[]), topic("three", &[])]) {
        done(&server.hub, "topics", "one", Verb::Remove, TransitionRequest::default());
        served_digest(&server, "");
        // Another node commits more at once than is taken row by row.
        let other = server.database().again().hub();
        let many: Vec<String> = (0..5_200).map(|number| titled(format!("n{number}")).to_string()).collect();
        let whole = ImportOptions { all_or_nothing: true, ..PUBLISH };
        other.import(&mut many.join("\n").as_bytes(), whole, &mut |_| ()).expect("an import");
        server.hub.catch_up().expect("the catalogue follows");
        let (copy, ..) = export(&server, "");
        assert_eq!(copy.len(), 5_202);
        assert_eq!(served_digest(&server, "")["total"], json!({ "count": copy.len(), "digest": digest(&copy) }));
    }
}
