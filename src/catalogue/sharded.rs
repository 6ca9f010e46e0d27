//! A hash map in shared shards: a changed snapshot copies the shards that changed and shares the others.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::Arc;

const SHARDS: usize = 512;

/// A map from `K` to `V`. Keys are hashed with a secret of the process, so that nobody can choose colliding slugs.
#[derive(Debug, Clone)]
pub struct Sharded<K, V> {
    hasher: RandomState,
    shards: Vec<Arc<HashMap<K, V, RandomState>>>,
}

impl<K, V> Default for Sharded<K, V> {
    fn default() -> Self {
        let hasher = RandomState::new();
        let shards = (0..SHARDS).map(|_| Arc::new(HashMap::with_hasher(hasher.clone()))).collect();
        Self { hasher, shards }
    }
}

impl<K: Eq + Hash + Clone, V: Clone> Sharded<K, V> {
    fn shard<Q: Hash + ?Sized>(&self, key: &Q) -> usize {
        // The upper bits: a shard's own table uses the lower ones.
        (self.hasher.hash_one(key) >> 48) as usize % SHARDS
    }

    /// The value of a key.
    pub fn get<Q>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        self.shards.get(self.shard(key))?.get(key)
    }

    /// Puts a value.
    pub fn insert(&mut self, key: K, value: V) {
        let shard = self.shard(&key);
        if let Some(shard) = self.shards.get_mut(shard) {
            Arc::make_mut(shard).insert(key, value);
        }
    }

    /// Removes a key.
    pub fn remove<Q>(&mut self, key: &Q)
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        let shard = self.shard(key);
        if let Some(shard) = self.shards.get_mut(shard) {
            Arc::make_mut(shard).remove(key);
        }
    }
}
