//! Prints an invented hub of any size, for measurements and load tests: `cargo run --release --example generate -- N
//! [--seed S]` writes N linked documents as NDJSON, in the written shape that `rights-hub import` takes.
//!
//! The same N and seed give the same bytes. Memory does not grow with N, because nothing is kept of an entry that was
//! written: its id and title follow from its collection and its place there, so a later entry can name it by counting.
//! Words and links follow Zipf's law, as in a real hub: a few topics are everywhere, most resources are named once or
//! never.

use std::collections::HashSet;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use serde_json::{Map, Value, json};

const USAGE: &str = "usage: generate N [--seed S]   prints N documents as NDJSON";

fn main() -> ExitCode {
    let Some((entries, seed)) = arguments(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match write_entries(entries, seed, BufWriter::with_capacity(1 << 20, io::stdout().lock())) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has seen enough (`| head`).
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("generate: {error}");
            ExitCode::FAILURE
        }
    }
}

fn arguments(mut given: impl Iterator<Item = String>) -> Option<(u64, u64)> {
    let (mut entries, mut seed) = (None, 1);
    while let Some(argument) = given.next() {
        if argument == "--seed" {
            seed = given.next()?.parse().ok()?;
        } else if entries.is_none() {
            entries = Some(argument.parse().ok()?);
        } else {
            return None;
        }
    }
    Some((entries?, seed))
}

/// Writes this many documents, one a line.
pub fn write_entries(entries: u64, seed: u64, mut out: impl Write) -> io::Result<()> {
    let hub = &Hub::new(entries, seed);
    let mut written = Tally::default();
    let mut order = Rng::new(&[seed, entries]);
    while let Some(collection) = hub.next_collection(&written, &mut order) {
        serde_json::to_writer(&mut out, &Author::new(hub, &written, collection).document())?;
        out.write_all(b"\n")?;
        written.add(collection, 1);
    }
    out.flush()
}

// ---- What the hub holds ----

/// How many entries of a collection may stand between a link and what it names ahead: files are written in the order in
/// which work was done, and what is named before it is described is described soon.
const SOON: u64 = 20;

/// In the order of need: each mostly points to those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Collection {
    Topics,
    Instruments,
    Rights,
    Organisations,
    People,
    Projects,
    Resources,
    CaseStudies,
    Testimonies,
    News,
    Events,
    Evaluations,
    Courses,
    Guides,
    Pages,
}

use Collection::*;

/// How many entries a collection gets.
enum Size {
    /// This many of a thousand entries, but no more than the second: what does not grow with a hub for ever.
    Bounded(u64, u64),
    /// A share of what the bounded ones leave.
    Share(u64),
}

struct Kind {
    collection: Collection,
    name: &'static str,
    size: Size,
    /// The share, of a hundred, that stands at the beginning of the file, so that others have something to point to.
    ahead: u64,
}

const fn kind(collection: Collection, name: &'static str, size: Size, ahead: u64) -> Kind {
    Kind { collection, name, size, ahead }
}

const KINDS: [Kind; 15] = [
    kind(Topics, "topics", Size::Bounded(40, 400), 100),
    kind(Instruments, "instruments", Size::Bounded(10, 100), 100),
    kind(Rights, "rights", Size::Bounded(30, 300), 100),
    kind(Organisations, "organisations", Size::Share(8), 10),
    kind(People, "people", Size::Share(5), 10),
    kind(Projects, "projects", Size::Share(4), 10),
    kind(Resources, "resources", Size::Share(20), 2),
    kind(CaseStudies, "case-studies", Size::Share(22), 0),
    kind(Testimonies, "testimonies", Size::Share(12), 0),
    kind(News, "news", Size::Share(12), 0),
    kind(Events, "events", Size::Share(8), 0),
    kind(Evaluations, "evaluations", Size::Share(3), 0),
    kind(Courses, "courses", Size::Share(2), 0),
    kind(Guides, "guides", Size::Share(2), 0),
    kind(Pages, "pages", Size::Bounded(5, 50), 0),
];

impl Collection {
    fn name(self) -> &'static str {
        KINDS.iter().find(|kind| kind.collection == self).map_or("", |kind| kind.name)
    }
}

/// A number for each collection.
#[derive(Default)]
struct Tally([u64; KINDS.len()]);

impl Tally {
    fn get(&self, collection: Collection) -> u64 {
        self.0.get(collection as usize).copied().unwrap_or_default()
    }

    fn add(&mut self, collection: Collection, more: u64) {
        if let Some(count) = self.0.get_mut(collection as usize) {
            *count += more;
        }
    }

    fn sum(&self) -> u64 {
        self.0.iter().sum()
    }
}

struct Hub {
    entries: u64,
    seed: u64,
    totals: Tally,
    words: Vocabulary,
}

impl Hub {
    fn new(entries: u64, seed: u64) -> Self {
        let mut totals = Tally::default();
        // One of each first, so that no collection is empty in a small hub.
        for (kind, _) in KINDS.iter().zip(0..entries) {
            totals.add(kind.collection, 1);
        }
        let rest = entries - totals.sum();
        let mut shares = 0;
        for kind in &KINDS {
            match kind.size {
                Size::Bounded(per_mille, most) => totals.add(kind.collection, (rest * per_mille / 1000).min(most - 1)),
                Size::Share(share) => shares += share,
            }
        }
        // Rounding the running sum, and not each share, makes them add up to exactly what is left.
        let (rest, mut before) = (entries - totals.sum(), 0);
        for kind in &KINDS {
            if let Size::Share(share) = kind.size {
                totals.add(kind.collection, rest * (before + share) / shares - rest * before / shares);
                before += share;
            }
        }
        Self { entries, seed, totals, words: Vocabulary::new() }
    }

    /// What stands ahead comes first, in order of need; all else is shuffled.
    fn next_collection(&self, written: &Tally, order: &mut Rng) -> Option<Collection> {
        for kind in KINDS.iter().filter(|kind| kind.ahead > 0) {
            if written.get(kind.collection) < (self.totals.get(kind.collection) * kind.ahead).div_ceil(100) {
                return Some(kind.collection);
            }
        }
        let left = |kind: &Kind| self.totals.get(kind.collection) - written.get(kind.collection);
        let mut place = order.below(KINDS.iter().map(left).sum());
        for kind in &KINDS {
            match place.checked_sub(left(kind)) {
                Some(beyond) => place = beyond,
                None => return Some(kind.collection),
            }
        }
        None
    }

    fn dice(&self, collection: Collection, ordinal: u64, purpose: u64) -> Rng {
        Rng::new(&[self.seed, self.entries, collection as u64, ordinal, purpose])
    }

    /// Shaped like a UUIDv7: the time in front grows about as the file does.
    fn id(&self, collection: Collection, ordinal: u64) -> String {
        const FIRST: u64 = 1_735_689_600_000; // 2025-01-01
        let about_where = ordinal * self.entries / self.totals.get(collection).max(1);
        let millis = FIRST + about_where * 1000;
        let mut dice = self.dice(collection, ordinal, 1);
        let (a, b) = (dice.next(), dice.next());
        format!(
            "{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}",
            millis >> 16,
            millis & 0xffff,
            a & 0xfff,
            0x8000 | (b >> 50),
            b & 0xffff_ffff_ffff
        )
    }

