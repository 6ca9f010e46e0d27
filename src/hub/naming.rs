//! The titles of what an entry names, by which it is found too.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use uuid::Uuid;

use crate::catalogue::{Found, Snapshot};
use crate::database::Connection;
use crate::store::{self, StoreError};

/// Where the titles of what entries name are looked up.
pub(super) enum Naming<'a> {
    /// In the catalogue.
    Catalogue(&'a Snapshot),
    /// In what was read of the tables, where there is no catalogue.
    Tables(Named),
    /// Nowhere: they are not asked for.
    Nothing,
}

/// What some entries name, as the tables have it.
#[derive(Default)]
pub(super) struct Named {
    /// The entries that one names.
    targets: HashMap<Uuid, Vec<Uuid>, RandomState>,
    /// Title and language of each, that of the source, which has none, first.
    titles: HashMap<Uuid, Vec<(Option<String>, String)>, RandomState>,
}

impl Naming<'_> {
    /// Reads from the tables what these entries name.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn read(connection: &mut Connection, ids: &[&str]) -> Result<Self, StoreError> {
        let mut named = Named::default();
        let mut wanted: Vec<String> = Vec::new();
        for (source, target) in store::targets_of(connection, ids)? {
            let (Ok(source), Ok(id)) = (Uuid::parse_str(&source), Uuid::parse_str(&target)) else { continue };
            named.targets.entry(source).or_default().push(id);
            wanted.push(target);
        }
        wanted.sort_unstable();
        wanted.dedup();
        let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
        let titles = store::titles_of(connection, &wanted)?.into_iter().map(|(id, title)| (id, None, title));
        let translated = store::translation_titles(connection, Some(&wanted))?;
        let translated = translated.into_iter().map(|(id, lang, _, title)| (id, Some(lang.as_str().to_owned()), title));
        for (id, lang, title) in titles.chain(translated) {
            if let Ok(id) = Uuid::parse_str(&id) {
                named.titles.entry(id).or_default().push((lang, title));
            }
        }
        Ok(Self::Tables(named))
    }

    /// The titles of what an entry names, each in a language, or in the source's where there is none in that.
    pub fn titles(&self, id: Uuid, lang: &str) -> Vec<&str> {
        match self {
            Self::Catalogue(snapshot) => {
                let Some((node, Found::Live(_))) = snapshot.find_id(id) else { return Vec::new() };
                let links = snapshot.card(node).into_iter().flat_map(|card| card.links.iter());
                links.filter_map(|link| Some(snapshot.card(link.target)?.title_in(lang))).collect()
            }
            Self::Tables(named) => {
                let targets = named.targets.get(&id).into_iter().flatten();
                let titles = targets.filter_map(|target| named.titles.get(target));
                titles.filter_map(|titles| title_in(titles, lang)).collect()
            }
            Self::Nothing => Vec::new(),
        }
    }
}

fn title_in<'t>(titles: &'t [(Option<String>, String)], lang: &str) -> Option<&'t str> {
    let own = titles.iter().find(|(known, _)| known.as_deref() == Some(lang));
    own.or_else(|| titles.first()).map(|(_, title)| title.as_str())
}
