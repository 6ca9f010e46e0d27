//! What is not public, laid over the catalogue, so that an editor's list has every filter of the public one: items are
//! found by their latest revision. What is public and unchanged is found as the public finds it.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError};

use serde_json::json;
use uuid::Uuid;

use super::EditError;
use crate::catalogue::{Found, LinkWords, Row, Snapshot, dates_of};
use crate::database::Connection;
use crate::hub::Hub;
use crate::hub::criteria::resolve;
use crate::model::values::{Instant, Tag};
use crate::model::{Collection, Entry, Indexed, Key, WrittenDocument, collection};
use crate::query::FilterClause;
use crate::store::{self, Item, ItemIds};

/// The most items that filters look into whose latest revision is not public.
pub const MOST_LAID: usize = 20_000;

/// Documents that are asked for in one statement.
const CHUNK: usize = 500;

/// The catalogue with what is not public laid over it.
pub struct Overlay {
    base: Arc<Snapshot>,
    /// The items that it was made from, by id, with the revision of each.
    of: Vec<(String, i64, Instant)>,
    documents: HashMap<String, (i64, Arc<Laid>)>,
    snapshot: Snapshot,
}

/// What filters read of a document; its links are still to be followed.
struct Laid {
    entry: Entry,
    dated: bool,
    indexed: Vec<Indexed>,
    links: Vec<(u8, u16, usize, Key, Option<LinkWords>)>,
    translations: Vec<(Tag, bool, String)>,
}

impl Hub {
    /// Which items of a collection filters find, and the values that match nothing because no entry has them.
    pub(super) fn found_by(
        &self,
        connection: &mut Connection,
        collection: &'static Collection,
        filters: &[FilterClause],
    ) -> Result<(ItemIds, Vec<serde_json::Value>), EditError> {
        let overlay = self.overlay(connection)?;
        let shelf = overlay.snapshot.shelf(collection.index).ok_or(EditError::NoItem)?;
        let resolved = resolve(&overlay.snapshot, shelf, filters);
        let matches = resolved.criteria.matches(shelf, |_| false);
        // Whichever is shorter is told to the database.
        let others = &shelf.live - matches.as_ref();
        let ids = |slots: &roaring::RoaringBitmap| -> String {
            let cards = slots.iter().filter_map(|slot| shelf.card(slot));
            json!(cards.map(|card| card.id).collect::<Vec<Uuid>>()).to_string()
        };
        let ids = match others.len() < matches.len() {
            true => ItemIds::Without(ids(&others)),
            false => ItemIds::Only(ids(&matches)),
        };
        Ok((ids, resolved.unmatched))
    }

