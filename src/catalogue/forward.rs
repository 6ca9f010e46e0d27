//! The forward index of a field: which codes each slot holds, packed page by page so that counting runs over memory in
//! order.

use std::sync::Arc;

use roaring::RoaringBitmap;

const PAGE: usize = 1024;

/// One page: the codes of consecutive slots end to end, and where each slot's end is.
#[derive(Debug, Clone, Default)]
struct Page {
    ends: Vec<u32>,
    codes: Vec<u32>,
}

impl Page {
    fn range(&self, within: usize) -> std::ops::Range<usize> {
        let start = match within {
            0 => 0,
            _ => self.ends.get(within - 1).or(self.ends.last()).copied().unwrap_or(0),
        };
        let end = self.ends.get(within).copied().unwrap_or(start);
        start as usize..end as usize
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
        let (page, within) = (slot as usize / PAGE, slot as usize % PAGE);
        self.pages.get(page).and_then(|page| page.codes.get(page.range(within))).unwrap_or(&[])
    }

    /// Shows every code of these slots, page by page.
    pub fn each(&self, slots: &RoaringBitmap, mut show: impl FnMut(u32, u32)) {
        let (mut at, mut page) = (usize::MAX, None);
        for slot in slots {
            if slot as usize / PAGE != at {
                at = slot as usize / PAGE;
                page = self.pages.get(at);
            }
            let Some(page) = page else { continue };
            for code in page.codes.get(page.range(slot as usize % PAGE)).unwrap_or_default() {
                show(slot, *code);
            }
        }
    }

    /// Replaces the codes of a slot.
    pub fn set(&mut self, slot: u32, codes: &[u32]) {
        let (page, within) = (slot as usize / PAGE, slot as usize % PAGE);
        while self.pages.len() <= page {
            self.pages.push(Arc::default());
        }
        let Some(page) = self.pages.get_mut(page).map(Arc::make_mut) else { return };
        while page.ends.len() <= within {
            page.ends.push(page.codes.len() as u32);
        }
        let range = page.range(within);
        let (before, after) = (range.len() as i64, codes.len() as i64);
        page.codes.splice(range, codes.iter().copied());
        if before != after {
            for end in page.ends.iter_mut().skip(within) {
                *end = (i64::from(*end) + after - before) as u32;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Forward;

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
}
