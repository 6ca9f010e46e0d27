//! The reference: what `api.md` says a list answers, worked out entry by entry over the plain documents, slowly and
//! without a line of the catalogue.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

use rights_hub::catalogue::{Facet, FacetValue};
use serde_json::{Value, json};

use super::kinds::{Field, Holds, Kind};
use super::question::{Filter, Question};
use super::world::{World, kind_of, text};

/// First and last millisecond.
pub type Interval = (i64, i64);

const DAY: i64 = 86_400_000;

/// An entry as the reference sees it.
struct Known {
    kind: &'static str,
    id: String,
    slug: String,
    title: String,
    /// Language and title, the source first.
    titles: Vec<(String, String)>,
    dates: HashMap<&'static str, Interval>,
    values: HashMap<String, BTreeSet<String>>,
}

/// A hub as the reference sees it.
pub struct Reference {
    entries: Vec<Known>,
    index: HashMap<(String, String), String>,
    broader: HashMap<String, Vec<String>>,
}

/// What a list answers.
#[derive(Debug, PartialEq)]
pub struct Answer {
    /// Every matching id, in order.
    pub ids: Vec<String>,
    /// The counts.
    pub facets: Vec<Facet>,
    /// `meta.unmatched`.
    pub unmatched: Vec<Value>,
}

impl Reference {
    /// Of a world, with the `updated_at` of each entry.
    pub fn of(world: &World, updated: &HashMap<String, i64>) -> Self {
        let index = world.index();
        let mut reference = Self { entries: Vec::new(), index, broader: HashMap::new() };
        for document in &world.documents {
            let known = reference.read(document, updated);
            if known.kind == "topics" {
                let broader = known.values.get("broader").cloned().unwrap_or_default();
                reference.broader.insert(known.id.clone(), broader.into_iter().collect());
            }
            reference.entries.push(known);
        }
        reference
    }

    fn read(&self, document: &Value, updated: &HashMap<String, i64>) -> Known {
        let kind = kind_of(document);
        let id = text(document, "id");
        let mut titles = vec![(text(document, "lang"), text(document, "title"))];
        let mut translations: Vec<(String, String)> = list(&document["translations"])
            .iter()
            .map(|translation| (text(translation, "lang"), text(translation, "title")))
            .collect();
        translations.sort();
        titles.extend(translations);

        let mut dates = HashMap::new();
        for (name, _, _) in kind.all_dates() {
            let interval = match name {
                "updated_at" => updated.get(&id).map(|at| (*at, *at)),
                "featured_position" => document[name].as_i64().map(|number| (number, number)),
                "active" => {
                    let (from, to) = (document["active_from"].as_str(), document["active_to"].as_str());
                    let start = from.map_or(i64::MIN, |from| covered(from).0);
                    let end = to.map_or(i64::MAX, |to| covered(to).1);
                    (from.is_some() || to.is_some()).then_some((start, end))
                }
                _ if name.ends_with("_at") => document[name].as_str().map(instant).map(|at| (at, at)),
                _ => document[name].as_str().map(covered),
            };
            dates.extend(interval.map(|interval| (name, interval)));
        }

        let mut values = HashMap::new();
        for field in kind.fields() {
            let own: BTreeSet<String> = match field.holds {
                _ if field.name == "lang" => titles.iter().map(|title| title.0.clone()).collect(),
                Holds::Flag if field.name == "recurring" => {
                    BTreeSet::from([document["recurrence"].is_string().to_string()])
                }
                Holds::Flag => BTreeSet::from([document[field.members[0]].as_bool().unwrap_or_default().to_string()]),
                Holds::Years => dates.get(field.members[0]).map(|date| year(date.0).to_string()).into_iter().collect(),
                Holds::Closed(_) | Holds::Words => list(&document[field.members[0]])
                    .iter()
                    .filter_map(|value| value.as_str().map(str::to_owned))
                    .collect(),
                Holds::Entries(target) => field
                    .members
                    .iter()
                    .flat_map(|member| list(&document[*member]))
                    .map(|named| if named["id"].is_string() { text(&named, "id") } else { text(&named, "slug") })
                    .map(|key| self.index[&(target.to_owned(), key)].clone())
                    .collect(),
            };
            values.insert(field.name, own);
        }
        Known {
            kind: kind.name,
            id,
            slug: text(document, "slug"),
            title: text(document, "title"),
            titles,
            dates,
            values,
        }
    }

