//! Text like a given one: its most telling words, asked for as a query.

use std::collections::HashMap;

use super::plan::{Alternative, Concept, Plan};
use super::text::{EntryText, TextField};
use super::view::View;
use super::words::{Language, split};

/// Telling words of a text.
const TELLING: usize = 16;

/// Words of a text that are looked at.
const LOOKED_AT: usize = 3000;

/// Shorter words tell little.
const SHORTEST: usize = 3;

impl View {
    /// A plan that finds texts like this one.
    pub fn like(&self, texts: &[EntryText]) -> Plan {
        let mut counts: HashMap<String, f32> = HashMap::new();
        for text in texts {
            let Some(language) = Language::of(&text.lang) else { continue };
            for (field, part) in text.parts.iter().filter(|(field, _)| *field != TextField::Related) {
                for word in split(part, language).into_iter().take(LOOKED_AT) {
                    let short = word.text.chars().count() < SHORTEST;
                    if !short && !language.is_stop_word(&word.text, &word.text) {
                        *counts.entry(language.term(&word.text)).or_default() += field.weight();
                    }
                }
            }
        }
        let mut telling: Vec<(f32, String)> = counts
            .into_iter()
            .filter_map(|(term, count)| {
                let frequency = TextField::ALL.iter().map(|field| self.frequency(&term, *field)).max().unwrap_or(0);
                // What stands in this text alone leads nowhere.
                let rarity = (self.live as f32 / frequency as f32).ln();
                (frequency > 1 && rarity > 0.0).then(|| (rarity * count / (count + 1.0), term))
            })
            .collect();
        telling.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        telling.truncate(TELLING);
        let concept = |(_, term): (f32, String)| Concept {
            alternatives: vec![Alternative { terms: vec![term], weight: 1.0 }],
            fields: &TextField::ALL,
            covers: 0,
            weight: 1.0,
            instead: false,
        };
        Plan { concepts: telling.into_iter().map(concept).collect(), ..Plan::default() }
    }
}
