//! Content lines: names, parameters and values, escaped, folded at 75 octets and ended by CRLF (RFC 5545, section 3.1).

/// The longest line, in octets.
const LONGEST: usize = 75;

/// Lines on their way.
#[derive(Debug, Default)]
pub struct Lines(String);

impl Lines {
    /// A component with whatever `inside` writes.
    pub fn component(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.value("BEGIN", name);
        inside(self);
        self.value("END", name);
    }

    /// A property whose value is written as it is; `name` may carry parameters. It must be of the program's own making:
    /// dates, numbers, rules, words.
    pub fn value(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// A property with a text.
    pub fn text(&mut self, name: &str, text: &str) {
        self.fold(&format!("{name}:{}", escaped(text)));
    }

    /// A property with a list of texts, if there are any.
    pub fn texts<'t>(&mut self, name: &str, texts: impl Iterator<Item = &'t str>) {
        let texts: Vec<String> = texts.map(escaped).collect();
        if !texts.is_empty() {
            self.fold(&format!("{name}:{}", texts.join(",")));
        }
    }

    /// A property with an address; one that could not stand on a line is left out.
    pub fn address(&mut self, name: &str, address: &str) {
        if !address.chars().any(|c| c.is_control() || c.is_whitespace()) {
            self.value(name, address);
        }
    }

    fn fold(&mut self, line: &str) {
        let mut room = LONGEST;
        let mut rest = line;
        while rest.len() > room {
            let at = (0..=room).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or_default();
            let (head, tail) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.0.push_str(head);
            self.0.push_str("\r\n ");
            rest = tail;
            // The space before it counts.
            room = LONGEST - 1;
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }

    /// The lines.
    pub fn finish(self) -> String {
        self.0
    }
}

/// A text as a value. Whatever some reader takes for the end of a line is written as the newline that it is; other control
/// characters, which no text may have, are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' if before == '\r' => {}
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Lines};

    #[test]
    fn long_lines_are_folded_between_characters() {
        for text in ["é".repeat(200), "\u{1F3E5}".repeat(99), "a b ".repeat(80), "x".repeat(67), "x".repeat(68)] {
            let mut lines = Lines::default();
            lines.text("SUMMARY", &text);
            let written = lines.finish();
            assert!(written.split_terminator("\r\n").all(|line| line.len() <= LONGEST), "{written}");
            assert_eq!(written.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
        }
    }

    #[test]
    fn no_text_ends_a_line_or_begins_another_property() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "a\r\nEND:VEVENT\rb\u{2028}c\u{85}d; e, f\\g\u{0}\u{7F}\u{1B}\th");
        lines.texts("CATEGORIES", ["one, two", "three"].into_iter());
        lines.address("URL", "https://a.example/\r\nX:1");
        assert_eq!(
            lines.finish(),
            "SUMMARY:a\\nEND:VEVENT\\nb\\nc\\nd\\; e\\, f\\\\g\th\r\nCATEGORIES:one\\, two,three\r\n"
        );
    }
}
