//! Importing over HTTP: the body is read as it comes, and each line's result sent once its transaction is committed.
//! Neither is ever in memory whole. When a named request comes again, its body is only hashed, and the answer comes from what
//! was kept.

use std::io::{self, BufRead, BufReader, Read, Seek};
use std::time::Duration;

use actix_web::web::{Bytes, Payload};
use actix_web::{HttpResponse, web};
use data_encoding::HEXLOWER;
use futures_util::stream;
use serde_json::json;
use sha2::{Digest, Sha256};
use tokio::sync::mpsc;

use super::bodies::next_chunk;
use super::requests::{Request, ask};
use crate::http::problem::Problem;
use crate::hub::{Actor, AnswerParts, Authorship, Conflict, Hub, ImportOptions, NamedImport, Once, Scope};
use crate::query::ParameterFault;
use crate::store::StoreError;

/// Pieces of the body that wait to be read.
const AHEAD: usize = 16;

/// The longest body of a dry run, in bytes.
const MOST_SPOOLED: u64 = 4 << 30;

/// How long a request that came again waits before it asks once more whether the first has ended.
const ASKING: Duration = Duration::from_millis(100);

/// A body as a blocking reader sees it: what arrived, and what is still to come.
struct Arriving {
    pieces: mpsc::Receiver<io::Result<Bytes>>,
    piece: Bytes,
    hash: Sha256,
}

impl Read for Arriving {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.piece.is_empty() {
            match self.pieces.blocking_recv() {
                Some(piece) => {
                    self.piece = piece?;
                    self.hash.update(&self.piece);
                }
                None => return Ok(0),
            }
        }
        let taken = self.piece.split_to(self.piece.len().min(out.len()));
        out.iter_mut().zip(&taken).for_each(|(to, from)| *to = *from);
        Ok(taken.len())
    }
}

/// `POST /v1/manage/import`.
pub async fn import(request: Request, mut payload: Payload) -> Result<HttpResponse, Problem> {
    let (once, actor) = (request.once_of_lines()?, request.actor());
    if let Some(once) = once.clone() {
        let actor = actor.clone();
        request.ask(move |hub| hub.import_was_begun(&actor, &once)).await?;
    }
    request.takes(&["application/x-ndjson", "application/ndjson", "application/jsonl"])?;
    let options = ImportOptions {
        publish: request.publish()?,
        on_conflict: on_conflict(request.parameter("on_conflict"))?,
        dry_run: request.flag("dry_run")?,
        all_or_nothing: false,
    };
    let authorship = Authorship {
        by: Some(request.actor().name),
        may_consent: request.may(Scope::Consent),
        ..Authorship::default()
    };
    let named = match once {
        None => None,
        Some(once) => {
            let (asked, asker) = (once.clone(), actor.clone());
            match request.ask(move |hub| hub.begin_import(&asker, &asked)).await? {
                Some(named) => Some(named),
                None => return repeat(&request.hub(), actor, once, payload).await,
            }
        }
    };
    let (arrive, pieces) = mpsc::channel(AHEAD);
    actix_web::rt::spawn(async move {
        // Whoever stops sending is not waited for: others may be waiting for what the import holds.
        while let Some(piece) = next_chunk(&mut payload).await.transpose() {
            let over = piece.is_err();
            let piece = piece.map_err(|problem| io::Error::other(problem.to_string()));
            if arrive.send(piece).await.is_err() || over {
                return;
            }
        }
    });
    // Without a bound: a client that sends everything before it reads would wait for us, and we for it. A result is
    // short.
    let (tell, told) = mpsc::unbounded_channel::<Bytes>();
    let hub = request.hub();
    std::thread::spawn(move || run(&hub, &actor, &authorship, options, named, pieces, &tell));
    let lines =
        stream::unfold(
            told,
            |mut told| async move { told.recv().await.map(|line| (Ok::<Bytes, io::Error>(line), told)) },
        );
    Ok(HttpResponse::Ok().content_type("application/x-ndjson").streaming(lines))
}

