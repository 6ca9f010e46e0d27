"""The hub as an object, waiting (`Hub`) and not (`AsyncHub`)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from typing import Self, Unpack, cast

import httpx

from ._asking import AsyncConnection, Connection, Kept, Page, Reading, page_of, request_of
from ._collections import AsyncCollections, Collections
from ._entries import ChangePage, Digests, Entry, ExportLine, HomeData, LogRow, ScopeQuery, SearchQuery, SuggestionsDataOne
from ._entries import Hub as Description
from ._export import Export
from ._patience import PASSING, Patience
from .problem import ProblemError

#: How long the hub is asked to wait for a change, in seconds.
WAIT = 30
TIMEOUT = httpx.Timeout(10, read=WAIT + 30)
NDJSON = "application/x-ndjson"


class Hub(Collections):
    """A hub, for reading. `url` is where it answers, without `/v1`.

    `lang` is the language that one reads in where a request names none; it narrows no copy. `kept`, such as an empty
    dictionary or a cache that forgets, lets what one reads be used again as long as the hub says that it is good.
    """

    def __init__(
        self, url: str, *, lang: str | None = None, kept: Kept | None = None, transport: httpx.BaseTransport | None = None
    ) -> None:
        client = httpx.Client(base_url=url, timeout=TIMEOUT, follow_redirects=True, transport=transport)
        self._connection = Connection(client, Reading(kept, lang))
        super().__init__(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections."""
        self._connection.client.close()

    def describe(self) -> Description:
        """Name, limits, position in the change sequence, and every collection."""
        return cast(Description, self._connection.read("/v1", {}))

    def home(self) -> HomeData:
        """The front page in one answer."""
        return cast(HomeData, self._connection.read("/v1/home", {})["data"])

    def search(self, q: str, **query: Unpack[SearchQuery]) -> Page[Entry]:
        """A page of entries of all collections that fit, best first."""
        return page_of(self._connection.read("/v1/search", {**query, "q": q}))

    def suggest(self, q: str, *, limit: int = 10) -> list[SuggestionsDataOne]:
        """Titles and other names that complete a text."""
        return cast("list[SuggestionsDataOne]", self._connection.read("/v1/suggest", {"q": q, "limit": limit})["data"])

    def lookup(self, *, identifier: str | None = None, url: str | None = None) -> list[Entry]:
        """Entries by an outside identifier, such as `doi:…`, or address."""
        return cast("list[Entry]", self._connection.read("/v1/lookup", {"identifier": identifier, "url": url})["data"])

    def digest(self, **scope: Unpack[ScopeQuery]) -> Digests:
        """What proves a copy complete."""
        return cast(Digests, self._connection.ask("/v1/inventory/digest", {**scope}))

    def changes(
        self, since: int, *, epoch: str | None = None, wait: int = 0, **scope: Unpack[ScopeQuery]
    ) -> ChangePage:
        """A page of the change log, with documents, waiting up to `wait` seconds for a change."""
        query = {**scope, "since": since, "epoch": epoch, "wait": wait, "docs": True, "limit": 1000}
        return cast(ChangePage, self._connection.ask("/v1/changes", query))

    def follow(self, since: int, *, epoch: str | None = None, **scope: Unpack[ScopeQuery]) -> Iterator[LogRow]:
        """Changes as they happen, without end: after a failure that passes it goes on where it was.

        Raises a `ProblemError` when asking again cannot help. `epoch-changed` means: begin again with an export.
        """
        patience = Patience()
        while True:
            try:
                page = self.changes(since, epoch=epoch, wait=WAIT, **scope)
            except PASSING as failure:
                time.sleep(patience.pause(failure))
                continue
            patience.restore()
            yield from page["changes"]
            since, epoch = page["last_seq"], page["epoch"]

    def export(self, **scope: Unpack[ScopeQuery]) -> Iterator[ExportLine]:
        """Everything at once, or what the filters leave, line by line. Raises `EOFError` if its end is missing."""
        client, export = self._connection.client, Export()
        response = client.send(request_of(client, "/v1/export", {**scope}, NDJSON), stream=True)
        try:
            if response.status_code != 200:
                response.read()
                raise ProblemError.of(response)
            for chunk in response.iter_bytes():
                yield from export.take(chunk)
            export.end()
        finally:
            response.close()


