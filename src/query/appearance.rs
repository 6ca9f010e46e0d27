//! How an embed looks: its theme, its accent, the level of its headings. An accent is taken only where it can be read
//! (WCAG 2.2, 1.4.3).

use super::fault::ParameterFault;

/// The least contrast of text with what is behind it.
const READABLE: f64 = 4.5;

/// Which colours an embed has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the reader's system.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Their names, in order.
    pub const NAMES: [&'static str; 3] = ["auto", "light", "dark"];

    pub(super) const fn at(place: usize) -> Self {
        match place {
            1 => Self::Light,
            2 => Self::Dark,
            _ => Self::Auto,
        }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A colour of sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// What text stands on where the theme is light.
    pub const LIGHT: Self = Self([0xff, 0xff, 0xff]);
    /// What it stands on where the theme is dark.
    pub const DARK: Self = Self([0x15, 0x1a, 0x21]);

    /// Reads six hexadecimal digits.
    pub(super) fn read(text: &str) -> Option<Self> {
        let digits = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u32::from_str_radix(text, 16).ok().filter(|_| digits)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// As six hexadecimal digits.
    pub fn hex(self) -> String {
        self.0.iter().map(|part| format!("{part:02x}")).collect()
    }

    /// Relative luminance, as WCAG defines it.
    fn luminance(self) -> f64 {
        let linear = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        linear.iter().zip([0.2126, 0.7152, 0.0722]).map(|(part, weight)| part * weight).sum()
    }

    /// The contrast of two colours: from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The nearest colour on the way to black or white that can be read on a background; itself, if it can.
    #[must_use]
    pub fn readable_on(self, background: Self) -> Self {
        let end = if background.luminance() > 0.18 { 0.0 } else { 255.0 };
        let mixed = |share: f64| Self(self.0.map(|part| (f64::from(part) + (end - f64::from(part)) * share) as u8));
        let nearest = (0..=100).map(|step| mixed(f64::from(step) / 100.0));
        nearest.into_iter().find(|colour| colour.contrast(background) >= READABLE).unwrap_or(self)
    }
}

/// How an embed looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appearance {
    /// Its colours.
    pub theme: Theme,
    /// The colour of links and marks, if it is not the hub's own.
    pub accent: Option<Colour>,
    /// The level of its first heading, 2 to 6.
    pub heading: u8,
    /// Whether only the part to be put into another page is asked for.
    pub fragment: bool,
}

impl Default for Appearance {
    fn default() -> Self {
        Self { theme: Theme::Auto, accent: None, heading: 2, fragment: false }
    }
}

impl Appearance {
    /// What stands in the way of an accent: that it cannot be read on its theme's background. With `auto` it is measured on
    /// the light one, and made lighter on the dark one: no colour can be read on both.
    pub(super) fn fault(&self) -> Option<ParameterFault> {
        let accent = self.accent?;
        let background = if self.theme == Theme::Dark { Colour::DARK } else { Colour::LIGHT };
        let contrast = accent.contrast(background);
        if contrast >= READABLE {
            return None;
        }
        let nearest = accent.readable_on(background).hex();
        let detail = format!(
            "The contrast of {} with the background {} is {:.1}; text needs {READABLE} (WCAG 2.2, level AA). The nearest that has it is {nearest}.",
            accent.hex(),
            background.hex(),
            (contrast * 10.0).floor() / 10.0,
        );
        Some(ParameterFault { did_you_mean: Some(nearest), ..ParameterFault::new("accent", "low-contrast", detail) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((Colour::LIGHT.contrast(Colour([0, 0, 0])) - 21.0).abs() < 1e-9);
        // The two greys on either side of the bound, as in WebAIM's table.
        assert!(Colour([0x76, 0x76, 0x76]).contrast(Colour::LIGHT) >= READABLE);
        assert!(Colour([0x77, 0x77, 0x77]).contrast(Colour::LIGHT) < READABLE);
    }

    #[test]
    fn what_is_offered_instead_can_be_read() {
        for background in [Colour::LIGHT, Colour::DARK] {
            for number in (0..0x0100_0000_u32).step_by(77_777) {
                let [_, red, green, blue] = number.to_be_bytes();
                let accent = Colour([red, green, blue]);
                let offered = accent.readable_on(background);
                assert!(offered.contrast(background) >= READABLE, "{} for {}", offered.hex(), accent.hex());
                assert!(offered == accent || accent.contrast(background) < READABLE);
            }
        }
    }
}
