//! The parameters of every path, as data: what the parser accepts and what the OpenAPI document lists are one list.

use std::sync::LazyLock;

use super::embed_parameters;
use super::filter_parameters::{date_parameters, field_parameters};
use super::format::{Family, Format};
use super::patterns::{longest_of, pattern_of};
use super::search_parameters::{search, types, words};
use crate::catalogue::{dates_of, fields_of, sorts_of};
use crate::model::{self, COLLECTIONS, Channel, Collection};

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
    /// Whether every word must be there.
    TextMode,
    /// Whether nearly equal words are taken too.
    Typo,
    /// Whether the words found are shown.
    Highlight,
    /// Which collections.
    Types,
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
    /// JSON or JSON-LD.
    Form,
    /// The colours of an embed.
    Theme,
    /// The colour of its links.
    Accent,
    /// The level of its first heading.
    Heading,
    /// Whether it is to be put into another page.
    Fragment,
    /// How wide it may be.
    MaxWidth,
    /// How high it may be.
    MaxHeight,
    /// The form of an oEmbed answer.
    Format,
    /// An entry, as `collection/slug`.
    Entry,
    /// Taken, and nothing comes of it.
    Ignored,
}

impl ParameterKind {
    /// The place of the field that it is about, if it is about one.
    pub const fn field(self) -> Option<usize> {
        match self {
            Self::Any(place) | Self::All(place) | Self::Not(place) | Self::Missing(place) | Self::Exact(place) => {
                Some(place)
            }
            _ => None,
        }
    }