    /// The whole answer to a question.
    pub fn answer(&self, question: &Question) -> Answer {
        let all: Vec<&Known> = self.entries.iter().filter(|known| known.kind == question.kind).collect();
        let mut found: Vec<&Known> = all
            .iter()
            .copied()
            .filter(|known| question.filters.iter().all(|filter| self.meets(known, filter)))
            .collect();
        let sorts = match question.sorts.as_slice() {
            [] => {
                let sort = Kind::of(question.kind).sort;
                vec![(sort.trim_start_matches('-'), sort.starts_with('-'))]
            }
            given => given.to_vec(),
        };
        found.sort_by(|a, b| {
            let by_keys = sorts.iter().map(|(name, down)| compare(a, b, name, *down)).find(|order| order.is_ne());
            by_keys.unwrap_or_else(|| a.id.cmp(&b.id))
        });
        Answer {
            ids: found.into_iter().map(|known| known.id.clone()).collect(),
            facets: question.facets.iter().map(|field| self.facet(&all, question, field)).collect(),
            unmatched: question.filters.iter().flat_map(|filter| self.unmatched(&all, filter)).collect(),
        }
    }

    /// The title and language in which an entry is shown to these readers, and whether that is none they asked for.
    pub fn shown(&self, id: &str, languages: &[&str]) -> (String, String, bool) {
        let known = self.entries.iter().find(|known| known.id == id).expect("an entry of the world");
        let (lang, title) = lookup(&known.titles, languages).unwrap_or(&known.titles[0]);
        (title.clone(), lang.clone(), !languages.is_empty() && lookup(&known.titles, languages).is_none())
    }

    /// The id, or the word, that a value of a filter stands for.
    fn value(&self, field: &Field, value: &str) -> Option<String> {
        match field.holds {
            Holds::Entries(target) => self.index.get(&(target.to_owned(), value.to_owned())).cloned(),
            _ => Some(value.to_owned()),
        }
    }

    /// The values of an entry in a field and, of topics, everything broader.
    fn reached(&self, known: &Known, field: &Field) -> BTreeSet<String> {
        let mut reached = known.values[&field.name].clone();
        if field.rolled_up() {
            let mut next: Vec<String> = reached.iter().cloned().collect();
            while let Some(topic) = next.pop() {
                for broader in self.broader.get(&topic).into_iter().flatten() {
                    if reached.insert(broader.clone()) {
                        next.push(broader.clone());
                    }
                }
            }
        }
        reached
    }

    fn meets(&self, known: &Known, filter: &Filter) -> bool {
        let has = |field: &Field, value: &String, exact: bool| {
            let values = if exact { known.values[&field.name].clone() } else { self.reached(known, field) };
            self.value(field, value).is_some_and(|value| values.contains(&value))
        };
        match filter {
            Filter::Any { field, values, exact } => values.iter().any(|value| has(field, value, *exact)),
            Filter::All { field, values } => values.iter().all(|value| has(field, value, false)),
            Filter::Not { field, values } => !values.iter().any(|value| has(field, value, false)),
            Filter::Missing { field, missing } => known.values[&field.name].is_empty() == *missing,
            Filter::Ids { values } => {
                values.iter().any(|value| self.index.get(&(known.kind.to_owned(), value.clone())) == Some(&known.id))
            }
            Filter::From { date, bound, .. } => known.dates.get(date).is_some_and(|covered| covered.1 >= bound.0),
            Filter::To { date, bound, .. } => known.dates.get(date).is_some_and(|covered| covered.0 <= bound.1),
            Filter::DateMissing { date, missing, .. } => known.dates.contains_key(date) != *missing,
        }
    }

