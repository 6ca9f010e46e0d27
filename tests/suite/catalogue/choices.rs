//! Choices: numbers from a seed, or from a tape that proptest makes and shrinks. A tape that has run out goes on with
//! zeros, so that a shorter tape makes a simpler case.

/// A source of choices.
pub enum Choices<'a> {
    /// Endless, from a seed (splitmix64).
    Seed(u64),
    /// A tape.
    Tape(&'a [u16]),
}

impl Choices<'_> {
    fn next(&mut self) -> u64 {
        match self {
            Self::Seed(state) => {
                *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
                let mut mixed = *state;
                mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
                mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
                mixed ^ (mixed >> 31)
            }
            Self::Tape(rest) => match rest.split_first() {
                Some((first, others)) => {
                    *rest = others;
                    u64::from(*first)
                }
                None => 0,
            },
        }
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// `true` so many times in a hundred; `false` when the tape has run out.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) >= 100 - percent
    }

    /// One of them.
    pub fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }

    /// Up to `most` of them, each once, in any order.
    pub fn some<T: Clone + PartialEq>(&mut self, from: &[T], most: usize) -> Vec<T> {
        let mut chosen: Vec<T> = Vec::new();
        for _ in 0..self.below(most + 1) {
            if let Some(one) = (!from.is_empty()).then(|| self.pick(from).clone())
                && !chosen.contains(&one)
            {
                chosen.push(one);
            }
        }
        chosen
    }
}
