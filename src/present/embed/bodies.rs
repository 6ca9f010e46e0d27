//! What a card of each collection shows between its head and its foot: what a reader of that kind of entry looks for first.

use maud::{Markup, html};

use super::blocks::{host, language};
use super::card::Card;
use super::dates;
use crate::present::members::Members;
use crate::present::occasion::Occasion;

/// A collection, the closed list that says of which kind its entries are, and the body of their cards.
type Body = (&'static str, Option<&'static str>, fn(&Card<'_>) -> Markup);

/// Every collection's.
pub const BODIES: &[Body] = &[
    ("case-studies", Some("category"), case_study),
    ("courses", None, course),
    ("evaluations", None, evaluation),
    ("events", Some("kind"), event),
    ("guides", None, guide),
    ("instruments", Some("kind"), instrument),
    ("news", None, news),
    ("organisations", Some("kind"), organisation),
    ("pages", None, page),
    ("people", None, person),
    ("projects", Some("strand"), project),
    ("resources", Some("kind"), resource),
    ("rights", Some("kind"), right),
    ("testimonies", Some("kind"), testimony),
    ("topics", None, topic),
];

/// Steps, findings, changes and files that a card shows; the rest is on the entry's page.
const MOST: usize = 8;

/// What a card shows of what somebody says, in characters.
const MOST_SAID: usize = 1_000;

/// Members of a list, each as an element; nothing in the card of a list.
fn each<'a>(card: &'a Card<'a>, field: &str, element: impl Fn(Members<'a>) -> Markup) -> Option<Vec<Markup>> {
    let elements: Vec<Markup> = card.members.list(field).take(MOST).map(element).collect();
    (!elements.is_empty() && !card.compact).then_some(elements)
}

fn case_study(card: &Card<'_>) -> Markup {
    let changes = each(card, "changes", |change| {
        html! {
            li {
                @if let Some(title) = change.text("title") { (card.heading(2, &html! { bdi { (title) } })) }
                dl.rh-change {
                    div.rh-before { dt { (card.say("before")) } dd { (card.short(change, "before")) } }
                    div.rh-after { dt { (card.say("after")) } dd { (card.short(change, "after")) } }
                }
            }
        }
    });
    html! {
        (card.facts([card.value("setting", "setting"), card.line("locality", "locality"), card.names("organisations", "organisations")]))
        (card.rights("rights_engaged"))
        @if let Some(changes) = changes {
            section.rh-changes {
                (card.heading(1, &card.say("changes")))
                ul { @for change in changes { (change) } }
            }
        }
        (card.prose("impact", "impact"))
    }
}

fn course(card: &Card<'_>) -> Markup {
    html! {
        (card.facts([
            card.value("delivery", "delivery"), card.line("duration", "duration"), card.languages("languages", "languages"),
            card.values("audience", "audience"), card.names("provider", "provider"), card.link("booking_url", "booking_url"),
        ]))
        @if !card.compact && card.members.words("syllabus").next().is_some() {
            section {
                (card.heading(1, &card.say("syllabus")))
                ul.rh-lines { @for line in card.members.words("syllabus").take(MOST) { li { bdi { (line) } } } }
            }
        }
        (card.rights("rights"))
    }
}

fn evaluation(card: &Card<'_>) -> Markup {
    let findings = each(card, "findings", |finding| {
        // Whole numbers without a point.
        let value = finding.0.get("value").and_then(serde_json::Value::as_f64).map(|value| value.to_string());
        html! {
            li {
                @if let Some(value) = value {
                    p.rh-figure {
                        strong { (value) @if let Some(unit) = finding.text("unit") { " " bdi { (unit) } } }
                        @if let Some(measure) = finding.text("measure") { " " bdi { (measure) } }
                    }
                }
                (card.short(finding, "text"))
                @if let Some(locator) = finding.text("locator") { p.rh-locator { bdi { (locator) } } }
            }
        }
    });
    html! {
        (card.facts([
            card.names("projects", "projects"), card.names("evaluators", "evaluators"), card.names("report", "report"),
            card.period("when", "starts_on", "ends_on"), card.line("sample", "sample"),
        ]))
        @if let Some(findings) = findings {
            section.rh-findings {
                (card.heading(1, &card.say("findings")))
                ul { @for finding in findings { (finding) } }
            }
        }
        (card.prose("limitations", "limitations"))
    }
}

