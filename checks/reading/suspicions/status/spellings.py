"""How alike two names are written, and the suspicion that they are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.reading.parts import Certainty, Suspicion, Words

if TYPE_CHECKING:
    from checks.reading.article import Reading

CHECK = "status_is_consistent"


def suspected(reading: Reading, reason: str, certainty: Certainty, *spans: tuple[int, int]) -> Suspicion:
    """The suspicion that the words of these spans give one person or body two names."""
    words = tuple(Words(start, end, reading.text[start:end]) for start, end in sorted(spans))
    return Suspicion("two names", CHECK, reason, certainty, words)


def start_alike(one: str, other: str) -> bool:
    """Whether one given name is the beginning of the other: Al, Alan; Chris, Christopher."""
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) > 1 and long.startswith(short)


def respelt(one: str, other: str) -> bool:
    """Whether two forms of a name are rather two spellings: Jonathan, Jonathon."""
    return apart(one, other) == 1 and min(len(one), len(other)) > 5


def misspelt(one: str, other: str) -> bool:
    """Whether two surnames differ in a letter or two in the middle or a vowel at the end, not in another’s ending."""
    short, long = sorted((one, other), key=len)
    if one == other or len(short) < 4 or one[0] != other[0]:
        return False
    if sorted(one) == sorted(other):
        return True  # two letters exchanged: Osei, Osie
    if long.startswith(short) or (len(long) - len(short) > 1):
        return False
    return apart(one, other) <= (2 if len(short) > 6 else 1) or (
        one[-1] == other[-1] and apart(one, other) == 2 and len(short) > 3
    )


def misread(one: str, other: str) -> bool:
    """Whether two surnames begin alike and share most letters: what is meant for one may be written as the other."""
    short, long = sorted((one, other), key=len)
    if len(short) < 5 or one[:3] != other[:3] or long.startswith(short) or len(long) - len(short) > 2:
        return False
    return 5 * apart(one, other) <= 2 * len(long) + 1


def apart(one: str, other: str) -> int:
    """How many letters must be put in, taken out or exchanged to make one word of the other (Levenshtein 1966)."""
    one, other = one[:30], other[:30]
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, against in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != against))
    return row[-1]
