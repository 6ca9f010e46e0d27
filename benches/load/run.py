#!/usr/bin/env python3
"""How much load a hub bears on one core, beside a server that only copies bytes from memory.

    benches/load/run.py [--entries 20000] [--rounds 3] [--seconds 4] [--only item,hot] [--data FOLDER]

Builds the release binary and `examples/ceiling.rs`, fills a hub with invented entries (kept under target/load), pins the
servers to one core and the client (wrk, from the system's packages) to the other, and loads them in turn. For each workload
it prints the median of the rounds: requests a second, latency in milliseconds, errors, what part of the ceiling of the same
round that is, the processor's time for a request, and how it compares with what the ceiling takes (which says more where others
are at work on the machine), and what part of a ceiling that answers with as many bytes as the hub does; and, before
the first workload that writes and at the end, the memory that the hub has and had at most. `--data` takes a folder with a filled hub; it is copied, because some workloads write."""

import argparse, atexit, collections, http.client, json, os, random, re, shutil, signal, statistics, subprocess, sys, tempfile, threading, time
from pathlib import Path
from urllib.parse import quote

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HUB, CEILING = 8097, 8099
# What the ceiling answers where the hub answers with one entry or with several, in bytes.
ENTRY, LIST = "/4096", "/25600"
# What the head of its answers has, in bytes.
HEAD = 130
# The collections whose lists are asked for, and what is sent along with them.
COLLECTIONS = {"case-studies": "organisations", "resources": "publishers"}
FACETS = ["topic", "right", "organisation", "lang"]
# The codings that browsers take, in their words.
BROWSERS = "Accept-Encoding: gzip, deflate, br, zstd"
# Those that make the hub larger than it was said to be.
WRITING = {"publish-1", "publish-8", "while"}
# How many of the words that titles have most often are sought, two at a time: more pairs than a run asks.
WORDS = 200


class Server:
    """A process on the servers' core."""

    def __init__(self, core, command, port, ready):
        self.port = port
        with open(os.devnull, "w") as null:
            self.process = subprocess.Popen(["taskset", "-c", str(core), *command], stdout=null, stderr=null)
        # Nothing goes on when this ends by a fault.
        atexit.register(self.process.kill)
        began = time.monotonic()
        while not self.answers(ready):
            if self.process.poll() is not None or time.monotonic() - began > 300:
                sys.exit(f"{command[0]} does not answer")
            time.sleep(0.02)
        self.ready_after = time.monotonic() - began

    def answers(self, path):
        try:
            return self.get(path)[0] == 200
        except OSError:
            return False

    def get(self, path, headers={}, method="GET", body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, dict((name.lower(), value) for name, value in answer.getheaders()), answer.read()

    def json(self, path):
        return json.loads(self.get(path)[2])

    def processor(self):
        """Seconds of the processor so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def rest(self):
        """Waits until it has done what it does at its start: hash what is public, and build the search index."""
        before = self.processor()
        while True:
            time.sleep(2)
            now = self.processor()
            if now - before < 0.1:
                return
            before = now

    def memory(self):
        """MiB in use now, and at most."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return [int(re.search(name + r":\s+(\d+)", status)[1]) // 1024 for name in ("VmRSS", "VmHWM")]

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)


