"""Does the source name the same body as the one that spoke or acted, and not its host, its employer or its namesake?

Supported when the source gives the words or the act to the body that the claim names, by its name, its letters, or
another name that a register records; and when the source is the body's own document, with no word of anybody else.
Misleading when the source gives it to another body, and has the claimed one or one of a like name in another part (it
hosted, employs, paid, owns, printed); and when the body that it gives it to has a like name, or belongs to the claimed
one.
Contradicted when the source gives the act to another body and has the claimed one nowhere, or says that it was not it.
Unsettled when the source gives the act to no body, or to another and names the claimed one without a part that can be
read, or to a name that may be another of the claimed body's; when letters fit two bodies that it names, or are well
known for another; and when the body's own document has words that may be somebody else's (*she said*, *Ana Pike*).

Cannot tell: for whom a person with several posts was speaking where the source does not say so; what lies behind a
body's name; whether letters that the source does not spell out are of the body whose name they fit; and the part of a
body from words that no table here has.

Source: attribution to the party that made the statement, not to the one that carried it (the sources and their roles in
PolNeAR, Newell et al., LREC 2018); parts are read by the words in checks/reading/named/bodies.py.
"""

from collections.abc import Mapping, Sequence

from checks.case.errors import Unfit
from checks.case.nouns import Claim, Document, Evidence, Fact, Finding, Passage, Register, Row, Verdict
from checks.reading.named.bodies import Alike, Body, bare, bodies_told, same_body, that_fit
from checks.reading.named.other_voices import other_voice
from checks.reading.names import called
from checks.reading.wording import spaced

TOLD = {
    "host": "only as the host", "employer": "only as the employer", "payer": "only as the one that paid",
    "parent": "only as what another belongs to", "outlet": "only as the outlet", "named": "in no part that can be read",
}  # fmt: skip
OTHER_PARTS = ("host", "employer", "payer", "parent", "outlet")


def check(
    claim: Claim,
    *,
    organisation: str,
    passages: Sequence[Passage | Fact | Document],
    registers: Sequence[Register] = (),
) -> Finding:
    """Compares the body `organisation` with the one that `passages`, a few sentences each, give the act to.

    `registers` lend other names, and with the columns body, relation and of say which body belongs to which. Raises
    `Unfit` for words that name no body.
    """
    if not any(word[:1].isupper() for word in organisation.split()):
        raise Unfit(f"“{organisation}” is no body's name: state in `organisation` the one that the claim means")
    names = {known: others for register in registers for known, others in register.also_called.items()}
    forms = [organisation, *(one for known, others in names.items() for one in (known, *others))]
    told = [(body, one) for one in passages for body in bodies_told(_words(one), forms, _document(one).words)]
    fitting = that_fit(organisation, [body for body, _ in told])
    ours = [(body, one) for body, one in told if _alike(organisation, body, fitting, names) == "same"]
    parts = {body.part for body, _ in ours}
    speaking = [(body, one) for body, one in told if body.part == "speaker"]
    alike = {_alike(organisation, body, fitting, names) for body, _ in speaking}
    spoke = [(body.of or body.said, one) for body, one in speaking]
    own = _own_paper(organisation, passages, names) if not spoke and len(ours) == len(told) else []
    voice = _other_voice(passages, [organisation, *(body.said for body, _ in ours)]) if own else ""
    if own and not voice:
        spoke, alike = own, {"same"}
    rows = [row for name, _ in spoke for row in _related(organisation, name, registers)]
    other = next((part for part in OTHER_PARTS if part in parts), "named" if parts else "")
    near = [(body, one) for body, one in told if body.part in OTHER_PARTS]
    near = [(body, one) for body, one in near if _alike(organisation, body, fitting, names) == "like"]
    if "same" in alike:
        verdict = Verdict.SUPPORTED
    elif "denied" in parts:
        verdict = Verdict.CONTRADICTED
    elif spoke and (rows or near or other in OTHER_PARTS or "like" in alike):
        verdict = Verdict.MISLEADING
    else:
        verdict = Verdict.CONTRADICTED if alike == {"other"} and not parts else Verdict.UNSETTLED
    said = " and ".join(dict.fromkeys(f"“{name}”" for name, _ in spoke)) or "nobody that can be read"
    reason = f"The claim gives it to “{organisation}”, the source to {said}"
    if verdict is not Verdict.SUPPORTED and "denied" in parts:
        reason += ", and says that it was not the claimed one"
    elif voice:
        reason += f"; the paper is its own, but “{voice}” in it may be of another"
    elif verdict is not Verdict.SUPPORTED and other:
        reason += f"; it names “{organisation}” {TOLD[other]}"
    elif rows:
        reason += f"; that is {rows[0].cells['relation']} of {rows[0].cells['of']}"
    elif near and "like" not in alike:
        reason += f"; it names “{near[0][0].said}”, which has a like name, {TOLD[near[0][0].part]}"
    elif verdict is Verdict.MISLEADING:
        reason += ", a body of a like name"
    elif len(fitting) > 1 or any(body.unclear for body, _ in speaking):
        reason += "; the letters fit more than one body that it names"
    cited: list[Evidence] = [*(one for _, one in spoke), *(one for _, one in [*ours, *near]), *rows]
    return Finding(claim.id, __name__, verdict, f"{reason}.", cited or [*passages])


def _alike(organisation: str, body: Body, fitting: Sequence[str], names: Mapping[str, Sequence[str]]) -> Alike:
    """How the claimed name stands to a body that is told; not to be told where letters fit more than one body."""
    if bare(organisation) == bare(body.said) or called(organisation, body.said, names) is not None:
        return "same"
    if body.unclear or (len(fitting) > 1 and (body.of or body.said) in fitting):
        return "unknown"
    return same_body(organisation, body.of or body.said, names)


def _own_paper(
    organisation: str, passages: Sequence[Passage | Fact | Document], names: Mapping[str, Sequence[str]]
) -> list[tuple[str, Passage | Fact | Document]]:
    """The passages that stand in a document of the claimed body's own, each with how that is called as publisher."""
    primary = [(_document(one).publisher, one) for one in passages if _document(one).standing == "primary"]
    return [(name, one) for name, one in primary if same_body(organisation, name, names) == "same"]


def _other_voice(passages: Sequence[Passage | Fact | Document], own: Sequence[str]) -> str:
    return next(filter(None, (other_voice(_words(one), own) for one in passages)), "")


def _words(one: Passage | Fact | Document) -> str:
    return spaced(one.words if isinstance(one, Document) else one.quoted)


def _document(one: Passage | Fact | Document) -> Document:
    if isinstance(one, Document):
        return one
    return one.passage.document if isinstance(one, Fact) else one.document


def _related(ours: str, theirs: str, registers: Sequence[Register]) -> list[Row]:
    """The rows that say that one of the two belongs to the other."""
    found = []
    for register in registers:
        names = register.also_called
        for row in register.rows:
            body, of = row.cells.get("body", ""), row.cells.get("of", "")
            for one, other in ((ours, theirs), (theirs, ours)):
                if body and of and same_body(one, body, names) == same_body(other, of, names) == "same":
                    found.append(row)
    return found
