"""How long a follower waits before it asks again."""

from __future__ import annotations

import logging
import random

import httpx

from .problem import ProblemError

#: What passes by itself: no connection, one that broke off, an answer that did not come.
PASSING = (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError, httpx.ProxyError, ProblemError)
#: The first pause, and the longest that the client makes by itself, in seconds.
FIRST, LONGEST = 3.0, 60.0

log = logging.getLogger("rights_hub")


class Patience:
    """Pauses that grow with each failure, never shorter than the hub asks for."""

    def __init__(self) -> None:
        self._next = FIRST

    def restore(self) -> None:
        """It went well."""
        self._next = FIRST

    def pause(self, failure: Exception) -> float:
        """Seconds to wait. Raises the failure if asking again cannot help."""
        told = 0
        if isinstance(failure, ProblemError):
            if failure.status != 429 and failure.status < 500:
                raise failure
            told = failure.retry_after or 0
        # Not all at once, when many have lost the same hub.
        pause = max(self._next * random.uniform(0.75, 1.25), told)
        self._next = min(self._next * 2, LONGEST)
        log.warning("%s; asking again in %.0f s", str(failure) or type(failure).__name__, pause)
        return pause
