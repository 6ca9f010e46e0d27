//! The whole graph as it would be: every draft that can be public is made so, in a rehearsal. Drafts may name one another,
//! in chains and in circles, so they are made public together.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::states::{Verb, next};
use super::{EditError, document_of, read_stored};
use crate::hub::Hub;
use crate::hub::publishing::{Name, Targets, WriteError};
use crate::store::{Item, StoreError, Transaction};

/// Drafts that are published with the one that is looked at, at most: those written last.
const MOST_DRAFTS: i64 = 1000;

/// How often what is left is tried anew without whoever was refused.
const ATTEMPTS: usize = 8;

/// A draft with its document.
struct Draft {
    item: Item,
    document: Value,
}

/// Drafts, and who of them names whom.
struct Graph {
    drafts: Vec<Draft>,
    wanted_by: HashMap<Name, Vec<usize>>,
    refused: HashSet<usize>,
}

impl Hub {
    /// Publishes every draft that can be public, together, the one that is looked at among them. The rest is not in the
    /// picture.
    pub(super) fn publish_drafts(&self, transaction: &mut Transaction<'_>, looked_at: &Item) -> Result<(), EditError> {
        let mut items = transaction.unpublished_items(MOST_DRAFTS)?;
        if !items.iter().any(|item| item.id == looked_at.id) && next(looked_at.state, Verb::Publish).is_ok() {
            items.push(looked_at.clone());
        }
        let mut graph = Graph::of(transaction, items)?;
        for _ in 0..ATTEMPTS {
            for _ in 0..ATTEMPTS {
                let refused = self.refused(transaction, &graph)?;
                if refused.is_empty() {
                    break;
                }
                refused.into_iter().for_each(|place| graph.refuse(place));
            }
            match transaction.part(|part| self.publish_graph(part, &graph)) {
                Ok(()) => return Ok(()),
                Err(Refused {
                    place: Some(place),
                    error: WriteError::Faults(_) | WriteError::Store(StoreError::Constraint(_)),
                }) => {
                    graph.refuse(place);
                }
                Err(Refused { error, .. }) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Whoever cannot be public even together with all others.
    fn refused(&self, transaction: &mut Transaction<'_>, graph: &Graph) -> Result<Vec<usize>, EditError> {
        let mut targets = Targets::together(graph.left().map(|(_, draft)| &draft.item));
        let mut refused = Vec::new();
        for (place, draft) in graph.left() {
            let document = read_stored(&draft.item, draft.document.clone())?;
            match self.check(transaction, &mut targets, &draft.item, document) {
                Ok(_) => {}
                Err(WriteError::Faults(_)) => refused.push(place),
                Err(WriteError::Store(error)) => return Err(error.into()),
            }
        }
        Ok(refused)
    }

    fn publish_graph(&self, transaction: &mut Transaction<'_>, graph: &Graph) -> Result<(), Refused> {
        let mut targets = Targets::together(graph.left().map(|(_, draft)| &draft.item));
        for (place, draft) in graph.left() {
            let refused = |error| Refused { place: Some(place), error };
            let document = read_stored(&draft.item, draft.document.clone());
            let document = document.map_err(|_| refused(WriteError::Faults(Vec::new())))?;
            self.publish(transaction, &mut targets, &draft.item, document).map_err(refused)?;
        }
        Ok(())
    }
}

impl Graph {
    /// What cannot be read is left out from the start.
    fn of(transaction: &mut Transaction<'_>, items: Vec<Item>) -> Result<Self, EditError> {
        let mut graph = Self { drafts: Vec::new(), wanted_by: HashMap::new(), refused: HashSet::new() };
        for item in items {
            let document = document_of(transaction, &item, item.rev)?;
            let Ok(read) = read_stored(&item, document.clone()) else { continue };
            for link in read.links {
                graph.wanted_by.entry((link.target.index, link.key)).or_default().push(graph.drafts.len());
            }
            graph.drafts.push(Draft { item, document });
        }
        Ok(graph)
    }

    fn left(&self) -> impl Iterator<Item = (usize, &Draft)> {
        self.drafts.iter().enumerate().filter(|(place, _)| !self.refused.contains(place))
    }

    /// Leaves a draft out, and with it whoever names it, unless it is public in an older revision.
    fn refuse(&mut self, place: usize) {
        let mut next = vec![place];
        while let Some(place) = next.pop() {
            if !self.refused.insert(place) {
                continue;
            }
            let Some(draft) = self.drafts.get(place).filter(|draft| !draft.item.state.is_public()) else { continue };
            for name in Targets::names(&draft.item) {
                next.extend(self.wanted_by.get(&name).into_iter().flatten());
            }
        }
    }
}

/// The first of a graph that was refused, for which all of it was undone.
struct Refused {
    place: Option<usize>,
    error: WriteError,
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self { place: None, error: WriteError::Store(error) }
    }
}
