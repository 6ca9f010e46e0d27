//! The log, on standard error: a line for people, or a JSON object a line.

use std::io::{BufWriter, IsTerminal as _, Stderr, Write, stderr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use env_logger::{Logger, Target};
use log::{Level, Log, Metadata, Record};

use super::LogFormat;
use super::log_line::{write_line, write_object};

/// How long the line of a request may wait for others to be written with.
const TOGETHER: Duration = Duration::from_millis(100);

/// Bytes of lines that are written together at most.
const AT_ONCE: usize = 64 * 1024;

/// Starts the log; `RUST_LOG` narrows or widens it. Where no terminal shows it, lines of requests are written together.
pub fn start_log(format: LogFormat) {
    let mut builder = env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("info"));
    match format {
        LogFormat::Text => builder.format(write_line),
        LogFormat::Json => builder.format(write_object),
    };
    // A second start, as in tests, finds the log already there.
    if stderr().is_terminal() {
        let _ = builder.try_init();
        return;
    }
    let lines = Lines(Arc::new(Mutex::new(BufWriter::with_capacity(AT_ONCE, stderr()))));
    let logger = builder.target(Target::Pipe(Box::new(lines.clone()))).build();
    let most = logger.filter();
    if log::set_boxed_logger(Box::new(Gathering { logger, lines })).is_ok() {
        log::set_max_level(most);
        std::thread::spawn(|| {
            loop {
                std::thread::sleep(TOGETHER);
                log::logger().flush();
            }
        });
    }
}

/// Lines on their way to standard error.
struct Lines<W: Write = Stderr>(Arc<Mutex<BufWriter<W>>>);

impl<W: Write> Clone for Lines<W> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<W: Write> Write for Lines<W> {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(line)
    }

    /// Nothing: what writes lines asks for this after each of them. [`Gathering`] decides.
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A log whose lines of requests, of which there may be a hundred thousand a second, are written together: a write for each
/// costs a tenth of an answer. Whatever else happens is written at once, after what came before.
struct Gathering<W: Write = Stderr> {
    logger: Logger,
    lines: Lines<W>,
}

impl<W: Write + Send> Log for Gathering<W> {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        self.logger.enabled(metadata)
    }

    fn log(&self, record: &Record<'_>) {
        self.logger.log(record);
        if record.target() != "request" || record.level() <= Level::Warn {
            self.flush();
        }
    }

    fn flush(&self) {
        // There is nowhere to say that the log cannot be written.
        let _ = self.lines.0.lock().unwrap_or_else(PoisonError::into_inner).flush();
    }
}

#[cfg(test)]
pub mod tests {
    use std::io::{BufWriter, Write};
    use std::sync::{Arc, Mutex};

    use env_logger::{Builder, Target};
    use log::{Level, LevelFilter, Log as _, Record};

    use super::{Gathering, Lines};

    /// What a terminal or a file would have.
    #[derive(Clone, Default)]
    pub struct Written(Arc<Mutex<Vec<u8>>>);

    impl Written {
        pub fn text(&self) -> String {
            String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
        }

        fn lines(&self) -> usize {
            self.text().lines().count()
        }
    }

    impl Write for Written {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn requests_wait_for_what_matters_and_nothing_is_lost() {
        let written = Written::default();
        let lines = Lines(Arc::new(Mutex::new(BufWriter::new(written.clone()))));
        let target = Target::Pipe(Box::new(lines.clone()));
        let logger = Builder::new().filter_level(LevelFilter::Info).target(target).build();
        let log = Gathering { logger, lines };
        let say = |target, level| {
            log.log(&Record::builder().target(target).level(level).args(format_args!("said")).build());
            written.lines()
        };
        assert_eq!(say("request", Level::Info), 0);
        assert_eq!(say("request", Level::Debug), 0, "nobody asked for it");
        assert_eq!(say("request", Level::Error), 2, "a fault is told at once, after what came before");
        assert_eq!(say("request", Level::Info), 2);
        assert_eq!(say("slow", Level::Info), 4);
        say("request", Level::Info);
        log.flush();
        assert_eq!(written.lines(), 5);
    }
}
