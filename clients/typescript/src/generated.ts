// Made by `npm run generate` from openapi/openapi.json. Do not edit.

/** Every collection: its entries in full, and what one may ask of its list. */
export interface Collections {
    "case-studies": {
        full: components["schemas"]["CaseStudy"];
        query: components["schemas"]["CaseStudyQuery"];
        /** Members that a card goes without. */
        prose: "situation" | "approach" | "changes" | "impact";
    };
    "courses": {
        full: components["schemas"]["Course"];
        query: components["schemas"]["CourseQuery"];
        /** Members that a card goes without. */
        prose: never;
    };
    "evaluations": {
        full: components["schemas"]["Evaluation"];
        query: components["schemas"]["EvaluationQuery"];
        /** Members that a card goes without. */
        prose: "method" | "findings" | "limitations";
    };
    "events": {
        full: components["schemas"]["Event"];
        query: components["schemas"]["EventQuery"];
        /** Members that a card goes without. */
        prose: "description";
    };
    "guides": {
        full: components["schemas"]["Guide"];
        query: components["schemas"]["GuideQuery"];
        /** Members that a card goes without. */
        prose: "steps";
    };
    "instruments": {
        full: components["schemas"]["Instrument"];
        query: components["schemas"]["InstrumentQuery"];
        /** Members that a card goes without. */
        prose: "description";
    };
    "news": {
        full: components["schemas"]["News"];
        query: components["schemas"]["NewsQuery"];
        /** Members that a card goes without. */
        prose: "further_reading" | "body";
    };
    "organisations": {
        full: components["schemas"]["Organisation"];
        query: components["schemas"]["OrganisationQuery"];
        /** Members that a card goes without. */
        prose: "description";
    };
    "pages": {
        full: components["schemas"]["Page"];
        query: components["schemas"]["PageQuery"];
        /** Members that a card goes without. */
        prose: "body";
    };
    "people": {
        full: components["schemas"]["Person"];
        query: components["schemas"]["PersonQuery"];
        /** Members that a card goes without. */
        prose: "biography";
    };
    "projects": {
        full: components["schemas"]["Project"];
        query: components["schemas"]["ProjectQuery"];
        /** Members that a card goes without. */
        prose: "aims" | "approach" | "outcomes";
    };
    "resources": {
        full: components["schemas"]["Resource"];
        query: components["schemas"]["ResourceQuery"];
        /** Members that a card goes without. */
        prose: "abstract";
    };
    "rights": {
        full: components["schemas"]["Right"];
        query: components["schemas"]["RightQuery"];
        /** Members that a card goes without. */
        prose: "restriction_test" | "explanation" | "in_practice";
    };
    "testimonies": {
        full: components["schemas"]["Testimony"];
        query: components["schemas"]["TestimonyQuery"];
        /** Members that a card goes without. */
        prose: "body";
    };
    "topics": {
        full: components["schemas"]["Topic"];
        query: components["schemas"]["TopicQuery"];
        /** Members that a card goes without. */
        prose: "description";
    };
}
export interface components {
    schemas: {
        /**
         * @description How one attends.
         * @enum {string}
         */
        Attendance: "in-person" | "online" | "mixed";
        /** @description The line that whoever shows the entry must show with it. */
        Attribution: {
            /** @description The licence, as in the entry's `licence`. */
            licence?: string;
            /** @description The line itself, plain text. */
            text: string;
            /** @description Where the line should lead. */
            url?: components["schemas"]["Url"];
        };
        /**
         * @description What changed.
         * @enum {string}
         */
        CaseCategory: "changing-organisations" | "changing-lives";
        /** @description What organisations and people changed with human rights, and what came of it. */
        CaseStudy: {
            /** @description What was done. Markdown. */
            approach?: string;
            /** @description The line a partner must show. Made from source and licence when it is not given. */
            attribution?: components["schemas"]["Attribution"];
            /** @description What changed. */
            category: components["schemas"]["CaseCategory"];
            /** @description What changed, one by one. */
            changes: components["schemas"]["Change"][];
            /** @description Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it. */
            channels?: components["schemas"]["Channel"][];
            /** @description Country, ISO 3166-1 alpha-2. */
            country?: components["schemas"]["Country"];
            /** @description Whether the hub puts it forward. */
            featured: boolean;
            /**
             * Format: int64
             * @description Its place among the featured, from 1.
             */
            featured_position?: number;
            /** @description Where the words of `q` stand; only with `highlight=true`. */
            highlights?: components["schemas"]["Highlight"][];
            /**
             * Format: uuid
             * @description UUIDv7, for ever the same.
             */
            id: string;
            /** @description Names of the entry in other schemes. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description What came of it. Markdown. */
            impact?: string;
            /** @description Relations of which `include_limit` cut off some entries. */
            included_more?: {
                [key: string]: components["schemas"]["IncludedMore"];
            };
            /** @description Language of the text shown, a BCP 47 tag; on writing, the language of the source text. */
            lang: components["schemas"]["Tag"];
            /** @description Whether none of the languages asked for exists, so that this is the source text. */
            lang_fallback: boolean;
            /** @description SPDX identifier or URL of the licence. */
            licence: string;
            links: components["schemas"]["Links"];
            /** @description Town or region, as people call it. */
            locality?: string;
            /**
             * Format: date-time
             * @description When it next takes place; only on the front page.
             */
            next_occurrence?: string;
            /** @description Set when the entry is withdrawn but can still be read. */
            readonly notice?: components["schemas"]["Notice"];
            /** @description Who made the change. */
            organisations: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "organisations";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description The project within which it happened. */
            project?: {
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "projects";
            } & WithRequired<components["schemas"]["Reference"], "type">;
            /** @description When it was first published, here or elsewhere. Defaults to the moment at which it becomes public. */
            published_at: components["schemas"]["Instant"];
            /** @description Why it is similar; only under `/related`. */
            reasons?: string[];
            /** @description Entries that name this one, by collection, where `include` asked for them. */
            referenced_by?: {
                [key: string]: components["schemas"]["ReferencedBy"];
            };
            /** @description What was used, or came of it. */
            resources: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "resources";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /**
             * Format: int64
             * @description The revision that is public.
             */
            readonly rev: number;
            /** @description Day by which editors look at it again. */
            review_by?: components["schemas"]["Edtf"];
            /** @description The rights engaged; `note` says how. */
            rights: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "rights";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description How well it fits `q`, to be compared within one answer; only where `q` is given. */
            score?: number;
            /**
             * Format: int64
             * @description Position in the hub's change sequence at which the entry last changed.
             */
            readonly seq: number;
            /** @description Where it happened. */
            setting: components["schemas"]["Setting"];
            /** @description How things stood. Markdown. */
            situation: string;
            /** @description Unique in its collection; an old slug leads to the new one (308). */
            slug: string;
            /** @description Where the facts come from. */
            source?: components["schemas"]["Source"];
            /** @description What the entry says, in a sentence or two of plain text. */
            summary: string;
            /** @description What people say of it. */
            testimonies: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "testimonies";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description Title, plain text. */
            title: string;
            /** @description What it is about. */
            topics: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "topics";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description The languages in which it exists beside its source. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description The collection.
             * @constant
             */
            type: "case-studies";
            /** @description When the public text last changed. */
            readonly updated_at: components["schemas"]["Instant"];
        };
        CaseStudyQuery: {
            /** @description Entries with any of these values; several are joined by commas. */
            category?: components["schemas"]["CaseCategory"] | components["schemas"]["CaseCategory"][];
            /** @description Entries with all of these in `category`. */
            category_all?: components["schemas"]["CaseCategory"] | components["schemas"]["CaseCategory"][];
            /** @description `true`: entries without any `category`; `false`: with some. */
            category_missing?: boolean;
            /** @description Entries with none of these in `category`. */
            category_not?: components["schemas"]["CaseCategory"] | components["schemas"]["CaseCategory"][];
            /** @description Entries with any of these ISO 3166-1 alpha-2 codes; several are joined by commas. */
            country?: string | string[];
            /** @description Entries with all of these in `country`. */
            country_all?: string | string[];
            /** @description `true`: entries without any `country`; `false`: with some. */
            country_missing?: boolean;
            /** @description Entries with none of these in `country`. */
            country_not?: string | string[];
            /** @description Page by the `next_cursor` of the page before: repeats and skips nothing that did not change. */
            cursor?: string;
            /** @description What to count; each facet is counted under every filter except its own. */
            facet?: ("category" | "setting" | "country" | "featured" | "lang" | "published_year" | "updated_year" | "right" | "topic" | "organisation" | "project" | "testimony" | "resource") | ("category" | "setting" | "country" | "featured" | "lang" | "published_year" | "updated_year" | "right" | "topic" | "organisation" | "project" | "testimony" | "resource")[];
            /**
             * Format: int64
             * @description How many values of each facet, 1 to 100; 20 when absent.
             * @default 20
             */
            facet_limit: number;
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these members; `type`, `id`, `slug` and `links` always stay. */
            fields?: ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "category" | "setting" | "country" | "locality" | "situation" | "approach" | "changes" | "impact" | "organisations" | "project" | "rights" | "topics" | "testimonies" | "resources" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links") | ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "category" | "setting" | "country" | "locality" | "situation" | "approach" | "changes" | "impact" | "organisations" | "project" | "rights" | "topics" | "testimonies" | "resources" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links")[];
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /** @description `true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names. */
            highlight?: boolean;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`. */
            include?: ("organisations" | "project" | "rights" | "topics" | "testimonies" | "resources" | "pages") | ("organisations" | "project" | "rights" | "topics" | "testimonies" | "resources" | "pages")[];
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 100; 20 when absent.
             * @default 20
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            organisation?: string | string[];
            /** @description Entries with all of these in `organisation`. */
            organisation_all?: string | string[];
            /** @description `true`: entries without any `organisation`; `false`: with some. */
            organisation_missing?: boolean;
            /** @description Entries with none of these in `organisation`. */
            organisation_not?: string | string[];
            /**
             * Format: int64
             * @description Page by number, from 1. Never together with `cursor`.
             */
            page?: number;
            /** @description Entries with any of these projects, by slug or id; several are joined by commas. */
            project?: string | string[];
            /** @description Entries with all of these in `project`. */
            project_all?: string | string[];
            /** @description `true`: entries without any `project`; `false`: with some. */
            project_missing?: boolean;
            /** @description Entries with none of these in `project`. */
            project_not?: string | string[];
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks. */
            q?: string;
            /**
             * @description `any` (the default): entries with some of the words; `all`: only those with every word.
             * @default any
             * @enum {string}
             */
            q_mode: "any" | "all";
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            resource?: string | string[];
            /** @description Entries with all of these in `resource`. */
            resource_all?: string | string[];
            /** @description `true`: entries without any `resource`; `false`: with some. */
            resource_missing?: boolean;
            /** @description Entries with none of these in `resource`. */
            resource_not?: string | string[];
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Entries with any of these rights, by slug or id; several are joined by commas. */
            right?: string | string[];
            /** @description Entries with all of these in `right`. */
            right_all?: string | string[];
            /** @description `true`: entries without any `right`; `false`: with some. */
            right_missing?: boolean;
            /** @description Entries with none of these in `right`. */
            right_not?: string | string[];
            /** @description Entries with any of these values; several are joined by commas. */
            setting?: components["schemas"]["Setting"] | components["schemas"]["Setting"][];
            /** @description Entries with all of these in `setting`. */
            setting_all?: components["schemas"]["Setting"] | components["schemas"]["Setting"][];
            /** @description `true`: entries without any `setting`; `false`: with some. */
            setting_missing?: boolean;
            /** @description Entries with none of these in `setting`. */
            setting_not?: components["schemas"]["Setting"] | components["schemas"]["Setting"][];
            /** @description Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `-published_at` without `q`. */
            sort?: string | string[];
            /** @description Entries with any of these testimonies, by slug or id; several are joined by commas. */
            testimony?: string | string[];
            /** @description Entries with all of these in `testimony`. */
            testimony_all?: string | string[];
            /** @description `true`: entries without any `testimony`; `false`: with some. */
            testimony_missing?: boolean;
            /** @description Entries with none of these in `testimony`. */
            testimony_not?: string | string[];
            /** @description Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas. */
            topic?: string | string[];
            /** @description Entries with all of these in `topic`. */
            topic_all?: string | string[];
            /** @description As `topic`, without what is narrower. */
            topic_exact?: string | string[];
            /** @description `true`: entries without any `topic`; `false`: with some. */
            topic_missing?: boolean;
            /** @description Entries with none of these in `topic`. */
            topic_not?: string | string[];
            /**
             * @description `on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.
             * @default on
             * @enum {string}
             */
            typo: "on" | "off";
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        /** @description One thing that changed. */
        Change: {
            /** @description How it is now. Markdown. */
            after: string;
            /** @description How it was. Markdown. */
            before: string;
            /** @description What it is about, plain text. */
            title: string;
        };
        /**
         * @description Whether an entry is to be kept or forgotten.
         * @enum {string}
         */
        ChangeKind: "upsert" | "delete";
        ChangesQuery: {
            /** @description Entries with any of these words; several are joined by commas. */
            audience?: string | string[];
            /** @description Entries with all of these in `audience`. */
            audience_all?: string | string[];
            /** @description `true`: entries without any `audience`; `false`: with some. */
            audience_missing?: boolean;
            /** @description Entries with none of these in `audience`. */
            audience_not?: string | string[];
            /** @description Entries with any of these case-studies, by slug or id; several are joined by commas. */
            case_study?: string | string[];
            /** @description Entries with all of these in `case_study`. */
            case_study_all?: string | string[];
            /** @description `true`: entries without any `case_study`; `false`: with some. */
            case_study_missing?: boolean;
            /** @description Entries with none of these in `case_study`. */
            case_study_not?: string | string[];
            /** @description Entries with any of these ISO 3166-1 alpha-2 codes; several are joined by commas. */
            country?: string | string[];
            /** @description Entries with all of these in `country`. */
            country_all?: string | string[];
            /** @description `true`: entries without any `country`; `false`: with some. */
            country_missing?: boolean;
            /** @description Entries with none of these in `country`. */
            country_not?: string | string[];
            /** @description Entries with any of these courses, by slug or id; several are joined by commas. */
            course?: string | string[];
            /** @description Entries with all of these in `course`. */
            course_all?: string | string[];
            /** @description `true`: entries without any `course`; `false`: with some. */
            course_missing?: boolean;
            /** @description Entries with none of these in `course`. */
            course_not?: string | string[];
            /** @description `true`: every upsert carries the entry's sync document. */
            docs?: boolean;
            /** @description `ends_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            ends_from?: string;
            /** @description `true`: entries without `ends_on`; `false`: with it. */
            ends_missing?: boolean;
            /** @description `ends_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            ends_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            ends_year?: string | string[];
            /** @description Entries with all of these in `ends_year`. */
            ends_year_all?: string | string[];
            /** @description `true`: entries without any `ends_year`; `false`: with some. */
            ends_year_missing?: boolean;
            /** @description Entries with none of these in `ends_year`. */
            ends_year_not?: string | string[];
            /** @description The history that the client follows. When the hub has another one by now: 410 `epoch-changed`. */
            epoch?: string;
            /** @description Entries with any of these events, by slug or id; several are joined by commas. */
            event?: string | string[];
            /** @description Entries with all of these in `event`. */
            event_all?: string | string[];
            /** @description `true`: entries without any `event`; `false`: with some. */
            event_missing?: boolean;
            /** @description Entries with none of these in `event`. */
            event_not?: string | string[];
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries with any of these instruments, by slug or id; several are joined by commas. */
            instrument?: string | string[];
            /** @description Entries with all of these in `instrument`. */
            instrument_all?: string | string[];
            /** @description `true`: entries without any `instrument`; `false`: with some. */
            instrument_missing?: boolean;
            /** @description Entries with none of these in `instrument`. */
            instrument_not?: string | string[];
            /** @description `true`: entries without any `kind`; `false`: with some. */
            kind_missing?: boolean;
            /** @description Only entries that exist in one of these languages. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /**
             * Format: int64
             * @description How many changes, 0 to 1000; 100 when absent.
             * @default 100
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            organisation?: string | string[];
            /** @description Entries with all of these in `organisation`. */
            organisation_all?: string | string[];
            /** @description `true`: entries without any `organisation`; `false`: with some. */
            organisation_missing?: boolean;
            /** @description Entries with none of these in `organisation`. */
            organisation_not?: string | string[];
            /** @description Entries with any of these people, by slug or id; several are joined by commas. */
            person?: string | string[];
            /** @description Entries with all of these in `person`. */
            person_all?: string | string[];
            /** @description `true`: entries without any `person`; `false`: with some. */
            person_missing?: boolean;
            /** @description Entries with none of these in `person`. */
            person_not?: string | string[];
            /** @description Entries with any of these projects, by slug or id; several are joined by commas. */
            project?: string | string[];
            /** @description Entries with all of these in `project`. */
            project_all?: string | string[];
            /** @description `true`: entries without any `project`; `false`: with some. */
            project_missing?: boolean;
            /** @description Entries with none of these in `project`. */
            project_not?: string | string[];
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_on_from?: string;
            /** @description `true`: entries without `published_on`; `false`: with it. */
            published_on_missing?: boolean;
            /** @description `published_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_on_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_on_year?: string | string[];
            /** @description Entries with all of these in `published_on_year`. */
            published_on_year_all?: string | string[];
            /** @description `true`: entries without any `published_on_year`; `false`: with some. */
            published_on_year_missing?: boolean;
            /** @description Entries with none of these in `published_on_year`. */
            published_on_year_not?: string | string[];
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            resource?: string | string[];
            /** @description Entries with all of these in `resource`. */
            resource_all?: string | string[];
            /** @description `true`: entries without any `resource`; `false`: with some. */
            resource_missing?: boolean;
            /** @description Entries with none of these in `resource`. */
            resource_not?: string | string[];
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Entries with any of these rights, by slug or id; several are joined by commas. */
            right?: string | string[];
            /** @description Entries with all of these in `right`. */
            right_all?: string | string[];
            /** @description `true`: entries without any `right`; `false`: with some. */
            right_missing?: boolean;
            /** @description Entries with none of these in `right`. */
            right_not?: string | string[];
            /**
             * Format: int64
             * @description The place in the sequence that the client has reached; 0 when absent: everything.
             */
            since?: number;
            /** @description Entries with any of these people, by slug or id; several are joined by commas. */
            speaker?: string | string[];
            /** @description Entries with all of these in `speaker`. */
            speaker_all?: string | string[];
            /** @description `true`: entries without any `speaker`; `false`: with some. */
            speaker_missing?: boolean;
            /** @description Entries with none of these in `speaker`. */
            speaker_not?: string | string[];
            /** @description `starts_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            starts_from?: string;
            /** @description `true`: entries without `starts_on`; `false`: with it. */
            starts_missing?: boolean;
            /** @description `starts_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            starts_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            starts_year?: string | string[];
            /** @description Entries with all of these in `starts_year`. */
            starts_year_all?: string | string[];
            /** @description `true`: entries without any `starts_year`; `false`: with some. */
            starts_year_missing?: boolean;
            /** @description Entries with none of these in `starts_year`. */
            starts_year_not?: string | string[];
            /** @description Entries with any of these testimonies, by slug or id; several are joined by commas. */
            testimony?: string | string[];
            /** @description Entries with all of these in `testimony`. */
            testimony_all?: string | string[];
            /** @description `true`: entries without any `testimony`; `false`: with some. */
            testimony_missing?: boolean;
            /** @description Entries with none of these in `testimony`. */
            testimony_not?: string | string[];
            /** @description Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas. */
            topic?: string | string[];
            /** @description Entries with all of these in `topic`. */
            topic_all?: string | string[];
            /** @description As `topic`, without what is narrower. */
            topic_exact?: string | string[];
            /** @description `true`: entries without any `topic`; `false`: with some. */
            topic_missing?: boolean;
            /** @description Entries with none of these in `topic`. */
            topic_not?: string | string[];
            /** @description Only these collections. With it, filters that all of them have are taken, too. */
            type?: components["schemas"]["CollectionName"] | components["schemas"]["CollectionName"][];
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * Format: int64
             * @description Seconds to wait, at most 60, when there is no change yet.
             * @default 0
             */
            wait: number;
        };
        /**
         * @description Where what is under consent may appear.
         * @enum {string}
         */
        Channel: "web" | "embed" | "sync";
        /**
         * @description A collection.
         * @enum {string}
         */
        CollectionName: "rights" | "instruments" | "topics" | "organisations" | "people" | "projects" | "case-studies" | "testimonies" | "evaluations" | "events" | "resources" | "courses" | "news" | "guides" | "pages";
        /** @description Country, ISO 3166-1 alpha-2. */
        Country: string;
        /** @description Training in human rights for those who work in health and care, open, in-house or online. */
        Course: {
            /** @description The line a partner must show. Made from source and licence when it is not given. */
            attribution?: components["schemas"]["Attribution"];
            /** @description For whom it is: words of an open vocabulary, such as `health-workers` or `advocates`. */
            audience: components["schemas"]["Word"][];
            /** @description Where one books or begins it. */
            booking_url?: components["schemas"]["Url"];
            /** @description Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it. */
            channels?: components["schemas"]["Channel"][];
            /** @description How it is given. */
            delivery: components["schemas"]["CourseDelivery"];
            /** @description How long it takes, plain text. */
            duration?: string;
            /** @description Whether the hub puts it forward. */
            featured: boolean;
            /**
             * Format: int64
             * @description Its place among the featured, from 1.
             */
            featured_position?: number;
            /** @description Where the words of `q` stand; only with `highlight=true`. */
            highlights?: components["schemas"]["Highlight"][];
            /**
             * Format: uuid
             * @description UUIDv7, for ever the same.
             */
            id: string;
            /** @description Names of the entry in other schemes. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description Relations of which `include_limit` cut off some entries. */
            included_more?: {
                [key: string]: components["schemas"]["IncludedMore"];
            };
            /** @description Language of the text shown, a BCP 47 tag; on writing, the language of the source text. */
            lang: components["schemas"]["Tag"];
            /** @description Whether none of the languages asked for exists, so that this is the source text. */
            lang_fallback: boolean;
            /** @description Languages in which it is given, BCP 47 tags. */
            languages: components["schemas"]["Tag"][];
            /** @description SPDX identifier or URL of the licence. */
            licence: string;
            links: components["schemas"]["Links"];
            /**
             * Format: date-time
             * @description When it next takes place; only on the front page.
             */
            next_occurrence?: string;
            /** @description Set when the entry is withdrawn but can still be read. */
            readonly notice?: components["schemas"]["Notice"];
            /** @description Who gives it. */
            provider?: {
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "organisations";
            } & WithRequired<components["schemas"]["Reference"], "type">;
            /** @description When it was first published, here or elsewhere. Defaults to the moment at which it becomes public. */
            published_at: components["schemas"]["Instant"];
            /** @description Why it is similar; only under `/related`. */
            reasons?: string[];
            /** @description Entries that name this one, by collection, where `include` asked for them. */
            referenced_by?: {
                [key: string]: components["schemas"]["ReferencedBy"];
            };
            /** @description What is used in it. */
            resources: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "resources";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /**
             * Format: int64
             * @description The revision that is public.
             */
            readonly rev: number;
            /** @description Day by which editors look at it again. */
            review_by?: components["schemas"]["Edtf"];
            /** @description The rights it teaches. */
            rights: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "rights";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description How well it fits `q`, to be compared within one answer; only where `q` is given. */
            score?: number;
            /**
             * Format: int64
             * @description Position in the hub's change sequence at which the entry last changed.
             */
            readonly seq: number;
            /** @description Unique in its collection; an old slug leads to the new one (308). */
            slug: string;
            /** @description Where the facts come from. */
            source?: components["schemas"]["Source"];
            /** @description What the entry says, in a sentence or two of plain text. */
            summary: string;
            /** @description What is taught, in order, each a line of plain text. */
            syllabus: components["schemas"]["Line"][];
            /** @description Title, plain text. */
            title: string;
            /** @description What it is about. */
            topics: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "topics";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description The languages in which it exists beside its source. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description The collection.
             * @constant
             */
            type: "courses";
            /** @description When the public text last changed. */
            readonly updated_at: components["schemas"]["Instant"];
        };
        /**
         * @description How a course is given.
         * @enum {string}
         */
        CourseDelivery: "open" | "in-house" | "online";
        CourseQuery: {
            /** @description Entries with any of these words; several are joined by commas. */
            audience?: string | string[];
            /** @description Entries with all of these in `audience`. */
            audience_all?: string | string[];
            /** @description `true`: entries without any `audience`; `false`: with some. */
            audience_missing?: boolean;
            /** @description Entries with none of these in `audience`. */
            audience_not?: string | string[];
            /** @description Page by the `next_cursor` of the page before: repeats and skips nothing that did not change. */
            cursor?: string;
            /** @description Entries with any of these values; several are joined by commas. */
            delivery?: components["schemas"]["CourseDelivery"] | components["schemas"]["CourseDelivery"][];
            /** @description Entries with all of these in `delivery`. */
            delivery_all?: components["schemas"]["CourseDelivery"] | components["schemas"]["CourseDelivery"][];
            /** @description `true`: entries without any `delivery`; `false`: with some. */
            delivery_missing?: boolean;
            /** @description Entries with none of these in `delivery`. */
            delivery_not?: components["schemas"]["CourseDelivery"] | components["schemas"]["CourseDelivery"][];
            /** @description What to count; each facet is counted under every filter except its own. */
            facet?: ("delivery" | "languages" | "audience" | "featured" | "lang" | "published_year" | "updated_year" | "right" | "topic" | "organisation" | "resource" | "provider") | ("delivery" | "languages" | "audience" | "featured" | "lang" | "published_year" | "updated_year" | "right" | "topic" | "organisation" | "resource" | "provider")[];
            /**
             * Format: int64
             * @description How many values of each facet, 1 to 100; 20 when absent.
             * @default 20
             */
            facet_limit: number;
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these members; `type`, `id`, `slug` and `links` always stay. */
            fields?: ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "delivery" | "languages" | "audience" | "duration" | "booking_url" | "syllabus" | "provider" | "resources" | "rights" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links") | ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "delivery" | "languages" | "audience" | "duration" | "booking_url" | "syllabus" | "provider" | "resources" | "rights" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links")[];
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /** @description `true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names. */
            highlight?: boolean;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`. */
            include?: ("provider" | "resources" | "rights" | "topics" | "events" | "pages") | ("provider" | "resources" | "rights" | "topics" | "events" | "pages")[];
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /** @description Entries with any of these words; several are joined by commas. */
            languages?: string | string[];
            /** @description Entries with all of these in `languages`. */
            languages_all?: string | string[];
            /** @description `true`: entries without any `languages`; `false`: with some. */
            languages_missing?: boolean;
            /** @description Entries with none of these in `languages`. */
            languages_not?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 100; 20 when absent.
             * @default 20
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            organisation?: string | string[];
            /** @description Entries with all of these in `organisation`. */
            organisation_all?: string | string[];
            /** @description `true`: entries without any `organisation`; `false`: with some. */
            organisation_missing?: boolean;
            /** @description Entries with none of these in `organisation`. */
            organisation_not?: string | string[];
            /**
             * Format: int64
             * @description Page by number, from 1. Never together with `cursor`.
             */
            page?: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            provider?: string | string[];
            /** @description Entries with all of these in `provider`. */
            provider_all?: string | string[];
            /** @description `true`: entries without any `provider`; `false`: with some. */
            provider_missing?: boolean;
            /** @description Entries with none of these in `provider`. */
            provider_not?: string | string[];
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks. */
            q?: string;
            /**
             * @description `any` (the default): entries with some of the words; `all`: only those with every word.
             * @default any
             * @enum {string}
             */
            q_mode: "any" | "all";
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            resource?: string | string[];
            /** @description Entries with all of these in `resource`. */
            resource_all?: string | string[];
            /** @description `true`: entries without any `resource`; `false`: with some. */
            resource_missing?: boolean;
            /** @description Entries with none of these in `resource`. */
            resource_not?: string | string[];
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Entries with any of these rights, by slug or id; several are joined by commas. */
            right?: string | string[];
            /** @description Entries with all of these in `right`. */
            right_all?: string | string[];
            /** @description `true`: entries without any `right`; `false`: with some. */
            right_missing?: boolean;
            /** @description Entries with none of these in `right`. */
            right_not?: string | string[];
            /** @description Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `title` without `q`. */
            sort?: string | string[];
            /** @description Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas. */
            topic?: string | string[];
            /** @description Entries with all of these in `topic`. */
            topic_all?: string | string[];
            /** @description As `topic`, without what is narrower. */
            topic_exact?: string | string[];
            /** @description `true`: entries without any `topic`; `false`: with some. */
            topic_missing?: boolean;
            /** @description Entries with none of these in `topic`. */
            topic_not?: string | string[];
            /**
             * @description `on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.
             * @default on
             * @enum {string}
             */
            typo: "on" | "off";
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        /** @description What proves a set of entries complete. */
        Digest: {
            /**
             * Format: int64
             * @description How many entries.
             */
            count: number;
            /** @description The sum, in hex digits. */
            digest: string;
        };
        /** @description What proves a copy complete. */
        Digests: {
            /** @description By collection. */
            collections: {
                [key: string]: components["schemas"]["Digest"];
            };
            /**
             * Format: uuid
             * @description The history that the sequence belongs to.
             */
            epoch: string;
            total: components["schemas"]["Digest"];
        };
        /** @description Date of reduced precision (EDTF level 0): a year, a month or a day. */
        Edtf: string;
        /** @description An entry of any collection, which its `type` names. */
        Entry: components["schemas"]["Right"] | components["schemas"]["Instrument"] | components["schemas"]["Topic"] | components["schemas"]["Organisation"] | components["schemas"]["Person"] | components["schemas"]["Project"] | components["schemas"]["CaseStudy"] | components["schemas"]["Testimony"] | components["schemas"]["Evaluation"] | components["schemas"]["Event"] | components["schemas"]["Resource"] | components["schemas"]["Course"] | components["schemas"]["News"] | components["schemas"]["Guide"] | components["schemas"]["Page"];
        /** @description Independent evaluations, finding by finding, with page references. */
        Evaluation: {
            /** @description The line a partner must show. Made from source and licence when it is not given. */
            attribution?: components["schemas"]["Attribution"];
            /** @description Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it. */
            channels?: components["schemas"]["Channel"][];
            /** @description When it ended: EDTF, not before `starts_on`. */
            ends_on?: components["schemas"]["Edtf"];
            /** @description Who evaluated. */
            evaluators: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "organisations";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description Whether the hub puts it forward. */
            featured: boolean;
            /**
             * Format: int64
             * @description Its place among the featured, from 1.
             */
            featured_position?: number;
            /** @description What was found; at least one finding, each with its locator. */
            findings: components["schemas"]["Finding"][];
            /** @description Where the words of `q` stand; only with `highlight=true`. */
            highlights?: components["schemas"]["Highlight"][];
            /**
             * Format: uuid
             * @description UUIDv7, for ever the same.
             */
            id: string;
            /** @description Names of the entry in other schemes. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description Relations of which `include_limit` cut off some entries. */
            included_more?: {
                [key: string]: components["schemas"]["IncludedMore"];
            };
            /** @description Language of the text shown, a BCP 47 tag; on writing, the language of the source text. */
            lang: components["schemas"]["Tag"];
            /** @description Whether none of the languages asked for exists, so that this is the source text. */
            lang_fallback: boolean;
            /** @description SPDX identifier or URL of the licence. */
            licence: string;
            /** @description What it cannot tell. Markdown. */
            limitations?: string;
            links: components["schemas"]["Links"];
            /** @description How it was done. Markdown. */
            method?: string;
            /**
             * Format: date-time
             * @description When it next takes place; only on the front page.
             */
            next_occurrence?: string;
            /** @description Set when the entry is withdrawn but can still be read. */
            readonly notice?: components["schemas"]["Notice"];
            /** @description The projects that were evaluated. */
            projects: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "projects";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description When it was first published, here or elsewhere. Defaults to the moment at which it becomes public. */
            published_at: components["schemas"]["Instant"];
            /** @description Why it is similar; only under `/related`. */
            reasons?: string[];
            /** @description Entries that name this one, by collection, where `include` asked for them. */
            referenced_by?: {
                [key: string]: components["schemas"]["ReferencedBy"];
            };
            /** @description The report in which the findings stand. */
            report?: {
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "resources";
            } & WithRequired<components["schemas"]["Reference"], "type">;
            /**
             * Format: int64
             * @description The revision that is public.
             */
            readonly rev: number;
            /** @description Day by which editors look at it again. */
            review_by?: components["schemas"]["Edtf"];
            /** @description The rights that the findings touch. */
            rights: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "rights";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description Who or what was looked at, and how many, plain text. */
            sample?: string;
            /** @description How well it fits `q`, to be compared within one answer; only where `q` is given. */
            score?: number;
            /**
             * Format: int64
             * @description Position in the hub's change sequence at which the entry last changed.
             */
            readonly seq: number;
            /** @description Unique in its collection; an old slug leads to the new one (308). */
            slug: string;
            /** @description Where the facts come from. */
            source?: components["schemas"]["Source"];
            /** @description When it began: EDTF, `2006`, `2006-09` or `2006-09-01`. */
            starts_on?: components["schemas"]["Edtf"];
            /** @description What the entry says, in a sentence or two of plain text. */
            summary: string;
            /** @description Title, plain text. */
            title: string;
            /** @description What it is about. */
            topics: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "topics";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description The languages in which it exists beside its source. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description The collection.
             * @constant
             */
            type: "evaluations";
            /** @description When the public text last changed. */
            readonly updated_at: components["schemas"]["Instant"];
        };
        EvaluationQuery: {
            /** @description Page by the `next_cursor` of the page before: repeats and skips nothing that did not change. */
            cursor?: string;
            /** @description `ends_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            ends_from?: string;
            /** @description `true`: entries without `ends_on`; `false`: with it. */
            ends_missing?: boolean;
            /** @description `ends_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            ends_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            ends_year?: string | string[];
            /** @description Entries with all of these in `ends_year`. */
            ends_year_all?: string | string[];
            /** @description `true`: entries without any `ends_year`; `false`: with some. */
            ends_year_missing?: boolean;
            /** @description Entries with none of these in `ends_year`. */
            ends_year_not?: string | string[];
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            evaluator?: string | string[];
            /** @description Entries with all of these in `evaluator`. */
            evaluator_all?: string | string[];
            /** @description `true`: entries without any `evaluator`; `false`: with some. */
            evaluator_missing?: boolean;
            /** @description Entries with none of these in `evaluator`. */
            evaluator_not?: string | string[];
            /** @description What to count; each facet is counted under every filter except its own. */
            facet?: ("featured" | "lang" | "published_year" | "updated_year" | "starts_year" | "ends_year" | "right" | "topic" | "organisation" | "project" | "resource" | "evaluator" | "report") | ("featured" | "lang" | "published_year" | "updated_year" | "starts_year" | "ends_year" | "right" | "topic" | "organisation" | "project" | "resource" | "evaluator" | "report")[];
            /**
             * Format: int64
             * @description How many values of each facet, 1 to 100; 20 when absent.
             * @default 20
             */
            facet_limit: number;
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these members; `type`, `id`, `slug` and `links` always stay. */
            fields?: ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "starts_on" | "ends_on" | "sample" | "method" | "findings" | "limitations" | "projects" | "evaluators" | "report" | "rights" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links") | ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "starts_on" | "ends_on" | "sample" | "method" | "findings" | "limitations" | "projects" | "evaluators" | "report" | "rights" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links")[];
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /** @description `true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names. */
            highlight?: boolean;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`. */
            include?: ("projects" | "evaluators" | "report" | "rights" | "topics" | "pages") | ("projects" | "evaluators" | "report" | "rights" | "topics" | "pages")[];
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 100; 20 when absent.
             * @default 20
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            organisation?: string | string[];
            /** @description Entries with all of these in `organisation`. */
            organisation_all?: string | string[];
            /** @description `true`: entries without any `organisation`; `false`: with some. */
            organisation_missing?: boolean;
            /** @description Entries with none of these in `organisation`. */
            organisation_not?: string | string[];
            /**
             * Format: int64
             * @description Page by number, from 1. Never together with `cursor`.
             */
            page?: number;
            /** @description Entries with any of these projects, by slug or id; several are joined by commas. */
            project?: string | string[];
            /** @description Entries with all of these in `project`. */
            project_all?: string | string[];
            /** @description `true`: entries without any `project`; `false`: with some. */
            project_missing?: boolean;
            /** @description Entries with none of these in `project`. */
            project_not?: string | string[];
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks. */
            q?: string;
            /**
             * @description `any` (the default): entries with some of the words; `all`: only those with every word.
             * @default any
             * @enum {string}
             */
            q_mode: "any" | "all";
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            report?: string | string[];
            /** @description Entries with all of these in `report`. */
            report_all?: string | string[];
            /** @description `true`: entries without any `report`; `false`: with some. */
            report_missing?: boolean;
            /** @description Entries with none of these in `report`. */
            report_not?: string | string[];
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            resource?: string | string[];
            /** @description Entries with all of these in `resource`. */
            resource_all?: string | string[];
            /** @description `true`: entries without any `resource`; `false`: with some. */
            resource_missing?: boolean;
            /** @description Entries with none of these in `resource`. */
            resource_not?: string | string[];
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Entries with any of these rights, by slug or id; several are joined by commas. */
            right?: string | string[];
            /** @description Entries with all of these in `right`. */
            right_all?: string | string[];
            /** @description `true`: entries without any `right`; `false`: with some. */
            right_missing?: boolean;
            /** @description Entries with none of these in `right`. */
            right_not?: string | string[];
            /** @description Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `-published_at` without `q`. */
            sort?: string | string[];
            /** @description `starts_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            starts_from?: string;
            /** @description `true`: entries without `starts_on`; `false`: with it. */
            starts_missing?: boolean;
            /** @description `starts_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            starts_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            starts_year?: string | string[];
            /** @description Entries with all of these in `starts_year`. */
            starts_year_all?: string | string[];
            /** @description `true`: entries without any `starts_year`; `false`: with some. */
            starts_year_missing?: boolean;
            /** @description Entries with none of these in `starts_year`. */
            starts_year_not?: string | string[];
            /** @description Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas. */
            topic?: string | string[];
            /** @description Entries with all of these in `topic`. */
            topic_all?: string | string[];
            /** @description As `topic`, without what is narrower. */
            topic_exact?: string | string[];
            /** @description `true`: entries without any `topic`; `false`: with some. */
            topic_missing?: boolean;
            /** @description Entries with none of these in `topic`. */
            topic_not?: string | string[];
            /**
             * @description `on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.
             * @default on
             * @enum {string}
             */
            typo: "on" | "off";
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        /** @description Learning events, trainings, conferences, hearings, consultations and international days. */
        Event: {
            /** @description Whether only the days count, not the hours. */
            all_day: boolean;
            /** @description How one attends. */
            attendance: components["schemas"]["Attendance"];
            /** @description The line a partner must show. Made from source and licence when it is not given. */
            attribution?: components["schemas"]["Attribution"];
            /** @description Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it. */
            channels?: components["schemas"]["Channel"][];
            /** @description Country, ISO 3166-1 alpha-2. */
            country?: components["schemas"]["Country"];
            /** @description The course that is taught. */
            course?: {
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "courses";
            } & WithRequired<components["schemas"]["Reference"], "type">;
            /** @description What happens there. Markdown. */
            description?: string;
            /** @description When it ends, not before it begins. */
            ends_at?: components["schemas"]["Instant"];
            /** @description Whether the hub puts it forward. */
            featured: boolean;
            /**
             * Format: int64
             * @description Its place among the featured, from 1.
             */
            featured_position?: number;
            /** @description Where the words of `q` stand; only with `highlight=true`. */
            highlights?: components["schemas"]["Highlight"][];
            /**
             * Format: uuid
             * @description UUIDv7, for ever the same.
             */
            id: string;
            /** @description Names of the entry in other schemes. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description Relations of which `include_limit` cut off some entries. */
            included_more?: {
                [key: string]: components["schemas"]["IncludedMore"];
            };
            /** @description What kind of event it is. */
            kind: components["schemas"]["EventKind"];
            /** @description Language of the text shown, a BCP 47 tag; on writing, the language of the source text. */
            lang: components["schemas"]["Tag"];
            /** @description Whether none of the languages asked for exists, so that this is the source text. */
            lang_fallback: boolean;
            /** @description SPDX identifier or URL of the licence. */
            licence: string;
            links: components["schemas"]["Links"];
            /** @description Where that is on the globe. */
            location?: components["schemas"]["Place"];
            /**
             * Format: date-time
             * @description When it next takes place; only on the front page.
             */
            next_occurrence?: string;
            /** @description Set when the entry is withdrawn but can still be read. */
            readonly notice?: components["schemas"]["Notice"];
            /** @description Who holds it. */
            organisers: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "organisations";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description The project to which it belongs. */
            project?: {
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "projects";
            } & WithRequired<components["schemas"]["Reference"], "type">;
            /** @description When it was first published, here or elsewhere. Defaults to the moment at which it becomes public. */
            published_at: components["schemas"]["Instant"];
            /** @description Why it is similar; only under `/related`. */
            reasons?: string[];
            /** @description How it recurs: an RFC 5545 RRULE without its name. */
            recurrence?: string;
            /** @description Entries that name this one, by collection, where `include` asked for them. */
            referenced_by?: {
                [key: string]: components["schemas"]["ReferencedBy"];
            };
            /** @description Where one registers. */
            registration_url?: components["schemas"]["Url"];
            /** @description What to read for it. */
            resources: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "resources";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /**
             * Format: int64
             * @description The revision that is public.
             */
            readonly rev: number;
            /** @description Day by which editors look at it again. */
            review_by?: components["schemas"]["Edtf"];
            /** @description How well it fits `q`, to be compared within one answer; only where `q` is given. */
            score?: number;
            /**
             * Format: int64
             * @description Position in the hub's change sequence at which the entry last changed.
             */
            readonly seq: number;
            /** @description Unique in its collection; an old slug leads to the new one (308). */
            slug: string;
            /** @description Where the facts come from. */
            source?: components["schemas"]["Source"];
            /** @description Who speaks. */
            speakers: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "people";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description When it begins; of a recurring event, the first time. */
            starts_at: components["schemas"]["Instant"];
            /** @description Whether it takes place as planned. */
            status: components["schemas"]["EventStatus"];
            /** @description What the entry says, in a sentence or two of plain text. */
            summary: string;
            /** @description IANA time zone in which its times are meant. */
            time_zone: string;
            /** @description Title, plain text. */
            title: string;
            /** @description What it is about. */
            topics: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "topics";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description The languages in which it exists beside its source. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description The collection.
             * @constant
             */
            type: "events";
            /** @description When the public text last changed. */
            readonly updated_at: components["schemas"]["Instant"];
            /** @description Where it takes place, plain text. */
            venue?: string;
        };
        /**
         * @description What kind of event it is.
         * @enum {string}
         */
        EventKind: "learning-event" | "training-session" | "conference" | "hearing" | "consultation" | "international-day";
        EventQuery: {
            /** @description Entries with this value; several are joined by commas. */
            all_day?: boolean | boolean[];
            /** @description Entries with any of these values; several are joined by commas. */
            attendance?: components["schemas"]["Attendance"] | components["schemas"]["Attendance"][];
            /** @description Entries with all of these in `attendance`. */
            attendance_all?: components["schemas"]["Attendance"] | components["schemas"]["Attendance"][];
            /** @description `true`: entries without any `attendance`; `false`: with some. */
            attendance_missing?: boolean;
            /** @description Entries with none of these in `attendance`. */
            attendance_not?: components["schemas"]["Attendance"] | components["schemas"]["Attendance"][];
            /** @description Entries with any of these ISO 3166-1 alpha-2 codes; several are joined by commas. */
            country?: string | string[];
            /** @description Entries with all of these in `country`. */
            country_all?: string | string[];
            /** @description `true`: entries without any `country`; `false`: with some. */
            country_missing?: boolean;
            /** @description Entries with none of these in `country`. */
            country_not?: string | string[];
            /** @description Entries with any of these courses, by slug or id; several are joined by commas. */
            course?: string | string[];
            /** @description Entries with all of these in `course`. */
            course_all?: string | string[];
            /** @description `true`: entries without any `course`; `false`: with some. */
            course_missing?: boolean;
            /** @description Entries with none of these in `course`. */
            course_not?: string | string[];
            /** @description Page by the `next_cursor` of the page before: repeats and skips nothing that did not change. */
            cursor?: string;
            /** @description `ends_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            ends_from?: string;
            /** @description `true`: entries without `ends_at`; `false`: with it. */
            ends_missing?: boolean;
            /** @description `ends_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            ends_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            ends_year?: string | string[];
            /** @description Entries with all of these in `ends_year`. */
            ends_year_all?: string | string[];
            /** @description `true`: entries without any `ends_year`; `false`: with some. */
            ends_year_missing?: boolean;
            /** @description Entries with none of these in `ends_year`. */
            ends_year_not?: string | string[];
            /** @description What to count; each facet is counted under every filter except its own. */
            facet?: ("kind" | "status" | "attendance" | "all_day" | "recurring" | "country" | "featured" | "lang" | "published_year" | "updated_year" | "starts_year" | "ends_year" | "topic" | "organisation" | "person" | "project" | "resource" | "course" | "organiser" | "speaker") | ("kind" | "status" | "attendance" | "all_day" | "recurring" | "country" | "featured" | "lang" | "published_year" | "updated_year" | "starts_year" | "ends_year" | "topic" | "organisation" | "person" | "project" | "resource" | "course" | "organiser" | "speaker")[];
            /**
             * Format: int64
             * @description How many values of each facet, 1 to 100; 20 when absent.
             * @default 20
             */
            facet_limit: number;
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these members; `type`, `id`, `slug` and `links` always stay. */
            fields?: ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "kind" | "status" | "attendance" | "starts_at" | "ends_at" | "time_zone" | "all_day" | "recurrence" | "country" | "venue" | "location" | "registration_url" | "description" | "organisers" | "project" | "course" | "speakers" | "resources" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links") | ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "kind" | "status" | "attendance" | "starts_at" | "ends_at" | "time_zone" | "all_day" | "recurrence" | "country" | "venue" | "location" | "registration_url" | "description" | "organisers" | "project" | "course" | "speakers" | "resources" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links")[];
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /** @description `true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names. */
            highlight?: boolean;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`. */
            include?: ("organisers" | "project" | "course" | "speakers" | "resources" | "topics" | "news" | "pages") | ("organisers" | "project" | "course" | "speakers" | "resources" | "topics" | "news" | "pages")[];
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Entries with any of these values; several are joined by commas. */
            kind?: components["schemas"]["EventKind"] | components["schemas"]["EventKind"][];
            /** @description Entries with all of these in `kind`. */
            kind_all?: components["schemas"]["EventKind"] | components["schemas"]["EventKind"][];
            /** @description `true`: entries without any `kind`; `false`: with some. */
            kind_missing?: boolean;
            /** @description Entries with none of these in `kind`. */
            kind_not?: components["schemas"]["EventKind"] | components["schemas"]["EventKind"][];
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 100; 20 when absent.
             * @default 20
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            organisation?: string | string[];
            /** @description Entries with all of these in `organisation`. */
            organisation_all?: string | string[];
            /** @description `true`: entries without any `organisation`; `false`: with some. */
            organisation_missing?: boolean;
            /** @description Entries with none of these in `organisation`. */
            organisation_not?: string | string[];
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            organiser?: string | string[];
            /** @description Entries with all of these in `organiser`. */
            organiser_all?: string | string[];
            /** @description `true`: entries without any `organiser`; `false`: with some. */
            organiser_missing?: boolean;
            /** @description Entries with none of these in `organiser`. */
            organiser_not?: string | string[];
            /**
             * Format: int64
             * @description Page by number, from 1. Never together with `cursor`.
             */
            page?: number;
            /** @description Entries with any of these people, by slug or id; several are joined by commas. */
            person?: string | string[];
            /** @description Entries with all of these in `person`. */
            person_all?: string | string[];
            /** @description `true`: entries without any `person`; `false`: with some. */
            person_missing?: boolean;
            /** @description Entries with none of these in `person`. */
            person_not?: string | string[];
            /** @description Entries with any of these projects, by slug or id; several are joined by commas. */
            project?: string | string[];
            /** @description Entries with all of these in `project`. */
            project_all?: string | string[];
            /** @description `true`: entries without any `project`; `false`: with some. */
            project_missing?: boolean;
            /** @description Entries with none of these in `project`. */
            project_not?: string | string[];
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks. */
            q?: string;
            /**
             * @description `any` (the default): entries with some of the words; `all`: only those with every word.
             * @default any
             * @enum {string}
             */
            q_mode: "any" | "all";
            /** @description Entries with this value; several are joined by commas. */
            recurring?: boolean | boolean[];
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            resource?: string | string[];
            /** @description Entries with all of these in `resource`. */
            resource_all?: string | string[];
            /** @description `true`: entries without any `resource`; `false`: with some. */
            resource_missing?: boolean;
            /** @description Entries with none of these in `resource`. */
            resource_not?: string | string[];
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `-starts_at` without `q`. */
            sort?: string | string[];
            /** @description Entries with any of these people, by slug or id; several are joined by commas. */
            speaker?: string | string[];
            /** @description Entries with all of these in `speaker`. */
            speaker_all?: string | string[];
            /** @description `true`: entries without any `speaker`; `false`: with some. */
            speaker_missing?: boolean;
            /** @description Entries with none of these in `speaker`. */
            speaker_not?: string | string[];
            /** @description `starts_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            starts_from?: string;
            /** @description `true`: entries without `starts_at`; `false`: with it. */
            starts_missing?: boolean;
            /** @description `starts_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            starts_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            starts_year?: string | string[];
            /** @description Entries with all of these in `starts_year`. */
            starts_year_all?: string | string[];
            /** @description `true`: entries without any `starts_year`; `false`: with some. */
            starts_year_missing?: boolean;
            /** @description Entries with none of these in `starts_year`. */
            starts_year_not?: string | string[];
            /** @description Entries with any of these values; several are joined by commas. */
            status?: components["schemas"]["EventStatus"] | components["schemas"]["EventStatus"][];
            /** @description Entries with all of these in `status`. */
            status_all?: components["schemas"]["EventStatus"] | components["schemas"]["EventStatus"][];
            /** @description `true`: entries without any `status`; `false`: with some. */
            status_missing?: boolean;
            /** @description Entries with none of these in `status`. */
            status_not?: components["schemas"]["EventStatus"] | components["schemas"]["EventStatus"][];
            /** @description Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas. */
            topic?: string | string[];
            /** @description Entries with all of these in `topic`. */
            topic_all?: string | string[];
            /** @description As `topic`, without what is narrower. */
            topic_exact?: string | string[];
            /** @description `true`: entries without any `topic`; `false`: with some. */
            topic_missing?: boolean;
            /** @description Entries with none of these in `topic`. */
            topic_not?: string | string[];
            /**
             * @description `on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.
             * @default on
             * @enum {string}
             */
            typo: "on" | "off";
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        /**
         * @description Whether it takes place as planned.
         * @enum {string}
         */
        EventStatus: "scheduled" | "postponed" | "cancelled";
        /** @description An entry of an export. */
        ExportEntry: {
            /** @description The sync document: every field in the source language, with the translated fields of its translations. */
            doc: components["schemas"]["Entry"];
            /**
             * @description What the line is.
             * @constant
             */
            kind: "entry";
        };
        /** @description The first line of an export. */
        ExportHeader: {
            /**
             * Format: int64
             * @description The place in the sequence as of which the export is.
             */
            as_of: number;
            /**
             * Format: uuid
             * @description The history that the sequence belongs to.
             */
            epoch: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            generated_at?: string;
            /**
             * @description What the line is.
             * @constant
             */
            kind: "header";
            /** @description Who publishes the hub. */
            publisher?: string;
            /** @description The filters, as a query string. */
            scope: string;
        };
        /** @description A line of an export. */
        ExportLine: components["schemas"]["ExportHeader"] | components["schemas"]["ExportEntry"] | components["schemas"]["ExportTrailer"];
        ExportQuery: {
            /** @description Entries with any of these words; several are joined by commas. */
            audience?: string | string[];
            /** @description Entries with all of these in `audience`. */
            audience_all?: string | string[];
            /** @description `true`: entries without any `audience`; `false`: with some. */
            audience_missing?: boolean;
            /** @description Entries with none of these in `audience`. */
            audience_not?: string | string[];
            /** @description Entries with any of these case-studies, by slug or id; several are joined by commas. */
            case_study?: string | string[];
            /** @description Entries with all of these in `case_study`. */
            case_study_all?: string | string[];
            /** @description `true`: entries without any `case_study`; `false`: with some. */
            case_study_missing?: boolean;
            /** @description Entries with none of these in `case_study`. */
            case_study_not?: string | string[];
            /** @description Entries with any of these ISO 3166-1 alpha-2 codes; several are joined by commas. */
            country?: string | string[];
            /** @description Entries with all of these in `country`. */
            country_all?: string | string[];
            /** @description `true`: entries without any `country`; `false`: with some. */
            country_missing?: boolean;
            /** @description Entries with none of these in `country`. */
            country_not?: string | string[];
            /** @description Entries with any of these courses, by slug or id; several are joined by commas. */
            course?: string | string[];
            /** @description Entries with all of these in `course`. */
            course_all?: string | string[];
            /** @description `true`: entries without any `course`; `false`: with some. */
            course_missing?: boolean;
            /** @description Entries with none of these in `course`. */
            course_not?: string | string[];
            /** @description `ends_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            ends_from?: string;
            /** @description `true`: entries without `ends_on`; `false`: with it. */
            ends_missing?: boolean;
            /** @description `ends_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            ends_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            ends_year?: string | string[];
            /** @description Entries with all of these in `ends_year`. */
            ends_year_all?: string | string[];
            /** @description `true`: entries without any `ends_year`; `false`: with some. */
            ends_year_missing?: boolean;
            /** @description Entries with none of these in `ends_year`. */
            ends_year_not?: string | string[];
            /** @description The history that the client follows. When the hub has another one by now: 410 `epoch-changed`. */
            epoch?: string;
            /** @description Entries with any of these events, by slug or id; several are joined by commas. */
            event?: string | string[];
            /** @description Entries with all of these in `event`. */
            event_all?: string | string[];
            /** @description `true`: entries without any `event`; `false`: with some. */
            event_missing?: boolean;
            /** @description Entries with none of these in `event`. */
            event_not?: string | string[];
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries with any of these instruments, by slug or id; several are joined by commas. */
            instrument?: string | string[];
            /** @description Entries with all of these in `instrument`. */
            instrument_all?: string | string[];
            /** @description `true`: entries without any `instrument`; `false`: with some. */
            instrument_missing?: boolean;
            /** @description Entries with none of these in `instrument`. */
            instrument_not?: string | string[];
            /** @description `true`: entries without any `kind`; `false`: with some. */
            kind_missing?: boolean;
            /** @description Only entries that exist in one of these languages. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            organisation?: string | string[];
            /** @description Entries with all of these in `organisation`. */
            organisation_all?: string | string[];
            /** @description `true`: entries without any `organisation`; `false`: with some. */
            organisation_missing?: boolean;
            /** @description Entries with none of these in `organisation`. */
            organisation_not?: string | string[];
            /** @description Entries with any of these people, by slug or id; several are joined by commas. */
            person?: string | string[];
            /** @description Entries with all of these in `person`. */
            person_all?: string | string[];
            /** @description `true`: entries without any `person`; `false`: with some. */
            person_missing?: boolean;
            /** @description Entries with none of these in `person`. */
            person_not?: string | string[];
            /** @description Entries with any of these projects, by slug or id; several are joined by commas. */
            project?: string | string[];
            /** @description Entries with all of these in `project`. */
            project_all?: string | string[];
            /** @description `true`: entries without any `project`; `false`: with some. */
            project_missing?: boolean;
            /** @description Entries with none of these in `project`. */
            project_not?: string | string[];
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_on_from?: string;
            /** @description `true`: entries without `published_on`; `false`: with it. */
            published_on_missing?: boolean;
            /** @description `published_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_on_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_on_year?: string | string[];
            /** @description Entries with all of these in `published_on_year`. */
            published_on_year_all?: string | string[];
            /** @description `true`: entries without any `published_on_year`; `false`: with some. */
            published_on_year_missing?: boolean;
            /** @description Entries with none of these in `published_on_year`. */
            published_on_year_not?: string | string[];
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            resource?: string | string[];
            /** @description Entries with all of these in `resource`. */
            resource_all?: string | string[];
            /** @description `true`: entries without any `resource`; `false`: with some. */
            resource_missing?: boolean;
            /** @description Entries with none of these in `resource`. */
            resource_not?: string | string[];
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Entries with any of these rights, by slug or id; several are joined by commas. */
            right?: string | string[];
            /** @description Entries with all of these in `right`. */
            right_all?: string | string[];
            /** @description `true`: entries without any `right`; `false`: with some. */
            right_missing?: boolean;
            /** @description Entries with none of these in `right`. */
            right_not?: string | string[];
            /** @description Entries with any of these people, by slug or id; several are joined by commas. */
            speaker?: string | string[];
            /** @description Entries with all of these in `speaker`. */
            speaker_all?: string | string[];
            /** @description `true`: entries without any `speaker`; `false`: with some. */
            speaker_missing?: boolean;
            /** @description Entries with none of these in `speaker`. */
            speaker_not?: string | string[];
            /** @description `starts_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            starts_from?: string;
            /** @description `true`: entries without `starts_on`; `false`: with it. */
            starts_missing?: boolean;
            /** @description `starts_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            starts_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            starts_year?: string | string[];
            /** @description Entries with all of these in `starts_year`. */
            starts_year_all?: string | string[];
            /** @description `true`: entries without any `starts_year`; `false`: with some. */
            starts_year_missing?: boolean;
            /** @description Entries with none of these in `starts_year`. */
            starts_year_not?: string | string[];
            /** @description Entries with any of these testimonies, by slug or id; several are joined by commas. */
            testimony?: string | string[];
            /** @description Entries with all of these in `testimony`. */
            testimony_all?: string | string[];
            /** @description `true`: entries without any `testimony`; `false`: with some. */
            testimony_missing?: boolean;
            /** @description Entries with none of these in `testimony`. */
            testimony_not?: string | string[];
            /** @description Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas. */
            topic?: string | string[];
            /** @description Entries with all of these in `topic`. */
            topic_all?: string | string[];
            /** @description As `topic`, without what is narrower. */
            topic_exact?: string | string[];
            /** @description `true`: entries without any `topic`; `false`: with some. */
            topic_missing?: boolean;
            /** @description Entries with none of these in `topic`. */
            topic_not?: string | string[];
            /** @description Only these collections. With it, filters that all of them have are taken, too. */
            type?: components["schemas"]["CollectionName"] | components["schemas"]["CollectionName"][];
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
        };
        /** @description The last line of an export; without it, the download broke off. */
        ExportTrailer: {
            /**
             * Format: int64
             * @description As in the header.
             */
            as_of: number;
            /**
             * Format: int64
             * @description How many entries.
             */
            count: number;
            /** @description The sum, in hex digits. */
            digest: string;
            /**
             * @description What the line is.
             * @constant
             */
            kind: "trailer";
        };
        /** @description Counts of one filter's values, under every filter of the query but this one. */
        Facet: {
            /**
             * Format: int64
             * @description How many entries have no value.
             */
            missing: number;
            /** @description Whether there are more values than `facet_limit`. */
            more: boolean;
            /** @description Selected values first, then by count, then by label. */
            values: {
                /**
                 * Format: int64
                 * @description How many entries have it; exact.
                 */
                count: number;
                /**
                 * Format: uuid
                 * @description The id, where the values are entries.
                 */
                id?: string;
                /** @description For people, in the first language asked for that the hub has a word in; a language by what it calls itself. */
                label: string;
                /** @description Whether the query filters by it. */
                selected: boolean;
                /** @description As it stands in a filter. */
                value: string;
            }[];
        };
        /** @description One thing that is wrong with a document. */
        Fault: {
            /** @description A stable word for the kind of fault. */
            code: string;
            /** @description What is wrong, in a sentence. */
            detail: string;
            /** @description Where, as a JSON Pointer (RFC 6901). */
            pointer: string;
        };
        /** @description One thing that an evaluation found. */
        Finding: {
            /** @description Where it stands in the report: a page, table or paragraph. */
            locator: string;
            /** @description What was measured, plain text. */
            measure?: string;
            /** @description What was found. Markdown. */
            text: string;
            /** @description Unit of `value`, plain text. */
            unit?: string;
            /**
             * Format: double
             * @description The number that was measured, in `unit`.
             */
            value?: number;
        };
        /**
         * @description The FREDA principles, which put rights in words for practice.
         * @enum {string}
         */
        Freda: "fairness" | "respect" | "equality" | "dignity" | "autonomy";
        /** @description Something to read on elsewhere. */
        FurtherReading: {
            /** @description What it is: a word of an open vocabulary, such as `report`, `factsheet`, `article` or `blog-post`. */
            kind: components["schemas"]["Word"];
            /** @description Its title, plain text. */
            title: string;
            /** @description Where it is. */
            url: components["schemas"]["Url"];
        };
        /** @description Steps for change: how to use human rights on problems in one's own institution. */
        Guide: {
            /** @description The line a partner must show. Made from source and licence when it is not given. */
            attribution?: components["schemas"]["Attribution"];
            /** @description For whom it is: words of an open vocabulary, such as `health-workers` or `carers`. */
            audience: components["schemas"]["Word"][];
            /** @description Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it. */
            channels?: components["schemas"]["Channel"][];
            /** @description Whether the hub puts it forward. */
            featured: boolean;
            /**
             * Format: int64
             * @description Its place among the featured, from 1.
             */
            featured_position?: number;
            /** @description Where the words of `q` stand; only with `highlight=true`. */
            highlights?: components["schemas"]["Highlight"][];
            /**
             * Format: uuid
             * @description UUIDv7, for ever the same.
             */
            id: string;
            /** @description Names of the entry in other schemes. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description Relations of which `include_limit` cut off some entries. */
            included_more?: {
                [key: string]: components["schemas"]["IncludedMore"];
            };
            /** @description Language of the text shown, a BCP 47 tag; on writing, the language of the source text. */
            lang: components["schemas"]["Tag"];
            /** @description Whether none of the languages asked for exists, so that this is the source text. */
            lang_fallback: boolean;
            /** @description SPDX identifier or URL of the licence. */
            licence: string;
            links: components["schemas"]["Links"];
            /**
             * Format: date-time
             * @description When it next takes place; only on the front page.
             */
            next_occurrence?: string;
            /** @description Set when the entry is withdrawn but can still be read. */
            readonly notice?: components["schemas"]["Notice"];
            /** @description When it was first published, here or elsewhere. Defaults to the moment at which it becomes public. */
            published_at: components["schemas"]["Instant"];
            /** @description Why it is similar; only under `/related`. */
            reasons?: string[];
            /** @description Entries that name this one, by collection, where `include` asked for them. */
            referenced_by?: {
                [key: string]: components["schemas"]["ReferencedBy"];
            };
            /** @description What to read with it. */
            resources: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "resources";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /**
             * Format: int64
             * @description The revision that is public.
             */
            readonly rev: number;
            /** @description Day by which editors look at it again. */
            review_by?: components["schemas"]["Edtf"];
            /** @description The rights it puts to use. */
            rights: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "rights";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description How well it fits `q`, to be compared within one answer; only where `q` is given. */
            score?: number;
            /**
             * Format: int64
             * @description Position in the hub's change sequence at which the entry last changed.
             */
            readonly seq: number;
            /** @description Unique in its collection; an old slug leads to the new one (308). */
            slug: string;
            /** @description Where the facts come from. */
            source?: components["schemas"]["Source"];
            /** @description The steps, in order; at least one. */
            steps: {
                /** @description How to do it. Markdown. */
                body: string;
                /** @description What the step needs. */
                resources?: ({
                    /**
                     * @description The collection of the entry.
                     * @constant
                     */
                    type?: "resources";
                } & components["schemas"]["Reference"])[];
                /** @description What to do, plain text. */
                title: string;
            }[];
            /** @description What the entry says, in a sentence or two of plain text. */
            summary: string;
            /** @description Title, plain text. */
            title: string;
            /** @description What it is about. */
            topics: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "topics";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description The languages in which it exists beside its source. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description The collection.
             * @constant
             */
            type: "guides";
            /** @description When the public text last changed. */
            readonly updated_at: components["schemas"]["Instant"];
        };
        GuideQuery: {
            /** @description Entries with any of these words; several are joined by commas. */
            audience?: string | string[];
            /** @description Entries with all of these in `audience`. */
            audience_all?: string | string[];
            /** @description `true`: entries without any `audience`; `false`: with some. */
            audience_missing?: boolean;
            /** @description Entries with none of these in `audience`. */
            audience_not?: string | string[];
            /** @description Page by the `next_cursor` of the page before: repeats and skips nothing that did not change. */
            cursor?: string;
            /** @description What to count; each facet is counted under every filter except its own. */
            facet?: ("audience" | "featured" | "lang" | "published_year" | "updated_year" | "right" | "topic" | "resource") | ("audience" | "featured" | "lang" | "published_year" | "updated_year" | "right" | "topic" | "resource")[];
            /**
             * Format: int64
             * @description How many values of each facet, 1 to 100; 20 when absent.
             * @default 20
             */
            facet_limit: number;
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these members; `type`, `id`, `slug` and `links` always stay. */
            fields?: ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "audience" | "steps" | "rights" | "topics" | "resources" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links") | ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "audience" | "steps" | "rights" | "topics" | "resources" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links")[];
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /** @description `true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names. */
            highlight?: boolean;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`. */
            include?: ("rights" | "topics" | "resources" | "pages") | ("rights" | "topics" | "resources" | "pages")[];
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 100; 20 when absent.
             * @default 20
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /**
             * Format: int64
             * @description Page by number, from 1. Never together with `cursor`.
             */
            page?: number;
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks. */
            q?: string;
            /**
             * @description `any` (the default): entries with some of the words; `all`: only those with every word.
             * @default any
             * @enum {string}
             */
            q_mode: "any" | "all";
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            resource?: string | string[];
            /** @description Entries with all of these in `resource`. */
            resource_all?: string | string[];
            /** @description `true`: entries without any `resource`; `false`: with some. */
            resource_missing?: boolean;
            /** @description Entries with none of these in `resource`. */
            resource_not?: string | string[];
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Entries with any of these rights, by slug or id; several are joined by commas. */
            right?: string | string[];
            /** @description Entries with all of these in `right`. */
            right_all?: string | string[];
            /** @description `true`: entries without any `right`; `false`: with some. */
            right_missing?: boolean;
            /** @description Entries with none of these in `right`. */
            right_not?: string | string[];
            /** @description Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `title` without `q`. */
            sort?: string | string[];
            /** @description Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas. */
            topic?: string | string[];
            /** @description Entries with all of these in `topic`. */
            topic_all?: string | string[];
            /** @description As `topic`, without what is narrower. */
            topic_exact?: string | string[];
            /** @description `true`: entries without any `topic`; `false`: with some. */
            topic_missing?: boolean;
            /** @description Entries with none of these in `topic`. */
            topic_not?: string | string[];
            /**
             * @description `on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.
             * @default on
             * @enum {string}
             */
            typo: "on" | "off";
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        /** @description A passage of an entry with the words that were sought. */
        Highlight: {
            /** @description The member that it is from. */
            field: string;
            /** @description The passage as HTML: escaped, what was found inside `mark`. */
            html: string;
            /** @description The language of the passage. It is another than the entry's `lang` when nothing of what was sought stands in the text as it is shown: the entry was found by its text in this one. */
            lang: string;
            /** @description What was found: beginning and end, in characters (Unicode code points) of `text`. */
            ranges: number[][];
            /** @description The passage, plain text; an ellipsis where it was cut. */
            text: string;
        };
        /** @description The front page in one answer. */
        Home: {
            /** @description What was asked for. */
            data: {
                /** @description What the hub puts forward, in order. */
                featured: components["schemas"]["Entry"][];
                /** @description The newest entries of each collection. */
                newest: {
                    /** @description Case studies. */
                    "case-studies"?: components["schemas"]["CaseStudy"][];
                    /** @description Courses. */
                    courses?: components["schemas"]["Course"][];
                    /** @description Evaluations. */
                    evaluations?: components["schemas"]["Evaluation"][];
                    /** @description Events. */
                    events?: components["schemas"]["Event"][];
                    /** @description Guides. */
                    guides?: components["schemas"]["Guide"][];
                    /** @description Instruments. */
                    instruments?: components["schemas"]["Instrument"][];
                    /** @description News. */
                    news?: components["schemas"]["News"][];
                    /** @description Organisations. */
                    organisations?: components["schemas"]["Organisation"][];
                    /** @description Pages. */
                    pages?: components["schemas"]["Page"][];
                    /** @description People. */
                    people?: components["schemas"]["Person"][];
                    /** @description Projects. */
                    projects?: components["schemas"]["Project"][];
                    /** @description Resources. */
                    resources?: components["schemas"]["Resource"][];
                    /** @description Rights. */
                    rights?: components["schemas"]["Right"][];
                    /** @description Testimonies. */
                    testimonies?: components["schemas"]["Testimony"][];
                    /** @description Topics. */
                    topics?: components["schemas"]["Topic"][];
                };
                /** @description The events that take place next, with `next_occurrence`. */
                next_events: components["schemas"]["Event"][];
                /** @description The hub's own pages in order, whole. */
                sections: components["schemas"]["Page"][];
            };
        };
        /** @description What the hub is and holds. */
        Hub: {
            /** @description Where the change log is read. */
            changes?: string;
            /** @description Every collection by name, with what one may ask of it. */
            collections: {
                [key: string]: {
                    /** @description What it holds, in a sentence. */
                    about: string;
                    /**
                     * Format: int64
                     * @description How many entries it has.
                     */
                    count: number;
                    /** @description The order when none is asked for. */
                    default_sort: string;
                    /** @description What can be counted: values of `facet`. */
                    facets: string[];
                    /** @description Parameters that narrow the list. */
                    filters: string[];
                    /** @description Where the list is in other forms, by suffix. */
                    formats: {
                        [key: string]: string;
                    };
                    /** @description Where it is read. */
                    href: string;
                    /** @description What can be sent along: values of `include`. */
                    includes: string[];
                    /** @description Its name for people. */
                    label: string;
                    /** @description Fields to order by: values of `sort`, with `-` to turn them round. */
                    sorts: string[];
                };
            };
            /**
             * @description Removed entries are remembered for ever.
             * @constant
             */
            deleted_record: "persistent";
            /** @description Where the interactive reference is. */
            docs?: string;
            /** @description What pages of others load to show cards. */
            embed?: {
                /** @description Its hash, for the attribute `integrity`. */
                integrity: string;
                /** @description The script that defines the elements. */
                script: string;
                /** @description The stylesheet of cards. */
                style: string;
            };
            /** @description The name of this history of the hub. */
            epoch: string;
            /** @description Where everything is read at once. */
            export?: string;
            /** @description Where the front page is read. */
            home?: string;
            /** @description What proves a copy complete. */
            inventory?: string;
            /**
             * Format: int64
             * @description The last place in the change sequence.
             */
            last_seq: number;
            /** @description The licence of entries that name no other. */
            licence: string;
            /** @description How much of each can be asked for at once. */
            limits: {
                [key: string]: number;
            };
            /** @description Where entries are found by an outside identifier or URL. */
            lookup?: string;
            /** @description Its name. */
            name: string;
            /** @description Where libraries harvest by OAI-PMH. */
            oai?: string;
            /** @description Where oEmbed is answered. */
            oembed?: string;
            /** @description Where the OpenAPI document is. */
            openapi: string;
            /** @description Who publishes the hub. */
            publisher: string;
            /** @description Where everything is searched. */
            search?: string;
            /** @description Where text is completed as one types. */
            suggest?: string;
            /** @description The version of the program. */
            version: string;
        };
        /** @description A name of the entry in somebody else's scheme. */
        Identifier: {
            /** @description The scheme: `legislation-uri`, `un-symbol`, `doi`, `isbn`, `org-id`, `ods-code`, `wikidata` or another in lower-kebab. */
            scheme: string;
            /** @description The name in that scheme, as it is written there. */
            value: string;
        };
        /** @description The rest of a relation that was cut off. */
        IncludedMore: {
            /** @description Where the rest of the relation can be read. */
            next: string;
        };
        /**
         * Format: date-time
         * @description RFC 3339 instant, answered in UTC with milliseconds.
         */
        Instant: string;
        /** @description Laws, treaties, resolutions, constitutions and declarations that set out rights. */
        Instrument: {
            /** @description When it was adopted or received assent: EDTF, `2019-04-23`, `2019-04` or `2019`. */
            adopted_on?: components["schemas"]["Edtf"];
            /** @description The line a partner must show. Made from source and licence when it is not given. */
            attribution?: components["schemas"]["Attribution"];
            /** @description Who adopted it, plain text. */
            body?: string;
            /** @description Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it. */
            channels?: components["schemas"]["Channel"][];
            /** @description How lawyers cite it, plain text. */
            citation?: string;
            /** @description What it is and why it matters in health and care. Markdown. */
            description?: string;
            /** @description Whether the hub puts it forward. */
            featured: boolean;
            /**
             * Format: int64
             * @description Its place among the featured, from 1.
             */
            featured_position?: number;
            /** @description Where the words of `q` stand; only with `highlight=true`. */
            highlights?: components["schemas"]["Highlight"][];
            /**
             * Format: uuid
             * @description UUIDv7, for ever the same.
             */
            id: string;
            /** @description Names of the entry in other schemes. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description When it began to apply: EDTF. */
            in_force_on?: components["schemas"]["Edtf"];
            /** @description Relations of which `include_limit` cut off some entries. */
            included_more?: {
                [key: string]: components["schemas"]["IncludedMore"];
            };
            /** @description Where it applies, plain text. */
            jurisdiction?: string;
            /** @description What sort of instrument it is. */
            kind: components["schemas"]["InstrumentKind"];
            /** @description Language of the text shown, a BCP 47 tag; on writing, the language of the source text. */
            lang: components["schemas"]["Tag"];
            /** @description Whether none of the languages asked for exists, so that this is the source text. */
            lang_fallback: boolean;
            /** @description SPDX identifier or URL of the licence. */
            licence: string;
            links: components["schemas"]["Links"];
            /**
             * Format: date-time
             * @description When it next takes place; only on the front page.
             */
            next_occurrence?: string;
            /** @description Set when the entry is withdrawn but can still be read. */
            readonly notice?: components["schemas"]["Notice"];
            /** @description When it was first published, here or elsewhere. Defaults to the moment at which it becomes public. */
            published_at: components["schemas"]["Instant"];
            /** @description Why it is similar; only under `/related`. */
            reasons?: string[];
            /** @description Entries that name this one, by collection, where `include` asked for them. */
            referenced_by?: {
                [key: string]: components["schemas"]["ReferencedBy"];
            };
            /**
             * Format: int64
             * @description The revision that is public.
             */
            readonly rev: number;
            /** @description Day by which editors look at it again. */
            review_by?: components["schemas"]["Edtf"];
            /** @description How well it fits `q`, to be compared within one answer; only where `q` is given. */
            score?: number;
            /**
             * Format: int64
             * @description Position in the hub's change sequence at which the entry last changed.
             */
            readonly seq: number;
            /** @description Unique in its collection; an old slug leads to the new one (308). */
            slug: string;
            /** @description Where the facts come from. */
            source?: components["schemas"]["Source"];
            /** @description What the entry says, in a sentence or two of plain text. */
            summary: string;
            /** @description Title, plain text. */
            title: string;
            /** @description What it is about. */
            topics: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "topics";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description The languages in which it exists beside its source. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description The collection.
             * @constant
             */
            type: "instruments";
            /** @description When the public text last changed. */
            readonly updated_at: components["schemas"]["Instant"];
            /** @description Where its text can be read. */
            url?: components["schemas"]["Url"];
        };
        /**
         * @description What sort of instrument it is.
         * @enum {string}
         */
        InstrumentKind: "law" | "treaty" | "resolution" | "constitution" | "declaration";
        InstrumentQuery: {
            /** @description `adopted_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            adopted_from?: string;
            /** @description `true`: entries without `adopted_on`; `false`: with it. */
            adopted_missing?: boolean;
            /** @description `adopted_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            adopted_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            adopted_year?: string | string[];
            /** @description Entries with all of these in `adopted_year`. */
            adopted_year_all?: string | string[];
            /** @description `true`: entries without any `adopted_year`; `false`: with some. */
            adopted_year_missing?: boolean;
            /** @description Entries with none of these in `adopted_year`. */
            adopted_year_not?: string | string[];
            /** @description Page by the `next_cursor` of the page before: repeats and skips nothing that did not change. */
            cursor?: string;
            /** @description What to count; each facet is counted under every filter except its own. */
            facet?: ("kind" | "featured" | "lang" | "published_year" | "updated_year" | "adopted_year" | "in_force_year" | "topic") | ("kind" | "featured" | "lang" | "published_year" | "updated_year" | "adopted_year" | "in_force_year" | "topic")[];
            /**
             * Format: int64
             * @description How many values of each facet, 1 to 100; 20 when absent.
             * @default 20
             */
            facet_limit: number;
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these members; `type`, `id`, `slug` and `links` always stay. */
            fields?: ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "kind" | "adopted_on" | "in_force_on" | "jurisdiction" | "body" | "citation" | "url" | "description" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links") | ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "kind" | "adopted_on" | "in_force_on" | "jurisdiction" | "body" | "citation" | "url" | "description" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links")[];
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /** @description `true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names. */
            highlight?: boolean;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description `in_force_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            in_force_from?: string;
            /** @description `true`: entries without `in_force_on`; `false`: with it. */
            in_force_missing?: boolean;
            /** @description `in_force_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            in_force_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            in_force_year?: string | string[];
            /** @description Entries with all of these in `in_force_year`. */
            in_force_year_all?: string | string[];
            /** @description `true`: entries without any `in_force_year`; `false`: with some. */
            in_force_year_missing?: boolean;
            /** @description Entries with none of these in `in_force_year`. */
            in_force_year_not?: string | string[];
            /** @description Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`. */
            include?: ("topics" | "rights" | "testimonies" | "pages") | ("topics" | "rights" | "testimonies" | "pages")[];
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Entries with any of these values; several are joined by commas. */
            kind?: components["schemas"]["InstrumentKind"] | components["schemas"]["InstrumentKind"][];
            /** @description Entries with all of these in `kind`. */
            kind_all?: components["schemas"]["InstrumentKind"] | components["schemas"]["InstrumentKind"][];
            /** @description `true`: entries without any `kind`; `false`: with some. */
            kind_missing?: boolean;
            /** @description Entries with none of these in `kind`. */
            kind_not?: components["schemas"]["InstrumentKind"] | components["schemas"]["InstrumentKind"][];
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 100; 20 when absent.
             * @default 20
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /**
             * Format: int64
             * @description Page by number, from 1. Never together with `cursor`.
             */
            page?: number;
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks. */
            q?: string;
            /**
             * @description `any` (the default): entries with some of the words; `all`: only those with every word.
             * @default any
             * @enum {string}
             */
            q_mode: "any" | "all";
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `title` without `q`. */
            sort?: string | string[];
            /** @description Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas. */
            topic?: string | string[];
            /** @description Entries with all of these in `topic`. */
            topic_all?: string | string[];
            /** @description As `topic`, without what is narrower. */
            topic_exact?: string | string[];
            /** @description `true`: entries without any `topic`; `false`: with some. */
            topic_missing?: boolean;
            /** @description Entries with none of these in `topic`. */
            topic_not?: string | string[];
            /**
             * @description `on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.
             * @default on
             * @enum {string}
             */
            typo: "on" | "off";
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        ItemQuery: {
            /**
             * @description `jsonld`: the entry as JSON-LD in the vocabulary of schema.org, whatever `Accept` says; then only `lang` and `min_seq` go with it.
             * @enum {string}
             */
            format?: "json" | "jsonld";
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        /** @description A line of plain text. */
        Line: string;
        /** @description Where the entry is to be found. */
        Links: {
            /** @description The entry as a card for other pages. */
            embed: string;
            /** @description The site's page. */
            html: string;
            /** @description The card as an oEmbed answer. */
            oembed: string;
            /** @description This document. */
            self: string;
        };
        /** @description This page and those around it; repeated in the `Link` header. */
        ListLinks: {
            /** @description The first page. */
            first: string;
            /** @description The next page, when there is one. */
            next?: string;
            /** @description The page before, when there is one. */
            prev?: string;
            /** @description This page. */
            self: string;
        };
        /** @description What the page is a part of. */
        ListMeta: {
            /** @description Whether the collection changed since the first page; only with a cursor. */
            changed_since_start?: boolean;
            /**
             * Format: int64
             * @description The length of a page.
             */
            limit: number;
            /** @description The cursor of the next page, when there is one. */
            next_cursor?: string;
            /**
             * Format: int64
             * @description The number of this page, unless it was asked for by cursor.
             */
            page?: number;
            /** @description Filters and order as they were understood. */
            query: {
                [key: string]: string[];
            };
            /**
             * Format: int64
             * @description How many entries match; always exact.
             */
            total: number;
            /** @description Values that match nothing because no entry has them. */
            unmatched: {
                /** @description The parameter. */
                parameter: string;
                /** @description The value. */
                value: string;
            }[];
        };
        /** @description The latest change of an entry. */
        LogRow: {
            /**
             * Format: date-time
             * @description When it changed.
             */
            changed_at: string;
            /** @description The sync document: every field in the source language, with the translated fields of its translations. */
            doc?: components["schemas"]["Entry"];
            /**
             * Format: uuid
             * @description The id of the entry.
             */
            id: string;
            /** @description Copies, backups and derived data are to be erased, not only hidden. */
            must_purge?: boolean;
            /** @description Keep the entry, or forget it. */
            op: components["schemas"]["ChangeKind"];
            /**
             * Format: date-time
             * @description By when.
             */
            purge_by?: string;
            /** @description Why it is to be forgotten: `removed`, `redirected`, `consent`, `consent-withdrawn`, `out_of_scope`. */
            reason?: string;
            /**
             * Format: uuid
             * @description The entry that stands in its place now.
             */
            redirect_to?: string;
            /**
             * Format: int64
             * @description Its public revision, or the last that was.
             */
            rev: number;
            /**
             * Format: int64
             * @description Its place in the sequence.
             */
            seq: number;
            /** @description The collection of the entry. */
            type: components["schemas"]["CollectionName"];
        };
        /** @description What happened in human rights in health and care, with further reading. */
        News: {
            /** @description The line a partner must show. Made from source and licence when it is not given. */
            attribution?: components["schemas"]["Attribution"];
            /** @description The news. Markdown. */
            body: string;
            /** @description Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it. */
            channels?: components["schemas"]["Channel"][];
            /** @description The events of which it tells. */
            events: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "events";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description Whether the hub puts it forward. */
            featured: boolean;
            /**
             * Format: int64
             * @description Its place among the featured, from 1.
             */
            featured_position?: number;
            /** @description Where to read on. */
            further_reading: components["schemas"]["FurtherReading"][];
            /** @description Where the words of `q` stand; only with `highlight=true`. */
            highlights?: components["schemas"]["Highlight"][];
            /**
             * Format: uuid
             * @description UUIDv7, for ever the same.
             */
            id: string;
            /** @description Names of the entry in other schemes. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description Relations of which `include_limit` cut off some entries. */
            included_more?: {
                [key: string]: components["schemas"]["IncludedMore"];
            };
            /** @description Language of the text shown, a BCP 47 tag; on writing, the language of the source text. */
            lang: components["schemas"]["Tag"];
            /** @description Whether none of the languages asked for exists, so that this is the source text. */
            lang_fallback: boolean;
            /** @description SPDX identifier or URL of the licence. */
            licence: string;
            links: components["schemas"]["Links"];
            /**
             * Format: date-time
             * @description When it next takes place; only on the front page.
             */
            next_occurrence?: string;
            /** @description Set when the entry is withdrawn but can still be read. */
            readonly notice?: components["schemas"]["Notice"];
            /** @description The organisations of which it tells. */
            organisations: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "organisations";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description The people of whom it tells. */
            people: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "people";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description When it was first published, here or elsewhere. Defaults to the moment at which it becomes public. */
            published_at: components["schemas"]["Instant"];
            /** @description The day under which it first appeared, here or elsewhere: EDTF, `2019-06-25`, `2019-06` or `2019`. */
            published_on?: components["schemas"]["Edtf"];
            /** @description Why it is similar; only under `/related`. */
            reasons?: string[];
            /** @description Entries that name this one, by collection, where `include` asked for them. */
            referenced_by?: {
                [key: string]: components["schemas"]["ReferencedBy"];
            };
            /** @description The publications of which it tells. */
            resources: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "resources";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /**
             * Format: int64
             * @description The revision that is public.
             */
            readonly rev: number;
            /** @description Day by which editors look at it again. */
            review_by?: components["schemas"]["Edtf"];
            /** @description How well it fits `q`, to be compared within one answer; only where `q` is given. */
            score?: number;
            /**
             * Format: int64
             * @description Position in the hub's change sequence at which the entry last changed.
             */
            readonly seq: number;
            /** @description Unique in its collection; an old slug leads to the new one (308). */
            slug: string;
            /** @description Where the facts come from. */
            source?: components["schemas"]["Source"];
            /** @description What the entry says, in a sentence or two of plain text. */
            summary: string;
            /** @description Title, plain text. */
            title: string;
            /** @description What it is about. */
            topics: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "topics";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description The languages in which it exists beside its source. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description The collection.
             * @constant
             */
            type: "news";
            /** @description When the public text last changed. */
            readonly updated_at: components["schemas"]["Instant"];
        };
        NewsQuery: {
            /** @description Page by the `next_cursor` of the page before: repeats and skips nothing that did not change. */
            cursor?: string;
            /** @description Entries with any of these events, by slug or id; several are joined by commas. */
            event?: string | string[];
            /** @description Entries with all of these in `event`. */
            event_all?: string | string[];
            /** @description `true`: entries without any `event`; `false`: with some. */
            event_missing?: boolean;
            /** @description Entries with none of these in `event`. */
            event_not?: string | string[];
            /** @description What to count; each facet is counted under every filter except its own. */
            facet?: ("featured" | "lang" | "published_year" | "updated_year" | "published_on_year" | "topic" | "organisation" | "person" | "event" | "resource") | ("featured" | "lang" | "published_year" | "updated_year" | "published_on_year" | "topic" | "organisation" | "person" | "event" | "resource")[];
            /**
             * Format: int64
             * @description How many values of each facet, 1 to 100; 20 when absent.
             * @default 20
             */
            facet_limit: number;
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these members; `type`, `id`, `slug` and `links` always stay. */
            fields?: ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "published_on" | "further_reading" | "body" | "organisations" | "people" | "events" | "resources" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links") | ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "published_on" | "further_reading" | "body" | "organisations" | "people" | "events" | "resources" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links")[];
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /** @description `true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names. */
            highlight?: boolean;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`. */
            include?: ("organisations" | "people" | "events" | "resources" | "topics" | "pages") | ("organisations" | "people" | "events" | "resources" | "topics" | "pages")[];
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 100; 20 when absent.
             * @default 20
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            organisation?: string | string[];
            /** @description Entries with all of these in `organisation`. */
            organisation_all?: string | string[];
            /** @description `true`: entries without any `organisation`; `false`: with some. */
            organisation_missing?: boolean;
            /** @description Entries with none of these in `organisation`. */
            organisation_not?: string | string[];
            /**
             * Format: int64
             * @description Page by number, from 1. Never together with `cursor`.
             */
            page?: number;
            /** @description Entries with any of these people, by slug or id; several are joined by commas. */
            person?: string | string[];
            /** @description Entries with all of these in `person`. */
            person_all?: string | string[];
            /** @description `true`: entries without any `person`; `false`: with some. */
            person_missing?: boolean;
            /** @description Entries with none of these in `person`. */
            person_not?: string | string[];
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_on_from?: string;
            /** @description `true`: entries without `published_on`; `false`: with it. */
            published_on_missing?: boolean;
            /** @description `published_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_on_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_on_year?: string | string[];
            /** @description Entries with all of these in `published_on_year`. */
            published_on_year_all?: string | string[];
            /** @description `true`: entries without any `published_on_year`; `false`: with some. */
            published_on_year_missing?: boolean;
            /** @description Entries with none of these in `published_on_year`. */
            published_on_year_not?: string | string[];
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks. */
            q?: string;
            /**
             * @description `any` (the default): entries with some of the words; `all`: only those with every word.
             * @default any
             * @enum {string}
             */
            q_mode: "any" | "all";
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            resource?: string | string[];
            /** @description Entries with all of these in `resource`. */
            resource_all?: string | string[];
            /** @description `true`: entries without any `resource`; `false`: with some. */
            resource_missing?: boolean;
            /** @description Entries with none of these in `resource`. */
            resource_not?: string | string[];
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `-published_at` without `q`. */
            sort?: string | string[];
            /** @description Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas. */
            topic?: string | string[];
            /** @description Entries with all of these in `topic`. */
            topic_all?: string | string[];
            /** @description As `topic`, without what is narrower. */
            topic_exact?: string | string[];
            /** @description `true`: entries without any `topic`; `false`: with some. */
            topic_missing?: boolean;
            /** @description Entries with none of these in `topic`. */
            topic_not?: string | string[];
            /**
             * @description `on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.
             * @default on
             * @enum {string}
             */
            typo: "on" | "off";
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        /** @description Why an entry that can still be read should no longer be relied on. */
        Notice: {
            /** @description Since when. */
            at: components["schemas"]["Instant"];
            /** @description The editors' explanation, plain text. */
            explanation: string;
            /** @description The kind of notice; `withdrawn` so far. */
            kind: string;
        };
        /** @description Who provides, oversees, funds, studies or campaigns; closed and merged bodies stay on record. */
        Organisation: {
            /** @description When it began to work: EDTF, `2001-04-01`, `2001-04` or `2001`. */
            active_from?: components["schemas"]["Edtf"];
            /** @description When it was closed or merged: EDTF, not before `active_from`. Absent while it is at work. */
            active_to?: components["schemas"]["Edtf"];
            /** @description Short forms, former and other names; search treats them as its title. */
            aliases: components["schemas"]["Line"][];
            /** @description The line a partner must show. Made from source and licence when it is not given. */
            attribution?: components["schemas"]["Attribution"];
            /** @description Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it. */
            channels?: components["schemas"]["Channel"][];
            /** @description Country of its seat, ISO 3166-1 alpha-2. */
            country?: components["schemas"]["Country"];
            /** @description What it is and does. Markdown. */
            description?: string;
            /** @description Whether the hub puts it forward. */
            featured: boolean;
            /**
             * Format: int64
             * @description Its place among the featured, from 1.
             */
            featured_position?: number;
            /** @description Where the words of `q` stand; only with `highlight=true`. */
            highlights?: components["schemas"]["Highlight"][];
            /**
             * Format: uuid
             * @description UUIDv7, for ever the same.
             */
            id: string;
            /** @description Names of the entry in other schemes. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description Relations of which `include_limit` cut off some entries. */
            included_more?: {
                [key: string]: components["schemas"]["IncludedMore"];
            };
            /** @description What sort of organisation it is. */
            kind: components["schemas"]["OrganisationKind"];
            /** @description Language of the text shown, a BCP 47 tag; on writing, the language of the source text. */
            lang: components["schemas"]["Tag"];
            /** @description Whether none of the languages asked for exists, so that this is the source text. */
            lang_fallback: boolean;
            /** @description SPDX identifier or URL of the licence. */
            licence: string;
            links: components["schemas"]["Links"];
            /** @description Town or region, as people call it. */
            locality?: string;
            /** @description Where it is on the globe. */
            location?: components["schemas"]["Place"];
            /** @description Networks and bodies to which it belongs. */
            member_of: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "organisations";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /**
             * Format: date-time
             * @description When it next takes place; only on the front page.
             */
            next_occurrence?: string;
            /** @description Set when the entry is withdrawn but can still be read. */
            readonly notice?: components["schemas"]["Notice"];
            /** @description The organisation of which it is a part. */
            parent?: {
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "organisations";
            } & WithRequired<components["schemas"]["Reference"], "type">;
            /** @description When it was first published, here or elsewhere. Defaults to the moment at which it becomes public. */
            published_at: components["schemas"]["Instant"];
            /** @description Why it is similar; only under `/related`. */
            reasons?: string[];
            /** @description Entries that name this one, by collection, where `include` asked for them. */
            referenced_by?: {
                [key: string]: components["schemas"]["ReferencedBy"];
            };
            /**
             * Format: int64
             * @description The revision that is public.
             */
            readonly rev: number;
            /** @description Day by which editors look at it again. */
            review_by?: components["schemas"]["Edtf"];
            /** @description How well it fits `q`, to be compared within one answer; only where `q` is given. */
            score?: number;
            /**
             * Format: int64
             * @description Position in the hub's change sequence at which the entry last changed.
             */
            readonly seq: number;
            /** @description Unique in its collection; an old slug leads to the new one (308). */
            slug: string;
            /** @description Where the facts come from. */
            source?: components["schemas"]["Source"];
            /** @description Who took over its work when it closed or merged. */
            successors: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "organisations";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description What the entry says, in a sentence or two of plain text. */
            summary: string;
            /** @description Title, plain text. */
            title: string;
            /** @description The languages in which it exists beside its source. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description The collection.
             * @constant
             */
            type: "organisations";
            /** @description When the public text last changed. */
            readonly updated_at: components["schemas"]["Instant"];
            /** @description Its own site. */
            website?: components["schemas"]["Url"];
        };
        /**
         * @description What sort of organisation it is.
         * @enum {string}
         */
        OrganisationKind: "nhs-trust" | "government-department" | "local-authority" | "regulator" | "charity" | "housing-association" | "service" | "network" | "un-body" | "research-agency" | "professional-body";
        OrganisationQuery: {
            /** @description `active` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            active_from?: string;
            /** @description `true`: entries without `active`; `false`: with it. */
            active_missing?: boolean;
            /** @description `active` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            active_to?: string;
            /** @description Entries with any of these ISO 3166-1 alpha-2 codes; several are joined by commas. */
            country?: string | string[];
            /** @description Entries with all of these in `country`. */
            country_all?: string | string[];
            /** @description `true`: entries without any `country`; `false`: with some. */
            country_missing?: boolean;
            /** @description Entries with none of these in `country`. */
            country_not?: string | string[];
            /** @description Page by the `next_cursor` of the page before: repeats and skips nothing that did not change. */
            cursor?: string;
            /** @description What to count; each facet is counted under every filter except its own. */
            facet?: ("kind" | "country" | "featured" | "lang" | "published_year" | "updated_year" | "organisation" | "parent" | "successor" | "member_of") | ("kind" | "country" | "featured" | "lang" | "published_year" | "updated_year" | "organisation" | "parent" | "successor" | "member_of")[];
            /**
             * Format: int64
             * @description How many values of each facet, 1 to 100; 20 when absent.
             * @default 20
             */
            facet_limit: number;
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these members; `type`, `id`, `slug` and `links` always stay. */
            fields?: ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "kind" | "country" | "locality" | "active_from" | "active_to" | "location" | "website" | "aliases" | "description" | "parent" | "successors" | "member_of" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links") | ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "kind" | "country" | "locality" | "active_from" | "active_to" | "location" | "website" | "aliases" | "description" | "parent" | "successors" | "member_of" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links")[];
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /** @description `true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names. */
            highlight?: boolean;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`. */
            include?: ("parent" | "successors" | "member_of" | "organisations" | "people" | "projects" | "case-studies" | "testimonies" | "evaluations" | "events" | "resources" | "courses" | "news" | "pages") | ("parent" | "successors" | "member_of" | "organisations" | "people" | "projects" | "case-studies" | "testimonies" | "evaluations" | "events" | "resources" | "courses" | "news" | "pages")[];
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Entries with any of these values; several are joined by commas. */
            kind?: components["schemas"]["OrganisationKind"] | components["schemas"]["OrganisationKind"][];
            /** @description Entries with all of these in `kind`. */
            kind_all?: components["schemas"]["OrganisationKind"] | components["schemas"]["OrganisationKind"][];
            /** @description `true`: entries without any `kind`; `false`: with some. */
            kind_missing?: boolean;
            /** @description Entries with none of these in `kind`. */
            kind_not?: components["schemas"]["OrganisationKind"] | components["schemas"]["OrganisationKind"][];
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 100; 20 when absent.
             * @default 20
             */
            limit: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            member_of?: string | string[];
            /** @description Entries with all of these in `member_of`. */
            member_of_all?: string | string[];
            /** @description `true`: entries without any `member_of`; `false`: with some. */
            member_of_missing?: boolean;
            /** @description Entries with none of these in `member_of`. */
            member_of_not?: string | string[];
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            organisation?: string | string[];
            /** @description Entries with all of these in `organisation`. */
            organisation_all?: string | string[];
            /** @description `true`: entries without any `organisation`; `false`: with some. */
            organisation_missing?: boolean;
            /** @description Entries with none of these in `organisation`. */
            organisation_not?: string | string[];
            /**
             * Format: int64
             * @description Page by number, from 1. Never together with `cursor`.
             */
            page?: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            parent?: string | string[];
            /** @description Entries with all of these in `parent`. */
            parent_all?: string | string[];
            /** @description `true`: entries without any `parent`; `false`: with some. */
            parent_missing?: boolean;
            /** @description Entries with none of these in `parent`. */
            parent_not?: string | string[];
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks. */
            q?: string;
            /**
             * @description `any` (the default): entries with some of the words; `all`: only those with every word.
             * @default any
             * @enum {string}
             */
            q_mode: "any" | "all";
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `title` without `q`. */
            sort?: string | string[];
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            successor?: string | string[];
            /** @description Entries with all of these in `successor`. */
            successor_all?: string | string[];
            /** @description `true`: entries without any `successor`; `false`: with some. */
            successor_missing?: boolean;
            /** @description Entries with none of these in `successor`. */
            successor_not?: string | string[];
            /**
             * @description `on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.
             * @default on
             * @enum {string}
             */
            typo: "on" | "off";
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        /** @description The hub's own sections: home, why, who, how and what. */
        Page: {
            /** @description The line a partner must show. Made from source and licence when it is not given. */
            attribution?: components["schemas"]["Attribution"];
            /** @description What it says. Markdown. */
            body: string;
            /** @description Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it. */
            channels?: components["schemas"]["Channel"][];
            /** @description Whether the hub puts it forward. */
            featured: boolean;
            /**
             * Format: int64
             * @description Its place among the featured, from 1.
             */
            featured_position?: number;
            /** @description The entries that it puts forward, in order. */
            features: components["schemas"]["Reference"][];
            /** @description Where the words of `q` stand; only with `highlight=true`. */
            highlights?: components["schemas"]["Highlight"][];
            /**
             * Format: uuid
             * @description UUIDv7, for ever the same.
             */
            id: string;
            /** @description Names of the entry in other schemes. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description Relations of which `include_limit` cut off some entries. */
            included_more?: {
                [key: string]: components["schemas"]["IncludedMore"];
            };
            /** @description Language of the text shown, a BCP 47 tag; on writing, the language of the source text. */
            lang: components["schemas"]["Tag"];
            /** @description Whether none of the languages asked for exists, so that this is the source text. */
            lang_fallback: boolean;
            /** @description SPDX identifier or URL of the licence. */
            licence: string;
            links: components["schemas"]["Links"];
            /**
             * Format: date-time
             * @description When it next takes place; only on the front page.
             */
            next_occurrence?: string;
            /** @description Set when the entry is withdrawn but can still be read. */
            readonly notice?: components["schemas"]["Notice"];
            /**
             * Format: int64
             * @description Its place among the pages, the smallest first.
             */
            position: number;
            /** @description When it was first published, here or elsewhere. Defaults to the moment at which it becomes public. */
            published_at: components["schemas"]["Instant"];
            /** @description Why it is similar; only under `/related`. */
            reasons?: string[];
            /** @description Entries that name this one, by collection, where `include` asked for them. */
            referenced_by?: {
                [key: string]: components["schemas"]["ReferencedBy"];
            };
            /**
             * Format: int64
             * @description The revision that is public.
             */
            readonly rev: number;
            /** @description Day by which editors look at it again. */
            review_by?: components["schemas"]["Edtf"];
            /** @description How well it fits `q`, to be compared within one answer; only where `q` is given. */
            score?: number;
            /** @description To which part of the hub it belongs. */
            section: components["schemas"]["PageSection"];
            /**
             * Format: int64
             * @description Position in the hub's change sequence at which the entry last changed.
             */
            readonly seq: number;
            /** @description Unique in its collection; an old slug leads to the new one (308). */
            slug: string;
            /** @description Where the facts come from. */
            source?: components["schemas"]["Source"];
            /** @description What the entry says, in a sentence or two of plain text. */
            summary: string;
            /** @description Title, plain text. */
            title: string;
            /** @description The languages in which it exists beside its source. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description The collection.
             * @constant
             */
            type: "pages";
            /** @description When the public text last changed. */
            readonly updated_at: components["schemas"]["Instant"];
        };
        PageQuery: {
            /** @description Entries with any of these case-studies, by slug or id; several are joined by commas. */
            case_study?: string | string[];
            /** @description Entries with all of these in `case_study`. */
            case_study_all?: string | string[];
            /** @description `true`: entries without any `case_study`; `false`: with some. */
            case_study_missing?: boolean;
            /** @description Entries with none of these in `case_study`. */
            case_study_not?: string | string[];
            /** @description Entries with any of these courses, by slug or id; several are joined by commas. */
            course?: string | string[];
            /** @description Entries with all of these in `course`. */
            course_all?: string | string[];
            /** @description `true`: entries without any `course`; `false`: with some. */
            course_missing?: boolean;
            /** @description Entries with none of these in `course`. */
            course_not?: string | string[];
            /** @description Page by the `next_cursor` of the page before: repeats and skips nothing that did not change. */
            cursor?: string;
            /** @description Entries with any of these evaluations, by slug or id; several are joined by commas. */
            evaluation?: string | string[];
            /** @description Entries with all of these in `evaluation`. */
            evaluation_all?: string | string[];
            /** @description `true`: entries without any `evaluation`; `false`: with some. */
            evaluation_missing?: boolean;
            /** @description Entries with none of these in `evaluation`. */
            evaluation_not?: string | string[];
            /** @description Entries with any of these events, by slug or id; several are joined by commas. */
            event?: string | string[];
            /** @description Entries with all of these in `event`. */
            event_all?: string | string[];
            /** @description `true`: entries without any `event`; `false`: with some. */
            event_missing?: boolean;
            /** @description Entries with none of these in `event`. */
            event_not?: string | string[];
            /** @description What to count; each facet is counted under every filter except its own. */
            facet?: ("section" | "featured" | "lang" | "published_year" | "updated_year" | "right" | "instrument" | "topic" | "organisation" | "person" | "project" | "case_study" | "testimony" | "evaluation" | "event" | "resource" | "course" | "news_item" | "guide" | "hub_page") | ("section" | "featured" | "lang" | "published_year" | "updated_year" | "right" | "instrument" | "topic" | "organisation" | "person" | "project" | "case_study" | "testimony" | "evaluation" | "event" | "resource" | "course" | "news_item" | "guide" | "hub_page")[];
            /**
             * Format: int64
             * @description How many values of each facet, 1 to 100; 20 when absent.
             * @default 20
             */
            facet_limit: number;
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these members; `type`, `id`, `slug` and `links` always stay. */
            fields?: ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "section" | "position" | "body" | "features" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links") | ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "section" | "position" | "body" | "features" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links")[];
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /** @description Entries with any of these guides, by slug or id; several are joined by commas. */
            guide?: string | string[];
            /** @description Entries with all of these in `guide`. */
            guide_all?: string | string[];
            /** @description `true`: entries without any `guide`; `false`: with some. */
            guide_missing?: boolean;
            /** @description Entries with none of these in `guide`. */
            guide_not?: string | string[];
            /** @description `true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names. */
            highlight?: boolean;
            /** @description Entries with any of these pages, by slug or id; several are joined by commas. */
            hub_page?: string | string[];
            /** @description Entries with all of these in `hub_page`. */
            hub_page_all?: string | string[];
            /** @description `true`: entries without any `hub_page`; `false`: with some. */
            hub_page_missing?: boolean;
            /** @description Entries with none of these in `hub_page`. */
            hub_page_not?: string | string[];
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`. */
            include?: ("features" | "pages") | ("features" | "pages")[];
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Entries with any of these instruments, by slug or id; several are joined by commas. */
            instrument?: string | string[];
            /** @description Entries with all of these in `instrument`. */
            instrument_all?: string | string[];
            /** @description `true`: entries without any `instrument`; `false`: with some. */
            instrument_missing?: boolean;
            /** @description Entries with none of these in `instrument`. */
            instrument_not?: string | string[];
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 100; 20 when absent.
             * @default 20
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /** @description Entries with any of these news, by slug or id; several are joined by commas. */
            news_item?: string | string[];
            /** @description Entries with all of these in `news_item`. */
            news_item_all?: string | string[];
            /** @description `true`: entries without any `news_item`; `false`: with some. */
            news_item_missing?: boolean;
            /** @description Entries with none of these in `news_item`. */
            news_item_not?: string | string[];
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            organisation?: string | string[];
            /** @description Entries with all of these in `organisation`. */
            organisation_all?: string | string[];
            /** @description `true`: entries without any `organisation`; `false`: with some. */
            organisation_missing?: boolean;
            /** @description Entries with none of these in `organisation`. */
            organisation_not?: string | string[];
            /**
             * Format: int64
             * @description Page by number, from 1. Never together with `cursor`.
             */
            page?: number;
            /** @description Entries with any of these people, by slug or id; several are joined by commas. */
            person?: string | string[];
            /** @description Entries with all of these in `person`. */
            person_all?: string | string[];
            /** @description `true`: entries without any `person`; `false`: with some. */
            person_missing?: boolean;
            /** @description Entries with none of these in `person`. */
            person_not?: string | string[];
            /** @description `position` that reaches to this or later, inclusive: a whole number. */
            position_from?: string;
            /** @description `true`: entries without `position`; `false`: with it. */
            position_missing?: boolean;
            /** @description `position` that begins at this or earlier, inclusive: a whole number. */
            position_to?: string;
            /** @description Entries with any of these projects, by slug or id; several are joined by commas. */
            project?: string | string[];
            /** @description Entries with all of these in `project`. */
            project_all?: string | string[];
            /** @description `true`: entries without any `project`; `false`: with some. */
            project_missing?: boolean;
            /** @description Entries with none of these in `project`. */
            project_not?: string | string[];
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks. */
            q?: string;
            /**
             * @description `any` (the default): entries with some of the words; `all`: only those with every word.
             * @default any
             * @enum {string}
             */
            q_mode: "any" | "all";
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            resource?: string | string[];
            /** @description Entries with all of these in `resource`. */
            resource_all?: string | string[];
            /** @description `true`: entries without any `resource`; `false`: with some. */
            resource_missing?: boolean;
            /** @description Entries with none of these in `resource`. */
            resource_not?: string | string[];
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Entries with any of these rights, by slug or id; several are joined by commas. */
            right?: string | string[];
            /** @description Entries with all of these in `right`. */
            right_all?: string | string[];
            /** @description `true`: entries without any `right`; `false`: with some. */
            right_missing?: boolean;
            /** @description Entries with none of these in `right`. */
            right_not?: string | string[];
            /** @description Entries with any of these values; several are joined by commas. */
            section?: components["schemas"]["PageSection"] | components["schemas"]["PageSection"][];
            /** @description Entries with all of these in `section`. */
            section_all?: components["schemas"]["PageSection"] | components["schemas"]["PageSection"][];
            /** @description `true`: entries without any `section`; `false`: with some. */
            section_missing?: boolean;
            /** @description Entries with none of these in `section`. */
            section_not?: components["schemas"]["PageSection"] | components["schemas"]["PageSection"][];
            /** @description Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `position` without `q`. */
            sort?: string | string[];
            /** @description Entries with any of these testimonies, by slug or id; several are joined by commas. */
            testimony?: string | string[];
            /** @description Entries with all of these in `testimony`. */
            testimony_all?: string | string[];
            /** @description `true`: entries without any `testimony`; `false`: with some. */
            testimony_missing?: boolean;
            /** @description Entries with none of these in `testimony`. */
            testimony_not?: string | string[];
            /** @description Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas. */
            topic?: string | string[];
            /** @description Entries with all of these in `topic`. */
            topic_all?: string | string[];
            /** @description As `topic`, without what is narrower. */
            topic_exact?: string | string[];
            /** @description `true`: entries without any `topic`; `false`: with some. */
            topic_missing?: boolean;
            /** @description Entries with none of these in `topic`. */
            topic_not?: string | string[];
            /**
             * @description `on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.
             * @default on
             * @enum {string}
             */
            typo: "on" | "off";
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        /**
         * @description To which part of the hub a page belongs.
         * @enum {string}
         */
        PageSection: "home" | "why" | "who" | "how" | "what";
        /** @description One thing that is wrong with a query string. */
        ParameterFault: {
            /** @description What may stand there, when that is a short list. */
            allowed?: string[];
            /**
             * @description A stable word for the fault: `unknown-parameter`, `unknown-value`, `invalid-value`, `empty-value`,
             *     `repeated-parameter`, `too-long`, `too-many-values`, `conflicting-parameters`, `malformed-cursor`,
             *     `cursor-mismatch`, `invalid-encoding`, `missing-parameter`, `low-contrast` or `too-expensive`.
             */
            code: string;
            /** @description What is wrong, in a sentence. */
            detail: string;
            /** @description What was probably meant. */
            did_you_mean?: string | null;
            /** @description The parameter, as it was sent. */
            parameter: string;
        };
        /** @description Those who speak, write and work for rights in health and care, each with consent on record. */
        Person: {
            /** @description The line a partner must show. Made from source and licence when it is not given. */
            attribution?: components["schemas"]["Attribution"];
            /** @description Who they are. Markdown. */
            biography?: string;
            /** @description Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it. */
            channels?: components["schemas"]["Channel"][];
            /** @description Country in which they work, ISO 3166-1 alpha-2. */
            country?: components["schemas"]["Country"];
            /** @description Whether the hub puts it forward. */
            featured: boolean;
            /**
             * Format: int64
             * @description Its place among the featured, from 1.
             */
            featured_position?: number;
            /** @description Where the words of `q` stand; only with `highlight=true`. */
            highlights?: components["schemas"]["Highlight"][];
            /**
             * Format: uuid
             * @description UUIDv7, for ever the same.
             */
            id: string;
            /** @description Names of the entry in other schemes. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description Relations of which `include_limit` cut off some entries. */
            included_more?: {
                [key: string]: components["schemas"]["IncludedMore"];
            };
            /** @description Language of the text shown, a BCP 47 tag; on writing, the language of the source text. */
            lang: components["schemas"]["Tag"];
            /** @description Whether none of the languages asked for exists, so that this is the source text. */
            lang_fallback: boolean;
            /** @description SPDX identifier or URL of the licence. */
            licence: string;
            links: components["schemas"]["Links"];
            /**
             * Format: date-time
             * @description When it next takes place; only on the front page.
             */
            next_occurrence?: string;
            /** @description Set when the entry is withdrawn but can still be read. */
            readonly notice?: components["schemas"]["Notice"];
            /** @description Where they work; `role` says as what. */
            organisations: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "organisations";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description When it was first published, here or elsewhere. Defaults to the moment at which it becomes public. */
            published_at: components["schemas"]["Instant"];
            /** @description Why it is similar; only under `/related`. */
            reasons?: string[];
            /** @description Entries that name this one, by collection, where `include` asked for them. */
            referenced_by?: {
                [key: string]: components["schemas"]["ReferencedBy"];
            };
            /**
             * Format: int64
             * @description The revision that is public.
             */
            readonly rev: number;
            /** @description Day by which editors look at it again. */
            review_by?: components["schemas"]["Edtf"];
            /** @description What they are known for, plain text. The role in one organisation stands on the reference to it. */
            role?: string;
            /** @description How well it fits `q`, to be compared within one answer; only where `q` is given. */
            score?: number;
            /**
             * Format: int64
             * @description Position in the hub's change sequence at which the entry last changed.
             */
            readonly seq: number;
            /** @description Unique in its collection; an old slug leads to the new one (308). */
            slug: string;
            /** @description Where the facts come from. */
            source?: components["schemas"]["Source"];
            /** @description What the entry says, in a sentence or two of plain text. */
            summary: string;
            /** @description Title, plain text. */
            title: string;
            /** @description The languages in which it exists beside its source. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description The collection.
             * @constant
             */
            type: "people";
            /** @description When the public text last changed. */
            readonly updated_at: components["schemas"]["Instant"];
        };
        PersonQuery: {
            /** @description Entries with any of these ISO 3166-1 alpha-2 codes; several are joined by commas. */
            country?: string | string[];
            /** @description Entries with all of these in `country`. */
            country_all?: string | string[];
            /** @description `true`: entries without any `country`; `false`: with some. */
            country_missing?: boolean;
            /** @description Entries with none of these in `country`. */
            country_not?: string | string[];
            /** @description Page by the `next_cursor` of the page before: repeats and skips nothing that did not change. */
            cursor?: string;
            /** @description What to count; each facet is counted under every filter except its own. */
            facet?: ("country" | "featured" | "lang" | "published_year" | "updated_year" | "organisation") | ("country" | "featured" | "lang" | "published_year" | "updated_year" | "organisation")[];
            /**
             * Format: int64
             * @description How many values of each facet, 1 to 100; 20 when absent.
             * @default 20
             */
            facet_limit: number;
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these members; `type`, `id`, `slug` and `links` always stay. */
            fields?: ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "country" | "role" | "biography" | "organisations" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links") | ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "country" | "role" | "biography" | "organisations" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links")[];
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /** @description `true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names. */
            highlight?: boolean;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`. */
            include?: ("organisations" | "testimonies" | "events" | "resources" | "news" | "pages") | ("organisations" | "testimonies" | "events" | "resources" | "news" | "pages")[];
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 100; 20 when absent.
             * @default 20
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            organisation?: string | string[];
            /** @description Entries with all of these in `organisation`. */
            organisation_all?: string | string[];
            /** @description `true`: entries without any `organisation`; `false`: with some. */
            organisation_missing?: boolean;
            /** @description Entries with none of these in `organisation`. */
            organisation_not?: string | string[];
            /**
             * Format: int64
             * @description Page by number, from 1. Never together with `cursor`.
             */
            page?: number;
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks. */
            q?: string;
            /**
             * @description `any` (the default): entries with some of the words; `all`: only those with every word.
             * @default any
             * @enum {string}
             */
            q_mode: "any" | "all";
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `title` without `q`. */
            sort?: string | string[];
            /**
             * @description `on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.
             * @default on
             * @enum {string}
             */
            typo: "on" | "off";
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        /** @description A point on the globe, WGS 84, in degrees. */
        Place: {
            /**
             * Format: double
             * @description Latitude, north positive.
             */
            lat: number;
            /**
             * Format: double
             * @description Longitude, east positive.
             */
            lon: number;
        };
        /** @description What went wrong (RFC 9457). */
        Problem: {
            /** @description What that state allows (409). */
            allowed?: string[];
            /** @description In what the latest revision differs from the one named (412). */
            changed_fields?: string[];
            /**
             * Format: int64
             * @description The item's latest revision (412).
             */
            current_rev?: number;
            /** @description What is wrong in this case. */
            detail: string;
            /** @description The hub's present history (410 `epoch-changed`). */
            epoch?: string;
            /** @description Every fault of a query or of a document. */
            errors?: (components["schemas"]["ParameterFault"] | components["schemas"]["Fault"])[];
            /** @description Where to begin again (410 `epoch-changed`). */
            export?: string;
            /** @description `urn:uuid:` and the id of the request, which is in the hub's log too. */
            instance: string;
            /** @description The hub from which the entry is a copy (409 `mirrored`). */
            origin?: string;
            /**
             * Format: date-time
             * @description When the entry was removed (410).
             */
            removed_at?: string;
            /** @description The scope that the key lacks (403). */
            scope?: string;
            /**
             * Format: int64
             * @description The place that this node has reached (503 `behind`).
             */
            seq?: number;
            /** @description The item's state (409). */
            state?: string;
            /**
             * Format: int64
             * @description The state, in a word.
             */
            status: number;
            /** @description In a few words. */
            title: string;
            /** @description A page that explains this kind of problem. */
            type: string;
        };
        /** @description Work that puts human rights into health and care: who, why, how, and what came of it. */
        Project: {
            /** @description What it set out to do. Markdown. */
            aims?: string;
            /** @description How it went about it. Markdown. */
            approach?: string;
            /** @description The line a partner must show. Made from source and licence when it is not given. */
            attribution?: components["schemas"]["Attribution"];
            /** @description Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it. */
            channels?: components["schemas"]["Channel"][];
            /** @description When it ended: EDTF, not before `starts_on`. Absent while it goes on. */
            ends_on?: components["schemas"]["Edtf"];
            /** @description Whether the hub puts it forward. */
            featured: boolean;
            /**
             * Format: int64
             * @description Its place among the featured, from 1.
             */
            featured_position?: number;
            /** @description Who pays for it. */
            funders: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "organisations";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description Where the words of `q` stand; only with `highlight=true`. */
            highlights?: components["schemas"]["Highlight"][];
            /**
             * Format: uuid
             * @description UUIDv7, for ever the same.
             */
            id: string;
            /** @description Names of the entry in other schemes. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description Relations of which `include_limit` cut off some entries. */
            included_more?: {
                [key: string]: components["schemas"]["IncludedMore"];
            };
            /** @description Language of the text shown, a BCP 47 tag; on writing, the language of the source text. */
            lang: components["schemas"]["Tag"];
            /** @description Whether none of the languages asked for exists, so that this is the source text. */
            lang_fallback: boolean;
            /** @description Who leads it. */
            lead?: {
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "organisations";
            } & WithRequired<components["schemas"]["Reference"], "type">;
            /** @description SPDX identifier or URL of the licence. */
            licence: string;
            links: components["schemas"]["Links"];
            /**
             * Format: date-time
             * @description When it next takes place; only on the front page.
             */
            next_occurrence?: string;
            /** @description Set when the entry is withdrawn but can still be read. */
            readonly notice?: components["schemas"]["Notice"];
            /** @description What came of it. Markdown. */
            outcomes?: string;
            /** @description What it produced. */
            outputs: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "resources";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description Who takes part; `role` says as what. */
            partners: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "organisations";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description The project on which it builds. */
            predecessor?: {
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "projects";
            } & WithRequired<components["schemas"]["Reference"], "type">;
            /** @description When it was first published, here or elsewhere. Defaults to the moment at which it becomes public. */
            published_at: components["schemas"]["Instant"];
            /** @description Why it is similar; only under `/related`. */
            reasons?: string[];
            /** @description Entries that name this one, by collection, where `include` asked for them. */
            referenced_by?: {
                [key: string]: components["schemas"]["ReferencedBy"];
            };
            /**
             * Format: int64
             * @description The revision that is public.
             */
            readonly rev: number;
            /** @description Day by which editors look at it again. */
            review_by?: components["schemas"]["Edtf"];
            /** @description The rights it works with. */
            rights: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "rights";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description How well it fits `q`, to be compared within one answer; only where `q` is given. */
            score?: number;
            /**
             * Format: int64
             * @description Position in the hub's change sequence at which the entry last changed.
             */
            readonly seq: number;
            /** @description Unique in its collection; an old slug leads to the new one (308). */
            slug: string;
            /** @description Where the facts come from. */
            source?: components["schemas"]["Source"];
            /** @description When it began: EDTF, `2010`, `2010-04` or `2010-04-01`. */
            starts_on?: components["schemas"]["Edtf"];
            /** @description With whom it works. */
            strand: components["schemas"]["ProjectStrand"];
            /** @description What the entry says, in a sentence or two of plain text. */
            summary: string;
            /** @description Title, plain text. */
            title: string;
            /** @description What it is about. */
            topics: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "topics";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description The languages in which it exists beside its source. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description The collection.
             * @constant
             */
            type: "projects";
            /** @description When the public text last changed. */
            readonly updated_at: components["schemas"]["Instant"];
        };
        ProjectQuery: {
            /** @description Page by the `next_cursor` of the page before: repeats and skips nothing that did not change. */
            cursor?: string;
            /** @description `ends_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            ends_from?: string;
            /** @description `true`: entries without `ends_on`; `false`: with it. */
            ends_missing?: boolean;
            /** @description `ends_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            ends_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            ends_year?: string | string[];
            /** @description Entries with all of these in `ends_year`. */
            ends_year_all?: string | string[];
            /** @description `true`: entries without any `ends_year`; `false`: with some. */
            ends_year_missing?: boolean;
            /** @description Entries with none of these in `ends_year`. */
            ends_year_not?: string | string[];
            /** @description What to count; each facet is counted under every filter except its own. */
            facet?: ("strand" | "featured" | "lang" | "published_year" | "updated_year" | "starts_year" | "ends_year" | "right" | "topic" | "organisation" | "project" | "resource" | "lead" | "partner" | "funder" | "predecessor" | "output") | ("strand" | "featured" | "lang" | "published_year" | "updated_year" | "starts_year" | "ends_year" | "right" | "topic" | "organisation" | "project" | "resource" | "lead" | "partner" | "funder" | "predecessor" | "output")[];
            /**
             * Format: int64
             * @description How many values of each facet, 1 to 100; 20 when absent.
             * @default 20
             */
            facet_limit: number;
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these members; `type`, `id`, `slug` and `links` always stay. */
            fields?: ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "strand" | "starts_on" | "ends_on" | "aims" | "approach" | "outcomes" | "lead" | "partners" | "funders" | "predecessor" | "rights" | "topics" | "outputs" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links") | ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "strand" | "starts_on" | "ends_on" | "aims" | "approach" | "outcomes" | "lead" | "partners" | "funders" | "predecessor" | "rights" | "topics" | "outputs" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links")[];
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            funder?: string | string[];
            /** @description Entries with all of these in `funder`. */
            funder_all?: string | string[];
            /** @description `true`: entries without any `funder`; `false`: with some. */
            funder_missing?: boolean;
            /** @description Entries with none of these in `funder`. */
            funder_not?: string | string[];
            /** @description `true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names. */
            highlight?: boolean;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`. */
            include?: ("lead" | "partners" | "funders" | "predecessor" | "rights" | "topics" | "outputs" | "projects" | "case-studies" | "testimonies" | "evaluations" | "events" | "resources" | "pages") | ("lead" | "partners" | "funders" | "predecessor" | "rights" | "topics" | "outputs" | "projects" | "case-studies" | "testimonies" | "evaluations" | "events" | "resources" | "pages")[];
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            lead?: string | string[];
            /** @description Entries with all of these in `lead`. */
            lead_all?: string | string[];
            /** @description `true`: entries without any `lead`; `false`: with some. */
            lead_missing?: boolean;
            /** @description Entries with none of these in `lead`. */
            lead_not?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 100; 20 when absent.
             * @default 20
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            organisation?: string | string[];
            /** @description Entries with all of these in `organisation`. */
            organisation_all?: string | string[];
            /** @description `true`: entries without any `organisation`; `false`: with some. */
            organisation_missing?: boolean;
            /** @description Entries with none of these in `organisation`. */
            organisation_not?: string | string[];
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            output?: string | string[];
            /** @description Entries with all of these in `output`. */
            output_all?: string | string[];
            /** @description `true`: entries without any `output`; `false`: with some. */
            output_missing?: boolean;
            /** @description Entries with none of these in `output`. */
            output_not?: string | string[];
            /**
             * Format: int64
             * @description Page by number, from 1. Never together with `cursor`.
             */
            page?: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            partner?: string | string[];
            /** @description Entries with all of these in `partner`. */
            partner_all?: string | string[];
            /** @description `true`: entries without any `partner`; `false`: with some. */
            partner_missing?: boolean;
            /** @description Entries with none of these in `partner`. */
            partner_not?: string | string[];
            /** @description Entries with any of these projects, by slug or id; several are joined by commas. */
            predecessor?: string | string[];
            /** @description Entries with all of these in `predecessor`. */
            predecessor_all?: string | string[];
            /** @description `true`: entries without any `predecessor`; `false`: with some. */
            predecessor_missing?: boolean;
            /** @description Entries with none of these in `predecessor`. */
            predecessor_not?: string | string[];
            /** @description Entries with any of these projects, by slug or id; several are joined by commas. */
            project?: string | string[];
            /** @description Entries with all of these in `project`. */
            project_all?: string | string[];
            /** @description `true`: entries without any `project`; `false`: with some. */
            project_missing?: boolean;
            /** @description Entries with none of these in `project`. */
            project_not?: string | string[];
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks. */
            q?: string;
            /**
             * @description `any` (the default): entries with some of the words; `all`: only those with every word.
             * @default any
             * @enum {string}
             */
            q_mode: "any" | "all";
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            resource?: string | string[];
            /** @description Entries with all of these in `resource`. */
            resource_all?: string | string[];
            /** @description `true`: entries without any `resource`; `false`: with some. */
            resource_missing?: boolean;
            /** @description Entries with none of these in `resource`. */
            resource_not?: string | string[];
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Entries with any of these rights, by slug or id; several are joined by commas. */
            right?: string | string[];
            /** @description Entries with all of these in `right`. */
            right_all?: string | string[];
            /** @description `true`: entries without any `right`; `false`: with some. */
            right_missing?: boolean;
            /** @description Entries with none of these in `right`. */
            right_not?: string | string[];
            /** @description Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `-published_at` without `q`. */
            sort?: string | string[];
            /** @description `starts_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            starts_from?: string;
            /** @description `true`: entries without `starts_on`; `false`: with it. */
            starts_missing?: boolean;
            /** @description `starts_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            starts_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            starts_year?: string | string[];
            /** @description Entries with all of these in `starts_year`. */
            starts_year_all?: string | string[];
            /** @description `true`: entries without any `starts_year`; `false`: with some. */
            starts_year_missing?: boolean;
            /** @description Entries with none of these in `starts_year`. */
            starts_year_not?: string | string[];
            /** @description Entries with any of these values; several are joined by commas. */
            strand?: components["schemas"]["ProjectStrand"] | components["schemas"]["ProjectStrand"][];
            /** @description Entries with all of these in `strand`. */
            strand_all?: components["schemas"]["ProjectStrand"] | components["schemas"]["ProjectStrand"][];
            /** @description `true`: entries without any `strand`; `false`: with some. */
            strand_missing?: boolean;
            /** @description Entries with none of these in `strand`. */
            strand_not?: components["schemas"]["ProjectStrand"] | components["schemas"]["ProjectStrand"][];
            /** @description Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas. */
            topic?: string | string[];
            /** @description Entries with all of these in `topic`. */
            topic_all?: string | string[];
            /** @description As `topic`, without what is narrower. */
            topic_exact?: string | string[];
            /** @description `true`: entries without any `topic`; `false`: with some. */
            topic_missing?: boolean;
            /** @description Entries with none of these in `topic`. */
            topic_not?: string | string[];
            /**
             * @description `on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.
             * @default on
             * @enum {string}
             */
            typo: "on" | "off";
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        /**
         * @description With whom a project works.
         * @enum {string}
         */
        ProjectStrand: "public-sector" | "voluntary-sector" | "professional" | "international";
        /** @description The short form in which an entry names another; its title is always the current one. */
        Reference: {
            /** @description Where it is read. */
            href: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description How it matters here, where the relation has notes. */
            note?: string;
            /** @description What it does here, where the relation has roles. */
            role?: string;
            /** @description Its slug. */
            slug: string;
            /** @description Its title, in the language of the answer where it has one. */
            title: string;
            /** @description The collection of the entry. */
            type: string;
        };
        /** @description The entries of one collection that name an entry. */
        ReferencedBy: {
            /** @description The first of them, as many as `include_limit`. */
            data: components["schemas"]["Reference"][];
            /** @description Where the others can be read. */
            next?: string;
            /**
             * Format: int64
             * @description How many there are.
             */
            total: number;
        };
        RelatedQuery: {
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 20; 5 when absent.
             * @default 5
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
        };
        /** @description Publications and practical tools, with every language and format in which they can be had. */
        Resource: {
            /** @description What it says and what it is good for. Markdown. */
            abstract?: string;
            /** @description The line a partner must show. Made from source and licence when it is not given. */
            attribution?: components["schemas"]["Attribution"];
            /** @description For whom it is: words of an open vocabulary, such as `clinicians` or `board-members`. */
            audience: components["schemas"]["Word"][];
            /** @description Who wrote it. */
            authors: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "people";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it. */
            channels?: components["schemas"]["Channel"][];
            /** @description How to cite it, plain text. */
            citation?: string;
            /** @description Which edition or issue it is, plain text. */
            edition?: string;
            /** @description Whether the hub puts it forward. */
            featured: boolean;
            /**
             * Format: int64
             * @description Its place among the featured, from 1.
             */
            featured_position?: number;
            /** @description The files and pages in which it can be had. */
            formats: components["schemas"]["ResourceFormat"][];
            /** @description Where the words of `q` stand; only with `highlight=true`. */
            highlights?: components["schemas"]["Highlight"][];
            /**
             * Format: uuid
             * @description UUIDv7, for ever the same.
             */
            id: string;
            /** @description Names of the entry in other schemes. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description Relations of which `include_limit` cut off some entries. */
            included_more?: {
                [key: string]: components["schemas"]["IncludedMore"];
            };
            /** @description What sort of publication or tool it is. */
            kind: components["schemas"]["ResourceKind"];
            /** @description Language of the text shown, a BCP 47 tag; on writing, the language of the source text. */
            lang: components["schemas"]["Tag"];
            /** @description Whether none of the languages asked for exists, so that this is the source text. */
            lang_fallback: boolean;
            /** @description SPDX identifier or URL of the licence. */
            licence: string;
            links: components["schemas"]["Links"];
            /**
             * Format: date-time
             * @description When it next takes place; only on the front page.
             */
            next_occurrence?: string;
            /** @description Set when the entry is withdrawn but can still be read. */
            readonly notice?: components["schemas"]["Notice"];
            /** @description The larger work of which it is a part. */
            part_of?: {
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "resources";
            } & WithRequired<components["schemas"]["Reference"], "type">;
            /** @description The project from which it comes. */
            project?: {
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "projects";
            } & WithRequired<components["schemas"]["Reference"], "type">;
            /** @description When it was first published, here or elsewhere. Defaults to the moment at which it becomes public. */
            published_at: components["schemas"]["Instant"];
            /** @description When it was published: EDTF, `2008`, `2008-06` or `2008-06-10`. */
            published_on?: components["schemas"]["Edtf"];
            /** @description Who published it. */
            publishers: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "organisations";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description Why it is similar; only under `/related`. */
            reasons?: string[];
            /** @description Entries that name this one, by collection, where `include` asked for them. */
            referenced_by?: {
                [key: string]: components["schemas"]["ReferencedBy"];
            };
            /**
             * Format: int64
             * @description The revision that is public.
             */
            readonly rev: number;
            /** @description Day by which editors look at it again. */
            review_by?: components["schemas"]["Edtf"];
            /** @description The rights it explains or uses. */
            rights: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "rights";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description How well it fits `q`, to be compared within one answer; only where `q` is given. */
            score?: number;
            /**
             * Format: int64
             * @description Position in the hub's change sequence at which the entry last changed.
             */
            readonly seq: number;
            /** @description Unique in its collection; an old slug leads to the new one (308). */
            slug: string;
            /** @description Where the facts come from. */
            source?: components["schemas"]["Source"];
            /** @description What the entry says, in a sentence or two of plain text. */
            summary: string;
            /** @description The earlier resource that it replaces. */
            supersedes?: {
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "resources";
            } & WithRequired<components["schemas"]["Reference"], "type">;
            /** @description Title, plain text. */
            title: string;
            /** @description What it is about. */
            topics: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "topics";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description The languages in which it exists beside its source. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description The collection.
             * @constant
             */
            type: "resources";
            /** @description When the public text last changed. */
            readonly updated_at: components["schemas"]["Instant"];
        };
        /** @description One form in which a resource can be had: a file or a page, in one language. */
        ResourceFormat: {
            /**
             * Format: int64
             * @description Its size in bytes.
             */
            bytes?: number;
            /** @description Its language. */
            lang?: components["schemas"]["Tag"];
            /** @description Its media type (RFC 6838), without parameters. */
            media_type: string;
            /** @description Where it is. */
            url: components["schemas"]["Url"];
        };
        /**
         * @description What sort of publication or tool it is.
         * @enum {string}
         */
        ResourceKind: "framework" | "guide" | "booklet" | "training-manual" | "toolkit" | "questionnaire" | "report" | "factsheet" | "article" | "blog-post" | "journal-issue" | "video";
        ResourceQuery: {
            /** @description Entries with any of these words; several are joined by commas. */
            audience?: string | string[];
            /** @description Entries with all of these in `audience`. */
            audience_all?: string | string[];
            /** @description `true`: entries without any `audience`; `false`: with some. */
            audience_missing?: boolean;
            /** @description Entries with none of these in `audience`. */
            audience_not?: string | string[];
            /** @description Entries with any of these people, by slug or id; several are joined by commas. */
            author?: string | string[];
            /** @description Entries with all of these in `author`. */
            author_all?: string | string[];
            /** @description `true`: entries without any `author`; `false`: with some. */
            author_missing?: boolean;
            /** @description Entries with none of these in `author`. */
            author_not?: string | string[];
            /** @description Page by the `next_cursor` of the page before: repeats and skips nothing that did not change. */
            cursor?: string;
            /** @description What to count; each facet is counted under every filter except its own. */
            facet?: ("kind" | "audience" | "featured" | "lang" | "published_year" | "updated_year" | "published_on_year" | "right" | "topic" | "organisation" | "person" | "project" | "resource" | "publisher" | "author" | "part_of" | "supersedes") | ("kind" | "audience" | "featured" | "lang" | "published_year" | "updated_year" | "published_on_year" | "right" | "topic" | "organisation" | "person" | "project" | "resource" | "publisher" | "author" | "part_of" | "supersedes")[];
            /**
             * Format: int64
             * @description How many values of each facet, 1 to 100; 20 when absent.
             * @default 20
             */
            facet_limit: number;
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these members; `type`, `id`, `slug` and `links` always stay. */
            fields?: ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "kind" | "published_on" | "audience" | "edition" | "citation" | "formats" | "abstract" | "publishers" | "authors" | "project" | "part_of" | "supersedes" | "rights" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links") | ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "kind" | "published_on" | "audience" | "edition" | "citation" | "formats" | "abstract" | "publishers" | "authors" | "project" | "part_of" | "supersedes" | "rights" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links")[];
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /** @description `true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names. */
            highlight?: boolean;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`. */
            include?: ("publishers" | "authors" | "project" | "part_of" | "supersedes" | "rights" | "topics" | "projects" | "case-studies" | "testimonies" | "evaluations" | "events" | "resources" | "courses" | "news" | "guides" | "pages") | ("publishers" | "authors" | "project" | "part_of" | "supersedes" | "rights" | "topics" | "projects" | "case-studies" | "testimonies" | "evaluations" | "events" | "resources" | "courses" | "news" | "guides" | "pages")[];
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Entries with any of these values; several are joined by commas. */
            kind?: components["schemas"]["ResourceKind"] | components["schemas"]["ResourceKind"][];
            /** @description Entries with all of these in `kind`. */
            kind_all?: components["schemas"]["ResourceKind"] | components["schemas"]["ResourceKind"][];
            /** @description `true`: entries without any `kind`; `false`: with some. */
            kind_missing?: boolean;
            /** @description Entries with none of these in `kind`. */
            kind_not?: components["schemas"]["ResourceKind"] | components["schemas"]["ResourceKind"][];
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 100; 20 when absent.
             * @default 20
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            organisation?: string | string[];
            /** @description Entries with all of these in `organisation`. */
            organisation_all?: string | string[];
            /** @description `true`: entries without any `organisation`; `false`: with some. */
            organisation_missing?: boolean;
            /** @description Entries with none of these in `organisation`. */
            organisation_not?: string | string[];
            /**
             * Format: int64
             * @description Page by number, from 1. Never together with `cursor`.
             */
            page?: number;
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            part_of?: string | string[];
            /** @description Entries with all of these in `part_of`. */
            part_of_all?: string | string[];
            /** @description `true`: entries without any `part_of`; `false`: with some. */
            part_of_missing?: boolean;
            /** @description Entries with none of these in `part_of`. */
            part_of_not?: string | string[];
            /** @description Entries with any of these people, by slug or id; several are joined by commas. */
            person?: string | string[];
            /** @description Entries with all of these in `person`. */
            person_all?: string | string[];
            /** @description `true`: entries without any `person`; `false`: with some. */
            person_missing?: boolean;
            /** @description Entries with none of these in `person`. */
            person_not?: string | string[];
            /** @description Entries with any of these projects, by slug or id; several are joined by commas. */
            project?: string | string[];
            /** @description Entries with all of these in `project`. */
            project_all?: string | string[];
            /** @description `true`: entries without any `project`; `false`: with some. */
            project_missing?: boolean;
            /** @description Entries with none of these in `project`. */
            project_not?: string | string[];
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_on_from?: string;
            /** @description `true`: entries without `published_on`; `false`: with it. */
            published_on_missing?: boolean;
            /** @description `published_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_on_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_on_year?: string | string[];
            /** @description Entries with all of these in `published_on_year`. */
            published_on_year_all?: string | string[];
            /** @description `true`: entries without any `published_on_year`; `false`: with some. */
            published_on_year_missing?: boolean;
            /** @description Entries with none of these in `published_on_year`. */
            published_on_year_not?: string | string[];
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            publisher?: string | string[];
            /** @description Entries with all of these in `publisher`. */
            publisher_all?: string | string[];
            /** @description `true`: entries without any `publisher`; `false`: with some. */
            publisher_missing?: boolean;
            /** @description Entries with none of these in `publisher`. */
            publisher_not?: string | string[];
            /** @description Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks. */
            q?: string;
            /**
             * @description `any` (the default): entries with some of the words; `all`: only those with every word.
             * @default any
             * @enum {string}
             */
            q_mode: "any" | "all";
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            resource?: string | string[];
            /** @description Entries with all of these in `resource`. */
            resource_all?: string | string[];
            /** @description `true`: entries without any `resource`; `false`: with some. */
            resource_missing?: boolean;
            /** @description Entries with none of these in `resource`. */
            resource_not?: string | string[];
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Entries with any of these rights, by slug or id; several are joined by commas. */
            right?: string | string[];
            /** @description Entries with all of these in `right`. */
            right_all?: string | string[];
            /** @description `true`: entries without any `right`; `false`: with some. */
            right_missing?: boolean;
            /** @description Entries with none of these in `right`. */
            right_not?: string | string[];
            /** @description Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `-published_at` without `q`. */
            sort?: string | string[];
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            supersedes?: string | string[];
            /** @description Entries with all of these in `supersedes`. */
            supersedes_all?: string | string[];
            /** @description `true`: entries without any `supersedes`; `false`: with some. */
            supersedes_missing?: boolean;
            /** @description Entries with none of these in `supersedes`. */
            supersedes_not?: string | string[];
            /** @description Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas. */
            topic?: string | string[];
            /** @description Entries with all of these in `topic`. */
            topic_all?: string | string[];
            /** @description As `topic`, without what is narrower. */
            topic_exact?: string | string[];
            /** @description `true`: entries without any `topic`; `false`: with some. */
            topic_missing?: boolean;
            /** @description Entries with none of these in `topic`. */
            topic_not?: string | string[];
            /**
             * @description `on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.
             * @default on
             * @enum {string}
             */
            typo: "on" | "off";
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        /** @description Provisions of laws and treaties, explained for health and care. */
        Right: {
            /** @description The line a partner must show. Made from source and licence when it is not given. */
            attribution?: components["schemas"]["Attribution"];
            /** @description Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it. */
            channels?: components["schemas"]["Channel"][];
            /** @description Provisions elsewhere that protect the same. */
            corresponds_to: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "rights";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description What the right says, in plain words. Markdown. */
            explanation: string;
            /** @description Whether the hub puts it forward. */
            featured: boolean;
            /**
             * Format: int64
             * @description Its place among the featured, from 1.
             */
            featured_position?: number;
            /** @description The FREDA principles that it carries into practice. */
            freda: components["schemas"]["Freda"][];
            /** @description Where the words of `q` stand; only with `highlight=true`. */
            highlights?: components["schemas"]["Highlight"][];
            /**
             * Format: uuid
             * @description UUIDv7, for ever the same.
             */
            id: string;
            /** @description Names of the entry in other schemes. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description What it looks like on a ward, in a home, at a desk. Markdown. */
            in_practice?: string;
            /** @description Relations of which `include_limit` cut off some entries. */
            included_more?: {
                [key: string]: components["schemas"]["IncludedMore"];
            };
            /** @description The instrument that contains the provision. */
            instrument?: {
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "instruments";
            } & WithRequired<components["schemas"]["Reference"], "type">;
            /** @description Whether and how it may be restricted. */
            kind: components["schemas"]["RightKind"];
            /** @description How the provision is cited in short: "Article 8". */
            label: string;
            /** @description Language of the text shown, a BCP 47 tag; on writing, the language of the source text. */
            lang: components["schemas"]["Tag"];
            /** @description Whether none of the languages asked for exists, so that this is the source text. */
            lang_fallback: boolean;
            /** @description SPDX identifier or URL of the licence. */
            licence: string;
            links: components["schemas"]["Links"];
            /**
             * Format: date-time
             * @description When it next takes place; only on the front page.
             */
            next_occurrence?: string;
            /** @description Set when the entry is withdrawn but can still be read. */
            readonly notice?: components["schemas"]["Notice"];
            /** @description When it was first published, here or elsewhere. Defaults to the moment at which it becomes public. */
            published_at: components["schemas"]["Instant"];
            /** @description Why it is similar; only under `/related`. */
            reasons?: string[];
            /** @description Entries that name this one, by collection, where `include` asked for them. */
            referenced_by?: {
                [key: string]: components["schemas"]["ReferencedBy"];
            };
            /** @description When a restriction is allowed. Markdown. A qualified or limited right has one, an absolute right never. */
            restriction_test?: string;
            /**
             * Format: int64
             * @description The revision that is public.
             */
            readonly rev: number;
            /** @description Day by which editors look at it again. */
            review_by?: components["schemas"]["Edtf"];
            /** @description How well it fits `q`, to be compared within one answer; only where `q` is given. */
            score?: number;
            /**
             * Format: int64
             * @description Position in the hub's change sequence at which the entry last changed.
             */
            readonly seq: number;
            /** @description Unique in its collection; an old slug leads to the new one (308). */
            slug: string;
            /** @description Where the facts come from. */
            source?: components["schemas"]["Source"];
            /** @description What the entry says, in a sentence or two of plain text. */
            summary: string;
            /** @description Title, plain text. */
            title: string;
            /** @description What it is about. */
            topics: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "topics";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description The languages in which it exists beside its source. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description The collection.
             * @constant
             */
            type: "rights";
            /** @description When the public text last changed. */
            readonly updated_at: components["schemas"]["Instant"];
        };
        /**
         * @description Whether and how a right may be restricted.
         * @enum {string}
         */
        RightKind: "absolute" | "limited" | "qualified" | "progressive";
        RightQuery: {
            /** @description Entries with any of these rights, by slug or id; several are joined by commas. */
            corresponds_to?: string | string[];
            /** @description Entries with all of these in `corresponds_to`. */
            corresponds_to_all?: string | string[];
            /** @description `true`: entries without any `corresponds_to`; `false`: with some. */
            corresponds_to_missing?: boolean;
            /** @description Entries with none of these in `corresponds_to`. */
            corresponds_to_not?: string | string[];
            /** @description Page by the `next_cursor` of the page before: repeats and skips nothing that did not change. */
            cursor?: string;
            /** @description What to count; each facet is counted under every filter except its own. */
            facet?: ("kind" | "freda" | "featured" | "lang" | "published_year" | "updated_year" | "right" | "instrument" | "topic" | "corresponds_to") | ("kind" | "freda" | "featured" | "lang" | "published_year" | "updated_year" | "right" | "instrument" | "topic" | "corresponds_to")[];
            /**
             * Format: int64
             * @description How many values of each facet, 1 to 100; 20 when absent.
             * @default 20
             */
            facet_limit: number;
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these members; `type`, `id`, `slug` and `links` always stay. */
            fields?: ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "kind" | "freda" | "label" | "restriction_test" | "explanation" | "in_practice" | "instrument" | "corresponds_to" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links") | ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "kind" | "freda" | "label" | "restriction_test" | "explanation" | "in_practice" | "instrument" | "corresponds_to" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links")[];
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /** @description Entries with any of these values; several are joined by commas. */
            freda?: components["schemas"]["Freda"] | components["schemas"]["Freda"][];
            /** @description Entries with all of these in `freda`. */
            freda_all?: components["schemas"]["Freda"] | components["schemas"]["Freda"][];
            /** @description `true`: entries without any `freda`; `false`: with some. */
            freda_missing?: boolean;
            /** @description Entries with none of these in `freda`. */
            freda_not?: components["schemas"]["Freda"] | components["schemas"]["Freda"][];
            /** @description `true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names. */
            highlight?: boolean;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`. */
            include?: ("instrument" | "corresponds_to" | "topics" | "rights" | "projects" | "case-studies" | "testimonies" | "evaluations" | "resources" | "courses" | "guides" | "pages") | ("instrument" | "corresponds_to" | "topics" | "rights" | "projects" | "case-studies" | "testimonies" | "evaluations" | "resources" | "courses" | "guides" | "pages")[];
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Entries with any of these instruments, by slug or id; several are joined by commas. */
            instrument?: string | string[];
            /** @description Entries with all of these in `instrument`. */
            instrument_all?: string | string[];
            /** @description `true`: entries without any `instrument`; `false`: with some. */
            instrument_missing?: boolean;
            /** @description Entries with none of these in `instrument`. */
            instrument_not?: string | string[];
            /** @description Entries with any of these values; several are joined by commas. */
            kind?: components["schemas"]["RightKind"] | components["schemas"]["RightKind"][];
            /** @description Entries with all of these in `kind`. */
            kind_all?: components["schemas"]["RightKind"] | components["schemas"]["RightKind"][];
            /** @description `true`: entries without any `kind`; `false`: with some. */
            kind_missing?: boolean;
            /** @description Entries with none of these in `kind`. */
            kind_not?: components["schemas"]["RightKind"] | components["schemas"]["RightKind"][];
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 100; 20 when absent.
             * @default 20
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /**
             * Format: int64
             * @description Page by number, from 1. Never together with `cursor`.
             */
            page?: number;
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks. */
            q?: string;
            /**
             * @description `any` (the default): entries with some of the words; `all`: only those with every word.
             * @default any
             * @enum {string}
             */
            q_mode: "any" | "all";
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Entries with any of these rights, by slug or id; several are joined by commas. */
            right?: string | string[];
            /** @description Entries with all of these in `right`. */
            right_all?: string | string[];
            /** @description `true`: entries without any `right`; `false`: with some. */
            right_missing?: boolean;
            /** @description Entries with none of these in `right`. */
            right_not?: string | string[];
            /** @description Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `title` without `q`. */
            sort?: string | string[];
            /** @description Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas. */
            topic?: string | string[];
            /** @description Entries with all of these in `topic`. */
            topic_all?: string | string[];
            /** @description As `topic`, without what is narrower. */
            topic_exact?: string | string[];
            /** @description `true`: entries without any `topic`; `false`: with some. */
            topic_missing?: boolean;
            /** @description Entries with none of these in `topic`. */
            topic_not?: string | string[];
            /**
             * @description `on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.
             * @default on
             * @enum {string}
             */
            typo: "on" | "off";
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        SearchQuery: {
            /** @description Entries with any of these words; several are joined by commas. */
            audience?: string | string[];
            /** @description Entries with all of these in `audience`. */
            audience_all?: string | string[];
            /** @description `true`: entries without any `audience`; `false`: with some. */
            audience_missing?: boolean;
            /** @description Entries with none of these in `audience`. */
            audience_not?: string | string[];
            /** @description Entries with any of these case-studies, by slug or id; several are joined by commas. */
            case_study?: string | string[];
            /** @description Entries with all of these in `case_study`. */
            case_study_all?: string | string[];
            /** @description `true`: entries without any `case_study`; `false`: with some. */
            case_study_missing?: boolean;
            /** @description Entries with none of these in `case_study`. */
            case_study_not?: string | string[];
            /** @description Entries with any of these ISO 3166-1 alpha-2 codes; several are joined by commas. */
            country?: string | string[];
            /** @description Entries with all of these in `country`. */
            country_all?: string | string[];
            /** @description `true`: entries without any `country`; `false`: with some. */
            country_missing?: boolean;
            /** @description Entries with none of these in `country`. */
            country_not?: string | string[];
            /** @description Entries with any of these courses, by slug or id; several are joined by commas. */
            course?: string | string[];
            /** @description Entries with all of these in `course`. */
            course_all?: string | string[];
            /** @description `true`: entries without any `course`; `false`: with some. */
            course_missing?: boolean;
            /** @description Entries with none of these in `course`. */
            course_not?: string | string[];
            /** @description Page by the `next_cursor` of the page before: repeats and skips nothing that did not change. */
            cursor?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            ends_year?: string | string[];
            /** @description Entries with all of these in `ends_year`. */
            ends_year_all?: string | string[];
            /** @description `true`: entries without any `ends_year`; `false`: with some. */
            ends_year_missing?: boolean;
            /** @description Entries with none of these in `ends_year`. */
            ends_year_not?: string | string[];
            /** @description Entries with any of these events, by slug or id; several are joined by commas. */
            event?: string | string[];
            /** @description Entries with all of these in `event`. */
            event_all?: string | string[];
            /** @description `true`: entries without any `event`; `false`: with some. */
            event_missing?: boolean;
            /** @description Entries with none of these in `event`. */
            event_not?: string | string[];
            /** @description What to count; each facet is counted under every filter except its own. */
            facet?: ("featured" | "lang" | "published_year" | "updated_year" | "right" | "instrument" | "topic" | "country" | "organisation" | "starts_year" | "ends_year" | "project" | "resource" | "testimony" | "person" | "case_study" | "speaker" | "course" | "audience" | "published_on_year" | "event" | "type") | ("featured" | "lang" | "published_year" | "updated_year" | "right" | "instrument" | "topic" | "country" | "organisation" | "starts_year" | "ends_year" | "project" | "resource" | "testimony" | "person" | "case_study" | "speaker" | "course" | "audience" | "published_on_year" | "event" | "type")[];
            /**
             * Format: int64
             * @description How many values of each facet, 1 to 100; 20 when absent.
             * @default 20
             */
            facet_limit: number;
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these members; `type`, `id`, `slug` and `links` always stay. */
            fields?: ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "kind" | "freda" | "label" | "restriction_test" | "explanation" | "in_practice" | "instrument" | "corresponds_to" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links" | "adopted_on" | "in_force_on" | "jurisdiction" | "body" | "citation" | "url" | "description" | "aliases" | "broader" | "related" | "country" | "locality" | "active_from" | "active_to" | "location" | "website" | "parent" | "successors" | "member_of" | "role" | "biography" | "organisations" | "strand" | "starts_on" | "ends_on" | "aims" | "approach" | "outcomes" | "lead" | "partners" | "funders" | "predecessor" | "rights" | "outputs" | "category" | "setting" | "situation" | "changes" | "impact" | "project" | "testimonies" | "resources" | "said_on" | "attribution_line" | "role_at_the_time" | "locator" | "speaker" | "organisation" | "case_study" | "cites" | "sample" | "method" | "findings" | "limitations" | "projects" | "evaluators" | "report" | "status" | "attendance" | "starts_at" | "ends_at" | "time_zone" | "all_day" | "recurrence" | "venue" | "registration_url" | "organisers" | "course" | "speakers" | "published_on" | "audience" | "edition" | "formats" | "abstract" | "publishers" | "authors" | "part_of" | "supersedes" | "delivery" | "languages" | "duration" | "booking_url" | "syllabus" | "provider" | "further_reading" | "people" | "events" | "steps" | "section" | "position" | "features") | ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "kind" | "freda" | "label" | "restriction_test" | "explanation" | "in_practice" | "instrument" | "corresponds_to" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links" | "adopted_on" | "in_force_on" | "jurisdiction" | "body" | "citation" | "url" | "description" | "aliases" | "broader" | "related" | "country" | "locality" | "active_from" | "active_to" | "location" | "website" | "parent" | "successors" | "member_of" | "role" | "biography" | "organisations" | "strand" | "starts_on" | "ends_on" | "aims" | "approach" | "outcomes" | "lead" | "partners" | "funders" | "predecessor" | "rights" | "outputs" | "category" | "setting" | "situation" | "changes" | "impact" | "project" | "testimonies" | "resources" | "said_on" | "attribution_line" | "role_at_the_time" | "locator" | "speaker" | "organisation" | "case_study" | "cites" | "sample" | "method" | "findings" | "limitations" | "projects" | "evaluators" | "report" | "status" | "attendance" | "starts_at" | "ends_at" | "time_zone" | "all_day" | "recurrence" | "venue" | "registration_url" | "organisers" | "course" | "speakers" | "published_on" | "audience" | "edition" | "formats" | "abstract" | "publishers" | "authors" | "part_of" | "supersedes" | "delivery" | "languages" | "duration" | "booking_url" | "syllabus" | "provider" | "further_reading" | "people" | "events" | "steps" | "section" | "position" | "features")[];
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /** @description `true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names. */
            highlight?: boolean;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries to send along in `included`: relations, or collections whose entries name the one that was found. From an entry that has no such relation nothing is sent along. A second step follows a dot: `rights.instrument`. */
            include?: ("authors" | "broader" | "case-studies" | "case_study" | "cites" | "corresponds_to" | "course" | "courses" | "evaluations" | "evaluators" | "events" | "features" | "funders" | "guides" | "instrument" | "instruments" | "lead" | "member_of" | "news" | "organisation" | "organisations" | "organisers" | "outputs" | "pages" | "parent" | "part_of" | "partners" | "people" | "predecessor" | "project" | "projects" | "provider" | "publishers" | "related" | "report" | "resources" | "rights" | "speaker" | "speakers" | "successors" | "supersedes" | "testimonies" | "topics") | ("authors" | "broader" | "case-studies" | "case_study" | "cites" | "corresponds_to" | "course" | "courses" | "evaluations" | "evaluators" | "events" | "features" | "funders" | "guides" | "instrument" | "instruments" | "lead" | "member_of" | "news" | "organisation" | "organisations" | "organisers" | "outputs" | "pages" | "parent" | "part_of" | "partners" | "people" | "predecessor" | "project" | "projects" | "provider" | "publishers" | "related" | "report" | "resources" | "rights" | "speaker" | "speakers" | "successors" | "supersedes" | "testimonies" | "topics")[];
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Entries with any of these instruments, by slug or id; several are joined by commas. */
            instrument?: string | string[];
            /** @description Entries with all of these in `instrument`. */
            instrument_all?: string | string[];
            /** @description `true`: entries without any `instrument`; `false`: with some. */
            instrument_missing?: boolean;
            /** @description Entries with none of these in `instrument`. */
            instrument_not?: string | string[];
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 100; 20 when absent.
             * @default 20
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            organisation?: string | string[];
            /** @description Entries with all of these in `organisation`. */
            organisation_all?: string | string[];
            /** @description `true`: entries without any `organisation`; `false`: with some. */
            organisation_missing?: boolean;
            /** @description Entries with none of these in `organisation`. */
            organisation_not?: string | string[];
            /**
             * Format: int64
             * @description Page by number, from 1. Never together with `cursor`.
             */
            page?: number;
            /** @description Entries with any of these people, by slug or id; several are joined by commas. */
            person?: string | string[];
            /** @description Entries with all of these in `person`. */
            person_all?: string | string[];
            /** @description `true`: entries without any `person`; `false`: with some. */
            person_missing?: boolean;
            /** @description Entries with none of these in `person`. */
            person_not?: string | string[];
            /** @description Entries with any of these projects, by slug or id; several are joined by commas. */
            project?: string | string[];
            /** @description Entries with all of these in `project`. */
            project_all?: string | string[];
            /** @description `true`: entries without any `project`; `false`: with some. */
            project_missing?: boolean;
            /** @description Entries with none of these in `project`. */
            project_not?: string | string[];
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_on_year?: string | string[];
            /** @description Entries with all of these in `published_on_year`. */
            published_on_year_all?: string | string[];
            /** @description `true`: entries without any `published_on_year`; `false`: with some. */
            published_on_year_missing?: boolean;
            /** @description Entries with none of these in `published_on_year`. */
            published_on_year_not?: string | string[];
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Words to search; required, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks. */
            q?: string;
            /**
             * @description `any` (the default): entries with some of the words; `all`: only those with every word.
             * @default any
             * @enum {string}
             */
            q_mode: "any" | "all";
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            resource?: string | string[];
            /** @description Entries with all of these in `resource`. */
            resource_all?: string | string[];
            /** @description `true`: entries without any `resource`; `false`: with some. */
            resource_missing?: boolean;
            /** @description Entries with none of these in `resource`. */
            resource_not?: string | string[];
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Entries with any of these rights, by slug or id; several are joined by commas. */
            right?: string | string[];
            /** @description Entries with all of these in `right`. */
            right_all?: string | string[];
            /** @description `true`: entries without any `right`; `false`: with some. */
            right_missing?: boolean;
            /** @description Entries with none of these in `right`. */
            right_not?: string | string[];
            /** @description Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best. */
            sort?: string | string[];
            /** @description Entries with any of these people, by slug or id; several are joined by commas. */
            speaker?: string | string[];
            /** @description Entries with all of these in `speaker`. */
            speaker_all?: string | string[];
            /** @description `true`: entries without any `speaker`; `false`: with some. */
            speaker_missing?: boolean;
            /** @description Entries with none of these in `speaker`. */
            speaker_not?: string | string[];
            /** @description Entries with a date in any of these years; several are joined by commas. */
            starts_year?: string | string[];
            /** @description Entries with all of these in `starts_year`. */
            starts_year_all?: string | string[];
            /** @description `true`: entries without any `starts_year`; `false`: with some. */
            starts_year_missing?: boolean;
            /** @description Entries with none of these in `starts_year`. */
            starts_year_not?: string | string[];
            /** @description Entries with any of these testimonies, by slug or id; several are joined by commas. */
            testimony?: string | string[];
            /** @description Entries with all of these in `testimony`. */
            testimony_all?: string | string[];
            /** @description `true`: entries without any `testimony`; `false`: with some. */
            testimony_missing?: boolean;
            /** @description Entries with none of these in `testimony`. */
            testimony_not?: string | string[];
            /** @description Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas. */
            topic?: string | string[];
            /** @description Entries with all of these in `topic`. */
            topic_all?: string | string[];
            /** @description As `topic`, without what is narrower. */
            topic_exact?: string | string[];
            /** @description `true`: entries without any `topic`; `false`: with some. */
            topic_missing?: boolean;
            /** @description Entries with none of these in `topic`. */
            topic_not?: string | string[];
            /** @description Only these collections; several are joined by commas. */
            type?: components["schemas"]["CollectionName"] | components["schemas"]["CollectionName"][];
            /**
             * @description `on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.
             * @default on
             * @enum {string}
             */
            typo: "on" | "off";
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        /**
         * @description Where it happened.
         * @enum {string}
         */
        Setting: "mental-health-inpatient" | "child-and-adolescent-mental-health" | "learning-disability" | "acute-hospital" | "care-home" | "supported-housing" | "primary-care" | "community" | "public-health" | "secure" | "other";
        /** @description Where the facts of an entry come from. */
        Source: {
            /** @description Who published it. */
            publisher?: string;
            /** @description The day on which it was read. */
            retrieved_on?: components["schemas"]["Edtf"];
            /** @description Title of the page or document. */
            title: string;
            /** @description Where it can be read. */
            url?: components["schemas"]["Url"];
        };
        /** @description Titles and other names that complete what was typed, best first. */
        Suggestions: {
            /** @description What was asked for. */
            data: {
                /** @description Where it is read. */
                href: string;
                /**
                 * Format: uuid
                 * @description Its id.
                 */
                id: string;
                /**
                 * @description Whether `text` is the title.
                 * @enum {string}
                 */
                kind: "title" | "alias";
                /** @description The language of `text`. */
                lang: string;
                /** @description Its slug. */
                slug: string;
                /** @description What completes the text: the title, or another name. */
                text: string;
                /** @description Its title, in the language of `text` where it has one. */
                title: string;
                /** @description The collection of the entry. */
                type: string;
            }[];
        };
        SuggestQuery: {
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 50; 10 when absent.
             * @default 10
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /** @description The beginning of a title or another name, as somebody types it; required. */
            q?: string;
            /** @description Only these collections; several are joined by commas. */
            type?: components["schemas"]["CollectionName"] | components["schemas"]["CollectionName"][];
        };
        /** @description BCP 47 language tag. */
        Tag: string;
        /** @description Quotations, testimonies and interviews: voices from services, professions and politics. */
        Testimony: {
            /** @description The line a partner must show. Made from source and licence when it is not given. */
            attribution?: components["schemas"]["Attribution"];
            /** @description The line under the words, plain text. */
            attribution_line?: string;
            /** @description The words. Markdown. */
            body: string;
            /** @description The case study to which it belongs. */
            case_study?: {
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "case-studies";
            } & WithRequired<components["schemas"]["Reference"], "type">;
            /** @description Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it. */
            channels?: components["schemas"]["Channel"][];
            /** @description The text from which it is taken; a quotation has at least one. */
            cites: ({
                /**
                 * @description The collection of the entry.
                 * @enum {unknown}
                 */
                type: "instruments" | "resources";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description Whether the hub puts it forward. */
            featured: boolean;
            /**
             * Format: int64
             * @description Its place among the featured, from 1.
             */
            featured_position?: number;
            /** @description Where the words of `q` stand; only with `highlight=true`. */
            highlights?: components["schemas"]["Highlight"][];
            /**
             * Format: uuid
             * @description UUIDv7, for ever the same.
             */
            id: string;
            /** @description Names of the entry in other schemes. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description Relations of which `include_limit` cut off some entries. */
            included_more?: {
                [key: string]: components["schemas"]["IncludedMore"];
            };
            /** @description How the words came to the hub. A testimony or an interview is public under consent only. */
            kind: components["schemas"]["TestimonyKind"];
            /** @description Language of the text shown, a BCP 47 tag; on writing, the language of the source text. */
            lang: components["schemas"]["Tag"];
            /** @description Whether none of the languages asked for exists, so that this is the source text. */
            lang_fallback: boolean;
            /** @description SPDX identifier or URL of the licence. */
            licence: string;
            links: components["schemas"]["Links"];
            /** @description Where in the cited text it stands: a page, principle or paragraph. A quotation always has one. */
            locator?: string;
            /**
             * Format: date-time
             * @description When it next takes place; only on the front page.
             */
            next_occurrence?: string;
            /** @description Set when the entry is withdrawn but can still be read. */
            readonly notice?: components["schemas"]["Notice"];
            /** @description For which organisation, or in which. */
            organisation?: {
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "organisations";
            } & WithRequired<components["schemas"]["Reference"], "type">;
            /** @description The project from which it comes. */
            project?: {
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "projects";
            } & WithRequired<components["schemas"]["Reference"], "type">;
            /** @description When it was first published, here or elsewhere. Defaults to the moment at which it becomes public. */
            published_at: components["schemas"]["Instant"];
            /** @description Why it is similar; only under `/related`. */
            reasons?: string[];
            /** @description Entries that name this one, by collection, where `include` asked for them. */
            referenced_by?: {
                [key: string]: components["schemas"]["ReferencedBy"];
            };
            /**
             * Format: int64
             * @description The revision that is public.
             */
            readonly rev: number;
            /** @description Day by which editors look at it again. */
            review_by?: components["schemas"]["Edtf"];
            /** @description The rights of which it speaks. */
            rights: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "rights";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description The speaker's role when they said it, plain text. */
            role_at_the_time?: string;
            /** @description When it was said: EDTF, `2008`, `2008-06` or `2008-06-10`. */
            said_on?: components["schemas"]["Edtf"];
            /** @description How well it fits `q`, to be compared within one answer; only where `q` is given. */
            score?: number;
            /**
             * Format: int64
             * @description Position in the hub's change sequence at which the entry last changed.
             */
            readonly seq: number;
            /** @description Unique in its collection; an old slug leads to the new one (308). */
            slug: string;
            /** @description Where the facts come from. */
            source?: components["schemas"]["Source"];
            /** @description Who says it. */
            speaker?: {
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "people";
            } & WithRequired<components["schemas"]["Reference"], "type">;
            /** @description What the entry says, in a sentence or two of plain text. */
            summary: string;
            /** @description Title, plain text. */
            title: string;
            /** @description What it is about. */
            topics: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "topics";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description The languages in which it exists beside its source. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description The collection.
             * @constant
             */
            type: "testimonies";
            /** @description When the public text last changed. */
            readonly updated_at: components["schemas"]["Instant"];
        };
        /**
         * @description How the words came to the hub.
         * @enum {string}
         */
        TestimonyKind: "quotation" | "testimony" | "interview";
        TestimonyQuery: {
            /** @description Entries with any of these case-studies, by slug or id; several are joined by commas. */
            case_study?: string | string[];
            /** @description Entries with all of these in `case_study`. */
            case_study_all?: string | string[];
            /** @description `true`: entries without any `case_study`; `false`: with some. */
            case_study_missing?: boolean;
            /** @description Entries with none of these in `case_study`. */
            case_study_not?: string | string[];
            /** @description Page by the `next_cursor` of the page before: repeats and skips nothing that did not change. */
            cursor?: string;
            /** @description What to count; each facet is counted under every filter except its own. */
            facet?: ("kind" | "featured" | "lang" | "published_year" | "updated_year" | "said_year" | "right" | "instrument" | "topic" | "organisation" | "person" | "project" | "case_study" | "resource" | "speaker") | ("kind" | "featured" | "lang" | "published_year" | "updated_year" | "said_year" | "right" | "instrument" | "topic" | "organisation" | "person" | "project" | "case_study" | "resource" | "speaker")[];
            /**
             * Format: int64
             * @description How many values of each facet, 1 to 100; 20 when absent.
             * @default 20
             */
            facet_limit: number;
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these members; `type`, `id`, `slug` and `links` always stay. */
            fields?: ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "kind" | "said_on" | "attribution_line" | "role_at_the_time" | "locator" | "body" | "speaker" | "organisation" | "project" | "case_study" | "cites" | "rights" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links") | ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "kind" | "said_on" | "attribution_line" | "role_at_the_time" | "locator" | "body" | "speaker" | "organisation" | "project" | "case_study" | "cites" | "rights" | "topics" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links")[];
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /** @description `true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names. */
            highlight?: boolean;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`. */
            include?: ("speaker" | "organisation" | "project" | "case_study" | "cites" | "rights" | "topics" | "case-studies" | "pages") | ("speaker" | "organisation" | "project" | "case_study" | "cites" | "rights" | "topics" | "case-studies" | "pages")[];
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Entries with any of these instruments, by slug or id; several are joined by commas. */
            instrument?: string | string[];
            /** @description Entries with all of these in `instrument`. */
            instrument_all?: string | string[];
            /** @description `true`: entries without any `instrument`; `false`: with some. */
            instrument_missing?: boolean;
            /** @description Entries with none of these in `instrument`. */
            instrument_not?: string | string[];
            /** @description Entries with any of these values; several are joined by commas. */
            kind?: components["schemas"]["TestimonyKind"] | components["schemas"]["TestimonyKind"][];
            /** @description Entries with all of these in `kind`. */
            kind_all?: components["schemas"]["TestimonyKind"] | components["schemas"]["TestimonyKind"][];
            /** @description `true`: entries without any `kind`; `false`: with some. */
            kind_missing?: boolean;
            /** @description Entries with none of these in `kind`. */
            kind_not?: components["schemas"]["TestimonyKind"] | components["schemas"]["TestimonyKind"][];
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 100; 20 when absent.
             * @default 20
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /** @description Entries with any of these organisations, by slug or id; several are joined by commas. */
            organisation?: string | string[];
            /** @description Entries with all of these in `organisation`. */
            organisation_all?: string | string[];
            /** @description `true`: entries without any `organisation`; `false`: with some. */
            organisation_missing?: boolean;
            /** @description Entries with none of these in `organisation`. */
            organisation_not?: string | string[];
            /**
             * Format: int64
             * @description Page by number, from 1. Never together with `cursor`.
             */
            page?: number;
            /** @description Entries with any of these people, by slug or id; several are joined by commas. */
            person?: string | string[];
            /** @description Entries with all of these in `person`. */
            person_all?: string | string[];
            /** @description `true`: entries without any `person`; `false`: with some. */
            person_missing?: boolean;
            /** @description Entries with none of these in `person`. */
            person_not?: string | string[];
            /** @description Entries with any of these projects, by slug or id; several are joined by commas. */
            project?: string | string[];
            /** @description Entries with all of these in `project`. */
            project_all?: string | string[];
            /** @description `true`: entries without any `project`; `false`: with some. */
            project_missing?: boolean;
            /** @description Entries with none of these in `project`. */
            project_not?: string | string[];
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks. */
            q?: string;
            /**
             * @description `any` (the default): entries with some of the words; `all`: only those with every word.
             * @default any
             * @enum {string}
             */
            q_mode: "any" | "all";
            /** @description Entries with any of these resources, by slug or id; several are joined by commas. */
            resource?: string | string[];
            /** @description Entries with all of these in `resource`. */
            resource_all?: string | string[];
            /** @description `true`: entries without any `resource`; `false`: with some. */
            resource_missing?: boolean;
            /** @description Entries with none of these in `resource`. */
            resource_not?: string | string[];
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Entries with any of these rights, by slug or id; several are joined by commas. */
            right?: string | string[];
            /** @description Entries with all of these in `right`. */
            right_all?: string | string[];
            /** @description `true`: entries without any `right`; `false`: with some. */
            right_missing?: boolean;
            /** @description Entries with none of these in `right`. */
            right_not?: string | string[];
            /** @description `said_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            said_from?: string;
            /** @description `true`: entries without `said_on`; `false`: with it. */
            said_missing?: boolean;
            /** @description `said_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            said_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            said_year?: string | string[];
            /** @description Entries with all of these in `said_year`. */
            said_year_all?: string | string[];
            /** @description `true`: entries without any `said_year`; `false`: with some. */
            said_year_missing?: boolean;
            /** @description Entries with none of these in `said_year`. */
            said_year_not?: string | string[];
            /** @description Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `-published_at` without `q`. */
            sort?: string | string[];
            /** @description Entries with any of these people, by slug or id; several are joined by commas. */
            speaker?: string | string[];
            /** @description Entries with all of these in `speaker`. */
            speaker_all?: string | string[];
            /** @description `true`: entries without any `speaker`; `false`: with some. */
            speaker_missing?: boolean;
            /** @description Entries with none of these in `speaker`. */
            speaker_not?: string | string[];
            /** @description Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas. */
            topic?: string | string[];
            /** @description Entries with all of these in `topic`. */
            topic_all?: string | string[];
            /** @description As `topic`, without what is narrower. */
            topic_exact?: string | string[];
            /** @description `true`: entries without any `topic`; `false`: with some. */
            topic_missing?: boolean;
            /** @description Entries with none of these in `topic`. */
            topic_not?: string | string[];
            /**
             * @description `on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.
             * @default on
             * @enum {string}
             */
            typo: "on" | "off";
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        /** @description Subjects, from the broad to the narrow, under which everything in the hub is found. */
        Topic: {
            /** @description Other words for the same subject; search treats them as its title. */
            aliases: components["schemas"]["Line"][];
            /** @description The line a partner must show. Made from source and licence when it is not given. */
            attribution?: components["schemas"]["Attribution"];
            /** @description Wider subjects of which it is a part. */
            broader: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "topics";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /** @description Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it. */
            channels?: components["schemas"]["Channel"][];
            /** @description What belongs under it. Markdown. */
            description?: string;
            /** @description Whether the hub puts it forward. */
            featured: boolean;
            /**
             * Format: int64
             * @description Its place among the featured, from 1.
             */
            featured_position?: number;
            /** @description Where the words of `q` stand; only with `highlight=true`. */
            highlights?: components["schemas"]["Highlight"][];
            /**
             * Format: uuid
             * @description UUIDv7, for ever the same.
             */
            id: string;
            /** @description Names of the entry in other schemes. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description Relations of which `include_limit` cut off some entries. */
            included_more?: {
                [key: string]: components["schemas"]["IncludedMore"];
            };
            /** @description Language of the text shown, a BCP 47 tag; on writing, the language of the source text. */
            lang: components["schemas"]["Tag"];
            /** @description Whether none of the languages asked for exists, so that this is the source text. */
            lang_fallback: boolean;
            /** @description SPDX identifier or URL of the licence. */
            licence: string;
            links: components["schemas"]["Links"];
            /**
             * Format: date-time
             * @description When it next takes place; only on the front page.
             */
            next_occurrence?: string;
            /** @description Set when the entry is withdrawn but can still be read. */
            readonly notice?: components["schemas"]["Notice"];
            /** @description When it was first published, here or elsewhere. Defaults to the moment at which it becomes public. */
            published_at: components["schemas"]["Instant"];
            /** @description Why it is similar; only under `/related`. */
            reasons?: string[];
            /** @description Entries that name this one, by collection, where `include` asked for them. */
            referenced_by?: {
                [key: string]: components["schemas"]["ReferencedBy"];
            };
            /** @description Neighbouring subjects, neither wider nor narrower. */
            related: ({
                /**
                 * @description The collection of the entry.
                 * @constant
                 */
                type: "topics";
            } & WithRequired<components["schemas"]["Reference"], "type">)[];
            /**
             * Format: int64
             * @description The revision that is public.
             */
            readonly rev: number;
            /** @description Day by which editors look at it again. */
            review_by?: components["schemas"]["Edtf"];
            /** @description How well it fits `q`, to be compared within one answer; only where `q` is given. */
            score?: number;
            /**
             * Format: int64
             * @description Position in the hub's change sequence at which the entry last changed.
             */
            readonly seq: number;
            /** @description Unique in its collection; an old slug leads to the new one (308). */
            slug: string;
            /** @description Where the facts come from. */
            source?: components["schemas"]["Source"];
            /** @description What the entry says, in a sentence or two of plain text. */
            summary: string;
            /** @description Title, plain text. */
            title: string;
            /** @description The languages in which it exists beside its source. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description The collection.
             * @constant
             */
            type: "topics";
            /** @description When the public text last changed. */
            readonly updated_at: components["schemas"]["Instant"];
        };
        TopicQuery: {
            /** @description Entries with any of these topics, by slug or id; several are joined by commas. */
            broader?: string | string[];
            /** @description Entries with all of these in `broader`. */
            broader_all?: string | string[];
            /** @description `true`: entries without any `broader`; `false`: with some. */
            broader_missing?: boolean;
            /** @description Entries with none of these in `broader`. */
            broader_not?: string | string[];
            /** @description Page by the `next_cursor` of the page before: repeats and skips nothing that did not change. */
            cursor?: string;
            /** @description What to count; each facet is counted under every filter except its own. */
            facet?: ("featured" | "lang" | "published_year" | "updated_year" | "topic" | "broader" | "related") | ("featured" | "lang" | "published_year" | "updated_year" | "topic" | "broader" | "related")[];
            /**
             * Format: int64
             * @description How many values of each facet, 1 to 100; 20 when absent.
             * @default 20
             */
            facet_limit: number;
            /** @description Entries with this value; several are joined by commas. */
            featured?: boolean | boolean[];
            /** @description `featured_position` that reaches to this or later, inclusive: a whole number. */
            featured_position_from?: string;
            /** @description `true`: entries without `featured_position`; `false`: with it. */
            featured_position_missing?: boolean;
            /** @description `featured_position` that begins at this or earlier, inclusive: a whole number. */
            featured_position_to?: string;
            /** @description Only these members; `type`, `id`, `slug` and `links` always stay. */
            fields?: ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "aliases" | "description" | "broader" | "related" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links") | ("type" | "id" | "slug" | "rev" | "seq" | "lang" | "lang_fallback" | "title" | "summary" | "aliases" | "description" | "broader" | "related" | "published_at" | "updated_at" | "source" | "licence" | "attribution" | "identifiers" | "review_by" | "featured" | "featured_position" | "notice" | "translations" | "links")[];
            /**
             * @description Prose as Markdown (the default) or as sanitised HTML.
             * @enum {string}
             */
            format_text?: "markdown" | "html";
            /** @description `true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names. */
            highlight?: boolean;
            /** @description Only these entries, by id or slug. */
            id?: string | string[];
            /** @description Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`. */
            include?: ("broader" | "related" | "rights" | "instruments" | "topics" | "projects" | "case-studies" | "testimonies" | "evaluations" | "events" | "resources" | "courses" | "news" | "guides" | "pages") | ("broader" | "related" | "rights" | "instruments" | "topics" | "projects" | "case-studies" | "testimonies" | "evaluations" | "events" | "resources" | "courses" | "news" | "guides" | "pages")[];
            /**
             * Format: int64
             * @description How many included entries per relation of each entry, 1 to 100; 20 when absent.
             * @default 20
             */
            include_limit: number;
            /** @description Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`. */
            lang?: string | string[];
            /** @description Entries with all of these in `lang`. */
            lang_all?: string | string[];
            /** @description `true`: entries without any `lang`; `false`: with some. */
            lang_missing?: boolean;
            /** @description Entries with none of these in `lang`. */
            lang_not?: string | string[];
            /**
             * Format: int64
             * @description How many, 0 to 100; 20 when absent.
             * @default 20
             */
            limit: number;
            /**
             * Format: int64
             * @description Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.
             */
            min_seq?: number;
            /**
             * Format: int64
             * @description Page by number, from 1. Never together with `cursor`.
             */
            page?: number;
            /** @description `published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_from?: string;
            /** @description `true`: entries without `published_at`; `false`: with it. */
            published_missing?: boolean;
            /** @description `published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            published_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            published_year?: string | string[];
            /** @description Entries with all of these in `published_year`. */
            published_year_all?: string | string[];
            /** @description `true`: entries without any `published_year`; `false`: with some. */
            published_year_missing?: boolean;
            /** @description Entries with none of these in `published_year`. */
            published_year_not?: string | string[];
            /** @description Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks. */
            q?: string;
            /**
             * @description `any` (the default): entries with some of the words; `all`: only those with every word.
             * @default any
             * @enum {string}
             */
            q_mode: "any" | "all";
            /** @description Entries with any of these topics, by slug or id; several are joined by commas. */
            related?: string | string[];
            /** @description Entries with all of these in `related`. */
            related_all?: string | string[];
            /** @description `true`: entries without any `related`; `false`: with some. */
            related_missing?: boolean;
            /** @description Entries with none of these in `related`. */
            related_not?: string | string[];
            /** @description `review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_from?: string;
            /** @description `true`: entries without `review_by`; `false`: with it. */
            review_by_missing?: boolean;
            /** @description `review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            review_by_to?: string;
            /** @description Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `title` without `q`. */
            sort?: string | string[];
            /** @description Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas. */
            topic?: string | string[];
            /** @description Entries with all of these in `topic`. */
            topic_all?: string | string[];
            /** @description As `topic`, without what is narrower. */
            topic_exact?: string | string[];
            /** @description `true`: entries without any `topic`; `false`: with some. */
            topic_missing?: boolean;
            /** @description Entries with none of these in `topic`. */
            topic_not?: string | string[];
            /**
             * @description `on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never.
             * @default on
             * @enum {string}
             */
            typo: "on" | "off";
            /** @description `updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_from?: string;
            /** @description `true`: entries without `updated_at`; `false`: with it. */
            updated_missing?: boolean;
            /** @description `updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant. */
            updated_to?: string;
            /** @description Entries with a date in any of these years; several are joined by commas. */
            updated_year?: string | string[];
            /** @description Entries with all of these in `updated_year`. */
            updated_year_all?: string | string[];
            /** @description `true`: entries without any `updated_year`; `false`: with some. */
            updated_year_missing?: boolean;
            /** @description Entries with none of these in `updated_year`. */
            updated_year_not?: string | string[];
            /**
             * @description `card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`.
             * @enum {string}
             */
            view?: "card" | "full";
        };
        /** @description A language in which an entry exists. */
        Translation: {
            /** @description BCP 47 tag. */
            lang: string;
            /** @description `outdated` when the source text changed after it. */
            status: components["schemas"]["TranslationStatus"];
            /** @description The title in that language; only in sync documents, as are its other translated fields. */
            title?: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description `outdated` when the source text changed after it.
         * @enum {string}
         */
        TranslationStatus: "current" | "outdated";
        /**
         * Format: uri
         * @description URL of scheme http, https, mailto or tel.
         */
        Url: string;
        /** @description A word of an open vocabulary, in lower-kebab: `health-workers`. */
        Word: string;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
