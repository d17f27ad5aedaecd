"""What a sentence claims of figures that may stand elsewhere: a rise of 12 percent, doubled, a third of, most, fell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from checks.reading.parts import Words
from checks.reading.suspicions.sums.figure_pairs import head
from checks.reading.suspicions.sums.masked import Figure, Masked
from checks.reading.suspicions.sums.percentages_beside import DOWN, TURNED, UP

Kind = Literal["change", "share", "way"]

_MARK = re.compile(r"\x01([PFXQ])([0-9]+)\x02")
_BETWEEN = re.compile(
    r"(?: (?!(?:to|at|from|and|but|while|with|against|than|which|that|who|when|since|as|is|are|was|were|for|on)\b)"
    r"[\w’'-]+,?| \x01[TD][0-9]*\x02,?){0,6} ?"
)
_NOUN_AFTER = re.compile(
    r" ?-?(?:[\w-]+ ){0,2}?(?P<way>rise|increase|jump|growth|gain|surge|drop|fall|decline|decrease|reduction|cut"
    r"|slump"
    r"|dip|leap|more|less|fewer|higher|lower|smaller|larger|bigger|better|dearer|cheaper|up|down|off|over|above"
    r"|below|under)\b"
)
_OF_A_NOUN = re.compile(r" of (?!(?:those|these|them|whom|which|that|the (?:rest|others|remaining))\b)")
_SHARE_NOUN = re.compile(r"\b(?:turnout|pass rate|success rate|occupancy|attendance|response rate|full)\b")
_MADE_UP = re.compile(r"\bma(?:de|kes?|king) up$")
_ONE_IN = re.compile(r"\b(?:in|out of) ")
_OF_ITS = re.compile(r" of (?:its|their|his|her|the) [a-z]")
_HALF_THE = re.compile(r" (?:the|its|their|his|her|all) [a-z]")
_OF_MANY = re.compile(r" [a-z’'-]+s\b| (?:people|children|men|women|full)\b")
_TIMES_OF = re.compile(r" (?:the|that of|as (?:many|much)|what|more than|its|last)\b")
_TIMES_VERB = re.compile(r"doubl|tripl|trebl|quadrupl|halv|fold")
_HOW_MANY = re.compile(r"most|(?:maj|min)ority| all |^(?:almost|nearly|virtually) all")
_MAJORITY = re.compile(
    r"(?:(?:^|, )(?:that|this|which|it) (?:is|was|makes) |, | \()(?P<bare>an? (?:[a-z]+ )?(?:majority|minority))\b"
    r"(?! of| for| in| [a-z]+er\b| govern| part| stake)|"
    r"(?:^|[,;:] ?|\bthat |[“\"‘'])(?P<word>(?:the |a )?(?:clear |large |narrow |small |vast |overwhelming |great )?"
    r"(?:majority|minority)) of (?P<noun>[\w’'-]+(?: [\w’'-]+){0,2})"
    r"|(?:^|[,;:“\"] ?|\bthat )(?P<all>(?:almost|nearly|virtually) all) (?:of )?(?:(?:the|its|their|his|our"
    r"|those) )?(?P<all_noun>[\w’'-]+)"
    r"|(?:^|[,;:“\"] ?|\bthat |\b(?:carry|use|want|cover|by|with|in|for) )(?P<most>most)(?: of (?:the|its|their"
    r"|his|our|"
    r"those))? (?!of\b|recent|important|likely|common|popular|serious|notab|especial|\w+ly\b|days?\b|times?\b|part\b)"
    r"(?P<most_noun>[a-z’'-]+)"
)
_MAJORITY_OF, _MINORITY, _ALL = "more than 50 percent", "less than 50 percent", "more than 75 percent"
_WAYS = (
    r"(?:f[ae]ll(?:s|en|ing)?|drop(?:s|ped)?|declin(?:es|ed)|decreas(?:es|ed)|tumbl(?:ed|es)|slipp?(?:ed|s)"
    r"|shrank|sank"
    r"|plung(?:ed|es)|slump(?:ed|s)|dwindled|r[oi]se(?:s|n)?|increas(?:ed|es)|gr[eo]w|grown|climb(?:ed|s)"
    r"|jump(?:ed|s)"
    r"|surg(?:ed|es)|soar(?:ed|s)|(?:went|gone|came|come) (?:up|down)|(?:up|down)(?= from)"
    r"|(?:(?<=was )|(?<=were )|(?<=is )|(?<=are )|(?<=became )|(?<=become )|(?<=getting )|(?<=got ))"
    r"(?:up|down|dearer|cheaper|higher|lower|smaller|larger)(?! to\b| than\b))"
)
WAY = re.compile(
    rf"\b(?P<verb>{_WAYS})\b(?! by\b| (?:of|short|victim|apart|ill|in love|on|into|under|behind"
    rf"|through)\b)"
)
_APPOSED = re.compile(
    r"\x01N([0-9]+)\x02[^\x01;.,(]{0,30}(?:, (?:or|that is,?|which is|amounting to)|,| ?\(|–|—)"
    r" ?(?:(?:just|only|about|some|nearly|almost|a|an) )?$"
)
_CLOSED = re.compile(
    r" ?(?:[),—–.:?!]|$)| of (?:them|those|(?:the|all) (?:total|whole|group|sample|house"
    r"|chamber|members|electorate|class|staff|workforce|vote|lot|seats))\b"
)


@dataclass(frozen=True)
class Claim:
    """What a sentence says of two figures that it may not give itself: `stated` as the check would be asked."""

    kind: Kind
    at: int
    words: Words
    stated: str
    start: int
    noun: str = ""
    part: int = -1  # the figure of its sentence that it is the share of
    inside: bool = False  # of figures of its own sentence, or of none that can be told
    figure: Figure | None = None


def claims_of(masked: Masked, n: int) -> Iterator[Claim]:
    """What sentence `n` says in percent, by a multiple or fraction, in words of how many, or by a verb of rising."""
    line, sentence = masked.line, masked.sentence
    taken = False
    for mark in _MARK.finditer(line):
        figure = masked.figures[int(mark[2])]
        claim = _claim(line, mark, figure, n)
        if claim:
            taken = True
            yield claim
            if (
                claim.kind == "change" and figure.mark in "PF" and _OF_ITS.match(line, mark.end())
            ):  # cuts a third of its crew
                yield replace(claim, kind="share", stated=figure.written, noun=head(figure.of))
    if len(line) != len(sentence.exact) and not masked.figures:
        return
    for found in _MAJORITY.finditer(line) if _HOW_MANY.search(line) else ():
        name = next(name for name in ("word", "most", "all", "bare") if found[name])
        at = _place(masked, found[name], found.start(name))
        if at:
            stated = _ALL if name == "all" else _MINORITY if "minority" in found[name] else _MAJORITY_OF
            noun = found["noun"] or found["most_noun"] or found["all_noun"] or ""
            yield Claim("share", n, at, stated, found.start(), noun)
    if not taken:
        ways = list(WAY.finditer(line))
        if len({_way(found["verb"]) for found in ways}) == 1 and not TURNED.search(line):
            at = _place(masked, ways[0]["verb"], ways[0].start("verb"))
            if at and (at.exact.islower() or sentence.part == "headline"):
                yield Claim("way", n, at, f"more than 0 percent {_way(ways[0]['verb'])}", ways[0].start())


def _claim(line: str, mark: re.Match[str], figure: Figure, n: int) -> Claim | None:
    """What a percentage, fraction or multiple claims, by the words beside it."""
    start, end = mark.span()
    since = max((found.end() for found in re.finditer(r"\x01[^TD]\w*\x02|[;:(]", line[:start])), default=0)
    before, after = line[since:start], line[end : end + 40]
    if figure.per:
        return None
    if figure.mark == "X":
        as_high = re.match(r" (?:[\w-]+ )?as (?!many|much)", after) is not None
        if not as_high and not _TIMES_VERB.search(figure.exact.lower()) and not _TIMES_OF.match(after):
            return None
        return Claim("change", n, figure.words, figure.written, start, inside=as_high, figure=figure)
    if figure.mark == "F" and _ONE_IN.search(figure.exact.lower()) and not re.search(r"\b(?:was|were|been) $", before):
        return Claim("share", n, figure.words, figure.written, start, head(figure.of), figure=figure)
    if figure.mark == "F" and re.match(r" as (?:many|much)\b", after):
        times = figure.amount.value / 100
        return Claim("change", n, figure.words, f"{times.normalize():f} times", start, figure=figure)
    ups = [(found, way) for pattern, way in ((UP, "up"), (DOWN, "down")) for found in pattern.finditer(before)]
    last = max(ups, key=lambda one: one[0].end(), default=None)
    if last and last[0][0] == "up" and _MADE_UP.search(before, 0, last[0].end()):
        last = None
    if last and _BETWEEN.fullmatch(before, last[0].end()):
        return Claim("change", n, figure.words, f"{figure.written} {last[1]}", start, figure=figure)
    noun = _NOUN_AFTER.match(after)
    if noun and not re.match(r" of\b| point", after):
        return Claim("change", n, figure.words, f"{figure.written} {_way(noun['way'])}", start, figure=figure)
    if figure.mark == "Q" or after.startswith(" point"):
        return None
    part = _APPOSED.search(line, max(0, start - 60), start)
    if part and _CLOSED.match(after):
        return Claim("share", n, figure.words, figure.written, start, part=int(part[1]), figure=figure)
    if (
        _OF_A_NOUN.match(after)
        or (figure.mark == "F" and _HALF_THE.match(after))
        or (figure.mark == "F" and _OF_MANY.match(after))
        or _SHARE_NOUN.search(before)
    ):
        return Claim("share", n, figure.words, figure.written, start, head(figure.of), figure=figure)
    return None


def _way(word: str) -> str:
    return "down" if DOWN.fullmatch(word) or word.endswith("down") or word == "smaller" else "up"


def _place(masked: Masked, word: str, start: int) -> Words | None:
    """Where a word of the masked line stands in the text: as many of it before, there as here."""
    exact, lower = masked.sentence.exact, masked.sentence.exact.lower()
    if len(lower) != len(exact):
        return None
    at = -1
    for _ in range(masked.line.count(word, 0, start) + 1):
        at = lower.find(word, at + 1)
    begin = masked.sentence.start + at
    return Words(begin, begin + len(word), exact[at : at + len(word)]) if at >= 0 else None
