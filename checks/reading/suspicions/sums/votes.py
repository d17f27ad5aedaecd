"""Votes that cannot be: more of them than members, a majority with fewer, a margin that the count does not give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from checks.case.errors import CaseError
from checks.reading.figures.numbers import number_at, tokens
from checks.reading.figures.sums import agree
from checks.reading.parts import AmountPhrase, Certainty, Suspicion, Words
from checks.reading.suspicions.sums.adding import added
from checks.reading.suspicions.sums.ballots import ballots_in
from checks.reading.suspicions.sums.claimed_votes import (
    Counted,
    about_the_count,
    ayes_alone,
    beaten_winners,
    covers_all,
    margins,
    seat_majorities,
)
from checks.reading.suspicions.sums.places import Said, said_in
from checks.reading.suspicions.sums.stated import Stated, noun_of, parsed, words_of, written

if TYPE_CHECKING:
    from checks.reading.article import Reading

_BODY = (
    r"(?:council|board|committee|subcommittee|panel|commission|court|bench|jury|senate|assembly|parliament|house|"
    r"chamber|cabinet|legislature|congress|tribunal|knesset|diet|caucus|authority|body|executive|bureau|union|synod)"
)
_MEMBER = (
    r"(?:members?|judges?|justices?|seats?|strong|persons?|man|woman|councill?ors?|senators?|commissioners?|trustees?|"
    r"directors?|jurors?|delegates?|governors?|lawmakers?|legislators?|deputies|mps?|aldermen|supervisors?|regents?)"
)
_SIZED = re.compile(rf"\s*[-‑– ]{_MEMBER}\b(?:['’]s?)?(?: [\w’'-]+){{0,3}}? {_BODY}\b")
_SIZE_OF = re.compile(
    rf"\b(?:vote|votes|ruling|decision|verdict) (?:of|by|among) (?:all )?(?:the |its )$|\b{_BODY} of $|"
    rf"\b{_BODY},? (?:which|that) (?:has|had) $"
)
_OF_A_PARTY = re.compile(r"\s*(?:\w+ ){1,2}(?:of|from|in|on|representing) ")
_MEMBERS = re.compile(rf"\s*(?:\w+ )?{_MEMBER}\b")
_VOTED = re.compile(
    rf"\b(?:vot(?:e|es|ed|ing|ers)|ballots?|rul(?:ed|ing)|decision|approv\w+|reject\w+|pass(?:ed|es)?|adopt\w+|"
    rf"confirm\w+|back(?:s|ed)|"
    rf"elect\w+|carried|divided|split|motion|resolution|{_BODY})\b"
)
_PLAYED = re.compile(
    r"\b(?:goals?|match|game|games|half|half-time|halftime|innings|league|cup|final|season|score\w*|beat|kick|wicket|"
    r"penalt\w+|sets?|overtime|record|playoffs?|points?|draw|tie-?break|championship|series)\b"
)
_PASSED = re.compile(
    r"\b(?:pass(?:ed|es)|approved?|carried|adopted|backed|won|agreed|confirmed|elected|endorsed|beat|defeated)\b"
)
_FAILED = re.compile(
    r"\b(?:fail\w*|reject\w*|lost|los(?:es|ing)|defeated?|against|threw out|thrown out|den(?:y|ied)|block\w*|down|"
    r"not|n.t|short|fell|blocked|refused|over(?:rode|ride|turn\w*)|despite|veto\w*|table)\b"
)
_UNANIMOUS = re.compile(r"\bunanimous(?:ly)?\b")
_NOT_UNANIMOUS = re.compile(
    r"\b(?:not|n.t|nearly|almost|near|but|except|earlier|previous\w*|while|although|after|other|separate\w*)\b"
)
_TWO_VOTES = re.compile(r"\b(?:but|and|while|though|although|except|then|before|earlier|after|not|or)\b|[;:.]")
_MOST_MEMBERS = 2000
_DEFINITE = re.compile(
    r"\b(?:the|all|its|of|among)(?: (?:\w+[’']s|full|entire|assembly[’']s|house[’']s))?\s*$|\b\w+[’']s\s*$|"
    r"\b(?:has|have|had|with)\s*$"
)
_CAME = re.compile(
    rf"(?: \w+)? {_MEMBER}(?: (?:were|was))? (?:present|attended|turned (?:up|out)|took part|in the (?:room|"
    rf"chamber|hall)|"
    r"took their seats|there|came|at the (?:meeting|table))\b|"
    r"(?: [a-z]+){1,2} (?:(?:had |have )?(?:cast (?:an? |their )?(?:valid )?"
    r"(?:votes?|ballots?)|returned (?:their |ballot |voting )?(?:papers?|ballots?|forms)|took part in the "
    r"(?:vote|ballot|poll|election|referendum)))\b"
)
_PART_OF = re.compile(r" of (?:the |its )")
_SOME_OF = re.compile(
    r"\s*(?:\w+ )?(?:\w+ )?(?:who|in (?:the (?:majority|minority)|dissent)|in favou?r|against|"
    r"of (?:the )?(?:[a-z]+ )?(?:party|opposition|government|coalition)|voted|"
    r"voting|present|dissent\w*|opposed|abstain\w*|were absent|absent|agreed|for|from)\b"
)
_TIE_IN_THE_CHAIR = 100  # the United States Senate, whose president is not a member
_LOOSE_BODIES = {"house", "union", "body", "authority", "executive", "bureau", "diet", "chamber", "bench"}
_MARGIN = re.compile(
    r"\b(?:by (?:just |only |a (?:mere|margin of|majority of) )?|majority of (?:just |only )?|"
    r"margin of (?:just |only )?)$"
)
_VOTES_AFTER = re.compile(r"\s*(?:-vote (?:margin|majority)|votes?\b)?")
_TWO_THIRDS = re.compile(r"\b(?:two-thirds|two thirds) (?:majority|vote|margin)\b")
_WANTED = re.compile(
    r"\b(?:need\w*|requir\w*|short|fail\w*|without|not|n.t|miss\w*|lack\w*|would|below|less|fewer|just shy|reject\w*|"
    r"unless|if|must|defeat\w*|lost|fell)\b"
)
_ABSTAINED = re.compile(
    r"\s*(?:\w+ ){0,2}?(?:abstentions?|abstain(?:ed|ing)|absences?|absent)\b|\s*(?:\w+ ){1,2}(?:abstained|"
    r"abstaining)\b"
)
_MAJORITY_SIDE = re.compile(r"\s*(?:of (?:them|the \w+) |[a-z]+ )?(?:in|formed|made up|joined) the majority\b")
_DISSENTED = re.compile(r"\s*(?:[a-z]+ )?(?:dissent(?:ed|ing)|in (?:dissent|the minority))\b")
_AGAINST = re.compile(
    r"\s*(?:[a-z]+ )?(?:voting|voted|opposed|in opposition)(?: against| to)\b|\s*[a-z]+ (?:were )?opposed\b"
)
_TO_HIS = re.compile(r"(?: votes)? (?:to|against) (?:his|her|their|[\w’' ]{1,25}['’]s) $")
_WON = re.compile(
    r"\b(?:won|wins|winning|(?:re-?)?elected|victory|triumph\w*)\b(?!.*\b(?:lost|los(?:e|ing)|not|n.t|despite|"
    r"although)\b)"
)
_SHARES = re.compile(
    r"(?: of (?:the |all )?(?:\w+ )?votes?,?)?,? (?:to|against|over|compared (?:with|to)|"
    r"versus) (?:[\w’'. ]{1,30}['’]s?|his|her|their) $"
)


@dataclass(frozen=True)
class _Count:
    """A vote as it was counted: for and against in the order they are printed, and those who abstained."""

    sides: tuple[int, int]
    phrases: tuple[AmountPhrase, ...]
    abstained: tuple[AmountPhrase, ...]


@dataclass(frozen=True)
class _Size:
    """How many sit in a body: the figure, the body's name in small letters, and whether all are said to have voted."""

    phrase: AmountPhrase
    body: str
    full: bool


