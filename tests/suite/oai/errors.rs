//! What is wrong with a request is told as the protocol says, and nothing breaks the hub.

use serde_json::json;

use super::{ask, codes, harvest};
use crate::support::{TestHub, hubs, publish};

const LIST: &str = "verb=ListRecords&metadataPrefix=oai_dc";

#[test]
fn each_fault_has_its_code() {
    let faults = [
        ("", "badVerb"),
        ("verb=", "badVerb"),
        ("verb=identify", "badVerb"),
        ("verb=Nothing", "badVerb"),
        ("verb=%FF", "badVerb"),
        ("verb=Identify&verb=Identify", "badVerb"),
        ("verb=Identify&verb=ListSets", "badVerb"),
        ("metadataPrefix=oai_dc", "badVerb"),
        ("verb=Identify&set=rights", "badArgument"),
        ("verb=Identify&nothing=1", "badArgument"),
        ("verb=Identify&Verb=Identify", "badArgument"),
        ("verb=Identify&=1", "badArgument"),
        ("verb=ListSets&set=rights", "badArgument"),
        ("verb=ListMetadataFormats&metadataPrefix=oai_dc", "badArgument"),
        ("verb=ListMetadataFormats&identifier=", "badArgument"),
        ("verb=GetRecord", "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc", "badArgument"),
        ("verb=GetRecord&identifier=oai:hub.example:topics/x", "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=not%20a%20name", "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=in%22valid", "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:a:b&identifier=oai:a:b", "badArgument"),
        ("verb=ListRecords", "badArgument"),
        ("verb=ListIdentifiers&set=rights", "badArgument"),
        ("verb=ListRecords&metadataPrefix=", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai%20dc", "badArgument"),
        ("verb=ListRecords&metadataPrefix=%FF", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=a%26b", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2020", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&until=2020-02-30", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-01T00:00:00.000Z", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-02&until=2020-01-01", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-01&until=2020-01-02T00:00:00Z", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&identifier=oai:a:b", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x", "badArgument"),
        ("verb=ListSets&resumptionToken=x&set=rights", "badArgument"),
        ("verb=Identify&resumptionToken=x", "badArgument"),
        ("verb=ListRecords&resumptionToken=", "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=x", "badResumptionToken"),
        ("verb=ListIdentifiers&resumptionToken=W10", "badResumptionToken"),
        ("verb=ListSets&resumptionToken=x", "badResumptionToken"),
        ("verb=ListRecords&metadataPrefix=marc21", "cannotDisseminateFormat"),
        ("verb=GetRecord&metadataPrefix=OAI_DC&identifier=oai:a:b", "cannotDisseminateFormat"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=nothing", "idDoesNotExist"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:hub.example:topics/privacy", "idDoesNotExist"),
        ("verb=ListMetadataFormats&identifier=oai:hub.example:topics", "idDoesNotExist"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=nobody", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=topics:privacy", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=guides", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=9999-12-31", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&until=0001-01-01", "noRecordsMatch"),
    ];
    for hub in hubs() {
        publish(&hub, &[json!({ "type": "topics", "slug": "privacy", "title": "Privacy" })]);
        for (form, code) in faults {
            let root = ask(&hub, form);
            assert!(!codes(&root).is_empty(), "{form}");
            assert!(codes(&root).iter().all(|found| *found == code), "{form}: {:?}", codes(&root));
            let repeats = !["badVerb", "badArgument"].contains(&code);
            assert_eq!(!root.get("request").unwrap().attributes.is_empty(), repeats, "{form}");
        }
    }
}

#[test]
fn names_are_known_in_one_spelling_only() {
    for hub in hubs() {
        publish(&hub, &[json!({ "type": "topics", "slug": "privacy", "title": "Privacy" })]);
        let name = harvest(&hub, LIST)[0].name.clone();
        let id = name.rsplit('/').next().unwrap().to_owned();
        let get = |name: &str| {
            let root = ask(&hub, &format!("verb=GetRecord&metadataPrefix=oai_dc&identifier={name}"));
            codes(&root).first().map(|code| (*code).to_owned())
        };
        assert_eq!(get(&name), None);
        for other in [
            name.to_uppercase(),
            name.replace("hub.example", "other.example"),
            name.replace("topics", "rights"),
            name.replace(&id, &id.to_uppercase()),
            name.replace(&id, &id.replace('-', "")),
            format!("{name}/"),
            id,
        ] {
            let unlike = other != name;
            assert!(!unlike || get(&other).as_deref() == Some("idDoesNotExist"), "{other}");
        }
    }
}

/// Bytes of every kind, in every place where they may stand.
#[test]
fn hostile_arguments_are_answered_well_formed() {
    for hub in hubs() {
        publish(&hub, &[json!({ "type": "topics", "slug": "privacy", "title": "Privacy" })]);
        let long = "a".repeat(100_000);
        let hostile = [
            "%00",
            "%FF%FE",
            "%C3",
            "%",
            "%zz",
            "]]%3E",
            "%3Cscript%3E",
            "%22%27%26",
            "%E2%80%AE",
            "%EF%BF%BE",
            "%0D%0A",
            "%F0%9F%98%80",
            "&&&",
            "=",
            "==",
            "+",
            ";",
            long.as_str(),
        ];
        for text in hostile {
            for form in [
                text.to_owned(),
                format!("verb={text}"),
                format!("{text}=1&verb=Identify"),
                format!("verb=GetRecord&metadataPrefix=oai_dc&identifier={text}"),
                format!("verb=ListRecords&metadataPrefix={text}"),
                format!("{LIST}&set={text}"),
                format!("{LIST}&from={text}"),
                format!("{LIST}&until={text}"),
                format!("verb=ListRecords&resumptionToken={text}"),
            ] {
                let root = ask(&hub, &form);
                assert!(!codes(&root).is_empty(), "{form}");
            }
        }
        let many = "verb=Identify&".repeat(5000);
        assert_eq!(codes(&ask(&hub, &many)), ["badVerb"]);
        for bytes in [&b"verb=\xFF"[..], b"\xFF=1&verb=Identify", b"verb=ListRecords&metadataPrefix=\xC3\x28"] {
            assert!(hub.harvest(bytes).unwrap().contains("<error code=\"bad"));
        }
    }
}

/// A token is good where it was given, for the verb that it was given to.
#[test]
fn a_token_of_another_history_or_verb_is_refused() {
    let filled = |hub: &TestHub| {
        let topics: Vec<_> = (0..101)
            .map(|number| json!({ "type": "topics", "slug": format!("t{number}"), "title": format!("T {number}") }))
            .collect();
        publish(hub, &topics);
    };
    for hub in hubs() {
        filled(&hub);
        let (_, token) = super::page(&hub, LIST, 0);
        let token = token.expect("a second page");
        let other = hubs().remove(0);
        filled(&other);
        let resumed = format!("verb=ListRecords&resumptionToken={token}");
        assert_eq!(codes(&ask(&other, &resumed)), ["badResumptionToken"]);
        let headers = format!("verb=ListIdentifiers&resumptionToken={token}");
        assert_eq!(codes(&ask(&hub, &headers)), ["badResumptionToken"]);
        let cut = &resumed[..resumed.len() - 2];
        assert_eq!(codes(&ask(&hub, cut)), ["badResumptionToken"]);
        assert_eq!(super::page(&hub, &resumed, 100).0.len(), 1);
        assert_eq!(super::page(&hub, &resumed, 100).0.len(), 1, "twice is as good as once");
    }
}
