//! Groups of codes that were asked for: to filter by a topic is to filter by all that is narrower, and to unite their
//! slots takes longer than all else that a list asks of the catalogue. A union is kept until its field changes.

use std::borrow::Cow;
use std::sync::OnceLock;

use roaring::RoaringBitmap;

/// The union of each group that was asked for, by the code that the group begins with.
#[derive(Debug, Default)]
pub struct Groups(OnceLock<Box<[OnceLock<Group>]>>);

#[derive(Debug)]
struct Group {
    codes: Box<[u32]>,
    slots: RoaringBitmap,
}

impl Groups {
    /// The slots of a group, in a field with so many codes; united now if nobody asked before.
    pub fn get(&self, codes: &[u32], count: u32, unite: impl Fn() -> RoaringBitmap) -> Cow<'_, RoaringBitmap> {
        let places = self.0.get_or_init(|| (0..count).map(|_| OnceLock::new()).collect());
        let place = codes.first().and_then(|first| places.get(*first as usize));
        let known = place.map(|place| place.get_or_init(|| Group { codes: codes.into(), slots: unite() }));
        match known {
            // What is narrower is said elsewhere, and may have changed since.
            Some(group) if *group.codes == *codes => Cow::Borrowed(&group.slots),
            _ => Cow::Owned(unite()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use roaring::RoaringBitmap;

    use super::Groups;

    #[test]
    fn a_group_is_united_once_and_never_mistaken_for_another() {
        let (groups, united) = (Groups::default(), Cell::new(0));
        let ask = |codes: &[u32]| {
            let unite = || {
                united.set(united.get() + 1);
                codes.iter().copied().collect::<RoaringBitmap>()
            };
            groups.get(codes, 4, unite).iter().collect::<Vec<_>>()
        };
        assert_eq!((ask(&[1, 2]), ask(&[1, 2]), united.get()), (vec![1, 2], vec![1, 2], 1));
        assert_eq!((ask(&[1, 3]), ask(&[9, 2]), ask(&[])), (vec![1, 3], vec![2, 9], vec![]));
        assert_eq!(ask(&[1, 2]), vec![1, 2]);
    }
}
