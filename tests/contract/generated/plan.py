"""Which calls a generated client is to make: plan.py DOCUMENT URL KEY prints every public GET of the document, with the
parameters that it must have. A value comes from the parameter's closed list, or from what the hub itself holds."""

import json
import sys
import urllib.request

document_path, hub, key = sys.argv[1:]
with open(document_path, encoding="utf-8") as file:
    document = json.load(file)


def ask(path, body=None):
    request = urllib.request.Request(hub + path, data=body, headers={"Authorization": f"Bearer {key}", "Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def resolved(part):
    if "$ref" not in part:
        return part
    found = document
    for name in part["$ref"].removeprefix("#/").split("/"):
        found = found[name]
    return found


def first_of(collection):
    return ask(f"/v1/{collection}?limit=1")["data"][0]


right = first_of("rights")
FROM_THE_HUB = {
    "key": lambda path: first_of(path.split("/")[2])["slug"],
    "q": lambda path: right["title"].split()[0],
    "url": lambda path: right["links"]["self"],
    "token": lambda path: ask(f"/v1/manage/rights/{right['id']}/preview-links", b'{"expires_in": 600}')["href"].rsplit("/", 1)[1],
}
# What answers only when something is asked for, though the document cannot say that one of several must be there.
ASKED_FOR = {"lookup_entries": ["url"], "get_oai": ["verb"]}


def value(parameter, path):
    schema = resolved(parameter["schema"])
    if "enum" in schema:
        return schema["enum"][0]
    return schema["minimum"] if schema["type"] == "integer" else FROM_THE_HUB[parameter["name"]](path)


def call(path, operation):
    optional = ASKED_FOR.get(operation["operationId"], [])
    sent = {"path": {}, "query": {}, "optional": optional}
    for parameter in map(resolved, operation.get("parameters", [])):
        if parameter.get("required") or parameter["name"] in optional:
            sent[parameter["in"]][parameter["name"]] = value(parameter, path)
    content = operation["responses"]["200"]["content"]
    binary = any(one["schema"].get("format") == "binary" for one in content.values())
    return {"id": operation["operationId"], "tag": operation["tags"][0], **sent, "media": list(content), "binary": binary}


public = [(path, item["get"]) for path, item in document["paths"].items() if "get" in item and not item["get"].get("security")]
json.dump([call(path, operation) for path, operation in public], sys.stdout, indent=1)
