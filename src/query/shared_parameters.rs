//! Parameters that many paths take alike: pages, shapes, what is sent along, languages, the place to wait for.

use super::list::{MAX_LIMIT, MAX_PAGE};
use super::parameter::{Parameter, ParameterKind, parameter};

/// Only some entries.
pub(super) fn ids() -> Parameter {
    parameter("id", ParameterKind::Ids, "Only these entries, by id or slug.")
}

/// How many.
pub(super) fn limit(default: u64, most: u64) -> Parameter {
    let about = format!("How many, 0 to {most}; {default} when absent.");
    Parameter { most, default, ..parameter("limit", ParameterKind::Limit, about) }
}

/// Where a page begins and how long it is; what is counted.
pub(super) fn pages_and_facets(facets: Vec<&'static str>) -> Vec<Parameter> {
    let [page, cursor] = pages();
    vec![
        limit(20, MAX_LIMIT),
        page,
        cursor,
        Parameter {
            allowed: facets,
            ..parameter(
                "facet",
                ParameterKind::Facet,
                "What to count; each facet is counted under every filter except its own.",
            )
        },
        parameter("facet_limit", ParameterKind::FacetLimit, "How many values of each facet, 1 to 100; 20 when absent."),
    ]
}

/// Where a page begins.
pub(super) fn pages() -> [Parameter; 2] {
    let page = parameter("page", ParameterKind::Page, "Page by number, from 1. Never together with `cursor`.");
    [
        Parameter { most: MAX_PAGE, ..page },
        parameter(
            "cursor",
            ParameterKind::Cursor,
            "Page by the `next_cursor` of the page before: repeats and skips nothing that did not change.",
        ),
    ]
}

/// How entries are shown.
pub(super) fn shapes(members: Vec<&'static str>) -> [Parameter; 3] {
    [
        Parameter {
            allowed: vec!["card", "full"],
            ..parameter(
                "view",
                ParameterKind::View,
                "`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.",
            )
        },
        Parameter {
            allowed: members,
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
    ]
}

/// What is sent along.
pub(super) fn includes(allowed: Vec<&'static str>, about: &str) -> [Parameter; 2] {
    [
        Parameter { allowed, ..parameter("include", ParameterKind::Include, about) },
        parameter(
            "include_limit",
            ParameterKind::IncludeLimit,
            "How many included entries per relation of each entry, 1 to 100; 20 when absent.",
        ),
    ]
}

/// What every path for reading takes.
pub(super) fn shared() -> Vec<Parameter> {
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
