//! Words that are nearly the one that was typed, out of those that somebody wrote: one letter more, less, changed or
//! swapped from five letters, two from nine.

use std::collections::HashMap;

use tantivy::query::FuzzyTermQuery;
use tantivy::schema::Term;

use super::view::View;

/// How many words one may stand for, at most.
const MOST: usize = 8;

/// Longer words are taken as they are.
const LONGEST: usize = 40;

/// How many letters of a word may be wrong.
pub fn tolerance(word: &str) -> u8 {
    match word.chars().count() {
        0..5 => 0,
        5..9 => 1,
        9..=LONGEST => 2,
        _ => 0,
    }
}

/// The nearest words with how many letters they differ by: the nearest first, then the commonest.
pub fn nearly(view: &View, word: &str) -> Vec<(String, u8)> {
    // A number or a symbol with another digit in it is another one.
    if !word.chars().all(char::is_alphabetic) {
        return Vec::new();
    }
    for distance in 1..=tolerance(word) {
        let mut found = at(view, word, distance);
        if !found.is_empty() {
            found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            found.truncate(MOST);
            return found.into_iter().map(|(word, _)| (word, distance)).collect();
        }
    }
    Vec::new()
}

/// The words within a distance, each with the number of texts that have it.
fn at(view: &View, word: &str, distance: u8) -> Vec<(String, u32)> {
    let mut found: HashMap<String, u32> = HashMap::new();
    for segment in &view.segments {
        let term = Term::from_field_text(view.fields.surfaces, word);
        let Ok(automaton) = FuzzyTermQuery::new(term, distance, true).automaton() else { continue };
        let Ok(mut terms) = segment.surfaces().terms().search(automaton).into_stream() else { continue };
        while terms.advance() {
            if let Ok(term) = std::str::from_utf8(terms.key()) {
                *found.entry(term.to_owned()).or_default() += terms.value().doc_freq;
            }
        }
    }
    found.into_iter().collect()
}