class AsyncHub(AsyncCollections):
    """As `Hub`, for asyncio."""

    def __init__(
        self,
        url: str,
        *,
        lang: str | None = None,
        kept: Kept | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        client = httpx.AsyncClient(base_url=url, timeout=TIMEOUT, follow_redirects=True, transport=transport)
        self._connection = AsyncConnection(client, Reading(kept, lang))
        super().__init__(self._connection)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Closes the connections."""
        await self._connection.client.aclose()

    async def describe(self) -> Description:
        """Name, limits, position in the change sequence, and every collection."""
        return cast(Description, await self._connection.read("/v1", {}))

    async def home(self) -> HomeData:
        """The front page in one answer."""
        return cast(HomeData, (await self._connection.read("/v1/home", {}))["data"])

    async def search(self, q: str, **query: Unpack[SearchQuery]) -> Page[Entry]:
        """A page of entries of all collections that fit, best first."""
        return page_of(await self._connection.read("/v1/search", {**query, "q": q}))

    async def suggest(self, q: str, *, limit: int = 10) -> list[SuggestionsDataOne]:
        """Titles and other names that complete a text."""
        answer = await self._connection.read("/v1/suggest", {"q": q, "limit": limit})
        return cast("list[SuggestionsDataOne]", answer["data"])

    async def lookup(self, *, identifier: str | None = None, url: str | None = None) -> list[Entry]:
        """Entries by an outside identifier, such as `doi:…`, or address."""
        answer = await self._connection.read("/v1/lookup", {"identifier": identifier, "url": url})
        return cast("list[Entry]", answer["data"])

    async def digest(self, **scope: Unpack[ScopeQuery]) -> Digests:
        """What proves a copy complete."""
        return cast(Digests, await self._connection.ask("/v1/inventory/digest", {**scope}))

    async def changes(
        self, since: int, *, epoch: str | None = None, wait: int = 0, **scope: Unpack[ScopeQuery]
    ) -> ChangePage:
        """A page of the change log, with documents, waiting up to `wait` seconds for a change."""
        query = {**scope, "since": since, "epoch": epoch, "wait": wait, "docs": True, "limit": 1000}
        return cast(ChangePage, await self._connection.ask("/v1/changes", query))

    async def follow(
        self, since: int, *, epoch: str | None = None, **scope: Unpack[ScopeQuery]
    ) -> AsyncIterator[LogRow]:
        """Changes as they happen, without end: after a failure that passes it goes on where it was.

        Raises a `ProblemError` when asking again cannot help. `epoch-changed` means: begin again with an export.
        """
        patience = Patience()
        while True:
            try:
                page = await self.changes(since, epoch=epoch, wait=WAIT, **scope)
            except PASSING as failure:
                await asyncio.sleep(patience.pause(failure))
                continue
            patience.restore()
            for change in page["changes"]:
                yield change
            since, epoch = page["last_seq"], page["epoch"]

    async def export(self, **scope: Unpack[ScopeQuery]) -> AsyncIterator[ExportLine]:
        """Everything at once, or what the filters leave, line by line. Raises `EOFError` if its end is missing."""
        client, export = self._connection.client, Export()
        response = await client.send(request_of(client, "/v1/export", {**scope}, NDJSON), stream=True)
        try:
            if response.status_code != 200:
                await response.aread()
                raise ProblemError.of(response)
            async for chunk in response.aiter_bytes():
                for line in export.take(chunk):
                    yield line
            export.end()
        finally:
            await response.aclose()
