//! The command line: one binary, every flag also an environment variable.

mod import;
mod migrate;
mod settings;

use clap::{Parser, Subcommand};

pub use settings::{LogFormat, Storage};

/// Rights Hub: an open JSON API for knowledge about human rights in health and care.
#[derive(Debug, Parser)]
#[command(name = "rights-hub", version, about, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Import NDJSON documents.
    Import(import::Import),
    /// Bring the database's schema up to date.
    Migrate(migrate::Migrate),
}

/// Why a command ends with exit status 1.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

impl Cli {
    /// Runs what was asked for.
    ///
    /// # Errors
    /// A sentence for standard error; the exit status is then 1.
    pub fn run(self) -> Result<(), Failure> {
        match self.command {
            None => Ok(()),
            Some(Command::Import(import)) => import.run(),
            Some(Command::Migrate(migrate)) => migrate.run(),
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
