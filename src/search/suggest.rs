//! Suggestions: titles and other names by how they begin, and by how any of their words does. The words are sorted
//! once; what changed since stands in a short list beside them, until that is long enough to sort again.

use std::sync::Arc;

use uuid::Uuid;

use super::words::{LANGUAGES, split};

/// Changed names that are looked through one by one before everything is sorted again.
const FRESH: usize = 5000;

/// Beginnings of words that are looked at for one answer.
const LOOKED_AT: usize = 20_000;

/// Of those, the best that are put in order.
const RANKED: usize = 1000;

/// A name that can be suggested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The entry.
    pub id: Uuid,
    /// Its place in the sequence.
    pub seq: i64,
    /// The language of the name.
    pub lang: Box<str>,
    /// The name.
    pub text: Box<str>,
    /// Whether it is another name than the title.
    pub alias: bool,
}

/// A name that completes what was typed.
pub type Suggestion = Candidate;

#[derive(Debug)]
struct Known {
    candidate: Candidate,
    folded: Box<str>,
}

/// The names of a hub.
#[derive(Debug, Clone, Default)]
pub struct Suggestions {
    sorted: Arc<Sorted>,
    fresh: Vec<Arc<Known>>,
}

#[derive(Debug, Default)]
struct Sorted {
    known: Vec<Known>,
    /// The beginnings of words: the name, and where in its folded form.
    beginnings: Vec<(u32, u16)>,
}

impl Known {
    fn new(candidate: Candidate) -> Self {
        let folded = folded(&candidate.text);
        Self { candidate, folded: folded.into() }
    }

    fn from(&self, at: u16) -> &str {
        self.folded.get(usize::from(at)..).unwrap_or_default()
    }
}

/// A text as its words, folded, with single spaces between them.
fn folded(text: &str) -> String {
    let Some(plain) = LANGUAGES.last() else { return String::new() };
    split(text, plain).into_iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}

fn beginnings(folded: &str) -> impl Iterator<Item = u16> + '_ {
    let words = folded.match_indices(' ').map(|(at, _)| at + 1);
    std::iter::once(0).chain(words).filter_map(|at| u16::try_from(at).ok())
}

impl Suggestions {
    /// From every name.
    pub fn new(candidates: impl Iterator<Item = Candidate>) -> Self {
        let known: Vec<Known> = candidates.map(Known::new).collect();
        let all = (0u32..).zip(&known);
        let mut starts: Vec<(u32, u16)> =
            all.flat_map(|(place, known)| beginnings(&known.folded).map(move |at| (place, at))).collect();
        let text = |(place, at): &(u32, u16)| known.get(*place as usize).map_or("", |known| known.from(*at));
        starts.sort_unstable_by(|a, b| text(a).cmp(text(b)));
        Self { sorted: Arc::new(Sorted { known, beginnings: starts }), fresh: Vec::new() }
    }

    /// The same with other names for some entries; what they were called before is not suggested any more, because it
    /// is of an earlier place in the sequence. `None` when it is time to begin anew.
    #[must_use]
    pub fn with(&self, candidates: impl Iterator<Item = Candidate>) -> Option<Self> {
        let mut fresh = self.fresh.clone();
        fresh.extend(candidates.map(|candidate| Arc::new(Known::new(candidate))));
        (fresh.len() <= FRESH).then(|| Self { sorted: Arc::clone(&self.sorted), fresh })
    }

    /// The names that complete a text, best first: those that begin with it before those of which another word does,
    /// then the shorter. One for each entry, of those that `fit`: where several do, the one that is `shown` to the reader
    /// rather than one in another language.
    pub fn complete(
        &self,
        typed: &str,
        most: usize,
        fit: &dyn Fn(&Candidate) -> bool,
        shown: &dyn Fn(&Candidate) -> bool,
    ) -> Vec<Suggestion> {
        let typed = folded(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found = self.beginning_with(&typed, &[]);
        if let (true, Some((others, last))) = (found.is_empty(), typed.rsplit_once(' ')) {
            let others: Vec<&str> = others.split(' ').collect();
            found = self.beginning_with(last, &others);
        }
        let compare = |a: &(u16, &Known), b: &(u16, &Known)| {
            let key = |(at, known): &(u16, &Known)| (*at > 0, known.candidate.alias, known.folded.len());
            let by_name = || a.1.folded.cmp(&b.1.folded).then_with(|| a.1.candidate.id.cmp(&b.1.candidate.id));
            key(a).cmp(&key(b)).then_with(by_name)
        };
        if found.len() > RANKED {
            found.select_nth_unstable_by(RANKED, compare);
            found.truncate(RANKED);
        }
        found.sort_unstable_by(compare);
        let mut chosen: Vec<Suggestion> = Vec::new();
        for (_, known) in &found {
            let candidate = &known.candidate;
            if chosen.len() >= most {
                break;
            }
            if !chosen.iter().any(|other| other.id == candidate.id) && fit(candidate) {
                let same = found.iter().map(|(_, known)| &known.candidate).filter(|other| other.id == candidate.id);
                chosen.push(same.filter(|other| fit(other)).find(|other| shown(other)).unwrap_or(candidate).clone());
            }
        }
        chosen
    }

    /// The entries that are called just what was typed.
    pub fn named(&self, typed: &str) -> Vec<Uuid> {
        let typed = folded(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let sorted = &self.sorted;
        let text = |(place, at): &(u32, u16)| sorted.known.get(*place as usize).map_or("", |known| known.from(*at));
        let from = sorted.beginnings.partition_point(|beginning| text(beginning) < typed.as_str());
        let range = sorted.beginnings.get(from..).unwrap_or_default().iter();
        let whole = range.take_while(|beginning| text(beginning) == typed).filter(|(_, at)| *at == 0);
        let known = whole.filter_map(|(place, _)| sorted.known.get(*place as usize));
        let fresh = self.fresh.iter().map(AsRef::as_ref).filter(|known| *known.folded == *typed);
        let mut named: Vec<Uuid> = known.chain(fresh).map(|known| known.candidate.id).collect();
        named.sort_unstable();
        named.dedup();
        named
    }

    /// Names of which a word begins so, and that have words that begin with all the others.
    fn beginning_with(&self, prefix: &str, others: &[&str]) -> Vec<(u16, &Known)> {
        let sorted = &self.sorted;
        let text = |(place, at): &(u32, u16)| sorted.known.get(*place as usize).map_or("", |known| known.from(*at));
        let from = sorted.beginnings.partition_point(|beginning| text(beginning) < prefix);
        let range = sorted.beginnings.get(from..).unwrap_or_default().iter();
        let mut found: Vec<(u16, &Known)> = range
            .take_while(|beginning| text(beginning).starts_with(prefix))
            .take(LOOKED_AT)
            .filter_map(|(place, at)| Some((*at, sorted.known.get(*place as usize)?)))
            .collect();
        for known in &self.fresh {
            found.extend(
                beginnings(&known.folded).filter(|at| known.from(*at).starts_with(prefix)).map(|at| (at, &**known)),
            );
        }
        found.retain(|(_, known)| {
            others.iter().all(|other| known.folded.split(' ').any(|word| word.starts_with(other)))
        });
        found
    }
}
