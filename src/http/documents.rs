//! The documents about the API: OpenAPI as JSON and YAML, and a page for each kind of problem.

use std::sync::{Arc, LazyLock, OnceLock};

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use utoipa_swagger_ui::{Config, serve};

use super::negotiation::{Coding, accepts, coding};
use super::problem::Problem;
use super::reading::internal;
use super::representation::{PUBLIC, Ready, Representation};
use crate::openapi;
use crate::problem::{NOT_FOUND, PROBLEMS};

static JSON: Document = Document::of("application/json", || Ok(openapi::document().to_string()));
static YAML: Document = Document::of("application/yaml", openapi::as_yaml);

/// A large document of the program, which is the same for all: written, hashed and compressed once for each coding.
struct Document {
    media_type: &'static str,
    write: fn() -> Result<String, String>,
    ready: [OnceLock<Result<Ready, String>>; Coding::COUNT],
}

impl Document {
    const fn of(media_type: &'static str, write: fn() -> Result<String, String>) -> Self {
        Self { media_type, write, ready: [const { OnceLock::new() }; Coding::COUNT] }
    }

    async fn answer(&'static self, request: &HttpRequest) -> Result<HttpResponse, Problem> {
        let coding = coding(request);
        let Some(place) = self.ready.get(coding as usize) else { return Err(internal("a coding without a place")) };
        let ready = match place.get() {
            Some(ready) => ready,
            None => {
                let route = request.match_pattern().unwrap_or_default().into();
                let make =
                    move || Ok(Representation::of_program((self.write)()?, self.media_type).coded(coding, route));
                web::block(move || place.get_or_init(make)).await.map_err(internal)?
            }
        };
        match ready {
            Ok(ready) => Ok(ready.answer(request, None)),
            Err(error) => Err(internal(error)),
        }
    }
}

/// `GET /openapi.json`.
///
/// # Errors
/// 500 when the document cannot be written.
pub async fn openapi_json(request: HttpRequest) -> Result<HttpResponse, Problem> {
    JSON.answer(&request).await
}

/// `GET /openapi.yaml`.
///
/// # Errors
/// 500 when the document cannot be written.
pub async fn openapi_yaml(request: HttpRequest) -> Result<HttpResponse, Problem> {
    YAML.answer(&request).await
}

/// `GET /docs/{file}`: the interactive reference, from the binary.
///
/// # Errors
/// 404 for a file that it does not have, 500 when it cannot be put together.
pub async fn reference(file: web::Path<String>) -> Result<HttpResponse, Problem> {
    // Its badge would ask another host, so it has none.
    static CONFIG: LazyLock<Arc<Config<'static>>> = LazyLock::new(|| {
        let config = Config::from("/openapi.json").validator_url("none");
        Arc::new(config.try_it_out_enabled(true).display_request_duration(true))
    });
    let found = serve(&file, Arc::clone(&CONFIG)).map_err(|error| internal(error.to_string()))?;
    let found = found.ok_or_else(|| Problem::new(NOT_FOUND, "The reference has no such file."))?;
    let mut response = HttpResponse::Ok();
    if found.gzpipped {
        response.insert_header((header::CONTENT_ENCODING, "gzip"));
    }
    response.insert_header((header::CACHE_CONTROL, PUBLIC)).content_type(found.content_type);
    Ok(response.body(found.bytes.into_owned()))
}

/// `GET /docs`, without the slash by which the reference finds its files.
pub async fn to_reference() -> HttpResponse {
    HttpResponse::PermanentRedirect().insert_header((header::LOCATION, "/docs/")).finish()
}

/// `GET /problems/{code}`: what a kind of problem means.
///
/// # Errors
/// 404 for a code that there is not.
pub async fn problem(request: HttpRequest, code: web::Path<String>) -> Result<HttpResponse, Problem> {
    accepts(&request, &["text/html"])?;
    let kind = PROBLEMS
        .iter()
        .find(|kind| kind.code == code.as_str())
        .ok_or_else(|| Problem::new(NOT_FOUND, "There is no such kind of problem."))?;
    let (title, about) = (kind.title, crate::present::to_html(kind.about));
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title></head>\n<body><main><h1>{title}</h1>\n<p>Code <code>{}</code>, status {}.</p>\n{about}\
         <p><a href=\"/docs/\">API reference</a></p></main></body>\n</html>\n",
        kind.code, kind.status,
    );
    Ok(Representation::of_program(page, "text/html; charset=utf-8").answer(&request).await)
}
