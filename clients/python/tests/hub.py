"""The hub that the tests ask: a real one, whose address is in HUB_URL, with a key that may publish in HUB_KEY."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

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
    """Remembers what was answered, and does something before each question."""

    def __init__(self, before: Callable[[], None] = lambda: None) -> None:
        super().__init__()
        self.before = before
        self.statuses: list[int] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.before()
        response = super().handle_request(request)
        self.statuses.append(response.status_code)
        return response
