//! Bodies that many answers share: they lie in memory in pieces, and are put together when they are sent.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, MessageBody};
use actix_web::web::Bytes;

/// Bytes that are put together and sent at once; a piece that is longer is sent as it is.
const TOGETHER: usize = 128 * 1024;

/// Whoever sends makes room for each piece as it comes. A hundred times is too often, so many times costs less than to put
/// them together before.
const FEW: usize = 8;

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
        let rest = self.parts.get(self.next..).unwrap_or_default();
        let ends = rest.iter().scan(0, |end, part| {
            *end += part.len();
            Some(*end)
        });
        let count = if self.parts.len() > FEW { ends.take_while(|end| *end <= TOGETHER).count().max(1) } else { 1 };
        let together = match rest.get(..count) {
            None => None,
            Some([only]) => Some(only.clone()),
            Some(parts) => Some(Bytes::from(parts.concat())),
        };
        self.next += count;
        Poll::Ready(together.map(Ok))
    }
}

#[cfg(test)]
mod tests {
    use actix_web::body::to_bytes;
    use actix_web::web::Bytes;

    use super::{SharedBody, TOGETHER};

    #[actix_web::test]
    async fn pieces_of_any_length_arrive_whole_and_in_order() {
        for lengths in [&[][..], &[1], &[1, 2, 3], &[TOGETHER], &[5, TOGETHER + 1, 7, TOGETHER - 7, 1]] {
            let parts: Vec<Bytes> = (0u8..).zip(lengths).map(|(byte, length)| vec![byte; *length].into()).collect();
            let whole = parts.concat();
            let body = SharedBody::of(parts.into());
            assert_eq!(to_bytes(body.clone()).await.ok(), Some(Bytes::from(whole.clone())));
            assert_eq!(to_bytes(body).await.ok(), Some(Bytes::from(whole)), "a copy begins at the beginning");
        }
    }
}
