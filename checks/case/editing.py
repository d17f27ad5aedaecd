"""Edits of a case's `claims.yaml`: the lines of one entry are put in, replaced or taken out, and no other byte.

Each edit says what its editor last saw of the entry (`seen`). The file is read again under a lock; where the entry is
no longer that, nothing is written and a `Differs` says what it is now. What others did to other entries stays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import yaml

from checks.case.catalogue import assertable
from checks.case.claims import Claims, read_claims
from checks.case.entries import Entries, Entry, changed, entries, line_end, line_ending, spliced, value_of, written
from checks.case.errors import CaseError, Differs
from checks.case.nouns import Anchor, Claim
from checks.case.record import held, refuse_if_frozen, replace_file
from checks.case.seals import CLAIMS
from checks.evidence.documents import passage
from checks.evidence.written import composed, read_text, read_yaml
from checks.reading.anchors import anchor_at

if TYPE_CHECKING:
    from checks.case.folder import Case

STATUS = "status"
_BOM = b"\xef\xbb\xbf"
_NOWHERE = (-1, -1)


@dataclass(frozen=True)
class Change:
    """One edit, to be undone: in which file, of which entry, its lines before and after; none before it was put in.

    `entry` is a claim's id, the place of words that are left out, or `status`. `was` and `now` are the stretch of the
    file that was changed, blank lines and all; it began `gap` characters behind the entry `follows`.
    """

    file: str
    entry: str
    before: str
    after: str
    was: str = ""
    now: str = ""
    follows: str = ""
    gap: int = 0


def entry(case: Case, of: str | Anchor) -> str:
    """The lines of a claim (by its id) or of words left out, as the case last read them; none where it has none.

    It is what an editor has seen, and hands back as `seen`.
    """
    key, name = (of, "claims") if isinstance(of, str) else (_left_out_key(_place(case, of)), "left_out")
    return _entries(case, case.written, name).said(key)


def put(case: Case, claim: Claim, *, seen: str, proposed: bool = False) -> Change:
    """Puts a claim in after its neighbour in the order of the article, or in the place of the one with that id.

    Its words are quoted with as little around them as marks them; fields that stay as they were are not touched. Raises
    `CaseError` that names the field, for all that could not be read back, and `Lost` or `Ambiguous` for its words.
    """
    place = _place(case, claim.words, claim.id)

    def says(found: Entry | None) -> dict[str, Any]:
        return as_fields(claim, _words(case, place, found), proposed=proposed)

    return _edit(case, "claims", claim.id, place, seen, says)


def as_fields(claim: Claim, words: Mapping[str, str], *, proposed: bool) -> dict[str, Any]:
    """What the entry of a claim says, field by field; `words` are its anchor as it is written."""
    fields = {"id": claim.id, **({"proposed": "yes"} if proposed else {}), "words": words}
    return {**fields, "says": claim.says, "speaker": claim.speaker, **_nonempty("asserts", claim.asserts)}


def accept(case: Case, id: str, *, seen: str) -> Change:
    """Accepts a proposal: takes its line `proposed: yes` out."""
    if id not in case.claims.proposed and id not in case.claims.of:
        case.claims[id]  # raises, and names the nearest
    return _edit(case, "claims", id, _NOWHERE, seen, lambda found: _without(found, "proposed"))


def remove(case: Case, id: str, *, seen: str) -> Change:
    """Takes a claim or a proposal out. What was asked and concluded of it stays in the log."""
    if id not in case.claims.proposed:
        case.claims[id]  # raises, and names the nearest
    return _edit(case, "claims", id, _NOWHERE, seen, lambda _: None)


def leave_out(case: Case, words: Anchor, reason: str, *, seen: str = "") -> Change:
    """Leaves words of the article out, with the reason, or gives words that are left out another reason."""
    place = _place(case, words)

    def says(found: Entry | None) -> dict[str, Any]:
        return {"words": _words(case, place, found), "reason": reason}

    return _edit(case, "left_out", _left_out_key(place), place, seen, says)


def take_in(case: Case, words: Anchor, *, seen: str) -> Change:
    """Takes words in again that were left out: nobody has covered them then."""
    if not entry(case, words):
        raise CaseError(f"{words} is not among what is left out", file=case.file(CLAIMS))
    return _edit(case, "left_out", _left_out_key(_place(case, words)), _NOWHERE, seen, lambda _: None)


def set_status(case: Case, status: str, *, seen: str) -> Change:
    """Says that the case is complete, or in progress again."""
    return _write(case, Change(case.file(CLAIMS), STATUS, seen, status), _status)


def undo(case: Case, change: Change) -> Change:
    """Takes an edit back, and returns what undoes that in turn. What others have changed since elsewhere stays.

    Raises `Differs` where the entry is no longer what the edit made of it.
    """
    back = replace(change, before=change.after, after=change.before, was=change.now, now=change.was)
    return _write(case, back, _status if change.entry == STATUS else _put_back)


# ---------------------------------------------------------------------------------------------------- how it is done

_Done = tuple[str, Change]  # the new text, and the change that was made


def _edit(
    case: Case, name: str, key: str, place: tuple[int, int], seen: str,
    says: Callable[[Entry | None], Mapping[str, Any] | None],
) -> Change:  # fmt: skip
    """Makes one entry say what it must, or takes it out (None)."""

    def make(case: Case, text: str, wanted: Change) -> _Done:
        now = _entries(case, text, name)
        _hold(now.said(key), seen, key)
        found, end = now.get(key), line_ending(text)
        fields = says(found)
        if not found and not fields:
            raise Differs("it was taken out meanwhile: nothing was written", id=key)
        if found is None:
            return _put_in(now, replace(wanted, after=written(fields or {}, now.indent, end)), place)
        if fields is None:
            return _taken_out(now, wanted)
        new = changed(text, found, fields, end)
        return spliced(text, [(found.start, found.end, new)]), replace(wanted, after=new, was=seen, now=new)

    return _write(case, Change(case.file(CLAIMS), key, seen, ""), make)


def _write(case: Case, wanted: Change, make: Callable[[Case, str, Change], _Done]) -> Change:
    """Makes the new text, reads it as it would be read, and only then writes it; the case has its claims at once."""
    refuse_if_frozen()
    path, file = case.folder / CLAIMS, case.file(CLAIMS)
    with held(case.folder):
        while True:
            text = read_text(path, file)
            if text != case.written:
                read_yaml(text, file)  # raises, with the line, for what somebody has left half written
            new, done = make(case, text, wanted)
            claims = _read(case, new, done)
            data = path.read_bytes()
            if data.removeprefix(_BOM).decode(errors="replace") == text:  # a text editor knows no lock
                break
        if new != text:
            replace_file(path, (_BOM if data.startswith(_BOM) else b"") + new.encode())
        case.take_up(claims, new)
    return done


def _read(case: Case, text: str, done: Change) -> Claims:
    try:
        return read_claims(read_yaml(text, done.file), case.article, assertable())
    except CaseError as error:
        start = text.find(done.after) if done.after else -1
        first = text.count("\n", 0, start) + 1
        ours = start >= 0 and first <= error.line <= first + done.after.count("\n")
        if not ours and error.field != done.entry:
            raise  # another entry is at fault now, and its line says which
        field = f": {error.field}" if error.field and f"`{error.field}`" not in error.what else ""
        raise type(error)(error.what, id=f"{done.entry}{field}", field=error.field) from None


def _hold(now: str, seen: str, key: str) -> None:
    if now == seen:
        return
    if not now:
        raise Differs("it was taken out meanwhile: nothing was written", id=key)
    what = "there is such an entry already" if not seen else "it was changed meanwhile"
    raise Differs(f"{what}: nothing was written; it is now {' '.join(now.split())}", id=key)


def _put_in(now: Entries, change: Change, place: tuple[int, int]) -> _Done:
    """Puts an entry's lines (`after`) in, behind the last entry that begins no later in the article."""
    text, end, lines = now.text, line_ending(now.text), change.after
    blank = end if now.apart else ""
    last = max((entry for entry in now.all if entry.place <= place), key=lambda entry: entry.place, default=None)
    at, was, follows = len(text), "", ""
    if now.head is None:  # the file has no such list
        new = f"{now.name}:{end}{lines}{end}" if text.endswith(end) else f"{end}{now.name}:{end}{lines}"
    elif not now.all:
        at, was = now.head[0], text[now.head[0] : now.head[1]]
        comment = was.replace("[]", "", 1).rstrip() if "[]" in was.partition("#")[0] else was
        new = f"{comment}{end}{lines}"
    elif last is None:
        at, new = now.head[1], f"{end}{lines}{blank}"
    else:
        at, new, follows = last.end, f"{end}{blank}{lines}", last.key
    done = Change(change.file, change.entry, "", lines, was, new, follows)
    return spliced(text, [(at, at + len(was), new)]), done


