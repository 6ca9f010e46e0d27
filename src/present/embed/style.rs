//! The stylesheet of embeds. Theme and accent are in its address, so that no page needs a style of its own.

use crate::query::{Appearance, Colour, Theme, encode};

const RULES: &str = include_str!("embed.css");

/// The hub's mark.
pub const FAVICON: &str = include_str!("favicon.svg");

/// The hub's own accent; made lighter where it stands on dark.
const ACCENT: Colour = Colour([0x0b, 0x5c, 0x78]);

/// The address of the stylesheet for an appearance, on the hub.
pub fn stylesheet_address(appearance: &Appearance) -> String {
    let accent = appearance.accent.map(|accent| format!("&accent={}", encode(&accent.hex()))).unwrap_or_default();
    format!("/embed.css?theme={}{accent}", appearance.theme.name())
}

/// The stylesheet.
pub fn stylesheet(appearance: &Appearance) -> String {
    let accent = appearance.accent.unwrap_or(ACCENT);
    let light = palette("light", Colour::LIGHT, accent, "#18212b", "#515c68", "#d5dbe1");
    let dark = palette("dark", Colour::DARK, accent, "#e9edf2", "#a7b2be", "#343e4a");
    let colours = match appearance.theme {
        Theme::Light => light,
        Theme::Dark => dark,
        Theme::Auto => format!("{light}@media (prefers-color-scheme: dark) {{\n{dark}}}\n"),
    };
    format!("{colours}{RULES}")
}

fn palette(scheme: &str, background: Colour, accent: Colour, text: &str, muted: &str, line: &str) -> String {
    let accent = accent.readable_on(background).hex();
    format!(
        ".rights-hub, .rights-hub-list, .rights-hub-page {{\n  color-scheme: {scheme};\n  --background: #{};\n  --accent: #{accent};\n  --text: {text};\n  --muted: {muted};\n  --line: {line};\n}}\n",
        background.hex()
    )
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::model::COLLECTIONS;

    #[test]
    fn no_part_of_a_card_is_called_as_a_collection_is() {
        // Every card has the class of its collection: a rule for a part of that name would hold for all in the card.
        for collection in COLLECTIONS.iter() {
            let class = format!(".rh-{}", collection.name);
            let meant = RULES
                .match_indices(&class)
                .any(|(at, _)| !RULES[at + class.len()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-'));
            assert!(!meant, "{class}");
        }
    }
}
