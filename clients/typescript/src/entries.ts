// Entries as they come: which members a query leaves, and references with the entries that came along.
import type { Collections, components } from "./generated.js";

type Schemas = components["schemas"];

/** The name of a collection, such as `case-studies`. */
export type Collection = keyof Collections;

/** The short form in which an entry names another. */
export type Reference = Schemas["Reference"];
export type Facet = Schemas["Facet"];
export type FacetValue = Facet["values"][number];
export type Hub = Schemas["Hub"];
export type Suggestion = Schemas["Suggestions"]["data"][number];
export type ExportLine = Schemas["ExportLine"];
export type Digests = Schemas["Digests"];

/** A reference, with the entry that it names when `include` brought it along. */
type Referred<R extends Reference> = R & {
  /** There only when `include` asked for it and no limit cut it off. Not enumerable: JSON has the document as it came. */
  readonly entry?: Card<R["type"] extends Collection ? R["type"] : Collection>;
};

type Joined<V> = V extends Reference
  ? Referred<V>
  : V extends (infer One)[]
    ? Joined<One>[]
    : V extends object
      ? { [K in keyof V]: Joined<V[K]> }
      : V;

/** An entry with every member. */
export type Full<C extends Collection = Collection> = C extends Collection ? Joined<Collections[C]["full"]> : never;

/** An entry without its prose, as lists show it. */
export type Card<C extends Collection = Collection> = C extends Collection
  ? Omit<Full<C>, Collections[C]["prose"]>
  : never;

type Base = "type" | "id" | "slug" | "links";
type Added = "referenced_by" | "included_more" | "score" | "highlights";
type One<T> = T extends readonly (infer I)[] ? I : T;
type Chosen<C extends Collection, Names> = C extends Collection
  ? Pick<Full<C>, Extract<keyof Full<C>, Base | Added | Names>>
  : never;

/** What a query leaves of an entry. */
export type Shown<C extends Collection, Q, View extends "card" | "full"> = Q extends { fields: infer F extends {} }
  ? Chosen<C, One<F>>
  : Q extends { view: "full" }
    ? Full<C>
    : Q extends { view: "card" }
      ? Card<C>
      : View extends "full"
        ? Full<C>
        : Card<C>;

/** The facets that a query asked for, by name. */
export type Counted<Q> = Q extends { facet: infer F extends {} } ? Record<Extract<One<F>, string>, Facet> : {};

type Value<K, V> = V extends readonly (infer I)[]
  ? readonly Value<K, I>[]
  : K extends "include"
    ? V extends string
      ? V | `${V}.${string}`
      : V
    : V;

/** Arrays may be read-only, and what is undefined is not sent. */
type Asked<T> = { readonly [K in keyof T]?: Value<K, T[K]> | undefined };

/** Filters, order, page and shape of a collection's list. */
export type ListQuery<C extends Collection> = Asked<Collections[C]["query"]>;
/** Shape and language of one entry. */
export type ItemQuery<C extends Collection> = Asked<Schemas["ItemQuery"]> & Pick<ListQuery<C>, "include" | "fields">;
export type SearchQuery = Asked<Schemas["SearchQuery"]>;
export type SuggestQuery = Asked<Schemas["SuggestQuery"]>;
export type RelatedQuery = Asked<Schemas["RelatedQuery"]>;
export type ChangesQuery = Asked<Omit<Schemas["ChangesQuery"], "wait" | "limit">>;
export type ExportQuery = Asked<Schemas["ExportQuery"]>;
export type HomeQuery = Pick<ItemQuery<"pages">, "lang" | "min_seq">;

/** `Q` as it is, but a member that `Known` does not have is an error. */
export type Exact<Q, Known> = Q & { readonly [K in Exclude<keyof Q, keyof Known>]: never };

/** A page of a list or a search. */
export interface Page<E, Facets = {}> {
  readonly data: E[];
  readonly facets: Facets;
  readonly meta: Schemas["ListMeta"];
  readonly links: Schemas["ListLinks"];
}

/** The front page in one answer. */
export type Home = {
  [K in keyof Schemas["Home"]["data"]]: Joined<Schemas["Home"]["data"][K]>;
};

/** Similar entries, by collection. */
export type Related = { readonly [C in Collection]?: Card<C>[] };

/** A row of the change log. */
export type Change = Schemas["LogRow"];
