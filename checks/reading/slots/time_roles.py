"""Which act a date belongs to, by the words around it: signed, notified, took effect, was born."""

from __future__ import annotations

import re
from functools import lru_cache

from checks.reading.parts import TimePhrase

# role: the words that show it, as patterns. The first that fits at a place counts.
_WORDS = """
effective: (?:took|takes?|taking|taken|into|in|has|had|have|having|come into|with) (?:legal )?(?:effect|force)|\
c[ao]mes? into (?:force|effect|operation)|effective|entry into force|entered into force|commence(?:d|s|ment)?|\
appl(?:y|ies|ied) from|bec[ao]me(?:s)? (?:law|final|binding|operative)|operative|kick(?:s|ed) in|in operation
took office: took (?:up )?(?:the )?(?:office|post|job|chair|over|charge|command|power|reins|helm)|\
takes? (?:up )?(?:office|over|charge|power)|sworn in|inaugurat\\w+|\
assumed (?:office|power|command|the)|c[ao]mes? to power|in office from|enthroned|crowned|\
acce(?:ded to the throne|ssion)|ascended|installed as|became (?!law|final|binding|operative)
left office: left (?:the )?(?:office|post|job|company|club|party|board|firm|team)|step(?:s|ped)? down|resign\\w*|\
quits?|retir\\w+|gave (?:it|up)|gives? up|stood down|stands down|abdicat\\w+|departed|ousted|removed from|sacked|\
dismissed|fired
notified: notif\\w+|gave (?:formal )?notice|giv(?:es|en|ing) (?:formal )?notice|notice(?: of| given| served)|\
deposit(?:ed|s|ing)? (?:its|their|his|her|the|an?) (?:notice|notification|instrument of withdrawal)
deposited: deposit\\w*
expires: expir\\w*|laps\\w+|r[au]ns? out|runs? until|valid (?:until|to)|good until
announced: announc\\w*|unveil\\w*|revealed|made public|came out|disclosed
published: publish\\w*|publication|gazetted|issued?|\
appeared in (?:print|the (?:press|\\w+ ?(?:gazette|register|journal)))|printed|posted
signed: sign(?!al|ific|s of|\\w* (?:up|off|out))(?:ed|s|ing|ature)?|inked|sealed|initialled
dated: dated?(?= )|dated
ratified: ratif\\w*|accession to the (?:treaty|convention|pact|union|EU)|acceded(?! to the throne)|accepted
adopted: adopt\\w*|passed|approv\\w*|enacted|passage|voted(?: for| through)?|made the|carried
filed: fil(?:ed?|es|ing)|lodg\\w*|submitted|submits?|submission|registered|sued
delivered: deliver\\w*|handed over|handed down|served|sent|received
elected: elect(?!ion day|ric|ron)(?:ed|ion|s)?|won the election|chosen|voted in
appointed: appoint\\w*|named|nominat\\w*|hired|promoted
joined: joined|joins|enlist\\w*|enter(?:ed|s) (?!into force)|signed up|enrolled
born: born|birth|b\\.|dob
died: lost (?:his|her|their) li(?:fe|ves)|died?|dies|death|deceased|dead|passed away|killed|murdered|\
assassinated|executed|d\\.
married: marri\\w+|wed(?:ding)?|wedded
divorced: divorc\\w*|separat(?:ed|ion)
engaged: (?:was|were|became|got|are|is) engaged|engagement|betrothed
graduated: graduat\\w*|degree
arrested: arrest\\w*|detain\\w*|held by police|taken into custody|apprehended
charged: charg(?:ed|es|ing)|indict\\w*|arraigned|accused
convicted: convict\\w*|found guilty|guilty
acquitted: acquit\\w*|cleared of
sentenced: sentenc\\w*|jailed|imprisoned|sent to prison
released: releas\\w*|freed|paroled|set free|bailed
tried: trial|tried|hearing|appeared in court
founded: found(?:ed|ing|ation)|establish\\w*|set up|creat(?:ed|ion)|formed|formation|incorporated|est\\.|estd
opened: open(?:s|ed|ing)?|inaugural|reopen\\w*
closed: clos(?:ed|es|ing|ure|e(?! (?:to|by)\\b))|shut(?:s|ting)?(?: down)?|shuttered
completed: complet(?:ed|ion|es)|finished
built: built|builds?|construct\\w*|erected
set out: set out|took off|lifted off|sailed|set sail|embarked|put to sea|set off
walked out: walked out|walkout|downed tools|went on strike|struck work
returned: return(?:ed|s)?|went back|came (?:back|home)|resum\\w+|landed|arriv\\w+|reached|docked|splashed down
started: start(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|broke out|launch\\w*|kick(?:s|ed) off|got under way|onset
ended: end(?:s|ed|ing)?|finish(?:es)?|conclud\\w+|came to an end|ceas\\w+|stopp\\w+|terminat\\w+|was over|lifted|\
abolished|disband\\w*|dissol\\w+|collaps\\w+|split up|broke up|folded|repealed|cancel\\w+|scrapped|revoked|withdrawn
withdrew: withdr[ae]w\\w*|pull(?:s|ed|ing) out|withdrawal|exit|departure|left
aired: air(?:s|ed|ing)|premi\\w+|broadcast\\w*|screened|debut\\w*
delayed: delay\\w*|postpon\\w*
visited: visit\\w*
attacked: attack\\w*|bomb\\w*|invad\\w*|invasion|struck
discovered: discover\\w*|found in|detected|identified
bought: bought|buys|acqui\\w+|purchas\\w+
sold: sold|sells?|sale
won: won|wins|beat|defeated
ordered: order(?:ed|s)?
reported: report(?:ed|s)
"""
_ROLES: list[tuple[str, str]] = []
for _line in _WORDS.strip().splitlines():
    _name, _, _pattern = _line.partition(": ")
    _ROLES.append((_name, _pattern))
