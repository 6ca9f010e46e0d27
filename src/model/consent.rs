//! Consent on record: on what basis a person's story or name may be public, under which name, and where.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::values::{Edtf, closed_list};
use crate::database::schema::consents;

closed_list! {
    /// On what a consent rests.
    pub enum ConsentBasis {
        /// A signed form.
        Written = "written",
        /// A recorded statement.
        Recorded = "recorded",
        /// The person speaks or acts in a public role.
        PublicRole = "public-role",
        /// The person is already named in a published source.
        PublishedSource = "published-source",
    }
}

closed_list! {
    /// Under which name a person may appear.
    pub enum ConsentAttribution {
        /// By name.
        Named = "named",
        /// By role only: no name and no speaker reference become public.
        Role = "role",
        /// By a pseudonym.
        Pseudonym = "pseudonym",
        /// Without any attribution.
        Anonymous = "anonymous",
    }
}

closed_list! {
    /// Where what is under consent may appear.
    pub enum Channel {
        /// The hub's public API and pages.
        Web = "web",
        /// Embeds and feeds on other sites.
        Embed = "embed",
        /// Exports, changes, mirrors and OAI-PMH.
        Sync = "sync",
    }
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 3] = [Self::Web, Self::Embed, Self::Sync];
}

/// A set of channels, as one small number in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Channels(i32);

impl Channels {
    /// Every channel: what needs no consent may appear everywhere.
    pub const ALL: Self = Self(0b111);

    /// The set of the listed channels.
    pub fn of(channels: &[Channel]) -> Self {
        Self(channels.iter().fold(0, |bits, channel| bits | 1 << (*channel as i32)))
    }

    /// From its number in the database.
    pub const fn from_bits(bits: i32) -> Self {
        Self(bits)
    }

    /// As its number in the database.
    pub const fn bits(self) -> i32 {
        self.0
    }

    /// Whether the channel is in the set.
    pub const fn allow(self, channel: Channel) -> bool {
        self.0 & (1 << (channel as i32)) != 0
    }
}

/// The consent under which an entry may be published. It is kept with the item and never public.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// On what it rests.
    pub basis: ConsentBasis,
    /// Under which name the person may appear.
    pub attribution: ConsentAttribution,
    /// The name to show instead, with attribution `pseudonym`.
    #[schema(max_length = 200)]
    pub pseudonym: Option<String>,
    /// Where it may appear; at least one.
    #[schema(min_items = 1, max_items = 3)]
    pub channels: Vec<Channel>,
    /// The last day on which it holds.
    pub expires_on: Option<Edtf>,
    /// The day on which editors ask again.
    pub review_on: Option<Edtf>,
    /// Where the evidence is kept.
    #[schema(min_length = 1, max_length = 1000)]
    pub evidence_ref: String,
}

/// A consent as its row.
#[derive(Debug, Clone, diesel::Queryable, diesel::Selectable, diesel::Insertable)]
#[diesel(table_name = consents, treat_none_as_default_value = false)]
pub struct ConsentRow {
    /// The item it belongs to.
    pub item_id: String,
    /// See [`Consent::basis`].
    pub basis: ConsentBasis,
    /// See [`Consent::attribution`].
    pub attribution: ConsentAttribution,
    /// The bits of [`Channels`].
    pub channels: i32,
    /// See [`Consent::pseudonym`].
    pub pseudonym: Option<String>,
    /// See [`Consent::expires_on`].
    pub expires_on: Option<Edtf>,
    /// See [`Consent::review_on`].
    pub review_on: Option<Edtf>,
    /// See [`Consent::evidence_ref`].
    pub evidence_ref: String,
}

impl Consent {
    /// As the row of an item.
    pub fn row(&self, item_id: &str) -> ConsentRow {
        ConsentRow {
            item_id: item_id.to_owned(),
            basis: self.basis,
            attribution: self.attribution,
            channels: Channels::of(&self.channels).bits(),
            pseudonym: self.pseudonym.clone(),
            expires_on: self.expires_on.clone(),
            review_on: self.review_on.clone(),
            evidence_ref: self.evidence_ref.clone(),
        }
    }
}

impl ConsentRow {
    /// As it was written.
    pub fn consent(self) -> Consent {
        let channels = Channels::from_bits(self.channels);
        Consent {
            basis: self.basis,
            attribution: self.attribution,
            pseudonym: self.pseudonym,
            channels: Channel::ALL.into_iter().filter(|channel| channels.allow(*channel)).collect(),
            expires_on: self.expires_on,
            review_on: self.review_on,
            evidence_ref: self.evidence_ref,
        }
    }
}
