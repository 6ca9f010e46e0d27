//! Consent at the moment of publishing: what it does not allow never reaches the public tables, so nothing that reads
//! them can leak it.

use crate::model::{Channel, Channels, Consent, ConsentAttribution, Faults, WrittenDocument};

/// Brings a document down to what its consent allows, or notes why it cannot be published at all.
pub fn project(document: &mut WrittenDocument, consent: Option<&Consent>, today: &str, faults: &mut Faults) {
    let Some(consent) = consent else {
        faults.unless(
            !document.record.needs_consent(),
            "/consent",
            "consent-required",
            "This is somebody's story or name: it is published only with consent on record.",
        );
        return;
    };
    if consent.expires_on.as_ref().is_some_and(|last| is_over(last.as_str(), today)) {
        faults.add("/consent/expires_on", "consent-expired", "The consent has expired.");
    }
    faults.unless(
        consent.channels.contains(&Channel::Web),
        "/consent/channels",
        "consent-channel",
        "The consent does not allow the hub's public pages and API (`web`).",
    );
    document.entry.consented = true;
    document.entry.channels = Channels::of(&consent.channels).bits();
    if consent.attribution == ConsentAttribution::Named {
        return;
    }
    document.links.retain(|link| !link.relation.personal);
    let shown = match consent.attribution {
        ConsentAttribution::Pseudonym => consent.pseudonym.as_deref(),
        _ => None,
    };
    document.record.depersonalise(&mut document.entry, consent.attribution, shown, faults);
    for translation in &mut document.translations {
        translation.texts.retain(|name, _| !document.collection.personal.contains(&name.as_str()));
    }
}

/// Whether the last day on which something holds is over. A month or a year holds to its end: it is compared with as much
/// of today as it says itself.
pub fn is_over(last: &str, today: &str) -> bool {
    today.get(..last.len()).is_some_and(|today| last < today)
}
