//! Answers that are written line by line while they are read, compressed on the way, in constant memory. A thread writes;
//! a client who takes nothing for a minute is let go.

use std::io::Write;
use std::time::Duration;

use actix_web::http::Method;
use actix_web::http::header;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use futures_util::stream::{empty, poll_fn};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::sync::oneshot;

use super::negotiation::{Coding, coding};
use super::problem::Problem;
use crate::hub::{HubError, Lines, Opening};

/// Bytes that are sent at once.
const PIECE: usize = 64 * 1024;

/// Pieces that wait to be sent.
const WAITING: usize = 4;

/// How long a client may take nothing.
const PATIENCE: Duration = Duration::from_secs(60);

/// Their media type.
pub const NDJSON: &str = "application/x-ndjson";

/// Answers with what `write` writes, line by line.
///
/// # Errors
/// What `write` answers before it has written anything.
pub async fn lines(
    request: &HttpRequest,
    write: impl FnOnce(&mut dyn Lines) -> Result<(), HubError> + Send + 'static,
) -> Result<HttpResponse, Problem> {
    let stream = Stream::open(request, write).await?;
    let mut response = HttpResponse::Ok();
    response
        .content_type(NDJSON)
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .insert_header((header::VARY, "Accept, Accept-Encoding"))
        .insert_header(("Hub-Seq", stream.opening.seq.to_string()));
    Ok(stream.answer(request, response))
}

/// What is being written, its beginning known.
pub struct Stream {
    /// What is known of it before its first line.
    pub opening: Opening,
    /// How it is compressed.
    pub coding: Coding,
    pieces: Receiver<Piece>,
    failure: oneshot::Receiver<HubError>,
}

impl Stream {
    /// Begins to write; an error in the midst of it breaks the connection off, so that nobody takes half for the whole. Who
    /// lets go of it ends the writing.
    ///
    /// # Errors
    /// What `write` answers before it has written anything.
    pub async fn open(
        request: &HttpRequest,
        write: impl FnOnce(&mut dyn Lines) -> Result<(), HubError> + Send + 'static,
    ) -> Result<Self, Problem> {
        let coding = coding(request);
        let (send, mut pieces) = channel::<Piece>(WAITING);
        let (fail, mut failure) = oneshot::channel();
        let runtime = tokio::runtime::Handle::current();
        actix_web::rt::task::spawn_blocking(move || {
            let waiting = Pieces { send: send.clone(), runtime, piece: Vec::with_capacity(PIECE) };
            let mut writer = Writer { encoder: Encoder::new(coding, waiting), failure: None };
            let outcome = write(&mut writer).and_then(|()| writer.finish().map_err(broken));
            if let Err(error) = outcome {
                // Beside the pieces, of which as many as may wait may be waiting; nobody listens when the client has gone.
                let _ = fail.send(error);
            }
            // The pieces end only here, so whoever sees their end can tell whether they were all.
            drop(send);
        });
        match pieces.recv().await {
            Some(Piece::Begin(opening)) => Ok(Self { opening: *opening, coding, pieces, failure }),
            Some(Piece::Bytes(_)) => Err(HubError::Rendering("a stream did not begin".to_owned()).into()),
            None => {
                let unknown = |_| HubError::Rendering("a stream ended before it began".to_owned());
                Err(failure.try_recv().unwrap_or_else(unknown).into())
            }
        }
    }

    /// The answer with these headers.
    pub fn answer(mut self, request: &HttpRequest, mut response: HttpResponseBuilder) -> HttpResponse {
        if self.coding != Coding::Identity {
            response.insert_header((header::CONTENT_ENCODING, self.coding.name()));
        }
        if request.method() == Method::HEAD {
            return response.streaming(empty::<Result<Bytes, std::io::Error>>());
        }
        response.streaming(poll_fn(move |context| {
            self.pieces.poll_recv(context).map(|piece| match piece {
                Some(Piece::Bytes(bytes)) => Some(Ok(bytes)),
                Some(Piece::Begin(_)) => Some(Ok(Bytes::new())),
                None => self.failure.try_recv().ok().map(|error| {
                    log::error!(target: "request", "a stream was broken off: {error:?}");
                    Err(std::io::Error::other("broken off"))
                }),
            })
        }))
    }
}