    fn unmatched(&self, all: &[&Known], filter: &Filter) -> Vec<Value> {
        let unknown = |value: &&String| match filter {
            Filter::Ids { .. } => {
                !all.iter().any(|known| self.index.get(&(known.kind.to_owned(), (*value).clone())) == Some(&known.id))
            }
            Filter::Any { field, .. } | Filter::All { field, .. } | Filter::Not { field, .. } => match field.holds {
                Holds::Closed(_) | Holds::Flag => false,
                Holds::Entries(_) => self.value(field, value).is_none(),
                Holds::Words | Holds::Years => {
                    !all.iter().any(|known| known.values[&field.name].contains(value.as_str()))
                }
            },
            _ => false,
        };
        let values = match filter {
            Filter::Any { values, .. }
            | Filter::All { values, .. }
            | Filter::Not { values, .. }
            | Filter::Ids { values } => values.as_slice(),
            _ => &[],
        };
        let parameter = filter.parameter();
        values.iter().filter(unknown).map(|value| json!({ "parameter": parameter, "value": value })).collect()
    }

    fn facet(&self, all: &[&Known], question: &Question, field: &Field) -> Facet {
        let own = |filter: &Filter| match filter {
            Filter::Any { field: other, .. }
            | Filter::All { field: other, .. }
            | Filter::Not { field: other, .. }
            | Filter::Missing { field: other, .. } => other.name == field.name,
            _ => false,
        };
        let others: Vec<&Filter> = question.filters.iter().filter(|filter| !own(filter)).collect();
        let matches: Vec<&&Known> =
            all.iter().filter(|known| others.iter().all(|filter| self.meets(known, filter))).collect();
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for known in &matches {
            for value in self.reached(known, field) {
                *counts.entry(value).or_default() += 1;
            }
        }
        let mut selected: BTreeSet<String> = BTreeSet::new();
        for filter in question.filters.iter().filter(|filter| own(filter)) {
            if let Filter::Any { values, .. } | Filter::All { values, .. } = filter
                && let Filter::Any { field, .. } | Filter::All { field, .. } = filter
            {
                let named = self.unmatched(all, filter);
                let known = values.iter().filter(|value| !named.iter().any(|one| one["value"] == value.as_str()));
                selected.extend(known.filter_map(|value| self.value(field, value)));
            }
        }
        for value in &selected {
            counts.entry(value.clone()).or_default();
        }
        let mut values: Vec<FacetValue> = counts
            .into_iter()
            .map(|(value, count)| self.facet_value(field, &value, count, selected.contains(&value), question))
            .collect();
        values.sort_by(|a, b| {
            let key = |value: &FacetValue| (!value.selected, std::cmp::Reverse(value.count));
            key(a).cmp(&key(b)).then_with(|| a.label.cmp(&b.label)).then_with(|| a.value.cmp(&b.value))
        });
        let shown = question.facet_limit.max(selected.len());
        let more = values.len() > shown;
        values.truncate(shown);
        let missing = matches.iter().filter(|known| known.values[&field.name].is_empty()).count() as u64;
        let name = field.name.clone().leak();
        Facet { name, values, missing, more }
    }

    fn facet_value(&self, field: &Field, value: &str, count: u64, selected: bool, question: &Question) -> FacetValue {
        let (value, id, label) = match field.holds {
            Holds::Entries(_) => {
                let known = self.entries.iter().find(|known| known.id == value).expect("an entry of the world");
                (known.slug.clone(), known.id.parse().ok(), self.shown(value, &question.languages).0)
            }
            Holds::Closed(_) | Holds::Flag => (value.to_owned(), None, word(value, &question.languages)),
            Holds::Words if field.name == "lang" => (value.to_owned(), None, own_name(value).to_owned()),
            Holds::Words | Holds::Years => (value.to_owned(), None, value.to_owned()),
        };
        FacetValue { value, id, label, count, selected }
    }
}

/// What the world's languages call themselves.
fn own_name(tag: &str) -> &str {
    match tag {
        "en" => "English",
        "fr" => "Français",
        "cy" => "Cymraeg",
        "fr-CA" => "Français (fr-CA)",
        other => other,
    }
}

