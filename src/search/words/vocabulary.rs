//! From words to the terms of the index. The language's two letters stand before each stem, because one field holds
//! texts of every language, and `pain` is bread in one of them and an ache in another.

use std::cell::RefCell;
use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::language::Language;
use super::split::each_word;

/// Words of a language that are remembered, because making a term takes longer; at most so many. Nearly all words of most
/// texts are among the first thousands, and there are many threads.
const REMEMBERED: usize = 4_000;

/// The same for whoever reads texts to be indexed, one after the other.
const READ: usize = 200_000;

/// Shorter words are not looked for with another letter in them.
const SHORTEST_SURFACE: usize = 4;

/// What is known of a word.
struct Known {
    /// As the index keeps it.
    term: Box<str>,
    /// Whether it is looked for with another letter in it: numbers and short words are not.
    surface: bool,
    /// The last text in which it stood.
    last: u64,
}

/// Words that were met in texts of each language, with what the index keeps of them.
pub struct Vocabulary {
    /// By language, then by word.
    known: Vec<HashMap<Box<str>, Known, RandomState>>,
    most: usize,
    /// The number of the text that is being read.
    text: u64,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self::of_at_most(READ)
    }
}

impl Vocabulary {
    const fn of_at_most(most: usize) -> Self {
        Self { known: Vec::new(), most, text: 0 }
    }

    /// The next text begins: no word stood in it yet.
    pub fn next_text(&mut self) {
        self.text += 1;
    }

    /// Adds the terms of a piece of the text, each with a space behind it. Words that are looked for with another letter
    /// in them, and did not stand in the text before, are added to `surfaces`.
    pub fn read(&mut self, language: &Language, piece: &str, terms: &mut String, mut surfaces: Option<&mut String>) {
        let text = self.text;
        each_word(piece, language, |word, _| {
            self.with(language, word, |known| {
                terms.push_str(&known.term);
                terms.push(' ');
                if let Some(surfaces) = surfaces.as_mut().filter(|_| known.surface && known.last != text) {
                    surfaces.push_str(word);
                    surfaces.push(' ');
                    known.last = text;
                }
            });
        });
    }

    fn with<T>(&mut self, language: &Language, word: &str, show: impl FnOnce(&mut Known) -> T) -> T {
        let make = || Known { term: language.make_term(word).into(), surface: is_surface(word), last: 0 };
        let wanted = self.known.len().max(language.place + 1);
        self.known.resize_with(wanted, HashMap::default);
        let Some(known) = self.known.get_mut(language.place) else { return show(&mut make()) };
        if let Some(known) = known.get_mut(word) {
            return show(known);
        }
        if known.len() >= self.most {
            known.clear();
        }
        show(known.entry(word.into()).or_insert_with(make))
    }
}

fn is_surface(word: &str) -> bool {
    word.chars().count() >= SHORTEST_SURFACE && word.chars().all(char::is_alphabetic)
}

thread_local! {
    static MET: RefCell<Vocabulary> = const { RefCell::new(Vocabulary::of_at_most(REMEMBERED)) };
}

impl Language {
    /// A folded word of this language as the index keeps it.
    pub fn term(&self, word: &str) -> String {
        self.with_term(word, str::to_owned)
    }

    /// Shows a folded word of this language as the index keeps it.
    pub fn with_term<T>(&self, word: &str, show: impl FnOnce(&str) -> T) -> T {
        MET.with_borrow_mut(|met| met.with(self, word, |known| show(&known.term)))
    }

    fn make_term(&self, word: &str) -> String {
        format!("{}{}", self.code, self.stem(word))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{LANGUAGES, fold};

    proptest! {
        #[test]
        fn a_stem_begins_as_its_word_where_the_language_says_so(
            word in "[a-zäöüßéèçñşğıøåăâő]{1,12}|[а-я]{1,12}|[ا-ي]{1,8}|[α-ω]{1,10}|(skies|dying|lying|oel|aerger|ueber|ing|y)[a-z]{0,5}|[aeiouystrnl]{1,4}",
            ending in "(s|es|ies|ing|ying|ed|ation|ungen|ement|mente|ность|lar|ului|jaiss|ité|ido|ar|er|ir|ene|ssa)?",
        ) {
            let word = fold(&format!("{word}{ending}"));
            let letters = |word: &str, count| word.replace('y', "i").chars().take(count).collect::<String>();
            for language in LANGUAGES.iter() {
                let stem = language.stem(&word);
                let kept = language.kept_letters.min(stem.chars().count());
                prop_assert_eq!(letters(&stem, kept), letters(&word, kept), "{} {} {}", language.code, word, stem);
            }
        }
    }
}
