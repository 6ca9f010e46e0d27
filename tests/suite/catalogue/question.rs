//! Questions: random queries as data, from which both the query string and the answer of the reference are made.

use super::choices::Choices;
use super::kinds::{Field, Holds, Kind};
use super::reference::Interval;
use super::world::World;

/// What a filter asks.
#[derive(Debug, Clone)]
pub enum Filter {
    /// Any of the values; without what is narrower when `exact`.
    Any { field: Field, values: Vec<String>, exact: bool },
    /// All of them.
    All { field: Field, values: Vec<String> },
    /// None of them.
    Not { field: Field, values: Vec<String> },
    /// No value, or some.
    Missing { field: Field, missing: bool },
    /// These entries.
    Ids { values: Vec<String> },
    /// A date that reaches to this or later.
    From { date: &'static str, parameter: &'static str, text: String, bound: Interval },
    /// A date that begins at this or earlier.
    To { date: &'static str, parameter: &'static str, text: String, bound: Interval },
    /// No date, or one.
    DateMissing { date: &'static str, parameter: &'static str, missing: bool },
}

impl Filter {
    /// Its parameter.
    pub fn parameter(&self) -> String {
        match self {
            Self::Any { field, exact: false, .. } => field.name.clone(),
            Self::Any { field, exact: true, .. } => format!("{}_exact", field.name),
            Self::All { field, .. } => format!("{}_all", field.name),
            Self::Not { field, .. } => format!("{}_not", field.name),
            Self::Missing { field, .. } => format!("{}_missing", field.name),
            Self::Ids { .. } => "id".to_owned(),
            Self::From { parameter, .. } => format!("{parameter}_from"),
            Self::To { parameter, .. } => format!("{parameter}_to"),
            Self::DateMissing { parameter, .. } => format!("{parameter}_missing"),
        }
    }

    fn value(&self) -> String {
        match self {
            Self::Any { values, .. } | Self::All { values, .. } | Self::Not { values, .. } | Self::Ids { values } => {
                values.join(",")
            }
            Self::Missing { missing, .. } | Self::DateMissing { missing, .. } => missing.to_string(),
            Self::From { text, .. } | Self::To { text, .. } => text.replace('+', "%2B"),
        }
    }
}

/// A query.
#[derive(Debug, Clone)]
pub struct Question {
    /// The collection.
    pub kind: &'static str,
    /// The filters; no parameter twice.
    pub filters: Vec<Filter>,
    /// The order: names, and whether turned round; empty for the default.
    pub sorts: Vec<(&'static str, bool)>,
    /// What to count.
    pub facets: Vec<Field>,
    /// How many values of each.
    pub facet_limit: usize,
    /// How many entries a page.
    pub limit: usize,
    /// Languages by preference.
    pub languages: Vec<&'static str>,
}

impl Question {
    /// A question about one collection of a world.
    pub fn about(world: &World, kind: &'static Kind, choices: &mut Choices<'_>) -> Self {
        let fields = kind.fields();
        let mut filters: Vec<Filter> = Vec::new();
        for _ in 0..*choices.pick(&[0, 1, 1, 2, 2, 3, 5]) {
            let filter = filter(world, kind, &fields, choices);
            if !filters.iter().any(|other| other.parameter() == filter.parameter()) {
                filters.push(filter);
            }
        }
        let sorts = choices.some(&kind.sorts(), 3).into_iter().map(|name| (name, choices.chance(50))).collect();
        Self {
            kind: kind.name,
            filters,
            sorts,
            facets: choices.some(&fields, 4),
            facet_limit: *choices.pick(&[20, 1, 2, 3, 5, 100]),
            limit: *choices.pick(&[20, 1, 3, 7, 33, 100, 0]),
            languages: choices
                .pick(&[&[][..], &["fr"], &["cy", "fr"], &["fr-CA", "en"], &["de"], &["en-GB"], &["*"]])
                .to_vec(),
        }
    }

