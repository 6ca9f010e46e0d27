//! Where the words that were sought stand in a text: the passage with most of them, the words marked by their place in
//! it, and the same as HTML that is safe to show.

use std::ops::Range;

use super::evaluating::Statistics;
use super::plan::Plan;
use super::text::TextField;
use super::words::{LANGUAGES, Language, each_word, each_word_like};

/// Words of a passage.
const PASSAGE: usize = 40;

/// Words that a passage shows before the first that was sought.
const LEAD: usize = 6;

/// Texts of so many words are shown whole.
const WHOLE: usize = 55;

/// How much of a text is looked through, in characters.
const LOOKED_THROUGH: usize = 64 * 1024;

/// A passage with what was found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Highlight {
    /// The passage, plain text; an ellipsis where it was cut.
    pub text: String,
    /// What was found: beginnings and ends, in characters (Unicode code points) of the passage.
    pub ranges: Vec<(usize, usize)>,
    /// The passage as HTML: escaped, what was found inside `mark`.
    pub html: String,
}

struct Sought {
    rest: Vec<String>,
    concept: usize,
    worth: f32,
    fields: &'static [TextField],
}

/// What is sought in one language.
struct Beginnings {
    letters: Letters,
    firsts: Vec<First>,
}

impl Beginnings {
    fn of(language: &Language) -> Self {
        Self { letters: Letters::of(language), firsts: Vec::new() }
    }

    fn add(&mut self, language: &Language, term: &str, sought: Sought) {
        // Before each stem stands the code of its language.
        self.letters.add(language, term.as_bytes().get(language.code.len()..).unwrap_or_default());
        match self.firsts.iter_mut().find(|known| known.term == *term) {
            Some(known) => known.sought.push(sought),
            None => self.firsts.push(First { term: term.to_owned(), sought: vec![sought] }),
        }
    }

    /// What begins with this word.
    fn begun_by(&self, word: &str, language: &Language) -> Option<&First> {
        language.with_term(word, |term| self.firsts.iter().find(|first| first.term == term))
    }
}

/// With which two letters a word may begin that has one of some stems: nearly all words are told from them by a look. Letters
/// that share a place with others let more words through than they had to.
struct Letters([u64; PLACES]);

/// Places of letters.
const PLACES: usize = 64;

impl Letters {
    fn of(language: &Language) -> Self {
        Self([if language.kept_letters == 0 { u64::MAX } else { 0 }; PLACES])
    }

    fn add(&mut self, language: &Language, stem: &[u8]) {
        let second = stem.get(1).filter(|_| language.kept_letters > 1).map_or(u64::MAX, |letter| 1 << place(*letter));
        if let Some(seconds) = stem.first().and_then(|letter| self.0.get_mut(place(*letter))) {
            *seconds |= second;
        }
    }

    /// Whether a word in upper or lower case may be one of them.
    fn may_begin(&self, word: &[u8]) -> bool {
        let second = word.get(1).map_or(u64::MAX, |letter| 1 << place(*letter));
        word.first().and_then(|letter| self.0.get(place(*letter))).is_some_and(|seconds| seconds & second != 0)
    }
}

/// The place of a letter in either case; `y` and `i` have the same, as stems change one into the other.
const fn place(letter: u8) -> usize {
    let lower = letter | 0x20;
    (if lower == b'y' { b'i' } else { lower }) as usize % PLACES
}

/// What is sought by its first term.
struct First {
    term: String,
    sought: Vec<Sought>,
}

/// What marks texts for one query.
pub struct Highlighter {
    /// By the place of the language.
    by_language: Vec<Beginnings>,
}

struct Hit {
    first: usize,
    last: usize,
    concept: usize,
    worth: f32,
}

impl Highlighter {
    /// For a plan; rarer words are worth more.
    pub fn new(plan: &Plan, statistics: &Statistics) -> Self {
        let mut by_language: Vec<Beginnings> = LANGUAGES.iter().map(Beginnings::of).collect();
        for (place, concept) in plan.concepts.iter().enumerate() {
            let frequency = statistics.frequencies.get(place).copied().unwrap_or(0) as f32;
            let worth = (1.0 + statistics.texts as f32 / (1.0 + frequency)).ln();
            for alternative in &concept.alternatives {
                let Some((term, rest)) = alternative.terms.split_first() else { continue };
                let language = LANGUAGES.iter().find(|language| term.starts_with(language.code));
                let of = language.and_then(|language| Some((language, by_language.get_mut(language.place)?)));
                let Some((language, of)) = of else { continue };
                let sought = Sought {
                    rest: rest.to_vec(),
                    concept: place,
                    worth: worth * alternative.weight,
                    fields: concept.fields,
                };
                of.add(language, term, sought);
            }
        }
        Self { by_language }
    }

