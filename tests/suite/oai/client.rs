//! `/oai` over HTTP, and with a client that others wrote.

use std::io::Read;
use std::process::Command;

use super::xml::Element;
use crate::support::server::Server;

const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

#[test]
fn get_and_post_answer_alike() {
    let server = Server::shared();
    for arguments in ["verb=Identify", "verb=ListRecords&metadataPrefix=oai_dc&set=events", "verb=Nothing", ""] {
        let get = server.get(&format!("/oai?{arguments}"));
        let post = server.send_body("POST", "/oai", &[FORM], Some(arguments.as_bytes()));
        for answer in [&get, &post] {
            assert_eq!(answer.status, 200, "{arguments}");
            assert_eq!(answer.header("content-type"), Some("text/xml; charset=utf-8"));
            assert_eq!(answer.header("cache-control"), Some("no-cache"));
            assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
        }
        assert_eq!(get.text(), post.text(), "{arguments}");
        Element::read(get.text());
    }
    let charset = ("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
    assert_eq!(server.send_body("POST", "/oai", &[charset], Some(b"verb=Identify")).status, 200);
    let json = [("Content-Type", "application/json")];
    assert_eq!(server.send_body("POST", "/oai", &json, Some(b"{}")).status, 415);
    assert_eq!(server.send_body("POST", "/oai", &[FORM], Some(&vec![b'a'; 20_000])).status, 413);
    let halves = server.send_body("POST", "/oai?verb=Identify", &[FORM], Some(b"verb=Identify"));
    assert!(halves.text().contains("badVerb"), "an argument in both places is given twice");
}

#[test]
fn answers_come_compressed_as_identify_says() {
    let server = Server::shared();
    let target = "/oai?verb=ListRecords&metadataPrefix=oai_dc";
    let plain = server.get(target);
    let zipped = server.get_with(target, &[("Accept-Encoding", "gzip")]);
    assert_eq!(zipped.header("content-encoding"), Some("gzip"));
    let mut text = String::new();
    flate2::read::GzDecoder::new(zipped.body.as_slice()).read_to_string(&mut text).expect("it is gzip");
    assert_eq!(text, plain.text());
}

#[test]
fn the_schema_is_where_the_formats_say() {
    let server = Server::shared();
    let formats = server.get("/oai?verb=ListMetadataFormats");
    assert!(formats.text().contains("https://hub.example/oai/schema_org.xsd"));
    let schema = server.get("/oai/schema_org.xsd");
    assert_eq!((schema.status, schema.header("content-type")), (200, Some("text/xml; charset=utf-8")));
    let read = Element::read(schema.text());
    let namespace = read.attribute("targetNamespace").expect("a namespace");
    assert!(formats.text().contains(&format!("<metadataNamespace>{namespace}<")));
    let records = server.get("/oai?verb=ListRecords&metadataPrefix=schema_org&set=topics");
    assert!(records.text().contains(&format!("xmlns:schema_org=\"{namespace}\"")));
}

/// Sickle harvests all that there is, deletions included; skipped where Python or Sickle is not installed.
#[test]
fn sickle_harvests_the_hub() {
    let installed = Command::new("python3").args(["-c", "import sickle"]).output();
    if !installed.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: python3 with sickle is not installed");
        return;
    }
    let server = Server::own();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/harvest.py");
    let base = format!("http://{}/oai", server.address);
    let output = Command::new("python3").args([script, &base]).output().expect("Python runs");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    let mut names: Vec<&str> = told.lines().filter_map(|line| line.strip_prefix("record ")).collect();
    names.sort_unstable();
    let mut exported = super::following::exported(&server.hub);
    exported.sort();
    assert_eq!(names, exported);
}
