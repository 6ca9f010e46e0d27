"""Asking the hub: addresses, languages, kept answers, pages; once for both kinds of client."""

from __future__ import annotations

import copy
from collections.abc import AsyncIterator, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, Unpack, cast
from urllib.parse import quote

import httpx

from ._entries import Facet, ListLinks, ListMeta, RelatedData, RelatedQuery
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


def request_of(
    client: httpx.Client | httpx.AsyncClient, path: str, query: Query, accept: str = "application/json"
) -> httpx.Request:
    return client.build_request("GET", path, params=written(query), headers={"accept": accept})


def body_of(response: httpx.Response) -> Any:
    if response.status_code != 200:
        raise ProblemError.of(response)
    return response.json()


class Reading:
    """What one reads: in the language that is preferred, and with the answers that are kept.

    Copies and followers ask without it. There `lang` is no preference but a filter, and their answers are read once.
    """

    def __init__(self, kept: Kept | None, lang: str | None) -> None:
        self.kept = kept
        self.lang = lang

    def ask(self, client: httpx.Client | httpx.AsyncClient, path: str, query: Query) -> tuple[httpx.Request, Any]:
        """A request, and the body that is the answer if nothing has changed."""
        request = request_of(client, path, query if self.lang is None else {"lang": self.lang, **query})
        etag, body = (self.kept or {}).get(str(request.url), (None, None))
        if etag is not None:
            request.headers["if-none-match"] = etag
        return request, body

    def take(self, request: httpx.Request, known: Any, response: httpx.Response) -> Any:
        if response.status_code == 304 and known is not None:
            return copy.deepcopy(known)
        address = str(request.url)
        if self.kept is not None and response.status_code in (404, 410):
            # It is no longer public: perhaps somebody has taken back consent.
            self.kept.pop(address, None)
        body = body_of(response)
        if self.kept is not None and (etag := response.headers.get("etag")):
            self.kept[address] = (etag, copy.deepcopy(body))
        return body


class Connection:
    """A connection that waits for its answers."""

    def __init__(self, client: httpx.Client, reading: Reading) -> None:
        self.client = client
        self.reading = reading

    def ask(self, path: str, query: Query) -> Any:
        """An answer to just this question."""
        return body_of(self.client.send(request_of(self.client, path, query)))

    def read(self, path: str, query: Query) -> Any:
        request, known = self.reading.ask(self.client, path, query)
        return self.reading.take(request, known, self.client.send(request))

    def each(self, path: str, query: Query) -> Iterator[Any]:
        following: Query | None = query
        while following is not None:
            page = page_of(self.read(path, following))
            yield from page.data
            following = next_of(page, query)


class AsyncConnection:
    """A connection that lets others go on meanwhile."""

    def __init__(self, client: httpx.AsyncClient, reading: Reading) -> None:
        self.client = client
        self.reading = reading

    async def ask(self, path: str, query: Query) -> Any:
        """An answer to just this question."""
        return body_of(await self.client.send(request_of(self.client, path, query)))

    async def read(self, path: str, query: Query) -> Any:
        request, known = self.reading.ask(self.client, path, query)
        return self.reading.take(request, known, await self.client.send(request))

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

    def related(self, key: str, **query: Unpack[RelatedQuery]) -> RelatedData:
        """Similar entries by collection, each with its `reasons`."""
        path = f"/v1/{self.name}/{quote(key, safe='')}/related"
        return cast(RelatedData, self._connection.read(path, {**query})["data"])

    def _list(self, query: object) -> Page[E]:
        return page_of(self._connection.read(f"/v1/{self.name}", cast(Query, query)))

    def _each(self, query: object) -> Iterator[E]:
        return self._connection.each(f"/v1/{self.name}", {"limit": 100, **cast(Query, query)})

    def _get(self, key: str, query: object) -> E:
        return cast(E, self._connection.read(f"/v1/{self.name}/{quote(key, safe='')}", cast(Query, query))["data"])


class AsyncCollection(Generic[E]):
    """A collection of the hub."""

    name: str

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def related(self, key: str, **query: Unpack[RelatedQuery]) -> RelatedData:
        """Similar entries by collection, each with its `reasons`."""
        path = f"/v1/{self.name}/{quote(key, safe='')}/related"
        return cast(RelatedData, (await self._connection.read(path, {**query}))["data"])

    async def _list(self, query: object) -> Page[E]:
        return page_of(await self._connection.read(f"/v1/{self.name}", cast(Query, query)))

    def _each(self, query: object) -> AsyncIterator[E]:
        return self._connection.each(f"/v1/{self.name}", {"limit": 100, **cast(Query, query)})

    async def _get(self, key: str, query: object) -> E:
        return cast(E, (await self._connection.read(f"/v1/{self.name}/{quote(key, safe='')}", cast(Query, query)))["data"])
