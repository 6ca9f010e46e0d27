//! Where the words that were sought stand in a text: the passage with most of them, the words marked by their place in
//! it, and the same as HTML that is safe to show.

use std::ops::Range;

use xxhash_rust::xxh3::xxh3_64;

use super::evaluating::Statistics;
use super::plan::Plan;
use super::text::TextField;
use super::words::{LANGUAGES, Language, each_word};

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

/// A text as it is read for marking, once for many questions: of each word a few bits of its term, by which nearly all
/// texts and words are told from what is sought.
pub struct Words(Box<[u16]>);

impl Words {
    /// Reads a text in a language.
    pub fn of(text: &str, lang: &str) -> Self {
        let mut hints = Vec::new();
        if let Some(language) = Language::of(lang) {
            each_word(beginning(text), language, |word, _| hints.push(hint(&language.term(word))));
        }
        Self(hints.into())
    }

    /// Bytes that it takes in memory.
    pub fn weight(&self) -> usize {
        self.0.len() * size_of::<u16>()
    }
}

/// A few bits of a term.
fn hint(term: &str) -> u16 {
    xxh3_64(term.as_bytes()) as u16
}

struct Sought {
    rest: Vec<String>,
    concept: usize,
    worth: f32,
    fields: &'static [TextField],
}

/// What is sought by its first term.
struct First {
    hint: u16,
    term: String,
    sought: Vec<Sought>,
}

/// What marks texts for one query.
pub struct Highlighter {
    /// By the place of the language, in the order of hints.
    by_language: Vec<Vec<First>>,
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
        let mut by_language: Vec<Vec<First>> = LANGUAGES.iter().map(|_| Vec::new()).collect();
        for (place, concept) in plan.concepts.iter().enumerate() {
            let frequency = statistics.frequencies.get(place).copied().unwrap_or(0) as f32;
            let worth = (1.0 + statistics.texts as f32 / (1.0 + frequency)).ln();
            for alternative in &concept.alternatives {
                let Some((term, rest)) = alternative.terms.split_first() else { continue };
                let language = LANGUAGES.iter().find(|language| term.starts_with(language.code));
                let Some(of) = language.and_then(|language| by_language.get_mut(language.place)) else { continue };
                let sought = Sought {
                    rest: rest.to_vec(),
                    concept: place,
                    worth: worth * alternative.weight,
                    fields: concept.fields,
                };
                match of.iter_mut().find(|known| known.term == *term) {
                    Some(known) => known.sought.push(sought),
                    None => of.push(First { hint: hint(term), term: term.clone(), sought: vec![sought] }),
                }
            }
        }
        by_language.iter_mut().for_each(|of| of.sort_unstable_by_key(|first| first.hint));
        Self { by_language }
    }

    /// Marks a text; `None` when nothing in it was sought.
    pub fn mark(&self, field: TextField, text: &str, words: &Words, lang: &str) -> Option<Highlight> {
        let language = Language::of(lang)?;
        let text = beginning(text);
        let first = self.by_language.get(language.place).map_or(&[][..], Vec::as_slice);
        let sought = |hint: &u16| first.binary_search_by_key(hint, |first| first.hint).is_ok();
        if !words.0.iter().any(sought) {
            return None;
        }
        let mut places: Vec<Range<usize>> = Vec::with_capacity(words.0.len());
        each_word(text, language, |_, at| places.push(at));
        let hits = hits(first, field, text, &words.0, &places, language);
        let words = places;
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

/// Which words of a text were sought.
fn hits(
    first: &[First],
    field: TextField,
    text: &str,
    hints: &[u16],
    places: &[Range<usize>],
    language: &Language,
) -> Vec<Hit> {
    let is = |place: usize, term: &String| {
        let written = places.get(place).and_then(|at| text.get(at.clone())).unwrap_or_default();
        let mut same = false;
        each_word(written, language, |word, _| same = language.term(word) == *term);
        same
    };
    let mut hits = Vec::new();
    for (place, hint) in hints.iter().enumerate() {
        let from = first.partition_point(|first| first.hint < *hint);
        let alike = first.iter().skip(from).take_while(|first| first.hint == *hint);
        for sought in alike.filter(|first| is(place, &first.term)).flat_map(|first| &first.sought) {
            let follow = (place + 1..).zip(&sought.rest).all(|(place, term)| is(place, term));
            if follow && sought.fields.contains(&field) {
                let last = place + sought.rest.len();
                hits.push(Hit { first: place, last, concept: sought.concept, worth: sought.worth });
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
