//! The parameters of every path, as data: what the parser accepts and what the OpenAPI document lists are one list.

use std::sync::LazyLock;

use super::embed_parameters;
use super::format::Family;
use super::list_parameters::{filters, form, item, list, listed, sort};
use super::parameter::{Parameter, ParameterKind, parameter};
use super::search_parameters::{search, types};
use super::shared_parameters::{limit, shared};
use super::surface::Surface;
use crate::model::{COLLECTIONS, Collection};

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
