//! What somebody typed, read as words, phrases, exclusions and words of one field. Nothing that is typed is a mistake:
//! a quotation mark without a partner, brackets and operators are passed over or taken as the words they are.

use super::text::TextField;

/// Where a word may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Restriction {
    /// Anywhere.
    Anywhere,
    /// In the title, or a name that is as good as one.
    Title,
    /// In the summary.
    Summary,
    /// In the prose.
    Body,
}

impl Restriction {
    /// The parts of the text that it stands for.
    pub const fn fields(self) -> &'static [TextField] {
        match self {
            Self::Anywhere => &TextField::ALL,
            Self::Title => &[TextField::Title, TextField::Names],
            Self::Summary => &[TextField::Summary],
            Self::Body => &[TextField::Body],
        }
    }

    fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "title" => Some(Self::Title),
            "summary" => Some(Self::Summary),
            "body" => Some(Self::Body),
            _ => None,
        }
    }
}

/// Words that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// Each by itself.
    Plain(String),
    /// One behind the other.
    Phrase(String),
}

impl Words {
    /// As they were typed.
    pub fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Phrase(text) => text,
        }
    }
}

/// A part of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// The words.
    pub words: Words,
    /// Where they stand.
    pub restriction: Restriction,
    /// Whether they must not stand there.
    pub excluded: bool,
}

/// Whoever types more plain words than these types sentences.
const SENTENCE: usize = 9;

/// Reads a query. What is a sentence or longer is taken as one: its quotation marks and dashes ask for nothing.
pub fn read(query: &str) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let mut rest = query.trim_start();
    while !rest.is_empty() {
        let (clause, after) = next(rest);
        clauses.extend(clause);
        rest = after.trim_start();
    }
    let plain = clauses.iter().filter(|clause| matches!(clause.words, Words::Plain(_))).count();
    if plain > SENTENCE { clauses.into_iter().map(Clause::into_prose).collect() } else { clauses }
}

impl Clause {
    /// The same in running text, where quotation marks quote and a dash is a dash.
    fn into_prose(self) -> Self {
        Self { words: Words::Plain(self.words.text().to_owned()), excluded: false, ..self }
    }
}

fn next(text: &str) -> (Option<Clause>, &str) {
    let (excluded, after) = match text.strip_prefix('-') {
        // `-80` is a number.
        Some(after) if after.starts_with(|c: char| c.is_alphabetic() || is_quote(c)) => (true, after),
        _ => (false, text),
    };
    let (restriction, after) = match after.split_once(':') {
        Some((name, value)) if value.starts_with(|c: char| c.is_alphanumeric() || is_quote(c)) => {
            Restriction::named(name).map_or((Restriction::Anywhere, after), |restriction| (restriction, value))
        }
        _ => (Restriction::Anywhere, after),
    };
    if let Some((phrase, rest)) = quoted(after) {
        let clause = Clause { words: Words::Phrase(phrase.to_owned()), restriction, excluded };
        return (has_word(phrase).then_some(clause), rest);
    }
    let after = after.strip_prefix(is_quote).unwrap_or(after);
    let end = after.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(after.len());
    let (word, rest) = after.split_at_checked(end).unwrap_or((after, ""));
    let clause = Clause { words: Words::Plain(word.to_owned()), restriction, excluded };
    (has_word(word).then_some(clause), rest)
}

/// What stands between two quotation marks at the beginning of a text, and what stands behind the second.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix(is_quote)?;
    let end = inner.find(is_quote)?;
    let (phrase, rest) = inner.split_at_checked(end)?;
    Some((phrase, rest.strip_prefix(is_quote).unwrap_or(rest)))
}

const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}')
}

fn has_word(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::{Clause, Restriction, Words, read};

    fn plain(text: &str) -> Clause {
        Clause { words: Words::Plain(text.to_owned()), restriction: Restriction::Anywhere, excluded: false }
    }

    fn phrase(text: &str) -> Clause {
        Clause { words: Words::Phrase(text.to_owned()), ..plain("") }
    }

    #[test]
    fn phrases_exclusions_and_fields_are_read() {
        assert_eq!(
            read(r#"care "private life" -prison title:consent -body:"solitary cell""#),
            [
                plain("care"),
                phrase("private life"),
                Clause { excluded: true, ..plain("prison") },
                Clause { restriction: Restriction::Title, ..plain("consent") },
                Clause { excluded: true, restriction: Restriction::Body, ..phrase("solitary cell") },
            ]
        );
        assert_eq!(read("« vie privée » “x y”"), [phrase(" vie privée "), phrase("x y")]);
    }

    #[test]
    fn a_sentence_is_not_a_formula() {
        let text = "how does the \"dual loyalty\" of doctors in prisons -and elsewhere- bear on their patients";
        assert!(read(text).iter().all(|clause| !clause.excluded && matches!(clause.words, Words::Plain(_))));
        assert_eq!(read("at -80 degrees"), ["at", "-80", "degrees"].map(plain));
    }

    #[test]
    fn what_makes_no_sense_is_words() {
        assert_eq!(read(r#"stray" quote"#), [plain("stray"), plain("quote")]);
        assert_eq!(read(r#"" - -- ( ) : "" AND"#), [plain("AND")]);
        assert_eq!(
            read("follow-up http://x.org title: nobody:x"),
            ["follow-up", "http://x.org", "title:", "nobody:x"].map(plain)
        );
        assert_eq!(read("  "), []);
    }
}
