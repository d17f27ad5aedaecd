"""What stands in the source right around the quoted words, and whether it turns them."""

from __future__ import annotations

import re

from checks.reading.quoting.parts import Kind
from checks.reading.quoting.texts import Text

_LOOK = 30  # words before and after that are looked at
_THINK = (
    r"(?:think|believe|say|said|saying|claim|mean|suggest|suggesting|accept|agree|know|see|expect|feel"
    r"|imagine|hear|heard|argue|suppose|remember|recall|understand|promise|guarantee|mean to say)(?:s|ed|d|ing)?"
)
# Words that end right before a clause and take it back.
_DENIED = re.compile(
    rf"(?:\b(?:not|never|n't|nobody|no one|none of us|none of them|nor|neither|cannot|hardly"
    rf"|few people) (?:\w+ ){{0,2}}?{_THINK}"
    r"|\b(?:doubt(?:s|ed|ing)?|den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|disagree(?:s|d)?|reject(?:s"
    r"|ed)? the (?:idea|claim|notion|suggestion))"
    r"|\b(?:not|never|hardly|n't) (?:\w+ )?(?:true|right|correct|clear|certain|sure|fair|likely|possible|the case"
    r"|convinced|persuaded|confident)(?: to (?:say|claim|suggest|argue|think))?"
    r"|\b(?:false|untrue|wrong|incorrect|absurd|nonsense|ridiculous|misleading|a lie|a myth|impossible|unlikely"
    r"|foolish|premature)(?: to (?:say|claim|suggest|argue|think|believe|pretend))?"
    r"|\b(?:no (?:evidence|sign|proof|indication|suggestion|question|chance|way|guarantee|reason to (?:think"
    r"|believe|say)))"
    r"|\b(?:pretend(?:s|ed)?)"
    r")(?: to (?:you|us|them|me))?(?: that)?[ ,:]*$",
    re.IGNORECASE,
)
# Words that give a clause to people whom the speaker only tells of.
_OTHERS = re.compile(
    rf"\b(?:some(?: of (?:them|you|us))?|(?:some |many |most |other |those )?people|others|they|critics|opponents|many"
    rf"|it is) (?:who |still |often |always |may |might |will |would |can )?{_THINK}(?: to (?:you|us|me))?(?: that)?"
    r"[ ,:]*$",
    re.IGNORECASE,
)
_IF_BEFORE = re.compile(
    r"(?:^|[,;] |\b(?:and|but|that|said|so) )(?:only |but |and )?(?:(?<!even )(?<!as )(?<!what )if|unless"
    r"|provided(?: that)?|providing|assuming|supposing|as long as|so long as"
    r"|in the event|on condition|subject to)\b[^.!?]*$",
    re.IGNORECASE,
)
_IF_RIGHT_BEFORE = re.compile(
    r"\b(?:if|unless|whether|lest|provided(?: that)?|assuming(?: that)?|suppose(?: that)?|supposing(?: that)?"
    r"|as long as|in case|imagine(?: that)?)\s*$",
    re.IGNORECASE,
)
_IF_AFTER = re.compile(
    r"^[\s,;–—-]*(?:but |and )?(?:only |and only |or only )?(?:if(?! (?:you (?:like|will|ask)|i may|necessary"
    r"|not sooner|anything))|unless|provided(?: that)?|providing|as long as|so long as|on condition|subject to"
    r"|assuming|in the event|only when|only after|except|except (?:if|when|that))\b",
    re.IGNORECASE,
)
# Words that turn a fragment behind them; it may be quoted all the same, and they are told.
_TURNED = re.compile(
    r"(?:\b(?:not|never|no|hardly|scarcely|barely|without|neither|nor|cannot|far from|anything but|nobody)|n't"
    r"|\b(?:refus|fail|declin)(?:e|es|ed|ing|s) to|\bden(?:y|ies|ied|ying))(?: \w+){0,1} *$",
    re.IGNORECASE,
)
_NO_AFTER = re.compile(
    r"^[\s,;–—-]*(?:(?:that )?(?:is|was|would be|seems) (?:simply |just |plainly |completely )?(?:false|untrue"
    r"|wrong|a lie|not true|nonsense|a myth|absurd)|is what (?:they|he|she|some|critics) )",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:i|we|you|he|she|it|they|there|this|that|these|those|the|a|an|our|my|his|her|their|its|all|every|no"
    r"|[A-Z]\w+)$",
    re.IGNORECASE,
)


def around(
    source: Text, first: int, last: int, quoted_begins: str, quoted_ends: str
) -> tuple[list[tuple[Kind, str]], str]:
    """What the words around a quoted stretch (first and last word) do to it: kinds of change, and what to tell of it.

    `quoted_begins` is the first word as the quotation writes it, `quoted_ends` what its words end with. A fragment is
    taken as it is, and what stands around it is told; a clause given as a sentence is answerable for its sentence.
    """
    left = source.plain_slice_before(first, _LOOK)
    right = source.plain_slice_after(last, _LOOK)
    sentence = quoted_begins[:1].isupper() and not source.written(first)[:1].isupper()
    begins = first == source.sentence(first)[0] or not left or sentence
    clause = bool(_CLAUSE.match(source.words[first])) and last - first > 1
    found: list[tuple[Kind, str]] = []
    told = ""
    denied = _DENIED.search(left)
    if denied and clause:
        found.append(("ellipsis hides a negation", denied[0].strip()))
    elif clause and sentence and (others := _OTHERS.search(left)):
        found.append(("ellipsis hides the subject", others[0].strip()))
    elif denied:
        told = f"right before stands “{denied[0].strip()}”"
    elif turned := _TURNED.search(left):
        told = f"right before stands “{turned[0].strip()}”"
    condition = _IF_RIGHT_BEFORE.search(left) or (_IF_BEFORE.search(left) if left else None)
    if condition:
        if sentence and clause:
            found.append(("ellipsis hides a condition", condition[0].strip(" ,;")))
        else:
            told = told or f"right before stands “{condition[0].strip(' ,;')}”"
    trailing = _IF_AFTER.match(right)
    if trailing:
        words = right.strip(" ,;–—-")
        if begins and quoted_begins[:1].isupper() and clause:
            found.append(("ellipsis hides a condition", words))
        else:
            told = told or f"right after stands “{words}”"
    reversal = _NO_AFTER.match(right)
    if reversal and clause:
        found.append(("ellipsis hides a negation", reversal[0].strip(" ,;–—-")))
    return found, told