    /// Three to nine words; people and organisations have names.
    fn title(&self, collection: Collection, ordinal: u64) -> String {
        let mut dice = self.dice(collection, ordinal, 2);
        let mut title = String::new();
        let named = matches!(collection, Organisations | People);
        let words = if named { 3 } else { 3 + dice.below(7).min(dice.below(7)) };
        for place in 0..words {
            let name = collection == People || collection == Organisations && place == 0;
            let word = if name { self.words.invented(&mut dice) } else { self.words.content(&mut dice) };
            append_word(&mut title, word, place == 0 || named);
        }
        if collection == Organisations {
            append_word(
                &mut title,
                dice.pick(&["Trust", "Network", "Council", "Association", "Centre", "Service"]),
                true,
            );
        }
        title
    }

    /// The place in the collection keeps slugs unique, even of entries that share a title.
    fn slug(&self, collection: Collection, ordinal: u64) -> String {
        let title: String =
            self.title(collection, ordinal).to_lowercase().replace(' ', "-").chars().take(110).collect();
        format!("{}-{}", title.trim_end_matches('-'), ordinal + 1)
    }
}

// ---- Chance and words ----

/// SplitMix64: a counter and a good mixer, which is all that invented text needs.
struct Rng(u64);

impl Rng {
    /// A stream of its own for each list of numbers.
    fn new(of: &[u64]) -> Self {
        let mut rng = Self(0);
        for number in of {
            rng.0 ^= number.wrapping_mul(0xd6e8_feb8_6659_fd93);
            rng.0 = rng.next();
        }
        rng
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `bound` - 1; 0 if there is none.
    fn below(&mut self, bound: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(bound)) >> 64) as u64
    }

    fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.below(most - least + 1)
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }

    fn pick<T: Copy + Default>(&mut self, from: &[T]) -> T {
        from.get(self.below(from.len() as u64) as usize).copied().unwrap_or_default()
    }

    /// A rank from 1 to `ranks`, rank r with a chance proportional to 1/r, for any number of ranks without a table: an
    /// octave (each weighs about the same), a place in it, kept as often as the place deserves. Whole numbers only, so
    /// that every machine draws the same; one draw serves all three choices, 16, 28 and 20 bits of it.
    fn zipf(&mut self, ranks: u64) -> u64 {
        let octaves = u64::from(64 - ranks.max(1).leading_zeros());
        loop {
            let draw = self.next();
            let first = 1 << (((draw >> 48) * octaves) >> 16);
            let rank = first + (draw & 0xfff_ffff & (first - 1));
            if rank <= ranks.max(1) && ((draw >> 28) & 0xf_ffff) * rank < first << 20 {
                return rank;
            }
        }
    }
}

/// The words of English that hold sentences together; in front, since nothing is as frequent.
const GRAMMAR: &str =
    "the of and to in a for is that with on as by are at be from or this was their it an which have not
    when who they can what how must may we";

const FRENCH: &str =
    "le la les de des du et un une dans pour que qui sur avec par est sont ce cette ses leur aux plus ne pas
    droits santé soins dignité égalité liberté personnes patient hôpital équité";

const SPANISH: &str =
    "el la los las de del y un una en para que con por es son se su al más no como sobre entre este esta
    derechos salud cuidado dignidad igualdad libertad personas paciente hospital autonomía";

/// The words that the hub is about, in no order.
const SUBJECT: &str = "
    rights care health dignity respect equality fairness autonomy freedom privacy family home life liberty patient
    nurse doctor carer hospital ward clinic service staff person people child young adult older mental physical
    disability learning community trust council charity law court article convention act duty protection participation
    consent choice decision capacity advocacy advocate complaint inquiry justice remedy accountability transparency
    independence inclusion discrimination stigma abuse neglect violence torture degrading treatment restraint
    seclusion safeguarding risk proportionate lawful legitimate necessary absolute qualified limited progressive
    obligation state government department policy guidance framework standard audit inspection regulator commissioner
    commissioning budget funding training course workshop toolkit manual guide booklet report evaluation evidence
    research survey interview finding outcome impact change culture practice leadership management team partnership
    network organisation project pilot programme strategy plan approach principle value belief religion conscience
    thought expression assembly association marriage property education vote housing water food sanitation medicine
    vaccine pharmacy prescription diagnosis therapy recovery rehabilitation relapse crisis emergency ambulance surgery
    maternity midwife birth pregnancy infant mother father parent sibling partner relative visitor friend neighbour
    volunteer worker union employer employee student teacher trainer lecturer lawyer judge tribunal appeal hearing
    review detention section prison secure forensic asylum refugee migrant trafficking slavery labour gender women
    girls men boys transgender lesbian gay bisexual race ethnic minority indigenous language interpreter translation
    communication signing hearing-aid sight mobility wheelchair access ramp transport travel rural urban city village
    region national international european global united nations committee rapporteur resolution treaty covenant
    charter declaration constitution statute regulation directive code bill amendment ratification reservation
    monitoring indicator benchmark data record file confidentiality information internet phone letter correspondence
    camera surveillance search room bed meal mealtime nutrition hydration hygiene bathing toilet clothing sleep pain
    palliative hospice death dying bereavement grief dementia autism epilepsy diabetes cancer stroke tuberculosis
    malaria virus infection pandemic outbreak screening prevention promotion wellbeing resilience hope trauma suicide
    self-harm addiction alcohol drug tobacco obesity poverty inequality deprivation income benefit welfare pension
    insurance cost resource allocation priority waiting list referral discharge admission assessment care-plan
    key-worker observation incident error harm safety quality improvement innovation learning-event conference seminar
    session meeting forum dialogue consultation campaign petition protest solidarity movement activist survivor
    witness testimony story voice experience listening empathy compassion kindness courage integrity honesty apology
    reconciliation reparation compensation redress guarantee equality-duty reasonable adjustment accommodation
    accessible affordable acceptable available adequate timely appropriate effective essential universal indivisible
    inalienable interdependent vulnerable marginalised excluded empowered informed voluntary competent impartial
    independent holistic everyday practical human social civil political economic cultural environmental";

/// Every word that the hub knows, most frequent first, in one text: words are drawn so often that it pays when all of
/// them stay in the processor's cache.
struct Vocabulary {
    text: String,
    /// Where each word ends.
    ends: Vec<usize>,
    grammar: u64,
    /// From here on, all words are invented.
    invented: u64,
}

impl Vocabulary {
    const INVENTED: usize = 20_000;

