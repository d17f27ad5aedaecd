"""Titles of works in a text, which are names though their words are verbs and pronouns: *Take It or Leave It*."""

from __future__ import annotations

import re

from checks.reading.speech.cues import listed

_QUOTED = re.compile(r"[\"“]([^\"“”\n]{1,80})[\"”]")
_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d+")
_SMALL = listed("of the and or in a an to for with on at by from vs de la le nor as into")
# Words that stand with a capital inside a sentence only where they are part of a title.
_TELLING = listed(
    "It Or You Me My Your Is Are Not We Us Up To With How Why What Who Where When Be Do Get Make Break Let Go Never "
    "Always If And But For On In At From This That These Those Her His Our Their Him Them They He She Was Were Into "
    "Out Off Over Under Down Come Have Has Had Can Will Shall Don't Don’t Can't Can’t It's It’s I'm I’m You're You’re"
)
_NO_TITLE = listed("yes no never maybe sorry hello")
_WORKS = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:is|was) (?:a|an|the) (?:[\w’'-]+,? ){0,8}?"
    r"(?:film|movie|song|single|album|novel|book|series|sitcom|show|drama|play|musical|opera|documentary|game|painting|"
    r"poem|comedy|thriller|programme|program|EP|magazine|episode)\b"
)
_RUN = re.compile(
    r"(?:[A-Z][\w’'-]*|\d+)"
    r"(?:(?:,? (?:of|the|and|or|in|a|an|to|for|with|on|at|by|from|vs)){0,3} (?:[A-Z][\w’'-]*|\d+)){1,8}"
)
_ENDS = re.compile(r"(?:^|[.!?:;\n\"“”])\s*$")
_NEAR = 150  # characters on either side that show whether the line is a headline
_LOWER = re.compile(r"\b[a-z]{2,}")


def titles_in(text: str) -> list[tuple[int, int]]:
    """Where titles of works stand: start and end (code points, end exclusive), in order, none inside another."""
    found = [
        (match.start(1), match.end(1)) for match in _QUOTED.finditer(text) if _reads_as_title(match[1])
    ]  # fmt: skip
    for match in _RUN.finditer(text):
        if _is_title(match, text) and not any(match.start() < end and start < match.end() for start, end in found):
            found.append(match.span())
    return sorted(found)


def _reads_as_title(words: str) -> bool:
    """Whether the words between quotation marks are capitalised as a title is, not as a sentence."""
    parts = words.split()
    if not parts or len(parts) > 9 or words[-1] in ",.;:" or words != words.strip() or words.lower() in _NO_TITLE:
        return False
    if any(mark in words for mark in "()[]…"):
        return False
    if not parts[0][:1].isupper() and not parts[0][:1].isdigit():
        return False
    capital = [one for one in parts if one[:1].isupper() or one[:1].isdigit() or not one[:1].isalnum()]
    small = [one for one in parts if one not in capital]
    if parts[-1] in small or not any(one[:1].isupper() for one in parts):
        return False
    return all(one.lower() in _SMALL for one in small)


def _is_title(run: re.Match[str], text: str) -> bool:
    words = _WORD.findall(run[0])
    at_start = bool(_ENDS.search(text, max(0, run.start() - 3), run.start())) or run.start() == 0
    within = words[1:] if at_start else words
    telling = any(word in _TELLING for word in within) and not all(word in _TELLING for word in words)
    if len(words) > 9 or not (telling or at_start):
        return False
    before = text[max(0, run.start() - _NEAR) : run.start()].rsplit("\n", 1)[-1]
    after = text[run.end() : run.end() + _NEAR].split("\n", 1)[0]
    if len(_LOWER.findall(before)) + len(_LOWER.findall(after)) < 2:
        return False  # a headline has capitals everywhere
    if telling:
        return True
    small = any(word.lower() in _SMALL and word[:1].islower() for word in words)
    return at_start and small and bool(_WORKS.match(text, run.end()))
