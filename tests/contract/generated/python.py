"""The calls of plan.py for the client that openapi-python-client makes: python.py PLAN URL prints a program that makes them
and asks whether each answer is, down to its members, of the type that the client declares."""

import sys

from planned import planned

# Answers of these media types are left out of the client, by a limit of the generator.
UNREAD = {"application/yaml": "the generator reads no YAML"}
# Names that the client's functions have for themselves, and what they call a parameter of that name.
RENAMED = {"url": "url_query"}

plan_path, hub = sys.argv[1:]
calls, summary = planned(plan_path, UNREAD)


def module(call):
    return f"client.api.{call['tag'].replace('-', '_')}.{call['id']}"


def arguments(call):
    named = [f"{RENAMED.get(name, name)}={value!r}" for name, value in call["query"].items()]
    return ", ".join([*map(repr, call["path"].values()), "client=hub", *named])


for call in calls:
    print(f"import {module(call)}")
print(f'''import sys
import types
import typing
from collections.abc import Callable

import attrs
import client.models
import client.types
from client import Client

hub = Client(base_url={hub!r})
NAMES = vars(client.models) | vars(client.types)


def conforms(value: object, hint: object) -> bool:
    """Whether a value is of a type, and all that it holds is of the types that are declared for it."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if hint is typing.Any:
        return True
    if origin in (typing.Union, types.UnionType):
        return any(conforms(value, part) for part in parts)
    if origin is typing.Literal:
        return value in parts
    if origin is list:
        return isinstance(value, list) and all(conforms(one, parts[0]) for one in value)
    if origin is dict:
        return isinstance(value, dict) and all(conforms(one, parts[1]) for one in value.values())
    if not isinstance(hint, type):
        raise TypeError(f"what is {{hint}}?")
    if hint in (int, float) and isinstance(value, bool):
        return False
    if not isinstance(value, hint):
        return hint is float and isinstance(value, int)
    hints = typing.get_type_hints(hint, localns=NAMES) if attrs.has(hint) and hint is not client.types.File else {{}}
    return all(conforms(getattr(value, name), of) for name, of in hints.items())


def read(call: Callable[[], client.types.Response[typing.Any]], declared: object) -> None:
    answer = call().parsed
    members = [part for part in typing.get_args(declared) if part not in (typing.Any, types.NoneType, client.models.Problem)]
    if not any(conforms(answer, part) for part in members):
        raise TypeError(f"{{type(answer)}} is none of {{members}}")


CALLS: list[tuple[str, Callable[[], client.types.Response[typing.Any]], object]] = [''')
for call in calls:
    there = module(call)
    print(f'    ("{call["id"]}", lambda: {there}.sync_detailed({arguments(call)}), typing.get_type_hints({there}._parse_response)["return"]),')
print(f''']
count = 0
for name, call, declared in CALLS:
    try:
        read(call, declared)
        count += 1
    except Exception as error:
        print(f"{{name}}: {{error!r}}"[:2000], file=sys.stderr)
print(f"Python: {{count}} {summary}")
sys.exit(count < len(CALLS))''')
