//! The catalogue's own small name for an entry: collection and slot in one number.

/// An entry in the catalogue. Slots are given in order of appearance and never reused while the process lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Node(u32);

/// Bits of a node that hold the slot: room for 268 million entries in each of 16 collections.
const SLOT_BITS: u32 = 28;

impl Node {
    /// The entry in this slot of the collection with this index.
    pub const fn new(collection: usize, slot: u32) -> Self {
        Self(((collection as u32) << SLOT_BITS) | (slot & ((1 << SLOT_BITS) - 1)))
    }

    /// The index of its collection in the registry.
    pub const fn collection(self) -> usize {
        (self.0 >> SLOT_BITS) as usize
    }

    /// Its slot in the collection's shelf.
    pub const fn slot(self) -> u32 {
        self.0 & ((1 << SLOT_BITS) - 1)
    }

    /// It as a number, for others to keep.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The entry of a number.
    pub const fn of_number(number: u32) -> Self {
        Self(number)
    }
}
