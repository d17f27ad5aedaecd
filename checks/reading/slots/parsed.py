"""A text divided by spaCy's small English model, with its grammar: a proposal, which rules may set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from checks.case.errors import CaseError
from checks.reading.named.parser import PACKAGES

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NO_WORD = re.compile(r"\S{80,}")  # spaCy's tokenizer takes quadratic time over such a string
_KEY = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")  # “signing_date” in a record


@cache
def _grammar() -> Any:
    """The model with tagger, parser, lemmatizer and names. Raises `CaseError` where it is not installed."""
    for package in PACKAGES:
        try:
            return import_module(package).load(exclude=["senter"])
        except ImportError:
            continue
    raise CaseError("claims are divided by spaCy's small English model, which is not installed: run `make .venv/ready`")


def parsed(text: str) -> Doc:
    """The text with its grammar: tags, lemmas, the tree of each sentence, and what the model takes for names."""
    return next(all_parsed([text]))


def all_parsed(texts: Iterable[str]) -> Iterator[Doc]:
    """As `parsed`, of many texts in their order, which goes faster.

    Each has as many characters as it had, so that places stay; what no word can be is read as spaces.
    """
    yield from _grammar().pipe((_plain(text) for text in texts), batch_size=32)


def _plain(text: str) -> str:
    text = _NO_WORD.sub(lambda match: " " * len(match[0]), text)
    return _KEY.sub(lambda match: match[0].replace("_", " "), text)
