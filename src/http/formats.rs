//! Lists in other forms than JSON: rows as they are read, feeds and calendars page by page.

use actix_web::http::header::{CONTENT_DISPOSITION, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::{Map, Value};

use super::keeping::kept_or_made;
use super::negotiation::choose;
use super::problem::Problem;
use super::reading::{ask, read};
use super::representation::{CONSENTED, PUBLIC, Representation, validator};
use super::streams::Stream;
use crate::hub::{Hub, HubError, ListPage, Provenance};
use crate::model::Collection;
use crate::present::{Calendar, Feed, FeedLinks, Pieces, Site};
use crate::problem::NOT_FOUND;
use crate::query::{Family, Format, ListQuery, Surface};

/// `GET /v1/{collection}.{format}`: the suffix decides, whatever `Accept` says.
///
/// # Errors
/// 404 for a form that the collection does not have, 400 for a query that is not understood, 503.
pub async fn by_suffix(
    request: HttpRequest,
    hub: web::Data<Hub>,
    collection: &'static Collection,
) -> Result<HttpResponse, Problem> {
    let suffix = request.match_info().get("format").unwrap_or_default();
    let Some(format) = Format::of(collection).find(|format| format.suffix() == suffix) else {
        let known: Vec<&str> = Format::of(collection).map(Format::suffix).collect();
        let detail = format!("The forms of this list are {}; JSON has no suffix.", known.join(", "));
        return Err(Problem::new(NOT_FOUND, detail));
    };
    list_as(request, hub, collection, format).await
}

/// The form that a request for a list asks for by `Accept`; `None` for JSON.
///
/// # Errors
/// 406 when it takes none that there is.
pub fn by_accept(request: &HttpRequest, collection: &Collection) -> Result<Option<Format>, Problem> {
    let formats: Vec<Format> = Format::of(collection).collect();
    let others: Vec<&str> = formats.iter().map(|format| format.media_type()).collect();
    let chosen = choose(request, "application/json", &others)?;
    Ok(formats.into_iter().find(|format| format.media_type() == chosen))
}

/// A list in a form.
///
/// # Errors
/// 400 for a query that is not understood, 503.
pub async fn list_as(
    request: HttpRequest,
    hub: web::Data<Hub>,
    collection: &'static Collection,
    format: Format,
) -> Result<HttpResponse, Problem> {
    let query = read(&request, &hub, Surface::Listed(collection.name, format)).await?;
    if format.family() == Family::Rows {
        return rows(request, hub, collection, format, query).await;
    }
    let make = async || {
        let query = query.clone();
        let page = ask(&hub, move |hub| {
            let page = hub.list(collection, &query)?;
            let body = written(hub, collection, format, &page)?;
            Ok((body, page.provenance, page.links))
        });
        let (body, provenance, links) = page.await?;
        let media_type = content_type(format);
        Ok(Representation { media_type, links, ..Representation::of_entries(body, provenance) })
    };
    match format {
        // It says when it was made.
        Format::ICalendar => Ok(make().await?.answer(&request).await),
        _ => kept_or_made(&request, &hub, make).await,
    }
}

/// Everything that matches, as it is read.
async fn rows(
    request: HttpRequest,
    hub: web::Data<Hub>,
    collection: &'static Collection,
    format: Format,
    query: ListQuery,
) -> Result<HttpResponse, Problem> {
    let admitted = hub.admit_export()?;
    let stream = Stream::open(&request, move |out| {
        let _admitted = admitted;
        hub.rows(collection, &query, format, out)
    })
    .await?;
    let Some(kept) = stream.opening.kept.clone() else {
        return Err(HubError::Rendering("rows that depend on nothing".to_owned()).into());
    };
    let representation = Representation {
        body: Pieces::default(),
        media_type: content_type(format),
        cache_control: cache_control(&kept.provenance),
        provenance: Some(kept.provenance),
        links: kept.links,
        validator: None,
        policy: None,
    };
    let (mut response, fresh) = representation.head(&request, validator(&kept.validator, stream.coding));
    if fresh {
        return Ok(response.finish());
    }
    let name = format!("attachment; filename=\"{}.{}\"", collection.name, format.suffix());
    if let Ok(name) = HeaderValue::from_str(&name) {
        response.insert_header((CONTENT_DISPOSITION, name));
    }
    Ok(stream.answer(&request, response))
}

fn cache_control(provenance: &Provenance) -> &'static str {
    if provenance.consented { CONSENTED } else { PUBLIC }
}

fn content_type(format: Format) -> &'static str {
    match format {
        Format::Csv => "text/csv; charset=utf-8; header=present",
        Format::Ndjson => "application/x-ndjson",
        Format::Atom => "application/atom+xml; charset=utf-8",
        Format::Rss => "application/rss+xml; charset=utf-8",
        Format::JsonFeed => "application/feed+json",
        Format::ICalendar => "text/calendar; charset=utf-8",
    }
}

/// A page as a feed or a calendar.
fn written(hub: &Hub, collection: &Collection, format: Format, page: &ListPage) -> Result<String, HubError> {
    let documents: Vec<Map<String, Value>> = page.data.iter().map(|entry| entry.value()).collect::<Result<_, _>>()?;
    let identity = hub.identity();
    let title = format!("{}: {}", identity.name, collection.label);
    let links = links(page, &identity.site, collection);
    if format == Format::ICalendar {
        let calendar = Calendar {
            name: &title,
            about: collection.about,
            address: &links.first,
            home: &links.home,
            documents: &documents,
            now: hub.now(),
        };
        return Ok(calendar.write());
    }
    let feed = Feed {
        title,
        about: collection.about.to_owned(),
        publisher: identity.publisher.clone(),
        links,
        updated: page.provenance.changed_at,
        lang: None,
        entries: Vec::new(),
    };
    let feed = feed.read(collection, &documents, &identity.site);
    Ok(match format {
        Format::Rss => feed.rss(),
        Format::JsonFeed => feed.json_feed(),
        _ => feed.atom(),
    })
}

fn links(page: &ListPage, site: &Site, collection: &Collection) -> FeedLinks {
    let at = |relation: &str| {
        let found = page.links.iter().find(|(name, _)| *name == relation);
        found.map(|(_, target)| format!("{}{target}", site.public_url))
    };
    FeedLinks {
        own: at("self").unwrap_or_default(),
        first: at("first").unwrap_or_default(),
        previous: at("prev"),
        next: at("next"),
        home: format!("{}/{}", site.site_url, collection.name),
    }
}
