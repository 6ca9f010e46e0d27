// The hub as an object: one method a question.
import { Following } from "./changes.js";
import type {
  Card,
  ChangesQuery,
  Collection,
  Counted,
  Digests,
  Exact,
  ExportLine,
  ExportQuery,
  Home,
  HomeQuery,
  Hub as Description,
  ItemQuery,
  ListQuery,
  Page,
  Related,
  RelatedQuery,
  SearchQuery,
  Shown,
  SuggestQuery,
  Suggestion,
} from "./entries.js";
import { join } from "./joining.js";
import { address, lines, open, type Options, path, type Query, read, type Wish } from "./request.js";

/** A hub, for reading. */
export class Hub {
  readonly url: string;
  readonly options: Options;

  /** `url` is where the hub answers, without `/v1`. */
  constructor(url: string, options: Options = {}) {
    this.url = url.replace(/\/+$/, "");
    this.options = options;
  }

  /** Name, limits, position in the change sequence, and each collection with its filters, sorts, facets and includes. */
  describe(wish: Wish = {}): Promise<Description> {
    return this.#read("/v1", {}, wish) as Promise<Description>;
  }

  /** The front page: sections in order, what is featured, the newest entries, the next events. */
  async home(query: HomeQuery = {}, wish: Wish = {}): Promise<Home> {
    return ((await this.#read("/v1/home", this.#asked(query), wish)) as { data: Home }).data;
  }

  /** A page of a collection, with exact counts. */
  async list<C extends Collection, const Q extends ListQuery<C> = {}>(
    collection: C,
    query?: Exact<Q, ListQuery<C>>,
    wish: Wish = {},
  ): Promise<Page<Shown<C, Q, "card">, Counted<Q>>> {
    return this.#page(path(collection), query, wish);
  }

  /** Every entry that matches, page by page as the loop goes on. Ends early with the loop. */
  each<C extends Collection, const Q extends ListQuery<C> = {}>(
    collection: C,
    query?: Exact<Q, ListQuery<C>>,
    wish: Wish = {},
  ): AsyncGenerator<Shown<C, Q, "card">, void, void> {
    return this.#each(path(collection), query, wish);
  }

  /** One entry, by id or slug; where it was renamed or merged, the one that it became. */
  async get<C extends Collection, const Q extends ItemQuery<C> = {}>(
    collection: C,
    key: string,
    query?: Exact<Q, ItemQuery<C>>,
    wish: Wish = {},
  ): Promise<Shown<C, Q, "full">> {
    return join((await this.#read(path(collection, key), this.#asked(query), wish)) as { data: Shown<C, Q, "full"> }).data;
  }

  /** Similar entries by collection, each with its `reasons`. */
  async related(collection: Collection, key: string, query: RelatedQuery = {}, wish: Wish = {}): Promise<Related> {
    return ((await this.#read(path(collection, key, "related"), this.#asked(query), wish)) as { data: Related }).data;
  }

  /** Entries of all collections that fit `q`, best first. */
  async search<const Q extends SearchQuery>(
    query: Exact<Q, SearchQuery>,
    wish: Wish = {},
  ): Promise<Page<Shown<Collection, Q, "card">, Counted<Q>>> {
    return this.#page("/v1/search", query, wish);
  }

  /** Titles and other names that complete what was typed. */
  async suggest(q: string, query: Omit<SuggestQuery, "q"> = {}, wish: Wish = {}): Promise<Suggestion[]> {
    return ((await this.#read("/v1/suggest", { ...query, q }, wish)) as { data: Suggestion[] }).data;
  }

  /** Entries by an outside identifier (`{ identifier: "doi:…" }`) or address (`{ url: "https://…" }`). */
  async lookup(by: { identifier: string } | { url: string }, wish: Wish = {}): Promise<Card[]> {
    return ((await this.#read("/v1/lookup", this.#asked(by), wish)) as { data: Card[] }).data;
  }

  /** What changes from now on, or from `since` on, without end. */
  changes(query: ChangesQuery = {}, wish: Wish = {}): Following {
    return new Following(this.url, query, this.options, wish);
  }

  /** Everything at once, or what the filters leave, line by line. Throws when it breaks off before its trailer. */
  async *export(query: ExportQuery = {}, wish: Wish = {}): AsyncGenerator<ExportLine, void, void> {
    const url = address(this.url, "/v1/export", query);
    const response = await open(url, "application/x-ndjson", this.options, wish);
    let last = "";
    for await (const text of lines(response)) {
      const line = JSON.parse(text) as ExportLine;
      last = line.kind;
      yield line;
    }
    if (last !== "trailer") throw new Error("the export broke off");
  }

  /** What proves a copy complete. */
  digest(query: ExportQuery = {}, wish: Wish = {}): Promise<Digests> {
    return this.#read("/v1/inventory/digest", query, wish) as Promise<Digests>;
  }

  #asked(query: Query = {}): Query {
    return this.options.lang === undefined ? query : { lang: this.options.lang, ...query };
  }

  #read(at: string, query: Query, wish: Wish): Promise<unknown> {
    return read(address(this.url, at, query), this.options, wish);
  }

  async #page<P extends Page<unknown, unknown>>(at: string, query: Query | undefined, wish: Wish): Promise<P> {
    const answer = (await this.#read(at, this.#asked(query), wish)) as P;
    return { ...join(answer), facets: answer.facets ?? {} };
  }

  async *#each<E>(at: string, query: Query | undefined, wish: Wish): AsyncGenerator<E, void, void> {
    let cursor = query?.["cursor"];
    do {
      const asked = { limit: 100, ...query, page: cursor === undefined ? query?.["page"] : undefined, cursor };
      const page: Page<E> = await this.#page(at, asked, wish);
      yield* page.data;
      cursor = page.meta.next_cursor;
    } while (cursor !== undefined);
  }
}