    fn new() -> Self {
        let mut words: Vec<String> = GRAMMAR.split_whitespace().map(str::to_owned).collect();
        let grammar = words.len() as u64;
        let mut subject: Vec<&str> = SUBJECT.split_whitespace().collect();
        let mut known: HashSet<String> =
            words.iter().cloned().chain(subject.iter().map(|&word| word.to_owned())).collect();
        let mut rng = Rng::new(&[Self::INVENTED as u64]);
        let mut invent = || {
            loop {
                let word = pronounceable(&mut rng);
                if known.insert(word.clone()) {
                    return word;
                }
            }
        };
        // Shuffled and mixed with invented words, or the order of the list would show in the frequencies.
        let mut shuffle = Rng::new(&[subject.len() as u64]);
        while !subject.is_empty() {
            words.push(subject.swap_remove(shuffle.below(subject.len() as u64) as usize).to_owned());
            words.push(invent());
        }
        let invented = words.len() as u64;
        words.extend(std::iter::repeat_with(invent).take(Self::INVENTED));

        let mut vocabulary = Self { text: String::new(), ends: Vec::new(), grammar, invented };
        for word in &words {
            vocabulary.text.push_str(word);
            vocabulary.ends.push(vocabulary.text.len());
        }
        vocabulary
    }

    fn len(&self) -> u64 {
        self.ends.len() as u64
    }

    fn at(&self, rank: u64) -> &str {
        let end_of = |rank: u64| self.ends.get(rank as usize).copied();
        let start = rank.checked_sub(1).and_then(end_of).unwrap_or_default();
        end_of(rank).and_then(|end| self.text.get(start..end)).unwrap_or_default()
    }

    fn any(&self, rng: &mut Rng) -> &str {
        self.at(rng.zipf(self.len()) - 1)
    }

    /// Any but the words of grammar.
    fn content(&self, rng: &mut Rng) -> &str {
        self.at(self.grammar + rng.zipf(self.len() - self.grammar) - 1)
    }

    /// Any that was invented, all alike: for names.
    fn invented(&self, rng: &mut Rng) -> &str {
        self.at(self.invented + rng.below(self.len() - self.invented))
    }
}

fn pronounceable(rng: &mut Rng) -> String {
    const ONSETS: &[&str] = &[
        "b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "r", "s", "sh",
        "st", "t", "th", "tr", "v", "w", "y", "z",
    ];
    const VOWELS: &[&str] = &["a", "e", "i", "o", "u", "ai", "ea", "io", "ou"];
    const ENDS: &[&str] = &["", "", "l", "n", "r", "s", "nt", "rd", "m", "th"];
    let mut word = String::new();
    for _ in 0..rng.pick(&[2, 2, 2, 3, 3, 4]) {
        word.push_str(rng.pick(ONSETS));
        word.push_str(rng.pick(VOWELS));
    }
    word.push_str(rng.pick(ENDS));
    word
}

fn append_word(text: &mut String, word: &str, capital: bool) {
    if !text.is_empty() {
        text.push(' ');
    }
    append_cased(text, word, capital);
}

fn append_cased(text: &mut String, word: &str, capital: bool) {
    let mut letters = word.chars();
    if let Some(first) = letters.next().filter(|_| capital) {
        text.extend(first.to_uppercase());
        text.push_str(letters.as_str());
    } else {
        text.push_str(word);
    }
}

// ---- Time ----

const DAY: i64 = 86_400_000;

/// Days since 1970-01-01 of a day in the Gregorian calendar. Years begin in March here, which puts the leap day last.
fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let years = year - i64::from(month <= 2);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    years * 365 + years.div_euclid(4) - years.div_euclid(100) + years.div_euclid(400) + day_of_year - 719_468
}

fn calendar(day_number: i64) -> (i64, i64, i64) {
    let days = day_number + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let month = (month_from_march + 2) % 12 + 1;
    (era * 400 + year_of_era + i64::from(month <= 2), month, day_of_year - (153 * month_from_march + 2) / 5 + 1)
}

fn instant(millis: i64) -> String {
    let (year, month, day) = calendar(millis.div_euclid(DAY));
    let (hour, minute) = (millis.rem_euclid(DAY) / 3_600_000, millis / 60_000 % 60);
    format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{:02}.{:03}Z", millis / 1000 % 60, millis % 1000)
}

/// A place where things happen.
#[derive(Clone, Copy, Default)]
struct Place {
    country: &'static str,
    locality: &'static str,
    zone: &'static str,
    /// What its clocks are ahead of UTC in winter, in minutes.
    ahead: i64,
    /// Whether they go one hour further from the last Sunday of March to that of October.
    summer_time: bool,
    /// Latitude and longitude in ten-thousandths of a degree.
    at: (i64, i64),
}

const fn british(locality: &'static str, at: (i64, i64)) -> Place {
    Place { country: "GB", locality, zone: "Europe/London", ahead: 0, summer_time: true, at }
}

const fn foreign(
    country: &'static str,
    locality: &'static str,
    zone: &'static str,
    ahead: i64,
    summer_time: bool,
    at: (i64, i64),
) -> Place {
    Place { country, locality, zone, ahead, summer_time, at }
}

const BRITISH_PLACES: &[Place] = &[
    british("London", (515_074, -1278)),
    british("Leeds", (538_008, -15_491)),
    british("Bristol", (514_545, -25_879)),
    british("Manchester", (534_808, -22_426)),
    british("Liverpool", (534_084, -29_916)),
    british("Cardiff", (514_816, -31_791)),
    british("Glasgow", (558_642, -42_518)),
    british("Belfast", (545_973, -59_301)),
    british("Norwich", (526_309, 12_974)),
    british("Essex", (518_959, 8919)),
    british("Dorset", (507_488, -23_445)),
    british("Newcastle upon Tyne", (549_783, -16_178)),
];

const FOREIGN_PLACES: &[Place] = &[
    foreign("FR", "Paris", "Europe/Paris", 60, true, (488_566, 23_522)),
    foreign("ES", "Madrid", "Europe/Madrid", 60, true, (404_168, -37_038)),
    foreign("IE", "Dublin", "Europe/Dublin", 0, true, (533_498, -62_603)),
    foreign("NL", "Utrecht", "Europe/Amsterdam", 60, true, (520_907, 51_214)),
    foreign("CH", "Geneva", "Europe/Zurich", 60, true, (462_044, 61_432)),
    foreign("KE", "Nairobi", "Africa/Nairobi", 180, false, (-12_921, 368_219)),
    foreign("IN", "Delhi", "Asia/Kolkata", 330, false, (286_139, 772_090)),
    foreign("ZA", "Johannesburg", "Africa/Johannesburg", 120, false, (-262_041, 280_473)),
    foreign("NP", "Kathmandu", "Asia/Kathmandu", 345, false, (277_172, 853_240)),
];

impl Place {
    /// The instant at which clocks here show this local time.
    fn utc(&self, local: i64) -> i64 {
        let in_winter = local - self.ahead * 60_000;
        let (year, ..) = calendar(in_winter.div_euclid(DAY));
        // Both months have 31 days; day 0 was a Thursday, so (day + 4) mod 7 counts from Sunday.
        let last_sunday = |month| {
            let last = day_number(year, month, 31);
            (last - (last + 4).rem_euclid(7)) * DAY + 3_600_000
        };
        let summer = self.summer_time && in_winter >= last_sunday(3) && in_winter < last_sunday(10);
        in_winter - if summer { 3_600_000 } else { 0 }
    }
}

// ---- Documents ----

