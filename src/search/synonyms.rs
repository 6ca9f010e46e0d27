//! Synonyms: the title of a topic or an organisation and its aliases are names of the same thing. Whoever types one of
//! them also finds what is written under the others.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use super::words::{Language, Word, split};

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

/// A name as it is looked for.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    terms: Vec<String>,
    /// The terms that tell something, with spaces between them: who types the name may leave out the others.
    telling: String,
}

impl Name {
    fn read(name: &str, language: &Language) -> Option<Self> {
        let words = split(name, language);
        let telling = |word: &&Word| !language.is_stop_word(&word.text, &word.text);
        let telling: Vec<String> = words.iter().filter(telling).map(|word| language.term(&word.text)).collect();
        let terms: Vec<String> = words.iter().map(|word| language.term(&word.text)).collect();
        let fits = (1..=LONGEST).contains(&terms.len()) && !telling.is_empty();
        fits.then(|| Self { terms, telling: telling.join(" ") })
    }
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
        for (_, names) in entries {
            // An entry in several languages that are not told apart is one all the same.
            let mut groups: BTreeMap<&str, Vec<Name>> = BTreeMap::new();
            for Names { lang, names } in names {
                if let Some(language) = Language::of(lang) {
                    let group = groups.entry(language.code).or_default();
                    group.extend(names.iter().filter_map(|name| Name::read(name, language)));
                }
            }
            groups.into_values().for_each(|group| synonyms.add(group));
        }
        synonyms
    }

    fn add(&mut self, mut group: Vec<Name>) {
        group.sort();
        group.dedup_by(|a, b| a.terms == b.terms);
        if group.len() < 2 {
            return;
        }
        let place = self.groups.len() as u32;
        for (member, name) in (0u32..).zip(&group) {
            self.longest = self.longest.max(name.terms.len());
            self.by_name.entry(name.telling.clone()).or_default().push((place, member));
        }
        self.groups.push(group.into_iter().map(|name| name.terms).collect());
    }

    /// How many words the longest name has.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// What is otherwise called by a name, given as its telling terms with spaces between them. Of a name that many
    /// share, nothing.
    pub fn of(&self, name: &str) -> Vec<Vec<String>> {
        let places = self.by_name.get(name).map_or(&[][..], Vec::as_slice);
        if places.chunk_by(|(one, _), (other, _)| one == other).count() > SHARED {
            return Vec::new();
        }
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

    fn names(lang: &str, names: &[&str]) -> Names {
        Names { lang: lang.to_owned(), names: names.iter().map(|name| (*name).to_owned()).collect() }
    }

    fn made(entries: &[Vec<Names>]) -> Synonyms {
        let entries: Vec<(Uuid, &Vec<Names>)> = (0..).map(Uuid::from_u128).zip(entries).collect();
        Synonyms::new(entries.iter().map(|(id, names)| (id, *names)))
    }

    fn of(entries: usize) -> Synonyms {
        made(&(0..entries).map(|number| vec![names("en", &["care", &format!("ward {number}")])]).collect::<Vec<_>>())
    }

    #[test]
    fn a_name_of_a_few_brings_what_they_are_otherwise_called_and_a_common_word_nothing() {
        assert_eq!(of(1).of("encare"), [["enward", "en0"]]);
        assert_eq!(of(SHARED).of("encare").len(), SHARED);
        assert!(of(SHARED + 1).of("encare").is_empty());
        assert_eq!(of(SHARED + 1).of("enward en0"), [["encare"]], "its own name still brings it");
    }

    #[test]
    fn one_entry_is_one_in_however_many_languages_and_spellings() {
        // Their rules are not known, so that their words are not told apart.
        let languages = ["pl", "ur", "ps", "so", "ti", "am"];
        let synonyms = made(&[languages.iter().map(|lang| names(lang, &["Redress", lang])).collect::<Vec<_>>()]);
        assert_eq!(synonyms.of("xxredress").len(), languages.len());
        let spellings = ["care", "the care", "of care", "care of the", "in care", "a care", "ward"];
        assert!(made(&[vec![names("en", &spellings)]]).of("encare").contains(&vec!["enward".to_owned()]));
    }
}
