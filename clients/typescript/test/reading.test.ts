import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Hub, ProblemError, type Kept } from "@rights-hub/client";
import { manage, url } from "./hub.js";

const hub = new Hub(`${url}/`);

test("a list has typed entries, facets and counts", async () => {
  const page = await hub.list("case-studies", { right: "hra-article-8", facet: ["setting", "topic"], limit: 2 });
  assert.equal(page.data.length, 2);
  assert.ok(page.meta.total > 2);
  assert.deepEqual(Object.keys(page.facets).sort(), ["setting", "topic"]);
  const counted = page.facets.setting.values.reduce((sum, value) => sum + value.count, page.facets.setting.missing);
  assert.equal(counted, page.meta.total);
  assert.equal(page.data[0]?.type, "case-studies");
  assert.deepEqual((await hub.list("rights", { limit: 0 })).facets, {});
});

test("several values of a filter are any of them", async () => {
  const one = await hub.list("rights", { kind: "absolute", limit: 0 });
  const other = await hub.list("rights", { kind: ["qualified"], limit: 0 });
  const both = await hub.list("rights", { kind: ["absolute", "qualified"], limit: 0 });
  assert.ok(one.meta.total > 0 && other.meta.total > 0);
  assert.equal(both.meta.total, one.meta.total + other.meta.total);
});

test("text is sent as it was typed", async () => {
  const { meta } = await hub.search({ q: "care & dignity, 100% + café #1" });
  assert.ok(meta.total > 0);
  const { links } = await hub.list("rights", { q: "life", title: undefined } as { q: string });
  assert.ok(!links.self.includes("title"));
});

test("every page is read, and each entry once", async () => {
  const { meta } = await hub.list("rights", { limit: 0 });
  const slugs: string[] = [];
  for await (const right of hub.each("rights", { limit: 7, fields: ["title"] })) slugs.push(right.slug);
  assert.ok(meta.total > 14);
  assert.equal(slugs.length, meta.total);
  assert.equal(new Set(slugs).size, meta.total);
});

test("a loop that ends early asks for no more pages", async () => {
  let requests = 0;
  const counting = new Hub(url, {
    fetch: (input, init) => {
      requests += 1;
      return fetch(input, init);
    },
  });
  for await (const right of counting.each("rights", { limit: 5 })) if (right) break;
  assert.equal(requests, 1);
});

test("references have the entries that came along", async () => {
  const study = await hub.get("case-studies", "phones-and-internet-at-the-st-aubyn-centre", {
    include: ["organisations", "rights.instrument", "project"],
  });
  assert.equal(study.organisations[0]?.entry?.country, "GB");
  assert.equal(study.project?.entry?.type, "projects");
  const instrument = study.rights[0]?.entry?.instrument?.entry;
  assert.equal(instrument?.type, "instruments");
  assert.equal(study.topics[0]?.entry, undefined);
  assert.ok(!JSON.stringify(study).includes('"entry"'));
});

test("who names an entry comes with it", async () => {
  const organisation = await hub.get("organisations", "mersey-care-nhs-trust", { include: "projects", fields: "title" });
  const named = organisation.referenced_by?.["projects"];
  assert.equal(named?.total, named?.data.length);
  assert.equal(named?.data[0]?.entry?.type, "projects");
});

test("every full entry has the members that its type promises, and no card has prose", async () => {
  const document = JSON.parse(readFileSync(new URL("../../../../openapi/openapi.json", import.meta.url), "utf8"));
  const { collections } = await hub.describe();
  const schemas: any[] = Object.values(document.components.schemas);
  for (const collection of Object.keys(collections) as "rights"[]) {
    const schema = schemas.find((one) => one["x-always"] && one.properties.type.const === collection);
    let seen = 0;
    for await (const entry of hub.each(collection, { view: "full" })) {
      for (const member of schema["x-always"]) assert.ok(member in entry, `${collection}/${entry.slug} has no ${member}`);
      seen += 1;
    }
    assert.ok(seen > 0, collection);
    for await (const entry of hub.each(collection))
      for (const member of schema["x-prose"]) assert.ok(!(member in entry), `${collection}/${entry.slug} has ${member}`);
  }
});

test("a language is asked for once, and a request may ask for another", async () => {
  const french = new Hub(url, { lang: "fr" });
  assert.equal((await french.get("rights", "hra-article-8", { fields: ["lang", "title"] })).lang, "fr");
  assert.equal((await french.get("rights", "hra-article-8", { lang: "ar" })).lang, "ar");
  assert.equal((await french.home()).sections[0]?.lang, "fr");
});

test("search, suggestions, lookup, related, home and the hub itself", async () => {
  const found = await hub.search({ q: "phone ban ward", highlight: true, facet: "type", limit: 3 });
  assert.ok((found.data[0]?.score ?? 0) > 0);
  assert.match(found.data[0]?.highlights?.[0]?.html ?? "", /<mark>/);
  assert.ok(found.facets.type.values.length > 1);
  assert.ok((await hub.suggest("art", { limit: 3 })).length === 3);
  assert.equal((await hub.lookup({ identifier: "ods-code:RW4" }))[0]?.slug, "mersey-care-nhs-trust");
  assert.ok((await hub.related("rights", "hra-article-8")).rights?.[0]?.reasons?.length);
  const home = await hub.home();
  assert.equal(home.sections[0]?.section, "home");
  assert.ok((home.newest["case-studies"]?.length ?? 0) > 0);
  assert.equal((await hub.describe()).collections["rights"]?.label, "Rights");
});

