"""A copy of a hub, or of a part of it, that follows and proves itself."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypedDict, Unpack, cast

import rfc8785

from ._entries import ScopeQuery
from .client import Hub
from .problem import ProblemError

Document = dict[str, Any]
#: Members that a hash does not cover: they say where a copy is, not what it holds.
UNPROVEN = ("seq", "links", "lang_fallback")


class Position(TypedDict):
    """How far a copy has come, and in which history of the hub."""

    seq: int
    epoch: str


class Shelf(Protocol):
    """Where a copy is kept: a folder, a database, another system. Doing a thing twice does no harm."""

    def keep(self, document: Document) -> None:
        """Puts a document in place of what was there under its type and id."""

    def forget(self, collection: str, entry: str) -> None:
        """Takes an entry away for good; there may be none."""

    def documents(self) -> Iterator[Document]:
        """Everything that is kept."""

    def position(self) -> Position | None:
        """Where the copy is; `None` before its first time."""

    def reach(self, position: Position) -> None:
        """Remembers where the copy is, once everything up to there is kept."""


@dataclass(frozen=True)
class Proof:
    """How many entries there are, and their sum; equal to the hub's when the copy is complete."""

    count: int
    digest: str


class Mirror:
    """Keeps a shelf equal to what a hub has under these filters."""

    def __init__(self, hub: Hub, shelf: Shelf, **scope: Unpack[ScopeQuery]) -> None:
        self.hub = hub
        self.shelf = shelf
        self.scope = scope

    def sync(self) -> Proof:
        """Takes what changed, or everything the first time and after a restore of the hub, and proves the copy."""
        for _ in range(5):
            position = self.shelf.position()
            try:
                self._follow(position or self._begin())
            except ProblemError as problem:
                if problem.code != "epoch-changed":
                    raise
                self._follow(self._begin())
            there = self.hub.digest(**self.scope)["total"]
            here = prove(self.shelf.documents())
            if here == Proof(there["count"], there["digest"]):
                return here
            if not self._pending():
                # Nothing is under way: something was lost here, so everything is taken once more.
                self._begin()
        raise RuntimeError("the copy does not become what the hub has")

    def _begin(self) -> Position:
        here: set[tuple[str, str]] = set()
        position: Position | None = None
        for line in self.hub.export(**self.scope):
            if line["kind"] == "header":
                position = {"seq": line["as_of"], "epoch": line["epoch"]}
            elif line["kind"] == "entry":
                document = cast(Document, line["doc"])
                self.shelf.keep(document)
                here.add((document["type"], document["id"]))
        for document in list(self.shelf.documents()):
            if (document["type"], document["id"]) not in here:
                self.shelf.forget(document["type"], document["id"])
        if position is None:
            raise EOFError("the export has no header")
        self.shelf.reach(position)
        return position

    def _follow(self, position: Position) -> None:
        while True:
            page = self.hub.changes(position["seq"], epoch=position["epoch"], **self.scope)
            for row in page["changes"]:
                if row["op"] == "upsert":
                    self.shelf.keep(cast(Document, row["doc"]))
                else:
                    self.shelf.forget(row["type"], row["id"])
            position = {"seq": page["last_seq"], "epoch": page["epoch"]}
            self.shelf.reach(position)
            if not page["pending"]:
                return

    def _pending(self) -> bool:
        position = self.shelf.position()
        if position is None:
            return True
        page = self.hub.changes(position["seq"], epoch=position["epoch"], **self.scope)
        return bool(page["changes"])


class Folder:
    """A shelf of JSON files, one an entry: `<type>/<id>.json`."""

    def __init__(self, root: str | os.PathLike[str]) -> None:
        self.root = Path(root)

    def keep(self, document: Document) -> None:
        """Writes the file whole or not at all."""
        self._write(self.root / document["type"] / f"{document['id']}.json", document)

    def forget(self, collection: str, entry: str) -> None:
        """Removes the file."""
        (self.root / collection / f"{entry}.json").unlink(missing_ok=True)

    def documents(self) -> Iterator[Document]:
        """Every file's document."""
        for file in sorted(self.root.glob("*/*.json")):
            yield json.loads(file.read_text(encoding="utf-8"))

    def position(self) -> Position | None:
        """What `position.json` says."""
        try:
            return cast(Position, json.loads((self.root / "position.json").read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None

    def reach(self, position: Position) -> None:
        """Writes `position.json`."""
        self._write(self.root / "position.json", position)

    def _write(self, path: Path, value: object) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with part.open("w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)


def prove(documents: Iterator[Document]) -> Proof:
    """Count and digest of documents, as `/v1/inventory/digest` has them."""
    count = total = 0
    for document in documents:
        count += 1
        total = (total + _term(document)) % 2**128
    return Proof(count, f"{total:032x}")


def _term(document: Document) -> int:
    proven = {name: value for name, value in document.items() if name not in UNPROVEN}
    digest = hashlib.sha256(canonical(proven)).hexdigest()
    line = f"{document['type']}|{document['id']}|{document['rev']}|{digest}"
    return int.from_bytes(hashlib.sha256(line.encode()).digest()[:16], "big")


def canonical(value: object) -> bytes:
    """RFC 8785. Every number is a double, also where a shelf gives back `1e20` as a whole number of 21 digits."""
    return rfc8785.dumps(json.loads(json.dumps(value), parse_int=float))
