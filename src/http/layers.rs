//! What every request goes through on its way to its route, and its answer on the way back. The layers are put together when
//! the program is compiled: a request has one future for all of them, where middlewares of their own would each have one.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;

use super::capacity::admit;
use super::finish::finish;
use super::headers::guard;
use super::keeping::answer_kept;
use super::measuring::measure;
use super::panics::contain;
use super::rates::limit;

/// What a layer answers.
pub type Answered = Result<ServiceResponse<BoxBody>, actix_web::Error>;

/// Leads a request through the layers: the last one here is the first that sees it.
///
/// # Errors
/// The answer to a request that panicked.
pub async fn layers(request: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Answered {
    let routed = async move |request| Ok(next.call(request).await?.map_into_boxed_body());
    let kept = async move |request| answer_kept(request, routed).await;
    let limited = async move |request| limit(request, kept).await;
    let admitted = async move |request| admit(request, limited).await;
    let finished = async move |request| finish(request, admitted).await;
    let guarded = async move |request| guard(request, finished).await;
    let contained = async move |request| contain(request, guarded).await;
    measure(request, contained).await
}
