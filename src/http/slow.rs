//! Requests that took long, each with its plan: what it had the hub do. The plan has the shape of a question and never its
//! words, because the log is kept and read by others than those who asked.

use std::time::Duration;

use actix_web::dev::ServiceResponse;
use actix_web::http::Method;
use actix_web::{HttpRequest, web};

use super::keeping::{is_kept, route_of};
use crate::query::Pairs;

/// The milliseconds that nothing slow takes less than.
pub const LEAST: u64 = 10;

/// From when on a request is slow.
#[derive(Debug, Clone, Copy)]
pub struct Slow(pub Duration);

/// Parameters whose values are numbers or words of ours, and tell more than how many they are.
const TOLD: &[&str] =
    &["limit", "page", "facet_limit", "include_limit", "min_seq", "since", "sort", "facet", "include", "view"];

/// Parameters of a question in words.
const WORDS: &[&str] = &["q"];

/// Notes a request in the log if it was slow. Whoever waits for changes is not: that is what was asked.
pub fn note<B>(response: &ServiceResponse<B>, took: Duration, request_id: &str) {
    if took < Duration::from_millis(LEAST) {
        return;
    }
    let request = response.request();
    if request.app_data::<web::Data<Slow>>().is_none_or(|slow| took < slow.0) {
        return;
    }
    let pairs = Pairs::decode(request.query_string()).0;
    if pairs.get("wait").is_some() {
        return;
    }
    let route = route_of(request);
    log::warn!(
        target: "slow",
        method = request.method().as_str(),
        route = &*route,
        status = response.status().as_u16(),
        ms = took.as_millis() as u64,
        plan = plan(request, &pairs, response.status().is_success()).as_str(),
        request_id = request_id;
        "a request was slow"
    );
}

/// What a question had the hub do: `kept`, or its parameters with how many values each had. Where other parameters than
/// ours are taken or were refused they are counted alone, because their names may be anybody's words.
fn plan(request: &HttpRequest, pairs: &Pairs, answered: bool) -> String {
    if is_kept(request) {
        return "kept".to_owned();
    }
    if !answered || request.method() != Method::GET || !request.path().starts_with("/v1/") {
        return format!("{} parameters", pairs.iter().count());
    }
    let step = |(name, value): (&str, &str)| match name {
        name if TOLD.contains(&name) => format!("{name}={value}"),
        name if WORDS.contains(&name) => format!("{name}*{}", value.split_whitespace().count()),
        name => format!("{name}*{}", value.split(',').count()),
    };
    pairs.iter().map(step).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::plan;
    use crate::query::Pairs;

    #[test]
    fn a_plan_has_the_shape_of_a_question_and_not_its_words() {
        let told = |target: &str, answered: bool| {
            let request = TestRequest::get().uri(target).to_http_request();
            plan(&request, &Pairs::decode(request.query_string()).0, answered)
        };
        let list = "/v1/rights?topic=qx,qy&q=qx%20qy%20qz&facet=topic,freda&limit=100&sort=-title&include=topics";
        assert_eq!(told(list, true), "topic*2 q*3 facet=topic,freda limit=100 sort=-title include=topics");
        assert_eq!(told(list, false), "6 parameters");
        assert_eq!(told("/?qx=qy", true), "1 parameters");
        assert_eq!(told("/v1/home", true), "");
    }
}
