//! Synonyms: the title of a topic or an organisation and its aliases are names of the same thing. Whoever types one of
//! them also finds what is written under the others.

use std::collections::HashMap;

use uuid::Uuid;

use super::words::{Language, split};

/// Names longer than this are no words that somebody types instead of others.
const LONGEST: usize = 8;

/// A name that more entries than these share is a common word: what each of them is otherwise called says nothing of it.
const SHARED: usize = 4;

/// Other names of an entry that are looked for.
const MOST: usize = 8;

/// The names of one entry in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// The language, a BCP 47 tag.
    pub lang: String,
    /// The names, the title first.
    pub names: Vec<String>,
}

/// Names by what they are called otherwise.
#[derive(Debug, Default)]
pub struct Synonyms {
    groups: Vec<Vec<Vec<String>>>,
    by_name: HashMap<String, Vec<(u32, u32)>>,
    longest: usize,
}

impl Synonyms {
    /// From the names of entries.
    pub fn new<'a>(entries: impl Iterator<Item = (&'a Uuid, &'a Vec<Names>)>) -> Self {
        let mut synonyms = Self::default();
        let mut entries: Vec<_> = entries.collect();
        // In one order everywhere, so that every node expands a query alike.
        entries.sort_by_key(|(id, _)| **id);
        for names in entries.into_iter().flat_map(|(_, names)| names) {
            let Some(language) = Language::of(&names.lang) else { continue };
            let name = |name: &String| -> Option<(Vec<String>, String)> {
                let words = split(name, language);
                let telling = |word: &&super::words::Word| !language.is_stop_word(&word.text, &word.text);
                let key: Vec<String> = words.iter().filter(telling).map(|word| language.term(&word.text)).collect();
                let terms: Vec<String> = words.iter().map(|word| language.term(&word.text)).collect();
                ((1..=LONGEST).contains(&terms.len()) && !key.is_empty()).then(|| (terms, key.join(" ")))
            };
            let mut group: Vec<(Vec<String>, String)> = names.names.iter().filter_map(name).collect();
            group.sort();
            group.dedup_by(|a, b| a.0 == b.0);
            if group.len() < 2 {
                continue;
            }
            let place = synonyms.groups.len() as u32;
            for (member, (terms, key)) in (0u32..).zip(&group) {
                synonyms.longest = synonyms.longest.max(terms.len());
                synonyms.by_name.entry(key.clone()).or_default().push((place, member));
            }
            synonyms.groups.push(group.into_iter().map(|(terms, _)| terms).collect());
        }
        synonyms
    }

    /// How many words the longest name has.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// What is otherwise called by a name, given as its telling terms with spaces between them. Of a name that many
    /// share, nothing.
    pub fn of(&self, name: &str) -> Vec<Vec<String>> {
        let places = self.by_name.get(name).filter(|places| places.len() <= SHARED).map_or(&[][..], Vec::as_slice);
        let mut others: Vec<Vec<String>> = Vec::new();
        for (group, own) in places {
            let Some(group) = self.groups.get(*group as usize) else { continue };
            let rest = (0u32..).zip(group).filter(|(member, _)| member != own).map(|(_, terms)| terms.clone());
            others.extend(rest.take(MOST));
        }
        others.sort();
        others.dedup();
        others
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Names, SHARED, Synonyms};

    fn of(entries: u128) -> Synonyms {
        let names =
            |number| vec![Names { lang: "en".to_owned(), names: vec!["care".to_owned(), format!("ward {number}")] }];
        let entries: Vec<(Uuid, Vec<Names>)> =
            (0..entries).map(|number| (Uuid::from_u128(number), names(number))).collect();
        Synonyms::new(entries.iter().map(|(id, names)| (id, names)))
    }

    #[test]
    fn a_name_of_a_few_brings_what_they_are_otherwise_called_and_a_common_word_nothing() {
        assert_eq!(of(1).of("encare"), [["enward", "en0"]]);
        assert_eq!(of(SHARED as u128).of("encare").len(), SHARED);
        assert!(of(SHARED as u128 + 1).of("encare").is_empty());
        assert_eq!(of(SHARED as u128 + 1).of("enward en0"), [["encare"]], "its own name still brings it");
    }
}
