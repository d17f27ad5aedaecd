"""What a number counts: the noun phrase after it, found without a parser by its plural and the words that end it."""

from __future__ import annotations

from checks.reading.figures.designations import PEOPLE
from checks.reading.figures.numbers import HYPHENS, Number, Token, Tokens

_STOPS = {
    "a", "about", "above", "according", "across", "after", "against", "ago", "all", "along", "also", "although",
    "am", "among", "an", "and", "any", "apart", "are", "around", "as", "at", "away", "be", "because", "been",
    "before", "behind", "being", "below", "between", "beyond", "both", "but", "by", "can", "could", "did", "do",
    "does", "down", "during", "each", "earlier", "either", "even", "ever", "every", "for", "from", "had", "has",
    "have", "having", "he", "her", "here", "him", "his", "how", "i", "if", "in", "inside", "into", "is", "it",
    "its", "just", "last", "later", "less", "like", "may", "me", "might", "more", "most", "must", "my", "near",
    "no", "nor", "not", "now", "of", "off", "on", "once", "only", "onto", "or", "our", "out", "outside", "over",
    "per", "plus", "said", "says", "shall", "she", "should", "since", "so", "some", "such", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "this", "those", "though", "through", "till", "to",
    "together", "too", "toward", "towards", "under", "until", "up", "upon", "us", "very", "via", "was", "we",
    "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with",
    "within", "without", "would", "yet", "you", "your", "told", "killed", "died", "injured", "came", "went", "made",
    "left", "took", "take", "fell", "rose", "comes", "goes", "makes", "takes", "remains", "seems", "believes",
    "thinks", "gets", "gives", "means", "appears", "becomes", "includes",
}  # fmt: skip
_PASSED = {"more", "other", "such", "last", "most"}
_IRREGULAR = PEOPLE | {
    "aircraft", "cattle", "sheep", "fish", "deer", "species", "series", "offspring", "feet", "teeth", "mice", "geese",
    "personnel", "clergy", "crew", "wives", "lives", "headquarters", "crossroads", "media", "data", "criteria",
    "phenomena", "bacteria", "alumni", "salmon", "trout", "crowd", "spacecraft", "firemen", "policemen", "gunmen",
    "congressmen", "fishermen", "businessmen", "policewomen", "grandchildren", "schoolchildren", "craft", "youth",
}  # fmt: skip
_COLLECTIVE = {"crew", "staff", "police", "media", "data", "fish", "aircraft", "youth", "cattle", "jobs", "news"}
_NOT_PLURAL = {
    "gas", "is", "was", "has", "does", "his", "its", "this", "thus", "plus", "us", "as", "yes", "less", "says",
    "across",
}  # fmt: skip
_ATTRIBUTIVE = {
    "sports", "arms", "news", "sales", "politics", "economics", "women's", "women’s", "men's", "men’s", "savings",
}  # fmt: skip
_HYPHEN_IDIOMS = {
    "strong", "way", "off", "time", "on", "to", "up", "something", "sided", "handed", "faced", "plus", "odd", "and",
    "or",
}  # fmt: skip
_METRE_AFTER = {
    "race", "sprint", "final", "freestyle", "butterfly", "breaststroke", "backstroke", "medley", "hurdles", "relay",
    "dash", "run", "long", "high", "tall", "wide", "deep", "away", "steeplechase", "champion", "title", "pool",
    "heat", "radius", "individual", "event", "record", "swim", "runners", "finals", "semi", "gold", "silver",
    "bronze", "crown", "from",
}  # fmt: skip
# What is told in millions: "sales hit 40m".
_SOLD = {
    "sales", "sold", "users", "viewers", "copies", "people", "population", "downloads", "subscribers", "customers",
    "passengers", "audience", "followers", "visitors", "jobs", "deaths", "voters", "units", "households",
    "shipments",
}  # fmt: skip
_BY_MILLIONS = {"bpd", "boepd", "watched", "voted", "tuned", "saw", "attended", "died", "use", "used", "live", "lived"}
_WORDS = 4  # a counted noun stands within this many words


