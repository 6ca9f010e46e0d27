//! What is measured of requests, each of which has a line in the log, and `GET /metrics` in the text format of Prometheus.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::{HttpMessage as _, HttpResponse, web};
use prometheus_client::collector::Collector;
use prometheus_client::encoding::text::encode;
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet, EncodeMetric as _, MetricEncoder};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::counter::{ConstCounter, Counter};
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use super::capacity::Capacity;
use super::finish::REQUEST_ID;
use super::keeping::route_of;
use super::layers::Answered;
use super::rates::Rates;
use super::readings::{NODE_READINGS, READINGS, Reading};
use super::slow;
use crate::hub::Hub;

/// The upper bounds of what is counted together, in seconds.
const BOUNDS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// What tells requests apart. Patterns and not paths: there are few of them, and they name nobody.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Asked {
    method: &'static str,
    route: Arc<str>,
    status: u16,
}

/// The same without the status.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    method: &'static str,
    route: Arc<str>,
}

type Durations = Family<Route, Histogram, fn() -> Histogram>;

/// What a node measures.
pub struct Metrics {
    registry: Registry,
    requests: Family<Asked, Counter>,
    durations: Durations,
}

/// A node, as far as it can be read.
pub struct Node {
    /// Its hub.
    pub hub: Arc<Hub>,
    /// What it does at once.
    pub capacity: Arc<Capacity>,
    /// The buckets of its clients.
    pub rates: Arc<Rates>,
}

impl Metrics {
    /// Measures a node.
    pub fn of(node: Node) -> Self {
        let mut registry = Registry::default();
        let requests = Family::default();
        let durations: Durations = Family::new_with_constructor(|| Histogram::new(BOUNDS));
        registry.register("hub_requests", "Requests answered", requests.clone());
        registry.register("hub_request_duration_seconds", "From a request's head to its answer's", durations.clone());
        registry.register_collector(Box::new(Read(Arc::new(node))));
        Self { registry, requests, durations }
    }
}

/// What is read from a node when somebody asks.
struct Read(Arc<Node>);

impl fmt::Debug for Read {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Read")
    }
}

impl Collector for Read {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        READINGS.iter().try_for_each(|reading| put(&mut encoder, reading, (reading.read)(&self.0.hub)))?;
        NODE_READINGS.iter().try_for_each(|reading| put(&mut encoder, reading, (reading.read)(&self.0)))
    }
}

fn put<T: ?Sized>(
    encoder: &mut DescriptorEncoder<'_>,
    reading: &Reading<T>,
    values: Vec<(String, f64)>,
) -> fmt::Result {
    // What could not be read is left out: a gap is seen, and a zero would be believed.
    if values.is_empty() {
        return Ok(());
    }
    let kind = if reading.counts { MetricType::Counter } else { MetricType::Gauge };
    let mut metric = encoder.encode_descriptor(reading.name, reading.about, None, kind)?;
    for (value, number) in values {
        match reading.label {
            None => write(reading, number, metric)?,
            Some(label) => {
                let labels = [(label, value)];
                write(reading, number, metric.encode_family(&labels)?)?;
                continue;
            }
        }
        break;
    }
    Ok(())
}

fn write<T: ?Sized>(reading: &Reading<T>, number: f64, metric: MetricEncoder<'_>) -> fmt::Result {
    match reading.counts {
        true => ConstCounter::new(number).encode(metric),
        false => ConstGauge::new(number).encode(metric),
    }
}

/// How the secret begins by which a request was let in, for the log.
#[derive(Debug, Clone)]
pub struct KeyPrefix(pub String);

/// Measures a request, and notes it in the log.
///
/// # Errors
/// Those of the request.
pub async fn measure(request: ServiceRequest, next: impl AsyncFnOnce(ServiceRequest) -> Answered) -> Answered {
    let began = Instant::now();
    let metrics = request.app_data::<web::Data<Metrics>>().cloned();
    let method = known(request.method().as_str());
    let answered = next(request).await;
    let took = began.elapsed();
    let (route, status) = match &answered {
        Ok(response) => (route_of(response.request()), response.status()),
        Err(error) => (Arc::from("-"), error.as_response_error().status_code()),
    };
    if let Ok(response) = &answered {
        note(response, &route, took);
    }
    if let Some(metrics) = metrics {
        metrics.requests.get_or_create(&Asked { method, route: Arc::clone(&route), status: status.as_u16() }).inc();
        metrics.durations.get_or_create(&Route { method, route }).observe(took.as_secs_f64());
    }
    answered
}

/// Notes a request in the log.
fn note(response: &ServiceResponse<BoxBody>, route: &str, took: Duration) {
    let request_id = response.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or("-");
    slow::note(response, took, request_id);
    if log::log_enabled!(target: "request", log::Level::Info) {
        let extensions = response.request().extensions();
        log::info!(
            target: "request",
            method = response.request().method().as_str(),
            route = route,
            status = response.status().as_u16(),
            ms = (took.as_secs_f64() * 100_000.0).round() / 100.0,
            request_id = request_id,
            key = extensions.get::<KeyPrefix>().map_or("-", |key| key.0.as_str());
            "answered"
        );
    }
}

/// A method that the hub takes: others are anybody's words, and would fill the memory.
fn known(method: &str) -> &'static str {
    const METHODS: &[&str] = &["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];
    METHODS.iter().find(|known| **known == method).copied().unwrap_or("other")
}

/// `GET /metrics`.
pub async fn metrics(metrics: web::Data<Metrics>) -> HttpResponse {
    let written = web::block(move || {
        let mut text = String::new();
        encode(&mut text, &metrics.registry).map(|()| text)
    });
    match written.await {
        Ok(Ok(text)) => HttpResponse::Ok()
            .content_type("application/openmetrics-text; version=1.0.0; charset=utf-8")
            .insert_header(("Cache-Control", "no-store"))
            .body(text),
        _ => HttpResponse::InternalServerError().finish(),
    }
}