const AUDIENCES: &[&str] = &[
    "patients",
    "families",
    "nurses",
    "doctors",
    "managers",
    "commissioners",
    "advocates",
    "students",
    "policy-makers",
];
const LANGUAGES: &[&str] = &["en", "fr", "es", "cy", "nl"];
const SITE: &str = "https://hub.example.org";

/// The fields of a document, in the order in which they are written.
struct Document(Map<String, Value>);

impl Document {
    fn set(&mut self, field: &str, value: impl Into<Value>) {
        self.0.insert(field.to_owned(), value.into());
    }

    fn set_some(&mut self, field: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.set(field, value);
        }
    }
}

/// Writes one entry. Its dice are its own, so its text does not depend on what was written before; its links do.
struct Author<'a> {
    hub: &'a Hub,
    written: &'a Tally,
    collection: Collection,
    ordinal: u64,
    dice: Rng,
    /// The grammar of another language, while a translation is written.
    foreign_grammar: Option<Vec<&'static str>>,
}

impl<'a> Author<'a> {
    fn new(hub: &'a Hub, written: &'a Tally, collection: Collection) -> Self {
        let ordinal = written.get(collection);
        Self { hub, written, collection, ordinal, dice: hub.dice(collection, ordinal, 0), foreign_grammar: None }
    }

    fn document(mut self) -> Value {
        let mut document = Document(Map::new());
        self.envelope(&mut document);
        let main_text = match self.collection {
            Topics => self.topic(&mut document),
            Instruments => self.instrument(&mut document),
            Rights => self.right(&mut document),
            Organisations => self.organisation(&mut document),
            People => self.person(&mut document),
            Projects => self.project(&mut document),
            Resources => self.resource(&mut document),
            CaseStudies => self.case_study(&mut document),
            Testimonies => self.testimony(&mut document),
            News => self.news(&mut document),
            Events => self.event(&mut document),
            Evaluations => self.evaluation(&mut document),
            Courses => self.course(&mut document),
            Guides => self.guide(&mut document),
            Pages => self.page(&mut document),
        };
        if self.dice.one_in(20) {
            self.translation(&mut document, main_text);
        }
        Value::Object(document.0)
    }

    fn envelope(&mut self, document: &mut Document) {
        let (collection, ordinal) = (self.collection, self.ordinal);
        document.set("type", collection.name());
        document.set("id", self.hub.id(collection, ordinal));
        document.set("slug", self.hub.slug(collection, ordinal));
        document.set("title", self.hub.title(collection, ordinal));
        document.set("summary", self.plain(15, 35));
        document.set("published_at", self.published_at());
        if self.dice.percent(70) {
            let mut source = json!({ "title": self.phrase(3, 9), "url": self.url("sources") });
            if let Some(fields) = source.as_object_mut().filter(|_| self.dice.percent(80)) {
                fields.insert("publisher".to_owned(), json!(self.name_of_any(Organisations)));
                fields.insert("retrieved_on".to_owned(), json!(self.day(2019, 2026)));
            }
            document.set("source", source);
        }
        if self.dice.percent(10) {
            document.set("licence", self.dice.pick(&["OGL-UK-3.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC0-1.0"]));
        }
        if self.dice.percent(5) {
            document.set("attribution", json!({ "text": self.phrase(3, 8), "url": self.url("credits") }));
        }
        if let Some((scheme, value)) = self.identifier() {
            document.set("identifiers", json!([{ "scheme": scheme, "value": value }]));
        }
        if self.dice.percent(20) {
            document.set("review_by", self.day(2027, 2030));
        }
        if self.dice.one_in(100) {
            document.set("featured", true);
            document.set("featured_position", self.dice.between(1, 100));
        }
    }

