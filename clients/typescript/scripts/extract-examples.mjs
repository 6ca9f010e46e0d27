// Puts every TypeScript example of the README into a file of its own, so that it is compiled with the tests.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const page = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const folder = new URL("../build/examples/", import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const examples = [...page.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code);
if (examples.length < 4) throw new Error("the README has lost its examples");
examples.forEach((code, index) => writeFileSync(new URL(`example-${index + 1}.ts`, folder), code));
