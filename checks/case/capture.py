"""A capture: how the bytes of a source came, what they say, and what of them may be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Keep = Literal["quotations", "text", "bytes"]


@dataclass(frozen=True)
class Capture:
    """The bytes of a source as they came, and their provenance; the bytes themselves lie beside the document.

    `file` is their name in the document's folder. `url` was asked and `final_url` answered, after `redirects`
    (`301 https://…`); all three, `status` and `headers` are empty where a file was handed over. `at` is UTC,
    `2031-05-02T10:00:00Z`; `memento` is the time at which an archive says that it took the page, in the same form.
    `text_sha256` is of the words that `tools` find in the bytes, empty for a picture, whose `pixels` are `640 x 480`.
    `keep` says what the rights allow to be kept in the repository. `after` is the document of an earlier capture.
    """

    file: str
    url: str
    final_url: str
    redirects: tuple[str, ...]
    status: str
    headers: Mapping[str, str]
    at: str
    media_type: str
    bytes: int
    sha256: str
    text_sha256: str
    tools: str
    keep: Keep
    pixels: str = ""
    memento: str = ""
    after: str = ""
    drawn: Mapping[str, str] = field(default_factory=dict)

    @property
    def stays(self) -> bool:
        """Whether the bytes belong to the repository, and so must be there."""
        return self.keep == "bytes"
