//! What proves a copy complete: the hash of every sync document, and their sums. They follow the catalogue: what changed
//! since is hashed anew, nothing else.

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
    let digest = Sha256::digest(format!("{collection}|{id}|{rev}|{hash}").as_bytes());
    digest.iter().take(16).fold(0, |sum, byte| sum << 8 | u128::from(*byte))
}

/// What a public entry adds to a digest.
pub(super) fn term_of(snapshot: &Snapshot, node: Node, hash: &[u8; 32]) -> u128 {
    let name = COLLECTIONS.get(node.collection()).map_or("", |collection| collection.name);
    snapshot.card(node).map_or(0, |card| term(name, &card.id.to_string(), card.rev, &hex(hash)))
}

/// A hash in lower-case hex digits.
pub fn hex(hash: &[u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Fingerprints {
    /// The fingerprint of an entry as of its card.
    fn get(&self, snapshot: &Snapshot, node: Node) -> Option<&Fingerprint> {
        let seq = snapshot.card(node)?.seq;
        let known = self.known.get(node.collection())?.get(node.slot() as usize)?.as_ref()?;
        (known.seq == seq).then_some(known)
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
        self.at_one_place(|connection, snapshot| self.fingerprints_at(connection, snapshot, |_| ()))
    }

    /// Does something with the fingerprints as of a snapshot.
    fn fingerprints_at<T>(
        &self,
        connection: &mut Connection,
        snapshot: &Snapshot,
        with: impl FnOnce(&Fingerprints) -> T,
    ) -> Result<T, HubError> {
        let mut prints = self.fingerprints.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if *prints.epoch != *snapshot.epoch || prints.seq > snapshot.seq {
            *prints = Fingerprints { epoch: snapshot.epoch.to_string(), ..Fingerprints::default() };
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
        Ok(with(&prints))
    }

    /// The sums of a scope, by collection, and the place in the sequence as of which they are.
    fn digests(&self, scope: &Scope) -> Result<(i64, Digests), HubError> {
        self.at_one_place(|connection, snapshot| {
            let members = Members::of(snapshot, scope);
            let digests = self.fingerprints_at(connection, snapshot, |prints| {
                let mut digests = Vec::with_capacity(scope.parts.len());
                for (index, _) in &scope.parts {
                    let Some(collection) = COLLECTIONS.get(*index) else { continue };
                    let mut digest = Digest::default();
                    for known in members.nodes(*index).filter_map(|node| prints.get(snapshot, node)) {
                        digest.add(known.term);
                    }
                    digests.push((collection, digest));
                }
                digests
            })?;
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
        let (seq, lists) = self.at_one_place(|connection, snapshot| {
            let members = Members::of(snapshot, &query.scope);
            let lists = self.fingerprints_at(connection, snapshot, |prints| {
                let list = |index: &usize| -> Vec<(uuid::Uuid, i64, [u8; 32])> {
                    let entries = members.nodes(*index).filter_map(|node| {
                        let card = snapshot.card(node)?;
                        Some((card.id, card.rev, prints.get(snapshot, node)?.hash))
                    });
                    entries.collect()
                };
                query.scope.parts.iter().map(|(index, _)| (*index, list(index))).collect::<Vec<_>>()
            })?;
            Ok((snapshot.seq, lists))
        })?;
        out.begin(Opening { seq, kept: None });
        for (index, mut entries) in lists {
            let Some(collection) = COLLECTIONS.get(index) else { continue };
            entries.sort_unstable();
            for (id, rev, hash) in entries {
                let entry = json!({ "type": collection.name, "id": id, "rev": rev, "hash": hex(&hash) });
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
        self.at_one_place(|connection, snapshot| {
            let copies = store::copies_of(connection, origin)?;
            self.fingerprints_at(connection, snapshot, |prints| {
                let held = |(id, name): (String, String)| {
                    let (node, card) = live(snapshot, &id)?;
                    let hash = hex(&prints.get(snapshot, node)?.hash);
                    Some((collection(&name)?.name, id, card.rev, hash))
                };
                copies.into_iter().filter_map(held).collect()
            })
        })
    }

    /// What an entry adds to a digest, if that is known already.
    pub(super) fn known_term(&self, snapshot: &Snapshot, node: Node) -> Option<u128> {
        let prints = self.fingerprints.try_lock().ok()?;
        (*prints.epoch == *snapshot.epoch).then(|| prints.get(snapshot, node).map(|known| known.term)).flatten()
    }
}