    fn topic(&mut self, document: &mut Document) -> &'static str {
        let words = self.length();
        document.set("description", self.prose(words));
        document.set("aliases", self.phrases(0, 3));
        // Only to earlier ones, so that no topic is broader than itself; the first few are the roots.
        if self.ordinal >= 12 && self.dice.percent(85) {
            let broader = self.earlier(Topics, 1);
            document.set("broader", self.references(Topics, &broader));
        }
        self.relate(document, "related", Topics, 0, 2);
        "description"
    }

    fn instrument(&mut self, document: &mut Document) -> &'static str {
        let words = self.length();
        let adopted = self.dice.between(1945, 2015);
        document.set("kind", self.dice.pick(&["law", "law", "treaty", "resolution", "constitution"]));
        document.set("citation", format!("{} {adopted}, c. {}", self.phrase(2, 4), self.ordinal + 1));
        document.set("body", self.phrase(2, 5));
        document.set(
            "jurisdiction",
            self.dice.pick(&[
                "United Kingdom",
                "United Kingdom",
                "England",
                "Scotland",
                "international",
                "France",
                "South Africa",
            ]),
        );
        document.set("adopted_on", self.date(adopted, adopted));
        if self.dice.percent(80) {
            document.set("in_force_on", self.date(adopted + 1, adopted + 10));
        }
        document.set("url", self.url("instruments"));
        document.set("description", self.prose(words));
        self.relate(document, "topics", Topics, 1, 4);
        "description"
    }

    fn right(&mut self, document: &mut Document) -> &'static str {
        let kind = self.dice.pick(&["absolute", "limited", "qualified", "qualified", "progressive"]);
        let restricted = matches!(kind, "limited" | "qualified");
        let words = self.length();
        let [explanation, in_practice, test] = self.divide(words);
        document.set("kind", kind);
        document.set("label", format!("Article {}", self.ordinal % 60 + 1));
        document.set("freda", self.some_of(&["fairness", "respect", "equality", "dignity", "autonomy"], 1));
        if restricted {
            document.set("restriction_test", self.prose(test));
        }
        document.set("explanation", self.prose(if restricted { explanation } else { explanation + test }));
        document.set("in_practice", self.prose(in_practice));
        self.relate_one(document, "instrument", Instruments, 100);
        self.relate(document, "corresponds_to", Rights, 0, 3);
        self.relate(document, "topics", Topics, 1, 5);
        "explanation"
    }

    fn organisation(&mut self, document: &mut Document) -> &'static str {
        const ORGANISATION_KINDS: &[&str] = &[
            "nhs-trust",
            "nhs-trust",
            "government-department",
            "local-authority",
            "regulator",
            "charity",
            "charity",
            "housing-association",
            "service",
            "service",
            "network",
            "un-body",
            "research-agency",
            "professional-body",
        ];
        let (place, words) = (self.place(), self.length());
        let founded = self.dice.between(1850, 2015);
        document.set("kind", self.dice.pick(ORGANISATION_KINDS));
        document.set("aliases", self.phrases(0, 2));
        document.set("country", place.country);
        document.set("locality", place.locality);
        if self.dice.percent(60) {
            document.set("location", self.near(place));
        }
        document.set("website", self.url("organisations"));
        document.set("active_from", self.date(founded, founded));
        document.set("description", self.prose(words));
        if self.dice.percent(25) {
            let parent = self.earlier(Organisations, 1);
            document.set_some("parent", self.references(Organisations, &parent).pop());
        }
        if self.dice.percent(3) && self.written.get(Organisations) > 0 {
            document.set("active_to", self.date(2016, 2025));
            self.relate(document, "successors", Organisations, 1, 2);
        }
        self.relate(document, "member_of", Organisations, 0, 2);
        "description"
    }

    fn person(&mut self, document: &mut Document) -> &'static str {
        let words = self.length();
        document.set("role", self.phrase(2, 5));
        document.set("biography", self.prose(words));
        document.set("country", self.place().country);
        self.relate_with(document, "organisations", Organisations, (0, 3), "role");
        let basis = self.dice.pick(&["public-role", "public-role", "published-source", "written"]);
        document.set("consent", self.consent(basis, "named"));
        "biography"
    }

    fn project(&mut self, document: &mut Document) -> &'static str {
        let words = self.length();
        let [aims, approach, outcomes] = self.divide(words);
        document.set("strand", self.dice.pick(&["public-sector", "voluntary-sector", "professional", "international"]));
        self.period(document);
        document.set("aims", self.prose(aims));
        document.set("approach", self.prose(approach));
        document.set("outcomes", self.prose(outcomes));
        self.relate_one(document, "lead", Organisations, 90);
        self.relate_with(document, "partners", Organisations, (0, 8), "role");
        self.relate(document, "funders", Organisations, 0, 2);
        if self.dice.percent(15) {
            let predecessor = self.earlier(Projects, 1);
            document.set_some("predecessor", self.references(Projects, &predecessor).pop());
        }
        self.relate(document, "rights", Rights, 0, 4);
        self.relate(document, "topics", Topics, 1, 5);
        self.relate(document, "outputs", Resources, 0, 4);
        "aims"
    }

    fn resource(&mut self, document: &mut Document) -> &'static str {
        const RESOURCE_KINDS: &[&str] = &[
            "framework",
            "guide",
            "guide",
            "booklet",
            "training-manual",
            "toolkit",
            "questionnaire",
            "report",
            "report",
            "factsheet",
            "article",
            "article",
            "blog-post",
            "journal-issue",
            "video",
        ];
        let words = self.length();
        document.set("kind", self.dice.pick(RESOURCE_KINDS));
        document.set("audience", self.some_of(AUDIENCES, 3));
        if self.dice.percent(15) {
            document.set("edition", self.dice.pick(&["First edition", "Second edition", "Third edition", "Revised"]));
        }
        document.set("published_on", self.date(2000, 2026));
        let formats: Vec<Value> = (0..self.dice.between(0, 3)).map(|_| self.format()).collect();
        document.set("formats", formats);
        document.set("abstract", self.prose(words));
        if self.dice.percent(50) {
            document.set(
                "citation",
                format!("{}. {}, p. {}.", self.phrase(3, 8), self.phrase(2, 4), self.dice.between(1, 400)),
            );
        }
        self.relate(document, "publishers", Organisations, 0, 2);
        self.relate(document, "authors", People, 0, 3);
        self.relate_one(document, "project", Projects, 20);
        // Two different ones, both earlier: what is newer supersedes and belongs to what was there.
        let earlier = self.earlier(Resources, 2);
        let mut earlier = self.references(Resources, &earlier).into_iter();
        for (field, chance) in [("part_of", 6), ("supersedes", 4)] {
            if self.dice.percent(chance) {
                document.set_some(field, earlier.next());
            }
        }
        self.relate(document, "rights", Rights, 0, 3);
        self.relate(document, "topics", Topics, 1, 5);
        "abstract"
    }

    fn case_study(&mut self, document: &mut Document) -> &'static str {
        const SETTINGS: &[&str] = &[
            "mental-health-inpatient",
            "child-and-adolescent-mental-health",
            "learning-disability",
            "acute-hospital",
            "care-home",
            "supported-housing",
            "primary-care",
            "community",
            "public-health",
            "secure",
            "other",
        ];
        let (place, words) = (self.place(), self.length());
        let [situation, approach, changes, impact] = self.divide(words);
        document.set("category", self.dice.pick(&["changing-organisations", "changing-lives"]));
        let setting = SETTINGS.get(self.dice.zipf(SETTINGS.len() as u64) as usize - 1).copied();
        document.set_some("setting", setting);
        document.set("country", place.country);
        document.set("locality", place.locality);
        document.set("situation", self.prose(situation));
        document.set("approach", self.prose(approach));
        let each = self.dice.between(1, 3);
        let half = (changes / (2 * each)).max(6);
        let changes: Vec<Value> = (0..each)
            .map(|_| json!({ "title": self.phrase(2, 5), "before": self.prose(half), "after": self.prose(half) }))
            .collect();
        document.set("changes", changes);
        document.set("impact", self.prose(impact));
        self.relate(document, "organisations", Organisations, 1, 3);
        self.relate_one(document, "project", Projects, 40);
        self.relate_with(document, "rights", Rights, (1, 4), "note");
        self.relate(document, "topics", Topics, 1, 6);
        self.relate(document, "testimonies", Testimonies, 0, 2);
        self.relate(document, "resources", Resources, 0, 4);
        "situation"
    }

    fn testimony(&mut self, document: &mut Document) -> &'static str {
        let words = self.length();
        let kind = self.dice.pick(&["quotation", "testimony", "testimony", "interview"]);
        let attribution = if kind == "quotation" {
            "named"
        } else {
            self.dice.pick(&["named", "named", "named", "role", "pseudonym", "anonymous"])
        };
        document.set("kind", kind);
        document.set("body", self.prose(words));
        let role = self.phrase(1, 4);
        document.set("attribution_line", format!("{role}, {}", self.place().locality));
        document.set("role_at_the_time", role);
        if kind == "quotation" || self.dice.percent(20) {
            let mark = self.dice.pick(&["p. ", "principle ", "paragraph ", "section "]);
            document.set("locator", format!("{mark}{}", self.dice.between(1, 200)));
        }
        document.set("said_on", self.date(2006, 2026));
        if attribution == "named" {
            self.relate_one(document, "speaker", People, 75);
        }
        self.relate_one(document, "organisation", Organisations, 50);
        self.relate_one(document, "project", Projects, 25);
        self.relate_one(document, "case_study", CaseStudies, 40);
        if kind == "quotation" || self.dice.percent(10) {
            let target = if self.written.get(Resources) > 0 { self.dice.pick(&[0, 1, 1]) } else { 0 };
            let target = if target == 0 { Instruments } else { Resources };
            let cited = self.targets(target, 1, 2);
            document.set("cites", self.typed_references(cited.into_iter().map(|ordinal| (target, ordinal))));
        }
        self.relate(document, "rights", Rights, 0, 3);
        self.relate(document, "topics", Topics, 1, 4);
        if kind != "quotation" {
            let basis = self.dice.pick(&["written", "written", "recorded", "published-source"]);
            document.set("consent", self.consent(basis, attribution));
        } else if self.dice.percent(50) {
            document.set("consent", self.consent("published-source", attribution));
        }
        "body"
    }

    fn news(&mut self, document: &mut Document) -> &'static str {
        let words = self.length();
        document.set("published_on", self.date(2006, 2026));
        document.set("body", self.prose(words));
        let reading: Vec<Value> = (0..self.dice.below(4))
            .map(|_| {
                let kind = self.dice.pick(&["article", "report", "video", "blog-post"]);
                json!({ "title": self.phrase(3, 8), "url": self.url("reading"), "kind": kind })
            })
            .collect();
        document.set("further_reading", reading);
        self.relate(document, "organisations", Organisations, 0, 3);
        self.relate(document, "people", People, 0, 2);
        self.relate(document, "events", Events, 0, 2);
        self.relate(document, "resources", Resources, 0, 3);
        self.relate(document, "topics", Topics, 1, 4);
        "body"
    }

    fn event(&mut self, document: &mut Document) -> &'static str {
        let (mut place, words) = (self.place(), self.length());
        let kind = self.dice.pick(&[
            "learning-event",
            "training-session",
            "conference",
            "hearing",
            "consultation",
            "international-day",
        ]);
        let marks_a_day = kind == "international-day";
        if marks_a_day {
            place = Place { zone: "UTC", ahead: 0, summer_time: false, ..place };
        }
        let day = self.random_day(2006, 2027);
        let all_day = marks_a_day || self.dice.percent(10);
        let (starts, ends) = if all_day {
            (day * DAY, (day + 1 + self.dice.below(3) as i64) * DAY)
        } else {
            let starts = day * DAY + self.dice.between(16, 36) as i64 * 1_800_000;
            (starts, starts + self.dice.between(1, 16) as i64 * 1_800_000)
        };
        document.set("kind", kind);
        document.set("starts_at", instant(place.utc(starts)));
        if !marks_a_day {
            document.set("ends_at", instant(place.utc(ends)));
        }
        document.set("time_zone", place.zone);
        document.set("all_day", all_day);
        document.set_some("recurrence", self.recurrence(day, marks_a_day));
        document.set(
            "status",
            if self.dice.percent(90) { "scheduled" } else { self.dice.pick(&["postponed", "cancelled"]) },
        );
        let attendance = self.dice.pick(&["in-person", "in-person", "online", "mixed"]);
        document.set("attendance", attendance);
        if attendance != "online" && !marks_a_day {
            document.set("venue", format!("{}, {}", self.phrase(2, 4), place.locality));
            document.set("country", place.country);
            document.set("location", self.near(place));
        }
        if self.dice.percent(60) {
            document.set("registration_url", self.url("register"));
        }
        document.set("description", self.prose(words));
        self.relate(document, "organisers", Organisations, 0, 2);
        self.relate_one(document, "project", Projects, 20);
        self.relate_one(document, "course", Courses, if kind == "training-session" { 70 } else { 0 });
        self.relate(document, "speakers", People, 0, 4);
        self.relate(document, "resources", Resources, 0, 2);
        self.relate(document, "topics", Topics, 1, 4);
        "description"
    }

    fn evaluation(&mut self, document: &mut Document) -> &'static str {
        let words = self.length();
        let [method, findings, limitations] = self.divide(words);
        document.set("method", self.prose(method));
        self.period(document);
        document.set("sample", format!("{} interviews with {}", self.dice.between(5, 400), self.phrase(1, 3)));
        let each = self.dice.between(1, 5);
        let findings: Vec<Value> = (0..each).map(|_| self.finding((findings / each).max(6))).collect();
        document.set("findings", findings);
        document.set("limitations", self.prose(limitations));
        self.relate(document, "projects", Projects, 0, 2);
        self.relate(document, "evaluators", Organisations, 0, 2);
        self.relate_one(document, "report", Resources, 60);
        self.relate(document, "rights", Rights, 0, 3);
        self.relate(document, "topics", Topics, 1, 4);
        "method"
    }

    fn course(&mut self, document: &mut Document) -> &'static str {
        let words = self.length();
        document.set("delivery", self.dice.pick(&["open", "in-house", "online"]));
        document.set("languages", self.some_of(LANGUAGES, 2));
        document.set("audience", self.some_of(AUDIENCES, 3));
        document.set("duration", self.dice.pick(&["Two hours", "Half a day", "One day", "Two days", "Five days"]));
        // A course has no prose of its own; the units of its syllabus stand for it.
        let units: Vec<Value> = (0..words.div_ceil(11)).map(|_| json!(self.plain(8, 14))).collect();
        document.set("syllabus", units);
        document.set("booking_url", self.url("courses"));
        self.relate_one(document, "provider", Organisations, 100);
        self.relate(document, "resources", Resources, 0, 3);
        self.relate(document, "rights", Rights, 0, 4);
        self.relate(document, "topics", Topics, 1, 4);
        ""
    }

    fn guide(&mut self, document: &mut Document) -> &'static str {
        let words = self.length();
        let resources = self.targets(Resources, 0, 5);
        document.set("audience", self.some_of(AUDIENCES, 3));
        let each = self.dice.between(3, 7);
        let mut steps = Vec::new();
        for place in 0..each {
            let mut step = json!({ "title": self.phrase(2, 6), "body": self.prose(words / each) });
            // What a step uses, the guide as a whole names too.
            let used = resources.get(place as usize).copied();
            if let Some(fields) = step.as_object_mut().filter(|_| used.is_some()) {
                fields.insert("resources".to_owned(), self.references(Resources, used.as_slice()).into());
            }
            steps.push(step);
        }
        document.set("steps", steps);
        self.relate(document, "rights", Rights, 0, 4);
        self.relate(document, "topics", Topics, 1, 4);
        document.set("resources", self.references(Resources, &resources));
        ""
    }

    fn page(&mut self, document: &mut Document) -> &'static str {
        let words = self.length();
        let section = ["home", "why", "who", "how", "what"].get(self.ordinal as usize % 5).copied();
        document.set_some("section", section);
        document.set("position", self.ordinal / 5 + 1);
        document.set("body", self.prose(words));
        let mut features: Vec<(Collection, u64)> = Vec::new();
        for _ in 0..self.dice.between(2, 8) {
            let place = self.dice.below(KINDS.len() as u64) as usize;
            let Some(collection) = KINDS.get(place).map(|kind| kind.collection) else { continue };
            features.extend(
                self.target(collection).map(|ordinal| (collection, ordinal)).filter(|new| !features.contains(new)),
            );
        }
        document.set("features", self.typed_references(features.into_iter()));
        "body"
    }

    // ---- Parts of documents ----

    fn identifier(&mut self) -> Option<(&'static str, String)> {
        let number = self.ordinal + 1;
        if !self.dice.percent(30) {
            return None;
        }
        Some(match self.collection {
            Instruments if self.dice.percent(50) => {
                ("un-symbol", format!("A/RES/{}/{number}", self.dice.between(1, 80)))
            }
            Instruments => ("legislation-uri", format!("https://legislation.example.org/id/{number}")),
            Organisations if self.dice.percent(50) => ("ods-code", format!("X{number:05}")),
            Organisations => ("org-id", format!("GB-CHC-{}", 1_000_000 + number)),
            Resources if self.dice.percent(50) => ("isbn", isbn(number)),
            Resources | Evaluations | CaseStudies => ("doi", format!("10.5555/{}.{number}", self.collection.name())),
            _ => ("wikidata", format!("Q{}", number * 16 + self.collection as u64)),
        })
    }

    fn consent(&mut self, basis: &str, attribution: &str) -> Value {
        let mut channels = vec!["web"];
        channels.extend(["embed", "sync"].into_iter().filter(|_| self.dice.percent(95)));
        let mut consent = Document(Map::new());
        consent.set("basis", basis);
        consent.set("attribution", attribution);
        if attribution == "pseudonym" {
            let mut pseudonym = String::new();
            append_word(&mut pseudonym, self.hub.words.invented(&mut self.dice), true);
            consent.set("pseudonym", pseudonym);
        }
        consent.set("channels", channels);
        // Far ahead: what has expired would not be public, and others point to it.
        if self.dice.percent(10) {
            consent.set("expires_on", self.day(2090, 2099));
        }
        if self.dice.percent(30) {
            consent.set("review_on", self.day(2028, 2032));
        }
        consent.set("evidence_ref", format!("register/{}/{}", self.collection.name(), self.ordinal + 1));
        Value::Object(consent.0)
    }

    fn finding(&mut self, words: u64) -> Value {
        let mut finding = json!({ "text": self.prose(words), "locator": format!("p. {}", self.dice.between(1, 150)) });
        if let Some(fields) = finding.as_object_mut().filter(|_| self.dice.percent(60)) {
            fields.insert("measure".to_owned(), json!(self.phrase(2, 5)));
            fields.insert("value".to_owned(), json!(self.dice.below(1000) as f64 / 10.0));
            fields.insert("unit".to_owned(), json!("percent"));
        }
        finding
    }

    fn format(&mut self) -> Value {
        let (ending, media_type) = self.dice.pick(&[
            ("pdf", "application/pdf"),
            ("html", "text/html"),
            ("epub", "application/epub+zip"),
            ("mp4", "video/mp4"),
        ]);
        json!({
            "url": format!("{}.{ending}", self.url("files")),
            "media_type": media_type,
            "lang": self.dice.pick(LANGUAGES),
            "bytes": self.dice.between(20_000, 40_000_000),
        })
    }

    fn recurrence(&mut self, first_day: i64, marks_a_day: bool) -> Option<String> {
        let (year, month, day) = calendar(first_day);
        if marks_a_day {
            return Some(format!("FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"));
        }
        if !self.dice.percent(12) {
            return None;
        }
        let week = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
        let weekday = week.get((first_day + 4).rem_euclid(7) as usize).copied().unwrap_or_default();
        Some(match self.dice.below(4) {
            0 => format!("FREQ=WEEKLY;INTERVAL=2;COUNT={}", self.dice.between(3, 12)),
            1 => format!("FREQ=MONTHLY;COUNT={}", self.dice.between(2, 12)),
            2 => format!("FREQ=WEEKLY;BYDAY={weekday};UNTIL={}0630T220000Z", year + 1),
            _ => "FREQ=YEARLY".to_owned(),
        })
    }

    fn translation(&mut self, document: &mut Document, main_text: &str) {
        let (lang, grammar) = self.dice.pick(&[("fr", FRENCH), ("es", SPANISH)]);
        self.foreign_grammar = Some(grammar.split_whitespace().collect());
        let mut translation = Document(Map::new());
        translation.set("lang", lang);
        translation.set("title", self.phrase(3, 9));
        translation.set("summary", self.plain(15, 35));
        if !main_text.is_empty() {
            let words = self.dice.between(50, 70);
            translation.set(main_text, self.prose(words));
        }
        self.foreign_grammar = None;
        document.set("translations", vec![Value::Object(translation.0)]);
    }

    fn place(&mut self) -> Place {
        let places = if self.dice.percent(82) { BRITISH_PLACES } else { FOREIGN_PLACES };
        self.dice.pick(places)
    }

    /// Somewhere within some ten kilometres.
    fn near(&mut self, place: Place) -> Value {
        let mut degrees = |middle: i64| (middle + self.dice.below(2000) as i64 - 1000) as f64 / 10_000.0;
        json!({ "lat": degrees(place.at.0), "lon": degrees(place.at.1) })
    }

    fn url(&mut self, section: &str) -> String {
        format!("{SITE}/{section}/{}-{}", self.hub.words.content(&mut self.dice), self.dice.below(100_000))
    }

    fn some_of(&mut self, list: &[&str], about: u64) -> Vec<Value> {
        let chance = (about * 100 / list.len() as u64).max(25);
        let mut some: Vec<Value> =
            list.iter().filter(|_| self.dice.percent(chance)).map(|&value| json!(value)).collect();
        if some.is_empty() {
            some.push(json!(self.dice.pick(list)));
        }
        some
    }

    // ---- Dates ----

    /// Some fall on the same morning, as when a whole section goes online, so that orders need their tie-breaker.
    fn published_at(&mut self) -> String {
        let (first, end) = (day_number(2006, 1, 1) * DAY, day_number(2026, 11, 1) * DAY);
        if self.dice.percent(20) {
            let (year, month) = (self.dice.between(2006, 2025) as i64, self.dice.between(1, 12) as i64);
            return instant(day_number(year, month, 1) * DAY + 9 * 3_600_000);
        }
        instant(first + self.dice.below((end - first) as u64) as i64)
    }

    fn random_day(&mut self, from_year: u64, to_year: u64) -> i64 {
        let first = day_number(from_year as i64, 1, 1);
        first + self.dice.below((day_number(to_year as i64 + 1, 1, 1) - first) as u64) as i64
    }

    fn day(&mut self, from_year: u64, to_year: u64) -> String {
        let (year, month, day) = calendar(self.random_day(from_year, to_year));
        format!("{year}-{month:02}-{day:02}")
    }

    /// An EDTF date, as precise as people happen to be.
    fn date(&mut self, from_year: u64, to_year: u64) -> String {
        let mut date = self.day(from_year, to_year);
        date.truncate(self.dice.pick(&[4, 7, 7, 10, 10, 10]));
        date
    }

    /// Ends in a later year than it starts, whatever the precision of both; some have not ended.
    fn period(&mut self, document: &mut Document) {
        let year = self.dice.between(2003, 2023);
        document.set("starts_on", self.date(year, year));
        if self.dice.percent(80) {
            document.set("ends_on", self.date(year + 1, year + 4));
        }
    }

    // ---- Links ----

    /// An entry to point to: mostly one that stands earlier in the file, sometimes one that is yet to come soon, never
    /// itself.
    fn target(&mut self, collection: Collection) -> Option<u64> {
        let next = self.written.get(collection) + u64::from(collection == self.collection);
        let to_come = self.hub.totals.get(collection).saturating_sub(next);
        // About one link in a hundred, since many collections are complete before the first link to them.
        if to_come > 0 && self.dice.one_in(40) {
            return Some(next + self.dice.below(to_come.min(SOON)));
        }
        self.earlier(collection, 1).first().copied()
    }

    /// Different entries that stand earlier in the file, the oldest most often.
    fn earlier(&mut self, collection: Collection, many: usize) -> Vec<u64> {
        let known = self.written.get(collection);
        let mut found = Vec::new();
        for _ in 0..if known == 0 { 0 } else { many } {
            let ordinal = self.dice.zipf(known) - 1;
            if !found.contains(&ordinal) {
                found.push(ordinal);
            }
        }
        found
    }

    /// Different entries, at least one if `least` asks for it and there is any; few more often than many.
    fn targets(&mut self, collection: Collection, least: u64, most: u64) -> Vec<u64> {
        let many = self.dice.between(least, most).min(self.dice.between(least, most));
        let mut found = Vec::new();
        for _ in 0..many {
            found.extend(self.target(collection).filter(|new| !found.contains(new)));
        }
        found
    }

    fn reference(&self, collection: Collection, ordinal: u64) -> Value {
        json!({ "id": self.hub.id(collection, ordinal) })
    }

    fn references(&self, collection: Collection, ordinals: &[u64]) -> Vec<Value> {
        ordinals.iter().map(|&ordinal| self.reference(collection, ordinal)).collect()
    }

    fn typed_references(&self, targets: impl Iterator<Item = (Collection, u64)>) -> Vec<Value> {
        targets
            .map(|(collection, ordinal)| json!({ "type": collection.name(), "id": self.hub.id(collection, ordinal) }))
            .collect()
    }

    fn relate(&mut self, document: &mut Document, field: &str, collection: Collection, least: u64, most: u64) {
        let targets = self.targets(collection, least, most);
        if !targets.is_empty() {
            document.set(field, self.references(collection, &targets));
        }
    }

    fn relate_one(&mut self, document: &mut Document, field: &str, collection: Collection, chance: u64) {
        if self.dice.percent(chance) {
            let target = self.target(collection);
            document.set_some(field, target.map(|ordinal| self.reference(collection, ordinal)));
        }
    }

    /// References of which most say something of their own, in `role` or `note`.
    fn relate_with(&mut self, document: &mut Document, field: &str, to: Collection, many: (u64, u64), saying: &str) {
        let targets = self.targets(to, many.0, many.1);
        let mut references = self.references(to, &targets);
        for reference in references.iter_mut().filter_map(Value::as_object_mut) {
            if self.dice.percent(80) {
                let said = if saying == "note" { self.plain(8, 16) } else { self.phrase(1, 3) };
                reference.insert(saying.to_owned(), json!(said));
            }
        }
        if !references.is_empty() {
            document.set(field, references);
        }
    }

    fn name_of_any(&mut self, collection: Collection) -> String {
        match self.target(collection) {
            Some(ordinal) => self.hub.title(collection, ordinal),
            None => self.phrase(2, 4),
        }
    }

    // ---- Text ----

    /// How many words the prose of an entry has in all: 150 to 700, some 340 on average.
    fn length(&mut self) -> u64 {
        150 + self.dice.below(551).min(self.dice.below(551))
    }

    /// The words shared out over several fields, none without its part.
    fn divide<const PARTS: usize>(&mut self, words: u64) -> [u64; PARTS] {
        let weights: [u64; PARTS] = std::array::from_fn(|_| self.dice.between(2, 5));
        let whole: u64 = weights.iter().sum();
        weights.map(|weight| words * weight / whole)
    }

    /// The next word after `last`, which is not repeated.
    fn word(&mut self, last: &str) -> &'a str {
        let hub: &'a Hub = self.hub;
        loop {
            let word = match &self.foreign_grammar {
                None => hub.words.any(&mut self.dice),
                Some(grammar) if self.dice.percent(45) => self.dice.pick(grammar),
                Some(_) => hub.words.content(&mut self.dice),
            };
            if word != last {
                return word;
            }
        }
    }

    /// A few words that name something.
    fn phrase(&mut self, least: u64, most: u64) -> String {
        let mut phrase = String::new();
        for place in 0..self.dice.between(least, most) {
            append_word(&mut phrase, self.hub.words.content(&mut self.dice), place == 0);
        }
        phrase
    }

    fn phrases(&mut self, least: u64, most: u64) -> Vec<Value> {
        (0..self.dice.between(least, most)).map(|_| json!(self.phrase(1, 3))).collect()
    }

    /// Sentences without markup.
    fn plain(&mut self, least: u64, most: u64) -> String {
        let (mut text, words) = (String::new(), self.dice.between(least, most));
        self.sentences(&mut text, words, false);
        text
    }

    /// CommonMark: paragraphs, now and then a list, a heading, emphasis or a link.
    fn prose(&mut self, words: u64) -> String {
        let mut text = String::with_capacity(words as usize * 8);
        let mut left = words;
        while left > 0 {
            if !text.is_empty() {
                text.push_str("\n\n");
                if left > 60 && self.dice.one_in(12) {
                    text.push_str("## ");
                    text.push_str(&self.phrase(2, 5));
                    text.push_str("\n\n");
                }
            }
            if left > 60 && !text.is_empty() && self.dice.one_in(8) {
                left -= self.list(&mut text);
                continue;
            }
            let paragraph = self.dice.between(40, 100);
            let paragraph = if left < paragraph + 20 { left } else { paragraph };
            self.sentences(&mut text, paragraph, true);
            left -= paragraph;
        }
        text
    }

    /// A list of a few short items; tells how many words it has.
    fn list(&mut self, text: &mut String) -> u64 {
        let (items, numbered, mut written) = (self.dice.between(3, 5), self.dice.one_in(3), 0);
        for item in 1..=items {
            match (numbered, item) {
                (true, _) => text.push_str(&format!("{item}. ")),
                (false, _) => text.push_str("- "),
            }
            let words = self.dice.between(4, 10);
            self.sentences(text, words, true);
            if item < items {
                text.push('\n');
            }
            written += words;
        }
        written
    }

    fn sentences(&mut self, text: &mut String, words: u64, marked: bool) {
        let mut left = words;
        while left > 0 {
            let length = self.dice.between(6, 22);
            let length = if left < length + 6 { left } else { length };
            self.sentence(text, length, marked);
            left -= length;
            if left > 0 {
                text.push(' ');
            }
        }
    }

    fn sentence(&mut self, text: &mut String, words: u64, marked: bool) {
        let mut word = self.word("");
        append_cased(text, word, true);
        for place in 1..words {
            let chance = self.dice.below(300);
            let before_last = place + 1 < words;
            text.push_str(if before_last && chance >= 270 { ", " } else { " " });
            let (open, close) = match chance {
                0..2 if marked => ("**", "**"),
                2..5 if marked => ("*", "*"),
                5..7 if marked => ("[", "]"),
                _ => ("", ""),
            };
            word = self.word(word);
            text.push_str(open);
            text.push_str(word);
            text.push_str(close);
            if close == "]" {
                text.push('(');
                text.push_str(&self.url("read"));
                text.push(')');
            }
        }
        text.push(if self.dice.one_in(20) { '?' } else { '.' });
    }
}

/// An ISBN-13 with its check digit.
fn isbn(number: u64) -> String {
    let digits = format!("9781{number:08}");
    let sum: u32 =
        digits.bytes().zip([1, 3].into_iter().cycle()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}
