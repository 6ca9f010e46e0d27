//! Prose in CommonMark as HTML that is safe on a partner's page, and as plain text for feeds and search.
//! Never lets through what a writer could use against a reader: raw HTML is shown as the text it is, links lead only
//! to `http`, `https`, `mailto` and `tel`, and an image becomes a link, so that no page that shows our text calls a third party.

use std::{collections::HashSet, sync::LazyLock};

use ammonia::{Builder, UrlRelative};
use comrak::{Arena, Node, Options, arena_tree::NodeEdge, format_html, nodes::NodeValue, parse_document};

/// How deep blocks and emphasis may be nested. HTML parsers, ours and readers', take quadratic time on deeper documents.
const MAX_DEPTH: usize = 50;

static COMMON_MARK: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut options = Options::default();
    options.render.escape = true;
    options
});

static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut sanitiser = Builder::empty();
    sanitiser
        .add_tags([
            "a",
            "blockquote",
            "br",
            "code",
            "em",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "strong",
            "ul",
        ])
        .add_tag_attributes("a", ["href", "title"])
        .add_tag_attributes("ol", ["start"])
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer"));
    sanitiser
});

/// Renders CommonMark as sanitised HTML: paragraphs, headings, lists, quotations, code, emphasis and links.
///
/// A link keeps its text and loses its target when it is relative or has a scheme other than `http`, `https`,
/// `mailto` or `tel`: the text is also shown on other sites, where a relative link would lead astray. Never fails.
pub fn to_html(markdown: &str) -> String {
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &COMMON_MARK);
    tame(root);
    let mut html = String::with_capacity(markdown.len() * 5 / 4);
    match format_html(root, &COMMON_MARK, &mut html) {
        Ok(()) => SANITISER.clean(&html).to_string(),
        Err(_) => String::new(), // writing to a string does not fail
    }
}

/// What a reader sees of the CommonMark, as one line of plain text: no markup, no link targets, whitespace collapsed.
/// It is text, not HTML: it may contain `<` and `&`, which whoever puts it into a page or a feed has to escape.
pub fn to_text(markdown: &str) -> String {
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &COMMON_MARK);
    let mut text = String::with_capacity(markdown.len());
    for node in root.descendants() {
        match &node.data().value {
            NodeValue::Text(literal) => text.push_str(literal),
            NodeValue::HtmlInline(literal) => text.push_str(literal),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::CodeBlock(block) => text.extend([" ", &block.literal]),
            NodeValue::HtmlBlock(block) => text.extend([" ", &block.literal]),
            NodeValue::SoftBreak | NodeValue::LineBreak => text.push(' '),
            value if value.block() => text.push(' '),
            _ => {}
        }
    }
    collapse_whitespace(&text)
}

/// Prepares the document for partners' pages: each image becomes a link to it with its alternative text as the text
/// (inside a link only the text remains), and what is nested deeper than [`MAX_DEPTH`] moves up to that depth.
fn tame<'a>(root: Node<'a>) {
    let (mut images, mut dissolved): (Vec<Node<'a>>, Vec<Node<'a>>) = Default::default();
    let (mut depth, mut links) = (0_usize, 0_usize);
    for edge in root.traverse() {
        let (NodeEdge::Start(node) | NodeEdge::End(node)) = edge;
        let value = &node.data().value;
        let is_image = matches!(value, NodeValue::Image(_));
        let is_link = is_image || matches!(value, NodeValue::Link(_));
        if matches!(edge, NodeEdge::End(_)) {
            depth -= 1;
            links -= usize::from(is_link);
            continue;
        }
        if depth > MAX_DEPTH && node.first_child().is_some() && !matches!(value, NodeValue::Paragraph)
            || is_image && links > 0
        {
            dissolved.push(node);
        } else if is_image {
            images.push(node);
        }
        depth += 1;
        links += usize::from(is_link);
    }
    for image in images {
        let value = &mut image.data_mut().value;
        if let NodeValue::Image(target) = value {
            *value = NodeValue::Link(std::mem::take(target));
        }
    }
    for node in dissolved {
        for child in node.children().collect::<Vec<_>>() {
            node.insert_before(child);
        }
        node.detach();
    }
}

