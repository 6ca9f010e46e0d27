//! A query against a view: which terms stand for each word that was typed, which of them must be there and which must
//! not. Every list in a plan is bounded, so that nothing that is typed can keep the hub busy.

use super::expansion::{Typed, typed};
use super::fuzzy::nearly;
use super::query::{Clause, Restriction, Words};
use super::text::TextField;
use super::view::View;

/// Words of a query that are looked for; those behind them are passed over.
pub const MOST_WORDS: usize = 100;

/// Words of a query for which nearly equal ones are looked for.
const MOST_MISSPELT: usize = 6;

/// What a word that was found by a synonym counts.
const SYNONYM: f32 = 0.4;

/// What one that was found with one or two letters changed counts.
const NEARLY: [f32; 2] = [0.7, 0.5];

/// In a query of more words than these, a word that nobody wrote matters less: the others say what is meant.
const FEW: usize = 3;
const AMONG_MANY: f32 = 0.4;

/// How a query is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reading {
    /// Every word must be there.
    pub all: bool,
    /// Words that nobody wrote are taken for the nearest ones that somebody did.
    pub typos: bool,
}

/// One way in which a concept is met.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Alternative {
    /// The terms, one behind the other.
    pub terms: Vec<String>,
    /// What it counts.
    pub weight: f32,
}

/// A word, phrase or synonym that is looked for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Concept {
    /// The ways in which it is met.
    pub alternatives: Vec<Alternative>,
    /// Where.
    pub fields: &'static [TextField],
    /// The words of the query that it stands for, one bit each.
    pub covers: u128,
    /// What it counts.
    pub weight: f32,
    /// Whether it counts only where those words themselves are not.
    pub instead: bool,
}

impl Concept {
    /// What it is known by: all that decides which texts meet it, and how often.
    pub fn name(&self) -> String {
        let mut name: String = self.fields.iter().map(|field| char::from(b'0' + field.place() as u8)).collect();
        for way in &self.alternatives {
            name.push_str(&format!("\n{}", way.weight));
            for term in &way.terms {
                name.push('\t');
                name.push_str(term);
            }
        }
        name
    }
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    pub(super) concepts: Vec<Concept>,
    /// The words without which nothing matches.
    pub(super) required: u128,
    pub(super) excluded: Vec<Concept>,
}

impl Plan {
    /// Plans a query.
    pub fn make(view: &View, clauses: &[Clause], reading: Reading) -> Self {
        let mut plan = Self::default();
        let words = typed(view, clauses);
        let mut bit = 0;
        let mut misspelt = 0;
        for (clause, words) in clauses.iter().zip(&words) {
            let must = reading.all || clause.restriction != Restriction::Anywhere || clause.excluded;
            match &clause.words {
                Words::Phrase(_) => {
                    let concept = Concept { covers: 1 << (bit % 128), ..phrase(clause.restriction, words) };
                    if clause.excluded {
                        plan.excluded.push(concept);
                    } else if !concept.alternatives.is_empty() && bit < MOST_WORDS {
                        plan.required |= 1 << bit;
                        plan.concepts.push(concept);
                        bit += 1;
                    }
                }
                Words::Plain(_) => {
                    for word in words.iter().filter(|word| !word.stop) {
                        let mut concept = self::word(clause.restriction, word);
                        if clause.excluded {
                            plan.excluded.push(concept);
                            continue;
                        }
                        if let Some(known) = plan
                            .concepts
                            .iter_mut()
                            .find(|known| known.alternatives == concept.alternatives && known.fields == concept.fields)
                        {
                            known.weight += 1.0;
                            continue;
                        }
                        if bit >= MOST_WORDS {
                            break;
                        }
                        if reading.typos && misspelt < MOST_MISSPELT && !written(view, &concept) {
                            misspelt += 1;
                            concept.alternatives = near(view, word, concept.alternatives);
                            concept.weight = if clauses.len() > FEW { AMONG_MANY } else { 1.0 };
                        }
                        concept.covers = 1 << bit;
                        if must {
                            plan.required |= concept.covers;
                        }
                        plan.concepts.push(concept);
                        bit += 1;
                    }
                }
            }
        }
        plan.excluded.truncate(MOST_WORDS);
        plan.add_synonyms(view);
        plan
    }

