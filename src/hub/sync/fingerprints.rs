//! What proves a copy complete: the hash of every sync document, and their sums. They follow the catalogue: what changed
//! since is hashed anew, nothing else.

use data_encoding::HEXLOWER;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::documents::live;
use super::scope::{Members, shared};
use super::{Lines, Opening};
use crate::catalogue::{Node, Shelf, Snapshot};
use crate::database::Connection;
use crate::hub::{Hub, HubError};
use crate::model::{COLLECTIONS, Collection, collection};
use crate::query::{Scope, SyncQuery};
use crate::store;

/// From this share of all entries on, as one in so many, tables are read whole instead of by id.
const MANY: usize = 10;

/// The hash of a sync document, and what it adds to a digest.
#[derive(Debug, Clone, Copy)]
struct Fingerprint {
    seq: i64,
    hash: [u8; 32],
    term: u128,
}

/// The fingerprints of every entry that followers may have.
#[derive(Debug, Default)]
pub struct Fingerprints {
    epoch: String,
    /// Of the catalogue whose slots these are; one that was built anew numbers them otherwise.
    generation: u64,
    seq: i64,
    /// By collection and slot.
    known: Vec<Vec<Option<Fingerprint>>>,
}

/// The sum of each collection.
type Digests = Vec<(&'static Collection, Digest)>;

/// The sum of a part of the hub.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Digest {
    /// How many entries.
    pub count: u64,
    /// The sum of their terms.
    pub sum: u128,
}

impl Digest {
    /// With one more entry.
    pub fn add(&mut self, term: u128) {
        self.count += 1;
        self.sum = self.sum.wrapping_add(term);
    }

    /// As it is answered: the sum in 32 hex digits.
    pub fn value(self) -> Value {
        json!({ "count": self.count, "digest": self.hex() })
    }

    /// The sum in 32 hex digits.
    pub fn hex(self) -> String {
        format!("{:032x}", self.sum)
    }
}

/// What an entry adds to a digest: the first 16 bytes of the SHA-256 over `type|id|rev|hash`.
pub fn term(collection: &str, id: &str, rev: i64, hash: &str) -> u128 {
    beginning(&Sha256::digest(format!("{collection}|{id}|{rev}|{hash}").as_bytes()))
}

/// The first 16 bytes of a hash, as the number that is added to a digest.
pub fn beginning(hash: &[u8]) -> u128 {
    hash.iter().take(16).fold(0, |sum, byte| sum << 8 | u128::from(*byte))
}

/// What a public entry adds to a digest.
pub(super) fn term_of(snapshot: &Snapshot, node: Node, hash: &[u8; 32]) -> u128 {
    let name = COLLECTIONS.get(node.collection()).map_or("", |collection| collection.name);
    snapshot.card(node).map_or(0, |card| term(name, &card.id.to_string(), card.rev, &HEXLOWER.encode(hash)))
}

impl Fingerprints {
    /// The fingerprint of an entry as of its card.
    fn get(&self, snapshot: &Snapshot, node: Node) -> Option<&Fingerprint> {
        let seq = snapshot.card(node)?.seq;
        let known = self.known.get(node.collection())?.get(node.slot() as usize)?.as_ref()?;
        (known.seq == seq).then_some(known)
    }

    /// The fingerprint of an entry that must have one. A proof that leaves an entry out in silence would have copies delete it.
    fn of(&self, snapshot: &Snapshot, node: Node) -> Result<&Fingerprint, HubError> {
        self.get(snapshot, node).ok_or_else(|| HubError::Rendering("an entry has no fingerprint".to_owned()))
    }

    fn put(&mut self, snapshot: &Snapshot, node: Node, hash: [u8; 32]) {
        let Some(card) = snapshot.card(node) else { return };
        let term = term_of(snapshot, node, &hash);
        let slot = node.slot() as usize;
        if let Some(known) = self.known.get_mut(node.collection()) {
            if known.len() <= slot {
                known.resize(slot + 1, None);
            }
            if let Some(place) = known.get_mut(slot) {
                *place = Some(Fingerprint { seq: card.seq, hash, term });
            }
        }
    }

    /// The entries whose documents are to be hashed.
    fn missing(&self, snapshot: &Snapshot) -> Vec<Node> {
        let changed = |shelf: &&Shelf| shelf.changed_seq > self.seq;
        snapshot
            .shelves()
            .filter(changed)
            .flat_map(|shelf| shelf.live.iter().map(|slot| Node::new(shelf.collection, slot)))
            .filter(|node| snapshot.card(*node).is_some_and(|card| shared(card)))
            .filter(|node| self.get(snapshot, *node).is_none())
            .collect()
    }
}

