"""Causes told as later than what came of them, second things told as before the first, and records that stood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.reading.parts import Certainty, Words
from checks.reading.timeline.parts import Limit, Statement
from checks.reading.timeline.stated_links import GAP, link, plain, told, when
from checks.reading.timeline.stated_marks import NOW, D, L, Marked, Moment, Stated, Times

_EVENT = (
    r"(?:flood|floods|flooding|storm|fire|blaze|crash|collision|explosion|blast|attack|murder|killing|shooting|"
    r"stabbing|robbery|raid|theft|burglary|riots?|earthquake|quake|accident|disaster|landslide|avalanche|hurricane|"
    r"cyclone|typhoon|tornado|gale|gales|spill|leak|defeat|coup|revolution|verdict|ruling|vote|referendum|election|"
    r"death|deaths|scandal|incident|collapse|derailment|outbreak|strike|bombing|sinking|outage|breakdown|"
    r"assault|clashes|invasion|decision|resignation|arrest|mutiny|eruption|drought|frost|heatwave|theft|"
    r"massacre|tragedy|fall|break-in|kidnapping|protest|protests|demonstration|match|frosts|snowfall|rains)"
)
_THEN = rf"{GAP}{{0,70}}?\b{_EVENT}(?: (?:in|at|on|near|by) (?!on )[A-Z][\w’'-]+)?,? (?:of|on|in|that "
_THEN += rf"(?:struck|hit|began|happened)(?: [\w’'-]+){{0,3}} on) (?:the )?{D}"
_BECAUSE = re.compile(
    rf"{D},?{GAP}{{0,60}}?\b(?:because of|as a result of|following|caused by|due to|owing to|in the wake of|"
    rf"prompted by|triggered by|sparked by|thanks to|in response to|in reaction to|on account of|"
    rf"in revenge for|as a consequence "
    rf"of|after|over|for (?=the |his |her |their |its )){_THEN}", re.IGNORECASE,
)  # fmt: skip
_LED_TO = re.compile(
    rf"\b{_EVENT} (?:of|on|in) {D},? (?:which )?(?:had |has )?(?:forced|led to|caused|prompted|"
    rf"triggered|sparked|brought "
    rf"about|resulted in|made|drove|provoked|persuaded|compelled){GAP}{{0,90}}?(?<!for) (?:on|in|from|since) {D}",
    re.IGNORECASE,
)  # fmt: skip
_HAVING = re.compile(
    rf"{D},?{GAP}{{0,25}}? (?:(?:after )?having (?:first |only |already )?[a-z]+|after (?:[a-z]{{2,}}ing))"
    rf"{GAP}{{0,60}}? (?:on|in) {D}"
)
_PLANNED = re.compile(
    r"\b(?:plan\w*|would|will|expect\w*|ahead|not|never|if|likely|may|might|could|anniversary|upcoming|next|fear\w*|"
    r"warn\w*|forecast|anticipat\w*|preparing|until|originally)\b|n[’']t\b",
)
_DURING = re.compile(r"\b(?:after|following|over|in the wake of|for)\b")  # need not be what “since 4 May” began with

_COME = (
    r"(?:broke out|began|started|came|took place|happened|occurred|struck|was held|were held|hit|exploded|was reported|"
    r"was published|appeared|was released|opened|was fought|was played|was signed|was built|erupted|was launched|"
    r"went off|was recorded|was staged|was found|was discovered|was born|followed|arose|was committed|was raised)"
)
_TURN = r"(?:second|third|fourth|fifth|last|final|latter|later|next)"
_BACKWARDS = re.compile(
    rf"\b[Tt]he (?P<turn>{_TURN})(?: (?P<noun>[a-z][\w’'-]+))?,? (?:{GAP}{{0,30}} )?{_COME}(?: [\w’'-]+){{0,4}}?,? "
    rf"(?:{L} |just |shortly |well |long |soon )*(?P<way>before|earlier than|ahead of|after|later than) the "
    rf"(?P<other>first|opening|second|third|last|final)(?: (?P<same>[a-z][\w’'-]+)| one)?"
    r"(?=[,.;)—–]|$| (?:and|but|in|at|on)\b)"
)
_RANK = {"opening": 1, "first": 1, "second": 2, "next": 2, "latter": 2, "later": 2, "third": 3, "fourth": 4,
         "fifth": 5, "last": 9, "final": 9}  # fmt: skip
_FIRST = re.compile(
    rf"^(?:The|Its|His|Her|Their) first(?: (?P<noun>[a-z][\w’'-]+))?,? "
    rf"{GAP}{{0,60}}?\b{_COME}{GAP}{{0,60}}? ?(?:on|in) "
    rf"{D}"
)
_SECOND = re.compile(
    rf"(?:^|[,;] (?:and |but )?)[Tt]he (?P<turn>second|third|last|next)(?: (?P<noun>[a-z][\w’'-]+))?,? "
    rf"{GAP}{{0,60}}?\b{_COME}{GAP}{{0,60}}? ?(?:on|in) {D}"
)
_STOOD = re.compile(
    rf"\b(?:record|mark|best|time|total|distance)\b{GAP}{{0,50}}?\b(?:set|held|established|achieved|recorded|ran|made)"
    rf"\b{GAP}{{0,60}}? (?:in|on|since) {D},?{GAP}{{0,20}}? (?:had |has )?(?:stood|lasted|survived|remained|held|"
    rf"been unbeaten|gone unbeaten)(?: unbeaten| unbroken)?(?: for)? (?:nearly |almost |about |more than |over )?{L}",
    re.IGNORECASE,
)  # fmt: skip
_CAME_OUT = re.compile(
    rf"(?:on|in) {D},? (?:(?:just |only |shortly |soon |some )?{L} |(?:hours|days|weeks|shortly|soon) )?after "
    r"(?:the|an?|his|her|its|their|this|that) [^<>;:.!?,]{0,40}?\b(?:came out|came to light|"
    r"surfaced|emerged|went viral|"
    r"leaked|appeared|became public|was (?:published|broadcast|aired|posted|released|shown|leaked|made public|printed))"
)
_OUT = re.compile(
    rf"^(?:It|They|The [\w’'-]+) (?:was|were|had been|first|went) (?:first )?(?:published|"
    rf"broadcast|aired|posted|released|"
    rf"shown|leaked|made public|printed|appeared|out|uploaded|shared){GAP}{{0,60}}? (?:on|in) {D}"
)
_PLACE = (
    "hospital|school|hotel|bridge|stadium|theatre|theater|factory|prison|college|church|station|airport|museum|clinic|"
    "library|cinema|club|restaurant|inn|mill|university|asylum|barracks|camp|sanatorium|orphanage|harbour|pier|office"
)
_DATED = re.compile(
    rf"\b(?:dated|postmarked|written|photographed|taken|drawn|painted|recorded|filmed)\b{GAP}{{0,50}}? ?{D}"
    rf"{GAP}{{0,60}}?\b(?P<place>{_PLACE})\b", re.IGNORECASE,
)  # fmt: skip
_OPENED = re.compile(
    rf"\b(?P<place>(?i:{_PLACE}))\b(?: [A-Z][\w’'-]+){{0,3}},? (?:which |that )?(?:was |were "
    rf")?(?:first |only |not )?(?:opened"
    rf"|built|founded|established|put up|completed)(?: (?:its doors|until|for \w+|there))? (?:on|in|until) {D}"
)


def causes_in(times: Times) -> Iterator[Stated]:
    """The statements that a cause comes before its effect, a second thing after the first, and a record stood so long.

    Raises nothing. A sentence that speaks of plans, or of what did not happen, is left out.
    """
    recent: list[Marked] = []
    for marked in times.sentences:
        recent = [one for one in recent if marked.number - one.number <= 3]
        if marked.text.count("<d") > 1:
            yield from _caused(marked, times)
        if " the " in marked.text or "<d" in marked.text:
            yield from _turned(marked, recent, times)
        if "<d" in marked.text:
            yield from _came_out(marked, recent, times)
            yield from _not_yet_there(marked, recent, times)
        if "<l" in marked.text:
            yield from _stood(marked, times)
        recent.append(marked)


def _caused(marked: Marked, times: Times) -> Iterator[Stated]:
    """“Closed since 4 May because of the flood of 9 May”; “the storm of 9 May forced it to close on 4 May”."""
    if _PLANNED.search(marked.text):
        return
    for pattern in (_BECAUSE, _LED_TO, _HAVING):
        for found in pattern.finditer(marked.text):
            one, two = (times.moments[int(n)] for n in re.findall(D, found[0])[:2])
            cause, effect = (one, two) if pattern is _LED_TO else (two, one)
            since = re.search(r"\b(?:[Ss]ince|[Ff]rom|[Bb]etween|to) $", marked.text[: found.start()])
            if since and (_DURING.search(found[0]) or not (one.is_exact and two.is_exact)):
                continue
            how = "after" if pattern is _HAVING else "caused by"
            says = f"what came about {when(effect)} is told as {how} what came about {when(cause)}"
            words = marked.words(found.start(), found.end())
            yield link(cause, effect, 0, None, says, "the time between the two is", (words,), "likely")


def _turned(marked: Marked, recent: list[Marked], times: Times) -> Iterator[Stated]:
    """“The second fire broke out two days before the first.”"""
    for found in _BACKWARDS.finditer(marked.text):
        one, other = _RANK[found["turn"].lower()], _RANK[found["other"]]
        later = found["way"] in ("after", "later than")
        if one == other or (one > other) == later or _PLANNED.search(marked.text[: found.end()]):
            continue
        if found["same"] and found["noun"] and found["same"] not in (found["noun"], "one"):
            continue
        words = marked.words(found.start(), found.end())
        names = f"turn {words.start}", f"turn {words.end}"
        turn, last = (found["turn"].lower(), found["other"]) if one > other else (found["other"], found["turn"].lower())
        yield _half(f"the {turn} comes after the {last}", names, (1, None), words)
        yield _half(f"the text says “{words.exact}”", names, (None, 0), words)
    second = _SECOND.search(marked.text)
    if not second or _PLANNED.search(marked.text):
        return
    for each in [*recent[-1:], marked]:
        first = _FIRST.search(each.text)
        if not first or (first["noun"] and second["noun"] and first["noun"] != second["noun"]):
            continue
        begin, end = (times.moments[int(re.findall(D, one[0])[-1])] for one in (first, second))
        if begin.point != end.point and begin.written == end.written:
            says = f"the first of {told(begin)} comes before the {second['turn']} of {told(end)}"
            yield _first_last(begin, end, says, marked.words(*second.span()), each is not marked)


def _first_last(begin: Moment, end: Moment, says: str, words: Words, apart: bool) -> Stated:
    assumed = "that both are counted in one row" if apart else ""
    return link(begin, end, 0, None, says, "the time between the two is", (words,), "likely", assumed)


def _half(says: str, names: tuple[str, str], span: tuple[int | None, int | None], words: Words) -> Stated:
    """One side of a contradiction between two things that no date is told of."""
    grade: Certainty = "likely"
    return Stated(Statement(says, says, ((Limit(*names, *span),),), (words,)), grade)


def _stood(marked: Marked, times: Times) -> Iterator[Stated]:
    """“The old record, set in 1994, had stood for 31 years”: up to the day of the article, or nearly."""
    found = _STOOD.search(marked.text) if times.dateline else None
    if not found or len(re.findall(D, marked.text)) > 1:
        return
    begin, length = times.moments[int(found[1])], times.lengths[int(found[2])]
    if begin.written and length.least is not None and length.unit == "years":
        says = f"a record of {told(begin)} stood for {plain(length)}"
        limit = Limit(begin.point, NOW, length.least - 20, (length.most or 40_000) + 400)
        if (length.most or 0) < 365 * 3:
            return
        assumed = "that it stood until the days before the article"
        yield Stated(Statement(says, "it stood", ((limit,),), (length.words,), assumed=assumed), "likely")


def _came_out(marked: Marked, recent: list[Marked], times: Times) -> Iterator[Stated]:
    """“He resigned on 11 May, days after the tape came out. It was first broadcast on 24 May.”"""
    out = _OUT.search(marked.text)
    told_before = [(one, found) for one in recent[-2:] if (found := _CAME_OUT.search(one.text))] if out else []
    if out and len(told_before) == 1 and not _PLANNED.search(marked.text):
        each, after = told_before[0]
        effect, cause = times.moments[int(after[1])], times.moments[int(out[1])]
        says = f"what came about on {told(effect)} is told as after what came out on {told(cause)}"
        words = each.words(*after.span()), marked.words(*out.span())
        assumed = "that both sentences tell of the same publication"
        yield link(cause, effect, 0, None, says, "the time between the two is", words, "likely", assumed)


def _not_yet_there(marked: Marked, recent: list[Marked], times: Times) -> Iterator[Stated]:
    """“The letter, dated 3 May 1911, is on paper of the hotel. The hotel opened in 1924.”"""
    opened = _OPENED.search(marked.text)
    for each in [*recent[-2:], marked] if opened else ():
        dated = _DATED.search(each.text)
        if not opened or not dated or dated["place"].lower() != opened["place"].lower():
            continue
        made, begin = times.moments[int(dated[1])], times.moments[int(opened[2])]
        if made.written and begin.written and made.point != begin.point:
            place = opened["place"].lower()
            says = f"what is of {told(made)} tells of the {place} that was there from {told(begin)} on"
            words = each.words(*dated.span()), marked.words(*opened.span())
            assumed = f"that it is one {place}"
            yield link(begin, made, 0, None, says, "the time between the two is", words, "likely", assumed)
