"""Why a speaker is not named, in the article's words."""

from __future__ import annotations

import re

_WITHHELD = re.compile(
    r"(?:(?:agreed to speak|insisted|speaking|spoke|speaks|talked|only) )?on (?:the )?condition"
    r" (?:of anonymity|that (?:he|she|they|their|his|her)\b)"
    r"|(?:request|ask|demand|seek|sought|insist|want|prefer|wish|grant|given|under)\w*"
    r"(?: (?:on|for|to|that|be|remain|stay|have|his|her|their|the|condition|of))* (?:anonymity|anonymous(?:ly)?)\b"
    r"|(?:request|ask|demand|want|prefer|wish|declin|refus|cho[os]s)\w*(?: (?:on|for|to|that|not|have|his|her|their))*"
    r" (?:be (?:named|identified|quoted by name)"
    r"|(?:give|have|use) (?:a |his |her |their )?(?:last |full |real )?names?)\b"
    r"|(?:not|n[’']t|never) (?:be )?(?:authori[sz]ed|allowed|permitted|cleared|empowered|at liberty)"
    r" to (?:speak|talk|comment|discuss|brief|disclose|be quoted)"
    r"|(?:not|n[’']t) (?:want|wish|like)\w* to be (?:named|identified|quoted)"
    r"|(?:spoke|speaking|talked|said) anonymously"
    r"|(?:names?|identity) (?:was|were|is|are|has been|have been|being) (?:being )?(?:withheld|changed)"
    r"|(?:cannot|can[’']t|could not|may not) be named"
    r"|g[ai]ve(?:s|n)? (?:only )?(?:his|her|their|a) (?:first )?names? (?:only )?(?:as|simply)\b"
    r"|(?:speaking|spoke|talked) (?:only )?(?:on background|not for attribution|off the record)"
)
_ENDS = re.compile(
    r"[.!?](?=\s|$|[’”\"'])|[;:—“”\"‘]|\s[–-]\s|, (?:said|says|told|tells|adds|but|and|while|[a-z]+(?:ed|ies))\b|\n"
)
_FURTHEST = 40  # characters between “who” and the words that say that the name is withheld


def anonymity_in(phrase: str, sentence: str) -> str:
    """The reason given for not naming a speaker (“requested anonymity due to …”), from the noun phrase or its sentence.

    The words are the article's, from what follows “who” to where the clause ends; empty where no reason is given.
    """
    for where in (phrase, sentence):
        found = _WITHHELD.search(where)
        if found:
            ends = _ENDS.search(where, found.end())
            who = where.rfind("who ", max(0, found.start() - _FURTHEST), found.start())
            begins = who + 4 if who >= 0 and "," not in where[who : found.start()] else found.start()
            return where[begins : ends.start() if ends else len(where)].strip(" ,")
    return ""
