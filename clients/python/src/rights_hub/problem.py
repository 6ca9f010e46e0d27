"""What the hub says when something is wrong (RFC 9457)."""

from __future__ import annotations

from typing import Any

import httpx


class ProblemError(Exception):
    """An answer that is not what was asked for."""

    def __init__(self, status: int, problem: dict[str, Any], retry_after: int | None = None) -> None:
        super().__init__(problem.get("detail") or problem.get("title") or f"HTTP {status}")
        self.status = status
        #: A stable word for the kind of problem, such as `not-found`; empty when it was not the hub that answered.
        self.code: str = problem.get("type", "").rsplit("/", 1)[-1]
        #: Every fault of the query.
        self.errors: list[dict[str, Any]] = problem.get("errors", [])
        #: Seconds after which it is worth to ask again, when the hub says so.
        self.retry_after = retry_after
        #: The whole document, as it came.
        self.problem = problem

    @classmethod
    def of(cls, response: httpx.Response) -> ProblemError:
        try:
            problem = response.json()
        except ValueError:
            problem = {}
        told = response.headers.get("retry-after", "")
        return cls(response.status_code, problem if isinstance(problem, dict) else {}, int(told) if told.isdigit() else None)