    /// The same about the field at another place.
    #[must_use]
    pub const fn at(self, place: usize) -> Self {
        match self {
            Self::Any(_) => Self::Any(place),
            Self::All(_) => Self::All(place),
            Self::Not(_) => Self::Not(place),
            Self::Missing(_) => Self::Missing(place),
            Self::Exact(_) => Self::Exact(place),
            other => other,
        }
    }
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
    /// `/v1/{collection}` in another form than JSON.
    Listed(&'static str, Format),
    /// `/v1/{collection}/{id-or-slug}`.
    Item(&'static str),
    /// `/v1/{collection}/{id-or-slug}` as JSON-LD.
    Linked(&'static str),
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
    /// `/v1/search`.
    Search,
    /// `/v1/suggest`.
    Suggest,
    /// `/embed/{collection}`.
    EmbedList(&'static str),
    /// `/embed/{collection}/{id-or-slug}`.
    Embed(&'static str),
    /// `/embed.css`.
    EmbedStyle,
    /// `/oembed`.
    Oembed,
    /// `/`.
    Landing,
}

impl Surface {
    /// The path, where there is one for all that it shows.
    pub(super) fn path(self) -> String {
        match self {
            Self::List(name) => format!("/v1/{name}"),
            Self::Listed(name, format) => format.path(name),
            Self::Search => "/v1/search".to_owned(),
            Self::EmbedList(name) => format!("/embed/{name}"),
            _ => String::new(),
        }
    }

    /// Where its answers are shown.
    pub(super) const fn channel(self) -> Channel {
        match self {
            Self::Listed(_, format) => format.family().channel(),
            Self::EmbedList(_) | Self::Embed(_) | Self::Oembed | Self::Landing => Channel::Embed,
            _ => Channel::Web,
        }
    }

    /// The collection that it is about, if it is about one.
    pub(super) fn collection(self) -> Option<&'static Collection> {
        match self {
            Self::List(name) | Self::Listed(name, _) | Self::Item(name) | Self::EmbedList(name) | Self::Embed(name) => {
                model::collection(name)
            }
            _ => None,
        }
    }
}

struct Lists {
    lists: Vec<Vec<Parameter>>,
    rows: Vec<Vec<Parameter>>,
    feeds: Vec<Vec<Parameter>>,
    calendars: Vec<Vec<Parameter>>,
    items: Vec<Vec<Parameter>>,
    linked: Vec<Parameter>,
    related: Vec<Parameter>,
    hub: Vec<Parameter>,
    lookup: Vec<Parameter>,
    filters: Vec<Vec<Parameter>>,
    search: Vec<Parameter>,
    suggest: Vec<Parameter>,
    embed_lists: Vec<Vec<Parameter>>,
    embed: Vec<Parameter>,
    embed_style: Vec<Parameter>,
    oembed: Vec<Parameter>,
    landing: Vec<Parameter>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists {
    lists: COLLECTIONS.iter().map(list).collect(),
    rows: COLLECTIONS.iter().map(|collection| listed(collection, Family::Rows)).collect(),
    feeds: COLLECTIONS.iter().map(|collection| listed(collection, Family::Feed)).collect(),
    calendars: COLLECTIONS.iter().map(|collection| listed(collection, Family::Calendar)).collect(),
    items: COLLECTIONS.iter().map(|collection| [item(collection), vec![form()]].concat()).collect(),
    linked: [shared(), vec![form()]].concat(),
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
    search: search(),
    suggest: [
        &[
            parameter(
                "q",
                ParameterKind::Text,
                "The beginning of a title or another name, as somebody types it; required.",
            ),
            types(),
            limit(10, 50),
        ][..],
        &shared(),
    ]
    .concat(),
    embed_lists: COLLECTIONS
        .iter()
        .map(|collection| embed_parameters::list(filters(collection), sort(collection, collection.sort)))
        .collect(),
    embed: embed_parameters::card(),
    embed_style: embed_parameters::colours(),
    oembed: embed_parameters::oembed(),
    landing: embed_parameters::landing(),
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
        Surface::Listed(name, format) => match format.family() {
            Family::Rows => of(&LISTS.rows, name),
            Family::Feed => of(&LISTS.feeds, name),
            Family::Calendar => of(&LISTS.calendars, name),
        },
        Surface::Item(name) => of(&LISTS.items, name),
        Surface::Linked(_) => &LISTS.linked,
        Surface::Related => &LISTS.related,
        Surface::Hub => &LISTS.hub,
        Surface::Lookup => &LISTS.lookup,
        Surface::Changes => &CHANGES,
        Surface::Part => &PART,
        Surface::Search => &LISTS.search,
        Surface::Suggest => &LISTS.suggest,
        Surface::EmbedList(name) => of(&LISTS.embed_lists, name),
        Surface::Embed(_) => &LISTS.embed,
        Surface::EmbedStyle => &LISTS.embed_style,
        Surface::Oembed => &LISTS.oembed,
        Surface::Landing => &LISTS.landing,
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

pub(super) fn limit(default: u64, most: u64) -> Parameter {
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
    parameters.push(ids());
    parameters
}

pub(super) fn ids() -> Parameter {
    parameter("id", ParameterKind::Ids, "Only these entries, by id or slug.")
}

fn list(collection: &Collection) -> Vec<Parameter> {
    let mut parameters = filters(collection);
    parameters.extend(words(""));
    parameters.push(sort(collection, collection.sort));
    parameters.extend(pages_and_facets(fields_of(collection).iter().map(|field| field.parameter).collect()));
    parameters.extend(item(collection));
    parameters
}

fn sort(collection: &Collection, default: &str) -> Parameter {
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
fn listed(collection: &Collection, family: Family) -> Vec<Parameter> {
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

fn form() -> Parameter {
    Parameter {
        allowed: vec!["json", "jsonld"],
        ..parameter(
            "format",
            ParameterKind::Form,
            "`jsonld`: the entry as JSON-LD in the vocabulary of schema.org, whatever `Accept` says; then only `lang` and `min_seq` go with it.",
        )
    }
}

/// Where a page begins and how long it is; what is counted.
pub(super) fn pages_and_facets(facets: Vec<&'static str>) -> Vec<Parameter> {
    let [page, cursor] = pages();
    vec![
        limit(20, super::list::MAX_LIMIT),
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
        Parameter { most: super::list::MAX_PAGE, ..page },
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

fn item(collection: &Collection) -> Vec<Parameter> {
    let mut parameters = shapes(super::shape::members_of(collection)).to_vec();
    parameters.extend(includes(
        super::include::includes_of(collection),
        "Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`.",
    ));
    parameters.extend(shared());
    parameters
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
