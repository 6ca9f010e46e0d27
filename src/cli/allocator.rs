//! The allocator's settings. It reads them from the environment before anything of ours runs, and takes them from nowhere else
//! without code that the compiler does not check.

use std::env;
use std::os::unix::process::CommandExt as _;
use std::process::Command;

/// After how many milliseconds the system gets back what was freed. With the allocator's own second, a hub that is asked for
/// everything holds 30 to 70 MiB more, and answers nothing faster (`docs/PERFORMANCE.md`).
const PURGE_DELAY: (&str, &str) = ("MIMALLOC_PURGE_DELAY", "10");

/// Begins the program again, as the same process, with the allocator's settings; at once where they are set, by us or by
/// whoever runs the hub. Where a program may not begin another one, it goes on without them.
pub fn settle() {
    let (name, value) = PURGE_DELAY;
    if env::var_os(name).is_some() {
        return;
    }
    let mut arguments = env::args_os();
    if let (Ok(program), Some(called)) = (env::current_exe(), arguments.next()) {
        let error = Command::new(program).arg0(called).args(arguments).env(name, value).exec();
        log::warn!("the allocator gives memory back late: {error}");
    }
}
