//! A public entry beside what publishing makes of its revision today.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::hub::consent;
use crate::hub::publishing::{envelope, translation_rows};
use crate::model::{Consent, Entry, Faults, WrittenDocument};
use crate::store::{Item, Link, Stored, TranslationRow};

/// A sentence for each way in which an entry, with its links (severed ones included) and translations, is not what its
/// revision and consent make of it.
pub fn differences(
    stored: &Stored,
    (links, translations): (&[Link], &[TranslationRow]),
    item: &Item,
    mut document: WrittenDocument,
    consent: Option<&Consent>,
    today: &str,
) -> Vec<String> {
    let mut told = Vec::new();
    let mut refusals = Faults::default();
    // What consent has ended is told by who looks at all consents.
    consent::project(&mut document, consent, today, &mut refusals);
    let before = &stored.entry;
    let shown = Item { slug: before.slug.clone(), rev: before.rev, ..item.clone() };
    let mut made = envelope(&shown, &document, Some(before), before.seq, before.updated_at);
    made.notice.clone_from(&before.notice);
    let unlike = members(&made, before);
    if !unlike.is_empty() {
        told.push(format!("not its revision's: {}", unlike.join(", ")));
    }
    match (document.record.members(), stored.record.members()) {
        (Ok(made), Ok(kept)) => {
            let names: BTreeSet<&String> = made.keys().chain(kept.keys()).collect();
            let unlike: Vec<&str> =
                names.into_iter().filter(|name| made.get(*name) != kept.get(*name)).map(String::as_str).collect();
            if !unlike.is_empty() {
                told.push(format!("not its revision's: {}", unlike.join(", ")));
            }
        }
        _ => told.push("its own fields cannot be read".to_owned()),
    }
    let mut made = translation_rows(&shown, &document);
    made.sort_by(|one, next| one.lang.as_str().cmp(next.lang.as_str()));
    if made != translations {
        told.push("its translations are not its revision's".to_owned());
    }
    told.extend(misplaced(&document, links));
    told
}

/// The members of the envelope that differ.
fn members(made: &Entry, kept: &Entry) -> Vec<&'static str> {
    let pairs: [(&'static str, bool); 12] = [
        ("title", made.title == kept.title),
        ("summary", made.summary == kept.summary),
        ("lang", made.lang == kept.lang),
        ("licence", made.licence == kept.licence),
        ("attribution", json(&made.attribution) == json(&kept.attribution)),
        ("source", json(&made.source) == json(&kept.source)),
        ("identifiers", json(&made.identifiers) == json(&kept.identifiers)),
        ("review_by", made.review_by == kept.review_by),
        ("featured", (made.featured, made.featured_position) == (kept.featured, kept.featured_position)),
        ("published_at", made.published_at == kept.published_at),
        ("consent", made.consented == kept.consented),
        ("channels", made.channels == kept.channels),
    ];
    pairs.into_iter().filter(|(_, same)| !same).map(|(name, _)| name).collect()
}

fn json(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// Links that the revision does not have at their place, and places of the revision without a link. What was merged into
/// an entry that is named already has none.
fn misplaced(document: &WrittenDocument, links: &[Link]) -> Vec<String> {
    let mut told = Vec::new();
    for link in links {
        let written = document.links.iter().find(|written| {
            written.relation.key() == link.relation && written.part == link.part && written.position == link.position
        });
        match written {
            None => told.push(format!("it names {} in {}, and its revision does not", link.target_id, link.relation)),
            Some(written) if (&written.role, &written.note) != (&link.role, &link.note) => {
                told.push(format!("role or note of {} in {} are not its revision's", link.target_id, link.relation));
            }
            Some(_) => {}
        }
    }
    for written in &document.links {
        let relation = written.relation.key();
        let here = |link: &&Link| link.relation == relation && link.part == written.part;
        let mut there = links.iter().filter(here);
        if there.clone().all(|link| link.position != written.position) && there.next().is_none() {
            told.push(format!("it does not name in {relation} what its revision does"));
        }
    }
    told.sort();
    told.dedup();
    told
}
