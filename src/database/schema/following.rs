//! Who follows: copies of other hubs, receipts of followers, and webhooks.

diesel::table! {
    mirrors (source) {
        source -> Text,
        scope -> Text,
        epoch -> Text,
        seq -> BigInt,
        followed_at -> BigInt,
    }
}

diesel::table! {
    quarantine (source, entry_id) {
        source -> Text,
        entry_id -> Text,
        collection -> Text,
        rev -> BigInt,
        hash -> Text,
        faults -> Text,
        since -> BigInt,
    }
}

diesel::table! {
    receipts (key_id) {
        key_id -> Text,
        up_to -> BigInt,
        received_at -> BigInt,
    }
}

diesel::table! {
    webhooks (id) {
        id -> Text,
        name -> Text,
        url -> Text,
        types -> Text,
        state -> Text,
        reason -> Nullable<Text>,
        seq -> BigInt,
        epoch -> Text,
        replays -> BigInt,
        failures -> Integer,
        first_failed_at -> Nullable<BigInt>,
        next_attempt_at -> Nullable<BigInt>,
        created_at -> BigInt,
        secret -> Text,
        previous_secret -> Nullable<Text>,
        previous_until -> Nullable<BigInt>,
        leased_by -> Nullable<Text>,
        leased_until -> Nullable<BigInt>,
    }
}

diesel::table! {
    webhook_deliveries (id) {
        id -> Text,
        webhook_id -> Text,
        message_id -> Text,
        message_type -> Text,
        seq -> Nullable<BigInt>,
        collection -> Nullable<Text>,
        entry_id -> Nullable<Text>,
        attempt -> Integer,
        at -> BigInt,
        duration_ms -> BigInt,
        outcome -> Text,
        status -> Nullable<Integer>,
        error -> Nullable<Text>,
    }
}
