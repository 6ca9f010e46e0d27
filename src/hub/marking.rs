//! What a search says of each entry on its page beside the entry itself: how well it fits, and the passages in which the
//! words stand. Passages are of plain text, which is made once from an entry's document and kept for a while.

use std::collections::HashMap;
use std::sync::Arc;

use quick_cache::Weighter;
use quick_cache::sync::Cache;
use serde_json::{Value, json};
use uuid::Uuid;

use super::answers::Forgotten;
use super::documents::{Fetched, Reach};
use super::indexing::shown;
use super::seeking::Sought;
use super::variants::variant;
use super::{Hub, HubError};
use crate::catalogue::{Node, Snapshot};
use crate::model::COLLECTIONS;
use crate::present::{PageEntry, Variant};
use crate::query::ListQuery;
use crate::search::{Highlighter, TextField};

/// What is shown of an entry in one language, as plain text, member by member.
struct Plain {
    seq: i64,
    parts: Vec<Part>,
}

struct Part {
    name: &'static str,
    field: TextField,
    text: String,
}

/// An entry, and the place of the language among those that it has.
type Key = (Uuid, u8);

#[derive(Clone)]
struct ByBytes;

impl Weighter<Key, Arc<Plain>> for ByBytes {
    fn weight(&self, _key: &Key, plain: &Arc<Plain>) -> u64 {
        plain.parts.iter().map(|part| (part.text.len() + size_of::<Part>()) as u64).sum::<u64>() + 64
    }
}

/// Plain texts that are kept.
pub struct TextCache(Cache<Key, Arc<Plain>, ByBytes>);

/// What the text of an entry weighs on average, for sizing the cache's tables.
const TYPICAL: u64 = 4096;

impl TextCache {
    /// A cache of at most so many bytes.
    pub fn new(bytes: u64) -> Self {
        Self(Cache::with_weighter((bytes / TYPICAL) as usize + 16, bytes, ByBytes))
    }

    /// Forgets the texts of these entries.
    pub fn forget(&self, forgotten: &Forgotten) {
        self.0.retain(|(id, _), _| !forgotten.has(*id));
    }
}

/// An entry of a page in one of its languages.
type Wanted = (Node, Variant);

/// Plain texts by entry and place of the language.
type Texts = HashMap<(Node, u8), Arc<Plain>>;

impl Hub {
    /// Adds to the entries of a page how well each fits and, where it is asked for, where its words stand. `false` when
    /// the tables are ahead of the snapshot.
    pub(super) fn explain(
        &self,
        snapshot: &Snapshot,
        sought: &Sought,
        nodes: &[Node],
        data: &mut [PageEntry],
        query: &ListQuery,
    ) -> Result<bool, HubError> {
        for (entry, node) in data.iter_mut().zip(nodes) {
            let score = f64::from(sought.score(*node));
            entry.extra.push(("score", json!((score * 10_000.0).round() / 10_000.0)));
        }
        if !query.highlight {
            return Ok(true);
        }
        let shown = |node: &Node| Some((*node, variant(snapshot.card(*node)?, &query.languages, false)));
        let wanted: Vec<Wanted> = nodes.iter().filter_map(shown).collect();
        let Some(texts) = self.plain(snapshot, &wanted)? else { return Ok(false) };
        let highlighter = sought.highlighter();
        let mark = |(node, variant): &Wanted, texts: &Texts| -> Vec<Value> {
            let (Some(plain), Some(card)) = (texts.get(&(*node, variant.language)), snapshot.card(*node)) else {
                return Vec::new();
            };
            let lang = card.languages().get(usize::from(variant.language)).copied().unwrap_or("en");
            marked(&highlighter, plain, lang)
        };
        let mut found: HashMap<Node, Vec<Value>> =
            wanted.iter().map(|wanted| (wanted.0, mark(wanted, &texts))).collect();
        // What is shown may have nothing of what was sought: the entry was found by its text in another language.
        let elsewhere: Vec<Wanted> = wanted
            .iter()
            .filter(|(node, _)| found.get(node).is_none_or(Vec::is_empty))
            .filter_map(|(node, shown)| {
                let language = sought.best_language(*node, snapshot.card(*node)?)?;
                (language != shown.language).then_some((*node, Variant { language, fallback: false, ..*shown }))
            })
            .collect();
        if !elsewhere.is_empty() {
            let Some(texts) = self.plain(snapshot, &elsewhere)? else { return Ok(false) };
            found.extend(elsewhere.iter().map(|wanted| (wanted.0, mark(wanted, &texts))));
        }
        for (entry, node) in data.iter_mut().zip(nodes) {
            entry.extra.push(("highlights", Value::Array(found.remove(node).unwrap_or_default())));
        }
        Ok(true)
    }

    /// The plain text of entries; `None` when the tables are ahead of the snapshot.
    fn plain(&self, snapshot: &Snapshot, wanted: &[Wanted]) -> Result<Option<Texts>, HubError> {
        let mut found = HashMap::with_capacity(wanted.len());
        let mut missing: Vec<Wanted> = Vec::new();
        for (node, variant) in wanted {
            let Some(card) = snapshot.card(*node) else { continue };
            match self.texts.0.get(&(card.id, variant.language)).filter(|plain| plain.seq == card.seq) {
                Some(plain) => {
                    found.insert((*node, variant.language), plain);
                }
                None => missing.push((*node, *variant)),
            }
        }
        if missing.is_empty() {
            return Ok(Some(found));
        }
        let Fetched::Documents(documents) = self.documents(snapshot, &missing, Reach::Tables)? else { return Ok(None) };
        for (node, variant) in missing {
            let (Some(document), Some(card)) = (documents.get(&node), snapshot.card(node)) else { continue };
            let Some(of) = COLLECTIONS.get(node.collection()) else { continue };
            let parts = shown(of, |name| document.member(of, name));
            let parts = parts.into_iter().map(|(name, field, text)| Part { name, field, text }).collect();
            let plain = Arc::new(Plain { seq: document.seq, parts });
            self.texts.0.insert((card.id, variant.language), Arc::clone(&plain));
            found.insert((node, variant.language), plain);
        }
        Ok(Some(found))
    }
}

/// The passages of a text in which something stands that was sought.
fn marked(highlighter: &Highlighter, plain: &Plain, lang: &str) -> Vec<Value> {
    let passage = |part: &Part| {
        let found = highlighter.mark(part.field, &part.text, lang)?;
        Some(
            json!({ "field": part.name, "lang": lang, "text": found.text, "ranges": found.ranges, "html": found.html }),
        )
    };
    plain.parts.iter().filter_map(passage).collect()
}
