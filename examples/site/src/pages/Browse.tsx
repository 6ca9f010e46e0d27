// A collection, with live facets. The address of the page has the hub's own parameters.
import type { Card, Collection, Facet, Page } from "@rights-hub/client";
import { useParams, useSearchParams } from "react-router";
import { describe, HUB_URL, useAnswer } from "../hub";
import { useLanguage } from "../language";
import { collectionOf, FACETS } from "../names";
import { asked, Results } from "../Results";
import { Answered } from "../State";
import { useTitle } from "../title";
import type { Words } from "../words";

const FORMATS: Record<string, string> = { csv: "CSV", ndjson: "NDJSON", atom: "Atom", rss: "RSS", jsonfeed: "JSON Feed", ics: "iCalendar" };

/** More facets than this would hide the list on a phone. */
const FACETS_SHOWN = 5;

export function Browse() {
  const { lang, words } = useLanguage();
  const collection = useParams()["collection"] as Collection;
  const [params] = useSearchParams();
  const list = useAnswer(`${collection}?${params}`, async (hub, signal) => {
    const about = (await describe()).collections[collection];
    const query = asked(params, about?.filters ?? []);
    const facet = FACETS.filter((name) => about?.facets.includes(name)).slice(0, FACETS_SHOWN);
    const page = await hub.list(collection, { highlight: query["q"] !== undefined, facet_limit: 100, ...query, facet } as {}, { signal });
    return { about, query, page: page as unknown as Page<Card, Record<string, Facet>> };
  });
  const name = collectionOf(words, collection);
  useTitle(name);
  return (
    <Answered of={list}>
      {({ about, query, page }) => (
        <>
          <h1>{name}</h1>
          {lang === "en" && <p className="lead">{about?.about}</p>}
          <Results page={page} sorts={ordersOf(params.has("q") ? undefined : about?.default_sort, words)} />
          <Formats of={about?.formats ?? {}} query={query} />
        </>
      )}
    </Answered>
  );
}

/** The same list for other programs: tables, feeds, calendars. */
function Formats({ of, query }: { of: Record<string, string>; query: Record<string, string> }) {
  const { words } = useLanguage();
  const { limit, page, ...filters } = query;
  const search = new URLSearchParams(filters).toString();
  return (
    <p className="formats">
      {words.formats}{" "}
      {Object.entries(of).map(([name, path]) => (
        <a key={name} href={`${HUB_URL}${path}${search && `?${search}`}`}>
          {FORMATS[name] ?? name}
        </a>
      ))}
    </p>
  );
}

/** The orders to choose from; the first is the one that the list has by itself. */
function ordersOf(own: string | undefined, { sorts }: Words): Record<string, string> {
  const orders: Record<string, string> = { "-published_at": sorts.newest, published_at: sorts.oldest, title: sorts.title };
  const first = own === undefined ? sorts.relevance : (orders[own] ?? sorts.byItself);
  if (own !== undefined) delete orders[own];
  return { "": first, ...orders };
}
