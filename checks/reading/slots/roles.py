"""The roles of a clause: who, to whom, where; each beside what the passage has in its place, or else anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.reading.slots.bound import listed_with, tells_a_level
from checks.reading.slots.clauses import Clause, Role
from checks.reading.slots.figured import summed_parts
from checks.reading.slots.laid import Laid
from checks.reading.slots.match_names import stands_apart
from checks.reading.slots.matching import Found, best, describing, forms, is_name, name_of, nouns_alike, thing
from checks.reading.slots.parts import Relation, Slot, SlotName
from checks.reading.slots.phrases import is_noun, modifiers, own_words, phrase
from checks.reading.slots.scope import scope_slots
from checks.reading.slots.sides import Side
from checks.reading.slots.words import likeness
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

SLOT: dict[str, SlotName] = {"subject": "who", "object": "to whom", "recipient": "to whom", "oblique": "what"}
# Where the one verb has this and the other that, the two tell of opposite ways: rented from and rented to.
_OPPOSITE = {
    "from": ("to", "into"),
    "to": ("from",),
    "into": ("from", "out of"),
    "for": ("against",),
    "against": ("for", "with"),
    "with": ("without", "against"),
    "without": ("with",),
    "before": ("after",),
    "after": ("before",),
    "above": ("below", "under"),
    "below": ("above", "over"),
    "over": ("under", "below"),
    "under": ("over", "above"),
    "inside": ("outside",),
    "outside": ("inside",),
}  # fmt: skip
_PLACES = listed("in at near on from to into across around off outside inside")
_PLACED = frozenset({"GPE", "LOC", "FAC"})
_IDLE = listed("all total addition fact general particular effect")
# What they describe is not, or not yet, or not quite what the noun says: to drop them tells another thing.
UNMAKES = listed(
    "former ex retired late acting interim deputy vice assistant alleged suspected accused proposed "
    "planned draft attempted failed fake mock honorary potential possible prospective preliminary "
    "provisional unofficial would-be disgraced deposed aspiring designate supposed purported apparent "
    "unconfirmed hypothetical fictional"
)
# Who did such a thing is one person or body: where the passage names another, the claim's cannot be right.
_ONE_DOER = listed("win kill assassinate invent discover head chair lead defeat beat acquire buy appoint succeed crown")
_ONE_MAKER = listed("write direct compose produce play design build paint found own edit create")

# Of these the thing itself can be told to do what was done to it: the school closed, the school was closed.
_BOTH_WAYS = listed(
    "close open end begin start stop finish continue resume change increase decrease double triple halve "
    "grow expand shrink drop move turn sink burn break burst crack collapse explode melt freeze dry "
    "spread split merge divide separate develop improve worsen form gather reopen shut marry divorce sell "
    "ship sail fly run ring tear weaken strengthen widen narrow deepen raise vary fill empty heat cool "
    "boil bend crash overturn capsize relocate transfer evolve transform convert unite dissolve complete "
    "reduce"
)

_PARTS_OF_A_PLACE = listed(
    "north south east west northern southern eastern western central northeast northwest southeast "
    "southwest northeastern northwestern southeastern southwestern upper lower inner outer rural coastal"
)


def lay_role(
    role: Role, clause: Clause, other: Clause, claim: Side, passage: Side, answered: set[int], laid: Laid
) -> None:  # fmt: skip
    """One role of the claim's clause: the same role in the passage first, then any, then the rest of the sentence."""
    name: SlotName = SLOT[role.name]
    if role.name == "oblique" and role.by.split()[-1] in _PLACES and role.head.ent_type_ in _PLACED:
        name = "where"
    laid.taken |= {token.i for token in own_words(role.head) if token.pos_ in ("ADP", "DET", "PRON")} | {role.head.i}
    noun = thing(role.head, claim)
    if noun is None or noun.lower_ in _IDLE:
        return  # a figure without a noun, which has a slot of its own
    laid.taken.add(noun.i)
    found, heads = _beside(role, noun, other, passage, _barred(role, clause, other))
    if found is None or not found[0].stated:
        by_deed = _by_deed(noun, role, other, passage)
        found, heads = by_deed or (found, heads)
    if role.name == "subject" and clause.verb.lemma_ != "have" and (found is None or not found[0].stated):
        listed = listed_with(noun, clause, claim, passage)
        taken_up = [one.head for one in other.roles if one.name != "subject"]  # a role it has, and not this one
        if listed is not None and (listed not in taken_up or tells_a_level(clause)):
            found, heads = (Relation.AGREE, f"“{listed.text}” stands with the figure"), [listed]
    if (found is None or not found[0].stated) and (parts := summed_parts(noun, claim, passage)):
        found, heads = (Relation.WIDER, f"the parts of the sum: {parts}"), heads or [other.predicate]
    if found is None:
        shown = next((phrase(one.head) for one in other.roles if one.name == role.name), "")
        laid.slots.append(Slot(name, phrase(noun), shown, Relation.NOT_STATED))
        return
    relation, why = found
    if relation is Relation.CONFLICT and name == "who" and not _one_doer(clause, other, noun, passage):
        relation, why = Relation.NOT_STATED, f"{why}: both may have"
    if relation is Relation.CONFLICT and role.name == "oblique" and name != "where":
        relation = Relation.NOT_STATED
    if relation is Relation.CONFLICT and name == "to whom" and is_name(noun):
        relation, why = Relation.NOT_STATED, f"{why}: both may be so"
    laid.slots.append(Slot(name, phrase(noun), phrase(heads[0]), relation, why))
    if relation.stated:
        taken = laid.add(scope_slots(noun, heads))
        laid.slots += described(noun, heads, passage, answered | taken, name, laid)


