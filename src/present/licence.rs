//! Where the text of a licence stands, and what people call it.

use url::Url;

/// The page of a licence: an address of the web is its own, Creative Commons has one for each, other SPDX identifiers are
/// listed. `None` for words that are neither: no page is made up, and what is no web address never becomes a link.
pub fn licence_page(licence: &str) -> Option<String> {
    if licence.contains("://") {
        let page = Url::parse(licence).ok()?;
        return ["http", "https"].contains(&page.scheme()).then(|| page.to_string());
    }
    let commons = licence.strip_prefix("CC-").and_then(|rest| rest.rsplit_once('-'));
    let plain = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "-.+".contains(c));
    match commons {
        _ if !plain(licence) => None,
        Some((terms, version)) if terms.starts_with("BY") => {
            Some(format!("https://creativecommons.org/licenses/{}/{version}/", terms.to_lowercase()))
        }
        _ => Some(format!("https://spdx.org/licenses/{licence}.html")),
    }
}

/// What people call a licence.
pub fn licence_name(licence: &str) -> String {
    match licence.strip_prefix("CC-") {
        Some(rest) => match rest.rsplit_once('-') {
            Some((terms, version)) => format!("CC {terms} {version}"),
            None => licence.to_owned(),
        },
        None => licence.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{licence_name, licence_page};

    #[test]
    fn licences_are_named_and_linked() {
        assert_eq!(licence_name("CC-BY-SA-4.0"), "CC BY-SA 4.0");
        let page = |licence: &str| licence_page(licence).unwrap_or_default();
        assert_eq!(page("CC-BY-SA-4.0"), "https://creativecommons.org/licenses/by-sa/4.0/");
        assert_eq!(page("OGL-UK-3.0"), "https://spdx.org/licenses/OGL-UK-3.0.html");
        assert_eq!(page("https://example.org/terms"), "https://example.org/terms");
        for none in [
            "All rights reserved",
            "",
            "javascript://x%0aalert(1)",
            "data://x",
            "http://[",
            "<b>",
            "javascript:alert(1)",
        ] {
            assert_eq!(licence_page(none), None, "{none}");
        }
    }
}
