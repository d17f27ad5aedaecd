"""Lists of figures that a total is given of: where they end, whether they can be added, and whether they do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from checks.case.errors import CaseError
from checks.reading.figures.sums import add_up
from checks.reading.parts import AmountPhrase, Certainty, Suspicion
from checks.reading.suspicions.sums.stated import (
    Stated,
    is_count,
    is_money,
    is_person,
    noun_of,
    parsed,
    singular,
    words_of,
    written,
)

NO_END = r"[^:;.!?()—–]"
# Between two parts of a list: what the first one is of, and the mark or word that parts them.
LISTED = re.compile(
    r"\s*\),?(?: and)? [^().;:]{1,50}\(|"
    rf"{NO_END}{{0,90}}?(?:,|;|\band|\bplus|\bas well as|&|\bwith)\s+(?:and |then |with |plus |the |other |"
    rf"another |a further |an |a |"
    r"additional |remaining |further |rest, |remainder, |just |only |for |to |in |from |on |by |at |of |as )*"
)
ANYTHING_BUT = re.compile(
    r"\b(?:said(?! (?:yes|no|they|that they)\b)|says|told|while|but|whereas|although|because|after|before|when|"
    r"compared|than)\b"
)
IN_ALL = re.compile(r"[^,;:.!?]{0,45}?\b(?:in all|in total|altogether|all told|in sum|combined)\b")
OPEN_ENDED = re.compile(
    r"\b(?:others?|rest|remainder|several|many|some|few|dozens|unknown|more|various|at least|among others|etc|"
    r"so on|both|also|too|"
    r"overlap\w*|each|respectively|per|including|include[sd]?|except|not counting|excluding|on top|plus|unclear|"
    r"unconfirmed)\b"
)
_UNNAMED = re.compile(r"(?:,| and| or|;)\s+(?:(?:an?|the|his|her|its|their|one) [a-z]|[A-Z])")
MOST_PARTS = 12


def list_end(stated: Stated, first: int) -> int:
    """The last figure of the list that begins with the figure `first`."""
    last = first
    while last + 1 < len(stated.figures):
        glue = stated.low[last + 1]
        if not LISTED.fullmatch(glue) or ANYTHING_BUT.search(glue) or IN_ALL.match(stated.low[last + 2]):
            break
        last += 1
    return last


def is_open(stated: Stated, first: int, last: int) -> bool:
    """Whether the list says that there are more, or that something is counted in two of its parts."""
    named = "".join([*stated.low[first + 1 : last + 1], stated.low[last + 1]])
    return bool(OPEN_ENDED.search(re.sub(r"\b(?:the )?(?:other|remaining|rest)\s*$", "", named)))


def unnumbered(stated: Stated, first: int, last: int) -> int:
    """How many things without a number a list may hold: `30 men, 15 women and a child`."""
    found = 0
    for k in range(first + 1, last + 1):
        found += max(0, len(_UNNAMED.findall(stated.between[k])) - 0)
    return found + len(_UNNAMED.findall(re.split(r"[.!?:;—–)]", stated.between[last + 1])[0]))


def of_one_kind(parts: Sequence[AmountPhrase], total: AmountPhrase) -> bool:
    """Whether figures can be added: one unit, and people with people."""
    everything = [*parts, total]
    if not all(is_count(one) and not one.change for one in everything) or len(parts) > MOST_PARTS:
        return False
    if len({one.unit for one in everything if one.unit}) > 1 or total.unit.replace("point", "") != parts[
        0
    ].unit.replace("point", ""):
        return False
    if total.unit in ("percent", "percentage point", "degree", "day", "year", "month", "week") or any(
        "old" in one.exact.lower() or "year-old" in one.of.lower() for one in everything
    ):
        return False
    nouns = [noun_of(one) for one in parts if noun_of(one)]
    persons = is_person(noun_of(total))
    return (
        all(is_person(noun) == persons or not noun_of(total) for noun in nouns)
        and len({is_person(n) for n in nouns}) < 2
    )


def counts_the_items(parts: Sequence[AmountPhrase], total: AmountPhrase) -> bool:
    """Whether the total counts the items of the list (`two pledges: 40 homes and 12 shops`)."""
    apart = any(noun_of(part) not in ("", noun_of(total)) for part in parts) and not is_person(noun_of(total))
    larger = any((part.value or 0) > (total.value or 0) for part in parts)
    if len(parts) == total.value and not is_person(noun_of(total)):
        return not is_money(total)  # “three parties: 40 for the Blues, …”
    return not is_money(total) and apart and larger


def surely_parts(parts: Sequence[AmountPhrase], total: AmountPhrase, stated: Stated) -> bool:
    """Whether nothing but a sum can be meant: people or money, the same noun or none; exact, and nobody's speech."""
    nouns = {noun_of(part) for part in parts}
    plain = is_money(total) or is_person(noun_of(total)) or nouns <= {"", noun_of(total)}
    return plain and not stated.quoted and not any(one.bound for one in (*parts, total))


