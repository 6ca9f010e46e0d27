//! What is shown on other people's pages: only what consent lets be shown there.

mod consent;
