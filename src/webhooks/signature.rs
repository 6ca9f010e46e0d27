//! Signatures of the Standard Webhooks 1.0: HMAC-SHA256 over id, time and body.

use data_encoding::BASE64;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;

use crate::model::values::SigningSecret;

/// The value of `webhook-signature`: one signature for each secret that is live, the newest first.
pub fn signatures(secrets: &[SigningSecret], id: &str, timestamp: i64, body: &str) -> String {
    let signed: Vec<String> = secrets.iter().map(|secret| signature(secret, id, timestamp, body)).collect();
    signed.join(" ")
}

fn signature(secret: &SigningSecret, id: &str, timestamp: i64, body: &str) -> String {
    // HMAC takes a key of any length.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&secret.bytes()) else { return String::new() };
    mac.update(format!("{id}.{timestamp}.{body}").as_bytes());
    format!("v1,{}", BASE64.encode(&mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::signatures;
    use crate::model::values::SigningSecret;

    /// What the standard's own libraries are tested with.
    #[test]
    fn a_message_is_signed_as_the_standard_does() {
        let secret = SigningSecret::from_stored("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".to_owned()).unwrap();
        let signed = signatures(&[secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}");
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
