//! The parameters of searches: what is sought and how, in every list, and the filters that all collections share.

use super::filter_parameters::{date_parameters, field_parameters};
use super::include::includes_of_any;
use super::parameter::{Parameter, ParameterKind, parameter};
use super::shape::all_members;
use super::shared_parameters::{ids, includes, pages_and_facets, shapes, shared};
use crate::catalogue::{shared_dates, shared_fields, shared_sorts};
use crate::model::{COLLECTIONS, Collection};

/// What is sought, and how.
pub(super) fn words(required: &str) -> Vec<Parameter> {
    let choice = |name: &str, kind, allowed: &[&'static str], about: &str| Parameter {
        allowed: allowed.to_vec(),
        ..parameter(name, kind, about)
    };
    vec![
        parameter(
            "q",
            ParameterKind::Text,
            format!(
                "Words to search{required}, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `\"exact phrase\"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks."
            ),
        ),
        choice(
            "q_mode",
            ParameterKind::TextMode,
            &["any", "all"],
            "`any` (the default): entries with some of the words; `all`: only those with every word.",
        ),
        choice(
            "typo",
            ParameterKind::Typo,
            &["on", "off"],
            "`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.",
        ),
        choice(
            "highlight",
            ParameterKind::Highlight,
            &["true", "false"],
            "`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names.",
        ),
    ]
}

pub(super) fn types() -> Parameter {
    Parameter {
        allowed: COLLECTIONS.iter().map(|collection| collection.name).collect(),
        ..parameter("type", ParameterKind::Types, "Only these collections; several are joined by commas.")
    }
}

/// The parameters of a search over all collections: filters that collections share, then as in lists.
pub(super) fn search() -> Vec<Parameter> {
    let mut parameters = vec![types()];
    for (place, field) in shared_fields().iter().enumerate() {
        parameters.extend(field_parameters(place, field));
    }
    for (place, date) in shared_dates().iter().enumerate() {
        parameters.extend(date_parameters(place, date));
    }
    parameters.push(ids());
    parameters.extend(words("; required"));
    parameters.push(Parameter {
        allowed: shared_sorts().iter().map(|sort| sort.name).collect(),
        ..parameter("sort", ParameterKind::Sort, "Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best.")
    });
    let facets = shared_fields().iter().map(|field| field.parameter).chain([TYPE]);
    parameters.extend(pages_and_facets(facets.collect()));
    parameters.extend(shapes(all_members()));
    let everywhere: Vec<&Collection> = COLLECTIONS.iter().collect();
    parameters.extend(includes(
        includes_of_any(&everywhere),
        "Entries to send along in `included`: relations, or collections whose entries name the one that was found. From an entry that has no such relation nothing is sent along. A second step follows a dot: `rights.instrument`.",
    ));
    parameters.extend(shared());
    parameters
}

/// The facet that counts collections.
pub const TYPE: &str = "type";