/// Answers a request that was begun before, once that has ended.
async fn repeat(hub: &web::Data<Hub>, actor: Actor, once: Once, mut payload: Payload) -> Result<HttpResponse, Problem> {
    let mut hash = Sha256::new();
    while let Some(piece) = next_chunk(&mut payload).await? {
        hash.update(piece);
    }
    let body = HEXLOWER.encode(&hash.finalize());
    let AnswerParts { run, count } = loop {
        let (actor, once, body) = (actor.clone(), once.clone(), body.clone());
        if let Some(kept) = ask(hub, move |hub| hub.import_answer(&actor, &once, &body)).await? {
            break kept;
        }
        tokio::time::sleep(ASKING).await;
    };
    let hub = hub.clone();
    let lines = stream::unfold(0, move |part| {
        let (hub, run) = (hub.clone(), run.clone());
        async move {
            if part >= count {
                return None;
            }
            let lines = ask(&hub, move |hub| hub.import_answer_part(&run, part)).await;
            Some((lines.map(Bytes::from).map_err(|problem| io::Error::other(problem.to_string())), part + 1))
        }
    });
    Ok(HttpResponse::Ok()
        .content_type("application/x-ndjson")
        .insert_header(("Idempotency-Replayed", "true"))
        .streaming(lines))
}

fn run(
    hub: &web::Data<Hub>,
    actor: &Actor,
    authorship: &Authorship,
    options: ImportOptions,
    mut named: Option<NamedImport>,
    pieces: mpsc::Receiver<io::Result<Bytes>>,
    tell: &mpsc::UnboundedSender<Bytes>,
) {
    let mut arriving = Arriving { pieces, piece: Bytes::new(), hash: Sha256::new() };
    // Whoever does not listen any more still has their lines imported.
    let send = |line: String| drop(tell.send(Bytes::from(line)));
    let mut work = |keep: &mut dyn FnMut(&str)| {
        let mut tell = |result| {
            let line = format!("{}\n", json!(result));
            keep(&line);
            send(line);
        };
        // A dry run is one transaction, which every other writer waits for: it must not wait for a client in its turn.
        let mut input: Box<dyn BufRead + '_> = match options.dry_run {
            true => Box::new(BufReader::new(arrived(&mut arriving)?)),
            false => Box::new(BufReader::with_capacity(1 << 20, &mut arriving)),
        };
        hub.import_as(authorship, &mut *input, options, &mut tell)
    };
    let imported = match &mut named {
        Some(named) => hub.import_named(named, options.dry_run, work),
        None => work(&mut |_| {}),
    };
    let noted = imported.and_then(|counts| hub.note_import(actor, &counts));
    hub.show_committed(None);
    let ended = match named {
        Some(named) => {
            let body = noted.is_ok().then(|| HEXLOWER.encode(&arriving.hash.finalize()));
            hub.end_import(named, body)
        }
        None => Ok(()),
    };
    if let Err(error) = noted.and(ended) {
        log::error!("an import ended early: {error}");
        let error = json!({ "error": { "type": "/problems/unavailable", "detail": "The import ended here; lines without a result were not kept." } });
        send(format!("{error}\n"));
    }
}

/// A body that has arrived whole, in a file that goes with this run.
fn arrived(arriving: &mut Arriving) -> Result<std::fs::File, StoreError> {
    let mut spooled = || {
        let mut file = tempfile::tempfile()?;
        io::copy(&mut arriving.take(MOST_SPOOLED), &mut file)?;
        // Behind the bound nothing more may come.
        if io::copy(&mut arriving.take(1), &mut io::sink())? > 0 {
            return Err(io::Error::other("the body of a dry run is too long"));
        }
        file.rewind()?;
        Ok(file)
    };
    spooled().map_err(|error| StoreError::Failed(error.to_string()))
}

fn on_conflict(word: Option<&str>) -> Result<Conflict, Problem> {
    match word {
        None | Some("update") => Ok(Conflict::Update),
        Some("skip") => Ok(Conflict::Skip),
        Some("fail") => Ok(Conflict::Fail),
        Some(word) => {
            let fault = ParameterFault::unknown("on_conflict", "unknown-value", word, ["update", "skip", "fail"]);
            Err(Problem::faults(&[fault]))
        }
    }
}
