"""Exports, and copies that prove themselves."""

from __future__ import annotations

import asyncio
import json
import runpy
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import httpx

from hub import ROOT, URL, manage, publish_topic
from rights_hub import AsyncHub, Folder, Hub, Mirror, ProblemError
from rights_hub._entries import ExportLine
from rights_hub.mirror import canonical


#: Doubles, some of RFC 8785's own among them, as ECMAScript writes them.
NUMBERS = {
    0.0: "0",
    12.0: "12",
    -1.5e-7: "-1.5e-7",
    1e-7: "1e-7",
    1e-6: "0.000001",
    0.002: "0.002",
    4.50: "4.5",
    333333333.33333329: "333333333.3333333",
    9007199254740992.0: "9007199254740992",
    295147905179352830000.0: "295147905179352830000",
    1.2345678901234568e20: "123456789012345680000",
    9.999999999999997e22: "9.999999999999997e+22",
    1e21: "1e+21",
    5e-324: "5e-324",
    1.7976931348623157e308: "1.7976931348623157e+308",
}


def publish_numbers() -> None:
    """An evaluation that has found all of them."""
    findings = [{"text": "For a test.", "locator": "p. 1", "value": value} for value in NUMBERS]
    manage("POST", "/evaluations?publish=true", {"title": "Numbers", "findings": findings})


class Exporting(unittest.TestCase):
    def test_only_a_newline_ends_a_line(self) -> None:
        title = "One\u2028and\u2029the same title"
        topic = publish_topic(title)
        self.addCleanup(manage, "POST", f"/topics/{topic}/remove", {})
        with Hub(URL) as hub:
            entries = [line["doc"] for line in hub.export(type="topics") if line["kind"] == "entry"]
        self.assertIn(title, [entry["title"] for entry in entries])

    def test_lines_are_put_together_from_what_comes(self) -> None:
        whole = httpx.get(f"{URL}/v1/export?type=rights").content

        def crumbs(_: httpx.Request) -> httpx.Response:
            return httpx.Response(200, content=(whole[at : at + 997] for at in range(0, len(whole), 997)))

        with Hub(URL, transport=httpx.MockTransport(crumbs)) as hub:
            self.assertEqual(list(hub.export(type="rights")), [json.loads(line) for line in whole.splitlines()])

    def test_a_broken_export_says_so(self) -> None:
        whole = httpx.get(f"{URL}/v1/export?type=rights").content
        for end in (whole.rindex(b'{"kind":"trailer"'), len(whole) - 20, len(whole) - 1, 0):
            transport = httpx.MockTransport(lambda _, end=end: httpx.Response(200, content=whole[:end]))
            with self.subTest(end), Hub(URL, transport=transport) as hub, self.assertRaises(EOFError):
                list(hub.export())

    def test_the_other_client_exports_the_same(self) -> None:
        async def export() -> list[ExportLine]:
            async with AsyncHub(URL) as hub:
                with self.assertRaises(ProblemError):
                    await anext(hub.export(tpye="rights"))  # type: ignore[call-arg]
                return [line async for line in hub.export(type="rights")]

        with Hub(URL) as hub:
            self.assertEqual(asyncio.run(export())[1:], list(hub.export(type="rights"))[1:])


class Copying(unittest.TestCase):
    def test_a_language_to_read_in_narrows_no_copy(self) -> None:
        with Hub(URL) as hub, Hub(URL, lang="fr") as french, tempfile.TemporaryDirectory() as root:
            self.assertEqual(french.digest(), hub.digest())
            self.assertEqual(len(french.changes(0)["changes"]), len(hub.changes(0)["changes"]))
            self.assertLess(french.digest(lang="fr")["total"]["count"], hub.digest()["total"]["count"])
            self.assertEqual(Mirror(french, Folder(root)).sync().count, hub.digest()["total"]["count"])

    def test_numbers_are_proven_as_the_hub_writes_them(self) -> None:
        for value, text in NUMBERS.items():
            self.assertEqual(canonical(value), text.encode())
        # A shelf may give a whole number where it was given a double.
        self.assertEqual(canonical([10**20, 2**53 + 1]), canonical([1e20, 2.0**53]))
        publish_numbers()
        with Hub(URL) as hub, tempfile.TemporaryDirectory() as root:
            mirror = Mirror(hub, Folder(root), type="evaluations")
            self.assertEqual(mirror.sync().count, hub.evaluations.list(limit=0).meta["total"])

    def test_a_copy_follows_and_proves_itself(self) -> None:
        with Hub(URL) as hub, tempfile.TemporaryDirectory() as root:
            folder = Folder(root)
            mirror = Mirror(hub, folder, type="topics")
            first = mirror.sync()
            self.assertEqual(first.count, hub.topics.list(limit=0).meta["total"])
            topic = publish_topic("Mirrored in Python")
            self.assertEqual(mirror.sync().count, first.count + 1)
            self.assertTrue((Path(root) / "topics" / f"{topic}.json").exists())
            # What was lost here is found out by the proof, and taken once more.
            next(iter((Path(root) / "topics").iterdir())).unlink()
            self.assertEqual(mirror.sync().count, first.count + 1)
            # What is removed there is removed here.
            manage("POST", f"/topics/{topic}/remove", {})
            self.assertEqual(mirror.sync(), first)
            self.assertFalse((Path(root) / "topics" / f"{topic}.json").exists())
            # After a restore of the hub the copy begins again by itself.
            position = folder.position()
            assert position is not None
            folder.reach({"seq": position["seq"], "epoch": "019fba9e-d800-759c-902a-3a84faa1e68f"})
            self.assertEqual(mirror.sync(), first)

    def test_a_broken_export_is_no_copy(self) -> None:
        def cut(request: httpx.Request) -> httpx.Response:
            whole = httpx.get(str(request.url)).text
            return httpx.Response(200, text=whole[: whole.rindex('{"kind":"trailer"')])

        with Hub(URL, transport=httpx.MockTransport(cut)) as hub, tempfile.TemporaryDirectory() as root:
            with self.assertRaises(EOFError):
                Mirror(hub, Folder(root), type="rights").sync()
            self.assertIsNone(Folder(root).position())


class Script(unittest.TestCase):
    """The copy without packages, `examples/sync.py`, which writes RFC 8785 by itself."""

    SCRIPT = str(ROOT / "../../examples/sync.py")

    def test_it_writes_what_the_package_writes(self) -> None:
        itself = runpy.run_path(self.SCRIPT)["canonical"]
        values = [*NUMBERS, *(-value for value in NUMBERS), *(digits * 10.0**power for digits in (1, 1 / 3, 12345.678) for power in range(-30, 30))]
        for value in (*values, {"\U0001f600": 1, "\ufb33": [True, None, {}], "é\u2028\x7f": 'a"\\\n\t\x01'}):
            self.assertEqual(itself(value).encode(), canonical(value))

    def test_its_copy_proves_itself(self) -> None:
        publish_numbers()
        with tempfile.TemporaryDirectory() as root:
            command = [sys.executable, self.SCRIPT, URL, root, "type=evaluations"]
            done = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(json.loads(done.stdout)["complete"])