def disjoint(stated: Stated, first: int, last: int) -> bool:
    """Whether nobody can be counted twice: men, women, boys, girls, children."""
    nouns = []
    for k in range(first, last + 1):
        were = re.match(r"\s+(?:were|was|are|is) (\w+)", stated.low[k + 1])
        nouns.append(noun_of(stated.figures[k]) or (singular(were[1]) if were else ""))
    return (
        set(nouns) <= {"man", "woman", "boy", "girl", "child"}
        and len(set(nouns)) == len(nouns)
        and "child" not in nouns[:-1]
    )


def suspected(
    stated: Stated,
    parts: Sequence[AmountPhrase],
    total: AmountPhrase,
    certainty: Certainty,
    extras: int,
    at_most: bool,
    spare: Sequence[AmountPhrase],
) -> Iterator[Suspicion]:
    """A suspicion where the parts cannot add up, with up to `extras` things more that no number was given of."""
    if (
        not at_most
        and len(parts) > 2
        and any(
            answer(some, total, 0)[0] == "yes" or sum(one.value or 0 for one in some) == total.value
            for size in range(2, len(parts))
            for some in combinations(parts[:8], size)
        )
    ):
        certainty = "look"  # one may be a part of a part: “30 men, 15 of them from the village, and 25 women”
    if at_most and total.bound not in ("", "at most", "less than"):
        return
    if any(answer(parts, total, extra, at_most)[0] != "no" for extra in range(min(extras, 4) + 1)):
        return
    if any(is_count(one) and answer(parts, one, 0)[0] != "no" for one in spare):
        return  # the sum is that of another figure in the sentence
    listed = "; ".join(written(part) for part in parts)
    limit = written(total)
    limit = f"at most {limit}" if at_most and not total.bound else limit
    _, told = added(listed, limit)
    what = "A part is more than the whole" if len(parts) == 1 else "The parts and the total do not go together"
    certainty = "likely" if certainty == "certain" and stated.quoted else certainty
    yield Suspicion("total", "total_adds_up", f"{what}: {told}.", certainty, words_of(*parts, total),
                    (("parts", listed), ("total", limit)))  # fmt: skip


def answer(parts: Sequence[AmountPhrase], total: AmountPhrase, extra: int, at_most: bool = False) -> tuple[str, str]:
    """What the check would answer of parts and total, with `extra` more that no number was given of."""
    more = [str(extra)] if extra else []
    limit = written(total)
    return added(
        "; ".join([*(written(part) for part in parts), *more]),
        f"at most {limit}" if at_most and not total.bound else limit,
    )


def added(parts: str, total: str) -> tuple[str, str]:
    """What the check would answer to what a claim asserts; undecided where it cannot read it."""
    amounts, whole = [parsed(part.strip()) for part in parts.split(";")], parsed(total)
    read = [amount for amount in amounts if amount]
    if whole is None or len(read) < len(amounts):
        return "cannot tell", ""
    try:
        return add_up(read, whole)
    except CaseError:
        return "cannot tell", ""