def votes(reading: Reading) -> Iterable[Suspicion]:
    """Which votes are more than the members, less than the majority they are called, or not the margin given."""
    everything = said_in(reading)
    said = everything.sentences
    sizes = [list(_sizes(one)) for one in said]
    known = [size for found in sizes for size in found]
    size = known[0] if len({size.phrase.value for size in known}) == 1 else None
    size = size or (_the_members(said) if not known else None)
    counts, counted = _all_counts(everything)
    rivals: list[Suspicion] = []
    present = _those_present(said)
    by_sentence: dict[int, list[Counted]] = {}
    for one_count in counted:
        by_sentence.setdefault(one_count.at, []).append(one_count)
    for one in said:
        rivals += list(_against_a_rival(one))[:1]
    yield from rivals or beaten_winners(everything)
    for i, one in enumerate(said):
        told: list[Suspicion] = []
        for count in counts[i]:
            found = list(_within_sentence(one, count, sizes[i]))
            told += found[:1] or (list(_beside_body(one, count, known))[:1] if not sizes[i] else [])
        for other in by_sentence.get(i, ()) if not told else ():
            if not told:
                told += list(about_the_count(everything, other, *((size.phrase, size.full) if size else (None, False))))
                if not told and present and i - 3 < present[0] <= i + 2:
                    told += list(about_the_count(everything, other, present[1], full=False))
        yield from told[:1]
    if not counted and any("majority" in one.text or "thirds" in one.text or "fifths" in one.text for one in said):
        yield from ayes_alone(everything, size.phrase if size else None)
    yield from margins(everything, counted)
    yield from seat_majorities(everything)


