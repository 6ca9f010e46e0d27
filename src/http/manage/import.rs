//! Importing over HTTP: the body is read as it comes, and each line's result sent once its transaction is committed.
//! Neither is ever in memory whole.

use std::io::{self, BufReader, Read};

use actix_web::web::{Bytes, Payload};
use actix_web::{HttpResponse, web};
use futures_util::{StreamExt as _, stream};
use serde_json::json;
use tokio::sync::mpsc;

use super::requests::Request;
use crate::http::problem::Problem;
use crate::hub::{Authorship, Conflict, Hub, ImportOptions, Scope};
use crate::query::ParameterFault;

/// Pieces of the body that wait to be read.
const AHEAD: usize = 16;

/// A body as a blocking reader sees it: what arrived, and what is still to come.
struct Arriving {
    pieces: mpsc::Receiver<io::Result<Bytes>>,
    piece: Bytes,
}

impl Read for Arriving {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.piece.is_empty() {
            match self.pieces.blocking_recv() {
                Some(piece) => self.piece = piece?,
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
    let (arrive, pieces) = mpsc::channel(AHEAD);
    actix_web::rt::spawn(async move {
        while let Some(piece) = payload.next().await {
            let piece = piece.map_err(|error| io::Error::other(error.to_string()));
            if arrive.send(piece).await.is_err() {
                return;
            }
        }
    });
    // Without a bound: a client that sends everything before it reads would wait for us, and we for it. A result is
    // short.
    let (tell, told) = mpsc::unbounded_channel::<Bytes>();
    let (hub, actor) = (request.hub(), request.actor());
    std::thread::spawn(move || run(&hub, &actor, &authorship, options, pieces, &tell));
    let lines =
        stream::unfold(
            told,
            |mut told| async move { told.recv().await.map(|line| (Ok::<Bytes, io::Error>(line), told)) },
        );
    Ok(HttpResponse::Ok().content_type("application/x-ndjson").streaming(lines))
}

fn run(
    hub: &web::Data<Hub>,
    actor: &crate::hub::Actor,
    authorship: &Authorship,
    options: ImportOptions,
    pieces: mpsc::Receiver<io::Result<Bytes>>,
    tell: &mpsc::UnboundedSender<Bytes>,
) {
    let mut input = BufReader::with_capacity(1 << 20, Arriving { pieces, piece: Bytes::new() });
    let line = |value: serde_json::Value| {
        // Whoever does not listen any more still has their lines imported.
        let _ = tell.send(Bytes::from(format!("{value}\n")));
    };
    let outcome = hub.import_as(authorship, &mut input, options, &mut |result| line(json!(result)));
    let noted = outcome.and_then(|counts| hub.note_import(actor, &counts)).and_then(|()| hub.catch_up());
    if let Err(error) = noted {
        log::error!("an import ended early: {error}");
        line(
            json!({ "error": { "type": "/problems/unavailable", "detail": "The import ended here; lines without a result were not kept." } }),
        );
    }
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
