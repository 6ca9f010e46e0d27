//! Bodies that many answers share: they are sent piece by piece, as they lie in memory.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, MessageBody};
use actix_web::web::Bytes;

/// A body in pieces.
#[derive(Debug, Clone)]
pub struct SharedBody {
    parts: Arc<[Bytes]>,
    /// The piece that is sent next.
    next: usize,
    length: usize,
}

impl SharedBody {
    /// The body of these pieces.
    pub fn of(parts: Box<[Bytes]>) -> Self {
        Self { length: parts.iter().map(Bytes::len).sum(), parts: parts.into(), next: 0 }
    }

    /// Bytes that it takes in memory, if nobody else has its pieces.
    pub fn weight(&self) -> usize {
        self.length + size_of_val(&*self.parts)
    }
}

impl MessageBody for SharedBody {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        BodySize::Sized(self.length as u64)
    }

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, Infallible>>> {
        let part = self.parts.get(self.next).cloned();
        self.next += 1;
        Poll::Ready(part.map(Ok))
    }
}
