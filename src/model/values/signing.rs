//! Secrets with which messages are signed. Unlike those of keys they cannot be kept as hashes, so they are never
//! written to JSON or to the log: they have no `Serialize`, and their `Debug` says nothing.

use data_encoding::BASE64;

/// How every secret begins in the Standard Webhooks.
const MARK: &str = "whsec_";

/// How many random bytes a new secret has; the standard takes 24 to 64.
pub const SECRET_BYTES: usize = 32;

/// A secret that the hub shares with one receiver: `whsec_` and base64.
#[derive(Clone, PartialEq, Eq, diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
#[diesel(sql_type = diesel::sql_types::Text)]
pub struct SigningSecret(String);

/// Text that is no such secret.
#[derive(Debug)]
pub struct InvalidSecret;

impl std::fmt::Display for InvalidSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a signing secret is `whsec_` and the base64 of 24 to 64 bytes")
    }
}

impl std::error::Error for InvalidSecret {}

impl std::fmt::Debug for SigningSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SigningSecret(…)")
    }
}

impl SigningSecret {
    /// A secret of these random bytes.
    pub fn of(bytes: &[u8; SECRET_BYTES]) -> Self {
        Self(format!("{MARK}{}", BASE64.encode(bytes)))
    }

    /// The secret as its owner is shown it, once.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The bytes that sign.
    pub fn bytes(&self) -> Vec<u8> {
        decoded(&self.0).unwrap_or_default()
    }

    pub(crate) fn from_stored(text: String) -> Result<Self, InvalidSecret> {
        match decoded(&text) {
            Some(bytes) if (24..=64).contains(&bytes.len()) => Ok(Self(text)),
            _ => Err(InvalidSecret),
        }
    }
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    BASE64.decode(text.strip_prefix(MARK)?.as_bytes()).ok()
}

crate::database::text_column!(SigningSecret);

#[cfg(test)]
mod tests {
    use super::SigningSecret;

    #[test]
    fn a_secret_is_read_back_and_never_told() {
        let secret = SigningSecret::of(&[7; 32]);
        assert!(secret.as_str().starts_with("whsec_"));
        assert_eq!(secret.bytes(), [7; 32]);
        assert_eq!(SigningSecret::from_stored(secret.as_str().to_owned()).unwrap(), secret);
        assert_eq!(format!("{secret:?}"), "SigningSecret(…)");
        for bad in ["", "whsec_", "whsec_AAAA", "AAAA", "whsec_***"] {
            assert!(SigningSecret::from_stored(bad.to_owned()).is_err(), "{bad}");
        }
    }
}
