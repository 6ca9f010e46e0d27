//! The lines that a partner pastes: a frame that needs no script, or an element that sizes itself.

use maud::html;

use super::script::script_integrity;

/// The lines for one embed.
pub struct Snippet {
    /// For pages of any kind.
    pub frame: String,
    /// For pages that may run a script; the script once a page.
    pub element: String,
    /// The script for it.
    pub script: String,
}

/// What a frame may do: be read, and lead out of itself when somebody follows a link.
const SANDBOX: &str = "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

/// The lines for the embed at `address`, whose entry is `title` and has its page at `page`.
pub fn snippet(hub: &str, address: &str, title: &str, page: &str, (width, height): (u64, u64)) -> Snippet {
    let title: String = title.chars().filter(|c| !is_control(*c)).collect();
    let frame = html! {
        iframe src=(address) title=(title) width=(width) height=(height) loading="lazy" sandbox=(SANDBOX)
            referrerpolicy="no-referrer" {}
    };
    let element = html! { rights-hub-card src=(address) { a href=(page) { (title) } } };
    let script = html! {
        script src=(format!("{hub}/embed.js")) integrity=(script_integrity()) crossorigin="anonymous" defer {}
    };
    Snippet { frame: frame.into_string(), element: element.into_string(), script: script.into_string() }
}

/// Whether a character has no place in an attribute: those that cannot be seen and turn what is around them.
fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
