//! Selective harvests by day and by second, both ends inclusive.

use rights_hub::hub::Hub;
use rights_hub::model::values::Instant;
use serde_json::json;

use super::{ask, codes, harvest};
use crate::support::{Database, publish};

fn at(text: &str) -> Instant {
    text.parse().expect("an instant")
}

/// A hub on the database in which each of these was published at its own time.
fn published_over_days(database: &Database) -> Hub {
    let clocks: [fn() -> Instant; 4] = [
        || at("2024-02-28T23:59:59.999Z"),
        || at("2024-02-29T00:00:00.000Z"),
        || at("2024-02-29T12:00:00.500Z"),
        || at("2024-03-01T00:00:00.000Z"),
    ];
    for (number, clock) in clocks.into_iter().enumerate() {
        let topic = json!({ "type": "topics", "slug": format!("t{number}"), "title": format!("T {number}") });
        publish(&database.hub().with_clock(clock), &[topic]);
    }
    database.hub()
}

#[test]
fn both_ends_are_inclusive_by_day_and_by_second() {
    for database in Database::each() {
        let hub = published_over_days(&database);
        let all = harvest(&hub, "verb=ListIdentifiers&metadataPrefix=oai_dc");
        let stamps: Vec<&str> = all.iter().map(|header| header.datestamp.as_str()).collect();
        assert_eq!(
            stamps,
            ["2024-02-28T23:59:59Z", "2024-02-29T00:00:00Z", "2024-02-29T12:00:00Z", "2024-03-01T00:00:00Z"]
        );
        for (range, expected) in [
            ("from=2024-02-29", 1..4),
            ("until=2024-02-29", 0..3),
            ("from=2024-02-29&until=2024-02-29", 1..3),
            ("from=2024-02-28&until=2024-03-01", 0..4),
            ("from=2024-02-28T23:59:59Z", 0..4),
            ("from=2024-02-29T00:00:00Z", 1..4),
            ("from=2024-02-29T00:00:01Z", 2..4),
            ("until=2024-02-29T12:00:00Z", 0..3),
            ("until=2024-02-29T11:59:59Z", 0..2),
            ("from=2024-02-29T12:00:00Z&until=2024-02-29T12:00:00Z", 2..3),
            ("from=2024-03-02", 4..4),
            ("until=2024-02-27", 4..4),
        ] {
            let form = format!("verb=ListIdentifiers&metadataPrefix=oai_dc&{range}");
            if expected.is_empty() {
                assert_eq!(codes(&ask(&hub, &form)), ["noRecordsMatch"], "{range}");
            } else {
                assert_eq!(harvest(&hub, &form), all[expected], "{range}");
            }
        }
    }
}

/// Every datestamp, given back as both ends, finds its record.
#[test]
fn a_datestamp_finds_its_record() {
    for database in Database::each() {
        let hub = published_over_days(&database);
        for header in harvest(&hub, "verb=ListIdentifiers&metadataPrefix=oai_dc") {
            let (second, day) = (&header.datestamp, &header.datestamp[..10]);
            for end in [second.as_str(), day] {
                let found = harvest(&hub, &format!("verb=ListRecords&metadataPrefix=oai_dc&from={end}&until={end}"));
                assert!(found.contains(&header), "{end}");
            }
        }
    }
}
