use super::*;

fn at(instant: &str) -> i64 {
    instant.parse::<jiff::Timestamp>().unwrap().as_millisecond()
}

fn covers(text: &str) -> (i64, i64) {
    let interval = text.parse::<Edtf>().unwrap().interval();
    (interval.start, interval.end)
}

#[test]
fn covers_exactly_what_was_written() {
    assert_eq!(covers("2008"), (at("2008-01-01T00:00:00Z"), at("2008-12-31T23:59:59.999Z")));
    assert_eq!(covers("2019-06"), (at("2019-06-01T00:00:00Z"), at("2019-06-30T23:59:59.999Z")));
    assert_eq!(covers("2020-02"), (at("2020-02-01T00:00:00Z"), at("2020-02-29T23:59:59.999Z")));
    assert_eq!(covers("2008-06-10"), (at("2008-06-10T00:00:00Z"), at("2008-06-10T23:59:59.999Z")));
    assert_eq!(covers("1215-06-15").0, at("1215-06-15T00:00:00Z"));
}

#[test]
fn keeps_the_first_and_the_last_year() {
    assert_eq!(covers("0001").0, -62_135_596_800_000);
    assert_eq!(covers("9999").1, 253_402_300_799_999);
    for text in ["0001-01-01", "1948-12-10", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31"] {
        let date: Edtf = text.parse().unwrap();
        assert_eq!(date.interval().year().to_string(), text[..4].trim_start_matches('0'), "{text}");
        assert_eq!(date.to_string(), text);
    }
}

#[test]
fn refuses_what_is_not_level_0() {
    #[rustfmt::skip]
    let texts = [
        "", "8", "08", "208", "20008", "+2008", "-2008", "2008-", "2008-6", "2008-006", "2008-06-", "2008-06-1",
        "2008-06-10-", "2008-06-10T", "0000", "0000-01-01", "2019-00", "2019-13", "2019-02-29", "2100-02-29",
        "2019-04-31", "2019-06-00", "2019-06-32", "201X", "2008?", "2008~", "2008/2010", "2008-21", " 2008",
        "2008 ", "2008\n", "20-08-10", "2008-06-1０", "２００８", "2008–06", "10/06/2008", "June 2019", "2019-99",
    ];
    for text in texts {
        assert!(text.parse::<Edtf>().is_err(), "{text:?}");
    }
}

#[test]
fn says_what_is_wrong_and_what_was_expected() {
    assert_eq!(
        "2019-02-29".parse::<Edtf>().unwrap_err().to_string(),
        "“2019-02-29” has a day that its month does not have; \
         expected a year (`2008`), a month (`2019-06`) or a day (`2008-06-10`)"
    );
    assert!("2019-13".parse::<Edtf>().unwrap_err().to_string().contains("has a month outside 01 to 12"));
    let long = parse_bound(&"\u{202e}é\n".repeat(100_000)).unwrap_err().to_string();
    assert!(long.len() < 600 && !long.contains('\n'), "{long}");
}

#[test]
fn travels_through_json_as_a_checked_string() {
    let date: Edtf = serde_json::from_str(r#""2019-06""#).unwrap();
    assert_eq!(serde_json::to_string(&date).unwrap(), r#""2019-06""#);
    assert_eq!(serde_json::from_value::<Edtf>("2008".into()).unwrap().as_str(), "2008");
    assert!(serde_json::from_str::<Edtf>(r#""2019-6""#).unwrap_err().to_string().contains("expected a year"));
    assert!(serde_json::from_str::<Edtf>("2019").unwrap_err().to_string().contains("expected a string with a year"));
}

#[test]
fn bounds_are_dates_or_instants() {
    let one = |text: &str| {
        let bound = parse_bound(text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(bound.start, bound.end, "{text}");
        bound.start
    };
    assert_eq!(parse_bound("2019-06").unwrap(), "2019-06".parse::<Edtf>().unwrap().interval());
    assert_eq!(one("2008-06-10T09:30:00Z"), at("2008-06-10T09:30:00Z"));
    assert_eq!(one("2008-06-10t09:30:00z"), at("2008-06-10T09:30:00Z"));
    assert_eq!(one("2008-06-10T09:30:00+01:00"), at("2008-06-10T08:30:00Z"));
    assert_eq!(one("2008-06-10T09:30:00 01:00"), at("2008-06-10T08:30:00Z"));
    assert_eq!(one("2008-06-10T00:30:00+05:45"), at("2008-06-09T18:45:00Z"));
    assert_eq!(one("2008-12-31T23:30:00-05:00"), at("2009-01-01T04:30:00Z"));
    assert_eq!(one("2008-06-10T09:30:00.1239999Z"), at("2008-06-10T09:30:00.123Z"));
    assert_eq!(one("2008-06-10T09:30:00.5-00:00"), at("2008-06-10T09:30:00.500Z"));
    assert_eq!(one("1948-12-10T09:30:00.9999Z"), at("1948-12-10T09:30:00.999Z"));
    assert_eq!(one("2016-12-31T23:59:60Z"), at("2016-12-31T23:59:59Z"));
    assert_eq!(one("9999-12-31T23:59:59.999Z"), 253_402_300_799_999);
}

#[test]
fn bounds_refuse_what_rfc_3339_does_not_have() {
    #[rustfmt::skip]
    let texts = [
        "2008-06-10T09:30Z", "2008-06-10T09:30:00", "2008-06-10 09:30:00Z", "2008-06-10T24:00:00Z",
        "2008-06-10T09:60:00Z", "2008-06-10T09:30:61Z", "2008-06-10T09:30:00.Z", "2008-06-10T09:30:00,5Z",
        "2008-06-10T09:30:00+0100", "2008-06-10T09:30:00+01", "2008-06-10T09:30:00+24:00",
        "2008-06-10T09:30:00ZZ", "2008-06-10T09:30:00Z[Europe/London]", "2008-06T09:30:00Z", "20080610T093000Z",
        "2008-02-30T09:30:00Z", "2008-06-10T+9:30:00Z", "2008-06-10T09:30:00−01:00", "2008-06-10T09:30:00:00Z",
        "2008-06-10T09:30:00++1:00", "0000-06-10T09:30:00Z", "T", "yesterday", "2008-06-10T09:30:00.é1Z",
    ];
    for text in texts {
        assert!(parse_bound(text).is_err(), "{text:?}");
    }
}

#[test]
fn overlaps_count_a_shared_millisecond() {
    let interval = |text: &str| parse_bound(text).unwrap();
    assert!(interval("2008").overlaps(&interval("2008-12-31")));
    assert!(interval("2008-12-31T23:59:59.999Z").overlaps(&interval("2008")));
    assert!(!interval("2009-01-01T00:00:00Z").overlaps(&interval("2008")));
    assert!(!interval("2008-05").overlaps(&interval("2008-06")));
    assert!(interval("2007-12") < interval("2008"));
    assert!(interval("2008-01-01") < interval("2008"), "the shorter of two that start together comes first");
    assert_eq!(Interval { start: i64::MIN, end: i64::MIN }.year(), -9999);
    assert_eq!(Interval { start: i64::MAX, end: i64::MAX }.year(), 9999);
}
