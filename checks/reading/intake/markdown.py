"""The marks of Markdown in a text: which characters are marks, and which the words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import yaml

# Lengths are bounded so that a text of nothing but opening marks is read in linear time.
_TAGS = (
    "a|abbr|b|blockquote|br|cite|code|del|details|div|em|figcaption|figure|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|"
    "s|section|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul|video|iframe|script|style|center"
)
_EMPHASIS = r"(?<![\w*])(?P<star>\*{1,3})(?![\s*])(?P<starred>[^*\n]{1,2000})(?<!\s)(?P=star)(?![\w*])"
_MARKS = re.compile(
    r"(?m:^[ \t]{0,3}(?:`{3,}|~{3,})[^\n]*)"  # the fence of a block of code
    r"|(?m:^[ \t]{0,3}(?:(?:-[ \t]?){3,}|(?:\*[ \t]?){3,}|(?:_[ \t]?){3,}|={2,}|--)$)"  # a rule, or an underline
    r"|(?m:^[ \t]{0,3}\[(?!\^)[^\[\]\n]{1,200}\]:[ \t]+\S[^\n]*$)"  # where a link leads
    r"|(?m:^[ \t]{0,3}(?:>[ \t]?)+)"
    r"|(?P<block>(?m:^[ \t]{0,3}(?:#{1,6}(?:[ \t]+|$))+)"
    r"|(?m:^[ \t]*(?:[-*+]|\d{1,2}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)))"
    r"|(?m:(?<=\S) #{2,6}$)"
    r"|!\[[^\[\]\n]{0,500}\](?:\([^()\n]{0,1000}\)|\[[^\[\]\n]{0,200}\])"  # a picture
    r"|\[\^[^\[\]\s]{1,60}\](?::[ \t]?)?"  # a footnote
    r"|\[(?P<link>[^\[\]\n]{0,500})\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,1000}\)|\[[^\[\]\n]{0,200}\])"
    r"|<(?P<address>(?:https?://|mailto:)[^<>\s]{1,1000})>"
    rf"|</?(?:{_TAGS})\b[^<>\n]{{0,500}}>"
    r"|(?P<tick>`{1,3})(?P<code>[^`\n]{1,500})(?P=tick)"
    r"|~~(?P<struck>[^~\n]{1,500})~~"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,20});)"
    rf"|{_EMPHASIS}"
    r"|(?<![\w_])(?P<line>_{1,3})(?![\s_])(?P<lined>[^_\n]{1,2000})(?<!\s)(?P=line)(?![\w_])"
)
_STARRED = re.compile(_EMPHASIS)
_KEPT = ("link", "address", "code", "struck", "escaped", "starred", "lined")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<fields>(?:[^\r\n]*\r?\n){0,100}?)---[ \t]*(?:\r?\n|$)")
_TELLING = re.compile(r"^#{1,6} \S|\]\(https?://|^\[[^\]\n]{1,60}\]: https?://", re.MULTILINE)


def is_markdown(text: str) -> bool:
    """Whether a text of unknown form is plainly Markdown: it has front matter, headings or links in its notation."""
    return bool(front_matter(text)[1]) or bool(_TELLING.search(text))


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The fields between two lines of `---` at the beginning of a text, and where the text proper begins.

    No fields and 0 where there are none; what is no plain YAML mapping has no fields but is front matter all the same.
    """
    found = _FRONT_MATTER.match(text)
    if not found or ":" not in found["fields"]:
        return {}, 0
    try:
        fields = yaml.load(found["fields"], Loader=yaml.BaseLoader)  # noqa: S506 - builds strings, lists and mappings only
    except (yaml.YAMLError, RecursionError, ValueError):
        fields = None
    if not isinstance(fields, dict):
        return {}, found.end()
    return {key: value for key, value in fields.items() if isinstance(key, str) and isinstance(value, str)}, found.end()


def emphasis(text: str) -> Iterator[tuple[int, int, str]]:
    """The asterisks around words, as edits that drop them: `(start, end, "")`, in order."""
    for found in _STARRED.finditer(text) if "*" in text else ():
        yield found.start(), found.start("starred"), ""
        yield found.end("starred"), found.end(), ""


def marks(text: str) -> Iterator[tuple[int, int, str]]:
    """All marks of Markdown, as edits `(start, end, what to put)`, in order; marks within marks take another round.

    Of links, emphasis and code the words stay; pictures, the targets of links, comments and rules go. Source of the
    notation: CommonMark 0.31, with the footnotes and task lists of GitHub; HTML is told by the names of its tags.
    """
    comments = list(_comments(text))
    for found in _MARKS.finditer(text):
        while comments and comments[0][1] <= found.start():
            yield (*comments.pop(0), "")
        if comments and comments[0][0] < found.end():
            continue  # what stands in a comment goes with it
        kept = next((name for name in _KEPT if found[name] is not None), "")
        if kept:
            yield found.start(), found.start(kept), ""
            yield found.end(kept), found.end(), ""
        elif found["block"] is not None:  # an item or a heading stays a paragraph of its own
            start = found.start()
            yield start, found.end(), "\n" if start > 1 and text[start - 2] != "\n" else ""
        elif found["entity"]:
            put = html.unescape(found["entity"])
            if put != found["entity"] and put not in "<>":
                yield found.start(), found.end(), put
        else:
            yield found.start(), found.end(), ""
    yield from ((start, end, "") for start, end in comments)


def _comments(text: str) -> Iterator[tuple[int, int]]:
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        yield start, end + 3
        start = text.find("<!--", end)
