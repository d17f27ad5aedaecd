"""Does the source name the same body as the one that spoke or acted, and not its host, its employer or its namesake?

Supported when the source gives the words or the act to the body that the claim names, by its name, its letters, or
another name that a register records; and when the source is the body's own document and gives them to nobody else.
Misleading when the source gives it to another body, and has the claimed one or one of a like name in another part (it
hosted, employs, paid, owns, printed); and when the body that it gives it to has a like name, or belongs to the claimed
one.
Contradicted when the source gives the act to another body and has the claimed one nowhere, or says that it was not it.
Unsettled when the source gives the act to no body, or to another and names the claimed one without a part that can be
read, or to a name that may be another of the claimed body's.

Cannot tell: for whom a person with several posts was speaking where the source does not say so; what lies behind a
body's name; and the part of a body from words that no table here has.

Source: attribution to the party that made the statement, not to the one that carried it (the sources and their roles in
PolNeAR, Newell et al., LREC 2018); parts are read by the words in checks/reading/named/bodies.py.
"""

from collections.abc import Mapping, Sequence

from checks.case.errors import Unfit
from checks.case.nouns import Claim, Document, Evidence, Fact, Finding, Passage, Register, Row, Verdict
from checks.reading.named.bodies import Body, bodies_told, same_body

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
    told = [(body, one) for one in passages for body in bodies_told(_words(one), forms)]
    ours = [(body, one) for body, one in told if _is(organisation, body, names)]
    parts = {body.part for body, _ in ours}
    spoke = [(body.of or body.said, one) for body, one in told if body.part == "speaker"]
    if not spoke and len(ours) == len(told):
        documents = [one if isinstance(one, Document) else _document(one) for one in passages]
        spoke = [(one.publisher, one) for one in documents if one.standing == "primary"]
    alike = {same_body(organisation, name, names) for name, _ in spoke}
    alike |= {"same"} if "speaker" in parts else set()
    rows = [row for name, _ in spoke for row in _related(organisation, name, registers)]
    other = next((part for part in OTHER_PARTS if part in parts), "named" if parts else "")
    near = [(body, one) for body, one in told if body.part in OTHER_PARTS and _like(organisation, body, names)]
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
    elif verdict is not Verdict.SUPPORTED and other:
        reason += f"; it names “{organisation}” {TOLD[other]}"
    elif rows:
        reason += f"; that is {rows[0].cells['relation']} of {rows[0].cells['of']}"
    elif near and "like" not in alike:
        reason += f"; it names “{near[0][0].said}”, which has a like name, {TOLD[near[0][0].part]}"
    elif verdict is Verdict.MISLEADING:
        reason += ", a body of a like name"
    cited: list[Evidence] = [*(one for _, one in spoke), *(one for _, one in [*ours, *near]), *rows]
    return Finding(claim.id, __name__, verdict, f"{reason}.", cited or [*passages])


def _is(organisation: str, body: Body, names: Mapping[str, Sequence[str]]) -> bool:
    return "same" in {same_body(organisation, name, names) for name in (body.said, body.of) if name}


def _like(organisation: str, body: Body, names: Mapping[str, Sequence[str]]) -> bool:
    return same_body(organisation, body.of or body.said, names) == "like"


def _words(one: Passage | Fact | Document) -> str:
    return one.words if isinstance(one, Document) else one.quoted


def _document(one: Passage | Fact) -> Document:
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
