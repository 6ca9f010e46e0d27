//! For whom an entry is shown: in which of its languages, with what words, and on which channel.

use crate::catalogue::{Card, Labels, Snapshot};
use crate::model::Channel;
use crate::present::{Variant, Words, language_name};
use crate::query::LanguagePriority;

/// Chooses the language of an entry and how its prose is written, for the web.
pub fn variant(card: &Card, languages: &LanguagePriority, html: bool) -> Variant {
    let available = card.languages();
    let chosen = languages.lookup(&available).and_then(|chosen| available.iter().position(|lang| *lang == chosen));
    Variant {
        language: chosen.unwrap_or(0) as u8,
        fallback: chosen.is_none() && !languages.is_empty(),
        html,
        channel: Channel::Web,
    }
}

/// The channel for which an entry's document is written: the web's, unless the entry names what may not appear in the
/// other one. So most documents are kept once for all channels.
pub fn channel_of(snapshot: &Snapshot, card: &Card, channel: Channel) -> Channel {
    // What the web may not show is not public at all.
    let all_shown = channel == Channel::Web || card.links.iter().all(|link| snapshot.allows(link.target, channel));
    if all_shown { Channel::Web } else { channel }
}

/// The title of an entry in the language that is chosen for these readers.
pub fn title<'c>(card: &'c Card, languages: &LanguagePriority) -> &'c str {
    let place = match card.translations.is_empty() {
        true => 0,
        false => usize::from(variant(card, languages, false).language),
    };
    let translation = place.checked_sub(1).and_then(|place| card.translations.get(place));
    translation.map_or(&card.title, |translation| &translation.title)
}

/// What is counted, in the words of some readers.
pub struct ReadersLabels<'q> {
    languages: &'q LanguagePriority,
    /// Their words for what is no entry.
    pub words: &'static Words,
}

impl<'q> ReadersLabels<'q> {
    /// Those of the readers of these languages.
    pub fn of(languages: &'q LanguagePriority) -> Self {
        Self { languages, words: Words::for_readers(languages) }
    }
}

impl Labels for ReadersLabels<'_> {
    fn entry<'c>(&self, card: &'c Card) -> &'c str {
        title(card, self.languages)
    }

    fn value(&self, value: &str) -> String {
        self.words.value(value)
    }

    fn language(&self, tag: &str) -> String {
        language_name(tag).into_owned()
    }
}

/// The language in which these readers are shown an entry.
pub fn language<'c>(card: &'c Card, languages: &LanguagePriority) -> &'c str {
    let place = usize::from(variant(card, languages, false).language);
    card.languages().get(place).copied().unwrap_or_default()
}
