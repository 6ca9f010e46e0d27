//! The first few of very many, without putting the others in order.

use std::cmp::Ordering;

/// The first so many in an order, in order.
pub fn foremost<T: Copy>(all: impl Iterator<Item = T>, most: usize, order: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    if most == 0 {
        all.for_each(drop);
        return kept;
    }
    // Whoever stands behind this one cannot be among the first any more.
    let mut edge: Option<T> = None;
    for one in all {
        if edge.is_some_and(|edge| order(&one, &edge).is_gt()) {
            continue;
        }
        kept.push(one);
        if kept.len() >= most.saturating_mul(2).max(64) {
            edge = Some(*kept.select_nth_unstable_by(most - 1, &order).1);
            kept.truncate(most);
        }
    }
    kept.sort_unstable_by(&order);
    kept.truncate(most);
    kept
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::foremost;

    proptest! {
        #[test]
        fn they_are_those_that_would_stand_first(all in vec(0..40u32, 0..600), most in 0..90usize) {
            // Equals are told apart, as they are wherever this is used.
            let all: Vec<(u32, usize)> = all.into_iter().zip(0..).collect();
            let mut sorted = all.clone();
            sorted.sort_unstable();
            sorted.truncate(most);
            prop_assert_eq!(foremost(all.into_iter(), most, Ord::cmp), sorted);
        }
    }
}
