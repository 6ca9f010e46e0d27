//! `rights-hub completions` and `rights-hub man`: from the definition that the program itself reads its arguments by.

use std::path::PathBuf;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Cli, Failure};

/// Print what a shell needs to complete commands and flags.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell.
    shell: Shell,
}

impl Completions {
    /// Prints the script.
    ///
    /// # Errors
    /// When standard output is closed.
    pub fn run(self) -> Result<(), Failure> {
        clap_complete::generate(self.shell, &mut Cli::command(), "rights-hub", &mut std::io::stdout());
        Ok(())
    }
}

/// Print the manual page, or write one for each command into a folder.
#[derive(Debug, Args)]
pub struct Man {
    /// The folder.
    folder: Option<PathBuf>,
}

impl Man {
    /// Prints or writes the pages.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn run(self) -> Result<(), Failure> {
        match self.folder {
            Some(folder) => clap_mangen::generate_to(Cli::command(), folder)?,
            None => clap_mangen::Man::new(Cli::command()).render(&mut std::io::stdout())?,
        }
        Ok(())
    }
}