    /// Marks a text; `None` when nothing in it was sought.
    pub fn mark(&self, field: TextField, text: &str, lang: &str) -> Option<Highlight> {
        let language = Language::of(lang)?;
        let sought = self.by_language.get(language.place).filter(|sought| !sought.firsts.is_empty())?;
        let text = beginning(text);
        let mut words: Vec<Range<usize>> = Vec::with_capacity(text.len() / 6);
        let mut found: Vec<(usize, &First)> = Vec::new();
        each_word_like(
            text,
            language,
            |word| sought.letters.may_begin(word),
            |word, at| {
                let first = word.and_then(|word| sought.begun_by(word, language));
                found.extend(first.map(|first| (words.len(), first)));
                words.push(at);
            },
        );
        let hits = hits(&found, field, text, &words, language);
        if hits.is_empty() {
            return None;
        }
        let (from, to) = if words.len() <= WHOLE { (0, words.len()) } else { best(&hits, words.len()) };
        let start = if from == 0 { 0 } else { words.get(from)?.start };
        let end = if to == words.len() { text.len() } else { words.get(to.checked_sub(1)?)?.end };
        let mut spans: Vec<(usize, usize)> = hits
            .iter()
            .filter(|hit| hit.first >= from && hit.last < to)
            .filter_map(|hit| Some((words.get(hit.first)?.start, words.get(hit.last)?.end)))
            .collect();
        spans.sort_unstable();
        spans.dedup_by(|next, kept| {
            let joined = next.0 < kept.1;
            if joined {
                kept.1 = kept.1.max(next.1);
            }
            joined
        });
        Some(shown(text, start, end, &spans))
    }
}

/// Which words of a text were sought, of those that what is sought begins with.
fn hits(
    found: &[(usize, &First)],
    field: TextField,
    text: &str,
    words: &[Range<usize>],
    language: &Language,
) -> Vec<Hit> {
    let is = |place: usize, term: &str| {
        let written = words.get(place).and_then(|at| text.get(at.clone())).unwrap_or_default();
        let mut same = false;
        each_word(written, language, |word, _| same = language.with_term(word, |known| known == term));
        same
    };
    let mut hits = Vec::new();
    for (place, first) in found {
        for sought in first.sought.iter().filter(|sought| sought.fields.contains(&field)) {
            if (*place + 1..).zip(&sought.rest).all(|(place, term)| is(place, term)) {
                let last = place + sought.rest.len();
                hits.push(Hit { first: *place, last, concept: sought.concept, worth: sought.worth });
            }
        }
    }
    hits
}

/// As much of a text as is looked through.
fn beginning(text: &str) -> &str {
    if text.len() <= LOOKED_THROUGH {
        return text;
    }
    text.char_indices().nth(LOOKED_THROUGH).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// The words from which and to which a passage goes: the first of those that hold the most of what was sought.
fn best(hits: &[Hit], words: usize) -> (usize, usize) {
    let mut best = (0.0f32, 0);
    for (place, hit) in hits.iter().enumerate() {
        let mut seen: Vec<usize> = Vec::new();
        let mut worth = 0.0;
        let within = hits.iter().skip(place).take_while(|other| other.last < hit.first + PASSAGE - LEAD);
        for other in within {
            if seen.contains(&other.concept) {
                worth += other.worth * 0.1;
            } else {
                seen.push(other.concept);
                worth += other.worth;
            }
        }
        if worth > best.0 {
            best = (worth, hit.first);
        }
    }
    let from = best.1.saturating_sub(LEAD).min(words.saturating_sub(PASSAGE));
    (from, (from + PASSAGE).min(words))
}

fn shown(text: &str, start: usize, end: usize, spans: &[(usize, usize)]) -> Highlight {
    let mut highlight = Highlight { text: String::new(), ranges: Vec::new(), html: String::new() };
    if start > 0 {
        highlight.text.push('…');
        highlight.html.push('…');
    }
    let mut characters = highlight.text.chars().count();
    let mut at = start;
    for (from, to) in spans {
        let (Some(before), Some(found)) = (text.get(at..*from), text.get(*from..*to)) else { continue };
        highlight.text.push_str(before);
        escape(before, &mut highlight.html);
        characters += before.chars().count();
        let length = found.chars().count();
        highlight.ranges.push((characters, characters + length));
        characters += length;
        highlight.text.push_str(found);
        highlight.html.push_str("<mark>");
        escape(found, &mut highlight.html);
        highlight.html.push_str("</mark>");
        at = *to;
    }
    let rest = text.get(at..end).unwrap_or_default();
    highlight.text.push_str(rest);
    escape(rest, &mut highlight.html);
    if end < text.len() {
        highlight.text.push('…');
        highlight.html.push('…');
    }
    highlight
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::words::{LANGUAGES, fold};
    use super::Letters;

    proptest! {
        #[test]
        fn no_word_is_passed_over_that_has_the_stem(word in "[a-z]{1,9}|[а-я]{1,9}|[ا-ي]{1,8}|[a-zäöüßéèçñşğıøåăâő]{1,9}") {
            let word = fold(&word);
            prop_assume!(!word.is_empty());
            for language in LANGUAGES.iter() {
                let mut letters = Letters::of(language);
                letters.add(language, language.stem(&word).as_bytes());
                prop_assert!(letters.may_begin(word.as_bytes()), "{} {}", language.code, word);
                prop_assert!(letters.may_begin(word.to_ascii_uppercase().as_bytes()), "{} {}", language.code, word);
            }
        }

        #[test]
        fn most_other_words_are_passed_over(word in "[b-h][b-h]{1,9}", other in "[k-z][k-w]{1,9}") {
            let mut letters = Letters::of(&LANGUAGES[0]);
            letters.add(&LANGUAGES[0], word.as_bytes());
            prop_assert!(!letters.may_begin(other.as_bytes()), "{other} is no {word}");
        }
    }
}
