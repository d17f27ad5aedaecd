"""What an article says a person is, right beside the name: office, trade or rank, of what body or place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from checks.reading.named.titles import BEFORE_HEADS, FIELDS, HEADS, ROLES
from checks.reading.speech.cues import listed

_ENDINGS = ("er", "or", "ist", "man", "woman", "person", "ian", "ant", "ent", "eer", "ess", "yst", "smith", "master")
_NO_ROLES = listed(
    "after other another never under over former later however year for or number whether together her their ever"
    " rather either neither went sent spent different want recent parent brother mother father sister daughter"
    " grandmother grandfather letter order matter paper newspaper answer offer power water winter summer december"
    " november october september quarter border center chapter corner dinner member killer killers person man woman"
    " government parliament department statement agreement management moment movement investment accident incident"
    " student percent cent human important independent consider remember wonder enter deliver discover floor door"
    " error factor sector tractor motor color honor minor major prior senior junior event tower river computer"
    " eastern mister plant restaurant giant grant want constant instant distant presenter head list twist assist"
    " exist insist resist consist german roman norman african american italian russian christian asian indian"
    " australian canadian iranian brazilian ukrainian victorian business success access press process"
    " less unless stress progress congress address distress princess better"
)
_MORE_ROLES = listed(
    "guard clerk cook maid nun guide chief official vet warden midwife mp mep senator warder grandmaster pupil"
    " architect advocate diplomat athlete acrobat potter monk priest curator chef goalkeeper prop hooker captain"
    " tenor soprano widow widower chairman chairwoman treasurer secretary"
)
_SAME = {
    "headteacher": "head", "headmaster": "head", "headmistress": "head", "principal": "head", "ceo": "chief executive",
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "councilman": "councillor",
    "councilwoman": "councillor", "councilor": "councillor", "cllr": "councillor",
    "sgt": "sergeant", "det": "detective",
    "insp": "inspector", "supt": "superintendent", "capt": "captain", "lt": "lieutenant", "col": "colonel",
    "gen": "general", "maj": "major", "prof": "professor", "cmdr": "commander", "adm": "admiral", "cpl": "corporal",
    "gov": "governor", "sen": "senator", "rep": "representative", "congressman": "representative", "rev": "reverend",
    "congresswoman": "representative", "forward": "striker", "defence": "defense",
    "labour": "labor", "vet": "veterinarian",
}  # fmt: skip
# Of which nobody is two at a time, row by row.
_APART = [
    listed(row)
    for row in (
        "constable sergeant inspector superintendent",
        "private corporal sergeant lieutenant captain major colonel brigadier general",
        "bishop archbishop cardinal deacon rabbi imam",
        "goalkeeper striker midfielder",
        "violinist cellist flautist clarinettist oboist trumpeter trombonist harpist drummer bassist percussionist",
        "soprano tenor baritone contralto mezzo-soprano",
        "plaintiff defendant prosecutor judge juror",
        "captain helmsman cook stoker bosun engineer navigator steward",
        "baker butcher plumber electrician carpenter farmer fisherman dentist postman grocer tailor barber roofer"
        " teacher optician pharmacist nurse midwife vet veterinarian welder blacksmith bricklayer surgeon miner",
        "principal caretaker janitor",
        "treasurer secretary chair",
    )
]
_NOT_NOW = re.compile(
    r"\b(?:former|formerly|ex|acting|deputy|vice|assistant|then|late|outgoing|incoming|new|newly|previous|interim|elect"
    r"|designate|candidate|nominee|rival|challenger|hopeful|shadow|ousted|once|was|had|been|became|becomes?|appointed"
    r"|named|since|until|resigned|retir\w+|associate|honorary|aide|adviser|spokes\w+|would-be|running|bid|two|both"
    r"|one|another|fellow|other|and|also|fired|sacked|disgraced|co|trained|qualified|sometime|one-time|onetime|turned"
    r"|first|second|third|future|next|trainee|apprentice|retired|last|senior|junior)\b",
    re.IGNORECASE,
)
_LINK = re.compile(r" (of|for|at|in|from|with|to|on) ")
_CLAUSE = re.compile(r" (?:who|which|that|whose|said|says|and|where|when|has|was|is|as)\b")
_OF_SEVERAL = listed(
    "lawyer attorney adviser advisor counsel agent member author director writer spokesman spokeswoman solicitor"
    " barrister"
    " founder supporter critic expert leader veteran star actor actress survivor winner resident contributor supporter"
)
_LEAD = re.compile(
    r"^.*\b(?:by|with|said|says|told|and|to|that|where|when|asked|added|but|was|is|were|as|which|than|like|if|while)\s"
)
_DETERMINED = re.compile(r"^(?:(?P<det>the|an?|its|his|her|their|this|one of|\S+[’']s?)\s+)", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:, (?:aged )?\d{1,3})?(?:, who (?:is|works as|serves as)| is| works as|,| \() (?P<told>[^,;:.()—–\n]{3,80})"
)
_PORTFOLIO = re.compile(
    r",? (?:who )?(?:has |have )?(?:holds?|held|runs|heads|keeps|kept)(?: the)? (?P<field>[a-z]+) (?:portfolio"
    r"|ministry|brief)\b"
)


class Role(NamedTuple):
    """What somebody is: the head noun, the field before it (“fire” chief), whose (“its”, “the”), and of what body."""

    head: str
    field: frozenset[str]
    whose: str
    link: str
    of: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The role as words to print."""
        return " ".join([*sorted(self.field), self.head])


