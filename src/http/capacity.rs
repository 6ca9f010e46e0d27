//! How much a node does at once. What is beyond is told to come back, so that what is under way keeps its pace.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use actix_web::dev::ServiceRequest;
use actix_web::web;

use super::layers::Answered;
use super::problem::Problem;
use crate::problem::UNAVAILABLE;

/// Paths that are answered however much there is to do: those of who watches the hub, and the one where followers wait
/// without costing anything.
const ALWAYS: &[&str] = &["/health/live", "/health/ready", "/metrics", "/v1/changes"];

/// The requests under way on a node, of all its workers.
pub struct Capacity {
    most: usize,
    under_way: Arc<AtomicUsize>,
    refused: AtomicUsize,
}

impl Capacity {
    /// A node that does so many at once.
    pub fn of(most: usize) -> Self {
        Self { most, under_way: Arc::default(), refused: AtomicUsize::new(0) }
    }

    /// How many requests are under way.
    pub fn under_way(&self) -> usize {
        self.under_way.load(Ordering::Relaxed)
    }

    /// How many were told to come back so far.
    pub fn refused(&self) -> usize {
        self.refused.load(Ordering::Relaxed)
    }

    fn enter(&self) -> Option<UnderWay> {
        let guard = UnderWay(Arc::clone(&self.under_way));
        // The guard counts down again, whether or not there was room.
        let before = self.under_way.fetch_add(1, Ordering::Relaxed);
        if before < self.most {
            return Some(guard);
        }
        self.refused.fetch_add(1, Ordering::Relaxed);
        None
    }
}

/// A request under way; it ends when this goes, also when its client has left.
struct UnderWay(Arc<AtomicUsize>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Lets a request in if there is room.
///
/// # Errors
/// None of its own.
pub async fn admit(request: ServiceRequest, next: impl AsyncFnOnce(ServiceRequest) -> Answered) -> Answered {
    let capacity = request.app_data::<web::Data<Capacity>>().filter(|_| !ALWAYS.contains(&request.path())).cloned();
    let Some(capacity) = capacity else { return next(request).await };
    let Some(_under_way) = capacity.enter() else {
        let problem = Problem::new(UNAVAILABLE, "This node is doing as much as it can.").after(1);
        return Ok(request.error_response(problem));
    };
    next(request).await
}
