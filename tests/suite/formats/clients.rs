//! Every list and entry of the starter content, read by the libraries that people use.

use std::process::Command;

use crate::support::server::Server;

/// Feeds by feedparser, calendars by icalendar, linked data by rdflib; skipped where Python or any of them is not installed.
#[test]
fn python_reads_every_form() {
    let needed = "import feedparser, icalendar, rdflib, recurring_ical_events";
    let installed = Command::new("python3").args(["-c", needed]).output();
    if !installed.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: python3 with feedparser, icalendar, rdflib and recurring-ical-events is not installed");
        return;
    }
    let server = Server::own();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/formats.py");
    let base = format!("http://{}", server.address);
    let output = Command::new("python3").args([script, &base]).output().expect("Python runs");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    assert!(told.lines().count() > rights_hub::model::COLLECTIONS.len(), "{told}");
}
