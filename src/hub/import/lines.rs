//! The lines of a file, read and checked on their own, ahead of whoever saves them: while one batch is saved, another
//! thread parses the next and holds it to its schema. The order of lines is kept, and few batches are ever in memory.

use std::io::{BufRead, Read};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Builder, Scope, scope};

use serde_json::Value;

use crate::model::{Collection, Fault, WrittenDocument, collection_of, normalised};
use crate::store::StoreError;

/// Lines that share a transaction.
const BATCH: usize = 4000;

/// Bytes after which a batch is complete, however few its lines.
const BATCH_BYTES: usize = 16 * 1024 * 1024;

/// Batches in memory at once: one that is saved, and those that are checked meanwhile.
const AHEAD: usize = 2;

/// The longest line, in bytes.
pub const MAX_LINE: usize = 4 * 1024 * 1024;

/// A line that was read and checked on its own.
pub struct Line {
    /// Its number, from 1.
    pub number: u64,
    /// What it says, or what is wrong with it.
    pub content: Result<Content, Vec<Fault>>,
}

/// What a line says.
pub struct Content {
    /// Its collection.
    pub collection: &'static Collection,
    /// The document, unless it is still to be read from the text.
    pub document: Option<WrittenDocument>,
    /// The same as it is kept: JSON without insignificant space.
    pub text: String,
}

impl Line {
    /// The same line once more, its document still to be read.
    pub fn again(&self) -> Self {
        let again = |content: &Content| Content { document: None, text: content.text.clone(), ..*content };
        Self { number: self.number, content: self.content.as_ref().map(again).map_err(Clone::clone) }
    }
}

impl Content {
    /// Document and text.
    ///
    /// # Errors
    /// What is wrong with the document, where it is read only now.
    pub fn read(self) -> Result<(WrittenDocument, String), Vec<Fault>> {
        let document = match self.document {
            Some(document) => document,
            None => {
                let value = serde_json::from_str(&self.text).unwrap_or_default();
                WrittenDocument::read_again(self.collection, value)?
            }
        };
        Ok((document, self.text))
    }
}

/// A line as bytes, with its number.
type Raw = (u64, Vec<u8>);

/// Gives every batch of lines to `take`, in order. Answers how many lines there were.
///
/// # Errors
/// When the input cannot be read, and what `take` answers.
pub fn each_batch<E: From<StoreError>>(
    input: &mut dyn BufRead,
    mut take: impl FnMut(Vec<Line>) -> Result<(), E>,
) -> Result<u64, E> {
    scope(|scope| {
        let (raw, checked) = worker(scope, check_batch)?;
        let mut reader = Reader { input, count: 0 };
        let mut under_way = 0;
        loop {
            while under_way < AHEAD
                && let Some(batch) = reader.next_batch()?
            {
                raw.send(batch).map_err(|_| stopped())?;
                under_way += 1;
            }
            if under_way == 0 {
                return Ok(reader.count);
            }
            let batch = checked.recv().map_err(|_| stopped())?;
            under_way -= 1;
            take(batch)?;
        }
    })
}

/// A thread that does this work on what is sent to it, in order; it ends when either side of its channels is dropped.
pub fn worker<'scope, I: Send + 'scope, O: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl Fn(I) -> O + Send + 'scope,
) -> Result<(SyncSender<I>, Receiver<O>), StoreError> {
    let (sender, to_do) = sync_channel(AHEAD);
    let (done, receiver) = sync_channel(AHEAD);
    let all = move || {
        for one in to_do {
            if done.send(work(one)).is_err() {
                return;
            }
        }
    };
    Builder::new()
        .name("import".to_owned())
        .spawn_scoped(scope, all)
        .map_err(|error| StoreError::Failed(error.to_string()))?;
    Ok((sender, receiver))
}

/// The fault of a worker that is not there any more.
pub fn stopped() -> StoreError {
    StoreError::Failed("the thread that reads documents stopped".to_owned())
}

fn check_batch(batch: Vec<Raw>) -> Vec<Line> {
    batch.into_iter().map(|(number, bytes)| Line { number, content: check(&bytes) }).collect()
}

/// Reads one line's document.
fn check(bytes: &[u8]) -> Result<Content, Vec<Fault>> {
    let fault = |code, detail: String| vec![Fault { pointer: String::new(), code, detail }];
    if bytes.len() > MAX_LINE {
        return Err(fault("too-long", format!("A line has at most {MAX_LINE} bytes.")));
    }
    let mut value: Value =
        serde_json::from_slice(bytes.trim_ascii()).map_err(|error| fault("malformed-json", unreadable(&error)))?;
    let collection = collection_of(&value).map_err(|fault| vec![fault])?;
    WrittenDocument::validate(collection, &value)?;
    let text = normalised(collection, &mut value);
    Ok(Content { collection, document: Some(WrittenDocument::read_again(collection, value)?), text })
}

/// What is wrong with the JSON of a line, and where in it. Which line it is stands beside it.
fn unreadable(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    format!("{}, at column {}", text.strip_suffix(&place).unwrap_or(&text), error.column())
}

struct Reader<'a> {
    input: &'a mut dyn BufRead,
    count: u64,
}

impl Reader<'_> {
    /// The next lines that are not empty; `None` at the end.
    fn next_batch(&mut self) -> Result<Option<Vec<Raw>>, StoreError> {
        let failed = |error: std::io::Error| StoreError::Failed(error.to_string());
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while batch.len() < BATCH && bytes < BATCH_BYTES {
            let mut line = Vec::new();
            let mut limited = Read::take(&mut *self.input, MAX_LINE as u64 + 1);
            let read = limited.read_until(b'\n', &mut line).map_err(failed)?;
            if read == 0 {
                break;
            }
            self.count += 1;
            if read > MAX_LINE && line.last() != Some(&b'\n') {
                self.skip_line().map_err(failed)?;
            }
            if !line.trim_ascii().is_empty() {
                bytes += line.len();
                batch.push((self.count, line));
            }
        }
        Ok((!batch.is_empty()).then_some(batch))
    }

    /// Reads on to the end of a line that is too long to be kept.
    fn skip_line(&mut self) -> std::io::Result<()> {
        loop {
            let buffer = self.input.fill_buf()?;
            if buffer.is_empty() {
                return Ok(());
            }
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(buffer.len(), |end| end + 1);
            self.input.consume(used);
            if end.is_some() {
                return Ok(());
            }
        }
    }
}
