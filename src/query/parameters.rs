//! The parameters of every path, as data: what the parser accepts and what the OpenAPI document lists are one list.

use std::sync::LazyLock;

use super::filter_parameters::{date_parameters, field_parameters};
use super::patterns::{longest_of, pattern_of};
use crate::catalogue::{dates_of, fields_of, sorts_of};
use crate::model::{COLLECTIONS, Collection};

/// What a parameter does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterKind {
    /// Any of the values, in the field at this place.
    Any(usize),
    /// All of the values.
    All(usize),
    /// None of the values.
    Not(usize),
    /// No value at all.
    Missing(usize),
    /// Any of the values, without what is narrower.
    Exact(usize),
    /// Ids or slugs of the entries themselves.
    Ids,
    /// The date at this place, from.
    From(usize),
    /// The date at this place, to.
    To(usize),
    /// Whether the date at this place is absent.
    DateMissing(usize),
    /// Words to search.
    Text,
    /// The order.
    Sort,
    /// How many.
    Limit,
    /// Which page, by number.
    Page,
    /// Which page, by cursor.
    Cursor,
    /// What to count.
    Facet,
    /// How many values of each facet.
    FacetLimit,
    /// Card or full.
    View,
    /// Which members.
    Fields,
    /// Markdown or HTML.
    FormatText,
    /// What to send along.
    Include,
    /// How much of it.
    IncludeLimit,
    /// Languages, by preference.
    Lang,
    /// The place in the sequence to wait for.
    MinSeq,
    /// `scheme:value`.
    Identifier,
    /// A URL.
    Url,
    /// Collections.
    Types,
    /// Languages in which entries exist.
    Langs,
    /// The place in the sequence that a client has reached.
    Since,
    /// Whether changes carry documents.
    Docs,
    /// How long to wait for a change.
    Wait,
    /// The history that a client follows.
    Epoch,
}

/// A parameter of a path.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// What it does.
    pub kind: ParameterKind,
    /// What it does, for the API reference.
    pub about: String,
    /// Its allowed values, where it has a closed list of them.
    pub allowed: Vec<&'static str>,
    /// What each of its values looks like, where they have no closed list: an ECMA 262 pattern.
    pub pattern: Option<&'static str>,
    /// How long each of its values may be, in bytes.
    pub longest: usize,
    /// Its greatest value, where it is a number.
    pub most: u64,
    /// Its value when it is absent, where it is a number.
    pub default: u64,
}

/// The kinds of path that take parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surface {
    /// `/v1/{collection}`.
    List(&'static str),
    /// `/v1/{collection}/{id-or-slug}`.
    Item(&'static str),
    /// `/v1/{collection}/{id-or-slug}/related`.
    Related,
    /// `/v1` and `/v1/home`.
    Hub,
    /// `/v1/lookup`.
    Lookup,
    /// `/v1/changes`.
    Changes,
    /// `/v1/export`, `/v1/inventory` and `/v1/inventory/digest`.
    Part,
}

struct Lists {
    lists: Vec<Vec<Parameter>>,
    items: Vec<Vec<Parameter>>,
    related: Vec<Parameter>,
    hub: Vec<Parameter>,
    lookup: Vec<Parameter>,
    filters: Vec<Vec<Parameter>>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists {
    lists: COLLECTIONS.iter().map(list).collect(),
    items: COLLECTIONS.iter().map(item).collect(),
    related: [&[limit(5, 20)][..], &shared()].concat(),
    hub: shared(),
    lookup: [
        &[
            parameter(
                "identifier",
                ParameterKind::Identifier,
                "An outside name as `scheme:value`, such as `un-symbol:S/RES/2467(2019)`.",
            ),
            parameter(
                "url",
                ParameterKind::Url,
                "A URL: the source of an entry, one of its identifiers, or its page on the hub or the site.",
            ),
        ][..],
        &shared(),
    ]
    .concat(),
    filters: COLLECTIONS.iter().map(filters).collect(),
});

static CHANGES: LazyLock<Vec<Parameter>> = LazyLock::new(|| super::sync::parameters(Surface::Changes));
static PART: LazyLock<Vec<Parameter>> = LazyLock::new(|| super::sync::parameters(Surface::Part));

/// The filters of a collection.
pub(super) fn filters_of(collection: &Collection) -> &'static [Parameter] {
    LISTS.filters.get(collection.index).map_or(&[], Vec::as_slice)
}