fn collapse_whitespace(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tags of the HTML, without what stands between them.
    fn tags(html: &str) -> Vec<&str> {
        html.split('<').skip(1).map(|tag| tag.split('>').next().unwrap()).collect()
    }

    #[test]
    fn renders_common_mark() {
        assert_eq!(
            to_html("## Why\n\nCare is *about* **people**.\n\n1. Ask\n2. Listen\n\n> Dignity  \n> first"),
            "<h2>Why</h2>\n<p>Care is <em>about</em> <strong>people</strong>.</p>\n<ol>\n<li>Ask</li>\n\
             <li>Listen</li>\n</ol>\n<blockquote>\n<p>Dignity<br>\nfirst</p>\n</blockquote>\n"
        );
        assert_eq!(to_html("3. three"), "<ol start=\"3\">\n<li>three</li>\n</ol>\n");
        assert_eq!(to_html("```js\na < b\n```"), "<pre><code>a &lt; b\n</code></pre>\n");
        assert_eq!(to_html(""), "");
    }

    #[test]
    fn leaves_extensions_off() {
        assert_eq!(tags(&to_html("| a | b |\n|---|---|\n| 1 | 2 |")), ["p", "/p"]);
        assert_eq!(
            tags(&to_html("see https://example.org and ~~this~~ and a[^1]\n\n[^1]:\n  a note")),
            ["p", "/p", "p", "/p"]
        );
    }

    #[test]
    fn links_lead_only_to_the_web_mail_and_telephone() {
        assert_eq!(
            to_html("[a](https://example.org/?q=1&r=2 \"The \\\"title\\\"\")"),
            "<p><a href=\"https://example.org/?q=1&amp;r=2\" title=\"The &quot;title&quot;\" rel=\"noopener noreferrer\">a</a></p>\n"
        );
        for target in ["http://example.org", "HTTPS://example.org", "mailto:a@example.org", "tel:+441234567890"] {
            assert!(to_html(&format!("[a]({target})")).contains(" href="), "{target}");
            assert!(to_html(&format!("<{target}>")).contains(" rel=\"noopener noreferrer\""), "{target}");
        }
        #[rustfmt::skip]
        let targets = [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)",
            "&#x09;javascript:alert(1)", "<java\tscript:alert(1)>", "<\u{1}javascript:alert(1)>",
            "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=",
            "file:///etc/passwd", "blob:https://example.org/1", "ftp://example.org", "//example.org", "/v1/rights",
            "a.html", "#top", "", "intent:x", "view-source:https://example.org", "x:y", "javascript\u{3a}alert(1)",
            "\\\\example.org",
        ];
        for target in targets {
            for markdown in [format!("[a]({target})"), format!("![a]({target})"), format!("[a]\n\n[a]: {target}")] {
                let html = to_html(&markdown);
                assert!(!html.contains("href"), "{markdown} gave {html}");
            }
        }
    }

    #[test]
    fn images_become_links() {
        assert_eq!(
            to_html("![A *ward*](https://example.org/ward.jpg)"),
            "<p><a href=\"https://example.org/ward.jpg\" rel=\"noopener noreferrer\">A <em>ward</em></a></p>\n"
        );
        let linked = "<p><a href=\"https://example.org/\" rel=\"noopener noreferrer\">see <em>it</em> here</a></p>\n";
        assert_eq!(to_html("[see ![*it*](https://example.net/1.png) here](https://example.org/)"), linked);
        assert_eq!(to_html("![see ![*it*](https://example.net/1.png) here](https://example.org/)"), linked);
        assert_eq!(to_text("![A *ward*](https://example.org/ward.jpg)"), "A ward");
    }

    #[test]
    fn raw_html_is_shown_and_never_works() {
        assert_eq!(to_html("a <b>c</b>"), "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
        #[rustfmt::skip]
        let attacks = [
            "<script>alert(1)</script>", "x <script src=https://example.org/x.js></script>",
            "<ScRiPt\n>alert(1)</sCrIpT>", "<img src=x onerror=alert(1)>",
            "<img src=\"x` `<script>alert(1)</script>\"` `>", "<svg/onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>", "<math><mtext></p><style><!--</style><img src onerror=alert(1)>",
            "<a href=\"javascript:alert(1)\" onclick='alert(\"1\")'>a</a>",
            "<iframe srcdoc=\"<script>alert(1)</script>\">", "<!-- --!><script>alert(1)</script> -->",
            "<?php echo 1 ?>", "<![CDATA[<script>alert(1)</script>]]>",
            "<style>@import 'https://example.org/x.css'</style>",
            "<form action=//example.org><input autofocus onfocus=alert(1)>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<base href=//example.org>",
            "<plaintext>", "<textarea>", "<script>alert(1)", "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&#60;script&#62;alert(1)&#60;/script&#62;", "[a](https://example.org \"\\\" onmouseover=\\\"alert(1)\")",
            "[a](https://example.org/\"onclick=\"alert(1))",
            "[a](https://example.org '\"><img src=x onerror=alert(1)>')",
            "<https://example.org/\"onclick=alert(1)//>", "`<script>alert(1)</script>`",
            "    <script>alert(1)</script>", "```\"><script>alert(1)</script>\nx\n```",
            "~~~<img/src/onerror=alert(1)>\nx\n~~~", "[<img src=x onerror=alert(1)>](https://example.org)",
            "\0<script\0>alert(1)</script>",
        ];
        for hostile in attacks {
            let html = to_html(hostile);
            for tag in tags(&html) {
                let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
                let name = name.trim_start_matches('/');
                assert!(["p", "a", "code", "pre", "img"].contains(&name) && name != "img", "{hostile} gave {html}");
                let mut quotes = attributes.split('"');
                while let (Some(attribute), Some(_value)) = (quotes.next(), quotes.next()) {
                    assert!(
                        [" href=", "href=", " title=", " rel=", "rel="].contains(&attribute),
                        "{hostile} gave {html}"
                    );
                }
            }
        }
    }

    #[test]
    fn bidirectional_controls_stay_text() {
        let text = "\u{202e}txet\u{202c} \u{2067}العربية\u{2069} \u{200f}";
        assert_eq!(to_html(text), format!("<p>{text}</p>\n"));
        assert_eq!(to_text(text), text);
    }

    #[test]
    fn text_is_what_a_reader_sees() {
        assert_eq!(
            to_text(
                "# Why\n\nCare *is*\n[about](https://example.org \"t\") `people`.\n\n- ask\n- listen\n\n---\n\n    code\n    more"
            ),
            "Why Care is about people. ask listen code more"
        );
        assert_eq!(to_text("a\\\nb  \nc &amp; d&nbsp;e \\*f\\*"), "a b c & d e *f*");
        assert_eq!(to_text("x <b>y</b>\n\n<div>\nz\n</div>"), "x <b>y</b> <div> z </div>");
        assert_eq!(to_text(" \n\n "), "");
    }

    #[test]
    fn what_is_nested_too_deep_moves_up() {
        let html = to_html(&format!("{}a *b*\n\nc", ">".repeat(200)));
        assert_eq!(html.matches("<blockquote>").count(), MAX_DEPTH);
        assert!(html.contains("<p>a b</p>") && html.ends_with("<p>c</p>\n"), "{html}");
        let html = to_html(&format!("{}a{}", "*a ".repeat(200), " a*".repeat(200)));
        assert!(html.matches("<em>").count() < MAX_DEPTH && html.matches('a').count() == 401, "{html}");
    }

    #[test]
    fn deep_and_long_input_is_survived() {
        #[rustfmt::skip]
        let pieces = [
            ">", "> ", "- ", "*", "_a ", "**a ", "[", "![", "[a](", "`", "<", "&", "<!--", "a\n> ", "[a][b]", "![[",
            "*a **b ", "1. ", "![a](", "(", "<a ", "\\", "[![a](https://e.org)](https://e.org) ",
        ];
        for piece in pieces {
            let markdown = piece.repeat(10_000 / piece.len());
            let (html, text) = (to_html(&markdown), to_text(&markdown));
            assert!(html.len() < 60 * markdown.len() && text.len() <= markdown.len(), "{piece:?}");
        }
    }
}