def _barred(role: Role, clause: Clause, other: Clause) -> set[int]:
    """What the passage has on the other side of the act: who was sued is not who sued; and what lies the other way."""
    away = {one.head.i for one in other.roles if role.by in _OPPOSITE.get(one.by, ())}
    verbs = clause.predicate.lemma_, other.predicate.lemma_
    both = clause.of("object") or (verbs[0] == verbs[1] and verbs[0] not in _BOTH_WAYS)
    if clause.predicate.pos_ != "VERB" or other.predicate.pos_ != "VERB" or not both:
        return away
    sides = {"subject", "object"}
    return away | {one.head.i for one in other.roles if {one.name, role.name} == sides and one.by in ("", "by")}


def _beside(
    role: Role, noun: Token, other: Clause, passage: Side, barred: set[int]
) -> tuple[Found | None, list[Token]]:  # fmt: skip
    """What the passage has in the same role, else in another, else, where nothing fills the role, anywhere."""
    same = [one for one in other.roles if one.name == role.name and (one.by == role.by or role.name != "oblique")]
    if role.name == "object":
        same += other.of("recipient", "is")
    rest = [one for one in other.roles if one not in same and one.name not in ("adverb", "time")]
    if role.name == "subject":
        told_by = ("by",) if other.predicate.pos_ == "VERB" else ("by", "of", "compound", "from")
        rest = [one for one in rest if one.by in told_by]
    elif role.name == "object" and other.passive:
        rest = [one for one in rest if one.by != "by"]  # whoever did it, wherever the parser hung it
    rest = [one for one in rest if role.by not in _OPPOSITE.get(one.by, ())]
    found: Found | None = None
    heads: list[Token] = []
    for group in (same, rest):
        for one in group:
            placed = group is same and role.name != "oblique"
            likeness_ = nouns_alike(noun, one.head, passage, placed) if is_noun(one.head) else None
            if likeness_ and (found is None or best([likeness_, found]) is not found):
                found, heads = likeness_, passage.mentions.of(thing(one.head, passage) or one.head)
        if found and found[0].stated:
            return found, heads
    filled = any(thing(one.head, passage) for one in same if is_noun(one.head))
    if (role.name in ("subject", "object") and filled) or (found and found[0] is Relation.CONFLICT and is_name(noun)):
        return found, heads
    placed_at = [one.head for one in same if role.name == "oblique" and one.head.ent_type_ in _PLACED]
    near = {token.i for head in placed_at for token in head.subtree} if noun.ent_type_ in _PLACED else None
    for token in passage.doc:
        if token.i in barred or (near and token.i not in near):
            continue
        if is_noun(token) and token.pos_ != "PRON":
            likeness_ = nouns_alike(noun, token, passage)
            if likeness_ and likeness_[0].stated:
                return likeness_, passage.mentions.of(token)
    silent = not filled and other.verb.sent.start in passage.records and role.name in ("subject", "object")
    if silent and not (is_name(noun) and _names_another(noun, passage)):
        return (Relation.AGREE, f"the record names no other than “{phrase(noun)}”"), [other.predicate]
    return found, heads


