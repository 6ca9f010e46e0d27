//! What is around a page: totals, cursors and links to the pages beside it, alike for lists and searches.

use serde_json::{Map, Value, json};

use crate::catalogue::Boundary;
use crate::query::{CursorSide, ListQuery, Start};

/// A page and what is around it.
pub(super) struct Around<'a> {
    /// The path that the page is of.
    pub path: &'a str,
    /// The query.
    pub query: &'a ListQuery,
    /// The last place in the sequence at which anything that the list is made from changed.
    pub changed_seq: i64,
    /// How many entries match.
    pub total: u64,
    /// How many of them stand before the page.
    pub before: u64,
    /// How many stand on it.
    pub shown: u64,
    /// Where the first of them stands in the order.
    pub first: Option<Boundary>,
    /// Where the last does.
    pub last: Option<Boundary>,
    /// What scores depend on, for the cursor.
    pub pinned: Vec<u32>,
}

impl Around<'_> {
    fn has_next(&self) -> bool {
        self.shown > 0 && self.before + self.shown < self.total
    }

    fn cursor(&self, side: CursorSide, boundary: &Option<Boundary>) -> Option<String> {
        Some(self.query.cursor(side, boundary.clone()?, self.started_at(), &self.pinned))
    }

    fn started_at(&self) -> i64 {
        match &self.query.start {
            Start::Cursor(cursor) => cursor.seq,
            // The collection's own place, not the hub's: a body changes only when its content does.
            Start::Page(_) => self.changed_seq,
        }
    }

    /// Total, limits, cursor, and the query as it was understood.
    pub fn meta(&self, unmatched: Vec<Value>) -> Value {
        let mut meta = Map::new();
        meta.insert("total".to_owned(), json!(self.total));
        meta.insert("limit".to_owned(), json!(self.query.limit));
        if let Start::Page(page) = self.query.start {
            meta.insert("page".to_owned(), json!(page));
        }
        if let (true, Some(cursor)) = (self.has_next(), self.cursor(CursorSide::After, &self.last)) {
            meta.insert("next_cursor".to_owned(), json!(cursor));
        }
        if let Start::Cursor(cursor) = &self.query.start {
            meta.insert("changed_since_start".to_owned(), json!(self.changed_seq > cursor.seq));
        }
        meta.insert("query".to_owned(), Value::Object(self.query.understood.clone()));
        meta.insert("unmatched".to_owned(), Value::Array(unmatched));
        Value::Object(meta)
    }

    /// This page and those beside it.
    pub fn links(&self) -> Vec<(&'static str, String)> {
        const PLACE: &[&str] = &["page", "cursor"];
        let at = |query: String| match query.is_empty() {
            true => self.path.to_owned(),
            false => format!("{}?{query}", self.path),
        };
        let pairs = &self.query.pairs;
        let page = |number: u64| at(pairs.rebuilt(PLACE, &[("page", &number.to_string())]));
        let cursor = |cursor: String| at(pairs.rebuilt(PLACE, &[("cursor", &cursor)]));
        let mut links = vec![("self", at(pairs.rebuilt(&[], &[]))), ("first", at(pairs.rebuilt(PLACE, &[])))];
        let next = self.has_next();
        match self.query.start {
            Start::Page(number) if self.query.by_number => {
                links.extend(next.then(|| ("next", page(number + 1))));
                links.extend((number > 1).then(|| ("prev", page(number - 1))));
            }
            _ => {
                let after = || self.cursor(CursorSide::After, &self.last);
                let before = || self.cursor(CursorSide::Before, &self.first);
                links.extend(next.then(after).flatten().map(|sealed| ("next", cursor(sealed))));
                links.extend((self.before > 0).then(before).flatten().map(|sealed| ("prev", cursor(sealed))));
            }
        }
        links
    }
}