test("what is wrong is a typed error", async () => {
  // @ts-expect-error a filter that there is not
  const misspelt = hub.list("case-studies", { settng: "care-home" });
  await assert.rejects(misspelt, (error) => {
    assert.ok(error instanceof ProblemError);
    assert.equal(error.status, 400);
    assert.equal(error.code, "invalid-parameters");
    const [fault] = error.errors;
    assert.ok(fault && "parameter" in fault);
    assert.equal(fault.did_you_mean, "setting");
    return true;
  });
  await assert.rejects(hub.get("rights", "no such / thing?"), { status: 404, code: "not-found" });
  const teapot = new Hub(url, { fetch: async () => new Response("<h1>Bad gateway</h1>", { status: 502 }) });
  await assert.rejects(teapot.home(), { name: "ProblemError", status: 502, code: "" });
});

test("types follow the query", async () => {
  const chosen = await hub.get("rights", "hra-article-8", { fields: ["title", "kind"] });
  assert.deepEqual([chosen.kind, "summary" in chosen], ["qualified", false]);
  // @ts-expect-error not asked for
  chosen.summary;
  const [card] = (await hub.list("case-studies", { limit: 1 })).data;
  // @ts-expect-error a card goes without prose
  assert.equal(card?.situation, undefined);
  const [full] = (await hub.list("case-studies", { limit: 1, view: "full" })).data;
  assert.equal(typeof full?.situation, "string");
  // @ts-expect-error no such collection
  await assert.rejects(hub.list("case-studys"));
  // @ts-expect-error no such value
  await assert.rejects(hub.list("rights", { kind: "absolut" }));
  // @ts-expect-error no such facet
  await assert.rejects(hub.list("rights", { facet: "setting" }));
});

test("a kept answer is used while it is good", async () => {
  const store = new Map<string, Kept>();
  const statuses: number[] = [];
  const keeping = new Hub(url, {
    store,
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      statuses.push(response.status);
      return response;
    },
  });
  const first = await keeping.get("case-studies", "phones-and-internet-at-the-st-aubyn-centre", { include: "organisations" });
  first.title = "changed by the caller";
  const second = await keeping.get("case-studies", "phones-and-internet-at-the-st-aubyn-centre", { include: "organisations" });
  assert.deepEqual(statuses, [200, 304]);
  assert.notEqual(second.title, first.title);
  assert.equal(second.organisations[0]?.entry?.country, "GB");
});

test("what is gone is not kept", async () => {
  const store = new Map<string, Kept>();
  const keeping = new Hub(url, { store });
  const { data } = await manage("POST", "/topics?publish=true", { title: "Kept for a while", description: "For a test." });
  await keeping.get("topics", data.id);
  assert.equal(store.size, 1);
  await manage("POST", `/topics/${data.id}/remove`, {});
  await assert.rejects(keeping.get("topics", data.id), { status: 410 });
  assert.equal(store.size, 0);
});

test("names and keys are only names and keys", async () => {
  const asked: string[] = [];
  const listening = new Hub(url, { fetch: (input, init) => (asked.push(String(input)), fetch(input, init)) });
  for (const key of ["hra-article-8?fields=title", "hra-article-8/related", "hra-article-8#title", "../topics"]) {
    await assert.rejects(listening.get("rights", key), { status: 404, code: "not-found" }, key);
    await assert.rejects(listening.related("rights", key), { status: 404 }, key);
    await assert.rejects(listening.list(key as "rights"), { status: 404 }, key);
  }
  const misspelt = listening.list("rights", { "limit=0&kind": "absolute" } as {});
  await assert.rejects(misspelt, { code: "invalid-parameters" });
  assert.ok(asked.every((address) => address.split("?").length <= 2 && !address.includes("#")));
});

test("a request can be given up", async () => {
  await assert.rejects(hub.home({}, { signal: AbortSignal.abort() }), { name: "AbortError" });
  const stop = new AbortController();
  const pages = hub.each("rights", { limit: 5 }, { signal: stop.signal });
  assert.ok((await pages.next()).value);
  stop.abort(new Error("typed on"));
  await assert.rejects(async () => {
    for await (const right of pages) assert.ok(right.slug);
  }, /typed on/);
  const typing = new AbortController();
  const found = hub.search({ q: "car" }, { signal: typing.signal });
  typing.abort();
  await assert.rejects(found, { name: "AbortError" });
});

test("an export is whole, or fails", async () => {
  const kinds: string[] = [];
  for await (const line of hub.export({ type: "rights" })) kinds.push(line.kind);
  const { collections } = await hub.digest({ type: "rights" });
  assert.deepEqual([kinds[0], kinds.at(-1), kinds.length - 2], ["header", "trailer", collections["rights"]?.count]);
  const cut = new Hub(url, { fetch: async (input, init) => {
    const text = await (await fetch(input, init)).text();
    return new Response(text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1));
  } });
  await assert.rejects(async () => {
    for await (const line of cut.export({ type: "rights" })) assert.ok(line.kind);
  }, /broke off/);
});