    /// The overlay as of now; what is the same as before is not read again.
    fn overlay(&self, connection: &mut Connection) -> Result<Arc<Overlay>, EditError> {
        let items = store::items_not_as_public(connection, MOST_LAID as i64 + 1)?;
        if items.len() > MOST_LAID {
            return Err(EditError::TooManyDrafts { most: MOST_LAID });
        }
        let base = self.catalogue();
        let of = || items.iter().map(|item| (item.id.as_str(), item.rev, item.modified_at));
        let mut kept = self.overlay.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = kept.as_ref()
            && Arc::ptr_eq(&kept.base, &base)
            && kept.of.iter().map(|(id, rev, at)| (id.as_str(), *rev, *at)).eq(of())
        {
            return Ok(Arc::clone(kept));
        }
        let mut documents = HashMap::with_capacity(items.len());
        let mut missing: Vec<&Item> = Vec::new();
        for item in &items {
            let before = kept.as_ref().and_then(|kept| kept.documents.get(&item.id));
            match before.filter(|(rev, _)| *rev == item.rev) {
                Some(laid) => drop(documents.insert(item.id.clone(), laid.clone())),
                None => missing.push(item),
            }
        }
        for chunk in missing.chunks(CHUNK) {
            let ids: Vec<&str> = chunk.iter().map(|item| item.id.as_str()).collect();
            for (id, rev, text) in store::latest_documents(connection, &ids)? {
                let name = chunk.iter().find(|item| item.id == id).map(|item| item.collection.as_str());
                if let Some(laid) = name.and_then(collection).and_then(|collection| laid(collection, &text)) {
                    documents.insert(id, (rev, Arc::new(laid)));
                }
            }
        }
        let slugs: HashMap<(&str, &str), &str> =
            items.iter().map(|item| ((item.collection.as_str(), item.slug.as_str()), item.id.as_str())).collect();
        let named = |target: usize, key: &Key| match key {
            Key::Id(id) => Uuid::parse_str(id).ok(),
            Key::Slug(slug) => {
                let name = crate::model::COLLECTIONS.get(target)?.name;
                match slugs.get(&(name, slug.as_str())) {
                    Some(id) => Uuid::parse_str(id).ok(),
                    None => match base.shelf(target)?.find_slug(slug)? {
                        Found::Live(node) | Found::Renamed(node) => Some(base.card(node)?.id),
                        Found::Gone(gone) => gone.redirect_to,
                    },
                }
            }
        };
        let rows = items.iter().filter_map(|item| row(&base, item, &documents.get(&item.id)?.1, named)).collect();
        let overlay = Arc::new(Overlay {
            of: of().map(|(id, rev, at)| (id.to_owned(), rev, at)).collect(),
            documents,
            snapshot: base.apply(rows, Vec::new(), base.seq),
            base,
        });
        *kept = Some(Arc::clone(&overlay));
        Ok(overlay)
    }
}

/// What filters read of a stored document; `None` of one that cannot be read, which they do not find.
fn laid(collection: &'static Collection, text: &str) -> Option<Laid> {
    let document = WrittenDocument::read_again(collection, serde_json::from_str(text).ok()?).ok()?;
    let mut links: Vec<_> = document
        .links
        .into_iter()
        .filter_map(|link| {
            let place = collection.relations.iter().position(|relation| std::ptr::eq(relation, link.relation))?;
            let words =
                (link.role.is_some() || link.note.is_some()).then_some(LinkWords { role: link.role, note: link.note });
            Some((link.position, (place as u8, link.part as u16, link.target.index, link.key, words)))
        })
        .collect();
    links.sort_by_key(|(position, (place, part, ..))| (*place, *part, *position));
    let translations = document.translations.into_iter();
    Some(Laid {
        dated: document.dated,
        indexed: document.record.indexed(),
        entry: document.entry,
        links: links.into_iter().map(|(_, link)| link).collect(),
        translations: translations.map(|one| (one.lang, one.outdated, one.title)).collect(),
    })
}

fn row(base: &Snapshot, item: &Item, laid: &Laid, named: impl Fn(usize, &Key) -> Option<Uuid>) -> Option<Row> {
    let collection = collection(&item.collection)?;
    let mut entry = laid.entry.clone();
    entry.id.clone_from(&item.id);
    entry.slug.clone_from(&item.slug);
    entry.rev = item.rev;
    entry.updated_at = item.modified_at;
    let mut dated = laid.dated;
    if !dated {
        // What is public under an older revision keeps the date of its publication.
        let place = dates_of(collection).iter().position(|date| date.name == "published_at");
        let node = Uuid::parse_str(&item.id).ok().and_then(|id| base.find_id(id)).map(|(node, _)| node);
        let public = place.zip(node).and_then(|(place, node)| base.shelf(collection.index)?.date(place, node.slot()));
        if let Some(public) = public {
            entry.published_at = Instant::from_millis(public.start);
            dated = true;
        }
    }
    let links = laid
        .links
        .iter()
        .filter_map(|(place, part, target, key, words)| Some((*place, *part, named(*target, key)?, words.clone())));
    Some(Row {
        collection: collection.index,
        indexed: laid.indexed.clone(),
        links: links.collect(),
        translations: laid.translations.clone(),
        slugs: vec![item.slug.clone()],
        changed_at: item.modified_at,
        dated,
        entry,
    })
}
