//! The words of a query as each language of the index would have them, and which of them say nothing.

use super::query::{Clause, Words};
use super::view::View;
use super::words::{LANGUAGES, Language, split};

/// A word that was typed.
#[derive(Debug, Clone)]
pub struct Typed {
    /// Folded.
    pub folded: String,
    /// As every language of the index has it, in their order.
    pub terms: Vec<String>,
    /// Whether it says nothing of what is sought.
    pub stop: bool,
}

/// Words typed in capitals as operators of other search engines.
const OPERATORS: &[&str] = &["AND", "OR", "NOT"];

/// The words of each clause.
pub fn typed(view: &View, clauses: &[Clause]) -> Vec<Vec<Typed>> {
    let languages: Vec<&'static Language> = view.languages().collect();
    let mut all: Vec<Vec<(Typed, String)>> =
        clauses.iter().map(|clause| words_of(clause.words.text(), &languages)).collect();
    let shouted = clauses.iter().all(|clause| !clause.words.text().contains(char::is_lowercase));
    // The language of the question is the one that most of its small words are of.
    let hits = |language: &&'static Language| {
        let plain = clauses.iter().zip(&all).filter(|(clause, _)| matches!(clause.words, Words::Plain(_)));
        let words = plain.flat_map(|(_, words)| words);
        words.filter(|(word, raw)| language.is_stop_word(&raw.to_lowercase(), &word.folded)).count()
    };
    let counted: Vec<(usize, &'static Language)> =
        languages.iter().map(|language| (hits(language), *language)).collect();
    let most = counted.iter().map(|(count, _)| *count).max().unwrap_or(0);
    let of: Vec<&Language> =
        counted.iter().filter(|(count, _)| *count == most && most > 0).map(|(_, language)| *language).collect();
    let is_stop = |word: &Typed, raw: &str| {
        let name = !shouted && raw.chars().count() > 1 && !raw.contains(char::is_lowercase);
        let name = name && raw.contains(char::is_uppercase) && !OPERATORS.contains(&raw);
        !name && of.iter().any(|language| language.is_stop_word(&raw.to_lowercase(), &word.folded))
    };
    for (word, raw) in all.iter_mut().flatten() {
        word.stop = is_stop(word, raw);
    }
    // Nothing but small words: then they are what is sought.
    let kept = clauses.iter().zip(&all).any(|(clause, words)| {
        !clause.excluded && (matches!(clause.words, Words::Phrase(_)) || words.iter().any(|(word, _)| !word.stop))
    });
    let strip = |words: Vec<(Typed, String)>| {
        words.into_iter().map(|(word, _)| Typed { stop: word.stop && kept, ..word }).collect()
    };
    all.into_iter().map(strip).collect()
}

/// The words of a text, each with how it was typed. Languages split alike but for apostrophes.
fn words_of(text: &str, languages: &[&'static Language]) -> Vec<(Typed, String)> {
    let Some(plain) = LANGUAGES.last() else { return Vec::new() };
    let words = split(text, plain);
    let own: Vec<_> = languages.iter().map(|language| (*language, split(text, language))).collect();
    let typed = |(place, word): (usize, &super::words::Word)| {
        let term = |(language, own): &(&'static Language, Vec<super::words::Word>)| {
            let own = if own.len() == words.len() { own.get(place) } else { None };
            language.term(own.map_or(&word.text, |own| &own.text))
        };
        let typed = Typed { folded: word.text.clone(), terms: own.iter().map(term).collect(), stop: false };
        (typed, text.get(word.start..word.end).unwrap_or_default().to_owned())
    };
    words.iter().enumerate().map(typed).collect()
}
