//! The forward index of a field: which codes each slot holds, packed page by page so that counting runs over memory in
//! order. Where codes stand under broader ones, the broader ones that a slot holds with them are packed beside, once
//! somebody counts them.

use std::borrow::Borrow;
use std::sync::{Arc, Mutex, PoisonError};

use roaring::RoaringBitmap;

use super::hierarchy::Hierarchy;

const PAGE: usize = 1024;

/// Slots that are looked up together.
const TOGETHER: usize = 256;

/// Codes that are taken of a slot without a look at how many it has, as nearly all have no more: a loop that may end after
/// any of them is guessed wrong for every other slot.
const FEW: usize = 8;

/// Lists of codes end to end.
#[derive(Debug, Clone, Default)]
struct Lists {
    /// Where each begins, and where the last one ends.
    starts: Vec<u32>,
    codes: Vec<u32>,
}

impl Lists {
    fn range(&self, within: usize) -> std::ops::Range<usize> {
        match (self.starts.get(within), self.starts.get(within + 1)) {
            (Some(start), Some(end)) => *start as usize..*end as usize,
            _ => 0..0,
        }
    }

    fn get(&self, within: usize) -> &[u32] {
        self.codes.get(self.range(within)).unwrap_or_default()
    }

    /// Replaces a list; those between the last one and it are empty.
    fn set(&mut self, within: usize, codes: &[u32]) {
        if self.starts.len() <= within + 1 {
            self.starts.resize(within + 2, self.codes.len() as u32);
        }
        let range = self.range(within);
        let (before, after) = (range.len() as i64, codes.len() as i64);
        self.codes.splice(range, codes.iter().copied());
        if before != after {
            for start in self.starts.get_mut(within + 1..).into_iter().flatten() {
                *start = (i64::from(*start) + after - before) as u32;
            }
        }
    }

    /// Each list with all that is broader than its codes, without repetition.
    fn rolled_up(&self, hierarchy: &Hierarchy) -> Self {
        let mut rolled = Self { starts: Vec::with_capacity(self.starts.len()), codes: Vec::new() };
        for within in 0..self.starts.len() {
            let start = rolled.codes.len();
            rolled.starts.push(start as u32);
            for code in self.get(within).iter().flat_map(|code| hierarchy.at_or_above(*code)) {
                if !rolled.codes.get(start..).unwrap_or_default().contains(code) {
                    rolled.codes.push(*code);
                }
            }
        }
        rolled
    }
}

/// The codes of consecutive slots.
#[derive(Debug, Default)]
struct Page {
    own: Lists,
    /// The same rolled up, by the hierarchy that was asked for last.
    rolled_up: Mutex<Option<RolledUp>>,
}

/// Lists with all that a hierarchy has above their codes.
#[derive(Debug)]
struct RolledUp {
    by: Arc<Hierarchy>,
    lists: Arc<Lists>,
}

impl Clone for Page {
    /// A copy is made to be changed: what was rolled up is not taken along.
    fn clone(&self) -> Self {
        Self { own: self.own.clone(), rolled_up: Mutex::default() }
    }
}

impl Page {
    fn rolled_up(&self, hierarchy: &Arc<Hierarchy>) -> Arc<Lists> {
        let mut known = self.rolled_up.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(RolledUp { by, lists }) = known.as_ref()
            && Arc::ptr_eq(by, hierarchy)
        {
            return Arc::clone(lists);
        }
        let lists = Arc::new(self.own.rolled_up(hierarchy));
        *known = Some(RolledUp { by: Arc::clone(hierarchy), lists: Arc::clone(&lists) });
        lists
    }
}

/// Codes by slot.
#[derive(Debug, Clone, Default)]
pub struct Forward {
    pages: Vec<Arc<Page>>,
}

impl Forward {
    /// The codes of a slot.
    pub fn get(&self, slot: u32) -> &[u32] {
        let (page, within) = place(slot);
        self.pages.get(page).map_or(&[], |page| page.own.get(within))
    }

    /// Shows every code of these slots.
    pub fn each(&self, slots: &RoaringBitmap, show: impl FnMut(u32)) {
        self.walk(slots, |page| &page.own, show);
    }

    /// Shows every code of these slots and every broader one, once for each slot.
    pub fn each_rolled_up(&self, slots: &RoaringBitmap, hierarchy: &Arc<Hierarchy>, show: impl FnMut(u32)) {
        self.walk(slots, |page| page.rolled_up(hierarchy), show);
    }