fn compare(a: &Known, b: &Known, name: &str, down: bool) -> std::cmp::Ordering {
    use std::cmp::Ordering;
    let order = if name == "title" {
        folded(&a.title).cmp(&folded(&b.title))
    } else {
        match (a.dates.get(name), b.dates.get(name)) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Greater,
            (Some(_), None) => return Ordering::Less,
            (Some(a), Some(b)) => a.cmp(b),
        }
    };
    if down { order.reverse() } else { order }
}

/// A title without case and diacritics, of the letters that the world uses.
fn folded(title: &str) -> String {
    title
        .chars()
        .map(|c| match c {
            'É' => 'e',
            'Ü' => 'u',
            'Ä' => 'a',
            c => c.to_ascii_lowercase(),
        })
        .collect()
}

/// RFC 4647 lookup, then the range as a beginning; `*` last.
/// The words of the interface, by language.
static WORDS: LazyLock<[(&str, Value); 4]> = LazyLock::new(|| {
    [
        ("en", include_str!("../../../src/present/words/en.json")),
        ("fr", include_str!("../../../src/present/words/fr.json")),
        ("es", include_str!("../../../src/present/words/es.json")),
        ("ar", include_str!("../../../src/present/words/ar.json")),
    ]
    .map(|(lang, text)| (lang, serde_json::from_str(text).expect("words")))
});

/// What a value of a closed list is called for these readers: as the words say, else as it is spelt.
fn word(value: &str, languages: &[&str]) -> String {
    let known = WORDS.each_ref().map(|(lang, _)| ((*lang).to_owned(), String::new()));
    let chosen = lookup(&known, languages).map_or("en", |(lang, _)| lang);
    let words = WORDS.iter().find(|(lang, _)| *lang == chosen).map(|(_, words)| &words["values"][value]);
    let spaced = value.replace('-', " ");
    match (words.and_then(Value::as_str), value) {
        (Some(word), _) => word.to_owned(),
        (None, "nhs-trust") => "NHS trust".to_owned(),
        (None, "un-body") => "UN body".to_owned(),
        _ => spaced[..1].to_uppercase() + &spaced[1..],
    }
}

fn lookup<'a>(titles: &'a [(String, String)], languages: &[&str]) -> Option<&'a (String, String)> {
    let find = |test: &dyn Fn(&str) -> bool| titles.iter().find(|title| test(&title.0));
    for range in languages.iter().filter(|range| **range != "*") {
        let short = range.split('-').next().unwrap_or(range);
        let found = find(&|lang| lang == *range)
            .or_else(|| find(&|lang| lang == short))
            .or_else(|| find(&|lang| lang.starts_with(&format!("{short}-"))));
        if found.is_some() {
            return found;
        }
    }
    languages.contains(&"*").then(|| &titles[0])
}

fn list(value: &Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items.clone(),
        Value::Null => Vec::new(),
        one => vec![one.clone()],
    }
}

/// Days since 1970 of a day of the Gregorian calendar (after Howard Hinnant).
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year - era * 400;
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn year(millis: i64) -> i64 {
    (1900..2100).rev().find(|year| days(*year, 1, 1) * DAY <= millis).expect("a year of our time")
}

/// What a year, month or day covers.
pub fn covered(text: &str) -> Interval {
    let parts: Vec<i64> = text.split('-').map(|part| part.parse().expect("digits")).collect();
    let (first, next) = match parts[..] {
        [year] => (days(year, 1, 1), days(year + 1, 1, 1)),
        [year, 12] => (days(year, 12, 1), days(year + 1, 1, 1)),
        [year, month] => (days(year, month, 1), days(year, month + 1, 1)),
        [year, month, day] => (days(year, month, day), days(year, month, day) + 1),
        _ => panic!("no date: {text}"),
    };
    (first * DAY, next * DAY - 1)
}

/// An instant in UTC, with or without milliseconds.
pub fn instant(text: &str) -> i64 {
    let number = |range: std::ops::Range<usize>| text[range].parse::<i64>().expect("digits");
    let millis = if text.len() > 20 { number(20..23) } else { 0 };
    covered(&text[..10]).0 + ((number(11..13) * 60 + number(14..16)) * 60 + number(17..19)) * 1000 + millis
}
