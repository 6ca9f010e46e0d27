//! A disk that fails when it is told to: what stands between the program and its files is made with the C compiler that
//! building the hub needs anyway.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// A folder whose disk can fail.
pub struct FaultyDisk {
    folder: PathBuf,
}

impl FaultyDisk {
    /// The disk on which a folder is.
    pub fn of(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// A command that runs a program on it.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("LD_PRELOAD", library()).env("FAULTS", &self.folder);
        command
    }

    /// Nothing can be written while `work` is done.
    pub fn read_only<T>(&self, work: impl FnOnce() -> T) -> T {
        self.while_it_is("read-only", work)
    }

    /// Nothing reaches the disk while `work` is done.
    pub fn not_syncing<T>(&self, work: impl FnOnce() -> T) -> T {
        self.while_it_is("no-sync", work)
    }

    fn while_it_is<T>(&self, fault: &str, work: impl FnOnce() -> T) -> T {
        fs::write(self.folder.join(fault), "").expect("a file is written");
        let done = work();
        fs::remove_file(self.folder.join(fault)).expect("a file is removed");
        done
    }
}

/// The library that a program is started with.
fn library() -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/support/faulty_disk.c");
        let library = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faulty_disk.so");
        let made = Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(&library).arg(source).arg("-ldl").output();
        let made = made.expect("the C compiler runs");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        library
    })
}