    /// Whether it looks for anything at all.
    pub fn is_empty(&self) -> bool {
        self.concepts.is_empty() && self.excluded.is_empty()
    }

    /// For every name of a group that stands in the query, the group's other names.
    fn add_synonyms(&mut self, view: &View) {
        let longest = view.synonyms.longest();
        if longest == 0 {
            return;
        }
        let mut found = Vec::new();
        for language in view.languages() {
            // The terms of this language, word by word; a word of one field is no part of a name.
            let terms: Vec<Option<&str>> =
                self.concepts.iter().map(|concept| term_in(concept, language.code)).collect();
            for start in 0..terms.len() {
                let mut name = String::new();
                let mut covers = 0;
                for (concept, term) in self.concepts.iter().zip(&terms).skip(start).take(longest) {
                    let Some(term) = term else { break };
                    if !name.is_empty() {
                        name.push(' ');
                    }
                    name.push_str(term);
                    covers |= concept.covers;
                    let others = view.synonyms.of(&name);
                    if !others.is_empty() {
                        let alternatives = others.into_iter().map(|terms| Alternative { terms, weight: 1.0 }).collect();
                        let fields = &TextField::ALL;
                        found.push(Concept { alternatives, fields, covers, weight: SYNONYM, instead: true });
                    }
                }
            }
        }
        found.truncate(MOST_WORDS);
        self.concepts.extend(found);
    }
}

/// The one term that stands for a plain word in a language.
fn term_in<'a>(concept: &'a Concept, code: &str) -> Option<&'a str> {
    if concept.fields.len() < TextField::ALL.len() {
        return None;
    }
    concept.alternatives.iter().filter(|way| way.weight >= 1.0).find_map(|way| match way.terms.as_slice() {
        [only] if only.starts_with(code) => Some(only.as_str()),
        _ => None,
    })
}

fn word(restriction: Restriction, word: &Typed) -> Concept {
    let alternatives = word.terms.iter().map(|term| Alternative { terms: vec![term.clone()], weight: 1.0 }).collect();
    Concept { alternatives, fields: restriction.fields(), covers: 0, weight: 1.0, instead: false }
}

/// A phrase in every language that has a term for each of its words.
fn phrase(restriction: Restriction, words: &[Typed]) -> Concept {
    let mut alternatives: Vec<Alternative> = Vec::new();
    let languages = words.first().map_or(0, |first| first.terms.len());
    for language in 0..languages {
        let terms: Option<Vec<String>> = words.iter().map(|word| word.terms.get(language).cloned()).collect();
        alternatives.extend(terms.map(|terms| Alternative { terms, weight: 1.0 }));
    }
    Concept { alternatives, fields: restriction.fields(), covers: 0, weight: 1.5, instead: false }
}

/// Whether any text has a word.
fn written(view: &View, concept: &Concept) -> bool {
    concept.alternatives.iter().any(|way| {
        let term = way.terms.first().map_or("", String::as_str);
        concept.fields.iter().any(|field| view.frequency(term, *field) > 0)
    })
}

/// A word as nearly equal words are written.
fn near(view: &View, word: &Typed, exact: Vec<Alternative>) -> Vec<Alternative> {
    let mut alternatives = exact;
    for (surface, distance) in nearly(view, &word.folded) {
        let weight = NEARLY.get(usize::from(distance.saturating_sub(1))).copied().unwrap_or(0.5);
        for language in view.languages() {
            let term = language.term(&surface);
            if !alternatives.iter().any(|known| known.terms == [term.as_str()]) {
                alternatives.push(Alternative { terms: vec![term], weight });
            }
        }
    }
    alternatives
}
