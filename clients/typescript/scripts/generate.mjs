// Makes src/generated.ts from the committed OpenAPI document: what one reads, and what one may ask of each collection.
// `--check` writes nothing and fails when the file is not what the document says.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const SOURCE = new URL("../../../openapi/openapi.json", import.meta.url);
const TARGET = new URL("../src/generated.ts", import.meta.url);
const HEAD = "// Made by `npm run generate` from openapi/openapi.json. Do not edit.\n\n";

const document = JSON.parse(readFileSync(SOURCE, "utf8"));
const { schemas, parameters } = document.components;

/** The collections, by name, each with the name of its entries' schema. */
const collections = Object.entries(schemas)
  .filter(([, schema]) => schema["x-always"])
  .map(([schema, { properties }]) => ({ name: properties.type.const, schema }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

const parametersOf = (path) =>
  document.paths[path].get.parameters
    .map((one) => (one.$ref ? parameters[one.$ref.split("/").at(-1)] : one))
    .filter((one) => one.in === "query");

/** A list with commas is an array for the client, and a single value may stand for itself. */
const asked = ({ name, schema, description }) => {
  const items = { ...schema.items };
  const words = /^\^-?\(([a-z_|-]+)\)/.exec(items.pattern ?? "")?.[1]?.split("|");
  if (name === "sort" && words) items.enum = words.flatMap((word) => [word, `-${word}`]);
  if (name === "include" && words) items.enum = words;
  return schema.type === "array"
    ? { description, anyOf: [items, { type: "array", items }] }
    : { ...schema, description };
};

const query = (path) => ({
  type: "object",
  properties: Object.fromEntries(parametersOf(path).map((one) => [one.name, asked(one)])),
});

/** The schemas that are reached from the named ones. */
const reached = (all, names) => {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, next] of JSON.stringify(all[name]).matchAll(/"#\/components\/schemas\/(\w+)"/g)) visit(next);
  };
  names.forEach(visit);
  return Object.fromEntries(Object.entries(all).filter(([name]) => found.has(name)));
};

const strip = (key, value) => (key === "examples" || key === "example" ? undefined : value);
const full = structuredClone(schemas);
for (const { schema } of collections) {
  const entry = full[schema];
  entry.required = [...new Set([...entry.required, ...entry["x-always"]])];
  // Where a reference names the collection that it leads to, its `type` is that name.
  for (const member of Object.values(entry.properties)) {
    for (const reference of [member, member.items]) if (reference?.allOf) reference.required = ["type"];
  }
}
const queries = Object.fromEntries(collections.map(({ name, schema }) => [`${schema}Query`, query(`/v1/${name}`)]));
const paths = { Search: "/v1/search", Suggest: "/v1/suggest", Related: "/v1/rights/{key}/related", Changes: "/v1/changes", Export: "/v1/export" };
for (const [name, path] of Object.entries(paths)) queries[`${name}Query`] = query(path);
queries.ItemQuery = query("/v1/rights/{key}");
delete queries.ItemQuery.properties.include;
delete queries.ItemQuery.properties.fields;

const roots = [...collections.map(({ schema }) => schema), "Hub", "Home", "Facet", "ListMeta", "ListLinks", "Suggestions", "Problem", "LogRow", "ExportLine", "Digests"];
const all = { ...reached(full, roots), ...queries };
const ast = await openapiTS(JSON.parse(JSON.stringify({ openapi: "3.1.0", info: document.info, paths: {}, components: { schemas: all } }, strip)), {
  rootTypes: false,
  alphabetize: true,
});
const written = (text) => text.slice(text.indexOf("export interface components"));
const union = (words) => words.map((word) => JSON.stringify(word)).join(" | ") || "never";
const list = collections.map(
  ({ name, schema }) => `    ${JSON.stringify(name)}: {
        full: components["schemas"]["${schema}"];
        query: components["schemas"]["${schema}Query"];
        /** Members that a card goes without. */
        prose: ${union(schemas[schema]["x-prose"])};
    };`,
);
const body = written(astToString(ast)).replace(/export type (\$defs|operations|webhooks|paths) = .*;\n/g, "");
const text = `${HEAD}/** Every collection: its entries in full, and what one may ask of its list. */
export interface Collections {
${list.join("\n")}
}
${body}`;

if (process.argv.includes("--check")) {
  if (readFileSync(TARGET, "utf8") !== text) {
    console.error("src/generated.ts is not what openapi/openapi.json says: run `npm run generate`");
    process.exit(1);
  }
} else {
  writeFileSync(TARGET, text);
}
