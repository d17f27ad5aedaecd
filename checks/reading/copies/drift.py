"""What a copy says otherwise than the article it was made from: figures, dates, names, negations, quotations."""

from __future__ import annotations

from dataclasses import replace

from checks.case.when import When
from checks.reading.copies.aligned import aligned
from checks.reading.copies.drift_facts import facts_of
from checks.reading.copies.drift_hedges import dropped_hedges
from checks.reading.copies.drift_names import changed_names
from checks.reading.copies.drift_negations import changed_negations, changed_words
from checks.reading.copies.drift_pairs import changed_facts
from checks.reading.copies.drift_quotations import changed_quotations, changed_speakers
from checks.reading.copies.drift_roles import turned_names
from checks.reading.copies.drift_sides import has_words, side_of
from checks.reading.copies.parts import Change
from checks.reading.intake.incoming import CONTROLS


def changes(
    first: str, copy: str, file: str, days: tuple[When | None, When | None] = (None, None)
) -> tuple[Change, ...]:
    """Which facts does a copy of an article tell otherwise, in the words printed on both sides?

    Sentences are laid beside each other by the words they share, in any order, joined or split; then each figure,
    date, name, negation and quotation of the copy is held against those of the sentences that tell the same. `file`
    names the copy in the answer; `days` are the days on which the two were published, from which a weekday is counted.
    In the order of the copy, each change once; `from_` is empty for what was added to a sentence, `to` for what was
    left out of one that is otherwise kept. A passage that is wholly new or wholly gone is no change.

    The same in another form is none: 12% and twelve percent, $1.2bn and $1.2 billion, Dec. 2 and 2 December, Tuesday
    for the day that it was, a surname for the name, initials, a unit turned into another, a quotation cut short. Honest
    rounding is none either: nearly 500, or 500, for 497; more than 1,000 for 1,400; but below a hundred only where it
    says that it is rounded. What stands between marks is compared word for word, and counts as a quotation alone. Of
    other words a dropped hedge (may, allegedly) and a word put for another of its set (brother, husband) are told, as
    `words`; two names put in each other's place as `name`.

    Raises `CaseError`, with the file, for an article of more than 20,000 words. No words, no changes. Source of the
    alignment: words weighted by how rare they are (Spärck Jones 1972, doi:10.1108/eb026526).
    """
    if not (has_words(first) and has_words(copy)) or first == copy:
        return ()
    ours, theirs = side_of(first, days[0], file), side_of(copy, days[1], file)
    lay = aligned(ours, theirs)
    found: list[tuple[int, Change]] = []
    for pair in changed_facts(ours, theirs, facts_of(ours), facts_of(theirs), lay):
        was, now = pair.first, pair.copy
        kind = was.kind if was else now.kind if now else "figure"
        found.append((pair.at, Change(file, kind, was.exact if was else "", now.exact if now else "")))
    names = changed_names(ours, theirs, lay)
    told = {word for _, _, now in names for word in now.split()}
    names += [one for one in changed_speakers(ours, theirs) if told.isdisjoint(one[2].split())]
    found += [(at, Change(file, "name", was, now)) for at, was, now in names]
    found += [(at, Change(file, "name", was, now)) for at, was, now in turned_names(ours, theirs, lay)]
    found += [(at, Change(file, "quotation", was, now)) for at, was, now in changed_quotations(ours, theirs)]
    found += [(at, Change(file, "negation", was, now)) for at, was, now in changed_negations(ours, theirs, lay)]
    found += [(at, Change(file, "words", was, now)) for at, was, now in dropped_hedges(ours, theirs, lay)]
    found += [(at, Change(file, "words", was, now)) for at, was, now in changed_words(ours, theirs, lay)]
    changed = [
        replace(change, from_=_line(change.from_), to=_line(change.to)) for _, change in sorted(found, key=_place)
    ]
    return tuple(dict.fromkeys(changed))


def _place(found: tuple[int, Change]) -> int:
    return found[0]


def _line(words: str) -> str:
    return " ".join(CONTROLS.sub(" ", words).split())
