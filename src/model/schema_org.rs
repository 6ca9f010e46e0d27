//! What entries are in the vocabulary of <https://schema.org>, as data: each model says once which of its fields is which
//! property. Only properties that the vocabulary has for the type stand here, and only what the entry says itself.

/// What the entries of a collection are in schema.org.
#[derive(Debug, Clone, Copy)]
pub struct SchemaOrg {
    /// The type.
    pub class: &'static str,
    /// Whether it is a creative work, which has a language, a licence and dates.
    pub work: bool,
    /// The properties beyond those that every thing and every work has. One that stands here twice has both values; one
    /// that every thing has too has the value from here, if there is one.
    pub properties: &'static [Property],
}

/// A property and where its values come from.
pub type Property = (&'static str, Said);

/// Where the values of a property come from.
#[derive(Debug, Clone, Copy)]
pub enum Said {
    /// A field, word for word; of a list of texts, each.
    Text(&'static str),
    /// A field that is an address of the web.
    Address(&'static str),
    /// A date or instant, as far as its day.
    Day(&'static str),
    /// When an entry that takes place begins: the day alone, if only the days count.
    Begin,
    /// When it ends.
    End,
    /// CommonMark prose of several fields, one below the other, without its markup.
    Prose(&'static [&'static str]),
    /// CommonMark prose of one member of each element of a list, one below the other, without its markup.
    Parts(&'static str, &'static str),
    /// The entries that these relations name.
    Named(&'static [&'static str]),
    /// The entry that this relation names, of which this one is a part: told with its own names in other schemes, where they
    /// are known.
    Within(&'static str),
    /// The values of `identifiers` in these schemes.
    Identifiers(&'static [&'static str]),
    /// A value of a closed list, as the member of an enumeration of the vocabulary.
    Member(&'static str, &'static [(&'static str, &'static str)]),
    /// An object made of fields of the entry; none when it would be empty.
    Object(Object),
    /// An object for each element of a list, made of the element's members.
    Each(&'static str, Object),
    /// An object for each text of a list, with that text as this property.
    EachText(&'static str, &'static str, &'static str),
}

/// An object inside an entry.
#[derive(Debug, Clone, Copy)]
pub struct Object {
    /// Its type.
    pub class: &'static str,
    /// Its properties.
    pub properties: &'static [Property],
    /// The field and the values of it for which the object is there.
    pub when: Option<(&'static str, &'static [&'static str])>,
}

impl SchemaOrg {
    /// A creative work.
    pub const fn work(class: &'static str, properties: &'static [Property]) -> Self {
        Self { class, work: true, properties }
    }

    /// Anything else.
    pub const fn thing(class: &'static str, properties: &'static [Property]) -> Self {
        Self { class, work: false, properties }
    }
}

impl Object {
    /// An object.
    pub const fn new(class: &'static str, properties: &'static [Property]) -> Self {
        Self { class, properties, when: None }
    }

    /// The same, only for some values of a field.
    pub const fn when(self, field: &'static str, values: &'static [&'static str]) -> Self {
        Self { when: Some((field, values)), ..self }
    }
}

/// What the entry is about.
pub const ABOUT: Property = ("about", Said::Named(&["rights", "topics"]));

/// For whom it is.
pub const AUDIENCE: Property = ("audience", Said::EachText("audience", "Audience", "audienceType"));

/// Locality and country.
pub const ADDRESS: Property = (
    "address",
    Said::Object(Object::new(
        "PostalAddress",
        &[("addressLocality", Said::Text("locality")), ("addressCountry", Said::Text("country"))],
    )),
);

/// Where that is on the globe.
pub const GEO: Property = (
    "geo",
    Said::Each(
        "location",
        Object::new("GeoCoordinates", &[("latitude", Said::Text("lat")), ("longitude", Said::Text("lon"))]),
    ),
);
