//! A line of the log: for people, or a JSON object.

use std::cell::RefCell;
use std::io::{Result, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use env_logger::fmt::Formatter;
use log::kv::{Error, Key, Value, VisitSource};
use log::{Level, Record};
use serde::Serializer as _;
use serde::ser::SerializeMap;

use crate::model::values::Instant;

thread_local! {
    /// The second that lines were last written in, as they have it.
    static SECOND: RefCell<(u64, String)> = const { RefCell::new((0, String::new())) };
}

/// A record as a line for people, its facts at the end. What is text already is copied: to format all of it would take a
/// thirtieth of an answer.
pub fn write_line(line: &mut Formatter, record: &Record<'_>) -> Result<()> {
    let level = match record.level() {
        Level::Error => "ERROR ",
        Level::Warn => "WARN  ",
        Level::Info => "INFO  ",
        Level::Debug => "DEBUG ",
        Level::Trace => "TRACE ",
    };
    let second = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    SECOND.with_borrow_mut(|(last, written)| {
        if *last != second {
            (*last, *written) = (second, format!("[{} ", line.timestamp()));
        }
        line.write_all(written.as_bytes())
    })?;
    for text in [level, record.target(), "] "] {
        line.write_all(text.as_bytes())?;
    }
    match record.args().as_str() {
        Some(message) => line.write_all(message.as_bytes())?,
        // No text of others may look like a line of its own.
        None => line.write_all(record.args().to_string().replace('\n', "\n    ").as_bytes())?,
    }
    record.key_values().visit(&mut Facts(line)).map_err(std::io::Error::other)?;
    line.write_all(b"\n")
}

struct Facts<'a>(&'a mut Formatter);

impl<'kvs> VisitSource<'kvs> for Facts<'_> {
    fn visit_pair(&mut self, key: Key<'kvs>, value: Value<'kvs>) -> std::result::Result<(), Error> {
        for text in [" ", key.as_str(), "="] {
            self.0.write_all(text.as_bytes())?;
        }
        match value.to_borrowed_str() {
            Some(words) => self.0.write_all(words.as_bytes())?,
            None => write!(self.0, "{value}")?,
        }
        Ok(())
    }
}

/// A record as a JSON object on a line of its own, its facts as members.
pub fn write_object(line: &mut Formatter, record: &Record<'_>) -> Result<()> {
    let mut writer = serde_json::Serializer::new(&mut *line);
    let mut object = writer.serialize_map(None)?;
    object.serialize_entry("at", &Instant::now())?;
    object.serialize_entry("level", record.level().as_str())?;
    object.serialize_entry("target", record.target())?;
    object.serialize_entry("message", record.args())?;
    let mut members = Members(object);
    record.key_values().visit(&mut members).map_err(std::io::Error::other)?;
    members.0.end()?;
    line.write_all(b"\n")
}

struct Members<M>(M);

impl<'kvs, M: SerializeMap> VisitSource<'kvs> for Members<M> {
    fn visit_pair(&mut self, key: Key<'kvs>, value: Value<'kvs>) -> std::result::Result<(), Error> {
        let (key, members) = (key.as_str(), &mut self.0);
        let written = match (value.to_u64(), value.to_f64()) {
            (Some(whole), _) => members.serialize_entry(key, &whole),
            (None, Some(number)) => members.serialize_entry(key, &number),
            (None, None) => members.serialize_entry(key, &format_args!("{value}")),
        };
        written.map_err(|error| Error::boxed(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use env_logger::{Builder, Target};
    use log::{Level, LevelFilter, Log as _, Record};
    use serde_json::{Value, json};

    use super::super::log::tests::Written;
    use super::{write_line, write_object};

    /// What a log writes of four records.
    fn written(shape: impl FnOnce(&mut Builder) -> &mut Builder) -> String {
        let written = Written::default();
        let mut builder = Builder::new();
        builder.filter_level(LevelFilter::Trace).target(Target::Pipe(Box::new(written.clone())));
        shape(&mut builder);
        let logger = builder.build();
        let facts: [(&str, log::kv::Value<'_>); 4] =
            [("method", "GET".into()), ("status", 200.into()), ("ms", 0.25.into()), ("far", 1e300.into())];
        let mut record = Record::builder();
        record.target("request").key_values(&facts);
        logger.log(&record.level(Level::Info).args(format_args!("answered")).build());
        for level in [Level::Error, Level::Warn, Level::Trace] {
            let said = "one\n[2026-01-01T00:00:00Z INFO  another] line\n";
            logger.log(&Record::builder().level(level).target("a").args(format_args!("{level}: {said}")).build());
        }
        written.text()
    }

    #[test]
    fn lines_are_as_the_log_usually_has_them() {
        // A second may end between the two.
        let pairs: Vec<_> =
            (0..3).map(|_| (written(|builder| builder), written(|builder| builder.format(write_line)))).collect();
        assert!(pairs.iter().any(|(usual, ours)| usual == ours), "{pairs:#?}");
    }

    #[test]
    fn an_object_has_every_fact() {
        let lines = written(|builder| builder.format(write_object));
        let mut objects = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let mut first = objects.next().unwrap();
        assert!(first.as_object_mut().unwrap().remove("at").is_some());
        let facts = json!({"level": "INFO", "target": "request", "message": "answered", "method": "GET", "status": 200,
            "ms": 0.25, "far": 1e300});
        assert_eq!(first, facts);
        assert_eq!(objects.count(), 3);
    }
}
