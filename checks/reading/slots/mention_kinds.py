"""Whether a noun can be *he*, *she*, *it* or *they*: by given names, titles, and what the noun is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.reading.slots.phrases import kind_alone, kind_of
from checks.reading.speech.cues import listed
from checks.reading.suspicions.status.sexes import tells_of

if TYPE_CHECKING:
    from spacy.tokens import Token

HE = listed("he him his himself")
SHE = listed("she her hers herself")
THING = listed("it its itself")
MANY = listed("they them their theirs themselves")
OF_THE_SPEAKER = listed("i me my mine myself we us our ours ourselves")
_MEN = listed(
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark "
    "donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary "
    "nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick "
    "jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter harold carl arthur gerald "
    "roger keith jeremy lawrence sean christian albert joe ethan austin jesse willie billy bryan bruce ralph roy "
    "eugene louis philip bobby johnny bradley tom tony jim bill bob mike dan dave steve ben sam fred alan simon ian "
    "colin graham neil stuart hugh oliver harry leo oscar felix hans karl klaus otto werner jens lars sven erik olaf "
    "ivan dmitri vladimir sergei boris igor mikhail nikolai pavel tomasz piotr jan janusz marek antonio giovanni "
    "giuseppe mario marco luigi paolo pierre jean jacques francois michel henri marcel luis carlos juan pedro miguel "
    "diego pablo jorge fernando javier mohammed muhammad ahmed ali hassan hussein omar ibrahim yusuf abdullah rajiv "
    "sanjay vijay kumar hiroshi kenji takeshi denis pete chris greg nick martin victor vincent stanley leonard ernest"
)
_HIS_TITLES = listed("mr mr. sir lord king prince baron duke father brother chairman spokesman businessman congressman")
_HER_TITLES = listed("mrs mrs. ms ms. miss dame lady queen princess baroness duchess sister chairwoman spokeswoman")
_MEN_NOUNS = listed(
    "man boy father son husband brother king actor chairman spokesman businessman policeman uncle prince"
)
_WOMEN_NOUNS = listed(
    "woman girl mother daughter wife sister queen actress chairwoman spokeswoman policewoman aunt princess"
)


def wanted(pronoun: str) -> str:
    """What the pronoun stands for: he, she, thing, many, or nothing where it says none of these."""
    low = pronoun.lower()
    kinds = (("he", HE), ("she", SHE), ("thing", THING), ("many", MANY))
    return next((kind for kind, words in kinds if low in words), "")


def fits(pronoun: str, noun: Token) -> bool:
    """Whether the pronoun can mean the noun, by number, sex and kind."""
    kind = wanted(pronoun)
    if not kind or noun.pos_ in ("PRON", "NUM") or noun.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL"):
        return False
    kinds = kind_of(noun) | kind_alone(noun)
    return kind in kinds and (kind not in ("he", "she") or sex_of(noun) in ("", kind))


def sex_of(noun: Token) -> str:
    """*he* or *she*, where a title, the noun itself or a given name tells; else nothing."""
    word = noun.lower_
    if word in _MEN_NOUNS:
        return "he"
    if word in _WOMEN_NOUNS:
        return "she"
    before = [
        child.lower_ for child in noun.children if child.dep_ in ("compound", "nmod", "amod") and child.i < noun.i
    ]
    if any(one in _HIS_TITLES for one in before):
        return "he"
    if any(one in _HER_TITLES for one in before):
        return "she"
    given = next((one for one in before if one.isalpha() and one not in ("president", "judge", "dr", "senator")), "")
    if given in _MEN:
        return "he"
    return "she" if given and tells_of("woman", f"{given.capitalize()} X") else ""
