//! A growing array in shared pages: a changed snapshot copies the pages that changed and shares the others.

use std::sync::Arc;

const PAGE: usize = 256;

/// An array of `T` by slot, absent slots being `T::default()`.
#[derive(Debug, Clone, Default)]
pub struct Paged<T> {
    pages: Vec<Arc<Vec<T>>>,
}

impl<T: Clone + Default> Paged<T> {
    /// The value in a slot.
    pub fn get(&self, slot: u32) -> Option<&T> {
        self.pages.get(slot as usize / PAGE)?.get(slot as usize % PAGE)
    }

    /// The value in a slot, to be changed; the array grows to hold it.
    pub fn slot_mut(&mut self, slot: u32) -> &mut T {
        let (page, within) = (slot as usize / PAGE, slot as usize % PAGE);
        while self.pages.len() <= page {
            self.pages.push(Arc::default());
        }
        // The page exists: the loop above made it.
        #[expect(clippy::indexing_slicing, reason = "the page and the place in it were made just above")]
        {
            let values = Arc::make_mut(&mut self.pages[page]);
            if values.len() <= within {
                values.resize_with(within + 1, T::default);
            }
            &mut values[within]
        }
    }

    /// Puts a value into a slot.
    pub fn set(&mut self, slot: u32, value: T) {
        *self.slot_mut(slot) = value;
    }
}