@lru_cache(maxsize=4096)
def is_role(word: str) -> bool:
    """Whether a noun, in small letters, says what somebody is or does."""
    if word in _MORE_ROLES or word in ROLES or word in HEADS:
        return word not in ("major", "general", "private", "prime", "head")
    return len(word) > 4 and word.endswith(_ENDINGS) and word not in _NO_ROLES


def role_before(text: str, begin: int, start: int) -> Role | None:
    """The role that ends right before a name: “the health minister of Tavaria, NAME”, “street performer NAME”."""
    left = text[max(begin, start - 70) : start]
    if not left.endswith(" "):
        return None
    bare = left.rstrip(" ,")
    if left == bare + " " and not _ends_in_role(bare):
        return None
    told = re.split(r"[;:—–(“”\"]|, |\. ", bare)[-1]
    told = _LEAD.sub("", told)
    return _role(told, start - len(left) + len(bare) - len(told), left[len(bare) :] != " ")


def _ends_in_role(told: str) -> bool:
    """Whether the last word can be the head of a role."""
    head = told[told.rfind(" ") + 1 :].lower().rstrip(".")
    return is_role(head) or head in ("major", "general", "private", "head", "executive", "officer")


def role_after(text: str, end: int, stop: int) -> Role | None:
    """The role that follows a name in commas, or after “is”: “NAME, an economist at the bank,”."""
    found = _AFTER.match(text, end, min(end + 110, stop))
    if found:
        told = _CLAUSE.split(found["told"], maxsplit=1)[0]
        role = _role(told, found.start("told"), True, len(told.split()) < 12)
        if role:
            return role
    held = _PORTFOLIO.match(text, end, stop)
    if held and held["field"] in BEFORE_HEADS | FIELDS:
        return Role("minister", frozenset((_same(held["field"]),)), "", "", "", held.start("field"), held.end())
    return None


def _role(told: str, at: int, parted: bool, short: bool = True) -> Role | None:
    """The role that a phrase is, near enough; its body is read where a comma or “is” stands between it and the name."""
    if not short or _NOT_NOW.search(told.replace("-", " ")):
        return None
    determined = _DETERMINED.match(told)
    phrase = told[determined.end() :] if determined else told
    pieces = _LINK.split(phrase, maxsplit=1) if parted else [phrase]
    words = pieces[0].split()[-5:]
    head = words[-1].lower().rstrip(".") if words else ""
    if head in ("teacher", "executive", "officer") and len(words) > 1 and words[-2].lower() in ("head", "chief"):
        head = _same("headteacher") if head == "teacher" else f"chief {head}"
        words = words[:-1]
    ranked = head in ("major", "general", "private") and words[-1][0].isupper()
    if not is_role(head) and not ranked and head not in ("head", "chief executive", "chief officer"):
        return None
    fields = BEFORE_HEADS | FIELDS
    field = frozenset(_same(word.lower()) for word in words[:-1] if word.lower() in fields) - {"chief", "the"}
    whose = determined["det"].lower() if determined else ""
    link, of = (pieces[1], pieces[2]) if len(pieces) > 1 else ("", "")
    if whose.endswith(("’s", "'s")):
        link, of = "of", whose[:-2]
    return Role(_same(head), field, whose, link, _of(of), at, at + len(told))


def _of(told: str) -> str:
    return re.sub(r"^(?:the|an?|its|his|her) ", "", told, flags=re.IGNORECASE).lower()


def _same(word: str) -> str:
    return _SAME.get(word, word)


def conflict(one: Role, other: Role) -> str:
    """Why nobody is both at a time, as the two things they are called; empty if one may well be both."""
    told = "{} and {}"
    if one.head == other.head:
        if one.field and other.field and not one.field & other.field:
            return told.format(one.words, other.words)
        if one.link == other.link != "" and one.head not in _OF_SEVERAL and _elsewhere(one.of, other.of):
            return told.format(f"{one.head} {one.link} “{one.of}”", f"{other.link} “{other.of}”")
        return ""
    if any(one.head in row and other.head in row for row in _APART):
        return told.format(one.words, other.words)
    return ""


def _elsewhere(one: str, other: str) -> bool:
    ours, theirs = set(re.findall(r"[\w-]{3,}", one)), set(re.findall(r"[\w-]{3,}", other))
    return bool(ours and theirs and not ours & theirs)


def alike(one: Role, other: Role) -> bool:
    """Whether two roles can be one and the same: one head, and no field or body that differs."""
    fields = one.field == other.field or not one.field or not other.field
    return one.head == other.head and fields and not (one.of and other.of and _elsewhere(one.of, other.of))
