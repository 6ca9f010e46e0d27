#!/usr/bin/env python3
"""nDCG@10 of the hub's search on a judged collection in the BEIR layout: corpus.jsonl, queries.jsonl, qrels/test.tsv.

    benches/relevance.py documents FOLDER > documents.ndjson
    rights-hub import documents.ndjson --publish
    rights-hub serve --no-starter-content
    benches/relevance.py score FOLDER http://127.0.0.1:8080

Nothing but Python's own library is needed. Each text is a resource: its title, and the text as the abstract.
"""
import collections, http.client, json, math, sys, time, urllib.parse

LONGEST = 4000  # bytes of a query that the hub takes
TITLE = 300


def lines(path):
    with open(path, encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def slugs(folder):
    return {text["_id"]: f"text-{place}" for place, text in enumerate(lines(f"{folder}/corpus.jsonl"))}


def documents(folder):
    for place, text in enumerate(lines(f"{folder}/corpus.jsonl")):
        body = text.get("text", "")
        title = text.get("title") or " ".join(body.split()[:8]) or "Untitled"
        # What is read as Markdown must come out as it was.
        plain = "".join("\\" + c if c in "\\`*_[]<>#&!" else c for c in body)[:50_000]
        print(json.dumps({"type": "resources", "slug": f"text-{place}", "kind": "report", "title": title[:TITLE], "abstract": plain}))


def judgements(folder):
    judged = collections.defaultdict(dict)
    with open(f"{folder}/qrels/test.tsv", encoding="utf-8") as file:
        for line in list(file)[1:]:
            query, text, grade = line.split()
            if int(grade) > 0:
                judged[query][text] = int(grade)
    return judged


def cut(text):
    return text.encode()[:LONGEST].decode(errors="ignore")


def score(folder, hub):
    of_slug = {slug: text for text, slug in slugs(folder).items()}
    judged = judgements(folder)
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(hub).netloc)
    total, empty, times = 0.0, 0, []
    for query in lines(f"{folder}/queries.jsonl"):
        if query["_id"] not in judged:
            continue
        began = time.perf_counter()
        connection.request("GET", "/v1/search?limit=11&fields=slug&q=" + urllib.parse.quote(cut(query["text"])))
        answer = connection.getresponse()
        body = json.loads(answer.read())
        times.append(time.perf_counter() - began)
        if answer.status != 200:
            sys.exit(f"{query['_id']}: {answer.status} {body}")
        # A text that is its own query is no answer to it.
        found = [of_slug.get(entry["slug"]) for entry in body["data"]]
        found = [text for text in found if text != query["_id"]][:10]
        empty += not found
        grades = judged[query["_id"]]
        gain = sum(grades.get(text, 0) / math.log2(place + 2) for place, text in enumerate(found))
        ideal = sorted(grades.values(), reverse=True)[:10]
        total += gain / sum(grade / math.log2(place + 2) for place, grade in enumerate(ideal))
    times.sort()
    count = len(times)
    print(f"{count} queries: nDCG@10 {total / count:.4f}; {empty} came back empty; "
          f"median {times[count // 2] * 1000:.1f} ms, most {times[-1] * 1000:.1f} ms")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["documents", folder]:
            documents(folder)
        case ["score", folder, hub]:
            score(folder, hub)
        case _:
            sys.exit(__doc__)
