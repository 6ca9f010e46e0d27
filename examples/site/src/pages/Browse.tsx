// A collection, with live facets. The address of the page has the hub's own parameters.
import type { Card, Collection, Facet, Page } from "@rights-hub/client";
import { useParams, useSearchParams } from "react-router";
import { describe, useAnswer, useLabels } from "../hub";
import { useLanguage } from "../language";
import { asked, Results } from "../Results";
import { Answered } from "../State";
import { useTitle } from "../title";
import type { Words } from "../words";

/** Which facets are worth a place beside a list, the most telling first. */
const FACETS = ["kind", "category", "setting", "strand", "freda", "delivery", "audience", "right", "topic", "organisation", "country", "published_on_year"];

export function Browse() {
  const { words } = useLanguage();
  const collection = useParams()["collection"] as Collection;
  const [params] = useSearchParams();
  const list = useAnswer(`${collection}?${params}`, async (hub, signal) => {
    const about = (await describe()).collections[collection];
    const query = asked(params, about?.filters ?? []);
    const facet = FACETS.filter((name) => about?.facets.includes(name)).slice(0, 5);
    const page = await hub.list(collection, { highlight: query["q"] !== undefined, facet_limit: 5, ...query, facet } as {}, { signal });
    return { about, page: page as unknown as Page<Card, Record<string, Facet>> };
  });
  const label = useLabels();
  useTitle(label(collection));
  return (
    <Answered of={list}>
      {({ about, page }) => (
        <>
          <h1>{label(collection)}</h1>
          <p className="lead" lang="en" dir="auto">
            {about?.about}
          </p>
          <Results
            page={page}
            sorts={ordersOf(params.has("q") ? undefined : about?.default_sort, words)}
          />
        </>
      )}
    </Answered>
  );
}

/** The orders to choose from; the first is the one that the list has by itself. */
function ordersOf(own: string | undefined, { sorts }: Words): Record<string, string> {
  const orders: Record<string, string> = { "-published_at": sorts.newest, published_at: sorts.oldest, title: sorts.title };
  const first = own === undefined ? sorts.relevance : (orders[own] ?? sorts.byItself);
  if (own !== undefined) delete orders[own];
  return { "": first, ...orders };
}
