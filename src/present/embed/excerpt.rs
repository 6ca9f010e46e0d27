//! The beginning of a long text: whole paragraphs as long as there is room, else words.

use crate::present::markdown::{to_html, to_text};

/// The beginning of a text as HTML, about `most` characters of it, its headings as bold lines; and whether there is more.
pub fn excerpt(markdown: &str, most: usize) -> (String, bool) {
    let (mut taken, mut room, mut left) = (String::new(), most, false);
    for paragraph in markdown.split("\n\n") {
        let length = paragraph.chars().count();
        if length > room {
            left = true;
            break;
        }
        room -= length;
        if !taken.is_empty() {
            taken.push_str("\n\n");
        }
        taken.push_str(paragraph);
    }
    if taken.trim().is_empty() && left {
        return (format!("<p>{}</p>", escaped(&words(&to_text(markdown), most))), true);
    }
    (without_headings(&to_html(&taken)), left)
}

/// The first words of a text, at most so many characters.
fn words(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let cut = text.get(..end).unwrap_or_default();
    let whole = cut.rfind(' ').and_then(|space| cut.get(..space)).unwrap_or(cut);
    format!("{whole} …")
}

fn escaped(text: &str) -> String {
    maud::html! { (text) }.into_string()
}

/// Headings inside prose as bold paragraphs: the headings of the page that shows it keep their order.
fn without_headings(html: &str) -> String {
    let mut html = html.to_owned();
    for level in 1..=6 {
        html = html.replace(&format!("<h{level}>"), "<p><strong>").replace(&format!("</h{level}>"), "</strong></p>");
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_paragraphs_are_taken_while_there_is_room() {
        assert_eq!(excerpt("One.\n\nTwo.", 100), ("<p>One.</p>\n<p>Two.</p>\n".to_owned(), false));
        assert_eq!(excerpt("One.\n\nTwo.", 5), ("<p>One.</p>\n".to_owned(), true));
        assert_eq!(excerpt("One <b> two three", 11), ("<p>One &lt;b&gt; …</p>".to_owned(), true));
        assert_eq!(excerpt("# One", 100), ("<p><strong>One</strong></p>\n".to_owned(), false));
        let (html, left) = excerpt(&"x".repeat(10_000), 50);
        assert!(left && html.len() < 100, "{html}");
    }
}
