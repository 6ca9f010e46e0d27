//! What the pages for people need beside documents: which entry an address is of, how many entries there are, and where
//! the site shows them.

use super::answers::Depends;
use super::{Hub, Provenance};
use crate::catalogue::{Card, Snapshot};
use crate::model::values::Instant;
use crate::model::{COLLECTIONS, Collection};

impl Hub {
    /// How many entries each collection has.
    pub fn counts(&self) -> Vec<(&'static Collection, u64)> {
        let snapshot = self.catalogue();
        let count = |collection: &Collection| snapshot.shelf(collection.index).map_or(0, |shelf| shelf.live.len());
        COLLECTIONS.iter().map(|collection| (collection, count(collection))).collect()
    }

    /// The pages on which the site shows the entries, each with the day on which it last changed: `most` of them after
    /// those of the files before `file`; and how many there are in all.
    pub fn site_pages(&self, file: usize, most: usize) -> (Vec<(String, String)>, usize, Provenance) {
        let snapshot = self.catalogue();
        let page = |(collection, card): (&'static Collection, &Card)| {
            let address = format!("{}/{}/{}", self.identity.site.site_url, collection.name, card.slug);
            (address, card.changed_at.date())
        };
        let pages = cards(&snapshot).skip(file.saturating_mul(most)).take(most).map(page).collect();
        (pages, cards(&snapshot).count(), whole(&snapshot))
    }

    /// What depends on everything that is public.
    pub fn whole_provenance(&self) -> Provenance {
        whole(&self.catalogue())
    }
}

fn cards(snapshot: &Snapshot) -> impl Iterator<Item = (&'static Collection, &Card)> {
    COLLECTIONS
        .iter()
        .filter_map(|collection| Some((collection, snapshot.shelf(collection.index)?)))
        .flat_map(|(collection, shelf)| shelf.by_publication().map(move |card| (collection, card.as_ref())))
}

fn whole(snapshot: &Snapshot) -> Provenance {
    let whole: Vec<usize> = (0..COLLECTIONS.len()).collect();
    Provenance {
        seq: snapshot.seq,
        changed_at: snapshot.shelves().map(|shelf| shelf.changed_at).max().unwrap_or(Instant::from_millis(0)),
        consented: snapshot
            .shelves()
            .any(|shelf| shelf.live.iter().filter_map(|slot| shelf.card(slot)).any(|card| card.consented)),
        tags: COLLECTIONS.iter().map(|collection| collection.name.to_owned()).collect(),
        languages: Vec::new(),
        at_seq: None,
        depends: Some(Depends::on(snapshot, std::iter::empty(), &whole)),
    }
}
