"""What an article calls its own alone, and credits to another outlet as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from checks.reading.names import plain
from checks.reading.parts import Certainty, Suspicion, Words
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from checks.reading.article import Reading

CHECK = "exclusive_is_exclusive"
_TITLES = (
    "Post|Times|Journal|Herald|News|Tribune|Gazette|Guardian|Telegraph|Mail|Mirror|Sun|Star|Bugle|Chronicle|Observer"
    "|Independent|Express|Standard|Examiner|Inquirer|Enquirer|Courier|Dispatch|Despatch|Record|Register|Globe|Bulletin"
    "|Sentinel|Argus|Echo|Mercury|Advertiser|Leader|Monitor|Magazine|Daily|Weekly|Today|Press|Hindu|Age|Australian"
    "|Economist|Atlantic|Intercept|Hill|Verge|Citizen|Nation|Punch|Vanguard|Spectator|Statesman|Beast|Caller|Reporter"
    "|Messenger|Banner|Eagle|Ledger|Beacon|Clarion|Advocate|Review|Recorder|Digest|Dawn|Wire|Lookout|Insider|Bee"
    "|Journal-Constitution|Post-Dispatch|Mail on Sunday|Weekend|Evening News|Zeitung|Spiegel|Monde|Figaro|Stampa|País"
)
_SPOKEN = r"Radio|TV|Television|Broadcasting|Channel|FM|Podcast"  # no “newspaper”, whatever “this” may be
_WIRES = (
    r"Reuters|(?:The )?Associated Press|AP|AFP|Agence France-Presse|Bloomberg|BBC|CNN|ITV|Sky News|Sky Sports|NBC|CBS"
    r"|ABC|MSNBC|Fox News|PTI|ANI|RTÉ|Al Jazeera|NPR|PBS|Politico|Axios|BuzzFeed|HuffPost|DPA|Xinhua|TASS|Kyodo"
    r"|EFE|ANSA"
)
_SORT = (
    r"(?:news)?papers?|weekly|daily|tabloid|broadsheet|magazine|television station|TV station|TV channel|radio station"
    r"|broadcaster|station|channel|network|news agency|agency|news site|news website|website|blog|news outlet|outlet"
    r"|podcast|newsletter|periodical|journal|monthly"
)
_OUTLET = re.compile(
    rf"(?P<title>(?:[Tt]he )?(?:[A-Z][\w’'&-]*\.? ){{0,4}}?(?:{_TITLES}|{_SPOKEN})\b(?: (?:{_TITLES}|{_SPOKEN}"
    rf"|[A-Z]\w+))*)"
    r"|(?P<the>(?<=[a-z] )The [A-Z]\w+(?: [A-Z]\w+){0,3}|the (?:Evening|Morning|Daily|Sunday|Weekly) [A-Z]\w+)"
    rf"|(?P<named>\b(?:[Tt]he|[Aa]|its|local|rival) (?:[a-z]+ ){{0,2}}?(?:{_SORT}) (?P<name>[A-ZÀ-Þ][\w’'&-]*(?:"
    rf" [A-ZÀ-Þ][\w’'&-]*){{0,4}}))"
    rf"|(?P<wire>(?:[Tt]he )?\b(?:{_WIRES})(?: (?:News|Radio|Scotland|Wales|World Service))*)\b(?!-)"
    rf"|(?P<rival>\b(?:[Aa]nother|[Aa] (?:rival|local|foreign|national|Sunday|different|competing|\w+ese|\w+ish"
    rf"|\w+an)|[Oo]ther|[Rr]ival"
    rf"|[Ss]everal(?: other)?|[Tt]wo(?: other)?) (?:[a-z]+ )?(?:{_SORT})s?\b|\bother media\b)"
)
_THIS = (
    r"(?:(?:[Tt]his|[Oo]ur) (?:publication|newspaper|paper|site|website|outlet|magazine|programme|program|weekly|daily"
    r"|news (?:organi[sz]ation|site|outlet)|channel|station|blog|reporter|correspondent|podcast)|us\b)"
)
_NO_NEWS = listed(
    "rights right licence license licences licenses deal contract agreement partnership club school resort hotel"
    " economic"
    " zone use franchise jurisdiction neighbourhood neighborhood supplier distributor brand restaurant party event"
    " community competence power powers control suburb property range provider"
)
_ALONE = re.compile(
    r"\b(?:[Ee]xclusive(?:ly)?\b(?!,)|can (?:now |today )?(?:reveal|disclose|report)\b|no other (?:news|paper"
    r"|outlet|media|publication"
    r"|reporter|broadcaster|journalist|station)\w*"
    r"|(?:[Tt]he |its )?only (?:(?:news)?paper|outlet|publication|news organi[sz]ation|reporter|broadcaster"
    r"|journalist|station|magazine)s? "
    r"(?:to|that|which|in|present|allowed|invited|admitted)\b|(?:not|never) (?:been |before been |previously been "
    r"|yet been )?(?:made public|published"
    r"|reported|disclosed|released|revealed|seen|printed|broadcast|shown)(?: before| until now| elsewhere| anywhere)"
    r"|never before (?:been )?(?:published|seen|reported|shown)|not previously (?:been )?(?:published|reported"
    r"|disclosed|made public)"
    r"|previously unpublished|(?:to|with|by) nobody else|to no one else|to no other|(?:seen|read|heard|viewed"
    r"|given|shown|available|known) only (?:by|to)|only to (?:this|the)|a scoop\b"
    r"|first published (?:here|in this|on this)|for the first time (?:in|to) this (?:news)?paper)",
)
_SIGNS = (
    "xclusive",
    "XCLUSIVE",
    "can ",
    "o other",
    "only ",
    "not ",
    "never ",
    "unpublished",
    " else",
    "scoop",
    "first ",
)
_MOST = 40  # claims and credits that are compared
_LABEL = re.compile(r"^\W*(?:(?:WORLD )?EXCLUSIVE\b|Exclusive\s?[:|–—-])|\bEXCLUSIVE\W*$|\(exclusive\)")
_CREDIT = re.compile(
    r"\b(?:(?:first|originally|already) (?:obtained|published|revealed|disclosed|reported|broken|leaked|seen|aired"
    r"|broadcast|shown|posted"
    r"|printed|appeared|told|made public)|(?:obtained|published|revealed|disclosed|reported|broken|leaked|reviewed"
    r"|aired|broadcast|shown"
    r"|posted|printed|carried|run|made public|brought to light|uncovered|unearthed|ordered|commissioned|recorded"
    r"|filmed|taken|given"
    r"|conducted|picked up)(?: [\w’-]+){0,5}? (?:by|in|on|to|of|for)\b|on behalf of"
    r"|(?:announc\w+|spoke|appeared|admitted|confessed)\b[^,]{0,20}? (?:on|in)\b|put (?:up )?on(?: the internet"
    r"|line| its website)?[^,]{0,30} by|broke the (?:news|story)"
    r"|(?:report|interview|article|story|account|footage|pictures|scoop|investigation)s? (?:in|for|with|by|on"
    r"|to)\b|(?:appeared|came out)"
    r" (?:in|on)|(?:told|tells|spoke to|speaking to|spoke with|said to|talking to|talked to|interviewed by|quoted"
    r" by|sat down with"
    r"|leaked to|given to|gave|handed to|passed to|shared with|provided to|sent to|sold to|released to|confided"
    r" (?:in|to))\b"
    r"|(?:according to|as) |\bfrom\b)",
)
_DID = re.compile(
    r",? (?:which |that |who |had |has |have |also |on \w+day |last \w+ |yesterday |earlier )*(?:first"
    r" )?(?:reported|revealed|disclosed|published|obtained|broke|printed|ran|aired|broadcast"
    r"|carried|posted|was first|showed|had the|leaked|commissioned|ordered|interviewed|quoted|uncovered|got hold)\b"
)
_ANSWERED = listed("told according as from")  # a weaker credit: one may answer everybody
_SPOKE = listed("told tells spoke speaking said talking talked interviewed sat interview confided")
_TALK = frozenset(("interview",))
_OTHER_TIME = re.compile(
    r"\b(?:ago|last (?:year|month)|in (?:19|20)\d\d|previously told|had earlier|years? earlier|separately|another"
    r" (?:report|interview|letter|document)"
    r"|since then|unrelated|a different (?!news|paper|outlet|magazine))\b",
    re.IGNORECASE,
)
_SMALL = listed(
    "the and that this with from have has had was were been its his her their they she which who will would about after"
    " before when into over than more newspaper paper exclusive exclusively reveal told said reported monday tuesday"
    " wednesday thursday friday saturday sunday week year first published obtained other only also station magazine"
)


class _Credit(NamedTuple):
    """Words that give something to an outlet: its name as plain words, empty for “this newspaper”."""

    start: int
    end: int
    outlet: frozenset[str]
    things: frozenset[str]
    sentence: int
    told: bool = False
    spoken: bool = False


def claimed_alone(reading: Reading) -> Iterator[Suspicion]:
    """Something called exclusive, and the same thing credited to another outlet.

    `likely` where the other is said to have obtained or reported it, or where a broadcaster or an agency was told; a
    paper that “was told” may be the one that speaks of itself, which is only to be looked at.
    """
    own = list(islice(_own(reading), _MOST))
    others = list(islice(_others(reading, own), _MOST)) if own else []
    known = _name(reading.incoming.publisher)
    for one in own:
        ours = one.outlet or known
        for other in others:
            if ours and (ours <= other.outlet or other.outlet <= ours):
                continue
            certainty = _certainty(one, other, others, bool(ours))
            if certainty:
                spans = sorted(((one.start, one.end), (other.start, other.end)))
                words = tuple(Words(start, end, reading.text[start:end]) for start, end in spans)
                told, credited = (reading.text[a.start : a.end] for a in (one, other))
                reason = f"What is called exclusive (“{told}”) is also credited to another outlet (“{credited}”)."
                yield Suspicion("exclusive", CHECK, reason, certainty, words)
                return


def _certainty(one: _Credit, other: _Credit, others: list[_Credit], named: bool) -> Certainty | None:
    """How sure it is that both are of one thing, and of two outlets; None where nothing says so."""
    same = one.sentence == other.sentence or bool(one.things & other.things)
    if not same:
        return None if other.told else "look"
    outlets = {credit.outlet for credit in others}
    if other.told and not (named or other.spoken or one.sentence == other.sentence or len(outlets) > 1):
        return "look"
    return "likely"


def _own(reading: Reading) -> Iterator[_Credit]:
    """What the article says it has alone."""
    for index, sentence in enumerate(reading.sentences):
        text = sentence.exact[:1500]
        if sentence.part in ("byline", "dateline", "notice") or not any(sign in text for sign in _SIGNS):
            continue
        for match in (*_ALONE.finditer(text), *_LABEL.finditer(text)):
            end, after = match.end(), re.findall(r"[\w-]+", text[match.end() : match.end() + 40].lower())[:2]
            if not _LABEL.match(text) and set(after) & _NO_NEWS:
                continue
            outlet = _outlet_near(text, match)
            strong = match[0].lower().startswith("exclusive") or outlet is not None or re.search(_THIS, text)
            report = (
                not match[0].lower().startswith("exclusive") or outlet or _is_news(text, match) or _LABEL.match(text)
            )
            if not strong or not report:
                continue
            name = outlet[0] if outlet else ""
            end = max(end, outlet[1]) if outlet and outlet[1] < end + 60 else end
            start = min(match.start(), outlet[2]) if outlet and outlet[2] > match.start() - 40 else match.start()
            yield _Credit(sentence.start + start, sentence.start + end, _name(name), _around(reading, index), index)


def _is_news(text: str, match: re.Match[str]) -> bool:
    near = text[max(0, match.start() - 40) : match.end() + 60]
    return bool(re.search(_THIS, near) or _NEWS.search(near))


_NEWS = re.compile(
    r"\b(?:interview|footage|documents?|figures|images|pictures|photographs|photos|data|video|report|story|poll"
    r"|survey|audio|tape"
    r"|recording|revealed?|told|obtained|seen|speaking|spoke|talking|shared|reveals?|details|extracts?|memo|letter"
    r"|e?-?mails?)\b"
)  # fmt: skip


def _outlet_near(text: str, match: re.Match[str]) -> tuple[str, int, int] | None:
    """The outlet that is said to have something alone: “the Herald can reveal”, “exclusively to the Herald”."""
    for found in _OUTLET.finditer(text, max(0, match.start() - 60), min(len(text), match.end() + 60)):
        before = text[found.end() : match.start()]
        if found.end() <= match.start() and re.fullmatch(
            r" |(?: [\w’,-]+){0,9} (?:has|have|had|is|are|and which|which) ?(?:[\w-]+ ){0,3}", before
        ):
            return found[0], found.end(), found.start()
        between = text[match.end() : found.start()]
        if found.start() >= match.end() and re.search(r"\b(?:by|to|with|for|of|from) $", between) and len(between) < 40:
            return found[0], found.end(), match.start()
    alone = list(_OUTLET.finditer(text[:800]))
    if len(alone) == 1 and not re.search(_THIS, text):
        return alone[0][0], match.end(), match.start()
    return None


def _others(reading: Reading, own: list[_Credit]) -> Iterator[_Credit]:
    """Outlets that are said to have had, printed or been told something."""
    places = [(one.start, one.end) for one in own]
    for index, sentence in enumerate(reading.sentences):
        text = sentence.exact[:1500]
        if sentence.part in ("byline", "dateline", "notice") or _OTHER_TIME.search(text):
            continue
        for found in _OUTLET.finditer(text):
            start, end = sentence.start + found.start(), sentence.start + found.end()
            outlet = _name(found["name"] or found[0])
            if not outlet or any(a < end and start < b for a, b in places):
                continue
            left = text[max(0, found.start() - 70) : found.start()]
            signs = [
                sign for sign in _CREDIT.finditer(left) if len(left) - sign.end() < 35 and "," not in left[sign.end() :]
            ]
            did = _DID.match(text, found.end())
            if not signs and not did:
                continue
            sign = signs[-1][0].split()[0].lower() if signs else ""
            told = not did and (sign in _ANSWERED or signs[-1][0].startswith(("spo", "said", "talk")))
            begin = sentence.start + found.start() - len(left) + signs[-1].start() if signs else start
            stop = sentence.start + did.end() if did else end
            spoken = bool(
                found["wire"] or found["named"] or found["rival"] or re.search(rf"\b(?:{_SPOKEN})\b", found[0])
            )
            things = _things(reading, index) | (_TALK if sign in _SPOKE else frozenset())
            yield _Credit(begin, stop, outlet, things, index, told, spoken)


def _things(reading: Reading, index: int) -> frozenset[str]:
    """What a sentence speaks of, as stems; one that opens with “it” speaks of what stands before it."""
    text = reading.sentences[index].exact
    words = _stems(text)
    if index and re.match(r"(?:It|This|They|These|That|He|She)\b", text):
        words |= _stems(reading.sentences[index - 1].exact)
    return words


def _around(reading: Reading, index: int) -> frozenset[str]:
    """What the paragraph of a sentence speaks of, and the one after where a headline calls the article exclusive."""
    paragraph = reading.sentences[index].paragraph
    near = reading.paragraphs[paragraph : paragraph + (1 if reading.sentences[index].part == "body" else 3)]
    interview = re.search(r"(?i)interview|exclusively (?:to|with)|spoke|told", reading.sentences[index].exact)
    return _stems(" ".join(one.exact for one in near)) | ({"interview"} if interview else frozenset())


@lru_cache(maxsize=512)
def _stems(text: str) -> frozenset[str]:
    words = [word for word in re.findall(r"[a-z]{4,}|[A-Z][a-z]{3,}", text[:800]) if word.lower() not in _SMALL]
    same = {"pictures": "photograph", "images": "photograph", "photos": "photograph",
            "tape": "record", "papers": "document", "memo": "document",
            "survey": "poll", "news": "story", "video": "footage"}  # fmt: skip
    return frozenset(re.sub(r"(?:ings?|e?s|ed)$", "", same.get(word.lower(), word.lower())) for word in words)


def _name(outlet: str) -> frozenset[str]:
    return frozenset(plain(outlet).split()) - {"the", "news", "of", "a"}
