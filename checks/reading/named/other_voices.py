"""Words in a body's own paper that are, or may be, of somebody else who speaks or acts in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checks.reading import telling_words
from checks.reading.named import titles
from checks.reading.named.gazetteer import given_names
from checks.reading.named.offices import offices_among
from checks.reading.named.tokens import tokens_of
from checks.reading.sentences import sentences
from checks.reading.speech.cues import BE, DETERMINERS, listed

_NOUNS_TOO = listed("reports calls claims shows costs backs blocks strikes visits recalls leaves moves hits issues")
_SAYINGS = telling_words.SAYINGS - _NOUNS_TOO
_DOES = (telling_words.SAYINGS | telling_words.DEEDS) - _NOUNS_TOO
_OWN_VOICE = listed("we i it this which that who not to")  # the paper itself, or a word whose subject stands before it
_BETWEEN = listed("has have had also later then now itself himself herself will would")
_BEFORE_NOUNS = DETERMINERS | BE | listed("of in on at for with from until by and or as get gets got")
_NOT_ACTING = listed("until till from for to on at in since by as because of")  # *closed until May*: it was done to it
_QUOTED = re.compile(r"[“\"][^”\"\s]+(?:\s[^”\"\s]+){2,}[”\"]")  # three words or more: less is a word that is named
_SOMEBODY = re.compile(r"\b(?:he|she|somebody|someone)\b", re.IGNORECASE)
_PERSON = re.compile(r"(?P<given>[A-Z][\w’'-]+)(?: [A-Z]\.)? [A-Z][\w’'-]+")
_WORD = re.compile(r"[\w’'-]+|[^\w\s]")


def other_voice(text: str, own: Sequence[str]) -> str:
    """The first words of a text that may be of somebody else than the body whose names are `own`; empty if none are.

    Words in quotation marks, a word for saying, an office, a person's name, *he* or *she*, and who does a deed. What
    *we* say or do is the paper's own.
    """
    for name in sorted(own, key=len, reverse=True):
        text = re.sub(rf"(?:[Tt]he )?{re.escape(name)}", "we", text)
    found = [(match.start(), match[0]) for pattern in (_QUOTED, _SOMEBODY) for match in pattern.finditer(text)]
    found += [(match.start(), match[0]) for match in _PERSON.finditer(text) if match["given"] in given_names()]
    found += [(one.start, one.exact) for one in offices_among(tokens_of(text, sentences(text)))]
    for start, end in sentences(text):
        words = list(_WORD.finditer(text, start, end))
        told = (_told_at(words, index) for index in range(len(words)))
        found += [(first, text[first:last]) for first, last in filter(None, told)]
    return min(found)[1].strip('“”"') if found else ""


def _told_at(words: Sequence[re.Match[str]], index: int) -> tuple[int, int] | None:
    """Where a saying or a deed stands, with a word for who does it; None for no such word, and for the paper's own."""
    word, deed = words[index], words[index][0].lower()
    after = words[index + 1][0].lower() if index + 1 < len(words) else ""
    before = index - 1
    while before >= 0 and (words[before][0] in _BETWEEN or words[before][0].endswith("ly")):
        before -= 1
    who = words[max(before, 0)]
    if deed not in _DOES or (before >= 0 and who[0].lower() in _OWN_VOICE):
        return None
    if (
        after == "by"
        and index + 2 < len(words)
        and words[index + 2][0].lower() not in _OWN_VOICE | titles.DAYS_AND_MONTHS
    ):
        return word.start(), words[index + 2].end()
    acting = before >= 0 and who[0][0].isalpha() and who[0].lower() not in _BEFORE_NOUNS
    if deed in _SAYINGS or (acting and after[:1].isalnum() and after not in _NOT_ACTING):
        return (who if acting else word).start(), word.end()
    return None
