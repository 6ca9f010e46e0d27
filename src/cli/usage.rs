//! Wrong usage that shows only when a command looks at its arguments together. It is told as the parser of the command line
//! tells what it finds itself, and ends with exit status 2.

use clap::CommandFactory;
use clap::error::ErrorKind;

use super::{Cli, Failure};
use crate::query::{Pairs, Surface, SyncQuery};

/// A command was told what it cannot understand.
pub fn wrong_usage(command: &str, reason: String) -> Failure {
    let mut cli = Cli::command();
    cli.build();
    let told = match cli.find_subcommand_mut(command) {
        Some(command) => command.error(ErrorKind::ValueValidation, reason),
        None => cli.error(ErrorKind::ValueValidation, reason),
    };
    told.into()
}

/// The part of a hub that filters of the command line ask for.
///
/// # Errors
/// Wrong usage: what is wrong with them, in a sentence each.
pub fn part(command: &str, filters: &[String]) -> Result<SyncQuery, Failure> {
    let (pairs, _) = Pairs::decode(&filters.iter().map(|filter| encoded(filter)).collect::<Vec<_>>().join("&"));
    SyncQuery::read(Surface::Part, &pairs.rebuilt(&[], &[])).map_err(|faults| {
        let sentences: Vec<String> =
            faults.iter().map(|fault| format!("{}: {}", fault.parameter, fault.detail)).collect();
        wrong_usage(command, sentences.join(" "))
    })
}

fn encoded(filter: &str) -> String {
    let (name, value) = filter.split_once('=').unwrap_or((filter, ""));
    format!("{}={}", crate::query::encode(name), crate::query::encode(value))
}
