"""Leftovers of the page or program that a text was copied from: marks of layout, placeholders, broken characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checks.reading.intake.markdown import emphasis, front_matter
from checks.reading.intake.normal import Normal, normal
from checks.reading.parts import Certainty, Suspicion, Words

if TYPE_CHECKING:
    from checks.reading.article import Reading

_CHECK = "layout_is_clean"
_SHOWN = 5  # places that a suspicion shows
_OWN_MARKDOWN = 3  # as many marks of Markdown, and the text was written in it
_TAGS = (
    "a|abbr|article|aside|b|blockquote|br|center|cite|code|del|div|em|embed|figcaption|figure|font|footer|form|h[1-6]|"
    "header|hr|i|iframe|img|input|ins|label|li|link|main|meta|nav|ol|option|p|path|pre|q|s|script|section|select|small|"
    "source|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|tr|tweet|u|ul|video"
)
_BOARD = (
    "b|i|u|s|url|img|quote|size|color|colour|center|list|code|caption|embed|gallery|video|youtube|audio|table|media"
)
# What a number is to be put before.
_COUNTED = (
    "million|billion|thousand|percent|per cent|people|years|months|weeks|days|hours|minutes|miles|pounds|dollars|euros|"
    "points|votes|homes|jobs|residents|students|members"
)
# What a sort of leftover is called, how sure it is, which letters (small) a text must have for it to be looked for, and
# how it looks. Lengths are bounded, so that a text of nothing but opening marks is read in linear time.
_SORTS: tuple[tuple[str, Certainty, tuple[str, ...], str], ...] = (
    (
        "a note of the program that wrote it",
        "likely",
        ("as an ai", "language model", "as of my l", "cutoff", "cut-off", "here’s", "here's", "here is", "here are",
         "let me know if you", "would you like ", "feel free to", "if you’d like", "if you'd like", "if you would like",
         "word count", "below is", "i can help", "sorry, but ", "be happy", "i hope this", "real-time", "the internet",
         "regenerate response", "oaicite", "contentreference", "utm_source", "turn0", "【"),
        r"\bas an ai(?: language)? (?:model|assistant)\b[^.\n]{0,80}|\bas a large language model\b"
        r"|\bas of my (?:last|latest) (?:knowledge |training )?(?:update|cut-?off)\b"
        r"|\bmy (?:knowledge|training) cut-?off\b"
        r"|\bhere(?:[’']s| is| are) (?:the|a|an|your|my) (?:\w+[ -]){0,3}?(?:rewritten|rewrite|revised|updated|edited"
        r"|paraphrased|polished|shortened|expanded|improved|reworded|rephrased|summari[sz]ed|corrected|draft(?:ed)?"
        r"|translated)(?: \w+){0,3}?"
        r"(?: (?:article|version|text|draft|story|piece|passage|paragraph|post|copy|report))?\s?(?::|$)"
        r"|^here(?:[’']s| is) (?:the|a|an|your|my) (?:\w+[ -]){0,4}?"
        r"(?:version|draft|summary|rewrite|translation)\b[^.\n]{0,99}:$"
        r"|^(?:sure|certainly|of course|absolutely|great)(?: thing)?[!,.]?"
        r" (?:here(?:[’']s| is| are)|below is|i[’']d be happy|i can help)\b"
        r"|\bfeel free to (?:ask|adjust|modify|tweak|edit|customi[sz]e|request|let me know)\b|^\W{0,3}word count: ?\d+"
        r"|\bif you(?:[’']d| would) like(?: me to\b|,? i (?:can|could)\b)"
        r"|^below is (?:a|an|the|your) (?:\w+ ){0,3}(?:article|version|draft|story|text|rewrite|summary)\b[^.\n]{0,60}"
        r"|\bi hope this (?:helps|version|draft|meets)\b|\blet me know if you(?:[’']d| would) like (?:me to|any)\b"
        r"|\bwould you like (?:me to|a) (?:\w+ ){0,2}"
        r"(?:version|revise|rewrite|add|make|adjust|expand|shorten|continue|write)\b"
        r"|^i(?:[’']| a)m sorry, but "
        r"(?:as an ai|i (?:do not|don[’']t|cannot|can[’']t) (?:have|access|provide|verify|assist))\b"
        r"|\bi (?:cannot|can[’']t|am unable to) (?:browse|access) (?:the internet|real-time)\b"
        r"|\b(?:regenerate response|oaicite|contentreference)\b|\bturn0(?:search|news|view)\d+\b"
        r"|utm_source=(?:chatgpt|openai)[\w.]*|【[^】\n]{1,40}】",
    ),
    (
        "a placeholder that nobody filled in",
        "likely",
        ("lorem", "[", "<", "tktk", "tk tk", "(tk)", " tk ", "(tb", "xx", "$x", "£x", "€x", "{", "%name", "%first"),
        r"\blorem ipsum\b(?: \w+){0,6}"
        r"|\[(?:insert|fill in)\b[^\[\]\n]{0,60}\]"
        r"|\[(?:add|enter|type|replace|your) (?:[\w’']+ ){0,4}"
        r"(?:name|date|number|quote|details?|link|source|city|title|here|company|text|address|town|email)\]"
        r"|\[(?:name|names|date|title|number|photo|picture|quote|quotation|details?|source|link|time|place)"
        r" (?:of|from|to|here|in)\b"
        r"[^\[\]\n]{0,40}\](?!\()"
        r"|(?<![“\"‘'])\[(?:name|date|location|spokesperson|url|tk|xx+|image here|quote here|photo here|headline"
        r"|(?-i:[A-Z][A-Za-z’'/]*(?: [A-Za-z]+){0,3} (?:Name|NAME|Date|DATE|Number|NUMBER|Here|HERE|Title|TITLE|Link))"
        r"|(?-i:City|CITY|COMPANY|TOWN|LINK|SOURCE|TITLE|NUMBER|STATE|COUNTY|AMOUNT|Amount)(?:, [a-z]+)?"
        r")\](?!\()"
        r"|<(?:insert|name|date|tk|your)\b[^<>\n]{0,40}>|\btk ?tk(?: ?tk)*\b|\(tk\)|\bxx+/xx+(?:/xx+)?\b"
        rf"|(?-i:(?<![\w-])(?:X{{2,4}}|TK)(?: ?%| (?:{_COUNTED})\b)|[$£€]X{{1,3}}\b(?![\w.])|(?<!\w)XX,XXX\b"
        r"|\((?:TBC|TBD)\))"
        r"|\$\{[\w.]{1,40}\}|(?-i:%[A-Z][A-Z_]{2,30}%)|\[object object\]"
        r"|(?<!\{)\{(?:first|last|full)?_?(?:name|date|city|title|url)\}(?!\})",
    ),
    (
        "a template or link of a wiki",
        "likely",
        ("{{", "[", "==", "\'\'\'"),
        r"\{\{[^{}\n]{1,200}\}\}|\[\[[^\[\]\n]{1,200}\]\]|^={2,4} ?[^=\n]{2,80} ?={2,4}$"
        r"|(?<!')'{3}(?!')[^'\n]{1,80}'{3}(?!')"
        r"|\[(?:edit|citation needed|clarification needed|who\?|when\?|by whom\?)\]",
    ),
    (
        "a tag of a web page",
        "likely",
        ("<",),
        rf"</?(?:{_TAGS})(?:\s[^<>\n]{{0,300}})?/?>|<[a-z]{{1,15}}(?: [a-z-]{{2,20}}=[^<>\n]{{1,300}})>?",
    ),
    (
        "a program's code",
        "likely",
        ("<", "{", "document.", "window.", "=", "googlet", "adsbyg", "@media", "!import", "\\", "%20"),
        r"<!--.{0,40}|\bfunction ?\w{0,30}\([^()\n]{0,60}\) ?\{|\b(?:document|window)\.[a-z]\w{2,30}(?:\.|\(| ?=| \|\|)"
        r"|\b(?:var|let|const) \w{1,30} ?= ?[\w\[{('\"]|\bgoogletag\.|\badsbygoogle\b|@media ?(?:screen|print|\()"
        r"|[.#]?\b[\w-]{1,40} ?\{ ?[\w-]{2,30} ?: ?[^{}\n]{1,120};? ?\}|!important\b|\bdata-[a-z-]{2,20}=[\"'“]"
        r"|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|(?-i:=[0-9A-F]{2}=[0-9A-F]{2})|(?-i:\\[nrt](?=[\s\\A-Z“\"]))|\\\""
        r"|(?<![\w%])\w{1,40}%20\w+"
        r"|\b(?:src|href|class|alt)=[\"'“]",
    ),
    (
        "a character written out as a web page's code",
        "likely",
        ("&",),
        r"&(?:amp;){0,3}(?:nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[nm]dash|hellip|bull|copy|reg|trade|pound|euro|eacute"
        r"|egrave|ouml|uuml|auml|rarr|raquo|laquo|shy|zwnj|middot|deg|times|frac12|#\d{2,6}|#x[0-9a-f]{2,5});"
        r"|&(?:nbsp|quot|apos|[lr][sd]quo|[nm]dash|hellip|#\d{2,5}|#x[0-9a-f]{2,5})",
    ),
    (
        "a mark of a forum or of a blog",
        "likely",
        ("[",),
        r"\[/?(?:ad_\d|vc_\w{2,30}|et_pb_\w{2,30}|embedded content|shortcode)\b[^\[\]\n]{0,300}\]"
        rf"|\[/(?:{_BOARD})\]|\[(?:{_BOARD})(?:=| [a-z_]{{1,20}}=)[^\[\]\n]{{0,300}}\]",
    ),
    ("a footnote's mark", "likely", ("[",), r"(?<=[\w.,;”\"’)])(?:\[\d{1,3}\]|\[\^\w{1,9}\])+(?!\()"),
    (
        "characters read in the wrong encoding",
        "likely",
        ("â€", "ã", "â", "\ufffd", "?s", "?t", "?re", "?ll", "?ve", "‚ä"),
        r"\w{0,30}(?:(?-i:[ÂÃ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])|(?-i:â€)[^\s\w]?|‚Ä.|\ufffd)\w{0,30}"
        r"|(?<![\w/?=&.-])[a-z]{2,30}\?(?:s|t|re|ll|ve)(?=[ ,.])",
    ),
    ("characters that cannot be seen", "look", ("\u200b", "\u2060", "\ufeff"), r"(?<=\w)[\u200b\u2060\ufeff]+(?=\w)"),
)  # fmt: skip
_MAY_BE_QUOTED = ("a note of the program that wrote it", "a placeholder that nobody filled in")
_LOOKS = tuple(re.compile(looks, re.IGNORECASE | re.MULTILINE) for _, _, _, looks in _SORTS)
_MARKDOWN = "a mark, link or heading in the notation of Markdown"
_LINKING = ("](", "#", "_", "`", "~~", "\n>", "\n|")
_LINKS = re.compile(
    r"!\[[^\[\]\n]{0,300}\]\([^()\n]{1,500}\)|^>{1,3} \S[^\n]{0,200}|^\|[^\n]{3,300}\|$"
    r"|\[[^\[\]\n]{1,300}\]\((?:https?:|/|www\.|#|mailto:)[^()\s]{0,500}\)|^#{1,6} \S[^\n]{0,200}"
    r"|(?<![\w_])_[^\W_][^_\n]{0,120}(?<!\s)_(?![\w_])|`[^`\n]{2,80}`|~~[^~\n]{1,80}~~",
    re.MULTILINE,
)


def markup(reading: Reading) -> Iterator[Suspicion]:
    """What a text has kept of where it was copied from, one suspicion for each sort: tags, marks of Markdown in a text
    that is not Markdown, characters written out, code, placeholders, notes of a program that writes.

    It is looked for in the text as it came; the words shown are those that it stands in or around.
    """
    if reading.incoming.form == "pdf":
        return
    raw, low, taken = reading.incoming.text, reading.incoming.text.lower(), set[int]()
    found = list[tuple[str, Certainty, list[tuple[int, int]]]]()
    for (what, certainty, letters, _), looks in zip(_SORTS, _LOOKS, strict=True):
        if any(map(low.__contains__, letters)):
            places = [
                one.span()
                for start, end in _lines_with(letters, low, len(raw))
                for one in looks.finditer(raw, start, end)
                if one.start() not in taken
            ]
            taken |= {at for start, end in places for at in range(start, end)}
            found.append((what, certainty, places))
    found.append((_MARKDOWN, "likely", [place for place in _markdown(reading) if place[0] not in taken]))
    if not any(places for _, _, places in found):
        return
    clean = normal(raw, reading.incoming.form)
    for what, certainty, places in found:
        if places:
            told = " ".join(raw[slice(*places[0])].split())[:60]
            several = f" in {len(places)} places" if len(places) > 1 else ""
            first = f": “{told}”" if told and told.isprintable() else ""
            spans = {_shown(reading.text, clean, place) for place in places[:_SHOWN]}
            in_order = tuple(sorted(spans, key=lambda words: words.start))
            sure: Certainty = "look" if what in _MAY_BE_QUOTED and _quoted(reading, in_order) else certainty
            yield Suspicion("markup", _CHECK, f"The text has {what}{several}{first}.", sure, in_order)


def _lines_with(letters: Sequence[str], low: str, length: int) -> list[tuple[int, int]]:
    """The lines that have one of these letters in them, so that no others are searched."""
    if len(low) != length:
        return [(0, length)]  # some letters are two when they are small: places differ
    lines = set[tuple[int, int]]()
    for letter in letters:
        at = low.find(letter)
        while at >= 0:
            start, end = low.rfind("\n", 0, at + 1) + 1, low.find("\n", at + 1)
            end = length if end < 0 else end
            lines.add((start if start <= at else at, end))
            at = low.find(letter, max(end, at + 1))
    return sorted(lines)


def _quoted(reading: Reading, spans: Sequence[Words]) -> bool:
    """Whether all of it is among the words that somebody is quoted as saying, as in an article about such programs."""
    said = [part for one in reading.quotations for part in one.quoted]
    return all(
        any(part.start <= words.start < part.end and part.exact.strip("“”\"‘’'") != words.exact for part in said)
        for words in spans
    )


def _markdown(reading: Reading) -> list[tuple[int, int]]:
    """Marks of Markdown in a text that is otherwise plain; none where the whole is written in it."""
    raw = reading.incoming.text
    links = [found.span() for found in _LINKS.finditer(raw)] if any(mark in raw for mark in _LINKING) else []
    if reading.incoming.form == "markdown":
        own = reading.incoming.file.lower().endswith((".md", ".markdown")) or bool(front_matter(raw)[1])
        if own or re.match(r"\s*#{1,2} \S", raw) or len(links) >= _OWN_MARKDOWN:
            return []
    elif reading.incoming.form != "text":
        return []
    starred = list(emphasis(raw))
    links += [(opens[0], closes[1]) for opens, closes in zip(starred[::2], starred[1::2], strict=True)]
    return sorted(links)


def _shown(text: str, clean: Normal, place: tuple[int, int]) -> Words:
    """The words of the clean text that stand where something stands in the text as it came, or the next ones."""
    places = range(len(text))
    start = bisect_left(places, place[0] + 1, key=lambda at: clean.span(at, at + 1)[1])
    end = bisect_left(places, place[1], lo=start, key=lambda at: clean.span(at, at + 1)[0])
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:  # nothing of it is left: the word beside it
        beside = re.compile(r"\S+").search(text, start) or re.compile(r"\S+(?=\s*\Z)").search(text)
        start, end = beside.span() if beside else (0, len(text))
    return Words(start, end, text[start:end])
