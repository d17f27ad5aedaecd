"""A text divided by spaCy's small English model, with its grammar: a proposal, which rules may set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from checks.case.errors import CaseError
from checks.reading.named.parser import NO_WORD, loaded_without
from checks.reading.slots.clause_mends import mend
from checks.reading.slots.mention_titles import titles_in

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONE = re.compile(r"[\ud800-\udfff]")  # half a character, which JSON can hold and spaCy cannot read
_KEY = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")  # “signing_date” in a record
_STAND_IN = "Macbeth"  # what the parser is shown for a title: the model knows a name when it is one word
_Titles = list[tuple[int, int]]
_BATCH = 32
_MOST_KEPT, _LONGEST_KEPT = 256, 4_000  # texts, and characters of one: kept, they take some ten megabytes
_kept: dict[str, Doc] = {}  # what was read last, since a case is read many times over in one process


@cache
def _grammar() -> Any:
    """The model with tagger, parser, lemmatizer and names. Raises `CaseError` where it is not installed."""
    loaded = loaded_without(["senter"])
    if loaded is None:
        told = "claims are divided by spaCy's small English model, which is not installed: run `make .venv/ready`"
        raise CaseError(told)
    return loaded[0]


def parsed(text: str) -> Doc:
    """The text with its grammar: tags, lemmas, the tree of each sentence, and what the model takes for names."""
    return next(all_parsed([text]))


def all_parsed(texts: Iterable[str]) -> Iterator[Doc]:
    """As `parsed`, of many texts in their order, which goes faster.

    Each has as many characters as it had, so that places stay; what no word can be is read as spaces. The title of a
    work is one token: *Take It or Leave It* neither makes nor breaks. Each is the caller's own: the same text gives
    another copy, so that two sides with the same words stay two, and what is noted on one is not on the next.
    """
    rest = iter(texts)
    while batch := list(islice(rest, _BATCH)):
        known = {text: _kept[text] for text in batch if text in _kept}
        new = [text for text in dict.fromkeys(batch) if text not in known]
        known |= zip(new, _read(new), strict=True)
        for text, doc in known.items():
            _kept.pop(text, None)  # to put it last, since the first goes first
            if len(text) <= _LONGEST_KEPT:
                _kept[text] = doc
        while len(_kept) > _MOST_KEPT:
            del _kept[next(iter(_kept))]
        for text in batch:
            yield known[text].copy()


def _read(texts: Iterable[str]) -> Iterator[Doc]:
    shown = (_shown(_plain(text)) for text in texts)
    for doc, (text, titles) in _grammar().pipe(shown, as_tuples=True, batch_size=_BATCH):
        whole = _with_titles(doc, text, titles) if titles else doc
        mend(whole)
        yield whole


def _plain(text: str) -> str:
    text = _LONE.sub("?", text)
    text = NO_WORD.sub(lambda match: " " * len(match[0]), text)
    return _KEY.sub(lambda match: match[0].replace("_", " "), text)


def _shown(text: str) -> tuple[str, tuple[str, _Titles]]:
    """The text as the parser is shown it, with the text itself and where its titles are."""
    titles, parts, at = titles_in(text), [], 0
    for start, end in titles:
        parts += [text[at:start], _STAND_IN]
        at = end
    return "".join((*parts, text[at:])), (text, titles)


def _with_titles(doc: Doc, text: str, titles: _Titles) -> Any:
    """The grammar of what the parser was shown, with the titles for what stood in for them."""
    from spacy.tokens import Doc

    words, shift, rest = [], 0, list(titles)
    for token in doc:
        word = token.text
        if rest and token.idx <= rest[0][0] - shift < token.idx + len(token):
            start, end = rest.pop(0)
            before = start - shift - token.idx
            word = word[:before] + text[start:end] + word[before + len(_STAND_IN) :]
            shift += end - start - len(_STAND_IN)
        words.append(word)
    titled = {i for i, token in enumerate(doc) if words[i] != token.text}
    whole = Doc(
        doc.vocab,
        words=words,
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        lemmas=[words[i] if i in titled else token.lemma_ for i, token in enumerate(doc)],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
        ents=[_entity(token, i in titled) for i, token in enumerate(doc)],
    )
    return whole if whole.text == text else _grammar()(text)


def _entity(token: Any, title: bool) -> str:
    if title:
        return "B-WORK_OF_ART"
    if not token.ent_type_:
        return "O"
    begins = token.ent_iob_ == "B" or (token.i > 0 and token.nbor(-1).text == _STAND_IN)
    return f"{'B' if begins else 'I'}-{token.ent_type_}"