_CUE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<r{n}>{pattern})(?![\\w-])" if pattern[-1] != "." else f"(?P<r{n}>{pattern})"
               for n, (_, pattern) in enumerate(_ROLES))
    + ")",
    re.IGNORECASE,
)  # fmt: skip
_NAMES = [name for name, _ in _ROLES]
# Acts that go by several of these words: two roles of one row are no two acts.
_SAME = [
    {"signed", "dated"}, {"notified", "deposited", "filed", "delivered"}, {"announced", "published", "reported"},
    {"published", "released", "aired"}, {"adopted", "elected"}, {"effective", "started"},
    {"founded", "started", "built"}, {"opened", "started", "aired"},
    {"ended", "closed", "expires", "left office", "died"},
    {"took office", "appointed", "joined", "started"}, {"took office", "elected"}, {"left office", "withdrew"},
    {"convicted", "tried"}, {"charged", "tried"}, {"released", "opened", "started"}, {"ended", "withdrew"},
    {"dated", "published"}, {"dated", "filed"}, {"ratified", "adopted"}, {"deposited", "ratified"},
    {"ended", "built"}, {"published", "filed"}, {"attacked", "started"}, {"sold", "bought"}, {"won", "elected"},
    {"announced", "dated"}, {"released", "published"}, {"sentenced", "delivered"}, {"notified", "announced"},
    {"ordered", "signed", "dated", "published"}, {"discovered", "reported"}, {"released", "acquitted"},
    {"effective", "opened"}, {"adopted", "ordered"}, {"died", "attacked"}, {"ended", "aired"}, {"closed", "aired"},
    {"adopted", "died"}, {"completed", "built"}, {"completed", "opened"}, {"completed", "ended"},
    {"divorced", "ended"}, {"engaged", "appointed"},
]  # fmt: skip
# Acts with which something begins that lasts, and with which it ends.
BEGINNINGS = frozenset(
    {"started", "opened", "founded", "effective", "took office", "appointed", "joined", "set out", "walked out"}
)
ENDINGS = frozenset(
    {"ended", "closed", "expires", "left office", "released", "withdrew", "died", "completed", "returned"}
)
# Roles that stand beside any other: the words are too weak to tell two acts apart.
_WEAK = {"reported", "ordered", "delivered", "discovered", "visited", "won", "sold", "bought", "tried", "delayed"}
_STOP = re.compile(r"[;:!?\n]|[.](?=\s+[A-Z(\[]|\s*$)|\b(?:but|while|whereas|although|though)\b")
_DATED = re.compile(r"\b(?:1\d|20)\d\d\b")
_OPENS = re.compile(
    r"(?:^|[.;:!?(\n,]|\band|\bbut|\bthen|\bthat)\s*(?:(?:on|in|by|since|from|until|at|as of|back in|only on|the) )*$",
    re.IGNORECASE,
)
_LIFE = re.compile(r"\(\s*$")
_KEY = re.compile(r"[:=_|]\s*(?:on |at )?$|\b(?:date|day|year)\s*(?:\([^()]*\))?\s*[:=]?\s*$", re.IGNORECASE)
_OBJECT = re.compile(r"(?:\b(?:its|their|his|her|the|an?|of|for|from|about|over|against)|[’']s) (?:[a-z]+ )?$")
# A verb of another act between the cue and the date: married in 2008, separated in 2010.
_OTHER_VERB = re.compile(r"(?:,|\band|\bwho|\bthen)(?: (?:was|were|had|then|later))* [a-z]{3,}ed\b(?! by)[^,]*$")
_REACH = 110  # characters that a date's act may stand away


