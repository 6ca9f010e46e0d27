"""The calls of plan.py for the client that @hey-api/openapi-ts makes: typescript.py PLAN URL prints a program that makes
them. Whether an answer is of its type is asked of the zod schemas that the same generator makes."""

import json
import re
import sys

from planned import planned

# Answers of these media types cannot be what the client declares, by a limit of the generator.
UNREAD = {"application/yaml": "the client reads no YAML"}

plan_path, hub = sys.argv[1:]
calls, summary = planned(plan_path, UNREAD)


def name(identifier):
    return re.sub(r"_([a-z])", lambda found: found[1].upper(), identifier)


def options(call):
    told = {place: call[place] for place in ("path", "query") if call[place]}
    # The generator declares JSON alone where an answer has several forms, so JSON is what is asked for.
    if "application/feed+json" in call["media"] and "format" in call["path"]:
        told["path"]["format"] = "jsonfeed"
    elif not any(kind == "application/json" or kind.startswith("text/") for kind in call["media"]):
        # What is text by its schema and not by its media type comes as a blob unless it is asked for as text.
        told["parseAs"] = "blob" if call["binary"] else "text"
    return json.dumps(told)[1:-1]


print("""import { createClient } from "./client/client/index.js";
import * as sdk from "./client/sdk.gen.js";
import * as types from "./client/zod.gen.js";
import * as zod from "zod";

const client = createClient({ baseUrl: %s });
const calls: [string, () => Promise<{ data: unknown }>, { parse(data: unknown): unknown }][] = [""" % json.dumps(hub))
for call in calls:
    camel = name(call["id"])
    # The schemas take bytes for a string, though the types do not.
    declared = "zod.instanceof(Blob)" if call["binary"] else f"types.z{camel[0].upper()}{camel[1:]}Response"
    print(f'  ["{call["id"]}", () => sdk.{camel}({{ client, throwOnError: true, {options(call)} }}), {declared}],')
print("""];
let read = 0;
for (const [name, call, type] of calls) {
  try {
    type.parse((await call()).data);
    read += 1;
  } catch (error) {
    console.error(`${name}: ${String(error).slice(0, 2000)}`);
  }
}
console.log(`TypeScript: ${read} %s`);
process.exitCode = read === calls.length ? 0 : 1;""" % summary)
