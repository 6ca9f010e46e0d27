//! What an answer reflects, depends on and may be kept for.

use super::answers::Depends;
use super::including::Plan;
use super::variants::variant;
use crate::catalogue::{Card, Snapshot};
use crate::model::values::Instant;
use crate::model::{COLLECTIONS, Channel};
use crate::query::ListQuery;

/// What an answer depends on, for its headers.
#[derive(Debug, Clone)]
pub struct Provenance {
    /// The place in the sequence that it reflects.
    pub seq: i64,
    /// When anything that it depends on last changed.
    pub changed_at: Instant,
    /// Whether anything in it is public under somebody's consent.
    pub consented: bool,
    /// Collections and ids that it depends on.
    pub tags: Vec<String>,
    /// The languages of the entries asked for.
    pub languages: Vec<String>,
    /// The place that search had reached, if it was asked.
    pub at_seq: Option<i64>,
    /// What must stay as it is for the answer to stay as it is; `None` when it is not to be kept.
    pub depends: Option<Depends>,
}

impl Provenance {
    /// The same, if search is behind the catalogue: as of its place, and never the last word on what was asked.
    pub(super) fn behind(self) -> Self {
        match self.at_seq {
            Some(seq) if seq < self.seq => Self { seq, changed_at: Instant::now(), depends: None, ..self },
            _ => self,
        }
    }
}

/// What the entries of a plan, and everything in these collections, depend on.
pub(super) fn provenance(snapshot: &Snapshot, plan: &Plan, collections: &[usize], query: &ListQuery) -> Provenance {
    let mut whole: Vec<usize> = collections.iter().chain(&plan.whole).copied().collect();
    whole.sort_unstable();
    whole.dedup();
    let shelves = || whole.iter().filter_map(|collection| snapshot.shelf(*collection));
    let cards = || plan.nodes().filter_map(|node| snapshot.card(node));
    let changed_at = shelves().map(|shelf| shelf.changed_at).chain(cards().map(|card| card.changed_at)).max();
    let names =
        whole.iter().filter_map(|collection| COLLECTIONS.get(*collection)).map(|collection| collection.name.to_owned());
    let mut languages: Vec<String> = plan
        .primary
        .iter()
        .filter_map(|node| snapshot.card(*node))
        .filter_map(|card| {
            let variant = variant(card, &query.languages, false);
            card.languages().get(usize::from(variant.language)).map(|lang| (*lang).to_owned())
        })
        .collect();
    languages.sort_unstable();
    languages.dedup();
    // On the web, whoever shows an entry follows its references; elsewhere, the names in it are all that is shown of them.
    let elsewhere = query.channel != Channel::Web;
    let named = cards().filter(|_| elsewhere).flat_map(|card| card.links.iter().map(|link| link.target));
    Provenance {
        seq: snapshot.seq,
        changed_at: changed_at.unwrap_or(Instant::from_millis(0)),
        consented: cards().any(|card| card.consented || elsewhere && names_consented(snapshot, card)),
        tags: names.chain(cards().map(|card| card.id.to_string())).collect(),
        languages,
        at_seq: None,
        depends: Some(Depends::on(snapshot, plan.nodes().chain(named), &whole)),
    }
}

/// Whether an entry names anything that is public under somebody's consent.
fn names_consented(snapshot: &Snapshot, card: &Card) -> bool {
    card.links.iter().any(|link| snapshot.card(link.target).is_some_and(|named| named.consented))
}
