//! Pages: a slice of the matches in an order. Few matches are gathered and selected from; many are found by walking the
//! sorted array of the order over a plain bit set.

use std::cmp::Ordering;

use roaring::RoaringBitmap;

use super::order::{Boundary, BoundaryKey, Direction, SortKey};
use super::shelf::Shelf;

/// Where a page begins.
#[derive(Debug, Clone, PartialEq)]
pub enum Page {
    /// Behind this many matches.
    Offset(u64),
    /// Behind a boundary.
    After(Boundary),
    /// As far before a boundary as the page is long; the boundary itself is not on it.
    Before(Boundary),
}

/// One key of an order, with its place among the shelf's orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// Its place in [`super::order::sorts_of`].
    pub place: usize,
    /// The key.
    pub key: SortKey,
    /// Which way.
    pub direction: Direction,
}

/// Walking the whole order pays when at least one in this many entries matches.
const SPARSE: u64 = 16;

/// A page that begins so near the first entry, as a part of all, is walked to without making a plain bit set.
const NEAR: u64 = 64;

impl Shelf {
    /// The slots on a page of the matches, and how many matches stand before it.
    pub fn page(&self, matches: &RoaringBitmap, sorts: &[Sort], page: &Page, limit: u64) -> (u64, Vec<u32>) {
        let walk = match sorts {
            [only] if matches.len() > self.live.len() / SPARSE => Some(*only),
            _ => None,
        };
        let mut sorted = match walk {
            None => Matches::Gathered(self.gather(matches, sorts)),
            Some(sort) => {
                let near = matches!(page, Page::Offset(offset) if (offset + limit) * NEAR < self.live.len());
                let members = match near {
                    _ if matches.len() == self.live.len() => Members::All,
                    true => Members::Compressed(matches),
                    false => Members::Plain(BitSet::of(matches, self.slot_count())),
                };
                Matches::Walked(sort, members)
            }
        };
        let offset = match page {
            Page::Offset(offset) => *offset,
            Page::After(boundary) => self.count_before(&mut sorted, matches, sorts, boundary, true),
            Page::Before(boundary) => {
                self.count_before(&mut sorted, matches, sorts, boundary, false).saturating_sub(limit)
            }
        };
        let limit = match page {
            // Near the beginning, a page before a boundary is cut so that it does not reach behind it.
            Page::Before(boundary) if offset == 0 => {
                limit.min(self.count_before(&mut sorted, matches, sorts, boundary, false))
            }
            _ => limit,
        };
        (offset, self.slice(sorted, sorts, offset, limit))
    }

    /// The matching slots, each with a number by which most of them are told apart.
    fn gather(&self, matches: &RoaringBitmap, sorts: &[Sort]) -> Vec<(i64, u32)> {
        matches.iter().map(|slot| (sorts.first().map_or(0, |sort| self.rough(*sort, slot)), slot)).collect()
    }

    /// A number whose order never contradicts that of the key.
    fn rough(&self, sort: Sort, slot: u32) -> i64 {
        let value = match sort.key {
            SortKey::Title => {
                let mut head = [0u8; 8];
                if let Some(card) = self.card(slot) {
                    for (to, from) in head.iter_mut().zip(card.title_key.bytes()) {
                        *to = from;
                    }
                }
                (u64::from_be_bytes(head) >> 1) as i64
            }
            SortKey::Date(place) => match self.date(place, slot) {
                Some(interval) => interval.start,
                None => return i64::MAX,
            },
            SortKey::Relevance => 0,
        };
        match sort.direction {
            Direction::Ascending => value,
            // One above the negative of the least value: no overflow, and absent values stay last.
            Direction::Descending => value.checked_neg().unwrap_or(i64::MAX - 1),
        }
    }

    fn compare(&self, sorts: &[Sort], a: u32, b: u32) -> Ordering {
        sorts
            .iter()
            .map(|sort| self.compare_key(*sort, a, b))
            .find(|order| order.is_ne())
            .unwrap_or_else(|| self.id_of(a).cmp(&self.id_of(b)))
    }

    fn compare_key(&self, sort: Sort, a: u32, b: u32) -> Ordering {
        match sort.key {
            SortKey::Title => {
                let title = |slot| self.card(slot).map(|card| &card.title_key);
                match sort.direction {
                    Direction::Ascending => title(a).cmp(&title(b)),
                    Direction::Descending => title(b).cmp(&title(a)),
                }
            }
            SortKey::Date(_) | SortKey::Relevance => {
                self.sort_value(sort.key, a).compare(&self.sort_value(sort.key, b), sort.direction)
            }
        }
    }

