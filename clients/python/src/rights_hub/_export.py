"""An export as it comes."""

from __future__ import annotations

import json

from ._entries import ExportLine


class Export:
    """Makes lines of bytes. Only `\\n` ends a line: text may have whatever else ends one elsewhere, such as U+2028."""

    def __init__(self) -> None:
        self._rest = b""
        self._whole = False

    def take(self, chunk: bytes) -> list[ExportLine]:
        """The lines that are complete now."""
        *ended, self._rest = (self._rest + chunk).split(b"\n")
        lines: list[ExportLine] = [json.loads(text) for text in ended]
        if lines:
            self._whole = lines[-1]["kind"] == "trailer"
        return lines

    def end(self) -> None:
        """Raises `EOFError` if this was not all."""
        if self._rest or not self._whole:
            raise EOFError("the export broke off")
