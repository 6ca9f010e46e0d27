//! The parameters that follow from the fields and dates of a collection: each with its operators.

use super::parameter::{Parameter, ParameterKind, parameter};
use super::patterns::{COUNTRY, DATE, ENTRY, TAG, WHOLE_NUMBER, WORD, YEAR};
use crate::catalogue::{DateDefinition, Dictionary, FieldDefinition};
use crate::model::{COLLECTIONS, FilterKind};

/// The parameters of a field: any, all, none, missing, and exact where it is rolled up.
pub fn field_parameters(place: usize, field: &FieldDefinition) -> Vec<Parameter> {
    let name = field.parameter;
    let allowed = match field.dictionary {
        Dictionary::Closed(values) => values.to_vec(),
        Dictionary::Flag => vec!["true", "false"],
        _ => Vec::new(),
    };
    let what = match field.dictionary {
        Dictionary::Closed(_) => "any of these values".to_owned(),
        Dictionary::Flag => "this value".to_owned(),
        Dictionary::Words if name == "country" => "any of these ISO 3166-1 alpha-2 codes".to_owned(),
        Dictionary::Words => "any of these words".to_owned(),
        Dictionary::Years => "a date in any of these years".to_owned(),
        Dictionary::Entries(target) => {
            let label = COLLECTIONS.get(target).map_or("", |target| target.name);
            let narrower = if field.rolled_up { ", or what is narrower" } else { "" };
            format!("any of these {label}, by slug or id{narrower}")
        }
    };
    let pattern = match field.dictionary {
        Dictionary::Entries(_) => Some(ENTRY),
        Dictionary::Years => Some(YEAR),
        Dictionary::Words if name == "country" => Some(COUNTRY),
        Dictionary::Words if name == "lang" => Some(TAG),
        Dictionary::Words => Some(WORD),
        Dictionary::Closed(_) | Dictionary::Flag => None,
    };
    let with = |name: String, kind, about: String, allowed: &[&'static str]| Parameter {
        allowed: allowed.to_vec(),
        pattern,
        ..parameter(name, kind, about)
    };
    let mut parameters = Vec::new();
    // `lang` by itself asks for the language of the answer, so of the field of that name only the other operators filter.
    if name != "lang" {
        parameters.push(with(
            name.to_owned(),
            ParameterKind::Any(place),
            format!("Entries with {what}; several are joined by commas."),
            &allowed,
        ));
    }
    if field.dictionary != Dictionary::Flag {
        parameters.push(with(
            format!("{name}_all"),
            ParameterKind::All(place),
            format!("Entries with all of these in `{name}`."),
            &allowed,
        ));
        parameters.push(with(
            format!("{name}_not"),
            ParameterKind::Not(place),
            format!("Entries with none of these in `{name}`."),
            &allowed,
        ));
        parameters.push(with(
            format!("{name}_missing"),
            ParameterKind::Missing(place),
            format!("`true`: entries without any `{name}`; `false`: with some."),
            &["true", "false"],
        ));
    }
    if field.rolled_up {
        parameters.push(with(
            format!("{name}_exact"),
            ParameterKind::Exact(place),
            format!("As `{name}`, without what is narrower."),
            &[],
        ));
    }
    parameters
}

/// The parameters of a date, period or number: from, to, missing.
pub fn date_parameters(place: usize, date: &DateDefinition) -> Vec<Parameter> {
    let name = date.parameter;
    let form = match date.kind {
        FilterKind::Number => "a whole number",
        _ => "a year, month or day, or an RFC 3339 instant",
    };
    let pattern = match date.kind {
        FilterKind::Number => Some(WHOLE_NUMBER),
        _ => Some(DATE),
    };
    let bound = |name: String, kind, about: String| Parameter { pattern, ..parameter(name, kind, about) };
    let mut parameters = vec![
        bound(
            format!("{name}_from"),
            ParameterKind::From(place),
            format!("`{}` that reaches to this or later, inclusive: {form}.", date.name),
        ),
        bound(
            format!("{name}_to"),
            ParameterKind::To(place),
            format!("`{}` that begins at this or earlier, inclusive: {form}.", date.name),
        ),
    ];
    parameters.push(Parameter {
        allowed: vec!["true", "false"],
        ..parameter(
            format!("{name}_missing"),
            ParameterKind::DateMissing(place),
            format!("`true`: entries without `{}`; `false`: with it.", date.name),
        )
    });
    parameters
}