fn broken(error: std::io::Error) -> HubError {
    HubError::Rendering(error.to_string())
}

/// What goes from the thread that writes to the one that answers.
enum Piece {
    Begin(Box<Opening>),
    Bytes(Bytes),
}

struct Writer {
    encoder: std::io::Result<Encoder>,
    failure: Option<std::io::Error>,
}

impl Writer {
    fn finish(self) -> std::io::Result<()> {
        match self.failure {
            Some(error) => Err(error),
            None => self.encoder?.finish(),
        }
    }
}

impl Lines for Writer {
    fn begin(&mut self, opening: Opening) {
        if let Ok(encoder) = &mut self.encoder {
            let _ = encoder.pieces().put(Piece::Begin(Box::new(opening)));
        }
    }

    fn text(&mut self, text: &str) -> bool {
        let Ok(encoder) = &mut self.encoder else { return false };
        self.failure = encoder.write_all(text.as_bytes()).err();
        self.failure.is_none()
    }
}

/// The way from lines to pieces.
enum Encoder {
    Identity(Pieces),
    Gzip(flate2::write::GzEncoder<Pieces>),
    Brotli(Box<brotli::CompressorWriter<Pieces>>),
    Zstd(zstd::stream::Encoder<'static, Pieces>),
}

impl Encoder {
    fn new(coding: Coding, pieces: Pieces) -> std::io::Result<Self> {
        Ok(match coding {
            Coding::Identity => Self::Identity(pieces),
            Coding::Gzip => Self::Gzip(flate2::write::GzEncoder::new(pieces, flate2::Compression::new(4))),
            Coding::Brotli => Self::Brotli(Box::new(brotli::CompressorWriter::new(pieces, PIECE, 3, 20))),
            Coding::Zstd => Self::Zstd(zstd::stream::Encoder::new(pieces, 3)?),
        })
    }

    fn pieces(&mut self) -> &mut Pieces {
        match self {
            Self::Identity(pieces) => pieces,
            Self::Gzip(encoder) => encoder.get_mut(),
            Self::Brotli(encoder) => encoder.get_mut(),
            Self::Zstd(encoder) => encoder.get_mut(),
        }
    }

    fn write_all(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        match self {
            Self::Identity(encoder) => encoder.write_all(bytes),
            Self::Gzip(encoder) => encoder.write_all(bytes),
            Self::Brotli(encoder) => encoder.write_all(bytes),
            Self::Zstd(encoder) => encoder.write_all(bytes),
        }
    }

    fn finish(self) -> std::io::Result<()> {
        match self {
            Self::Identity(mut pieces) => pieces.flush(),
            Self::Gzip(encoder) => encoder.finish()?.flush(),
            Self::Brotli(encoder) => encoder.into_inner().flush(),
            Self::Zstd(encoder) => encoder.finish()?.flush(),
        }
    }
}

/// Collects bytes into pieces and sends them.
struct Pieces {
    send: Sender<Piece>,
    runtime: tokio::runtime::Handle,
    piece: Vec<u8>,
}

impl Pieces {
    fn send(&mut self) -> std::io::Result<()> {
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        self.put(Piece::Bytes(piece.into()))
    }

    fn put(&mut self, piece: Piece) -> std::io::Result<()> {
        let send = self.send.send(piece);
        let sent = self.runtime.block_on(async { tokio::time::timeout(PATIENCE, send).await });
        match sent {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(std::io::ErrorKind::BrokenPipe.into()),
            Err(_) => Err(std::io::ErrorKind::TimedOut.into()),
        }
    }
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.send()?;
        }
        Ok(bytes.len())
    }

    /// Sends what is left; encoders flush at their end only.
    fn flush(&mut self) -> std::io::Result<()> {
        if self.piece.is_empty() { Ok(()) } else { self.send() }
    }
}