impl Hub {
    /// Brings the fingerprints to the end of the log. The first time, that is the work of a start.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn bring_fingerprints(&self) -> Result<(), HubError> {
        self.with_fingerprints(|_, _, _| Ok(()))
    }

    /// Does something with the fingerprints as of a snapshot. Whoever waits for them holds no connection meanwhile: hashing
    /// everything takes seconds, and readers are few.
    fn with_fingerprints<T>(
        &self,
        mut with: impl FnMut(&Fingerprints, &mut Connection, &Snapshot) -> Result<T, HubError>,
    ) -> Result<T, HubError> {
        let mut prints = self.fingerprints.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        self.at_one_place(|connection, snapshot| {
            self.follow_with_fingerprints(&mut prints, connection, snapshot)?;
            with(&prints, connection, snapshot)
        })
    }

    /// Hashes what changed since.
    fn follow_with_fingerprints(
        &self,
        prints: &mut Fingerprints,
        connection: &mut Connection,
        snapshot: &Snapshot,
    ) -> Result<(), HubError> {
        let follows = prints.generation == snapshot.generation && prints.seq <= snapshot.seq;
        if *prints.epoch != *snapshot.epoch || !follows {
            let (epoch, generation) = (snapshot.epoch.to_string(), snapshot.generation);
            *prints = Fingerprints { epoch, generation, ..Fingerprints::default() };
            prints.known.resize_with(COLLECTIONS.len(), Vec::new);
        }
        let missing = prints.missing(snapshot);
        if missing.len() * MANY > snapshot.count() as usize {
            let wanted: std::collections::HashSet<Node> = missing.into_iter().collect();
            self.each_document(connection, snapshot, &|node| wanted.contains(&node), &mut |node, document| {
                prints.put(snapshot, node, document.hash()?);
                Ok(true)
            })?;
        } else {
            for (node, document) in self.sync_documents(connection, snapshot, &missing)? {
                prints.put(snapshot, node, document.hash()?);
            }
        }
        prints.seq = snapshot.seq;
        Ok(())
    }

    /// The sums of a scope, by collection, and the place in the sequence as of which they are.
    fn digests(&self, scope: &Scope) -> Result<(i64, Digests), HubError> {
        self.with_fingerprints(|prints, _, snapshot| {
            let members = Members::of(snapshot, scope);
            let mut digests = Vec::with_capacity(scope.parts.len());
            for (index, _) in &scope.parts {
                let Some(collection) = COLLECTIONS.get(*index) else { continue };
                let mut digest = Digest::default();
                for node in members.nodes(*index) {
                    digest.add(prints.of(snapshot, node)?.term);
                }
                digests.push((collection, digest));
            }
            Ok((snapshot.seq, digests))
        })
    }

    /// The sums of a scope as JSON, and the place in the sequence as of which they are.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn digest_answer(&self, query: &SyncQuery) -> Result<(i64, Value), HubError> {
        let (seq, digests) = self.digests(&query.scope)?;
        let mut total = Digest::default();
        for (_, digest) in &digests {
            total.count += digest.count;
            total.sum = total.sum.wrapping_add(digest.sum);
        }
        let collections: serde_json::Map<String, Value> =
            digests.iter().map(|(collection, digest)| (collection.name.to_owned(), digest.value())).collect();
        Ok((seq, json!({ "collections": collections, "total": total.value(), "epoch": &*self.catalogue().epoch })))
    }

    /// Writes every entry of a scope by type, id, rev and hash, a line of JSON each, in the order of types and ids. Ends early
    /// when no more is wanted.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn inventory(&self, query: &SyncQuery, out: &mut dyn Lines) -> Result<(), HubError> {
        let (seq, lists) = self.with_fingerprints(|prints, _, snapshot| {
            let members = Members::of(snapshot, &query.scope);
            let list = |index: usize| -> Result<Vec<(uuid::Uuid, i64, [u8; 32])>, HubError> {
                let cards = members.nodes(index).filter_map(|node| Some((node, snapshot.card(node)?)));
                cards.map(|(node, card)| Ok((card.id, card.rev, prints.of(snapshot, node)?.hash))).collect()
            };
            let lists = query.scope.parts.iter().map(|(index, _)| Ok((*index, list(*index)?)));
            Ok((snapshot.seq, lists.collect::<Result<Vec<_>, HubError>>()?))
        })?;
        out.begin(Opening { seq, kept: None });
        for (index, mut entries) in lists {
            let Some(collection) = COLLECTIONS.get(index) else { continue };
            entries.sort_unstable();
            for (id, rev, hash) in entries {
                let entry = json!({ "type": collection.name, "id": id, "rev": rev, "hash": HEXLOWER.encode(&hash) });
                if !out.line(&entry.to_string()) {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// The copies from another hub that are public, and that followers may have: type, id, revision and hash of each.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn held(&self, origin: &str) -> Result<Vec<(&'static str, String, i64, String)>, HubError> {
        self.with_fingerprints(|prints, connection, snapshot| {
            let copies = store::copies_of(connection, origin)?;
            let held = |(id, name): (String, String)| {
                let (node, card) = live(snapshot, &id)?;
                let hash = HEXLOWER.encode(&prints.get(snapshot, node)?.hash);
                Some((collection(&name)?.name, id, card.rev, hash))
            };
            Ok(copies.into_iter().filter_map(held).collect())
        })
    }

    /// What an entry adds to a digest, if that is known already.
    pub(super) fn known_term(&self, snapshot: &Snapshot, node: Node) -> Option<u128> {
        let prints = self.fingerprints.try_lock().ok()?;
        let same = *prints.epoch == *snapshot.epoch && prints.generation == snapshot.generation;
        same.then(|| prints.get(snapshot, node).map(|known| known.term)).flatten()
    }
}
