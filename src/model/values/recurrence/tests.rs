use super::*;

fn at(instant: &str) -> i64 {
    instant.parse::<Timestamp>().unwrap().as_millisecond()
}

/// The occurrences that start after the first one has ended, and so on, as RFC 3339 in UTC.
fn series(start: &str, zone: &str, rule: &str, most: usize) -> Vec<String> {
    let start = at(start);
    std::iter::successors(next_occurrence(start, None, Some(zone), Some(rule), start), |last| {
        next_occurrence(start, None, Some(zone), Some(rule), last + 1)
    })
    .take(most)
    .map(|ms| Timestamp::from_millisecond(ms).unwrap().to_string())
    .collect()
}

#[test]
fn takes_the_rules_that_calendars_write() {
    #[rustfmt::skip]
    let rules = [
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=19", "FREQ=DAILY", "freq=weekly;byday=mo,we", "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20301231", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=12",
        "FREQ=YEARLY;BYDAY=+20MO", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;WKST=SU", "FREQ=YEARLY;BYYEARDAY=1,-1",
        "INTERVAL=2;FREQ=WEEKLY", "FREQ=DAILY;BYHOUR=9,14;BYMINUTE=30;BYSECOND=0",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=20301231T235959Z", "FREQ=MONTHLY;INTERVAL=12;BYMONTH=6",
        "FREQ=MONTHLY;BYMONTHDAY=-31",
    ];
    for rule in rules {
        assert_eq!(check_recurrence(rule), Ok(()), "{rule}");
    }
}

#[test]
fn refuses_other_rules_with_a_sentence() {
    #[rustfmt::skip]
    let rules = [
        "", ";", "=", "FREQ", "FREQ=", "RRULE:FREQ=DAILY", "BYMONTH=6", "FREQ=DAILY;", "FREQ=DAILY;FREQ=DAILY",
        "FREQ=FORTNIGHTLY", "FREQ=HOURLY", "FREQ=MINUTELY", "FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=1001", "FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=2001",
        "FREQ=DAILY;COUNT=99999999999999999999", "FREQ=DAILY;COUNT=3;UNTIL=20300101",
        "FREQ=DAILY;UNTIL=2030-01-01", "FREQ=DAILY;UNTIL=20300101T000000", "FREQ=DAILY;UNTIL=20300230",
        "FREQ=DAILY;UNTIL=20300101T250000Z", "FREQ=DAILY;BYHOUR=24", "FREQ=DAILY;BYMINUTE=60",
        "FREQ=DAILY;BYSECOND=60", "FREQ=YEARLY;BYMONTH=0", "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;BYMONTH=+6",
        "FREQ=YEARLY;BYMONTHDAY=0", "FREQ=YEARLY;BYMONTHDAY=32", "FREQ=WEEKLY;BYMONTHDAY=1",
        "FREQ=MONTHLY;BYYEARDAY=1", "FREQ=MONTHLY;BYWEEKNO=1", "FREQ=YEARLY;BYWEEKNO=54", "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=MONTHLY;BYDAY=6MO", "FREQ=MONTHLY;BYDAY=0MO", "FREQ=YEARLY;BYDAY=54MO",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO", "FREQ=WEEKLY;BYDAY=", "FREQ=WEEKLY;BYDAY=MO,", "FREQ=WEEKLY;BYDAY=é",
        "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;WKST=1MO", "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", "FREQ=YEARLY;BYEASTER=0", "FREQ=DAILY;X-A=1",
        "FREQ=DAILY\nDTSTART:20200101T000000Z", "FREQ=DAILY;BYHOUR=1\nEXDATE:20200101", "FREQ=DAILY;BYHOUR= 1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4;BYMINUTE=0,1,2,3,4", "FREQ=DAILY;BYMONTH=１",
    ];
    for rule in rules {
        let sentence = check_recurrence(rule).expect_err(rule);
        assert!(!sentence.contains('\n') && sentence.len() < 200, "{sentence}");
    }
    assert!(check_recurrence(&"FREQ=DAILY;BYHOUR=1".repeat(100)).unwrap_err().contains("500"));
    assert!(
        check_recurrence("FREQ=YEARLY;BYMONTHDAY=32").unwrap_err().contains("`32` is not a valid BYMONTHDAY value")
    );
}

