//! Receivers that speak TLS, but show a certificate that nobody trusts: nothing is told to them.

use std::io::Read;
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::{ServerConfig, ServerConnection};
use serde_json::{Value, json};

use super::receiver::{Receiver, eventually};
use super::{Post, swift};
use crate::support::Database;

/// A server on this machine with a certificate that it made itself.
struct SelfSigned {
    url: String,
    connections: Arc<AtomicUsize>,
    /// What it was told once TLS stood.
    told: Arc<Mutex<Vec<u8>>>,
}

impl SelfSigned {
    fn new() -> Self {
        let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("a certificate is made");
        let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("TLS")
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key.into())
            .expect("key and certificate belong together");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("https://{}/hook", listener.local_addr().expect("an address"));
        let (connections, told) = (Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(Vec::new())));
        let (counted, heard, config) = (Arc::clone(&connections), Arc::clone(&told), Arc::new(config));
        std::thread::spawn(move || {
            for mut socket in listener.incoming().map_while(Result::ok) {
                counted.fetch_add(1, Ordering::SeqCst);
                let mut connection = ServerConnection::new(Arc::clone(&config)).expect("TLS");
                let mut stream = rustls::Stream::new(&mut connection, &mut socket);
                let mut piece = [0; 1024];
                while let Ok(read @ 1..) = stream.read(&mut piece) {
                    heard.lock().expect("no test panics here").extend(&piece[..read]);
                }
            }
        });
        Self { url, connections, told }
    }
}

#[test]
fn a_certificate_that_nobody_trusts_is_a_failed_attempt_that_is_made_again() {
    for database in Database::each() {
        let mut post = Post::silent(database, true);
        let (receiver, good) = (SelfSigned::new(), Receiver::new());
        let (hook, _) = post.hook(&receiver.url, json!({}));
        let (other, _) = post.hook(&good.url, json!({}));
        let pinged = post.done("POST", &format!("{hook}/ping"), json!({}));
        assert_eq!(pinged["delivery"]["error"], "certificate");

        post.start(swift());
        post.topic("Tides");
        let failed = || -> Vec<Value> {
            let all = post.deliveries(&hook).into_iter();
            all.filter(|one| one["message_type"] == "entry.published").collect()
        };
        eventually("it is tried again and again", || failed().len() >= 3);
        for delivery in failed() {
            assert_eq!((&delivery["outcome"], &delivery["error"]), (&json!("failed"), &json!("certificate")));
            assert!(delivery["status"].is_null(), "{delivery}");
        }
        let webhook = post.read(&hook);
        assert_eq!(webhook["state"], "active", "it may come right");
        assert!(webhook["failures"].as_i64() >= Some(3), "{webhook}");
        post.caught_up(&other);
        assert!(receiver.connections.load(Ordering::SeqCst) >= 4);
        assert!(receiver.told.lock().expect("no test panics here").is_empty(), "nothing was told");
    }
}
