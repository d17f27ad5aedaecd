"""What an article says of a vote in other sentences than the one that counts it: members, margin, share, outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from checks.case.errors import CaseError
from checks.reading.figures.sums import agree
from checks.reading.parts import AmountPhrase, Suspicion, Words
from checks.reading.suspicions.sums.adding import added
from checks.reading.suspicions.sums.ballots import (
    Ballot,
    is_qualified,
    outcome_of,
    said_of_the_share,
    share_needed,
    side_of,
    unanimous_in,
)
from checks.reading.suspicions.sums.places import Place, Said
from checks.reading.suspicions.sums.stated import Stated, noun_of, parsed, words_in, words_of, written

_MARGIN = re.compile(
    r"\b(?:by|majority of|margin of|difference (?:of|was|is)|lead of|win(?:s|ning)? by|ahead by)"
    r"(?: (?:just|only|exactly|a mere|a (?:margin|majority) of))*\s*$"
)
_ANOTHER_VOTE = re.compile(
    r"\b(?:previous\w*|last (?:year|time|month|spring|summer|autumn|winter|fall)|years? (?:ago|earlier|before)|"
    r"earlier|compar\w+|"
    r"predecessor|first (?:count|round|ballot)|similar|another|in (?:1[89]|20)\d\d|committee)\b"
)
_POLLED = re.compile(
    r"\b(?:votes?|polled|received|won|got|took|obtained|secured|gained|had|with|has|scored|on|against|to)\b"
)
_OF_VOTES = frozenset(("vote", "votes", "polled", "ballot", "ballots", "majority"))
_ALL_THERE = re.compile(
    r"\b(?:(?:no|not a single|not one|no other) (?:member|councill?or|deputy|seat|one|senator)\w* (?:was|"
    r"were) (?:absent|missing|away|empty)|nobody (?:was "
    r"(?:absent|missing)|abstained)|no one (?:was absent|abstained)|no abstentions|none abstained|"
    r"without abstentions|all (?:were )?present|"
    r"every member|each member)\b"
)
_ALL_CAME = re.compile(
    r"\b(?:present|voted|took part|cast|attended|turned (?:up|out)|were (?:in|there)|was there|came|"
    r"were in their seats|took their seats|sat)\b"
)
_ALL = re.compile(r"\b(?:all|every one of the|the full|each of the) (?:of )?(?:the |its )?(?:\w+ )?$")
_IN_MAJORITY = re.compile(
    r"\s*(?:[a-z-]+ )?(?:in|formed|made up|of) the majority\b|[- ](?:judge|justice|member|vote) majority\b"
)
_IN_MINORITY = re.compile(r"\s*(?:[a-z-]+ )?(?:dissent(?:ed|ing|ers)|in (?:dissent|the minority))\b|\s*dissents\b")
_MAJORITY_CLAIMED = re.compile(r"\b(?:absolute|outright|overall|clear|slim|narrow|working) majority\b")
_NO_MAJORITY = re.compile(
    r"\b(?:short|without|lost|los(?:es|ing)|no (?:absolute|outright|overall|clear)|not|n.t|fail\w*|miss\w*|"
    r"den(?:y|ied)|lack\w*|fell|"
    r"deprive\w*|needed|need|needs)\b"
)
_NEARBY = 12  # sentences
_WINNER = re.compile(
    r"\b([A-Z][\w’'-]+)(?:,[^,.;]{1,60},)? (?:was |has been |is |were )?(?:narrowly |comfortably |"
    r"duly )?(?:(?:re-?)?elected|won|wins|"
    r"returned|chosen|beat|beats|defeated|defeats|is (?:the )?(?:new )?(?:mayor|president|chair\w*)|becomes|"
    r"became|ousted|unseated)\b"
)
_NAME = re.compile(r"\b(?!(?:The|His|Her|Mr|Mrs|Ms|Dr|In|On|Of|But|And|After|While|Their|Votes?)\b)[A-Z][\w’'-]+")


@dataclass(frozen=True)
class Counted:
    """A vote as an article counts it, in the sentence `at`; `told` says that each side is named for what it is."""

    at: int
    sides: tuple[int, int]
    phrases: tuple[AmountPhrase, ...]
    idle: tuple[AmountPhrase, ...]
    told: bool

    @classmethod
    def of(cls, ballot: Ballot) -> Counted:
        """A ballot whose sides were told one by one."""
        return cls(ballot.at, ballot.sides, ballot.phrases, tuple(one.phrase for one in ballot.idle), told=True)


def about_the_count(said: Said, count: Counted, size: AmountPhrase | None, full: bool) -> Iterator[Suspicion]:
    """What other sentences say of a counted vote that it cannot be; `size` is how many members there are, if known."""
    yield from _members(said, count, size, full)
    one, other = count.sides
    around = _around(said, count)
    for stated in around:
        alone = unanimous_in(stated)
        if alone and min(one, other) > 0:
            start = stated.sentence.start
            words = Words(
                start + alone.start(), start + alone.end(), stated.sentence.exact[alone.start() : alone.end()]
            )
            yield from _disagree(
                "A unanimous vote has nobody against it", str(min(one, other)), "0", count.phrases, words
            )
            return
    yield from _sides_told(around, count)
    shares = [need for stated in (*around, said.sentences[count.at]) if (need := share_needed(stated))]
    if shares and count.told:
        yield from _share(said, count, shares[0], size)
    elif (
        count.told and one != other and not any(is_qualified(stated) for stated in (*around, said.sentences[count.at]))
    ):
        own = said.sentences[count.at]
        first = min(phrase.start for phrase in count.phrases) - own.sentence.start
        outcomes = {*(outcome_of(stated) for stated in around), outcome_of(own, max(0, first))} - {""}
        if outcomes == {"won"} and one < other:
            yield from _disagree(
                "What is carried has more votes than are against it",
                f"{one:,} votes",
                f"at least {other + 1:,} votes",
                count.phrases,
            )
        if outcomes == {"lost"} and one > other:
            yield from _disagree(
                "What is lost has no more votes than are against it",
                f"{one:,} votes",
                f"at most {other:,} votes",
                count.phrases,
            )


def _sides_told(around: Sequence[Stated], count: Counted) -> Iterator[Suspicion]:
    """`upheld the tax by 5-4 … the six justices in the majority`."""
    for stated in around:
        for k, figure in enumerate(stated.figures):
            after = stated.low[k + 1]
            if figure.value is None or figure.unit or figure.bound or figure in count.phrases or stated.quoted:
                continue
            larger, smaller = bool(_IN_MAJORITY.match(after)), bool(_IN_MINORITY.match(after))
            side = max(count.sides) if larger else min(count.sides)
            if (larger or smaller) and not _ANOTHER_VOTE.search(stated.text) and figure.value <= sum(count.sides):
                yield from _disagree(
                    "The count and the side do not go together",
                    written(figure, ""),
                    str(side),
                    (*count.phrases, figure),
                )


def seat_majorities(said: Said) -> Iterator[Suspicion]:
    """`won an absolute majority, taking 88 of the 180 seats`."""
    for at, places in enumerate(said.places):
        stated = said.sentences[at]
        if len(places) < 2 or "seat" not in stated.text:
            continue
        claim = _MAJORITY_CLAIMED.search(stated.text)
        if not claim or stated.quoted or _ANOTHER_VOTE.search(stated.text):
            continue
        for one, two in pairwise(places):
            pair = (
                two.k == one.k + 1
                and two.noun == "seat"
                and re.fullmatch(r"(?: seats)? (?:of|in|out of) (?:the|its|all|a)(?: [a-z’'-]+)? ?", one.after)
            )
            if not pair or one.phrase.bound or two.phrase.bound:
                continue
            without, half = bool(_NO_MAJORITY.search(stated.text)), int(two.value) // 2
            if not without and one.value <= half:
                yield from _disagree(
                    f"A majority of {two.value:,f} is {half + 1:,}",
                    written(one.phrase, "seats"),
                    f"at least {half + 1:,} seats",
                    (one.phrase, two.phrase),
                )
            elif without and one.value > half:
                yield from _disagree(
                    f"A majority of {two.value:,f} is {half + 1:,}",
                    written(one.phrase, "seats"),
                    f"at most {half:,} seats",
                    (one.phrase, two.phrase),
                )


def _members(said: Said, count: Counted, size: AmountPhrase | None, full: bool) -> Iterator[Suspicion]:
    if size is None or size.bound or size.value is None or size in count.phrases:
        return
    cast = sum(count.sides) + sum(int(one.value or 0) for one in count.idle)
    told = " ".join(one.text for one in (*_around(said, count), said.sentences[count.at]))
    whole = full or bool(_ALL_THERE.search(told))
    many = int(size.value)
    if cast == many or (cast < many and not (whole and many * 4 <= cast * 5)) or cast > 3 * many:
        return
    if cast - many == 1 and abs(count.sides[0] - count.sides[1]) == 1:
        return  # the chair may break a tie
    parts = "; ".join([*(str(side) for side in count.sides), *(written(one, "") for one in count.idle)])
    total = written(size, "members")
    limit = total if whole else f"at most {total}"
    answer, reason = added(parts, limit)
    if answer == "no":
        more = "exceed the members" if cast > many else "are not those of all the members"
        yield Suspicion(
            "votes",
            "total_adds_up",
            f"The votes {more}: {reason}.",
            "likely",
            words_of(*count.phrases, *count.idle, size),
            (("parts", parts), ("total", limit)),
        )


def _around(said: Said, count: Counted) -> list[Stated]:
    """The headline, and the sentences within two of the count, in its paragraph or the one beside it."""
    here = said.sentences[count.at].sentence.paragraph
    close = range(max(0, count.at - 2), min(len(said.sentences), count.at + 3))
    found = [said.sentences[k] for k in range(said.beginning) if k < close.start]
    for k in close:
        one = said.sentences[k]
        if k != count.at and (k < said.beginning or abs(one.sentence.paragraph - here) < 2):
            found.append(one)
    return [one for one in found if one.sentence.part != "body" or not _ANOTHER_VOTE.search(one.text)]


def _share(
    said: Said, count: Counted, need: tuple[Decimal, str, bool], size: AmountPhrase | None
) -> Iterator[Suspicion]:
    """`56 voted for and 34 against … the two thirds of all deputies had been reached`."""
    share, name, of_all = need
    paragraphs = {
        one.sentence.paragraph for one in (*_around(said, count), said.sentences[count.at]) if share_needed(one)
    }
    paragraphs.add(said.sentences[count.at].sentence.paragraph)
    about = (*said.sentences[: said.beginning], *said.sentences[max(0, count.at - 5) : count.at + 6])
    where = [one for one in about if one.sentence.paragraph in paragraphs or one.sentence.part != "body"]
    outcome = said_of_the_share([one for one in where if not _ANOTHER_VOTE.search(one.text)])
    if of_all and (size is None or size.value is None or size.bound):
        return
    base = int(size.value) if of_all and size is not None and size.value is not None else sum(count.sides)
    ayes = count.sides[0]
    least = base // 2 + 1 if not share else int(-(-(share * base).quantize(Decimal("0.0001")) // 1))
    phrases = (*count.phrases, *((size,) if of_all and size else ()))
    if outcome == "met" and ayes < least:
        yield from _disagree(
            f"{name} of {base:,} is {least:,}", f"{ayes:,} votes", f"at least {least:,} votes", phrases
        )
    if outcome == "missed" and ayes >= least:
        yield from _disagree(
            f"{name} of {base:,} is {least:,}", f"{ayes:,} votes", f"at most {least - 1:,} votes", phrases
        )


def ayes_alone(said: Said, size: AmountPhrase | None) -> Iterator[Suspicion]:
    """`There were 96 votes in favour`, where a share of the members is needed and nothing is said of those against."""
    for at, places in enumerate(said.places):
        for place in places:
            if _ANOTHER_VOTE.search(place.stated.text) or len(places) > 1:
                continue
            if not place.phrase.unit and not place.phrase.bound and side_of(place) == "for":
                count = Counted(at, (int(place.value), 0), (place.phrase,), (), told=True)
                needs = [need for one in (*_around(said, count), said.sentences[at]) if (need := share_needed(one))]
                if needs and needs[0][2]:
                    yield from list(_share(said, count, needs[0], size))[:1]


def margins(said: Said, counts: Sequence[Counted]) -> Iterator[Suspicion]:
    """`won by 17 votes … received 1,482 votes … received 1,455`: a margin that no two counts give."""
    if not any(not _OF_VOTES.isdisjoint(words_in(one.sentence.exact)) for one in said.sentences):
        return
    for at, places in enumerate(said.places):
        for margin in places:
            if not _MARGIN.search(margin.stated.low[margin.k]) or not _is_of_votes(margin) or margin.phrase.bound:
                continue
            if _ANOTHER_VOTE.search(margin.stated.low[margin.k]):
                continue
            yield from list(_no_such_margin(said, at, margin, counts))[:1]


def _is_of_votes(place: Place) -> bool:
    named = place.noun == "vote" or re.search(r"\bmajority of\b[^,]*$", place.before)
    return not place.phrase.unit and bool(named) and not place.phrase.per


def _no_such_margin(said: Said, at: int, margin: Place, counts: Sequence[Counted]) -> Iterator[Suspicion]:
    counts = [count for count in counts if abs(count.at - at) < _NEARBY][:_NEARBY]
    near = [one for one in said.near(at, 2, 2) if one.phrase is not margin.phrase and not one.phrase.unit]
    every = [one.value for one in near] + [Decimal(side) for count in counts for side in count.sides]
    if any(abs(one - two) == margin.value for one, two in combinations(every, 2)):
        return
    pairs = [
        (Decimal(count.sides[0]), Decimal(count.sides[1]), count.phrases)
        for count in counts
        if count.at != at and abs(count.at - at) < 3 and not _ANOTHER_VOTE.search(said.sentences[count.at].text)
    ]
    polled = [
        one
        for one in near
        if one.value > margin.value
        and (one.noun == "vote" or (not one.noun and (_POLLED.search(one.before) or _follows_votes(one))))
        and not one.phrase.bound
        and not _MARGIN.search(one.before)
        and not _ANOTHER_VOTE.search(one.before)
    ]
    if len(polled) > 1 and any(one.noun == "vote" or "polled" in one.stated.text for one in polled):
        first, second = sorted(polled, key=lambda one: -one.value)[:2]
        pairs.append((first.value, second.value, (first.phrase, second.phrase)))
    for one, two, phrases in pairs[:1]:
        gap = abs(one - two)
        if gap and gap / 8 <= margin.value <= gap * 8:
            yield from _disagree(
                f"{one:,f} to {two:,f} is a margin of {gap:,f}",
                written(margin.phrase, "votes"),
                f"{gap:,f} votes",
                (*phrases, margin.phrase),
            )


def beaten_winners(said: Said) -> Iterator[Suspicion]:
    """`Rochard was elected mayor … Rochard received 1,455 votes. His rival received 1,482.`"""
    if not any(_votes_of(place) for places in said.places for place in places):
        return
    winners = {
        match[1]
        for one in said.sentences
        for match in _WINNER.finditer(one.sentence.exact)
        if not _ANOTHER_VOTE.search(one.text)
    }
    if not winners:
        return
    for at, places in enumerate(said.places):
        for place in places:
            if place.phrase.unit not in ("", "percent") or place.phrase.bound or not _votes_of(place):
                continue
            name = _name_of(place)
            if name not in winners or _ANOTHER_VOTE.search(place.stated.text):
                continue
            rivals = [
                one
                for one in said.near(at, 0, 1)
                if one.at in (at, at + 1)
                and one is not place
                and one.phrase.unit == place.phrase.unit
                and one.value > place.value
                and one.value < 3 * place.value
                and (_votes_of(one) or not one.noun)
                and _name_of(one) not in winners | {"", name}
                and not one.phrase.bound
                and re.search(
                    r"\b(?:polled|received|got|took|won|had|secured|obtained|to|with|rival|opponent|challenger|"
                    r"runner-up)\b|^[^,]*,? $",
                    one.before,
                )
                and one.phrase.start > place.phrase.start
                and not _ANOTHER_VOTE.search(one.stated.text)
            ]
            for rival in rivals[:1]:
                yield from _disagree(
                    "The winner is said to have had less",
                    written(place.phrase, "votes" if not place.phrase.unit else None),
                    f"more than {written(rival.phrase, 'votes' if not rival.phrase.unit else None)}",
                    (place.phrase, rival.phrase),
                )
                return


def _follows_votes(place: Place) -> bool:
    """Whether the figure before is of votes: `Orr polled 18,406 votes and Pyle 17,119`."""
    return place.k > 0 and noun_of(place.stated.figures[place.k - 1]) == "vote"


def _votes_of(place: Place) -> bool:
    return (
        place.noun == "vote"
        or (place.phrase.unit == "percent" and "vote" in place.after[:30])
        or (not place.noun and bool(re.search(r"\bpolled\b[^,;]*$", place.before)))
    )


def _name_of(place: Place) -> str:
    """The last name before a figure, or “rival” where it is that."""
    words = " ".join(place.stated.between[: place.k + 1])
    rival = re.search(r"\b(?:rival|opponent|challenger|runner-up)\b", place.before)
    names = _NAME.findall(words)
    return names[-1].removesuffix("’s").removesuffix("'s") if names else "rival" if rival else ""


def covers_all(stated: Stated, k: int) -> bool:
    """Whether a sentence says that all of so many members voted or were there."""
    return bool(_ALL.search(stated.low[k]) and _ALL_CAME.search(stated.low[k + 1]))


def _disagree(
    why: str, figure: str, other: str, phrases: Sequence[AmountPhrase], said: Words | None = None
) -> Iterator[Suspicion]:
    one, two = parsed(figure), parsed(other)
    try:
        answer, told = agree(one, two) if one and two else ("cannot tell", "")
    except CaseError:
        return
    if answer == "no":
        spans = tuple(sorted((*words_of(*phrases), *((said,) if said else ())), key=lambda words: words.start))
        yield Suspicion(
            "votes", "figures_agree", f"{why}: {told}.", "likely", spans, (("figure", figure), ("other", other))
        )