#[test]
fn time_zones_are_those_of_the_built_in_database() {
    assert!(!TimeZoneDatabase::bundled().is_definitively_empty(), "jiff needs its feature `tzdb-bundle-always`");
    for name in ["Europe/London", "Asia/Kathmandu", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+5"] {
        assert_eq!(check_time_zone(name), Ok(()), "{name}");
    }
    assert_eq!(check_time_zone("europe/london").unwrap_err(), "the time zone is spelt `Europe/London`");
    #[rustfmt::skip]
    let names = [
        "", "GMT+1", "+01:00", "Europe/Atlantis", "../../etc/passwd", "/etc/localtime", "Etc/Unknown", "London",
        "Europe/London\0", "é",
    ];
    for name in names {
        assert!(check_time_zone(name).is_err(), "{name:?}");
    }
}

#[test]
fn an_event_without_a_rule_happens_once() {
    let (start, end) = (at("2019-06-24T09:00:00Z"), at("2019-06-24T17:00:00Z"));
    let next = |ends, after| next_occurrence(start, ends, Some("Europe/Geneva"), None, after);
    assert_eq!(next(Some(end), 0), Some(start));
    assert_eq!(next(Some(end), end - 1), Some(start));
    assert_eq!(next(Some(end), end), None);
    assert_eq!(next(None, start), Some(start));
    assert_eq!(next(None, start + 1), None);
    assert_eq!(next(Some(start - 5), start + 1), None);
}

#[test]
fn a_yearly_day_comes_again_in_its_own_zone() {
    let rule = "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=19";
    let (start, end) = (at("2015-06-18T23:00:00Z"), at("2015-06-19T22:59:59.999Z"));
    let next = |after: &str| next_occurrence(start, Some(end), Some("Europe/London"), Some(rule), at(after));
    assert_eq!(next("2026-01-01T00:00:00Z"), Some(at("2026-06-18T23:00:00Z")));
    assert_eq!(next("2026-06-19T12:00:00Z"), Some(at("2026-06-18T23:00:00Z")), "still going on");
    assert_eq!(next("2026-06-19T22:59:59.999Z"), Some(at("2027-06-18T23:00:00Z")));
}

#[test]
fn wall_clock_time_stays_through_summer_time() {
    assert_eq!(
        series("2024-03-24T10:00:00Z", "Europe/London", "FREQ=WEEKLY;COUNT=3", 9),
        ["2024-03-24T10:00:00Z", "2024-03-31T09:00:00Z", "2024-04-07T09:00:00Z"]
    );
    assert_eq!(
        series("2024-03-30T01:30:00.250Z", "Europe/London", "FREQ=DAILY;UNTIL=20240401", 9),
        ["2024-03-30T01:30:00.25Z", "2024-03-31T01:30:00.25Z", "2024-04-01T00:30:00.25Z"],
        "01:30 does not exist on 31 March, it moves on to 02:30"
    );
    assert_eq!(
        series("2024-10-26T00:30:00Z", "Europe/London", "FREQ=DAILY;UNTIL=20241028T013000Z", 9),
        ["2024-10-26T00:30:00Z", "2024-10-27T00:30:00Z", "2024-10-28T01:30:00Z"],
        "01:30 comes twice on 27 October, the first counts"
    );
}

