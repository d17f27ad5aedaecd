"""Words that tell of one kind of thing or event: a walkout and a strike, an inn and a pub; for comparing sentences."""

from __future__ import annotations

import re
from functools import lru_cache

from checks.reading.suspicions.status.kinds import COMMON, SMALL, stem

_ROWS = (
    "win wins won winning winner winners champion champions championship title titles trophy cup cups medal"
    " medals crown crowned triumph triumphed victory victorious",
    "strike strikes struck striking walkout walked stoppage downed",
    "close closed closing closure shut shutdown",
    "flood floods flooded flooding inundated burst deluge",
    "orchestra orchestras philharmonic symphony",
    "pub pubs inn tavern bar alehouse landlord landlady publican",
    "lead leads led leading head heads headed run runs ran command commands commanded commander charge captain"
    " chief hold holds held post job office chair chaired helm skipper skippered serve served",
    "school schools academy college",
    "hospital hospitals clinic infirmary",
    "church churches chapel",
    "shop shops store stores",
    "ship ships vessel vessels boat boats ferry ferries steamer",
    "film films movie movies",
    "kill killed killing die died dies dead death deaths fatal fatality fatally",
    "collapse collapsed collapses gave fallen",
    "fire fires blaze burned burnt burning",
    "visit visits visited visiting",
    "lose loses lost defeat defeated beaten beat",
    "erupt erupted eruption erupts",
    "elect elected election voted",
    "marry married wedding",
    "fly flew flown flight flights",
    "build built building",
    "climb climbed climbs ascent scaled",
    "crash crashed crashes collision collided",
    "steal stole stolen theft thieves robbed robbery burgled burglary raid",
    "cancel cancelled canceled postponed scrapped abandoned",
    "factory plant works mill",
    "bridge bridges viaduct",
    "snow snowed snowfall snowfalls",
    "goal goals scored score",
    "doctor doctors gp physician",
    "teacher teachers",
    "rise rose risen increase increased raised raise",
    "cut cuts reduced reduction",
    "swim swam swum crossing crossed cross",
    "sell sold sale auctioned auction",
    "play played performed perform performance staged",
    "arrest arrested arrests",
    "host hosted hosts hosting held staged",
    "club clubs team teams side sides squad",
    "woman women female females",
    "man men",
)
_CONCEPT = {word: row.split()[0] for row in reversed(_ROWS) for word in row.split()}
EVENTS = frozenset(row.split()[0] for row in _ROWS)
_EMPTY = frozenset(
    ("it", "time", "day", "history", "country", "becam", "becom", "gone", "gon", "went", "mad", "mak", "ago", "been")
)
_WORDS = re.compile(r"[a-z0-9à-ÿ-]{2,}")


@lru_cache(maxsize=4096)
def concept(word: str) -> str:
    """The kind of thing or event that a word, in small letters, tells of; its stem, if no other word tells of it."""
    return _CONCEPT.get(word) or stem(word)


@lru_cache(maxsize=2048)
def concepts(text: str) -> frozenset[str]:
    """The kinds of things and events that a text tells of, without small and common words and years."""
    words = _WORDS.findall(text.lower())
    return (
        frozenset(concept(word) for word in words if word not in SMALL and not word.isdigit() and len(word) > 2)
        - COMMON
        - _EMPTY
    )
