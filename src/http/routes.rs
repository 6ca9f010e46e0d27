//! Every path of the hub. Collections come from the registry: one loop, and a handler for each form of theirs.

use actix_web::guard::{GuardContext, fn_guard};
use actix_web::http::Method;
use actix_web::{HttpRequest, web};

use super::{documents, embed, finish, formats, health, landing, manage, measuring, oai, reading, sync};
use crate::hub::Hub;
use crate::model::COLLECTIONS;
use crate::model::fault::closest;
use crate::present::oai::SCHEMA_PATH;

/// The paths that are not of one collection, as the OpenAPI document writes them.
pub const PATHS: &[&str] = &[
    "/v1",
    "/v1/home",
    "/v1/lookup",
    "/v1/changes",
    "/v1/export",
    "/v1/inventory",
    "/v1/inventory/digest",
    "/oai",
    "/oai/schema_org.xsd",
    "/v1/search",
    "/v1/suggest",
    "/openapi.json",
    "/openapi.yaml",
    "/problems/{code}",
    "/v1/preview/{token}",
    "/health/live",
    "/health/ready",
    "/metrics",
    "/",
    "/landing.css",
    "/embed.js",
    "/embed.css",
    "/oembed",
    "/sitemap.xml",
    "/sitemap/{file}.xml",
    "/robots.txt",
    "/favicon.svg",
    "/favicon.ico",
];

/// The path below `/v1` that was probably meant by one that there is not.
pub fn nearest(path: &str) -> Option<String> {
    let below = path.strip_prefix("/v1").unwrap_or(path).trim_start_matches('/');
    let word = below.split('/').next()?;
    let fixed = PATHS.iter().filter_map(|path| path.strip_prefix("/v1/")).filter(|name| !name.contains('/'));
    let names: Vec<&str> = fixed.chain(COLLECTIONS.iter().map(|of| of.name)).collect();
    let nearest = format!("/v1/{}", closest(word, &names)?);
    // What stands behind it is what is wrong.
    (!path.starts_with(&nearest)).then_some(nearest)
}

/// Declares every route. Whatever is not a fixed text is a regular expression to the router, which tries one after the
/// other: so those of a collection are tried only below its path, and the rest come last.
pub fn configure(config: &mut web::ServiceConfig) {
    for collection in COLLECTIONS.iter() {
        let list = move |request: HttpRequest, hub: web::Data<Hub>| reading::list(request, hub, collection);
        let item = move |request: HttpRequest, hub: web::Data<Hub>| reading::item(request, hub, collection);
        let related = move |request: HttpRequest, hub: web::Data<Hub>| reading::related(request, hub, collection);
        config.service(
            web::scope(&format!("/v1/{}", collection.name))
                .service(public("", web::get().to(list), web::head().to(list)))
                .service(public("/{key}", web::get().to(item), web::head().to(item)))
                .service(public("/{key}/related", web::get().to(related), web::head().to(related))),
        );
        let cards = move |request: HttpRequest, hub: web::Data<Hub>| embed::list(request, hub, collection);
        let card = move |request: HttpRequest, hub: web::Data<Hub>| embed::card(request, hub, collection);
        config.service(
            web::scope(&format!("/embed/{}", collection.name))
                .service(public("", web::get().to(cards), web::head().to(cards)))
                .service(public("/{key}", web::get().to(card), web::head().to(card))),
        );
    }
    config
        .configure(manage::configure)
        .configure(pages)
        .service(public("/v1", web::get().to(reading::hub), web::head().to(reading::hub)))
        .service(public("/v1/home", web::get().to(reading::home), web::head().to(reading::home)))
        .service(public("/v1/lookup", web::get().to(reading::lookup), web::head().to(reading::lookup)))
        .service(public("/v1/changes", web::get().to(sync::changes), web::head().to(sync::changes)))
        .service(public("/v1/export", web::get().to(sync::export), web::head().to(sync::export)))
        .service(public("/v1/inventory", web::get().to(sync::inventory), web::head().to(sync::inventory)))
        .service(public("/v1/inventory/digest", web::get().to(sync::digest), web::head().to(sync::digest)))
        .service(
            web::resource("/oai")
                .route(web::get().to(oai::get))
                .route(web::head().to(oai::get))
                .route(web::post().to(oai::post))
                .route(web::method(Method::OPTIONS).to(|| finish::options_of(finish::HARVESTING)))
                .default_service(web::to(|| finish::not_among(finish::HARVESTING))),
        )
        .service(public(SCHEMA_PATH, web::get().to(oai::schema), web::head().to(oai::schema)))
        .service(public("/v1/search", web::get().to(reading::search), web::head().to(reading::search)))
        .service(public("/v1/suggest", web::get().to(reading::suggest), web::head().to(reading::suggest)))
        .service(public(
            "/openapi.json",
            web::get().to(documents::openapi_json),
            web::head().to(documents::openapi_json),
        ))
        .service(public(
            "/openapi.yaml",
            web::get().to(documents::openapi_yaml),
            web::head().to(documents::openapi_yaml),
        ))
        .service(public("/problems/{code}", web::get().to(documents::problem), web::head().to(documents::problem)))
        .service(public(
            "/v1/preview/{token}",
            web::get().to(manage::preview_by_link),
            web::head().to(manage::preview_by_link),
        ))
        .service(public("/health/live", web::get().to(health::live), web::head().to(health::live)))
        .service(public("/health/ready", web::get().to(health::ready), web::head().to(health::ready)))
        .service(public("/docs", web::get().to(documents::to_reference), web::head().to(documents::to_reference)))
        .service(public("/docs/{file:.*}", web::get().to(documents::reference), web::head().to(documents::reference)));
    for collection in COLLECTIONS.iter() {
        let table = move |request: HttpRequest, hub: web::Data<Hub>| formats::by_suffix(request, hub, collection);
        let path = format!("/v1/{}.{{format}}", collection.name);
        config.service(public(&path, web::get().to(table), web::head().to(table)));
        let page = |path| public(path, web::get().to(embed::site_page), web::head().to(embed::site_page));
        let pages = web::scope(&format!("/{}", collection.name)).guard(fn_guard(is_own_site));
        config.service(pages.service(page("")).service(page("/{key}")));
    }
}