#[test]
fn rules_choose_their_days() {
    let days = |start: &str, rule: &str| {
        let days: Vec<_> = series(start, "UTC", rule, 4).into_iter().map(|at| at[..10].to_owned()).collect();
        days.join(" ")
    };
    assert_eq!(days("2024-01-31T09:00:00Z", "FREQ=MONTHLY"), "2024-01-31 2024-03-31 2024-05-31 2024-07-31");
    assert_eq!(days("2024-02-29T09:00:00Z", "FREQ=YEARLY"), "2024-02-29 2028-02-29 2032-02-29 2036-02-29");
    assert_eq!(days("2024-01-26T09:00:00Z", "FREQ=MONTHLY;BYDAY=-1FR"), "2024-01-26 2024-02-23 2024-03-29 2024-04-26");
    assert_eq!(
        days("2024-01-03T09:00:00Z", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE"),
        "2024-01-03 2024-01-15 2024-01-17 2024-01-29"
    );
    assert_eq!(days("2024-01-01T09:00:00Z", "FREQ=YEARLY;BYWEEKNO=1"), "2024-01-01 2024-12-30 2025-12-29 2027-01-04");
    assert_eq!(days("2024-01-01T09:00:00Z", "FREQ=DAILY;INTERVAL=10;COUNT=3"), "2024-01-01 2024-01-11 2024-01-21");
    assert_eq!(
        days("2024-01-15T09:00:00Z", "FREQ=MONTHLY;BYMONTHDAY=1;COUNT=3"),
        "2024-01-15 2024-02-01 2024-03-01",
        "the start counts"
    );
    assert_eq!(days("2024-01-15T09:00:00Z", "FREQ=DAILY;UNTIL=20231231"), "2024-01-15");
}

/// Entering late must give what walking from the start gives.
#[test]
fn entering_late_finds_the_same_occurrences() {
    let start = at("1950-05-31T22:15:00Z");
    let zone = built_in_zone("Europe/Berlin").unwrap();
    let local = zone.to_datetime(Timestamp::from_millisecond(start).unwrap());
    #[rustfmt::skip]
    let rules = [
        "FREQ=DAILY;INTERVAL=7", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU;WKST=SU",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU", "FREQ=MONTHLY;INTERVAL=5",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU;BYSETPOS=-1", "FREQ=YEARLY;INTERVAL=3",
        "FREQ=YEARLY;INTERVAL=7;BYDAY=20MO,-1SU", "FREQ=YEARLY;BYWEEKNO=1,53", "FREQ=DAILY;INTERVAL=1000",
        "FREQ=YEARLY;INTERVAL=4;BYYEARDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=31,-1;BYHOUR=0,23",
    ];
    for rule in rules {
        #[rustfmt::skip]
        let moments = [
            "1950-06-01T00:00:00Z", "1999-12-31T23:00:00Z", "2024-02-29T12:00:00Z", "2026-03-29T01:30:00Z",
            "2087-10-01T00:00:00Z",
        ];
        for after in moments {
            let found = next_occurrence(start, None, Some("Europe/Berlin"), Some(rule), at(after));
            let walked = Rule::parse(rule)
                .unwrap()
                .expand(local, local)
                .unwrap()
                .map(|occurrence| zone.to_timestamp(occurrence).unwrap().as_millisecond())
                .find(|occurrence| *occurrence >= at(after));
            assert!(found.is_some() && found == walked, "{rule} after {after}: {found:?}, {walked:?}");
        }
    }
}

#[test]
fn unreadable_or_far_input_ends_quietly() {
    let far = [
        i64::MIN,
        i64::MIN + 1,
        -400_000_000_000_000,
        -62_135_596_800_001,
        0,
        253_402_207_200_000,
        i64::MAX - 1,
        i64::MAX,
    ];
    #[rustfmt::skip]
    let rules = [
        "FREQ=DAILY", "FREQ=YEARLY;INTERVAL=1000", "FREQ=WEEKLY;COUNT=2000", "FREQ=MONTHLY;BYDAY=-4SU",
        "nonsense", "FREQ=DAILY;UNTIL=99991231",
    ];
    for rule in rules {
        for start in far {
            for after in far {
                for end in far {
                    let next = next_occurrence(start, Some(end), Some("Pacific/Apia"), Some(rule), after);
                    assert!(next.is_none_or(|next| next >= start), "{rule} {start} {end} {after}");
                }
            }
        }
    }
    assert_eq!(next_occurrence(0, None, Some("Nowhere"), Some("FREQ=DAILY"), 1), Some(86_400_000));
}
