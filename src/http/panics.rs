//! A fault of ours that nobody foresaw: the request gets a problem, the log the cause, and everybody else is served.

use std::any::Any;
use std::panic::AssertUnwindSafe;

use actix_web::dev::ServiceRequest;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use futures_util::FutureExt as _;

use super::finish::{is_managing, put_common};
use super::layers::Answered;
use super::problem::Problem;
use crate::problem::INTERNAL;

/// What a client is told of a panic.
#[derive(Debug)]
struct Panicked {
    request_id: String,
    managing: bool,
}

impl std::fmt::Display for Panicked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(INTERNAL.title)
    }
}

impl ResponseError for Panicked {
    fn status_code(&self) -> StatusCode {
        StatusCode::INTERNAL_SERVER_ERROR
    }

    /// The whole answer: the request is gone, and with it everything that would finish it.
    fn error_response(&self) -> HttpResponse {
        let mut response = Problem::new(INTERNAL, INTERNAL.title).response(&self.request_id);
        put_common(response.headers_mut(), self.managing, &self.request_id);
        response
    }
}

/// Answers a request whatever becomes of it.
///
/// # Errors
/// The answer to a request that panicked.
pub async fn contain(request: ServiceRequest, next: impl AsyncFnOnce(ServiceRequest) -> Answered) -> Answered {
    let (method, uri) = (request.method().clone(), request.uri().clone());
    // What a request shares with others is the hub, whose locks are taken again when their holder panicked.
    match AssertUnwindSafe(next(request)).catch_unwind().await {
        Ok(answered) => answered,
        Err(panic) => {
            let request_id = uuid::Uuid::now_v7().to_string();
            let path: String = uri.path().chars().filter(|c| !c.is_control()).take(100).collect();
            log::error!(target: "request", "{request_id} panic on {method} {path}: {}", message(panic.as_ref()));
            Err(Panicked { request_id, managing: is_managing(uri.path()) }.into())
        }
    }
}

fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("without a message")
}

#[cfg(test)]
mod tests {
    use actix_web::test::{TestRequest, call_service, init_service, read_body_json};
    use actix_web::{App, HttpResponse, middleware, web};
    use serde_json::{Value, json};

    use super::super::layers::layers;

    async fn panics() -> HttpResponse {
        panic!("a secret of the inside")
    }

    #[actix_web::test]
    async fn a_panic_is_a_problem_for_one_request() {
        let app = App::new()
            .wrap(middleware::from_fn(layers))
            .route("/panics", web::get().to(panics))
            .route("/v1/manage/panics", web::get().to(panics))
            .route("/works", web::get().to(HttpResponse::Ok));
        let app = init_service(app).await;
        for (path, kept) in [("/panics", None), ("/v1/manage/panics", Some("private, no-store")), ("/panics", None)] {
            let error = match actix_web::dev::Service::call(&app, TestRequest::get().uri(path).to_request()).await {
                Ok(_) => panic!("it panics"),
                Err(error) => error,
            };
            let response = error.error_response();
            assert_eq!(response.status(), 500);
            assert_eq!(response.headers().get("content-type").unwrap(), "application/problem+json");
            let field = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok());
            assert_eq!(field("access-control-allow-origin"), kept.is_none().then_some("*"), "{path}");
            assert_eq!(field("cache-control").filter(|_| kept.is_some()), kept, "{path}");
            let id = response.headers().get("request-id").unwrap().to_str().unwrap().to_owned();
            let request = TestRequest::default().to_http_request();
            let body: Value = read_body_json(actix_web::dev::ServiceResponse::new(request, response)).await;
            assert_eq!(body["type"], "/problems/internal");
            assert_eq!(body["instance"], json!(format!("urn:uuid:{id}")));
            assert!(!body.to_string().contains("secret"), "{body}");
            assert_eq!(call_service(&app, TestRequest::get().uri("/works").to_request()).await.status(), 200);
        }
    }
}