def _all_counts(said: Said) -> tuple[list[list[_Count]], list[Counted]]:
    """The votes counted in each sentence, and all of them with those whose sides are told one by one."""
    counts = [list(_counts(one)) for one in said.sentences]
    counted = [Counted.of(ballot) for ballot in ballots_in(said)]
    known = {phrase for one in counted for phrase in one.phrases}
    for at, found in enumerate(counts):
        counted += [
            Counted(at, one.sides, one.phrases, one.abstained, told=False)
            for one in found
            if known.isdisjoint(one.phrases)
        ]
    return counts, counted


def _those_present(said: Sequence[Stated]) -> tuple[int, AmountPhrase] | None:
    """How many are said to have been there, and in which sentence: `Eleven of the 15 councillors turned up`."""
    found = [
        (at, figure)
        for at, one in enumerate(said)
        for k, figure in enumerate(one.figures)
        if figure.value is not None and not figure.unit and not figure.bound and 2 < figure.value <= _MOST_MEMBERS
        and not (k and _PART_OF.fullmatch(one.low[k]))
        and (_CAME.match(one.low[k + 1]) or (_PART_OF.fullmatch(one.low[k + 1]) and _CAME.match(one.low[k + 2])))
    ]  # fmt: skip
    return found[0] if len({figure.value for _, figure in found}) == 1 else None


def _the_members(said: Sequence[Stated]) -> _Size | None:
    """The size of a body that is told as `the nine judges`, where no other number of them is told."""
    found = [
        _Size(figure, "", covers_all(one, k))
        for one in said
        for k, figure in enumerate(one.figures)
        if figure.value is not None and not figure.unit and not figure.bound and 2 < figure.value <= _MOST_MEMBERS
        and _MEMBERS.match(one.low[k + 1]) and _DEFINITE.search(one.low[k])
        and (not _SOME_OF.match(one.low[k + 1]) or (k and re.fullmatch(r" of (?:the|its|all) ", one.low[k])))
        and noun_of(figure) not in ("person", "man", "woman", "")
    ]  # fmt: skip
    return found[0] if len({size.phrase.value for size in found}) == 1 else None


