"""What an article calls its own alone, and credits to another outlet as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from checks.reading.names import plain
from checks.reading.parts import Certainty, Suspicion, Words

if TYPE_CHECKING:
    from checks.reading.article import Reading

CHECK = "exclusive_is_exclusive"
_TITLES = (
    "Post|Times|Journal|Herald|News|Tribune|Gazette|Guardian|Telegraph|Mail|Mirror|Sun|Star|Bugle|Chronicle|Observer"
    "|Independent|Express|Standard|Examiner|Inquirer|Enquirer|Courier|Dispatch|Despatch|Record|Register|Globe|Bulletin"
    "|Sentinel|Argus|Echo|Mercury|Advertiser|Leader|Monitor|Magazine|Daily|Weekly|Today|Press|Hindu|Age|Australian"
    "|Economist|Atlantic|Intercept|Hill|Verge|Citizen|Nation|Punch|Vanguard|Spectator|Statesman|Beast|Caller|Reporter"
    "|Messenger|Banner|Eagle|Ledger|Sentinel|Beacon|Clarion|Advocate|Review|Recorder|Digest|Dawn|Wire|Lookout|Insider"
)
_SPOKEN = r"Radio|TV|Television|Broadcasting|Channel \d+|FM"  # no “newspaper”, whatever “this” may be
_WIRES = (
    r"Reuters|(?:The )?Associated Press|AP|AFP|Agence France-Presse|Bloomberg|BBC|CNN|ITV|Sky News"
    r"|Sky Sports|NBC|CBS|ABC|MSNBC"
    r"|Fox News|PTI|ANI|RTÉ|Al Jazeera|NPR|PBS|Politico|Axios|BuzzFeed|HuffPost|DPA|Xinhua|TASS|Kyodo|EFE|ANSA"
)


def _outlet(number: int) -> str:
    """A name that has the form of a newspaper's or a broadcaster's, as the group of that number."""
    return (
        rf"(?P<outlet{number}>(?:[Tt]he )?(?:[A-Z][\w’'&-]*\.? ){{0,4}}?(?:{_TITLES}|{_SPOKEN})\b(?: (?:{_TITLES}"
        rf"|of [A-Z]\w+))*"
        rf"|The [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,3}}|the (?:Evening|Morning|Daily|Sunday|Weekly) [A-Z]\w+"
        rf"|(?:[Tt]he )?(?:{_WIRES})(?: (?:News|Radio|Scotland|Wales|World Service))*)\b(?!-)"
    )


_NO_NEWS = r"(?:and|was|were|is|but|rights|licen[cs]es?|deal|contract|agreement|partnership|use|club|school)\b"
_THIS = (
    r"(?:(?:[Tt]his|[Oo]ur) (?:publication|newspaper|paper|site|website|outlet|magazine|programme|program"
    r"|news (?:organi[sz]ation"
    r"|site|outlet)|channel|station|blog|reporter|correspondent)|us\b)"
)
_THING = re.compile(
    r"\b(memo|letter|email|e-mail|document|report|draft|footage|video|audio|recording|tape|interview|figure|data"
    r"|image|photo"
    r"|photograph|picture|statement|message|text|file|dossier|minute|record|transcript|plan|list|contract|story"
    r"|paper|study"
    r"|survey|poll|note|diary|diarie|deal|account|comment|remark|map|invoice|spreadsheet|clip|affair|decision"
    r"|allegation|claim)s?\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    rf"\b(?:[Ee]xclusive(?:ly)?(?: (?!{_NO_NEWS})[\w-]+){{0,3}}? (?:with|to|by|for|from) (?:{_THIS}|{_outlet(1)})"
    rf"|(?:[Oo]btained|[Ss]een|viewed|shared|reviewed|heard|given)(?: [\w-]+){{0,2}}? (?:exclusively|only) (?:by"
    rf"|with|to) (?:{_THIS}|{_outlet(2)})"
    rf"|(?:{_THIS}|[Ww]e|{_outlet(3)}) (?:can|has|have) (?:now )?(?:exclusively )(?:reveal|report|disclose"
    rf"|obtained|learned|seen|confirm)\w*"
    rf"|can (?:now )?(?:exclusively (?:reveal|report|disclose|confirm)|(?:reveal|report|disclose) exclusively)"
    rf"|(?:[Ee]xclusive|[Ee]xclusively obtained|exclusively seen) (?:interview|footage|documents?|figures|images"
    rf"|pictures|photographs|photos|data|video|report|story|access)\b"
    rf"|[Nn]o other (?:newspaper|outlet|media|news organi[sz]ation|publication|reporter)s? (?:has|have"
    rf"|had) (?:seen|obtained|reported|been)"
    rf"|(?:[Tt]he )?only (?:newspaper|outlet|publication|news organi[sz]ation|reporter|broadcaster)s? to (?:have "
    rf"|be )?(?:see|seen|obtain|obtained|speak|given|report)\w*"
    rf"|first published (?:here|in this (?:newspaper|publication|magazine|paper)|on this (?:site|website)))",
)  # fmt: skip
_LABEL = re.compile(r"^\W*(?:(?:WORLD )?EXCLUSIVE\b|Exclusive\s?[:|–—-])|\bEXCLUSIVE\W*$")
_FIRST = re.compile(
    r"\b(?:(?:was |were |is |are |been |be )?(?:first )?(?:obtained|published|revealed|disclosed|reported|broken"
    r"|leaked|seen|reviewed"
    r"|aired|broadcast|shown"
    r"|posted)(?: [\w-]+){0,3}? (?:by|in|to|on)|originally (?:published|appeared|reported) (?:in|by|on)"
    rf"|leaked to|given to|handed to|passed to|shared with|provided to|sent to|released to) {_outlet(4)}"
    rf"|{_outlet(5)}(?:,)? (?:first |had first |which first |which |had |who )?(?:(?:first )?(?:reported|revealed"
    rf"|disclosed|published|obtained|broke the"
    r" (?:news|story))|was first to report)",
)  # fmt: skip
_TOLD = re.compile(
    r"(?:told|tells|spoke to|speaking to|spoke with|said to|talking to|according to|as reported by|in (?:an "
    r"|another )?interview with"
    rf"|in (?:an? )?(?:article|report|interview) (?:in|for|with)|quoted by) {_outlet(6)}"
)
_OTHER_TIME = re.compile(
    r"\b(?:ago|last (?:year|month)|in (?:19|20)\d\d|previously|had earlier|years? earlier|separately|another"
    r"|since then|later"
    r"|unrelated|different)\b",
    re.IGNORECASE,
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
    own = _own(reading)
    others = _others(reading) if own else []
    known = _name(reading.incoming.publisher)
    for one in own:
        ours = one.outlet or known
        for other in (*own, *others):
            if other is one or not other.outlet or (ours and (ours <= other.outlet or other.outlet <= ours)):
                continue
            if other in own and not one.outlet:
                continue
            certainty = _certainty(one, other, others, bool(ours))
            if certainty:
                spans = sorted(((one.start, one.end), (other.start, other.end)))
                first, second = (Words(start, end, reading.text[start:end]) for start, end in spans)
                reason = (
                    f"What is called exclusive (“{_exact(reading, one)}”) is also credited to another outlet "
                    f"(“{_exact(reading, other)}”)."
                )
                yield Suspicion("exclusive", CHECK, reason, certainty, (first, second))
                return


def _exact(reading: Reading, one: _Credit) -> str:
    return reading.text[one.start : one.end]


def _certainty(one: _Credit, other: _Credit, others: list[_Credit], named: bool) -> Certainty | None:
    same = one.sentence == other.sentence or bool(one.things & other.things) or (one.outlet and other not in others)
    if not same and not (one.things and other.things) and abs(one.sentence - other.sentence) < 4:
        same = True  # “it was first reported by …”: nothing says that it is another thing
    same = same or (other.told and "interview" in one.things)
    if not same:
        return "look" if not other.told else None
    outlets = {credit.outlet for credit in others}
    if other.told and not (named or other.spoken or one.sentence == other.sentence or len(outlets) > 1):
        return "look"
    return "likely"


def _own(reading: Reading) -> list[_Credit]:
    found = []
    for index, sentence in enumerate(reading.sentences):
        if sentence.part in ("byline", "dateline", "notice"):
            continue
        low = sentence.exact.lower()
        if not ("xclusive" in low or "only" in low or "no other" in low or "first published" in low):
            continue
        label = _LABEL.search(sentence.exact)
        for match in [*_OWN.finditer(sentence.exact), *([label] if label else [])]:
            groups = match.groupdict()
            name = next((name for key, name in groups.items() if name and key.startswith("outlet")), "")
            found.append(_credit(index, sentence.start, sentence.exact, match, name))
    return found


def _others(reading: Reading) -> list[_Credit]:
    found = []
    for index, sentence in enumerate(reading.sentences):
        if sentence.part in ("byline", "dateline", "notice") or _OTHER_TIME.search(sentence.exact):
            continue
        for sign, told in ((_FIRST, False), (_TOLD, True)):
            for match in sign.finditer(sentence.exact[:1500]):
                name = next(name for key, name in match.groupdict().items() if name and key.startswith("outlet"))
                credit = _credit(index, sentence.start, sentence.exact, match, name)
                found.append(credit._replace(told=told))
    return found


def _credit(index: int, start: int, text: str, match: re.Match[str], outlet: str) -> _Credit:
    near = text[max(0, match.start() - 160) : match.end() + 60]
    things = frozenset(thing.lower() for thing in _THING.findall(near))
    spoken = bool(re.search(rf"\b(?:{_SPOKEN}|{_WIRES})\b", outlet))
    return _Credit(start + match.start(), start + match.end(), _name(outlet), things, index, False, spoken)


def _name(outlet: str) -> frozenset[str]:
    return frozenset(plain(outlet).split()) - {"the", "news", "of"}
