// What members, facets and values are called in the language of the page.
import type { Collection, FacetValue, Full } from "@rights-hub/client";
import type { Words } from "./words";

/** Which facets are worth a place beside a list, the most telling first. */
export const FACETS = ["kind", "category", "setting", "strand", "freda", "delivery", "audience", "right", "topic", "organisation", "country", "published_on_year"] as const;

/** Members that an entry's page shows in a place of their own, or not at all. */
const ELSEWHERE = [
  "type", "id", "slug", "rev", "seq", "lang", "lang_fallback", "title", "summary", "published_at", "updated_at", "source", "licence", "attribution",
  "identifiers", "review_by", "featured", "featured_position", "notice", "translations", "links", "referenced_by", "included_more", "channels", "score",
  "highlights", "reasons", "next_occurrence", "position", "section", "location", "recurrence", "starts_at", "ends_at", "time_zone", "all_day",
] as const;
/** The text that an entry is, which needs no heading. */
const UNTITLED = ["description", "abstract", "biography"] as const;

type Members = { [C in Collection]: keyof Full<C> }[Collection];
type One<V> = V extends readonly (infer I)[] ? I : V;
type Closed = "kind" | "category" | "setting" | "strand" | "freda" | "delivery" | "status" | "attendance";

/** Whatever needs a name: what else a member or a filter is called would be guessed. */
export type Name = Exclude<Members, (typeof ELSEWHERE | typeof UNTITLED)[number]> | (typeof FACETS)[number] | "type" | "when" | "recurrence";
/** The values of closed lists. */
export type Value = { [C in Collection]: One<Full<C>[Closed & keyof Full<C>]> }[Collection];

const elsewhere = new Set<string>(ELSEWHERE);
const untitled = new Set<string>(UNTITLED);

export const isShown = (member: string) => !elsewhere.has(member);
export const isTitled = (member: string) => !untitled.has(member);

const worded = (name: string) => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll(/[_-]/g, " ");

/** What the words have for a key, or the key itself as words: a hub may know more than this site did when it was built. */
const said = (words: Readonly<Record<string, string>>, key: string) => (Object.hasOwn(words, key) && words[key]) || worded(key);

export const nameOf = (words: Words, name: string) => said(words.names, name);
export const collectionOf = (words: Words, name: string) => said(words.collections, name);
export const oneOf = (words: Words, name: string) => said(words.one, name);
export const valueOf = (words: Words, value: string) => said(words.values, value);

/** What a value of a facet is called: an entry by its title, a word of a closed list in the language of the page. */
export function labelOf(words: Words, lang: string, facet: string, { value, label }: Pick<FacetValue, "value" | "label">): string {
  if (facet === "type") return collectionOf(words, value);
  if (facet === "country") return new Intl.DisplayNames(lang, { type: "region" }).of(value) ?? label;
  return label === value || Object.hasOwn(words.values, value) ? valueOf(words, value) : label;
}