/// Whether the hub has no site beside it.
fn is_own_site(context: &GuardContext<'_>) -> bool {
    context.app_data::<web::Data<Hub>>().is_some_and(|hub| hub.identity().site.is_hub())
}

/// What is for people, their browsers and search engines.
fn pages(config: &mut web::ServiceConfig) {
    config
        .service(public("/", web::get().to(landing::page), web::head().to(landing::page)))
        .service(public("/landing.css", web::get().to(landing::style), web::head().to(landing::style)))
        .service(public("/embed.js", web::get().to(embed::script), web::head().to(embed::script)))
        .service(public("/embed.css", web::get().to(embed::style), web::head().to(embed::style)))
        .service(public("/oembed", web::get().to(embed::oembed), web::head().to(embed::oembed)))
        .service(public("/sitemap.xml", web::get().to(landing::sitemap_xml), web::head().to(landing::sitemap_xml)))
        .service(public(
            "/sitemap/{file}.xml",
            web::get().to(landing::sitemap_file),
            web::head().to(landing::sitemap_file),
        ))
        .service(public("/robots.txt", web::get().to(landing::robots_txt), web::head().to(landing::robots_txt)))
        .service(public("/favicon.svg", web::get().to(landing::favicon), web::head().to(landing::favicon)))
        .service(public("/favicon.ico", web::get().to(landing::favicon_ico), web::head().to(landing::favicon_ico)));
}

/// Declares the path of what is measured, which may be served elsewhere.
pub fn configure_metrics(config: &mut web::ServiceConfig) {
    config.service(public("/metrics", web::get().to(measuring::metrics), web::head().to(measuring::metrics)));
}

/// A public path: GET, HEAD and OPTIONS, and nothing else.
fn public(path: &str, get: actix_web::Route, head: actix_web::Route) -> actix_web::Resource {
    web::resource(path)
        .route(get)
        .route(head)
        .route(web::method(Method::OPTIONS).to(finish::options))
        .default_service(web::to(finish::method_not_allowed))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn what_was_probably_meant_is_named() {
        for (path, meant) in [
            ("/v1/case-study", Some("/v1/case-studies")),
            ("/v1/case_studies/x", Some("/v1/case-studies")),
            ("/case-studies", Some("/v1/case-studies")),
            ("/v1/Serach", Some("/v1/search")),
            ("/v1/case-studies/x/y", None),
            ("/v1/xyz", None),
            ("/v1/", None),
            ("/", None),
        ] {
            assert_eq!(nearest(path).as_deref(), meant, "{path}");
        }
    }
}
