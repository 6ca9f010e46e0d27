import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { Hub } from "@rights-hub/client";
import { url } from "./hub.js";

const ROOT = new URL("../../", import.meta.url).pathname;
const README = readFileSync(join(ROOT, "README.md"), "utf8");
/** Where somebody begins, with the package as the README has it installed. */
const folder = mkdtempSync(join(tmpdir(), "rights-hub-page-"));

before(() => {
  const copy = join(folder, "rights-hub/clients/typescript");
  mkdirSync(copy, { recursive: true });
  const unbuilt = (path: string) => !/\/(node_modules|dist|build)$/.test(path);
  cpSync(ROOT, copy, { recursive: true, filter: unbuilt });
  const install = /^```sh\n(.*?)^```/ms.exec(README)?.[1] ?? "";
  execFileSync("sh", ["-ec", install], { cwd: folder, stdio: "pipe", env: { ...process.env, npm_config_prefer_offline: "true" } });
});
after(() => rmSync(folder, { recursive: true }));

test("the generated types are those of the committed document", () => {
  execFileSync(process.execPath, ["scripts/generate.mjs", "--check"], { cwd: ROOT, stdio: "pipe" });
});

test("the document alone gives types of every path that compile strictly", () => {
  const types = join(folder, "document.ts");
  const bin = (name: string, args: string[]) => execFileSync(join(ROOT, "node_modules/.bin", name), args, { stdio: "pipe" });
  bin("openapi-typescript", [join(ROOT, "../../openapi/openapi.json"), "--output", types]);
  bin("tsc", ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", types]);
});

test("the whole client is less than five kilobytes, and needs nothing", async () => {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "dist/index.js")],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  const [gzip, brotli] = [gzipSync(bytes).length, brotliCompressSync(bytes).length];
  console.log(`client: ${bytes.length} bytes, ${gzip} with gzip, ${brotli} with brotli`);
  assert.ok(bytes.length > 1000 && gzip < 5000);
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  assert.equal(dependencies, undefined);
});

test("from an empty folder, with only the README: a page of case studies by right, with counts", async (context) => {
  const page = /^```html\n(.*?)^```/ms.exec(README)?.[1] ?? "";
  assert.ok(page.trim().split("\n").length < 15, "the page is longer than it says");
  writeFileSync(join(folder, "index.html"), page.replace("http://127.0.0.1:8080", url));

  const server = createServer((request, response) => {
    const path = request.url === "/" ? "/index.html" : (request.url ?? "");
    try {
      const file = readFileSync(join(folder, path));
      response.writeHead(200, { "content-type": path.endsWith(".js") ? "text/javascript" : "text/html" }).end(file);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, "127.0.0.1");
  context.after(() => server.close());
  const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  context.after(() => browser.close());
  const tab = await browser.newPage();
  const errors: string[] = [];
  tab.on("pageerror", (error) => errors.push(error.message));
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const { facets } = await new Hub(url).list("case-studies", { facet: "right", facet_limit: 100, limit: 0 });
  const expected = facets.right.values.map((right) => `${right.label} (${right.count})`);
  assert.ok(expected.length > 3);
  await tab.locator("h2").nth(expected.length - 1).waitFor();
  assert.deepEqual(await tab.locator("h2").allTextContents(), expected);
  const counted = await tab.locator("ul").evaluateAll((lists) => lists.map((list) => list.children.length));
  assert.deepEqual(counted, facets.right.values.map((right) => right.count));
  assert.deepEqual(errors, []);
});

test("the examples compile strictly in whatever way a project finds its packages", () => {
  const strict = "--noEmit --strict --target es2022 --exactOptionalPropertyTypes --noUncheckedIndexedAccess --noPropertyAccessFromIndexSignature";
  const browser = "--lib es2022,dom";
  const server = `--lib es2022 --types node --typeRoots ${join(ROOT, "node_modules/@types")}`;
  cpSync(join(ROOT, "build/examples"), join(folder, "examples"), { recursive: true, filter: (path) => !path.endsWith(".js") });
  writeFileSync(join(folder, "examples/package.json"), `{ "type": "module" }`);
  const examples = readdirSync(join(folder, "examples")).filter((name) => name.endsWith(".ts"));
  assert.ok(examples.length >= 4);
  for (const found of ["--module node16 --moduleResolution node16", "--module nodenext", "--module esnext --moduleResolution bundler"])
    for (const place of [browser, server]) {
      const options = `${strict} ${found} ${place}`.split(" ");
      const { status, stdout } = spawnSync(join(ROOT, "node_modules/.bin/tsc"), [...options, ...examples], { cwd: join(folder, "examples") });
      assert.equal(status, 0, `${options.join(" ")}: ${stdout}`);
    }
});
