#!/usr/bin/env python3
"""Measures what followers of a hub get: benches/sync.py DATA_DIR

DATA_DIR holds a filled SQLite hub (`rights-hub import … --publish --data-dir DATA_DIR`), which is only read. The hub is
served from a release build, and once it rests: export, digest, catching up the last 1,000 changes, a cold mirror in a
folder that is removed, proved equal. Each line says wall time, the processor time of the hub and, of the mirror, its own.
"""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

BINARY = os.path.join(os.environ.get("CARGO_TARGET_DIR", "target"), "release", "rights-hub")
BINARY = os.environ.get("RIGHTS_HUB", BINARY)


def memory(process, field):
    """Kilobytes that a process has (`VmRSS`), or had at most (`VmHWM`)."""
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        return int(re.search(rf"^{field}:\s+(\d+)", status.read(), re.M)[1])


def processor(process):
    with open(f"/proc/{process.pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def read(url):
    with urllib.request.urlopen(url, timeout=600) as answer:
        size, piece = 0, answer.read(1 << 20)
        while piece:
            size, piece = size + len(piece), answer.read(1 << 20)
        return size


def ask(url):
    with urllib.request.urlopen(url, timeout=600) as answer:
        return json.load(answer)


def measured(hub, name, work):
    before, began = processor(hub), time.monotonic()
    told = work()
    seconds = time.monotonic() - began
    print(f"{name}: {seconds:.2f} s, {processor(hub) - before:.2f} s of the hub's processor time; {told(seconds)}", flush=True)


def rest(hub):
    """Waits until the hub does nothing: its search index may still be built."""
    quiet, before = 0, processor(hub)
    while quiet < 3:
        time.sleep(2)
        now = processor(hub)
        quiet, before = (quiet + 1 if now - before < 0.1 else 0), now


def measure(hub, address):
    count = ask(f"{address}/v1/inventory/digest")["total"]["count"]
    rest(hub)
    print(f"{count} entries; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors", flush=True)

    def export():
        size = read(f"{address}/v1/export")
        return lambda seconds: f"{count / seconds:.0f} documents a second, {size >> 20} MiB"

    with open(f"/proc/{hub.pid}/clear_refs", "w", encoding="ascii") as refs:
        refs.write("5")  # From here on, the most memory is counted anew.
    idle = memory(hub, "VmRSS")
    measured(hub, "export", export)
    print(f"  memory: {idle >> 10} MiB before, {memory(hub, 'VmHWM') >> 10} MiB at most", flush=True)
    measured(hub, "digest", lambda: ask(f"{address}/v1/inventory/digest") and (lambda _: "of everything"))
    last = ask(f"{address}/v1/changes?since=0&limit=1")
    end = last["last_seq"] + last["pending"]

    def catch_up():
        page = ask(f"{address}/v1/changes?since={end - 1000}&limit=1000&docs=true")
        return lambda _: f"{len(page['changes'])} changes with documents, {page['pending']} left"

    for _ in range(3):
        measured(hub, "catching up", catch_up)
        end -= 1000  # Another page each time: answers are kept for those who ask the same.

    folder = tempfile.mkdtemp(prefix="mirror-")

    def mirror():
        command = [BINARY, "mirror", "--from", address, "--data-dir", folder]
        report = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        own = used.ru_utime + used.ru_stime
        return lambda _: (
            f"{report['kept']} kept, complete: {report['complete']}, {own:.1f} s of its own processor time, "
            f"{used.ru_maxrss >> 10} MiB at most"
        )

    try:
        measured(hub, "cold mirror", mirror)
    finally:
        shutil.rmtree(folder)


def main(data):
    command = [BINARY, "serve", "--data-dir", data, "--listen", "127.0.0.1:0"]
    hub = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        told = next(line for line in hub.stderr if line.startswith("Rights Hub serves"))
        threading.Thread(target=hub.stderr.read, daemon=True).start()
        measure(hub, told.split()[-1])
    finally:
        hub.terminate()
        hub.wait()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
