//! The `rights-hub` binary.

use std::process::ExitCode;

use clap::Parser;

/// Documents are made by one thread and dropped by another; the system's allocator has the two wait for each other.
/// This one asks for pages of the system's own size (`no_thp`): of large ones each of many threads would use a little.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let outcome = rights_hub::cli::Cli::parse().run();
    log::logger().flush();
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => match failure.downcast::<clap::Error>() {
            Ok(wrong_usage) => wrong_usage.exit(),
            Err(failure) => {
                eprintln!("rights-hub: {failure}");
                ExitCode::FAILURE
            }
        },
    }
}