    fn compare_boundary(&self, sorts: &[Sort], slot: u32, boundary: &Boundary) -> Ordering {
        sorts
            .iter()
            .zip(&boundary.keys)
            .map(|(sort, key)| self.sort_value(sort.key, slot).compare(key, sort.direction))
            .find(|order| order.is_ne())
            .unwrap_or_else(|| self.id_of(slot).cmp(&boundary.id))
    }

    fn id_of(&self, slot: u32) -> uuid::Uuid {
        self.card(slot).map_or(uuid::Uuid::nil(), |card| card.id)
    }

    /// How many matches stand before a boundary, or at it.
    fn count_before(
        &self,
        sorted: &mut Matches<'_>,
        matches: &RoaringBitmap,
        sorts: &[Sort],
        boundary: &Boundary,
        inclusive: bool,
    ) -> u64 {
        let before = |slot: u32| match self.compare_boundary(sorts, slot, boundary) {
            Ordering::Less => true,
            Ordering::Equal => inclusive,
            Ordering::Greater => false,
        };
        match sorted {
            Matches::Gathered(_) => matches.iter().filter(|slot| before(*slot)).count() as u64,
            Matches::Walked(sort, members) => {
                let mut count = 0;
                self.walk(*sort, |slot| {
                    let here = before(slot);
                    count += u64::from(here && members.holds(slot));
                    here
                });
                count
            }
        }
    }

    fn slice(&self, sorted: Matches<'_>, sorts: &[Sort], offset: u64, limit: u64) -> Vec<u32> {
        if limit == 0 {
            return Vec::new();
        }
        match sorted {
            Matches::Gathered(mut gathered) => {
                let (start, end) = (offset as usize, (offset + limit) as usize);
                let compare =
                    |a: &(i64, u32), b: &(i64, u32)| a.0.cmp(&b.0).then_with(|| self.compare(sorts, a.1, b.1));
                if start >= gathered.len() {
                    return Vec::new();
                }
                if start > 0 {
                    gathered.select_nth_unstable_by(start, compare);
                    gathered.drain(..start);
                }
                let length = end - start;
                if length < gathered.len() {
                    gathered.select_nth_unstable_by(length, compare);
                    gathered.truncate(length);
                }
                gathered.sort_unstable_by(compare);
                gathered.into_iter().map(|(_, slot)| slot).collect()
            }
            Matches::Walked(sort, members) => {
                let mut slots = Vec::with_capacity(limit as usize);
                let mut seen = 0;
                self.walk(sort, |slot| {
                    if members.holds(slot) {
                        seen += 1;
                        if seen > offset {
                            slots.push(slot);
                        }
                    }
                    (slots.len() as u64) < limit
                });
                slots
            }
        }
    }

    /// Shows every slot in order until `go_on` says no. Downwards, the groups of equal keys come in reverse, each by id.
    fn walk(&self, sort: Sort, mut go_on: impl FnMut(u32) -> bool) {
        let Some(order) = self.orders.get(sort.place) else { return };
        let going = match sort.direction {
            Direction::Ascending => order.present.iter().all(|slot| go_on(*slot)),
            Direction::Descending => {
                let equal = |a: &u32, b: &u32| self.compare_key(sort, *a, *b).is_eq();
                order.present.chunk_by(equal).rev().flatten().all(|slot| go_on(*slot))
            }
        };
        if going {
            let _ = order.absent.iter().all(|slot| go_on(*slot));
        }
    }
}

enum Matches<'a> {
    Gathered(Vec<(i64, u32)>),
    Walked(Sort, Members<'a>),
}

/// The matches as a walk asks for them.
enum Members<'a> {
    All,
    Compressed(&'a RoaringBitmap),
    Plain(BitSet),
}

impl Members<'_> {
    fn holds(&self, slot: u32) -> bool {
        match self {
            Self::All => true,
            Self::Compressed(matches) => matches.contains(slot),
            Self::Plain(bits) => bits.holds(slot),
        }
    }
}

/// A plain bit set: the fastest answer to "is this slot among the matches".
struct BitSet(Vec<u64>);

impl BitSet {
    fn of(matches: &RoaringBitmap, slots: u32) -> Self {
        let mut words = vec![0u64; slots as usize / 64 + 1];
        for slot in matches {
            if let Some(word) = words.get_mut(slot as usize / 64) {
                *word |= 1 << (slot % 64);
            }
        }
        Self(words)
    }

    fn holds(&self, slot: u32) -> bool {
        self.0.get(slot as usize / 64).is_some_and(|word| word & (1 << (slot % 64)) != 0)
    }
}

/// The value of a boundary at a slot, for a cursor.
pub fn boundary_at(shelf: &Shelf, sorts: &[Sort], slot: u32) -> Option<Boundary> {
    let card = shelf.card(slot)?;
    let keys: Vec<BoundaryKey> = sorts.iter().map(|sort| shelf.sort_value(sort.key, slot)).collect();
    Some(Boundary { keys, id: card.id })
}
