"""Reading lists, entries and everything else."""

from __future__ import annotations

import asyncio
import json
import unittest
from typing import Any

import httpx

from hub import ROOT, URL, Counting, manage, publish_topic
from rights_hub import AsyncHub, Hub, ProblemError


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
        self.assertTrue(self.hub.rights.related("hra-article-8", limit=1)["topics"][0]["reasons"])
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

    def test_only_what_is_read_is_kept(self) -> None:
        kept: dict[str, tuple[str, Any]] = {}
        with Hub(URL, kept=kept) as hub:
            position = hub.describe()
            kept.clear()
            hub.changes(0, epoch=position["epoch"])
            hub.digest()
            list(hub.export(type="rights"))
            self.assertEqual(kept, {})

    def test_a_cache_may_forget_at_any_time(self) -> None:
        kept: dict[str, tuple[str, Any]] = {}
        counting = Counting(before=kept.clear)
        with Hub(URL, kept=kept, transport=counting) as hub:
            titles = [hub.rights.get("hra-article-8")["title"] for _ in range(3)]
        self.assertEqual(len(set(titles)), 1)
        self.assertEqual(counting.statuses, [200, 304, 200])

    def test_what_is_gone_is_not_kept(self) -> None:
        kept: dict[str, tuple[str, Any]] = {}
        topic = publish_topic("Kept for a while")
        with Hub(URL, kept=kept) as hub:
            hub.topics.get(topic)
            self.assertEqual(len(kept), 1)
            manage("POST", f"/topics/{topic}/remove", {})
            with self.assertRaises(ProblemError) as caught:
                hub.topics.get(topic)
        self.assertEqual((caught.exception.status, kept), (410, {}))

    def test_a_key_is_only_a_key(self) -> None:
        for key in ("hra-article-8?fields=title", "hra-article-8/related", "hra-article-8#title", "../topics", "Ä %2F"):
            with self.subTest(key), self.assertRaises(ProblemError) as caught:
                self.hub.rights.get(key)
            self.assertEqual((caught.exception.status, caught.exception.code), (404, "not-found"))

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
                self.assertTrue((await hub.rights.related("hra-article-8"))["topics"])
                for key in ("no-such-thing", "hra-article-8?fields=title"):
                    with self.assertRaises(ProblemError):
                        await hub.rights.get(key)

        asyncio.run(ask())
