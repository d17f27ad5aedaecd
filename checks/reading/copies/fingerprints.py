"""What an article can be found by among very many: a fingerprint of some hundreds of bytes, made of its text alone.

Three things stand in it. A digest of its words, the same for two articles only where they say the same. Of the runs of
five words, the smallest by each of `SLOTS` random orders (MinHash, by rensa): articles that share a part of their runs
have the same smallest in about that part of the orders; a long text is signed in stretches, as a short copy has few
runs of the whole. And every name or number with the next two after it, as they are: a rewriting keeps these and no run.

Sources: Broder, On the resemblance and containment of documents, 1997; Dahlgaard, Knudsen and Thorup, Fast similarity
sketching, 2017 (the orders that rensa makes).
"""

from __future__ import annotations

import re
import struct
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

from checks.reading.copies.shingles import plain_words

SLOTS, SEED = 64, 7  # orders in which runs are sorted, always the same
STRETCH = 600  # words of one text that are signed together
MOST = 1_000_000  # characters; of a longer text the beginning is looked at
LEAST_WORDS = 8  # of fewer, not even the same words show anything
FACT = (1 << 40) - 1  # the bits of a number for two neighbouring names or numbers
HEAD = struct.Struct("<QI")  # the digest of the words, 0 for too few of them; how many stretches are signed
# A number, or a word with a capital that no beginning of a sentence gives it.
_ANCHOR = re.compile(r"[^\W\d_a-z](?<=[\w,;'’] .)[^\W\d_]+|\d+(?:[.,]\d+)*")
_ASCII_ANCHOR = re.compile(r"[A-Z](?<=[\w,;'] .)[A-Za-z]+|[0-9]+(?:[.,][0-9]+)*", re.ASCII)  # the same, sooner


def fingerprint(text: str) -> bytes:
    """By what is a text found among others? `HEAD`, then `SLOTS` numbers of 32 bits for each stretch, then facts of 64.

    The same on every machine and in every process. A text without words has neither stretches nor facts.
    """
    from rensa import RMinHash

    text = text[:MOST]
    words = plain_words(text)
    runs = stretches_of(words)
    numbers = list[int]()
    for stretch in runs:
        signed = RMinHash(SLOTS, SEED)
        signed.update(stretch)
        numbers += signed.digest()
    facts = sorted(_facts(text))
    return (
        HEAD.pack(_digest(words), len(runs)) + struct.pack(f"<{len(numbers)}I", *numbers)
        + struct.pack(f"<{len(facts)}Q", *facts)
    )  # fmt: skip


def _digest(words: list[str]) -> int:
    """A number that two texts have alike only where they say the same words; 0 for a text of too few."""
    if len(words) < LEAST_WORDS:
        return 0
    said = " ".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(said, digest_size=8).digest(), "little") or 1


def stretches_of(words: list[str]) -> list[list[str]]:
    """The runs of a text, as many together as one signature stands for; of a text without a run nothing."""
    runs = list(map(" ".join, zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)))
    count = -(-len(runs) // STRETCH)
    return [runs[at * len(runs) // count : (at + 1) * len(runs) // count] for at in range(count)]


def _facts(text: str) -> set[int]:
    """Numbers of 40 bits for every name or number with the next and the next but one."""
    found = (_ASCII_ANCHOR if text.isascii() else _ANCHOR).findall(text)
    anchors = list(map(_code, found))
    return {
        one * 31 + other * 8209 & FACT for step in (1, 2) for one, other in zip(anchors, anchors[step:], strict=False)
    }


@lru_cache(maxsize=8192)
def _code(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))