@lru_cache(maxsize=4096)
def role_of(text: str, phrase: TimePhrase) -> str:
    """Which act does a date belong to by the words around it, as `signed`, `effective` or `born`?

    Empty where they do not say. The cue is the nearest before the date in its clause, or after it where the date opens
    the clause; in a record the key (`Date signed:`); in brackets after a name the two dates are birth and death.
    """
    life = _life(text, phrase)
    if life:
        return life
    before = text[max(0, phrase.start - _REACH) : phrase.start]
    after = text[phrase.end : phrase.end + _REACH]
    if _KEY.search(before):
        key = re.split(r"[.;,|\n]", re.sub(r"[:=|]\s*$", "", before))[-1].replace("_", " ")
        found = _cues(key)
        if found:
            return found[-1]
    opens = _OPENS.search(before)
    ahead = _cues(_STOP.split(after, maxsplit=1)[0], until_date=True) if opens else []
    if ahead:
        return ahead[0]
    behind = _governing(_STOP.split(before)[-1])
    if behind:
        return behind
    if not opens:
        follows = _cues(_STOP.split(after, maxsplit=1)[0][:40], until_date=True)
        return follows[0] if follows and re.match(r",? (?:when|as|,)", after) else ""
    return ""


def _life(text: str, phrase: TimePhrase) -> str:
    """Birth and death, where a date is one of two in brackets, or has its mark before it."""
    before, after = text[max(0, phrase.start - 60) : phrase.start], text[phrase.end : phrase.end + 40]
    if re.search(r"\(\s*(?:b\.|born)\s*(?:on |in |c\. ?)?$", before, re.IGNORECASE):
        return "born"
    if re.search(r"(?:\(|[;,–—-])\s*(?:d\.|died)\s*(?:on |in |c\. ?)?$", before, re.IGNORECASE):
        return "died"
    if re.search(r"\(\s*(?:[^()]{0,40}[,;] )?$", before) and re.match(r"\s*[-–—]\s*[\dA-Z][^()]{2,24}\s*\)", after):
        return "born"
    if re.search(r"\([^()]*\d{4}\s*[-–—]\s*$", before) and re.match(r"\s*\)", after):
        return "died"
    return ""


def _cues(words: str, until_date: bool = False) -> list[str]:
    """The acts that words show, in their order; up to the next year, if so asked."""
    stop = _DATED.search(words) if until_date else None
    return list(_found(words[: stop.start()] if stop else words))


def _governing(words: str) -> str:
    """The act nearest to the end of some words, where a verb comes before its own noun: notified its withdrawal."""
    found = list(_CUE.finditer(words))
    verbs = [one for one in found if not _OBJECT.search(words, 0, one.start())]
    best = (verbs or found)[-1:]
    if not best or _OTHER_VERB.search(words, best[0].end()):
        return ""
    return _NAMES[int(str(best[0].lastgroup)[1:])]


@lru_cache(maxsize=512)
def _found(words: str) -> tuple[str, ...]:
    return tuple(_NAMES[int(str(found.lastgroup)[1:])] for found in _CUE.finditer(words))


def acts_in(text: str) -> tuple[str, ...]:
    """The acts that a text speaks of, in their order, each once."""
    return tuple(dict.fromkeys(_found(text)))


def roles_differ(claimed: str, stated: str) -> bool:
    """Whether two roles are different acts: notified and effective are, signed and dated are not.

    False where either is empty, which tells nothing.
    """
    if not claimed or not stated or claimed == stated or {claimed, stated} & _WEAK:
        return False
    return not any({claimed, stated} <= row for row in _SAME)
