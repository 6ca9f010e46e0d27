//! No word that is not public is anywhere in public: not in an answer, not in a public table. Every word here is made up
//! and stands in one place only, so whoever finds one knows where it came from.

use std::collections::BTreeSet;
use std::path::Path;

use rights_hub::model::collection;
use serde_json::{Value, json};

use super::crawl::read_all;
use super::{Desk, consent, id_of, news, pseudonym, tables, testimony, with};
use crate::support::Database;

/// What only editors read.
const EDITORIAL: &[&str] = &[
    "items",
    "revisions",
    "consents",
    "withdrawals",
    "keys",
    "key_secrets",
    "audit",
    "idempotency",
    "import_answers",
    "preview_links",
    "severed_links",
];

/// A word that nobody can read elsewhere: `tag`, made unmistakable.
fn word(tag: &str) -> String {
    format!("qx{tag}zj")
}

fn translation(tag: &str) -> Value {
    json!([{
        "lang": "fr", "title": word(&format!("{tag}frtitle")), "body": word(&format!("{tag}frbody")),
        "attribution_line": word(&format!("{tag}frname")), "role_at_the_time": word(&format!("{tag}frrole")),
    }])
}

/// Plants what must not be read, and answers all of it.
fn plant(desk: &Desk) -> Vec<String> {
    let mut hidden: Vec<String> = Vec::new();
    let mut hide = |tag: &str| {
        hidden.push(word(tag));
        json!(word(tag))
    };
    let drafted = |hide: &mut dyn FnMut(&str) -> Value, tag: &str| {
        let slug = hide(&format!("{tag}slug"));
        let mut document = news(slug.as_str().unwrap_or_default(), "");
        document["title"] = hide(&format!("{tag}title"));
        document["summary"] = hide(&format!("{tag}summary"));
        document["body"] = hide(&format!("{tag}body"));
        document["further_reading"] =
            json!([{ "title": hide(&format!("{tag}reading")), "url": "https://a.example/", "kind": "report" }]);
        document["translations"] = json!([{ "lang": "fr", "title": hide(&format!("{tag}fr")), "body": "B" }]);
        document
    };
    let draft = drafted(&mut hide, "draft");
    desk.draft(draft);
    let item = desk.publish(news("seen", "Seen"));
    let changed = drafted(&mut hide, "change");
    desk.rewrite(&item, changed, "");
    let item = desk.publish(with(news("rewritten", "Seen"), &[("body", hide("oldbody")), ("title", hide("oldtitle"))]));
    desk.rewrite(&item, news("rewritten", "Rewritten"), "?publish=true");
    desk.done("POST", &format!("{item}/publish"), json!({ "change_note": hide("changenote") }));
    let item =
        desk.publish(with(news("removed", "Seen"), &[("body", hide("removedbody")), ("title", hide("removedtitle"))]));
    desk.done("POST", &format!("{item}/remove"), json!({ "change_note": hide("removednote") }));
    let late = drafted(&mut hide, "scheduled");
    let item = desk.draft(late);
    desk.done("POST", &format!("{item}/schedule"), json!({ "publish_at": "2025-06-01T00:00:00.000Z" }));

    // Who speaks is not public, and need not be where the consent does not name anybody.
    let speaker =
        json!({ "type": "people", "slug": hide("speakerslug"), "title": hide("speaker"), "consent": consent("named") });
    let speaker = id_of(&desk.draft(speaker)).to_owned();
    for attribution in ["named", "role", "pseudonym", "anonymous"] {
        let shown = |member: &str| match attribution {
            "named" => true,
            "role" => member == "role",
            _ => false,
        };
        let mut own = |member: &str| {
            let tag = format!("{attribution}{member}");
            if shown(member) { json!(word(&tag)) } else { hide(&tag) }
        };
        let mut told = testimony(&format!("told-{attribution}"), consent(attribution));
        told["attribution_line"] = own("name");
        told["role_at_the_time"] = own("role");
        let line = own("frname");
        // A role in another language is not shown: nobody can tell whether it is one and not a name.
        let role =
            if attribution == "named" { json!(word("namedfrrole")) } else { hide(&format!("{attribution}frrole")) };
        told["translations"] = json!([{ "lang": "fr", "title": "Dit", "body": "Dit.", "attribution_line": line, "role_at_the_time": role }]);
        if attribution != "named" {
            told["speaker"] = json!({ "id": speaker });
        }
        told["consent"]["evidence_ref"] = hide(&format!("{attribution}evidence"));
        told["consent"]["pseudonym"] = match attribution {
            "pseudonym" => json!(word("pseudonymshown")),
            _ => hide(&format!("{attribution}pseudonym")),
        };
        let item = desk.publish(told.clone());
        // And once more through every attribution, ending with its own.
        if attribution != "named" {
            let kept = told["consent"].clone();
            let other = if attribution == "role" { pseudonym("Somebody") } else { consent("role") };
            let other = with(other, &[("evidence_ref", hide(&format!("{attribution}otherevidence")))]);
            told["role_at_the_time"].take();
            desk.done("PUT", &format!("{item}/consent"), other);
            desk.done("PUT", &format!("{item}/consent"), kept);
        }
    }
    let offline = with(consent("named"), &[("channels", json!(["embed"]))]);
    let item = desk.publish(with(testimony("told-offline", consent("named")), &[("body", hide("offlinebody"))]));
    desk.done("PUT", &format!("{item}/consent"), offline);
    hidden
}

