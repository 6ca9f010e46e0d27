// The site in a real browser, against the hub in HUB_URL, from which it was built.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { preview } from "vite";

const HUB = process.env.HUB_URL;
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PAGES = ["/", "/case-studies", "/case-studies?right=hra-article-8", "/search?q=phone+ban", "/search?q=zzqxv", "/calendar", "/share", "/rights/hra-article-8?lang=ar", "/rights/hra-article-8?lang=fr", "/nothing-such/none"];

let server, browser, site, entries;

before(async () => {
  assert.ok(HUB, "HUB_URL is the address of a running hub with the starter content");
  server = await preview({ root: new URL("..", import.meta.url).pathname, preview: { port: 0, host: "127.0.0.1" } });
  site = server.resolvedUrls.local[0].replace(/\/$/, "");
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const { collections } = await (await fetch(`${HUB}/v1`)).json();
  entries = await Promise.all(
    Object.keys(collections).map(async (name) => (await (await fetch(`${HUB}/v1/${name}?limit=1&fields=title,lang`)).json()).data[0]),
  );
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** A page of the site; what the page itself does wrong ends the test. */
async function visit(t, path, width = 1440, prepare = async () => {}) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await prepare(page);
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  t.after(async () => {
    await page.close();
    assert.deepEqual(errors, []);
  });
  await page.goto(site + path);
  await page.locator("main h1").first().waitFor();
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
  return page;
}

/** An entry's page, with an entry that the hub would not give. */
const visitWith = (t, path, change) =>
  visit(t, path, 1440, (page) =>
    page.route(`${HUB}/v1${path}?*`, async (route) => {
      const response = await route.fetch();
      const { data, ...rest } = await response.json();
      await route.fulfill({ response, json: { ...rest, data: change(data) } });
    }),
  );

async function isClean(page, told) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(wide <= 0, `${told}: ${wide} pixels too wide`);
  const { violations } = await page.evaluate(() => window.axe.run());
  assert.deepEqual(violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.map((node) => node.html).slice(0, 3).join(" ")}`), [], told);
}

test("every kind of page and an entry of every collection are clean in axe, and fit a phone and a desk", async (t) => {
  const titles = new Map(entries.map(({ type, slug, title }) => [`/${type}/${slug}`, title]));
  for (const path of [...PAGES, ...titles.keys()]) {
    const page = await visit(t, path, 360);
    if (titles.has(path)) assert.equal(await page.locator("main h1").textContent(), titles.get(path));
    await page.evaluate(AXE);
    await isClean(page, `${path} at 360`);
    await page.setViewportSize({ width: 1440, height: 900 });
    await isClean(page, `${path} at 1440`);
    await page.emulateMedia({ colorScheme: "dark" });
    await isClean(page, `${path} in the dark`);
    await page.close();
  }
});

test("who refers to an entry is shown with it", async (t) => {
  const page = await visit(t, "/organisations/mersey-care-nhs-trust");
  const named = await (await fetch(`${HUB}/v1/organisations/mersey-care-nhs-trust?include=projects&fields=title`)).json();
  const titles = named.data.referenced_by.projects.data.map((one) => one.title);
  assert.ok(titles.length > 0);
  const shelf = page.locator("section", { has: page.getByRole("heading", { name: "Mentioned in" }) }).last();
  for (const title of titles) assert.ok(await shelf.getByRole("link", { name: title }).count(), title);
});

test("facets narrow the list as they are chosen, and the address keeps them", async (t) => {
  const page = await visit(t, "/case-studies");
  const box = page.getByRole("checkbox", { name: /^Community/ });
  await box.check();
  await page.waitForURL(/setting=community/);
  await page.waitForFunction(() => document.querySelectorAll(".list .card").length === 1);
  assert.equal(await page.getByRole("status").textContent(), "1 result");
  // The other settings are still counted: they can be added.
  assert.ok((await page.locator("fieldset", { hasText: "Setting" }).getByRole("checkbox").count()) > 1);
  await page.reload();
  await page.locator(".card").first().waitFor();
  assert.ok(await page.getByRole("checkbox", { name: /^Community/ }).isChecked());
  await page.getByRole("button", { name: "Remove Setting: Community" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".list .card").length > 1);
  await page.goBack();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".list .card").length > 1);
});

test("every value of a facet can be chosen", async (t) => {
  const page = await visit(t, "/resources");
  const topics = page.getByRole("group", { name: "Topic" });
  const { facets } = await (await fetch(`${HUB}/v1/resources?limit=0&facet=topic&facet_limit=100`)).json();
  assert.ok((await topics.getByRole("checkbox").count()) < facets.topic.values.length);
  await topics.getByRole("button", { name: /^Show all/ }).click();
  assert.equal(await topics.getByRole("checkbox").count(), facets.topic.values.length);
});

test("the pages of a list are links", async (t) => {
  const page = await visit(t, "/rights?kind=qualified,absolute,progressive&limit=5");
  await page.getByRole("link", { name: "Next" }).click();
  await page.waitForURL(/kind=.*page=2/);
  await page.getByText(/^2 \/ /).waitFor();
});

test("search completes, finds, and marks what it found", async (t) => {
  const page = await visit(t, "/");
  const search = page.getByRole("combobox", { name: "Search everything" });
  await search.fill("art");
  await page.locator("#suggestions option").first().waitFor({ state: "attached" });
  await search.fill("phone ban ward");
  await search.press("Enter");
  await page.waitForURL(/\/search\?q=phone/);
  await page.locator(".card mark").first().waitFor();
  await page.getByRole("checkbox", { name: /^Case studies/ }).check();
  await page.waitForURL(/type=case-studies/);
});

test("the language is switched everywhere, and Arabic is read from right to left", async (t) => {
  const page = await visit(t, "/rights/hra-article-8");
  await page.getByLabel("Language").selectOption("ar");
  await page.waitForFunction(() => document.documentElement.dir === "rtl");
  const arabic = await (await fetch(`${HUB}/v1/rights/hra-article-8?lang=ar&fields=title`)).json();
  await page.getByRole("heading", { level: 1, name: arabic.data.title }).waitFor();
  await page.locator("nav a").first().click();
  await page.waitForURL(/\/case-studies\?lang=ar/);
  await page.getByRole("heading", { level: 1, name: "دراسات حالة" }).waitFor();
});

test("whoever prefers another language gets it, and a link keeps its own", async (t) => {
  const context = await browser.newContext({ locale: "fr-FR" });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(`${site}/case-studies`);
  await page.getByRole("heading", { level: 1, name: "Études de cas" }).waitFor();
  await page.getByLabel("Langue").selectOption("en");
  await page.locator("nav a").nth(1).click();
  await page.waitForURL(/\/rights\?lang=en/);
  await page.getByRole("heading", { level: 1, name: "Rights" }).waitFor();
});

test("the calendar has what comes next, and everything by month", async (t) => {
  const page = await visit(t, "/calendar");
  const { meta } = await (await fetch(`${HUB}/v1/events?limit=0`)).json();
  assert.ok((await page.locator(".month li").count()) === meta.total);
  assert.ok((await page.locator(".agenda").first().locator("li").count()) > 0);
});

test("an address may have what others put into it", async (t) => {
  const list = await visit(t, "/case-studies?utm_source=letter&setting=community&fbclid=x");
  assert.equal(await list.locator(".list .card").count(), 1);
  const search = await visit(t, "/search?q=phone+ban&gclid=x&utm_campaign=y");
  await search.locator(".card mark").first().waitFor();
});

test("an address that leads nowhere is only text", async (t) => {
  const page = await visitWith(t, "/rights/hra-article-8", (right) => ({
    ...right,
    registration_url: "http://[",
    files: [{ url: "https://" }],
  }));
  const found = page.locator("article");
  await found.getByText("http://[", { exact: true }).waitFor();
  await found.getByText("https://", { exact: true }).waitFor();
  assert.equal(await found.locator("a[href^='http://['], a[href='https://']").count(), 0);
});

test("a page that cannot be shown says so, and the rest of the site goes on", async (t) => {
  const page = await visitWith(t, "/rights/hra-article-8", ({ links, ...rest }) => rest);
  await page.getByRole("heading", { level: 1, name: "Something went wrong" }).waitFor();
  await page.locator("nav a").first().click();
  await page.locator(".list .card").first().waitFor();
});

test("where no page is, the site says so", async (t) => {
  const page = await visit(t, "/a/b/c");
  await page.getByRole("heading", { level: 1, name: "Page not found" }).waitFor();
  assert.match(await page.title(), /^Page not found/);
  await page.getByRole("link", { name: "To the front page" }).click();
  await page.locator(".hero").waitFor();
});

test("a hub that does not answer is told from one that says no", async (t) => {
  const page = await visit(t, "/case-studies", 1440, (page) => page.route(`${HUB}/**`, (route) => route.abort()));
  await page.getByText("The hub does not answer.").waitFor();
  await page.unroute(`${HUB}/**`);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator(".list .card").first().waitFor();
  const refused = await visit(t, "/case-studies?limit=9999");
  await refused.getByText("This is a whole number from 0 to 100.").waitFor();
});

test("a card and a list are shown as on other sites", async (t) => {
  const page = await visit(t, "/case-studies/phones-and-internet-at-the-st-aubyn-centre");
  assert.equal(await page.locator("rights-hub-card").count(), 0);
  await page.locator("summary", { hasText: "On your own site" }).click();
  await page.locator("rights-hub-card").getByText("Phones, the internet and family life").first().waitFor();
  const share = await visit(t, "/share");
  await share.locator("rights-hub-card article").first().waitFor();
  await share.locator("rights-hub-list article").nth(2).waitFor();
});
