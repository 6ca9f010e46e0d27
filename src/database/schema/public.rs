//! The history of the hub, and what is public of every entry.

diesel::table! {
    hub (id) {
        id -> Integer,
        seq -> BigInt,
        epoch -> Text,
    }
}

diesel::table! {
    entries (id) {
        id -> Text,
        collection -> Text,
        slug -> Text,
        rev -> BigInt,
        seq -> BigInt,
        lang -> Text,
        published_at -> BigInt,
        updated_at -> BigInt,
        review_by -> Nullable<Text>,
        featured -> Bool,
        featured_position -> Nullable<Integer>,
        consented -> Bool,
        channels -> Integer,
        licence -> Text,
        title -> Text,
        identifiers -> Text,
        source -> Nullable<Text>,
        attribution -> Nullable<Text>,
        notice -> Nullable<Text>,
        summary -> Text,
    }
}

diesel::table! {
    translations (entry_id, lang) {
        entry_id -> Text,
        lang -> Text,
        outdated -> Bool,
        title -> Text,
        texts -> Text,
    }
}

diesel::table! {
    links (source_id, relation, part, position) {
        source_id -> Text,
        relation -> Text,
        part -> Integer,
        position -> Integer,
        target_id -> Text,
        role -> Nullable<Text>,
        note -> Nullable<Text>,
    }
}

diesel::table! {
    slugs (collection, slug) {
        collection -> Text,
        slug -> Text,
        entry_id -> Text,
    }
}

diesel::table! {
    changes (entry_id) {
        entry_id -> Text,
        collection -> Text,
        seq -> BigInt,
        rev -> BigInt,
        op -> Text,
        reason -> Nullable<Text>,
        changed_at -> BigInt,
        first_public_seq -> BigInt,
        redirect_to -> Nullable<Text>,
        must_purge -> Bool,
        purge_by -> Nullable<BigInt>,
        shared -> Bool,
    }
}

diesel::table! {
    severed_links (source_id, relation, part, position) {
        source_id -> Text,
        relation -> Text,
        part -> Integer,
        position -> Integer,
        target_id -> Text,
        role -> Nullable<Text>,
        note -> Nullable<Text>,
    }
}