fn event(card: &Card<'_>) -> Markup {
    let members = card.members;
    let zone = members.text("time_zone").unwrap_or("UTC");
    let when = Occasion::of(members).map(|occasion| dates::occasion(card.words, &occasion, zone));
    let repeats =
        members.text("recurrence").and_then(|rule| rule.split(';').find_map(|part| part.strip_prefix("FREQ=")));
    let repeats = repeats.map(|frequency| card.words.label(&format!("recurrence_{}", frequency.to_lowercase())));
    html! {
        @if let Some(status) = members.text("status").filter(|status| *status != "scheduled") {
            p.rh-status { strong { (card.ours(&card.words.value(status))) } }
        }
        (card.facts([
            when.map(|when| ("when", when)),
            repeats.filter(|repeats| !repeats.is_empty()).map(|repeats| ("recurrence", card.ours(repeats))),
            card.value("attendance", "attendance"), card.line("venue", "venue"),
            card.names("organisers", "organisers"), card.names("speakers", "speakers"), card.names("course", "course"),
            card.link("registration_url", "registration_url"),
        ]))
        (card.prose("", "description"))
    }
}

fn guide(card: &Card<'_>) -> Markup {
    let steps = each(card, "steps", |step| {
        html! {
            li {
                @if let Some(title) = step.text("title") { (card.heading(2, &html! { bdi { (title) } })) }
                (card.short(step, "body"))
            }
        }
    });
    html! {
        (card.facts([card.values("audience", "audience")]))
        @if let Some(steps) = steps {
            section.rh-steps {
                (card.heading(1, &card.say("steps")))
                ol { @for step in steps { (step) } }
            }
        }
        (card.rights("rights"))
    }
}

fn instrument(card: &Card<'_>) -> Markup {
    html! {
        (card.facts([
            card.line("citation", "citation"), card.line("passed_by", "body"), card.line("jurisdiction", "jurisdiction"),
            card.date("adopted_on", "adopted_on"), card.date("in_force_on", "in_force_on"), card.link("url", "url"),
        ]))
        (card.prose("", "description"))
    }
}

fn news(card: &Card<'_>) -> Markup {
    let reading = each(card, "further_reading", |further| {
        let (title, address) = (further.text("title").unwrap_or_default(), further.text("url").unwrap_or_default());
        html! { li { a href=(address) rel="noopener" { bdi { (title) } } " " span.rh-muted { (host(address)) } } }
    });
    html! {
        (card.facts([
            card.date("published_on", "published_on"), card.names("organisations", "organisations"), card.names("people", "people"),
        ]))
        (card.prose("", "body"))
        @if let Some(reading) = reading {
            section { (card.heading(1, &card.say("further_reading"))) ul.rh-lines { @for further in reading { (further) } } }
        }
    }
}

fn organisation(card: &Card<'_>) -> Markup {
    html! {
        (card.facts([
            card.words("aliases", "aliases"), card.line("locality", "locality"), card.period("active", "active_from", "active_to"),
            card.names("parent", "parent"), card.names("successors", "successors"), card.names("member_of", "member_of"),
            card.link("website", "website"),
        ]))
        (card.prose("", "description"))
    }
}

fn page(card: &Card<'_>) -> Markup {
    html! {
        (card.prose("", "body"))
        (card.facts([card.names("features", "features")]))
    }
}

fn person(card: &Card<'_>) -> Markup {
    html! {
        @if let Some(role) = card.members.text("role") { p.rh-role { bdi { (role) } } }
        (card.facts([card.names("organisations", "organisations")]))
        (card.prose("", "biography"))
    }
}

fn project(card: &Card<'_>) -> Markup {
    html! {
        (card.facts([
            card.period("when", "starts_on", "ends_on"), card.names("lead", "lead"), card.names("partners", "partners"),
            card.names("funders", "funders"), card.names("outputs", "outputs"),
        ]))
        (card.prose("aims", "aims"))
        (card.prose("outcomes", "outcomes"))
        (card.rights("rights"))
    }
}

