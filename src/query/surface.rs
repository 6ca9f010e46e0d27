//! The kinds of path that take parameters, and what each takes for granted.

use super::fault::ParameterFault;
use super::format::{Family, Format};
use super::pairs::Pairs;
use super::shape::View;
use crate::model::{self, Channel, Collection};

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
            Self::EmbedList(_) | Self::Embed(_) | Self::EmbedStyle | Self::Oembed | Self::Landing => Channel::Embed,
            // Those that are for copies leave out by scope what the channel `sync` does not allow.
            Self::Changes | Self::Part => Channel::Sync,
            Self::List(_) | Self::Item(_) | Self::Linked(_) | Self::Related => Channel::Web,
            Self::Hub | Self::Lookup | Self::Search | Self::Suggest => Channel::Web,
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

    /// How much of an entry is shown unless something else is asked for.
    pub(super) const fn view(self) -> View {
        match self {
            Self::Item(_) | Self::Linked(_) | Self::Listed(..) | Self::Embed(_) => View::Full,
            _ => View::Card,
        }
    }

    /// The kind of form of a list in another form than JSON.
    pub(super) const fn family(self) -> Option<Family> {
        match self {
            Self::Listed(_, format) => Some(format.family()),
            _ => None,
        }
    }

    /// How many entries there are on a page unless another number is asked for.
    pub(super) const fn limit(self) -> u64 {
        match self {
            Self::Listed(_, format) => format.family().limits().0,
            Self::Related | Self::EmbedList(_) => 5,
            Self::Suggest => 10,
            Self::Landing => 8,
            _ => 20,
        }
    }

    /// The parameter without which there is nothing to answer, and what is told to whoever left it out.
    pub const fn needs(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Search | Self::Suggest => Some(("q", "What is sought is told in `q`.")),
            Self::Oembed => Some(("url", "What is to be embedded is told in `url`.")),
            _ => None,
        }
    }

    /// What is wrong with parameters together: one is missing, or two exclude each other.
    pub(super) fn faults_together(self, pairs: &Pairs) -> Vec<ParameterFault> {
        let given = |name: &str| pairs.get(name).is_some();
        let conflict = |name: &str, detail: &str| ParameterFault::new(name, "conflicting-parameters", detail);
        let mut faults = Vec::new();
        if given("page") && given("cursor") {
            faults.push(conflict("cursor", "A page is asked for by `page` or by `cursor`, never by both."));
        }
        if self == Self::Lookup && given("identifier") == given("url") {
            faults.push(conflict("identifier", "One of `identifier` and `url` is given."));
        }
        if let Some((name, detail)) = self.needs().filter(|(name, _)| !given(name)) {
            faults.push(ParameterFault::new(name, "missing-parameter", detail));
        }
        faults
    }
}
