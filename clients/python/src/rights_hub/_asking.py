"""Asking the hub: addresses, kept answers, pages; once for both kinds of client."""

from __future__ import annotations

import copy
from collections.abc import AsyncIterator, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

import httpx

from ._entries import Facet, ListLinks, ListMeta
from .problem import ProblemError

E = TypeVar("E")
Query = Mapping[str, object]
#: Answers with their validators, by address.
Kept = MutableMapping[str, tuple[str, Any]]


@dataclass(frozen=True)
class Page(Generic[E]):
    """A page of a list or a search."""

    data: list[E]
    facets: dict[str, Facet]
    meta: ListMeta
    links: ListLinks
    #: Entries that `include` brought along, by collection and id.
    included: dict[str, dict[str, Any]]


def page_of(answer: Any) -> Page[Any]:
    return Page(
        answer["data"], answer.get("facets", {}), answer["meta"], answer["links"], answer.get("included", {})
    )


def written(query: Query) -> dict[str, str]:
    """A query as it is sent: lists with commas, truth in lower case."""

    def one(value: object) -> str:
        return str(value).lower() if isinstance(value, bool) else str(value)

    return {
        name: one(value) if isinstance(value, (str, int, float)) else ",".join(map(one, cast("list[object]", value)))
        for name, value in query.items()
        if value is not None
    }


class Memory:
    """What was answered before, for asking whether it is still good."""

    def __init__(self, kept: Kept | None, lang: str | None) -> None:
        self.kept = kept
        self.lang = lang

    def ask(self, client: httpx.Client | httpx.AsyncClient, path: str, query: Query) -> httpx.Request:
        asked = query if self.lang is None else {"lang": self.lang, **query}
        request = client.build_request("GET", path, params=written(asked), headers={"accept": "application/json"})
        if self.kept is not None and (known := self.kept.get(str(request.url))):
            request.headers["if-none-match"] = known[0]
        return request

    def take(self, request: httpx.Request, response: httpx.Response) -> Any:
        address = str(request.url)
        if response.status_code == 304 and self.kept is not None:
            return copy.deepcopy(self.kept[address][1])
        if response.status_code != 200:
            raise ProblemError.of(response)
        body = response.json()
        if self.kept is not None and (etag := response.headers.get("etag")):
            self.kept[address] = (etag, copy.deepcopy(body))
        return body


class Connection:
    """A connection that waits for its answers."""

    def __init__(self, client: httpx.Client, memory: Memory) -> None:
        self.client = client
        self.memory = memory

    def read(self, path: str, query: Query) -> Any:
        request = self.memory.ask(self.client, path, query)
        return self.memory.take(request, self.client.send(request))

    def each(self, path: str, query: Query) -> Iterator[Any]:
        following: Query | None = query
        while following is not None:
            page = page_of(self.read(path, following))
            yield from page.data
            following = next_of(page, query)


class AsyncConnection:
    """A connection that lets others go on meanwhile."""

    def __init__(self, client: httpx.AsyncClient, memory: Memory) -> None:
        self.client = client
        self.memory = memory

    async def read(self, path: str, query: Query) -> Any:
        request = self.memory.ask(self.client, path, query)
        return self.memory.take(request, await self.client.send(request))

    async def each(self, path: str, query: Query) -> AsyncIterator[Any]:
        following: Query | None = query
        while following is not None:
            page = page_of(await self.read(path, following))
            for entry in page.data:
                yield entry
            following = next_of(page, query)


def next_of(page: Page[Any], query: Query) -> Query | None:
    cursor = page.meta.get("next_cursor")
    rest = {name: value for name, value in query.items() if name != "page"}
    return None if cursor is None else {**rest, "cursor": cursor}


class Collection(Generic[E]):
    """A collection of the hub."""

    name: str

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _list(self, query: object) -> Page[E]:
        return page_of(self._connection.read(f"/v1/{self.name}", cast(Query, query)))

    def _each(self, query: object) -> Iterator[E]:
        return self._connection.each(f"/v1/{self.name}", {"limit": 100, **cast(Query, query)})

    def _get(self, key: str, query: object) -> E:
        return cast(E, self._connection.read(f"/v1/{self.name}/{key}", cast(Query, query))["data"])


class AsyncCollection(Generic[E]):
    """A collection of the hub."""

    name: str

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def _list(self, query: object) -> Page[E]:
        return page_of(await self._connection.read(f"/v1/{self.name}", cast(Query, query)))

    def _each(self, query: object) -> AsyncIterator[E]:
        return self._connection.each(f"/v1/{self.name}", {"limit": 100, **cast(Query, query)})

    async def _get(self, key: str, query: object) -> E:
        return cast(E, (await self._connection.read(f"/v1/{self.name}/{key}", cast(Query, query)))["data"])
