"""The client against a real hub: its address is in HUB_URL, a key that may publish in HUB_KEY."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path
from typing import Any

import httpx

from rights_hub import AsyncHub, Folder, Hub, Mirror, ProblemError

URL = os.environ["HUB_URL"]
ROOT = Path(__file__).resolve().parent.parent


def manage(method: str, path: str, body: object = None) -> Any:
    """Writes to the hub as an editor."""
    headers = {"authorization": f"Bearer {os.environ['HUB_KEY']}"}
    response = httpx.request(method, f"{URL}/v1/manage{path}", json=body, headers=headers)
    response.raise_for_status()
    return response.json()


def publish_topic(title: str) -> str:
    """A new topic's id."""
    made = manage("POST", "/topics?publish=true", {"title": title, "description": "For a test."})
    return str(made["data"]["id"])


class Counting(httpx.HTTPTransport):
    """Remembers what was answered."""

    def __init__(self) -> None:
        super().__init__()
        self.statuses: list[int] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = super().handle_request(request)
        self.statuses.append(response.status_code)
        return response


class Reading(unittest.TestCase):
    def setUp(self) -> None:
        self.hub = Hub(URL)
        self.addCleanup(self.hub.close)

    def test_a_list_has_counts_and_facets(self) -> None:
        page = self.hub.case_studies.list(right="hra-article-8", facet=["setting"], limit=2)
        self.assertEqual(len(page.data), 2)
        facet = page.facets["setting"]
        self.assertEqual(sum(value["count"] for value in facet["values"]) + facet["missing"], page.meta["total"])

    def test_values_are_joined_and_truth_is_written_as_the_hub_reads_it(self) -> None:
        both = self.hub.rights.list(kind=["absolute", "qualified"], limit=0).meta["total"]
        one, other = (self.hub.rights.list(kind=kind, limit=0).meta["total"] for kind in ("absolute", "qualified"))
        self.assertTrue(one and other)
        self.assertEqual(both, one + other)
        self.assertEqual(self.hub.topics.list(topic_missing=False, limit=0).meta["query"]["topic_missing"], ["false"])

    def test_each_reads_every_entry_once(self) -> None:
        counting = Counting()
        with Hub(URL, transport=counting) as hub:
            slugs = [right["slug"] for right in hub.rights.each(limit=7, page=1)]
        self.assertGreater(len(counting.statuses), 2)
        self.assertEqual(len(slugs), self.hub.rights.list(limit=0).meta["total"])
        self.assertEqual(len(set(slugs)), len(slugs))

    def test_everything_else_is_read(self) -> None:
        self.assertEqual(self.hub.describe()["collections"]["rights"]["label"], "Rights")
        self.assertEqual(self.hub.home()["sections"][0]["section"], "home")
        found = self.hub.search("phone ban", highlight=True, limit=1)
        self.assertIn("<mark>", found.data[0]["highlights"][0]["html"])
        self.assertEqual(len(self.hub.suggest("art", limit=3)), 3)
        self.assertEqual(self.hub.lookup(identifier="ods-code:RW4")[0]["slug"], "mersey-care-nhs-trust")
        study = self.hub.case_studies.list(include="organisations", limit=1)
        organisation = study.data[0]["organisations"][0]
        self.assertEqual(study.included["organisations"][organisation["id"]]["title"], organisation["title"])

    def test_a_language_is_asked_for(self) -> None:
        with Hub(URL, lang="fr") as hub:
            self.assertEqual(hub.rights.get("hra-article-8")["lang"], "fr")
            self.assertEqual(hub.rights.get("hra-article-8", lang="ar")["lang"], "ar")

    def test_what_is_wrong_is_an_exception(self) -> None:
        with self.assertRaises(ProblemError) as caught:
            self.hub.case_studies.list(settng="care-home")  # type: ignore[call-arg]
        self.assertEqual((caught.exception.status, caught.exception.code), (400, "invalid-parameters"))
        self.assertEqual(caught.exception.errors[0]["did_you_mean"], "setting")
        gateway = httpx.MockTransport(lambda _: httpx.Response(502, text="<h1>Bad gateway</h1>"))
        with Hub(URL, transport=gateway) as hub, self.assertRaises(ProblemError) as caught:
            hub.home()
        self.assertEqual((caught.exception.status, caught.exception.code), (502, ""))

    def test_a_kept_answer_is_used_while_it_is_good(self) -> None:
        counting = Counting()
        with Hub(URL, kept={}, transport=counting) as hub:
            first = hub.rights.get("hra-article-8")
            first["title"] = "changed by the caller"
            self.assertNotEqual(hub.rights.get("hra-article-8")["title"], first["title"])
        self.assertEqual(counting.statuses, [200, 304])

    def test_full_entries_have_what_their_type_promises(self) -> None:
        document = json.loads((ROOT / "../../openapi/openapi.json").read_text(encoding="utf-8"))
        schemas = {
            schema["properties"]["type"]["const"]: schema
            for schema in document["components"]["schemas"].values()
            if "x-always" in schema
        }
        self.assertEqual(set(schemas), set(self.hub.describe()["collections"]))
        for line in self.hub.export():
            if line["kind"] == "entry":
                entry = line["doc"]
                missing = {*schemas[entry["type"]]["x-always"]} - {*entry}
                self.assertEqual(missing, set(), entry["slug"])


class Waiting(unittest.TestCase):
    def test_the_other_client_asks_the_same(self) -> None:
        async def ask() -> None:
            async with AsyncHub(URL, kept={}) as hub:
                page, home = await asyncio.gather(hub.rights.list(facet="kind", limit=1), hub.home())
                self.assertEqual(home["sections"][0]["section"], "home")
                slugs = [right["slug"] async for right in hub.rights.each(limit=20)]
                self.assertEqual(len(set(slugs)), page.meta["total"])
                self.assertEqual((await hub.rights.get("hra-article-8"))["kind"], "qualified")
                with self.assertRaises(ProblemError):
                    await hub.rights.get("no-such-thing")

        asyncio.run(ask())

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


class Copying(unittest.TestCase):
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


class Documentation(unittest.TestCase):
    def test_the_examples_are_typed_and_run(self) -> None:
        page = (ROOT / "README.md").read_text(encoding="utf-8")
        examples = re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
        self.assertEqual(len(examples), 3)
        environment = {**os.environ, "MYPYPATH": str(ROOT / "src"), "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), *sys.path])}
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder) / f"example_{number}.py" for number in range(len(examples))]
            for file, example in zip(files, examples, strict=True):
                file.write_text(example.replace("http://127.0.0.1:8080", URL), encoding="utf-8")
            typed = ["-m", "mypy", "--strict", "--config-file=", "--cache-dir", str(ROOT / ".mypy_cache"), *map(str, files)]
            for command in (typed, *([str(file)] for file in files)):
                done = subprocess.run([sys.executable, *command], env=environment, capture_output=True, text=True, cwd=folder)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
