//! What an item shows, as it would be: every draft that is found along the links from it, and can be public, is made so in a
//! rehearsal. Drafts may name one another, in chains and in circles, so they are made public together.

use std::collections::{HashMap, HashSet, VecDeque};

use serde_json::Value;

use super::states::{Verb, next};
use super::{EditError, document_of, read_stored};
use crate::hub::Hub;
use crate::hub::publishing::{Name, Targets, WriteError};
use crate::model::{COLLECTIONS, Key};
use crate::store::{Item, StoreError, Transaction};

/// Drafts that are published with the one that is looked at, at most: the nearest to it.
const MOST_DRAFTS: usize = 1000;

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
    /// Publishes the item that is looked at with every draft that shows through it, together, as far as they can be public.
    /// The rest is not in the picture.
    pub(super) fn publish_drafts(&self, transaction: &mut Transaction<'_>, looked_at: &Item) -> Result<(), EditError> {
        let mut graph = Graph::seen_from(transaction, looked_at)?;
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
    /// Walks from an item along the links to drafts. What cannot be read is left out from the start.
    fn seen_from(transaction: &mut Transaction<'_>, looked_at: &Item) -> Result<Self, EditError> {
        let mut graph = Self { drafts: Vec::new(), wanted_by: HashMap::new(), refused: HashSet::new() };
        let mut found = HashSet::from([looked_at.id.clone()]);
        let mut waiting = VecDeque::from([looked_at.clone()]);
        while let Some(item) = waiting.pop_front() {
            if graph.drafts.len() == MOST_DRAFTS {
                break;
            }
            let document = document_of(transaction, &item, item.rev)?;
            let Ok(read) = read_stored(&item, document.clone()) else { continue };
            let draft = next(item.state, Verb::Publish).is_ok().then_some(graph.drafts.len());
            for link in read.links {
                let name = (link.target.index, link.key);
                if !graph.wanted_by.contains_key(&name) {
                    let named = drafted(transaction, &name)?;
                    waiting.extend(named.filter(|named| found.insert(named.id.clone())));
                }
                graph.wanted_by.entry(name).or_default().extend(draft);
            }
            if draft.is_some() {
                graph.drafts.push(Draft { item, document });
            }
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

/// The item that a link names, if its latest revision is still to be published.
fn drafted(transaction: &mut Transaction<'_>, (collection, key): &Name) -> Result<Option<Item>, StoreError> {
    let Some(collection) = COLLECTIONS.get(*collection) else { return Ok(None) };
    let item = match key {
        Key::Id(id) => transaction.item(id)?,
        Key::Slug(slug) => match transaction.item_of_slug(collection.name, slug)? {
            Some(item) => Some(item),
            // What is public under it may be drafted under another one.
            None => match transaction.entry_of_slug(collection.name, slug)? {
                Some(id) => transaction.item(&id)?,
                None => None,
            },
        },
    };
    Ok(item.filter(|item| item.collection == collection.name && item.is_unpublished()))
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