def _within_sentence(stated: Stated, count: _Count, sizes: list[_Size]) -> Iterator[Suspicion]:
    text, (one, other) = stated.text, count.sides
    for size in sizes[:1]:
        others = set(re.findall(rf"\b{_BODY}\b", text)) - {size.body}
        sure = len(sizes) == 1 and not stated.quoted and not others
        yield from _too_many(count, size, "certain" if sure else "look" if others - _LOOSE_BODIES else "likely")
    alone = _UNANIMOUS.search(text)
    first = count.phrases[0].start - stated.sentence.start
    if alone and min(one, other) > 0 and not _NOT_UNANIMOUS.search(text[max(0, alone.start() - 20) : alone.start()]):
        near = text[min(alone.end(), first) : max(alone.start(), first)]
        if len(near) < 80 and not _TWO_VOTES.search(near):
            said = Words(stated.sentence.start + alone.start(), stated.sentence.start + alone.end(),
                         stated.sentence.exact[alone.start() : alone.end()])  # fmt: skip
            yield from _disagree("A unanimous vote has nobody against it", str(min(one, other)), "0", "certain",
                                 count.phrases, said)  # fmt: skip
    if one < other and _PASSED.search(text) and not _FAILED.search(text):
        yield from _disagree(
            "What passes has more votes than are against it",
            f"{one} votes",
            f"at least {other + 1} votes",
            "likely",
            count.phrases,
        )
    yield from _margin(stated, count)
    if _TWO_THIRDS.search(text) and not _WANTED.search(text):
        least = -(-2 * (one + other) // 3)
        yield from _disagree(f"Two thirds of {one + other} votes are {least}", f"{max(one, other)} votes",
                             f"at least {least} votes", "likely", count.phrases)  # fmt: skip
    for k, figure in enumerate(stated.figures):
        after = stated.low[k + 1]
        side = max(one, other) if _MAJORITY_SIDE.match(after) else min(one, other) if _DISSENTED.match(after) else None
        if _AGAINST.match(after) and figure.value not in (one, other):
            side = min(one, other)
        if side is not None and figure not in count.phrases and figure.value is not None and not figure.unit:
            yield from _disagree("The count and the side do not go together", written(figure), str(side), "likely",
                                 (*count.phrases, figure))  # fmt: skip


def _beside_body(stated: Stated, count: _Count, known: list[_Size]) -> Iterator[Suspicion]:
    """The vote of a body whose size stands in another sentence, where only one size is given in the article."""
    if len({size.phrase.value for size in known}) != 1:
        return
    size = known[0]
    others = set(re.findall(rf"\b{_BODY}\b", stated.text)) - {size.body}
    if not others:
        yield from _too_many(count, size, "likely")


def _too_many(count: _Count, size: _Size, certainty: Certainty) -> Iterator[Suspicion]:
    parts = "; ".join([*(str(side) for side in count.sides), *(written(one, "") for one in count.abstained)])
    total = written(size.phrase, "members")
    limit = total if size.full and not size.phrase.bound else f"at most {total}" if not size.phrase.bound else total
    answer, told = added(parts, limit)
    over = sum(count.sides) - (size.phrase.value or 0)
    if over == 1 and abs(count.sides[0] - count.sides[1]) == 1 and certainty == "certain":
        certainty = "look" if size.phrase.value == _TIE_IN_THE_CHAIR else "likely"  # the chair may break a tie
    if answer == "no" and size.phrase.bound not in ("at least", "more than"):
        cast = sum(count.sides) + sum(one.value or 0 for one in count.abstained)
        more = "exceed the members" if cast > (size.phrase.value or 0) else "are not those of all the members"
        yield Suspicion(
            "votes",
            "total_adds_up",
            f"The votes {more}: {told}.",
            certainty if not size.full else "likely",
            words_of(*count.phrases, *count.abstained, size.phrase),
            (("parts", parts), ("total", limit)),
        )


def _margin(stated: Stated, count: _Count) -> Iterator[Suspicion]:
    """`won by 12 votes, 340 to 330`; `a majority of 12, 340 to 330`."""
    for k, figure in enumerate(stated.figures):
        after, before = stated.low[k + 1], stated.low[k]
        if figure in count.phrases or figure.value is None or figure.unit or not _MARGIN.search(before):
            continue
        named = noun_of(figure) in ("vote", "") and _VOTES_AFTER.match(after)
        near = any(stated.figures[j : j + 1] == count.phrases[:1] for j in (k + 1, k - 1)) and len(count.phrases) == 1
        if named and near and ("vote" in stated.text or "majority" in stated.text):
            gap = abs(count.sides[0] - count.sides[1])
            yield from _disagree(
                f"{count.sides[0]:,} to {count.sides[1]:,} is a margin of {gap:,}",
                written(figure, "votes"),
                f"{gap:,} votes",
                "certain",
                (*count.phrases, figure),
            )


def _disagree(
    why: str,
    figure: str,
    other: str,
    certainty: Certainty,
    phrases: tuple[AmountPhrase, ...],
    said: Words | None = None,
) -> Iterator[Suspicion]:
    """A suspicion where two figures of a vote cannot be the same; `said` is a word beside them that makes them so."""
    one, two = parsed(figure), parsed(other)
    try:
        answer, told = agree(one, two) if one and two else ("cannot tell", "")
    except CaseError:
        return
    if answer == "no":
        reason = f"{why}: {told}."
        spans = tuple(sorted((*words_of(*phrases), *((said,) if said else ())), key=lambda words: words.start))
        yield Suspicion("votes", "figures_agree", reason, certainty, spans, (("figure", figure), ("other", other)))


def _sizes(stated: Stated) -> Iterator[_Size]:
    """The sizes of bodies that a sentence gives: `nine-member council`, `all nine councillors`, `of the 15 members`."""
    for k, figure in enumerate(stated.figures):
        before, after = stated.low[k], stated.low[k + 1]
        if figure.value is None or figure.unit or figure.value > _MOST_MEMBERS or not figure.value > 1:
            continue
        text = stated.text[figure.start - stated.sentence.start :]
        number = re.match(r"\S+?(?=[-‑– ](?:member|judge|justice|seat|strong|person|man|woman)\b)", text)
        sized = _SIZED.match(text[len(number[0]) :]) if number else None
        if sized:
            yield _Size(figure, re.findall(_BODY, sized[0])[-1], bool(re.search(r"\bfull $", before)))
        elif not noun_of(figure) and re.search(rf"\b{_BODY} of $", before):
            yield _Size(figure, re.findall(_BODY, before)[-1], False)
        elif _MEMBERS.match(after) and noun_of(figure) not in ("person", "man", "woman", "seat", ""):
            body = re.search(rf"\b{_BODY}\b", before + after)
            full = covers_all(stated, k)
            if (full or _SIZE_OF.search(before)) and not _OF_A_PARTY.match(after):
                yield _Size(figure, body[0] if body else "", full)


def _counts(stated: Stated) -> Iterator[_Count]:
    """The votes that a sentence counts: `7-5`, `48 votes to 51`, `five in favour and three against`."""
    figures, low = stated.figures, stated.low
    if len(figures) < 2 and not any(one.unit == "tally" for one in figures):
        return
    abstained = tuple(
        one for k, one in enumerate(figures) if one.value is not None and not one.unit and _ABSTAINED.match(low[k + 1])
    )
    voted = _VOTED.search(stated.text)
    for k, figure in enumerate(figures):
        if (
            figure.unit == "tally"
            and voted
            and (re.search(r"\bvotes\b|\bballots\b", stated.text) or not _PLAYED.search(stated.text))
        ):
            sides = _sides(figure)
            if sides:
                yield _Count(sides, (figure,), abstained)
        elif not figure.unit and k + 1 < len(figures) and not figures[k + 1].unit:
            two = figures[k + 1]
            favour = re.match(
                r"\s*(?:[a-z]+ ){0,3}?(?:in favou?r|for|yes|aye|ayes)\b[^.;:]{0,40}?(?:,| and| to| with)\s*(?:and )?$",
                low[k + 1],
            )
            against = re.match(r"\s*(?:[a-z]+ ){0,3}?(?:against|opposed|no|nay|nays|noes)\b", low[k + 2])
            whole = [one for one in (figure.value, two.value) if one is not None and one == int(one)]
            if favour and against and voted and len(whole) == 2:
                yield _Count((int(whole[0]), int(whole[1])), (figure, two), abstained)


def _sides(figure: AmountPhrase) -> tuple[int, int] | None:
    """The two figures of a vote in the order they are printed."""
    toks = tokens(figure.exact)
    values: list[Decimal] = []
    i = 0
    while i < len(toks):
        number = number_at(toks, i) if toks[i].kind == "n" or toks[i].kind == "w" else None
        if number and number.value in (figure.low, figure.high):
            values.append(number.value)
        i = max(i + 1, number.last if number else 0)
    if len(values) != 2 or any(value != int(value) for value in values):
        return None
    return int(values[0]), int(values[1])


def _against_a_rival(stated: Stated) -> Iterator[Suspicion]:
    """`beat her rival by 214 votes, polling 5,120 to his 4,986`; `won with 48 percent to his rival's 51 percent`."""
    figures, low = stated.figures, stated.low
    for k in range(1, len(figures)):
        one, other = figures[k - 1], figures[k]
        if one.value is None or other.value is None or one.bound or other.bound or one.unit != other.unit:
            continue
        if one.unit == "percent" and one.value < other.value and _SHARES.fullmatch(low[k]) and _WON.search(low[k - 1]):
            more = f"more than {written(other)}"
            yield from _disagree("The winner is said to have had less", written(one), more, "likely", (one, other))
        margin = figures[k - 2] if k > 1 else None
        if margin and margin.value and not one.unit and _TO_HIS.fullmatch(low[k]) and _MARGIN.search(low[k - 2]):
            gap = abs(one.value - other.value)
            if noun_of(margin) in ("vote", "") and not margin.bound and "vote" in stated.text:
                yield from _disagree(f"{one.exact} to {other.exact} is a margin of {gap:,f}", written(margin, "votes"),
                                     f"{gap:,f} votes", "likely", (margin, one, other))  # fmt: skip
