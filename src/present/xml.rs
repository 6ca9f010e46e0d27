//! XML, written element by element. What XML 1.0 does not let stand in a text is left out, whatever an editor wrote;
//! everything else comes out as it went in.

/// A document on its way.
#[derive(Debug)]
pub struct Xml(String);

impl Default for Xml {
    fn default() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned())
    }
}

impl Xml {
    /// An element with whatever `inside` writes.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            escape(value, true, &mut self.0);
            self.0.push('"');
        }
        self.0.push('>');
        let start = self.0.len();
        inside(self);
        if self.0.len() == start {
            self.0.pop();
            self.0.push_str("/>");
            return;
        }
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element with a text.
    pub fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.element(name, attributes, |xml| escape(text, false, &mut xml.0));
    }

    /// The document.
    pub fn finish(self) -> String {
        self.0
    }
}

/// A plain text as HTML.
pub fn html_of(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    escape(text, true, &mut out);
    out
}

/// Writes a text so that a reader has it back as it is: a parser turns a bare carriage return into a newline, and in an
/// attribute newlines and tabs into spaces.
fn escape(text: &str, attribute: bool, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if attribute => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\n' if attribute => out.push_str("&#10;"),
            '\t' if attribute => out.push_str("&#9;"),
            '\n' | '\t' => out.push(c),
            c if c < ' ' || c == '\u{FFFE}' || c == '\u{FFFF}' => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Xml;

    #[test]
    fn what_xml_does_not_admit_is_left_out_and_the_rest_is_escaped() {
        let mut xml = Xml::default();
        let hostile = "]]> <script>\"&'\r\n\t\u{0}\u{1F}\u{FFFE}\u{FFFF}\u{202E}\u{1F600}é</script>";
        xml.element("a", &[("b", hostile)], |xml| {
            xml.text("c", &[], hostile);
            xml.text("d", &[], "");
        });
        let text = "]]&gt; &lt;script&gt;\"&amp;'&#13;\n\t\u{202E}\u{1F600}é&lt;/script&gt;";
        let attribute = "]]&gt; &lt;script&gt;&quot;&amp;'&#13;&#10;&#9;\u{202E}\u{1F600}é&lt;/script&gt;";
        let expected = format!("<a b=\"{attribute}\"><c>{text}</c><d/></a>");
        assert_eq!(xml.finish().lines().skip(1).collect::<Vec<_>>().join("\n"), expected.replace("\r", ""));
    }
}
