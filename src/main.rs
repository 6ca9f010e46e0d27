//! The `rights-hub` binary.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match rights_hub::cli::Cli::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("rights-hub: {failure}");
            ExitCode::FAILURE
        }
    }
}