def _taken_out(now: Entries, change: Change) -> _Done:
    """Takes an entry's lines out, with the blank line that set it apart."""
    text, end, found = now.text, line_ending(now.text), now.get(change.entry)
    assert found is not None  # noqa: S101  (the caller has it)
    start, stop = line_end(text, found.start - len(end)), found.end
    above = text.rfind("\n", 0, start) + 1
    below = line_end(text, stop + len(end)) if stop < len(text) else stop
    last = max((entry for entry in now.all if entry.end < found.start), key=lambda entry: entry.end, default=None)
    if above and not text[above:start].strip() and not any(entry.start == stop + len(end) for entry in now.all):
        start = line_end(text, above - len(end))
    elif not last and len(now.all) > 1 and not text[stop:below].strip():
        stop = below
    follows, behind = (last.key, last.end) if last else ("", now.head[1] if now.head else 0)
    done = Change(change.file, change.entry, change.before, "", text[start:stop], "", follows, start - behind)
    return spliced(text, [(start, stop, "")]), done


def _put_back(case: Case, text: str, change: Change) -> _Done:
    """Makes an entry that must be `before` be `after` again, and with it the stretch `was` be `now`."""
    name = "left_out" if change.entry.startswith("left_out ") else "claims"
    now = _entries(case, text, name)
    _hold(now.said(change.entry), change.before, change.entry)
    found = now.get(change.entry)
    if found and change.after:
        return spliced(text, [(found.start, found.end, change.after)]), change
    if found:
        start = found.start - change.was.index(change.before)
        with_head = bool(change.now) or f"{name}:" in change.was.partition(change.before)[0]
        if text[start : start + len(change.was)] != change.was or (with_head and len(now.all) > 1):
            return _taken_out(now, change)  # others have put in or taken out what stands beside it
        return spliced(text, [(start, start + len(change.was), change.now)]), change
    at = _where_it_was(now, change)
    if at is None:
        return _put_in(now, change, _place_in(case, change.after))
    return spliced(text, [(at, at + len(change.was), change.now)]), change


