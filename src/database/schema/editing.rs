//! What editors work on, and who they are.

diesel::table! {
    items (id) {
        id -> Text,
        collection -> Text,
        slug -> Text,
        state -> Text,
        rev -> BigInt,
        published_rev -> Nullable<BigInt>,
        created_at -> BigInt,
        modified_at -> BigInt,
        title -> Text,
        title_key -> Text,
        review_by -> Nullable<Text>,
        publish_at -> Nullable<BigInt>,
        redirect_to -> Nullable<Text>,
        origin -> Nullable<Text>,
    }
}

diesel::table! {
    item_identifiers (collection, name, item_id) {
        collection -> Text,
        name -> Text,
        item_id -> Text,
    }
}

diesel::table! {
    revisions (item_id, rev) {
        item_id -> Text,
        rev -> BigInt,
        created_at -> BigInt,
        change_note -> Nullable<Text>,
        document -> Text,
        update_type -> Nullable<Text>,
        created_by -> Nullable<Text>,
    }
}

diesel::table! {
    consents (item_id) {
        item_id -> Text,
        basis -> Text,
        attribution -> Text,
        channels -> Integer,
        pseudonym -> Nullable<Text>,
        expires_on -> Nullable<Text>,
        review_on -> Nullable<Text>,
        evidence_ref -> Text,
    }
}

diesel::table! {
    withdrawals (item_id) {
        item_id -> Text,
        withdrawn_at -> BigInt,
        seq -> Nullable<BigInt>,
        revisions_erased -> Integer,
        answers_erased -> Integer,
        audit_erased -> Integer,
        references_rewritten -> Integer,
    }
}

diesel::table! {
    keys (id) {
        id -> Text,
        name -> Text,
        scopes -> Integer,
        created_at -> BigInt,
        expires_on -> Nullable<Text>,
        revoked_at -> Nullable<BigInt>,
        last_used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    key_secrets (prefix) {
        prefix -> Text,
        key_id -> Text,
        hash -> Text,
        created_at -> BigInt,
    }
}

diesel::table! {
    audit (id) {
        id -> Text,
        at -> BigInt,
        key_id -> Nullable<Text>,
        key_name -> Text,
        request_id -> Nullable<Text>,
        action -> Text,
        collection -> Nullable<Text>,
        item_id -> Nullable<Text>,
        rev -> Nullable<BigInt>,
        seq -> Nullable<BigInt>,
        note -> Nullable<Text>,
    }
}

diesel::table! {
    idempotency (key_id, idempotency_key) {
        key_id -> Text,
        idempotency_key -> Text,
        fingerprint -> Text,
        item_id -> Nullable<Text>,
        created_at -> BigInt,
        answer -> Text,
    }
}

diesel::table! {
    import_answers (run, part) {
        run -> Text,
        part -> Integer,
        key_id -> Text,
        idempotency_key -> Text,
        lines -> Text,
    }
}

diesel::table! {
    preview_links (token_hash) {
        token_hash -> Text,
        item_id -> Text,
        created_at -> BigInt,
        expires_at -> BigInt,
    }
}
