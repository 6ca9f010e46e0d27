#!/usr/bin/env python3
"""Takes a hub's webhooks and believes only what the hub has signed (Standard Webhooks 1.0).

    WEBHOOK_SECRET=whsec_… python3 webhook_receiver.py 8000

Prints one line for each change. Nothing is needed but Python's standard library.
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SECRET = base64.b64decode(os.environ.get("WEBHOOK_SECRET", "").removeprefix("whsec_"))
TOLERANCE = 300
seen = set()


def signed(headers, body):
    """Whether the hub has signed this, and lately: an old message may be somebody's recording."""
    name, sent = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not sent.isdigit() or abs(time.time() - int(sent)) > TOLERANCE:
        return False
    digest = hmac.new(SECRET, f"{name}.{sent}.".encode() + body, hashlib.sha256).digest()
    expected = "v1," + base64.b64encode(digest).decode()
    # Two secrets sign while one is rotated: any of the signatures will do.
    return any(hmac.compare_digest(expected, one) for one in headers.get("webhook-signature", "").split())


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        if not signed(self.headers, body):
            self.answer(401)
            return
        # Taken. The work itself belongs into a queue: the hub waits fifteen seconds, and sends again what it got no answer to.
        self.answer(204)
        if self.headers["webhook-id"] in seen:
            return
        seen.add(self.headers["webhook-id"])
        message = json.loads(body)
        data = message.get("data", {})
        if "op" in data:
            # `upsert`: read `href` and show it. `delete`: take it down, in caches, search and backups, too.
            print(data["op"], data["type"], data["id"], flush=True)
        else:
            print(message["type"], flush=True)

    def answer(self, status):
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    if len(sys.argv) != 2 or not SECRET:
        raise SystemExit(__doc__)
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver).serve_forever()
