//! What somebody may type, and what that finds.

use std::sync::Arc;

use serde_json::Value;

use super::{encoded, found, search};
use crate::support::server::Server;
use crate::support::{Database, eventually};

fn total(server: &Server, q: &str, rest: &str) -> u64 {
    search(server, q, &format!("&limit=0{rest}"))["meta"]["total"].as_u64().expect("a total")
}

#[test]
fn words_are_found_whatever_their_form() {
    let server = Server::shared();
    let page = search(&server, "phone ban ward", "&limit=3");
    assert!(found(&page)[0].starts_with("case-studies/"), "{:?}", found(&page));
    for (one, other) in [("right", "rights"), ("PRIVACY", "privacy"), ("santé", "sante"), ("l’école", "ecole")] {
        assert_eq!(total(&server, one, ""), total(&server, other, ""), "{one}");
    }
}

#[test]
fn a_letter_may_be_wrong() {
    let server = Server::shared();
    assert!(total(&server, "privvacy", "") > 0);
    assert_eq!(total(&server, "privvacy", "&typo=off"), 0);
    assert!(total(&server, "discrimnatoin", "") > 0);
    assert_eq!(total(&server, "prvy", ""), 0, "four letters are too few");
}

#[test]
fn phrases_exclusions_and_fields_narrow() {
    let server = Server::shared();
    let any = total(&server, "private life", "");
    let all = total(&server, "private life", "&q_mode=all");
    let phrase = total(&server, "\"private life\"", "");
    assert!(any > all && all >= phrase && phrase > 0, "{any} {all} {phrase}");
    assert_eq!(total(&server, "\"life private\"", ""), 0);
    let (care, without) = (total(&server, "care", ""), total(&server, "care -trust", ""));
    assert!(care > without && without > 0);
    assert_eq!(total(&server, "care trust", "&q_mode=all"), care - without);
    assert!(total(&server, "title:care", "") < care);
    for entry in search(&server, "title:\"private life\"", "&limit=100")["data"].as_array().expect("a list") {
        let names = format!("{} {}", entry["title"], entry["aliases"]).to_lowercase();
        assert!(names.contains("private life"), "{entry}");
    }
}

#[test]
fn a_list_finds_what_the_search_finds_of_it() {
    let server = Server::shared();
    let page = search(&server, "dignity older people", "&limit=0&facet=type,topic");
    let types = page["facets"]["type"]["values"].as_array().expect("values");
    assert!(types.len() > 2, "{types:?}");
    for value in types {
        let name = value["value"].as_str().expect("a name");
        let list = server.json(&format!("/v1/{name}?q={}&limit=0", encoded("dignity older people")));
        assert_eq!(list["meta"]["total"], value["count"], "{name}");
    }
    let sum: u64 = types.iter().map(|value| value["count"].as_u64().expect("a count")).sum();
    assert_eq!(page["meta"]["total"], sum);
}

#[test]
fn highlights_show_where_the_words_stand() {
    let server = Server::shared();
    let page = search(&server, "ward \"family life\"", "&highlight=true&limit=20");
    let mut marked = 0;
    for entry in page["data"].as_array().expect("a list") {
        for highlight in entry["highlights"].as_array().expect("highlights") {
            let text: Vec<char> = highlight["text"].as_str().expect("a text").chars().collect();
            for range in highlight["ranges"].as_array().expect("ranges") {
                let at = |place: usize| range[place].as_u64().expect("a place") as usize;
                let words: String = text[at(0)..at(1)].iter().collect::<String>().to_lowercase();
                assert!(words.starts_with("ward") || words == "family life", "{words}: {highlight}");
                marked += 1;
            }
            let html = highlight["html"].as_str().expect("html");
            assert_eq!(html.matches("<mark>").count(), highlight["ranges"].as_array().expect("ranges").len());
        }
    }
    assert!(marked > 5, "{page}");
}

#[test]
fn highlights_are_of_the_language_in_which_the_words_stand() {
    let server = Server::shared();
    let first = |q: &str, lang: &str| -> Value {
        let page = search(&server, q, &format!("&highlight=true&limit=1&lang={lang}"));
        page["data"][0].clone()
    };
    let (shown, found) = ("en", "fr");
    let entry = first("vie privée", shown);
    assert_eq!(entry["lang"], shown);
    let highlights = entry["highlights"].as_array().expect("highlights");
    assert!(!highlights.is_empty(), "{entry}");
    for highlight in highlights {
        assert_eq!(highlight["lang"], found);
        assert!(!highlight["ranges"].as_array().expect("ranges").is_empty(), "{highlight}");
    }
    // What stands in the text as it is shown is marked there.
    let entry = first("privacy", shown);
    assert!(entry["highlights"].as_array().expect("highlights").iter().all(|one| one["lang"] == shown), "{entry}");
}

