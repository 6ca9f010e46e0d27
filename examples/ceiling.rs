//! What there is to reach: an actix server with one thread that answers every request with bytes that lie ready in
//! memory. `benches/load/` measures the hub and this in one run, so that its figures are parts of what the machine
//! could do at that moment. The two sizes that are most asked for have routes, as paths of a real server do.
//!
//! ```sh
//! cargo run --release --example ceiling -- 127.0.0.1:8099    # then GET /4096 for so many bytes
//! ```

use actix_web::http::header::{ContentType, ETAG};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};

/// The hub's own allocator, so that it makes no difference.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Paths with a route.
const ROUTES: [&str; 2] = ["/4096", "/25600"];

/// The longest body, in bytes.
const MOST: usize = 1 << 20;

fn main() -> std::io::Result<()> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8099".to_owned());
    let ready = web::Bytes::from(vec![b'x'; MOST]);
    actix_web::rt::System::new().block_on(async move {
        let served = HttpServer::new(move || {
            let ready = ready.clone();
            let answer = move |request: HttpRequest| {
                let length = request.path().trim_start_matches('/').parse::<usize>().ok();
                let body = length.filter(|length| *length <= MOST).map(|length| ready.slice(..length));
                async move {
                    match body {
                        Some(body) => HttpResponse::Ok()
                            .content_type(ContentType::json())
                            .insert_header((ETAG, "\"x\""))
                            .body(body),
                        None => HttpResponse::NotFound().finish(),
                    }
                }
            };
            let app = ROUTES.iter().fold(App::new(), |app, path| app.route(path, web::get().to(answer.clone())));
            app.default_service(web::to(answer))
        });
        served.workers(1).bind(address)?.run().await
    })
}