/// The parameters of a path.
pub fn parameters_of(surface: Surface) -> &'static [Parameter] {
    let index = |name: &str| COLLECTIONS.iter().position(|collection| collection.name == name);
    let of = |lists: &'static [Vec<Parameter>], name: &str| {
        index(name).and_then(|index| lists.get(index)).map_or(&[][..], Vec::as_slice)
    };
    match surface {
        Surface::List(name) => of(&LISTS.lists, name),
        Surface::Item(name) => of(&LISTS.items, name),
        Surface::Related => &LISTS.related,
        Surface::Hub => &LISTS.hub,
        Surface::Lookup => &LISTS.lookup,
        Surface::Changes => &CHANGES,
        Surface::Part => &PART,
    }
}

pub(super) fn parameter(name: impl Into<String>, kind: ParameterKind, about: impl Into<String>) -> Parameter {
    Parameter {
        name: name.into(),
        kind,
        about: about.into(),
        allowed: Vec::new(),
        pattern: pattern_of(kind),
        longest: longest_of(kind),
        most: 0,
        default: 0,
    }
}

fn limit(default: u64, most: u64) -> Parameter {
    let about = format!("How many, 0 to {most}; {default} when absent.");
    Parameter { most, default, ..parameter("limit", ParameterKind::Limit, about) }
}

fn filters(collection: &Collection) -> Vec<Parameter> {
    let mut parameters = Vec::new();
    for (place, field) in fields_of(collection).iter().enumerate() {
        parameters.extend(field_parameters(place, field));
    }
    for (place, date) in dates_of(collection).iter().enumerate() {
        parameters.extend(date_parameters(place, date));
    }
    parameters.push(parameter("id", ParameterKind::Ids, "Only these entries, by id or slug."));
    parameters
}

fn list(collection: &Collection) -> Vec<Parameter> {
    let mut parameters = filters(collection);
    parameters.push(parameter(
        "q",
        ParameterKind::Text,
        "Words to search. Not available yet: answers 400 `not-available`.",
    ));
    parameters.push(Parameter {
        allowed: sorts_of(collection).iter().map(|sort| sort.name).collect(),
        ..parameter(
            "sort",
            ParameterKind::Sort,
            format!("Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default `{}`.", collection.sort),
        )
    });
    parameters.push(limit(20, super::list::MAX_LIMIT));
    let page = parameter("page", ParameterKind::Page, "Page by number, from 1. Never together with `cursor`.");
    parameters.push(Parameter { most: super::list::MAX_PAGE, ..page });
    parameters.push(parameter(
        "cursor",
        ParameterKind::Cursor,
        "Page by the `next_cursor` of the page before: repeats and skips nothing that did not change.",
    ));
    parameters.push(Parameter {
        allowed: fields_of(collection).iter().map(|field| field.parameter).collect(),
        ..parameter(
            "facet",
            ParameterKind::Facet,
            "What to count; each facet is counted under every filter except its own.",
        )
    });
    parameters.push(parameter(
        "facet_limit",
        ParameterKind::FacetLimit,
        "How many values of each facet, 1 to 100; 20 when absent.",
    ));
    parameters.extend(item(collection));
    parameters
}

fn item(collection: &Collection) -> Vec<Parameter> {
    let mut parameters = vec![
        Parameter {
            allowed: vec!["card", "full"],
            ..parameter(
                "view",
                ParameterKind::View,
                "`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.",
            )
        },
        Parameter {
            allowed: super::shape::members_of(collection),
            ..parameter(
                "fields",
                ParameterKind::Fields,
                "Only these members; `type`, `id`, `slug` and `links` always stay.",
            )
        },
        Parameter {
            allowed: vec!["markdown", "html"],
            ..parameter(
                "format_text",
                ParameterKind::FormatText,
                "Prose as Markdown (the default) or as sanitised HTML.",
            )
        },
        Parameter {
            allowed: super::include::includes_of(collection),
            ..parameter(
                "include",
                ParameterKind::Include,
                "Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`.",
            )
        },
        parameter(
            "include_limit",
            ParameterKind::IncludeLimit,
            "How many included entries per relation of each entry, 1 to 100; 20 when absent.",
        ),
    ];
    parameters.extend(shared());
    parameters
}

fn shared() -> Vec<Parameter> {
    vec![
        parameter(
            "lang",
            ParameterKind::Lang,
            "Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`.",
        ),
        parameter(
            "min_seq",
            ParameterKind::MinSeq,
            "Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.",
        ),
    ]
}
