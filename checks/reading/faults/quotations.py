"""A quotation altered, and the same quotation in other marks, spaces and capitals."""

from __future__ import annotations

import re
from itertools import pairwise

from checks.reading.faults.numbers import value_of
from checks.reading.faults.parts import Changed, once, put
from checks.reading.speech.cues import listed

_SMALL = listed(
    "a an and are as at be been but by did do does for from had has have he her his if in is it its may might must no"
    " nor not of off on or our out over she so than that the their them then there they this to up was we were what"
    " when which who will with would you your"
)
# A word, and one that is nearly the same.
_NEAR = {
    "a": "the", "the": "a", "we": "they", "our": "their", "is": "was", "are": "were", "can": "could", "will": "would",
}  # fmt: skip
# In the place of any word of weight: common words that no table has as the same as one another.
_OTHERS = ("window", "careful", "yellow", "distant", "kitchen", "gentle", "winter", "copper")
_ADDED = ("really", "always", "quickly", "secretly")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


def altered(text: str) -> list[Changed]:
    """The words with one changed, one left out in the midst, one put in, or two exchanged: no longer those words."""
    found = []
    words = list(_WORD.finditer(text))
    heavy = [word for word in words if word[0].lower() not in _SMALL and not word[0].isdigit()]
    for number, word in enumerate(heavy):
        other = _OTHERS[number % len(_OTHERS)]
        if other != word[0].lower():
            like = other.capitalize() if word[0][0].isupper() else other
            found.append(Changed("a quotation altered", word[0], like, put(text, *word.span(), like)))
    for word in words[1:-1]:
        beside = text[: word.start()].rstrip()[-1:] + text[word.end() :].lstrip()[:1]
        if word in heavy and not set("….[]") & set(beside):  # an ellipsis beside it stands for it
            found.append(Changed("a quotation altered", word[0], "", put(text, *word.span(), "")))
    for number, word in enumerate(words[1:]):
        adverb = _ADDED[number % len(_ADDED)]
        if text[word.start() - 1] == " ":
            new = f"{text[: word.start()]}{adverb} {text[word.start() :]}"
            found.append(Changed("a quotation altered", "", adverb, new))
    for word in words:
        near = _near(word[0])
        if near:
            found.append(Changed("a quotation altered", word[0], near, put(text, *word.span(), near)))
    for first, second in pairwise(heavy):
        between = text[first.end() : second.start()]
        if first[0].lower() != second[0].lower() and not re.search(r"[^\w\s]", between):
            new = f"{text[: first.start()]}{second[0]}{between}{first[0]}{text[second.end() :]}"
            found.append(Changed("a quotation altered", first[0], second[0], new))
    return once(found, text)


def _near(word: str) -> str:
    """A word that is nearly the same and says another thing: a plural for a singular, *the* for *a*; or nothing."""
    if word.lower() in _NEAR:
        other = _NEAR[word.lower()]
        return other.capitalize() if word[0].isupper() else other
    if (
        word.lower() in _SMALL
        or value_of(word) is not None
        or not word.isalpha()
        or len(word) < 4
        or word.endswith(("ss", "ed", "ing", "ly"))
    ):
        return ""
    return word[:-1] if word.endswith("s") else f"{word}s"


def mark_dropped(text: str) -> list[Changed]:
    """An article with a closing quotation mark lost, so that a quotation never ends."""
    found = []
    for match in re.finditer(r"(?<=[\w.,!?…])”", text):
        quoted = " ".join(text[text.rfind("“", 0, match.start()) + 1 : match.start()].split()[:4])
        found.append(Changed("a quotation altered", quoted, "", put(text, *match.span(), "")))
    return once(found, text)


def alike(text: str) -> list[str]:
    """The same words in other typography: marks, spaces, dashes, the first letter, a full stop."""
    found = [
        text.replace("’", "'"), text.replace("'", "’"), text.replace(" ", "\u00a0"), text.replace(" ", "  ", 1),
        text.replace("…", "..."), text.replace(" … ", " . . . "), text.replace("—", " – "), f"{text}.", f"“{text}”",
        text[:1].lower() + text[1:], text.replace(" ", "\n", 1), f"{text},",
    ]  # fmt: skip
    return [one for one in dict.fromkeys(found) if one != text]


def source_alike(text: str) -> list[str]:
    """A source that prints the same words with straight marks, other spaces, or a word with a soft hyphen in it."""
    found = [
        text.replace("’", "'").replace("“", '"').replace("”", '"'), text.replace(" ", "\u00a0"),
        text.replace(" ", "  "), text.replace("'", "’"),
    ]  # fmt: skip
    long = next((word for word in _WORD.finditer(text) if len(word[0]) > 7 and word[0].islower()), None)
    if long:
        found.append(put(text, *long.span(), f"{long[0][:4]}\u00ad{long[0][4:]}"))
    return [one for one in dict.fromkeys(found) if one != text]
