//! Filter values: each checked for its form, none looked up.

use uuid::Uuid;

use super::fault::ParameterFault;
use super::parameter::{Parameter, ParameterKind};
use crate::catalogue::{DateDefinition, Dictionary, FieldDefinition, dates_of, fields_of, shared_dates, shared_fields};
use crate::model::values::{Interval, Tag, parse_bound};
use crate::model::{Collection, FilterKind};

/// The most values of one parameter.
const MAX_VALUES: usize = 100;

/// One value of a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterValue {
    /// A position in a closed list, or 0 and 1 of a boolean.
    Code(u32),
    /// A word or year.
    Word(String),
    /// An entry by id.
    Id(Uuid),
    /// An entry by slug.
    Slug(String),
}

/// What a filter asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterTest {
    /// Values of a field, by the operator.
    Values(ParameterKind, Vec<FilterValue>),
    /// Presence of a field or date, by the operator.
    Missing(ParameterKind, bool),
    /// An interval that the date at this place overlaps.
    Range(usize, Interval),
}

/// What can be filtered: the fields and dates of a collection, or those that collections share.
#[derive(Debug, Clone, Copy)]
pub struct Filterable {
    /// The fields.
    pub fields: &'static [FieldDefinition],
    /// The dates.
    pub dates: &'static [DateDefinition],
}

impl Filterable {
    /// What a collection has.
    pub fn of(collection: &Collection) -> Self {
        Self { fields: fields_of(collection), dates: dates_of(collection) }
    }

    /// What collections share.
    pub fn shared() -> Self {
        Self { fields: shared_fields(), dates: shared_dates() }
    }
}

/// One filter of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterClause {
    /// The parameter as it was sent.
    pub parameter: String,
    /// What it asks.
    pub test: FilterTest,
}

/// Whether this could be the slug of an entry.
pub fn is_slug(text: &str) -> bool {
    text.len() <= 120
        && !text.is_empty()
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// The values of a comma-separated list.
///
/// # Errors
/// Empty values between commas, or too many of them.
pub fn split<'a>(parameter: &str, value: &'a str) -> Result<Vec<&'a str>, ParameterFault> {
    let values: Vec<&str> = value.split(',').map(str::trim).collect();
    if values.iter().any(|value| value.is_empty()) {
        return Err(ParameterFault::new(
            parameter,
            "empty-value",
            "There is nothing between two commas, or at an end.",
        ));
    }
    if values.len() > MAX_VALUES {
        return Err(ParameterFault::new(
            parameter,
            "too-many-values",
            format!("At most {MAX_VALUES} values are taken."),
        ));
    }
    Ok(values)
}

/// Reads the value of a filter parameter; `None` when the parameter is no filter.
pub fn read(over: &Filterable, parameter: &Parameter, value: &str) -> Option<Result<FilterClause, ParameterFault>> {
    use ParameterKind as Kind;
    let field = |place: usize| over.fields.get(place);
    let test = match parameter.kind {
        Kind::Any(place) | Kind::All(place) | Kind::Not(place) | Kind::Exact(place) => {
            values(parameter, field(place)?, value).map(|values| FilterTest::Values(parameter.kind, values))
        }
        Kind::Ids => split(&parameter.name, value)
            .and_then(|values| values.into_iter().map(|value| entry(&parameter.name, value)).collect())
            .map(|values| FilterTest::Values(Kind::Ids, values)),
        Kind::Missing(_) | Kind::DateMissing(_) => {
            boolean(&parameter.name, value).map(|missing| FilterTest::Missing(parameter.kind, missing))
        }
        Kind::From(place) => bound(over, parameter, place, value)
            .map(|interval| FilterTest::Range(place, Interval { start: interval.start, end: i64::MAX })),
        Kind::To(place) => bound(over, parameter, place, value)
            .map(|interval| FilterTest::Range(place, Interval { start: i64::MIN, end: interval.end })),
        _ => return None,
    };
    Some(test.map(|test| FilterClause { parameter: parameter.name.clone(), test }))
}

fn values(parameter: &Parameter, field: &FieldDefinition, value: &str) -> Result<Vec<FilterValue>, ParameterFault> {
    let name = &parameter.name;
    split(name, value)?
        .into_iter()
        .map(|value| match field.dictionary {
            Dictionary::Closed(allowed) => allowed
                .iter()
                .position(|known| *known == value)
                .map(|position| FilterValue::Code(position as u32))
                .ok_or_else(|| ParameterFault::unknown(name, "unknown-value", value, allowed.iter().copied())),
            Dictionary::Flag => boolean(name, value).map(|flag| FilterValue::Code(u32::from(flag))),
            Dictionary::Years => match value.parse::<u16>() {
                Ok(1..=9999) if value.len() == 4 => Ok(FilterValue::Word(value.to_owned())),
                _ => Err(ParameterFault::new(name, "invalid-value", "A year has four digits, such as 2019.")),
            },
            Dictionary::Words if field.parameter == "country" => {
                if value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_uppercase()) {
                    Ok(FilterValue::Word(value.to_owned()))
                } else {
                    Err(ParameterFault::new(
                        name,
                        "invalid-value",
                        "A country is an ISO 3166-1 alpha-2 code in capitals, such as GB.",
                    ))
                }
            }
            Dictionary::Words if value.len() > 100 => {
                Err(ParameterFault::new(name, "too-long", "A word has at most 100 bytes."))
            }
            // As it is kept: in its canonical case.
            Dictionary::Words if field.parameter == "lang" => match value.parse::<Tag>() {
                Ok(tag) => Ok(FilterValue::Word(tag.as_str().to_owned())),
                Err(_) => Err(ParameterFault::new(name, "invalid-value", "A language is a BCP 47 tag, such as fr.")),
            },
            Dictionary::Words => Ok(FilterValue::Word(value.to_owned())),
            Dictionary::Entries(_) => entry(name, value),
        })
        .collect()
}

fn entry(parameter: &str, value: &str) -> Result<FilterValue, ParameterFault> {
    match Uuid::parse_str(value) {
        Ok(id) if value.len() == 36 => Ok(FilterValue::Id(id)),
        _ if is_slug(value) => Ok(FilterValue::Slug(value.to_owned())),
        _ => Err(ParameterFault::new(
            parameter,
            "invalid-value",
            "An entry is named by its slug (lower-case letters and digits, joined by hyphens) or its UUID.",
        )),
    }
}

/// `true` or `false`, and nothing else.
pub fn boolean(parameter: &str, value: &str) -> Result<bool, ParameterFault> {
    match value {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(ParameterFault::unknown(parameter, "unknown-value", value, ["true", "false"])),
    }
}

fn bound(over: &Filterable, parameter: &Parameter, place: usize, value: &str) -> Result<Interval, ParameterFault> {
    let number = over.dates.get(place).is_some_and(|date| date.kind == FilterKind::Number);
    if number {
        return match value.parse::<i64>() {
            Ok(number) => Ok(Interval { start: number, end: number }),
            Err(_) => Err(ParameterFault::new(&parameter.name, "invalid-value", "This is a whole number.")),
        };
    }
    parse_bound(value).map_err(|reason| ParameterFault::new(&parameter.name, "invalid-value", reason.to_string()))
}
