//! TLS from a certificate and a key in files, which are read again when they change: whoever renews them need not tell us.

use std::path::PathBuf;
use std::sync::Arc;

use arc_swap::ArcSwap;
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;

/// A certificate with its key, as two files have them now.
#[derive(Debug)]
pub struct Certificate {
    files: [PathBuf; 2],
    read: ArcSwap<[Vec<u8>; 2]>,
    key: ArcSwap<CertifiedKey>,
}

impl Certificate {
    /// Reads the chain of certificates and the private key, both PEM.
    ///
    /// # Errors
    /// What is wrong with which file.
    pub fn read(chain: PathBuf, key: PathBuf) -> Result<Arc<Self>, String> {
        let files = [chain, key];
        let read = read(&files)?;
        let key = certified(&files, &read)?;
        Ok(Arc::new(Self { files, read: ArcSwap::from_pointee(read), key: ArcSwap::from_pointee(key) }))
    }

    /// Reads the files again if they have changed. What cannot be used leaves what was there.
    ///
    /// # Errors
    /// What is wrong with which file.
    pub fn renew(&self) -> Result<bool, String> {
        let now = read(&self.files)?;
        if *self.read.load_full() == now {
            return Ok(false);
        }
        let key = certified(&self.files, &now)?;
        self.key.store(Arc::new(key));
        self.read.store(Arc::new(now));
        Ok(true)
    }

    /// How connections are secured with it: TLS 1.2 and 1.3.
    ///
    /// # Errors
    /// When the library has no such versions.
    pub fn config(self: &Arc<Self>) -> Result<ServerConfig, rustls::Error> {
        let builder = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let builder = builder.with_safe_default_protocol_versions()?.with_no_client_auth();
        Ok(builder.with_cert_resolver(Arc::<Self>::clone(self)))
    }
}

impl ResolvesServerCert for Certificate {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.key.load_full())
    }
}

fn read(files: &[PathBuf; 2]) -> Result<[Vec<u8>; 2], String> {
    let [chain, key] = files;
    let one = |path: &PathBuf| std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()));
    Ok([one(chain)?, one(key)?])
}

fn certified(files: &[PathBuf; 2], read: &[Vec<u8>; 2]) -> Result<CertifiedKey, String> {
    let ([chain_file, key_file], [chain, key]) = (files, read);
    let wrong = |file: &PathBuf, error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let certificates: Vec<CertificateDer<'static>> =
        CertificateDer::pem_slice_iter(chain).collect::<Result<_, _>>().map_err(|error| wrong(chain_file, &error))?;
    if certificates.is_empty() {
        return Err(wrong(chain_file, &"it holds no certificate"));
    }
    let key = PrivateKeyDer::from_pem_slice(key).map_err(|error| wrong(key_file, &error))?;
    let key = ring::sign::any_supported_type(&key).map_err(|error| wrong(key_file, &error))?;
    let certified = CertifiedKey::new(certificates, key);
    match certified.keys_match() {
        Ok(()) => Ok(certified),
        Err(error) => Err(wrong(key_file, &error)),
    }
}
