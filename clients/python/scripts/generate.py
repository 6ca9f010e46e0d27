"""Makes the types and collections of the client from the committed OpenAPI document.

    python3 scripts/generate.py            # writes src/rights_hub/_entries.py and _collections.py
    python3 scripts/generate.py --check    # fails when they are not what the document says
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

Schema = dict[str, Any]
HERE = Path(__file__).resolve().parent.parent
DOCUMENT: Schema = json.loads((HERE / "../../openapi/openapi.json").read_text(encoding="utf-8"))
SCHEMAS: dict[str, Schema] = DOCUMENT["components"]["schemas"]
HEAD = '"""Made by scripts/generate.py from openapi/openapi.json. Do not edit."""\n\n'
ROOTS = ["Hub", "Home", "Related", "Facet", "ListMeta", "ListLinks", "Suggestions", "Problem", "ChangePage", "ExportLine", "Digests"]
PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}

ENTRIES = {name: schema["properties"]["type"]["const"] for name, schema in SCHEMAS.items() if "x-always" in schema}


class Types:
    """Classes as they are found, each under one name."""

    def __init__(self) -> None:
        self.written: dict[str, str] = {}

    def of(self, schema: Schema, name: str) -> str:
        """The type of a schema; objects become classes of this name."""
        if "$ref" in schema:
            return self.named(schema["$ref"].rsplit("/", 1)[1])
        if "const" in schema:
            return f"Literal[{schema['const']!r}]"
        if "enum" in schema:
            return f"Literal[{', '.join(map(repr, schema['enum']))}]"
        for choice in ("anyOf", "oneOf"):
            if choice in schema:
                of = [self.of(one, f"{name}{number}") for number, one in enumerate(schema[choice], 1)]
                return " | ".join(dict.fromkeys(of))
        if "allOf" in schema:
            return self.of(schema["allOf"][0], name)
        kind = schema.get("type")
        if isinstance(kind, list):
            return " | ".join("None" if one == "null" else PLAIN[one] for one in kind)
        if kind == "array":
            return f"list[{self.of(schema.get('items', {}), singular(name))}]"
        if kind == "object" or "properties" in schema:
            if "properties" in schema:
                return self.object(schema, name)
            more = schema.get("additionalProperties")
            return f"dict[str, {self.of(more, singular(name)) if isinstance(more, dict) else 'Any'}]"
        return PLAIN.get(str(kind), "Any")

    def named(self, name: str) -> str:
        if name not in self.written:
            self.written[name] = ""
            schema = SCHEMAS[name]
            text = self.of(schema, name)
            if text != name:
                about = "".join(f"#: {line}\n" for line in schema.get("description", "").splitlines())
                self.written[name] = f"{about}{name}: TypeAlias = {text!r}\n"
        return name

    def object(self, schema: Schema, name: str) -> str:
        self.written.setdefault(name, "")
        always = {*schema.get("required", []), *schema.get("x-always", [])} - {*schema.get("x-prose", [])}
        members = {
            member: self.of(one, name + camel(member)) if member in always else f"NotRequired[{self.of(one, name + camel(member))}]"
            for member, one in schema["properties"].items()
        }
        about = schema.get("description", "").replace("\\", "\\\\")
        if all(member.isidentifier() for member in members):
            lines = [f"class {name}(TypedDict):", f'    """{about}"""', ""]
            for member, text in members.items():
                lines.append(f"    {member}: {text}")
                if described := schema["properties"][member].get("description"):
                    lines.append(f'    """{one_line(described)}"""')
            self.written[name] = "\n".join(lines) + "\n"
        else:
            inner = "".join(f"    {member!r}: {text!r},\n" for member, text in members.items())
            self.written[name] = f"# {about}\n{name} = TypedDict({name!r}, {{\n{inner}}})\n"
        return name


def one_line(text: str) -> str:
    text = text.replace("\\", "\\\\").replace("\n", " ")
    return text + " " if text.endswith('"') else text


def camel(name: str) -> str:
    return "".join(part.capitalize() for part in re.split(r"[^A-Za-z0-9]", name))


def singular(name: str) -> str:
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else f"{name}One"


def parameters(path: str) -> list[Schema]:
    shared = DOCUMENT["components"]["parameters"]
    of: list[Schema] = DOCUMENT["paths"][path]["get"]["parameters"]
    found = [shared[one["$ref"].rsplit("/", 1)[1]] if "$ref" in one else one for one in of]
    return [one for one in found if one["in"] == "query"]


def query(name: str, path: str, types: Types, leave: tuple[str, ...] = ()) -> str:
    lines = [f"class {name}(TypedDict, total=False):", f'    """What one may ask of `{path}`."""', ""]
    for one in parameters(path):
        if one["name"] in leave:
            continue
        schema = one["schema"]
        listed = schema.get("type") == "array"
        text = types.of(schema["items"] if listed else schema, "Never")
        lines.append(f"    {one['name']}: {f'OneOrMany[{text}]' if listed else text}")
        lines.append(f'    """{one_line(one["description"])}"""')
    return "\n".join(lines) + "\n"


def entries() -> str:
    types = Types()
    for name in [*ENTRIES, *ROOTS]:
        types.named(name)
    queries = [query(f"{name}Query", f"/v1/{collection}", types) for name, collection in ENTRIES.items()]
    queries.append(query("ItemQuery", "/v1/rights/{key}", types, ("include", "fields")))
    queries.append("class ShapeQuery(ItemQuery, total=False):\n    \"\"\"Shape and language of one entry.\"\"\"\n\n    include: OneOrMany[str]\n    fields: OneOrMany[str]\n")
    queries.append(query("SearchQuery", "/v1/search", types, ("q",)))
    queries.append(query("RelatedQuery", "/v1/rights/{key}/related", types))
    queries.append(query("ScopeQuery", "/v1/export", types, ("epoch",)))
    body = "\n\n".join(text for text in types.written.values() if text)
    return (
        HEAD
        + "from __future__ import annotations\n\nfrom collections.abc import Sequence\n"
        + "from typing import Any, Literal, NotRequired, TypeAlias, TypedDict, TypeVar\n\n"
        + 'V = TypeVar("V")\nOneOrMany: TypeAlias = V | Sequence[V]\n\n'
        + f"{body}\n\n"
        + "\n\n".join(queries)
    )


COLLECTION = '''class {prefix}{plural}({prefix}Collection[of.{entry}]):
    """{about}"""

    name = "{collection}"

    {define}def list(self, **query: Unpack[of.{entry}Query]) -> Page[of.{entry}]:
        return {wait}self._list(query)

    def each(self, **query: Unpack[of.{entry}Query]) -> {prefix}Iterator[of.{entry}]:
        return self._each(query)

    {define}def get(self, key: str, **query: Unpack[of.ShapeQuery]) -> of.{entry}:
        return {wait}self._get(key, query)
'''


def collections() -> str:
    parts = []
    for prefix, define, wait in (("", "", ""), ("Async", "async ", "await ")):
        members = []
        for entry, collection in ENTRIES.items():
            plural = camel(collection)
            about = SCHEMAS[entry]["description"]
            parts.append(COLLECTION.format(**locals()))
            members.append(f"        self.{collection.replace('-', '_')} = {prefix}{plural}(connection)\n")
        kind = f"{prefix}Connection"
        parts.append(
            f'class {prefix}Collections:\n    """Every collection of the hub."""\n\n    def __init__(self, connection: {kind}) -> None:\n'
            + "".join(members)
        )
    return (
        HEAD
        + "from collections.abc import AsyncIterator, Iterator\nfrom typing import Unpack\n\n"
        + "from . import _entries as of\nfrom ._asking import AsyncCollection, AsyncConnection, Collection, Connection, Page\n\n\n"
        + "\n\n".join(parts)
    )


def main() -> None:
    for name, text in {"_entries.py": entries(), "_collections.py": collections()}.items():
        file = HERE / "src/rights_hub" / name
        if "--check" not in sys.argv:
            file.write_text(text, encoding="utf-8")
        elif file.read_text(encoding="utf-8") != text:
            raise SystemExit(f"{name} is not what openapi/openapi.json says: run scripts/generate.py")


if __name__ == "__main__":
    main()
