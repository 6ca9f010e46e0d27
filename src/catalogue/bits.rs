//! Slots as plain bits.

use roaring::RoaringBitmap;

/// A plain bit set: the fastest answer to "is this slot among the matches".
pub struct BitSet(Vec<u64>);

impl BitSet {
    /// These of so many slots.
    pub fn of(members: &RoaringBitmap, slots: u32) -> Self {
        let mut words = vec![0u64; slots as usize / 64 + 1];
        for slot in members {
            if let Some(word) = words.get_mut(slot as usize / 64) {
                *word |= 1 << (slot % 64);
            }
        }
        Self(words)
    }

    /// Whether a slot is among them.
    pub fn holds(&self, slot: u32) -> bool {
        self.0.get(slot as usize / 64).is_some_and(|word| word & (1 << (slot % 64)) != 0)
    }
}
