"""Following the change log."""

from __future__ import annotations

import asyncio
import threading
import unittest
from unittest import mock

import httpx

from hub import URL, publish_topic
from rights_hub import AsyncHub, Hub, ProblemError
from rights_hub._patience import Patience


class Failing(httpx.HTTPTransport):
    """Answers, a few rows at a time, after every three failures: no connection, too much to do, one broken off."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.asked += 1
        match self.asked % 4:
            case 1:
                raise httpx.ConnectError("no connection", request=request)
            case 2:
                return httpx.Response(503, headers={"retry-after": "40"}, json={"type": "/problems/unavailable"})
            case 3:
                raise httpx.RemoteProtocolError("broken off", request=request)
        request.url = request.url.copy_set_param("limit", "60")
        answer = httpx.get(request.url, timeout=60)
        return httpx.Response(answer.status_code, json=answer.json())


class Following(unittest.TestCase):
    def test_changes_come_as_they_happen(self) -> None:
        with Hub(URL) as hub:
            here = hub.describe()
            made: list[str] = []
            threading.Timer(0.3, lambda: made.append(publish_topic("Followed in Python"))).start()
            for change in hub.follow(here["last_seq"], epoch=here["epoch"]):
                if "doc" in change and change["doc"]["title"] == "Followed in Python":
                    break
            self.assertEqual(change["op"], "upsert")
            with self.assertRaises(ProblemError) as caught:
                next(hub.follow(0, epoch="019fba9e-d800-759c-902a-3a84faa1e68f"))
            self.assertEqual(caught.exception.code, "epoch-changed")

    def test_a_follower_goes_on_after_what_passes(self) -> None:
        with Hub(URL, transport=Failing()) as hub, mock.patch("time.sleep") as slept, self.assertLogs("rights_hub"):
            rows = hub.follow(0)
            seqs = [next(rows)["seq"] for _ in range(150)]
        self.assertEqual(seqs, sorted(set(seqs)))
        self.assert_pauses([call.args[0] for call in slept.call_args_list])

    def test_the_other_client_goes_on_as_well(self) -> None:
        async def follow() -> list[int]:
            async with AsyncHub(URL, transport=httpx.MockTransport(Failing().handle_request)) as hub:
                rows = hub.follow(0)
                return [(await anext(rows))["seq"] for _ in range(150)]

        with mock.patch("rights_hub.client.asyncio.sleep") as slept, self.assertLogs("rights_hub"):
            seqs = asyncio.run(follow())
        self.assertEqual(seqs, sorted(set(seqs)))
        self.assert_pauses([call.args[0] for call in slept.call_args_list])

    def assert_pauses(self, pauses: list[float]) -> None:
        """Three failures, of which the second asked for 40 seconds; then, after an answer, the same again."""
        self.assertGreater(len(pauses), 6)
        for number, pause in enumerate(pauses):
            least, most = ((2.25, 3.75), (40, 40), (9, 15))[number % 3]
            self.assertTrue(least <= pause <= most, pauses)

    def test_what_does_not_pass_ends_the_loop(self) -> None:
        with Hub(URL) as hub, mock.patch("time.sleep") as slept:
            with self.assertRaises(ProblemError) as caught:
                next(hub.follow(0, tpye="rights"))  # type: ignore[call-arg]
            self.assertEqual(caught.exception.status, 400)
            with Hub("ftp://127.0.0.1") as other, self.assertRaises(httpx.UnsupportedProtocol):
                next(other.follow(0))
        slept.assert_not_called()

    def test_pauses_grow_to_a_minute(self) -> None:
        patience = Patience()
        with self.assertLogs("rights_hub"):
            pauses = [patience.pause(httpx.ReadError("broken off")) for _ in range(40)]
        self.assertTrue(45 <= pauses[-1] <= 75)
