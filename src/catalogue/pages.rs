//! Pages: a slice of the matches in an order. Few matches are gathered and selected from; many are found by walking the
//! sorted array of the order over a plain bit set.

use std::cmp::Ordering;

use roaring::RoaringBitmap;

use super::bits::BitSet;
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
                let slots = self.up_to(*sort, boundary, before);
                slots.filter(|slot| members.holds(*slot)).count() as u64
            }
        }
    }

    /// The slots of an order that stand before a boundary.
    fn up_to(&self, sort: Sort, boundary: &Boundary, before: impl Fn(u32) -> bool) -> impl Iterator<Item = u32> {
        let order = self.orders.get(sort.place);
        let (present, absent) = order.map_or((&[][..], &[][..]), |order| (&order.present, &order.absent));
        let first = |slots: &'_ [u32]| slots.partition_point(|slot| before(*slot));
        let (group, higher) = match sort.direction {
            Direction::Ascending => (0..first(present), present.len()),
            // The array ascends: what comes before stands behind, and what is equal is in order.
            Direction::Descending => {
                let key = |slot: &u32| match boundary.keys.first() {
                    Some(key) => self.sort_value(sort.key, *slot).compare(key, sort.direction),
                    None => Ordering::Equal,
                };
                let lower = present.partition_point(|slot| key(slot) == Ordering::Greater);
                let higher = present.partition_point(|slot| key(slot) != Ordering::Less);
                let equal = present.get(lower..higher).unwrap_or_default();
                (lower..lower + first(equal), higher)
            }
        };
        let parts = [(present, group), (present, higher..present.len()), (absent, 0..first(absent))];
        parts.into_iter().flat_map(|(slots, range)| slots.get(range).unwrap_or_default().iter().copied())
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
            Matches::Walked(sort, members) => self.cut(sort, &members, offset, limit),
        }
    }

    /// The members on a page of an order. Downwards, the groups of equal keys come in reverse, each by id.
    fn cut(&self, sort: Sort, members: &Members<'_>, offset: u64, limit: u64) -> Vec<u32> {
        let Some(order) = self.orders.get(sort.place) else { return Vec::new() };
        let mut passed = 0;
        let mut skipped = |slot: &u32| {
            let skipped = !members.holds(*slot) || passed < offset;
            passed += u64::from(skipped && members.holds(*slot));
            skipped
        };
        let mut page = Vec::with_capacity(limit as usize);
        let mut take = |slots: &mut dyn Iterator<Item = &u32>, skip: u64| {
            let free = limit as usize - page.len();
            page.extend(slots.filter(|slot| members.holds(**slot)).skip(skip as usize).take(free));
        };
        match sort.direction {
            Direction::Ascending => {
                let first = order.present.iter().position(|slot| !skipped(slot)).unwrap_or(order.present.len());
                take(&mut order.present.iter().skip(first), 0);
            }
            Direction::Descending => {
                let equal = |a: &u32, b: &u32| self.compare_key(sort, *a, *b).is_eq();
                if let Some(first) = order.present.iter().rposition(|slot| !skipped(slot)) {
                    // Only here is it asked where a group ends: those that were passed over are whole, but for this one.
                    let (upto, above) = order.present.split_at(first + 1);
                    let group = above.iter().take_while(|slot| upto.last().is_some_and(|last| equal(slot, last)));
                    let end = first + 1 + group.clone().count();
                    let skip = group.filter(|slot| members.holds(**slot)).count() as u64;
                    let groups = order.present.get(..end).unwrap_or_default().chunk_by(equal);
                    take(&mut groups.rev().flatten(), skip);
                }
            }
        }
        let left = offset - passed;
        take(&mut order.absent.iter(), left);
        page
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

/// The value of a boundary at a slot, for a cursor.
pub fn boundary_at(shelf: &Shelf, sorts: &[Sort], slot: u32) -> Option<Boundary> {
    let card = shelf.card(slot)?;
    let keys: Vec<BoundaryKey> = sorts.iter().map(|sort| shelf.sort_value(sort.key, slot)).collect();
    Some(Boundary { keys, id: card.id })
}