def counted_after(toks: Tokens, j: int, unit: str) -> tuple[int, int] | None:
    """The tokens that say what is counted, from token `j` after the number and its unit.

    After a bare number or a rank they follow at once ("40 civilians", "a 12-page report"); after a unit or share only
    behind "of" ("12 percent of voters").
    """
    if unit == "rank":
        return _phrase(toks, j, mass=True)
    if unit:
        if toks.at(j).low != "of":
            return None
        j += 1
        while toks.at(j).low in ("the", "all", "its", "their", "his", "her", "our", "those", "these", "any", "a", "an"):
            j += 1
        return _phrase(toks, j, mass=True)
    if toks.at(j).text in HYPHENS and toks.joined(j) and toks.joined(j + 1):
        word = toks.at(j + 1)
        return (j + 1, j + 2) if word.kind == "w" and word.low not in _HYPHEN_IDIOMS | _STOPS else None
    if toks.at(j).low == "of":
        j += 1
        while toks.at(j).low in ("the", "its", "their", "his", "her", "our", "those", "these"):
            j += 1
    return _phrase(toks, j, mass=False)


def millions_of(toks: Tokens, number: Number) -> bool:
    """Whether "5m" or "2b" without a currency is millions or billions: a plural noun follows, and no word of length."""
    j = number.last
    if number.kind != "digits" or number.scale != 1 or not toks.joined(j) or toks.at(j).text != "m":
        return False
    if (toks.joined(j + 1) and toks.at(j + 1).kind != "p") or toks.at(j + 1).low in _METRE_AFTER:
        return False
    if toks.at(j + 1).low in _BY_MILLIONS:
        return True
    told = not _SOLD.isdisjoint(token.low for token in toks[max(0, number.first - 6) : number.first])
    return _plural_within(toks, j + 1) or (told and toks.at(j + 1).kind != "w")


def one_thing(toks: Tokens, j: int) -> tuple[int, int] | None:
    """The tokens of what "one" counts, which has no plural: up to the word that ends it, else the first word alone."""
    if toks.at(j).kind != "w" or toks.at(j).low in _STOPS:
        return None
    for k in range(j + 1, j + _WORDS):
        token = toks.at(k)
        if token.kind != "w" or token.low in _STOPS:
            return j, k
        if token.low.endswith("ed") or (token.text[0].isupper() and toks[k - 1].text.islower()):
            return j, k  # "one driver escaped", "one tweet Friday"
    return j, j + 1


def _plural_within(toks: Tokens, j: int) -> bool:
    for k in range(j, j + 2 * _WORDS):
        token = toks.at(k)
        if token.kind != "w" or (token.low in _STOPS and token.low != "and"):
            return False
        if is_plural(token):
            return True
    return False


def years_of_age(toks: Tokens, j: int) -> int | None:
    """The token after "old" that follows years at `j`: `43-year-old`, `43 years old`."""
    k = j + (toks.at(j).text in HYPHENS and toks.joined(j))
    return k + 1 if toks.at(k).low in ("old", "olds") else None


def is_plural(token: Token) -> bool:
    """Whether a word looks like a plural noun."""
    low = token.low
    if low in _IRREGULAR:
        return True
    if low.endswith("us") and len(low) > 4 and token.text[0].isupper():
        return True  # Hindus
    return (
        token.kind == "w"
        and len(low) > 2
        and low.endswith("s")
        and not low.endswith(("ss", "us", "'s", "’s"))
        and low not in _NOT_PLURAL
    )


def _phrase(toks: Tokens, j: int, mass: bool) -> tuple[int, int] | None:
    """The words from `j` up to the first plural; for a share or measure also a mass noun ("half of the land")."""
    j += toks.at(j).low in _PASSED
    k, found = j, None
    while k < j + 2 * _WORDS and (found is None or k <= found[1] + 1):
        token = toks.at(k)
        if (
            k > j
            and toks.joined(k)
            and ((token.text in HYPHENS and toks.joined(k + 1)) or (token.text == "." and len(toks[k - 1].text) == 1))
        ):
            k += 1  # anti-tank mines, U.S. troops
            continue
        if token.kind != "w" or token.low in _STOPS:
            break
        if toks.at(k + 1).text in ("'", "’") and toks.joined(k + 1) and toks.at(k + 2).kind == "w":
            k += 2  # its customers' coins
            continue
        if is_plural(token) and token.low not in _ATTRIBUTIVE:
            found = found or (j, k + 1)
            more = toks.at(k + 1)
            part = (token.low in _COLLECTIVE and is_plural(more)) or (token.text[0].isupper() and more.text.islower())
            if not part:
                return j, k + 1  # but "ten crew members", "three Texas ranchers"
        k += 1
    return found or ((j, k) if mass and k > j and toks.at(k - 1).kind == "w" else None)
