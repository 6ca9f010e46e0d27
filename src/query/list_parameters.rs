//! The parameters of a collection: of its list in every form, and of an entry.

use super::filter_parameters::{date_parameters, field_parameters};
use super::format::Family;
use super::parameter::{Parameter, ParameterKind, parameter};
use super::search_parameters::words;
use super::shared_parameters::{ids, includes, pages, pages_and_facets, shapes, shared};
use crate::catalogue::{dates_of, fields_of, sorts_of};
use crate::model::Collection;

/// What a list can be filtered by.
pub(super) fn filters(collection: &Collection) -> Vec<Parameter> {
    let mut parameters = Vec::new();
    for (place, field) in fields_of(collection).iter().enumerate() {
        parameters.extend(field_parameters(place, field));
    }
    for (place, date) in dates_of(collection).iter().enumerate() {
        parameters.extend(date_parameters(place, date));
    }
    parameters.push(ids());
    parameters
}

/// Of a list in JSON.
pub(super) fn list(collection: &Collection) -> Vec<Parameter> {
    let mut parameters = filters(collection);
    parameters.extend(words(""));
    parameters.push(sort(collection, collection.sort));
    parameters.extend(pages_and_facets(fields_of(collection).iter().map(|field| field.parameter).collect()));
    parameters.extend(item(collection));
    parameters
}

/// In what order.
pub(super) fn sort(collection: &Collection, default: &str) -> Parameter {
    Parameter {
        allowed: sorts_of(collection).iter().map(|sort| sort.name).collect(),
        ..parameter(
            "sort",
            ParameterKind::Sort,
            format!(
                "Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `{default}` without `q`."
            ),
        )
    }
}

/// The parameters of a list in another form: filters, words, order and pages as in JSON; rows have a shape too.
pub(super) fn listed(collection: &Collection, family: Family) -> Vec<Parameter> {
    let mut parameters = filters(collection);
    parameters.extend(words("").into_iter().filter(|parameter| parameter.kind != ParameterKind::Highlight));
    parameters.push(sort(collection, family.sort().unwrap_or(collection.sort)));
    let (default, most) = family.limits();
    let about = "How many. CSV and NDJSON: all that match when absent; a feed: 20, at most 100; a calendar: 1000, which is the most.";
    parameters.push(Parameter { most, default, ..parameter("limit", ParameterKind::Limit, about) });
    parameters.extend(pages());
    if family == Family::Rows {
        parameters.extend(shapes(super::shape::members_of(collection)));
    }
    parameters.extend(shared());
    parameters
}

/// In which form an entry is answered.
pub(super) fn form() -> Parameter {
    Parameter {
        allowed: vec!["json", "jsonld"],
        ..parameter(
            "format",
            ParameterKind::Form,
            "`jsonld`: the entry as JSON-LD in the vocabulary of schema.org, whatever `Accept` says; then only `lang` and `min_seq` go with it.",
        )
    }
}

/// How entries are shown, and with what.
pub(super) fn item(collection: &Collection) -> Vec<Parameter> {
    let mut parameters = shapes(super::shape::members_of(collection)).to_vec();
    parameters.extend(includes(
        super::include::includes_of(collection),
        "Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`.",
    ));
    parameters.extend(shared());
    parameters
}
