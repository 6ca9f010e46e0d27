//! What is public of the entries of each collection besides.

diesel::table! {
    rights (id) {
        id -> Text,
        kind -> Text,
        freda -> Text,
        label -> Text,
        restriction_test -> Nullable<Text>,
        explanation -> Text,
        in_practice -> Nullable<Text>,
    }
}

diesel::table! {
    instruments (id) {
        id -> Text,
        kind -> Text,
        adopted_on -> Nullable<Text>,
        in_force_on -> Nullable<Text>,
        jurisdiction -> Nullable<Text>,
        body -> Nullable<Text>,
        citation -> Nullable<Text>,
        url -> Nullable<Text>,
        description -> Nullable<Text>,
    }
}

diesel::table! {
    topics (id) {
        id -> Text,
        aliases -> Text,
        description -> Nullable<Text>,
    }
}

diesel::table! {
    organisations (id) {
        id -> Text,
        kind -> Text,
        country -> Nullable<Text>,
        locality -> Nullable<Text>,
        active_from -> Nullable<Text>,
        active_to -> Nullable<Text>,
        location -> Nullable<Text>,
        website -> Nullable<Text>,
        aliases -> Text,
        description -> Nullable<Text>,
    }
}

diesel::table! {
    people (id) {
        id -> Text,
        country -> Nullable<Text>,
        role -> Nullable<Text>,
        biography -> Nullable<Text>,
    }
}

diesel::table! {
    projects (id) {
        id -> Text,
        strand -> Text,
        starts_on -> Nullable<Text>,
        ends_on -> Nullable<Text>,
        aims -> Nullable<Text>,
        approach -> Nullable<Text>,
        outcomes -> Nullable<Text>,
    }
}

diesel::table! {
    case_studies (id) {
        id -> Text,
        category -> Text,
        setting -> Text,
        country -> Nullable<Text>,
        locality -> Nullable<Text>,
        situation -> Text,
        approach -> Nullable<Text>,
        changes -> Text,
        impact -> Nullable<Text>,
    }
}

diesel::table! {
    testimonies (id) {
        id -> Text,
        kind -> Text,
        said_on -> Nullable<Text>,
        attribution_line -> Nullable<Text>,
        role_at_the_time -> Nullable<Text>,
        locator -> Nullable<Text>,
        body -> Text,
    }
}

diesel::table! {
    evaluations (id) {
        id -> Text,
        starts_on -> Nullable<Text>,
        ends_on -> Nullable<Text>,
        sample -> Nullable<Text>,
        method -> Nullable<Text>,
        findings -> Text,
        limitations -> Nullable<Text>,
    }
}

diesel::table! {
    events (id) {
        id -> Text,
        kind -> Text,
        status -> Text,
        attendance -> Text,
        starts_at -> BigInt,
        ends_at -> Nullable<BigInt>,
        time_zone -> Text,
        all_day -> Bool,
        recurrence -> Nullable<Text>,
        country -> Nullable<Text>,
        venue -> Nullable<Text>,
        location -> Nullable<Text>,
        registration_url -> Nullable<Text>,
        description -> Nullable<Text>,
    }
}

diesel::table! {
    resources (id) {
        id -> Text,
        kind -> Text,
        published_on -> Nullable<Text>,
        audience -> Text,
        edition -> Nullable<Text>,
        citation -> Nullable<Text>,
        formats -> Text,
        abstract_text -> Nullable<Text>,
    }
}

diesel::table! {
    courses (id) {
        id -> Text,
        delivery -> Text,
        languages -> Text,
        audience -> Text,
        duration -> Nullable<Text>,
        booking_url -> Nullable<Text>,
        syllabus -> Text,
    }
}

diesel::table! {
    news (id) {
        id -> Text,
        published_on -> Nullable<Text>,
        further_reading -> Text,
        body -> Text,
    }
}

diesel::table! {
    guides (id) {
        id -> Text,
        audience -> Text,
        steps -> Text,
    }
}

diesel::table! {
    pages (id) {
        id -> Text,
        section -> Text,
        position -> Integer,
        body -> Text,
    }
}
