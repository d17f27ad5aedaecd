"""Was it so before, as the words take for granted: *again*, *back*, *resumed*, *no longer*, *another*, *first since*?

Supported when the evidence has so on the day before what the word takes for granted: that it had been so and had ended
(*again*, *back*, *resumption*), that it was so until then (*no longer*, *still*, *lifts*), that there had been one
(*another*), or that the last was at the time named (*the first since*).
Misleading when it had never gone, and is told as coming back; and when the last was before the time named.
Contradicted when the register covers that day and does not have it so, or has another since the time named.
Unsettled when nobody looked as late as that day, when the day changed it, when only facts speak and none decides, and
when a register is about other things: what is in no cell of it, and in its title and columns is not described.

Cannot tell: whether it came back, ended or happened as the article says, which is another question; what was before the
register begins; and whether the word is meant so (*back* has other senses).

Source: iteratives, change-of-state and aspectual words as triggers of presupposition (Beaver, Geurts and Denlinger,
“Presupposition”, Stanford Encyclopedia of Philosophy, section 1).
"""

from collections.abc import Sequence
from datetime import date, timedelta

from checks.case.errors import Unfit
from checks.case.nouns import OF_EVERY_ROW, Claim, Evidence, Fact, Finding, Register, Verdict, When, facts_among, when
from checks.evidence.spells import Spell, concerns, spells
from checks.reading.names import among
from checks.reading.presupposing import Taken, Trigger, since, triggers


def check(
    claim: Claim,
    *,
    taken: Sequence[str],
    on: When | Fact,
    registers: Sequence[Register] = (),
    facts: Sequence[Fact] = (),
    trigger: str = "",
) -> Finding:
    """Looks up whether what the claim's own words take for granted, `taken`, was so on the day before `on`.

    `taken` is written in the words of the register; with `;` between, all must stand in one row. `trigger` says which
    word is meant. Raises `Unfit` when the words have none, or several and none is chosen, when `on` has no first day,
    when a fact is about something else, and without evidence. A fact says that it had ended only by a span (`../1991`).
    """
    word, day = _chosen(claim, trigger), when(on)
    if day.yearless or day.first is None or not (registers or facts):
        raise Unfit("state a day with its year in `on`, and pass `registers` or `facts`")
    for fact in facts:
        if not among(fact.about, taken, {}):
            raise Unfit(f"`{fact.ref}` is about “{fact.about}”, and `taken` is {' and '.join(taken)}: use one name")
    eve = When.span(day.first - timedelta(days=1), day.first - timedelta(days=1))
    named = since(word, day) if word.taken is Taken.SINCE else None
    if word.taken is Taken.SINCE and named is None:
        raise Unfit(f"“{word.word}” names no time that can be read: take the words up to the date into the claim")
    found = [spell for spell in spells(taken, registers, facts) if spell.begun(eve)]
    about = [one for one in registers if concerns(taken, one)]
    looked = bool(about) and all(eve.within(one.covers) == "yes" for one in about)
    ended_within = any(spell.span.last and day.first <= spell.span.last < (day.last or date.max) for spell in found)
    verdict = Verdict.UNSETTLED if ended_within else _judged(word.taken, found, eve, looked, named)
    told = " and ".join(spell.span.words() for spell in found) or "never before"
    if about and not found:
        told += f" in a register that covers {about[0].covers.words()}"
    elif registers and not found:
        told = f"nothing; “{registers[0].title}” is about other things, and cannot show that it was never so"
    before = named.words() if named else eve.words()
    if word.taken is Taken.LASTING and verdict is Verdict.CONTRADICTED:
        told += f"; by {day.words()} it has {_instead(about, found, eve)}"
    reason = f"“{word.word}” takes it that “{'; '.join(taken)}” {word.taken} ({before}); found: {told}."
    cited: list[Evidence] = [one for spell in found for one in spell.cited] or [*registers, *facts]
    return Finding(claim.id, __name__, verdict, reason, [*cited, *facts_among(on)], needs_all=True)


def _instead(registers: Sequence[Register], found: Sequence[Spell], eve: When) -> str:
    """What the registers had on that day, by the first column that is theirs alone."""
    known = {piece.ref for spell in found for piece in spell.cited}
    rows = [row for one in registers for row in one.rows if row.ref not in known and eve.within(row.known) == "yes"]
    cells = [next(cell for name, cell in row.cells.items() if name not in OF_EVERY_ROW) for row in rows]
    return " and ".join(f"“{cell}”" for cell in dict.fromkeys(cells)) or "nothing of it"


def _chosen(claim: Claim, trigger: str) -> Trigger:
    said = triggers(claim.words.exact)
    fits = [one for one in said if not trigger or one.word.casefold() == trigger.casefold()]
    if not fits or len({one.taken for one in fits}) > 1:
        words = ", ".join(f"“{one.word}”" for one in said)
        told = f"these take something for granted: {words}; say which in `trigger`" if said else "no word of them does"
        raise Unfit(f"“{claim.words.exact}”: {told}")
    return fits[0]


def _judged(taken: Taken, found: Sequence[Spell], eve: When, looked: bool, named: When | None) -> Verdict:
    """The verdict, from the state on the day before and the spells that were over by then."""
    answers = {spell.holds(eve) for spell in found}
    absent = Verdict.CONTRADICTED if looked else Verdict.UNSETTLED
    if not found:
        return absent
    if named is not None:
        if any(named.before(spell.span) == "yes" for spell in found):
            return Verdict.CONTRADICTED
        last = all(spell.span.before(named) == "yes" for spell in found)
        return Verdict.UNSETTLED if not looked else Verdict.MISLEADING if last else Verdict.SUPPORTED
    if taken is Taken.ONE:
        return Verdict.SUPPORTED
    if "yes" in answers:
        return Verdict.SUPPORTED if taken is Taken.LASTING else Verdict.MISLEADING
    if "cannot tell" in answers:
        return Verdict.UNSETTLED
    if taken is Taken.LASTING:
        return absent
    # What a register had once may go on after it; of a fact's day nobody says that it was the last.
    ends = looked or all(spell.looked is None and "/" in spell.span.said for spell in found)
    return Verdict.SUPPORTED if ends else Verdict.UNSETTLED
