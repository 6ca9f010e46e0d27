#!/usr/bin/env python3
"""Keeps a folder of JSON files equal to a hub, or to a part of it, and proves it.

    python3 sync.py http://127.0.0.1:8080 copy
    python3 sync.py http://127.0.0.1:8080 copy type=rights,topics topic=dementia

One file an entry, `copy/<type>/<id>.json`. Where the copy is stands in `copy/position.json`; whatever interrupts a
run, the next one goes on from there. Nothing is needed but Python's standard library.
"""

import hashlib
import http.client
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
from decimal import Decimal

UNPROVEN = ("seq", "links", "lang_fallback")


class EpochChanged(Exception):
    """The hub has another history now, after a restore."""


def ask(hub, path, query):
    """An answer of the hub, to be read line by line."""
    url = f"{hub}{path}?{urllib.parse.urlencode(query, safe=',:')}"
    try:
        return urllib.request.urlopen(url, timeout=120)
    except urllib.error.HTTPError as refusal:
        problem = problem_of(refusal)
        if refusal.code == 410 and problem.get("type") == "/problems/epoch-changed":
            raise EpochChanged from None
        raise SystemExit(f"{url} answers {refusal.code}: {problem.get('detail', refusal.reason)}") from None


def problem_of(refusal):
    """The problem document (RFC 9457) that a hub sends with a refusal; whoever stands before a hub may send anything."""
    try:
        problem = json.load(refusal)
    except ValueError:
        return {}
    return problem if isinstance(problem, dict) else {}


def canonical(value):
    """RFC 8785: members in the order of their UTF-16 names, no space, numbers as JavaScript writes them."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(f"{canonical(name)}:{canonical(value[name])}" for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float):
        return number(value)
    return json.dumps(value, ensure_ascii=False)


def number(value):
    """A double as ECMAScript writes it: the fewest digits that name it, with an exponent only where it is far from 1."""
    exact = Decimal(repr(value)).normalize()
    return f"{exact:f}" if 1e-6 <= abs(value) < 1e21 else f"{exact:e}" if value else "0"


def term(document):
    """What an entry adds to the digest."""
    proven = {name: value for name, value in document.items() if name not in UNPROVEN}
    digest = hashlib.sha256(canonical(proven).encode()).hexdigest()
    line = f"{document['type']}|{document['id']}|{document['rev']}|{digest}"
    return int.from_bytes(hashlib.sha256(line.encode()).digest()[:16], "big")


class Folder:
    """The copy."""

    def __init__(self, root):
        self.root = root

    def path(self, kind, entry):
        return os.path.join(self.root, kind, f"{entry}.json")

    def write(self, path, value):
        """Writes a file whole or not at all."""
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(f"{path}.part", "w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(f"{path}.part", path)

    def keep(self, document):
        self.write(self.path(document["type"], document["id"]), document)

    def forget(self, kind, entry):
        try:
            os.remove(self.path(kind, entry))
        except FileNotFoundError:
            pass

    def entries(self):
        """Every entry, by type and id."""
        for kind in sorted(os.listdir(self.root)) if os.path.isdir(self.root) else []:
            folder = os.path.join(self.root, kind)
            for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
                if name.endswith(".json"):
                    yield kind, name[: -len(".json")]

    def position(self):
        try:
            with open(os.path.join(self.root, "position.json"), encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return None

    def reach(self, position):
        self.write(os.path.join(self.root, "position.json"), position)

    def digest(self):
        """How many entries there are, and their sum."""
        count = total = 0
        for kind, entry in self.entries():
            with open(self.path(kind, entry), encoding="utf-8") as file:
                total = (total + term(json.load(file))) % 2**128
            count += 1
        return {"count": count, "digest": f"{total:032x}"}


def begin(hub, scope, folder):
    """Takes everything at once, and forgets what is not in it."""
    here = set()
    with ask(hub, "/v1/export", scope) as lines:
        header = json.loads(lines.readline())
        trailer = None
        for line in lines:
            row = json.loads(line)
            if row["kind"] == "entry":
                folder.keep(row["doc"])
                here.add((row["doc"]["type"], row["doc"]["id"]))
            else:
                trailer = row
    if trailer is None or trailer["count"] != len(here):
        raise SystemExit("the export broke off; run again")
    for kind, entry in set(folder.entries()) - here:
        folder.forget(kind, entry)
    folder.reach({"seq": header["as_of"], "epoch": header["epoch"], "scope": dict(scope)})


def follow(hub, scope, folder, position):
    """Does what the log asks, page by page."""
    while True:
        query = [*scope, ("since", position["seq"]), ("epoch", position["epoch"]), ("docs", "true"), ("limit", 1000)]
        with ask(hub, "/v1/changes", query) as answer:
            page = json.load(answer)
        for row in page["changes"]:
            if row["op"] == "upsert":
                folder.keep(row["doc"])
            else:
                folder.forget(row["type"], row["id"])
        position = {**position, "seq": page["last_seq"], "epoch": page["epoch"]}
        folder.reach(position)
        if not page["pending"]:
            return


def main(hub, root, *filters):
    hub, folder = hub.rstrip("/"), Folder(root)
    scope = [tuple(one.split("=", 1)) for one in filters]
    position = folder.position()
    if position and position["scope"] != dict(scope):
        raise SystemExit("this folder is a copy of another part of the hub")
    for _ in range(5):
        try:
            if position is None:
                begin(hub, scope, folder)
            follow(hub, scope, folder, folder.position())
        except EpochChanged:
            position = None
            continue
        with ask(hub, "/v1/inventory/digest", scope) as answer:
            there = json.load(answer)["total"]
        here = folder.digest()
        if here == there:
            print(json.dumps({"complete": True, **here, "seq": folder.position()["seq"]}))
            return
        # It changed meanwhile, or a file was lost: whatever it is, the next round finds out.
        position = folder.position() if here["count"] == there["count"] else None
    raise SystemExit(f"the copy is not what the hub has: {here} here, {there} there")


if __name__ == "__main__":
    if len(sys.argv) < 3 or "--help" in sys.argv:
        raise SystemExit(__doc__)
    if not all("=" in one for one in sys.argv[3:]):
        raise SystemExit("a filter is written name=value")
    try:
        main(*sys.argv[1:])
    except (OSError, http.client.HTTPException) as failure:
        # No connection, or one that broke off; a file that cannot be written. The next run goes on from there.
        raise SystemExit(f"{sys.argv[1]}: {getattr(failure, 'reason', failure)}") from None