    /// Its query string, without where the page is.
    pub fn query(&self) -> String {
        let mut pairs: Vec<(String, String)> =
            self.filters.iter().map(|filter| (filter.parameter(), filter.value())).collect();
        if !self.sorts.is_empty() {
            let sorts = self.sorts.iter().map(|(name, down)| format!("{}{name}", if *down { "-" } else { "" }));
            pairs.push(("sort".to_owned(), sorts.collect::<Vec<_>>().join(",")));
        }
        if !self.facets.is_empty() {
            let names: Vec<&str> = self.facets.iter().map(|field| field.name.as_str()).collect();
            pairs.push(("facet".to_owned(), names.join(",")));
            pairs.push(("facet_limit".to_owned(), self.facet_limit.to_string()));
        }
        if !self.languages.is_empty() {
            pairs.push(("lang".to_owned(), self.languages.join(",")));
        }
        pairs.push(("limit".to_owned(), self.limit.to_string()));
        pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
    }
}

fn filter(world: &World, kind: &'static Kind, fields: &[Field], choices: &mut Choices<'_>) -> Filter {
    let dates: Vec<_> = kind.all_dates().collect();
    match choices.below(10) {
        0 => Filter::Ids { values: values_of(&Holds::Entries(kind.name), "", world, choices) },
        1..=3 => {
            let (date, parameter, _) = *choices.pick(&dates);
            if choices.chance(20) {
                return Filter::DateMissing { date, parameter, missing: choices.chance(50) };
            }
            let (text, bound) = bound(date, choices);
            if choices.chance(50) {
                Filter::From { date, parameter, text, bound }
            } else {
                Filter::To { date, parameter, text, bound }
            }
        }
        _ => {
            // Topics are asked for most, because they stand under one another.
            let topic = fields.iter().find(|field| field.rolled_up() && choices.chance(40));
            let field = topic.unwrap_or_else(|| choices.pick(fields)).clone();
            let values = values_of(&field.holds, &field.name, world, choices);
            let filter = match choices.below(6) {
                0 if field.holds != Holds::Flag => Filter::All { field, values },
                1 if field.holds != Holds::Flag => Filter::Not { field, values },
                2 if field.holds != Holds::Flag => Filter::Missing { field, missing: choices.chance(50) },
                3 if field.rolled_up() => Filter::Any { field, values, exact: true },
                _ => Filter::Any { field, values, exact: false },
            };
            // `lang` by itself asks for the language of the answer.
            match filter {
                Filter::Any { field, values, .. } if field.name == "lang" => Filter::All { field, values },
                filter => filter,
            }
        }
    }
}

fn values_of(holds: &Holds, field: &str, world: &World, choices: &mut Choices<'_>) -> Vec<String> {
    let mut known: Vec<String> = match holds {
        Holds::Closed(values) => values.iter().map(|value| (*value).to_owned()).collect(),
        Holds::Flag => vec!["false".to_owned(), "true".to_owned()],
        Holds::Words => World::words(field),
        Holds::Years => (2013..2028).map(|year| year.to_string()).collect(),
        Holds::Entries(target) => world.keys(target),
    };
    let unknown: &[&str] = match holds {
        Holds::Entries(_) => &["nobody-has-this", "0197a9a4-5c8e-7d30-9b1f-000000000000"],
        Holds::Words if field == "country" => &["ZZ"],
        Holds::Words if field == "lang" => &["tlh"],
        Holds::Words => &["audience-unheard-of"],
        _ => &[],
    };
    if !unknown.is_empty() && (known.is_empty() || choices.chance(12)) {
        known = unknown.iter().map(|value| (*value).to_owned()).collect();
    }
    let mut values = vec![choices.pick(&known).clone()];
    values.extend(choices.some(&known, 2));
    values
}

/// One end of a range as it is written, and what it covers.
fn bound(date: &str, choices: &mut Choices<'_>) -> (String, Interval) {
    if date == "featured_position" {
        let number = choices.below(6) as i64;
        return (number.to_string(), (number, number));
    }
    let (year, month, day) =
        (2014 + choices.below(14) as i64, 1 + choices.below(12) as i64, 1 + choices.below(28) as i64);
    match choices.below(5) {
        0 => edtf(format!("{year}")),
        1 => edtf(format!("{year}-{month:02}")),
        2 => edtf(format!("{year}-{month:02}-{day:02}")),
        3 => {
            let text = format!("{year}-{month:02}-{day:02}T09:30:00.000Z");
            let at = super::reference::instant(&text);
            (text, (at, at))
        }
        // The same instant as 09:30 of that day in UTC, written elsewhere.
        _ => {
            let at = super::reference::instant(&format!("{year}-{month:02}-{day:02}T09:30:00.000Z"));
            (format!("{year}-{month:02}-{day:02}T11:00:00+01:30"), (at, at))
        }
    }
}

fn edtf(text: String) -> (String, Interval) {
    let covered = super::reference::covered(&text);
    (text, covered)
}