    fn walk<'f, L: Borrow<Lists>>(
        &'f self,
        slots: &RoaringBitmap,
        lists: impl Fn(&'f Page) -> L,
        mut show: impl FnMut(u32),
    ) {
        let mut slots = slots.iter();
        let (mut room, mut gathered) = ([0; TOGETHER], [0; TOGETHER * FEW]);
        let (mut at, mut of) = (usize::MAX, None);
        loop {
            let some = slots.next_many(&mut room);
            if some.is_empty() {
                return;
            }
            let mut end = 0;
            for slot in some {
                let (page, within) = place(*slot);
                if page != at {
                    at = page;
                    of = self.pages.get(page).map(|page| lists(page));
                }
                let Some(of) = &of else { continue };
                let (codes, range) = (&of.borrow().codes, of.borrow().range(within));
                match (codes.get(range.start..range.start + FEW), gathered.get_mut(end..end + FEW)) {
                    (Some(from), Some(into)) if range.len() <= FEW => {
                        into.copy_from_slice(from);
                        end += range.len();
                    }
                    _ => codes.get(range).into_iter().flatten().for_each(|code| show(*code)),
                }
            }
            gathered.iter().take(end).for_each(|code| show(*code));
        }
    }

    /// Replaces the codes of a slot.
    pub fn set(&mut self, slot: u32, codes: &[u32]) {
        let (page, within) = place(slot);
        if self.pages.len() <= page {
            self.pages.resize_with(page + 1, Arc::default);
        }
        if let Some(page) = self.pages.get_mut(page).map(Arc::make_mut) {
            *page.rolled_up.get_mut().unwrap_or_else(PoisonError::into_inner) = None;
            page.own.set(within, codes);
        }
    }
}

/// The page of a slot, and its place there.
fn place(slot: u32) -> (usize, usize) {
    (slot as usize / PAGE, slot as usize % PAGE)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::collection::{btree_set, vec};
    use proptest::prelude::*;

    use super::super::hierarchy::Hierarchy;
    use super::{FEW, Forward, TOGETHER};

    #[test]
    fn slots_grow_shrink_and_stay_apart() {
        let mut forward = Forward::default();
        forward.set(2, &[7, 8]);
        forward.set(1030, &[1]);
        forward.set(0, &[5]);
        forward.set(2, &[9]);
        assert_eq!(forward.get(0), &[5]);
        assert_eq!(forward.get(1), &[] as &[u32]);
        assert_eq!(forward.get(2), &[9]);
        assert_eq!(forward.get(3), &[] as &[u32]);
        assert_eq!(forward.get(1030), &[1]);
        let shared = forward.clone();
        forward.set(0, &[]);
        assert_eq!(shared.get(0), &[5]);
        assert_eq!(forward.get(2), &[9]);
    }

    proptest! {
        #[test]
        fn every_code_of_every_slot_is_shown(
            lists in vec(vec(0..9u32, 0..2 * FEW), 1..3 * TOGETHER),
            slots in btree_set(0..4 * TOGETHER as u32, 0..2 * TOGETHER),
        ) {
            let mut forward = Forward::default();
            (0..).zip(&lists).for_each(|(slot, codes)| forward.set(slot, codes));
            let mut shown = Vec::new();
            forward.each(&slots.iter().collect(), |code| shown.push(code));
            let mut held: Vec<u32> = slots.iter().flat_map(|slot| forward.get(*slot)).copied().collect();
            shown.sort_unstable();
            held.sort_unstable();
            prop_assert_eq!(shown, held);
        }
    }

    #[test]
    fn what_is_broader_is_shown_once_and_as_it_is_now() {
        // 0 stands above 1, and 1 above 2.
        let chain = Arc::new(Hierarchy::by_broader(&[vec![], vec![0], vec![1], vec![]]));
        let mut forward = Forward::default();
        forward.set(5, &[1, 2]);
        forward.set(1100, &[3]);
        let shown = |forward: &Forward, hierarchy: &Arc<Hierarchy>| {
            let mut shown = Vec::new();
            forward.each_rolled_up(&[4, 5, 1100, 5000].into_iter().collect(), hierarchy, |code| shown.push(code));
            shown
        };
        assert_eq!(shown(&forward, &chain), [1, 0, 2, 3]);
        let other = Arc::new(Hierarchy::by_broader(&[vec![], vec![], vec![0, 1], vec![]]));
        assert_eq!(shown(&forward, &other), [1, 2, 0, 3]);
        let before = forward.clone();
        forward.set(5, &[2]);
        assert_eq!(shown(&forward, &chain), [2, 1, 0, 3]);
        assert_eq!(shown(&before, &chain), [1, 0, 2, 3]);
    }
}