def load(server, lines, core, seconds, connections):
    """One run of wrk over these lines."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as requests:
        requests.write("\n".join(lines))
        requests.flush()
        before = server.processor()
        told = subprocess.run(
            ["taskset", "-c", str(core), "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s",
             "-s", str(HERE / "requests.lua"), f"http://127.0.0.1:{server.port}"],
            env={**os.environ, "REQUESTS": requests.name}, capture_output=True, text=True, check=True).stdout
        found = json.loads(told.strip().splitlines()[-1])
    found["rate"] = found["requests"] / found["seconds"]
    found["cpu"] = (server.processor() - before) / max(found["requests"], 1) * 1e6
    return found


class Workloads:
    """What is asked, by name. Each is made once and asked in every round."""

    def __init__(self, hub, key, seed=7):
        self.hub, self.key, self.random = hub, key, random.Random(seed)
        self.slugs = []

    def every_slug(self):
        """The address of every entry, in random order."""
        if not self.slugs:
            for collection in self.hub.json("/v1")["collections"]:
                path = f"/v1/{collection}?fields=slug&limit=100"
                while path:
                    page = self.hub.json(path)
                    self.slugs += [f"/v1/{collection}/{entry['slug']}" for entry in page["data"]]
                    path = page["links"].get("next")
            self.random.shuffle(self.slugs)
        return self.slugs

    def lists(self, count, more=""):
        """Lists of 20 under one to three filters, at random places, with what they name sent along."""
        offers = []
        for collection in COLLECTIONS:
            page = self.hub.json(f"/v1/{collection}?limit=0&facet_limit=12&facet={','.join(FACETS)}")
            for one in FACETS:
                for value in page["facets"][one]["values"]:
                    offers.append((collection, f"{one}={quote(value['value'])}", value["count"]))
                    other = self.random.choice([name for name in FACETS if name != one])
                    second = self.random.choice(page["facets"][other]["values"] or [value])
                    filters = f"{one}={quote(value['value'])}&{other}={quote(second['value'])}"
                    total = self.hub.json(f"/v1/{collection}?{filters}&limit=0")["meta"]["total"]
                    offers.append((collection, filters, total))
        offers = [offer for offer in offers if offer[2] > 0]
        lines, seen = [], set()
        for _ in range(count * 4):
            collection, filters, total = self.random.choice(offers)
            sort = self.random.choice(["", "&sort=title", "&sort=-updated_at", "&sort=-published_at"])
            page = self.random.randrange((total + 19) // 20) + 1
            line = f"/v1/{collection}?{filters}{sort}&page={page}&include={COLLECTIONS[collection]}{more}"
            if line not in seen and len(lines) < count:
                seen.add(line)
                lines.append(line)
        return lines

    def searches(self, more=""):
        words = collections.Counter(
            word for path in self.every_slug() for word in path.rsplit("/", 1)[1].split("-") if len(word) > 3)
        words = [word for word, _ in words.most_common(WORDS)]
        pairs = [(one, other) for one in words for other in words if one != other]
        self.random.shuffle(pairs)
        return [f"/v1/search?q={one}%20{other}{more}" for one, other in pairs]

    def writes(self, count):
        headers = f"Authorization: Bearer {self.key}\tContent-Type: application/json"
        stamp = f"{time.time_ns():x}"
        body = '{"type":"resources","kind":"report","title":"Measured %s %d"}'
        return [f"/v1/manage/resources?publish=true\tPOST\t{body % (stamp, n)}\t{headers}" for n in range(count)]


def publishing(hub, key, stop, every=0.05):
    """Publishes an entry twenty times a second until told to stop."""
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    number = 0
    while not stop.wait(every):
        body = json.dumps({"type": "resources", "kind": "report", "title": f"Meanwhile {time.time_ns()} {number}"})
        status = hub.get("/v1/manage/resources?publish=true", headers, "POST", body)[0]
        if status != 201:
            sys.exit(f"a publish call was answered with {status}")
        number += 1


def filled(asked, target):
    """A folder with a filled hub, to be written to."""
    run = ROOT / "target/load/run"
    shutil.rmtree(run, ignore_errors=True)
    source = asked.data
    if source is None:
        source = ROOT / f"target/load/hub-{asked.entries}"
        if not source.exists():
            new = source.with_suffix(".new")
            shutil.rmtree(new, ignore_errors=True)
            new.mkdir(parents=True)
            with open(new / "hub.ndjson", "w") as out:
                subprocess.run([target / "examples/generate", str(asked.entries)], stdout=out, check=True)
            subprocess.run([target / "rights-hub", "import", new / "hub.ndjson", "--publish", "--data-dir", new], check=True)
            (new / "hub.ndjson").unlink()
            new.rename(source)
    shutil.copytree(source, run)
    return run


def tell_memory(hub):
    print("memory at {} places in the log: {} MiB now, {} MiB at most".format(hub.json("/v1")["last_seq"], *hub.memory()), flush=True)


def main():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--entries", type=int, default=20_000)
    reader.add_argument("--rounds", type=int, default=3)
    reader.add_argument("--seconds", type=int, default=4, help="of each run")
    reader.add_argument("--only", help="workloads, joined by commas")
    reader.add_argument("--data", type=Path, help="a folder with a filled hub")
    reader.add_argument("--cores", default="0,1", help="the servers' and the client's")
    reader.add_argument("--built", type=Path, help="a folder with the built programs; nothing is built")
    asked = reader.parse_args()
    # An end from outside is an end as any other.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    if not shutil.which("wrk"):
        sys.exit("wrk is not here: it is in the packages of most systems (apt-get install wrk)")
    target = asked.built or Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
    if not asked.built:
        subprocess.run(["cargo", "build", "--release", "--bin", "rights-hub", "--example", "ceiling", "--example", "generate"],
                       cwd=ROOT, check=True)
    serving, client = asked.cores.split(",")
    data = filled(asked, target)
    # What publishes meanwhile is a client, too.
    os.sched_setaffinity(0, {int(client)})
    key = subprocess.run([target / "rights-hub", "keys", "create", "--name", "load", "--scopes", "draft,publish",
                          "--data-dir", data], check=True, capture_output=True, text=True).stdout
    key = re.search(r"rhub_\S+", key)[0]

    ceiling = Server(serving, [target / "examples/ceiling", f"127.0.0.1:{CEILING}"], CEILING, ENTRY)
    # One client stands for many.
    hub = Server(serving, [target / "rights-hub", "serve", "--listen", f"127.0.0.1:{HUB}", "--data-dir", data, "--workers", "1",
                           "--rate-limit", "off", "--max-requests", "4096"], HUB, "/health/live")
    began = time.monotonic()
    while hub.json("/health/ready").get("search") == "building":
        time.sleep(0.1)
    searchable = hub.ready_after + time.monotonic() - began
    hub.rest()
    print(f"{hub.json('/v1')['last_seq']} places in the log; ready after {hub.ready_after:.2f} s, search after "
          f"{searchable:.1f} s; {hub.memory()[0]} MiB at rest", flush=True)

    asks = Workloads(hub, key)
    every = asks.every_slug()
    hot = every[:200]
    compressed = lambda paths: [f"{path}\tGET\t\t{BROWSERS}" for path in paths]
    # Not every one may be embedded.
    cards = [path for path in (path.replace("/v1", "/embed", 1) for path in hot) if hub.get(path)[0] == 200]
    known = [f"{path}\tGET\t\tIf-None-Match: {hub.get(path)[1]['etag']}" for path in hot]
    lists, faceted = asks.lists(40_000), asks.lists(10_000, f"&facet={','.join(FACETS)}")
    searched = f"&facet=type,{','.join(FACETS[:3])}&highlight=true"
    # Workload: the lines, the ceiling's body, connections, whether everything is asked once before.
    workloads = {
        "item": (every, ENTRY, 32, True),
        "hot": (hot, ENTRY, 32, True),
        "hot-coded": (compressed(hot), ENTRY, 32, True),
        "304": (known, ENTRY, 32, True),
        "thousand": (hot, ENTRY, 1000, True),
        "cards": (compressed(cards), ENTRY, 32, True),
        "list": (lists, LIST, 32, False),
        "list-facets": (faceted, LIST, 32, False),
        "list-again": (lists[:500], LIST, 32, True),
        "again-coded": (compressed(lists[:500]), LIST, 32, True),
        "search": (asks.searches(), LIST, 8, False),
        "search-full": (asks.searches(searched), LIST, 8, False),
        "search-again": (asks.searches(searched)[:100], LIST, 8, True),
        "home": (compressed(["/v1/home"]), LIST, 32, True),
        "related": ([f"{path}/related" for path in every], LIST, 8, False),
        "changes": ([f"/v1/changes?since={n * 97 % asked.entries}&limit=100" for n in range(1000)], LIST, 8, False),
        "export": (["/v1/export"], LIST, 1, False),
        "publish-1": (asks.writes(20_000), ENTRY, 1, False),
        "publish-8": (asks.writes(20_000), ENTRY, 8, False),
        "while": (hot, ENTRY, 32, True),
    }
    chosen = asked.only.split(",") if asked.only else list(workloads)
    print(f"{'workload':13}{'a second':>10}{'p50 ms':>9}{'p99 ms':>9}{'errors':>8}{'kB':>7}{'of ceiling':>12}{'its p99':>9}"
          f"{'µs of processor':>17}{'of ceiling':>12}{'of its size':>13}", flush=True)
    first_to_write = next((name for name in chosen if name in WRITING), None)
    for name in chosen:
        lines, path, connections, warm = workloads[name]
        if name == first_to_write:
            tell_memory(hub)
        rounds = []
        asked_before = 0
        while warm and asked_before < len(lines) * 1.2:
            asked_before += load(hub, lines, client, 2, 32)["requests"]
        for _ in range(asked.rounds):
            if not warm:
                asks.random.shuffle(lines)
            top = load(ceiling, [path], client, 2, connections)
            if name.startswith("publish"):
                lines = asks.writes(20_000)
            stop, writer = threading.Event(), None
            if name == "while":
                writer = threading.Thread(target=publishing, args=(hub, key, stop))
                writer.start()
            found = load(hub, lines, client, asked.seconds, connections)
            stop.set()
            if writer:
                writer.join()
            rounds.append({**found, "ratio": found["rate"] / top["rate"], "top": top["p99"], "less": top["cpu"] / found["cpu"]})
        middle = lambda member: statistics.median(one[member] for one in rounds)
        problems = sum(one["errors"] + one["refused"] for one in rounds)
        size = middle("bytes") / max(middle("requests"), 1) / 1000
        alike = load(ceiling, [f"/{min(max(int(size * 1000) - HEAD, 0), 1 << 20)}"], client, 2, connections)
        print(f"{name:13}{middle('rate'):10.0f}{middle('p50'):9.2f}{middle('p99'):9.2f}{problems:8}{size:7.1f}"
              f"{middle('ratio'):12.3f}{middle('top'):9.2f}{middle('cpu'):17.1f}{middle('less'):12.3f}{middle('rate') / alike['rate']:13.3f}", flush=True)
    tell_memory(hub)
    hub.stop()
    ceiling.stop()
    shutil.rmtree(data)


if __name__ == "__main__":
    main()