def _where_it_was(now: Entries, change: Change) -> int | None:
    """Where the stretch of an entry that was taken out began; None where others have changed what stands beside it."""
    text, last, heads = now.text, now.get(change.follows), change.now.lstrip().startswith(f"{now.name}:")
    if now.head is None or heads:  # the list itself came with it
        return len(text) if now.head is None and heads else None
    if change.was:  # an empty list stood here
        return now.head[0] if not now.all and text[now.head[0] : now.head[1]] == change.was else None
    if change.follows and not last:
        return None
    behind = last.end if last else now.head[1]
    at = behind + change.gap
    free = not any(behind < entry.start <= at for entry in now.all) and at <= len(text)
    return at if free and text[at : at + 1] in ("", "\r", "\n") else None


def _status(case: Case, text: str, change: Change) -> _Done:
    node = next((value for key, value in composed(text).value if key.value == STATUS), None)
    if node is None:
        raise CaseError(f"the field `{STATUS}` is missing: add it", file=change.file)
    _hold(value_of(node), change.before, STATUS)
    return spliced(text, [(node.start_mark.index, node.end_mark.index, change.after)]), change


def _entries(case: Case, text: str, name: str) -> Entries:
    def known_by(node: yaml.MappingNode) -> tuple[str, tuple[int, int]]:
        fields = {key.value: value for key, value in node.value}
        try:
            place = Anchor(**value_of(fields["words"])).find(case.article.words)
        except (CaseError, KeyError, TypeError):
            place = _NOWHERE
        return (str(fields["id"].value) if name == "claims" and "id" in fields else _left_out_key(place)), place

    return entries(text, case.file(CLAIMS), name, known_by)


def _left_out_key(place: tuple[int, int]) -> str:
    return f"left_out {place[0]}-{place[1]}"


def _place(case: Case, words: Anchor, id: str = "") -> tuple[int, int]:
    if case.article.text is None:
        raise CaseError("the article is not in this copy, so that no words of it can be marked", id=id)
    try:
        return passage(case.article, words).anchor.find(case.article.words)
    except CaseError as error:
        raise type(error)(error.what, id=id, field="words") from None


def _place_in(case: Case, lines: str) -> tuple[int, int]:
    """The place in the article of an entry that is in no file."""
    node = composed(lines).value[0] if lines else None
    try:
        return Anchor(**value_of(node)["words"]).find(case.article.words) if node else _NOWHERE
    except (CaseError, KeyError, TypeError):
        return _NOWHERE


def _words(case: Case, place: tuple[int, int], found: Entry | None) -> dict[str, str]:
    """The words as they are written: as they stood, where they are the same, else with as little around them as can
    be."""
    if found and found.place == place:
        kept: dict[str, str] = value_of(found.node)["words"]
        return kept
    return as_words(anchor_at(case.article.words, *place))


def as_words(anchor: Anchor) -> dict[str, str]:
    """An anchor as it is written in an entry: without what it leaves empty."""
    around = {"prefix": anchor.prefix, "suffix": anchor.suffix}
    return {"exact": anchor.exact, **{name: text for name, text in around.items() if text}}


def _without(found: Entry | None, field: str) -> dict[str, Any]:
    return {name: value for name, value in value_of(found.node).items() if name != field} if found else {}


def _nonempty(name: str, value: Mapping[str, str]) -> dict[str, Any]:
    return {name: dict(value)} if value else {}