fn resource(card: &Card<'_>) -> Markup {
    let formats: Vec<Markup> = card.members.list("formats").take(MOST).map(file).collect();
    html! {
        (card.facts([
            card.line("edition", "edition"), card.date("published_on", "published_on"), card.names("authors", "authors"),
            card.names("publishers", "publishers"), card.values("audience", "audience"), card.names("supersedes", "supersedes"),
        ]))
        @if !formats.is_empty() {
            section.rh-formats { (card.heading(1, &card.say("formats"))) ul { @for format in formats { li { (format) } } } }
        }
        (card.prose("", "abstract"))
        (card.rights("rights"))
    }
}

/// A form in which a resource can be had: what it is, in which language, how large.
fn file(format: Members<'_>) -> Markup {
    let address = format.text("url").unwrap_or_default();
    let kind = format.text("media_type").map_or("", short_type);
    let bytes = format.0.get("bytes").and_then(serde_json::Value::as_u64);
    html! {
        a href=(address) rel="noopener" type=[format.text("media_type")] { (kind) " · " (host(address)) }
        @if let Some(lang) = format.text("lang") { " " (language(lang)) }
        @if let Some(bytes) = bytes { " " span.rh-muted { (size(bytes)) } }
    }
}

/// What people call a media type.
fn short_type(media_type: &str) -> &str {
    const NAMES: &[(&str, &str)] = &[
        ("application/pdf", "PDF"),
        ("text/html", "HTML"),
        ("application/epub+zip", "EPUB"),
        ("application/msword", "Word"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint"),
        ("application/vnd.oasis.opendocument.text", "OpenDocument"),
    ];
    let known = NAMES.iter().find(|(name, _)| *name == media_type).map(|(_, short)| *short);
    known.unwrap_or_else(|| media_type.split('/').next_back().unwrap_or(media_type))
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{:.1} MB", bytes as f64 / 1_000_000.0),
    }
}

fn right(card: &Card<'_>) -> Markup {
    html! {
        (card.facts([
            card.line("citation", "label"), card.names("instrument", "instrument"), card.values("freda", "freda"),
            card.names("corresponds_to", "corresponds_to"),
        ]))
        (card.prose("", "explanation"))
        (card.prose("restriction_test", "restriction_test"))
        (card.prose("in_practice", "in_practice"))
    }
}

fn testimony(card: &Card<'_>) -> Markup {
    let members = card.members;
    let line = members.text("attribution_line").or_else(|| members.text("role_at_the_time"));
    html! {
        figure.rh-quotation {
            @if let Some(body) = members.text("body").filter(|_| !card.compact) {
                blockquote { (card.excerpt(body, MOST_SAID)) }
            }
            @if line.is_some() || members.inside("speaker").is_some() {
                figcaption {
                    @match (members.inside("speaker"), line) {
                        (Some(speaker), None) => (card.name(speaker)),
                        (_, line) => bdi { (line.unwrap_or_default()) },
                    }
                }
            }
        }
        (card.facts([
            card.date("said_on", "said_on"), card.names("organisation", "organisation"), card.names("cites", "cites"),
            card.line("locator", "locator"),
        ]))
        (card.rights("rights"))
    }
}

fn topic(card: &Card<'_>) -> Markup {
    html! {
        (card.prose("", "description"))
        (card.facts([card.words("aliases", "aliases"), card.names("broader", "broader"), card.names("related", "related")]))
    }
}

#[cfg(test)]
mod tests {
    use super::BODIES;
    use crate::model::COLLECTIONS;

    #[test]
    fn every_collection_has_a_body() {
        let bodies: Vec<&str> = BODIES.iter().map(|(name, _, _)| *name).collect();
        for collection in COLLECTIONS.iter() {
            assert_eq!(bodies.iter().filter(|name| **name == collection.name).count(), 1, "{}", collection.name);
        }
        assert_eq!(bodies.len(), COLLECTIONS.len());
    }
}
