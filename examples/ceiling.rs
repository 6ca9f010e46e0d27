//! What there is to reach: an actix server with one thread that answers every request with bytes that lie ready in
//! memory. `benches/load/` measures the hub and this in one run, so that its figures are parts of what the machine
//! could do at that moment.
//!
//! ```sh
//! cargo run --release --example ceiling -- 127.0.0.1:8099    # then GET /4 for 4 kB, GET /25 for 25 kB
//! ```

use actix_web::http::header::{ContentType, ETAG};
use actix_web::{App, HttpResponse, HttpServer, web};

/// The hub's own allocator, so that it makes no difference.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The bodies: the path, and how many bytes.
const BODIES: [(&str, usize); 2] = [("/4", 4 * 1024), ("/25", 25 * 1024)];

fn main() -> std::io::Result<()> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8099".to_owned());
    let bodies = BODIES.map(|(path, size)| (path, web::Bytes::from(vec![b'x'; size])));
    actix_web::rt::System::new().block_on(async move {
        let served = HttpServer::new(move || {
            bodies.iter().fold(App::new(), |app, (path, body)| {
                let body = body.clone();
                let answer = move || {
                    let body = body.clone();
                    async move {
                        HttpResponse::Ok().content_type(ContentType::json()).insert_header((ETAG, "\"x\"")).body(body)
                    }
                };
                app.route(path, web::get().to(answer))
            })
        });
        served.workers(1).bind(address)?.run().await
    })
}
