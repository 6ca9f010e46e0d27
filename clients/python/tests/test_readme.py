"""The examples of the README."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from hub import ROOT, URL


class Documentation(unittest.TestCase):
    def test_the_examples_are_typed_and_run(self) -> None:
        page = (ROOT / "README.md").read_text(encoding="utf-8")
        examples = re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
        self.assertEqual(len(examples), 3)
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder) / f"example_{number}.py" for number in range(len(examples))]
            for file, example in zip(files, examples, strict=True):
                file.write_text(example.replace("http://127.0.0.1:8080", URL), encoding="utf-8")
            typed = ["-m", "mypy", "--strict", "--config-file=", "--cache-dir", str(ROOT / ".mypy_cache"), *map(str, files)]
            for command in (typed, *([str(file)] for file in files)):
                done = subprocess.run([sys.executable, *command], capture_output=True, text=True, cwd=folder)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
