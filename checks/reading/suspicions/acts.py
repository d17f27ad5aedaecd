"""What can be done once: words for acts and states, which of them are one, and which cannot both be. Tables only."""

from __future__ import annotations

import re

from checks.reading.speech.cues import listed

# One act a line, by the first of its verbs; each verb is base/past/participle where these do not follow the rule.
_VERBS = """
approve pass adopt ratify endorse enact clear
reject defeat veto block throw_out/threw_out/thrown_out vote_down/voted_down/voted_down
uphold/upheld/upheld
overturn quash strike_down/struck_down/struck_down
sign
complete finish conclude finalise finalize
build construct erect
agree strike/struck/struck
open inaugurate
close shut/shut/shut shut_down/shut_down/shut_down
reopen
begin/began/begun start commence
resume
land make_landfall/made_landfall/made_landfall
sink/sank/sunk
discharge
decide
split_up/split_up/split_up
apologise apologize
burst/burst/burst
erupt
collapse
crash
hatch
qualify
withdraw/withdrew/withdrawn pull_out/pulled_out/pulled_out
expire
test
launch unveil
lift scrap repeal abolish rescind revoke reverse remove
ban outlaw prohibit
impose introduce implement reinstate
legalise legalize decriminalise decriminalize
end
cancel/cancelled/cancelled cancel scrub drop call_off/called_off/called_off
postpone delay suspend
resign quit/quit/quit step_down/stepped_down/stepped_down stand_down/stood_down/stood_down
retire
appoint name
dismiss sack fire oust
die
convict
sentence jail imprison
acquit exonerate
arrest detain capture recapture
charge indict
release free
extradite deport
elect re-elect
find/found/found recover locate
rescue
buy/bought/bought acquire purchase
sell/sold/sold
merge
demolish raze
publish
divorce
marry
settle
extinguish
restore
repair
evacuate
crown
inherit
accept
decline turn_down/turned_down/turned_down
admit confess
deny/denied/denied
confirm
reach
award
return
leave/left/left
"""
_DOUBLED = {"ban", "scrap", "scrub", "admit", "acquit", "quit", "shut", "ship", "drop"}
# Those whose subject undergoes them, so that what comes after them says no more of what it is about.
OF_SUBJECT = listed(
    "retire step_down land sink decide split_up apologise resign die win lose merge divorce marry agree admit "
    "deny confirm leave return inherit"
)
# What must have been done before an act can be.
FIRST: dict[str, tuple[str, ...]] = {
    "complete": ("approve", "agree", "sign", "build", "review", "settle", "reach"),
    "merge": ("approve", "agree", "complete", "review"),
    "buy": ("approve", "agree", "complete", "review"),
    "sell": ("buyer", "complete", "agree"),
    "law": ("approve", "sign", "law", "review", "vote", "signature", "impose", "ban", "lift"),
    "voted": ("vote",),
    "guilty plea": ("plea",),
    "sign": ("approve", "agree", "reach", "sign", "signature"),
    "approve": ("vote",),
    "reject": ("vote",),
    "open": ("complete", "build"),
    "convict": ("trial", "verdict", "charge"),
    "acquit": ("trial", "verdict"),
    "sentence": ("trial", "verdict", "convict"),
    "elect": ("vote", "elect"),
    "lift": ("review", "approve", "finalised", "law"),
    "ban": ("review", "approve", "finalised", "law", "proposed"),
    "impose": ("review", "approve", "finalised", "law"),
    "legalise": ("review", "approve", "finalised", "law", "vote"),
    "reach": ("agree", "talks"),
    "agree": ("talks", "reach"),
    "appoint": ("candidates",),
    "arrest": ("at large",),
    "find": ("missing",),
    "rescue": ("missing",),
    "extinguish": ("burning",),
    "settle": ("talks", "agree"),
}
# Two things told as done, or as so, that cannot both be said of one thing at one time.
AGAINST: tuple[tuple[str, str], ...] = (
    ("lift", "in force"), ("cancel", "goes on"), ("die", "in custody"), ("die", "at large"), ("withdraw", "on sale"),
    ("controlled", "burning"), ("approve", "reject"), ("law", "reject"), ("convict", "acquit"), ("die", "alive"),
    ("arrest", "at large"), ("find", "missing"), ("rescue", "missing"), ("closed", "opened"),
    ("cancel", "goes ahead"), ("accept", "decline"), ("guilty plea", "not guilty plea"), ("admit", "deny"),
    ("sold out", "tickets left"), ("resign", "in office"), ("dismiss", "in office"), ("demolish", "stands"),
    ("release", "in custody"), ("sell", "unsold"), ("end", "goes on"), ("extinguish", "burning"),
    ("confirm", "unconfirmed"), ("legal", "illegal"), ("ban", "legal"), ("positive", "negative"),
    ("close", "still open"), ("closed", "still open"), ("reopen", "closed"), ("resume", "halted"),
    ("restore", "cut off"), ("discharge", "alive"), ("uphold", "overturn"), ("close", "goes on"),
    ("acquit", "in custody"), ("sentence", "acquit"), ("sink", "afloat"), ("die", "discharge"), ("merge", "apart"),
    ("wed", "single"), ("cancel", "end"),
)  # fmt: skip
# Words in the place of one another where an article speaks of one thing again.
ALIKE = tuple(
    frozenset(line.split())
    for line in (
        "bill law legislation measure act statute",
        "deal agreement merger takeover acquisition accord pact settlement contract treaty truce ceasefire sale "
        "purchase",
        "policy ban rule regulation restriction measure order prohibition sanction embargo tariff change decision",
        "plan proposal scheme project development application",
        "suspect gunman attacker killer shooter assailant man robber",
        "election vote ballot poll referendum",
        "stadium arena ground venue",
        "strike walkout",
        "victim man woman boy girl teenager",
        "fire blaze wildfire",
        "game match final",
        "boss chief executive",
        "concert show gig tour performance festival",
        "budget plan",
    )
)


def _ends_in_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in "aeou"


def _past(base: str) -> str:
    if _ends_in_y(base):
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if base in _DOUBLED else f"{base.removesuffix('e')}ed"


def _shapes() -> dict[str, tuple[tuple[str, str], ...]]:
    """Each form of each verb, with the act it tells of and its shape (base, third, past, participle)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in _VERBS.split("\n"):
        for number, entry in enumerate(line.split()):
            base, _, rest = entry.partition("/")
            act = line.split()[0].partition("/")[0] if number else base
            past, participle = rest.split("/") if rest else (_past(base), _past(base))
            third = (
                f"{base[:-1]}ies" if _ends_in_y(base) else base + ("es" if base.endswith(("s", "sh", "ch")) else "s")
            )
            third = re.sub(r"^(\w+?)_(\w+?)s$", r"\1s_\2", third)  # “steps down”
            for form, shape in ((base, "base"), (third, "third"), (past, "past"), (participle, "participle")):
                found.setdefault(form.replace("_", " "), []).append((act, shape))
    return {form: tuple(dict.fromkeys(pairs)) for form, pairs in found.items()}


FORMS = _shapes()
