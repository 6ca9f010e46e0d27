//! The command line: one binary, every flag also an environment variable.

mod allocator;
mod backup;
mod check;
mod completions;
mod export;
mod health;
mod import;
mod keys;
mod log;
mod log_line;
mod migrate;
mod mirror;
mod node;
mod openapi;
mod reindex;
mod restore;
mod serve;
mod settings;
mod usage;
mod whole_file;

use clap::{Parser, Subcommand};

pub use settings::{LogFormat, Storage};

/// Rights Hub: an open JSON API for knowledge about human rights in health and care.
#[derive(Debug, Parser)]
#[command(name = "rights-hub", version, about, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: serve::Serve,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the hub (what happens without a command, too).
    Serve(serve::Serve),
    /// Import NDJSON documents.
    Import(import::Import),
    /// Write everything that is public as NDJSON.
    Export(export::Export),
    /// Keep a copy of another hub.
    Mirror(mirror::Mirror),
    /// Make, list and revoke keys.
    Keys(keys::Keys),
    /// Write everything that the hub keeps into one file, while it serves and writes.
    Backup(backup::Backup),
    /// Bring back what a backup holds, into an empty database.
    Restore(restore::Restore),
    /// Bring the database's schema up to date.
    Migrate(migrate::Migrate),
    /// Print the OpenAPI document, or check the committed one.
    Openapi(openapi::Openapi),
    /// Build a new search index; a server that runs meanwhile takes it up by itself.
    Reindex(reindex::Reindex),
    /// Check settings, database and every stored document.
    Check(check::Check),
    /// Ask a hub on this machine whether it is ready.
    Health(health::Health),
    /// Print what a shell needs to complete commands and flags.
    Completions(completions::Completions),
    /// Print the manual page, or write one for each command into a folder.
    Man(completions::Man),
}

/// Why a command ends with exit status 1; with 2, when it is an error of the command line's parser.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

impl Cli {
    /// Runs what was asked for.
    ///
    /// # Errors
    /// A sentence for standard error; see [`Failure`] for the exit status.
    pub fn run(self) -> Result<(), Failure> {
        match self.command {
            None => self.serve.run(),
            Some(Command::Serve(serve)) => serve.run(),
            Some(Command::Import(import)) => import.run(),
            Some(Command::Export(export)) => export.run(),
            Some(Command::Mirror(mirror)) => mirror.run(),
            Some(Command::Keys(keys)) => keys.run(),
            Some(Command::Backup(backup)) => backup.run(),
            Some(Command::Restore(restore)) => restore.run(),
            Some(Command::Migrate(migrate)) => migrate.run(),
            Some(Command::Openapi(openapi)) => openapi.run(),
            Some(Command::Reindex(reindex)) => reindex.run(),
            Some(Command::Check(check)) => check.run(),
            Some(Command::Health(health)) => health.run(),
            Some(Command::Completions(completions)) => completions.run(),
            Some(Command::Man(man)) => man.run(),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn every_command_and_flag_is_well_formed() {
        super::Cli::command().debug_assert();
    }
}
