//! Which texts meet a concept, and how often: as little of it as scores need, so that what was once read is kept for
//! many questions.

use std::sync::Arc;

use quick_cache::Weighter;
use quick_cache::sync::Cache;

/// How often a text meets a concept: `n / (n + 1)` in steps, which lie closer together where more of a word still matters.
/// A score after BM25 differs by less than a hundredth of one that is made with the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Often(u8);

const STEPS: f32 = 256.0;

impl Often {
    const NEVER: Self = Self(0);

    /// The step of a number above zero.
    fn of(count: f32) -> Self {
        Self((STEPS * count / (count + 1.0)).round().clamp(1.0, STEPS - 1.0) as u8)
    }

    /// What BM25 makes of the number, `n / (n + half)`: nothing for none, and towards 1 for many.
    #[inline]
    pub fn saturated(self, half: f32) -> f32 {
        let step = f32::from(self.0);
        step / (step + half * (STEPS - step))
    }
}

/// From every so manieth text on, a byte for each of all texts is less than the numbers of those that are met.
const DENSE: usize = 5;

/// The texts that meet a concept.
pub(super) struct Met {
    /// How many do.
    pub count: u32,
    /// Words that were read to find them.
    pub read: u64,
    texts: Texts,
}

enum Texts {
    /// Of every text.
    All(Box<[Often]>),
    /// Of those that do, in the order of their numbers.
    Few(Box<[u32]>, Box<[Often]>),
}

impl Met {
    /// Those that have a count.
    pub fn take(gathered: &mut Gathered, read: u64) -> Self {
        let Gathered { counts, met } = gathered;
        let count = met.len() as u32;
        let take = |count: &mut f32| if *count > 0.0 { Often::of(std::mem::take(count)) } else { Often::NEVER };
        let texts = if met.len() > counts.len() / DENSE {
            met.clear();
            Texts::All(counts.iter_mut().map(take).collect())
        } else {
            met.sort_unstable();
            let often = |text: &u32| counts.get_mut(*text as usize).map_or(Often::NEVER, take);
            let often = met.iter().map(often).collect();
            Texts::Few(met.drain(..).collect(), often)
        };
        Self { count, read, texts }
    }

    /// How often every text meets it, where that is how it is kept.
    pub fn all(&self) -> Option<&[Often]> {
        match &self.texts {
            Texts::All(often) => Some(often),
            Texts::Few(..) => None,
        }
    }

    /// Whether a text meets it.
    pub fn holds(&self, text: u32) -> bool {
        match &self.texts {
            Texts::All(often) => often.get(text as usize).is_some_and(|often| *often != Often::NEVER),
            Texts::Few(texts, _) => texts.binary_search(&text).is_ok(),
        }
    }

    /// Shows each text that meets it, with how often it does.
    pub fn each(&self, mut show: impl FnMut(u32, Often)) {
        match &self.texts {
            Texts::All(often) => {
                let met = (0u32..).zip(often).filter(|(_, often)| **often != Often::NEVER);
                met.for_each(|(text, often)| show(text, *often));
            }
            Texts::Few(texts, often) => texts.iter().zip(often).for_each(|(text, often)| show(*text, *often)),
        }
    }
}

/// How often each text meets what is being read. Between two concepts, all of it is zero.
#[derive(Default)]
pub(super) struct Gathered {
    counts: Vec<f32>,
    met: Vec<u32>,
}

impl Gathered {
    /// Makes room for so many texts.
    pub fn room(&mut self, texts: usize) {
        self.counts.resize(texts, 0.0);
    }

    /// A text meets it so often more.
    pub fn add(&mut self, text: u32, count: f32) {
        if let Some(known) = self.counts.get_mut(text as usize) {
            if *known == 0.0 {
                self.met.push(text);
            }
            *known += count;
        }
    }
}

/// Decodes postings once for many questions: what concepts were met by, by the name of the concept.
pub(super) type MetCache = Cache<String, Arc<Met>, ByBytes>;

#[derive(Clone)]
pub(super) struct ByBytes;

impl Weighter<String, Arc<Met>> for ByBytes {
    fn weight(&self, name: &String, met: &Arc<Met>) -> u64 {
        let texts = match &met.texts {
            Texts::All(often) => often.len(),
            Texts::Few(texts, _) => texts.len() * 5,
        };
        (name.len() + texts + 128) as u64
    }
}

/// Bytes of decoded postings that are kept.
const MET: u64 = 16 << 20;

/// What a concept is met by on average, for sizing the cache's tables.
const TYPICAL: u64 = 16 << 10;

pub(super) fn met_cache() -> MetCache {
    Cache::with_weighter((MET / TYPICAL) as usize, MET, ByBytes)
}

#[cfg(test)]
mod tests {
    use super::{Gathered, Met, Often};

    #[test]
    fn steps_are_as_good_as_numbers() {
        for count in [0.25f32, 0.5, 1.0, 1.2, 2.0, 3.25, 7.0, 20.0, 100.0] {
            for half in [0.55f32, 0.9, 1.5, 3.0] {
                let exact = count / (count + half);
                let near = Often::of(count).saturated(half);
                assert!((near - exact).abs() < 0.01, "{count} with {half}: {near} for {exact}");
            }
        }
        assert_eq!(Often::NEVER.saturated(1.0), 0.0);
        assert!(Often::of(0.0001).saturated(1.0) > 0.0, "what is met has a score");
    }

    #[test]
    fn few_and_many_are_told_alike() {
        let taken = |texts: &[u32], of: usize| {
            let mut gathered = Gathered::default();
            gathered.room(of);
            for text in texts {
                gathered.add(*text, 1.0);
                gathered.add(*text, 0.25);
            }
            let met = Met::take(&mut gathered, 0);
            assert!(gathered.counts.iter().all(|count| *count == 0.0) && gathered.met.is_empty());
            let mut shown = Vec::new();
            met.each(|text, often| shown.push((text, often)));
            (met.all().is_some(), met.count, shown)
        };
        let shown = [(3, Often::of(1.25)), (7, Often::of(1.25))].to_vec();
        assert_eq!(taken(&[7, 3], 1000), (false, 2, shown.clone()));
        assert_eq!(taken(&[7, 3], 9), (true, 2, shown));
    }
}
