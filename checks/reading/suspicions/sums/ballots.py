"""Votes told over several sentences: who was for, against and absent, what was needed, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.reading.parts import AmountPhrase
from checks.reading.suspicions.sums.places import Place, Said
from checks.reading.suspicions.sums.stated import Stated

_FILL = r"(?:\s*(?:of (?:the|its|them|these|his|her)\b ?)?(?:[\w’'-]+ ){0,4}?)"
_AGAINST = re.compile(
    rf"{_FILL}(?:against|oppos(?:ed|ing|ition)|(?:voted |voting )?(?:to|had) reject\w*|reject(?:ed|ing)|voted no|"
    rf"voting no|said no|no votes|noes|nays?|"
    r"no\b(?! (?:one|more|less))|dissent\w*|in dissent|disagree\w*|vot(?:ed|ing) (?:it )?down|to (?:refuse|"
    r"stay out|turn it down|deny|acquit|block|keep|retain)|"
    r"refused|in the minority|were not)\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"{_FILL}(?:in (?:its |his |her |their )?favou?r|for\b(?! the defen)|support(?:ed|ing)|back(?:ed|ing)|"
    rf"approv(?:ed|ing)|to (?:accept|approve|pass|adopt|"
    r"convict|ratify|strike|join|close|end|back|support|allow|grant|uphold|go|recall|remove|oust|"
    r"dismiss|sack|expel)|said yes|recommend\w*|"
    r"voted guilty|joined|sided with|voted yes|voting yes|yes votes|yes|ayes?|"
    r"agreed|in the majority|concurred|accepted)\b",
    re.IGNORECASE,
)
_ABSTAINED = re.compile(
    rf"{_FILL}(?:abstentions?|abstain\w*|blank|did not vote|not voting|declined to vote|took no part)\b", re.IGNORECASE
)
_ABSENT = re.compile(
    rf"{_FILL}(?:absent|absences?|away|were (?:ill|sick|missing|not present|abroad|excused)|was (?:ill|sick|"
    rf"missing|not present|abroad|excused)|"
    r"stayed (?:away|at home)|did not attend|missed the vote|recused \w+|stood aside)\b",
    re.IGNORECASE,
)
_VOTING = re.compile(
    r"\b(?:vot(?:e|es|ed|ing|ers)|ballots?|in favou?r|against|motion|dissent\w*|deputies|councill?ors|members|"
    r"judges|justices|"
    r"senators|jurors|aldermen|delegates|mps|lawmakers|trustees|directors)\b"
)
_NO_VOTE = re.compile(
    r"\b(?:percent|per cent|goals?|innings|games?|matches|seasons?|wickets|points|poll|survey|polled by|tries|"
    r"career|killed|"
    r"injured|shares?|league)\b"
)
_OUT_OF = re.compile(r" of (?:the|its|all|their)(?: [a-z’'-]+)? ")
_MOST_WORDS = 90  # between a figure and the word that says which side it is


@dataclass(frozen=True)
class Ballot:
    """A vote with its sides told one by one; `idle` are those who abstained or were absent. `at` is its sentence."""

    at: int
    ayes: Place
    noes: Place
    idle: tuple[Place, ...]

    @property
    def sides(self) -> tuple[int, int]:
        """Those for and those against."""
        return int(self.ayes.value), int(self.noes.value)

    @property
    def phrases(self) -> tuple[AmountPhrase, ...]:
        """The two figures, as printed."""
        return self.ayes.phrase, self.noes.phrase


def ballots_in(said: Said) -> Iterator[Ballot]:
    """The votes that are counted side by side: `56 voted for the text and 34 against, with five abstentions`."""
    at = 0
    while at < len(said.places):
        found = _ballot(said, at)
        if found:
            yield found
            at = max(at, found.noes.at)
        at += 1


def _ballot(said: Said, at: int) -> Ballot | None:
    if not said.places[at]:
        return None
    places = [one for one in said.places[at] if _counts_people(one)]
    text = said.sentences[at].text
    if not places or not _VOTING.search(text) or _NO_VOTE.search(text):
        return None
    following = at + 1
    same = following < len(said.places) and _one_paragraph(said.sentences[at], said.sentences[following])
    sides = [(one, _side(places, k)) for k, one in enumerate(places)]
    if same and not _NO_VOTE.search(said.sentences[following].text):
        sides += [(one, side_of(one)) for one in said.places[following] if _counts_people(one)]
    ayes = next((k for k, (one, side) in enumerate(sides) if side == "for" and one.at == at), None)
    if ayes is None:
        ayes = next((k for k, (one, side) in enumerate(sides) if side == "for"), None)
    noes = next((k for k, (_, side) in enumerate(sides) if side == "against"), None)
    if ayes is None and noes and sides[noes - 1][0].noun == "vote" and not sides[noes - 1][1]:
        ayes = noes - 1  # “received 310 votes, with 140 against”
    between = (
        0
        if ayes is None or noes is None
        else sum(side == "all" for _, side in sides[min(ayes, noes) : max(ayes, noes)])
    )
    if ayes is None or noes is None or abs(ayes - noes) > 1 + between or sides[min(ayes, noes)][0].at != at:
        return None
    rest = [one for one, side in sides[max(ayes, noes) + 1 :] if side == "idle"]
    before = [one for one, side in sides[: min(ayes, noes)] if side == "idle"]
    return Ballot(at, sides[ayes][0], sides[noes][0], (*before, *rest))


def _side(places: Sequence[Place], k: int) -> str:
    """The side of a figure; that of `ten of its 15 members voted in favour` stands after the second."""
    if k and _OUT_OF.fullmatch(places[k - 1].after):
        return "all"
    of_them = k + 1 < len(places) and _OUT_OF.fullmatch(places[k].after)
    return side_of(places[k + 1] if of_them else places[k])


def side_of(place: Place) -> str:
    """Which side a figure is of: `for`, `against`, `idle` for those who abstained or were absent, or none."""
    after = re.split(r"[;:.]", place.after)[0][:_MOST_WORDS]
    if _ABSTAINED.match(after) or _ABSENT.match(after):
        return "idle"
    found = [
        (match.end(), name) for name, mark in (("for", _FOR), ("against", _AGAINST)) if (match := mark.match(after))
    ]
    return min(found)[1] if found else ""


def _counts_people(place: Place) -> bool:
    phrase = place.phrase
    return not phrase.unit and not phrase.bound and not phrase.per and place.value == int(place.value)


def _one_paragraph(one: Stated, other: Stated) -> bool:
    return one.sentence.paragraph == other.sentence.paragraph


# What is said of votes elsewhere.
_UNANIMOUS = re.compile(
    r"\b(?:unanimous(?:ly)?|without (?:a )?(?:dissent|a dissenting (?:vote|voice)|opposition)|"
    r"nobody (?:voted )?against|no one (?:voted )?against)\b"
)
_NOT_UNANIMOUS = re.compile(
    r"\b(?:not|n.t|nearly|almost|near|but|except|earlier|previous\w*|while|although|other|separate\w*|short of|fail\w*|"
    r"committee|had|last|would|must|need\w*|requir\w*)\b"
)
_WON_IT = re.compile(
    r"\b(?:pass(?:ed|es)|approved?|approves|carried|adopt(?:ed|s)|endors(?:ed|es)|ratif(?:ied|ies)|agreed to|"
    r"clear(?:ed|s) the|"
    r"vot(?:ed|es) (?:narrowly |overwhelmingly |on \w+ |this \w+ |last night |late \w+ |yesterday )?(?:to|for)|"
    r"backed|backs|went through|sailed through|"
    r"surviv(?:ed|es)|recommend(?:ed|s)|removed|recalled|ousted|gave (?:its|their) (?:consent|approval|blessing))\b"
)
_LOST_IT = re.compile(
    r"\b(?:reject(?:ed|s|ion)|(?:motion|bill|measure|amendment|proposal|resolution|plan|it|referendum|petition|"
    r"scheme) (?:narrowly |had |has )?fail(?:ed|s)|defeat(?:ed|s)?|threw out|thrown out|turned down|turns down|"
    r"voted down|votes down|"
    r"advised against|vot(?:ed|es) (?:narrowly |overwhelmingly |on \w+ )?(?:not to|against)|denied|denies|"
    r"kill(?:ed|s)|sank|scuppered|torpedoed|refused|refuses|was lost|blocked|blocks|did not pass|"
    r"not carried|recommended against)\b"
)
_ANY_SHARE = re.compile(
    r"\b(?:two[- ]thirds|three[- ](?:fifths|quarters|fourths)|four[- ]fifths|60 per ?cent|super-?majority|"
    r"absolute|qualified|veto\w*|"
    r"override|overrid\w*|majority of all|needed|required|requires|threshold|unless|quorum|tie|casting)\b"
)
_MORE_THAN_HALF = re.compile(
    r"\b(?:two[- ]thirds|three[- ](?:fifths|quarters|fourths)|four[- ]fifths|60 per ?cent|super-?majority|"
    r"absolute majority|"
    r"qualified majority|override|overrid\w*|majority of all|needed|required|requires|threshold|quorum|tie|casting)\b"
)
_SHARES = (
    (re.compile(r"\btwo[- ]thirds\b"), Decimal(2) / 3, "Two thirds"),
    (re.compile(r"\bthree[- ]fifths\b"), Decimal(3) / 5, "Three fifths"),
    (re.compile(r"\b(?:three[- ](?:quarters|fourths))\b"), Decimal(3) / 4, "Three quarters"),
    (re.compile(r"\bfour[- ]fifths\b"), Decimal(4) / 5, "Four fifths"),
    (re.compile(r"\babsolute majority\b|\bmajority of (?:all|the full|its full)\b"), Decimal(0), "More than half"),
)
_NEEDED = re.compile(
    r"\b(?:need\w*|requir\w*|demands?|must|majority|takes?|necessary|calls? for|at least|threshold|prescribe\w*|"
    r"stipulate\w*|"
    r"vote)\b"
)
_OF_ALL = re.compile(
    r"\b(?:of|among) (?:all|the|its|their)\b(?! (?:votes?|ballots?|those (?:voting|present)|members (?:present|"
    r"voting)|vote))[^.;]{0,40}?\b"
    r"(?:members?(?:hip)?|deputies|councill?ors|senators|mps|seats|lawmakers|legislators|house|chamber|senate|"
    r"parliament|assembly|council|board|judges|delegates|trustees)\b"
    r"(?! (?:present|voting|who vote))"
)
_MET = re.compile(
    r"\b(?:reach(?:ed|es)|met|secured|obtained|achieved|won|carried|passed|passes|adopted|adopts|approved|"
    r"approves|clear(?:ed|s|ing)|therefore|enough|"
    r"cross(?:ed|es)|ratified|convict(?:ed|s)|removed|impeached|overrode|overridden|took effect|"
    r"voted (?:on \w+ )?to|sufficient|comfortably)\b"
)
_MISSED = re.compile(
    r"\b(?:short|fail\w*|miss(?:ed|es|ing)|not (?:reached|enough|met|pass|carried|secure\w*)|reject\w*|lost|"
    r"insufficient|below|defeat\w*|"
    r"too few|shy|without|n.t|did not|not)\b"
)


def unanimous_in(stated: Stated) -> re.Match[str] | None:
    """Where a sentence says that nobody was against, if nothing in it takes that back."""
    found = _UNANIMOUS.search(stated.text)
    if not found or _NOT_UNANIMOUS.search(stated.text) or stated.quoted:
        return None
    return found


def outcome_of(stated: Stated, end: int | None = None) -> str:
    """Whether a sentence, up to `end`, says that something was carried or lost: `won`, `lost` or nothing certain."""
    words = stated.text if end is None else stated.text[:end]
    if stated.quoted or _ANY_SHARE.search(words):
        return ""
    won, lost = bool(_WON_IT.search(words)), bool(_LOST_IT.search(words))
    return "" if won == lost else "won" if won else "lost"


def is_qualified(stated: Stated) -> bool:
    """Whether a sentence says that more than half of the votes were needed."""
    return bool(_MORE_THAN_HALF.search(stated.text))


def share_needed(stated: Stated) -> tuple[Decimal, str, bool] | None:
    """What share of the votes a sentence says is needed, that share in words, and whether it is of all members."""
    for mark, share, name in _SHARES:
        if mark.search(stated.text) and _NEEDED.search(stated.text):
            return share, name, bool(_OF_ALL.search(stated.text)) or not share
    return None


def said_of_the_share(stated: Sequence[Stated]) -> str:
    """Whether sentences say that the share was `met` or `missed`; nothing where they say both or neither."""
    words = " ".join(one.text for one in stated)
    met, missed = bool(_MET.search(words)), bool(_MISSED.search(words))
    return "" if met == missed else "met" if met else "missed"
