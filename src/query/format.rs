//! The forms of a list beside JSON: by the suffix of its address or by `Accept`.

use crate::model::{Channel, Collection};

/// A form of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// A JSON object a line.
    Ndjson,
    /// Atom.
    Atom,
    /// RSS 2.0.
    Rss,
    /// JSON Feed 1.1.
    JsonFeed,
    /// iCalendar, of collections whose entries take place.
    ICalendar,
}

/// Forms that are asked for and read alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Everything that matches, row by row.
    Rows,
    /// What is new, page by page.
    Feed,
    /// What takes place.
    Calendar,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Csv, Self::Ndjson, Self::Atom, Self::Rss, Self::JsonFeed, Self::ICalendar];

    /// The forms that a collection has.
    pub fn of(collection: &Collection) -> impl Iterator<Item = Self> + use<> {
        let takes_place = collection.takes_place;
        Self::ALL.into_iter().filter(move |format| takes_place || format.family() != Family::Calendar)
    }

    /// Behind the dot of an address.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Ndjson => "ndjson",
            Self::Atom => "atom",
            Self::Rss => "rss",
            Self::JsonFeed => "jsonfeed",
            Self::ICalendar => "ics",
        }
    }

    /// Its media type, without parameters.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Ndjson => "application/x-ndjson",
            Self::Atom => "application/atom+xml",
            Self::Rss => "application/rss+xml",
            Self::JsonFeed => "application/feed+json",
            Self::ICalendar => "text/calendar",
        }
    }

    /// How it is asked for and read.
    pub const fn family(self) -> Family {
        match self {
            Self::Csv | Self::Ndjson => Family::Rows,
            Self::Atom | Self::Rss | Self::JsonFeed => Family::Feed,
            Self::ICalendar => Family::Calendar,
        }
    }

    /// Where the list is in this form.
    pub fn path(self, collection: &str) -> String {
        format!("/v1/{collection}.{}", self.suffix())
    }
}

impl Family {
    /// The channel of consent: what is kept by the file is what copies are, and feeds and calendars are read elsewhere.
    pub const fn channel(self) -> Channel {
        match self {
            Self::Rows => Channel::Sync,
            Self::Feed | Self::Calendar => Channel::Embed,
        }
    }

    /// How many entries when it is not said, and at most.
    pub const fn limits(self) -> (u64, u64) {
        match self {
            Self::Rows => (MOST_ROWS, MOST_ROWS),
            Self::Feed => (20, super::list::MAX_LIMIT),
            Self::Calendar => (MOST_EVENTS, MOST_EVENTS),
        }
    }

    /// The order when none is asked for; `None` for the list's own.
    pub const fn sort(self) -> Option<&'static str> {
        match self {
            Self::Feed => Some("-published_at"),
            Self::Rows | Self::Calendar => None,
        }
    }
}

/// More rows than any hub has.
const MOST_ROWS: u64 = 10_000_000;

/// The most events of a calendar: programs read it whole, and no further page.
pub const MOST_EVENTS: u64 = 1_000;
