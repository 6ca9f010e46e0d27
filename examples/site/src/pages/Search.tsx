// Everything, by words.
import type { Card, Facet, Page } from "@rights-hub/client";
import { useSearchParams } from "react-router";
import { describe, useAnswer } from "../hub";
import { useLanguage } from "../language";
import { asked, Results } from "../Results";
import { Answered } from "../State";
import { useTitle } from "../title";

export function Search() {
  const { words } = useLanguage();
  const [params] = useSearchParams();
  const q = params.get("q");
  useTitle(q ? `${q} · ${words.search}` : words.search);
  const found = useAnswer(`search?${params}`, async (hub, signal) => {
    const { collections } = await describe();
    const query = asked(params, ["type", ...Object.values(collections).flatMap(({ filters }) => filters)]);
    const page = await hub.search(
      { highlight: query["q"] !== undefined, facet_limit: 100, ...query, facet: ["type", "topic"] } as {},
      { signal },
    );
    return page as unknown as Page<Card, Record<string, Facet>>;
  });
  const { sorts } = words;
  return (
    <>
      <h1>{words.search}</h1>
      <Answered of={found}>
        {(page) => <Results mixed page={page} sorts={{ "": sorts.relevance, "-published_at": sorts.newest, title: sorts.title }} />}
      </Answered>
    </>
  );
}
