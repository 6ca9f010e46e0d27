"""Reads every list and entry of a hub in every form with libraries that others wrote, and prints what was read.

    python3 tests/formats.py http://127.0.0.1:8080

Needs feedparser, icalendar, recurring-ical-events and rdflib. What a library does not take as it should ends the script with an
exception. The time zones of calendars are compared with those of Python.
"""

import csv
import datetime
import io
import json
import sys
import urllib.request
import zoneinfo

import feedparser
import icalendar
import rdflib
import recurring_ical_events

SCHEMA = "https://schema.org/"


def get(base, path, accept="*/*"):
    request = urllib.request.Request(base + path, headers={"Accept": accept})
    with urllib.request.urlopen(request) as answer:
        return answer.headers, answer.read()


def documents(base, collection):
    """Every document, as NDJSON has it; a table has the same rows."""
    _, body = get(base, f"/v1/{collection}.ndjson")
    entries = [json.loads(line) for line in body.decode().splitlines()]
    headers, body = get(base, f"/v1/{collection}.csv")
    assert headers.get_content_type() == "text/csv" and headers.get_content_charset() == "utf-8"
    rows = list(csv.DictReader(io.StringIO(body.decode(), newline=""), strict=True))
    assert [row["id"] for row in rows] == [entry["id"] for entry in entries]
    assert all(None not in row and None not in row.values() for row in rows)
    for row in rows:
        assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in row.values()), row
    return entries


def feeds(base, collection):
    """The ids in each kind of feed, page by page."""
    read = []
    for form in ("atom", "rss"):
        ids, address = [], f"/v1/{collection}.{form}?limit=100"
        while address:
            headers, body = get(base, address)
            feed = feedparser.parse(body, response_headers={"content-type": headers["content-type"]})
            assert not feed.bozo, feed.bozo_exception
            assert feed.version == {"atom": "atom10", "rss": "rss20"}[form]
            for entry in feed.entries:
                assert entry.id.startswith("urn:uuid:") and entry.link and entry.published_parsed
                assert "<script" not in "".join(content.value for content in entry.get("content", []))
                ids.append(entry.id)
            nexts = [link.href for link in feed.feed.links if link.rel == "next"]
            address = "/v1/" + nexts[0].split("/v1/")[1] if nexts else None
        read.append(ids)
    ids, address = [], f"/v1/{collection}.jsonfeed?limit=100"
    while address:
        feed = json.loads(get(base, address)[1])
        assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["title"]
        for item in feed["items"]:
            assert isinstance(item["id"], str) and isinstance(item["content_html"], str)
            datetime.datetime.fromisoformat(item["date_published"])
            ids.append(item["id"])
        address = "/v1/" + feed["next_url"].split("/v1/")[1] if "next_url" in feed else None
    assert read[0] == read[1] == ids
    return ids


def calendar(base):
    """How many events there are, and how often they take place in the next years."""
    _, body = get(base, "/v1/events.ics")
    read = icalendar.Calendar.from_ical(body)
    events = read.walk("VEVENT")
    for event in events:
        assert event["UID"] and event["DTSTAMP"] and not event.errors, event.errors
    zones(read)
    return len(events), len(recurring_ical_events.of(read).between((2019, 1, 1), (2031, 1, 1)))


def zones(read):
    """Holds every time zone of a calendar to Python's: its own rules give the same offset from its first event on."""
    for zone in read.walk("VTIMEZONE"):
        name = str(zone["TZID"])
        if name == "UTC":
            continue
        starts = [event["DTSTART"].dt for event in read.walk("VEVENT") if event["DTSTART"].params.get("TZID") == name]
        known = zoneinfo.ZoneInfo(name)
        changes = []
        for part in zone.subcomponents:
            begin = part["DTSTART"].dt
            component = icalendar.Event()
            component.add("dtstart", begin)
            component.add("uid", "zone")
            if "RRULE" in part:
                rule = part["RRULE"]
                until = rule.pop("UNTIL", [None])[0]
                component.add("rrule", rule)
            else:
                until = None
            if "RDATE" in part:
                dates = part["RDATE"] if isinstance(part["RDATE"], list) else [part["RDATE"]]
                moments = [begin] + [one.dt for each in dates for one in each.dts]
            else:
                holder = icalendar.Calendar()
                holder.add_component(component)
                moments = [one["DTSTART"].dt for one in recurring_ical_events.of(holder).between(begin.date(), datetime.date(2037, 1, 1))]
            offset_from, offset_to = part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td
            for moment in moments:
                instant = (moment - offset_from).replace(tzinfo=datetime.timezone.utc)
                if until is None or instant <= until:
                    changes.append((instant, offset_to))
        changes.sort()
        day = min(starts).replace(tzinfo=known).astimezone(datetime.timezone.utc)
        while day.year < 2037:
            offset = [to for instant, to in changes if instant <= day][-1]
            assert offset == day.astimezone(known).utcoffset(), (name, day, offset)
            day += datetime.timedelta(hours=37)


def linked(base, collection, entries):
    """How many statements the entries make."""
    statements = 0
    for entry in entries:
        _, body = get(base, f"/v1/{collection}/{entry['id']}", "application/ld+json")
        graph = rdflib.Graph().parse(data=body, format="json-ld")
        for _, predicate, _ in graph:
            if predicate != rdflib.RDF.type:
                assert predicate.startswith(SCHEMA), predicate
                getattr(rdflib.SDO, predicate.removeprefix(SCHEMA))
        for kind in graph.objects(None, rdflib.RDF.type):
            getattr(rdflib.SDO, kind.removeprefix(SCHEMA))
        statements += len(graph)
    return statements


def main(base):
    hub = json.loads(get(base, "/v1")[1])
    for collection, about in hub["collections"].items():
        entries = documents(base, collection)
        ids = feeds(base, collection)
        statements = linked(base, collection, entries[:500])
        print(f"{collection}: {about['count']} entries, {len(entries)} rows, {len(ids)} in feeds, {statements} statements")
        if "ics" in about["formats"]:
            events, times = calendar(base)
            print(f"{collection}: {events} in the calendar, {times} times from 2019 to 2030")


if __name__ == "__main__":
    main(*sys.argv[1:])