/// Plants a testimony with words in every place where words can be, withdraws consent to it, and answers the words.
fn withdraw(desk: &Desk) -> Vec<String> {
    let words: Vec<String> = [
        "oneslug",
        "twoslug",
        "threeslug",
        "draftslug",
        "title",
        "summary",
        "body",
        "name",
        "role",
        "evidence",
        "pseudonym",
        "note",
        "oldtitle",
        "wfrtitle",
        "wfrbody",
        "wfrname",
        "wfrrole",
        "drafttext",
    ]
    .map(word)
    .to_vec();
    let written = |slug: &str, title: &str| {
        let mut told =
            testimony(&word(slug), with(pseudonym(&word("pseudonym")), &[("evidence_ref", json!(word("evidence")))]));
        told["title"] = json!(word(title));
        told["summary"] = json!(word("summary"));
        told["body"] = json!(format!("They said {}. {}", word("body"), "It was long. ".repeat(2000)));
        told["attribution_line"] = json!(word("name"));
        told["role_at_the_time"] = json!(word("role"));
        told["translations"] = translation("w");
        told
    };
    let case = |slug: &str, reference: Value| {
        let mut case = (collection("case-studies").expect("a collection").example)();
        case["slug"] = json!(slug);
        case["testimonies"] = json!([reference]);
        case
    };
    let named = |name: &str, method: &str, target: &str, body: Value| {
        let answer = desk.ask_as(&desk.key, method, target, &[("Idempotency-Key", name)], body);
        assert!((200..300).contains(&answer.status), "{target}: {}", answer.text());
        answer.json()
    };
    let made = named("make", "POST", "/v1/manage/testimonies", written("draftslug", "oldtitle"));
    let id = made["item"]["id"].as_str().expect("an id").to_owned();
    let item = format!("/v1/manage/testimonies/{id}");
    // A draft elsewhere names it by the slug of its draft.
    desk.draft(case("case-of-a-draft", json!({ "slug": word("draftslug") })));
    desk.rewrite(&item, written("oneslug", "title"), "?publish=true");
    desk.rewrite(&item, written("twoslug", "title"), "?publish=true");
    named("note", "POST", &format!("{item}/publish"), json!({ "change_note": word("note") }));
    // Others name it: by id and slug, in an answer that is kept, with the title that was read, before and after.
    let whole = json!({ "type": "testimonies", "id": id, "slug": word("twoslug"), "title": word("title"), "href": "/v1/testimonies" });
    desk.publish(case("case-by-reference", whole));
    named(
        "other",
        "POST",
        "/v1/manage/case-studies?publish=true",
        case("case-by-slug", json!({ "slug": word("twoslug") })),
    );
    let changed = desk.publish(case("case-changed", json!({ "slug": word("twoslug") })));
    desk.rewrite(&changed, case("case-changed", json!({ "id": id })), "?publish=true");
    named("link", "POST", &format!("{item}/preview-links"), json!({ "expires_in": 600 }));
    desk.rewrite(&item, written("threeslug", "drafttext"), "");
    // The caches hold it, too.
    for key in [&id, &word("oneslug"), &word("twoslug")] {
        assert_ne!(desk.read(&format!("/v1/testimonies/{key}?format_text=html")).0, 404);
    }
    desk.read("/v1/case-studies?include=testimonies&view=full&limit=100");
    desk.done("POST", &format!("{item}/consent/withdraw"), json!({}));
    words
}

/// The words that stand in a text. All begin alike, so that a long text is gone through once, not once for each word.
fn found<'a>(text: &[u8], words: &'a [String]) -> BTreeSet<&'a String> {
    let text = String::from_utf8_lossy(text).to_lowercase();
    let places = text.match_indices("qx").filter_map(|(place, _)| text.get(place..));
    places.flat_map(|rest| words.iter().filter(move |word| rest.starts_with(word.as_str()))).collect()
}

#[test]
fn no_answer_and_no_public_table_has_a_word_that_is_not_public() {
    for desk in Desk::each() {
        let mut hidden = plant(&desk);
        hidden.extend(withdraw(&desk));
        let shown = ["namedname", "namedrole", "rolerole", "pseudonymshown"].map(word).to_vec();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut leaks = Vec::new();
        read_all(&desk, &hidden, &mut |target, body| {
            seen.extend(found(body, &shown).into_iter().cloned());
            leaks.extend(found(body, &hidden).into_iter().map(|word| format!("{word}: {target}")));
        });
        assert!(leaks.is_empty(), "{leaks:#?}");
        assert_eq!(seen.len(), shown.len(), "what is public is found, so what is not would be: {seen:?}");

        let tables = tables::dump(&desk.url);
        for table in EDITORIAL {
            assert!(tables.iter().any(|(name, _)| name == table), "{table}");
        }
        for (table, text) in tables.iter().filter(|(name, _)| !EDITORIAL.contains(&name.as_str())) {
            assert!(found(text.as_bytes(), &hidden).is_empty(), "{table}: {:?}", found(text.as_bytes(), &hidden));
        }
        let kept: String = tables.into_iter().map(|(_, text)| text).collect();
        assert_eq!(found(kept.as_bytes(), &shown).len(), shown.len());
    }
}

#[test]
fn no_word_of_a_withdrawn_testimony_is_kept_anywhere() {
    for database in Database::each() {
        let desk = Desk::at(database);
        let words = withdraw(&desk);
        for (table, text) in tables::dump(&desk.url) {
            assert!(found(text.as_bytes(), &words).is_empty(), "{table}: {:?}", found(text.as_bytes(), &words));
        }
        let Some(file) = desk.url.strip_prefix("sqlite://") else { continue };
        for file in [file.to_owned(), format!("{file}-wal"), format!("{file}-shm")] {
            let Ok(bytes) = std::fs::read(Path::new(&file)) else { continue };
            assert!(found(&bytes, &words).is_empty(), "{file}: {:?}", found(&bytes, &words));
        }
    }
}
