//! The tables, as Diesel sees them on both databases. `migrations/` makes them; a test holds the two together.
//! Long texts stand last in each table: a row is then filtered and ordered without touching its overflow pages.

// --- the history and what is public ---------------------------------------------------------------------------------

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

// --- what editors work on -------------------------------------------------------------------------------------------

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

// --- sync -----------------------------------------------------------------------------------------------------------

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

// --- who is told of changes -----------------------------------------------------------------------------------------

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

// --- the collections ------------------------------------------------------------------------------------------------

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

// --- what belongs together ----------------------------------------------------------------------------------------

diesel::joinable!(translations -> entries (entry_id));
diesel::joinable!(links -> entries (source_id));
diesel::joinable!(entries -> items (id));
diesel::joinable!(item_identifiers -> items (item_id));
diesel::joinable!(revisions -> items (item_id));
diesel::joinable!(consents -> items (item_id));
diesel::joinable!(withdrawals -> items (item_id));
diesel::joinable!(key_secrets -> keys (key_id));
diesel::joinable!(receipts -> keys (key_id));
diesel::joinable!(webhook_deliveries -> webhooks (webhook_id));
diesel::joinable!(rights -> entries (id));
diesel::joinable!(instruments -> entries (id));
diesel::joinable!(topics -> entries (id));
diesel::joinable!(organisations -> entries (id));
diesel::joinable!(people -> entries (id));
diesel::joinable!(projects -> entries (id));
diesel::joinable!(case_studies -> entries (id));
diesel::joinable!(testimonies -> entries (id));
diesel::joinable!(evaluations -> entries (id));
diesel::joinable!(events -> entries (id));
diesel::joinable!(resources -> entries (id));
diesel::joinable!(courses -> entries (id));
diesel::joinable!(news -> entries (id));
diesel::joinable!(guides -> entries (id));
diesel::joinable!(pages -> entries (id));

diesel::allow_tables_to_appear_in_same_query!(
    hub,
    entries,
    translations,
    links,
    slugs,
    changes,
    items,
    item_identifiers,
    mirrors,
    quarantine,
    receipts,
    webhooks,
    webhook_deliveries,
    revisions,
    consents,
    severed_links,
    withdrawals,
    keys,
    key_secrets,
    audit,
    idempotency,
    import_answers,
    preview_links,
    rights,
    instruments,
    topics,
    organisations,
    people,
    projects,
    case_studies,
    testimonies,
    evaluations,
    events,
    resources,
    courses,
    news,
    guides,
    pages,
);