def _names_another(noun: Token, passage: Side) -> bool:
    """Whether the passage names somebody or something that the claim's name could be confused with."""
    return any(
        token.ent_type_ == noun.ent_type_ or token.ent_type_ == "PERSON" for token in passage.doc if is_name(token)
    )


def _by_deed(noun: Token, role: Role, other: Clause, passage: Side) -> tuple[Found, list[Token]] | None:
    """*The restriction* of a policy that restricts: what does such a thing is one."""
    if role.name != "subject" or not any(child.lower_ in ("the", "this") for child in noun.children):
        return None
    for word in forms(other.predicate, passage):
        if other.predicate.pos_ == "VERB" and likeness(noun.lemma_.lower(), word, "NOUN") is Relation.AGREE:
            told = f"what is told of it (“{other.predicate.text}”) makes it a {noun.lemma_}"
            return (Relation.AGREE, told), [one.head for one in other.of("subject")] or [other.predicate]
    return None


def _one_doer(clause: Clause, other: Clause, noun: Token, passage: Side) -> bool:
    """Whether what was done is done by one alone: the winner of the cup; of a book, where the passage names the claim's
    author as something else."""
    objects = other.of("object")
    definite = any(is_name(one.head) or any(c.lower_ == "the" for c in one.head.children) for one in objects)
    if not definite or clause.verb.lemma_ not in _ONE_MAKER:
        return definite and clause.verb.lemma_ in _ONE_DOER
    return is_name(noun) and any(stands_apart(name_of(noun), one.head, passage) for one in other.of("subject"))


def described(
    head: Token, heads: list[Token], passage: Side, taken: set[int], name: SlotName, laid: Laid
) -> list[Slot]:  # fmt: skip
    """What the claim adds to a noun, as a slot only where the passage does not bear it out."""
    laid.taken |= {token.i for token in modifiers(head)}
    ours = {word.lemma_.lower() for word in (*modifiers(head), head)}
    dropped = [one for one in _describing(heads[0]) if one.lemma_.lower() in UNMAKES and one.lemma_.lower() not in ours]
    if dropped:
        told = f"the claim drops “{dropped[0].text}”"
        return [Slot("status", phrase(head), phrase(heads[0]), Relation.CONFLICT, told)]
    if is_name(head):
        laid.taken |= {token.i for token in own_words(head) if token.text in name_of(head)}
        return _side(head, heads, name)
    relation, why = describing(head, heads, passage, taken)
    return [] if relation is Relation.AGREE else [Slot(name, phrase(head), phrase(heads[0]), relation, why)]


def _side(head: Token, heads: list[Token], name: SlotName) -> list[Slot]:
    """*Northern Spain* beside *southern Spain*: a part of a place, where the name alone is the whole."""
    ours = {child.lower_.removesuffix("ern") for child in head.lefts if child.text in _PARTS_OF_A_PLACE}
    theirs = {c.lower_.removesuffix("ern") for one in heads for c in one.lefts if c.text in _PARTS_OF_A_PLACE}
    if not ours or ours & theirs:
        return []
    relation = Relation.CONFLICT if theirs else Relation.NARROWER
    return [Slot(name, phrase(head), phrase(heads[0]), relation, f"the passage does not say “{min(ours)}”")]


def _describing(head: Token) -> list[Token]:
    """The words right before the noun that describe it."""
    return [
        child for child in head.children if child.dep_ in ("amod", "compound", "nmod", "advmod") and child.i < head.i
    ]