#[test]
fn a_search_sends_along_and_narrows_like_a_list() {
    let server = Server::shared();
    let page =
        search(&server, "private life", "&include=rights.instrument,resources&limit=20&type=case-studies,topics");
    let included = page["included"].as_object().expect("what is included");
    for name in ["rights", "instruments", "resources"] {
        assert!(included.contains_key(name), "{name}: {:?}", included.keys().collect::<Vec<_>>());
    }
    let all = found(&search(&server, "private life", "&limit=3"));
    let chosen = all[1].split_once('/').expect("a slug").1;
    let page = search(&server, "private life", &format!("&id={chosen},nobody-has-this"));
    assert!(found(&page).contains(&all[1]) && found(&page).iter().all(|name| name.ends_with(chosen)));
    assert_eq!(page["meta"]["unmatched"], serde_json::json!([{ "parameter": "id", "value": "nobody-has-this" }]));
    let faults = server.get("/v1/search?q=x&include=nonsense").faults();
    assert_eq!(faults, [("include".to_owned(), "unknown-value".to_owned())]);
}

#[test]
fn what_is_typed_is_never_a_mistake() {
    let server = Server::shared();
    for q in [
        "\"",
        "-",
        "(((",
        "title:",
        "AND OR NOT",
        "a\" b",
        "-\"",
        "* ? ~2 ^3",
        "[a TO b]",
        "\\",
        "%",
        "+-+",
        "::",
        "-care",
    ] {
        let answer = server.get(&format!("/v1/search?q={}&highlight=true&facet=type,topic", encoded(q)));
        assert_eq!(answer.status, 200, "{q}: {}", answer.text());
    }
    assert_eq!(server.get("/v1/search").faults(), [("q".to_owned(), "missing-parameter".to_owned())]);
}

#[test]
fn a_title_is_completed_while_it_is_typed() {
    let server = Server::shared();
    let texts = |q: &str| -> Vec<String> {
        let list = server.json(&format!("/v1/suggest?q={}", encoded(q)));
        list["data"].as_array().expect("a list").iter().map(|one| one["text"].to_string().to_lowercase()).collect()
    };
    assert!(texts("art")[0].contains("art"));
    let found = texts("mental hea");
    assert!(!found.is_empty() && found.iter().all(|text| text.contains("mental") && text.contains("hea")), "{found:?}");
    assert_eq!(texts("zzzz"), Vec::<String>::new());
    let first = |q: &str| server.json(&format!("/v1/suggest?q={q}&limit=1"))["data"][0]["text"].clone();
    assert_eq!(first("dig"), "Dignity and respect", "not the shorter name in Spanish");
    assert_eq!(first("dig&lang=es"), "Dignidad y respeto");
    assert_eq!(first("dignid"), "Dignidad y respeto", "which is what was typed");
}

#[test]
fn similar_text_is_a_reason() {
    let server = Server::shared();
    let reasons = |related: &Value| related.to_string().contains("similar text");
    let paths = [
        "/v1/rights/hra-article-8/related?limit=20",
        "/v1/case-studies/phones-and-internet-at-st-aubyn/related?limit=20",
    ];
    assert!(paths.iter().any(|path| {
        let answer = server.get(path);
        answer.status == 200 && reasons(&answer.json())
    }));
}

#[test]
fn a_question_that_would_have_too_much_read_is_refused_whatever_was_asked_before() {
    let database = Database::sqlite();
    let hub = database.hub().with_search_budget(700);
    hub.load_starter_content().expect("the starter content is good");
    let server = Server::over(Arc::new(hub), database);
    eventually("search is ready", || server.get("/v1/search?q=torture").status == 200);
    let words = ["care", "rights", "health", "people"];
    let all = words.join("%20");
    let dear = || {
        let answer = server.get(&format!("/v1/search?q={all}"));
        assert_eq!(answer.status, 400, "{}", answer.text());
        assert_eq!(answer.faults(), [("q".to_owned(), "too-expensive".to_owned())]);
    };
    dear();
    for word in words {
        assert_eq!(server.get(&format!("/v1/search?q={word}")).status, 200, "{word}");
    }
    dear();
    for target in
        [format!("/v1/topics?q={all}"), format!("/v1/resources.csv?q={all}"), format!("/embed/topics?q={all}")]
    {
        assert_eq!(server.get(&target).status, 400, "{target}");
    }
    // Where a word stands costs more than that it does.
    assert_eq!(server.get("/v1/search?q=%22human%20rights%22").status, 400);
    assert_eq!(server.get("/v1/search?q=torture%20detention").status, 200);
    assert_eq!(server.get("/v1/rights/hra-article-8/related").status, 200);
}
