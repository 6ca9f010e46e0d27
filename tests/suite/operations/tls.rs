//! HTTPS by the hub itself: both versions of HTTP, and certificates that change while it runs.

use std::path::Path;
use std::time::Duration;

use rcgen::{CertificateParams, KeyPair};
use rights_hub::http::Certificate;
use tempfile::TempDir;

use super::refused;
use crate::support::program::Program;
use crate::support::{Database, eventually};

/// Writes a new certificate and its key; answers the certificate as a client trusts it.
fn write(folder: &Path) -> reqwest::Certificate {
    let key = KeyPair::generate().expect("a key");
    let params = CertificateParams::new(vec!["localhost".to_owned()]).expect("parameters");
    let certificate = params.self_signed(&key).expect("a certificate");
    // The key first: for a moment the two do not fit, and the hub keeps what it has.
    std::fs::write(folder.join("key.pem"), key.serialize_pem()).expect("a file");
    std::fs::write(folder.join("cert.pem"), certificate.pem()).expect("a file");
    reqwest::Certificate::from_pem(certificate.pem().as_bytes()).expect("a certificate")
}

fn client(trusted: reqwest::Certificate) -> reqwest::blocking::Client {
    // Each request on a connection of its own, so that each meets the certificate.
    let client = reqwest::blocking::Client::builder().use_rustls_tls().add_root_certificate(trusted);
    client.pool_max_idle_per_host(0).timeout(Duration::from_secs(60)).build().expect("a client")
}

#[test]
fn the_hub_is_served_by_https_and_takes_up_a_new_certificate() {
    let folder = TempDir::new().expect("a folder");
    let database = Database::sqlite();
    let first = write(folder.path());
    let file = |name: &str| folder.path().join(name).display().to_string();
    let program = Program::start(&[
        "serve",
        "--database-url",
        &database.url,
        "--data-dir",
        &file("data"),
        "--tls-cert",
        &file("cert.pem"),
        "--tls-key",
        &file("key.pem"),
    ]);
    let url = format!("https://localhost:{}/v1", program.address.port());
    let answer = client(first.clone()).get(&url).send().expect("an answer");
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["strict-transport-security"], "max-age=31536000");
    assert!(answer.text().expect("text").contains("collections"));

    let healthy = |more: &[&str]| {
        let mut health = std::process::Command::new(env!("CARGO_BIN_EXE_rights-hub"));
        health.env_remove("HUB_TLS_CERT").args(["health", "--listen"]);
        let everywhere = format!("[::]:{}", program.address.port());
        health.arg(everywhere).args(more).output().expect("it runs").status.success()
    };
    assert!(healthy(&["--tls-cert", &file("cert.pem")]), "asked by HTTPS, at the address of this machine");
    assert!(!healthy(&[]), "asked by HTTP");

    let curl = |version: &str| {
        let mut curl = std::process::Command::new("curl");
        curl.args([
            "-s",
            version,
            "--cacert",
            &file("cert.pem"),
            "-o",
            "/dev/null",
            "-w",
            "%{http_version} %{http_code}",
            &url,
        ]);
        String::from_utf8(curl.output().expect("curl runs").stdout).expect("text")
    };
    assert_eq!(curl("--http2"), "2 200");
    assert_eq!(curl("--http1.1"), "1.1 200");

    let second = write(folder.path());
    let served = client(second);
    eventually("the new certificate is in use", || served.get(&url).send().is_ok());
    assert!(client(first).get(&url).send().is_err(), "the old one is not");

    // What cannot be used leaves what is there.
    std::fs::write(folder.path().join("cert.pem"), "nothing").expect("a file");
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!(served.get(&url).send().expect("an answer").status(), 200);
}

#[test]
fn a_certificate_that_cannot_be_used_is_named() {
    let folder = TempDir::new().expect("a folder");
    write(folder.path());
    let (chain, key) = (folder.path().join("cert.pem"), folder.path().join("key.pem"));
    assert!(Certificate::read(chain.clone(), key.clone()).is_ok());
    let other = KeyPair::generate().expect("a key").serialize_pem();
    for (file, text) in [
        (&key, other.as_str()),
        (&key, ""),
        (&chain, ""),
        (&chain, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
    ] {
        write(folder.path());
        std::fs::write(file, text).expect("a file");
        let told = Certificate::read(chain.clone(), key.clone()).expect_err("it cannot be used");
        assert!(told.contains(".pem: "), "{told}");
    }
    let database = Database::sqlite();
    let told = refused(
        &database.url,
        folder.path(),
        &["serve", "--listen", "127.0.0.1:0", "--tls-cert", "no.pem", "--tls-key", "no.pem"],
    );
    assert!(told.contains("no.pem"), "{told}");
}
